"""The README and the pages of docs: what they link to is there, what they show can be used."""

import configparser
import re
import shlex
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click
import dagster as dg
import pytest
import typer
import yaml
from dagster._core.instance.ref import InstanceRef

from publishing.project import Project
from tidybrief.cli.app import app
from tidybrief.orchestration import instance
from tidybrief.orchestration.pipeline import pipeline
from tidybrief.publishing import copies
from tidybrief.reading.sources import read_sources
from tidybrief.settings import Settings, load_settings

ROOT: Final = Path(__file__).parent.parent
DOCS: Final = ROOT / "docs"
PAGES: Final = {
    path.relative_to(ROOT).as_posix(): path.read_text() for path in (ROOT / "README.md", *DOCS.glob("*.md"))
}
BLOCK: Final = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[Any]:
    """What pages show in a language, each with the name of the page and the first line as its name."""
    return [
        pytest.param(content, id=f"{page}: {content.splitlines()[0][:50]}")
        for page, text in PAGES.items()
        for shown, content in BLOCK.findall(text)
        if shown == language
    ]


def commands() -> Iterator[str]:
    """Every call of the program that a page shows in a line of its own."""
    for text in PAGES.values():
        for line in text.splitlines():
            for part in re.split(r"&&|#", line.removeprefix("    ")):
                if re.match(r"\s*(?:\S*/)?tidybrief [a-z]", part) and "…" not in part:
                    yield " ".join(shlex.split(part)[1:])


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_links_to_is_there(page: str) -> None:
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", PAGES[page])
    assert not [path for path in linked if not (ROOT / page).parent.joinpath(path).exists()]


def test_the_index_leads_to_every_page() -> None:
    linked = set(re.findall(r"\]\(([\w-]+\.md)\)", PAGES["docs/README.md"]))
    assert linked == {path.name for path in DOCS.glob("*.md")} - {"README.md"}


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_a_command_that_is_shown_is_understood(command: str) -> None:
    current: click.Command = typer.main.get_command(app)
    arguments = shlex.split(command)
    while isinstance(current, click.Group):
        current = current.commands[arguments.pop(0)]
    current.make_context(command, arguments)


@pytest.mark.parametrize("content", blocks("toml"))
def test_a_file_that_is_shown_is_toml(content: str) -> None:
    tomllib.loads(content)


@pytest.mark.parametrize(
    "content", [each for each in blocks("toml") if re.match(r"# tidybrief\.toml|\[columns\]", each.values[0])]
)
def test_settings_that_are_shown_can_be_set(tmp_path: Path, content: str) -> None:
    (tmp_path / "tidybrief.toml").write_text(content)
    load_settings(tmp_path / "tidybrief.toml", environment={})


def test_sources_that_are_shown_can_be_used(tmp_path: Path) -> None:
    shown = re.search(r'```toml\n(\["report-on-chips.*?)```', PAGES["README.md"], re.DOTALL)
    assert shown
    (tmp_path / "sources.toml").write_text(shown[1])
    sources, problems = read_sources(tmp_path)
    assert not problems
    assert sources


@pytest.mark.parametrize("content", [each for each in blocks("python") if "docs/tutorial.md" not in str(each.id)])
def test_a_snippet_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    """In the folder of a project, and on a copy of its publication in place of one in a store."""
    monkeypatch.chdir(tmp_path)
    copies.copy(Project(tmp_path).publish(), (tmp_path / "copies").as_uri())
    exec(content.replace("s3://bucket/chips", (tmp_path / "copies").as_uri()), {})


def test_the_settings_of_dagster_that_are_shown_can_be_used(tmp_path: Path) -> None:
    shown = {each.values[0].splitlines()[0].rpartition("/")[2]: each.values[0] for each in blocks("yaml")}
    (tmp_path / "dagster.yaml").write_text(shown["dagster.yaml"])
    reference = InstanceRef.from_dir(str(tmp_path))
    assert reference.storage_data.class_name == "DagsterPostgresStorage"
    assert yaml.safe_load(shown["workspace.yaml"]) == yaml.safe_load(instance.CODE_LOCATION)


def test_the_launchpad_takes_the_settings_that_are_shown() -> None:
    (shown,) = [each.values[0] for each in blocks("yaml") if each.values[0].startswith("# launchpad")]
    job = pipeline(Settings()).resolve_job_def("refresh")
    assert dg.validate_run_config(job, yaml.safe_load(shown))


@pytest.mark.parametrize("content", blocks("ini"))
def test_a_service_that_is_shown_starts_a_program_of_the_package(content: str) -> None:
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(content)
    program, *arguments = shlex.split(unit["Service"]["ExecStart"])
    assert shutil.which(Path(program).name, path=str(Path(sys.executable).parent))
    assert arguments[arguments.index("--workspace") + 1] == "/srv/briefing/service/workspace.yaml"
