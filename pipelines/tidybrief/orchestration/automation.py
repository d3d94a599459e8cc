"""When the pipeline runs by itself.

What belongs here: the job, its daily schedule, and the sensor that watches the raw folder. What does not:
what a run does (`assets`).
"""

import hashlib
from pathlib import Path
from typing import Final

import dagster as dg

from tidybrief.orchestration.assets import REFRESH
from tidybrief.reading import BESIDE_DOCUMENTS, find_files

EVERY_MORNING: Final = "0 6 * * *"
LOOK_EVERY: Final = 30
"""Seconds between two looks at the raw folder."""

refresh = dg.define_asset_job(
    REFRESH,
    selection=dg.AssetSelection.all(),
    config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
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
        if digest == context.cursor:
            return dg.SkipReason(f"{raw}: unchanged.")
        return dg.SensorResult(run_requests=[dg.RunRequest()], cursor=digest)

    return raw_folder


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
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return b""
