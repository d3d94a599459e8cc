"""Numbers of what there is at a moment, and figures of what is only expected."""

from datetime import date
from typing import Any

import pytest

from tidybrief import corpus
from told import Told, tables

LAST_DAY = date(2023, 12, 31)
YEAR = (date(2023, 1, 1), LAST_DAY)
BY_THEN = (None, LAST_DAY)
ON_THAT_DAY = (LAST_DAY, LAST_DAY)


def counted(doc_id: str, number: int, when: str, time: Any, indicator: str = "employees") -> Told:
    text = f"{when}, Acme of {doc_id} counted {number} {indicator}."
    document = Told(doc_id, text, {"Acme": "ORG"}, date(2024, 3, 1))
    surface = when.partition(" ")[2]
    unit = "ship" if "ship" in indicator else "employee"
    return document.figure(f"{number}", number, unit, "Acme", indicator, time=time).dated(surface, *YEAR, "year")


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        pytest.param(
            counted("a", 812, "By the end of 2023", BY_THEN),
            counted("b", 604, "At the end of 2023", YEAR),
            ["conflict"],
            id="by the end and at the end",
        ),
        pytest.param(
            counted("a", 812, "By the end of 2023", BY_THEN),
            counted("b", 812, "At the close of 2023", YEAR),
            ["agree"],
            id="the end and the close",
        ),
        pytest.param(
            counted("a", 812, "On 31 December 2023", ON_THAT_DAY),
            counted("b", 604, "At the end of 2023", YEAR),
            ["conflict"],
            id="the last day and the end",
        ),
        pytest.param(
            counted("a", 812, "Closing 2023", YEAR),
            counted("b", 604, "At the end of 2023", YEAR),
            ["conflict"],
            id="a verb for the end",
        ),
        pytest.param(
            counted("a", 812, "By 2023", BY_THEN),
            counted("b", 604, "At the end of 2023", YEAR),
            [],
            id="some time before the year is over",
        ),
        pytest.param(
            counted("a", 812, "In 2023", YEAR),
            counted("b", 604, "At the end of 2023", YEAR),
            [],
            id="some time in the year",
        ),
        pytest.param(
            counted("a", 812, "By the end of 2023", BY_THEN, "ships built"),
            counted("b", 604, "At the end of 2023", YEAR, "ships built"),
            [],
            id="what comes about over a period",
        ),
        pytest.param(
            counted("a", 812, "At the end of 2023", YEAR),
            counted("b", 604, "At the end of 2023", YEAR, "new employees"),
            [],
            id="those who came on top",
        ),
    ],
)
def test_the_end_of_a_period(one: Told, other: Told, verdicts: list[str]) -> None:
    assert corpus.compare(corpus.link(tables(one, other)))["verdict"].to_list() == verdicts


def output(doc_id: str, words: str, amount: int) -> Told:
    text = f"Acme {words} {amount} million crates in 2023."
    return Told(doc_id, text, {"Acme": "ORG"}, date(2024, 3, 1)).figure(
        f"{amount} million", amount * 1e6, "crate", "Acme", "crates produced", time=YEAR
    )


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        pytest.param("produced", "put out", ["conflict"], id="two facts"),
        pytest.param("produced", "was expected to produce", [], id="a fact and a forecast"),
        pytest.param("aimed to produce", "was expected to produce", [], id="a goal and a forecast"),
        pytest.param("produced", "did better than expected, with", ["conflict"], id="a forecast in another clause"),
    ],
)
def test_what_is_only_expected_contradicts_nothing(one: str, other: str, verdicts: list[str]) -> None:
    linked = corpus.link(tables(output("a", one, 30), output("b", other, 40)))
    assert corpus.compare(linked)["verdict"].to_list() == verdicts


def trade(doc_id: str, percent: int, words: str, year: int) -> Told:
    text = f"In {doc_id}, the trade of Acme stood {percent} percent higher {words} {year}."
    time = (date(year, 1, 1), date(year, 12, 31))
    document = Told(doc_id, text, {"Acme": "ORG"}, date(2024, 3, 1)).dated(f"{year}", *time, "year")
    return document.figure(f"{percent} percent", percent, "percent", "Acme", "trade by sea", kind="percent", time=time)


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        pytest.param("in", ["changed"], id="in a year"),
        pytest.param("than in", [], id="than in a year"),
        pytest.param("compared with", [], id="compared with a year"),
    ],
)
def test_the_year_of_comparison_is_not_the_year_of_a_change(words: str, verdicts: list[str]) -> None:
    linked = corpus.link(tables(trade("a", 30, "in", 2022), trade("b", 40, words, 2019)))
    assert corpus.compare(linked)["verdict"].to_list() == verdicts


@pytest.mark.parametrize(("number", "kinds"), [(4, ["difference"] * 3), pytest.param(9, [], id="a list of numbers")])
def test_a_sentence_of_many_numbers_lists_what_has_numbers(number: int, kinds: list[str]) -> None:
    years = range(2010, 2010 + number)
    text = "; ".join(f"order {9000 + year} of {year} of Acme" for year in years)
    document = Told("a", text, {"Acme": "ORG"})
    for year in years:
        time = (date(year, 1, 1), date(year, 12, 31))
        document.figure(f"{9000 + year}", 9000 + year, "order", "Acme", "orders in council", time=time)
    assert corpus.derive(corpus.link(tables(document)))["kind"].to_list() == kinds
