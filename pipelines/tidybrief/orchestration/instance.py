"""The run history of an outputs folder: Dagster's instance, its home and its settings.

What belongs here: where the history lies, and that it tells nobody about itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dagster import DagsterInstance

HOME: Final = ".dagster"
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
    for name, content in {"dagster.yaml": CONFIGURATION, WORKSPACE: CODE_LOCATION}.items():
        if not (home / name).exists():
            (home / name).write_text(content)
    return home


@contextmanager
def open_instance(outputs: Path) -> Iterator["DagsterInstance"]:
    """The instance that keeps the history of the outputs folder."""
    import dagster as dg  # half a second, which the server's parent does not need

    with dg.DagsterInstance.from_config(str(prepare_home(outputs))) as instance:
        yield instance
