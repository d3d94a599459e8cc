"""Points on which several documents speak.

What belongs here: gathering the comparisons of all kinds into one table.
"""

from collections.abc import Mapping

import polars as pl

from tidybrief import dictionary


def compare(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """One row per point on which two or more documents speak, of schema `Comparisons`."""
    return pl.DataFrame(schema=dictionary.polars_schema("comparisons"))
