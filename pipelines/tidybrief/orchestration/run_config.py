"""What may be set for one run in the launchpad: the same settings as in the project file, by the same rules.

What belongs here: which settings a single run may change, and their form for Dagster. Folders are none of them: they
say which project it is.
"""

from dataclasses import fields
from typing import Final

import dagster as dg

from tidybrief.settings import KINDS, Settings

FOR_ALL_RUNS: Final = frozenset({"failure_email"})


def config_fields(settings: Settings) -> dict[str, dg.Field]:
    """The texts and numbers that a run may set, each with its meaning and the project's value as default."""
    return {
        each.name: dg.Field(
            KINDS[each.name],
            is_required=False,
            default_value=getattr(settings, each.name),
            description=each.metadata["meaning"],
        )
        for each in fields(Settings)
        if KINDS[each.name] in {str, int, float} and not each.metadata["is_secret"] and each.name not in FOR_ALL_RUNS
    }
