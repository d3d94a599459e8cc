"""A run killed at any step of publishing leaves a good publication, and the next run succeeds."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from publishing.project import Project
from tidybrief import publishing

# Ends the process at the first step of publishing that it is told, as a power cut would: nothing is cleaned up.
KILLED_AT = """
import os, signal, sys
from pathlib import Path
root, event, ending = sys.argv[1:]
sys.path.insert(0, {tests!r})
from publishing.project import Project

def die(name, arguments):
    if name == event and any(str(argument).endswith(ending) for argument in arguments):
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(die)
Project(Path(root)).publish("New", keep=2)
"""
TESTS = str(Path(__file__).parents[1])
STEPS = [
    pytest.param("open", "publication/briefing.html", False, id="tables written"),
    pytest.param("open", "publication/.run.json.new", False, id="before the record"),
    pytest.param("os.rename", "publication/.run.json.new", False, id="record not in place"),
    pytest.param("open", ".publishing.json.new", False, id="before the note"),
    pytest.param("os.rename", "/publication", False, id="before the move"),
    pytest.param("os.symlink", ".latest.new", False, id="moved, not linked"),
    pytest.param("os.rename", "outputs/latest", False, id="before the swap"),
    pytest.param("open", ".latest.json.new", True, id="swapped, before latest.json"),
    pytest.param("os.remove", "publishing.json", True, id="before the note is removed"),
    pytest.param("shutil.rmtree", "-first", True, id="pruning"),
]


def kill_at(project: Project, event: str, ending: str) -> None:
    script = KILLED_AT.format(tests=TESTS)
    killed = subprocess.run([sys.executable, "-c", script, project.root, event, ending], check=False)
    assert killed.returncode == -signal.SIGKILL


@pytest.mark.parametrize(("event", "ending", "is_published"), STEPS)
def test_killed_while_publishing(project: Project, event: str, ending: str, is_published: bool) -> None:
    first, old = project.publish("First"), project.publish("Old")
    kill_at(project, event, ending.replace("-first", first.run_id))
    found = project.latest()
    assert (found.run_id != old.run_id) == is_published
    assert all(check.passed for check in publishing.verify(found.folder))
    assert found.run_id in (project.reports / "briefing.html").read_text()

    after = project.publish("After", keep=2)
    assert after.predecessor == found.run_id
    assert after.number == found.number + 1, "the half-done run has left no trace"
    assert project.run_ids() == sorted([found.run_id, after.run_id])
    assert all(check.passed for check in publishing.verify(after.folder))
    assert [path.name for path in (project.outputs / ".staging").iterdir()] == [after.digest[:16]]


def test_killed_in_the_first_run(project: Project) -> None:
    kill_at(project, "os.symlink", ".latest.new")
    assert publishing.latest(project.outputs) is None
    assert project.publish("New").number == 1
    assert all(check.passed for check in publishing.verify(project.latest().folder))
