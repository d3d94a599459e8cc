"""The subject that a figure names in its own words.

What belongs here: "83,396 students are enrolled at Ostby University" is about that university, also where the text
spoke of another one before. How the subject of a figure is found otherwise is decided in `extraction`.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import polars as pl

from tidybrief.corpus.clauses import BEFORE, IS_ALONE

_TYPES: Final = ("ORG", "PRODUCT", "PERSON", "PLACE", "EVENT")
_NAMING: Final = re.compile(
    r"(?:\b(?:of|at|for|from)\s+(?:the\s+)?|[a-z]+(?:ed|s|d)\s+(?:the\s+)?|^(?:the\s+)?)$", re.IGNORECASE
)
"""What may stand in an indicator before the name of its subject: "passengers used", "students at"."""
_TAKEN_UP: Final = re.compile(
    r"\b(?:it|its|he|she|they|we|i|his|her|their|our|my|which|who|whose|that|this|these|those)\b"
    r"|\b[Tt]he\s+(?!(?:number|total|amount|sum|value|[\w-]+\s+of|[\w-]+\s+[\w-]+\s+of)\b)[a-z]",
    re.IGNORECASE,
)
"""What may stand for a subject that was named before."""


def named_in_own_words(figures: pl.DataFrame, mentions: pl.DataFrame) -> Mapping[str, str]:
    """By `figure_id`, the one entity that the indicator names, where the sentence does not name the subject, and has no
    word that could stand for it.
    """
    named: dict[tuple[str, int], list[tuple[str, str, str]]] = defaultdict(list)
    columns = ("doc_id", "sentence_no", "text", "entity_id", "type")
    here = figures.select("doc_id", "sentence_no").unique()
    told = mentions.join(here, on=["doc_id", "sentence_no"], how="semi")
    for doc_id, number, *mention in told.select(columns).iter_rows():
        named[doc_id, number].append(tuple(mention))
    found: dict[str, str] = {}
    for row in figures.filter(pl.col("indicator").is_not_null()).iter_rows(named=True):
        own = _own(row, named.get((row["doc_id"], row["sentence_no"]), ()))
        if own is not None:
            found[row["figure_id"]] = own
    return found


def _own(row: Mapping[str, Any], named: Sequence[tuple[str, str, str]]) -> str | None:
    if not row[IS_ALONE] or any(which == row["subject_id"] for _, which, _ in named) or _TAKEN_UP.search(row[BEFORE]):
        return None
    meant = {
        which
        for text, which, kind in named
        if kind in _TYPES and text in row["indicator"] and _NAMING.search(row["indicator"].partition(text)[0])
    }
    return next(iter(meant)) if len(meant) == 1 else None
