"""What a bare number counts by the noun whose level it tells: "the death toll rose to 40", "cut its headcount to 70",
"the store count fell to 12", "the Dow passed 50,000".

What belongs here: that noun, and what it counts. Units that other quantities or nouns in the plural lend stand in
`carried_units`.
"""

import re
from collections.abc import Mapping

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.quantities.counted_nouns import NounGrammar
from tidybrief.extraction.quantities.hedges import ONE_HEDGE

_REACH = 110
_LEADING = (
    r"(?:at|by|hit|hits|is|now|past|to|was|from|of|above|below|near|over|under|reach(?:es|ed|ing)?|exceed(?:s|ed|ing)?"
    r"|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|pass(?:es|ed|ing)?|cross(?:es|ed|ing)?|total(?:s|led|ed)|averag(?:es|ed|ing))"
)
_TOLL = re.compile(r"\bdeath toll\b[^;.]*\b(?:at|by|hit|is|now|past|to|was|of)\s(?:\w+\s){0,2}$")
_COUNT = re.compile(
    rf"(?<![\w'’-])(?:(?P<modifier>[a-z][a-z-]+)\s)?(?P<noun>[a-z][a-z-]+)\s(?:count|tally)\b[^;:]{{0,60}}?\b{_LEADING}\s"
    rf"{ONE_HEDGE}$"
)
_DEATHS = "death"
_POINTS = "point"


class LevelNouns:
    """The nouns of one lexicon whose level a number can tell."""

    def __init__(self, nouns: NounGrammar, indices: list[str], levels: list[str]) -> None:
        self._nouns = nouns
        self._groups: Mapping[str, str] = nouns.groups
        names = one_of(indices)
        self._index = re.compile(
            rf"\b(?:{names})\b(?!-)(?:(?!\bsa(?:id|ys)\b)[^;:,]){{0,60}}?\b{_LEADING}\s{ONE_HEDGE}$"
        )
        self._points = re.compile(
            rf"\b(?:{names}|points? (?:lead|ahead|behind|clear)|leagues?|games?|seasons?|match|matches|teams?|clubs?"
            r"|score[ds]?)\b"
        )
        groups = one_of(levels)
        self._group = re.compile(rf"(?s:.*)\b(?P<group>{groups})\b[^;:]{{0,60}}?\b{_LEADING}\s{ONE_HEDGE}$")

    def unit(self, low: str, floor: int, start: int) -> str | None:
        """What the number at `start` counts, whose sentence begins at `floor`; None where no such noun tells."""
        if tells_deaths(low, floor, start):
            return _DEATHS
        left = low[max(floor, start - _REACH) : start]
        if (group := self._group.match(left)) is not None:
            return self._groups[group["group"]]
        if ("count" in left or "tally" in left) and (count := _COUNT.search(left)) is not None:
            return self._counted(count)
        return _POINTS if self._index.search(left) is not None else None

    def speaks_of_index(self, low: str, floor: int, start: int) -> bool:
        """Whether something whose level is told in points, or a game, is named between two places."""
        return self._points.search(low, floor, start) is not None

    def _counted(self, count: re.Match[str]) -> str | None:
        noun, modifier = count["noun"], count["modifier"]
        if self._nouns.is_no_noun(noun) or self._nouns.is_plural(noun):
            return None
        is_compound = modifier and not self._nouns.is_no_noun(modifier) and not modifier.endswith("s")
        return f"{modifier} {noun}" if is_compound else noun


def tells_deaths(low: str, floor: int, start: int) -> bool:
    """Whether a number tells a death toll."""
    return _TOLL.search(low, max(floor, start - 400), start) is not None
