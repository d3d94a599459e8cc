"""Values, periods and lists in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.briefing import wording


@pytest.mark.parametrize(
    ("kind", "value", "high", "unit", "qualifier", "words"),
    [
        pytest.param("money", 7.8e9, None, "USD", "exact", "$7.8 billion", id="dollars"),
        pytest.param("money", 1.25e6, None, "EUR", "at_least", "at least €1.25 million", id="euros at least"),
        pytest.param("money", 12.5, None, "CHF", "exact", "12.5 CHF", id="a currency without a sign"),
        pytest.param("money", 1e9, 2e9, "GBP", "exact", "£1 billion–2 billion", id="a range of money"),
        pytest.param("money", 5, None, "<b>", "exact", "<b>5", id="no currency code"),
        pytest.param("percent", 38, None, "percent", "approx", "about 38%", id="percent"),
        pytest.param("percent", 6, 11, "percent", "exact", "6–11%", id="a range of percent"),
        pytest.param("count", 38_000, None, "patent", "exact", "38,000 patents", id="patents"),
        pytest.param("count", 1, None, "model", "exact", "1 model", id="one"),
        pytest.param("count", 2, None, "child per thousand children", "exact",
                     "2 children per thousand children", id="a rate"),
        pytest.param("count", 3, None, "city", "exact", "3 cities", id="y to ies"),
        pytest.param("count", 3, None, "key", "exact", "3 keys", id="vowel and y"),
        pytest.param("count", 3, None, "branch", "exact", "3 branches", id="ch to ches"),
        pytest.param("count", 3, None, "glass", "exact", "3 glasses", id="ss to sses"),
        pytest.param("count", 3, None, "life", "exact", "3 lives", id="a plural of its own"),
        pytest.param("count", 9, None, "Black Hawk aircraft", "exact", "9 Black Hawk aircraft", id="unchanging"),
        pytest.param("rank", 2, None, "rank", "exact", "rank 2", id="rank"),
        pytest.param("multiple", 10, None, "times", "at_least", "at least 10 times", id="multiple"),
        pytest.param("age", 34, None, "year", "exact", "34 years old", id="age"),
        pytest.param("duration", 18, None, "month", "at_most", "at most 18 months", id="duration"),
        pytest.param("count", 1e30, None, "atom", "exact", "1 × 10³⁰ atoms", id="thirty digits"),
        pytest.param("count", 123_456_789, None, "person", "exact", "123,456,789 people", id="no digit lost"),
    ],
)  # fmt: skip
def test_quantity(*, kind: str, value: float, high: float | None, unit: str, qualifier: str, words: str) -> None:
    assert wording.quantity(kind, value, high, unit, qualifier).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("before", "qualifier", "hedge"),
    [
        pytest.param("South Korea (just over ", "at_least", "just over", id="a bracket before it"),
        pytest.param("they sold just over ", "at_least", "just over", id="the longest wins"),
        pytest.param("over ", "at_least", "over", id="at the start"),
        pytest.param("the crossover ", "at_least", None, id="part of a word"),
        pytest.param("they exceeded ", "at_least", None, id="a verb does not read well there"),
        pytest.param("nearly ", "at_least", None, id="another qualifier"),
        pytest.param("nearly ", "exact", None, id="exact"),
        pytest.param("", "approx", None, id="nothing before"),
    ],
)
def test_hedge(before: str, qualifier: str, hedge: str | None) -> None:
    assert wording.hedge_before(before, qualifier) == hedge


@pytest.mark.parametrize(
    ("start", "end", "words", "adverbial"),
    [
        pytest.param(date(2024, 1, 1), date(2024, 12, 31), "2024", "in 2024", id="year"),
        pytest.param(date(2019, 1, 1), date(2021, 12, 31), "2019–2021", "in 2019–2021", id="years"),
        pytest.param(date(2010, 1, 1), date(2019, 12, 31), "2010s", "in the 2010s", id="decade"),
        pytest.param(date(2024, 2, 1), date(2024, 2, 29), "February 2024", "in February 2024", id="month"),
        pytest.param(date(2024, 4, 1), date(2024, 6, 30), "Q2 2024", "in Q2 2024", id="quarter"),
        pytest.param(date(2024, 2, 3), date(2024, 2, 3), "3 February 2024", "on 3 February 2024", id="day"),
        pytest.param(date(2024, 2, 3), date(2024, 2, 9), "3–9 February 2024", "on 3–9 February 2024", id="week"),
        pytest.param(date(2014, 1, 1), None, "since 2014", "since 2014", id="open end"),
        pytest.param(None, date(2030, 12, 31), "until 2030", "until 2030", id="open start"),
        pytest.param(date(2023, 10, 1), date(2024, 9, 30), "October 2023 – September 2024",
                     "from October 2023 to September 2024", id="fiscal year"),
        pytest.param(date(2020, 3, 12), date(2020, 6, 12), "12 March 2020 – 12 June 2020",
                     "from 12 March 2020 to 12 June 2020", id="from a day to the same day of a month"),
        pytest.param(None, None, "", "", id="none"),
    ],
)  # fmt: skip
def test_period(start: date | None, end: date | None, words: str, adverbial: str) -> None:
    assert wording.period(start, end).replace("\u00a0", " ") == words
    assert wording.in_period(start, end).replace("\u00a0", " ") == adverbial


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param("2019-11-15", "15 November 2019", id="day"),
        pytest.param("2019-10", "October 2019", id="month"),
        pytest.param("2019", "2019", id="year"),
        pytest.param("2019-12-05/2019-12-06", "5–6 December 2019", id="interval"),
        pytest.param("2014/..", "since 2014", id="open end"),
        pytest.param("../2030", "until 2030", id="open start"),
        pytest.param("2019-02-30", None, id="no such day"),
        pytest.param("9999-12", None, id="the end of the calendar"),
        pytest.param("4200", "4200", id="a number of four digits reads as a year"),
        pytest.param("software engineer", None, id="words"),
        pytest.param("../..", None, id="no bound"),
        pytest.param("", None, id="empty"),
    ],
)
def test_iso_in_words(value: str, words: str | None) -> None:
    found = wording.iso_in_words(value)
    assert (found and found.replace("\u00a0", " ")) == words


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        pytest.param("short", 10, "short", id="fits"),
        pytest.param("a longer line of words", 12, "a longer…", id="cut between words"),
        pytest.param("unbreakablylongword", 8, "unbreak…", id="one long word"),
        pytest.param("two\n lines", 20, "two lines", id="in one line"),
    ],
)
def test_shortened(text: str, limit: int, short: str) -> None:
    assert wording.shortened(text, limit) == short


@given(st.text(), st.integers(2, 80))
def test_shortened_never_exceeds_its_limit(text: str, limit: int) -> None:
    assert len(wording.shortened(text, limit)) <= limit


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_visible_leaves_no_character_that_acts(text: str) -> None:
    shown = wording.visible(text)
    assert not set(shown) & set("\x00\x1b\x7f\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u2028")


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_any_number_can_be_worded(value: float) -> None:
    assert wording.number(value)
    assert wording.compact_number(value)


def test_lists_and_counts_agree() -> None:
    assert wording.joined(["a", "b", "c"]) == "a, b and c"
    assert wording.joined(["a"]) == "a"
    assert wording.count(0, "conflict") == "no conflicts"
    assert wording.count(1, "conflict") == "one conflict"
    assert wording.digits(1200, "word") == "1,200 words"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("They differ: 58,000,000 USD and 8.5 GBP.", "They differ: $58\u00a0million and £8.5.", id="money"),
        pytest.param("Given for 2024-05: 12 of 40.", "Given for May 2024: 12 of 40.", id="a month"),
        pytest.param("Version 1.2.3 USD of A1,000 USD.", "Version 1.2.3 USD of A1,000 USD.", id="no amounts"),
        pytest.param("It holds 5 XQZ.", "It holds 5 XQZ.", id="no currency"),
    ],
)
def test_notes_have_their_values_in_words(text: str, words: str) -> None:
    assert wording.with_values_in_words(text) == words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        pytest.param("The port of Vellmar was shut.", "The port of Vellmar was shut.", id="short enough"),
        pytest.param(
            "The port of Vellmar was shut, since the storm had broken its cranes.",
            "The port of Vellmar was shut, …",
            id="behind a clause",
        ),
        pytest.param(
            "The port of Vellmar was shut since the storm had broken its cranes.",
            "The port of Vellmar was shut since the…",
            id="no clause",
        ),
        pytest.param(
            "It sold 1,200,000 crates of apples and pears to the mill.",
            "It sold 1,200,000 crates of apples and…",
            id="digits",
        ),
    ],
)
def test_to_clause(text: str, cut: str) -> None:
    assert wording.to_clause(text, 40) == cut
