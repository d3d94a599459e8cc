"""Choosing among candidates by what speaks for each: a log-linear model over named features.

What belongs here: weighing and choosing. Which candidates there are, and what is true of them, stands with each
question (`subjects`, `indicators`, `periods`, `sources`); the weights stand in `weights/figure_context.json`, and
`tools/train_figure_context.py` rebuilds them from annotated documents.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp, log
from typing import Generic, NamedTuple, TypeVar

Answer = TypeVar("Answer")
_UNLIKELY = 0.02
"""Against the likeliest candidate, what share of its weight another needs to be heard."""
_LEAST_SHARE = 0.001
"""No answer is taken for surer than this leaves room for."""


class Candidate(NamedTuple, Generic[Answer]):
    """A possible answer and the names of what is true of it."""

    answer: Answer
    features: Iterable[str]


class Ranker:
    """The weights of each question's features."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        """`weights` by question and feature; a feature without a weight says nothing."""
        self._weights = weights
        learnt = weights.get("calibration", {})
        questions = {*weights, *(name.partition(",")[0] for name in learnt)}
        self._lines = {
            question: (learnt.get(f"{question}, intercept", 0.0), learnt.get(f"{question}, slope", 1.0))
            for question in questions
        }

    def choose(
        self,
        question: str,
        at: int,
        candidates: Sequence[Candidate[Answer]],
        words: Sequence[frozenset[str]] = (),
        favour: Sequence[float] = (),
    ) -> tuple[Answer, float]:
        """The likeliest of one or more candidates for the figure that starts `at`, and the probability that it is
        right.

        Where their `words` are given, the one that shares most with all that are likely, times its `favour`; it is
        right as far as it shares its words with what is. Of equals, the first.
        """
        weight_of = self._weights.get(question, {}).get
        scores = [sum(map(weight_of, candidate.features, repeat(0.0))) for candidate in candidates]
        highest = max(scores)
        powers = [exp(score - highest) for score in scores]
        total = sum(powers)
        shares = [power / total for power in powers]
        best = max(shares)
        place = shares.index(best)
        if words:
            shares = _shared(shares, words)
            favoured = [share * own for share, own in zip(shares, favour, strict=True)]
            place = favoured.index(max(favoured))
            best = shares[place]
        return candidates[place].answer, self.calibrated(question, best)

    def calibrated(self, question: str, share: float) -> float:
        """The probability that an answer with this share of all weight is right, as cross-validation has shown it."""
        intercept, slope = self._lines.get(question, (0.0, 1.0))
        kept = min(max(share, _LEAST_SHARE), 1 - _LEAST_SHARE)
        odds = intercept + slope * log(kept / (1 - kept))
        return round(1 / (1 + exp(-odds)), 3)


def _shared(powers: Sequence[float], words: Sequence[frozenset[str]]) -> list[float]:
    """For each candidate, how much its words overlap with those of the likely ones, by their weight."""
    least = _UNLIKELY * max(powers)
    likely = [(2 * power, own, len(own)) for power, own in zip(powers, words, strict=True) if power > least]
    shared = []
    for mine, own in zip(powers, words, strict=True):
        size, heard = len(own), likely if mine > least else ()
        shared.append(sum([doubled * len(own & other) / (size + length) for doubled, other, length in heard], 0.0))
    return shared


@cache
def learnt_ranker() -> Ranker:
    """The ranker with the weights that were learnt from annotated documents."""
    weights = files("tidybrief.extraction").joinpath("weights", "figure_context.json")
    return Ranker(json.loads(weights.read_text(encoding="utf-8")))
