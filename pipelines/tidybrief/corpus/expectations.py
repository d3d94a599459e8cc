"""Figures of what somebody expects or aims at.

What belongs here: telling, by the words before a figure in its clause, that it is a forecast or a goal though its
sentence states something. Two forecasts may differ and both be sincere, and no goal contradicts what came of it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import polars as pl

from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

IS_EXPECTED: Final = "is_expected"
_CLAUSE_END: Final = re.compile(r"[,;:(—–]\s|\s-\s")


def with_expectations(figures: pl.DataFrame, sentences: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The figures with `is_expected`."""
    told = figures.select("figure_id", "doc_id", "sentence_no", "start").join(
        sentences.select("doc_id", "sentence_no", pl.col("start").alias("offset"), pl.col("text").alias("sentence")),
        on=["doc_id", "sentence_no"],
        how="left",
        maintain_order="left",
    )
    expected = [
        is_expected(sentence[: start - offset], lexicon)
        for start, offset, sentence in told.select("start", "offset", "sentence").iter_rows()
    ]
    is_ahead = pl.col("factuality") == "forecast"
    return figures.with_columns((pl.Series(expected, dtype=pl.Boolean) | is_ahead).alias(IS_EXPECTED))


def is_expected(before: str, lexicon: Lexicon) -> bool:
    """Whether what follows these words of a sentence is told as a forecast or a goal."""
    return _expecting(lexicon).search(_CLAUSE_END.split(before)[-1]) is not None


@lru_cache(maxsize=4)
def _expecting(lexicon: Lexicon) -> re.Pattern[str]:
    words: Mapping[str, list[str]] = lexicon.cues["comparisons"]["indicators"]
    return re.compile(rf"\b(?:{one_of(words['expectations'])})\b", re.IGNORECASE)
