"""Values computed from stated ones, and all that must not be computed."""

from datetime import date
from typing import Any

import pytest

from tidybrief import corpus, schemas
from told import YEAR_2024, Told, tables

YEAR_2023 = (date(2023, 1, 1), date(2023, 12, 31))
NAMES = {"Salto": "PLACE", "Orno": "PLACE", "Acme": "ORG"}
TEXT = "Salto built 600 ships and Orno 150 ships; Acme had 30 of 120 berths, and 45 percent, then 60 percent, of trade."


def told(doc_id: str = "a") -> Told:
    return Told(doc_id, TEXT, NAMES)


def built(first: dict[str, Any], second: dict[str, Any]) -> Told:
    """What Salto built and what Orno built, each with what differs from the plain case."""
    given = ({"subject": "Salto", "value": 600} | first, {"subject": "Orno", "value": 150} | second)
    document = told()
    for surface, figure in zip(("600 ships", "150 ships"), given, strict=True):
        document.figure(surface, **{"unit": "ship", "indicator": "ships built", "time": YEAR_2024} | figure)
    return document


def share(**more: Any) -> Told:
    given = {"value": 30, "unit": "berth", "subject": "Acme", "indicator": "berths of the port", "of_total": 120.0}
    return told().figure("30 of 120", **given | more)


def share_and(surface: str, value: float, **more: Any) -> Told:
    """A share of 45 percent, and another figure beside it."""
    given = {"unit": "berth", "subject": "Acme", "indicator": "berths"} | more
    qualifier = given.pop("part", "exact")
    return share(value=54, qualifier=qualifier).figure(surface, value, **given)


def trade(first: dict[str, Any], second: dict[str, Any]) -> Told:
    """The share of the trade in two years."""
    document = told()
    years = ({"time": YEAR_2023, "value": 45} | first, {"time": YEAR_2024, "value": 60} | second)
    for surface, figure in zip(("45 percent", "60 percent"), years, strict=True):
        given = {"unit": "percent", "kind": "percent", "subject": "Acme", "indicator": "share of sea trade"}
        document.figure(surface, **given | figure)
    return document


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param(share(), [("share", 25.0, "percent", "exact")], id="share of a stated whole"),
        pytest.param(share(qualifier="at_least"), [("share", 25.0, "percent", "at_least")], id="share of a bound"),
        pytest.param(share(value=130), [], id="a part above its whole"),
        pytest.param(share(of_total=None), [], id="no whole"),
        pytest.param(
            share_and("120", 120, qualifier="at_least"), [("share", 45.0, "percent", "at_most")], id="a bound as whole"
        ),
        pytest.param(
            share_and("120", 120, qualifier="approx", part="at_least"),
            [("share", 45.0, "percent", "approx")],
            id="a bound of about so many",
        ),
        pytest.param(share_and("120", 120, qualifier="at_least", part="at_least"), [], id="two bounds"),
        pytest.param(share_and("45 percent", 45, unit="percent", kind="percent"), [], id="a share that is told"),
        pytest.param(
            share_and("60 percent", 60, unit="percent", kind="percent"),
            [("share", 45.0, "percent", "exact")],
            id="another percentage beside it",
        ),
        pytest.param(share(factuality="forecast"), [], id="expected only"),
        pytest.param(built({}, {}), [("ratio", 4.0, "times", "exact")], id="ratio in one sentence"),
        pytest.param(
            built({"qualifier": "at_least"}, {}), [("ratio", 4.0, "times", "at_least")], id="ratio of a lower bound"
        ),
        pytest.param(built({"qualifier": "at_least"}, {"qualifier": "at_least"}), [], id="ratio of two lower bounds"),
        pytest.param(built({}, {"unit": "boat"}), [], id="another unit"),
        pytest.param(built({}, {"indicator": "ships sold"}), [], id="another indicator"),
        pytest.param(built({}, {"time": YEAR_2023}), [], id="another year"),
        pytest.param(built({}, {"subject": "Acme"}), [], id="a place and a company"),
        pytest.param(built({}, {"subject": "Salto"}), [], id="one subject, two values"),
        pytest.param(
            built({"indicator": "ships, 12 built"}, {"indicator": "ships, 12 built"}),
            [],
            id="a number in the indicator",
        ),
        pytest.param(built({}, {"value": 598}), [], id="next to equal"),
        pytest.param(
            trade({}, {}), [("difference", 15.0, "percentage point", "exact")], id="difference of two percentages"
        ),
        pytest.param(
            built({"time": YEAR_2023, "subject": "Orno"}, {"value": 720}),
            [("difference", 120.0, "ship", "exact")],
            id="difference over time",
        ),
        pytest.param(trade({}, {"time": YEAR_2023}), [], id="two values of one period"),
        pytest.param(trade({"time": (None, None)}, {}), [], id="no period"),
        pytest.param(trade({"time": (date(2023, 1, 1), date(2023, 3, 31))}, {}), [], id="a quarter and a year"),
        pytest.param(trade({"qualifier": "at_least"}, {}), [], id="a bound has no difference"),
        pytest.param(
            trade({"indicator": "growth of sea trade"}, {"indicator": "growth of sea trade"}), [], id="rates of change"
        ),
    ],
)
def test_derived(document: Told, expected: list[tuple[str, float, str, str]]) -> None:
    linked = corpus.link(tables(document))
    derived = corpus.derive(linked)
    schemas.DerivedFigures.validate(derived)
    assert derived.select("kind", "value", "unit", "qualifier").rows() == expected
    stated = set(linked["figures"]["figure_id"])
    for row in derived.iter_rows(named=True):
        assert {item["row_id"] for item in row["evidence"]} <= stated
        assert " = " in row["calculation"]
        assert "“" in row["formula"]


def counts(text: str, *told: tuple[str, str]) -> Told:
    document = Told("a", text, {"Salto": "PLACE", "Orno": "PLACE"})
    for surface, subject in told:
        document.figure(surface, float(surface), "ship", subject, "ships built", time=YEAR_2024)
    return document


@pytest.mark.parametrize(
    ("document", "kinds"),
    [
        pytest.param(
            counts("Salto built 600 ships, Orno 150.", ("600", "Salto"), ("150", "Orno")), ["ratio"], id="subject first"
        ),
        pytest.param(
            counts("600 ships came from Salto, 150 from Orno.", ("600", "Salto"), ("150", "Orno")),
            ["ratio"],
            id="subject last",
        ),
        pytest.param(
            counts("600 ships came from Salto; Orno built 150.", ("600", "Salto"), ("150", "Orno")),
            ["ratio"],
            id="crosswise",
        ),
        pytest.param(
            counts("Salto and Orno went from 150 ships to 600.", ("600", "Salto"), ("150", "Orno")),
            [],
            id="subjects apart",
        ),
        pytest.param(
            counts("Of 600 ships 150 came from Orno, not Salto.", ("600", "Salto"), ("150", "Orno")),
            [],
            id="figures side by side",
        ),
        pytest.param(
            counts("They expect 600 ships from Salto, 150 from Orno.", ("600", "Salto"), ("150", "Orno")),
            [],
            id="one only expected",
        ),
    ],
)
def test_a_ratio_needs_subjects_in_turn(document: Told, kinds: list[str]) -> None:
    assert corpus.derive(corpus.link(tables(document)))["kind"].to_list() == kinds


def test_what_two_documents_state_is_computed_once() -> None:
    documents = [built({}, {}), Told("b", TEXT, NAMES)]
    for surface, value, subject in (("600 ships", 600, "Salto"), ("150 ships", 150, "Orno")):
        documents[1].figure(surface, value, "ship", subject, "ships built", time=YEAR_2024)
    assert corpus.derive(corpus.link(tables(*documents))).height == 1


def test_nothing_stated_nothing_derived() -> None:
    assert corpus.derive(corpus.link(tables())).is_empty()
