"""Many words as one regular expression.

What belongs here: writing an alternation so that the engine tries few branches at each place, and telling beforehand
that it would find nothing.
"""

import re
import sys
from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def one_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first, grouped by their first letter."""
    by_first: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
        by_first.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in sorted(by_first.items()))


def in_either_case(phrases: Iterable[str]) -> set[str]:
    """The phrases as they stand and as they open a sentence."""
    return {form for phrase in phrases for form in (phrase, phrase[0].upper() + phrase[1:])}


def words_in(text: str, start: int = 0, end: int = sys.maxsize) -> frozenset[str]:
    """The words of a stretch of text, those around hyphens and apostrophes apart."""
    return frozenset(_WORD.findall(text, start, end))


def key_words(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase: where a text holds none of them as a word, it holds none of the phrases."""
    return frozenset(max(_WORD.findall(phrase), key=len) for phrase in phrases)
