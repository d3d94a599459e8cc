"""Numbers and times as results, reports of disasters and surveys write them: decimals, steps, levels, bounds of age."""

from datetime import date

import pytest

from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.records import Quantity
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

TUESDAY = date(2024, 3, 5)


def quantities(text: str) -> tuple[Quantity, ...]:
    document, lexicon = Document("a.txt", "", "text/plain", text, language="en"), load_lexicon()
    return find_quantities(document, find_sentences(document, lexicon), (), (), lexicon)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Profit was $2.11 billion.", 2_110_000_000, id="billions"),
        pytest.param("It sold 8.2 million seats.", 8_200_000, id="millions"),
        pytest.param("The fund holds 4.35 trillion yen.", 4_350_000_000_000, id="trillions"),
        pytest.param("Net income was $29.5 Mln. in May.", 29_500_000, id="abbreviated millions"),
        pytest.param("Sales: $1.38 Bln.", 1_380_000_000, id="abbreviated billions"),
    ],
)
def test_product_of_decimals_is_the_number_that_is_written(text: str, value: float) -> None:
    assert [row.value for row in quantities(text)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The bank raised its rate by 0.25% to 0.75%.", ["0.25%", "0.75%"], id="step and level"),
        pytest.param("Sales are expected to rise by 2% to 3%.", ["2% to 3%"], id="range of a forecast"),
        pytest.param("Sales rose by 2% to 3%.", ["2% to 3%"], id="narrow range"),
        pytest.param("Rates will be raised by 0.25% to 0.75%.", ["0.25% to 0.75%"], id="range of what is to come"),
    ],
)
def test_by_how_much_and_to_what(text: str, expected: list[str]) -> None:
    assert [row.text for row in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("The toll from the quake climbs to 179.", "person", id="verb in -s before its preposition"),
        pytest.param("It has room for 20 schoolchildren.", "schoolchild", id="irregular head of a compound"),
        pytest.param("They met 12 townspeople.", "townsperson", id="people at the end of a compound"),
        pytest.param("It tested 14 specimens.", "specimen", id="noun that only looks like men"),
        pytest.param("The two 350 MW wind farms are idle.", "wind farm", id="noun behind a measure"),
        pytest.param("She sold three 10-year bonds.", "bond", id="noun behind a length of time"),
        pytest.param("It made two $5 million loans.", "loan", id="noun behind an amount"),
        pytest.param("It sold 1.5 million 8-ounce bottles.", "bottle", id="noun behind a size"),
        pytest.param("It told of the billions invested in roads.", "USD", id="what is invested"),
    ],
)
def test_what_the_first_number_counts(text: str, unit: str) -> None:
    assert quantities(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        pytest.param("They asked adults 18 years of age or older.", "at_least", id="or older"),
        pytest.param("They asked pupils 16 years of age or younger.", "at_most", id="or younger"),
        pytest.param("They asked pupils 16 years of age.", "exact", id="no bound"),
    ],
)
def test_bounds_behind_of_age(text: str, qualifier: str) -> None:
    assert [row.qualifier for row in quantities(text)] == [qualifier]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It lost $3 in last year's third quarter.",
            [("last year's third quarter", "2023-07-01", "2023-09-30")],
            id="quarter of last year",
        ),
        pytest.param(
            "Sales rise in this year’s second half.",
            [("this year’s second half", "2024-07-01", "2024-12-31")],
            id="half of this year",
        ),
        pytest.param(
            "Alder House (founded 1890) sells pumps.", [("1890", "1890-01-01", "1890-12-31")], id="founded, in brackets"
        ),
        pytest.param(
            "Oak Hall, built 1742, is a museum.", [("1742", "1742-01-01", "1742-12-31")], id="built, between commas"
        ),
        pytest.param("It (formed 1500 companies) grew.", [], id="number of what was formed"),
        pytest.param("They voted on Super Tuesday.", [], id="day of history"),
        pytest.param('The image has width="1920" and a copy of 1920w, too.', [], id="sizes of an image"),
    ],
)
def test_times(text: str, expected: list[tuple[str, str, str]]) -> None:
    document, lexicon = Document("a.txt", "", "text/plain", text, language="en", published_on=TUESDAY), load_lexicon()
    rows = find_dates(document, find_sentences(document, lexicon), (), lexicon)
    assert [(row.text, str(row.date_start), str(row.date_end)) for row in rows] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "They paid 90 million koruna (approximately $4 million).",
            ["exact", "approx"],
            id="hedge of the next number",
        ),
        pytest.param("They paid 90 koruna (approximately).", ["approx"], id="hedge alone in brackets"),
    ],
)
def test_hedges_in_brackets(text: str, expected: list[str]) -> None:
    assert [row.qualifier for row in quantities(text)] == expected


def test_people_of_a_land_modify_what_is_counted() -> None:
    assert quantities("They fined six Japanese power companies.")[0].unit == "Japanese power company"


def test_year_of_comparison_is_no_year_in_view() -> None:
    text = "It sold 9 cars, a 3 percent increase from 2010, by data released in late January."
    document, lexicon = Document("a.txt", "", "text/plain", text, language="en", published_on=TUESDAY), load_lexicon()
    rows = find_dates(document, find_sentences(document, lexicon), (), lexicon)
    assert [str(row.date_start) for row in rows] == ["2010-01-01", "2024-01-01"]
