"""What a time in a text is used for: to place something in time, or only to measure something else.

What belongs here: telling a base of comparison ("compared with 2019"), a base of prices ("2024 dollars") and the year
of a citation ("(2017)") from a time at which something was or will be. What does not: resolving times (`extraction`).
"""

import re
from functools import lru_cache
from typing import Final

from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import load_lexicon

_REACH: Final = 40
_WORDS: Final = re.compile(r"[^\W\d_]+")
_BREAK: Final = re.compile(r"[.;:!?()\n]|, (?=[a-z]+ )")


def measures_something_else(text: str, floor: int, start: int, end: int) -> bool:
    """Whether the time from `start` to `end`, in a sentence that begins at `floor`, places nothing in time itself."""
    before, after = text[max(floor, start - _REACH) : start], text[end : end + _REACH]
    if before.endswith("(") and after.startswith(")"):
        return True
    behind = _WORDS.findall(after.casefold().partition("\n")[0])
    if behind and behind[0] in _price_words() and after[:1].isspace():
        return True
    clause = _BREAK.split(before.casefold())[-1]
    return _compared().search(clause) is not None or (
        _since().search(clause) is not None and _superlative().search(text[floor:start].casefold()) is not None
    )


@lru_cache(maxsize=1)
def _price_words() -> frozenset[str]:
    return frozenset(load_lexicon().cues["figures"]["price_base_words"])


@lru_cache(maxsize=1)
def _compared() -> re.Pattern[str]:
    """A comparing word shortly before the time, with nothing but small words and a noun of level between."""
    cues = load_lexicon().cues["briefing"]
    between = one_of(cues["between_comparison_and_time"])
    cue = one_of(cues["comparisons"])
    changed = r"(?:up|down|more|less|higher|lower)\s+[^,;]{1,24}\sfrom"
    return re.compile(rf"\b(?:{cue}|{changed})(?:\s+(?:{between}))*\s+$")


@lru_cache(maxsize=1)
def _since() -> re.Pattern[str]:
    return re.compile(r"\bsince\b[^,]*$")


@lru_cache(maxsize=1)
def _superlative() -> re.Pattern[str]:
    words = one_of(load_lexicon().cues["briefing"]["superlatives"])
    return re.compile(rf"\b(?:{words})\b[^.;]*$")
