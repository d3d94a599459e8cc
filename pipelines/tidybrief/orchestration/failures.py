"""Why a run stops, in a form that the UI shows and the command line understands.

What belongs here: the failures that have a place in the contract. A crash has none and stays what it is.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import dagster as dg

from tidybrief.orchestration.described import rows_as_table
from tidybrief.reading import Reject
from tidybrief.validation import Check

REASON: Final = "reason"
NEXT_STEP: Final = "next step"
BLOCKED: Final = "BLOCKED"
NO_USABLE_INPUT: Final = "NO_USABLE_INPUT"
TOLD: Final = 3
SHOWN: Final = 50


def blocked(checks: Sequence[Check]) -> dg.Failure:
    """The gate found what must not be published."""
    told = "; ".join(f"{check.table}.{check.name}: {check.failing_rows} of {check.rows} rows" for check in checks)
    return _failure(
        BLOCKED,
        f"nothing was published, these checks failed: {told}",
        "The last publication stays. Look at the failing rows: tidybrief ui",
        [{"table": check.table, "check": check.name, **row} for check in checks for row in check.samples],
    )


def no_usable_input(raw: object, rejects: Sequence[Reject]) -> dg.Failure:
    """There is no document that can be read."""
    told = "; ".join(f"{row.doc_id}: {row.code}: {row.message}" for row in rejects[:TOLD])
    return _failure(
        NO_USABLE_INPUT,
        f"{raw}: no document that can be read ({told})" if told else f"{raw}: no documents in this folder",
        rejects[0].remedy if rejects else "Put .txt or .md files into it, or name another folder.",
        [{"doc_id": row.doc_id, "code": row.code, "remedy": row.remedy} for row in rejects[:SHOWN]],
    )


def _failure(reason: str, description: str, next_step: str, rows: Sequence[Mapping[str, object]]) -> dg.Failure:
    metadata: dict[str, dg.MetadataValue] = {
        REASON: dg.MetadataValue.text(reason),
        NEXT_STEP: dg.MetadataValue.text(next_step),
    }
    if rows:
        metadata["rows"] = rows_as_table(rows)
    return dg.Failure(description, metadata=metadata, allow_retries=False)
