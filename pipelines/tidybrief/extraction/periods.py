"""For which time a figure holds: the date of its clause, taken with its role.

What belongs here: choosing among the dates of the text. Finding and resolving them is done in `dates`.
"""

import re
from bisect import bisect_left
from datetime import date
from typing import NamedTuple

from tidybrief.extraction.clauses import Clauses
from tidybrief.extraction.records import Quantity, TemporalExpression

_COMPARED = re.compile(
    r"\b(?:than|compared (?:to|with)|versus|vs\.?|against|relative to|up from|down from)[^,;]{0,25}$|"
    r"\bfrom[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:report|study|survey|statement|released?|published|announced|issued|signed|founded|established|introduced|"
    r"launched|created|based on|study)\b[^,;:.]{0,60}$",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"(?:^|[,;] )(?:which|who|that|introduced|founded|established|signed|launched|first|based)\b[^,;]*$"
)
_SINCE_EVENT = re.compile(r"\b[Ss]ince\b[^,;.]{3,70}[ ](?:in|on)[ ](?:the[ ])?$")
_COMPARED_BEFORE = re.compile(r"(?:than|compared (?:to|with)|versus|unlike)(?: in| the)?(?: the)? $")
_NEARBY = 4
_RUNNING = re.compile(r"\b(?:total of|cumulative|so far|to date|altogether|in all)\b", re.IGNORECASE)


class Validity(NamedTuple):
    """First and last day for which a figure holds; None for an open end, both None where the text states none."""

    start: date | None
    end: date | None

    @property
    def stated(self) -> bool:
        """Whether the text states a time."""
        return self.start is not None or self.end is not None


NO_TIME = Validity(None, None)


def period_of(quantity: Quantity, dates: list[TemporalExpression], clauses: Clauses) -> Validity:
    """The period of a figure by the dates of its sentence (in order); `NO_TIME` where none belongs to it."""
    usable = [row for row in _nearby(dates, quantity) if _may_hold(row, quantity, clauses)]
    if not usable:
        return NO_TIME
    best = min(usable, key=lambda row: _distance(row, quantity, clauses))
    pair = _range_around(best, usable, clauses.text)
    if pair is not None:
        return Validity(pair[0].date_start, pair[1].date_end)
    text, start = clauses.text, clauses.sentence.start
    if best.role == "at" and _SINCE_EVENT.search(text[max(start, best.start - 80) : best.start]):
        return Validity(best.date_start, None)
    return validity_of(best, text[start : quantity.start], quantity.kind)


def _nearby(dates: list[TemporalExpression], quantity: Quantity) -> list[TemporalExpression]:
    """The few dates on either side of a quantity, and the one that may open the sentence."""
    place = bisect_left(dates, quantity.start, key=lambda row: row.start)
    first = max(0, place - _NEARBY)
    return dates[:1] * (first > 0) + dates[first : place + _NEARBY]


def validity_of(row: TemporalExpression, before: str, kind: str) -> Validity:
    """A date with the open end that its role gives it."""
    if row.role == "since":
        return Validity(row.date_start, None)
    if row.role == "until" or (row.role == "as_of" and kind == "count" and _RUNNING.search(before)):
        return Validity(None, row.date_end)
    return Validity(row.date_start, row.date_end)


def _may_hold(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> bool:  # noqa: PLR0911 - one return a case
    if row.date_start is None and row.date_end is None:
        return False
    text, words = clauses.text, clauses.vocabulary
    if row.start < quantity.end and quantity.start < row.end:
        return False
    if quantity.kind in ("duration", "age") and not 0 <= row.start - quantity.end < 40:
        return False
    if row.role == "at" and row.precision in ("day", "week") and not _tells_the_day(row, quantity):
        return False
    following = text[row.end : row.end + 14].split()
    if following and following[0].strip(".,;)").lower() in words.price_base and quantity.start != row.end + 1:
        return False
    before = text[max(clauses.sentence.start, row.start - 70) : row.start]
    if row.start >= quantity.end:
        between = text[quantity.end : row.start]
        if ";" in between or (row.role == "until" and re.search(r"\b(?:is|are|was|were|be|will)\b", between)):
            return False
        if (
            _COMPARED.search(between)
            and row.role == "at"
            and not re.match(r" (?:to|through|until)\b", text[row.end : row.end + 9])
        ):
            return False
        if re.search(r"\((?=[^)]*$)", between) and len(between) > 12:
            return False
        return not (row.role == "at" and (_PUBLISHED.search(between) or _ATTACHED.search(between)))
    if ";" in text[row.end : quantity.start] and row.start - clauses.sentence.start > 20:
        return False
    return not (row.role == "at" and _COMPARED_BEFORE.search(before))


def _tells_the_day(row: TemporalExpression, quantity: Quantity) -> bool:
    """Whether a certain day is the one a figure holds for, not only the day of an act that the sentence tells."""
    if quantity.kind == "percent":
        return True
    return 0 <= row.start - quantity.end < 30 and quantity.kind in ("money", "measure", "multiple")


def _distance(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> float:
    """How far a date stands from a quantity: characters, with a price on what divides clauses."""
    first, last = (row.end, quantity.start) if row.end <= quantity.start else (quantity.end, row.start)
    between = clauses.text[first:last]
    price = 60.0 * len(re.findall(r"[;:]|\bbut\b|\bwhile\b|\bwhereas\b", between)) + 25.0 * between.count(",")
    opens = row.start - clauses.sentence.start <= 20
    if row.end <= quantity.start and opens:
        return min(40.0 + 0.1 * len(between), len(between) + price)
    if row.end <= quantity.start:
        price += 15.0
    return len(between) + price + (200.0 if row.date_start is None else 0.0)


def _range_around(
    row: TemporalExpression, rows: list[TemporalExpression], text: str
) -> tuple[TemporalExpression, TemporalExpression] | None:
    """ "from 2015 to 2020", "between 2015 and 2020": the two dates that bound one period."""
    place = rows.index(row)
    for at in (place - 1, place):
        if not 0 <= at < len(rows) - 1:
            continue
        first, last = rows[at], rows[at + 1]
        before, between = text[max(0, first.start - 10) : first.start].lower(), text[first.end : last.start]
        joined = (before.endswith("between ") and between == " and ") or (
            re.fullmatch(r" (?:to|through|until|till) (?:the )?", between) is not None and "from" in before
        )
        if joined and first.date_start is not None and last.date_end is not None and first.date_start <= last.date_end:
            return first, last
    return None
