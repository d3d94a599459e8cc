"""Periods that are counted or bounded: so many units of time, parts of a year, weeks by number, spans in order."""

from datetime import date

import pytest

from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.records import TemporalExpression
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

TUESDAY = date(2023, 5, 16)


def document(text: str, published_on: date | None = TUESDAY) -> Document:
    return Document("a.txt", "", "text/plain", text, language="en", published_on=published_on)


def rows_of(text: str, published_on: date | None = TUESDAY) -> tuple[TemporalExpression, ...]:
    read, lexicon = document(text, published_on), load_lexicon()
    return find_dates(read, find_sentences(read, lexicon), (), lexicon)


def spelled(row: TemporalExpression) -> tuple[str, str]:
    bounds = {str(row.date_start), str(row.date_end)}
    return row.text, "open" if row.date_start is None else "/".join(sorted(bounds))


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param(
            "In the first nine months of 2023 exports fell.",
            "first nine months of 2023",
            "2023-01-01/2023-09-30",
            id="part of a year before a plural",
        ),
        pytest.param(
            "During the first 100 days of 2022 orders rose.",
            "first 100 days of 2022",
            "2022-01-01/2022-04-10",
            id="days of a year before a plural",
        ),
        pytest.param("It grew over the past four years.", "past four years", "2019-05-16/2023-05-16", id="past years"),
        pytest.param("It hired 9 people in the last 12 days.", "last 12 days", "2023-05-04/2023-05-16", id="last days"),
        pytest.param(
            "It will open over the next two weeks.", "next two weeks", "2023-05-17/2023-05-30", id="next weeks"
        ),
        pytest.param(
            "The bridge should be finished in the next two weeks.",
            "next two weeks",
            "2023-05-17/2023-05-30",
            id="next weeks after a modal and its participle",
        ),
        pytest.param("Rules for the two coming months.", "two coming months", "2023-05-17/2023-07-16", id="word order"),
        pytest.param(
            "It will pay within the next 10 days.", "next 10 days", "2023-05-16/2023-05-26", id="within begins today"
        ),
        pytest.param(
            "Sales fell in the last two quarters.", "last two quarters", "2022-10-01/2023-03-31", id="whole quarters"
        ),
        pytest.param(
            "It is due over the next four business days.",
            "next four business days",
            "2023-05-17/2023-05-22",
            id="business days leave weekends out",
        ),
        pytest.param("It fell over the past 30 decades.", "past 30 decades", "1723-05-16/2023-05-16", id="decades"),
        pytest.param(
            "It fell over the last 200 decades.", "last 200 decades", "0023-05-16/2023-05-16", id="within the calendar"
        ),
    ],
)
def test_spans_up_to_publication(text: str, surface: str, period: str) -> None:
    assert [spelled(row) for row in rows_of(text)] == [(surface, period)]


def test_spans_without_a_day_of_publication_stay_open() -> None:
    assert [spelled(row) for row in rows_of("It grew over the past four years.", None)] == [("past four years", "open")]


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param(
            "Profit rose in the first nine months of 2021.",
            "first nine months of 2021",
            "2021-01-01/2021-09-30",
            id="first months of a year",
        ),
        pytest.param(
            "It lost cash in the last three months of 2021.",
            "last three months of 2021",
            "2021-10-01/2021-12-31",
            id="last months of a year",
        ),
        pytest.param(
            "It sold 90 cars in the first two weeks of May 2021.",
            "first two weeks of May 2021",
            "2021-05-01/2021-05-14",
            id="first weeks of a month",
        ),
        pytest.param(
            "It lost in the final 10 days of June 2021.",
            "final 10 days of June 2021",
            "2021-06-21/2021-06-30",
            id="last days of a month",
        ),
        pytest.param(
            "Exports rose in the first three quarters of 2021.",
            "first three quarters of 2021",
            "2021-01-01/2021-09-30",
            id="first quarters",
        ),
        pytest.param(
            "It made a loss in the first four months of the year.",
            "first four months of the year",
            "2023-01-01/2023-04-30",
            id="of the year",
        ),
        pytest.param(
            "It made a loss in the first nine months of the year.",
            "first nine months of the year",
            "2022-01-01/2022-09-30",
            id="not over in this year, so of the last",
        ),
        pytest.param(
            "The first half of the year was poor.",
            "first half of the year",
            "2023-01-01/2023-06-30",
            id="half as subject",
        ),
        pytest.param(
            "Flu peaked in week 32 of 2021.", "week 32 of 2021", "2021-08-09/2021-08-15", id="week by its number"
        ),
        pytest.param("In the first 40 months of 2021.", "first 40 months of 2021", "open", id="more than there are"),
    ],
)
def test_parts_of_longer_periods(text: str, surface: str, period: str) -> None:
    assert [spelled(row) for row in rows_of(text)] == [(surface, period)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("It opened in 1990. Two years later it shut.", "1992-01-01/1992-12-31", id="years later"),
        pytest.param("It opened on 5 May 2010. Six months later it shut.", "2010-11-01/2010-11-30", id="months later"),
        pytest.param("It opened on 5 May 2010, two weeks earlier than Lima.", "2010-04-21", id="weeks earlier"),
        pytest.param("It opened on 5 May 2010. The next day it shut.", "2010-05-06", id="the next day"),
        pytest.param("It opened on 5 May 2010, but the previous day it rained.", "2010-05-04", id="the previous day"),
    ],
)
def test_times_counted_from_a_date_before(text: str, period: str) -> None:
    assert [spelled(row)[1] for row in rows_of(text)][1:] == [period]


def test_counted_times_count_from_one_another() -> None:
    text = "It opened in 1990. Two years later it shut. A decade later it burned."
    assert [spelled(row)[1] for row in rows_of(text)][2:] == ["2002-01-01/2002-12-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Two years later it shut.", ["Two years later"], id="nothing to count from"),
        pytest.param(
            "Ports in 1990\n\nTwo years later it shut.", ["Two years later"], id="a heading is another paragraph"
        ),
        pytest.param("It opened in 1990. The next day it shut.", ["next day"], id="a year does not tell the day"),
        pytest.param("It opened in 1990. Sooner or later it shuts.", [], id="no count"),
        pytest.param("It opened two years later than planned.", [], id="a delay"),
        pytest.param("It offers next day delivery.", [], id="day that tells a noun from others"),
    ],
)
def test_times_that_cannot_be_counted_stay_open(text: str, expected: list[str]) -> None:
    assert [spelled(row) for row in rows_of(text) if row.text != "1990"] == [(words, "open") for words in expected]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("The talks run from Monday to Friday.", "2023-05-15", "2023-05-19", id="weekdays"),
        pytest.param("They will meet from next Monday through Friday.", "2023-05-22", "2023-05-26", id="next week"),
        pytest.param("Prices fell between October and March.", "2022-10-01/2022-10-31", "2023-03-01/2023-03-31",
                     id="between"),
    ],
)  # fmt: skip
def test_a_span_ends_after_its_beginning(text: str, first: str, last: str) -> None:
    assert [spelled(row)[1] for row in rows_of(text)] == [first, last]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("Prices fell from October to March.", "2022-10-01/2023-03-31", id="past"),
        pytest.param("It will close from May to March.", "2023-05-01/2024-03-31", id="future"),
        pytest.param("The talks were moved to June 20.", "2023-06-20", id="moved to a day"),
        pytest.param("The city extended its curfew to June 4.", "2023-06-04", id="extended to a day"),
        pytest.param("A dividend was declared, payable on 15 July.", "2023-07-15", id="payable"),
        pytest.param("The race was initially planned for April 28.", "2023-04-28", id="planned before"),
        pytest.param("The storm was forecast to land on Friday.", "2023-05-19", id="forecast"),
        pytest.param("The curfew was expected to end on May 10.", "2023-05-10", id="expected before"),
        pytest.param("The ban, in place since 2012, ends on June 1.", "2023-06-01", id="not of the year it began"),
        pytest.param(
            "It will sit in October; the trial began in April.", "2023-04-01/2023-04-30", id="past beside future"
        ),
        pytest.param("It will sit in October, followed by talks in March.", "2024-03-01/2024-03-31", id="later still"),
        pytest.param("The 2024 budget was passed in December.", "2022-12-01/2022-12-31", id="passed before its year"),
        pytest.param("It will be the best since Labor Day.", "2022-09-05", id="since a named day"),
        pytest.param(
            "It is the best day since talks began in 2020, as sales rose in May.",
            "2023-05-01/2023-05-31",
            id="not of the year looked back to",
        ),
        pytest.param("The firm expects fourth-quarter income of $4bn.", "2023-10-01/2023-12-31", id="expected quarter"),
        pytest.param("In the fourth quarter, income fell.", "2022-10-01/2022-12-31", id="past quarter"),
        pytest.param("Analysts will hear of Q1 sales.", "2023-01-01/2023-03-31", id="results to be told"),
    ],
)
def test_a_time_without_its_year(text: str, period: str) -> None:
    assert spelled(rows_of(text)[-1])[1] == period


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("It shipped on 20210304.", "20210304", "2021-03-04", id="eight digits"),
        pytest.param("See minutes-2021-03-04.pdf online.", "2021-03-04", "2021-03-04", id="in the name of a file"),
        pytest.param("It covers 4/1-6/30/2021.", "4/1-6/30/2021", "2021-04-01/2021-06-30", id="from day to day"),
        pytest.param("It covers 11/1-2/28/2021.", "11/1-2/28/2021", "2020-11-01/2021-02-28", id="over the new year"),
        pytest.param("It sold the unit on Mar4, 2021.", "Mar4, 2021", "2021-03-04", id="glued to its month"),
        pytest.param("It closed 2021/23/Sep.", "2021/23/Sep", "2021-09-23", id="year, day and month"),
        pytest.param("He was born in April of 87.", "April of 87", "1987-04-01/1987-04-30", id="short year behind of"),
        pytest.param("She left on May twenty-nine.", "May twenty-nine", "2022-05-29", id="day in words"),
        pytest.param(
            "He was born on two March nineteen eighty.", "two March nineteen eighty", "1980-03-02", id="all in words"
        ),
        pytest.param(
            "It ran in the w/c 11 December.", "w/c 11 December", "2023-12-11/2023-12-17", id="weeks start Mondays"
        ),
        pytest.param(
            "They met on Easter weekend 2021.", "Easter weekend 2021", "2021-04-03/2021-04-04", id="weekend of a Sunday"
        ),
        pytest.param(
            "It fell on the weekend of Thanksgiving 2021.",
            "weekend of Thanksgiving 2021",
            "2021-11-25/2021-11-28",
            id="long weekend",
        ),
        pytest.param("Shops shut on Eid al-Fitr 2022.", "Eid al-Fitr 2022", "2022-05-02", id="a calendar of its own"),
        pytest.param("They met before Rosh Hashanah 2021.", "Rosh Hashanah 2021", "2021-09-07", id="another calendar"),
        pytest.param("Shops shut on Diwali 1950.", "Diwali 1950", "open", id="beyond the list"),
    ],
)  # fmt: skip
def test_rarer_forms(text: str, surface: str, period: str) -> None:
    assert [spelled(row) for row in rows_of(text)] == [(surface, period)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Order 20210304 was lost.", id="number of an order"),
        pytest.param("It sold 20210304 shares.", id="a count in eight digits"),
        pytest.param("In the last couple of days it rained.", id="no certain number"),
        pytest.param("He led each of the last few years.", id="a few"),
        pytest.param("The next three days were calm.", id="next of a time in the past"),
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert rows_of(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It grew over the past four years.", [("four years", 4, "year")], id="also a length"),
        pytest.param("Profit rose in the first nine months of 2021.", [], id="the name of a period"),
        pytest.param("Sales fell for two quarters in a row.", [("two quarters", 2, "quarter")], id="quarters of years"),
        pytest.param("It rose in the last three quarters.", [("three quarters", 3, "quarter")], id="three of them"),
        pytest.param("Three quarters of voters agreed.", [("Three quarters", 75, "percent")], id="fourths"),
        pytest.param("It took one year and two days.", [("one year and two days", 367, "day")], id="years in days"),
        pytest.param("It took 5 and a half minutes.", [("5 and a half minutes", 5.5, "minute")], id="half a minute"),
        pytest.param("It took 1.5 hours.", [("1.5 hours", 1.5, "hour")], id="a decimal keeps its unit"),
    ],
)
def test_lengths_beside_dates(text: str, expected: list[tuple[str, float, str]]) -> None:
    read, lexicon = document(text), load_lexicon()
    sentences = find_sentences(read, lexicon)
    dates = find_dates(read, sentences, (), lexicon)
    found = find_quantities(read, sentences, (), dates, lexicon)
    assert [(row.text, row.value, row.unit) for row in found] == expected
