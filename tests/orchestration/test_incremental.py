"""What is published does not depend on what was known before, nor on how many processes found it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sample_documents import project
from tidybrief.briefing import library, page
from tidybrief.engines import batches, known_files, local
from tidybrief.orchestration.batch import crew_for
from tidybrief.orchestration.refresh import refresh
from tidybrief.settings import Settings

SAID = "Nordlicht AI opened laboratory {0} in Oslo in March 2021. It employs {0} people.\n"


def published(settings: Settings) -> dict[str, bytes]:
    """The files of the latest publication, but for its clock times."""
    folder = (settings.outputs / "latest").resolve()
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "run.json"
    }


@pytest.fixture
def _always_in_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_files, "READ_HERE", 0)
    monkeypatch.setattr(local, "SERIAL_BELOW", 0)
    monkeypatch.setattr(batches, "BATCH_SIZE", 4_000)
    monkeypatch.setattr(library, "INLINE_NODES", 0)
    monkeypatch.setattr(page, "MANY", 0)


@pytest.mark.usefixtures("_always_in_workers")
def test_one_process_and_several_publish_the_same_bytes(tmp_path: Path) -> None:
    several = project(tmp_path, workers=2)
    for number in range(4):
        text = "".join(SAID.format(1 + number + place) for place in range(100))
        (several.raw / f"{number}.txt").write_text(text)
    one = replace(several, workers=1, outputs=tmp_path / "one", reports=tmp_path / "reports of one")
    with crew_for(several) as crew:
        assert crew.is_at_hand
        refresh(several, crew=crew)
    refresh(one)
    assert published(several) == published(one)
    assert len([name for name in published(one) if name.startswith("evidence/text-")]) > 4


def test_known_documents_are_published_in_the_same_bytes(tmp_path: Path) -> None:
    settings = project(tmp_path)
    third = settings.raw / "third.txt"
    third.write_text("Nordlicht AI was founded in 2019.\n")
    refresh(settings)
    third.write_text("Nordlicht AI was founded in 2018.\n")
    refresh(settings)
    forget_publications(settings)
    assert list((settings.outputs / ".cache").rglob("*.tables"))
    refresh(settings)
    fresh = replace(settings, outputs=tmp_path / "fresh", reports=tmp_path / "reports of fresh")
    refresh(fresh)
    assert published(settings) == published(fresh)


def forget_publications(settings: Settings) -> None:
    """Removes what is published and leaves what is known."""
    shutil.rmtree(settings.outputs / "runs")
    (settings.outputs / "latest").unlink()
    (settings.outputs / "latest.json").unlink()


def change(raw: Path) -> None:
    told = "Nordlicht AI was founded in 2018. It employs 650 people. It plans a laboratory in June 2023.\n"
    (raw / "third.txt").write_text(told)


def add(raw: Path) -> None:
    (raw / "fourth.txt").write_text("Nordlicht AI was founded in 2017. The Ministry of Ports employs 12 people.\n")


def rename(raw: Path) -> None:
    (raw / "third.txt").rename(raw / "a.txt")


def swap(raw: Path) -> None:
    wire, fourth = (raw / "wire.txt").read_text(), (raw / "fourth.txt").read_text()
    (raw / "wire.txt").write_text(fourth)
    (raw / "fourth.txt").write_text(wire)


def remove(raw: Path) -> None:
    (raw / "fourth.txt").unlink()


def test_documents_that_change_come_and_go_are_published_as_in_a_fresh_run(tmp_path: Path) -> None:
    settings = project(tmp_path)
    told = "Nordlicht AI was founded in 2019. It employs 640 people. It opened one in June 2023, which may grow.\n"
    (settings.raw / "third.txt").write_text(told)
    refresh(settings)
    for edit in (change, add, rename, swap, remove):
        edit(settings.raw)
        forget_publications(settings)
        refresh(settings)
        fresh = replace(settings, outputs=tmp_path / edit.__name__, reports=tmp_path / f"reports of {edit.__name__}")
        refresh(fresh)
        assert published(settings) == published(fresh), edit.__name__


def test_pages_that_stay_the_same_are_those_of_a_fresh_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "INLINE_NODES", 0)
    settings = project(tmp_path)
    third = settings.raw / "third.txt"
    third.write_text("Nordlicht AI was founded in 2019.\n")
    first = refresh(settings).run.folder / "evidence"
    pages = {path.name: path.stat().st_ino for path in first.iterdir()}
    third.write_text("Nordlicht AI was founded in 2018. It hired nobody.\n")
    second = refresh(settings).run.folder / "evidence"
    shared = [path for path in second.iterdir() if pages.get(path.name) == path.stat().st_ino]
    assert len(shared) == 2
    shared[0].unlink()
    shared[0].write_text("by another hand")
    third.write_text("Nordlicht AI was founded in 2017.\n")
    refresh(settings)
    fresh = replace(settings, outputs=tmp_path / "fresh", reports=tmp_path / "reports of fresh", keep_runs=1)
    refresh(fresh)
    evidence = {name: page for name, page in published(settings).items() if name.startswith("evidence/text-")}
    assert evidence == {name: page for name, page in published(fresh).items() if name.startswith("evidence/text-")}
