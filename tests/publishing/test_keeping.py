"""Pinned publications stay; a purged document leaves nothing behind."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from publishing.project import Project
from sample_documents import options
from sample_documents import project as project_of
from tidybrief import publishing
from tidybrief.cli.app import app
from tidybrief.cli.exits import Exit
from tidybrief.publishing import keeping


def tidybrief(*arguments: object) -> int:
    return CliRunner().invoke(app, [str(argument) for argument in arguments]).exit_code


def test_a_pinned_publication_is_not_pruned(project: Project) -> None:
    first = project.publish("One")
    assert tidybrief("pin", first.run_id, "--outputs", project.outputs) == Exit.DONE
    second, third = project.publish("Two", keep=1), project.publish("Three", keep=1)
    assert project.run_ids() == [first.run_id, third.run_id]
    assert tidybrief("pin", first.run_id, "--off", "--outputs", project.outputs) == Exit.DONE
    fourth = project.publish("Four", keep=1)
    assert project.run_ids() == [fourth.run_id]
    assert second.predecessor == first.run_id


def test_a_run_that_is_not_there_cannot_be_pinned(project: Project) -> None:
    project.publish()
    assert tidybrief("pin", "9999-00000000", "--outputs", project.outputs) == Exit.WRONG_USAGE
    assert keeping.pinned(project.outputs) == frozenset()


def test_a_purged_document_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = project_of(tmp_path)
    secret = "Brightmere Robotics"
    (settings.raw / "private.txt").write_text(f"{secret} was founded in Bergen in 2019.\n")
    assert tidybrief("run", *options(settings)) == Exit.DONE
    assert tidybrief("pin") == Exit.DONE
    assert tidybrief("purge", "private.txt") == Exit.DONE
    assert (settings.raw / "private.txt").exists(), "without --yes it only says what would go"
    assert tidybrief("purge", "private.txt", "--yes") == Exit.DONE
    assert publishing.latest(settings.outputs) is None
    assert not (settings.raw / "private.txt").exists()
    assert tidybrief("run", *options(settings)) == Exit.DONE
    holding = [path for path in tmp_path.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]
    assert holding == []
    assert tidybrief("purge", "private.txt") == Exit.WRONG_USAGE


@pytest.mark.parametrize("document", ["../keep.txt", "{root}/keep.txt"])
def test_nothing_outside_the_raw_folder_is_purged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, document: str
) -> None:
    monkeypatch.chdir(tmp_path)
    project_of(tmp_path)
    (tmp_path / "keep.txt").write_text("Keep me.")
    assert tidybrief("purge", document.format(root=tmp_path), "--yes") == Exit.WRONG_USAGE
    assert (tmp_path / "keep.txt").exists()
