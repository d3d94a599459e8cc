"""The whole of which a figure is a part.

What belongs here: finding the figure that states the whole, and the percentages with which a document tells a share
itself. What is computed from them is decided in `derived_figures`.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from tidybrief.corpus.voices import with_voices
from tidybrief.lexicon import Lexicon

_ONE_SHARE: Final = 0.05
"""Two roundings of one share differ by no more of it."""


def stated_wholes(
    parts: pl.DataFrame, tables: Mapping[str, pl.DataFrame], lexicon: Lexicon
) -> dict[str, dict[str, Any]]:
    """The figures of the wholes, by the ids of the parts, as `statement_of` takes them: in the part's document the one
    of its kind and value that stands nearest. A whole that no figure states has none.
    """
    wholes = parts.select("doc_id", "kind", pl.col("of_total").alias("value"), part="figure_id", place="start").join(
        tables["figures"].filter(pl.col("value_high").is_null()), on=["doc_id", "kind", "value"]
    )
    nearest = (
        wholes.with_columns((pl.col("start") - pl.col("place")).abs().alias("distance"))
        .sort("distance", "start")
        .unique("part", keep="first", maintain_order=True)
    )
    return {row["part"]: row for row in with_voices(nearest, tables, lexicon).iter_rows(named=True)}


class ToldShares:
    """The percentages that documents state."""

    def __init__(self, figures: pl.DataFrame) -> None:
        self._by_sentence: dict[tuple[str, int], list[float]] = defaultdict(list)
        percentages = figures.filter(pl.col("kind") == "percent").select("doc_id", "sentence_no", "value")
        for doc_id, number, value in percentages.iter_rows():
            self._by_sentence[doc_id, number].append(value)

    def hold(self, part: Mapping[str, Any], share: float) -> bool:
        """Whether the text around the part states this share, in percent, itself, rounded in its own way."""
        numbers = range(part["sentence_no"] - 1, part["sentence_no"] + 2)
        told = (value for number in numbers for value in self._by_sentence.get((part["doc_id"], number), ()))
        return any(abs(value - share) <= _ONE_SHARE * share for value in told)
