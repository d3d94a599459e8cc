"""What is no figure: numbers in names, list numbers, references, versions, telephone numbers, clock times, years.

What belongs here: the grammar of such numbers. Names and dates that other layers found are masked in `quantities`.
"""

import re
from functools import lru_cache
from typing import Any

from tidybrief.extraction.numbers import Numeral
from tidybrief.lexicon import Lexicon

_WORD_BEFORE = re.compile(r"([^\W\d_][\w.'’&-]*|#|§{1,2})\s{0,2}[(\[“\"]?$")
_CHAIN = re.compile(r"[-–.:/]\d")
_CHAIN_BEFORE = re.compile(r"(?:\d[-–.:/−]|[\d.]{3,}\s|\+)$")
_REPORTER = re.compile(
    r"\s(?:U\.\s?S\.\s?C|USC\b|C\.\s?F\.\s?R|CFR\b|U\.S\. \d|Fed\.|F\.\s?[23]d|S\.\s?Ct|Stat\.|FR \d|F\. Supp)"
)
_ADDRESS = re.compile(
    r"(?:\s[NSEW]\.?W?\.?)?(?:\s(?:[A-Z][a-z]+|\d+(?:st|nd|rd|th)))"
    r"{1,3}\s(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Dr|Court|Plaza|Parkway|Highway|Terrace|Way|Square)\b"
)
_CLOCK = re.compile(
    r"(?:\s?[ap]\.?m(?:\.|\b)|\s?o['’]clock|\s(?:gmt|utc|edt|est|cet|bst|pst|pdt|et|hours gmt)\b|:\d\d)"
)
_ZIP = re.compile(r"\b[A-Z]{2},?\s$")
_BRACKETS = {"(": ")", "[": "]"}
_CITATION = re.compile(r"\[[\d,\s–-]+\]")
_OPEN_BRACKET = re.compile(r"\([^)]*$")
_FAMILY = re.compile(r"\b(?:family|families|household|households|party) of\s$")
_DECADE = re.compile(r"['’]?s\b")
_FOLLOWING = re.compile(r"\s{1,2}([a-z.]+)")
_YEARS = (1500, 2100)


class Guards:
    """Tells numbers that are no figures by one lexicon's words."""

    def __init__(self, cues: Any) -> None:
        labels, calendar = cues["labels"], cues["calendar"]
        self._labels = frozenset(labels["nouns"])
        self._weak_labels = frozenset(labels["weak_nouns"])
        self._months = frozenset(calendar["months"])
        self._eras = frozenset(calendar["eras"])
        self._year_words = frozenset(calendar["before_year"])
        self._sure_year_words = frozenset(calendar["surely_before_year"])
        self._stops = frozenset(cues["nouns"]["stops"]) | frozenset(cues["nouns"]["before_numbers"])

    def is_part_of_token(self, text: str, start: int, end: int, *, has_currency: bool) -> bool:
        """Whether digits belong to a longer token: "COVID-19", "G20", "3.5.1", "555-0123", "10:30", "4Paradigm"."""
        before = text[start - 1] if start else " "
        if not has_currency:
            if before.isalnum() or (
                before in "_#@&=%\\’'" and (before not in "’'" or (start > 1 and text[start - 2].isalnum()))
            ):
                return before != "%"
            if before in "-‐‑/.:–−+*" and start > 1 and not text[start - 2].isspace():
                previous = text[start - 2]
                if previous.isalpha() and (before != "–" or previous.isupper()):
                    return not (before == "/" and previous.isalpha() and text[start - 2].islower())
                if previous.isdigit() and before != "+":
                    return True
                if before in "/+" or previous == ".":
                    return True
            if before == "(" and start > 1 and (text[start - 2].isalnum() or text[start - 2] in ")]"):
                return True
            if before in ")]" or (before in "'’" and end - start == 2 and text[end : end + 1] in " ."):
                return True
            if before == " " and start > 2 and text[start - 2] in "-‐" and text[start - 3].isalpha():
                return True
        after = text[end] if end < len(text) else " "
        if after.isalpha() or after == "_":
            return True
        if after in "-–.:/" and _CHAIN.match(text, end):
            return True
        return after == "(" and text[end + 1 : end + 3] in ("k)", "c)", "b)", "a)", "d)", "e)", "f)", "g)", "h)")

    def is_reference(self, text: str, low: str, number: Numeral, floor: int, end: int, *, has_noun: bool) -> bool:
        """Whether a bare number names or numbers something: a section, a page, a street address, an hour, a citation."""
        start, at = number.start, number.end
        if _CLOCK.match(low, at, end) or _REPORTER.match(text, at, end) or _ADDRESS.match(text, at, end):
            return True
        before = text[start - 1] if start > floor else " "
        if text[at : at + 1] == ")" and number.value <= 30 and _OPEN_BRACKET.search(text, max(floor, start - 120), start) is None:
            return True
        if before in "“\"‘" and text[at : at + 1] in ("”", '"', "’") or text[max(floor, start - 2) : start] == "+ ":
            return True
        if not has_noun and _FAMILY.search(low, max(floor, start - 16), start):
            return True
        if before in _BRACKETS and text[at : at + 1] == _BRACKETS[before]:
            if before == "[":
                return True
            if number.value <= 30 and not number.decimal and self._is_enumerator(text, start - 1, at + 1, floor):
                return True
        if before == "[" and _CITATION.match(text, start - 1, end):
            return True
        word = _WORD_BEFORE.search(text, max(floor, start - 24), start)
        if word is None:
            return False
        previous = word[1]
        low_word = previous.lower()
        if low_word in self._labels or low_word.rstrip(".s") in self._labels:
            return True
        if low_word in self._weak_labels and not has_noun:
            return True
        if low_word in self._months or low_word.rstrip(".") in self._months:
            return number.value <= 31 and previous[0].isupper() and not (has_noun and number.value > 12)
        if (
            number.form == "digits"
            and _ZIP.search(text, max(floor, start - 6), start)
            and number.end - number.start == 5
        ):
            return True
        return False

    def is_name_number(self, text: str, number: Numeral, floor: int, *, has_noun: bool) -> bool:
        """Whether a number belongs to the capitalised word before it: "Boeing 737", "Apollo 11"."""
        if number.grouped or number.magnitude > 1 or number.form != "digits":
            return False
        if number.decimal and not (number.value.is_integer() and not has_noun):
            return False
        word = _WORD_BEFORE.search(text, max(floor, number.start - 24), number.start)
        if word is None or not word[1][0].isupper() or word[0][-1] in '("“[':
            return False
        if word[1].lower() in self._stops or word[1].lower().endswith("ly"):
            return False
        if word.start() <= floor:
            return not has_noun
        return not has_noun or number.value >= 100

    def _is_enumerator(self, text: str, start: int, end: int, floor: int) -> bool:
        """ "(1) foo, (2) bar": a bracketed number before its item, not after a noun."""
        following = text[end : end + 2]
        before = text[max(floor, start - 2) : start].rstrip()
        return (
            bool(following.strip())
            and following[0] in " \t"
            and (
                not before
                or before[-1] in ",;:.—–"
                or text[max(floor, start - 4) : start].split()[-1:] in (["and"], ["or"])
            )
        )

    def is_month(self, word: str) -> bool:
        """Whether a word names a month."""
        return word in self._months

    def is_year(
        self, low: str, number: Numeral, floor: int, end: int, *, has_noun: bool, is_hedged: bool = False
    ) -> bool:
        """Whether a bare number of four digits is a calendar year, or one of a month's days stands before a month."""
        start, at = number.start, number.end
        if number.form != "digits" or number.grouped or number.decimal or number.magnitude > 1:
            return False
        following = _FOLLOWING.match(low, at, end)
        next_word = following[1] if following else ""
        if number.value <= 31 and next_word.rstrip(".") in self._months and next_word != "may":
            return True
        if next_word in self._eras:
            return True
        if _DECADE.match(low, at, end) and number.value % 10 == 0:
            return True
        if at - start != 4 or not _YEARS[0] <= number.value <= _YEARS[1]:
            return False
        if next_word in ("have", "had", "were", "are") and low[max(floor, start - 5) : start].endswith((" and ", ", ")):
            return False
        if not has_noun:
            is_counted = is_hedged and next_word and next_word not in self._stops
            return not is_counted or low[max(floor, start - 4) : start] == "the "
        word = _WORD_BEFORE.search(low, max(floor, start - 24), start)
        previous = word[1].rstrip(".") if word else ""
        if previous in self._sure_year_words or previous in self._months:
            return True
        return previous in self._year_words and number.value % 100 != 0


@lru_cache(maxsize=4)
def guards(lexicon: Lexicon) -> Guards:
    """The guards by this lexicon."""
    return Guards(lexicon.cues["quantities"])
