"""When figures of two documents, in their own words and clauses, are held against each other."""

from datetime import date
from typing import Any

import pytest

from tidybrief import corpus
from told import YEAR_2024, Told, tables

NAMES = {"Acme Mills": "ORG", "Bolt Works": "ORG", "Orno": "PLACE"}


def told(doc_id: str, text: str, surface: str, value: float, indicator: str, **more: Any) -> Told:
    names = {name: kind for name, kind in NAMES.items() if name in text}
    given = {"unit": "USD", "kind": "money", "subject": "Acme Mills", "time": YEAR_2024, **more}
    document = Told(doc_id, text, names, date(2025, 2, 1))
    return document.figure(surface, value, indicator=indicator, **given)


def people(doc_id: str, text: str, number: int, indicator: str, unit: str = "person", **more: Any) -> Told:
    return told(doc_id, text, f"{number}", number, indicator, unit=unit, kind="count", **more)


def dollars(doc_id: str, text: str, millions: int, indicator: str, **more: Any) -> Told:
    return told(doc_id, text, f"${millions} million", millions * 1e6, indicator, **more)


STAFF = people("a", "Acme Mills employed 812 people in 2024.", 812, "people employed")
TAKINGS = dollars("a", "Acme Mills had revenue of $85 million in 2024.", 85, "revenue")
DEATHS = people("a", "The fire in Orno killed 81 people in 2024.", 81, "people killed", subject="Orno")
PIANOS = people("a", "Acme Mills sold 812 pianos in 2024.", 812, "pianos sold", unit="piano")
CUTS = people("a", "Acme Mills laid off 812 people in 2024.", 812, "people laid off")
GROWTH = told(
    "a", "The revenue of Acme Mills rose 21% in 2024.", "21%", 21, "increase in revenue", unit="percent", kind="percent"
)
PRICE = dollars("a", "Acme Mills bought Bolt Works for $85 million in 2024.", 85, "price of Bolt Works")


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        pytest.param(
            STAFF,
            people("b", "In 2024, Acme Mills gave work to 604 people.", 604, "people"),
            ["conflict"],
            id="the clause tells the measure",
        ),
        pytest.param(
            STAFF,
            people("b", "In 2024, Acme Mills gave soup to 604 people.", 604, "people"),
            [],
            id="the clause tells another thing",
        ),
        pytest.param(
            STAFF,
            people("b", "The headcount of Acme Mills was 604 in 2024.", 604, "headcount", unit="mill"),
            ["conflict"],
            id="a unit that the clause does not name",
        ),
        pytest.param(
            STAFF,
            people("b", "Acme Mills employed 604 people in Orno in 2024.", 604, "people employed"),
            [],
            id="a place in one clause",
        ),
        pytest.param(
            STAFF,
            people("b", "The paper arm of Acme Mills employed 604 people in 2024.", 604, "people employed"),
            [],
            id="a part of the organisation",
        ),
        pytest.param(
            STAFF,
            people("b", "Acme Mills employed 604 people with pensions in 2024.", 604, "people employed"),
            [],
            id="a circumstance that only one names",
        ),
        pytest.param(
            PIANOS,
            people(
                "b",
                "In 2024, customers bought 604 pianos from Acme Mills.",
                604,
                "pianos bought from Acme Mills",
                "piano",
            ),
            ["conflict"],
            id="what others buy from it, it sells",
        ),
        pytest.param(
            PIANOS,
            people("b", "In 2024, 604 people bought from Acme Mills.", 604, "people bought from Acme Mills"),
            [],
            id="who buys is not sold",
        ),
        pytest.param(
            CUTS,
            people("b", "Acme Mills axed 604 jobs in 2024.", 604, "jobs", "job"),
            ["conflict"],
            id="the verb before what is only counted",
        ),
        pytest.param(
            people("a", "In 2024, Acme Mills had 812 workers.", 812, "workers", "worker"),
            people("b", "In 2024, Acme Mills moved 604 workers.", 604, "workers", "worker"),
            [],
            id="another verb before what is only counted",
        ),
        pytest.param(
            CUTS,
            people(
                "b", "In 2024, 604 workers of Acme Mills were made redundant.", 604, "workers of Acme Mills", "worker"
            ),
            ["conflict"],
            id="the verb after what is only counted",
        ),
        pytest.param(
            people("a", "In 2024, Acme Mills had 812 members.", 812, "members", "member"),
            people(
                "b", "By the end of 2024, Acme Mills had signed up 604 members.", 604, "members signed up", "member"
            ),
            ["conflict"],
            id="who had joined by then",
        ),
        pytest.param(
            people("a", "In 2024, Acme Mills had 812 members.", 812, "members", "member"),
            people("b", "In 2024, Acme Mills signed up 604 members.", 604, "members signed up", "member"),
            [],
            id="who joined then",
        ),
        pytest.param(
            dollars(
                "a", "Acme Mills raised $85 million in a Series A round in 2024.", 85, "raised in a Series A round"
            ),
            dollars("b", "In 2024, Acme Mills raised $58 million in its Series A.", 58, "money raised in its Series A"),
            ["conflict"],
            id="a letter that is no article",
        ),
        pytest.param(
            STAFF,
            people("b", "Acme Mills finished 2024 with a workforce of 604.", 604, "workforce finished by Acme Mills"),
            ["conflict"],
            id="the verb of a year that ends",
        ),
        pytest.param(
            GROWTH,
            told(
                "b",
                "In 2024, the revenue of Acme Mills was up 38%.",
                "38%",
                38,
                "revenue",
                unit="percent",
                kind="percent",
            ),
            ["conflict"],
            id="a percentage after up",
        ),
        pytest.param(
            GROWTH,
            told(
                "b",
                "In 2024, the revenue of Acme Mills was down 9%.",
                "9%",
                9,
                "revenue",
                unit="percent",
                kind="percent",
            ),
            [],
            id="a percentage after down",
        ),
        pytest.param(
            TAKINGS,
            dollars("b", "Acme Mills posted sales of $58 million in 2024.", 58, "sales"),
            ["conflict"],
            id="sales are revenue",
        ),
        pytest.param(
            TAKINGS,
            dollars("b", "Acme Mills sold its yard for $58 million in 2024.", 58, "sales"),
            [],
            id="what was sold is not",
        ),
        pytest.param(
            TAKINGS,
            dollars("b", "The revenue of Acme Mills rose to $58 million in 2024.", 58, "increase in revenue"),
            ["conflict"],
            id="a level that it rose to",
        ),
        pytest.param(
            TAKINGS,
            dollars("b", "The revenue of Acme Mills rose by $58 million in 2024.", 58, "increase in revenue"),
            [],
            id="a rise",
        ),
        pytest.param(
            TAKINGS,
            dollars("b", "Acme Mills had revenue of $85 million, up from $58 million.", 85, "revenue").figure(
                "$58 million", 58e6, "USD", "Acme Mills", "revenue", kind="money", time=YEAR_2024
            ),
            ["agree"],
            id="a former level in the same sentence",
        ),
        pytest.param(
            DEATHS,
            people("b", "In 2024, 52 people lost their lives in the fire in Orno.", 52, "lives lost", subject="Orno"),
            ["conflict"],
            id="the event in both clauses",
        ),
        pytest.param(
            DEATHS,
            people("b", "In 2024, 52 people died in a bus in Orno.", 52, "people who died", subject="Orno"),
            [],
            id="another event",
        ),
        pytest.param(
            PRICE,
            dollars(
                "b", "Bolt Works was sold to Acme Mills for $58 million in 2024.", 58, "sales", subject="Bolt Works"
            ),
            ["conflict"],
            id="a deal told from the other side",
        ),
        pytest.param(
            PRICE,
            dollars("b", "Acme Mills bought a stake in Bolt Works for $58 million in 2024.", 58, "price of a stake"),
            [],
            id="a part of what was bought",
        ),
    ],
)
def test_clauses(one: Told, other: Told, verdicts: list[str]) -> None:
    assert corpus.compare(corpus.link(tables(one, other)))["verdict"].to_list() == verdicts


def test_the_row_says_what_was_taken_for_one_measure() -> None:
    other = people("b", "In 2024, 812 people were on the payroll of Acme Mills.", 812, "people on the payroll")
    (row,) = corpus.compare(corpus.link(tables(STAFF, other))).to_dicts()
    assert row["note"].endswith("Taken for one measure: “people employed” and “people on the payroll”.")


def power(doc_id: str, text: str, number: int, day: int) -> Told:
    document = Told(doc_id, text, {"Acme Mills": "ORG"}, date(2025, 2, day))
    given = {"unit": "megawatt", "kind": "measure", "subject": "Acme Mills", "indicator": "capacity"}
    return document.figure(f"{number} megawatts", number, **given)


PLANT = power("a", "The power plant of Acme Mills has a capacity of 300 megawatts.", 300, 1)


@pytest.mark.parametrize(
    ("other", "verdicts"),
    [
        pytest.param(
            power("b", "Acme Mills's power plant has a capacity of 410 megawatts.", 410, 20), ["conflict"], id="the one"
        ),
        pytest.param(
            power("b", "Acme Mills has a power plant with a capacity of 410 megawatts.", 410, 20), [], id="one"
        ),
        pytest.param(
            power("b", "The new power plant of Acme Mills has a capacity of 410 megawatts.", 410, 20), [], id="another"
        ),
        pytest.param(
            power("b", "The capacity of the wind park of Acme Mills is 410 megawatts.", 410, 20), [], id="another thing"
        ),
    ],
)
def test_a_lasting_property_of_one_thing(other: Told, verdicts: list[str]) -> None:
    assert corpus.compare(corpus.link(tables(PLANT, other)))["verdict"].to_list() == verdicts


def budget(doc_id: str, millions: int, published_on: date) -> Told:
    document = Told(doc_id, f"Orno has a budget of ${millions} million for 2024.", {"Orno": "PLACE"}, published_on)
    surface, given = f"${millions} million", {"unit": "USD", "kind": "money", "subject": "Orno", "time": YEAR_2024}
    return document.figure(surface, millions * 1e6, indicator="budget", **given)


@pytest.mark.parametrize(
    ("published_on", "verdicts"),
    [
        pytest.param(date(2024, 3, 20), ["conflict"], id="news of one month"),
        pytest.param(date(2024, 9, 20), [], id="a later amendment"),
    ],
)
def test_what_is_laid_down_for_a_year(published_on: date, verdicts: list[str]) -> None:
    documents = budget("a", 85, date(2024, 3, 1)), budget("b", 58, published_on)
    assert corpus.compare(corpus.link(tables(*documents)))["verdict"].to_list() == verdicts


def test_the_names_of_one_measure_stand_in_the_order_in_which_they_are_told() -> None:
    other = people("b", "In 2024, 812 people were on the payroll of Acme Mills.", 812, "people on the payroll")
    third = people("c", "In 2024, Acme Mills employed 812 people.", 812, "People employed")
    (row,) = corpus.compare(corpus.link(tables(STAFF, other, third))).to_dicts()
    assert row["note"].endswith("Taken for one measure: “people employed” and “people on the payroll”.")
