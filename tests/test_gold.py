"""The example documents against their annotation: no measure falls below its floor.

A floor stands a little under what was reached. It is raised when the figure has risen, and lowered by nobody.
"""

from collections.abc import Mapping
from typing import Final

import pytest

from tidybrief.evaluation import Evaluation

FLOORS: Final[Mapping[str, Mapping[str, float]]] = {
    "mentions": {
        "exact span and type": 0.86,
        "exact span": 0.93,
        "overlap": 0.94,
        "canonical name, of exact span and type": 0.93,
    },
    "figures": {
        "value": 0.97,
        "value and unit": 0.92,
        "value, unit and qualifier": 0.91,
        "exact span": 0.96,
        "full row": 0.29,
        "kind, of value": 0.98,
        "subject, of value": 0.46,
        "indicator, of value": 0.56,
        "period, of value": 0.57,
        "period, of value where stated": 0.44,
        "attribution, of value": 0.66,
        "attribution, of value where stated": 0.32,
        "whole, of value": 0.91,
    },
    "dates": {
        "overlap": 0.87,
        "exact span": 0.87,
        "interval": 0.85,
        "precision, of overlap": 0.98,
        "role, of overlap": 0.89,
    },
    "relations": {
        "triple": 0.70,
    },
    "sentences": {
        "boundaries": 0.96,
        "factuality: asserted": 0.98,
        "factuality: attributed": 0.98,
        "factuality: boilerplate": 0.98,
        "factuality: forecast": 0.78,
        "factuality: hypothetical": 0.92,
        "factuality: question": 0.98,
    },
    "conflicts": {
        "conflicts": 0.00,
        "agreements": 0.23,
    },
}
"""F1 by layer and measure."""
SLACK: Final = 0.1
"""How far a figure may rise above its floor before the floor has to follow."""


@pytest.mark.parametrize(
    ("layer", "measure", "floor"),
    [
        pytest.param(layer, measure, floor, id=f"{layer}: {measure}")
        for layer, floors in FLOORS.items()
        for measure, floor in floors.items()
    ],
)
def test_no_measure_falls_below_its_floor(measured: Evaluation, layer: str, measure: str, floor: float) -> None:
    score = measured.score(layer, measure)
    assert (score.f1 or 0) >= floor, f"missed {score.missed[:3]}, extra {score.extra[:3]}"


def test_floors_follow_the_figures(measured: Evaluation) -> None:
    whole = [score for score in measured.scores if not score.measure.startswith(("type: ", "predicate: "))]
    reached = {(score.layer, score.measure): score.f1 or 0 for score in whole}
    floors = {(layer, measure): floor for layer, named in FLOORS.items() for measure, floor in named.items()}
    assert reached.keys() == floors.keys()
    assert not {key: f1 for key, f1 in reached.items() if f1 > floors[key] + SLACK}, "raise these floors"
