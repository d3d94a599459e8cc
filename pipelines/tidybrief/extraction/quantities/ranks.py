"""Ranks: "second place", "third-largest", "ranks first", "12th in the world", "the third of seven children".

What belongs here: when an ordinal ranks and when it only numbers. Fractions that look like ordinals stand in
`relative_quantities`.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tidybrief.extraction.quantities.drafts import NEXT_WORD, Draft, Drafter
from tidybrief.extraction.quantities.numbers import Numeral
from tidybrief.lexicon import Lexicon

_ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_AMONG = re.compile(r"\s{1,2}(?P<by>of|to)\s{1,2}(?P<word>\d[\da-z]*|[a-z-]+)")
_TOP = re.compile(
    r"\b(?:(?:among|amongst|one of|ranks?|ranked|ranking|places?|placed|placing|finish(?:es|ed|ing)?)"
    r"\s(?:(?:in|within)\s)?"
    r"|(?:is|are|was|were|be|been|now|not|still|remains?|remained|stays?|stayed|sits?|sat|get|gets|got|break|broke|broken"
    r"|came|come|comes|enter|enters|entered)\s(?:in|into|within|inside|outside)\s)"
    r"(?:the|its|their|his|her|our|a)\s(?:[\w-]+['’]s?\s|[a-z]+\s){0,2}top\s{1,2}$"
)
_LONGEST_TOP = 70
_REST_OF_BRACKET = re.compile(
    r"(?:\s(?:on|among|in|across|overall|worldwide|globally|nationally|nationwide|respectively|place)"
    r"\b(?! a )[^()]{0,40})?\)"
)
_RANKED_IN = (
    " in the number", " in terms of", " in number of", " with ", " globally", " worldwide", " nationally", " only to",
    " behind ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RankWords:
    """The words of one lexicon that show whether an ordinal ranks."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    placing: frozenset[str]
    moving: frozenset[str]
    weak_verbs: frozenset[str]
    superlatives: frozenset[str]
    not_superlatives: frozenset[str]
    continuation: re.Pattern[str]


@lru_cache(maxsize=4)
def rank_words(lexicon: Lexicon) -> RankWords:
    """The words of ranks by this lexicon."""
    ranks = lexicon.cues["quantities"]["ranks"]
    return RankWords(
        frozenset(ranks["nouns"]),
        frozenset(ranks["verbs"]),
        frozenset(ranks["placing"]),
        frozenset(ranks["moving"]),
        frozenset(ranks["weak_verbs"]),
        frozenset(ranks["superlatives"]),
        frozenset(ranks["not_superlatives"]),
        re.compile(rf"(?:\s{{1,2}}(?:{'|'.join(ranks['continuations'])})(?![a-z])|\s*[.,;)—–]|$)"),
    )


def is_among_top(low: str, floor: int, start: int) -> bool:
    """Whether the number at `start` bounds a rank: "among the nation's top ten", "ranks in the top five"."""
    return low.endswith("top ", 0, start) and _TOP.search(low, max(floor, start - _LONGEST_TOP), start) is not None


class RankReader:
    """Reads the ranks of one text."""

    def __init__(self, drafter: Drafter, lexicon: Lexicon) -> None:
        self._drafter, self._low, self._tools = drafter, drafter.low, drafter.tools
        self._words = rank_words(lexicon)

    def word(self, word: str, at: int) -> tuple[list[Draft], int]:
        """An ordinal that ranks: "second place", "third-largest", "ranks first"."""
        stop = at + len(word)
        value = self._tools.numbers.ordinals[word]
        return self.at(at, stop, value), stop

    def at(self, at: int, stop: int, value: float) -> list[Draft]:
        """The rank that an ordinal of this value states, if it ranks."""
        if not self._ranks(at, stop, value):
            return []
        number = Numeral(at, stop, value, "words", 1.0, stop)
        draft = self._drafter.draft(number, at, stop, value, None, "rank", "rank", "rank")
        return [replace(draft, qualifier="exact", confidence=0.88)]

    def _ranks(self, at: int, stop: int, value: float) -> bool:  # noqa: PLR0911 - one return a case
        low = self._low
        following = NEXT_WORD.match(low, stop, self._drafter.end)
        word = following[1] if following else ""
        if word in self._words.nouns:
            return not (low[max(self._drafter.floor, at - 4) : at] == "the " and (value == 1 or word == "position"))
        if word in self._words.superlatives or (
            len(word) > 4 and word.endswith("est") and word not in self._words.not_superlatives
        ):
            return True
        if value > 1 and self._is_in_brackets(at, stop):
            return True
        words = low[max(self._drafter.floor, at - 30) : at].replace(",", " ").split()
        previous = words[-1] if words else ""
        if self._ranks_among(stop) or (previous == "to" and words[-2:-1] and self._is_ordinal(words[-2])):
            return True
        if previous == "in" and words[-2:-1] and words[-2] in self._words.placing:
            return self._words.continuation.match(low, stop, self._drafter.end) is not None
        if previous == "to" and words[-2:-1] and words[-2] in self._words.moving:
            return self._words.continuation.match(low, stop, self._drafter.end) is not None
        if previous in self._words.verbs:
            return self._words.continuation.match(low, stop, self._drafter.end) is not None or value > 1
        if previous in self._words.weak_verbs or (
            previous in ("the", "a") and words[-2:-1] and words[-2] in self._words.verbs
        ):
            return value > 1 and low.startswith(_RANKED_IN, stop)
        return False

    def _is_in_brackets(self, at: int, stop: int) -> bool:
        """ "Chad (third)", "Chad and Mali (third and fourth respectively)": brackets of ordinals behind a name."""
        opening = self._low.rfind("(", max(self._drafter.floor, at - _LONGEST_TOP), at)
        if opening < 2 or not self._low[opening - 2].isalpha():
            return False
        listed = self._low[opening + 1 : at].replace(",", " ").split()
        if not all(word in ("and", "or") or self._is_ordinal(word) for word in listed):
            return False
        if _REST_OF_BRACKET.match(self._low, stop, self._drafter.end) is not None:
            return True
        closing = self._low.find(")", stop, stop + _LONGEST_TOP)
        following = self._low[stop:closing].replace(",", " ").split() if closing > 0 else []
        others = ("and", "or", "respectively")
        return bool(following) and all(word in others or self._is_ordinal(word) for word in following)

    def _ranks_among(self, stop: int) -> bool:
        """ "the third of seven children", "from fourteenth to sixth": another number says among how many."""
        match = _AMONG.match(self._low, stop, self._drafter.end)
        if match is None:
            return False
        if match["by"] == "of":
            return match["word"][0].isdigit() or match["word"] in self._tools.numbers.number_words
        return self._is_ordinal(match["word"])

    def _is_ordinal(self, word: str) -> bool:
        return word in self._tools.numbers.ordinals or (word[0].isdigit() and word.endswith(("st", "nd", "rd", "th")))

    def digit_ordinal(self, at: int, digits_end: int) -> list[Draft]:
        """The rank that "12th" states, where the digits that end at `digits_end` are an ordinal that ranks."""
        if _ORDINAL_SUFFIX.match(self._low, digits_end) is None or digits_end - at > 4:
            return []
        return self.at(at, digits_end + 2, float(self._low[at:digits_end]))
