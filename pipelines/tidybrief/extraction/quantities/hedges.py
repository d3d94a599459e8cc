"""Hedges around a number: about, more than, up to, or so.

What belongs here: which qualifier the words before and after a quantity give it, and how to go past one.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from tidybrief.lexicon import Lexicon

_ESTIMATE = re.compile(
    r"(?:\b(?:the|an|its|their|total|current|initial|with|whose)|^"
    r"|[:(,])\s{0,2}estimated\s[\w\s,’'-]{0,60}?(?:\b(?:is|of|at|to be|be|was|were|will be)|:)\s{1,2}$"
    r"|\bit(?:[’']s|\s(?:is|was|has been))\sestimated\s(?:that\s)?(?:[a-z’'-]+\s){0,10}$"
)
_CLOSING = re.compile(r"\s?(?:[.,;:)]|$)")
ONE_HEDGE = (
    r"(?:(?:about|around|some|nearly|almost|over|under|roughly|approximately|just|only|at\sleast|up\sto"
    r"|(?:more|less|fewer)\sthan)\s)?"
)
"""What may stand before a number, with the space behind it, for patterns that go past it in a text in lower case."""
ADDED = re.compile(r"\s(?:or\sminus|an?|the|its|their|another|up\sto|about|some)\b|\s[$€£¥]?\d")
"""Behind "plus": what is added, or how far a value may be off."""
_DEGREE_BEHIND = re.compile(r"\s(?:advanced|recent|modern|efficient|expensive|[a-z]+(?:ive|ious|ful|able))(?![a-z-])")
_MARK = re.compile(
    r"[\s-](?:percent\s|per\scent\s|dollar\s|euro\s|pound\s)?(?:lines?|mark|threshold|barrier|milestone)(?![a-z])"
)
_CROSSED_THE = re.compile(
    r"\b(?:(?P<below>below|under|beneath)|above|over|beyond|past|(?:br[eo]ak|broke|breach|pass|surpass|top|exceed)(?:s|es|ed|p?ing|ped)?)"
    r"\sthe\s$"
)
_PASSING = re.compile(r"\b(?:pass|passes|passed|passing)\s$")
_REACHED = re.compile(r"\s?(?:[.,;:)]|$)|\s(?:by|this|last|next|for the first time|in (?:19|20)\d\d|mark)\b")
_OF_NO_PLACE = ("money", "percent")
_FROM_WHERE = re.compile(r",?\sfrom\s(?:about\s|just\s)?(?:[$€£¥]\d|\d[\d.,]*\s?(?:%|per\s?cent\b))")
_OPENING = str.maketrans(dict.fromkeys('(“"—–', " "))
_FILLERS = frozenset(("a", "an", "only", "another", "just", "its", "their", "the"))
_AGE_BEFORE = re.compile(r"\b(?:(?:the\s)?age\sof|ages?)\s$")
"""What may stand between a hedge and an age: "under the age of 50", "over age 65"."""
_LONGEST = 4
_REACH = 44


class Hedges:
    """The hedges of one lexicon."""

    def __init__(self, cues: Any) -> None:
        qualifiers = cues["qualifiers"]
        self._before = {
            phrase: name for name in ("approx", "at_least", "at_most") for phrase in qualifiers["before"][name]
        }
        self._signs = {phrase: name for phrase, name in self._before.items() if not phrase[0].isalnum()}
        after = {phrase: name for name in ("approx", "at_least", "at_most") for phrase in qualifiers["after"][name]}
        self._after_names = after
        self._after = re.compile(rf"(?:[\s,-]{{1,2}}\(?({_alternatives(after)})(?![\w-])|(\+)(?!\w))")
        self._behind_noun = re.compile(rf"\s{{1,2}}({_alternatives(qualifiers['after']['behind_noun'])})(?![\w-])")
        self._during = frozenset(qualifiers["before"]["during"])
        self._comparing = frozenset(qualifiers["before"]["comparing"])
        self._not_during = frozenset(qualifiers["before"]["not_during"])
        self._rising = frozenset(qualifiers["before"]["rising"])
        up_to = qualifiers["with_up_to"]
        self._adding, self._added = frozenset(up_to["adding"]), frozenset(up_to["added"])
        self._between = frozenset(up_to["between"])
        self._raising, self._levels = frozenset(up_to["raising"]), frozenset(up_to["levels"])
        governing = qualifiers["with_over"]
        self._with_over_any = frozenset(governing["any"])
        self._with_over = {kind: self._with_over_any.union(governing[kind]) for kind in ("count", "money")}

    def before(self, low: str, start: int, floor: int, *, is_duration: bool = False) -> str | None:  # noqa: PLR0911
        """The qualifier that the words between `floor` and `start` give, or None."""
        left = _AGE_BEFORE.sub("", low[max(floor, start - _REACH) : start])
        words = left.translate(_OPENING).split()
        if not words:
            return None
        if not left[-1].isspace() and (sign := self._sign_at_end(left)):
            return sign
        is_definite = words[-1] == "the"
        while words and words[-1] in _FILLERS and " ".join(words[-2:]) not in self._before:
            words = words[:-1]
        for length in range(min(_LONGEST, len(words)), 0, -1):
            phrase = " ".join(words[-length:])
            if (name := self._before.get(phrase)) is not None:
                if is_duration and phrase in self._during and self._means_during(words, length):
                    return None
                if is_definite and phrase in self._comparing:
                    return None
                if phrase == "up to" and self._tells_level(words[:-length]):
                    return None
                return name
        if "estimated" in low[max(floor, start - 90) : start] and _ESTIMATE.search(low[max(floor, start - 90) : start]):
            return "approx"
        return self._sign_at_end(left.rstrip())

    def _tells_level(self, words: list[str]) -> bool:
        """Whether "up to" tells what is reached behind these words: "rose", "these costs add", "brings the total"."""
        last = words[-1] if words else ""
        if last in self._rising:
            return True
        if last in self._adding:  # "the costs add up to", not "the plants add up to 400 jobs"
            return next((word for word in reversed(words[:-1]) if word not in self._between), "") in self._added
        return last in self._levels and not self._raising.isdisjoint(words[:-1])

    @staticmethod
    def is_near(low: str, start: int, floor: int, kind: str) -> bool:
        """Whether "near" is said of an amount and of no place: "near $51 billion", "near 9%"."""
        return kind in _OF_NO_PLACE and low.endswith("near ", floor, start)

    @staticmethod
    def is_risen(low: str, start: int, stop: int, ceiling: int) -> bool:
        """Whether "up to" says where something is, by where it was: "is up to 4.2% from 3.9%"."""
        return low.endswith("up to", 0, start - 1) and _FROM_WHERE.match(low, stop, ceiling) is not None

    @staticmethod
    def at_mark(low: str, start: int, stop: int, floor: int, ceiling: int) -> str | None:
        """On which side of a mark or an amount something is said to have come: "below the 6 percent line", "broke the
        one-million mark", "is expected to pass £100 million."
        """
        if low.endswith("the ", floor, start):
            crossed = _CROSSED_THE.search(low, max(floor, start - _REACH), start)
            if crossed is None or _MARK.match(low, stop, ceiling) is None:
                return None
            return "at_most" if crossed["below"] else "at_least"
        if not low.endswith(("ss ", "ed ", "es ", "ng "), floor, start):
            return None
        is_passed = _PASSING.search(low, max(floor, start - _REACH), start) is not None
        return "at_least" if is_passed and _REACHED.match(low, stop, ceiling) is not None else None

    def is_governed_over(self, low: str, start: int, floor: int, kind: str) -> bool:
        """Whether the "over" right before `start` belongs to a verb or noun and bounds no amount of this kind."""
        words = low[max(floor, start - _REACH) : start].split()
        if len(words) < 2 or words[-1] != "over" or kind == "duration":
            return False
        if (
            kind == "count" and len(words) > 2 and words[-3][-1].isdigit() and words[-2].isalpha()
        ):  # "3,400 km over 21 stages"
            return True
        return words[-2] in self._with_over.get(kind, self._with_over_any)

    def _sign_at_end(self, left: str) -> str | None:
        for length in (4, 2, 1):
            if (name := self._signs.get(left[-length:])) is not None:
                return name
        return None

    def _means_during(self, words: list[str], length: int) -> bool:
        """Whether "over 18 months" says how long something takes place rather than a bound."""
        previous = words[-length - 1].strip(",;:—–") if len(words) > length else ""
        return words[-1] != "within" and previous not in self._not_during

    def after(self, low: str, end: int, ceiling: int) -> str | None:
        """The qualifier that the words from `end` on give, or None."""
        match = self._after.match(low, end, ceiling)
        if match is None:
            return None
        if match[2]:
            return "at_least"
        if "(" in low[end : match.start(1)] and low[match.end() : match.end() + 1] != ")":  # "9 koruna (roughly $4)"
            return None
        if match[1] == "or more" and _DEGREE_BEHIND.match(low, match.end(), ceiling):  # "2nm or more advanced"
            return None
        if match[1] == "plus" and (low[end] == "," or ADDED.match(low, match.end(), ceiling)):
            return None
        return self._after_names[re.sub(r"\s+", " ", match[1])]

    def behind_noun(self, low: str, end: int, ceiling: int) -> str | None:
        """The qualifier of the words behind a counted noun: "260 people or more", but not "8 people at least once"."""
        match = self._behind_noun.match(low, end, ceiling)
        if match is None or (match[1].startswith("at ") and _CLOSING.match(low, match.end(), ceiling) is None):
            return None
        return self._after_names[re.sub(r"\s+", " ", match[1])]


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase).replace("\\ ", r"\s{1,2}") for phrase in sorted(phrases, key=len, reverse=True))


@lru_cache(maxsize=4)
def hedges(lexicon: Lexicon) -> Hedges:
    """The hedges by this lexicon."""
    return Hedges(lexicon.cues["quantities"])
