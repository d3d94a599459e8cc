"""Orders and proclamations by their number, and by the title that follows it in brackets.

What belongs here: "Executive Order 14261 of April 8, 2025 (Reinvigorating …)". Laws and plans called by a head word
stand in `patterns`.
"""

import re
from collections.abc import Iterator, Sequence

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.grammar import is_name_like
from tidybrief.extraction.names.readings import Reading

NUMBERED = frozenset({"Order", "Proclamation"})
_EXECUTIVE_ORDER = ["Executive", "Order"]
_NUMBER = re.compile(r"\d{4,5}")
_LONGEST_DATE = 6
_SHORTEST_TITLE = 2
_LONGEST_TITLE = 40
_SURE = 0.9


def find_orders(number: int, words: Sequence[str], cues: NameCues) -> Iterator[Reading]:
    """The orders and proclamations of sentence `number` that have one, and their titles."""
    for place in range(1, len(words)):
        is_order = words[place - 2 : place] == _EXECUTIVE_ORDER or words[place - 1] == "Proclamation"
        if not is_order or not _NUMBER.fullmatch(words[place]):
            continue
        yield Reading(number, place - 1 - (words[place - 1] == "Order"), place + 1, "POLICY", "grammar", _SURE)
        opening = _behind_date(words, place + 1, cues)
        closing = next((at for at in range(opening, min(opening + _LONGEST_TITLE, len(words))) if words[at] == ")"), 0)
        is_title = words[opening : opening + 1] == ["("] and closing - opening > _SHORTEST_TITLE
        if is_title and is_name_like(words[opening + 1]):
            yield Reading(number, opening + 1, closing, "POLICY", "grammar", _SURE)


def _behind_date(words: Sequence[str], first: int, cues: NameCues) -> int:
    """The place behind "of April 8, 2025"; `first` where no date follows."""
    last = first
    while last < min(first + _LONGEST_DATE, len(words)) and (
        words[last] in {"of", ","} or words[last] in cues.months or words[last].isdigit()
    ):
        last += 1
    return last
