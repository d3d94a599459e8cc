"""Periods for which something holds.

What belongs here: arithmetic on pairs of days of which either may be open. How periods are found in a text is decided
in `extraction`.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

Period = tuple[date | None, date | None]
NO_PERIOD: Final[Period] = (None, None)
_DAYS_THAT_MONTHS_DIFFER_BY: Final = 3


def contains(wide: Period, narrow: Period) -> bool:
    """Whether all days of the one are in the other; an open end is only in an open end."""
    (start, end), (first, last) = wide, narrow
    begins_within = start is None or (first is not None and start <= first)
    ends_within = end is None or (last is not None and last <= end)
    return begins_within and ends_within


def days_of(period: Period) -> int:
    """How many days it has: more than any other where an end is open, and most of all where both are."""
    start, end = period
    if start is None or end is None:
        return date.max.toordinal() * period.count(None)
    return (end - start).days + 1


def day_of(period: Period) -> date | None:
    """The day on which it begins and ends, or the one that is told where one end is open; of longer ones, none."""
    start, end = period
    return end if start is None or start == end else start if end is None else None


def are_alike(one: Period, other: Period) -> bool:
    """Whether both are of one length: days, months, quarters, years; an open one is like no other."""
    is_closed = None not in one and None not in other
    return is_closed and abs(days_of(one) - days_of(other)) <= _DAYS_THAT_MONTHS_DIFFER_BY


def in_succession(periods: Iterable[Period]) -> list[Period]:
    """Those of the closed periods that come one after the other, in that order; of two that overlap, the one that ends
    first."""
    course: list[Period] = []
    last = date.min
    for start, end in sorted(
        ((start, end) for start, end in periods if start and end), key=lambda period: period[::-1]
    ):
        if not course or start > last:
            course.append((start, end))
            last = end
    return course
