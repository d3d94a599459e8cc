"""What the gate found, as asset checks.

What belongs here: the few aggregated checks that each table declares, and their results in Dagster's form.
What is checked is decided in `validation`.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import dagster as dg

from tidybrief import dictionary
from tidybrief.orchestration.described import rows_as_table
from tidybrief.validation import Check
from tidybrief.validation.checks import DESCRIPTIONS

GROUNDED: Final = {"sentences", "mentions", "figures", "dates", "relations", "comparisons"}
COUNTED: Final = {"documents", "entities"}


def names_of(table: str) -> Iterator[str]:
    """The checks that validation reports for a table."""
    yield "schema"
    yield "rules"
    if table in GROUNDED:
        yield "grounding"
    if dictionary.primary_key(table):
        yield "keys"
    if dictionary.references(table) or table == "comparisons":
        yield "references"
    if table in COUNTED:
        yield "counts"
    if table == "documents":
        yield "coverage"
    if table == "rejects":
        yield "reject_share"


def specs(tables: Iterable[str]) -> list[dg.AssetCheckSpec]:
    """The declared checks of the tables."""
    return [
        dg.AssetCheckSpec(name, asset=table, description=DESCRIPTIONS[name])
        for table in tables
        for name in names_of(table)
    ]


def results(checks: Iterable[Check], table: str) -> list[dg.AssetCheckResult]:
    """What was found in one table. Checks that could not be made because a schema is broken are failed
    ones."""
    found = {check.name: check for check in checks if check.table == table}
    return [_result(found[name]) if name in found else _not_made(table, name) for name in names_of(table)]


def _result(check: Check) -> dg.AssetCheckResult:
    metadata: dict[str, dg.MetadataValue] = {
        "failing rows": dg.MetadataValue.int(check.failing_rows),
        "rows": dg.MetadataValue.int(check.rows),
    }
    if check.samples:
        metadata["samples"] = rows_as_table(check.samples)
    return dg.AssetCheckResult(
        asset_key=check.table,
        check_name=check.name,
        passed=check.passed,
        severity=dg.AssetCheckSeverity.ERROR if check.severity == "error" else dg.AssetCheckSeverity.WARN,
        description=check.description
        if check.passed
        else f"Not so: {check.description[0].lower()}{check.description[1:]}",
        metadata=metadata,
    )


def _not_made(table: str, name: str) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=table,
        check_name=name,
        passed=False,
        severity=dg.AssetCheckSeverity.WARN,
        description="Not examined, because a table does not have the columns of the contract",
    )
