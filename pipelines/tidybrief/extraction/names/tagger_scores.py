"""Learned scores of words, and of whatever else has features, computed once for each and remembered.

What belongs here: tables of scores, filled for many words at a time. Which features a word has stands in
`tagger_features` and `type_evidence`, what the scores are added up to in `tagger` and `typer`.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tidybrief.extraction.names.tagger_decoding import Matrix

_FIRST_ROWS = 256

Word = TypeVar("Word")


class Scores(dict[Word, int]):
    """The scores of words, or of pairs of words, as seen over some offsets: word → its row of `table`."""

    def __init__(
        self,
        known: Sequence[Mapping[str, int]],
        scores: NDArray[np.floating],
        features_of: Callable[[Word], Sequence[str]],
        most: int,
    ) -> None:
        """`known` has, offset by offset, the rows of `scores` of the features that count.

        `features_of` gives the features of a word, the same over all offsets; `most` words are remembered.
        """
        super().__init__()
        self._features_of, self._most = features_of, most
        self._rows = {name: row for row, name in enumerate(dict.fromkeys(name for names in known for name in names))}
        # The last row stands for no feature.
        self._weights: Matrix = np.zeros((len(self._rows) + 1, len(known), scores.shape[1]), dtype=np.float32)
        for column, names in enumerate(known):
            self._weights[[self._rows[name] for name in names], column] = scores[list(names.values())]
        self._table: Matrix = np.zeros((_FIRST_ROWS, *self._weights.shape[1:]), dtype=np.float32)
        self._filled = 0
        self._new: list[list[int]] = []

    def __missing__(self, word: Word) -> int:
        row = self[word] = len(self)
        rows = self._rows
        self._new.append([rows[name] for name in self._features_of(word) if name in rows])
        return row

    def table(self) -> Matrix:
        """For each word asked for so far: offset by offset, the scores of the labels."""
        while len(self) > len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        new = self._table[self._filled : len(self)]
        for features in zip_longest(*self._new, fillvalue=len(self._rows)):
            new += self._weights.take(features, axis=0)
        self._filled, self._new = len(self), []
        return self._table

    def forget_if_full(self) -> None:
        """Drops what is remembered before it fills the memory."""
        if len(self) > self._most:
            self.clear()
            self._filled = 0
            self._table = np.zeros_like(self._table[:_FIRST_ROWS])
