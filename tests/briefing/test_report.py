"""`tidybrief report`: the page of a publication again, from its tables alone."""

import contextlib
import json
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from page_reader import Page
from sample_documents import options, project
from tidybrief import publishing
from tidybrief.cli.app import app
from tidybrief.cli.exits import Exit
from tidybrief.settings import Settings


def tidybrief(*arguments: object, **environment: str) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env=environment)


@pytest.fixture(scope="module", autouse=True)
def _no_settings_of_this_project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with contextlib.chdir(tmp_path_factory.mktemp("elsewhere")):
        yield


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A project with two publications, whose documents are gone."""
    settings = project(tmp_path_factory.mktemp("published"))
    assert tidybrief("run", *options(settings)).exit_code == Exit.DONE
    (settings.raw / "third.txt").write_text("Lumen Works employed 310 people in 2023.", encoding="utf-8")
    assert tidybrief("run", *options(settings)).exit_code == Exit.DONE
    shutil.rmtree(settings.raw)
    return settings


def report(settings: Settings, *arguments: object, **environment: str) -> Result:
    return tidybrief("report", *arguments, "--outputs", settings.outputs, "--reports", settings.reports, **environment)


@pytest.mark.parametrize("number", [0, 1], ids=["the first publication", "one with a publication before it"])
def test_the_page_has_the_same_bytes_as_the_one_published(published: Settings, number: int) -> None:
    run = publishing.run_folders(published.outputs)[number]
    before = {path: path.stat().st_mtime_ns for path in run.rglob("*")}
    result = report(published, run.name, "--json")
    assert result.exit_code == Exit.DONE, result.output
    answer = json.loads(result.stdout)
    assert answer["as_published"] is True
    assert Path(answer["briefing"]).read_bytes() == (run / "briefing.html").read_bytes()
    assert {path: path.stat().st_mtime_ns for path in run.rglob("*")} == before


def test_without_a_run_it_is_the_latest(published: Settings) -> None:
    latest = publishing.latest(published.outputs)
    assert latest is not None
    assert json.loads(report(published, "--json").stdout)["run_id"] == latest.run_id


def test_the_tables_that_the_page_links_to_stand_beside_it(published: Settings) -> None:
    briefing = Path(json.loads(report(published, "--json").stdout)["briefing"])
    links = {link for link in Page(briefing.read_text()).links if link.endswith((".parquet", ".json"))}
    assert "figures.parquet" in links
    assert all((briefing.parent / link).is_file() for link in links)


def test_a_page_that_was_lost_is_made_again(published: Settings, tmp_path: Path) -> None:
    outputs = shutil.copytree(published.outputs, tmp_path / "outputs", symlinks=True)
    latest = publishing.latest(outputs)
    assert latest is not None
    (latest.folder / "briefing.html").unlink()
    result = tidybrief("report", "--outputs", outputs, "--reports", tmp_path / "reports")
    assert result.exit_code == Exit.DONE
    assert "not the same bytes" in result.stdout
    assert "310 people" in Page((tmp_path / "reports" / latest.run_id / "briefing.html").read_text()).text.replace(
        "\u00a0", " "
    )


def test_it_says_what_the_tables_say_and_not_what_the_documents_said(published: Settings, tmp_path: Path) -> None:
    outputs = shutil.copytree(published.outputs, tmp_path / "outputs", symlinks=True)
    latest = publishing.latest(outputs)
    assert latest is not None
    path = latest.folder / "figures.parquet"
    pl.read_parquet(path).with_columns(indicator=pl.lit("something else")).write_parquet(path)
    report_of = tidybrief("report", "--outputs", outputs, "--reports", tmp_path / "reports", "--json")
    page = Page(Path(json.loads(report_of.stdout)["briefing"]).read_text())
    assert "something else" in page.text


def test_open_starts_the_browser_of_the_user(published: Settings, tmp_path: Path) -> None:
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("webbrowser._tryorder", None)
        patch.setenv("BROWSER", f"{browser} %s")
        result = report(published, "--open", "--json")
    assert result.exit_code == Exit.DONE, result.output
    assert opened.read_text().strip() == Path(json.loads(result.stdout)["briefing"]).absolute().as_uri()


def test_an_unknown_publication_is_named_with_those_there_are(published: Settings) -> None:
    result = report(published, "0099-00000000")
    assert result.exit_code == Exit.WRONG_USAGE
    assert "0001-" in result.stderr
