"""What `verify` finds in a run folder that somebody touched."""

import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from publishing.project import Project, method
from tidybrief import publishing
from tidybrief.publishing import verify
from tidybrief.publishing.descriptors import write_table


def failed(folder: Path) -> set[tuple[str, str]]:
    return {(check.table, check.name) for check in verify(folder) if not check.passed}


def rewrite(folder: Path, table: str, change: Callable[[pl.DataFrame], pl.DataFrame]) -> None:
    path = folder / f"{table}.parquet"
    digest = json.loads((folder / "run.json").read_text())["digest"]
    write_table(path, table, change(pl.read_parquet(path)), digest)


def flip_a_byte(folder: Path) -> None:
    path = folder / "briefing.html"
    path.write_bytes(path.read_bytes()[:-1] + b"?")


@pytest.mark.parametrize(
    ("touch", "found"),
    [
        pytest.param(flip_a_byte, {("publication", "files")}, id="a page changed"),
        pytest.param(
            lambda folder: (folder / "evidence" / "a.html").unlink(), {("publication", "files")}, id="a page is gone"
        ),
        pytest.param(
            lambda folder: (folder / "notes.txt").write_text("x"), {("publication", "files")}, id="a file too many"
        ),
        pytest.param(
            lambda folder: (folder / "run.json").write_text("[]"),
            {("publication", "files"), ("publication", "digest")},
            id="the record is damaged",
        ),
        pytest.param(
            lambda folder: (folder / "datapackage.json").unlink(),
            {("publication", "files"), ("publication", "descriptor")},
            id="the descriptor is gone",
        ),
        pytest.param(
            lambda folder: (folder / "dates.parquet").unlink(),
            {("publication", "files"), ("dates", "schema")},
            id="a table is gone",
        ),
        pytest.param(
            lambda folder: (folder / "dates.parquet").write_bytes(b"PAR1PAR1"),
            {("publication", "files"), ("dates", "schema")},
            id="a table is damaged",
        ),
        pytest.param(
            lambda folder: rewrite(folder, "figures", lambda frame: frame.with_columns(text=pl.lit("12"))),
            {("publication", "files"), ("publication", "descriptor"), ("figures", "grounding")},
            id="rows say something else",
        ),
        pytest.param(
            lambda folder: rewrite(folder, "figures", lambda frame: frame.reverse()),
            {("publication", "files"), ("publication", "descriptor"), ("figures", "order")},
            id="rows are in another order",
        ),
    ],
)
def test_what_somebody_touched_is_found(project: Project, touch: Callable[[Path], None], found: set[str]) -> None:
    run = project.publish()
    assert not failed(run.folder)
    touch(run.folder)
    assert failed(run.folder) == found


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("run.json", "[]", id="no object"),
        pytest.param("run.json", '{"digest": 3, "files": {"dates.parquet": 3}}', id="no facts of a file"),
        pytest.param("run.json", '{"files": [1], "predecessor": []}', id="no list of files"),
        pytest.param("datapackage.json", '{"resources": 3}', id="no list of resources"),
        pytest.param("datapackage.json", '{"resources": [3, {"name": []}]}', id="no resources"),
        pytest.param("datapackage.json", "\x00", id="no JSON"),
    ],
)
def test_a_damaged_description_is_found_and_hinders_nothing(project: Project, name: str, content: str) -> None:
    run = project.publish()
    (run.folder / name).write_text(content)
    assert failed(run.folder)
    publishing.is_current(project.outputs, method())
    assert project.publish("Next").number == 2


def test_a_table_of_another_run_is_found(project: Project) -> None:
    one, two = project.publish("One"), project.publish("Two")
    (two.folder / "dates.parquet").write_bytes((one.folder / "dates.parquet").read_bytes())
    assert ("publication", "digest") in failed(two.folder)


def test_a_folder_without_a_run(tmp_path: Path) -> None:
    assert ("publication", "files") in failed(tmp_path)
    assert ("publication", "files") in failed(tmp_path / "nowhere")
