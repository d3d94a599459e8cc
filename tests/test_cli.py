"""The commands as a script sees them: exit code, answer on stdout, the rest on stderr."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from sample_documents import options, project
from tidybrief import corpus, publishing
from tidybrief.cli.app import app
from tidybrief.cli.exits import Exit
from tidybrief.orchestration.instance import open_instance
from tidybrief.settings import Settings, as_environment


def tidybrief(*arguments: object, **environment: str) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env=environment)


def elsewhere(settings: Settings, before: str = "") -> subprocess.CompletedProcess[str]:
    """`tidybrief run` in a process of its own, where `before` was executed first."""
    code = f"{before}\nfrom tidybrief.cli import main\nmain()"
    return subprocess.run(
        [sys.executable, "-c", code, "run", *options(settings)],
        env=os.environ | as_environment(settings),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def tables_of(run: publishing.Run) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in run.folder.glob("*.parquet")}


@pytest.fixture(scope="module", autouse=True)
def _no_settings_of_this_project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with contextlib.chdir(tmp_path_factory.mktemp("elsewhere")):
        yield


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A project with one publication, which no test changes."""
    settings = project(tmp_path_factory.mktemp("published"))
    assert tidybrief("run", *options(settings)).exit_code == Exit.DONE
    return settings


def test_run_publishes_and_answers_on_stdout(tmp_path: Path) -> None:
    settings = project(tmp_path)
    result = tidybrief("run", *options(settings), "--json")
    assert result.exit_code == Exit.DONE
    assert result.stderr == ""
    answer = json.loads(result.stdout)
    assert answer["new"] is True
    assert answer["run_id"] == publishing.latest(settings.outputs).run_id  # type: ignore[union-attr]
    assert answer["rows"]["documents"] == 2
    assert Path(answer["briefing"]).read_text().startswith("<!doctype html>")


def test_a_run_names_what_could_not_be_read_and_says_what_to_do(tmp_path: Path) -> None:
    settings = project(tmp_path)
    (settings.raw / "scan.pdf").write_bytes(b"<html>Not found</html>")
    told = tidybrief("run", *options(settings)).stdout
    assert "rejects    1\n             scan.pdf: BROKEN → Fetch it again" in told
    for number in range(9):
        (settings.raw / f"old-{number}.xls").write_bytes(b"")
    told = tidybrief("run", *options(settings)).stdout
    assert told.count(" → ") == 5
    assert "and 5 more: look at rejects.parquet" in told


def test_a_run_without_change_publishes_nothing_and_is_done(published: Settings) -> None:
    before = publishing.latest(published.outputs)
    result = tidybrief("run", *options(published))
    assert result.exit_code == Exit.DONE
    assert "Unchanged" in result.stdout
    assert publishing.latest(published.outputs) == before


def test_the_same_input_gives_the_same_bytes(published: Settings, tmp_path: Path) -> None:
    again = project(tmp_path)
    assert tidybrief("run", *options(again)).exit_code == Exit.DONE
    first, second = publishing.latest(published.outputs), publishing.latest(again.outputs)
    assert first
    assert second
    assert tables_of(first) == tables_of(second)
    assert (first.folder / "briefing.html").read_bytes() == (second.folder / "briefing.html").read_bytes()


def test_a_verified_publication_holds(published: Settings) -> None:
    result = tidybrief("verify", "--outputs", published.outputs)
    assert result.exit_code == Exit.DONE
    assert "none failed" in result.stdout


def test_verify_names_what_does_not_hold(tmp_path: Path) -> None:
    settings = project(tmp_path)
    tidybrief("run", *options(settings))
    path = settings.outputs / "latest" / "dates.parquet"
    pl.read_parquet(path).with_columns(end=pl.col("end") + 1).write_parquet(path)
    result = tidybrief("verify", "--outputs", settings.outputs, "--json")
    assert result.exit_code == Exit.DOES_NOT_HOLD
    answer = json.loads(result.stdout)
    assert answer["holds"] is False
    assert {"dates"} <= {check["table"] for check in answer["failed"]}


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        pytest.param(["run", "--bogus"], Exit.WRONG_USAGE, "No such option", id="unknown option"),
        pytest.param(["run", "nowhere"], Exit.NO_USABLE_INPUT, "nowhere: no such folder", id="no raw folder"),
        pytest.param(["run", "empty"], Exit.NO_USABLE_INPUT, "empty: no documents", id="empty raw folder"),
        pytest.param(["run", "binary"], Exit.NO_USABLE_INPUT, "photo.jpg: UNSUPPORTED_FORMAT", id="nothing readable"),
        pytest.param(["verify"], Exit.NO_USABLE_INPUT, "nothing is published there", id="nothing to verify"),
        pytest.param(["ui", "--port", "99999"], Exit.WRONG_USAGE, "65535", id="no such port"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: Exit, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "binary").mkdir()
    (tmp_path / "binary" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    result = tidybrief(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr


def test_wrong_settings_are_wrong_usage_and_nothing_runs(tmp_path: Path) -> None:
    settings = project(tmp_path)
    result = tidybrief("run", *options(settings), "--json", TIDYBRIEF_KEEP_RUN="3")
    assert result.exit_code == Exit.WRONG_USAGE
    error = json.loads(result.stdout)["error"]
    assert error["exit_code"] == Exit.WRONG_USAGE
    assert "keep_runs" in error["next_step"]
    assert not settings.outputs.exists()


def test_verify_of_an_unknown_run_names_those_there_are(published: Settings) -> None:
    result = tidybrief("verify", "9999-00000000", "--outputs", published.outputs)
    assert result.exit_code == Exit.WRONG_USAGE
    assert publishing.latest(published.outputs).run_id in result.stderr  # type: ignore[union-attr]


def test_a_broken_table_leaves_the_old_publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = project(tmp_path)
    tidybrief("run", *options(settings))
    before = publishing.latest(settings.outputs)

    def broken(*inputs: Any) -> dict[str, pl.DataFrame]:
        linked = corpus_link(*inputs)
        return {**linked, "dates": pl.concat([linked["dates"], linked["dates"]])}

    corpus_link = corpus.link
    monkeypatch.setattr(corpus, "link", broken)
    (settings.raw / "third.txt").write_text("Nordlicht AI was founded in 2019.\n")
    result = tidybrief("run", *options(settings))
    assert result.exit_code == Exit.DOES_NOT_HOLD
    assert "dates.keys" in result.stderr
    assert publishing.latest(settings.outputs) == before
    assert list(settings.outputs.glob(".staging/*/dates.parquet")), "the staged tables are kept for inspection"

    monkeypatch.undo()
    assert tidybrief("run", *options(settings)).exit_code == Exit.DONE
    assert publishing.latest(settings.outputs) != before


def test_a_crash_leaves_the_old_publication_and_names_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = project(tmp_path)
    tidybrief("run", *options(settings))
    before = publishing.latest(settings.outputs)

    def crash(*_: Any, **__: Any) -> pl.DataFrame:
        raise ZeroDivisionError("by the test")

    monkeypatch.setattr(corpus, "compare", crash)
    (settings.raw / "third.txt").write_text("Nordlicht AI was founded in 2019.\n")
    result = tidybrief("run", *options(settings))
    assert result.exit_code == Exit.CRASH
    assert "what_documents_say_together" in result.stderr
    assert "ZeroDivisionError: by the test" in result.stderr
    assert publishing.latest(settings.outputs) == before


@pytest.mark.parametrize("place", ["engines.extract_all", "corpus.compare", "publishing.publish"])
def test_a_killed_run_leaves_the_old_publication_and_the_next_one_succeeds(tmp_path: Path, place: str) -> None:
    settings = project(tmp_path)
    tidybrief("run", *options(settings))
    before = publishing.latest(settings.outputs)
    (settings.raw / "third.txt").write_text("Nordlicht AI was founded in 2019.\n")

    room, function = place.split(".")
    killed = elsewhere(
        settings,
        f"import os, signal, tidybrief.{room}\n"
        f"tidybrief.{room}.{function} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)",
    )
    assert killed.returncode == -signal.SIGKILL
    assert publishing.latest(settings.outputs) == before
    assert tidybrief("verify", "--outputs", settings.outputs).exit_code == Exit.DONE

    result = tidybrief("run", *options(settings))
    assert (result.exit_code, result.stderr) == (Exit.DONE, "")
    assert publishing.latest(settings.outputs) != before
    with open_instance(settings.outputs) as history:
        assert [run.status.value for run in history.get_runs()] == ["SUCCESS", "FAILURE", "SUCCESS"]


def test_a_second_run_at_the_same_time_says_so(published: Settings) -> None:
    impatient = replace(published, lock_wait_seconds=0.1)
    with publishing.lock(published.outputs, timeout=0):
        second = elsewhere(impatient)
    assert (second.returncode, second.stdout) == (Exit.LOCKED, "")
    assert "another run" in second.stderr
    assert elsewhere(impatient).returncode == Exit.DONE


def test_help_answers_without_loading_what_it_does_not_need() -> None:
    code = "import sys, tidybrief.cli; print([name for name in ('dagster', 'polars', 'rich') if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A project with two publications: between them a figure was corrected and a document came."""
    settings = project(tmp_path_factory.mktemp("twice"))
    assert tidybrief("run", *options(settings)).exit_code == Exit.DONE
    wire = settings.raw / "wire.txt"
    wire.write_text(wire.read_text().replace("120 people", "150 people"))
    (settings.raw / "third.txt").write_text("Brightmere Robotics was founded in Bergen in 2019.\n")
    assert tidybrief("run", *options(settings)).exit_code == Exit.DONE
    return settings


def test_diff_says_what_differs(twice: Settings) -> None:
    result = tidybrief("diff", "--outputs", twice.outputs, "--json", "--exit-code")
    assert result.exit_code == Exit.DOES_NOT_HOLD
    answer = json.loads(result.stdout)
    latest = publishing.latest(twice.outputs)
    assert latest
    assert (answer["before"], answer["after"]) == (latest.predecessor, latest.run_id)
    differing = {(row["kind"], row["change"], row["cause"]) for row in answer["changes"]}
    assert {("document", "new", "sources"), ("figure", "changed", "sources")} <= differing
    published = pl.read_parquet(latest.folder / "changes.parquet").to_dicts()
    assert sorted(answer["changes"], key=lambda row: row["change_id"]) == published
    assert "120 people" in tidybrief("diff", "--outputs", twice.outputs).stdout


def test_diff_of_a_run_folder_that_was_moved_is_empty(twice: Settings, tmp_path: Path) -> None:
    latest = publishing.latest(twice.outputs)
    assert latest
    moved = shutil.copytree(latest.folder, tmp_path / "elsewhere-0002")
    result = tidybrief("diff", latest.run_id, moved, "--outputs", twice.outputs, "--exit-code")
    assert result.exit_code == Exit.DONE, result.stdout
    assert "say the same" in result.stdout


def test_diff_of_a_first_publication_has_nothing_before_it(tmp_path: Path) -> None:
    settings = project(tmp_path)
    tidybrief("run", *options(settings))
    result = tidybrief("diff", "--outputs", settings.outputs)
    assert result.exit_code == Exit.NO_USABLE_INPUT
    assert "RUN_A" in result.stderr


def test_explain_and_history_of_a_figure(twice: Settings) -> None:
    latest = publishing.latest(twice.outputs)
    assert latest
    figures = pl.read_parquet(latest.folder / "figures.parquet").filter(pl.col("text").str.contains("150"))
    figure_id = figures["figure_id"].item()
    explained = json.loads(tidybrief("explain", figure_id, "--outputs", twice.outputs, "--json").stdout)
    assert "150 people" in explained["quotes"][0]["text"] + explained["quotes"][0]["after"]
    assert figure_id in tidybrief("explain", figure_id, "--outputs", twice.outputs).stdout
    history = tidybrief("history", figure_id, "--outputs", twice.outputs).stdout
    assert history.index("120 people") < history.index("150 people")


@pytest.mark.parametrize("command", ["explain", "history"])
def test_an_id_that_is_not_there(published: Settings, command: str) -> None:
    result = tidybrief(command, "figure-0", "--outputs", published.outputs, "--json")
    assert result.exit_code == Exit.WRONG_USAGE
    assert "figure-0" in json.loads(result.stdout)["error"]["message"]


def test_an_error_before_the_first_step_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("by the test")

    monkeypatch.setattr("tidybrief.orchestration.batch.read_folder", crash)
    result = tidybrief("run", *options(project(tmp_path)))
    assert result.exit_code == Exit.CRASH
    assert "ZeroDivisionError: by the test" in result.stderr
