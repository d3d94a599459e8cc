"""Dates that are built around a unit of time: weeks, quarters, halves, seasons, centuries.

What belongs here: reading them at their place. What "last" and "next" mean stands in `relative_dates`, fiscal years
and their parts in `fiscal_years`.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeGuard

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import DAY, DECADE, QUARTER, WEEK, YEAR, Period, unresolved
from tidybrief.extraction.dates.context import Context, Reading, direction_of, year_of
from tidybrief.extraction.dates.counted_spans import read_part_of_the_unit
from tidybrief.extraction.dates.counted_times import read_counted_unit
from tidybrief.extraction.dates.fiscal_years import part_before_fiscal, part_of_fiscal_year, relative_fiscal_year
from tidybrief.extraction.dates.month_dates import day_number, int_or_none
from tidybrief.extraction.dates.ordinal_days import day_of_which_month

_LATEST_RESULTS = 120
"""Days after its end within which the results of a quarter are told."""
_RESULTS_BEHIND = re.compile(
    r"[ ](?:net |operating |pre-?tax |gross )?"
    r"(?:profits?|results?|earnings|revenues?|sales|income|loss(?:es)?)\b"
)
_HALF_CUE_BEFORE = re.compile(r"\b(?:in|during|for|since|by)(?: the)?[ ]$", re.IGNORECASE)
_EARLY_YEAR = re.compile(rf"{grammar.S}(?P<year>[1-9]\d{{0,2}})(?![\w%-]|[.,]\d)")
_WEEK_NUMBER = re.compile(
    rf"{grammar.S}(?P<number>[1-4]\d|5[0-3]|0?[1-9])(?:,|{grammar.S}of|{grammar.S}in)?{grammar.S}"
    rf"(?P<year>{grammar.YEAR_DIGITS})(?![\d%]|[.,]\d)"
)
_OF_YEAR = re.compile(
    rf"{grammar.S}(?:of|in){grammar.S}(?:the{grammar.S})?(?:(?:fiscal|financial|calendar){grammar.S})?(?:year{grammar.S})?"
    rf"(?:{grammar.YEAR_DIGITS}(?![\d%]|[.,]\d)|(?:this|last|next){grammar.S}year(?![A-Za-z]))"
)
_PART_OWNED = re.compile(
    rf"[’']s{grammar.S}(?P<part>first|1st|second|2nd|third|3rd|fourth|4th|final|last){grammar.S}"
    r"(?P<name>quarter|half)(?![A-Za-z-])",
    re.IGNORECASE,
)
_THIS_TIME_BEFORE = re.compile(r"(?<![\w-])this[ ]time[ ]$", re.IGNORECASE)
_OF_THE_YEAR = re.compile(rf"{grammar.S}of{grammar.S}the{grammar.S}year(?![A-Za-z-])")
_GAME = 150
_WEDNESDAY = 2
_RECENT_YEARS = 2
_MONTHS_OF = {"year": 18, "decade": 180}
_IN_PARTS = frozenset({"month", "quarter", "year"})
_OF = re.compile(rf"{grammar.S}of(?![A-Za-z])")
_YEAR_END = re.compile(r"(?:[’']s|s[’'])?[- ]end(?![A-Za-z])")
_YEAR_END_CUE_BEFORE = re.compile(r"\b(?:by|at|before|until|since|through|to|of)[ ](?:the[ ])?$", re.IGNORECASE)
_MIDDLE_BEFORE = re.compile(
    rf"\b(?:by|at|before|until|till|since|through|from|after|around|in){grammar.S}(?:the{grammar.S})?(?P<mid>mid-)$",
    re.IGNORECASE,
)
_WITH_MIDDLE = frozenset({"week", "month", "year", "decade", "century"})
_YEAR_AFTER_END = re.compile(rf"{grammar.S}(?:of{grammar.S})?{grammar.YEAR_DIGITS}(?![\d%]|[.,]\d)")
_WEEKEND_CUE_BEFORE = re.compile(r"\b(?:(?P<over>over|for)|during|at|on)[ ]$", re.IGNORECASE)
_BEYOND = re.compile(rf"{grammar.S}(?:(?P<way>before){grammar.S}last|after{grammar.S}next)(?![A-Za-z])")
_NUMBER_OF_PART = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "latter": 2, "final": 4,
    "last": 4,
}  # fmt: skip


def read_unit(found: re.Match[str], context: Context) -> Reading | None:  # noqa: PLR0911 - one return a case
    """The date around a unit of time: "last year", "the third quarter of 2024", "later this week"."""
    start, end = found.span()
    name = found.group().lower()
    if name == "year" and (closing := context.match(_YEAR_END, end)) is not None:
        if _YEAR_END_CUE_BEFORE.search(context.before(start)) is None or context.match(_YEAR_AFTER_END, closing.end()):
            return None
        return Reading(start, closing.end(), relative.unit(context.reference, "this", name), "relative_date", 0.8)
    if (middle := context.look_back(_MIDDLE_BEFORE, start)) is not None and name in _WITH_MIDDLE:
        begin = middle[1] + middle[0].start("mid") - middle[0].start()
        return Reading(begin, end, relative.unit(context.reference, "this", name), "relative_date", 0.75)
    if context.text[end : end + 1] == "-" and context.text[end + 1 : end + 2].isalpha():
        return None
    if (numbered := _numbered_unit(found, name, context)) is not None:
        return numbered
    if name in ("half", "centuries") or _is_part_of_game(start, name, context):
        return None
    beyond = context.match(_BEYOND, end)
    if beyond is not None:
        steps = -2 if beyond.group("way") == "before" else 2
        return Reading(start, beyond.end(), relative.unit_at(context.reference, steps, name), "relative_date", 0.9)
    which = context.look_back(grammar.DEICTIC_BEFORE, start)
    if which is None:
        return _tail_of_unit(name, start, end, context)
    return _deictic_unit(which[0], which[1], end, name, context)


def _numbered_unit(found: re.Match[str], name: str, context: Context) -> Reading | None:  # noqa: PLR0911 - one return a case
    """A unit that a number tells from others: "in two weeks", "the third quarter", "the 19th century"."""
    start, end = found.span()
    if name in ("week", "month", "fortnight") and (counted := read_counted_unit(found, context)) is not None:
        return counted
    if name in ("half", "quarter"):
        return _half_or_quarter(start, end, name, context)
    if name in ("century", "centuries"):
        several = context.look_back(grammar.IN_CENTURIES_BEFORE, start)
        if several is not None:
            return _centuries(several[0], several[1], end, context)
        number = context.look_back(grammar.IN_CENTURY_BEFORE, start)
        return _century(number[0].group("number").lower(), number[1], end, context) if number is not None else None
    if name == "week" and (by_number := _week_by_number(start, end, context)) is not None:
        return by_number
    if name in ("week", "weekend"):
        return _week_within(start, end, name, context)
    if name == "year":
        early = context.match(_EARLY_YEAR, end)
        if early is not None and context.look_back(grammar.THE_BEFORE, start) is not None:
            year = int(early.group("year"))
            return Reading(early.start("year"), early.end(), periods.of_year(year), "calendar_date", 0.85, year)
    return None


def _half_or_quarter(start: int, end: int, name: str, context: Context) -> Reading | None:
    """A half or quarter of a year that is counted within it; "last quarter" alone is not."""
    fiscal = part_before_fiscal(start, context)
    if fiscal is not None:
        year = context.match(_YEAR_AFTER_END, end)
        return Reading(fiscal, year.end() if year else end, unresolved(QUARTER), "fiscal_year", 0.85)
    part = context.look_back(grammar.PART_BEFORE, start)
    if part is None:
        return None
    word = part[0].group("part").lower()
    if name == "quarter" and word == "last" and context.match(_OF_YEAR, end) is None:
        return None
    return _part_of_year(word, part[1], end, name, context)


def _is_part_of_game(start: int, name: str, context: Context) -> bool:
    """Whether the words around a half or quarter show that it is one of a game."""
    if name not in ("half", "quarter"):
        return False
    low, high = max(context.floor, start - _GAME), min(context.ceiling, start + _GAME)
    return context.games.search(context.text, low, high) is not None


def _deictic_unit(  # noqa: PLR0911 - one return a case
    which: re.Match[str], start: int, end: int, name: str, context: Context
) -> Reading | None:
    """The unit that "this", "last", "next" and their like point to."""
    word = which.group("which").lower()
    if word == "same":
        return None
    if name == "month":
        day = day_of_which_month(start, end, relative.unit(context.reference, word, name), context)
        if day is not None:
            return day
    owned = context.match(_PART_OWNED, end) if name == "year" and context.reference is not None else None
    if owned is not None and not which.group("year_kind"):
        return _part_owned_by_year(word, start, owned, context)
    if which.group("year_kind") in ("fiscal", "financial") and name in ("year", "quarter"):
        return relative_fiscal_year(word, start, end, name, context)
    if (half := context.match(grammar.AND_A_HALF, end)) is not None and name in _MONTHS_OF:
        steps = _MONTHS_OF[name] * (1 if relative.offset_of(word) > 0 else -1)
        return Reading(start, half.end(), relative.span(context.reference, steps, YEAR), "relative_date", 0.75)
    anaphoric = word in ("previous", "preceding", "following", "prior")
    if anaphoric and context.year_in_view is not None and name == "year":
        period = periods.of_year(context.year_in_view + relative.offset_of(word))
    elif word in ("preceding", "following") and name == "year" and context.look_back(grammar.THE_BEFORE, start):
        period = unresolved(YEAR)
    elif anaphoric and name in ("day", "week", "month") and context.look_back(grammar.THE_BEFORE, start):
        return None
    else:
        is_gone = name == "weekend" and word == "this" and _is_weekend_gone(start, end, context)
        period = relative.unit(context.reference, "last" if is_gone else word, name)
        weekday = (
            context.match(grammar.ON_WEEKDAY, end) if name == "week" and word in ("this", "last", "next") else None
        )
        if weekday is not None:
            day_of_week = grammar.WEEKDAY_NUMBER[weekday.group("weekday").lower()]
            end, period = weekday.end(), relative.weekday(context.reference, day_of_week, word, relative.PAST)
    start = (context.look_back(_THIS_TIME_BEFORE, start) or (None, start))[1]
    return Reading(start, end, period, "relative_date", 0.92 if word in ("this", "last", "next") else 0.75)


def _is_weekend_gone(start: int, end: int, context: Context) -> bool:
    """Whether "this weekend" is told as past in the first days of a week."""
    reference = context.reference
    is_early = reference is not None and reference.weekday() <= _WEDNESDAY
    return is_early and direction_of(context, start, end) == relative.PAST


def _part_owned_by_year(which: str, start: int, part: re.Match[str], context: Context) -> Reading:
    """ "last year's third quarter"."""
    year = relative.unit(context.reference, which, "year").start
    halves, word = part.group("name").lower() == "half", part.group("part").lower()
    number = 2 if halves and word in ("final", "last") else _NUMBER_OF_PART[word]
    if year is None or (halves and number > 2):
        return Reading(start, part.end(), unresolved(QUARTER), "relative_date", 0.7)
    period = periods.of_half(year.year, number) if halves else periods.of_quarter(year.year, number)
    return Reading(start, part.end(), period, "relative_date", 0.9)


def _week_by_number(start: int, end: int, context: Context) -> Reading | None:
    """ "week 32 of 2021": a week of the ISO calendar, whose week 1 holds the first Thursday of the year."""
    number = context.match(_WEEK_NUMBER, end)
    if number is None:
        return None
    year = int(number.group("year"))
    thursday = periods.shift(periods.of_day(year, 1, 4).start or date.max, 7 * (int(number.group("number")) - 1))
    period = periods.of_week(thursday) if thursday is not None else unresolved(WEEK)
    return Reading(start, number.end(), period, "calendar_date", 0.9, year)


def _week_within(start: int, end: int, name: str, context: Context) -> Reading | None:
    """ "the first week of May 2024", "the last weekend in March": a week belongs to where its Thursday lies."""
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
    method = "calendar_date" if of.group("year") else "partial_date"
    if whole.start is None or whole.end is None:
        return Reading(part[1], of.end(), unresolved(WEEK if name == "week" else DAY), method, 0.85)
    middle = 3 if name == "week" else 5
    word = part[0].group("part").lower()
    if word in ("last", "final"):
        day = periods.shift(whole.end, -((whole.end.weekday() - middle) % 7))
    else:
        first = periods.shift(whole.start, (middle - whole.start.weekday()) % 7)
        day = periods.shift(first, 7 * (_NUMBER_OF_PART[word] - 1)) if first is not None else None
    make = periods.of_week if name == "week" else periods.of_weekend
    period = make(day) if day is not None else unresolved(WEEK)
    return Reading(part[1], of.end(), period, method, 0.85)


def _tail_of_unit(name: str, start: int, end: int, context: Context) -> Reading | None:
    """ "the end of the year", "later in the month": of the unit that holds the reference day."""
    tail = context.look_back(grammar.TAIL_BEFORE, start)
    if tail is not None:
        start = tail[1] + tail[0].start(tail[0].lastgroup or "tail") - tail[0].start()
        return Reading(start, end, relative.unit(context.reference, "this", name), "relative_date", 0.8)
    part = read_part_of_the_unit(name, start, end, context) if name in _IN_PARTS else None
    if part is not None:
        return part
    if name == "weekend" and context.match(_OF, end) is not None:
        return None
    the = context.look_back(grammar.THE_BEFORE, start) if name == "weekend" else None
    cue = _WEEKEND_CUE_BEFORE.search(context.before(the[1])) if the is not None else None
    direction = direction_of(context, start, end)
    if cue is not None and (direction != relative.UNKNOWN or cue.group("over")):
        which = "last" if direction == relative.PAST else "this"
        return Reading(start, end, relative.unit(context.reference, which, name), "relative_date", 0.7)
    return None


def _part_of_year(part: str, start: int, end: int, name: str, context: Context) -> Reading | None:  # noqa: PLR0911 - one return a case
    halves = name == "half"
    number = 2 if halves and part in ("final", "last") else _NUMBER_OF_PART[part]
    if halves and number > 2:
        return None
    if (fiscal := part_of_fiscal_year(start, end, context)) is not None:
        return fiscal
    make: Callable[[int, int], Period] = periods.of_half if halves else periods.of_quarter
    of = context.match(grammar.OF_PERIOD, end)
    if of is not None and of.group("kind") in ("fiscal", "financial"):
        return Reading(start, of.end(), unresolved(QUARTER), "fiscal_year", 0.85, int_or_none(of.group("year")))
    if of is not None and of.group("year"):
        year = int(of.group("year"))
        return Reading(start, of.end(), make(year, number), "calendar_date", 0.96, year)
    if of is not None and context.reference is not None:
        year = context.reference.year + relative.offset_of(of.group("which"))
        return Reading(start, of.end(), make(year, number), "relative_date", 0.93)
    if of is not None:
        return Reading(start, of.end(), unresolved(QUARTER), "relative_date", 0.9)
    of_the_year = context.match(_OF_THE_YEAR, end)
    if halves and of_the_year is None and not _HALF_CUE_BEFORE.search(context.before(start)):
        return None
    if re.match(r"[ ]of[ ](?!the (?:year|fiscal))", context.text[end : min(end + 20, context.ceiling)]):
        return None
    if of_the_year is None and _is_part_of_game(start, name, context):
        return None
    after = of_the_year.end() if of_the_year is not None else end
    if _is_recent(context.year_in_view, context.reference):
        return Reading(start, after, make(context.year_in_view, number), "partial_date", 0.75)
    period = relative.quarter(context.reference, number, direction_of_part(start, end, make, number, context), halves)
    return Reading(start, after, period, "relative_date", 0.75)


def direction_of_part(start: int, end: int, make: Callable[[int, int], Period], number: int, context: Context) -> int:
    """Whether the sentence speaks of a past or a coming quarter or half; "Q2 results are due today" of a past one."""
    direction = direction_of(context, start, end)
    if direction == relative.FUTURE and _RESULTS_BEHIND.match(context.text, end, context.ceiling):
        return _direction_of_results(context.reference, make, number)
    return direction


def _direction_of_results(reference: date | None, make: Callable[[int, int], Period], number: int) -> int:
    """Results that are to be told are those of the quarter that has just ended, if one of that number has."""
    if reference is None:
        return relative.FUTURE
    ends = (make(year, number).end for year in (reference.year, reference.year - 1))
    ended = any(end is not None and 0 <= (reference - end).days <= _LATEST_RESULTS for end in ends)
    return relative.PAST if ended else relative.FUTURE


def _is_recent(year: int | None, reference: date | None) -> TypeGuard[int]:
    """Whether a year that the text has named is near enough to be that of a quarter without one."""
    return year is not None and (reference is None or abs(reference.year - year) <= _RECENT_YEARS)


def _century(number: str, start: int, end: int, context: Context) -> Reading | None:
    count = grammar.ORDINAL_NUMBER.get(number) or day_number(number)
    before_christ = context.match(grammar.BEFORE_CHRIST, end)
    if before_christ is not None:
        return Reading(start, before_christ.end(), unresolved(DECADE), "calendar_date", 0.9)
    if not 0 < count <= 30:
        return None
    first = max(1, 100 * (count - 1))
    return Reading(start, end, periods.of_years(first, 100 * count - 1, DECADE), "calendar_date", 0.9)


def _centuries(numbers: re.Match[str], start: int, end: int, context: Context) -> Reading:
    """ "the 18th and 19th centuries": from the first day of the one to the last day of the other."""
    first = _century(numbers.group("first").lower(), start, end, context)
    last = _century(numbers.group("number").lower(), start, end, context)
    if first is None or last is None:
        return Reading(start, end, unresolved(DECADE), "calendar_date", 0.8)
    return last._replace(period=periods.between(first.period, last.period, DECADE))


def read_season(found: re.Match[str], context: Context) -> Reading | None:
    """A season; without a year or "this", "last", "next" it stays unresolved."""
    start, end = found.span()
    word = found.group()
    name = grammar.SEASONS[word.lower()]
    year = context.match(grammar.SEASON_YEAR, end)
    leads = (grammar.SEASON_PREPOSITION_BEFORE, grammar.DATE_BEFORE_SEASON)
    if year is not None and (word != "fall" or any(context.look_back(lead, start) for lead in leads)):
        number = int(year.group("year"))
        return Reading(start, year.end(), periods.of_season(number, name), "calendar_date", 0.93, number)
    which_year = context.match(grammar.WHICH_YEAR, end)
    if which_year is not None and (known := year_of(which_year.group("which"), context)) is not None:
        return Reading(start, which_year.end(), periods.of_season(known, name), "relative_date", 0.9)
    declines = word == "fall" and context.match(grammar.BEHIND_DECLINE, end) is not None
    which = context.look_back(grammar.DEICTIC_BEFORE, start) if not declines else None
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
