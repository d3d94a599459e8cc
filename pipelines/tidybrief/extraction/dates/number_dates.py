"""Dates in digits: years, spans of years, decades, eras, days and months by number.

What belongs here: reading them. Which number of four digits is a year is decided in `year_numbers`.
"""

import re

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import DAY, DECADE, YEAR, unresolved
from tidybrief.extraction.dates.context import Context, Reading, direction_of
from tidybrief.extraction.dates.fiscal_years import of_year, split_year
from tidybrief.extraction.dates.weekday_dates import on_weekday
from tidybrief.extraction.dates.year_numbers import confidence_of_year

_WEEKDAY_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<which>this|next|last){grammar.S})?(?P<weekday>{grammar.ANY_WEEKDAY})\.?,?{grammar.S}$"
)
_DAY_CUE_BEFORE = re.compile(
    rf"(?<![\w-])(?:on|since|until|till|dated|{grammar.ANY_WEEKDAY}\.?,?)(?:{grammar.S}the)?{grammar.S}$", re.IGNORECASE
)
_MONTH_AND_DAY_AFTER_YEAR = re.compile(
    rf"(?:[-/ ](?P<month>{grammar.MONTH})[-/ ](?P<day>3[01]|[12]\d|0?[1-9])|"
    rf"(?P<mark>[-/])(?P<day_first>3[01]|[12]\d|0?[1-9])(?P=mark)(?P<month_last>{grammar.MONTH}))(?![\w/%]|[.,:]\d)"
)
_MARKS_OF_NUMBERS = tuple("$€£./-#,")
_ISO_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_WORD_AND_DASH_BEFORE = re.compile(r"[a-z]{3}-$")
_OPENING_BRACKETS = ("(", "[")
_DASH_IN_BLANKS = re.compile(rf"[ ]{grammar.DASH}[ ](?=\d)")
_NAME_IN_BRACKETS_BEFORE = re.compile(r"[([;,][ ]?(?:[a-z]+[ ])?(?:[A-Z][\w.’'-]*[ ]){1,4},?$")
_EARLIEST_TERM, _LONGEST_TERM = 1600, 70
_FISCAL_YEAR = re.compile(r"[ ](?:fiscal|financial|tax) year(?![A-Za-z-])")
_PART_AFTER_YEAR = re.compile(r"[ -](?P<kind>[Qq](?=[1-4])|H(?=[12]))(?P<number>\d)(?![\w.]\w|\w)")
_NO_DAY_AFTER = re.compile(rf"{grammar.S}(?:of|th|the|inch|mile|cup|full|majority)(?![A-Za-z])")
_OWNED = re.compile(r" (?!and |or |to |through |were |saw |had |are )[a-z]")
_OPENS_DECADE = re.compile(r"(?:\b(?:the|early|late|mid)[ -]|[-–]|^,? (?:and |or |to |through )?)$", re.IGNORECASE)
_LEVEL = re.compile(r"%|\b(?:per ?cent|percentage|rates?|scores?|temperatures?|degrees)\b", re.IGNORECASE)
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


def read_numeric(found: re.Match[str], context: Context) -> Reading | None:
    """A date in digits, or two with a dash; of "3/4/2021" the month comes first unless the document shows otherwise."""
    if context.before(found.start())[-1:] in _MARKS_OF_NUMBERS and not _ends_file_name(found, context):
        return None
    match = grammar.NUMERIC.match(context.text, found.start(), context.ceiling)
    reading = _day_in_digits(match, context) if match is not None else None
    if reading is None:
        return None
    weekday = context.look_back(_WEEKDAY_BEFORE, reading.start)
    if weekday is not None:
        reading = reading._replace(start=weekday[1])
    dash = context.match(_DASH_IN_BLANKS, reading.end)
    if dash is None:
        return reading
    following = grammar.NUMERIC.match(context.text, dash.end(), context.ceiling)
    last = _day_in_digits(following, context) if following is not None else None
    if last is None:
        return reading
    period = periods.between(reading.period, last.period, DAY)
    return last._replace(start=reading.start, period=period) if period.start is not None else reading


def _ends_file_name(found: re.Match[str], context: Context) -> bool:
    """Whether a full date by ISO 8601 is hung on a word: "minutes-2024-01-31.pdf"."""
    return (
        _ISO_DAY.fullmatch(found.group()) is not None
        and context.look_back(_WORD_AND_DASH_BEFORE, found.start()) is not None
    )


def _day_in_digits(match: re.Match[str], context: Context) -> Reading | None:
    a, b, c = (int(match.group(part)) for part in "abc")
    if len(match.group("a")) == 4:
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
    return Reading(*match.span(), period, "calendar_date", 0.75 if ambiguous else 0.98, year)


def read_month_day_span(found: re.Match[str], context: Context) -> Reading | None:
    """Two months and days in digits with their year: "4/1-6/30/2024"."""
    if context.before(found.start())[-1:] in tuple("$€£./-#,"):
        return None
    first_month, first_day, last_month, last_day, year = map(int, re.findall(r"\d+", found.group()))
    if context.day_first or first_month > 12 or last_month > 12:
        first_month, first_day, last_month, last_day = first_day, first_month, last_day, last_month
    last = periods.of_day(year, last_month, last_day)
    first = periods.of_day(year - ((last_month, last_day) < (first_month, first_day)), first_month, first_day)
    period = periods.between(first, last, DAY)
    return Reading(*found.span(), period, "calendar_date", 0.75, year) if period.start is not None else None


def read_compact(found: re.Match[str], context: Context) -> Reading | None:
    """A day in eight digits as ISO 8601 has it: "20240131"; behind a word for identifiers it is a number."""
    before = context.before(found.start())
    if before[-1:] in tuple("$€£¥./-#,+*=") and before:
        return None
    last = grammar.LAST_WORD.search(before)
    word = last.group(1).lower().rstrip(".") if last is not None else ""
    following = context.match(grammar.NEXT_WORD, found.end())
    if (
        word in context.words.identifiers
        or word in context.words.number_hedges
        or (following is not None and following.group(1).lower() not in context.words.after_a_year)
    ):
        return None
    digits = found.group()
    period = periods.of_day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return Reading(*found.span(), period, "calendar_date", 0.7, int(digits[:4])) if period.start is not None else None


def read_month_day(found: re.Match[str], context: Context) -> Reading | None:
    """A month and day in digits without a year: "on 5/12", "Friday 5/12"; elsewhere it is a fraction."""
    start, end = found.span()
    if context.look_back(_DAY_CUE_BEFORE, start) is None or context.match(_NO_DAY_AFTER, end) is not None:
        return None
    weekday = context.look_back(_WEEKDAY_BEFORE, start)
    start = weekday[1] if weekday is not None else start
    a, b = map(int, found.group().split("/"))
    month, day = (b, a) if a > 12 or (context.day_first and b <= 12) else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if context.year_in_view is not None:
        period = periods.of_day(context.year_in_view, month, day)
    else:
        is_near = weekday is not None and weekday[0].group("which")
        direction = relative.UNKNOWN if is_near else direction_of(context, start, end)
        period = relative.day_of_month(context.reference, month, day, direction)
    reading = Reading(start, end, period, "partial_date", 0.7)
    if weekday is None or context.year_in_view is not None or weekday[0].group("which"):
        return reading
    return on_weekday(reading, grammar.WEEKDAY_NUMBER[weekday[0].group("weekday").lower()], context.reference)


def read_month_year(found: re.Match[str], context: Context) -> Reading | None:
    """A month in digits: "9/2019"."""
    month, year = map(int, re.split("[-/]", found.group()))
    if context.before(found.start())[-1:] in tuple("$€£./-#,\\"):
        return None
    return Reading(*found.span(), periods.of_month(year, month), "calendar_date", 0.75, year)


def read_decade_word(found: re.Match[str], context: Context) -> Reading | None:
    """A decade in words: "the nineties"; a rate may rise "into the thirties", too."""
    before = context.before(found.start())
    if not re.search(r"\b(?:the|in|early|late|mid)[ -]$", before, re.IGNORECASE):
        return None
    if before.lower().endswith("into the ") and _LEVEL.search(context.text, context.opening, context.ceiling):
        return None
    first = 1900 + 10 * _DECADE_WORDS.index(found.group().lower())
    return Reading(*found.span(), periods.of_years(first, first + 9, DECADE), "calendar_date", 0.7)


def read_decade(found: re.Match[str], context: Context) -> Reading | None:  # noqa: PLR0911 - one return a case
    """A decade in digits: "1980s", "the '90s"; a century's first is the century ("the 1600s")."""
    digits = re.sub(r"\D", "", found.group())
    start = found.start()
    before = context.before(start)
    if context.text[found.end() : found.end() + 1] in ("°", "º"):
        return None
    if len(digits) == 4:
        first = int(digits)
        if _owns_what_follows(found, context):
            return Reading(start, start + 4, periods.of_year(first), "calendar_date", 0.85, first)
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
    if context.words.temperatures.search(context.text, max(context.floor, start - 80), context.ceiling):
        return None
    first = 1900 + int(digits)
    return Reading(start - apostrophe, found.end(), periods.of_years(first, first + 9, DECADE), "calendar_date", 0.8)


def _owns_what_follows(found: re.Match[str], context: Context) -> bool:
    """Whether the digits are a year that owns something: "2010's flood", not "the 1980's"."""
    is_bare = not found.group()[-2].isdigit() and context.match(_OWNED, found.end()) is not None
    return is_bare and _OPENS_DECADE.search(context.before(found.start())) is None


def read_era(found: re.Match[str], context: Context) -> Reading | None:
    """A year with its era; one before Christ has no bounds."""
    words = found.group()
    digits = int(re.match(r"\d+", words).group())  # type: ignore[union-attr]
    if "B" in words or digits < 1:
        return Reading(*found.span(), unresolved(YEAR), "calendar_date", 0.9)
    return Reading(*found.span(), periods.of_year(digits), "calendar_date", 0.9, digits)


def read_anno(found: re.Match[str], context: Context) -> Reading | None:
    """A year after AD."""
    year = int(found.group("anno"))
    return Reading(*found.span(), periods.of_year(year), "calendar_date", 0.85, year) if year else None


def read_year(found: re.Match[str], context: Context) -> Reading | None:  # noqa: PLR0911 - one return a case
    """A year, a span of years, or a year with its month in digits."""
    start, end = found.span()
    year = int(found.group())
    part = context.match(_PART_AFTER_YEAR, end)
    if part is not None:
        make = periods.of_quarter if part.group("kind").upper() == "Q" else periods.of_half
        return Reading(start, part.end(), make(year, int(part.group("number"))), "calendar_date", 0.95, year)
    named_month = context.match(_MONTH_AND_DAY_AFTER_YEAR, end)
    if named_month is not None:
        month_number = grammar.MONTH_NUMBER[(named_month.group("month") or named_month.group("month_last")).lower()]
        period = periods.of_day(year, month_number, int(named_month.group("day") or named_month.group("day_first")))
        return Reading(start, named_month.end(), period, "calendar_date", 0.95, year)
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
    if confidence <= 0.4 and context.after_year and year >= 1000:
        confidence = 0.8
    if confidence <= 0.4:
        return None
    if (fiscal := context.match(_FISCAL_YEAR, end)) is not None:
        return Reading(start, fiscal.end(), of_year(year, fiscal.group(), context), "fiscal_year", 0.85, year)
    return Reading(start, end, periods.of_year(year), "calendar_date", confidence, year)


def _names_a_term(first: int, last: int, start: int, until: re.Match[str], context: Context) -> bool:
    """ "(Victoria 1889-1895)": the years of a name in brackets."""
    return (
        len(until.group("until")) == 4
        and first >= _EARLIEST_TERM
        and last - first <= _LONGEST_TERM
        and context.text[until.end() : until.end() + 1] in tuple(")],;")
        and context.look_back(_NAME_IN_BRACKETS_BEFORE, start) is not None
    )


def _years(start: int, first: int, until: re.Match[str], context: Context) -> Reading | None:
    """ "2014–2018", "1776-77", "2019/20"."""
    digits = until.group("until")
    last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
    if len(digits) == 2 and last <= 12 + first // 100 * 100 and last != first + 1:
        return None
    if not first < last <= first + 150 or not 1000 <= first <= 2100:
        return None
    in_brackets = len(digits) == 4 and context.before(start)[-1:] in _OPENING_BRACKETS
    confidence = confidence_of_year(context.text, start, start + 4, context.floor, start + 4, context.words)
    if confidence < 0.4 and not in_brackets and not _names_a_term(first, last, start, until, context):
        return None
    fiscal = context.match(_FISCAL_YEAR, until.end())
    if fiscal is not None:
        period = split_year(first, context)
        period = period if period.start is not None else periods.of_years(first, last)
        return Reading(start, fiscal.end(), period, "fiscal_year", 0.85, first)
    return Reading(start, until.end(), periods.of_years(first, last), "calendar_date", 0.93, first)
