"""Choosing among candidates, and the weights that come with the lexicon."""

import math

import pytest

from tidybrief.extraction.figures.ranking import Candidate, Ranker, ranker_of
from tidybrief.lexicon import load_lexicon

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


def test_the_lexicon_answers_every_question() -> None:
    assert set(load_lexicon().cues["figure_weights"]) == {
        "subject", "indicator", "period", "source", "calibration",
    }  # fmt: skip
    assert ranker_of(load_lexicon()) is ranker_of(load_lexicon())
