"""Dates that are counted from another one: "three days after Easter", "the week of 7 October", "the last day of May".

What belongs here: widening a date by the words before it that point to another time. What does not: times that are
counted from the day of publication (`counted_times`).
"""

import re
from datetime import date

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import DAY, MONTH, QUARTER, WEEK, YEAR, Period, unresolved
from tidybrief.extraction.dates.context import Context, Reading
from tidybrief.extraction.dates.counted_spans import part_of
from tidybrief.extraction.dates.grammar import S
from tidybrief.extraction.dates.named_days import long_weekend
from tidybrief.extraction.dates.weekday_dates import on_weekday

_DISTANCE_BEFORE = re.compile(
    rf"(?<![\w.,-])(?:(?P<count>{grammar.COUNT}){S}|(?<=the[ ]))(?P<unit>day|week|month|year|decade)(?P<many>s?){S}"
    rf"(?P<way>after|before|from|following|prior{S}to){S}(?:the{S})?$",
    re.IGNORECASE,
)
_AMOUNT_BEFORE = re.compile(r"[\d%](?:[ ](?:[mb]illion|per[ ]?cent|[a-z]+s|yen|yuan|won)){0,3}[ ]$")
_WEEK_BEFORE = re.compile(
    rf"(?<![\w-])(?:week(?P<end>end)?{S}of|week{S}(?:(?P<starting>starting|commencing|beginning)|(?P<ending>ending|ended))"
    rf"(?:{S}on)?|(?P<mark>w/c))(?:{S}the)?{S}$",
    re.IGNORECASE,
)
_DAY_OF_BEFORE = re.compile(
    rf"(?<![\w-])(?P<number>last|final|{grammar.ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))(?P<from_end>{S}last)?"
    rf"{S}day{S}(?:of|in){S}(?:the{S})?$",
    re.IGNORECASE,
)
_WEEK_ENDINGS = ("of", "starting", "commencing", "beginning", "ending", "ended", " on", "w/c", " the")
_DAY_OF_ENDINGS = ("day of", "day in", "day of the", "day in the")
_DISTANCE_ENDINGS = ("after", "before", "from", "following", "prior to", " the")
_DAYS_OF = {DAY: 1, WEEK: 7}
_MONDAY = 0
_MONTHS_OF = {MONTH: 1, YEAR: 12}


def compose(reading: Reading, context: Context) -> Reading:
    """The date with the words before it that count from it, or the date as it is."""
    if reading.period.precision == DAY:
        week = context.look_back(_WEEK_BEFORE, reading.start, _WEEK_ENDINGS)
        if week is not None:
            if week[0].group("starting") or week[0].group("mark"):
                reading = on_weekday(reading, _MONDAY, context.reference)
            is_holiday = reading.method == "named_day"
            return reading._replace(start=week[1], period=_week(reading.period, week[0], is_holiday=is_holiday))
    if reading.period.precision in (MONTH, QUARTER, YEAR):
        counted = context.look_back(_DAY_OF_BEFORE, reading.start, _DAY_OF_ENDINGS)
        if counted is not None:
            return reading._replace(start=counted[1], period=_day_of(reading.period, counted[0]))
    part = part_of(reading, context)
    if part is not None:
        return part
    distance = context.look_back(_DISTANCE_BEFORE, reading.start, _DISTANCE_ENDINGS)
    if distance is None or (distance[0].group("count") is None and distance[0].group("many")):
        return reading
    is_rate = (distance[0].group("count") or "").lower() in ("a", "an") and distance[0].group("way").lower() == "from"
    if is_rate and _AMOUNT_BEFORE.search(context.before(distance[1])):
        return reading  # "$4,000 a year from 2025"
    period = _away_from(reading.period, distance[0])
    return reading._replace(start=distance[1], period=period) if period is not None else reading


def _week(day: Period, words: re.Match[str], *, is_holiday: bool) -> Period:
    if day.start is None:
        return unresolved(DAY if words.group("end") else WEEK)
    if words.group("end"):
        return long_weekend(day.start) if is_holiday else periods.of_weekend(day.start)
    if words.group("ending"):
        first = periods.shift(day.start, -6)
        return Period(first, day.start, WEEK) if first is not None else unresolved(WEEK)
    if words.group("starting") or words.group("mark"):
        last = periods.shift(day.start, 6)
        return Period(day.start, last, WEEK) if last is not None else unresolved(WEEK)
    return periods.of_week(day.start)


def _day_of(whole: Period, words: re.Match[str]) -> Period:
    if whole.start is None or whole.end is None:
        return unresolved(DAY)
    number = words.group("number").lower()
    if number in ("last", "final"):
        return periods.on_day(whole.end)
    count = grammar.ORDINAL_NUMBER.get(number) or int(number[:-2])
    day = periods.shift(whole.end, 1 - count) if words.group("from_end") else periods.shift(whole.start, count - 1)
    return periods.on_day(day) if day is not None and whole.start <= day <= whole.end else unresolved(DAY)


def _away_from(anchor: Period, words: re.Match[str]) -> Period | None:
    """The time so far from the other one, None where its precision does not allow to count."""
    unit, count = words.group("unit").lower(), grammar.count_of(words.group("count") or "one")
    if count is None:
        return None
    steps = -count if words.group("way").lower().startswith(("before", "prior")) else count
    if unit == "decade":
        unit, steps = YEAR, 10 * steps
    if unit == YEAR and anchor.precision == MONTH:
        unit, steps = MONTH, 12 * steps
    if anchor.precision not in (DAY, unit):
        return None
    if anchor.start is None:
        return unresolved(anchor.precision)
    if anchor.precision != DAY or (words.group("count") is None and unit != DAY):
        return relative.away(anchor.start, steps, unit)
    day = _later(anchor.start, steps, unit)
    return periods.on_day(day) if day is not None else unresolved(DAY)


def _later(day: date, steps: int, unit: str) -> date | None:
    if unit in _DAYS_OF:
        return periods.shift(day, steps * _DAYS_OF[unit])
    return relative.months_away(day, steps * _MONTHS_OF[unit])
