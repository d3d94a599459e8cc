"""Numbers of what is counted up from day to day.

What belongs here: telling by what news of several days say whether the count went on. Whether two numbers can both hold
is said in `values`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

Told = tuple[date | None, float]
"""A number, after the day on which it was told."""


def in_order(told: Iterable[Told]) -> list[Told]:
    """The numbers by the days on which they were told, an unknown day first."""
    return sorted(told, key=lambda number: (number[0] or date.min, number[1]))


def counted_up(told: Sequence[Told]) -> bool:
    """Whether these numbers, in order, are of several days and never smaller than before."""
    days, course = [day for day, _ in told], [number for _, number in told]
    return None not in days and len(set(days)) > 1 and course == sorted(course)


def counted_down(told: Sequence[Told]) -> bool:
    """Whether all that is told on a day is less than all that was told on the day before it."""
    by_day: dict[date | None, list[float]] = defaultdict(list)
    for day, number in told:
        by_day[day].append(number)
    return all(max(later) < min(earlier) for earlier, later in pairwise(by_day.values()))
