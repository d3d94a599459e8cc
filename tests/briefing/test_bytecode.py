"""Compiled templates are kept where Python keeps compiled modules, and never stand in the way."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from tidybrief.briefing.bytecode import BesideModules


def told(text: str) -> str:
    """What a template of this text says, in an environment of its own."""
    environment = Environment(loader=DictLoader({"note": text}), bytecode_cache=BesideModules(), autoescape=True)
    return environment.get_template("note").render(name="Vellmar")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for compiled modules."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "cache"


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_template_is_kept_and_read_again(kept: Path) -> None:
    assert told("In {{ name }}.") == "In Vellmar."
    assert len(files(kept)) == 1
    assert told("In {{ name }}.") == "In Vellmar."


def test_another_text_is_compiled_anew(kept: Path) -> None:
    told("In {{ name }}.")
    assert told("At {{ name }}.") == "At Vellmar."
    assert len(files(kept)) == 1


@pytest.mark.parametrize("length", [0, 4, 12, 40])
def test_what_was_cut_off_is_passed_over(kept: Path, length: int) -> None:
    told("In {{ name }}.")
    (file,) = files(kept)
    file.write_bytes(file.read_bytes()[:length])
    assert told("In {{ name }}.") == "In Vellmar."


def test_what_is_no_template_is_passed_over(kept: Path) -> None:
    told("In {{ name }}.")
    files(kept)[0].write_bytes(b"something else")
    assert told("In {{ name }}.") == "In Vellmar."


def test_nothing_is_kept_where_python_keeps_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert told("In {{ name }}.") == "In Vellmar."
    assert not kept.exists()


def test_a_folder_that_cannot_be_made_does_no_harm(kept: Path) -> None:
    kept.write_text("a file stands there")
    assert told("In {{ name }}.") == "In Vellmar."
