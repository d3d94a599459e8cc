"""Temporal expressions: span, period, precision and role, and what is no date."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.records import Mention, TemporalExpression
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

TUESDAY = date(2023, 5, 16)


def dates_in(
    text: str, published_on: date | None = TUESDAY, mentions: tuple[Mention, ...] = ()
) -> tuple[TemporalExpression, ...]:
    document = Document("a.txt", "", "text/plain", text, language="en", published_on=published_on)
    lexicon = load_lexicon()
    return find_dates(document, find_sentences(document, lexicon), mentions, lexicon)


def spelled(row: TemporalExpression) -> str:
    if row.date_start is None or row.date_end is None:
        return "open"
    return f"{row.date_start}" if row.date_start == row.date_end else f"{row.date_start}/{row.date_end}"


def year(number: int) -> str:
    return f"{number}-01-01/{number}-12-31"


@pytest.mark.parametrize(
    ("text", "surface", "period", "precision"),
    [
        pytest.param("The plant opened on March 5, 2019.", "March 5, 2019", "2019-03-05", "day", id="month day year"),
        pytest.param("The plant opened on 5 March 2019.", "5 March 2019", "2019-03-05", "day", id="day month year"),
        pytest.param(
            "It opened on the 5th of March, 2019.", "5th of March, 2019", "2019-03-05", "day", id="ordinal day of month"
        ),
        pytest.param(
            "It opened on Tuesday, March 5, 2019.", "Tuesday, March 5, 2019", "2019-03-05", "day", id="weekday and date"
        ),
        pytest.param("It opened on 2019-03-05.", "2019-03-05", "2019-03-05", "day", id="ISO date"),
        pytest.param("It opened on 23/03/2019.", "23/03/2019", "2019-03-23", "day", id="day over twelve comes first"),
        pytest.param("It opened on 03/23/2019.", "03/23/2019", "2019-03-23", "day", id="month first"),
        pytest.param("It opened on 23.03.2019.", "23.03.2019", "2019-03-23", "day", id="dots put the day first"),
        pytest.param("It opened in March 2019.", "March 2019", "2019-03-01/2019-03-31", "month", id="month and year"),
        pytest.param("It opened in 2019.", "2019", year(2019), "year", id="year"),
        pytest.param(
            "It opened early in 2019.", "early in 2019", year(2019), "year", id="early does not narrow a year"
        ),
        pytest.param("It opened in mid-2019.", "mid-2019", year(2019), "year", id="mid does not narrow a year"),
        pytest.param("It closed at the end of 2019.", "end of 2019", year(2019), "year", id="end of a year"),
        pytest.param(
            "Sales rose in the first half of 2019.",
            "first half of 2019",
            "2019-01-01/2019-06-30",
            "quarter",
            id="half-year",
        ),
        pytest.param(
            "Sales rose in the third quarter of 2019.",
            "third quarter of 2019",
            "2019-07-01/2019-09-30",
            "quarter",
            id="quarter in words",
        ),
        pytest.param("Sales rose in Q3 2019.", "Q3 2019", "2019-07-01/2019-09-30", "quarter", id="quarter by its mark"),
        pytest.param(
            "It opened in the summer of 2019.", "summer of 2019", "2019-06-01/2019-08-31", "quarter", id="season"
        ),
        pytest.param(
            "It opened in the winter of 2019.",
            "winter of 2019",
            "2019-12-01/2020-02-29",
            "quarter",
            id="winter runs into the next year",
        ),
        pytest.param("It opened in the 1980s.", "1980s", "1980-01-01/1989-12-31", "decade", id="decade"),
        pytest.param(
            "It opened in the late 1980s.",
            "late 1980s",
            "1980-01-01/1989-12-31",
            "decade",
            id="late does not narrow a decade",
        ),
        pytest.param("It opened in the ’90s.", "’90s", "1990-01-01/1999-12-31", "decade", id="short decade"),
        pytest.param(
            "It was built in the 19th century.", "19th century", "1800-01-01/1899-12-31", "decade", id="century"
        ),
        pytest.param(
            "The talks ran on December 5 and 6, 2019.",
            "December 5 and 6, 2019",
            "2019-12-05/2019-12-06",
            "day",
            id="two days of a month",
        ),
        pytest.param(
            "The talks ran from 5–6 September 2019.",
            "5–6 September 2019",
            "2019-09-05/2019-09-06",
            "day",
            id="days joined by a dash",
        ),
        pytest.param(
            "The trial ran March–August 2011.",
            "March–August 2011",
            "2011-03-01/2011-08-31",
            "month",
            id="months joined by a dash",
        ),
        pytest.param(
            "The 2014–2018 plan has ended.", "2014–2018", "2014-01-01/2018-12-31", "year", id="years joined by a dash"
        ),
        pytest.param("The temple dates from 508 BC.", "508 BC", "open", "year", id="before Christ there are no bounds"),
        pytest.param("We met on February 30, 2019.", "February 30, 2019", "open", "day", id="no such day"),
    ],
)
def test_absolute_dates(text: str, surface: str, period: str, precision: str) -> None:
    (row,) = dates_in(text)
    assert (row.text, spelled(row), row.precision) == (surface, period, precision)


@pytest.mark.parametrize(
    ("text", "surface", "period", "precision"),
    [
        pytest.param("It signed the deal today.", "today", "2023-05-16", "day", id="today"),
        pytest.param("It signed the deal yesterday.", "yesterday", "2023-05-15", "day", id="yesterday"),
        pytest.param("It signed the deal on Friday.", "Friday", "2023-05-12", "day", id="weekday in the past"),
        pytest.param("It signed the deal on Tuesday.", "Tuesday", "2023-05-16", "day", id="weekday of publication"),
        pytest.param("It will sign the deal on Friday.", "Friday", "2023-05-19", "day", id="weekday in the future"),
        pytest.param(
            "It is scheduled to sign it on Friday.", "Friday", "2023-05-19", "day", id="scheduled for a weekday"
        ),
        pytest.param(
            "It signed the deal last Friday.", "last Friday", "2023-05-12", "day", id="last weekday is of last week"
        ),
        pytest.param(
            "It signed the deal on Monday morning.", "Monday morning", "2023-05-15", "day", id="part of the day"
        ),
        pytest.param(
            "It signed the deal earlier this month.",
            "earlier this month",
            "2023-05-01/2023-05-31",
            "month",
            id="earlier this month",
        ),
        pytest.param("It signed the deal last month.", "last month", "2023-04-01/2023-04-30", "month", id="last month"),
        pytest.param("It will sign it next year.", "next year", year(2024), "year", id="next year"),
        pytest.param("It signed the deal this week.", "this week", "2023-05-15/2023-05-21", "week", id="this week"),
        pytest.param(
            "It signed it last quarter.", "last quarter", "2023-01-01/2023-03-31", "quarter", id="last quarter"
        ),
        pytest.param("It launched last summer.", "last summer", "2022-06-01/2022-08-31", "quarter", id="last summer"),
        pytest.param(
            "It signed the deal in November.", "November", "2022-11-01/2022-11-30", "month", id="bare month in the past"
        ),
        pytest.param(
            "It will sign the deal in November.",
            "November",
            "2023-11-01/2023-11-30",
            "month",
            id="bare month in the future",
        ),
        pytest.param("It signed the deal on December 20.", "December 20", "2022-12-20", "day", id="day without a year"),
        pytest.param(
            "It signed it on March 20 last year.", "March 20 last year", "2022-03-20", "day", id="day of last year"
        ),
        pytest.param(
            "It signed it in March of last year.",
            "March of last year",
            "2022-03-01/2022-03-31",
            "month",
            id="month of last year",
        ),
        pytest.param("It signed it two years ago.", "two years ago", year(2021), "year", id="years ago"),
        pytest.param("It signed it three weeks ago.", "three weeks ago", "2023-04-25", "day", id="weeks ago"),
        pytest.param(
            "It wants to sign by the end of the year.", "end of the year", year(2023), "year", id="end of the year"
        ),
        pytest.param(
            "Please register by Sunday, May 21.", "Sunday, May 21", "2023-05-21", "day", id="the weekday tells the year"
        ),
    ],
)
def test_relative_dates(text: str, surface: str, period: str, precision: str) -> None:
    (row,) = dates_in(text)
    assert (row.text, spelled(row), row.precision) == (surface, period, precision)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It signed the deal on Wednesday.", id="weekday"),
        pytest.param("It signed the deal earlier this month.", id="deictic month"),
        pytest.param("It signed the deal in November.", id="bare month"),
        pytest.param("It signed the deal two years ago.", id="years ago"),
    ],
)
def test_relative_dates_of_an_undated_document_stay_open(text: str) -> None:
    (row,) = dates_in(text, published_on=None)
    assert (row.date_start, row.date_end) == (None, None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("It opened in 2019.", "at", id="in"),
        pytest.param("It has grown since 2019.", "since", id="since"),
        pytest.param("Its output has risen since the reform of 2019.", "since", id="since an event of"),
        pytest.param("From 2019 onwards it grew.", "since", id="onwards"),
        pytest.param("It wants to close all plants by 2030.", "until", id="by a target"),
        pytest.param("It will invest in plants through 2030.", "until", id="through"),
        pytest.param("It was open until 2019.", "until", id="until"),
        pytest.param("As of March 2019, it had two plants.", "as_of", id="as of"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert dates_in(text)[0].role == role


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("This may help the firm.", id="modal may"),
        pytest.param("May I ask what it costs?", id="modal May at the start"),
        pytest.param("They march on the capital.", id="the verb march"),
        pytest.param("The K-12 schools got new desks.", id="K-12"),
        pytest.param("The South China Morning Post wrote about it.", id="morning in a name"),
        pytest.param("It paid $67 for 38% of the firm.", id="money and percent are no years"),
        pytest.param("We think that the sun is bright.", id="words that begin like days"),
        pytest.param("It sold 2000 cars and 1846 trucks.", id="plain counts"),
        pytest.param("More than 2000 people came.", id="count of people"),
        pytest.param("Section 1983 is a statute.", id="number of a section"),
        pytest.param("The Clean Water Act of 1972 protects it.", id="year in the name of an act"),
        pytest.param("Sunday trading is banned.", id="habit on a weekday"),
        pytest.param("It opens every Friday.", id="every weekday"),
        pytest.param("People still use it today.", id="today for these times"),
        pytest.param("The last three years of her life were calm.", id="a part of a life"),
        pytest.param("After the war he spent the next two years abroad.", id="ahead of a time in the past"),
        pytest.param("The pipe is 2000 km long.", id="a length"),
    ],
)
def test_no_dates(text: str) -> None:
    assert dates_in(text) == ()


def test_a_year_within_a_name_is_no_date() -> None:
    text = "The firm relies on Made in China 2025."
    start = text.index("Made")
    name = Mention(
        0, start, len(text) - 1, text[start:-1], "policy:made-in-china-2025", "POLICY", "name", "lexicon", 0.9
    )
    assert dates_in(text, mentions=(name,)) == ()


def test_an_authors_year_is_a_date() -> None:
    text = "This follows earlier work (Moretti 2013) closely."
    start = text.index("Moretti")
    name = Mention(0, start, start + 12, "Moretti 2013", "person:moretti-2013", "PERSON", "name", "tagger", 0.6)
    assert [row.text for row in dates_in(text, mentions=(name,))] == ["2013"]


@pytest.mark.parametrize(
    ("country", "text", "period"),
    [
        pytest.param(
            "united-states", "The agency spent it in fiscal year 2023.", "2022-10-01/2023-09-30", id="United States"
        ),
        pytest.param("japan", "The agency spent it in fiscal 2023.", "2023-04-01/2024-03-31", id="Japan"),
        pytest.param("australia", "The agency spent it in FY2023.", "2022-07-01/2023-06-30", id="Australia"),
        pytest.param("", "The agency spent it in fiscal 2023.", "open", id="no country"),
        pytest.param(
            "united-states-congress", "The body spent it in FY 2023.", "2022-10-01/2023-09-30", id="a body of a country"
        ),
    ],
)
def test_fiscal_years_follow_the_country(country: str, text: str, period: str) -> None:
    kind = "ORG" if country.endswith("congress") else "PLACE"
    owner = Mention(0, 0, 3, "The", f"{kind.lower()}:{country}", kind, "name", "lexicon", 0.9)
    (row,) = dates_in(text, mentions=(owner,) if country else ())
    assert spelled(row) == period


def test_a_year_that_opens_a_sentence_holds_for_its_days() -> None:
    rows = dates_in("In 2019, cases were reported in Peru on February 6 and in Chile on October 22.")
    assert [spelled(row) for row in rows] == [year(2019), "2019-02-06", "2019-10-22"]


def test_a_month_takes_the_year_of_the_month_it_runs_to() -> None:
    assert [spelled(row) for row in dates_in("The survey ran from March to August 2011.")] == [
        "2011-03-01/2011-03-31",
        "2011-08-01/2011-08-31",
    ]


def test_years_in_a_list_are_dates() -> None:
    assert [row.text for row in dates_in("It uses the 2011 and 2017 censuses.")] == ["2011", "2017"]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for row in dates_in(text):
        assert text[row.start : row.end] == row.text
        assert (row.date_start is None) == (row.date_end is None)
        assert row.date_start is None or row.date_end is None or row.date_start <= row.date_end


_PIECES = [
    "May",
    "March",
    " 5",
    ", ",
    "2019",
    "-",
    "Monday",
    " last ",
    "year",
    " of ",
    "the ",
    "1980s",
    "Q3 ",
    "/",
    "\n",
    "fiscal ",
    "ago",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=25))
def test_any_jumble_of_date_words_is_read(pieces: list[str]) -> None:
    rows = dates_in("".join(pieces))
    assert all(first.end <= second.start for first, second in pairwise(rows))
