"""What other extractors of quantities and dates are known to get wrong, one line per phenomenon, on whole documents.

What belongs here: sentences that mislead a plain pattern, with all figures and dates that they hold. How each form is
read is tested beside its layer.
"""

from datetime import date

import pytest

from tidybrief.extraction import extract
from tidybrief.extraction.records import Extraction
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

TUESDAY = date(2023, 5, 16)


def extraction(text: str, published_on: date | None = TUESDAY) -> Extraction:
    document = Document("a.txt", "0" * 64, "text/plain", text, language="en", published_on=published_on)
    return extract(document, load_lexicon())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Chile set up an $8 billion fund.", [("$8 billion", 8e9, None, "USD", "exact")],
                     id="the article before a sign is no number"),
        pytest.param("Chile lent the port US$1.2bn.", [("US$1.2bn", 1.2e9, None, "USD", "exact")],
                     id="a glued magnitude is no unit and is not lost"),
        pytest.param("It will need between 5 and 10 million doses.", [("5 and 10 million", 5e6, 1e7, "dose", "exact")],
                     id="the magnitude of a range is that of both ends"),
        pytest.param("It is a key port with a long pier.", [], id="the letter of a word is no magnitude"),
        pytest.param("The ferry takes 5 minutes.", [("5 minutes", 5, None, "minute", "exact")],
                     id="minutes of time are no angles"),
        pytest.param("Pupils in K-12 schools like it.", [], id="a hyphen between letter and number is no minus"),
        pytest.param("It paid $67 for it.", [("$67", 67, None, "USD", "exact")], id="two digits of money are no year"),
        pytest.param("It holds 38% of the shares.", [("38%", 38, None, "percent", "exact")],
                     id="two digits of a percentage are no year"),
        pytest.param("The lab filed a good 6,000 solar patents.",
                     [("6,000", 6000, None, "solar patent", "at_least")], id="a good many of them"),
        pytest.param("It learns from billions of data points.",
                     [("billions", 1e9, None, "data point", "at_least")], id="an amount without a number"),
        pytest.param("Analysts met 01.AI and 4Paradigm in Hefei.", [], id="numbers in the names of firms"),
        pytest.param("The plan Made in China 2025 was revised.", [], id="a number at the end of a name"),
        pytest.param("1. Ports\n\nCargo grew by 4%.\n\n2. Roads\n\nTraffic fell by 3%.",
                     [("4%", 4, None, "percent", "exact"), ("3%", 3, None, "percent", "exact")],
                     id="the numbers of headings"),
        pytest.param("Steps:\n\n1. Load the ships.\n2. Check the cargo.\n3. Leave.", [], id="the numbers of a list"),
        pytest.param("The ship Voyager 2 left in 1977.", [], id="the number of a ship and a year"),
        pytest.param("Some 40 cranes cost about $3m.",
                     [("40", 40, None, "crane", "approx"), ("$3m", 3e6, None, "USD", "approx")],
                     id="unit and qualifier of both"),
        pytest.param("It sold 2,000 cars in 2,000 days.",
                     [("2,000", 2000, None, "car", "exact"), ("2,000 days", 2000, None, "day", "exact")],
                     id="each number with its own unit"),
    ],
)  # fmt: skip
def test_figures(text: str, expected: list[tuple[str, float, float | None, str, str]]) -> None:
    found = [(row.text, row.value, row.value_high, row.unit, row.qualifier) for row in extraction(text).figures]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The South China Morning Post has the story.", [], id="the time of day in a newspaper's name"),
        pytest.param("It may rain and may not.", [], id="a modal verb is no month"),
        pytest.param("Soldiers march through the town.", [], id="a verb is no month"),
        pytest.param("Chile paid $67 for it.", [], id="money is no year"),
        pytest.param("Chile holds 38% of the shares.", [], id="a percentage is no year"),
        pytest.param("We hope that the sun comes out.", [], id="a pronoun is no weekday"),
        pytest.param("The plan Made in China 2025 was revised.", [], id="a year in a name"),
        pytest.param("Pupils in K-12 schools like it.", [], id="a grade is no day"),
        pytest.param("The port opened in 2019.", [("2019", "2019-01-01", "2019-12-31", "year")],
                     id="a year alone gets no invented day"),
        pytest.param("The port opened in March 2019.", [("March 2019", "2019-03-01", "2019-03-31", "month")],
                     id="a month alone gets no invented day"),
        pytest.param("It is 5 km from A to B and costs 2 000 pesos.", [], id="numbers and single letters"),
        pytest.param("He scored 10 to 12 points a game.", [], id="a range of points is no range of hours"),
    ],
)  # fmt: skip
def test_dates(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = [(row.text, str(row.date_start), str(row.date_end), row.precision) for row in extraction(text).dates]
    assert found == expected


def test_relative_dates_without_a_day_of_publication_are_not_guessed() -> None:
    (row,) = extraction("The port opened last Tuesday.", None).dates
    assert (row.text, row.date_start, row.date_end) == ("last Tuesday", None, None)


def test_a_heading_is_not_glued_to_its_paragraph() -> None:
    rows = extraction("Ports in 2019\n\nCargo grew by 4% in the north.").sentences
    assert [(row.kind, row.text) for row in rows] == [
        ("heading", "Ports in 2019"),
        ("paragraph", "Cargo grew by 4% in the north."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Die Straße kostete 5 Mio. €, 😀 and it paid $67 in 2019.", id="letters and signs beyond ASCII"),
        pytest.param("İstanbul paid €3bn in May 2019; ŉ 4%.", id="letters that grow in lower case"),
        pytest.param("Line one\n\n\u2028It paid $67 on 5 May 2019.\t38%", id="odd spaces"),
    ],
)
def test_offsets_hold_for_any_text(text: str) -> None:
    found = extraction(text)
    rows = [*found.figures, *found.dates, *found.mentions]
    assert found.figures
    assert found.dates
    assert all(text[row.start : row.end] == row.text for row in rows)
