"""The job refresh, run in this process and recorded in the project's history.

What belongs here: starting the job, and what became of it in terms of the contract.
"""

from dataclasses import dataclass
from typing import Final

import dagster as dg

from tidybrief import publishing
from tidybrief.orchestration import failures
from tidybrief.orchestration.assets import REFRESH
from tidybrief.orchestration.batch import Narrator, silence
from tidybrief.orchestration.instance import open_instance
from tidybrief.orchestration.pipeline import pipeline
from tidybrief.publishing import Run
from tidybrief.settings import Settings

OURS: Final = {"tidybrief/started_by": "command line"}
"""The tag of runs that hold the lock of the outputs folder from before their start until after their end."""
UNDER_WAY: Final = [dg.DagsterRunStatus.NOT_STARTED, dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED]


class NothingPublished(RuntimeError):
    """A run that ended without a publication for a reason that the contract knows: one of `failures`."""

    def __init__(self, reason: str, message: str, next_step: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.next_step = next_step


class Crashed(RuntimeError):
    """A run that ended in an error; the message says where and which."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The publication that is the latest after the run, whether the run made it, and where its briefing is
    linked."""

    run: Run
    new: bool


def refresh(settings: Settings, narrate: Narrator = silence) -> Refreshed:
    """Runs the job and returns the latest publication.

    Raises Locked where another run does not end in time, NothingPublished where the gate blocks or no input
    is usable, Crashed for any other error.
    """
    if not settings.raw.is_dir():
        raise NothingPublished(
            failures.NO_USABLE_INPUT, f"{settings.raw}: no such folder", "Name the folder that holds the documents."
        )
    with publishing.lock(settings.outputs, timeout=settings.lock_wait_seconds):
        before = publishing.latest(settings.outputs)
        job = pipeline(settings, narrate).resolve_job_def(REFRESH)
        with open_instance(settings.outputs) as instance:
            _close_abandoned(instance)
            result = job.execute_in_process(instance=instance, tags=OURS, raise_on_error=False)
        if not result.success:
            raise _reason(result)
        run = publishing.latest(settings.outputs)
    if run is None:
        raise Crashed("the run succeeded, and yet nothing is published")
    return Refreshed(run, new=before is None or before.run_id != run.run_id)


def _close_abandoned(instance: dg.DagsterInstance) -> None:
    """Ends in the history what a killed process left under way: whoever holds the lock knows that it runs no more."""
    under_way = dg.RunsFilter(tags=OURS, statuses=UNDER_WAY)
    for run in instance.get_runs(filters=under_way):
        instance.report_run_failed(run, "The process of this run was killed.")


def _reason(result: dg.ExecuteInProcessResult) -> NothingPublished | Crashed:
    for event in result.all_events:
        if event.is_step_failure:
            failure = event.step_failure_data
            told = failure.user_failure_data
            if told and failures.REASON in told.metadata:
                reason, next_step = (str(told.metadata[key].value) for key in (failures.REASON, failures.NEXT_STEP))
                return NothingPublished(reason, told.description or reason, next_step)
            if told:
                return Crashed(f"{event.step_key}: {told.description}")
            if failure.error:
                cause = failure.error.cause or failure.error
                return Crashed(f"{event.step_key}: {cause.message.strip()}")
        if event.is_resource_init_failure and event.engine_event_data.error:
            cause = event.engine_event_data.error.cause or event.engine_event_data.error
            return Crashed(f"before the first step: {cause.message.strip()}")
    return Crashed("the run ended before its first step")
