"""What a table must hold by itself.

What belongs here: the shape and the rules that `schemas` declares, and the rules between the columns of one
row. All rules of a table are looked at in one pass: pandera's own, a pass for each column and rule, takes
ten times as long.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import polars as pl

from tidybrief import dictionary
from tidybrief.validation.checks import SAMPLE_LENGTH, Failures


@dataclass(frozen=True, slots=True)
class _Rule:
    """What must hold of each row, and what is told of a row where it does not. Null satisfies every rule
    but presence.

    Where the rule is about one column, its value is told too.
    """

    holds: pl.Expr
    told: str
    column: str | None = None


_DECLARED: Final[Mapping[str, Callable[[pl.Expr, Any], pl.Expr]]] = {
    "minimum": lambda value, bound: value >= bound,
    "maximum": lambda value, bound: value <= bound,
    "minLength": lambda value, bound: value.str.len_chars() >= bound,
    "maxLength": lambda value, bound: value.str.len_chars() <= bound,
    "pattern": lambda value, pattern: value.str.contains(pattern),
}


def find_broken_rules(table: str, frame: pl.DataFrame) -> tuple[list[str], Failures]:
    """What is wrong with the shape of the table, and, where nothing is, which rows break a rule.

    A missing key is no failing row; the check of keys finds it.
    """
    problems = list(_misshapen(table, frame.schema))
    return (problems, {}) if problems else ([], _failing_rows(frame, _rules(table)))


def _misshapen(table: str, found: pl.Schema) -> Iterator[str]:
    expected = dictionary.polars_schema(table)
    for name in expected.keys() - found.keys():
        yield f"{name} is missing"
    for name in found.keys() - expected.keys():
        yield f"{name} is no column of {table}"
    for name in expected.keys() & found.keys():
        if found[name] != expected[name]:
            yield f"{name} is {found[name]}, must be {expected[name]}"
    if found.keys() == expected.keys() and list(found) != list(expected):
        yield f"columns come as {', '.join(found)}, must come as {', '.join(expected)}"


def _failing_rows(frame: pl.DataFrame, rules: tuple[_Rule, ...]) -> Failures:
    broken = frame.select((~rule.holds).fill_null(value=False).alias(str(n)) for n, rule in enumerate(rules))
    failures: Failures = defaultdict(list)
    for rule, column in zip(rules, broken.iter_columns(), strict=True):
        for number in column.arg_true():
            value = f"{rule.column} is {str(frame[rule.column][number])[:SAMPLE_LENGTH]!r}, " if rule.column else ""
            failures[number].append(value + rule.told)
    return dict(failures)


@cache
def _rules(table: str) -> tuple[_Rule, ...]:
    return (*_declared_rules(table), *_rules_between_columns(dictionary.polars_schema(table)))


def _declared_rules(table: str) -> Iterator[_Rule]:
    for column in dictionary.describe(table).columns:
        value = pl.col(column.name)
        if not column.nullable and not column.key:
            yield _Rule(value.is_not_null(), f"{column.name} is missing")
        if column.one_of:
            yield _Rule(value.is_in(column.one_of), f"must be one of {', '.join(column.one_of)}", column.name)
        for (rule, bound), told in zip(column.rules.items(), column.constraints, strict=True):
            yield _Rule(_DECLARED[rule](value, bound), f"must be {told}", column.name)


def _rules_between_columns(columns: pl.Schema) -> Iterator[_Rule]:
    """Rules that the declaration of one column cannot hold, by the names and types that the tables have in
    common."""
    for name, dtype in columns.items():
        if dtype.is_float():
            yield _Rule(pl.col(name).is_finite(), "must be a finite number", name)
        if isinstance(dtype, pl.List):
            yield _Rule(~pl.col(name).list.eval(pl.element().is_null()).list.any(), f"{name} is a list with gaps")
    if "end" in columns:
        yield _Rule(pl.col("start") < pl.col("end"), "end is not after start")
    if "value_high" in columns:
        yield _Rule(pl.col("value") <= pl.col("value_high"), "value_high is below value")
    for first, last in (("time_start", "time_end"), ("date_start", "date_end")):
        if first in columns:
            yield _Rule(pl.col(first) <= pl.col(last), f"{last} is before {first}")
    if "char_count" in columns:
        length = pl.col("text").str.len_chars()
        yield _Rule(pl.col("char_count") == length, "char_count is not the length of text")
    if "evidence" in columns:
        yield _Rule(pl.col("evidence").list.len() >= 2, "fewer than two rows are compared")
