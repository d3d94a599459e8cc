"""`tidybrief evaluate` as a script and as a person see it."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from publishing.project import Project
from sample_tables import spoken
from tidybrief.cli.app import app
from tidybrief.cli.exits import Exit

SCHEMA = {"schema_version", "run_id", "gold", "documents", "scores"}


def annotated(surface: str, doc_id: str, **fields: Any) -> str:
    span = spoken(doc_id, surface)
    place = {"doc": doc_id, **{key: span[key] for key in ("start", "end", "text")}}
    return json.dumps(place | fields) + "\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A publication of the sample tables, and a gold folder that has one date right, one wrong and one name more."""
    project = Project(tmp_path_factory.mktemp("measured"))
    project.publish()
    gold = project.root / "gold"
    gold.mkdir()
    year = {"iso_start": "2021-01-01", "iso_end": "2021-12-31", "precision": "year", "role": "at"}
    (gold / "dates.jsonl").write_text(annotated("2021", "a.txt", **year))
    (gold / "mentions.jsonl").write_text(
        annotated("Nordlicht AI", "a.txt", type="ORG", canonical="Nordlicht AI")
        + annotated("people", "a.txt", type="WORK", canonical="People")
    )
    return project


def evaluate(project: Project, *arguments: object) -> Result:
    given = ("evaluate", project.root / "gold", "--outputs", project.outputs, *arguments)
    return CliRunner().invoke(app, [str(argument) for argument in given])


def test_the_table_has_a_line_a_measure_and_its_columns_stand_below_each_other(project: Project) -> None:
    result = evaluate(project)
    assert (result.exit_code, result.stderr) == (Exit.DONE, "")
    about, heading, *lines = result.stdout.splitlines()
    assert project.latest().run_id in about
    assert {line.split()[0] for line in lines} == {"mentions", "dates"}
    assert {len(line) for line in (heading, *lines)} == {len(heading)}
    assert [line.split()[-6:] for line in lines if "role" in line] == [["0.000", "0.000", "0.000", "0", "1", "1"]]


def test_errors_are_told_once_with_their_words(project: Project) -> None:
    told = evaluate(project, "--errors", 5).stdout
    assert told.count("[people]") == 1
    assert "missed  a.txt" in told
    assert "type WORK, canonical People" in told
    assert "annotated iso_start 2021-01-01, iso_end 2021-12-31, role at" in told
    assert "role since" in told


def test_the_answer_for_scripts(project: Project) -> None:
    answer = json.loads(evaluate(project, "--json").stdout)
    assert set(answer) == SCHEMA
    scores = {(score["layer"], score["measure"]): score for score in answer["scores"]}
    assert scores["dates", "overlap"]["f1"] == 1
    assert "missed" not in scores["dates", "overlap"]
    with_errors = json.loads(evaluate(project, "--json", "--errors", 1).stdout)["scores"]
    missed = {
        score["measure"]: [row["text"] for row in score["missed"]]
        for score in with_errors
        if score["layer"] == "mentions"
    }
    assert (missed["exact span"], missed["type: WORK"], missed["type: ORG"]) == (["people"], ["people"], [])


def test_an_earlier_run_can_be_named(project: Project) -> None:
    assert evaluate(project, project.latest().run_id).exit_code == Exit.DONE
    assert evaluate(project, "0099-00000000").exit_code == Exit.WRONG_USAGE


@pytest.mark.parametrize(
    ("gold", "content", "told"),
    [
        pytest.param("nowhere", None, "nowhere: no such folder", id="no folder"),
        pytest.param("empty", None, "empty: no annotation in mentions.jsonl", id="no annotation"),
        pytest.param("broken", "{", "dates.jsonl, line 1", id="broken line"),
    ],
)
def test_a_gold_folder_that_cannot_be_used_is_wrong_usage(
    project: Project, tmp_path: Path, gold: str, content: str | None, told: str
) -> None:
    if gold != "nowhere":
        (tmp_path / gold).mkdir()
    if content is not None:
        (tmp_path / gold / "dates.jsonl").write_text(content)
    result = CliRunner().invoke(app, ["evaluate", str(tmp_path / gold), "--outputs", str(project.outputs)])
    assert (result.exit_code, result.stdout) == (Exit.WRONG_USAGE, "")
    assert told in result.stderr
    assert "→" in result.stderr
