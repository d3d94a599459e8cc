"""What holds for all commands: help, examples, JSON, wrong usage, completion."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from tidybrief.cli.app import app
from tidybrief.cli.exits import Exit

ROOT: Any = typer.main.get_command(app)


def commands(group: Any, *names: str) -> Iterator[Any]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, *names, name)
        else:
            yield pytest.param([*names, name], command, id=" ".join([*names, name]))


COMMANDS = list(commands(ROOT))


def examples(help_text: str) -> list[list[str]]:
    """The arguments of each call of tidybrief that the help shows."""
    calls = [call.strip() for line in help_text.splitlines() for call in line.split("&&")]
    return [shlex.split(call)[1:] for call in calls if call.startswith("tidybrief ")]


@pytest.mark.parametrize(("names", "command"), COMMANDS)
def test_help_shows_examples_before_options_and_they_are_right_usage(names: list[str], command: Any) -> None:
    help_text = CliRunner().invoke(app, [*names, "--help"]).stdout
    assert help_text.index("Examples:") < help_text.index("Options:")
    shown = examples(help_text)
    assert any(call[: len(names)] == names for call in shown)
    for call in shown:
        found, rest = ROOT, call
        while hasattr(found, "commands"):
            found, rest = found.commands[rest[0]], rest[1:]
        found.make_context("tidybrief", list(rest))


@pytest.mark.parametrize(("names", "command"), COMMANDS)
def test_wrong_usage_is_told_in_json_where_json_was_asked_for(names: list[str], command: Any) -> None:
    result = CliRunner().invoke(app, [*names, "--bogus", "--json"])
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["error"]["exit_code"]) == (Exit.WRONG_USAGE, Exit.WRONG_USAGE)
    assert answer["schema_version"]
    assert "--bogus" in answer["error"]["message"]
    assert "--help" in answer["error"]["next_step"]
    assert "--bogus" in result.stderr


@pytest.mark.parametrize(("names", "command"), COMMANDS)
def test_every_command_answers_in_json(names: list[str], command: Any) -> None:
    assert "--json" in {option for parameter in command.params for option in parameter.opts}


def test_a_mistyped_command_is_told_with_the_one_meant() -> None:
    result = CliRunner().invoke(app, ["rnu"])
    assert result.exit_code == Exit.WRONG_USAGE
    assert "Did you mean 'run'?" in result.stderr


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        pytest.param("tidybrief ver", "verify", id="a command"),
        pytest.param("tidybrief schema fig", "figures", id="a table"),
        pytest.param("tidybrief rule UNSU", "UNSUPPORTED_FORMAT", id="a code"),
        pytest.param("tidybrief run --rep", "--reports", id="an option"),
    ],
)
def test_a_shell_completes(typed: str, completed: str) -> None:
    environment = {
        "_TIDYBRIEF_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split()) - 1),
    }
    code = "import sys; sys.argv[0] = 'tidybrief'; from tidybrief.cli import main; main()"
    answer = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True, text=True, check=False
    )
    assert completed in answer.stdout.split()


def test_help_is_plain_text_whatever_the_terminal_can_do() -> None:
    result = CliRunner().invoke(app, ["--help"], env={"FORCE_COLOR": "1"}, color=True)
    assert "\x1b" not in result.stdout
