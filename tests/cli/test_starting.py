"""`tidybrief init`, `doctor`, `schema` and `rule`: the way in."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from tidybrief import schemas, vocabulary
from tidybrief.cli.app import app
from tidybrief.cli.exits import Exit
from tidybrief.cli.reference import NEXT_STEPS
from tidybrief.settings import json_schema, load_settings
from tidybrief.validation.checks import DESCRIPTIONS


def tidybrief(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_example_project_runs_as_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tidybrief("init", "demo", "--example").exit_code == Exit.DONE
    monkeypatch.chdir(folder / "demo")
    assert tidybrief("lexicon", "check").exit_code == Exit.DONE
    assert tidybrief("doctor").exit_code == Exit.DONE
    result = tidybrief("run", "--json")
    assert result.exit_code == Exit.DONE, result.stderr
    assert json.loads(result.stdout)["rows"]["rejects"] == 0
    assert (folder / "demo" / "reports" / "briefing.html").is_file()


def test_an_empty_project_waits_for_documents(folder: Path) -> None:
    assert tidybrief("init").exit_code == Exit.DONE
    doctor = tidybrief("doctor")
    assert doctor.exit_code == Exit.DOES_NOT_HOLD
    assert "no document of a format that is read" in doctor.stdout
    (folder / "raw" / "a.txt").write_text("Nordlicht AI was founded in Bergen in 2019.\n")
    assert tidybrief("run").exit_code == Exit.DONE


def test_nothing_that_is_there_is_overwritten(folder: Path) -> None:
    (folder / "raw").mkdir()
    mine = {"tidybrief.toml": 'title = "Mine"\n', "raw/sources.toml": "# mine\n", ".gitignore": "mine\n"}
    for name, content in mine.items():
        (folder / name).write_text(content)
    answer = json.loads(tidybrief("init", "--json").stdout)
    assert set(answer["kept"]) == set(mine)
    assert {name: (folder / name).read_text() for name in mine} == mine
    assert not json.loads(tidybrief("init", "--json").stdout)["made"]


def test_examples_are_not_put_among_documents(folder: Path) -> None:
    (folder / "raw").mkdir()
    (folder / "raw" / "mine.txt").write_text("Mine.")
    result = tidybrief("init", "--example")
    assert result.exit_code == Exit.WRONG_USAGE
    assert [path.name for path in folder.rglob("*.*")] == ["mine.txt"]


def test_a_python_project_keeps_its_own_settings(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.tidybrief]\ntitle = "Mine"\n')
    tidybrief("init")
    assert not (folder / "tidybrief.toml").exists()
    assert load_settings().title == "Mine"


def test_a_new_project_knows_nothing_of_the_one_that_it_is_made_in(folder: Path) -> None:
    (folder / "tidybrief.toml").write_text("keep_runs = 77\n")
    assert tidybrief("init", "inner").exit_code == Exit.DONE
    assert "# keep_runs = 10\n" in (folder / "inner" / "tidybrief.toml").read_text()


def test_each_line_of_the_settings_file_may_be_set_free(folder: Path) -> None:
    tidybrief("init")
    file = folder / "tidybrief.toml"
    lines = [line.removeprefix("# ") if " = " in line else line for line in file.read_text().splitlines()]
    file.write_text("\n".join(lines))
    assert load_settings(file, environment={}).keep_runs == 10
    assert json.loads((folder / ".tidybrief.schema.json").read_text()) == json_schema()


def test_doctor_tells_what_lies_there_and_where_settings_come_from(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "raw").mkdir()
    for name in ("a.txt", "b.txt", "c.heic"):
        (folder / "raw" / name).write_text("Text.")
    (folder / "tidybrief.toml").write_text('title = "Mine"\n')
    monkeypatch.setenv("TIDYBRIEF_KEEP_RUNS", "3")
    answer = json.loads(tidybrief("doctor", "--reports", "pages", "--json").stdout)
    assert answer["holds"]
    assert answer["documents"] == {".heic": 1, ".txt": 2}
    assert answer["settings"]["title"] == {"value": "Mine", "origin": "tidybrief.toml"}
    assert answer["settings"]["keep_runs"] == {"value": 3, "origin": "TIDYBRIEF_KEEP_RUNS"}
    assert answer["settings"]["reports"] == {"value": "pages", "origin": "flag"}


def test_doctor_hides_what_is_secret(folder: Path) -> None:
    (folder / "tidybrief.toml").write_text(
        'failure_webhook = "https://example.org/s3cret"\nmail_server = "smtps://ada:s3cret@example.org"\n'
    )
    for answer in (tidybrief("doctor"), tidybrief("doctor", "--json")):
        assert "(hidden)" in answer.stdout
        assert "s3cret" not in answer.output


@pytest.mark.parametrize(
    ("preparation", "told"),
    [
        pytest.param("missing", "raw: no such folder", id="no raw folder"),
        pytest.param("lexicon", "none.toml", id="a lexicon file that is not there"),
        pytest.param("outputs", "outputs: cannot be written", id="a file where a folder must be"),
    ],
)
def test_doctor_names_what_stands_in_the_way(folder: Path, preparation: str, told: str) -> None:
    if preparation != "missing":
        (folder / "raw").mkdir()
        (folder / "raw" / "a.txt").write_text("Text.")
    if preparation == "lexicon":
        (folder / "tidybrief.toml").write_text('lexicon = ["none.toml"]\n')
    if preparation == "outputs":
        (folder / "outputs").write_text("")
    result = tidybrief("doctor")
    assert result.exit_code == Exit.DOES_NOT_HOLD
    assert told in result.stdout


@pytest.mark.parametrize("table", schemas.TABLES)
def test_schema_tells_each_column(folder: Path, table: str) -> None:
    columns = schemas.TABLES[table].to_schema().columns
    told = tidybrief("schema", table).stdout
    fields = json.loads(tidybrief("schema", table, "--json").stdout)["tables"][table]["fields"]
    assert [field["name"] for field in fields] == list(columns)
    assert all(f"  {name}  (" in told and column.description in told for name, column in columns.items())


def test_schema_of_the_settings_is_for_editors(folder: Path) -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(tidybrief("schema", "--settings").stdout))


def test_a_table_or_code_that_is_not_there_is_told_with_the_one_meant(folder: Path) -> None:
    table, code = tidybrief("schema", "figure"), tidybrief("rule", "BINARRY")
    assert (table.exit_code, code.exit_code) == (Exit.WRONG_USAGE, Exit.WRONG_USAGE)
    assert "Did you mean 'figures'?" in table.stderr
    assert "Did you mean 'BINARY'?" in code.stderr


@pytest.mark.parametrize("code", [*vocabulary.REJECT_CODES, *DESCRIPTIONS])
def test_each_code_has_its_meaning_and_what_to_do(folder: Path, code: str) -> None:
    answer = json.loads(tidybrief("rule", code.lower(), "--json").stdout)
    assert answer["meaning"] == {**vocabulary.REJECT_CODES, **DESCRIPTIONS}[code]
    assert answer["remedy"]


def test_advice_is_only_for_codes_that_there_are() -> None:
    assert set(NEXT_STEPS) <= {*vocabulary.REJECT_CODES, *DESCRIPTIONS}
