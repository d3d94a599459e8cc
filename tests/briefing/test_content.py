"""What the briefing says: chosen, worded and supported by rule, never more than the rows."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl
import pytest

import briefing_corpora as corpus
from tidybrief.briefing import Past
from tidybrief.briefing.content import Content, compose
from tidybrief.briefing.key_figures import chart_title
from tidybrief.briefing.statements import MOST_WORDS
from tidybrief.briefing.wording import word_count
from tidybrief.validation import Check

Tables = dict[str, pl.DataFrame]


def content(tables: Tables, checks: tuple[Check, ...] = (), past: Past | None = None) -> Content:
    return compose(tables, title="Vellmar", checks=checks, version="0.1.0", past=past or Past())


def figures(*rows: dict[str, Any], text: str = "Ada 40 Bea 15 Cyd 3 Dov 3.") -> Tables:
    """One document and a figure for each row, at its number in the text."""
    made = corpus.Corpus()
    made.document("a.txt", [text])
    for row in rows:
        made.figure(
            "a.txt", row.pop("words"), row.pop("kind", "count"), row.pop("value"), row.pop("unit", "model"), **row
        )
    return made.tables()


class TestBottomLine:
    def test_corroborated_comes_first_then_the_dispute_then_single_sources(self) -> None:
        keys = [item.support.key for item in content(corpus.harbour()).bottom_line]
        assert keys[:2] == ["corroborated", "disputed"]
        assert set(keys[2:]) == {"single_source"}

    def test_is_short(self) -> None:
        items = content(corpus.harbour()).bottom_line
        assert 0 < len(items) <= 5
        assert all(word_count(item.text) <= MOST_WORDS + 2 for item in items)

    def test_says_who_agrees_and_who_does_not(self) -> None:
        first, second, *_ = (item.text.replace("\u00a0", " ") for item in content(corpus.harbour()).bottom_line)
        assert first == (
            "Containers handled (Port of Vellmar, 2023): two independent sources give 4.2 million containers."
        )
        assert second == "The occupation of Ida Rohn: sources disagree – harbour master or dock engineer."

    def test_each_item_links_to_its_words(self) -> None:
        for item in content(corpus.harbour()).bottom_line:
            assert any(part.href for part in item.parts)
            assert item.quotes

    def test_a_single_source_speaks_in_its_own_words(self) -> None:
        items = [item for item in content(corpus.harbour()).bottom_line if item.support.key == "single_source"]
        assert any(item.text == "Aster Line paid at least $3.1 billion for the quay last spring." for item in items)
        assert all(item.is_quotation for item in items)

    def test_a_long_sentence_is_cut_around_its_number(self) -> None:
        text = f"{'word ' * 40}then Ada built 40 models {'more ' * 40}."
        tables = figures({"words": "40", "value": 40, "subject": "Ada", "indicator": "built"}, text=text)
        (item,) = content(tables).bottom_line
        assert item.text.startswith("… word")
        assert item.text.endswith("more …")
        assert "built 40 models" in item.text
        assert word_count(item.text) <= MOST_WORDS + 2

    def test_a_dull_document_speaks_for_itself(self) -> None:
        (item,) = content(corpus.dull()).bottom_line
        assert item.text == "It rained, and nobody came."

    def test_nothing_imagined_and_no_furniture(self) -> None:
        said = " ".join(item.text for item in content(corpus.harbour()).bottom_line)
        assert "900" not in said
        assert "50 %" not in said


class TestCaution:
    @pytest.mark.parametrize(
        ("tables", "said"),
        [
            pytest.param(corpus.harbour, "Of 5 figures: 2 corroborated and 3 single source.", id="some"),
            pytest.param(
                lambda: corpus.large(3, 2), "None of the 6 figures is corroborated by a second source.", id="none"
            ),
            pytest.param(corpus.dull, "", id="no figure"),
        ],
    )
    def test_the_bottom_line_says_how_much_is_corroborated(self, tables: Callable[[], Tables], said: str) -> None:
        assert content(tables()).caution == said


class TestSupport:
    def test_follows_the_comparisons(self) -> None:
        rows = {row.figure.words: row.figure.support for row in content(corpus.harbour()).figures}
        assert rows["4.2\u00a0million containers"].key == "corroborated"
        assert rows["at least $3.1\u00a0billion"].key == "single_source"

    def test_flags_say_what_stands_between_reader_and_number(self) -> None:
        rows = {row.figure.words: row.figure.support.flags for row in content(corpus.harbour()).figures}
        assert rows["4.2\u00a0million containers"] == ("attributed",)
        assert rows["at least $3.1\u00a0billion"] == ("hedged", "date inferred")
        assert rows["just over 1.4\u00a0million containers"] == ("hedged",)


class TestKeyFigures:
    def test_same_indicator_unit_and_period_are_drawn_together(self) -> None:
        same = {"indicator": "notable models"}
        tables = figures(
            {"words": "40", "value": 40, "subject": "Ada", **same},
            {"words": "15", "value": 15, "subject": "Bea", **same},
        )
        (chart,) = content(tables).key_figures.charts
        assert chart.title == "Notable models: Ada 40, Bea 15"
        assert [bar.label for bar in chart.bars] == ["Ada", "Bea"]

    @pytest.mark.parametrize(
        "other",
        [
            pytest.param({"unit": "patent"}, id="another unit"),
            pytest.param({"time_start": date(2024, 1, 1), "time_end": date(2024, 12, 31)}, id="another period"),
            pytest.param({"indicator": "models shown"}, id="another indicator"),
            pytest.param({"value": 40}, id="the same value"),
            pytest.param({"subject": "Ada"}, id="the same subject with another value"),
            pytest.param({"factuality": "hypothetical"}, id="an imagined value"),
        ],
    )
    def test_what_is_not_comparable_is_not_drawn(self, other: dict[str, Any]) -> None:
        first = {"words": "40", "value": 40, "subject": "Ada", "indicator": "notable models"}
        second = {"words": "15", "value": 15, "subject": "Bea", "indicator": "notable models"}
        assert content(figures(first, {**second, **other})).key_figures.charts == ()

    def test_a_small_number_in_words_is_not_drawn(self) -> None:
        first = {"words": "three", "value": 3, "subject": "Ada", "indicator": "models"}
        second = {"words": "two", "value": 2, "subject": "Bea", "indicator": "models"}
        assert content(figures(first, second, text="Ada has three and Bea two.")).key_figures.charts == ()

    def test_parts_of_one_whole_are_drawn_together(self) -> None:
        whole = {"subject": "Ada", "of_total": 100.0}
        tables = figures(
            {"words": "40", "value": 40, "indicator": "tested", **whole},
            {"words": "15", "value": 15, "indicator": "sold", **whole},
        )
        (chart,) = content(tables).key_figures.charts
        assert chart.title == "Ada: two numbers stated out of 100"

    def test_a_title_names_no_subject_where_several_are_shown(self) -> None:
        same = {"indicator": "models released in the United States"}
        tables = figures(
            {"words": "40", "value": 40, "subject": "United States", **same},
            {"words": "15", "value": 15, "subject": "China", **same},
        )
        (chart,) = content(tables).key_figures.charts
        assert chart.title == "Models released: United States 40, China 15"

    def test_two_charts_do_not_give_one_subject_two_values_of_one_thing(self) -> None:
        first, second = {"indicator": "models of Ada"}, {"indicator": "models"}
        tables = figures(
            {"words": "40", "value": 40, "subject": "Ada", **first},
            {"words": "15", "value": 15, "subject": "Bea", **first},
            {"words": "Ada", "value": 7, "subject": "Ada", **second},
            {"words": "Bea", "value": 9, "subject": "Cyd", **second},
        )
        assert len(content(tables).key_figures.charts) == 1

    def test_a_place_is_not_drawn_with_a_person(self) -> None:
        same = {"indicator": "models"}
        tables = figures(
            {"words": "40", "value": 40, "subject": "Ada", "subject_id": "person:ada", **same},
            {"words": "15", "value": 15, "subject": "Bea", "subject_id": "place:bea", **same},
        )
        assert content(tables).key_figures.charts == ()

    @pytest.mark.parametrize(
        ("first", "second", "says_highest"),
        [
            pytest.param("exact", "exact", True, id="exact values"),
            pytest.param("at_least", "exact", True, id="a minimum above"),
            pytest.param("exact", "at_least", False, id="the lower one may be higher"),
            pytest.param("at_most", "exact", False, id="the higher one may be lower"),
        ],
    )
    def test_a_title_claims_no_order_that_the_bounds_leave_open(
        self, first: str, second: str, says_highest: bool
    ) -> None:
        same = {"indicator": "models"}
        tables = figures(
            {"words": "40", "value": 40, "subject": "Ada", "qualifier": first, **same},
            {"words": "15", "value": 15, "subject": "Bea", "qualifier": second, **same},
            {"words": "3", "value": 3, "subject": "Cyd", **same},
        )
        (chart,) = content(tables).key_figures.charts
        assert ("highest" in chart_title([bar.figure for bar in chart.bars])) == says_highest

    def test_a_share_is_derived_with_its_formula(self) -> None:
        cards = {card.topic: card for card in content(corpus.harbour()).key_figures.cards}
        formula = cards["Port of Vellmar – empty containers"].formula.replace("\u00a0", " ")
        assert formula == "33% = 1.4 million / 4.2 million"


class TestDerived:
    @pytest.mark.parametrize(
        ("row", "words"),
        [
            pytest.param({"kind": "ratio", "value": 8 / 3, "unit": "times"}, "2.67 times", id="a ratio is rounded"),
            pytest.param({"kind": "ratio", "value": 1200.0, "unit": "times"}, "1,200 times", id="digits are grouped"),
            pytest.param(
                {"kind": "difference", "value": 25.0, "unit": "model"}, "25 models", id="a difference has their unit"
            ),
            pytest.param(
                {"kind": "difference", "value": 23.0, "unit": "percentage point"}, "23 percentage points", id="points"
            ),
        ],
    )
    def test_computed_values_stand_with_their_formula_and_figures(self, row: dict[str, Any], words: str) -> None:
        told = content(derived(row)).derived
        assert [(one.words, one.formula, one.calculation) for one in told] == [(words, "Of Ada ÷ of Bea", "40 ÷ 15")]
        assert [figure.words for figure in told[0].rests_on] == ["40 models", "15 models"]

    def test_what_rests_on_an_imagined_figure_is_not_told(self) -> None:
        assert (
            content(derived({"kind": "ratio", "value": 2.0, "unit": "times"}, factuality="hypothetical")).derived == ()
        )


def derived(row: dict[str, Any], **figure: Any) -> Tables:
    """Two figures, and a value that is computed from them."""
    tables = figures(
        {"words": "40", "value": 40, "subject": "Ada", "indicator": "models", **figure},
        {"words": "15", "value": 15, "subject": "Bea", "indicator": "models"},
    )
    evidence = [
        {
            "row_id": f["figure_id"],
            "doc_id": "a.txt",
            "start": f["start"],
            "end": f["end"],
            "value": "",
            "text": f["text"],
        }
        for f in tables["figures"].iter_rows(named=True)
    ]
    told = {"derived_id": "derived-1", "qualifier": "exact", "formula": "of Ada ÷ of Bea", "calculation": "40 ÷ 15"}
    made = corpus.table("derived_figures", [{**told, "evidence": evidence, "confidence": 0.9, **row}])
    return tables | {"derived_figures": made}


class TestAgreements:
    def test_conflicts_show_each_position_with_its_quote(self) -> None:
        (point,) = content(corpus.harbour()).points["conflict"]
        assert point.topic == "the occupation of Ida Rohn"
        assert [position.words for position in point.positions] == ["harbour master", "dock engineer"]
        assert [position.quotes[0].source.label for position in point.positions] == ["Vellmar Gazette", "Coastal Wire"]
        assert point.strip is None

    def test_disagreeing_numbers_stand_on_a_strip(self) -> None:
        made = corpus.Corpus()
        made.document("a.txt", ["Ada built 40 models."])
        made.document("b.txt", ["Ada built at most 55 models."])
        made.entity("org:ada", "Ada", ("a.txt", "Ada"), ("b.txt", "Ada"))
        first = made.figure("a.txt", "40", "count", 40, "model", subject="Ada", indicator="models built")
        second = made.figure("b.txt", "55", "count", 55, "model", subject="Ada", qualifier="at_most")
        made.comparison(
            "org:ada", "models built", "conflict", (first, "a.txt", "40", "40"), (second, "b.txt", "55", "55")
        )
        (point,) = content(made.tables()).points["conflict"]
        assert point.strip is not None
        assert [mark.words for mark in point.strip.marks] == ["40 models", "at most 55 models"]
        assert point.strip.marks[0].end < point.strip.marks[1].end
        assert point.strip.marks[1].bar.opens == "down"


class TestTimeline:
    def test_imagined_times_are_listed_apart(self) -> None:
        timeline = content(corpus.harbour()).timeline
        assert "2080" not in [moment.words for moment in timeline.moments]
        assert [quote.words for quote in timeline.hypothetical] == ["2080"]

    def test_targets_are_told_from_events(self) -> None:
        kinds = {moment.words: moment.is_target for moment in content(corpus.harbour()).timeline.moments}
        assert kinds["by 2030"]
        assert not kinds["2023"]


class TestGaps:
    def test_name_what_is_missing(self) -> None:
        gaps = {gap.title: gap for gap in content(corpus.harbour()).gaps}
        assert gaps["Undated documents"].sentence.startswith("One document of 3 bears no date of publication")
        assert gaps["Figures without a period"].sentence == "1 of 5 figures holds for no stated period."
        assert gaps["Unsettled conflicts"].named[0].text == "the occupation of Ida Rohn"

    def test_one_document_cannot_be_corroborated(self) -> None:
        titles = [gap.title for gap in content(corpus.dull()).gaps]
        assert "No second source" in titles


class TestStatus:
    def test_rejects_and_failed_checks_are_told_at_the_top(self) -> None:
        failed = Check("dates", "coverage", "", "warn", passed=False, failing_rows=1, rows=5)
        quality = content(corpus.hostile(), (failed,)).quality
        assert quality.status == "One input could not be used and one check gave a warning."
        assert not quality.is_clean

    def test_nothing_is_claimed_of_checks_that_did_not_run(self) -> None:
        assert content(corpus.harbour()).quality.status == "Nothing was rejected."

    def test_failed_checks_come_first_and_passed_ones_share_a_line(self) -> None:
        def check(table: str, name: str, *, passed: bool) -> Check:
            samples = () if passed else ({"reason": "no such entity"},)
            return Check(table, name, f"The {name} hold", "error", passed, 0 if passed else 1, 4, samples)

        checks = (
            check("dates", "keys", passed=True),
            check("figures", "references", passed=False),
            check("figures", "keys", passed=True),
        )
        lines = content(corpus.harbour(), checks).quality.checks
        assert [(line.tables, line.passed, line.rows, line.reason) for line in lines] == [
            ("figures", False, 4, "no such entity"),
            ("dates and figures", True, 8, ""),
        ]


def test_documents_that_may_share_an_origin_are_not_called_independent() -> None:
    tables = corpus.harbour()
    tables["comparisons"] = tables["comparisons"].with_columns(source_groups=pl.lit(1, pl.Int32))
    said = content(tables).bottom_line
    assert said[1].text.startswith("The occupation of Ida Rohn: two documents that may share an origin disagree – ")


class TestCoverage:
    def test_few_documents_are_columns_of_their_own(self) -> None:
        matrix = content(corpus.harbour()).coverage
        assert matrix is not None
        assert matrix.title == "All 3 sources name Port of Vellmar"
        assert [column.label for column in matrix.columns] == ["1", "2", "3"]

    def test_many_documents_are_grouped_by_when_they_were_published(self) -> None:
        made = corpus.Corpus()
        for number in range(30):
            when = date(2015 + number % 5, 3, 1) if number else None
            made.document(f"{number:02}.txt", ["Ada met Bea."], published_on=when)
        for name in ("Ada", "Bea"):
            made.entity(f"person:{name.lower()}", name, *((f"{n:02}.txt", name) for n in range(30)))
        matrix = content(made.tables()).coverage
        assert matrix is not None
        assert [column.label for column in matrix.columns] == [
            "Mar 2015", "Mar 2016", "Mar 2017", "Mar 2018", "Mar 2019", "undated"
        ]  # fmt: skip
        assert [cell.count for cell in matrix.rows[0][1]] == [5, 6, 6, 6, 6, 1]

    def test_many_undated_documents_make_none(self) -> None:
        tables = corpus.large(30)
        tables["documents"] = tables["documents"].with_columns(published_on=pl.lit(None, pl.Date))
        assert content(tables).coverage is None
