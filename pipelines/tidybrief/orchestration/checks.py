"""What the gate found, as asset checks.

What belongs here: the few aggregated checks that each table declares, and their results in Dagster's form.
What is checked is decided in `validation`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import dagster as dg

from tidybrief.orchestration.described import rows_as_table
from tidybrief.validation import Check
from tidybrief.validation.checks import DESCRIPTIONS

AGGREGATES: Final[Mapping[str, tuple[str, ...]]] = {
    "schema": ("schema", "rules", "keys"),
    "grounding": ("grounding",),
    "references": ("references", "counts"),
    "coverage": ("coverage", "reject_share"),
    "sound": ("schema", "rules", "keys", "grounding", "references"),
}
"""The checks of validation that each asset check sums up; each asset check costs an event in the history."""
IN_TEXT: Final = ("schema", "grounding", "references")
CHECKS: Final[Mapping[str, tuple[str, ...]]] = {
    "documents": ("schema", "references", "coverage"),
    "sentences": IN_TEXT,
    "entities": ("schema", "references"),
    "mentions": IN_TEXT,
    "figures": IN_TEXT,
    "dates": IN_TEXT,
    "relations": IN_TEXT,
    "document_pairs": ("sound",),
    "comparisons": IN_TEXT,
    "derived_figures": ("sound",),
    "changes": ("sound",),
    "judgements": ("sound",),
    "rejects": ("schema", "coverage"),
}


def specs(tables: Iterable[str]) -> list[dg.AssetCheckSpec]:
    """The declared checks of the tables."""
    return [
        dg.AssetCheckSpec(name, asset=table, description=_sentences(DESCRIPTIONS[part] for part in AGGREGATES[name]))
        for table in tables
        for name in CHECKS[table]
    ]


def results(checks: Iterable[Check], table: str) -> Iterator[dg.AssetCheckResult]:
    """What was found in one table. A check that could not be made, because a schema is broken, has not
    passed."""
    found = [check for check in checks if check.table == table]
    for name in CHECKS[table]:
        made = [check for check in found if check.name in AGGREGATES[name]]
        yield _result(table, name, made)


def _result(table: str, name: str, made: Sequence[Check]) -> dg.AssetCheckResult:
    failed = [check for check in made if not check.passed]
    metadata: dict[str, dg.MetadataValue] = {
        f"failing rows: {check.name}": dg.MetadataValue.int(check.failing_rows) for check in made
    }
    if samples := [{"check": check.name, **row} for check in failed for row in check.samples]:
        metadata["samples"] = rows_as_table(samples)
    blocks = any(check.severity == "error" for check in failed)
    told = [f"Not so in {check.failing_rows} of {check.rows} rows: {check.description}" for check in failed]
    return dg.AssetCheckResult(
        asset_key=table,
        check_name=name,
        passed=bool(made) and not failed,
        severity=dg.AssetCheckSeverity.ERROR if blocks else dg.AssetCheckSeverity.WARN,
        description=_sentences(told) if made else "Not examined, because a table lacks its columns",
        metadata=metadata,
    )


def _sentences(told: Iterable[str]) -> str:
    return " ".join(f"{sentence}." for sentence in told)
