"""When the pipeline runs by itself.

What belongs here: the job, its daily schedule, the sensor that watches the raw folder, and the one that looks out for
runs that failed. What does not: what a run does (`assets`), and what is told of a failure (`notification`).
"""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Final

import dagster as dg

from tidybrief.orchestration import failures
from tidybrief.orchestration.assets import REFRESH
from tidybrief.orchestration.notification import tell_of_failure
from tidybrief.reading import BESIDE_DOCUMENTS, find_files
from tidybrief.settings import Settings

EVERY_MORNING: Final = "0 6 * * *"
LOOK_EVERY: Final = 15
"""Seconds between two looks at the raw folder, and at the runs that failed: a new document is to be published within a
minute, the start of a run included."""
REMEMBERED: Final = 100_000
"""Files whose digest is kept from one look to the next."""
STARTED_BY_COMMAND: Final = {"tidybrief/started_by": "command line"}
"""The tag of runs of the command line: they tell of their failure themselves, and hold the lock of the outputs folder
from before their start until after their end."""

refresh = dg.define_asset_job(
    REFRESH,
    selection=dg.AssetSelection.all(),
    config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
    # The steps of a run share one reading of the folder, which has gone with the process: a retry begins anew.
    tags={"dagster/retry_strategy": "ALL_STEPS"},
    description="Reads the raw folder, makes the tables and the briefing, publishes where anything changed.",
)

every_morning = dg.ScheduleDefinition(
    name="every_morning",
    job=refresh,
    cron_schedule=EVERY_MORNING,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="A run a day, so that the briefing is known to be up to date even where nothing changed.",
)


def watch(raw: Path) -> dg.SensorDefinition:
    """A sensor that requests a run when the content of the raw folder has changed.

    The digest is its cursor and not the key of the run, so that a folder that goes back to an earlier state
    runs again.
    """

    @dg.sensor(
        name="raw_folder",
        job=refresh,
        minimum_interval_seconds=LOOK_EVERY,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description=f"Watches {raw} and runs refresh when a document was added, changed or removed.",
    )
    def raw_folder(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        try:
            digest = content_digest(raw)
        except OSError as error:
            return dg.SkipReason(f"{raw}: {error.strerror}. Create the folder and put documents in.")
        if context.cursor is None and not any(find_files(raw)):
            return dg.SkipReason(f"{raw}: no documents yet.")
        if digest == context.cursor:
            return dg.SkipReason(f"{raw}: unchanged.")
        return dg.SensorResult(run_requests=[dg.RunRequest()], cursor=digest)

    return raw_folder


def look_out_for_failures(settings: Settings) -> dg.SensorDefinition:
    """A sensor that tells whom the settings name when a run that the daemon or the UI started has failed."""

    @dg.run_failure_sensor(
        name="failed_runs",
        minimum_interval_seconds=LOOK_EVERY,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Tells by webhook or e-mail, as the settings say, when a run failed.",
    )
    def failed_runs(context: dg.RunFailureSensorContext) -> None:
        if STARTED_BY_COMMAND.items() <= context.dagster_run.tags.items():
            return
        entries = context.instance.all_logs(context.dagster_run.run_id)
        stop = failures.stop_of(entry.dagster_event for entry in entries if entry.dagster_event)
        if untold := tell_of_failure(settings, stop):
            raise dg.Failure(" ".join(untold), allow_retries=False)

    return failed_runs


def content_digest(raw: Path) -> str:
    """The digest of names and bytes of everything in the folder that a run would look at.

    Raises OSError where the folder cannot be listed; a file that cannot be read counts by its name.
    """
    digest = hashlib.sha256()
    paths = [*find_files(raw), *((name, raw / name) for name in BESIDE_DOCUMENTS)]
    for name, path in paths:
        digest.update(f"{name}\0".encode())
        digest.update(_file_digest(path))
    return digest.hexdigest()


def _file_digest(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        state = path.stat()
        return _digest_of_bytes(path, (state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns))
    except OSError:
        return b""


@lru_cache(maxsize=REMEMBERED)
def _digest_of_bytes(path: Path, _: tuple[int, ...]) -> bytes:
    """The digest of a file; as long as its state is the same, its bytes are read once."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
