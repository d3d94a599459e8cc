"""When a number of what there is holds.

What belongs here: numbers of what there is at any moment (employees, members, debt), as against what comes about over a
period (revenue), and their day, where the text gives it as the end of a period. Other periods are as extraction found
them.
"""

import re
from collections.abc import Mapping
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
    ends = rf"(?i)^(?:the )?(?:{'|'.join(map(re.escape, cues['periods']['ends']))})\b"
    told_for_the_end = (
        tables["dates"]
        .filter(pl.col("text").str.contains(ends), pl.col("date_end").is_not_null())
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
