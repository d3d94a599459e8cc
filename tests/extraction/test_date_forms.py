"""Forms of dates beyond the plain ones: counted, composed, spelled, named, numeric; what only looks like them."""

from datetime import date

import pytest

from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

TUESDAY = date(2023, 5, 16)


def dates_in(text: str, published_on: date | None = TUESDAY) -> list[tuple[str, str]]:
    """The dates of a text as their words and their period."""
    document = Document("a.txt", "", "text/plain", text, language="en", published_on=published_on)
    lexicon = load_lexicon()
    rows = find_dates(document, find_sentences(document, lexicon), (), lexicon)
    return [(text[row.start : row.end], spelled(row.date_start, row.date_end)) for row in rows]


def spelled(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return "open"
    return f"{start}" if start == end else f"{start}/{end}"


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("He left three days after Easter.", "three days after Easter", "2023-04-12", id="days after"),
        pytest.param(
            "He left two weeks before 13 May 1999.", "two weeks before 13 May 1999", "1999-04-29", id="before"
        ),
        pytest.param("It ends two months from tomorrow.", "two months from tomorrow", "2023-07-17", id="months from"),
        pytest.param("They met the day before yesterday.", "day before yesterday", "2023-05-14", id="the day before"),
        pytest.param(
            "It closed a year after March 2020.", "a year after March 2020", "2021-03-01/2021-03-31", id="year on"
        ),
        pytest.param(
            "It ran in the week of 8 May.", "week of 8 May", "2023-05-08/2023-05-14", id="week that holds a day"
        ),
        pytest.param(
            "Claims fell in the week ending 6 May.", "week ending 6 May", "2023-04-30/2023-05-06", id="week up to a day"
        ),
        pytest.param(
            "The week starting on 8 May was dry.",
            "week starting on 8 May",
            "2023-05-08/2023-05-14",
            id="week from a day",
        ),
        pytest.param(
            "It closed on the last day of May 2021.", "last day of May 2021", "2021-05-31", id="last day of month"
        ),
        pytest.param(
            "It opened on the tenth day of June 2021.", "tenth day of June 2021", "2021-06-10", id="day by number"
        ),
        pytest.param("The fair is held the third day of 2021.", "third day of 2021", "2021-01-03", id="day of a year"),
    ],
)
def test_dates_counted_from_another(text: str, surface: str, period: str) -> None:
    assert dates_in(text) == [(surface, period)]


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param(
            "It fell twenty-three years ago.", "twenty-three years ago", "2000-01-01/2000-12-31", id="in words"
        ),
        pytest.param("It fell several years ago.", "several years ago", "open", id="unknown number"),
        pytest.param("Settlers came 5,000 years ago.", "5,000 years ago", "open", id="beyond the calendar"),
        pytest.param("They met two Sundays ago.", "two Sundays ago", "2023-05-07", id="weekdays ago"),
        pytest.param("They will meet two Fridays from now.", "two Fridays from now", "2023-05-26", id="weekdays ahead"),
        pytest.param(
            "Results are due in three weeks' time.",
            "in three weeks' time",
            "2023-06-06",
            id="in weeks' time",
        ),
        pytest.param("She will return in ten days.", "in ten days", "2023-05-26", id="in some days, of the future"),
        pytest.param(
            "The yard will deliver both ferries within three months and close.",
            "within three months",
            "2023-05-16/2023-08-16",
            id="a term from publication",
        ),
        pytest.param("It ended the week before last.", "week before last", "2023-05-01/2023-05-07", id="before last"),
        pytest.param("It starts the year after next.", "year after next", "2025-01-01/2025-12-31", id="after next"),
        pytest.param("They met this past Monday.", "this past Monday", "2023-05-15", id="this past weekday"),
        pytest.param(
            "They met this past weekend.", "this past weekend", "2023-05-13/2023-05-14", id="this past weekend"
        ),
        pytest.param("They met yesterday afternoon.", "yesterday afternoon", "2023-05-15", id="part of yesterday"),
    ],
)
def test_times_counted_from_publication(text: str, surface: str, period: str) -> None:
    assert dates_in(text) == [(surface, period)]


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param(
            "It met on the first Monday of March 2021.", "first Monday of March 2021", "2021-03-01", id="first"
        ),
        pytest.param("It met on the last Friday in April 2021.", "last Friday in April 2021", "2021-04-30", id="last"),
        pytest.param(
            "It will meet the second Monday of next month.", "second Monday of next month", "2023-06-12", id="next"
        ),
        pytest.param("It was set for Monday the 8th.", "Monday the 8th", "2023-05-08", id="weekday and day"),
        pytest.param("The vote was held on the 9th.", "9th", "2023-05-09", id="day alone, past"),
        pytest.param("The replay will be held on 9th at noon.", "9th", "2023-06-09", id="day without article"),
        pytest.param("The vote will be held on the 9th.", "9th", "2023-06-09", id="day alone, future"),
        pytest.param(
            "Rent is due on the 20th of next month.", "20th of next month", "2023-06-20", id="day of next month"
        ),
        pytest.param(
            "It ran on the last weekend of April 2021.",
            "last weekend of April 2021",
            "2021-04-24/2021-04-25",
            id="weekend of a month",
        ),
        pytest.param(
            "It rained in the last week of 2019.",
            "last week of 2019",
            "2019-12-23/2019-12-29",
            id="last week of a year",
        ),
        pytest.param(
            "The fair runs from the 13th to the 15th of July 2021.",
            "13th to the 15th of July 2021",
            "2021-07-13/2021-07-15",
            id="range of ordinal days",
        ),
    ],
)
def test_days_counted_within_a_month(text: str, surface: str, period: str) -> None:
    assert dates_in(text) == [(surface, period)]


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param(
            "It began in two thousand and five.", "two thousand and five", "2005-01-01/2005-12-31", id="thousand"
        ),
        pytest.param(
            "She was born in nineteen eighty-six.", "nineteen eighty-six", "1986-01-01/1986-12-31", id="century"
        ),
        pytest.param(
            "It sailed on 6 April seventeen hundred thirty-three.",
            "6 April seventeen hundred thirty-three",
            "1733-04-06",
            id="behind a day",
        ),
        pytest.param(
            "Done this tenth day of May, in the year of our Lord two thousand twenty-one.",
            "tenth day of May, in the year of our Lord two thousand twenty-one",
            "2021-05-10",
            id="year of our Lord",
        ),
        pytest.param("He won in '98.", "'98", "1998-01-01/1998-12-31", id="apostrophe"),
        pytest.param("He won on 31-Oct-74.", "31-Oct-74", "1974-10-31", id="two digits behind a dash"),
        pytest.param("Romans came in the year 71.", "71", "0071-01-01/0071-12-31", id="early year"),
        pytest.param("Sales rose in 2018 Q2.", "2018 Q2", "2018-04-01/2018-06-30", id="quarter behind its year"),
        pytest.param("It ran 2019-Q1.", "2019-Q1", "2019-01-01/2019-03-31", id="quarter behind a dash"),
        pytest.param(
            "It was built in the 18th and 19th centuries.",
            "18th and 19th centuries",
            "1700-01-01/1899-12-31",
            id="centuries",
        ),
        pytest.param("They met on Friday, 5/12.", "Friday, 5/12", "2023-05-12", id="weekday with month and day"),
        pytest.param("They met on 4/12.", "4/12", "2023-04-12", id="month and day"),
        pytest.param(
            "They met on Friday, 5/12/2023.", "Friday, 5/12/2023", "2023-05-12", id="weekday with a full date"
        ),
        pytest.param(
            "The tour, 10/1/2018 - 10/7/2018, sold out.",
            "10/1/2018 - 10/7/2018",
            "2018-10-01/2018-10-07",
            id="range with a dash",
        ),
        pytest.param("The log says 2019-aug-01.", "2019-aug-01", "2019-08-01", id="year, month's name, day"),
    ],
)
def test_years_and_numbers(text: str, surface: str, period: str) -> None:
    assert dates_in(text) == [(surface, period)]


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param(
            "The shop closed on Black Friday.", "Black Friday", "2022-11-25", id="day after a counted weekday"
        ),
        pytest.param("The shop closed on Mother's Day 2020.", "Mother's Day 2020", "2020-05-10", id="with its year"),
        pytest.param("They will meet next christmas.", "next christmas", "2023-12-25", id="lower case"),
        pytest.param(
            "Thanksgiving of last year was cold.", "Thanksgiving of last year", "2022-11-24", id="of last year"
        ),
        pytest.param(
            "They met on Memorial Day weekend 2022.", "Memorial Day weekend 2022", "2022-05-28/2022-05-30", id="weekend"
        ),
        pytest.param("Trade slowed at Lunar New Year 2024.", "Lunar New Year 2024", "2024-02-10", id="by a table"),
        pytest.param("Trade slowed at Lunar New Year 1850.", "Lunar New Year 1850", "open", id="not in the table"),
        pytest.param(
            "Parades mark Independence Day.", "Independence Day", "open", id="differs from country to country"
        ),
        pytest.param(
            "Parades mark St. Patrick’s Day 2021.", "St. Patrick’s Day 2021", "2021-03-17", id="curly apostrophe"
        ),
    ],
)
def test_named_days(text: str, surface: str, period: str) -> None:
    assert dates_in(text) == [(surface, period)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He built it in two weeks.", id="a duration"),
        pytest.param("Sales will double in five years.", id="years of growth"),
        pytest.param("The drive would aim to reach 80% of them within ten days.", id="how long it was to take"),
        pytest.param("The harvest will be the smallest in six months.", id="a record looks back"),
        pytest.param("The shop on 9th Street will be sold.", id="a numbered street"),
        pytest.param("The board meets on the first Monday of every month.", id="a weekday of every month"),
        pytest.param("The board meets every other Friday.", id="every other weekday"),
        pytest.param("He finished on the 9th hole.", id="an ordinal before its noun"),
        pytest.param("About 3/4 of it was sold.", id="a fraction"),
        pytest.param("It counted two thousand and five people.", id="a count in words"),
        pytest.param("They marked Holocaust Remembrance Day.", id="the end of another name"),
        pytest.param("They worked day after day.", id="day after day"),
        pytest.param("The Good Friday Agreement holds.", id="a name that holds a named day"),
        pytest.param("They sailed to Easter Island.", id="a place called after a day"),
        pytest.param("Half of the values lie between Q1 and Q3.", id="quartiles"),
        pytest.param("The office is open Monday to Friday.", id="weekdays of every week"),
        pytest.param("A popular street on the weekend.", id="every weekend"),
        pytest.param("The hall seats the 1730 guests.", id="a count after its article"),
    ],
)
def test_what_only_looks_like_these_forms(text: str) -> None:
    assert dates_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She will return in ten days.", id="in some days"),
        pytest.param("It was set for Monday the 8th.", id="weekday and day"),
        pytest.param("They left three days after Easter.", id="counted from a named day"),
        pytest.param("They met two Sundays ago.", id="weekdays ago"),
        pytest.param("It ended the week before last.", id="before last"),
    ],
)
def test_without_a_reference_day_they_stay_open(text: str) -> None:
    assert [period for _, period in dates_in(text, None)] == ["open"]
