"""Why a run stops, in a form that the UI shows and the command line understands.

What belongs here: the failures that have a place in the contract, and reading from the events of a run why it stopped.
A crash has no place there and stays what it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import dagster as dg

from tidybrief.orchestration.described import rows_as_table
from tidybrief.reading import Reject
from tidybrief.validation import Check

REASON: Final = "reason"
NEXT_STEP: Final = "next step"
BLOCKED: Final = "BLOCKED"
NO_USABLE_INPUT: Final = "NO_USABLE_INPUT"
NOT_COPIED: Final = "NOT_COPIED"
CRASH: Final = "CRASH"
LOCKED: Final = "LOCKED"
LOOK_AT_THE_RUN: Final = "The last publication stays. Look at the run: tidybrief ui"
TOLD: Final = 3
SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a run stopped: one of the reasons above, a message, and the next step."""

    reason: str
    message: str
    next_step: str


def stop_of(events: Iterable[dg.DagsterEvent]) -> Stop:
    """Why the run of these events stopped: the first failure in it."""
    for event in events:
        if event.is_step_failure:
            failure = event.step_failure_data
            told = failure.user_failure_data
            if told and REASON in told.metadata:
                reason, next_step = (str(told.metadata[key].value) for key in (REASON, NEXT_STEP))
                return Stop(reason, told.description or reason, next_step)
            if told:
                return _crash(f"{event.step_key}: {told.description}")
            if failure.error:
                cause = failure.error.cause or failure.error
                return _crash(f"{event.step_key}: {cause.message.strip()}")
        if event.is_resource_init_failure and event.engine_event_data.error:
            cause = event.engine_event_data.error.cause or event.engine_event_data.error
            return _crash(f"before the first step: {cause.message.strip()}")
        if event.is_run_failure and event.message:
            return _crash(event.message)
    return _crash("the run ended before its first step")


def _crash(message: str) -> Stop:
    return Stop(CRASH, message, LOOK_AT_THE_RUN)


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


def not_copied(run_id: str, address: str, error: Exception) -> dg.Failure:
    """The publication is there, its copy is not."""
    cause = str(error).strip() or type(error).__name__
    return _failure(
        NOT_COPIED,
        f"{run_id} is published here, but not copied to {address}: {cause}",
        "Mend this, then run again: what is missing is copied then.",
        [],
    )


def _failure(reason: str, description: str, next_step: str, rows: Sequence[Mapping[str, object]]) -> dg.Failure:
    metadata: dict[str, dg.MetadataValue] = {
        REASON: dg.MetadataValue.text(reason),
        NEXT_STEP: dg.MetadataValue.text(next_step),
    }
    if rows:
        metadata["rows"] = rows_as_table(rows)
    return dg.Failure(description, metadata=metadata, allow_retries=False)
