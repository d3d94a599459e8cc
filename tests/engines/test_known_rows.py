"""What was worked out from rows is taken from earlier runs only where the rows are the same."""

import os
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perilous import LETHAL, InWords
from tidybrief.engines import known_rows
from tidybrief.engines.known_rows import KnownRows
from tidybrief.engines.workers import Crew

SCHEMA = {"name": pl.String, "number": pl.Int64}
rows = st.lists(st.tuples(st.none() | st.text(max_size=3), st.none() | st.integers(0, 3)), max_size=8)


class Work:
    """Puts the values of a row into words, and remembers how many rows it was asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, frame: pl.DataFrame) -> pl.Series:
        self.asked += frame.height
        return pl.Series([f"{name}/{number}" for name, number in frame.iter_rows()], dtype=pl.String)


def frame_of(*rows: tuple[str | None, int | None]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=SCHEMA, orient="row")


@given(runs=st.lists(rows, max_size=4))
@settings(max_examples=50)
def test_rows_that_change_come_and_go_are_told_as_without_memory(
    tmp_path_factory: pytest.TempPathFactory, runs: list[list[tuple[str | None, int | None]]]
) -> None:
    folder = tmp_path_factory.mktemp("known")
    for told in runs:
        frame = frame_of(*told)
        assert KnownRows(folder, "a" * 64).recall("words", frame, Work()).to_list() == Work()(frame).to_list()


def test_only_new_rows_are_worked_on(tmp_path: Path) -> None:
    KnownRows(tmp_path, "a" * 64).recall("words", frame_of(("a", 1), ("b", 2), ("a", 1)), Work())
    work = Work()
    told = KnownRows(tmp_path, "a" * 64).recall("words", frame_of(("c", 3), ("b", 2), ("c", 3)), work)
    assert told.to_list() == ["c/3", "b/2", "c/3"]
    assert work.asked == 1


@pytest.mark.parametrize(
    ("method", "name"),
    [
        pytest.param("b" * 64, "words", id="another method"),
        pytest.param("a" * 64, "letters", id="other work"),
    ],
)
def test_what_was_found_otherwise_is_found_anew(tmp_path: Path, method: str, name: str) -> None:
    KnownRows(tmp_path, "a" * 64).recall("words", frame_of(("a", 1)), Work())
    work = Work()
    KnownRows(tmp_path, method).recall(name, frame_of(("a", 1)), work)
    assert work.asked == 1


def test_a_damaged_file_is_not_read(tmp_path: Path) -> None:
    frame = frame_of(("a", 1))
    KnownRows(tmp_path, "a" * 64).recall("words", frame, Work())
    for path in tmp_path.rglob("*.tables"):
        path.write_bytes(path.read_bytes().replace(b"a/1", b"b/1"))
    assert KnownRows(tmp_path, "a" * 64).recall("words", frame, Work()).to_list() == ["a/1"]
    assert len(list(tmp_path.rglob("*.tables"))) == 1


def test_rows_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    known = KnownRows(tmp_path, "a" * 64)
    known.recall("words", frame_of(*((str(number), number) for number in range(1000))), Work())
    size = sum(path.stat().st_size for path in tmp_path.rglob("*.tables"))
    known.recall("words", frame_of(("0", 0)), Work())
    assert sum(path.stat().st_size for path in tmp_path.rglob("*.tables")) < size / 10
    KnownRows(tmp_path, "b" * 64).recall("words", frame_of(("0", 0)), Work())
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("name", [pytest.param("a", id="of all rows"), pytest.param(LETHAL, id="one of which kills")])
def test_workers_find_the_same(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(known_rows, "MANY", 0)
    monkeypatch.setattr(known_rows, "_AT_ONCE", 7)
    frame = frame_of(("b", 0), (name, 1), *(("c", number) for number in range(20)))
    find = InWords(os.getpid())
    with Crew(2) as crew:
        assert KnownRows(crew=crew).recall("words", frame, find).to_list() == find(frame).to_list()
