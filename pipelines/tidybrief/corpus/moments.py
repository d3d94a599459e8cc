"""When a number of what there is holds.

What belongs here: numbers of what there is at any moment (employees, members, debt), as against what comes about over a
period (revenue), and their day, where the text gives it as the end of a period. Other periods are as extraction found
them.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from tidybrief.lexicon import Lexicon

IS_STOCK: Final = "is_stock"


def with_their_day(figures: pl.DataFrame, tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> pl.DataFrame:
    """The figures, which have a `key`, with `is_stock`; such a number holds on the last day of the period that it is
    told for the end of: "by the end of 2023" and "at the end of 2023" are one day, and so is what the sentence
    compares with it ("up from 410 a year earlier").
    """
    cues = lexicon.cues["comparisons"]
    words = pl.col("key").str.split("|").list.get(2).str.split(" ")
    told_for_the_end = (
        tables["dates"]
        .filter(pl.col("date_end").is_not_null())
        .join(figures.select("doc_id", "sentence_no").unique(), on=["doc_id", "sentence_no"], how="semi")
        .join(
            tables["sentences"].select("doc_id", "sentence_no", offset="start", sentence="text"),
            on=["doc_id", "sentence_no"],
        )
        .filter(_is_of_the_end(cues["periods"]))
        .select("doc_id", "sentence_no", pl.col("date_end").alias("time_end"), pl.lit(value=True).alias("at_the_end"))
        .unique()
    )
    at_the_end = pl.col("at_the_end").fill_null(value=False).any().over("doc_id", "sentence_no", "key")
    on_one_day = pl.col(IS_STOCK) & at_the_end & pl.col("time_end").is_not_null()
    return (
        figures.with_columns(words.list.set_intersection(cues["indicators"]["stocks"]).list.len().gt(0).alias(IS_STOCK))
        .join(told_for_the_end, on=["doc_id", "sentence_no", "time_end"], how="left", maintain_order="left")
        .with_columns(pl.when(on_one_day).then("time_end").otherwise("time_start").alias("time_start"))
        .drop("at_the_end")
    )


def _is_of_the_end(cues: Mapping[str, Sequence[str]]) -> pl.Expr:
    """Whether a date is that of the end of a period, by its own words or by the verb right before it."""
    own = pl.col("text").str.contains(rf"(?i)^(?:the )?(?:{_any_of(cues['ends'])})\b")
    before = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("offset"))
    return own | before.str.contains(rf"(?i)\b(?:{_any_of(cues['ending'])})\s+(?:the\s+)?(?:year\s+)?$")


def _any_of(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words))
