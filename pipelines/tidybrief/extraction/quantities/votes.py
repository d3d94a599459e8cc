"""Votes told by two numbers: "voted 14 to 3", "a 6-3 ruling", "310 votes to 255", "143 in favor and five against".

What belongs here: whether two bare numbers are votes. Scores of games, odds and ratios are none.
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.quantities.drafts import Draft, Drafter
from tidybrief.extraction.quantities.numbers import Numeral
from tidybrief.lexicon import Lexicon

_VOTE = "vote"
_MOST_VOTES = 2000
_REACH = 90
_JOINED = re.compile(r"\s?[-–—]\s?|\s{1,2}to\s{1,2}")
_SIDE = re.compile(r"\s{1,2}(?:in favou?r|in support|against|opposed|abstain(?:ed|ing))(?![a-z])")
_NO_RESULT_BEFORE = re.compile(
    r"\b(?:(?<!vote )(?<!votes )(?<!count )(?<!tally )(?<!margin )of|from|between|in|at|for|to|than|about|over|on|with"
    r"|under|within|into|until|aged?|ages|by|children|those|women|men|adults|people|girls|boys|pupils|students|grades?|levels?|rules?|articles?|sections?|around|near|nearly|almost|through|since|during|per|every)\s{1,2}(?:an?\s|the\s)?$"
)
_BEHIND_RESULT = re.compile(
    r"\s?(?:[.,;:)!?—–]|$)|\s{1,2}(?:to(?!\s\d)|on|for|along|after|last|late|early|by|when|that|and|but|as|this|yesterday|today|in|at"
    r"|with|against|(?:mon|tues|wednes|thurs|fri|satur|sun)day|before|following|despite|because|while|over|earlier)\b"
)
_MARGIN = re.compile(r"\s(?:[a-z]+\s)?margin\b")
_OTHER_SIDE = re.compile(r"\d\s{1,2}votes?\s(?:to|against)\s$")
_VOTES = re.compile(r"\bvotes\b")
_LONGEST_LINK = 14
_FAR = 300
"""How far from a side of a vote its word may stand, in characters."""


class VoteWords:
    """The words of voting of one lexicon."""

    def __init__(self, cues: Any) -> None:
        votes = cues["votes"]
        self.told = re.compile(rf"\b(?:{one_of(votes['words'])})\b")
        matter = rf"\b(?:{one_of((*votes['bodies'], *votes['measures']))})\b"
        verb = rf"\b(?:{one_of(votes['verbs'])})\b"
        self.verb = re.compile(verb)
        self.decided = re.compile(rf"{matter}[^;:]*?{verb}|{verb}[^;:]*?{matter}")
        self.named = re.compile(rf"(?:\s|,\s)(?:[a-z]+\s)?(?:{one_of(votes['behind'])})\b")
        self.games = re.compile(rf"\b(?:{one_of(votes['games'])})\b")


@lru_cache(maxsize=4)
def vote_words(lexicon: Lexicon) -> VoteWords:
    """The words by this lexicon."""
    return VoteWords(lexicon.cues["quantities"])


class VoteReader:
    """Reads the votes of one text."""

    def __init__(self, drafter: Drafter, lexicon: Lexicon) -> None:
        self._base, self._words = drafter, vote_words(lexicon)

    def both(self, first: Numeral, other: Numeral) -> list[Draft] | None:
        """The votes for and against, where two numbers tell them; None for others."""
        low, floor = self._base.low, self._base.floor
        is_plain = all(n.form == "digits" and n.magnitude == 1 and not n.decimal for n in (first, other))
        if not is_plain or max(first.value, other.value) > _MOST_VOTES or not self._stands_alone(first, other):
            return None
        left = low[max(floor, first.start - _REACH) : first.start]
        if first.value > other.value and left.endswith(" by "):  # "cleared the house by 301 to 122"
            left = left.removesuffix("by ")
        if not self._is_result(left, other.end):
            return None
        if self._words.games.search(low, floor, self._base.end):
            return None
        return [self._votes(number) for number in (first, other)]

    def side(self, number: Numeral) -> Draft | None:
        """ "five against", "310 votes to | 255": the votes of one side, told by themselves."""
        low, floor = self._base.low, self._base.floor
        if number.decimal or number.value > _MOST_VOTES:
            return None
        is_other = _OTHER_SIDE.search(low, max(floor, number.start - _LONGEST_LINK), number.start) is not None
        is_side = _SIDE.match(low, number.end, self._base.end) is not None
        if is_other or (is_side and _VOTES.search(low, max(floor, number.start - _FAR), number.end + _FAR) is not None):
            return self._votes(number)
        return None

    def _is_result(self, left: str, end: int) -> bool:
        """Whether what stands before and behind two numbers makes them the result of a vote."""
        low, ceiling = self._base.low, self._base.end
        if self._words.named.match(low, end, ceiling) is not None:
            return True
        if _MARGIN.match(low, end, ceiling) is not None:
            return self._words.told.search(left) is not None or self._words.verb.search(left) is not None
        if _NO_RESULT_BEFORE.search(left) is not None or _BEHIND_RESULT.match(low, end, ceiling) is None:
            return False
        return self._words.told.search(left) is not None or self._words.decided.search(left) is not None

    def _stands_alone(self, first: Numeral, other: Numeral) -> bool:
        """Whether the numbers are joined as the two sides of a result, and are no part of a longer token."""
        low = self._base.low
        if _JOINED.fullmatch(low, first.end, other.start) is None or low[first.start - 1 : first.start] in "-–/.$":
            return False
        return low[other.end : other.end + 1] not in ("-", "–", "/", "%") or low.startswith(
            ("-vote", " vote"), other.end
        )

    def _votes(self, number: Numeral) -> Draft:
        draft = self._base.draft(number, number.start, number.end, number.value, None, "count", _VOTE, "votes")
        return replace(draft, qualifier="exact")
