"""Periods for which something holds.

What belongs here: arithmetic on pairs of days of which either may be open. How periods are found in a text is decided
in `extraction`.
"""

from datetime import date
from typing import Final

Period = tuple[date | None, date | None]
NO_PERIOD: Final[Period] = (None, None)


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
