"""`tidybrief export`: what other tools find in the files."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import polars as pl
import pytest
from typer.testing import CliRunner

from duckdb_process import answers, needs_duckdb
from publishing.project import Project
from sample_tables import sample_tables
from tidybrief import publishing, schemas
from tidybrief.cli.app import app
from tidybrief.cli.exits import Exit
from tidybrief.publishing.exports import LONGEST_CELL, export


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("exported"))
    project.publish()
    return project


def exported(project: Project, form: str, to: Path, *options: str) -> list[Path]:
    arguments = ["export", form, "--outputs", str(project.outputs), "--to", str(to), "--json", *options]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == Exit.DONE, result.stderr
    return [Path(path) for path in json.loads(result.stdout)["files"]]


def test_csv_has_every_row_and_column(project: Project, tmp_path: Path) -> None:
    paths = exported(project, "csv", tmp_path)
    assert [path.stem for path in paths] == list(schemas.TABLES)
    tables = publishing.load(project.latest().folder)
    for path in paths:
        with path.open(newline="", encoding="utf-8") as file:
            header, *rows = csv.reader(file)
        assert header == tables[path.stem].columns
        assert len(rows) == tables[path.stem].height


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_csv_holds_nothing_that_a_spreadsheet_would_run(tmp_path: Path, sign: str) -> None:
    entities = sample_tables()["entities"].with_columns(name=pl.lit(sign))
    [path] = export({"entities": entities}, "csv", tmp_path, "0001-00000000")
    with path.open(newline="", encoding="utf-8") as file:
        assert {row["name"] for row in csv.DictReader(file)} == {f"'{sign}"}


def test_csv_leaves_numbers_below_zero_as_they_are(tmp_path: Path) -> None:
    figures = sample_tables()["figures"].with_columns(value=pl.lit(-1.5))
    [path] = export({"figures": figures}, "csv", tmp_path, "0001-00000000")
    assert pl.read_csv(path)["value"].to_list() == [-1.5, -1.5]


def test_jsonl_comes_back_as_it_was(project: Project, tmp_path: Path) -> None:
    [path] = exported(project, "jsonl", tmp_path, "--table", "comparisons")
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    assert rows == publishing.load(project.latest().folder)["comparisons"].to_dicts()


@needs_duckdb
def test_duckdb_has_tables_keys_meanings_and_joins(project: Project, tmp_path: Path) -> None:
    command = ["export", "duckdb", "--outputs", str(project.outputs), "--to", str(tmp_path), "--json"]
    started = [sys.executable, "-c", "from tidybrief.cli.app import app; app()", *command]
    [path], [again] = (json.loads(subprocess.check_output(started, text=True))["files"] for _ in range(2))
    assert path == again, "an earlier export is replaced"
    tables = publishing.load(project.latest().folder)
    counts = [f"SELECT count(*) FROM {name}" for name in (*tables, "figures_with_quotes")]
    keys = "SELECT table_name FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"
    *counted, keyed = answers([*counts, keys], tmp_path, path)
    assert [count for [[count]] in counted] == [frame.height for frame in (*tables.values(), tables["figures"])]
    assert {name for [name] in keyed} == set(tables) - {"rejects"}


def test_a_workbook_keeps_texts_texts_and_cuts_those_too_long(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    documents = sample_tables()["documents"].with_columns(title=pl.lit("=1+1"), text=pl.lit("x" * (LONGEST_CELL + 1)))
    [path] = export({"documents": documents}, "xlsx", tmp_path, "0001-00000000")
    with ZipFile(path) as archive:
        sheet, texts = (archive.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "sharedStrings"))
    assert "<f>" not in sheet
    assert "=1+1" in texts
    assert f">{'x' * LONGEST_CELL}<" in texts


def test_annotations_stand_on_the_words(project: Project, tmp_path: Path) -> None:
    [path] = exported(project, "annotations", tmp_path, "--table", "figures")
    collection = json.loads(path.read_text())
    tables = publishing.load(project.latest().folder)
    texts = dict(tables["documents"].select("doc_id", "text").iter_rows())
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == tables["figures"].height
    for item, row in zip(items, tables["figures"].iter_rows(named=True), strict=True):
        position, words = item["target"]["selector"]
        assert texts[row["doc_id"]][position["start"] : position["end"]] == words["exact"] == row["text"]
        assert f"{words['prefix']}{words['exact']}{words['suffix']}" in texts[row["doc_id"]]
        assert json.loads(item["body"][1]["value"])["value"] == row["value"]
    assert len({item["id"] for item in items}) == len(items)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["pdf"], "There are: csv, jsonl", id="no such format"),
        pytest.param(["csv", "--table", "figure"], "Did you mean 'figures'?", id="no such table"),
        pytest.param(["csv", "9999-00000000"], "There are: 0001-", id="no such run"),
    ],
)
def test_what_cannot_be_exported_is_told(project: Project, arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(app, ["export", *arguments, "--outputs", str(project.outputs)])
    assert result.exit_code == Exit.WRONG_USAGE
    assert told in result.stderr
