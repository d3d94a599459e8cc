"""Exact decoding of linear chains, many at a time: the best labels of each chain, and how probable they are.

What belongs here: Viterbi and forward-backward over padded batches. What the scores mean stands in `tagger`.
"""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Codes = NDArray[np.int16]


def best_labels(
    emissions: Matrix, lengths: NDArray[np.int64], start: Matrix, transitions: Matrix
) -> tuple[Codes, Matrix]:
    """For each token its label on the best path of its chain, and the marginal probabilities of all labels.

    `emissions` has one row a token, chain after chain; `lengths` are those of the chains. Chains are sorted by length,
    so that each step works on the chains that are still going on.
    """
    order = np.argsort(-lengths, kind="stable")
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])[order]
    going_on = [int(np.searchsorted(-lengths[order], -step, side="left")) for step in range(int(lengths.max()))]
    codes = _viterbi(emissions, begins, going_on, start, transitions)
    return codes, _marginals(emissions, begins, going_on, start, transitions)


def _viterbi(
    emissions: Matrix, begins: NDArray[np.int64], going_on: list[int], start: Matrix, transitions: Matrix
) -> Codes:
    into = np.ascontiguousarray(transitions.T)
    scores = np.empty_like(emissions)
    scores[begins] = current = emissions[begins] + start
    for step, count in enumerate(going_on[1:], start=1):
        rows = begins[:count] + step
        through = current[:count, None, :] + into
        scores[rows] = current = np.maximum.reduce(through, axis=2) + emissions[rows]
    codes = np.zeros(len(emissions), dtype=np.int16)
    labels = np.zeros(len(begins), dtype=np.int64)
    reached = 0
    for step in range(len(going_on) - 1, -1, -1):
        count = going_on[step]
        rows = begins[:count] + step
        best = scores[rows]
        best[:reached] += into[labels[:reached]]
        labels[:count] = best.argmax(axis=1)
        codes[rows] = labels[:count]
        reached = count
    return codes


def _marginals(
    emissions: Matrix, begins: NDArray[np.int64], going_on: list[int], start: Matrix, transitions: Matrix
) -> Matrix:
    likelihoods = np.exp(emissions - np.maximum.reduce(emissions, axis=1, keepdims=True))
    moves = np.exp(transitions)
    forward = np.empty_like(emissions)
    forward[begins] = current = _normalised(likelihoods[begins] * np.exp(start))
    for step, count in enumerate(going_on[1:], start=1):
        rows = begins[:count] + step
        forward[rows] = current = _normalised((current[:count] @ moves) * likelihoods[rows])
    backward = np.ones((len(begins), emissions.shape[1]), dtype=np.float32)
    for step in range(len(going_on) - 1, 0, -1):
        count = going_on[step]
        rows = begins[:count] + step
        onward = _normalised((backward[:count] * likelihoods[rows]) @ moves.T)
        forward[rows] *= backward[:count]
        backward[:count] = onward
    forward[begins] *= backward
    return _normalised(forward)


def _normalised(rows: Matrix) -> Matrix:
    """Rows that sum to one; a row that has vanished becomes even."""
    kept: Matrix = rows + np.float32(1e-30)
    kept /= np.add.reduce(kept, axis=1, keepdims=True)
    return kept
