"""What a table must hold by itself.

What belongs here: the rules declared in `schemas`, and those between columns of one row.
"""

from collections import defaultdict
from typing import Any

import polars as pl
from pandera.errors import SchemaErrors

from tidybrief import dictionary, schemas
from tidybrief.validation.checks import SAMPLE_LENGTH, Failures, merged


def find_broken_rules(table: str, frame: pl.DataFrame) -> tuple[list[str], Failures]:
    """What is wrong with the shape of the table, and, where nothing is, which rows break a rule.

    A missing key is no failing row; the check of keys finds it.
    """
    problems, failures = _declared_rules(table, frame)
    return (problems, {}) if problems else ([], merged(failures, _rules_between_columns(frame)))


def _declared_rules(table: str, frame: pl.DataFrame) -> tuple[list[str], Failures]:
    try:
        schemas.TABLES[table].validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases.to_dicts()
    else:
        return [], {}
    columns = {column.name: column for column in dictionary.describe(table).columns}
    problems: list[str] = []
    failures: Failures = defaultdict(list)
    for case in cases:
        if case["index"] is None:
            problems.append(f"{case['column']}: {case['check']}, found {case['failure_case']}")
        elif not (case["check"] == "not_nullable" and columns[case["column"]].key):
            failures[case["index"]].append(_told(columns[case["column"]], case["failure_case"]))
    return problems, dict(failures)


def _told(column: dictionary.Column, value: Any) -> str:
    if value is None:
        return f"{column.name} is missing"
    allowed = f"one of {', '.join(column.one_of)}" if column.one_of else ", ".join(column.constraints)
    return f"{column.name} is {str(value)[:SAMPLE_LENGTH]!r}, must be {allowed}"


def _rules_between_columns(frame: pl.DataFrame) -> Failures:
    """Rules that the declaration of one column cannot hold. Null satisfies each of them."""
    rules = {
        f"{name} is no finite number": pl.col(name).is_finite()
        for name, dtype in frame.schema.items()
        if dtype.is_float()
    }
    if "end" in frame.columns:
        rules["end is not after start"] = pl.col("start") < pl.col("end")
    if "value_high" in frame.columns:
        rules["value_high is below value"] = pl.col("value") <= pl.col("value_high")
    for first, last in (("time_start", "time_end"), ("date_start", "date_end")):
        if first in frame.columns:
            rules[f"{last} is before {first}"] = pl.col(first) <= pl.col(last)
    if "char_count" in frame.columns:
        rules["char_count is not the length of text"] = pl.col("char_count") == pl.col("text").str.len_chars()
    if "evidence" in frame.columns:
        rules["fewer than two rows are compared"] = pl.col("evidence").list.len() >= 2
    failures: Failures = defaultdict(list)
    broken = frame.select(**{reason: ~holds for reason, holds in rules.items()})
    for reason in broken.columns:
        for number in broken[reason].fill_null(value=False).arg_true():
            failures[number].append(reason)
    return dict(failures)
