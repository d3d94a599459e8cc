"""Tables that wait for publication."""

import polars as pl
import pytest

from publishing.project import Project, method
from sample_tables import sample_tables
from tidybrief.publishing import MixedTables, Staging


def test_what_is_written_is_scanned(project: Project) -> None:
    staging = Staging.of(project.outputs, method())
    frame = sample_tables()["figures"].reverse()
    assert staging.write("figures", frame) == staging.path("figures")
    assert staging.scan("figures").collect().equals(frame), "in the order given"
    assert staging.read_all().keys() == {"figures"}


def test_what_is_not_staged_is_not_found(project: Project) -> None:
    with pytest.raises(FileNotFoundError, match="figures is not staged"):
        Staging.of(project.outputs, method()).scan("figures")


def test_tables_of_different_digests_do_not_mix(project: Project) -> None:
    one, other = (Staging.of(project.outputs, method(title)) for title in ("One", "Other"))
    one.write("dates", sample_tables()["dates"])
    strange = other.write("figures", sample_tables()["figures"])
    strange.rename(one.path("figures"))
    assert one.scan("dates").collect().height == 1
    with pytest.raises(MixedTables, match="figures"):
        one.read_all()


def test_tables_of_other_shapes_may_be_staged(project: Project) -> None:
    staging = Staging.of(project.outputs, method())
    staging.write("pages", pl.DataFrame({"file": ["a"], "html": ["b"]}))
    assert not staging.read_all()


def test_a_publication_keeps_its_own_staging_only(project: Project) -> None:
    for title in ("One", "Two"):
        Staging.of(project.outputs, method(title)).write("dates", sample_tables()["dates"])
    project.publish("Two")
    assert not Staging.of(project.outputs, method("One")).folder.exists()
    assert Staging.of(project.outputs, method("Two")).read_all().keys() == {"dates"}
