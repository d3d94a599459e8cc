"""Closed periods of the calendar: a day, a week, a month, a quarter, a year and so on, with their bounds.

What belongs here: arithmetic on calendar periods. What does not: words of the language, and what is relative to a
document (`relative_dates`).
"""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

DAY, WEEK, MONTH, QUARTER, YEAR, DECADE = "day", "week", "month", "quarter", "year", "decade"
_SEASON_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


class Period(NamedTuple):
    """First and last day, both None where the text does not say enough to know them, and the precision."""

    start: date | None
    end: date | None
    precision: str


def unresolved(precision: str) -> Period:
    """A period whose bounds the text leaves open."""
    return Period(None, None, precision)


def on_day(day: date) -> Period:
    """The day itself."""
    return Period(day, day, DAY)


def of_day(year: int, month: int, day: int) -> Period:
    """The day with these numbers; without bounds where there is no such day."""
    try:
        return on_day(date(year, month, day))
    except ValueError:
        return unresolved(DAY)


def of_month(year: int, month: int) -> Period:
    """The calendar month; `month` may run over the ends of the year."""
    return months(year, month, 1, MONTH)


def of_quarter(year: int, quarter: int) -> Period:
    """Quarter 1 to 4 of a calendar year."""
    return months(year, 3 * quarter - 2, 3, QUARTER)


def of_half(year: int, half: int) -> Period:
    """Half-year 1 or 2."""
    return months(year, 6 * half - 5, 6, QUARTER)


def of_season(year: int, season: str) -> Period:
    """A season as whole months; winter is that which begins in December of `year`."""
    return months(year, _SEASON_FIRST_MONTH[season], 3, QUARTER)


def of_year(year: int) -> Period:
    """The calendar year."""
    return months(year, 1, 12, YEAR)


def of_years(first: int, last: int, precision: str = YEAR) -> Period:
    """From the first day of one year to the last day of another."""
    return between(of_year(first), of_year(last), precision)


def of_week(day: date) -> Period:
    """The week from Monday to Sunday that holds the day."""
    try:
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6), WEEK)
    except OverflowError:
        return unresolved(WEEK)


def of_weekend(day: date) -> Period:
    """Saturday and Sunday of the week that holds the day."""
    week = of_week(day)
    if week.end is None:
        return unresolved(DAY)
    return Period(week.end - timedelta(days=1), week.end, DAY)


def between(first: Period, last: Period, precision: str) -> Period:
    """From the start of one period to the end of another; without bounds where they are not in order."""
    if first.start is None or last.end is None or first.start > last.end:
        return unresolved(precision)
    return Period(first.start, last.end, precision)


def months(year: int, month: int, count: int, precision: str) -> Period:
    """`count` whole months from a month of a year; `month` may run over the ends of the year."""
    first, after = 12 * year + month - 1, 12 * year + month - 1 + count
    if not 12 * MINYEAR <= first < after < 12 * MAXYEAR:
        return unresolved(precision)
    end = date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return Period(date(first // 12, first % 12 + 1, 1), end, precision)


def shift(day: date, days: int) -> date | None:
    """The day so many days later; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + offset - 7 * ((a + 11 * h + 22 * offset) // 451) + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The first, second, … (1, 2, …) or last (-1) such weekday (Monday 0) of a month; None where it has none."""
    period = of_month(year, month)
    if period.start is None or period.end is None:
        return None
    if number < 0:
        day = period.end - timedelta(days=(period.end.weekday() - weekday) % 7 + 7 * (-number - 1))
    else:
        day = period.start + timedelta(days=(weekday - period.start.weekday()) % 7 + 7 * (number - 1))
    return day if period.start <= day <= period.end else None
