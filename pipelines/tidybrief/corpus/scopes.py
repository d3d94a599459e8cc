"""The part of a thing for which a figure holds.

What belongs here: the places and the restricting words in the clause of a figure, besides its subject. Two figures with
different ones may both hold, whatever their values.
"""

import re
from collections import defaultdict
from functools import lru_cache
from typing import Any, Final

import polars as pl

from tidybrief.corpus.clauses import CLAUSE
from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

SCOPE: Final = "scope"


def with_scopes(figures: pl.DataFrame, mentions: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The figures, which have a `clause`, with their `scope`: all that narrows what it says."""
    here = figures.select("doc_id", "sentence_no").unique()
    named: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    places = mentions.filter(pl.col("type") == "PLACE").join(here, on=["doc_id", "sentence_no"], how="semi")
    for doc_id, number, text, entity_id in places.select("doc_id", "sentence_no", "text", "entity_id").iter_rows():
        named[doc_id, number][text] = entity_id
    columns = figures.select("doc_id", "sentence_no", "subject_id", "subject", CLAUSE)
    scopes = [_scope(row, named.get((row["doc_id"], row["sentence_no"]), {}), lexicon) for row in columns.to_dicts()]
    return figures.with_columns(pl.Series(SCOPE, scopes, dtype=pl.String))


def _scope(row: dict[str, Any], places: dict[str, str], lexicon: Lexicon) -> str:
    told = row[CLAUSE].replace(row["subject"] or "", " ")
    where = {place for text, place in places.items() if text in told and place != row["subject_id"]}
    words = {found[0].lower() for found in _restricting(lexicon).finditer(told)}
    return " ".join(sorted(where | words))


@lru_cache(maxsize=4)
def _restricting(lexicon: Lexicon) -> re.Pattern[str]:
    cues = lexicon.cues["comparisons"]["scopes"]
    return re.compile(rf"\b(?:{one_of((*cues['restrictions'], *cues['parts']))})s?\b", re.IGNORECASE)
