"""Asides: what stands between two commas or dashes, or in brackets, as one goes past it from word to word.

What belongs here: from the mark on one side of an aside to the mark on the other, within as many words as asides have.
"""

from collections.abc import Sequence
from typing import Final

_DASHES: Final = frozenset("—–")
_OPENING: Final = {",": frozenset({","}), ")": frozenset({"("}), "—": _DASHES, "–": _DASHES}
_CLOSING: Final = {",": ",", "(": ")"}
_LONGEST: Final = 14
_LONGEST_BETWEEN_DASHES: Final = 38


def opening_of(closing: int, words: Sequence[str]) -> int:
    """The place of the mark that opens the aside which the comma, bracket or dash at a place closes; -1 for none."""
    marks = _OPENING[words[closing]]
    stop = max(-1, closing - 1 - (_LONGEST_BETWEEN_DASHES if marks is _DASHES else _LONGEST))
    return next((place for place in range(closing - 1, stop, -1) if words[place] in marks), -1)


def closing_of(opening: int, words: Sequence[str], longest: int = _LONGEST) -> int:
    """The place of the mark that closes the aside which the comma or bracket at a place opens; -1 for none."""
    mark = _CLOSING[words[opening]]
    stop = min(len(words), opening + 1 + longest)
    return next((place for place in range(opening + 1, stop) if words[place] == mark), -1)
