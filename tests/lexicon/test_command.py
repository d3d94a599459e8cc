"""`tidybrief lexicon check`, and own lexicon files in a project."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tidybrief import vocabulary
from tidybrief.cli.app import app
from tidybrief.cli.exits import Exit


def tidybrief(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def entries(*names: str) -> str:
    return "name = [\n" + "".join(f"  {{ {name} }},\n" for name in names) + "]\n"


def test_the_package_holds_and_its_names_are_counted(folder: Path) -> None:
    result = tidybrief("lexicon", "check", "--json")
    assert result.exit_code == Exit.DONE
    answer = json.loads(result.stdout)
    assert answer["holds"]
    assert answer["counts"].keys() <= vocabulary.ENTITY_TYPES.keys()
    assert sum(count["names"] for count in answer["counts"].values()) >= 1500
    assert all(count["forms"] >= count["names"] for count in answer["counts"].values())


def test_own_files_of_the_project_are_checked_with_it(folder: Path) -> None:
    (folder / "tidybrief.toml").write_text('lexicon = ["mine.toml"]\n')
    (folder / "mine.toml").write_text(entries('name = "Kestrel Dynamics", type = "ORG"'))
    answer = json.loads(tidybrief("lexicon", "check", "--json").stdout)
    assert answer["files"][-1] == "mine.toml"
    assert len(answer["files"]) > 1


def test_who_has_own_files_is_not_told_what_is_doubtful_in_others(folder: Path) -> None:
    assert "warning: " in tidybrief("lexicon", "check").stdout
    (folder / "tidybrief.toml").write_text('lexicon = ["mine.toml"]\n')
    (folder / "mine.toml").write_text(entries('name = "Table", type = "ORG"'))
    told = tidybrief("lexicon", "check").stdout
    assert [line.partition(",")[0] for line in told.splitlines() if "warning: " in line] == ["warning: mine.toml"]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        pytest.param('name = "Table", type = "ORG"', "'Table' is an ordinary word", id="an ordinary word"),
        pytest.param('name = "Kestrel", type = "ORG", aliases = ["K"]', "'K' is one letter", id="one letter"),
        pytest.param('name = "Kestrel", type = "ORG", aliases = ["++"]', "no letter and no digit", id="signs only"),
        pytest.param('name = "Kestrel", type = "ORG", aliases = ["Kestrel"]', "listed twice", id="a form twice"),
        pytest.param(
            'name = "Intel Bureau", type = "ORG", aliases = ["Intel"]',
            "'Intel' is now 'Intel Bureau' (ORG), no longer 'Intel' (ORG) of the package",
            id="a form taken from the package",
        ),
    ],
)
def test_doubtful_names_are_told_and_yet_can_be_used(folder: Path, entry: str, told: str) -> None:
    (folder / "mine.toml").write_text(entries(entry))
    result = tidybrief("lexicon", "check", "mine.toml")
    assert result.exit_code == Exit.DONE
    warning, _, *_ = result.stdout.splitlines()
    assert warning.startswith("warning: mine.toml, line 2: ")
    assert told in warning
    assert result.stdout.splitlines()[-1] == "1 file: can be used, errors: 0, warnings: 1"


@pytest.mark.parametrize("name", ["Kestrel Dynamics", "NASA", "Wren-3", "Zyqor"])
def test_names_that_mean_nothing_else_raise_no_doubt(folder: Path, name: str) -> None:
    (folder / "mine.toml").write_text(entries(f'name = "{name} X", type = "ORG", aliases = ["{name}2"]'))
    assert "warnings: 0" in tidybrief("lexicon", "check", "mine.toml").stdout


def test_all_errors_are_told_at_once(folder: Path) -> None:
    (folder / "mine.toml").write_text(entries('name = "A b"', 'type = "ORG"', 'name = "C d", type = "ORG"'))
    result = tidybrief("lexicon", "check", "mine.toml")
    assert result.exit_code == Exit.DOES_NOT_HOLD
    assert [line for line in result.stdout.splitlines() if line.startswith("error")] == [
        "error: mine.toml, line 2: 'A b': 'type' is missing",
        "error: mine.toml, line 3: 'name' is missing",
    ]


def test_a_missing_file_is_wrong_usage(folder: Path) -> None:
    result = tidybrief("lexicon", "check", "nowhere.toml")
    assert (result.exit_code, result.stdout) == (Exit.WRONG_USAGE, "")
    assert "nowhere.toml: No such file" in result.stderr


def test_a_run_with_a_broken_lexicon_is_wrong_usage_and_nothing_runs(folder: Path) -> None:
    (folder / "tidybrief.toml").write_text('lexicon = ["mine.toml"]\n')
    (folder / "mine.toml").write_text(entries('name = "Kestrel", typ = "ORG"'))
    (folder / "raw").mkdir()
    (folder / "raw" / "a.txt").write_text("Kestrel opened in Oslo.\n")
    result = tidybrief("run")
    assert result.exit_code == Exit.WRONG_USAGE
    assert "mine.toml, line 2" in result.stderr
    assert "Did you mean 'type'?" in result.stderr
    assert not (folder / "outputs").exists()


def test_a_change_of_an_own_file_is_a_new_publication(folder: Path) -> None:
    (folder / "tidybrief.toml").write_text('lexicon = ["mine.toml"]\n')
    (folder / "raw").mkdir()
    (folder / "raw" / "a.txt").write_text("Kestrel opened in Oslo in 2021.\n")
    published = []
    for name in ("Kestrel Dynamics", "Kestrel Dynamics", "Kestrel Aviation"):
        (folder / "mine.toml").write_text(entries(f'name = "{name}", type = "ORG", aliases = ["Kestrel"]'))
        published.append(json.loads(tidybrief("run", "--json").stdout))
    assert [run["new"] for run in published] == [True, False, True]
