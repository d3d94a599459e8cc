"""Scores of words for the name tagger, computed once for each word and remembered.

What belongs here: tables of scores, filled for many words at a time. Which features a word has stands in
`tagger_features`, what the scores are added up to in `tagger`.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from tidybrief.extraction.names.tagger_decoding import Matrix
from tidybrief.extraction.names.tagger_weights import Weights

_FIRST_ROWS = 256

Word = TypeVar("Word")


class Scores(dict[Word, int]):
    """The scores of words, or of pairs of words, as seen over some offsets: word → its row of `table`."""

    def __init__(
        self, offsets: Sequence[str], weights: Weights, features_of: Callable[[Word], Sequence[str]], most: int
    ) -> None:
        """`features_of` gives the features of a word, the same over all offsets; `most` words are remembered."""
        super().__init__()
        width = len(weights.labels)
        known = [weights.features.get(offset, {}) for offset in offsets]
        self._features_of, self._most = features_of, most
        self._rows = {name: row for row, name in enumerate(dict.fromkeys(name for names in known for name in names))}
        self._weights: Matrix = np.zeros((len(self._rows), len(offsets), width), dtype=np.float32)
        for column, names in enumerate(known):
            self._weights[[self._rows[name] for name in names], column] = weights.scores[list(names.values())]
        self._table: Matrix = np.zeros((_FIRST_ROWS, len(offsets), width), dtype=np.float32)
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
        for rank in range(max(map(len, self._new), default=0)):
            having = [place for place, rows in enumerate(self._new) if len(rows) > rank]
            new[having] += self._weights.take([self._new[place][rank] for place in having], axis=0)
        self._filled, self._new = len(self), []
        return self._table

    def forget_if_full(self) -> None:
        """Drops what is remembered before it fills the memory."""
        if len(self) > self._most:
            self.clear()
            self._filled = 0
            self._table = np.zeros_like(self._table[:_FIRST_ROWS])
