"""Quarters and half-years by their mark: "Q3 2024", "H1", "2H23", "Q1–Q3 2023", "Q4 FY24", "Quarter 3 2024".

What belongs here: reading them. Those in words ("the third quarter") stand in `period_dates`.
"""

import re
from collections.abc import Callable

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import QUARTER, Period
from tidybrief.extraction.dates.context import Context, Reading
from tidybrief.extraction.dates.fiscal_years import part_of_fiscal_year
from tidybrief.extraction.dates.grammar import S
from tidybrief.extraction.dates.period_dates import direction_of_part

_CUE_BEFORE = re.compile(
    r"\b(?:in|for|during|of|since|by|from|to|until|through|this|last|next|early|late|mid|fiscal|end|our|its|their)[ ]$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    rf"(?:['’]s)?{S}(?:and{S}[Qq][1-4](?!\w)|(?!(?:is|was|and|or|to|in|of|are|the|as|will|can|may|has)\b)[a-z]{{3,}})"
)
_LAST_OF_SPAN = re.compile(rf"(?P<dash>{S}?{grammar.DASH}{S}?)|{S}(?:and|to|or|through){S}(?=[QH])")
_MARK = re.compile(r"(?P<kind>[QH])(?P<number>[1-4])(?!\w)")
_MONTHS_OF_IT = re.compile(rf"{S}\([A-Z][a-z]{{2,8}}\.?{S}?(?:to|{grammar.DASH}){S}?[A-Z][a-z]{{2,8}}\.?\)")
"""Told in brackets: "Quarter 3 (July to September) 2024"."""
_HALF_CUE_BEFORE = re.compile(r"\b(?:in|for|during|since|by|from|until|of)[ ]$", re.IGNORECASE)
_NAME_AFTER = re.compile(
    rf"-|{S}(?:visas?|tags?|headings?|receptors?|highway|road|motorway)(?![A-Za-z])", re.IGNORECASE
)


def read_quarter_mark(found: re.Match[str], context: Context) -> Reading | None:  # noqa: PLR0911 - one return a case
    """A quarter or half-year by its mark; one without a year is the nearest that the sentence may mean."""
    start, end = found.span()
    mark = found.group().upper().replace("QUARTER ", "Q")
    halves = "H" in mark
    number = int(mark.strip("QH"))
    if halves and number > 2:
        return None
    if (fiscal := part_of_fiscal_year(start, end, context)) is not None:
        return fiscal
    make: Callable[[int, int], Period] = periods.of_half if halves else periods.of_quarter
    after = _year_after(end, context)
    if after is not None:
        return Reading(start, after[0], make(after[1], number), "calendar_date", 0.95, after[1])
    year_before = re.search(r"(?<!\d)([12]\d{3})[ -]$", context.before(start))
    if year_before is not None:
        return Reading(start - 5, end, make(int(year_before.group(1)), number), "calendar_date", 0.95)
    if (further_on := _with_year_further_on(start, end, make(2000, number), make, context)) is not None:
        return further_on
    if context.look_back(grammar.BETWEEN_BEFORE, start) is not None:
        return None
    if halves:
        if _HALF_CUE_BEFORE.search(context.before(start)) is None or context.match(_NAME_AFTER, end) is not None:
            return None
    elif not (_CUE_BEFORE.search(context.before(start)) or context.match(_NOUN_AFTER, end)):
        return None
    period = relative.quarter(context.reference, number, direction_of_part(start, end, make, number, context), halves)
    return Reading(start, end, period, "relative_date", 0.8)


def _year_after(end: int, context: Context) -> tuple[int, int] | None:
    """Where the year behind a mark ends, and its number."""
    months = context.match(_MONTHS_OF_IT, end)
    end = end if months is None else months.end()
    after = context.match(grammar.SHORT_YEAR, end) or context.match(grammar.PLAIN_YEAR, end)
    if after is None:
        return None
    year = int(after.group(1))
    return after.end(1), year if year > 99 else 2000 + year


def _with_year_further_on(
    start: int, end: int, part: Period, make: Callable[[int, int], Period], context: Context
) -> Reading | None:
    """ "Q1-Q3 2023" is one period; "Q1" of "Q1 and Q2 2023" takes the year of the other."""
    link = context.match(_LAST_OF_SPAN, end)
    other = context.match(_MARK, link.end()) if link is not None else None
    after = _year_after(other.end(), context) if other is not None else None
    if link is None or other is None or after is None or part.start is None or context.text[start] != other["kind"]:
        return None
    stop, year = after
    first = part.start.replace(year=year)
    last = make(year, int(other["number"]))
    if link["dash"] is None:
        return Reading(start, end, make(year, int(context.text[start + 1])), "calendar_date", 0.9, year)
    if last.end is None or last.end < first:
        return None
    return Reading(start, stop, Period(first, last.end, QUARTER), "calendar_date", 0.9, year)
