"""Dagster's web server and daemon over one project and its history.

What belongs here: starting both on loopback, and ending them with the process that started them.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tidybrief.orchestration.instance import WORKSPACE, prepare_home
from tidybrief.settings import Settings, as_environment

HOST: Final = "127.0.0.1"
LOG: Final = "ui.log"
PATIENCE: Final = 120.0
"""Seconds in which the server must answer, and later end, on a slow machine."""


class DidNotStart(RuntimeError):
    """The server ended, or did not answer in time; `log` says why."""

    def __init__(self, log: Path) -> None:
        super().__init__("Dagster's web server did not start")
        self.log = log


@contextmanager
def server(settings: Settings, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The server, which answers at `http://127.0.0.1:<port>` when this is entered and has ended when it is left.

    What it logs goes to a file in the home of the history. Raises DidNotStart.
    """
    home = prepare_home(settings.outputs)
    command = [sys.executable, "-W", "ignore", "-m", "dagster", "dev", "--log-level", "warning"]
    command += ["--workspace", str(home / WORKSPACE), "--host", HOST, "--port", str(port)]
    environment = os.environ | as_environment(settings) | {"DAGSTER_HOME": str(home)}
    with (home / LOG).open("wb") as log:
        # A session of its own: an interrupt at the terminal reaches it once, from here.
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
    try:
        _await(process, port, home / LOG)
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def is_free(port: int) -> bool:
    """Whether nobody listens on the port."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) != 0


def _await(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while is_free(port):
        if process.poll() is not None or time.monotonic() > deadline:
            raise DidNotStart(log)
        time.sleep(0.1)
