"""Times that are relative to the day a document was published on.

What belongs here: from "last Tuesday", "March" or "two years ago" and a reference day to a period. Without a
reference day a relative time stays unresolved, it is never guessed.
"""

from datetime import date

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates.calendar_periods import DAY, DECADE, MONTH, QUARTER, WEEK, YEAR, Period, unresolved

PAST, UNKNOWN, FUTURE = -1, 0, 1
_LEAST_RUN = 21
"""Days after its beginning from which on a quarter may be told as past."""
_BACKWARD = frozenset({"last", "past", "previous", "preceding", "prior"})
_FORWARD = frozenset({"next", "coming", "upcoming", "following"})
_PRECISION = {
    "day": DAY, "night": DAY, "weekend": DAY, "week": WEEK, "fortnight": WEEK, "month": MONTH, "quarter": QUARTER,
    "year": YEAR, "decade": DECADE, "century": DECADE,
}  # fmt: skip


def offset_of(which: str) -> int:
    """-1 for "last", 0 for "this", 1 for "next" and the words that mean the same."""
    return -1 if which in _BACKWARD else 1 if which in _FORWARD else 0


def unit(reference: date | None, which: str, name: str) -> Period:
    """ "this year", "last quarter", "the past decade"."""
    precision = _PRECISION[name]
    if reference is None:
        return unresolved(precision)
    if which in ("next", "coming", "upcoming") and name == "decade":
        return span(reference, 120, precision)
    if which == "past" and name not in ("weekend", "fortnight"):
        return _span_before(reference, name, precision)
    return unit_at(reference, offset_of(which), name)


def unit_at(reference: date | None, step: int, name: str) -> Period:  # noqa: PLR0911 - one return a case
    """The unit that is so many steps from the one which holds the reference day."""
    precision = _PRECISION[name]
    if reference is None:
        return unresolved(precision)
    if name == "year":
        return periods.of_year(reference.year + step)
    if name == "month":
        return periods.of_month(reference.year, reference.month + step)
    if name == "quarter":
        return periods.months(reference.year, 3 * ((reference.month - 1) // 3 + step) + 1, 3, QUARTER)
    if name in ("decade", "century"):
        length = 10 if name == "decade" else 100
        first = reference.year // length * length + step * length
        return periods.of_years(first, first + length - 1, DECADE)
    day = periods.shift(reference, step * {"day": 1, "fortnight": 14}.get(name, 7))
    if day is None:
        return unresolved(precision)
    if name == "day":
        return periods.on_day(day)
    return periods.of_weekend(day) if name == "weekend" else periods.of_week(day)


def _span_before(reference: date, name: str, precision: str) -> Period:
    count = {"year": 12, "month": 1, "quarter": 3, "decade": 120, "century": 1200}.get(name)
    first = (
        months_away(reference, -count)
        if count is not None
        else periods.shift(reference, -{"day": 1, "week": 7}.get(name, 1))
    )
    return Period(first, reference, precision) if first is not None else unresolved(precision)


def span(reference: date | None, count: int, precision: str) -> Period:
    """So many months up to the reference day (a negative count), or from the day after it."""
    other = months_away(reference, count) if reference is not None else None
    if reference is None or other is None:
        return unresolved(precision)
    return Period(other, reference, precision) if count < 0 else Period(periods.shift(reference, 1), other, precision)


def precision_of(name: str) -> str:
    """The precision of a time that is named by this unit."""
    return _PRECISION.get(name, YEAR)


def months_away(reference: date, count: int) -> date | None:
    """The same day so many months later, or the last of that month where it is shorter; None beyond the calendar."""
    month = periods.of_month(reference.year, reference.month + count)
    if month.start is None or month.end is None:
        return None
    return month.start.replace(day=min(reference.day, month.end.day))


def counted(reference: date | None, count: int, name: str) -> Period:
    """ "two years ago" (count -2), "three weeks from now": the day by days and weeks, else as `away` has it."""
    days = {"week": 7, "fortnight": 14}.get(name)
    return away(reference, count * days, "day") if days is not None else away(reference, count, name)


def away(reference: date | None, count: int, name: str) -> Period:
    """The calendar period of a unit that is so many of them away: the one which holds the day."""
    precision = _PRECISION[name]
    if reference is None:
        return unresolved(precision)
    if name in ("day", "night"):
        day = periods.shift(reference, count)
        return periods.on_day(day) if day is not None else unresolved(DAY)
    if name in ("week", "fortnight"):
        day = periods.shift(reference, count * (7 if name == "week" else 14))
        return periods.of_week(day) if day is not None else unresolved(WEEK)
    if name == "month":
        return periods.of_month(reference.year, reference.month + count)
    if name == "quarter":
        return periods.months(reference.year, 3 * ((reference.month - 1) // 3 + count) + 1, 3, QUARTER)
    return periods.of_year(reference.year + count * (10 if name == "decade" else 1))


def weekday(reference: date | None, number: int, which: str | None, direction: int) -> Period:
    """A weekday: "last Tuesday" is that of the week before, "next" that of the week after, a plain one the nearest.

    Nearest in the given direction; the reference day itself counts as past.
    """
    if reference is None:
        return unresolved(DAY)
    if which in ("coming", "upcoming", "following"):
        days = (number - reference.weekday() - 1) % 7 + 1
    elif which == "past":
        days = -((reference.weekday() - number - 1) % 7 + 1)
    elif which is not None:
        days = number - reference.weekday() + 7 * offset_of(which)
    elif direction == FUTURE:
        days = (number - reference.weekday()) % 7
    else:
        days = -((reference.weekday() - number) % 7)
    day = periods.shift(reference, days)
    return periods.on_day(day) if day is not None else unresolved(DAY)


def month(reference: date | None, number: int, which: str | None, direction: int) -> Period:
    """A month without its year."""
    if reference is None:
        return unresolved(MONTH)
    if which in ("last", "past", "previous"):
        year = reference.year - (number >= reference.month)
    elif which in ("next", "coming", "upcoming"):
        year = reference.year + (number <= reference.month)
    elif which is not None:
        year = reference.year
    else:
        year = _nearest_year(reference, (number, 1), (reference.month, 1), direction)
    return periods.of_month(year, number)


def day_of_month(reference: date | None, month_number: int, day: int, direction: int) -> Period:
    """A day and month without a year."""
    if reference is None:
        return unresolved(DAY)
    year = _nearest_year(reference, (month_number, day), (reference.month, reference.day), direction)
    nearest = (periods.of_day(year + (direction or PAST) * step, month_number, day) for step in range(9))
    return next((period for period in nearest if period.start is not None), unresolved(DAY))


def _nearest_year(reference: date, place: tuple[int, int], today: tuple[int, int], direction: int) -> int:
    if direction == UNKNOWN:
        ahead = (place[0] - today[0]) % 12
        if ahead == 0:
            return reference.year
        return reference.year + (place < today) if ahead < 6 else reference.year - (place > today)
    if direction == FUTURE:
        return reference.year + (place < today)
    return reference.year - (place > today)


def quarter(reference: date | None, number: int, direction: int, halves: bool) -> Period:
    """A quarter or half-year without its year: the last one that has ended, or the next that will."""
    if reference is None:
        return unresolved(QUARTER)
    make = periods.of_half if halves else periods.of_quarter
    this_year = make(reference.year, number)
    if direction == FUTURE:
        return make(reference.year + (this_year.end is not None and this_year.end < reference), number)
    has_run = this_year.start is not None and (reference - this_year.start).days >= _LEAST_RUN
    return make(reference.year - (not has_run), number)


def season(reference: date | None, name: str, which: str | None) -> Period:
    """ "this summer", "last winter"; a season without such a word stays unresolved."""
    if reference is None or which is None:
        return unresolved(QUARTER)
    if name == "winter" and reference.month <= 2:
        this_year = periods.of_season(reference.year - 1, name)
    else:
        this_year = periods.of_season(reference.year, name)
    step = offset_of(which)
    if this_year.start is None or this_year.end is None:
        return this_year
    if (step < 0 and this_year.end < reference) or (step > 0 and this_year.start > reference):
        return this_year
    return periods.of_season(this_year.start.year + step, name)
