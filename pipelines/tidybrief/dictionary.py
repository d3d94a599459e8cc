"""What the models of `schemas` say, in the forms that others need.

What belongs here: derivations only. What a column is called, means and may hold is declared in `schemas`.
"""

from dataclasses import dataclass
from typing import Any

import polars as pl


@dataclass(frozen=True, slots=True)
class Column:
    """One row of the data dictionary. `type` is the Polars type in words ("List(String)").

    `references` is the "table.column" its values exist in. `constraints` are in words, one a rule ("at least 0").
    """

    name: str
    type: str
    description: str
    unit: str | None
    nullable: bool
    key: bool
    references: str | None
    one_of: tuple[str, ...]
    constraints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableDescription:
    """One table of the data dictionary: what a row is, and its columns in their order."""

    name: str
    description: str
    columns: tuple[Column, ...]


def describe(table: str) -> TableDescription:
    """The data dictionary of a table; raises KeyError for a table that is not in the contract."""
    raise NotImplementedError


def polars_schema(table: str) -> pl.Schema:
    """Names and types of a table's columns, in their order."""
    raise NotImplementedError


def empty(table: str) -> pl.DataFrame:
    """The table without rows."""
    return pl.DataFrame(schema=polars_schema(table))


def sort_order(table: str) -> tuple[str, ...]:
    """The columns that a published table is sorted by: document and place where it has them, then its key."""
    raise NotImplementedError


def primary_key(table: str) -> tuple[str, ...]:
    """The columns that identify a row; empty for `rejects`."""
    raise NotImplementedError


def resource_schema(table: str) -> dict[str, Any]:
    """The table as a Table Schema (Data Package v2): fields, constraints, primaryKey, foreignKeys."""
    raise NotImplementedError
