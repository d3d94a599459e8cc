"""Shares, rates and factors: "two-thirds", "one in five", "one out of every thousand children", "three times as many".

What belongs here: numbers that relate to another number. Percentages with their sign are units like others.
"""

import re
from dataclasses import replace
from typing import Any

from tidybrief.extraction.quantities.compound_units import in_whole_units
from tidybrief.extraction.quantities.drafts import NEXT_WORD, YEARS, Draft, Drafter
from tidybrief.extraction.quantities.hedges import ONE_HEDGE
from tidybrief.extraction.quantities.numbers import Numeral

_RATE_BASE = re.compile(r"(?P<by>(?:\s{1,2}|-)(?:in|out\s{1,2}of|of)(?:\s{1,2}|-))(?P<every>every\s{1,2})?")
_COUNTED_RATE_BASE = re.compile(
    r"\s{1,2}(?:[a-z-]+\s{1,2}){1,2}(?P<by>(?:out\s{1,2}of|in)\s{1,2})(?P<every>every\s{1,2})?"
)
_LEAST_ROUND_BASE = 100
_OUT_OF = re.compile(
    r"\s{1,2}out\sof\s(?:a\s(?:possible|maximum|total)\s(?:of\s)?)?(?:5|10|20|100|ten|five)(?![\w,.%-]*\d)(?=\s?(?:[.,;:)]|$|(?:on|in|for|and|by|at)\b))"
)
_SCORED = re.compile(r"\b(?:scor(?:e|es|ed|ing)|rat(?:e|es|ed|ing)|grad(?:e|es|ed|ing))\b[^.;]*$")
_REACH_OF_SCORE = 40
_COMMON_BASES = frozenset((3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0))
_ROUND_BASES = frozenset((100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0))
_ARTICLE = re.compile(r"an?[\s-]{1,2}")
_OVER = re.compile(r"\s{1,2}over\s{1,2}(?=[\da-z])")
_TIMES = re.compile(r"[\s-]{1,2}times?(?![a-z-])")
_PER_TIME = re.compile(
    r"\s{1,2}(?:per|an?|each|every)\s{1,2}(second|minute|hour|day|night|week|month|season|year|decade)(?![\w-])"
)
_WHEN = re.compile(
    r"\s{1,2}(?:(?:last|this|next)\s(?:day|night|week|month|season|summer|winter|year|decade)(?!['’\w])|daily|weekly|monthly|annually)"
)
_FOLD = re.compile(r"[\s-]{0,2}fold(?![a-z])")
_X = re.compile(r"x(?![\w/])|×(?!\s?[\w(]*\d)|X(?=\s?[.,;:)]|\s?$)")
_FACTOR_OF = re.compile(
    r"\b(?:by|is|was|are|were|or|still|about|around|roughly|nearly|almost|over|than)(?:,\s[a-z]+,)?\s{1,2}a factor"
    r"\sof"
    rf"\s{{1,2}}{ONE_HEDGE}$"
)
_LONGEST_FACTOR = 40
SIGNS_OF_FACTORS = ("x", "×")
_TO_ONE = re.compile(r"\s{1,2}to\s{1,2}(?:one|1)(?![\w%]|[.,]\d|-)")
_FIRST_WORD = re.compile(r"[a-z]+")
_POINT = re.compile(
    r"(?:-(?:percentage-)?|\s{1,2}(?:of\s{1,2})?an?\s{1,2}|(?:(?<=half)|(?<=quarter))\s{1,2})point(?![a-z-])"
)
_PER_ONE = re.compile(r"\s{1,2}an?\s{1,2}")  # "fell by a fifth a year"
_OF_WHAT = re.compile(r"\s{1,2}(?:of\s{1,2})?(?:(?:an?|one)\s{1,2})?|-")


class RatioReader:
    """Reads the shares and rates of one text."""

    def __init__(self, drafter: Drafter) -> None:
        self._base = drafter

    def odds_end(self, number: Numeral) -> int | None:
        """Where "two to one", "15 to 1" ends, which is a proportion and counts nothing; not "fell from 15 to 1"."""
        odds = _TO_ONE.match(self._base.low, number.end, self._base.end) if number.value > 1 else None
        if odds is None or self._base.low.endswith("from ", self._base.floor, number.start):
            return None
        return odds.end()

    def over(self, number: Numeral) -> Draft | None:
        """ "one over three" at the end of a text: a fraction."""
        over = _OVER.match(self._base.low, number.end, self._base.end)
        if over is None or not (self._base.low[over.end()].isdigit() or self._base.opens_number(over.end())):
            return None
        bottom = self._base.number_at(over.end())
        if bottom is None or bottom.value <= abs(number.value) or not self._base.ends_at(bottom.end):
            return None
        value = number.value / bottom.value
        return self._base.draft(
            replace(number, end=bottom.end), number.start, bottom.end, value, None, "count", None, "fraction"
        )

    def rate(self, number: Numeral) -> Draft | None:  # noqa: PLR0911
        """ "one in five", "one out of every thousand children"."""
        low = self._base.low
        match = _RATE_BASE.match(low, number.end, self._base.end)
        counted = _COUNTED_RATE_BASE.match(low, number.end, self._base.end) if match is None else None
        match = match or counted
        if match is None or number.decimal or number.grouped or match.end() >= self._base.end:
            return None
        if not (low[match.end()].isdigit() or self._opens_base(match.end())):
            return None
        base = self._base.number_at(match.end())
        if (
            base is None
            or base.decimal
            or not 0 <= number.value < base.value
            or base.form not in ("digits", "words")
            or self._base.unit_after(base)
        ):
            return None
        by = match["by"].strip(" -\n").split()[0]
        if by == "of" and not match["every"]:
            return None
        in_words = low[base.start].isalpha()
        if counted is not None:
            is_followed = self._base.tools.nouns.phrase_at(self._base.text, base.end, self._base.end) is not None
            if by == "in" and (number.value != 1 or is_followed):  # "one voter in three", but "one cup in three tries"
                return None
            if not in_words or base.value not in _COMMON_BASES or number.value < 1:
                return None
            share = round(100 * number.value / base.value, 2)
            if by == "in":
                number = replace(number, end=base.end)
            draft = self._base.draft(number, number.start, number.end, share, None, "percent", "percent", "ratio")
            return replace(draft, unit_start=base.end, unit_end=base.end)
        is_one_of_many = (
            by == "in" and number.value == 1 and base.value < _LEAST_ROUND_BASE and not self._is_number_one(number)
        )
        if match["by"].strip() == "in" and number.value == 1 and self._is_long_odds(base):
            return self._over_base(number, base, match.end())
        if (
            (base.value <= 20 and base.value != 1)
            or is_one_of_many
            or (match["every"] and base.value not in _ROUND_BASES)
        ):
            if by == "out" and not match["every"] and not in_words and number.value != 1 and base.value != 10:
                return None
            share = round(100 * number.value / base.value, 2)
            return self._base.draft(
                replace(number, end=base.end), number.start, base.end, share, None, "percent", "percent", "ratio"
            )
        if base.value in _ROUND_BASES and number.value <= 100 and "-" not in match["by"]:
            return self._over_base(number, base, match.end())
        return None

    def _over_base(self, number: Numeral, base: Numeral, at: int) -> Draft:
        """A number that keeps its value, with the base behind it, from `at` on, in its unit."""
        noun = self._base.tools.nouns.phrase_at(self._base.text, base.end, self._base.end)
        at_base = base.start + 2 * self._base.low.startswith("a ", base.start)  # "one in a thousand"
        denominator = self._base.text[at_base : noun.end if noun else base.end]
        unit = f"{noun.singular if noun else 'case'} per {denominator}"
        draft = self._base.draft(number, number.start, number.end, number.value, None, "count", unit, "ratio")
        return replace(draft, unit_start=at, unit_end=noun.end if noun else base.end)

    def _is_long_odds(self, base: Numeral) -> bool:
        """ "one in 250", "1 in 4,000": a round base that is no year."""
        if self._base.low.startswith("a ", base.start):  # a figure of speech
            return False
        is_year = not base.grouped and base.form == "digits" and base.value in YEARS
        return base.value >= _LEAST_ROUND_BASE and base.value % 50 == 0 and not is_year

    def score(self, number: Numeral) -> Draft | None:
        """ "scored 7.8 out of 10", "a rating of 4 out of 5": points, and their highest number is no figure."""
        most = _OUT_OF.match(self._base.low, number.end, self._base.end)
        if most is None or not _SCORED.search(
            self._base.low, max(self._base.floor, number.start - _REACH_OF_SCORE), number.start
        ):
            return None
        draft = self._base.draft(number, number.start, number.end, number.value, None, "count", "point", "score")
        return replace(draft, unit_start=number.end, unit_end=most.end())

    def _is_number_one(self, number: Numeral) -> bool:
        """ "number one in 50 countries"."""
        return self._base.low.endswith(("number ", "no. ", "no "), self._base.floor, number.start)

    def _opens_base(self, position: int) -> bool:
        word = _FIRST_WORD.match(self._base.low, position, self._base.end)
        return word is not None and (
            word[0] in self._base.tools.numbers.number_words
            or word[0] in self._base.tools.numbers.magnitudes
            or word[0] == "a"
        )

    def fraction(self, number: Numeral) -> tuple[list[Draft], int]:  # noqa: PLR0911 - one return a case
        """A pure fraction: of a unit a number of it, else a share in percent."""
        low = self._base.low
        is_whole = number.start == self._base.floor and number.end == self._base.end
        if (article := _ARTICLE.match(low, number.start, number.end)) is not None:
            number = replace(number, start=article.end())
        written = low[number.start : number.end]
        if written[0].isdigit() and "/" in written and not self._is_slash_fraction(number):
            return [], number.end
        of = _OF_WHAT.match(low, number.end, self._base.end)
        is_of_unit = of is not None and (written.endswith("half") or not _PER_ONE.fullmatch(of[0]))
        if of is not None and is_of_unit and of.end() > number.end:
            at = of.end() - 1 if low[of.end() - 1] in " -\n" else of.end()
            unit = self._base.tools.units.unit_at(self._base.text, low, at, self._base.end)
            if unit is not None and not (unit.kind == "percent" and unit.is_symbol):
                number, unit = in_whole_units(self._base, number, unit)
                return [self._base.unit_draft(number, unit, number.value, None, "fraction")], unit.end
        if (point := _POINT.match(low, number.end, self._base.end)) is not None:
            draft = self._base.draft(
                number, number.start, point.end(), number.value, None, "percent", "percent", "fraction"
            )
            return [draft], point.end()
        noun = self._base.tools.nouns.after_hyphen(low, number.end, self._base.end)
        if noun is not None and noun.singular not in ("thirds", "quarters"):
            return [], number.end
        if written[0] in "0123456789½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞" and not low.startswith((" of", " the"), number.end):
            draft = self._base.draft(number, number.start, number.end, number.value, None, "count", None, "fraction")
            return [draft], number.end
        if number.value > 1 or number.value < 0.005 or is_whole:
            draft = self._base.draft(number, number.start, number.end, number.value, None, "count", None, "fraction")
            return [draft], number.end
        share = round(100 * number.value, 2)
        return [
            self._base.draft(number, number.start, number.end, share, None, "percent", "percent", "fraction")
        ], number.end

    def _is_slash_fraction(self, number: Numeral) -> bool:
        """ "1/4 mile", "2/3 of", or a text of its own; "24/7" and "9/11" are none."""
        low = self._base.low
        if number.start == self._base.floor and number.end == self._base.end:
            return True
        if number.value >= 1 or (number.start and low[number.start - 1] in "/-"):
            return False
        return (
            low.startswith((" of ", " the "), number.end)
            or self._base.tools.units.unit_at(self._base.text, low, number.end, self._base.end) is not None
        )


class Multiples:
    """Factors: "three times as many", "ten-fold", "by 2.7 times"."""

    def __init__(self, drafter: Drafter, cues: Any) -> None:
        self._base, self._low = drafter, drafter.low
        self._comparing = frozenset(cues["multiple_cues"]["comparing"])
        self._changing = frozenset(cues["multiple_cues"]["changing"])

    def after(self, number: Numeral) -> Draft | None:
        """The factor, or the count of occasions, that "times" or "fold" behind a number makes of it."""
        is_x = self._low.startswith(SIGNS_OF_FACTORS, number.end)
        fold = _X.match(self._base.text, number.end, self._base.end) if is_x else None
        fold = fold or _FOLD.match(self._low, number.end, self._base.end)
        if fold is not None:
            return self.factor(number, fold.end())
        times = _TIMES.match(self._low, number.end, self._base.end)
        if times is None or times[0] == "-time":
            return None
        per = _PER_TIME.match(self._low, times.end(), self._base.end)
        if per is not None and not self._changes(number.start):
            draft = self._base.draft(
                number, number.start, number.end, number.value, None, "count", f"time per {per[1]}", "occasions"
            )
            return replace(draft, unit_end=per.end())
        if self.compares(times.end()) or self._changes(number.start) or (number.decimal and number.magnitude == 1):
            return self.factor(number, times.end())
        draft = self._base.draft(number, number.start, number.end, number.value, None, "count", "time", "occasions")
        return replace(draft, unit_end=times.end())

    def is_factor(self, number: Numeral) -> bool:
        """ "by a factor of five", "The difference is about a factor of five"."""
        return (
            _FACTOR_OF.search(self._low, max(self._base.floor, number.start - _LONGEST_FACTOR), number.start)
            is not None
        )

    def between(self, first: Numeral, other: Numeral) -> Draft | None:
        """The factors, or the counts of occasions, from the first number to the other: "20 to 30 times bigger"."""
        last = self.after(other)
        if last is None or first.value >= other.value:
            return None
        number = replace(first, end=other.end)
        stop = last.end if last.kind == "multiple" else other.end
        draft = self._base.draft(number, first.start, stop, first.value, other.value, last.kind, last.unit, "multiple")
        return replace(draft, unit_end=last.unit_end)

    def factor(self, number: Numeral, stop: int) -> Draft:
        """A factor whose words end at `stop`."""
        return self._base.draft(number, number.start, stop, number.value, None, "multiple", "times", "multiple")

    def compares(self, at: int) -> bool:
        """Whether a comparison follows: "as", "more", "the", a comparative; not a time ("14 times last year")."""
        match = NEXT_WORD.match(self._low, at, self._base.end)
        if match is None or _WHEN.match(self._low, at, self._base.end):
            return False
        return match[1] in self._comparing or match[1].endswith("er") or not self._base.tools.nouns.is_stop(match[1])

    def _changes(self, start: int) -> bool:
        words = self._low[max(self._base.floor, start - 40) : start].split()
        return any(word in self._changing for word in words[-3:])
