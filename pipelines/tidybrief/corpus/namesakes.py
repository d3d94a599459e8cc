"""One name for several things.

What belongs here: under which of its ids a thing is compared, where one document took its name for that of a company
and another for that of a place or a person. The tables keep both; only points of comparison go by the name. And that
people of one name differ in so much that they are two.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import polars as pl

from tidybrief.corpus.entities import plain_name

_LIKELY_TYPES: Final = ("ORG", "PRODUCT", "PLACE", "PERSON", "EVENT", "POLICY", "WORK")
"""Of several, the first is the one of which most is told in figures."""

_OF_TWO_PEOPLE: Final = ("age", "occupation")
"""Attributes in which two people of one name differ, where one person is rarely told wrong in both."""

_REFERENCES: Final[Mapping[str, Sequence[str]]] = {
    "figures": ("subject_id",),
    "mentions": ("entity_id",),
    "relations": ("subject_id", "object_id"),
}
"""Columns that hold the id of what a row is about."""


def under_one_id_a_name(tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """The tables with one id for all things of one name, where a row says what it is about."""
    moved = one_id_a_name(tables["entities"])
    if not moved:
        return dict(tables)
    return {
        name: frame.with_columns(pl.col(column).replace(moved) for column in _REFERENCES.get(name, ()))
        for name, frame in tables.items()
    }


def one_id_a_name(entities: pl.DataFrame) -> Mapping[str, str]:
    """By each other id, the id under which its name is compared, legal forms aside. A public register tells namesakes
    apart.
    """
    order = pl.col("type").replace_strict({kind: number for number, kind in enumerate(_LIKELY_TYPES)}, default=None)
    plain = pl.Series("plain", [plain_name(name, "ORG") for name in entities["name"]], dtype=pl.String)
    alike = (
        entities.with_columns(plain)
        .filter(
            pl.len().over("plain") > 1,
            pl.col("external_id").is_null().all().over("plain"),
            pl.col("plain").str.len_chars() > 1,
        )
        .sort(pl.col("document_count"), -order, "entity_id", descending=[True, True, False])
    )
    first = alike.with_columns(pl.col("entity_id").first().over("plain").alias("home"))
    moved = first.filter(pl.col("entity_id") != pl.col("home")).select("entity_id", "home")
    return dict(moved.iter_rows())


def without_namesakes(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows of `comparisons` without those conflicts that two documents have since they speak of two people."""
    differing: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
    for row in rows:
        if row["verdict"] == "conflict":
            differing[_of_whom(row)].add(row["attribute"])
    return [
        row for row in rows if row["verdict"] != "conflict" or not differing[_of_whom(row)].issuperset(_OF_TWO_PEOPLE)
    ]


def _of_whom(row: Mapping[str, Any]) -> tuple[str, frozenset[str]]:
    """The subject of a row, and the documents that speak of it."""
    return row["subject_id"], frozenset(item["doc_id"] for item in row["evidence"])
