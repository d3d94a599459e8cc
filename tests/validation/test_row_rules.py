"""Every rule of every column, broken once. The cases come from the models, so that none is forgotten."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl
import pytest

from sample_tables import sample_tables
from tidybrief import dictionary, schemas
from tidybrief.validation import Check, examine, validate

TABLES = sample_tables()
LENIENT = 1.0


def breaking_values(column: dictionary.Column) -> Iterator[tuple[str, Any]]:
    """A value for each rule of the column that breaks just this rule."""
    if not column.nullable and not column.key:
        yield "missing", None
    if column.one_of:
        yield "outside the vocabulary", "no such word"
    if "minimum" in column.rules:
        yield "below the minimum", column.rules["minimum"] - 1
    if "maximum" in column.rules:
        yield "above the maximum", column.rules["maximum"] + 1
    if "minLength" in column.rules:
        yield "too short", ""
    if "pattern" in column.rules:
        yield "not of the pattern", "?"
    if column.type.startswith("Float"):
        yield "infinite", float("inf")
        yield "not a number", float("nan")


def broken_rows(table: str) -> dict[str, dict[str, Any]]:
    """For each rule of each column of the table, a row that breaks just this rule."""
    sound, [*key] = TABLES[table].row(0, named=True), dictionary.primary_key(table)
    rows = {
        f"{column.name} {rule}": sound | {column.name: value}
        for column in dictionary.describe(table).columns
        for rule, value in breaking_values(column)
    }
    for number, (rule, row) in enumerate(rows.items()):
        if len(key) == 1 and not rule.startswith(key[0]):
            row[key[0]] += f"-{number}"  # a thing of its own, so that nothing else changes with it
    return rows


def failed(checks: tuple[Check, ...]) -> set[tuple[str, str]]:
    return {(check.table, check.name) for check in checks if not check.passed}


def test_the_sample_breaks_no_rule() -> None:
    validated = validate(TABLES, max_reject_share=0)
    assert not failed(validated.checks)
    assert not failed(examine(validated.tables))
    assert all(validated.tables[name].equals(frame) for name, frame in TABLES.items())


@pytest.mark.parametrize("table", [name for name in schemas.TABLES if name != "rejects"])
def test_each_rule_of_each_column_turns_a_row_away(table: str) -> None:
    rows = broken_rows(table)
    broken = pl.DataFrame([*TABLES[table].to_dicts(), *rows.values()], schema=dictionary.polars_schema(table))
    validated = validate(TABLES | {table: broken}, max_reject_share=LENIENT)
    assert not validated.blocking
    assert validated.tables[table].equals(TABLES[table]), "the sound rows stay as they are"
    rejects = validated.tables["rejects"].filter(code="ROW_RULE")
    told = {rule: [text for text in rejects["message"] if _is_about(rule, text)] for rule in rows}
    assert not [rule for rule, messages in told.items() if not messages]
    assert rejects.height == len(rows)
    assert all(list(json.loads(row)) == list(TABLES[table].columns) for row in rejects["row"])
    assert failed(validated.checks) <= {(table, "rules"), (table, "grounding")}
    [check] = [check for check in validated.checks if (check.table, check.name) == (table, "rules")]
    assert check.failing_rows == len(rows)
    assert (table, "rules") in failed(examine(TABLES | {table: broken}))


def _is_about(rule: str, message: str) -> bool:
    return f" {rule.partition(' ')[0]} is " in message


def test_a_bad_row_of_rejects_blocks() -> None:
    rows = broken_rows("rejects")
    broken = pl.DataFrame(list(rows.values()), schema=dictionary.polars_schema("rejects"))
    [check] = validate(TABLES | {"rejects": broken}, max_reject_share=LENIENT).blocking
    assert check.failing_rows == len(rows)


@pytest.mark.parametrize(
    ("table", "values", "told"),
    [
        pytest.param("figures", {"end": 1, "start": 1}, "end is not after start", id="an empty span"),
        pytest.param("figures", {"value_high": 1.0}, "value_high is below value", id="a range upside down"),
        pytest.param("figures", {"time_end": date(2020, 1, 1)}, "time_end is before", id="a period upside down"),
        pytest.param("dates", {"date_end": date(2020, 1, 1)}, "date_end is before", id="a date upside down"),
        pytest.param("documents", {"char_count": 7}, "char_count is not the length", id="a wrong length"),
        pytest.param("entities", {"aliases": ["A", None]}, "aliases is a list with gaps", id="a missing alias"),
        pytest.param("comparisons", {"evidence": []}, "fewer than two places", id="nothing compared"),
        pytest.param("changes", {"before": None}, "do not fit the kind of change", id="changed from nothing"),
        pytest.param("derived_figures", {"evidence": []}, "nothing is evidence", id="computed from nothing"),
        pytest.param("document_pairs", {"other_doc_id": "a.txt"}, "paired with itself", id="one document, no pair"),
    ],
)
def test_rules_between_columns(table: str, values: dict[str, Any], told: str) -> None:
    rows = TABLES[table].to_dicts()
    rows[0] |= values
    broken = TABLES | {table: pl.DataFrame(rows, schema=dictionary.polars_schema(table))}
    validated = validate(broken, max_reject_share=LENIENT)
    assert told in " ".join(validated.tables["rejects"]["message"])
    assert (table, "rules") in failed(examine(broken))


@pytest.mark.parametrize("table", schemas.TABLES)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda frame: frame.drop(frame.columns[-1]), id="a column is missing"),
        pytest.param(lambda frame: frame.with_columns(extra=pl.lit(1)), id="a column too many"),
        pytest.param(lambda frame: frame.select(reversed(frame.columns)), id="columns in another order"),
        pytest.param(
            lambda frame: frame.with_columns(pl.lit(b"?").alias(frame.columns[0])),
            id="a column of another type",
        ),
    ],
)
def test_a_broken_schema_blocks(table: str, change: Any) -> None:
    broken = TABLES | {table: change(TABLES[table])}
    assert {check.table for check in validate(broken, max_reject_share=LENIENT).blocking} == {table}
    assert failed(examine(broken)) == {(table, "schema")}


@pytest.mark.parametrize("table", schemas.TABLES)
def test_a_missing_table_blocks(table: str) -> None:
    rest = {name: frame for name, frame in TABLES.items() if name != table}
    assert {check.table for check in validate(rest, max_reject_share=LENIENT).blocking} == {table}


def test_empty_tables_are_valid() -> None:
    assert not failed(validate({name: dictionary.empty(name) for name in schemas.TABLES}, max_reject_share=0).checks)


def test_samples_are_few_and_short() -> None:
    long = pl.concat([TABLES["rejects"].with_columns(message=pl.lit("x" * 5_000), code=pl.lit("NONE"))] * 50)
    [check] = validate(TABLES | {"rejects": long}, max_reject_share=0).blocking
    assert check.failing_rows == 50
    assert len(check.samples) == 5
    assert max(len(str(sample)) for sample in check.samples) < 2_000
