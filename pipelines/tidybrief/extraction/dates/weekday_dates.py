"""Dates that are built around the name of a weekday: "on Monday", "last Friday", "Tuesday, 4 May".

What belongs here: which day a weekday means, and which weekdays mean no day. Months stand in `month_dates`, days that
are counted within a month in `ordinal_days`.
"""

import re
from datetime import date

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import DAY, Period
from tidybrief.extraction.dates.context import Context, Reading, direction_of
from tidybrief.extraction.dates.month_dates import month_at
from tidybrief.extraction.dates.ordinal_days import (
    NUMBER_BEFORE_WEEKDAY,
    number_of,
    weekday_of_month,
    weekday_with_day,
)

_UP_TO_WEEKDAY = re.compile(
    rf"(?:{grammar.S}(?:to|through|thru){grammar.S}|{grammar.S}?{grammar.DASH}{grammar.S}?){grammar.ANY_WEEKDAY}(?![A-Za-z])"
)
_FROM_WEEKDAY = re.compile(
    rf"{grammar.ANY_WEEKDAY}(?:{grammar.S}(?:to|through|thru){grammar.S}|{grammar.S}?{grammar.DASH}{grammar.S}?)$"
)
_SPAN_CUE_BEFORE = re.compile(rf"\b(?:from|between|on|this|last|next){grammar.S}$", re.IGNORECASE)
_NAME_AFTER = re.compile(rf"[ ](?!{grammar.MONTH}(?![a-z]))[A-Z][a-z]+(?!\w)(?!['’]s)")
_IN_A_BEFORE = re.compile(rf"\b(?:[Ii]n|[Dd]uring|[Aa]t|[Aa]fter|[Ff]ollowing|[Ff]rom|[Oo]f){grammar.S}an?{grammar.S}$")
_AHEAD_BEFORE = re.compile(rf"\b[Aa]head{grammar.S}of{grammar.S}$")
_BOUND_BEFORE = re.compile(
    rf"(?<![\w-])(?:From|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|(?<!up )to|[Nn]o{grammar.S}later{grammar.S}than)"
    rf"{grammar.S}(?:the{grammar.S})?$"
)
_OF_ANY = re.compile(rf"{grammar.S}(?:of|in){grammar.S}(?:the|each|every|any){grammar.S}")
_NAMING_BEFORE = re.compile(r"\b(?:Bloody|Super|Black|Fat|Giving|Big)[ ]$")  # days of history: "Super Tuesday"
_DIGITS_AFTER = re.compile(rf",?{grammar.S}(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?)(?![\w/%-]|[.,]\d)")
_DAY_IN_BRACKETS = re.compile(rf"{grammar.S}\((?=(?P<month>{grammar.MONTH})(?![A-Za-z])|\d)")
_LEADS_AHEAD = re.compile(rf"\b(?:[Ff]or|[Tt]o|[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Ff]rom|[Oo]f|[Oo]n){grammar.S}$")
"""Before a day of this week that need not be the day of what was done: "announced a vote for this Sunday"."""


def read_weekday(found: re.Match[str], context: Context) -> Reading | None:  # noqa: PLR0911 - one return a case
    """The date around the name of a weekday."""
    start, end = found.span()
    word = found.group().lower()
    follow = context.match(grammar.AFTER_WEEKDAY, end)
    if follow is not None:
        composed = _date_after_weekday(follow, context)
        if composed is not None:
            composed = composed._replace(start=start)
            return on_weekday(composed, grammar.WEEKDAY_NUMBER[word], context.reference)
    bracket = context.match(_DAY_IN_BRACKETS, end)
    if bracket is not None and (named := _date_after_weekday(bracket, context)) is not None:
        return on_weekday(named, grammar.WEEKDAY_NUMBER[word], context.reference)._replace(start=start, end=end)
    if context.match(_DIGITS_AFTER, end) is not None:
        return None
    number = grammar.WEEKDAY_NUMBER[word]
    with_day = weekday_with_day(found, number, context)
    if with_day is not None:
        return with_day
    counted = context.look_back(NUMBER_BEFORE_WEEKDAY, start)
    if counted is not None:
        of_month = weekday_of_month(found, counted[1], number_of(counted[0].group("number")), number, context)
        if of_month is not None or counted[0].group("number").lower() != "last" or context.match(_OF_ANY, end):
            return of_month
    is_named = _opens_name(start, end, context) or context.look_back(_NAMING_BEFORE, start) is not None
    if word in grammar.SHORT_WEEKDAYS or is_named or _is_habit(start, end, context):
        return None
    which = context.look_back(grammar.DEICTIC_BEFORE, start)
    part = context.match(grammar.PART_OF_DAY, end)
    end = part.end() if part is not None else end
    of_week = context.match(grammar.OF_WEEK, end)
    if of_week is not None:
        period = relative.weekday(context.reference, number, of_week.group("which"), relative.PAST)
        return Reading(start, of_week.end(), period, "relative_date", 0.9)
    if which is not None and which[0].group("year_kind") is None:
        start = which[1]
        period = _deictic_weekday(start, end, number, which[0].group("which").lower(), context)
    else:
        direction = direction_of(context, start, end)
        if context.look_back(_AHEAD_BEFORE, start) is not None or (
            direction == relative.UNKNOWN and context.look_back(_BOUND_BEFORE, start) is not None
        ):
            direction = relative.FUTURE
        period = relative.weekday(context.reference, number, None, direction)
    return Reading(start, end, period, "relative_date", 0.92 if period.start else 0.88)


def _deictic_weekday(start: int, end: int, number: int, which: str, context: Context) -> Period:
    """ "last Friday", "next Friday"; "this Sunday" of the week of the publication, but that of the week before where it
    is yet to come and its sentence tells what was done then.
    """
    period = relative.weekday(context.reference, number, which, relative.PAST)
    is_ahead = context.reference is not None and period.start is not None and period.start > context.reference
    if which != "this" or not is_ahead or _LEADS_AHEAD.search(context.before(start)) is not None:
        return period
    if direction_of(context, start, end) != relative.PAST:
        return period
    return relative.weekday(context.reference, number, None, relative.PAST)


def _opens_name(start: int, end: int, context: Context) -> bool:
    """Whether a weekday begins the name of a newspaper or a show: "the Sunday Telegraph"."""
    return context.before(start).endswith(("the ", "The ")) and context.match(_NAME_AFTER, end) is not None


def _is_habit(start: int, end: int, context: Context) -> bool:
    """Whether a weekday stands for all such days ("every Sunday", "Sunday trading", "open Monday to Friday")."""
    next_word = context.match(grammar.NEXT_WORD, end)
    in_span = context.match(_UP_TO_WEEKDAY, end) or context.look_back(_FROM_WEEKDAY, start)
    if in_span is not None and direction_of(context, start, end) == relative.UNKNOWN:
        return context.look_back(_SPAN_CUE_BEFORE, start) is None
    return (
        (next_word is not None and next_word.group(1).lower() in context.habits and context.text[end] == " ")
        or (context.look_back(grammar.HABIT_BEFORE, start) is not None and not _is_event(start, next_word, context))
        or context.match(grammar.PARTS_OF_DAY, end) is not None
        or grammar.WEEKLY_BEFORE.search(context.text, max(context.floor, start - 60), start) is not None
    )


def _is_event(start: int, next_word: re.Match[str] | None, context: Context) -> bool:
    """Whether "a Thursday" is the day of something that happened once: "in a Thursday report"."""
    return (
        next_word is not None
        and next_word.group(1).lower() in context.events
        and context.look_back(_IN_A_BEFORE, start) is not None
    )


def on_weekday(reading: Reading, number: int, reference: date | None) -> Reading:
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
