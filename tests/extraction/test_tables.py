"""What figures say that stand in a table written in the text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.extraction import extract
from tidybrief.extraction.records import Figure
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

_BARS = """Trade last year was brisk in both countries.

| Country | Exports (USD million) | Share of farmers |
|---|---:|---:|
| China | 38,000 | 12% |
| Japan | 21,000 | 9% |
| Total | 59,000 | 10% |
"""
_YEARS_IN_COLUMNS = """Wheat harvest in tonnes

Country\tHarvest 2021\tHarvest 2022
China\t38,000\t12,000
Japan\t21,000\t9,000
"""
_YEARS_IN_ROWS = """Results of Microsoft

Year      Revenue         Profit
2021      $38 million     $12 million
2022      $40 million     $13 million
"""
_NAMES_IN_COLUMNS = """Trade

| Item | China | Japan |
|---|---|---|
| Exports | $38 billion | $12 billion |
| Imports | $40 billion | $15 billion |
"""
_LIST_WITH_COMMAS = """State, Recipients

Alabama, 8,445
New Hampshire, 6,200
Delaware, 1,100
"""
_LIST_WITH_COLONS = """Grants for schools:

- Alabama: $8 million
- Alaska: $6 million
"""
_LIST_WITH_SPACES = """State Farm Visitors

Alaska 14,000

New York 110,000

Delaware 8,000
"""
_UNNAMED_ROWS = """Licences

| Group | Licences issued |
|---|---|
| Farmers | 4,100 |
| Sailors | 2,300 |
"""


def figures_in(text: str) -> tuple[Figure, ...]:
    document = Document(
        "a.txt", "", "text/plain", f"Notes from the markets\n\n{text}\n", language="en", published_on=date(2023, 5, 16)
    )
    return extract(document, load_lexicon()).figures


@pytest.mark.parametrize(
    ("text", "surface", "subject", "indicator", "year"),
    [
        pytest.param(_BARS, "21,000", "Japan", "Exports", None, id="table of bars"),
        pytest.param(_BARS, "9%", "Japan", "Share of farmers", None, id="another column"),
        pytest.param(_BARS, "59,000", None, "Exports", None, id="a sum is about no row before"),
        pytest.param(_YEARS_IN_COLUMNS, "12,000", "China", "Harvest", 2022, id="year in the heading, tabs"),
        pytest.param(_YEARS_IN_COLUMNS, "21,000", "Japan", "Harvest", 2021, id="year in the other heading"),
        pytest.param(
            _YEARS_IN_ROWS, "$13 million", "Microsoft", "Profit", 2022, id="year in the row, aligned by spaces"
        ),
        pytest.param(_NAMES_IN_COLUMNS, "$15 billion", "Japan", "Imports", None, id="names head the columns"),
        pytest.param(_LIST_WITH_COMMAS, "6,200", "New Hampshire", "Recipients", None, id="label, number"),
        pytest.param(_LIST_WITH_COLONS, "$6 million", "Alaska", "Grants for schools", None, id="label: amount"),
        pytest.param(_LIST_WITH_SPACES, "110,000", "New York", "Farm Visitors", None, id="label and number"),
        pytest.param(_UNNAMED_ROWS, "2,300", "Sailors", "Licences issued", None, id="rows that no entity names"),
    ],
)
def test_row_and_column_say_what_a_figure_is(
    text: str, surface: str, subject: str | None, indicator: str, year: int | None
) -> None:
    row = next(figure for figure in figures_in(text) if figure.text == surface)
    assert (row.subject, row.indicator) == (subject, indicator)
    assert row.time_start == (date(year, 1, 1) if year else None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Visitors\n\nChina saw 38,000 visitors.\n\nJapan saw 21,000 visitors.", id="sentences"),
        pytest.param("| Country | Exports |\n|---|---|\n| China | 38,000 |", id="one row"),
        pytest.param("The law brought much.\n\n- Jobs: 38,000\n- Bridges: 21,000", id="labels without a heading"),
    ],
)
def test_no_table_without_plain_structure(text: str) -> None:
    assert all(row.indicator not in {"Exports", "Visitors", "The law brought much"} for row in figures_in(text))


@given(st.lists(st.sampled_from(["China", "38,000", "2021", "|", "---", "\t", "  ", "\n", ", ", ": ", "Total", "9%"])))
def test_any_arrangement_passes(pieces: list[str]) -> None:
    text = "".join(pieces)
    document = Document("a.txt", "", "text/plain", text, language="en")
    for row in extract(document, load_lexicon()).figures:
        assert text[row.start : row.end] == row.text
