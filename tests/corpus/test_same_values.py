"""One number with many digits, told by two documents in other words."""

from datetime import date
from typing import Any

import pytest

from tidybrief import corpus
from told import YEAR_2024, Told, tables

NAMES = {"Orno": "PLACE", "Acme": "ORG"}
FIRST = "The port of Orno handled 3.47 million boxes, which Acme weighed."
SECOND = "Acme says that it put 3.47 million boxes from Orno on its scales."
APART = "Far from there, somebody stacked 3.47 million boxes."


def boxes(doc_id: str, text: str, subject: str, indicator: str, **more: Any) -> Told:
    names = {name: kind for name, kind in NAMES.items() if name in text or name == subject}
    return Told(doc_id, text, names).figure(
        "3.47 million", **{"value": 3.47e6} | more, unit="box", subject=subject, indicator=indicator
    )


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(boxes("b", SECOND, "Acme", "boxes handled by the port"), ["agree"], id="another subject chosen"),
        pytest.param(
            boxes("b", SECOND, "Orno", "boxes handled in the year", time=YEAR_2024), ["agree"], id="a period in one"
        ),
        pytest.param(boxes("b", SECOND, "Acme", "crates lost"), [], id="other words"),
        pytest.param(
            boxes("b", APART, "Acme", "boxes handled by the port"), ["agree"], id="its subject is named there"
        ),
        pytest.param(
            boxes("b", SECOND, "Acme", "boxes handled by the port", factuality="forecast"), [], id="only expected"
        ),
    ],
)
def test_one_number_in_other_words(other: Told, expected: list[str]) -> None:
    one = boxes("a", FIRST, "Orno", "boxes handled at the port")
    found = corpus.compare(corpus.link(tables(one, other)))
    assert found["verdict"].to_list() == expected


@pytest.mark.parametrize(
    ("more", "other"),
    [
        pytest.param({}, {"value": 3.46e6}, id="another number is neither agreement nor conflict"),
        pytest.param({"value": 3e6}, {"value": 3e6}, id="a round number"),
        pytest.param(
            {"time": YEAR_2024}, {"time": (date(2023, 1, 1), date(2023, 12, 31))}, id="the same number in another year"
        ),
    ],
)
def test_nothing_follows_from(more: dict[str, Any], other: dict[str, Any]) -> None:
    documents = [
        boxes("a", FIRST, "Orno", "boxes handled at the port", **more),
        boxes("b", SECOND, "Acme", "boxes handled by the port", **other),
    ]
    assert corpus.compare(corpus.link(tables(*documents))).is_empty()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("A year of Acme", [], id="neither names the subject of the other"),
        pytest.param("A year in Orno", ["agree"], id="its title does"),
    ],
)
def test_the_subject_of_the_other(title: str, expected: list[str]) -> None:
    one = Told("a", "Orno handled 3.47 million boxes.", {"Orno": "PLACE"})
    text = f"{title}\nA mild winter.\nSpring came early.\nAcme handled 3.47 million boxes of its own."
    other = Told("b", text, {name: kind for name, kind in NAMES.items() if name in text})
    one.figure("3.47 million", 3.47e6, "box", "Orno", "boxes handled")
    other.figure("3.47 million", 3.47e6, "box", "Acme", "boxes handled")
    assert corpus.compare(corpus.link(tables(one, other)))["verdict"].to_list() == expected
