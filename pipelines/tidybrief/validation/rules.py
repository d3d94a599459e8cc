"""What a table must hold by itself.

What belongs here: what pandera finds wrong with a table, told in the words of the gate. The rules themselves are
declared in `schemas`.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

import polars as pl
from pandera.errors import SchemaErrors

from tidybrief import dictionary, schemas
from tidybrief.validation.checks import SAMPLE_LENGTH, Failures

_ABSENT: Final = "not_nullable"


def find_broken_rules(table: str, frame: pl.DataFrame) -> tuple[list[str], Failures]:
    """What is wrong with the shape of the table, and, where nothing is, which rows break a rule.

    A missing key is no failing row; the check of keys finds it.
    """
    if frame.is_empty() and list(frame.schema.items()) == list(dictionary.polars_schema(table).items()):
        return [], {}  # what no row can break need not be looked at
    try:
        schemas.TABLES[table].validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases.to_dicts()
    else:
        return [], {}
    problems = [_shape_problem(table, case, frame) for case in cases if case["index"] is None]
    if problems:
        return sorted(set(problems)), {}
    keys = dictionary.primary_key(table)
    failures: Failures = defaultdict(list)
    for case in cases:
        if case["check"] != _ABSENT or case["column"] not in keys:
            failures[case["index"]].append(_told(table, case))
    return [], dict(failures)


def _shape_problem(table: str, case: Mapping[str, Any], frame: pl.DataFrame) -> str:
    expected = dictionary.polars_schema(table)
    match case["check"]:
        case "column_in_dataframe":
            return f"{case['failure_case']} is missing"
        case "column_in_schema":
            return f"{case['failure_case']} is no column of {table}"
        case "column_ordered":
            return f"columns come as {', '.join(frame.columns)}, must come as {', '.join(expected)}"
    column = case["column"]
    if column in frame.columns and column in expected:
        return f"{column} is {frame.schema[column]}, must be {expected[column]}"
    return f"{case['check']}: {case['failure_case']}"


def _told(table: str, case: Mapping[str, Any]) -> str:
    """What is wrong with one row: a rule between columns by its own words, a rule of a column with the value."""
    column, check = case["column"], case["check"]
    if case["schema_context"] != "Column":
        return str(check)
    if check == _ABSENT:
        return f"{column} is missing"
    allowed = dictionary.rule_in_words(table, column, check.partition("(")[0])
    return f"{column} is {str(case['failure_case'])[:SAMPLE_LENGTH]!r}, must be {allowed}"
