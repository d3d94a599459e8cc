"""What the name tagger sees of a token's surroundings: its neighbours, its run, its sentence and its document.

What belongs here: features that do not depend on the letters of one word. Those that do stand in `tagger_features`.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tidybrief.extraction.names.document_case import DocumentCase
from tidybrief.extraction.tokens import Tokens


def window(words: Sequence[str], first: int, last: int) -> list[str]:
    """The tokens of the run `first:last` with two more on either side, "" outside the sentence."""
    if first > 1 and last + 2 <= len(words):
        return list(words[first - 2 : last + 2])
    before, after = [""] * (2 - first), [""] * (last + 2 - len(words))
    return [*before, *words[max(0, first - 2) : last + 2], *after]


def seen_places(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each of `NEAR_OFFSETS`, a row: for each token of each run, the place of the word that is seen there.

    Places are those in the windows of the runs, one after the other; `lengths` are those of the runs.
    """
    begins = np.cumsum(lengths + 4) - lengths - 2
    runs = np.repeat(begins, lengths)
    ends = np.repeat(begins + lengths, lengths)
    own = runs + np.arange(len(runs)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.array([own - 1, own + 1, own - 2, own + 2, runs - 1, ends, ends - 1, runs])


def seen_pairs(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same for `PAIR_OFFSETS`: places in the pairs of words of the runs and one token on either side."""
    left = np.arange(lengths.sum()) + np.repeat(np.arange(len(lengths)), lengths)
    return np.array([left, left + 1])


FLAGS = (
    "bias", "title-case", "all-capitals", "quoted", "bracketed", "long-run", "single",
    "first-of-run", "last-of-run", "starts-sentence", "capital-elsewhere", "lower-elsewhere",
    "known-place-begins", "known-place-goes-on", "known-company-begins", "known-company-goes-on",
)  # fmt: skip
_FLAG = {name: number for number, name in enumerate(FLAGS)}


class PhraseLists:
    """Names of several words by list, each with the flag of its first word, looked up by that word and their length."""

    __slots__ = ("_by_length", "by_first")

    def __init__(self, listings: Mapping[str, str]) -> None:
        """From list name → entries separated by "|", words of an entry by spaces."""
        self.by_first: dict[str, list[tuple[str, int]]] = {}  # each entry with its flag
        for name, listing in listings.items():
            begins = _FLAG[f"known-{name}-begins"]
            for entry in listing.split("|"):
                self.by_first.setdefault(entry.partition(" ")[0], []).append((entry, begins))
        self._by_length: dict[str, Mapping[int, Mapping[tuple[str, ...], int]]] = {}  # filled word by word, when asked

    def longest(self, words: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
        """Where the longest name ends that begins with the word `first` and ends before `last`, and its flag."""
        by_length = self._by_length.get(words[first])
        if by_length is None:
            by_length = self._by_length[words[first]] = self._names_from(words[first])
        for length, names in by_length.items():
            if first + length <= last and (begins := names.get(tuple(words[first : first + length]))) is not None:
                return first + length, begins
        return None

    def _names_from(self, word: str) -> Mapping[int, Mapping[tuple[str, ...], int]]:
        """Number of words, the highest first → the names of so many words that begin with this one."""
        found: dict[int, dict[tuple[str, ...], int]] = {}
        for entry, begins in self.by_first.get(word, ()):
            name = tuple(entry.split(" "))
            found.setdefault(len(name), {}).setdefault(name, begins)
        return dict(sorted(found.items(), reverse=True))


_BIAS, _TITLE_CASE, _ALL_CAPITALS, _QUOTED, _BRACKETED, _LONG_RUN, _SINGLE = range(7)
FIRST_OF_RUN, LAST_OF_RUN, _STARTS_SENTENCE, _CAPITAL_ELSEWHERE, _LOWER_ELSEWHERE = range(7, 12)
_QUOTES = frozenset("\"'“”‘’«»")


def flags_of_run(
    tokens: Tokens, first: int, last: int, case: DocumentCase, phrases: PhraseLists
) -> tuple[tuple[int, ...], list[tuple[int, int]]]:
    """The flags that hold for the whole run `first:last`, and (place in the run, flag) for those of single tokens.

    That its first token and its last are just that, `FIRST_OF_RUN` and `LAST_OF_RUN`, goes without saying.
    """
    words = tokens.words
    own: list[tuple[int, int]] = []
    if first == 0:
        own.append((0, _STARTS_SENTENCE))
        if words[0] in case.inside:
            own.append((0, _CAPITAL_ELSEWHERE))
    in_document, by_first = case.words, phrases.by_first
    for place, word in enumerate(words[first:last]):
        if word.islower():
            continue
        if word.lower() in in_document:
            own.append((place, _LOWER_ELSEWHERE))
        if word in by_first and (known := phrases.longest(words, first + place, last)) is not None:
            end, begins = known
            own.append((place, begins))
            own += [(inside, begins + 1) for inside in range(place + 1, end - first)]
    return _flags_of_whole_run(tokens, first, last), own


def _flags_of_whole_run(tokens: Tokens, first: int, last: int) -> tuple[int, ...]:
    words = tokens.words
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    held = [_BIAS]
    if tokens.all_capitals:
        held.append(_ALL_CAPITALS)
    elif tokens.title_case:
        held.append(_TITLE_CASE)
    if before in _QUOTES and after in _QUOTES:
        held.append(_QUOTED)
    elif before == "(" and after == ")":
        held.append(_BRACKETED)
    if last - first > 6:
        held.append(_LONG_RUN)
    elif last - first == 1:
        held.append(_SINGLE)
    return tuple(held)
