"""Fiscal years and their parts: "fiscal 2023", "the 2025 fiscal year", "the fiscal third quarter", "Q4 FY23".

What belongs here: reading them. A fiscal year has the bounds of the country that the text speaks of; of a part of one,
which is a company's own, they stay open unless the text states when it ended (`spans`).
"""

import re
from datetime import date

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import QUARTER, YEAR, Period, unresolved
from tidybrief.extraction.dates.context import Context, FiscalYear, Reading
from tidybrief.extraction.dates.grammar import S

_FISCAL_BEFORE = re.compile(rf"(?<![\w-])(?:fiscal|financial){S}(?:year{S})?$", re.IGNORECASE)
_PART_OF_FISCAL_BEFORE = re.compile(
    rf"(?<![\w-])(?:first|second|third|fourth|1st|2nd|3rd|4th|final|last){S}(?:fiscal|financial){S}$", re.IGNORECASE
)
_FISCAL_YEAR_AFTER = re.compile(
    rf"{S}(?:of{S})?(?:(?:the|its|our|their){S})?(?:FY[ ]?|(?:fiscal|financial){S}(?:year{S})?)[’']?(?:\d{{4}}|\d\d)"
    r"(?:[/–-]\d{2,4})?(?!\d)",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(rf"(?:{S}(?:of|in))?{S}(?:year{S})?{grammar.YEAR_DIGITS}(?![\d%]|[.,]\d)")
_PART_AFTER = re.compile(r",?[ -]?(?:[Qq][1-4]|H[12])(?!\w)")


def read_fiscal(found: re.Match[str], context: Context) -> Reading | None:
    """A fiscal year with its number, by the bounds of the country the text speaks of, or a quarter of it."""
    short = context.match(grammar.SHORT_YEAR, found.end())
    if short is None:
        return None
    year = int(short.group("until"))
    year = year if year > 99 else 2000 + year if year < 70 else 1900 + year
    if year < 1000:
        return None
    part = context.match(_PART_AFTER, short.end())
    if part is not None:
        return Reading(found.start(), part.end(), unresolved(QUARTER), "fiscal_year", 0.85, year)
    period = split_year(year, context) if short.group("last") else of_year(year, found.group(), context)
    return Reading(found.start(), short.end(), period, "fiscal_year", 0.9, year)


def of_year(year: int, words: str, context: Context) -> Period:
    """The fiscal year with this name in the country that the text speaks of. Where it speaks of none, the "financial
    year", as companies outside of the United States say, is the calendar year; what else its words say stays open.
    """
    if context.fiscal_year is not None:
        return context.fiscal_year.period(year)
    return periods.of_year(year) if "financial" in words.lower() else unresolved(YEAR)


def split_year(first: int, context: Context) -> Period:
    """ "2023/24": the fiscal year that begins in the first of the two."""
    fiscal = context.fiscal_year
    return periods.months(first, fiscal.first_month, 12, YEAR) if fiscal is not None else unresolved(YEAR)


def part_of_fiscal_year(start: int, end: int, context: Context) -> Reading | None:
    """ "the fiscal third quarter", "the second fiscal quarter of 2024", "Q4 FY23": a part that begins at `start`."""
    before = context.look_back(_FISCAL_BEFORE, start)
    after = context.match(_FISCAL_YEAR_AFTER, end)
    if before is None and after is None:
        return None
    if after is None:
        after = context.match(_YEAR_AFTER, end)
    start = before[1] if before is not None else start
    return Reading(start, after.end() if after is not None else end, unresolved(QUARTER), "fiscal_year", 0.85)


def part_before_fiscal(start: int, context: Context) -> int | None:
    """Where "the second fiscal" begins before its quarter or half at `start`; None where it does not stand there."""
    part = context.look_back(_PART_OF_FISCAL_BEFORE, start)
    return part[1] if part is not None else None


def relative_fiscal_year(word: str, start: int, end: int, name: str, context: Context) -> Reading:
    """ "this fiscal year", "the last financial year"; of a quarter the bounds stay open."""
    precision = YEAR if name == "year" else QUARTER
    fiscal, reference = context.fiscal_year, context.reference
    if name == "quarter" or fiscal is None or reference is None:
        return Reading(start, end, unresolved(precision), "fiscal_year", 0.85)
    current = next(y for y in (reference.year + 1, reference.year) if _starts(fiscal, y) <= reference)
    return Reading(start, end, fiscal.period(current + relative.offset_of(word)), "fiscal_year", 0.85)


def _starts(fiscal: FiscalYear, year: int) -> date:
    return fiscal.period(year).start or date.max
