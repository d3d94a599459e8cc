"""What a publication looks like, and what becomes of those before it."""

import json
import os
from pathlib import Path

import polars as pl
import pytest

from publishing.project import Project, method
from sample_tables import sample_tables
from tidybrief import publishing, schemas
from tidybrief.publishing import GateClosed, MixedTables
from tidybrief.validation import validate

LAID_OUT = {
    *("README.md", "SHA256SUMS", "briefing.html", "croissant.json", "datapackage.json", "evidence/a.html", "run.json"),
    *("views.sql", *(f"{table}.parquet" for table in schemas.TABLES)),
}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_publication_has_all_its_files(project: Project) -> None:
    run = project.publish()
    assert contents(run.folder).keys() == LAID_OUT
    assert run.run_id == f"0001-{run.digest[:8]}"
    assert run.predecessor is None
    assert all(publishing.load(run.folder)[name].equals(frame) for name, frame in sample_tables().items())
    assert all(check.passed for check in publishing.verify(run.folder))


def test_latest_leads_to_the_newest_run_by_link_and_by_file(project: Project) -> None:
    first, second = project.publish("One"), project.publish("Two")
    assert project.latest() == second
    assert (project.outputs / "latest").readlink() == Path("runs", second.run_id)
    assert json.loads((project.outputs / "latest.json").read_text()) == {"run_id": second.run_id}
    assert second.predecessor == first.run_id
    assert (second.number, first.number) == (2, 1)


def test_the_briefing_is_linked_with_what_it_links_to(project: Project) -> None:
    project.publish("One")
    run = project.publish("Two")
    page = project.reports / "briefing.html"
    assert page.is_symlink()
    assert page.resolve() == (run.folder / "briefing.html").resolve()
    assert (project.reports / "evidence" / "a.html").is_file()
    assert pl.read_parquet(project.reports / "figures.parquet").height == 2


def test_the_links_survive_a_move_of_the_project(project: Project, tmp_path: Path) -> None:
    project.publish()
    moved = Project(tmp_path / "elsewhere")
    moved.root.mkdir()
    project.outputs.rename(moved.outputs)
    project.reports.rename(moved.reports)
    assert "0001-" in (moved.reports / "briefing.html").read_text()


def test_files_of_the_user_in_reports_stay(project: Project) -> None:
    project.reports.mkdir()
    own = project.reports / "figures.parquet"
    own.write_text("mine")
    project.publish()
    assert own.read_text() == "mine"


def test_where_links_cannot_be_the_briefing_is_copied(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("links are not supported here")

    monkeypatch.setattr(os, "symlink", refuse)
    project.publish("One")
    run = project.publish("Two")
    assert not (project.outputs / "latest").exists()
    assert project.latest() == run
    page = project.reports / "briefing.html"
    assert not page.is_symlink()
    assert page.read_bytes() == (run.folder / "briefing.html").read_bytes()
    assert (project.reports / "evidence" / "a.html").is_file()


def test_a_copy_never_writes_through_a_link_into_a_publication(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked = project.publish("One")

    def refuse(*_: object, **__: object) -> None:
        raise OSError("links are not supported here")

    monkeypatch.setattr(os, "symlink", refuse)
    (project.outputs / "latest").unlink()
    (linked.folder / "evidence" / "a.html").write_text("one")
    project.publish("Two")
    assert (linked.folder / "evidence" / "a.html").read_text() == "one"
    assert not (project.reports / "evidence").is_symlink()


def test_unchanged_input_and_method_are_current(project: Project) -> None:
    assert not publishing.is_current(project.outputs, method("One"))
    project.publish("One")
    assert publishing.is_current(project.outputs, method("One"))
    assert not publishing.is_current(project.outputs, method("Two"))


def test_a_publication_that_lost_a_file_is_not_current(project: Project) -> None:
    run = project.publish()
    (run.folder / "dates.parquet").unlink()
    assert not publishing.is_current(project.outputs, method())


def test_back_to_an_earlier_state_is_a_new_run(project: Project) -> None:
    first = project.publish("A")
    project.publish("B")
    third = project.publish("A")
    assert (third.number, third.digest) == (3, first.digest)
    assert third.predecessor == project.run_ids()[1]


def test_same_input_method_and_predecessor_give_the_same_bytes(project: Project, tmp_path: Path) -> None:
    other = Project(tmp_path / "other")
    for title in ("One", "Two"):
        ours, theirs = (contents(place.publish(title).folder) for place in (project, other))
        assert {name for name in ours if ours[name] != theirs[name]} <= {"run.json"}


def test_only_the_record_has_clock_times(project: Project) -> None:
    run = project.publish()
    day = json.loads((run.folder / "run.json").read_text())["published_at"][:10].encode()
    assert not [name for name, content in contents(run.folder).items() if day in content and name != "run.json"]


def test_a_closed_gate_leaves_everything_as_it_was(project: Project) -> None:
    project.publish("Good")
    before = contents(project.outputs)
    tables = sample_tables()
    twice = tables | {"figures": pl.concat([tables["figures"], tables["figures"]])}
    with pytest.raises(GateClosed, match="figures: keys failed") as closed:
        project.publish("Bad", twice)
    assert [(check.table, check.name) for check in closed.value.blocking] == [("figures", "keys")]
    assert contents(project.outputs) == before


def test_a_run_named_for_another_input_is_refused(project: Project) -> None:
    run = project.publish()
    with pytest.raises(MixedTables):
        publishing.publish(
            project.outputs,
            project.reports,
            run,
            validate(sample_tables(), max_reject_share=0),
            fingerprint=method("Another"),
            briefing="",
            evidence={},
            started_at=None,  # type: ignore[arg-type]  # refused before it is looked at
        )


def test_the_last_runs_are_kept(project: Project) -> None:
    runs = [project.publish(f"Title {number}", keep=3) for number in range(5)]
    assert project.run_ids() == [run.run_id for run in runs[-3:]]
    assert project.latest() == runs[-1]


def test_after_a_return_to_an_older_run_nothing_published_is_lost(project: Project) -> None:
    runs = [project.publish(title) for title in "ABC"]
    link = project.outputs / "latest"
    link.unlink()
    link.symlink_to(f"runs/{runs[0].run_id}")
    fourth = project.publish("D")
    assert (fourth.number, fourth.predecessor) == (4, runs[0].run_id)
    assert project.run_ids() == [run.run_id for run in (*runs, fourth)]


def test_a_damaged_pointer_counts_as_nothing_published(project: Project) -> None:
    first = project.publish("A")
    (first.folder / "run.json").write_text("{")
    assert publishing.latest(project.outputs) is None
    assert project.publish("A").number == 2
