"""The README speaks of commands, targets, tables and rooms that exist."""

import re
import tomllib
from pathlib import Path

import pytest
import typer

from tidybrief import schemas
from tidybrief.briefing.accuracy import measured_accuracy
from tidybrief.cli.app import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()


def first_cells(row: str) -> set[str]:
    """What stands in backticks in the first column of tables, by a pattern of it."""
    return set(re.findall(rf"^\| `{row}", README, flags=re.MULTILINE))


def test_commands_exist_and_all_are_told() -> None:
    told = set(re.findall(r"tidybrief ([a-z]+)\b(?! a | is )", README)) & set(
        re.findall(r"`tidybrief ([a-z]+)", README)
    )
    assert told == set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z]+)`?\b", README)) & {"briefing", "test", "ui"} <= targets
    assert set(re.findall(r"^make ([a-z]+)", README, flags=re.MULTILINE)) <= targets


def test_extras_exist_and_all_are_told() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    told = re.search(r"^\| extra \|.*?\n\n", README, re.MULTILINE | re.DOTALL)
    assert told
    assert set(re.findall(r"^\| `([a-z0-9]+)`", told[0], re.MULTILINE)) == extras.keys() - {"dev"}


def test_tables_exist_and_all_are_told() -> None:
    assert set(schemas.TABLES) <= first_cells("([a-z_]+)`")


@pytest.mark.parametrize(
    ("said", "least_right", "least_found", "measures"),
    [
        pytest.param(
            "about nine in ten are as the annotator has them, and it finds eight to nine in ten",
            *(88, 78),
            {"Names, with their type", "Figures: value and unit", "Dates, with their first and last day", "Relations"},
            id="what is found",
        ),
        pytest.param(
            "about six in ten are right",
            *(55, 55),
            {"Whom a figure is about, where its value is right", "What it measures", "For which time"},
            id="what a number tells",
        ),
        pytest.param(
            "reports few agreements and conflicts that are none",
            *(75, 0),
            {"Agreements between documents", "Conflicts between documents"},
            id="what documents say together",
        ),
    ],
)
def test_no_more_is_promised_than_was_measured(
    said: str, least_right: int, least_found: int, measures: set[str]
) -> None:
    assert said in " ".join(README.split())
    found = [measure for measure in measured_accuracy().measures if measure.name in measures]
    assert {measure.name for measure in found} == measures
    for measure in found:
        assert int(measure.precision.rstrip("%")) >= least_right
        assert int(measure.recall.rstrip("%")) >= least_found
