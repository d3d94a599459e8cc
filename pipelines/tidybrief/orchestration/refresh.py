"""The job refresh, run in this process and recorded in the project's history.

What belongs here: starting the job, and what became of it in terms of the contract.
"""

from dataclasses import dataclass
from typing import Final

import dagster as dg

from tidybrief import publishing
from tidybrief.engines.workers import Crew
from tidybrief.orchestration import failures
from tidybrief.orchestration.assets import REFRESH
from tidybrief.orchestration.automation import STARTED_BY_COMMAND
from tidybrief.orchestration.batch import Narrator, silence
from tidybrief.orchestration.failures import Stop
from tidybrief.orchestration.instance import open_instance
from tidybrief.orchestration.notification import tell_of_failure
from tidybrief.orchestration.pipeline import pipeline
from tidybrief.publishing import Run
from tidybrief.settings import Settings

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


def refresh(settings: Settings, narrate: Narrator = silence, crew: Crew | None = None) -> Refreshed:
    """Runs the job, with a crew that is there already or one of its own, and returns the latest publication.

    Raises Locked where another run does not end in time, NothingPublished where the gate blocks, no input is usable or
    the publication could not be copied, Crashed for any other error. Tells whom the settings name; what could not be
    told is a note of the error.
    """
    try:
        return _refresh(settings, narrate, crew)
    except (publishing.Locked, NothingPublished, Crashed) as error:
        for untold in tell_of_failure(settings, _stop(error)):
            error.add_note(untold)
        raise


def _refresh(settings: Settings, narrate: Narrator, crew: Crew | None) -> Refreshed:
    if not settings.raw.is_dir():
        raise NothingPublished(
            failures.NO_USABLE_INPUT, f"{settings.raw}: no such folder", "Name the folder that holds the documents."
        )
    with publishing.lock(settings.outputs, timeout=settings.lock_wait_seconds):
        before = publishing.latest(settings.outputs)
        job = pipeline(settings, narrate, crew).resolve_job_def(REFRESH)
        with open_instance(settings.outputs) as instance:
            _close_abandoned(instance)
            result = job.execute_in_process(instance=instance, tags=STARTED_BY_COMMAND, raise_on_error=False)
        if not result.success:
            raise _reason(failures.stop_of(result.all_events))
        run = publishing.latest(settings.outputs)
    if run is None:
        raise Crashed("the run succeeded, and yet nothing is published")
    return Refreshed(run, new=before is None or before.run_id != run.run_id)


def _close_abandoned(instance: dg.DagsterInstance) -> None:
    """Ends in the history what a killed process left under way: whoever holds the lock knows that it runs no more."""
    under_way = dg.RunsFilter(tags=STARTED_BY_COMMAND, statuses=UNDER_WAY)
    for run in instance.get_runs(filters=under_way):
        instance.report_run_failed(run, "The process of this run was killed.")


def _reason(stop: Stop) -> NothingPublished | Crashed:
    if stop.reason == failures.CRASH:
        return Crashed(stop.message)
    return NothingPublished(stop.reason, stop.message, stop.next_step)


def _stop(error: publishing.Locked | NothingPublished | Crashed) -> Stop:
    if isinstance(error, NothingPublished):
        return Stop(error.reason, str(error), error.next_step)
    if isinstance(error, publishing.Locked):
        return Stop(failures.LOCKED, str(error), "Wait for it to end, then run again.")
    return Stop(failures.CRASH, str(error), failures.LOOK_AT_THE_RUN)
