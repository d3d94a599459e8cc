"""The run history of an outputs folder: Dagster's instance, its home and its settings.

What belongs here: where the history lies, and that it tells nobody about itself.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from tidybrief.settings import Settings, as_environment

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


def prepare_home(outputs: Path) -> Path:
    """The home of the outputs folder's instance, made and configured where it is not."""
    home = (outputs / HOME).absolute()
    home.mkdir(parents=True, exist_ok=True)
    configuration = home / "dagster.yaml"
    if not configuration.exists():
        configuration.write_text(CONFIGURATION)
    return home


@contextmanager
def open_instance(outputs: Path) -> Iterator["DagsterInstance"]:
    """The instance that keeps the history of the outputs folder."""
    import dagster as dg  # half a second, which `serve` does not need in this process

    with dg.DagsterInstance.from_config(str(prepare_home(outputs))) as instance:
        yield instance


def serve(settings: Settings, port: int) -> NoReturn:
    """Becomes Dagster's web server and daemon, on loopback, over this project and its history."""
    home = prepare_home(settings.outputs)
    environment = os.environ | as_environment(settings) | {"DAGSTER_HOME": str(home)}
    command = [sys.executable, "-m", "dagster", "dev", "--log-level", "warning"]
    command += [
        "--module-name",
        "tidybrief.orchestration.definitions",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    os.execve(sys.executable, command, environment)
