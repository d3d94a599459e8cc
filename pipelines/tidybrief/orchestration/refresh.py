"""The job refresh, run in this process and recorded in the project's history.

What belongs here: starting the job, and what became of it in terms of the contract.
"""

from dataclasses import dataclass

import dagster as dg

from tidybrief import publishing
from tidybrief.orchestration import failures
from tidybrief.orchestration.assets import REFRESH
from tidybrief.orchestration.batch import Narrator, silence
from tidybrief.orchestration.instance import open_instance
from tidybrief.orchestration.pipeline import pipeline
from tidybrief.publishing import Run
from tidybrief.settings import Settings


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
    with publishing.lock(settings.outputs, timeout=settings.lock_wait_seconds):
        before = publishing.latest(settings.outputs)
        job = pipeline(settings, narrate).resolve_job_def(REFRESH)
        with open_instance(settings.outputs) as instance:
            result = job.execute_in_process(instance=instance, raise_on_error=False)
        if not result.success:
            raise _reason(result)
        run = publishing.latest(settings.outputs)
    if run is None:
        raise Crashed("the run succeeded, and yet nothing is published")
    return Refreshed(run, new=before is None or before.run_id != run.run_id)


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
    return Crashed("the run ended before its first step")
