"""`tidybrief watch`, as a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sample_documents import options, project
from tidybrief.settings import Settings, as_environment

PATIENCE = 120
"""Seconds within which an answer must come, on a busy machine."""


class Watching:
    """The process, and its answers as they come."""

    def __init__(self, process: subprocess.Popen[str], answers: Path) -> None:
        self.process = process
        self._answers = answers

    def answer(self, number: int) -> Any:
        deadline = time.monotonic() + PATIENCE
        while len(lines := self._answers.read_text().splitlines()) < number:
            assert self.process.poll() is None, "it has ended"
            assert time.monotonic() < deadline, f"no answer: {lines}"
            time.sleep(0.1)
        return json.loads(lines[number - 1])


@contextmanager
def watching(settings: Settings, folder: Path) -> Iterator[Watching]:
    answers = folder / "answers.jsonl"
    command = [sys.executable, "-c", "from tidybrief.cli import main; main()", "watch", *options(settings)]
    with answers.open("w") as file:
        process = subprocess.Popen(
            [*command, "--settle", "0.1", "--json", "--quiet"],
            env=os.environ | as_environment(settings),
            cwd=folder,
            stdout=file,
            stderr=subprocess.DEVNULL,
            text=True,
        )
    try:
        yield Watching(process, answers)
    finally:
        process.kill()
        process.wait()


def test_a_change_is_published_an_error_survived_and_an_interrupt_heard(tmp_path: Path) -> None:
    settings = project(tmp_path)
    with watching(settings, tmp_path) as watched:
        assert watched.answer(1)["rows"]["documents"] == 2
        (settings.raw / "third.txt").write_text("Nordlicht AI was founded in Bergen in 2019.\n")
        second = watched.answer(2)
        assert (second["new"], second["rows"]["documents"]) == (True, 3)
        (tmp_path / "tidybrief.toml").write_text("titel = 1\n")
        assert "titel" in watched.answer(3)["error"]["message"]
        (tmp_path / "tidybrief.toml").unlink()
        assert watched.answer(4)["run_id"] == second["run_id"]
        watched.process.send_signal(signal.SIGINT)
        assert watched.process.wait(PATIENCE) == 0
