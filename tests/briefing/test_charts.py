"""Scales, ticks, bars and the layout of the timeline."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.briefing import charts


@pytest.mark.parametrize(
    ("extent", "steps", "step"),
    [
        pytest.param(10, 4, 2.5, id="ten in four"),
        pytest.param(67e9, 4, 2e10, id="billions"),
        pytest.param(0.3, 4, 0.1, id="fractions"),
        pytest.param(0, 4, 1, id="no extent"),
        pytest.param(float("inf"), 4, 1, id="infinite"),
    ],
)
def test_nice_step(extent: float, steps: int, step: float) -> None:
    assert charts.nice_step(extent, steps) == pytest.approx(step)


@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=9), st.booleans())
def test_scale_holds_all_values_and_orders_them(values: list[float], from_zero: bool) -> None:
    scale, ticks = charts.nice_scale(values, from_zero=from_zero)
    places = [scale.at(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= place <= charts.DRAWING_SHARE for place in places)
    assert [tick.at for tick in ticks] == sorted(tick.at for tick in ticks)
    assert 2 <= len(ticks) <= 12


@pytest.mark.parametrize(
    ("value", "high", "qualifier", "opens", "hedged"),
    [
        pytest.param(50, None, "exact", "", False, id="exact"),
        pytest.param(50, None, "at_least", "up", False, id="a minimum opens upwards"),
        pytest.param(50, None, "at_most", "down", False, id="a maximum opens downwards"),
        pytest.param(50, None, "approx", "", True, id="approximate"),
        pytest.param(20, 50, "exact", "", False, id="range"),
    ],
)
def test_bar(value: float, high: float | None, qualifier: str, opens: str, hedged: bool) -> None:
    scale, _ = charts.nice_scale([100], from_zero=True)
    bar = charts.bar(scale, value, high, qualifier)
    assert (bar.opens, bar.hedged) == (opens, hedged)
    assert bar.at == 0
    assert bar.at + bar.width + bar.high_width == pytest.approx(charts.DRAWING_SHARE / 2)


def test_bar_of_a_negative_value_ends_at_zero() -> None:
    scale, _ = charts.nice_scale([-50, 50], from_zero=True)
    bar = charts.bar(scale, -50, None, "exact")
    assert bar.at == 0
    assert bar.width == scale.at(0)


def test_one_old_year_does_not_squeeze_the_others() -> None:
    assert charts.densest_window([0, 700, 701, 703, 710], 0.8) == (700, 710)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param(date(2024, 1, 1), date(2024, 12, 31), id="a year"),
        pytest.param(date(1990, 5, 1), date(2035, 12, 31), id="decades"),
        pytest.param(date(1, 1, 1), date(9999, 12, 31), id="the whole calendar"),
        pytest.param(date(2024, 3, 5), date(2024, 3, 6), id="two days"),
    ],
)
def test_time_ticks_are_few_and_inside(first: date, last: date) -> None:
    ticks = charts.time_ticks(first, last)
    assert len(ticks) <= 10
    assert all(first <= tick <= last for tick in ticks)


def test_marks_and_labels_of_a_lane_do_not_touch() -> None:
    spans = [(date(2024, month, 1), date(2024, month, 20)) for month in range(1, 13)]
    labels = [f"month {month}" for month in range(1, 13)]
    scale = charts.Scale(date(2024, 1, 1).toordinal(), date(2024, 12, 31).toordinal())
    laid = charts.lay_out_spans(scale, spans, labels)
    room = charts.CHARACTER_SHARE * len("month 12")
    for one in laid:
        for other in laid:
            if one is not other and one.lane == other.lane and one.at < other.at and not other.label_before:
                assert one.at + one.width + (0 if one.label_before else room) <= other.at


@pytest.mark.parametrize(
    ("amount", "level"),
    [
        pytest.param(0, 0, id="none"),
        pytest.param(1, 1, id="the least"),
        pytest.param(25, 3, id="a quarter of the most"),
        pytest.param(100, 5, id="the most"),
    ],
)
def test_shade_of_a_cell_rises_with_its_amount(amount: int, level: int) -> None:
    assert charts.level(amount, 100) == level


@pytest.mark.parametrize(
    ("day", "words", "beside"),
    [
        pytest.param(date(2024, 1, 2), "the ferry sailed", "the ferry sailed", id="all of them where there is room"),
        pytest.param(date(2024, 1, 2), "the ferry sailed " * 6, "the ferry sailed " * 6, id="in two lines"),
        pytest.param(date(2024, 1, 2), "the ferry sailed " * 9, "the ferry sailed the ferry…", id="a beginning"),
        pytest.param(date(2024, 12, 20), "the ferry sailed", "the ferry sailed", id="on the side with more room"),
        pytest.param(date(2024, 1, 2), "Incomprehensibilities " * 9, "Incomprehensibilities…", id="no cut in a word"),
    ],
)
def test_what_happened_stands_beside_its_time(day: date, words: str, beside: str) -> None:
    scale = charts.Scale(date(2024, 1, 1).toordinal(), date(2024, 12, 31).toordinal())
    (span,) = charts.lay_out_spans(scale, [(day, day)], ["today"], [charts.Beside(words)])
    told = f"{span.beside} {span.below}".strip()
    assert told.startswith(beside.removesuffix("…").strip())
    assert told.endswith("…") == beside.endswith("…")
    room = span.at if span.label_before else 100 - span.at - span.width
    assert charts.CHARACTER_SHARE * len("today") + charts.WORD_CHARACTER_SHARE * len(span.beside) <= room
    assert charts.WORD_CHARACTER_SHARE * len(span.below) <= room


@pytest.mark.parametrize(
    ("value", "words", "beside", "below"),
    [
        pytest.param("40%", "Ada", "Ada", (), id="in one line"),
        pytest.param("$1.34 trillion", "lost quality of life in all", "", ("lost quality of life in all",), id="below"),
        pytest.param(
            "40%",
            "Ministry of Health, Labour and Social Affairs of the North",
            "",
            ("Ministry of Health, Labour and Social", "Affairs of the North"),
            id="in two lines",
        ),
    ],
)
def test_a_label_is_told_in_full_in_lines_that_fit(value: str, words: str, beside: str, below: tuple[str, ...]) -> None:
    assert charts.label(value, words) == charts.Label(value, beside, below)


@given(st.text(max_size=400), st.text(max_size=400))
def test_lines_of_a_label_fit_a_narrow_screen(value: str, words: str) -> None:
    label = charts.label(value, words)
    assert len(label.below) <= 3
    assert all(len(line) <= charts.LINE_CHARACTERS for line in label.below)


@pytest.mark.parametrize(
    ("last", "is_short"),
    [pytest.param(date(2024, 1, 2), True, id="a day"), pytest.param(date(2024, 6, 30), False, id="half a year")],
)
def test_a_time_too_short_to_be_drawn_is_told_apart(last: date, is_short: bool) -> None:
    scale = charts.Scale(date(2020, 1, 1).toordinal(), date(2024, 12, 31).toordinal())
    (span,) = charts.lay_out_spans(scale, [(date(2024, 1, 2), last)], ["then"])
    assert span.is_short is is_short


def test_of_words_that_lead_to_a_time_the_last_stay() -> None:
    day = date(2024, 1, 2)
    scale = charts.Scale(date(2024, 1, 1).toordinal(), date(2024, 12, 31).toordinal())
    words = charts.Beside(f"{'The board met again and again, ' * 5}and the ferry sailed", leads=True)
    (span,) = charts.lay_out_spans(scale, [(day, day)], ["today"], [words])
    assert span.beside.startswith("… ")
    assert span.below.endswith("again, and the ferry sailed")
