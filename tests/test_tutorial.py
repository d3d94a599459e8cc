"""The tutorial does what it says: its files are written, its commands and snippets run, in their order."""

import re
import shlex
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner

from tidybrief import publishing
from tidybrief.cli.app import app

PAGE = (Path(__file__).parent.parent / "docs" / "tutorial.md").read_text()
STEPS = re.findall(r"(?:^`([\w./-]+)`:\n\n)?^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def followed(monkeypatch: pytest.MonkeyPatch, known: dict[str, Any]) -> None:
    """Does one step after the other in the working folder. What commands answer holds what is shown of it."""
    answer = ""
    for file, language, content in STEPS:
        if file:
            Path(file).write_text(content)
        elif language == "sh":
            answer = "".join(answer_of(line, monkeypatch) for line in content.splitlines())
        elif language == "python":
            exec(content, known)
        else:
            shown = [re.escape(line.strip()).replace("…", ".*") for line in content.splitlines()]
            assert re.search("\\s+".join(shown), answer, re.DOTALL), answer


def answer_of(line: str, monkeypatch: pytest.MonkeyPatch) -> str:
    program, *arguments = shlex.split(line)
    if program == "cd":
        monkeypatch.chdir(arguments[0])
        return ""
    assert program == "tidybrief"
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, f"{line}: {result.output}"
    return result.stdout


def test_each_step_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    known: dict[str, Any] = {}
    followed(monkeypatch, known)
    run = publishing.latest(Path("outputs"))
    assert run
    tables = publishing.load(run.folder)
    assert "product:skerry-class" in tables["entities"]["entity_id"]
    assert tables["figures"].filter(pl.col("text").str.contains("300"))["subject"].to_list() == ["Nordlys Yard"]
    tuesday = known["dates"].filter(pl.col("text") == "Tuesday")
    assert [str(day) for day in tuesday["date_start"]] == ["2025-03-11"]
    assert len(list(Path("exports").rglob("*.csv"))) == len(tables)
