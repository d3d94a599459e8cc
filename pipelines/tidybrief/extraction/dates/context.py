"""What a reader of dates may look at, and what it returns.

What belongs here: the text around a date, what is known about time there, and the tense of its sentence. The forms of
dates stand in `grammar`.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import YEAR, Period
from tidybrief.extraction.dates.year_numbers import YearWords

_LOOK_BACK = 45
_REACH_OF_TENSE = 160
_DEADLINE_BEFORE = re.compile(
    r"\b(?:(?:gave|given?|granted|allowed|extended|postponed|delayed|adjourned|suspended)\b[^.;]*|ha(?:s|ve|d) )"
    r"\b(?:until|till) $",
    re.IGNORECASE,
)
_MOVED_TO_BEFORE = re.compile(
    r"\b(?:extended|postponed|delayed|moved|rescheduled|pushed(?: back)?|deferred|shifted|prolonged|adjourned|"
    r"brought forward)\b[^.,;:]{0,60}\b(?:to|until|till) (?:the )?$",
    re.IGNORECASE,
)
_FORESEEN_BEFORE = re.compile(
    r"\b(?:was|were|been)(?: (?:originally|initially|first|previously|also))?"
    r" (?:scheduled|planned|set|slated|due|meant|expected)(?: to(?: [a-z]+){1,3})? (?:for|on|in) (?:the )?$",
    re.IGNORECASE,
)
_FIXED_BEFORE = (_DEADLINE_BEFORE, _MOVED_TO_BEFORE, _FORESEEN_BEFORE)
"""Before a time that was fixed earlier, which may lie behind or ahead."""


_JOINING = frozenset({"followed", "expected", "scheduled", "planned", "accompanied", "proposed"})
"""Participles that join what is still to come to what comes before it."""


class Reading(NamedTuple):
    """A span and the period it points to. `names_year` is the year that its own words state."""

    start: int
    end: int
    period: Period
    method: str
    confidence: float
    names_year: int | None = None


@dataclass(slots=True)
class Context:
    """What a reader may look at: the text within the sentence, and what is known about time there."""

    text: str
    opening: int
    """Where the sentence begins."""
    floor: int
    """Where the previous date of the sentence ends, else where it begins."""
    ceiling: int
    reference: date | None
    year_in_view: int | None
    after_future_date: bool
    after_year: bool
    day_first: bool
    words: YearWords
    games: re.Pattern[str]
    habits: frozenset[str]
    events: frozenset[str]
    fiscal_year: "FiscalYear | None"
    _words: tuple[int, str] = (-1, "")

    def before(self, position: int) -> str:
        """The text before a position, no further back than the sentence or the previous date."""
        return self.text[max(self.floor, position - _LOOK_BACK) : position]

    def look_back(
        self, pattern: re.Pattern[str], position: int, endings: tuple[str, ...] | None = None
    ) -> tuple[re.Match[str], int] | None:
        """The match of a pattern that ends at a position, with the place where it starts.

        `endings` are those of the words that the pattern can end with: where none of them stands, it is not tried.
        """
        if endings is not None and not self._words_before(position).endswith(endings):
            return None
        before = self.before(position)
        found = pattern.search(before)
        return (found, position - len(before) + found.start()) if found else None

    def _words_before(self, position: int) -> str:
        """The text before a position in lower case with single spaces. Asked several times for a position."""
        if self._words[0] != position:
            self._words = (position, " ".join(self.before(position).lower().split()))
        return self._words[1]

    def match(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        """The match of a pattern at a position, within the sentence."""
        return pattern.match(self.text, position, self.ceiling)


class FiscalYear(NamedTuple):
    """In which month a country's fiscal year begins, and whether it is called after the year in which it ends."""

    first_month: int
    named_after_end: bool

    def period(self, year: int) -> Period:
        """The fiscal year with this name."""
        starts_before = self.named_after_end and self.first_month > 1
        return periods.months(year - starts_before, self.first_month, 12, YEAR)


def direction_of(context: Context, start: int, end: int) -> int:
    """Whether the sentence speaks of the past or the future around a date: by the verb before it, else after it, else
    before the date before.

    Of a deadline and a day that was fixed earlier, the past in which that was done says nothing.
    """
    last = _last_verb(context, context.floor, start)
    if context.after_future_date and (last is None or last["future"] or last["past"] in _JOINING):
        return relative.FUTURE
    if context.before(start).lower().endswith(("since ", "since the ")):
        return relative.PAST
    nearest = (
        last
        or grammar.FUTURE_OR_PAST.search(context.text, end, min(context.ceiling, end + _REACH_OF_TENSE))
        or _last_verb(context, context.opening, context.floor)
    )
    if nearest is None:
        return relative.UNKNOWN
    if nearest.group("future"):
        return relative.FUTURE
    said = context.text[max(context.floor, start - _REACH_OF_TENSE) : start]
    return relative.UNKNOWN if any(form.search(said) for form in _FIXED_BEFORE) else relative.PAST


def implied_year(month: int, day: int, direction: int, context: Context) -> int | None:
    """The year in view for a day that states none; None where it would put what has happened after the publication."""
    year, reference = context.year_in_view, context.reference
    if year is None or reference is None or direction == relative.FUTURE:
        return year
    return None if (year, month, day) > (reference.year, reference.month, reference.day) else year


def _last_verb(context: Context, first: int, end: int) -> re.Match[str] | None:
    """The last word that tells a tense, within reach before a place."""
    found = list(grammar.FUTURE_OR_PAST.finditer(context.text, max(first, end - _REACH_OF_TENSE), end))
    return found[-1] if found else None


def year_of(which: str, context: Context) -> int | None:
    """The year that "last year" and its like name, None where there is nothing to count from."""
    last_word = which.rsplit(maxsplit=1)[-1].lower()
    base = context.reference.year if context.reference is not None else None
    if base is None or last_word == "same":
        return context.year_in_view or base
    if which.lower().startswith("the") and context.year_in_view is not None:
        base = context.year_in_view
    return base + relative.offset_of(last_word)
