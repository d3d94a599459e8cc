"""The README speaks of commands, targets, tables and rooms that exist."""

import re
from pathlib import Path

import typer

from tidybrief import schemas
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


def test_tables_exist_and_all_are_told() -> None:
    assert set(schemas.TABLES) <= first_cells("([a-z_]+)`")
