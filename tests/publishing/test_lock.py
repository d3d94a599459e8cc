"""One run at a time for each outputs folder."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tidybrief.publishing import Locked, lock

HOLD = """
import sys, time
from pathlib import Path
from tidybrief.publishing import lock
with lock(Path(sys.argv[1]), timeout=5):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def another_run(outputs: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(outputs)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_another_run_is_waited_for_and_then_told(tmp_path: Path) -> None:
    with another_run(tmp_path), pytest.raises(Locked, match="another run"), lock(tmp_path, timeout=0.1):
        pass


def test_a_killed_run_does_not_block(tmp_path: Path) -> None:
    with another_run(tmp_path) as process:
        process.kill()
        process.wait()
        with lock(tmp_path, timeout=1):
            pass


def test_a_run_may_lock_within_its_own_lock(tmp_path: Path) -> None:
    with lock(tmp_path, timeout=0), lock(tmp_path, timeout=0):
        pass
    with lock(tmp_path, timeout=0):
        pass


def test_other_outputs_are_free(tmp_path: Path) -> None:
    with another_run(tmp_path / "one"), lock(tmp_path / "two", timeout=0):
        pass
