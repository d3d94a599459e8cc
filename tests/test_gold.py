"""The example documents against their annotation: no measure falls below its floor.

A floor stands a little under what was reached. `make accuracy` raises floors after figures, and lowers none.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from tidybrief.evaluation import Evaluation

FLOORS: Final[Mapping[str, Mapping[str, float]]] = json.loads(
    (Path(__file__).parent / "gold" / "floors.json").read_text()
)
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
    assert not {key: f1 for key, f1 in reached.items() if f1 > floors[key] + SLACK}, "run: make accuracy"
