"""Section 2: what changed since the publication before, in words that say no more than the rows."""

from typing import Any

import polars as pl
import pytest

import briefing_corpora as corpus
from page_reader import Page
from tidybrief import dictionary
from tidybrief.briefing import Past, render
from tidybrief.briefing.changes import Changes
from tidybrief.briefing.content import compose
from tidybrief.corpus import Edition, changes

Tables = dict[str, pl.DataFrame]
BEFORE = "0004-1a2b3c4d"


depot = corpus.depot


def nothing() -> Tables:
    return corpus.Corpus().tables()


def section(*tables: Tables, method: dict[str, str] | None = None) -> Changes:
    """The section of the last of these publications; the ones before are all kept."""
    *earlier, now = tables
    same = {"version": "1"}
    now = now | {"changes": changes(Edition(earlier[-1], same), Edition(now, method or same))}
    names = [f"{number:04d}-1a2b3c4d" for number in range(len(earlier))]
    past = Past(names[-1], [(name, Edition(one)) for name, one in zip(names, earlier, strict=True)])
    return compose(now, title="Depots", checks=(), version="0.1.0", past=past).changes


def lines(told: Changes) -> list[tuple[str, str, str, str]]:
    return [
        (line.change, line.about, line.before, line.after)
        for cause in told.causes
        for group in cause.groups
        for line in group.lines
    ]


def test_the_first_publication_says_that_it_is_the_first() -> None:
    told = compose(depot(), title="Depots", checks=(), version="0.1.0", past=Past()).changes
    assert told.lede == "This is the first publication, so there is nothing to compare it with."
    assert told.causes == ()


def test_no_change_is_said_to_be_none() -> None:
    assert section(depot(), depot()).lede == "Since publication 0000-1a2b3c4d, nothing that is compared has changed."


def test_a_figure_that_changed_stands_with_both_values_in_the_same_words() -> None:
    told = section(depot(900), depot(1100))
    assert ("changed", "Depot Nine – crates stored in 2024", "900 crates", "1,100 crates") in lines(told)
    assert told.lede == "Since publication 0000-1a2b3c4d, one document changed and one figure changed."


def test_a_document_that_is_gone_takes_its_figures_with_it() -> None:
    told = section(depot(), nothing())
    assert told.lede.endswith("one document is gone and one figure is gone.")
    assert ("gone", "Depot note", "", "") in lines(told)
    assert ("gone", "Depot Nine – crates stored in 2024", "900 crates", "") in lines(told)


def test_what_is_imagined_is_no_change_of_the_world() -> None:
    told = section(nothing(), depot(factuality="hypothetical"))
    assert not any("crates" in about for _, about, _, _ in lines(told))
    assert "figure" not in told.lede


def test_changes_of_method_stand_apart() -> None:
    told = section(depot(900), depot(900), method={"version": "2"})
    assert [cause.title for cause in told.causes] == ["Because the documents are read in another way"]
    assert told.lede.endswith("every difference comes from the way they are read.")


def test_a_new_conflict_is_told_and_leads_to_its_point() -> None:
    with_conflict = corpus.harbour()
    before = with_conflict | {"comparisons": with_conflict["comparisons"].filter(pl.col("verdict") != "conflict")}
    told = section(before, with_conflict)
    (line,) = [line for cause in told.causes for group in cause.groups for line in group.lines]
    assert (line.change, line.about) == ("new", "the occupation of Ida Rohn")
    assert line.href in Page(render(with_conflict, title="Vellmar", checks=(), version="0.1.0").html).links


class TestCourse:
    def test_three_readings_make_a_line_with_each_reading_in_words(self) -> None:
        told = section(depot(900), depot(1000), depot(1100))
        (line,) = [line for cause in told.causes for group in cause.groups for line in group.lines if line.course]
        assert line.course is not None
        assert line.course.readings == (
            "900 crates (0000-1a2b3c4d, as of 7\u00a0January 2025)",
            "1,000 crates (0001-1a2b3c4d, as of 7\u00a0January 2025)",
            "1,100 crates (this publication, as of 7\u00a0January 2025)",
        )

    @pytest.mark.parametrize(
        "earlier",
        [
            pytest.param([900], id="one before"),
            pytest.param([nothing, 900], id="a publication that is silent"),
        ],
    )
    def test_fewer_make_none(self, earlier: list[Any]) -> None:
        told = section(*(one() if callable(one) else depot(one) for one in earlier), depot(1100))
        assert not any(line.course for cause in told.causes for group in cause.groups for line in group.lines)


def test_a_publication_whose_predecessor_is_not_kept_tells_its_changes() -> None:
    now = depot(1100)
    now |= {"changes": changes(Edition(depot(900)), Edition(now))}
    told = compose(now, title="Depots", checks=(), version="0.1.0", past=Past(BEFORE)).changes
    assert ("changed", "Depot Nine – crates stored in 2024", "900 crates", "1,100 crates") in lines(told)


def test_the_page_has_the_section_and_its_drawing_is_described() -> None:
    html = render(corpus.changed(), title="Depots", checks=(), version="0.1.0", past=corpus.changed_past()).html
    page = Page(html)
    (drawing,) = [attributes for _, attributes in page.elements if attributes.get("class") == "spark"]
    assert drawing["role"] == "img"
    assert "900 crates (0001-1a2b3c4d" in drawing["aria-label"]


def test_empty_changes_of_the_contract_are_read() -> None:
    tables = depot() | {"changes": dictionary.empty("changes")}
    assert (
        "nothing that is compared"
        in compose(tables, title="Depots", checks=(), version="0.1.0", past=Past(BEFORE)).changes.lede
    )
