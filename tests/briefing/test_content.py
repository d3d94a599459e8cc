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
from tidybrief.briefing.telling import MOST_WORDS
from tidybrief.briefing.wording import word_count
from tidybrief.validation import Check

Tables = dict[str, pl.DataFrame]


def content(tables: Tables, checks: tuple[Check, ...] = (), past: Past | None = None) -> Content:
    return compose(tables, title="Vellmar", checks=checks, version="0.1.0", past=past or Past())


SENTENCE = "The notable models of Ada are 40, of Bea 15, of Cyd 3 and of Dov 3."


def figures(*rows: dict[str, Any], text: str = SENTENCE) -> Tables:
    """One document and a figure for each row, at its number in the text."""
    made = corpus.Corpus()
    made.document("a.txt", [text])
    for row in rows:
        made.figure(
            "a.txt", row.pop("words"), row.pop("kind", "count"), row.pop("value"), row.pop("unit", "model"), **row
        )
    return made.tables()


class TestBottomLine:
    def test_corroborated_comes_first_and_a_dispute_on_who_somebody_is_last(self) -> None:
        first, *others, last = [item.support.key for item in content(corpus.harbour()).bottom_line]
        assert (first, last) == ("corroborated", "disputed")
        assert set(others) == {"single_source"}

    def test_is_short(self) -> None:
        items = content(corpus.harbour()).bottom_line
        assert 0 < len(items) <= 5
        assert all(word_count(item.text) <= MOST_WORDS + 2 for item in items)

    def test_says_who_agrees_and_who_does_not(self) -> None:
        first, *_, last = (item.text.replace("\u00a0", " ") for item in content(corpus.harbour()).bottom_line)
        assert first == "The Port of Vellmar handled 4.2 million containers in 2023, said Aster Line."
        assert last == "Sources disagree on the occupation of Ida Rohn: harbour master or dock engineer."

    def test_a_value_that_sources_agree_on_says_which_and_how_many_give_it(self) -> None:
        first, *_ = content(corpus.harbour()).bottom_line
        assert first.said_by.replace("\u00a0", " ") == "two independent sources give 4.2 million containers in 2023"
        assert [quote.source.label for quote in first.quotes] == ["Vellmar Gazette", "Coastal Wire"]

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
            pytest.param(
                corpus.harbour,
                "Two of the 3 documents have a point in common with another. "
                "Of 5 figures: 2 corroborated and 3 single source.",
                id="some",
            ),
            pytest.param(
                lambda: corpus.large(3, 2),
                "No two documents were found to speak on the same point. None of the 6 figures has a second source.",
                id="none",
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
        assert [bar.name for bar in chart.bars] == ["Ada", "Bea"]

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

    @pytest.mark.parametrize(
        ("whole", "titles"),
        [
            pytest.param(55.0, ["55 in two parts"], id="parts that make up the whole"),
            pytest.param(100.0, [], id="numbers that may overlap"),
        ],
    )
    def test_parts_are_drawn_together_where_they_make_up_their_whole(self, whole: float, titles: list[str]) -> None:
        tables = figures(
            {"words": "40", "value": 40, "indicator": "models that were tested", "of_total": whole},
            {"words": "15", "value": 15, "indicator": "models that were sold", "of_total": whole},
        )
        charts = content(tables).key_figures.charts
        assert [chart.title for chart in charts] == titles
        assert [bar.name for chart in charts for bar in chart.bars] == (["tested", "sold"] if titles else [])

    def test_two_values_that_are_not_named_in_their_sentence_are_not_drawn(self) -> None:
        same = {"indicator": "notable models"}
        tables = figures(
            {"words": "40", "value": 40, "subject": "Ada", **same},
            {"words": "15", "value": 15, "subject": "Xenia", **same},
        )
        assert content(tables).key_figures.charts == ()

    def test_a_title_says_nothing_that_the_sentence_does_not(self) -> None:
        same = {"indicator": "price of figure"}
        tables = figures(
            {"words": "40", "value": 40, "subject": "Ada", **same},
            {"words": "15", "value": 15, "subject": "Bea", **same},
            {"words": "3", "value": 3, "subject": "Cyd", **same},
        )
        (chart,) = content(tables).key_figures.charts
        assert chart.title == "Models: Ada has the highest of three values, 40"
        assert chart.passage is not None
        assert chart.passage.words == SENTENCE

    def test_a_title_names_no_subject_where_several_are_shown(self) -> None:
        same = {"indicator": "models released in the United States"}
        tables = figures(
            {"words": "40", "value": 40, "subject": "United States", **same},
            {"words": "15", "value": 15, "subject": "China", **same},
            text="There were 40 models released in the United States, and 15 in China.",
        )
        (chart,) = content(tables).key_figures.charts
        assert chart.title == "Models released: United States 40, China 15"

    def test_two_charts_do_not_give_one_subject_two_values_of_one_thing(self) -> None:
        first, second = {"indicator": "notable models of Ada"}, {"indicator": "notable models"}
        tables = figures(
            {"words": "40", "value": 40, "subject": "Ada", **first},
            {"words": "15", "value": 15, "subject": "Bea", **first},
            {"words": "3", "value": 7, "subject": "Ada", **second},
            {"words": "of Dov 3", "value": 9, "subject": "Cyd", **second},
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
        (card,) = content(figures({"words": "15", "value": 15, "of_total": 40.0})).key_figures.cards
        assert card.formula == "38% = 15 / 40"

    @pytest.mark.parametrize(
        ("row", "details"),
        [
            pytest.param({"subject": "Ada", "indicator": "notable models"}, ("Ada – notable models",), id="both"),
            pytest.param({"subject": "Xenia", "indicator": "notable models"}, ("Notable models",), id="no subject"),
            pytest.param({"subject": "Ada", "indicator": "models per head"}, (), id="no indicator"),
            pytest.param(
                {"subject": "Ada", "indicator": "notable models", "subject_confidence": 0.6}, (), id="unsure of whom"
            ),
            pytest.param(
                {"subject": "Ada", "indicator": "notable models", "indicator_confidence": 0.6}, (), id="unsure of what"
            ),
        ],
    )
    def test_a_card_calls_a_figure_only_what_its_sentence_calls_it(
        self, row: dict[str, Any], details: tuple[str, ...]
    ) -> None:
        (card,) = content(figures({"words": "40", "value": 40, **row})).key_figures.cards
        assert card.details == details

    @pytest.mark.parametrize(
        "row",
        [
            pytest.param({"confidence": 0.5}, id="an unsure one"),
            pytest.param({"kind": "age", "unit": "year"}, id="an age"),
            pytest.param({"factuality": "hypothetical"}, id="an imagined one"),
        ],
    )
    def test_what_weighs_little_is_told_in_the_table_only(self, row: dict[str, Any]) -> None:
        told = content(figures({"words": "40", "value": 40, "subject": "Ada", "indicator": "notable models", **row}))
        assert told.key_figures.cards == ()
        assert not any(part.href == "40" for item in told.bottom_line for part in item.parts)

    @pytest.mark.parametrize(
        ("text", "cards"),
        [
            pytest.param("In 2023, 700 people died in Arden.", 0, id="without a cause"),
            pytest.param("In 2023, 700 people died of cholera in Arden.", 1, id="with its cause"),
        ],
    )
    def test_a_toll_has_a_card_only_with_its_cause(self, text: str, cards: int) -> None:
        row = {"words": "700", "value": 700, "unit": "person", "indicator": "people died"}
        assert len(content(figures(row, text=text)).key_figures.cards) == cards

    def test_what_a_number_is_for_one_of_is_told_with_it(self) -> None:
        row = {"words": "$6", "value": 6, "kind": "money", "unit": "USD", "indicator": "price of bread"}
        (card,) = content(figures(row, text="The price of bread was $6 per loaf in May.")).key_figures.cards
        assert card.number == "$6 per loaf"

    @pytest.mark.parametrize(
        ("text", "qualifier", "formula"),
        [
            pytest.param("Over 30 of 60 models sailed.", "at_least", "at least 50% = 30 / 60", id="of a bound"),
            pytest.param("About 30 of 60 models sailed.", "approx", "about 50% = 30 / 60", id="of an estimate"),
            pytest.param("There, 30 of the 20,0000 models sailed.", "exact", "", id="not beside a misprint"),
        ],
    )
    def test_a_share_claims_no_more_than_its_part(self, text: str, qualifier: str, formula: str) -> None:
        row = {"words": "30", "value": 30, "qualifier": qualifier, "of_total": 60, "indicator": "models"}
        (card,) = content(figures(row, text=text)).key_figures.cards
        assert card.formula == formula

    def test_a_share_in_words_stays_in_words(self) -> None:
        row = {
            "words": "two thirds",
            "value": 66.67,
            "kind": "percent",
            "unit": "percent",
            "indicator": "share of bakers",
        }
        (card,) = content(figures(row, text="The share of bakers at work by four was two thirds.")).key_figures.cards
        assert card.number == "two thirds"


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
        assert [(one.words, one.calculation) for one in told] == [(words, "40 ÷ 15")]
        assert [figure.words for figure in told[0].rests_on] == ["40 models", "15 models"]
        assert [quote.words for quote in told[0].quotes] == ["40"]

    def test_what_the_source_states_itself_is_not_computed_anew(self) -> None:
        row = {"kind": "share", "value": 37.5, "unit": "percent", "calculation": "15 ÷ 40 = 37.5 percent"}
        tables = derived(row)
        stated = figures({"words": "3", "kind": "percent", "value": 37, "unit": "percent"})["figures"]
        assert len(content(tables).derived) == 1
        assert content(tables | {"figures": pl.concat([tables["figures"], stated])}).derived == ()

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
        assert [mark.label.value for mark in point.strip.marks] == ["40 models", "at most 55 models"]
        assert point.strip.marks[0].end < point.strip.marks[1].end
        assert point.strip.marks[1].bar.opens == "down"


class TestTimeline:
    def test_imagined_times_are_listed_apart(self) -> None:
        timeline = content(corpus.harbour()).timeline
        assert "2080" not in [moment.words for moment in timeline.moments]
        assert [quote.words for quote in timeline.hypothetical.quotes] == ["2080"]

    @pytest.mark.parametrize(
        ("role", "year", "published", "is_ahead"),
        [
            pytest.param("until", 2030, date(2024, 2, 3), True, id="an end"),
            pytest.param("until", 2023, date(2024, 2, 3), False, id="an end that has come"),
            pytest.param("at", 2023, date(2024, 2, 3), False, id="before the document"),
            pytest.param("at", 2026, date(2024, 2, 3), True, id="after the document"),
            pytest.param("at", 2026, None, False, id="cannot be told without a date of the document"),
        ],
    )
    def test_what_lay_ahead_of_who_speaks_is_told_apart(
        self, role: str, year: int, published: date | None, is_ahead: bool
    ) -> None:
        made = corpus.Corpus()
        made.document("a.txt", [f"The quay opens in {year}."], published_on=published)
        made.date("a.txt", str(year), date(year, 1, 1), date(year, 12, 31), role)
        (moment,) = content(made.tables()).timeline.moments
        assert moment.is_ahead == is_ahead

    @pytest.mark.parametrize(("year", "words"), [(2023, "since 2023"), (2027, "from 2027")])
    def test_a_beginning_to_come_is_told_as_one(self, year: int, words: str) -> None:
        made = corpus.Corpus()
        made.document("a.txt", [f"The quay is open from {year} on."], published_on=date(2024, 2, 3))
        made.date("a.txt", str(year), date(year, 1, 1), date(year, 12, 31), "since")
        assert [moment.words for moment in content(made.tables()).timeline.moments] == [words]

    def test_what_is_only_compared_with_is_no_moment(self) -> None:
        made = corpus.Corpus()
        made.document("a.txt", ["Traffic in 2023 was higher than in 2019."])
        for year in (2023, 2019):
            made.date("a.txt", str(year), date(year, 1, 1), date(year, 12, 31))
        timeline = content(made.tables()).timeline
        assert [moment.words for moment in timeline.moments] == ["2023"]
        assert [quote.words for quote in timeline.bases.quotes] == ["2019"]


class TestGaps:
    def test_name_what_is_missing(self) -> None:
        gaps = {gap.title: gap for gap in content(corpus.harbour()).gaps}
        assert gaps["Undated documents"].sentence.startswith("One document of 3 bears no date of publication")
        assert gaps["Figures without a period"].sentence == "No period was read for 1 of 5 figures."
        assert gaps["Unsettled conflicts"].named[0].text == "the occupation of Ida Rohn"

    def test_name_the_documents_that_nobody_confirms_or_contradicts(self) -> None:
        gaps = {gap.title: gap for gap in content(corpus.harbour()).gaps}
        alone = gaps["Documents that stand alone"]
        assert alone.sentence.startswith("One of 3 documents has no point in common with another")
        assert len(alone.named) == 1

    def test_what_is_not_named_is_linked(self) -> None:
        missing = content(corpus.large(9, 2)).gaps
        assert {gap.rest for gap in missing if gap.more} == {"#figures"}

    def test_one_document_cannot_be_corroborated(self) -> None:
        titles = [gap.title for gap in content(corpus.dull()).gaps]
        assert "No second source" in titles


class TestStatus:
    def test_rejects_and_failed_checks_are_told_at_the_top(self) -> None:
        failed = Check("dates", "coverage", "", "warn", passed=False, failing_rows=1, rows=5)
        quality = content(corpus.hostile(), (failed,)).quality
        assert quality.status == "One input could not be used and one check gave a warning."
        assert not quality.is_clean

    def test_how_sure_the_readings_of_this_page_are_is_told_at_the_top(self) -> None:
        passed = Check("figures", "keys", "", "error", passed=True, failing_rows=0, rows=5)
        quality = content(corpus.harbour(), (passed,)).quality
        told = {layer.words: layer.mean_confidence for layer in quality.layers}
        assert f"{told['figures: whom they are about']} of the subjects" in quality.estimates
        assert f"{told['figures: what they measure']} of the measures" in quality.estimates
        assert "%" not in quality.status

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


def test_an_initial_ends_no_sentence_of_a_note() -> None:
    tables = corpus.harbour()
    note = "Two documents say that the occupation of George W. Rohn is pilot."
    tables["comparisons"] = tables["comparisons"].with_columns(note=pl.lit(note))
    assert {point.caveat for points in content(tables).points.values() for point in points} == {""}


def test_documents_that_may_share_an_origin_are_not_called_independent() -> None:
    tables = corpus.harbour()
    tables["comparisons"] = tables["comparisons"].with_columns(source_groups=pl.lit(1, pl.Int32))
    told = content(tables)
    assert told.bottom_line[-1].text.startswith("Two documents disagree on the occupation of Ida Rohn: ")
    assert told.points["agree"][0].who == "two documents that count as one source"


def test_sources_of_unknown_publishers_are_not_called_independent() -> None:
    tables = corpus.harbour()
    tables["documents"] = tables["documents"].with_columns(publisher=pl.lit(None, pl.String))
    told = content(tables)
    (agreement,) = told.points["agree"]
    assert agreement.who == "two sources"
    assert "publishers unknown" in told.bottom_line[0].support.flags
    assert told.caution.endswith("so “corroborated” means no more than that no shared origin was found.")


def test_a_source_is_named_by_its_whole_title_where_there_is_room() -> None:
    title = "The harbour board of Vellmar reopens the northern quay after two winters of repairs that cost ten millions"
    made = corpus.Corpus()
    made.document("a.txt", ["Nothing."], title=title)
    (source,) = content(made.tables()).library.sources
    assert (source.label.endswith("…"), source.name) == (True, title)


def test_documents_of_one_title_are_told_apart_by_their_days() -> None:
    made = corpus.Corpus()
    for number, day in enumerate((1, 2, 3, 3)):
        made.document(
            f"{number}.txt", ["Nothing."], title="Minutes of the harbour board", published_on=date(2024, 5, day)
        )
    labels = [source.label for source in content(made.tables()).library.sources]
    assert labels[:2] == [
        "Minutes of the harbour board, 1\u00a0May 2024",
        "Minutes of the harbour board, 2\u00a0May 2024",
    ]
    assert labels[2:] == ["2.txt", "3.txt"]


class TestReading:
    @pytest.mark.parametrize(
        ("row", "subject", "measure"),
        [
            pytest.param({"subject_confidence": 0.9}, ("Ada", True), ("notable models", True), id="sure"),
            pytest.param({"subject_confidence": 0.6}, ("Ada", False), ("notable models", True), id="unsure subject"),
            pytest.param({"subject_confidence": 0.4}, None, ("notable models", True), id="a guess is not repeated"),
            pytest.param({"indicator": "models that"}, ("Ada", True), None, id="no phrase"),
            pytest.param({"words": "thousands", "value": 1000}, None, None, id="no number"),
        ],
    )
    def test_is_no_surer_in_the_table_than_it_is(
        self, row: dict[str, Any], subject: tuple[str, bool] | None, measure: tuple[str, bool] | None
    ) -> None:
        whole = {"words": "40", "value": 40, "subject": "Ada", "indicator": "notable models", **row}
        (told,) = content(figures(whole, text=f"Ada made {whole['words']} of models.")).figures
        read = [told.figure.subject_read, told.figure.indicator_read]
        assert [one and (one.words, one.is_sure) for one in read] == [subject, measure]

    def test_of_no_number_leaves_the_words_of_the_source(self) -> None:
        counted = {"words": "thousands", "value": 1000, "qualifier": "at_least"}
        (told,) = content(figures(counted, text="Ada made thousands of models.")).figures
        assert told.figure.words == "“thousands”"


class TestCoverage:
    def test_few_documents_are_columns_of_their_own(self) -> None:
        made = content(corpus.harbour())
        matrix = made.coverage
        assert matrix is not None
        assert matrix.title == "All 3 sources name the Port of Vellmar"
        assert [column.label for column in matrix.columns] == ["1", "2", "3"]
        assert tuple(column.source for column in matrix.columns) == made.library.sources

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
            "Mar 2015 (5)", "Mar 2016 (6)", "Mar 2017 (6)", "Mar 2018 (6)", "Mar 2019 (6)", "undated (1)"
        ]  # fmt: skip
        assert [cell.count for cell in matrix.rows[0][1] if cell] == [5, 6, 6, 6, 6, 1]

    def test_many_undated_documents_make_none(self) -> None:
        tables = corpus.large(30)
        tables["documents"] = tables["documents"].with_columns(published_on=pl.lit(None, pl.Date))
        assert content(tables).coverage is None
