"""Finding the places of a text at which a pattern can match at all, many times faster than the pattern itself.

What belongs here: the scan for literal beginnings. What the patterns are stands where they are used.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import ahocorasick_rs

_MATHEMATICAL_DIGITS = range(0x1D7CE, 0x1D800)


class AnchoredPattern:
    """A pattern of which each match begins with a digit or with one of certain strings."""

    def __init__(self, pattern: str, openings: Iterable[str]) -> None:
        self._pattern = re.compile(pattern)
        ordered = sorted({*openings, *_digits()})
        self._openings = ahocorasick_rs.AhoCorasick(ordered, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        self._second_words = {number: word.index(" ") + 1 for number, word in enumerate(ordered) if " " in word[:-1]}

    def find(self, text: str) -> list[re.Match[str]]:
        """The matches from left to right without overlaps, as `finditer` of the pattern gives them."""
        found: list[re.Match[str]] = []
        match_at, end = self._pattern.match, 0
        for opening, start, _ in self._openings.find_matches_as_indexes(text):
            if start < end:
                continue
            match = match_at(text, start)
            if match is None and opening in self._second_words:  # the "second" of "a second" may open one itself
                match = match_at(text, start + self._second_words[opening])
            if match is not None:
                found.append(match)
                end = match.end()
        return found


@lru_cache(maxsize=1)
def _digits() -> tuple[str, ...]:
    """The digits of all scripts in everyday use: what `\\d` stands for."""
    return tuple(chr(code) for code in (*range(0x10000), *_MATHEMATICAL_DIGITS) if chr(code).isdecimal())
