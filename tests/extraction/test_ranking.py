"""Choosing among candidates, and the weights that come with the program."""

import json
import math
from importlib.resources import files

import pytest

from tidybrief.extraction.figures.ranking import Candidate, Ranker, learnt_ranker

RANKER = Ranker({"colour": {"warm": 1.0, "cold": -1.0}})


@pytest.mark.parametrize(
    ("candidates", "answer"),
    [
        pytest.param([("red", ["warm"]), ("blue", ["cold"])], "red", id="the heavier"),
        pytest.param([("grey", []), ("blue", ["cold"])], "grey", id="nothing known outweighs what speaks against"),
        pytest.param([("grey", ["unheard of"]), ("white", [])], "grey", id="the first of equals"),
        pytest.param([("red", ["warm"]), ("orange", ["warm", "warm"])], "orange", id="features add up"),
    ],
)
def test_choice(candidates: list[tuple[str, list[str]]], answer: str) -> None:
    assert RANKER.choose("colour", 0, [Candidate(*candidate) for candidate in candidates])[0] == answer


def test_probability_is_the_share_of_the_chosen() -> None:
    _, probability = RANKER.choose("colour", 0, [Candidate("red", ["warm"]), Candidate("blue", ["cold"])])
    assert probability == pytest.approx(math.e / (math.e + 1 / math.e), abs=0.0005)


def test_a_question_without_weights_takes_the_first() -> None:
    assert RANKER.choose("size", 0, [Candidate("big", ["warm"]), Candidate("small", [])]) == ("big", 0.5)


def test_probability_is_drawn_to_what_cross_validation_has_shown() -> None:
    calibrated = Ranker({"colour": {"warm": 2.0}, "calibration": {"colour, intercept": -0.5, "colour, slope": 0.5}})
    _, probability = calibrated.choose("colour", 0, [Candidate("red", ["warm"]), Candidate("blue", [])])
    assert probability == pytest.approx(1 / (1 + math.exp(0.5 - 0.5 * 2)), abs=0.0005)


@pytest.mark.parametrize("question", ["subject", "indicator", "period", "source"])
def test_every_question_has_weights(question: str) -> None:
    weights = json.loads(files("tidybrief.extraction").joinpath("weights", "figure_context.json").read_text("utf-8"))
    feature = max(weights[question], key=weights[question].get)
    answer, _ = learnt_ranker().choose(question, 0, [Candidate("bare", []), Candidate("told", [feature])])
    assert answer == "told"
