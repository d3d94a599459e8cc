"""What is no figure: numbers in names, list numbers, references, versions, telephone numbers, clock times, years.

What belongs here: the grammar of such numbers. Names and dates that other layers found are masked in `quantities`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.names.word_case import is_mostly_lower_case
from tidybrief.extraction.quantities.numbers import Numeral
from tidybrief.lexicon import Lexicon

_WORD_BEFORE = re.compile(r"([^\W\d_][\w.'’&-]*|#|§{1,2})\s{0,2}[(\[“\"]?$")
_JOINED_TO_AMOUNT = re.compile(r"\d-by-$|\b[Mm]agnitude-$")  # "12-by-15-foot", "a magnitude-6.4 quake"
_CHAIN = re.compile(r"[-–.:/]\d|\.[A-Z]{2}|-[A-Z]-|-[a-z]+[A-Z]")
_PARAGRAPH_LETTER = re.compile(r"\([a-hk]\)")
_REPORTER = re.compile(
    r"\s(?:U\.\s?S\.\s?C|USC\b|C\.\s?F\.\s?R|CFR\b|U\.S\. \d|Fed\.|F\.\s?[23]d|S\.\s?Ct|Stat\.|FR \d|F\. Supp)"
)
_ADDRESS = re.compile(
    r"(?:\s[NSEW]\.?W?\.?)?(?:\s(?:[A-Z][a-z]+|\d+(?:st|nd|rd|th))){1,3}\s"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Dr|Court|Plaza|Parkway|Highway|Terrace|Way|Square)\b"
)
_MAIL_ADDRESS = re.compile(r"[\w.+-]{0,64}@[\w-]+\.")
_CLOCK = re.compile(
    r"(?:\s?[ap]\.?m(?:\.|\b)|\s?o['’]clock|\s(?:gmt|utc|edt|est|cet|bst|pst|pdt|et|hours gmt)\b|:\d\d)"
)
_ZIP = re.compile(r"\b[A-Z]{2},?\s$")
_AREA_CODE = re.compile(r"0\d{2,5}(?:[ ./-]|\) ?)\d\d")
_BRACKETED_CODE = re.compile(r"\d{2,5}\)\s?\d{3,4}[-. ]\d{3,4}")
_APOSTROPHE = re.compile("['’]")
_COUNTRY_CODE = re.compile(r"\d{1,3}[ -]\(?\d\d")
_PHONE_NEAR = re.compile(r"(?:\+\d[\d ()./-]*|\(0\d+\)[\d ./-]*|\b0\d{1,5}[ /-][\d ./-]*)$")
_CLOSING = {"(": ")", "[": "]", "“": "”", '"': '"', "‘": "’"}
_OPEN_BRACKET = re.compile(r"\([^)]*$")
_FAMILY = re.compile(r"\b(?:family|families|household|households|party) of\s$")
_VERBS_OF_A_FAMILY = frozenset(("need", "earn", "live", "pay", "spend", "save", "want", "face", "struggle"))
_DECADE = re.compile(r"['’]?s\b")
_FOLLOWING = re.compile(r"\s{1,2}([a-z.]+)")
_ITEM = re.compile(r"[ \t]\S")
_BEFORE_ITEM = re.compile(r"(?:^|[,;:.—–]|\b(?:and|or))\s{0,2}$")
_BEFORE_LABEL = frozenset(("in", "on", "since", "until", "after", "before", "from", "through"))
_YEARS = (1500, 2100)
_SEVERAL = re.compile(r"[ ](?:[a-z-]+[ ])?[a-z-]{2,}s\b")
_LONGEST_GIVEN = 60
_HIGHEST_DEGREE = 9
_LEAST_KIND = 100
_BEFORE_VERBS = (" to ", " will ", ", ", " and ")
_HIGHEST_LIST_NUMBER = 30


@dataclass(frozen=True, slots=True)
class Spot:
    """A number in its sentence, bounded by `floor` and `end`. `noun` is what it seems to count, in the singular."""

    text: str
    low: str
    number: Numeral
    floor: int
    end: int
    noun: str | None = None

    def word_before(self) -> str:
        """The word right before the number, as it is written; empty where there is none."""
        match = _WORD_BEFORE.search(self.text, max(self.floor, self.number.start - 24), self.number.start)
        return match[1] if match is not None else ""


_COUNTED_BEFORE = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen)\b")
"""What must stand before the bare number of an owner for it to be a count: "40 models to China's 15"."""


class Guards:
    """Tells numbers that are no figures by one lexicon's words."""

    def __init__(self, cues: Any, nouns_of_a_year: frozenset[str]) -> None:
        labels, calendar = cues["labels"], cues["calendar"]
        self._labels = frozenset(labels["nouns"])
        self._name_nouns = frozenset(labels["name_nouns"])
        self._aircraft = frozenset(labels["aircraft"])
        self._given_to = re.compile(
            rf"\b(?:{one_of(labels['giving_verbs'])})[ ](?:the[ ])?(?:[A-Z][\w.&-]*(?:['’]s)?[ ]){{1,4}}$"
        )
        self._weak_labels = frozenset(labels["weak_nouns"])
        self._months = frozenset(calendar["months"])
        self._eras = frozenset(calendar["eras"])
        self._year_words = frozenset(calendar["before_year"])
        self._sure_year_words = frozenset(calendar["surely_before_year"])
        self._nouns_of_a_year = nouns_of_a_year
        self._stops = frozenset(cues["nouns"]["stops"]) | frozenset(cues["nouns"]["before_numbers"])

    def is_part_of_token(self, text: str, start: int, end: int) -> bool:
        """Whether digits belong to a longer token: "COVID-19", "G20", "3.5.1", "555-0123", "10:30", "4Paradigm"."""
        after = text[end] if end < len(text) else " "
        return (
            self._is_joined_before(text, start, end)
            or after.isalpha()
            or after == "_"
            or _CHAIN.match(text, end) is not None
            or _PARAGRAPH_LETTER.match(text, end) is not None
        )

    @staticmethod
    def _is_joined_before(text: str, start: int, end: int) -> bool:  # noqa: PLR0911
        """Whether what stands before digits makes them the rest of a token."""
        if not start:
            return False
        before = text[start - 1]
        previous = text[start - 2] if start > 1 else " "
        if before.isalnum() or before in "_#@&=\\)]":
            return True
        if before in "'’":
            return previous.isalnum() or (end - start == 2 and text[end : end + 1] in " .")
        if before == "(":
            return previous.isalnum() or previous in ")]"
        if before == " ":
            return previous in "-‐" and start > 2 and text[start - 3].isalpha()
        if before == "-" and _JOINED_TO_AMOUNT.search(text, max(0, start - 12), start):
            return False
        if before in "-‐‑/.:–−+*":
            return previous.isalnum() or (before in "/+" and not previous.isspace()) or previous == "."
        return False

    @staticmethod
    def is_clock(low: str, at: int, end: int) -> bool:
        """Whether an hour is told by what stands behind a number: "nine o'clock"."""
        return _CLOCK.match(low, at, end) is not None

    def is_reference(self, spot: Spot) -> bool:
        """Whether a bare number names or numbers something: a section, a page, an address, an hour, a citation."""
        text, start, at, end = spot.text, spot.number.start, spot.number.end, spot.end
        return (
            _CLOCK.match(spot.low, at, end) is not None
            or self._is_phone_number(spot)
            or _REPORTER.match(text, at, end) is not None
            or _ADDRESS.match(text, at, end) is not None
            or _MAIL_ADDRESS.match(text, at, end) is not None
            or self._is_enclosed(spot)
            or self.is_labelled(spot)
            or self.is_family_size(spot)
            or (
                at - start == 5
                and text[start:at].isdigit()
                and _ZIP.search(text, max(spot.floor, start - 6), start) is not None
            )
            or text[max(spot.floor, start - 2) : start] == "+ "
        )

    @staticmethod
    def is_family_size(spot: Spot) -> bool:
        """ "a family of four": how large one is that stands for many; not "a family of 12 people"."""
        if _FAMILY.search(spot.low, max(spot.floor, spot.number.start - 16), spot.number.start) is None:
            return False
        return spot.noun is None or spot.noun in _VERBS_OF_A_FAMILY

    @staticmethod
    def _is_phone_number(spot: Spot) -> bool:
        """ "+49 555 0123", "(020) 7946 0123": a group of digits of a number that begins with a plus or a zero."""
        text, start, number = spot.text, spot.number.start, spot.number
        if number.decimal or "," in text[start : number.end] or number.magnitude > 1:
            return False
        if _AREA_CODE.match(text, start, spot.end) is not None:
            return True
        if text[max(spot.floor, start - 1) : start] == "(" and _BRACKETED_CODE.match(text, start, spot.end):
            return True
        if text[max(spot.floor, start - 1) : start] == "+" and _COUNTRY_CODE.match(text, start, spot.end):
            return True
        return (
            start > spot.floor
            and text[start - 1] in " )/.-"
            and (_PHONE_NEAR.search(text, max(spot.floor, start - 24), start) is not None)
        )

    @staticmethod
    def _is_enclosed(spot: Spot) -> bool:
        """ "[12]", "“988”", "(1) foo, (2) bar", "2) bar": a number in brackets or quotes of its own."""
        text, start, at = spot.text, spot.number.start, spot.number.end
        before = text[start - 1] if start > spot.floor else " "
        after = text[at : at + 1]
        is_low = spot.number.value <= _HIGHEST_LIST_NUMBER and not spot.number.decimal
        if before == "(" and after == ")":
            return (
                is_low
                and _ITEM.match(text, at + 1) is not None
                and _BEFORE_ITEM.search(text, max(spot.floor, start - 6), start - 1) is not None
            )
        if before in _CLOSING and after == _CLOSING[before]:
            return True
        if before == "[":
            return after in ",-–" and "]" in text[at : at + 24]
        return after == ")" and is_low and _OPEN_BRACKET.search(text, max(spot.floor, start - 120), start) is None

    def is_labelled(self, spot: Spot) -> bool:
        """ "Section 5", "No. 7", "May 5": the number of what stands before it."""
        word = spot.word_before()
        low = word.lower()
        if low in self._labels or low.rstrip(".s") in self._labels:
            return True
        if low in self._weak_labels or low.removesuffix("s") in self._weak_labels:
            return spot.noun is None or self._follows_preposition(spot, word) or self._is_degree(spot, word)
        if low in self._months or low.rstrip(".") in self._months:
            return spot.number.value <= 31 and word[0].isupper() and (spot.noun is None or spot.number.value <= 12)
        return False

    @staticmethod
    def _follows_preposition(spot: Spot, word: str) -> bool:
        """Whether a preposition stands right before the word before a number: "in week 12 sales fell"."""
        left = spot.low[max(spot.floor, spot.number.start - 40) : spot.number.start].split()
        return left[-1:] == [word.lower()] and left[-2:-1] != [] and left[-2] in _BEFORE_LABEL

    @staticmethod
    def _is_degree(spot: Spot, word: str) -> bool:
        """Whether a small number is the degree or kind that a noun in capitals has: "Level 2 chargers"."""
        inside = not spot.text.startswith(word, spot.floor)
        return inside and word[0].isupper() and spot.number.form == "digits" and spot.number.value <= _HIGHEST_DEGREE

    def is_name_number(self, spot: Spot) -> bool:
        """Whether a number belongs to the capitalised word before it: "Boeing 737", "Apollo 11"."""
        number, has_noun = spot.number, spot.noun is not None
        word = spot.word_before()
        is_mixed = not word[1:].islower() and not word.isupper() and not word[1:].istitle() and len(word) > 1
        is_version = number.decimal and (number.value.is_integer() or is_mixed) and not has_noun
        if number.grouped or number.magnitude > 1 or (number.decimal and not is_version):
            return False
        if word.endswith(("'s", "’s")) and (has_noun or _COUNTED_BEFORE.search(spot.low, spot.floor, number.start)):
            is_make = word[:-2].lower() in self._labels and spot.noun in self._aircraft  # "Boeing's 737 jets"
            return has_noun and (is_make or spot.noun in self._name_nouns)
        if not (word[:1].isupper() or is_mixed) or spot.text[number.start - 1] in '("“[':
            return False
        if _APOSTROPHE.split(word.lower())[0] in self._stops or word.lower().endswith("ly"):  # "I'm 45"
            return False
        if self._is_given(spot):
            return False
        is_of_a_kind = number.value >= _LEAST_KIND and not spot.text.startswith(word, spot.floor)
        return not has_noun or spot.noun in self._name_nouns or (is_of_a_kind and not _is_done_in_title(spot, word))

    def _is_given(self, spot: Spot) -> bool:
        """Whether a number is what somebody with a name is given: "cost Siemens 300 jobs"."""
        start = spot.number.start
        if _SEVERAL.match(spot.text, spot.number.end, spot.end) is None:
            return False
        return self._given_to.search(spot.text[max(spot.floor, start - _LONGEST_GIVEN) : start]) is not None

    def is_month(self, word: str) -> bool:
        """Whether a word names a month."""
        return word in self._months

    def is_year(self, spot: Spot, *, is_hedged: bool) -> bool:
        """Whether a bare number of four digits is a calendar year, or one of a month's days stands before a month."""
        number, low = spot.number, spot.low
        if number.grouped or number.decimal or number.magnitude > 1:
            return False
        following = _FOLLOWING.match(low, number.end, spot.end)
        next_word = following[1] if following else ""
        if number.value <= 31:
            return next_word.rstrip(".") in self._months and next_word != "may"
        if next_word in self._eras or (_DECADE.match(low, number.end, spot.end) and number.value % 10 == 0):
            return True
        if number.end - number.start != 4 or not _YEARS[0] <= number.value <= _YEARS[1]:
            return False
        return self._is_dated(spot, next_word, is_hedged=is_hedged)

    def _is_dated(self, spot: Spot, next_word: str, *, is_hedged: bool) -> bool:
        """Whether the words around four digits make them a year rather than a count."""
        start, floor = spot.number.start, spot.floor
        left = spot.low[max(floor, start - 5) : start]
        if next_word in ("have", "had", "were", "are") and left.endswith((" and ", ", ")):
            return False
        if spot.noun is None:
            is_counted = is_hedged and next_word and next_word not in self._stops
            return not is_counted or left.endswith("the ")
        if left.endswith(("'s ", "’s ")) and spot.noun[0].isupper():  # "LinkedIn's 2025 Workplace Report"
            return True
        previous = spot.word_before().lower().rstrip(".")
        if previous in self._sure_year_words or previous in self._months or next_word in self._nouns_of_a_year:
            return True
        return previous in self._year_words and spot.number.value % 100 != 0


def _is_done_in_title(spot: Spot, word: str) -> bool:
    """Whether the number counts what a verb of a title says is done: "Acme to Create 500 Jobs"."""
    following = spot.text[spot.number.end + 1 : spot.number.end + 2]
    before = spot.text[spot.floor : spot.number.start].rstrip().removesuffix(word)
    return following.isupper() and is_mostly_lower_case(word) and before.lower().endswith(_BEFORE_VERBS)


@lru_cache(maxsize=4)
def guards(lexicon: Lexicon) -> Guards:
    """The guards by this lexicon."""
    return Guards(lexicon.cues["quantities"], frozenset(lexicon.cues["dates"]["nouns_of_a_year"]))
