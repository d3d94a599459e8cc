"""Amounts that look alike and are not the same.

What belongs here: amounts of one subject, near equal, that different instruments bear: a fund of a size is no
investment of that size, whatever their amounts. Such a pair is named so that nobody takes it for an agreement.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, Final

import polars as pl

from tidybrief.corpus.grouping import rows_by
from tidybrief.corpus.measured import statement_of
from tidybrief.corpus.points import listed, point
from tidybrief.corpus.values import AGREE, stated, weigh
from tidybrief.corpus.words import content_words, words_of
from tidybrief.lexicon import Lexicon

_NEAR: Final = 0.05
_MOST_FIGURES: Final = 8
"""Of one subject and unit: where there are more, near values are chance."""


def look_alikes(measured: pl.DataFrame, lexicon: Lexicon) -> Iterator[dict[str, object]]:
    """Rows of `comparisons` for near-equal amounts of one subject, of `measured_figures`, in different instruments."""
    amounts = measured.filter(
        pl.col("kind") == "money", pl.col("indicator").is_not_null(), pl.col("value_high").is_null()
    )
    alike = ["subject_id", "unit"]
    shared = amounts.filter(pl.col("doc_id").n_unique().over(alike) > 1, pl.len().over(alike) <= _MOST_FIGURES)
    for (subject_id, _), rows in rows_by(shared, *alike).items():
        borne = [(row, _instrument(row["indicator"], lexicon)) for row in rows]
        seen: set[frozenset[str]] = set()
        for (one, its), (other, others) in combinations(borne, 2):
            instruments = frozenset(filter(None, (its, others)))
            if one["doc_id"] == other["doc_id"] or len(instruments) < 2 or instruments in seen:
                continue
            if _are_near(one, other):
                seen.add(instruments)
                statements = [statement_of(one), statement_of(other)]
                values = listed([statement.value for statement in statements])
                note = f"Near-equal amounts of {one['subject']}, {values}, of different kinds: {its} and {others}."
                yield point(subject_id, one["indicator"], "look_alike", statements, note)


def _instrument(indicator: str, lexicon: Lexicon) -> str | None:
    """The one instrument that the words name; None where they name none, or several."""
    words = content_words(indicator, lexicon)
    instruments = lexicon.cues["comparisons"]["indicators"]["instruments"]
    named = [row[0] for row in instruments if not words.isdisjoint(words_of(row, lexicon))]
    return named[0] if len(named) == 1 else None


def _are_near(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    values = [stated(row["value"], None, row["qualifier"], row["text"]) for row in (one, other)]
    low, high = sorted((one["value"], other["value"]))
    return weigh(*values) == AGREE or 0 < high * (1 - _NEAR) <= low
