"""The whole pipeline over one project.

What belongs here: putting assets, checks, storage and automation together for given settings.
"""

from collections.abc import Iterator

import dagster as dg

from tidybrief.orchestration import assets, automation
from tidybrief.orchestration.batch import Batch, Narrator, open_batch, silence
from tidybrief.orchestration.storage import IO_MANAGER, staged_tables
from tidybrief.settings import Settings


def pipeline(settings: Settings, narrate: Narrator = silence) -> dg.Definitions:
    """Assets with their checks, the job refresh, its schedule and its sensor, over the project of the
    settings."""

    @dg.resource(description="The input as read, the method and their staging, while the outputs folder is locked.")
    def batch(_: dg.InitResourceContext) -> Iterator[Batch]:
        with open_batch(settings, narrate) as opened:
            yield opened

    return dg.Definitions(
        assets=[
            assets.raw,
            assets.extracted_tables,
            assets.joint_tables,
            assets.briefing,
            assets.publication,
        ],
        resources={"batch": batch, IO_MANAGER: staged_tables},
        jobs=[automation.refresh],
        schedules=[automation.every_morning],
        sensors=[automation.watch(settings.raw)],
        executor=dg.in_process_executor,
    )
