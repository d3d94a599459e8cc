"""Files that are still the same are not read again, and give what reading them would give."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tidybrief.engines import known_files
from tidybrief.engines.known_files import KnownFiles
from tidybrief.engines.workers import Crew
from tidybrief.reading import Options, read, read_folder

METHOD = "0123456789abcdef"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "harbour.txt").write_text("The harbour of Vellmar\n\nIt handled 40,000 boxes in 2021.\n")
    (folder / "note.md").write_text("---\ntitle: A note\ndate: 2022-05-04\n---\n\nThe crane was sold.\n")
    (folder / "empty.txt").write_text("")
    (folder / "sources.toml").write_text('["harbour.txt"]\npublisher = "Vellmar Gazette"\n')
    return folder


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were really read."""
    names: list[str] = []

    def counted(path: Path, *args: object, **named: object) -> object:
        names.append(path.name)
        return read(path, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(known_files, "read", counted)
    return names


def found(raw: Path, method: str = METHOD, options: Options | None = None) -> object:
    known = KnownFiles(raw.parent / "cache", method)
    outcome = read_folder(raw, options, known.read)
    known.tidy()
    return outcome


def change_text(raw: Path) -> None:
    (raw / "harbour.txt").write_text("The harbour of Vellmar\n\nIt handled 50,000 boxes in 2021.\n")


def change_source(raw: Path) -> None:
    (raw / "sources.toml").write_text('["harbour.txt"]\npublisher = "Vellmar Courier"\n')


def rename(raw: Path) -> None:
    (raw / "harbour.txt").rename(raw / "port.txt")


@pytest.mark.parametrize(
    ("change", "read_again"),
    [
        pytest.param(lambda raw: None, [], id="nothing"),
        pytest.param(change_text, ["harbour.txt"], id="bytes"),
        pytest.param(change_source, ["harbour.txt"], id="what sources.toml says"),
        pytest.param(rename, ["port.txt"], id="name"),
        pytest.param(lambda raw: (raw / "note.md").unlink(), [], id="a file that is gone"),
        pytest.param(
            lambda raw: (raw / "new.txt").write_text("A new crane came."), ["new.txt"], id="a file that is new"
        ),
    ],
)
def test_only_what_changed_is_read(
    raw: Path, reads: list[str], change: Callable[[Path], object], read_again: list[str]
) -> None:
    found(raw)
    reads.clear()
    change(raw)
    assert found(raw) == read_folder(raw)
    assert reads == read_again


def test_another_method_reads_all_again_and_leaves_nothing_of_the_one_before(raw: Path, reads: list[str]) -> None:
    found(raw)
    reads.clear()
    found(raw, method="f" * 16)
    assert sorted(reads) == ["empty.txt", "harbour.txt", "note.md"]
    assert [path.name for path in (raw.parent / "cache").iterdir()] == ["f" * 16]


def test_options_are_part_of_what_is_known(raw: Path) -> None:
    found(raw)
    small = Options(max_bytes=10)
    assert found(raw, options=small) == read_folder(raw, small)


def test_damaged_and_foreign_files_are_rebuilt(raw: Path, reads: list[str]) -> None:
    found(raw)
    reads.clear()
    kept = [path for path in (raw.parent / "cache").rglob("*") if path.is_file()]
    for path in kept:
        path.write_bytes(path.read_bytes()[:-1] + b"x")
    (kept[0].parent / "foreign.tables").write_text("not a table")
    assert found(raw) == read_folder(raw)
    assert sorted(reads) == ["empty.txt", "harbour.txt", "note.md"]
    reads.clear()
    found(raw)
    assert reads == []


@pytest.mark.parametrize("workers", [pytest.param(2, id="workers"), pytest.param(1, id="one process")])
def test_what_workers_read_ahead_is_what_is_read_here(
    raw: Path, monkeypatch: pytest.MonkeyPatch, reads: list[str], workers: int
) -> None:
    monkeypatch.setattr(known_files, "READ_HERE", 0)
    outside = raw.parent / "outside.txt"
    outside.write_text("The quay of Vellmar is closed.\n")
    (raw / "link.txt").symlink_to(outside)
    here = read_folder(raw)
    known = KnownFiles(raw.parent / "cache", METHOD)
    with Crew(workers) as crew:
        known.read_ahead(raw, Options(), crew)
    assert read_folder(raw, None, known.read) == here
    assert sorted(reads) == ([] if workers > 1 else ["empty.txt", "harbour.txt", "note.md"])


def test_a_file_that_changes_after_it_was_read_ahead_is_read_again(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_files, "READ_HERE", 0)
    known = KnownFiles(raw.parent / "cache", METHOD)
    with Crew(2) as crew:
        known.read_ahead(raw, Options(), crew)
    change_text(raw)
    assert read_folder(raw, None, known.read) == read_folder(raw)
