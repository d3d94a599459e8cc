"""Times that are counted from the day of publication: "two years ago", "three weeks from now", "in two weeks' time".

What belongs here: reading them at their place. What does not: times that are counted from another date of the text
(`composed_dates`), and how long something lasts, which is no date.
"""

import re

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import DAY, YEAR, unresolved
from tidybrief.extraction.dates.context import Context, Reading, direction_of
from tidybrief.extraction.dates.counted_spans import days_or_months_away
from tidybrief.extraction.dates.grammar import S

_COUNT_BEFORE_AGO = re.compile(
    rf"(?<![\w.,-])(?:(?P<count>{grammar.COUNT})|(?P<vague>\d{{1,3}}(?:,\d{{3}})+|"
    rf"(?:\d{{1,4}}(?:\.\d{{1,3}})?|{grammar.NUMBER_WORD}){S}(?:hundred|thousand|million|billion)|"
    rf"(?:a{S})?few|several|many|some|half{S}an?|(?:a{S})?(?:quarter|third){S}of{S}an?))"
    rf"{S}(?P<unit>day|night|week|fortnight|month|quarter|year|decade|(?P<century>centur(?:y|ie)))s?{S}$",
    re.IGNORECASE,
)
_WEEKDAYS_BEFORE_AGO = re.compile(
    rf"(?<![\w.,-])(?P<count>{grammar.COUNT}){S}(?P<weekday>{grammar.WEEKDAY})s?{S}$", re.IGNORECASE
)
_IN_COUNT_BEFORE = re.compile(
    rf"(?<![\w-])(?:in|(?P<within>within)){S}(?:about{S})?(?P<count>{grammar.COUNT}){S}$", re.IGNORECASE
)
# "the lowest in two years" looks back over them.
_RECORD_BEFORE = re.compile(
    r"\b(?:the|its|their|his|her) (?:[a-z-]+ )?(?:best|worst|most|least|first|only"
    r"|(?!(?:inter|requ|prot|harv|for|cont|gu|w|r|t|ch|qu|arr|p|cr)est)[a-z]+est)\b[^.,;:\n]*$"
)
_AIM_BEFORE = re.compile(r"\bwould\b[^.;:\n]*$")  # how long something was to take
_CLAUSE = 100
_TIME_AFTER = re.compile(rf"(?:[’']s?|s[’']){S}time(?![A-Za-z])")
_CLOSING = re.compile(rf"[^\S\n]?(?:[.,;:!?)\n]|$)|{S}(?:and|but|or){S}(?!(?:a|{grammar.COUNT}){S}|\d)", re.IGNORECASE)


def read_ago(found: re.Match[str], context: Context) -> Reading | None:
    """ "two years ago", "three Sundays from now"; an amount that is not known ("several years ago") stays open."""
    sign = -1 if found.group() in ("ago", "back") else 1
    counted = context.look_back(_COUNT_BEFORE_AGO, found.start())
    if counted is None:
        return _weekdays_away(found, sign, context) if found.group() != "back" else None
    words, start = counted
    count = grammar.count_of(words.group("count")) if words.group("count") else None
    unit = words.group("unit").lower()
    if count is None or not 0 < count < 1000 or words.group("century"):
        return Reading(start, found.end(), unresolved(relative.precision_of(unit)), "relative_date", 0.7)
    return Reading(start, found.end(), relative.counted(context.reference, sign * count, unit), "relative_date", 0.85)


def _weekdays_away(found: re.Match[str], sign: int, context: Context) -> Reading | None:
    counted = context.look_back(_WEEKDAYS_BEFORE_AGO, found.start())
    if counted is None:
        return None
    count = grammar.count_of(counted[0].group("count"))
    if count is None or not 0 < count < 1000 or context.reference is None:
        return Reading(counted[1], found.end(), unresolved(DAY), "relative_date", 0.8)
    number = grammar.WEEKDAY_NUMBER[counted[0].group("weekday").lower()]
    first = (sign * (number - context.reference.weekday()) - 1) % 7 + 1
    day = periods.shift(context.reference, sign * (first + 7 * (count - 1)))
    return Reading(
        counted[1], found.end(), periods.on_day(day) if day is not None else unresolved(DAY), "relative_date", 0.8
    )


def read_counted_unit(found: re.Match[str], context: Context) -> Reading | None:
    """ "in two weeks' time", and "in two weeks" or "within two weeks" at the end of a clause about the future.

    Elsewhere it says how long something lasts.
    """
    counted = context.look_back(_IN_COUNT_BEFORE, found.start())
    if counted is None:
        return None
    count = grammar.count_of(counted[0].group("count"))
    unit = found.group().lower().removesuffix("s")
    time = context.match(_TIME_AFTER, found.end() - found.group().endswith("s")) or context.match(
        _TIME_AFTER, found.end()
    )
    end = time.end() if time is not None else found.end()
    if time is None and (
        unit == YEAR
        or context.match(_CLOSING, end) is None
        or _RECORD_BEFORE.search(context.text, max(0, counted[1] - _CLAUSE), counted[1])
        or (counted[0].group("within") and _AIM_BEFORE.search(context.text, max(0, counted[1] - _CLAUSE), counted[1]))
        or direction_of(context, counted[1], end) != relative.FUTURE
    ):
        return None
    if count is None or not 0 < count < 1000:
        return Reading(counted[1], end, unresolved(relative.precision_of(unit)), "relative_date", 0.7)
    period = relative.counted(context.reference, count, unit)
    if counted[0].group("within") and context.reference is not None:
        period = period._replace(start=context.reference, end=days_or_months_away(context.reference, count, unit))
    return Reading(counted[1], end, period, "relative_date", 0.75)
