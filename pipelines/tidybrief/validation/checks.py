"""What a check says.

What belongs here: the record, its words, and how failing rows become one. What is checked stands in the
other modules.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import polars as pl

Severity = Literal["error", "warn"]
Tables = Mapping[str, pl.DataFrame]
Failures = dict[int, list[str]]
"""What is wrong with each failing row of a table, by the row's number."""

SAMPLES: Final = 5
SAMPLE_LENGTH: Final = 200

DESCRIPTIONS: Final = {
    "schema": "Has the columns of the contract, in their order, with their types",
    "rules": "Values are within the ranges and vocabularies of their columns",
    "grounding": "Every row lies in its sentence and says what the document says there",
    "keys": "Every row has a key, and no two rows share one",
    "references": "Every row that is referred to exists",
    "order": "Rows are sorted by document and place, then by key",
    "counts": "Counts agree with the rows that they count",
    "coverage": "Every document yields something, or rejects says why it does not",
    "reject_share": "Few enough rows were rejected",
}


@dataclass(frozen=True, slots=True)
class Check:
    """What one aggregated check found in one table.

    A failed check of severity 'error' keeps everything from being published; 'warn' does not.
    `samples` holds some of the failing rows, long texts cut, each with its reason under the key "reason".
    """

    table: str
    name: str
    description: str
    severity: Severity
    passed: bool
    failing_rows: int
    rows: int
    samples: tuple[dict[str, Any], ...] = ()


def blocking(checks: Iterable[Check]) -> tuple[Check, ...]:
    """The failed checks that keep the tables from being published."""
    return tuple(check for check in checks if not check.passed and check.severity == "error")


def check_rows(table: str, name: str, failures: Failures, frame: pl.DataFrame, severity: Severity = "error") -> Check:
    """The check that has these failing rows."""
    samples = (
        brief(frame.row(number, named=True), "; ".join(reasons))
        for number, reasons in sorted(failures.items())[:SAMPLES]
    )
    return Check(
        table=table,
        name=name,
        description=DESCRIPTIONS[name],
        severity=severity,
        passed=not failures,
        failing_rows=len(failures),
        rows=frame.height,
        samples=tuple(samples),
    )


def brief(row: Mapping[str, Any], reason: str) -> dict[str, Any]:
    """The row as a sample: long texts cut, with the reason why it fails."""
    values = {
        name: f"{value[:SAMPLE_LENGTH]}…" if isinstance(value, str) and len(value) > SAMPLE_LENGTH else value
        for name, value in row.items()
    }
    return {**values, "reason": reason}


def merged(*parts: Failures) -> Failures:
    """All the reasons of all the parts."""
    together: Failures = defaultdict(list)
    for part in parts:
        for number, reasons in part.items():
            together[number].extend(reasons)
    return dict(together)
