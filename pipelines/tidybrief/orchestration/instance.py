"""The run history of an outputs folder: Dagster's instance, its home and its settings.

What belongs here: where the history lies, and that it tells nobody about itself.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dagster import DagsterInstance

HOME: Final = ".dagster"
BY_DAGSTER: Final = "dagster.yaml"
OF_A_RUN: Final = "run.yaml"
CONFIGURATION: Final = """\
telemetry: {enabled: false}
nux: {enabled: false}
compute_logs:
  module: dagster._core.storage.noop_compute_log_manager
  class: NoOpComputeLogManager
"""
WORKSPACE: Final = "workspace.yaml"
CODE_LOCATION: Final = """\
load_from:
  - python_module: {module_name: tidybrief.orchestration.definitions, location_name: tidybrief}
"""


def prepare_home(outputs: Path) -> Path:
    """The home of the outputs folder's instance, made and configured where it is not."""
    home = (outputs / HOME).absolute()
    home.mkdir(parents=True, exist_ok=True)
    for name, content in {BY_DAGSTER: CONFIGURATION, WORKSPACE: CODE_LOCATION}.items():
        if not (home / name).exists():
            (home / name).write_text(content)
    return home


@contextmanager
def open_instance(outputs: Path) -> Iterator["DagsterInstance"]:
    """The instance that keeps the history of the outputs folder."""
    import dagster as dg  # half a second, which the server's parent does not need

    home = prepare_home(outputs)
    with dg.DagsterInstance.from_config(str(home), _configured(home)) as instance:
        yield instance


def _configured(home: Path) -> str:
    """The name of the file that says where the history is: ours, unless the user wrote another into Dagster's."""
    if (home / BY_DAGSTER).read_text() != CONFIGURATION:
        return BY_DAGSTER
    ours = {"module": "tidybrief.orchestration.history"}
    storages = {
        "run_storage": {**ours, "class": "RunHistory", "config": {"base_dir": f"{home}/history/"}},
        "event_log_storage": {**ours, "class": "EventHistory", "config": {"base_dir": f"{home}/history/runs/"}},
    }
    told = (f"{name}: {json.dumps(storage)}\n" for name, storage in storages.items())  # which is YAML too
    (home / OF_A_RUN).write_text(CONFIGURATION + "".join(told))
    return OF_A_RUN
