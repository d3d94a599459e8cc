"""What a stranger finds in a publication: README, views, Croissant, checksums."""

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from duckdb_process import answers, needs_duckdb
from publishing.project import Project
from publishing.test_descriptors import PROFILE
from tidybrief import dictionary, schemas
from tidybrief.publishing.sql import JOINS

STATED = {
    "description": "What harbour towns say of their laboratories.",
    "publisher": "Harbour Institute",
    "licence": "CC-BY-4.0",
    "citation": "Harbour Institute (2025): Laboratories.",
}


def snippets(folder: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (folder / "README.md").read_text(), flags=re.DOTALL)


def called(*command: str, folder: Path, given: str | None = None) -> str:
    answer = subprocess.run(command, cwd=folder, input=given, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_the_snippets_in_python_run(project: Project, library: str) -> None:
    if importlib.util.find_spec(library) is None or (library == "pandas" and not importlib.util.find_spec("pyarrow")):
        pytest.skip(f"{library} is not installed")
    folder = project.publish().folder
    [snippet] = [code for code in snippets(folder, "python") if f"import {library}" in code]
    assert "It employs 120" in called(sys.executable, "-c", snippet, folder=folder)


def test_the_snippet_in_r_runs(project: Project) -> None:
    if shutil.which("Rscript") is None:
        pytest.skip("R is not installed")
    folder = project.publish().folder
    [snippet] = snippets(folder, "r")
    assert "It employs 120" in called("Rscript", "-e", snippet, folder=folder)


@needs_duckdb
def test_the_views_and_their_joins_run_and_are_described(project: Project) -> None:
    folder = project.publish().folder
    [snippet] = snippets(folder, "sql")
    counts = [f"SELECT count(*) FROM {join}" for join in JOINS]
    described = "SELECT table_name || '.' || column_name, comment FROM duckdb_columns()"
    _, quotes, *counted, comments = answers([(folder / "views.sql").read_text(), snippet, *counts, described], folder)
    assert [row[-1] for row in quotes] == [
        "It employs 120 people since 2021.",
        "Nordlicht AI employs about 130 people, Harbour Weekly reports.",
    ]
    assert all(count > 0 for [[count]] in counted)
    comment_of = dict(comments)
    for table in schemas.TABLES:
        for column in dictionary.describe(table).columns:
            assert comment_of[f"{table}.{column.name}"].startswith(column.description)


def test_the_readme_tells_every_file_table_and_column(project: Project) -> None:
    folder = project.publish(settings=STATED).folder
    text = (folder / "README.md").read_text()
    assert all(f"`{path.name}" in text for path in folder.iterdir() if path.name != "README.md")
    for table in schemas.TABLES:
        for column in dictionary.describe(table).columns:
            assert f"| `{column.name}` |" in text
            assert column.description in text
    assert all(words in text for words in STATED.values())
    assert "No licence is stated" not in text


def test_without_a_licence_the_readme_says_so(project: Project) -> None:
    assert "No licence is stated" in (project.publish().folder / "README.md").read_text()


def test_the_data_package_states_licence_publisher_and_citation(project: Project) -> None:
    package = json.loads((project.publish(settings=STATED).folder / "datapackage.json").read_text())
    jsonschema.Draft7Validator(PROFILE).validate(package)
    assert package["licenses"] == [{"name": "CC-BY-4.0"}]
    assert package["contributors"] == [{"title": "Harbour Institute", "roles": ["publisher"]}]
    assert (package["description"], package["citation"]) == (STATED["description"], STATED["citation"])


def test_a_licence_may_be_an_address(project: Project) -> None:
    folder = project.publish(settings={"licence": "https://example.org/terms"}).folder
    package = json.loads((folder / "datapackage.json").read_text())
    jsonschema.Draft7Validator(PROFILE).validate(package)
    assert json.loads((folder / "croissant.json").read_text())["license"] == "https://example.org/terms"


def test_croissant_tells_every_column_with_the_file_it_is_in(project: Project) -> None:
    folder = project.publish(settings=STATED).folder
    described = json.loads((folder / "croissant.json").read_text())
    files = {each["@id"]: each["sha256"] for each in described["distribution"]}
    sums = dict(reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert files == {name: sums[name] for name in (f"{table}.parquet" for table in schemas.TABLES)}
    records = {each["@id"]: each["field"] for each in described["recordSet"]}
    descriptions = {each["@id"]: each["description"] for each in described["recordSet"]}
    known = {field["@id"] for fields in records.values() for field in fields}
    for table, fields in records.items():
        told = {field["source"]["extract"]["column"] for field in fields}
        untold = dictionary.polars_schema(table).keys() - told
        assert all(f"Column {name} is nested" in descriptions[table] for name in untold)
        assert all(field["source"]["fileObject"]["@id"] in files for field in fields)
        assert all(field["references"]["field"]["@id"] in known for field in fields if "references" in field)
    assert described["license"] == "https://spdx.org/licenses/CC-BY-4.0.html"
    assert described["citeAs"] == STATED["citation"]


def test_the_checksums_are_of_all_files_and_right(project: Project) -> None:
    folder = project.publish().folder
    if shutil.which("sha256sum"):
        called("sha256sum", "--check", "--strict", "SHA256SUMS", folder=folder)
    named = {line.split("  ")[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert named == present - {"SHA256SUMS", "run.json"}


def test_the_same_publication_has_the_same_bytes(tmp_path: Path) -> None:
    once, again = (Project(tmp_path / name).publish(settings=STATED).folder for name in ("once", "again"))
    for path in once.rglob("*"):
        if path.is_file() and path.name != "run.json":
            assert path.read_bytes() == (again / path.relative_to(once)).read_bytes()
