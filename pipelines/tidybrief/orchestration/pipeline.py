"""The whole pipeline over one project.

What belongs here: putting assets, checks, storage and automation together for given settings.
"""

from collections.abc import Iterator
from typing import Final

import dagster as dg

from tidybrief.engines.workers import Crew
from tidybrief.orchestration import assets, automation
from tidybrief.orchestration.batch import Batch, Narrator, open_batch, silence
from tidybrief.orchestration.notification import tells_of_failures
from tidybrief.orchestration.run_config import config_fields
from tidybrief.orchestration.storage import IO_MANAGER, staged_tables
from tidybrief.schemas import SCHEMA_VERSION
from tidybrief.settings import Settings, changed

TAGS: Final = {"tidybrief/schema_version": SCHEMA_VERSION}


def pipeline(settings: Settings, narrate: Narrator = silence, crew: Crew | None = None) -> dg.Definitions:
    """Assets with their checks, the job refresh, its schedule and its sensor, over the project of the settings. The
    crew shares the work of a run, one of its own where none is there."""

    @dg.resource(
        config_schema=config_fields(settings),
        description="The input as read, the method and their staging, while the outputs folder is locked.",
    )
    def batch(context: dg.InitResourceContext) -> Iterator[Batch]:
        with open_batch(changed(settings, context.resource_config), narrate, crew) as opened:
            yield opened

    owners = [settings.failure_email] if settings.failure_email else []
    return dg.Definitions(
        assets=dg.map_asset_specs(
            lambda spec: spec.replace_attributes(owners=owners, tags=TAGS),
            [assets.raw, assets.extracted_tables, assets.joint_tables, assets.briefing, assets.publication],
        ),
        resources={"batch": batch, IO_MANAGER: staged_tables},
        jobs=[automation.refresh],
        schedules=[automation.every_morning],
        sensors=[
            automation.watch(settings.raw),
            *([automation.look_out_for_failures(settings)] if tells_of_failures(settings) else []),
        ],
        executor=dg.in_process_executor,
    )
