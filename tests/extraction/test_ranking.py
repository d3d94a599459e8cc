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
    assert probability == pytest.approx(math.e / (math.e + 1 / math.e))


def test_a_question_without_weights_takes_the_first() -> None:
    assert RANKER.choose("size", 0, [Candidate("big", ["warm"]), Candidate("small", [])]) == ("big", 0.5)


def test_the_lexicon_answers_every_question() -> None:
    assert set(load_lexicon().cues["figure_weights"]) == {"subject", "indicator", "period", "source"}
    assert ranker_of(load_lexicon()) is ranker_of(load_lexicon())
