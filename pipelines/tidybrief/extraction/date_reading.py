"""Reads the date that is built around one word or number of the text.

What belongs here: from a place in the text to span and period. Which readings become rows, and in which role, is
decided in `dates`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tidybrief.extraction import calendar_periods as periods
from tidybrief.extraction import date_grammar as grammar
from tidybrief.extraction import relative_dates as relative
from tidybrief.extraction.calendar_periods import DAY, DECADE, MONTH, QUARTER, WEEK, YEAR, Period, unresolved
from tidybrief.extraction.year_numbers import YearWords, confidence_of_year

_LOOK_BACK = 45
_AMBIGUOUS_MONTHS = frozenset({"may", "march", "august", "mar", "jan", "jun", "dec", "sep"})
_DECADE_WORDS = (
    "",
    "",
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
)
_STATIVE = frozenset("is are has have remain remains still live lives can may exist exists".split())
_ACTS = frozenset({"been", "set", "proud", "pleased", "to"})
_NUMBER_OF_PART = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "latter": 2, "final": 4,
    "last": 4,
}  # fmt: skip


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
    floor: int
    ceiling: int
    reference: date | None
    year_in_view: int | None
    after_future_date: bool
    after_year: bool
    day_first: bool
    words: YearWords
    habits: frozenset[str]
    fiscal_year: "FiscalYear | None"

    def before(self, position: int) -> str:
        """The text before a position, no further back than the sentence or the previous date."""
        return self.text[max(self.floor, position - _LOOK_BACK) : position]

    def look_back(self, pattern: re.Pattern[str], position: int) -> tuple[re.Match[str], int] | None:
        """The match of a pattern that ends at a position, with the place where it starts."""
        before = self.before(position)
        found = pattern.search(before)
        return (found, position - len(before) + found.start()) if found else None

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


def read(found: re.Match[str], context: Context) -> Reading | None:
    """The date around an anchor of `date_grammar.ANCHOR`, or None where there is none."""
    kind = found.lastgroup
    return _READERS[kind](found, context) if kind in _READERS else None


def _read_month(found: re.Match[str], context: Context) -> Reading | None:
    return month_at(found.start(), found.end(), found.group(), context)


def month_at(start: int, end: int, word: str, context: Context) -> Reading | None:
    """The date around a month's name."""
    number = grammar.MONTH_NUMBER[word.lower()]
    lower = word.islower()
    day_before = context.look_back(grammar.DAY_BEFORE_MONTH, start)
    if day_before is not None and not (number in (3, 5, 8) and lower and not _is_ordinal(day_before[0].group())):
        reading = _day_then_month(day_before[0], day_before[1], end, number, context)
        if reading is not None:
            return reading
    if not lower or grammar.MONTH_NUMBER[word.lower()] not in (3, 5, 8):
        day_after = context.match(grammar.DAY_AFTER_MONTH, end)
        if day_after is not None:
            return _month_then_day(start, day_after, number, context)
        ordinal = context.match(grammar.ORDINAL_AFTER_MONTH, end)
        if ordinal is not None:
            day = grammar.ORDINAL_NUMBER[ordinal.group("ordinal")]
            return _with_year(start, ordinal.end(), number, day, _int(ordinal.group("year")), context)
    with_year = context.match(grammar.YEAR_AFTER_MONTH, end)
    if with_year is not None:
        return _month_and_year(start, with_year, number)
    return _bare_month(start, end, word, number, context)


def _is_ordinal(words: str) -> bool:
    return any(mark in words for mark in ("st", "nd", "rd", "th", "of"))


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _day_number(digits: str) -> int:
    return int(digits.rstrip("stndrh"))


def _day_then_month(before: re.Match[str], start: int, end: int, month: int, context: Context) -> Reading | None:
    ordinal = before.group("ordinal")
    day = grammar.ORDINAL_NUMBER[ordinal.lower()] if ordinal else _day_number(before.group("day"))
    first = _day_number(before.group("first")) if before.group("first") else day
    if ordinal:
        start += before.start("ordinal") - before.start()
    year = context.match(grammar.YEAR_AFTER_DAY_MONTH, end)
    named = _int(year.group("year")) if year else None
    return _days(start, year.end() if year else end, (month, first), (month, day), named, context)


def _month_then_day(start: int, after: re.Match[str], month: int, context: Context) -> Reading:
    first = _day_number(after.group("day"))
    last, last_month = first, month
    if after.group("last_day"):
        last = _day_number(after.group("last_day"))
    elif after.group("last_month"):
        last, last_month = (
            _day_number(after.group("far_day")),
            grammar.MONTH_NUMBER[after.group("last_month").lower()],
        )
    return _days(start, after.end(), (month, first), (last_month, last), _int(after.group("year")), context)


def _with_year(start: int, end: int, month: int, day: int, year: int | None, context: Context) -> Reading:
    return _days(start, end, (month, day), (month, day), year, context)


def _days(
    start: int, end: int, first: tuple[int, int], last: tuple[int, int], year: int | None, context: Context
) -> Reading:
    """One day, or the days from the first to the last, of a year that is named, implied or unknown."""
    method, confidence = "calendar_date", 0.98
    stated = year
    if year is None:
        which = context.match(grammar.WHICH_YEAR, end)
        if which is not None:
            end, year = which.end(), _year_of(which.group("which"), context)
        else:
            further_on = context.match(grammar.YEAR_FURTHER_ON, end)
            year = int(further_on.group("year")) if further_on is not None else context.year_in_view
        method, confidence = "partial_date", 0.93
    if year is None:
        direction = direction_of(context, start, end)
        first_period = relative.day_of_month(context.reference, *first, direction)
        last_period = relative.day_of_month(context.reference, *last, direction)
    else:
        first_period = periods.of_day(year, *first)
        last_period = periods.of_day(year + (last < first), *last)
    period = first_period if first == last else periods.between(first_period, last_period, DAY)
    if first_period.start is None:
        confidence -= 0.05
    return Reading(start, end, period, method, confidence, stated)


def _year_of(which: str, context: Context) -> int | None:
    last_word = which.rsplit(maxsplit=1)[-1].lower()
    base = context.reference.year if context.reference is not None else None
    if base is None or last_word == "same":
        return context.year_in_view or base
    if which.lower().startswith("the") and context.year_in_view is not None:
        base = context.year_in_view
    return base + relative.offset_of(last_word)


def _month_and_year(start: int, after: re.Match[str], month: int) -> Reading:
    year, end = int(after.group("year")), after.end()
    if after.group("last_month"):
        last = grammar.MONTH_NUMBER[after.group("last_month").lower()]
        first = periods.of_month(year - (last < month), month)
        return Reading(
            start,
            end,
            periods.between(first, periods.of_month(year, last), MONTH),
            "calendar_date",
            0.96,
            year,
        )
    period = periods.of_month(year, month)
    if after.group("end_month"):
        last_month = grammar.MONTH_NUMBER[after.group("end_month").lower()]
        period = periods.between(period, periods.of_month(int(after.group("end_year")), last_month), MONTH)
    return Reading(start, end, period, "calendar_date", 0.98, year)


def _bare_month(start: int, end: int, word: str, month: int, context: Context) -> Reading | None:
    spread = context.match(grammar.MONTHS_ONLY, end)
    which = context.look_back(grammar.DEICTIC_BEFORE, start)
    of_year = context.match(grammar.WHICH_YEAR, spread.end() if spread else end)
    if which is not None and word.islower() and word in _AMBIGUOUS_MONTHS:
        return None
    if which is None and of_year is None and not _may_stand_alone(start, end, word, spread is not None, context):
        return None
    direction = direction_of(context, start, end)
    further_on = context.match(grammar.YEAR_FURTHER_ON, end) if spread is None else None
    if further_on is not None:
        year: int | None = int(further_on.group("year"))
    else:
        year = _year_of(of_year.group("which"), context) if of_year else context.year_in_view
    if which is not None and which[0].group("year_kind") is None and which[0].group("which").lower() != "same":
        start = which[1]
        period = relative.month(context.reference, month, which[0].group("which").lower(), direction)
    elif year is not None:
        period = periods.of_month(year, month)
    else:
        period = relative.month(context.reference, month, None, direction)
    if spread is not None:
        last = grammar.MONTH_NUMBER[spread.group("last_month").lower()]
        ends = (
            relative.month(context.reference, last, None, direction) if year is None else periods.of_month(year, last)
        )
        if ends.start is not None and period.start is not None and ends.start < period.start:
            period = periods.of_month(period.start.year - 1, month)
        period = periods.between(period, ends, MONTH)
    end = of_year.end() if of_year else spread.end() if spread else end
    if (
        context.text[end - 1 : end + 1].isalpha() is False
        and word.lower() in grammar.SHORT_MONTHS
        and context.text[end : end + 1] == "."
    ):
        end += 0 if context.text[end + 1 : end + 2] in ("", "\n") else 1
    return Reading(start, end, period, "partial_date", 0.9 if period.start else 0.85)


def _may_stand_alone(start: int, end: int, word: str, spread: bool, context: Context) -> bool:
    """Whether a month's name without day and year is a month, not a verb or a person."""
    lower = word.lower()
    prepared = context.look_back(grammar.DATE_PREPOSITION_BEFORE, start) is not None
    if (word.islower() and lower in _AMBIGUOUS_MONTHS) or (lower in grammar.SHORT_MONTHS and not prepared):
        return False
    if lower in _AMBIGUOUS_MONTHS:
        return prepared or spread or context.look_back(grammar.NARROWING_BEFORE, start) is not None
    if prepared or spread:
        return True
    before = context.before(start)
    named_before = re.search(r"[A-Z][\w’'-]*[ ]$", before) is not None
    named_after = re.match(r"[ ][A-Z][a-z]", context.text[end : end + 3]) is not None
    return not (named_before or (named_after and lower in ("april", "june")))


def _read_weekday(found: re.Match[str], context: Context) -> Reading | None:
    start, end = found.span()
    word = found.group().lower()
    follow = context.match(grammar.AFTER_WEEKDAY, end)
    if follow is not None:
        composed = _date_after_weekday(follow, context)
        if composed is not None:
            composed = composed._replace(start=start)
            return _on_weekday(composed, grammar.WEEKDAY_NUMBER[word], context.reference)
    if word in grammar.SHORT_WEEKDAYS or (found.group().islower() and context.look_back(grammar.HABIT_BEFORE, start)):
        return None
    next_word = context.match(grammar.NEXT_WORD, end)
    if next_word is not None and next_word.group(1).lower() in context.habits and context.text[end] == " ":
        return None
    if context.look_back(grammar.HABIT_BEFORE, start) is not None or context.match(grammar.PARTS_OF_DAY, end):
        return None
    number = grammar.WEEKDAY_NUMBER[word]
    which = context.look_back(grammar.DEICTIC_BEFORE, start)
    part = context.match(grammar.PART_OF_DAY, end)
    end = part.end() if part is not None else end
    of_week = context.match(grammar.OF_WEEK, end)
    if of_week is not None:
        period = relative.weekday(context.reference, number, of_week.group("which"), relative.PAST)
        return Reading(start, of_week.end(), period, "relative_date", 0.9)
    if which is not None and which[0].group("year_kind") is None:
        start = which[1]
        period = relative.weekday(context.reference, number, which[0].group("which").lower(), relative.PAST)
    else:
        period = relative.weekday(context.reference, number, None, direction_of(context, start, end))
    return Reading(start, end, period, "relative_date", 0.92 if period.start else 0.88)


def _on_weekday(reading: Reading, number: int, reference: date | None) -> Reading:
    """A date whose year is not named, moved to the nearest year in which it falls on its weekday."""
    day = reading.period.start
    if (
        reading.names_year is not None
        or day is None
        or reference is None
        or reading.period.end != day
        or day.weekday() == number
    ):
        return reading
    years = sorted(
        range(max(1, reference.year - 3), reference.year + 4), key=lambda year: (abs(year - reference.year), -year)
    )
    fitting = (periods.of_day(year, day.month, day.day) for year in years)
    for period in fitting:
        if period.start is not None and period.start.weekday() == number:
            return reading._replace(period=period)
    return reading


def _date_after_weekday(follow: re.Match[str], context: Context) -> Reading | None:
    if follow.group("month"):
        reading = month_at(follow.start("month"), follow.end("month"), follow.group("month"), context)
        return reading if reading is not None and reading.period.precision == DAY else None
    day = context.match(grammar.DAY_THEN_MONTH, follow.end())
    if day is None:
        return None
    return month_at(day.start("month"), day.end("month"), day.group("month"), context)


def direction_of(context: Context, start: int, end: int) -> int:
    """Whether the sentence speaks of the past or the future around a date: by the nearest verb before it, else after."""
    if context.after_future_date:
        return relative.FUTURE
    text = context.text
    last = None
    for last in grammar.FUTURE_OR_PAST.finditer(text, max(context.floor, start - 160), start):
        pass
    nearest = last or grammar.FUTURE_OR_PAST.search(text, end, min(context.ceiling, end + 160))
    if nearest is None:
        return relative.UNKNOWN
    return relative.FUTURE if nearest.group("future") else relative.PAST


def _read_unit(found: re.Match[str], context: Context) -> Reading | None:
    start, end = found.span()
    name = found.group().lower()
    if context.text[end : end + 1] == "-" and context.text[end + 1 : end + 2].isalpha():
        return None
    if name in ("half", "quarter"):
        part = context.look_back(grammar.PART_BEFORE, start)
        if part is not None:
            return _part_of_year(part[0].group("part").lower(), part[1], end, name, context)
    if name == "half":
        return None
    if name == "century":
        number = context.look_back(grammar.IN_CENTURY_BEFORE, start)
        if number is not None:
            return _century(number[0].group("number").lower(), number[1], end, context)
    if name == "week":
        week = _week_within(start, end, context)
        if week is not None:
            return week
    which = context.look_back(grammar.DEICTIC_BEFORE, start)
    if which is None:
        return _tail_of_unit(name, start, end, context)
    word, start = which[0].group("which").lower(), which[1]
    if word == "same":
        return None
    if which[0].group("year_kind") in ("fiscal", "financial") and name in ("year", "quarter"):
        return _relative_fiscal_year(word, start, end, name, context)
    anaphoric = word in ("previous", "preceding", "following", "prior")
    if anaphoric and context.year_in_view is not None and name == "year":
        period = periods.of_year(context.year_in_view + relative.offset_of(word))
    elif anaphoric and name in ("day", "week", "month") and context.look_back(grammar.THE_BEFORE, start):
        return None
    else:
        period = relative.unit(context.reference, word, name)
        weekday = (
            context.match(grammar.ON_WEEKDAY, end) if name == "week" and word in ("this", "last", "next") else None
        )
        if weekday is not None:
            number = grammar.WEEKDAY_NUMBER[weekday.group("weekday").lower()]
            end, period = weekday.end(), relative.weekday(context.reference, number, word, relative.PAST)
    return Reading(start, end, period, "relative_date", 0.92 if word in ("this", "last", "next") else 0.75)


def _week_within(start: int, end: int, context: Context) -> Reading | None:
    """ "the first week of May 2024", "the last week of 2019"."""
    part = context.look_back(grammar.PART_BEFORE, start)
    of = context.match(grammar.WEEK_OF, end)
    if part is None or of is None or not (of.group("month") or of.group("year")):
        return None
    month = grammar.MONTH_NUMBER[of.group("month").lower()] if of.group("month") else None
    if of.group("year"):
        year = int(of.group("year"))
        whole = periods.of_month(year, month) if month is not None else periods.of_year(year)
    elif month is not None:
        whole = relative.month(context.reference, month, None, direction_of(context, start, end))
    if whole.start is None or whole.end is None:
        return Reading(part[1], of.end(), unresolved(WEEK), "partial_date", 0.85)
    word = part[0].group("part").lower()
    if word in ("last", "final"):
        day: date | None = whole.end
    else:
        first_thursday = periods.shift(whole.start, (3 - whole.start.weekday()) % 7)
        day = periods.shift(first_thursday, 7 * (_NUMBER_OF_PART[word] - 1)) if first_thursday else None
    period = periods.of_week(day) if day is not None else unresolved(WEEK)
    return Reading(part[1], of.end(), period, "calendar_date" if of.group("year") else "partial_date", 0.85)


def _tail_of_unit(name: str, start: int, end: int, context: Context) -> Reading | None:
    """ "the end of the year", "later in the month": of the unit that holds the reference day."""
    tail = context.look_back(grammar.TAIL_BEFORE, start)
    if tail is not None:
        return Reading(tail[1], end, relative.unit(context.reference, "this", name), "relative_date", 0.8)
    if name == "weekend" and (the := context.look_back(grammar.THE_BEFORE, start)) is not None:
        if re.search(r"\b(?:over|during|at|on|for)[ ]$", context.before(the[1]), re.IGNORECASE):
            which = "last" if direction_of(context, start, end) == relative.PAST else "this"
            return Reading(start, end, relative.unit(context.reference, which, name), "relative_date", 0.7)
    return None


def _part_of_year(part: str, start: int, end: int, name: str, context: Context) -> Reading | None:
    halves = name == "half"
    number = 2 if halves and part in ("final", "last") else _NUMBER_OF_PART[part]
    if (halves and number > 2) or (part == "last" and not halves):
        return None
    make: Callable[[int, int], Period] = periods.of_half if halves else periods.of_quarter
    of = context.match(grammar.OF_PERIOD, end)
    if of is not None and of.group("kind") in ("fiscal", "financial"):
        return Reading(start, of.end(), unresolved(QUARTER), "fiscal_year", 0.85, _int(of.group("year")))
    if of is not None and of.group("year"):
        year = int(of.group("year"))
        return Reading(start, of.end(1) if False else of.end(), make(year, number), "calendar_date", 0.96, year)
    if of is not None and context.reference is not None:
        year = context.reference.year + relative.offset_of(of.group("which"))
        return Reading(start, of.end(), make(year, number), "relative_date", 0.93)
    if of is not None:
        return Reading(start, of.end(), unresolved(QUARTER), "relative_date", 0.9)
    if halves and not re.search(r"\b(?:in|during|for|since|by)(?: the)?[ ]$", context.before(start), re.IGNORECASE):
        return None
    if re.match(r"[ ]of[ ](?!the (?:year|fiscal))", context.text[end : min(end + 20, context.ceiling)]):
        return None
    period = relative.quarter(context.reference, number, direction_of(context, start, end), halves)
    return Reading(start, end, period, "relative_date", 0.75)


def _century(number: str, start: int, end: int, context: Context) -> Reading | None:
    count = grammar.ORDINAL_NUMBER.get(number) or _day_number(number)
    before_christ = context.match(grammar.BEFORE_CHRIST, end)
    if before_christ is not None:
        return Reading(start, before_christ.end(), unresolved(DECADE), "calendar_date", 0.9)
    if not 0 < count <= 30:
        return None
    first = max(1, 100 * (count - 1))
    return Reading(start, end, periods.of_years(first, 100 * count - 1, DECADE), "calendar_date", 0.9)


def _relative_fiscal_year(word: str, start: int, end: int, name: str, context: Context) -> Reading:
    precision = YEAR if name == "year" else QUARTER
    fiscal, reference = context.fiscal_year, context.reference
    if name == "quarter" or fiscal is None or reference is None:
        return Reading(start, end, unresolved(precision), "fiscal_year", 0.85)
    current = next(y for y in (reference.year + 1, reference.year) if _starts(fiscal, y) <= reference)
    return Reading(start, end, fiscal.period(current + relative.offset_of(word)), "fiscal_year", 0.85)


def _starts(fiscal: FiscalYear, year: int) -> date:
    return fiscal.period(year).start or date.max


def _read_fiscal(found: re.Match[str], context: Context) -> Reading | None:
    short = context.match(grammar.SHORT_YEAR, found.end())
    if short is None:
        return None
    year = int(short.group("until"))
    year = year if year > 99 else 2000 + year if year < 70 else 1900 + year
    if year < 1000:
        return None
    end = short.end()
    period = context.fiscal_year.period(year) if context.fiscal_year is not None else unresolved(YEAR)
    if short.group("last"):
        period = _split_year(year, context)
    return Reading(found.start(), end, period, "fiscal_year", 0.9, year)


def _split_year(first: int, context: Context) -> Period:
    """ "2023/24": the fiscal year that begins in the first of the two."""
    fiscal = context.fiscal_year
    if fiscal is None:
        return unresolved(YEAR)
    return periods.months(first, fiscal.first_month, 12, YEAR)


def _read_quarter_mark(found: re.Match[str], context: Context) -> Reading | None:
    mark = found.group().upper()
    halves = mark.startswith("H")
    number = int(mark.strip("QH"))
    if halves and number > 2:
        return None
    make: Callable[[int, int], Period] = periods.of_half if halves else periods.of_quarter
    after = context.match(grammar.SHORT_YEAR, found.end()) or context.match(grammar.PLAIN_YEAR, found.end())
    if after is not None:
        year = int(after.group(1))
        year = year if year > 99 else 2000 + year
        return Reading(found.start(), after.end(1), make(year, number), "calendar_date", 0.95, year)
    start = found.start()
    year_before = re.search(r"(?<!\d)([12]\d{3})[ -]$", context.before(start))
    if year_before is not None:
        return Reading(start - 5, found.end(), make(int(year_before.group(1)), number), "calendar_date", 0.95)
    if halves:
        return None
    period = relative.quarter(context.reference, number, direction_of(context, start, found.end()), halves)
    return Reading(start, found.end(), period, "relative_date", 0.8)


def _read_season(found: re.Match[str], context: Context) -> Reading | None:
    start, end = found.span()
    word = found.group()
    name = grammar.SEASONS[word.lower()]
    year = context.match(grammar.SEASON_YEAR, end)
    if year is not None and not (word == "fall" and not context.look_back(grammar.SEASON_PREPOSITION_BEFORE, start)):
        number = int(year.group("year"))
        return Reading(start, year.end(), periods.of_season(number, name), "calendar_date", 0.93, number)
    which_year = context.match(grammar.WHICH_YEAR, end)
    if which_year is not None and (known := _year_of(which_year.group("which"), context)) is not None:
        return Reading(start, which_year.end(), periods.of_season(known, name), "relative_date", 0.9)
    which = context.look_back(grammar.DEICTIC_BEFORE, start)
    if which is not None:
        period = relative.season(context.reference, name, which[0].group("which").lower())
        return Reading(which[1], end, period, "relative_date", 0.9)
    if word.lower() == "fall" or context.look_back(grammar.SEASON_PREPOSITION_BEFORE, start) is None:
        return None
    if context.text[end : end + 1] in "-’'" or (
        context.match(grammar.NEXT_WORD, end) and context.text[end + 1].isupper()
    ):
        return None
    return Reading(start, end, unresolved(QUARTER), "partial_date", 0.55)


def _read_day_word(found: re.Match[str], context: Context) -> Reading | None:
    days = {"yesterday": -1, "tomorrow": 1}.get(found.group().lower(), 0)
    if found.group().lower() == "today" and _means_nowadays(found, context):
        return None
    day = periods.shift(context.reference, days) if context.reference is not None else None
    period = periods.on_day(day) if day is not None else unresolved(DAY)
    return Reading(*found.span(), period, "relative_date", 0.9)


def _means_nowadays(found: re.Match[str], context: Context) -> bool:
    """Whether "today" means these times, not a certain day: by words beside it and the tense of the next verb."""
    if context.look_back(grammar.NOWADAYS_BEFORE, found.start()) is not None:
        return True
    after = context.match(grammar.NOWADAYS_AFTER, found.end())
    if after is None:
        return False
    verb, following = after.group("verb"), (after.group("next") or "").strip()
    return verb in _STATIVE and not following.endswith(("ing", "ed")) and following not in _ACTS


def _read_part_of_today(found: re.Match[str], context: Context) -> Reading | None:
    words = found.group().lower()
    if words.startswith("last") and not words.endswith("night"):
        return None
    if words == "this night":
        return None
    day = periods.shift(context.reference, -1 if words.startswith("last") else 0) if context.reference else None
    period = periods.on_day(day) if day is not None else unresolved(DAY)
    return Reading(*found.span(), period, "relative_date", 0.88)


def _read_ago(found: re.Match[str], context: Context) -> Reading | None:
    counted = context.look_back(grammar.COUNT_BEFORE_AGO, found.start())
    if counted is None:
        return None
    word = counted[0].group("count").lower()
    count = int(word) if word.isdigit() else grammar.CARDINAL_NUMBER.get(word.removeprefix("a "), 0)
    unit = counted[0].group("unit").lower()
    if not 0 < count < 1000:
        return Reading(counted[1], found.end(), unresolved(YEAR), "relative_date", 0.7)
    sign = -1 if found.group() == "ago" else 1
    period = relative.away(context.reference, sign * count, unit)
    return Reading(counted[1], found.end(), period, "relative_date", 0.85)


def _read_numeric(found: re.Match[str], context: Context) -> Reading | None:
    if context.text[found.start() - 1 : found.start()] in tuple("$€£./-#,") and found.start():
        return None
    match = grammar.NUMERIC.match(context.text, found.start(), context.ceiling)
    if match is None:
        return None
    a, b, c = (int(match.group(part)) for part in "abc")
    if match.group("a") is not None and len(match.group("a")) == 4:
        if not 1000 <= a <= 2100:
            return None
        year, month, day = a, b, c
    else:
        if len(match.group("c")) not in (2, 4) or (match.group("mark") == "." and len(match.group("c")) == 2):
            return None
        year = c if c > 99 else 2000 + c if c < 30 else 1900 + c
        month, day = (b, a) if a > 12 or (b <= 12 and (context.day_first or match.group("mark") == ".")) else (a, b)
    period = periods.of_day(year, month, day)
    if period.start is None:
        return None
    ambiguous = len(match.group("a")) < 3 and a <= 12 and b <= 12 and a != b
    return Reading(found.start(), match.end(), period, "calendar_date", 0.75 if ambiguous else 0.98, year)


def _read_month_year(found: re.Match[str], context: Context) -> Reading | None:
    month, year = map(int, re.split("[-/]", found.group()))
    if context.before(found.start())[-1:] in tuple("$€£./-#,\\"):
        return None
    return Reading(*found.span(), periods.of_month(year, month), "calendar_date", 0.75, year)


def _read_decade_word(found: re.Match[str], context: Context) -> Reading | None:
    if not re.search(r"\b(?:the|in|early|late|mid)[ -]$", context.before(found.start()), re.IGNORECASE):
        return None
    first = 1900 + 10 * _DECADE_WORDS.index(found.group())
    return Reading(*found.span(), periods.of_years(first, first + 9, DECADE), "calendar_date", 0.7)


def _read_decade(found: re.Match[str], context: Context) -> Reading | None:
    digits = re.sub(r"\D", "", found.group())
    start = found.start()
    before = context.before(start)
    if context.text[found.end() : found.end() + 1] in ("°", "º"):
        return None
    if len(digits) == 4:
        first = int(digits)
        if (first % 100 == 0 and first < 2000) or not 1000 <= first < 2100:
            return Reading(start, found.end(), periods.of_years(first, first + 99, DECADE), "calendar_date", 0.85)
        return Reading(start, found.end(), periods.of_years(first, first + 9, DECADE), "calendar_date", 0.96)
    if len(digits) != 2 or digits == "00":
        return None
    apostrophe = before[-1:] in ("'", "’", "‘")
    if not apostrophe and not re.search(r"\b(?:the|early|late|mid|and)[ -]$", before, re.IGNORECASE):
        return None
    if re.search(r"\b(?:in|into) (?:his|her|their|your|my)(?: (?:early|late|mid))?[ -]$", before, re.IGNORECASE):
        return None
    first = 1900 + int(digits)
    return Reading(start - apostrophe, found.end(), periods.of_years(first, first + 9, DECADE), "calendar_date", 0.8)


def _read_era(found: re.Match[str], context: Context) -> Reading | None:
    words = found.group()
    digits = int(re.match(r"\d+", words).group())  # type: ignore[union-attr]
    if "B" in words or digits < 1:
        return Reading(*found.span(), unresolved(YEAR), "calendar_date", 0.9)
    return Reading(*found.span(), periods.of_year(digits), "calendar_date", 0.9, digits)


def _read_anno(found: re.Match[str], context: Context) -> Reading | None:
    year = int(found.group("anno"))
    return Reading(*found.span(), periods.of_year(year), "calendar_date", 0.85, year) if year else None


def _read_year(found: re.Match[str], context: Context) -> Reading | None:
    start, end = found.span()
    year = int(found.group())
    until = context.match(grammar.YEAR_RANGE, end)
    if until is not None:
        reading = _years(start, year, until, context)
        if reading is not None:
            return reading
    month = context.match(grammar.YEAR_MONTH, end)
    if month is not None and 1900 <= year < 2100 and not context.before(start)[-1:].isalnum():
        return Reading(
            start, month.end(), periods.of_month(year, int(month.group("month"))), "calendar_date", 0.75, year
        )
    confidence = confidence_of_year(context.text, start, end, context.floor, context.ceiling, context.words)
    if confidence <= 0.4 and context.after_year and year in range(1900, 2061):
        confidence = 0.8
    if confidence <= 0.4:
        return None
    return Reading(start, end, periods.of_year(year), "calendar_date", confidence, year)


def _years(start: int, first: int, until: re.Match[str], context: Context) -> Reading | None:
    """ "2014–2018", "1776-77", "2019/20"."""
    digits = until.group("until")
    last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
    if len(digits) == 2 and last <= 12 + first // 100 * 100 and (last != first + 1 or until.group().strip()[0] != "/"):
        if last != first + 1:
            return None
    if not first < last <= first + 150 or not 1000 <= first <= 2100:
        return None
    if confidence_of_year(context.text, start, start + 4, context.floor, start + 4, context.words) < 0.4:
        return None
    fiscal = re.match(r"[ ](?:fiscal|financial|tax) year", context.text[until.end() : until.end() + 16])
    if fiscal is not None:
        period = _split_year(first, context)
        period = period if period.start is not None else periods.of_years(first, last)
        return Reading(start, until.end() + fiscal.end(), period, "fiscal_year", 0.85, first)
    return Reading(start, until.end(), periods.of_years(first, last), "calendar_date", 0.93, first)


_READERS: Mapping[str, Callable[[re.Match[str], Context], Reading | None]] = {
    "month": _read_month,
    "weekday": _read_weekday,
    "unit": _read_unit,
    "season": _read_season,
    "day": _read_day_word,
    "this": _read_part_of_today,
    "ago": _read_ago,
    "fiscal": _read_fiscal,
    "quarter": _read_quarter_mark,
    "numeric": _read_numeric,
    "decade": _read_decade,
    "decade_word": _read_decade_word,
    "month_year": _read_month_year,
    "era": _read_era,
    "year": _read_year,
    "anno": _read_anno,
}
