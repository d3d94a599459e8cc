"""Dates that say something together: bounds of a period, dates counted from another, years of tables."""

from datetime import date

import pytest

from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document


def told(text: str) -> list[tuple[str, str, str]]:
    document = Document("a.txt", "", "text/plain", text, language="en", published_on=date(2023, 5, 16))
    lexicon = load_lexicon()
    rows = find_dates(document, find_sentences(document, lexicon), (), lexicon)
    assert all(text[row.start : row.end] == row.text for row in rows)
    return [(row.text, f"{row.date_start}/{row.date_end}", row.role) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Sales in the three months to March 2023 fell.",
            [("three months to March 2023", "2023-01-01/2023-03-31", "at")],
            id="months up to a month",
        ),
        pytest.param(
            "Sales in the quarter ending in April 2022 fell.",
            [("quarter ending in April 2022", "2022-02-01/2022-04-30", "at")],
            id="quarter that ends in a month",
        ),
        pytest.param(
            "In the six months ended June 30, 2022 it grew.",
            [("six months ended June 30, 2022", "2022-01-01/2022-06-30", "at")],
            id="months that ended on a day",
        ),
        pytest.param(
            "It grew between 2011 and 2016.",
            [("2011", "2011-01-01/2011-12-31", "since"), ("2016", "2016-01-01/2016-12-31", "until")],
            id="between two years",
        ),
        pytest.param(
            "She ran it from 2011 to 2016.",
            [("2011", "2011-01-01/2011-12-31", "since"), ("2016", "2016-01-01/2016-12-31", "until")],
            id="from year to year",
        ),
        pytest.param(
            "The rule will take effect on 1 July 2024.",
            [("1 July 2024", "2024-07-01/2024-07-01", "since")],
            id="take effect",
        ),
        pytest.param(
            "They pay $4,000 a year from 2025.", [("2025", "2025-01-01/2025-12-31", "at")], id="so much a year"
        ),
        pytest.param(
            "It opens two years from 2025.", [("two years from 2025", "2027-01-01/2027-12-31", "at")], id="so far from"
        ),
        pytest.param(
            "The duties apply from 1 July 2024.", [("1 July 2024", "2024-07-01/2024-07-01", "since")], id="apply from"
        ),
        pytest.param(
            "It will not open before March 2025.", [("March 2025", "2025-03-01/2025-03-31", "at")], id="not before"
        ),
        pytest.param(
            "In 2021 it had 60 staff, up from 40 a year earlier.",
            [("2021", "2021-01-01/2021-12-31", "at"), ("a year earlier", "2020-01-01/2020-12-31", "at")],
            id="a year earlier",
        ),
        pytest.param(
            "It opened in March 2021. In the same year it closed.",
            [("March 2021", "2021-03-01/2021-03-31", "at"), ("same year", "2021-01-01/2021-12-31", "at")],
            id="the same year",
        ),
        pytest.param(
            "For the full year, it expects a loss.", [("full year", "2023-01-01/2023-12-31", "at")], id="the full year"
        ),
        pytest.param(
            "Since the start of the year, it has lost staff.",
            [("start of the year", "2023-01-01/2023-01-01", "since")],
            id="since the first day of a year",
        ),
        pytest.param(
            "It has been dry since the beginning of 2022.",
            [("beginning of 2022", "2022-01-01/2022-01-01", "since")],
            id="since the first day of a named year",
        ),
        pytest.param(
            "At the start of 2022 it was dry.", [("start of 2022", "2022-01-01/2022-12-31", "at")], id="early in a year"
        ),
        pytest.param(
            "Since they are poor, many left in 2019.", [("2019", "2019-01-01/2019-12-31", "at")], id="since as because"
        ),
        pytest.param(
            "Firms must register their pumps from June 2024.",
            [("June 2024", "2024-06-01/2024-06-30", "since")],
            id="due from a month",
        ),
        pytest.param(
            "Output will be down 4% from 2019.", [("2019", "2019-01-01/2019-12-31", "at")], id="compared with a year"
        ),
        pytest.param(
            "From January to April, exports fell.",
            [("January to April", "2023-01-01/2023-04-30", "at")],
            id="months of no stated year",
        ),
        pytest.param("They left more than two years ago.", [], id="a bounded length of time"),
        pytest.param(
            "Fiscal year 2022, which ended on 29 January 2022, was poor.",
            [("Fiscal year 2022", "2021-01-30/2022-01-29", "at"), ("29 January 2022", "2022-01-29/2022-01-29", "at")],
            id="a fiscal year dated by the text",
        ),
        pytest.param(
            "The second quarter of its fiscal year 2026, which ended on September 30, 2025, was poor.",
            [
                ("second quarter of its fiscal year 2026", "2025-07-01/2025-09-30", "at"),
                ("September 30, 2025", "2025-09-30/2025-09-30", "at"),
            ],
            id="a fiscal quarter dated by the text",
        ),
        pytest.param(
            "A ruling could follow in the autumn.", [("autumn", "2023-09-01/2023-11-30", "at")], id="a season by tense"
        ),
        pytest.param(
            "| Firm | Founded |\n|---|---|\n| Elm | 1994 |\n| Oak | 2001 |\n",
            [("1994", "1994-01-01/1994-12-31", "at"), ("2001", "2001-01-01/2001-12-31", "at")],
            id="years of a table",
        ),
        pytest.param("| Firm | Staff |\n|---|---|\n| Elm | 1994 |\n", [], id="a column that counts"),
    ],
)
def test_spans(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("month", ["January", "December"])
def test_the_first_and_last_years_do_not_overflow(month: str) -> None:
    for year in ("1000", "9999"):
        told(f"In the nine months to {month} {year}, a year earlier, the same year.")
