"""Days that are counted within a month: "the first Monday of March", "Tuesday the 19th", "the 20th of next month".

What belongs here: reading them. What does not: days with the name of their month (`month_dates`).
"""

import re
from datetime import date

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import DAY, Period, unresolved
from tidybrief.extraction.dates.context import Context, Reading, direction_of
from tidybrief.extraction.dates.grammar import S

_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1} | {
    f"{number}{ending}": number for number, ending in enumerate(("st", "nd", "rd", "th", "th"), start=1)
}
NUMBER_BEFORE_WEEKDAY = re.compile(rf"(?<![\w-])(?P<number>{'|'.join(_NUMBERS)}){S}$", re.IGNORECASE)
_OF_MONTH = re.compile(
    rf"(?:{S}{grammar.PART_OF_DAY_WORD})?{S}(?:of|in){S}(?:the{S}month{S}of{S})?"
    rf"(?:(?P<month>{grammar.MONTH})(?![A-Za-z])(?:\.?{S}?,?(?:{S}of|{S}in)?{S}(?P<year>{grammar.YEAR_DIGITS})(?![\d%]|[.,]\d))?"
    rf"|(?:the{S})?(?P<which>this|last|next|previous|following|coming|current){S}month(?![A-Za-z]))"
)
_DAY_OF_BEFORE = re.compile(
    rf"(?<![\w.,/$€£-])(?P<day>{grammar.DAY_DIGITS}|{grammar.ORDINAL})(?:{S}day)?{S}of{S}(?:the{S})?$", re.IGNORECASE
)
_DAY_AFTER_WEEKDAY = re.compile(
    rf",?{S}(?:the{S})?(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?![\w-]|{S}(?:of{S})?[A-Z]|{S}centur)"
)
_ON_BEFORE = re.compile(
    rf"(?<![\w-])(?:on{S}(?:the{S})?|(?:by|until|till|since|before|after|from|week{S}of){S}the{S})$", re.IGNORECASE
)
_CLOSING = re.compile(
    r"[^\S\n]?(?:[.,;:!?)\n]|$)|[ ](?:at|for|in|with|when|but|after|before|until|by|as|because|if)(?![\w-])"
)


def weekday_of_month(found: re.Match[str], start: int, number: int, weekday: int, context: Context) -> Reading | None:
    """The first, second, … or last such weekday of a month; None where no certain month is named."""
    of = context.match(_OF_MONTH, found.end())
    if of is None:
        return None
    if of.group("year"):
        year = int(of.group("year"))
        month = periods.of_month(year, grammar.MONTH_NUMBER[of.group("month").lower()])
        method, stated = "calendar_date", year
    elif of.group("month"):
        named = grammar.MONTH_NUMBER[of.group("month").lower()]
        if context.year_in_view is not None:
            month = periods.of_month(context.year_in_view, named)
        else:
            month = relative.month(context.reference, named, None, direction_of(context, start, of.end()))
        method, stated = "partial_date", None
    else:
        month = relative.unit(context.reference, of.group("which"), "month")
        method, stated = "relative_date", None
    day = periods.nth_weekday(month.start.year, month.start.month, weekday, number) if month.start is not None else None
    return Reading(start, of.end(), periods.on_day(day) if day is not None else unresolved(DAY), method, 0.93, stated)


def number_of(word: str) -> int:
    """1 of "first", -1 of "last"."""
    return _NUMBERS[word.lower()]


def weekday_with_day(found: re.Match[str], weekday: int, context: Context) -> Reading | None:
    """ "Tuesday the 19th", "Wed 13th": the nearest day of this number that falls on the weekday."""
    after = context.match(_DAY_AFTER_WEEKDAY, found.end())
    if after is None:
        return None
    day = _number_of_day(after.group("day"))
    period = unresolved(DAY)
    if context.reference is not None:
        direction = direction_of(context, found.start(), after.end())
        fitting = [d for d in _days_around(context.reference, day) if d.weekday() == weekday]
        period = _nearest(fitting, context.reference, direction)
    return Reading(found.start(), after.end(), period, "relative_date", 0.85)


def day_of_which_month(start: int, end: int, month: Period, context: Context) -> Reading | None:
    """ "the 20th of next month": the day of a month that is named by its place in time."""
    before = context.look_back(_DAY_OF_BEFORE, start)
    if before is None:
        return None
    period = unresolved(DAY)
    if month.start is not None:
        period = periods.of_day(month.start.year, month.start.month, _number_of_day(before[0].group("day").lower()))
    return Reading(before[1], end, period, "relative_date", 0.9)


def read_ordinal_day(found: re.Match[str], context: Context) -> Reading | None:
    """ "on the 15th" at the end of a clause: the nearest such day."""
    start, end = found.span()
    if context.look_back(_ON_BEFORE, start) is None or context.match(_CLOSING, end) is None:
        return None
    period = unresolved(DAY)
    if context.reference is not None:
        day = _number_of_day(found.group())
        direction = direction_of(context, start, end)
        if direction == relative.UNKNOWN:
            period = periods.of_day(context.reference.year, context.reference.month, day)
        else:
            period = _nearest(_days_around(context.reference, day), context.reference, direction)
    return Reading(start, end, period, "relative_date", 0.6)


def _number_of_day(words: str) -> int:
    return grammar.ORDINAL_NUMBER.get(words) or int(words.rstrip("stndrh"))


def _days_around(reference: date, day: int) -> list[date]:
    """The days with this number within two years of the reference day."""
    months = (periods.of_month(reference.year, reference.month + step) for step in range(-24, 25))
    found = (periods.of_day(month.start.year, month.start.month, day) for month in months if month.start is not None)
    return [period.start for period in found if period.start is not None]


def _nearest(days: list[date], reference: date, direction: int) -> Period:
    ahead = [day for day in days if day >= reference]
    behind = [day for day in days if day <= reference]
    candidates = ahead if direction == relative.FUTURE else behind if direction == relative.PAST else days
    if not candidates:
        return unresolved(DAY)
    return periods.on_day(min(candidates, key=lambda day: (abs((day - reference).days), day)))
