"""Dates as business and sports pages write them: ends of years, lengths up to a date, fiscal quarters, halves."""

from datetime import date

import pytest

from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

WEDNESDAY = date(2024, 5, 15)
Told = tuple[str, str]


def told(text: str) -> list[Told]:
    """Surface and period of each date, "open" where its bounds are not known."""
    document = Document("a.txt", "", "text/plain", text, language="en", published_on=WEDNESDAY)
    lexicon = load_lexicon()
    return [
        (row.text, "open" if row.date_start is None else f"{row.date_start}/{row.date_end}")
        for row in find_dates(document, find_sentences(document, lexicon), (), lexicon)
    ]


def roles(text: str) -> list[str]:
    document = Document("a.txt", "", "text/plain", text, language="en", published_on=WEDNESDAY)
    lexicon = load_lexicon()
    return [row.role for row in find_dates(document, find_sentences(document, lexicon), (), lexicon)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Prices have dropped since the summer.",
            [("summer", "2023-06-01/2023-08-31")],
            id="since a season",
        ),
        pytest.param(
            "He led the firm from 2002 to fall 2008.",
            [("2002", "2002-01-01/2002-12-31"), ("fall 2008", "2008-09-01/2008-11-30")],
            id="to a season of a year",
        ),
        pytest.param(
            "The judge gave the union until June 5 to answer.",
            [("June 5", "2024-06-05/2024-06-05")],
            id="a deadline",
        ),
        pytest.param("He ran the shop until June 5.", [("June 5", "2023-06-05/2023-06-05")], id="an end in the past"),
        pytest.param(
            "May was the best month for carmakers in years.", [("May", "2024-05-01/2024-05-31")], id="a month told of"
        ),
        pytest.param(
            "Jobless claims fell to the lowest since July 2008. They rose in February.",
            [("July 2008", "2008-07-01/2008-07-31"), ("February", "2024-02-01/2024-02-29")],
            id="a month after one that something is compared with",
        ),
        pytest.param(
            "The firm opened in July 2008. It closed in August.",
            [("July 2008", "2008-07-01/2008-07-31"), ("August", "2008-08-01/2008-08-31")],
            id="a month of the year told before",
        ),
        pytest.param("Q1's profit rose.", [("Q1", "2024-01-01/2024-03-31")], id="a quarter that owns"),
        pytest.param("March saw two strikes.", [("March", "2024-03-01/2024-03-31")], id="a month that saw"),
        pytest.param("May be it was the weather.", [], id="no month but a verb"),
        pytest.param("The rate could climb well into the thirties, he said.", [], id="no decade but a level"),
        pytest.param("The club lived on into the thirties.", [("thirties", "1930-01-01/1939-12-31")], id="a decade"),
        pytest.param("The law asks people to rest on each Memorial Day.", [], id="a holiday of every year"),
    ],
)
def test_what_the_sentence_makes_of_a_word_of_time(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It owed 9 at year-end 2018.", [("year-end 2018", "2018-01-01/2018-12-31")], id="year-end YEAR"),
        pytest.param("It owed 9 at year-end.", [("year-end", "2024-01-01/2024-12-31")], id="year-end alone"),
        pytest.param("It owed 9 at end-2018.", [("end-2018", "2018-01-01/2018-12-31")], id="end-YEAR"),
        pytest.param("It will close by end-June.", [("end-June", "2024-06-01/2024-06-30")], id="end-MONTH"),
        pytest.param(
            "Costs rose in the three years ended 2019.",
            [("three years ended 2019", "2017-01-01/2019-12-31")],
            id="years ended",
        ),
        pytest.param("It grew in the decade to 2020.", [("decade to 2020", "2011-01-01/2020-12-31")], id="decade to"),
        pytest.param(
            "It grew in the four weeks to 12 May.", [("four weeks to 12 May", "2024-04-15/2024-05-12")], id="weeks to"
        ),
        pytest.param(
            "Sales for the 13 weeks ended March 30, 2024.",
            [("13 weeks ended March 30, 2024", "2023-12-31/2024-03-30")],
            id="weeks ended",
        ),
        pytest.param("With two weeks to 12 May, they wait.", [("12 May", "2024-05-12/2024-05-12")], id="time left"),
        pytest.param("It rose in the month to May 3.", [("month to May 3", "2024-04-04/2024-05-03")], id="month to"),
        pytest.param(
            "It grew over the past year and a half.",
            [("past year and a half", "2022-11-15/2024-05-15")],
            id="year and a half",
        ),
        pytest.param(
            "It grew over the past two and a half years.",
            [("past two and a half years", "2021-11-15/2024-05-15")],
            id="years and a half",
        ),
        pytest.param(
            "It rose in the last quarter of 2022.",
            [("last quarter of 2022", "2022-10-01/2022-12-31")],
            id="last quarter of YEAR",
        ),
        pytest.param("It rose in 2H23.", [("2H23", "2023-07-01/2023-12-31")], id="2H23"),
        pytest.param("A worker for H1 visas.", [], id="H1 of a visa"),
        pytest.param("In H1, profit fell.", [("H1", "2024-01-01/2024-06-30")], id="H1"),
        pytest.param("In Q1–Q3 2023 it rose.", [("Q1–Q3 2023", "2023-01-01/2023-09-30")], id="span of quarters"),
        pytest.param(
            "In Q1 and Q2 of 2023 it rose.",
            [("Q1", "2023-01-01/2023-03-31"), ("Q2 of 2023", "2023-04-01/2023-06-30")],
            id="quarters of one year",
        ),
        pytest.param(
            "In the first decade of the 21st century it grew.",
            [("first decade of the 21st century", "2000-01-01/2009-12-31")],
            id="decade of a century",
        ),
        pytest.param("Fashion of the Sixties.", [("Sixties", "1960-01-01/1969-12-31")], id="decade with a capital"),
        pytest.param("Half a century ago it shut.", [("Half a century ago", "open")], id="half a century ago"),
        pytest.param("It shut two years back.", [("two years back", "2022-01-01/2022-12-31")], id="years back"),
        pytest.param("They went two years back to back.", [], id="back to back"),
        pytest.param(
            "In the week that ended March 20, it fell.",
            [("week that ended March 20", "2024-03-14/2024-03-20")],
            id="week that ended",
        ),
        pytest.param(
            "In 2023, chiefly in the first quarter, it fell.",
            [("2023", "2023-01-01/2023-12-31"), ("first quarter", "2023-01-01/2023-03-31")],
            id="quarter of the year just named",
        ),
        pytest.param(
            "Lord Ash (Quorn 1889-1895); others.", [("1889-1895", "1889-01-01/1895-12-31")], id="years of a term"
        ),
        pytest.param("In a Monday report, it said so.", [("Monday", "2024-05-13/2024-05-13")], id="in a Monday report"),
        pytest.param("He works on a Monday.", [], id="on a Monday"),
        pytest.param(
            "It left a couple weeks ago.", [("a couple weeks ago", "2024-05-01/2024-05-01")], id="a couple weeks"
        ),
        pytest.param(
            "It revokes Order 10 of April 19, 2018.",
            [("April 19, 2018", "2018-04-19/2018-04-19")],
            id="number of an order",
        ),
        pytest.param("He read the Sunday Herald.", [], id="newspaper"),
    ],
)
def test_periods(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        pytest.param("It lost money in Q4 FY2023.", "Q4 FY2023", id="quarter before its year"),
        pytest.param("It lost money in FY24 Q1.", "FY24 Q1", id="quarter behind its year"),
        pytest.param("It lost money in fiscal Q2 2024.", "fiscal Q2 2024", id="fiscal quarter by mark"),
        pytest.param("It lost money in the fiscal fourth quarter.", "fiscal fourth quarter", id="in words"),
        pytest.param("It lost money in its second fiscal quarter.", "second fiscal quarter", id="fiscal in between"),
        pytest.param("In its 2025 fiscal year it grew.", "2025 fiscal year", id="year before the words"),
        pytest.param("The following year it shut.", "following year", id="a following year without a year before"),
    ],
)
def test_periods_whose_bounds_the_text_does_not_tell(text: str, surface: str) -> None:
    assert told(text) == [(surface, "open")]


def test_a_fiscal_quarter_whose_end_is_stated() -> None:
    text = "For its fiscal third quarter ended June 30, 2023, it lost money."
    assert told(text) == [("fiscal third quarter ended June 30, 2023", "2023-04-01/2023-06-30")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In the second half, the striker missed a penalty kick.", id="half of a match"),
        pytest.param("In the third quarter, the Bears led 80-70.", id="quarter of a match"),
        pytest.param("Temperatures will stay in the 80s.", id="degrees"),
        pytest.param("The rug costs 1990 dollars.", id="price"),
        pytest.param("It left at 1945 GMT.", id="time of day"),
        pytest.param("The drum spins at 2000 rpm.", id="speed"),
        pytest.param("This fall in enrolment is glaring.", id="decline"),
    ],
)
def test_no_dates(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("She said she would resign on Friday.", "2024-05-17", id="would"),
        pytest.param("The vote could come on Tuesday.", "2024-05-21", id="could"),
        pytest.param("It would have opened on Friday.", "2024-05-10", id="would have"),
        pytest.param("The report due Friday is long.", "2024-05-17", id="due"),
        pytest.param("Stocks fell ahead of Friday's vote.", "2024-05-17", id="ahead of"),
        pytest.param("It stays shut until Friday.", "2024-05-17", id="until"),
        pytest.param("From Monday, fares rise.", "2024-05-20", id="from, at the opening"),
        pytest.param("It shut on Friday.", "2024-05-10", id="past"),
        pytest.param("The truce ends on Friday.", "2024-05-17", id="present of what is planned"),
        pytest.param("It will pull out two hundred men on Friday.", "2024-05-17", id="hundred is no verb"),
        pytest.param("This Sunday, he crossed the strait.", "2024-05-12", id="this, of what was done"),
        pytest.param("This Sunday, he will cross the strait.", "2024-05-19", id="this, of what is to come"),
        pytest.param("He announced a race for this Sunday.", "2024-05-19", id="this, of what was announced for it"),
    ],
)
def test_a_weekday_is_the_one_that_the_words_around_it_mean(text: str, day: str) -> None:
    assert [period for _, period in told(text)] == [f"{day}/{day}"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("Prior to 2010, it was free.", "until", id="prior to"),
        pytest.param("From 1 July, fares rise.", "since", id="from, at the opening"),
        pytest.param("In 2010, it was free.", "at", id="in"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert roles(text) == [role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Costs rose in the 12 months to the end of April.",
            [("12 months to the end of April", "2023-05-01/2024-04-30")],
            id="months to the end of a month",
        ),
        pytest.param("The March quarter was weak.", [("March quarter", "2024-01-01/2024-03-31")], id="MONTH quarter"),
        pytest.param(
            "The Jan-Mar quarter was weak.", [("Jan-Mar quarter", "2024-01-01/2024-03-31")], id="MONTH-MONTH quarter"
        ),
        pytest.param(
            "The January-to-March quarter was weak.",
            [("January-to-March quarter", "2024-01-01/2024-03-31")],
            id="MONTH-to-MONTH quarter",
        ),
        pytest.param(
            "It lost 9 in the quarter ended March.",
            [("quarter ended March", "2024-01-01/2024-03-31")],
            id="quarter ended",
        ),
        pytest.param(
            "It grew in the half year to March.", [("half year to March", "2023-10-01/2024-03-31")], id="half year to"
        ),
        pytest.param("She led it for seven years until 2012.", [("2012", "2012-01-01/2012-12-31")], id="length until"),
        pytest.param("It will open by mid-year.", [("mid-year", "2024-01-01/2024-12-31")], id="mid-year"),
        pytest.param(
            "It will grow over the next decade.", [("next decade", "2024-05-16/2034-05-15")], id="next decade"
        ),
        pytest.param(
            "They met on Monday (6 May).",
            [("Monday", "2024-05-06/2024-05-06"), ("6 May", "2024-05-06/2024-05-06")],
            id="weekday with its day in brackets",
        ),
        pytest.param(
            "They will meet a week from Monday.",
            [("a week from Monday", "2024-05-27/2024-05-27")],
            id="week from a day",
        ),
        pytest.param(
            "The June summit failed.", [("June", "2023-06-01/2023-06-30")], id="month behind a capital article"
        ),
        pytest.param("Its August report was grim.", [("August", "2023-08-01/2023-08-31")], id="month before its noun"),
        pytest.param("The March on the capital began.", [], id="a march"),
        pytest.param("The May government fell.", [], id="a premier's name"),
        pytest.param(
            "It passed in the second half of the 1990s.", [("1990s", "1990-01-01/1999-12-31")], id="half of a decade"
        ),
        pytest.param("It shut almost two years ago.", [("two years ago", "2022-01-01/2022-12-31")], id="almost ago"),
        pytest.param("It stays until at least 2027.", [("2027", "2027-01-01/2027-12-31")], id="until at least YEAR"),
        pytest.param("It must open no later than 2027.", [("2027", "2027-01-01/2027-12-31")], id="no later than YEAR"),
    ],
)
def test_periods_by_the_words_around_them(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It must open no later than 2027.", ["until"], id="no later than"),
        pytest.param("It can open no earlier than 2027.", ["since"], id="no earlier than"),
    ],
)
def test_roles_of_bounds(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("She takes over, effective Saturday.", [("Saturday", "2024-05-18/2024-05-18")], id="effective"),
        pytest.param("The ban became effective Monday.", [("Monday", "2024-05-13/2024-05-13")], id="became effective"),
        pytest.param(
            "He likened it to 2010’s flood.", [("2010", "2010-01-01/2010-12-31")], id="year owns what follows"
        ),
        pytest.param("In 2020's vote he won.", [("2020", "2020-01-01/2020-12-31")], id="year owns behind in"),
        pytest.param("The 1980's boom ended.", [("1980's", "1980-01-01/1989-12-31")], id="decade with its article"),
        pytest.param(
            "In the early 2010's prices fell.", [("early 2010's", "2010-01-01/2019-12-31")], id="early decade"
        ),
        pytest.param("The 2010's were good.", [("2010's", "2010-01-01/2019-12-31")], id="decade before a verb"),
        pytest.param(
            "He played 1980's and 1990's hits.",
            [("1980's", "1980-01-01/1989-12-31"), ("1990's", "1990-01-01/1999-12-31")],
            id="two decades",
        ),
    ],
)
def test_what_takes_effect_and_what_a_year_owns(text: str, expected: list[Told]) -> None:
    assert told(text) == expected
