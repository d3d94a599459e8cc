"""Learned scores of words, and of whatever else has features, computed once for each and remembered.

What belongs here: tables of scores, filled for many words at a time. Which features a word has stands in
`tagger_features` and `type_evidence`, what the scores are added up to in `tagger` and `typer`.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from tidybrief.extraction.names.tagger_decoding import Matrix

_FIRST_ROWS = 256

Word = TypeVar("Word")


class Features(NamedTuple):
    """The names of some features, and the row of a table where the scores of the first stand; the others follow."""

    names: Sequence[str]
    first: int


def together(
    known: Sequence[Mapping[str, Features]], scores: NDArray[np.floating]
) -> tuple[Mapping[str, Mapping[str, int]], Matrix]:
    """Kind → feature → its row, the same over all offsets, and the rows: offset by offset, the scores of the labels.

    `known` has, offset by offset, the features that count by kind. A last row stands for no feature.
    """
    rows: dict[str, Mapping[str, int]] = {}
    count = 0
    for kind in known[0]:
        distinct = dict.fromkeys(chain.from_iterable(features[kind].names for features in known))
        rows[kind] = dict(zip(distinct, range(count, count + len(distinct)), strict=True))
        count += len(distinct)
    weights: Matrix = np.zeros((count + 1, len(known), scores.shape[1]), dtype=np.float32)
    for column, features in enumerate(known):
        for kind, (names, first) in features.items():
            weights[list(map(rows[kind].__getitem__, names)), column] = scores[first : first + len(names)]
    return rows, weights


class Scores(dict[Word, int]):
    """The scores of words, or of pairs of words, as seen over some offsets: word → its row of `table`.

    A word without features that count has row 0, which is zero throughout.
    """

    def __init__(self, weights: Matrix, rows_of: Callable[[Word], Sequence[int]], most: int) -> None:
        """`weights` has a row for each feature, offset by offset, and a last row that stands for no feature.

        `rows_of` gives the rows of the features of a word, the same over all offsets; `most` words are remembered.
        """
        super().__init__()
        self._weights, self._rows_of, self._most = weights, rows_of, most
        self._table: Matrix = np.zeros((_FIRST_ROWS, *self._weights.shape[1:]), dtype=np.float32)
        self._filled = 1
        self._new: list[Sequence[int]] = []

    def __missing__(self, word: Word) -> int:
        features = self._rows_of(word)
        if features:
            self._new.append(features)
        row = self[word] = self._filled + len(self._new) - 1 if features else 0
        return row

    def table(self) -> Matrix:
        """For each word asked for so far: offset by offset, the scores of the labels."""
        if self._new:
            rows = self._filled + len(self._new)
            while rows > len(self._table):
                self._table = np.concatenate([self._table, np.zeros_like(self._table)])
            new = self._table[self._filled : rows]
            for features in zip_longest(*self._new, fillvalue=len(self._weights) - 1):
                new += self._weights.take(features, axis=0)
            self._filled, self._new = rows, []
        return self._table

    def forget_if_full(self) -> None:
        """Drops what is remembered before it fills the memory."""
        if len(self) > self._most:
            self.clear()
            self._filled = 1
            self._table = np.zeros_like(self._table[:_FIRST_ROWS])
