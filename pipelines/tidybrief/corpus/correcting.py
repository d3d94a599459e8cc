"""What a correction may set: which columns of which tables, and which values they take.

What belongs here: holding what an analyst wrote to the columns, before anything runs. What a correction then does to
the tables stands in `judging`.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from tidybrief import dictionary
from tidybrief.dictionary import Column
from tidybrief.reading.judgements import Judgement, JudgementsError, read_judgements

ROW_TABLES: Final = {"figures": "figure_id", "dates": "date_id", "relations": "relation_id"}
"""The tables whose rows have an id of their own, and its column."""
NOT_CORRECTED: Final = frozenset({
    "doc_id", "sentence_no", "start", "end", "text", "method", "confidence", "subject_confidence",
    "indicator_confidence",
})  # fmt: skip
"""Columns that say where a row stands and how it was found; its id is not corrected either."""
TYPES: Final[Mapping[str, tuple[tuple[type, ...], str]]] = {
    "String": ((str,), 'a text in quotes: "…"'),
    "Float64": ((int, float), "a number without quotes: 1.5"),
    "Date": ((date,), "a date without quotes: 2025-03-18"),
}
"""By the type of a column: the types of TOML values that it takes, and how such a value is written."""


def judgements_beside(raw: Path) -> tuple[Judgement, ...]:
    """The judgements beside the documents, held to the columns they set. Raises JudgementsError."""
    judgements = read_judgements(raw)
    _hold(judgements)
    return judgements


def _hold(judgements: Iterable[Judgement]) -> None:
    for judgement in judgements:
        if judgement.kind in {"correct", "reject"}:
            table = _table_of(judgement)
            for name, value in judgement.terms.get("set", {}).items():
                _hold_value(f"{judgement.place}: set.{name}", _column(judgement, table, name), value)


def _table_of(judgement: Judgement) -> str:
    prefixes = {f"{column.removesuffix('_id')}-": table for table, column in ROW_TABLES.items()}
    for prefix, table in prefixes.items():
        if str(judgement.target).startswith(prefix):
            return table
    raise JudgementsError(
        f"{judgement.place}: row {judgement.target!r} is none of a table that can be corrected",
        f"Name the id of a row of {', '.join(ROW_TABLES)}: it begins with {', '.join(prefixes)}.",
    )


def _column(judgement: Judgement, table: str, name: str) -> Column:
    columns = {
        column.name: column
        for column in dictionary.describe(table).columns
        if column.name not in NOT_CORRECTED and column.name != ROW_TABLES[table]
    }
    if name not in columns:
        cause = f"{judgement.place}: set: {table} have no column '{name}' that can be set"
        raise JudgementsError(cause, _told(name, columns))
    return columns[name]


def _hold_value(place: str, column: Column, value: Any) -> None:
    types, wanted = TYPES[column.type]
    if type(value) not in types or (isinstance(value, float) and not math.isfinite(value)):
        raise JudgementsError(f"{place} is {value!r}", f"Write {wanted}. It is: {column.description}.")
    if column.one_of and value not in column.one_of:
        raise JudgementsError(f"{place} is {value!r}", _told(value, column.one_of))
    if not value and column.type == "String":
        raise JudgementsError(f"{place} is empty", f"Write {wanted}. It is: {column.description}.")


def _told(written: str, known: Iterable[str]) -> str:
    """What there is, and which of it may be meant."""
    known = list(known)
    near = get_close_matches(written, known, n=1, cutoff=0.75)
    meant = f"Did you mean '{near[0]}'? " if near else ""
    return f"{meant}There are: {', '.join(known)}."
