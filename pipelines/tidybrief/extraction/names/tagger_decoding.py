"""Exact decoding of linear chains, many at a time: the best labels of each chain, and how probable they are.

What belongs here: Viterbi and forward-backward over all chains at once. What the scores mean stands in `tagger`.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Codes = NDArray[np.int64]


class _Step(NamedTuple):
    """The tokens `first:last` that stand at one place of their chains; there are `chains` of them."""

    first: int
    last: int
    chains: int


def best_labels(
    emissions: Matrix, lengths: NDArray[np.int64], start: Matrix, transitions: Matrix
) -> tuple[Codes, Matrix]:
    """For each token its label on the best path of its chain, and the marginal probabilities of all labels.

    `emissions` has one row a token, chain after chain; `lengths` are those of the chains. Tokens are decoded in another
    order: first those that open a chain, longer chains before shorter ones, then those that come second, and so on, so
    that each step works on a block of rows and the chains that are still going on come first in it.
    """
    order = np.argsort(-lengths, kind="stable")
    begins = (np.cumsum(lengths) - lengths)[order]
    counts = np.cumsum(np.bincount(lengths)[:0:-1])[::-1].tolist()
    places = np.concatenate([begins[:count] + place for place, count in enumerate(counts)])
    ends = np.cumsum(counts).tolist()
    steps = [_Step(end - count, end, count) for end, count in zip(ends, counts, strict=True)]
    rows = emissions[places]
    codes = np.empty(len(rows), dtype=np.int64)
    codes[places] = _viterbi(rows, steps, start, transitions)
    marginals = np.empty_like(rows)
    marginals[places] = _marginals(rows, steps, start, transitions)
    return codes, marginals


def _viterbi(emissions: Matrix, steps: Sequence[_Step], start: Matrix, transitions: Matrix) -> Codes:
    into = np.ascontiguousarray(transitions.T)
    scores = emissions.copy()
    current = scores[: steps[0].chains]
    current += start
    for first, last, count in steps[1:]:
        through = current[:count, :, None] + transitions
        current = scores[first:last]
        current += np.maximum.reduce(through, axis=1)
    codes = np.empty(len(emissions), dtype=np.int64)
    labels = codes[:0]
    for first, last, _ in reversed(steps):
        best = scores[first:last]
        best[: len(labels)] += into[labels]
        labels = best.argmax(axis=1, out=codes[first:last])
    return codes


def _marginals(emissions: Matrix, steps: Sequence[_Step], start: Matrix, transitions: Matrix) -> Matrix:
    likelihoods = np.exp(emissions - np.maximum.reduce(emissions, axis=1, keepdims=True))
    moves, back = np.exp(transitions), np.exp(transitions).T
    forward = np.empty_like(emissions)
    opening = steps[0].chains
    forward[:opening] = current = _normalised(likelihoods[:opening] * np.exp(start))
    for first, last, count in steps[1:]:
        forward[first:last] = current = _normalised((current[:count] @ moves) * likelihoods[first:last])
    backward = np.ones((opening, emissions.shape[1]), dtype=np.float32)
    for first, last, count in reversed(steps[1:]):
        onward = _normalised((backward[:count] * likelihoods[first:last]) @ back)
        forward[first:last] *= backward[:count]
        backward[:count] = onward
    forward[:opening] *= backward
    return _normalised(forward)


def _normalised(rows: Matrix) -> Matrix:
    """Rows that sum to one; a row that has vanished becomes even."""
    kept: Matrix = rows + np.float32(1e-30)
    kept /= np.add.reduce(kept, axis=1, keepdims=True)
    return kept
