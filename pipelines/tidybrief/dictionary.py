"""What the models of `schemas` say, in the forms that others need.

What belongs here: derivations only. What a column is called, means and may hold is declared in `schemas`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import polars as pl
from arro3.core import DataType, Field, Schema

from tidybrief import schemas

TABLE_SCHEMA_PROFILE: Final = "https://datapackage.org/profiles/2.0/tableschema.json"


@dataclass(frozen=True, slots=True)
class Column:
    """One row of the data dictionary. `type` is the Polars type in words ("List(String)").

    `references` is the "table.column" its values exist in. `rules` are the other rules by their Data Package
    name ("minimum": 0), `constraints` the same in words, one a rule ("at least 0").
    """

    name: str
    type: str
    description: str
    unit: str | None
    nullable: bool
    key: bool
    references: str | None
    one_of: tuple[str, ...]
    rules: Mapping[str, Any]
    constraints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableDescription:
    """One table of the data dictionary: what a row is, and its columns in their order."""

    name: str
    description: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Values of `columns` exist in `target_columns` of `target`; where `nullable`, they may be null."""

    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]
    nullable: bool


@cache
def describe(table: str) -> TableDescription:
    """The data dictionary of a table; raises KeyError for a table that is not in the contract."""
    model = schemas.TABLES[table]
    columns = tuple(_describe(name, column) for name, column in model.to_schema().columns.items())
    return TableDescription(table, (model.__doc__ or "").strip(), columns)


def as_markdown() -> str:
    """The data dictionary of all tables as a page in Markdown."""
    lines = [
        "# Data dictionary",
        "",
        f"Every table of a publication and every column, data version {schemas.SCHEMA_VERSION}. Made from the models",
        "in `pipelines/tidybrief/schemas`; `tidybrief schema TABLE` prints the same. What may change, and when, stands",
        "in the [data changelog](data-changelog.md).",
    ]
    for table in schemas.TABLES:
        described = describe(table)
        key = ", ".join(f"`{name}`" for name in primary_key(table)) or "none"
        lines += ["", f"## {table}", "", f"{described.description} Key: {key}.", ""]
        lines += ["| column | type | may be null | meaning |", "|---|---|---|---|"]
        lines += [
            f"| `{column.name}` | {column.type} | {'yes' if column.nullable else ''} | {_meaning(column)} |"
            for column in described.columns
        ]
    return "\n".join(lines) + "\n"


def _meaning(column: Column) -> str:
    told = [column.description, *column.constraints]
    told += [f"unit: {column.unit}"] if column.unit else []
    told += [f"refers to `{column.references}`"] if column.references else []
    return "; ".join(told).replace("|", "\\|")


@cache
def polars_schema(table: str) -> pl.Schema:
    """Names and types of a table's columns, in their order."""
    columns = schemas.TABLES[table].to_schema().columns
    return pl.Schema({name: column.dtype.type for name, column in columns.items()})


@cache
def arrow_schema(table: str) -> Schema:
    """The same for Arrow and Parquet: what must be there is NOT NULL, each field carries its meaning."""
    types = polars_schema(table)
    return Schema([_arrow_field(column, types[column.name]) for column in describe(table).columns])


def empty(table: str) -> pl.DataFrame:
    """The table without rows."""
    return pl.DataFrame(schema=polars_schema(table))


@cache
def primary_key(table: str) -> tuple[str, ...]:
    """The columns that identify a row; empty for `rejects`."""
    return tuple(column.name for column in describe(table).columns if column.key)


@cache
def sort_order(table: str) -> tuple[str, ...]:
    """The columns that a published table is sorted by: document and place where it has them, then its key.

    Where there is no key, all the other columns follow.
    """
    names = [column.name for column in describe(table).columns]
    place = [name for name in ("doc_id", "start", "end") if name in names]
    return tuple(dict.fromkeys([*place, *(primary_key(table) or names)]))


@cache
def references(table: str) -> tuple[Reference, ...]:
    """What the table refers to: the columns that say so, and the sentence of each row that has one."""
    declared = [
        Reference((column.name,), *_target(column.references), column.nullable)
        for column in describe(table).columns
        if column.references
    ]
    place = primary_key("sentences")
    if table != "sentences" and set(place) <= set(polars_schema(table)):
        declared.append(Reference(place, "sentences", place, nullable=False))
    return tuple(declared)


def rule_in_words(table: str, column: str, check: str) -> str:
    """What a value must be by one of pandera's checks of its column: "at least 0", "one of exact, approx"."""
    [described] = [described for described in describe(table).columns if described.name == column]
    constraints = _AS_CONSTRAINTS[check]
    if "enum" in constraints:
        return f"one of {', '.join(described.one_of)}"
    return " and ".join(
        _IN_WORDS[name].format(described.rules[name]) for name in constraints if name in described.rules
    )


def resource_schema(table: str) -> dict[str, Any]:
    """The table as a Table Schema (Data Package v2): fields, constraints, primaryKey, foreignKeys."""
    types = polars_schema(table)
    schema: dict[str, Any] = {
        "$schema": TABLE_SCHEMA_PROFILE,
        "fields": [_table_schema_field(column, types[column.name]) for column in describe(table).columns],
    }
    if primary_key(table):
        schema["primaryKey"] = list(primary_key(table))
    if references(table):
        schema["foreignKeys"] = [_foreign_key(reference) for reference in references(table)]
    return schema


def _target(reference: str) -> tuple[str, tuple[str, ...]]:
    table, column = reference.split(".")
    return table, (column,)


def _describe(name: str, column: Any) -> Column:
    metadata = column.metadata
    rules = {key: value for check in column.checks for key, value in _rules(check.name, check.statistics).items()}
    one_of = tuple(rules.pop("enum", ()))
    return Column(
        name=name,
        type=_in_words(column.dtype.type),
        description=column.description,
        unit=metadata["unit"],
        nullable=column.nullable,
        key=metadata["key"],
        references=metadata["references"],
        one_of=one_of,
        rules=rules,
        constraints=tuple(_IN_WORDS[key].format(value) for key, value in rules.items()),
    )


def _in_words(dtype: Any) -> str:
    if isinstance(dtype, pl.List):
        return f"List({_in_words(dtype.inner)})"
    if isinstance(dtype, pl.Struct):
        return f"Struct({', '.join(f'{field.name}: {_in_words(field.dtype)}' for field in dtype.fields)})"
    return str(dtype)


_IN_WORDS: Final = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "minLength": "of at least {} characters",
    "maxLength": "of at most {} characters",
    "pattern": "like {}",
}


_AS_CONSTRAINTS: Final = {
    "isin": {"enum": "allowed_values"},
    "greater_than_or_equal_to": {"minimum": "min_value"},
    "less_than_or_equal_to": {"maximum": "max_value"},
    "str_length": {"minLength": "min_value", "maxLength": "max_value"},
    "str_matches": {"pattern": "pattern"},
}


def _rules(check: str, statistics: Mapping[str, Any]) -> dict[str, Any]:
    """A pandera check as Data Package constraints. Raises KeyError for a check that has no translation."""
    values = {name: statistics[statistic] for name, statistic in _AS_CONSTRAINTS[check].items()}
    return {name: _plain(value) for name, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    return getattr(value, "pattern", value)


def _arrow_field(column: Column, dtype: pl.DataType) -> Field:
    metadata = {"description": column.description} | ({"unit": column.unit} if column.unit else {})
    return Field(column.name, _arrow_type(dtype), nullable=column.nullable, metadata=metadata)


def _arrow_type(dtype: Any) -> DataType:
    # The large variants are what Polars writes; smaller ones it refuses.
    if isinstance(dtype, pl.List):
        return DataType.large_list(Field("item", _arrow_type(dtype.inner), nullable=True))
    if isinstance(dtype, pl.Struct):
        return DataType.struct([Field(f.name, _arrow_type(f.dtype), nullable=True) for f in dtype.fields])
    return {
        pl.String: DataType.large_utf8(),
        pl.Int32: DataType.int32(),
        pl.Float32: DataType.float32(),
        pl.Float64: DataType.float64(),
        pl.Date: DataType.date32(),
    }[dtype.base_type()]


def _table_schema_field(column: Column, dtype: Any) -> dict[str, Any]:
    form = {"type": "date"} if dtype == pl.Date else _json_schema(dtype)
    constraints = {
        **({} if column.nullable else {"required": True}),
        **column.rules,
        **({"enum": list(column.one_of)} if column.one_of else {}),
    }
    return {
        "name": column.name,
        **form,
        "description": column.description,
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _json_schema(dtype: Any) -> dict[str, Any]:
    if isinstance(dtype, pl.List):
        return {"type": "array", "items": _json_schema(dtype.inner)}
    if isinstance(dtype, pl.Struct):
        return {"type": "object", "properties": {f.name: _json_schema(f.dtype) for f in dtype.fields}}
    return {"type": "integer" if dtype.is_integer() else "number" if dtype.is_float() else "string"}


def _foreign_key(reference: Reference) -> dict[str, Any]:
    target = {"resource": reference.target, "fields": list(reference.target_columns)}
    return {"fields": list(reference.columns), "reference": target}
