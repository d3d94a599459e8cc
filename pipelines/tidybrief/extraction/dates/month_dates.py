"""Dates that are built around the name of a month.

What belongs here: days, months and spans of them, with and without their year.
"""

import re

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import DAY, MONTH, QUARTER, Period
from tidybrief.extraction.dates.context import Context, Reading, direction_of, implied_year, year_of
from tidybrief.extraction.dates.spelled_years import year_after_dash, year_after_month

_DAY_AND_YEAR_AFTER = re.compile(rf"{grammar.S}{grammar.DAY_DIGITS},{grammar.S}{grammar.YEAR_DIGITS}(?!\d)")
_QUARTER_AFTER = re.compile(rf"{grammar.S}quarter(?![\w-])")
_DETERMINERS = frozenset(
    {"the", "its", "their", "his", "her", "our", "my", "your", "a", "an", "this", "that", "since", "early", "late"}
)
_SHORT_WORD = 3
_OF_A_PREMIER = frozenset({"government", "administration", "cabinet", "ministry", "premiership", "family"})
_DAYS = range(1, 32)
_TELLS_OF_MONTH = re.compile(
    r"\s+(?:(?:was|is|proved|became|has been)\s(?:[\w-]+\s+){0,6}month(?![a-z])|(?:saw|brought|marked)\s+[a-z\d])"
)
_IN_BEFORE = re.compile(rf"(?<![\w-])(?:in|since|until){grammar.S}$", re.IGNORECASE)
_SHORT_AND_AMBIGUOUS = frozenset({"jan", "jun", "dec", "sep"})
_AMBIGUOUS_MONTHS = frozenset({"may", "march", "august", "mar", "jan", "jun", "dec", "sep"})


def month_at(start: int, end: int, word: str, context: Context) -> Reading | None:  # noqa: PLR0911 - one return a form
    """The date around a month's name."""
    number = grammar.MONTH_NUMBER[word.lower()]
    lower = word.islower()
    day_before = context.look_back(grammar.DAY_BEFORE_MONTH, start, grammar.DAY_BEFORE_MONTH_ENDINGS)
    if (
        day_before is not None and context.match(_DAY_AND_YEAR_AFTER, end) is not None
    ):  # "Memorandum 10 of April 19, 2018"
        day_before = None
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
            return _with_year(start, ordinal.end(), number, day, int_or_none(ordinal.group("year")), context)
        cardinal = context.match(grammar.CARDINAL_AFTER_MONTH, end)
        day_in_words = grammar.count_of(cardinal.group("day")) if cardinal is not None else None
        if cardinal is not None and day_in_words is not None and day_in_words in _DAYS:
            return _with_year(start, cardinal.end(), number, day_in_words, None, context)
    with_year = context.match(grammar.YEAR_AFTER_MONTH, end)
    if with_year is not None:
        return _month_and_year(start, with_year, number)
    in_words = year_after_month(end, context) if not (lower and word in _AMBIGUOUS_MONTHS) else None
    if in_words is not None:
        before = context.look_back(grammar.CARDINAL_BEFORE_MONTH, start)
        day_in_words = grammar.count_of(before[0].group("day")) if before is not None else None
        if before is not None and day_in_words is not None and day_in_words in _DAYS:
            return _with_year(before[1], in_words[0], number, day_in_words, in_words[1], context)
        return Reading(start, in_words[0], periods.of_month(in_words[1], number), "calendar_date", 0.9, in_words[1])
    return _bare_month(start, end, word, number, context)


def _is_ordinal(words: str) -> bool:
    return any(mark in words for mark in ("st", "nd", "rd", "th", "of"))


def int_or_none(digits: str | None) -> int | None:
    """The number in digits, None of nothing."""
    return int(digits) if digits else None


def day_number(digits: str) -> int:
    """The number of a day of the month: 3 of "3rd"."""
    return int(digits.rstrip("stndrh"))


def _day_then_month(before: re.Match[str], start: int, end: int, month: int, context: Context) -> Reading | None:
    ordinal, earlier = before.group("ordinal"), before.group("first")
    day = grammar.ORDINAL_NUMBER[ordinal.lower()] if ordinal else day_number(before.group("day"))
    first = (grammar.ORDINAL_NUMBER.get(earlier) or day_number(earlier)) if earlier else day
    if ordinal and not earlier:
        start += before.start("ordinal") - before.start()
    year = context.match(grammar.YEAR_AFTER_DAY_MONTH, end)
    named = int_or_none(year.group("year")) if year else None
    return _days(start, year.end() if year else end, (month, first), (month, day), named, context)


def _month_then_day(start: int, after: re.Match[str], month: int, context: Context) -> Reading:
    first = day_number(after.group("day"))
    last, last_month = first, month
    if after.group("last_day"):
        last = day_number(after.group("last_day"))
    elif after.group("last_month"):
        last, last_month = (
            day_number(after.group("far_day")),
            grammar.MONTH_NUMBER[after.group("last_month").lower()],
        )
    return _days(start, after.end(), (month, first), (last_month, last), int_or_none(after.group("year")), context)


def _with_year(start: int, end: int, month: int, day: int, year: int | None, context: Context) -> Reading:  # noqa: PLR0917 - what the sentence holds
    return _days(start, end, (month, day), (month, day), year, context)


def _days(  # noqa: PLR0917 - what the sentence holds
    start: int, end: int, first: tuple[int, int], last: tuple[int, int], year: int | None, context: Context
) -> Reading:
    """One day, or the days from the first to the last, of a year that is named, implied or unknown."""
    method, confidence = "calendar_date", 0.98
    if year is None and (other := year_after_month(end, context) or year_after_dash(start, end, context)) is not None:
        end, year = other
    stated = year
    if year is None:
        which = context.match(grammar.WHICH_YEAR, end)
        if which is not None:
            end, year = which.end(), year_of(which.group("which"), context)
        else:
            further_on = context.match(grammar.YEAR_FURTHER_ON, end)
            direction = direction_of(context, start, end)
            year = int(further_on.group("year")) if further_on is not None else implied_year(*last, direction, context)
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
        year = year_of(of_year.group("which"), context) if of_year else implied_year(month, 1, direction, context)
    if which is not None and which[0].group("year_kind") is None and which[0].group("which").lower() != "same":
        start = which[1]
        period = relative.month(context.reference, month, which[0].group("which").lower(), direction)
    elif year is not None:
        period = periods.of_month(year, month)
    else:
        period = relative.month(context.reference, month, None, direction)
        until = context.match(grammar.MONTHS_IN_WORDS, end) if spread is None else None
        if until is None and context.look_back(grammar.BETWEEN_BEFORE, start) is not None:
            until = context.match(grammar.AND_MONTH, end)
        if until is not None:
            period = _up_to_month(period, grammar.MONTH_NUMBER[until.group("last_month").lower()], direction, context)
    if spread is not None:
        period = _through_month(
            period, grammar.MONTH_NUMBER[spread.group("last_month").lower()], year, direction, context
        )
    end = of_year.end() if of_year else spread.end() if spread else end
    quarter = context.match(_QUARTER_AFTER, end)
    if quarter is not None:  # "the March quarter", "the Jan-Mar quarter"
        return Reading(start, quarter.end(), _quarter_to(period), "partial_date", 0.85)
    if (
        context.text[end - 1 : end + 1].isalpha() is False
        and word.lower() in grammar.SHORT_MONTHS
        and context.text[end : end + 1] == "."
    ):
        end += 0 if context.text[end + 1 : end + 2] in ("", "\n") else 1
    return Reading(start, end, period, "partial_date", 0.9 if period.start else 0.85)


def _through_month(first: Period, last_month: int, year: int | None, direction: int, context: Context) -> Period:
    """The months of "October-March", of which the last tells the year where none is named."""
    nearest = relative.month(context.reference, last_month, None, direction)
    last = nearest if year is None else periods.of_month(year, last_month)
    if last.start is not None and first.start is not None and last.start < first.start:
        first = periods.of_month(first.start.year - 1, first.start.month)
    return periods.between(first, last, MONTH)


def _quarter_to(last: Period) -> Period:
    """The three months that end with a month, or the span of months as a quarter."""
    if last.start is None or last.end is None:
        return periods.unresolved(QUARTER)
    return periods.months(last.end.year, last.end.month - 2, 3, QUARTER)


def _up_to_month(first: Period, last_month: int, direction: int, context: Context) -> Period:
    """The first month of "from October to March" in the year that puts it before the last one."""
    last = relative.month(context.reference, last_month, None, direction)
    if first.start is None or last.start is None:
        return first
    year = last.start.year - (first.start.month > last.start.month)
    return periods.of_month(year, first.start.month)


def _may_stand_alone(start: int, end: int, word: str, spread: bool, context: Context) -> bool:
    """Whether a month's name without day and year is a month, not a verb or a person."""
    lower = word.lower()
    prepared = context.look_back(grammar.DATE_PREPOSITION_BEFORE, start) is not None
    if word.islower() and lower in _SHORT_AND_AMBIGUOUS and context.look_back(_IN_BEFORE, start) is not None:
        return True
    if context.match(_QUARTER_AFTER, end) is not None and word[0].isupper():
        return True
    if (word.islower() and lower in _AMBIGUOUS_MONTHS) or (lower in grammar.SHORT_MONTHS and not (prepared or spread)):
        return False
    if lower in _AMBIGUOUS_MONTHS:
        runs_on = spread or (word[0].isupper() and context.match(grammar.MONTHS_IN_WORDS, end) is not None)
        return (
            prepared or runs_on or context.look_back(grammar.NARROWING_BEFORE, start) is not None
            or (word[0].isupper() and _modifies(start, end, context))
            or (start == context.opening and context.match(_TELLS_OF_MONTH, end) is not None)
        )  # fmt: skip
    if prepared or spread or context.match(grammar.MONTHS_IN_WORDS, end) is not None:
        return True
    before = context.before(start)
    capital = re.search(r"[A-Z][\w’'-]*(?=[ ]$)", before)
    named_before = capital is not None and capital[0].lower() not in _DETERMINERS
    named_after = re.match(r"[ ][A-Z][a-z]", context.text[end : end + 3]) is not None
    return not (named_before or (named_after and lower in ("april", "june")))


def _modifies(start: int, end: int, context: Context) -> bool:
    """ "its August report", "the May meeting": a month between a determiner and the noun that it tells from others."""
    noun = context.match(grammar.NEXT_WORD, end)
    return (
        noun is not None and noun[1].islower() and len(noun[1]) > _SHORT_WORD
        and noun[1] not in context.words.after_a_year and noun[1] not in _OF_A_PREMIER
        and context.look_back(grammar.DETERMINER_BEFORE, start) is not None
    )  # fmt: skip


def read_month(found: re.Match[str], context: Context) -> Reading | None:
    """The date around the name of a month."""
    return month_at(found.start(), found.end(), found.group(), context)
