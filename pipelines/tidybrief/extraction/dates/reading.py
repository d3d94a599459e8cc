"""Reads the date that is built around one word or number of the text.

What belongs here: sending each form to its reader, and the words of single days ("today", "this morning"). Which
readings become rows, and in which role, is decided in `dates`.
"""

import re
from collections.abc import Callable, Mapping

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates.calendar_periods import DAY, unresolved
from tidybrief.extraction.dates.context import Context, Reading
from tidybrief.extraction.dates.counted_spans import read_span_up_to_now
from tidybrief.extraction.dates.counted_times import read_ago, read_counted_unit
from tidybrief.extraction.dates.fiscal_years import read_fiscal
from tidybrief.extraction.dates.month_dates import read_month
from tidybrief.extraction.dates.number_dates import (
    read_anno,
    read_compact,
    read_decade,
    read_decade_word,
    read_era,
    read_month_day,
    read_month_day_span,
    read_month_year,
    read_numeric,
    read_year,
)
from tidybrief.extraction.dates.ordinal_days import read_ordinal_day
from tidybrief.extraction.dates.period_dates import read_season, read_unit
from tidybrief.extraction.dates.quarter_marks import read_quarter_mark
from tidybrief.extraction.dates.spelled_years import read_short_year, read_spelled_year
from tidybrief.extraction.dates.weekday_dates import read_weekday

_FIRST_PERSON_BEFORE = re.compile(r"\b(?:[Ww]e|I)(?: will| can)? [a-z]+ $")
_CLAUSE_BEFORE = re.compile(r"[a-z]{2} $")
_PHRASE_AFTER = re.compile(r" (?:and|for|to|at|with|as|from|on)\b")
_MARKED_DAY_AFTER = re.compile(r" is (?:an?|the|my|our|his|her|your|not|[A-Z][a-z]+)[ ]")
_STATIVE = frozenset(
    ["is", "are", "has", "have", "remain", "remains", "still", "live", "lives", "can", "may", "exist", "exists"]
)
_ACTS = frozenset({"been", "set", "proud", "pleased", "to"})


def read(found: re.Match[str], context: Context) -> Reading | None:
    """The date around an anchor of `date_grammar.ANCHOR`, or None where there is none."""
    kind = found.lastgroup
    return _READERS[kind](found, context) if kind is not None and kind in _READERS else None


def _read_day_word(found: re.Match[str], context: Context) -> Reading | None:
    days = {"yesterday": -1, "tomorrow": 1}.get(found.group().lower(), 0)
    if found.group().lower() == "today" and _means_nowadays(found, context):
        return None
    return _day_beside(found, days, context)


def _day_beside(found: re.Match[str], days: int, context: Context) -> Reading:
    day = periods.shift(context.reference, days) if context.reference is not None else None
    period = periods.on_day(day) if day is not None else unresolved(DAY)
    part = context.match(grammar.PART_OF_DAY, found.end())
    end = part.end() if part is not None else found.end()
    return Reading(found.start(), end, period, "relative_date", 0.9)


def _means_nowadays(found: re.Match[str], context: Context) -> bool:
    """Whether "today" means these times, not a certain day: by words beside it and the tense of the next verb."""
    if context.look_back(grammar.NOWADAYS_BEFORE, found.start()) is not None:
        return True
    after = context.match(grammar.NOWADAYS_AFTER, found.end())
    if after is None:
        return False
    if context.look_back(_FIRST_PERSON_BEFORE, found.start()) or context.match(_MARKED_DAY_AFTER, found.end()):
        return False
    if context.look_back(_CLAUSE_BEFORE, found.start()) and context.match(_PHRASE_AFTER, found.end()):
        return False
    verb, following = after.group("verb"), (after.group("next") or "").strip()
    return verb in _STATIVE and not following.endswith(("ing", "ed")) and following not in _ACTS


def _read_units(found: re.Match[str], context: Context) -> Reading | None:
    return read_span_up_to_now(found, context) or read_counted_unit(found, context)


def _read_part_of_today(found: re.Match[str], context: Context) -> Reading | None:
    words = found.group().lower()
    if words.startswith("last") and not words.endswith("night"):
        return None
    if words == "this night":
        return None
    day = periods.shift(context.reference, -1 if words.startswith("last") else 0) if context.reference else None
    period = periods.on_day(day) if day is not None else unresolved(DAY)
    return Reading(*found.span(), period, "relative_date", 0.88)


_READERS: Mapping[str, Callable[[re.Match[str], Context], Reading | None]] = {
    "month": read_month,
    "weekday": read_weekday,
    "unit": read_unit,
    "season": read_season,
    "day": _read_day_word,
    "this": _read_part_of_today,
    "ago": read_ago,
    "units": _read_units,
    "ordinal_day": read_ordinal_day,
    "month_day": read_month_day,
    "fiscal": read_fiscal,
    "quarter": read_quarter_mark,
    "numeric": read_numeric,
    "compact": read_compact,
    "month_day_span": read_month_day_span,
    "decade": read_decade,
    "decade_word": read_decade_word,
    "month_year": read_month_year,
    "era": read_era,
    "year": read_year,
    "anno": read_anno,
    "spelled": read_spelled_year,
    "short_year": read_short_year,
}
