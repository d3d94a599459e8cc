"""Rows of a table by what they have in common.

What belongs here: handing out small groups. They are rows, since there are thousands of a few rows each, for each of
which a frame of its own would cost more than what is done with it.
"""

from typing import Any

import polars as pl


def rows_by(frame: pl.DataFrame, *columns: str) -> dict[tuple[Any, ...], list[dict[str, Any]]]:
    """The rows, as mappings, by their values in these columns; groups and rows in the order of the frame."""
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in frame.iter_rows(named=True):
        groups.setdefault(tuple(row[column] for column in columns), []).append(row)
    return groups
