"""Spans of counted units: "the past four years", "the next two quarters", "the first nine months of 2024".

What belongs here: which days they cover. How long they are is a quantity and is read there too.
"""

import re
from datetime import MAXYEAR, date, timedelta

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import DAY, MONTH, QUARTER, YEAR, Period, unresolved
from tidybrief.extraction.dates.context import Context, Reading, direction_of
from tidybrief.extraction.dates.grammar import S

_UP_TO_NOW_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<within>within{S}(?:the{S})?)|(?:the|these|this|over|in|for|during){S})"
    rf"(?P<span>(?:(?P<which>last|past|next|coming|upcoming){S}(?P<count>{grammar.COUNT})"
    rf"(?P<half>(?:{S}|-)and(?:{S}|-)a(?:{S}|-)half)?(?:{S}(?P<kind>business|working))?|"
    rf"(?P<number>{grammar.COUNT}){S}(?P<way>past|next|coming|upcoming)){S})$",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(
    rf"{S}(?:of|into){S}(?![^\w\s]{{1,3}}\d)|{S}and{S}(?:a{S}half|\d(?!\d?{S}[a-z]+{S}ago))|[’']|-"
)
_PART_BEFORE = re.compile(
    rf"(?<![\w-])(?P<which>first|opening|initial|last|final|closing){S}(?P<count>{grammar.COUNT}){S}"
    rf"(?P<unit>day|week|month|quarter)s{S}(?:of|in){S}(?:the{S})?$",
    re.IGNORECASE,
)
_FROM_THE_END = frozenset({"last", "final", "closing"})
_MONTHS_OF = {"year": 12, "decade": 120}
_LARGEST = 200
_MONTHS_OF_A_QUARTER = 3
_SATURDAY = 5


def read_span_up_to_now(found: re.Match[str], context: Context) -> Reading | None:
    """ "the past four years" up to the day of publication, "the next two weeks" from the day after it.

    Quarters are those of the calendar. In a sentence about the past, "the next two years" counts from a time before.
    """
    before = context.look_back(_UP_TO_NOW_BEFORE, found.start())
    if before is None or context.match(_OF_SOMETHING, found.end()) is not None:
        return None
    words, start = before[0], before[1] + before[0].start("span") - before[0].start()
    number = words.group("count") or words.group("number")
    count = grammar.count_of(number)
    if count is None or not 1 < count <= _LARGEST or "couple" in number.lower():
        return None
    backward = relative.offset_of((words.group("which") or words.group("way")).lower()) < 0
    if not backward and direction_of(context, start, found.end()) == relative.PAST:
        return None
    unit = found.group().lower().removesuffix("s")
    if words.group("kind") and (unit != DAY or backward):
        return None
    if words.group("half"):
        months = _MONTHS_OF.get(unit)
        if months is None:
            return None
        steps = count * months + months // 2
        period = relative.span(context.reference, -steps if backward else steps, YEAR)
    elif words.group("kind"):
        period = _next_working_days(context.reference, count)
    else:
        period = _up_to_now(context.reference, -count if backward else count, unit)
        if words.group("within") and period.end is not None and unit != QUARTER:
            period = period._replace(start=context.reference)
    return Reading(start, found.end(), period, "relative_date", 0.75)


def _next_working_days(reference: date | None, count: int) -> Period:
    """From the first to the last of the next days from Monday to Friday."""
    if reference is None or reference.year >= MAXYEAR - 1:
        return unresolved(DAY)
    ahead = (reference + timedelta(days=step) for step in range(1, 2 * count + 3))
    working = [day for day in ahead if day.weekday() < _SATURDAY][:count]
    return Period(working[0], working[-1], DAY)


def _up_to_now(reference: date | None, count: int, unit: str) -> Period:
    precision = relative.precision_of(unit)
    if reference is None:
        return unresolved(precision)
    if unit == QUARTER:
        near, far = (relative.unit_at(reference, steps, unit) for steps in ((1, count) if count > 0 else (-1, count)))
        return periods.between(min(near, far), max(near, far), QUARTER) if near.start and far.start else near
    other = days_or_months_away(reference, count, unit)
    if other is None:
        return unresolved(precision)
    if count < 0:
        return Period(other, reference, precision)
    return Period(periods.shift(reference, 1), other, precision)


def days_or_months_away(day: date, count: int, unit: str) -> date | None:
    """The day so many units other than quarters away; None beyond the calendar."""
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if days is not None:
        return periods.shift(day, count * days)
    return relative.months_away(day, count * {"month": 1, "year": 12}.get(unit, 120))


def part_of(whole: Reading, context: Context) -> Reading | None:
    """ "the first nine months of 2024": so many units from the start or the end of a longer period."""
    if whole.period.precision not in (MONTH, QUARTER, YEAR) or "s " not in context.before(whole.start):
        return None
    before = context.look_back(_PART_BEFORE, whole.start)
    count = grammar.count_of(before[0].group("count")) if before is not None else None
    if before is None or count is None or not 1 < count < _LARGEST:
        return None
    unit = before[0].group("unit").lower()
    from_end = before[0].group("which").lower() in _FROM_THE_END
    quarters = unit == QUARTER or (unit == MONTH and count % _MONTHS_OF_A_QUARTER == 0)
    precision = QUARTER if quarters else relative.precision_of(unit)
    period = _part(whole.period, count, unit, precision, from_end=from_end)
    return whole._replace(start=before[1], period=period)


def read_part_of_the_unit(name: str, start: int, end: int, context: Context) -> Reading | None:
    """ "the first six months of the year": of the one that holds the day of publication, or of the one before it.

    Of the one before it where the sentence speaks of the past and the part is not over yet.
    """
    whole = Reading(start, end, relative.unit(context.reference, "this", name), "relative_date", 0.75)
    part = part_of(whole, context)
    if part is None or part.period.end is None or context.reference is None:
        return part
    if part.period.end <= context.reference or direction_of(context, part.start, end) != relative.PAST:
        return part
    return part_of(whole._replace(period=relative.unit(context.reference, "last", name)), context)


def _part(whole: Period, count: int, unit: str, precision: str, *, from_end: bool) -> Period:
    if whole.start is None or whole.end is None:
        return unresolved(precision)
    first: date | None = whole.start
    last: date | None = whole.end
    if from_end:
        after = periods.shift(whole.end, 1)
        first = _steps_away(after, -count, unit) if after is not None else None
    else:
        after = _steps_away(whole.start, count, unit)
        last = periods.shift(after, -1) if after is not None else None
    if first is None or last is None or first < whole.start or last > whole.end:
        return unresolved(precision)
    return Period(first, last, precision)


def _steps_away(day: date, count: int, unit: str) -> date | None:
    return days_or_months_away(day, 3 * count, MONTH) if unit == QUARTER else days_or_months_away(day, count, unit)
