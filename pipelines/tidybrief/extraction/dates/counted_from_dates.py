"""Dates that are counted from a date before them in the paragraph: "a year earlier", "two weeks later".

What belongs here: finding them and the date they are counted from. Times that are counted from the day of publication
stand in `counted_times`, from a date in the same phrase in `composed_dates`.
"""

import re
from bisect import bisect_right
from datetime import date

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import DAY, MONTH, WEEK, YEAR, Period
from tidybrief.extraction.dates.grammar import S
from tidybrief.extraction.records import Sentence, TemporalExpression

_YEAR = re.compile("year")
_COUNTED_FROM_BEFORE = re.compile(
    r"\b(?:(?P<earlier>(?:a|one|(?P<the>the)) )|(?:the|that) (?P<same>same )|"
    r"(?:for|over) (?:the|its) (?P<full>full ))$",
    re.IGNORECASE,
)
_AFTER_YEAR = {
    "earlier": re.compile(r" earlier(?![\w-])"),
    "the": re.compile(r" before(?=[,.;)]|$| and\b| when\b)"),
    "same": re.compile(r"(?![\w-])"),
    "full": re.compile(r"(?=[,.;)]|$| (?:the|it|and|to)\b)"),
}
# One pattern a word: those that begin with letters, not with a choice, are found much faster.
_MARKS = (re.compile(r"later(?![\w-])"), re.compile(r"earlier(?![\w-])"), re.compile(r" day(?![\w’'-])"))
_BESIDE_BEFORE = re.compile(r"\b(?:next|following|(?P<back>previous))$", re.IGNORECASE)
_COUNT_BEFORE = re.compile(
    rf"(?<![\w.,-])(?P<count>{grammar.COUNT}){S}(?P<unit>day|week|month|year|decade)s?{S}$", re.IGNORECASE
)
_CLOSING = re.compile(
    r"\s?[.,;:)]|\s(?:and(?! a half)|but|when|after|in|at|on|by|with|the|it|he|she|they|we|i|his|her|its|their|a|an)\b",
    re.IGNORECASE,
)
_NOT_A_TIME_BEFORE = re.compile(r"\b(?:than|over|least|most|under|to|for|an?) $", re.IGNORECASE)
_LARGEST = 1000
_REACH = 400


def counted_from_before(
    text: str,
    rows: list[TemporalExpression],
    starts: list[int],
    sentences: tuple[Sentence, ...],
    published_on: date | None,
) -> list[TemporalExpression]:
    """ "a year earlier", "the same year": by the date before it in the paragraph; "the full year": that of the text."""
    ends = [row.end for row in rows]
    found = []
    for year_word in _YEAR.finditer(text):
        window = text[max(0, year_word.start() - 20) : year_word.start()]
        match = _COUNTED_FROM_BEFORE.search(window)
        if match is None:
            continue
        group = "same" if match["same"] else "full" if match["full"] else "earlier"
        after = _AFTER_YEAR["the" if match["the"] else group].match(text, year_word.end())
        if after is None:
            continue
        start = year_word.start() - len(window) + match.start(group)
        end = after.end()
        base = _base(text, rows, bisect_right(ends, start) - 1, start)
        if group == "full":
            year = published_on.year if published_on is not None else None
        elif base is None or base.date_start is None or base.date_start.year < 3:
            continue
        else:
            year = base.date_start.year - (group == "earlier")
        period = periods.of_year(year) if year is not None else periods.unresolved(YEAR)
        if base is not None and group == "earlier" and base.date_start and base.date_end:
            period = periods.Period(year_before(base.date_start), year_before(base.date_end), base.precision)
        row = row_at(text, start, end, period, starts, sentences, "counted_date", 0.75)
        if row is not None:
            found.append(row)
    return found


def _base(text: str, rows: list[TemporalExpression], place: int, at: int) -> TemporalExpression | None:
    """The resolved date that an expression is counted from: the nearest before it in the paragraph, not far off.

    A period rather than a day: "said on Monday that sales in the second quarter rose, from 20 million a year earlier".
    """
    usable = [
        row
        for row in rows[max(0, place - 2) : place + 1]
        if at - row.end <= _REACH and row.date_start is not None and row.date_end is not None
        and "\n" not in text[row.end : at]
    ]  # fmt: skip
    return max(usable, key=lambda row: (row.precision != DAY, row.start), default=None)


def counted_later(
    text: str, rows: list[TemporalExpression], starts: list[int], sentences: tuple[Sentence, ...]
) -> list[TemporalExpression]:
    """ "two years later", "six months earlier", "the next day": by the nearest date before it in the paragraph."""
    ends = [row.end for row in rows]
    found: list[TemporalExpression] = []
    marks = [mark for pattern in _MARKS for mark in pattern.finditer(text)]
    for mark in sorted(marks, key=lambda match: match.start()):
        start, count, unit = _distance(text, mark)
        if not count:
            continue
        base = _nearest(text, rows, bisect_right(ends, start) - 1, found, start)
        period = _away(base, count, unit) if base is not None and abs(count) < _LARGEST else None
        if period is None and _tells_time(text, start, mark.end()):
            period = periods.unresolved(relative.precision_of(unit))
        row = row_at(text, start, mark.end(), period, starts, sentences, "counted_date", 0.7) if period else None
        found += [row] if row is not None else []
    return found


def _distance(text: str, mark: re.Match[str]) -> tuple[int, int, str]:
    """Where the words of a counted date start, and how many units it is away; 0 where nothing is counted."""
    window = text[max(0, mark.start() - 40) : mark.start()]
    if mark.group() == " day":
        beside = _BESIDE_BEFORE.search(window)
        if beside is None:
            return mark.start(), 0, DAY
        return mark.start() - len(window) + beside.start(), -1 if beside["back"] else 1, DAY
    counted = _COUNT_BEFORE.search(window)
    count = grammar.count_of(counted["count"]) if counted is not None else None
    if counted is None or count is None:
        return mark.start(), 0, DAY
    start = mark.start() - len(window) + counted.start()
    return start, count if mark.group() == "later" else -count, counted["unit"].lower()


def _tells_time(text: str, start: int, end: int) -> bool:
    """Whether a counted date stands as a phrase of its own, so that it points to a time though none is named before."""
    return _CLOSING.match(text, end) is not None and _NOT_A_TIME_BEFORE.search(text, max(0, start - 20), start) is None


def _away(base: TemporalExpression, count: int, unit: str) -> Period | None:
    """The time so many units from a date, as precise as the unit; None where the date is less precise than that."""
    if base.date_start is None:
        return None
    if unit in (YEAR, "decade"):
        return relative.away(base.date_start, count * (10 if unit == "decade" else 1), YEAR)
    if unit == MONTH:
        return relative.away(base.date_start, count, MONTH) if base.precision in (MONTH, DAY) else None
    if base.precision != DAY or base.date_start != base.date_end:
        return None
    return relative.counted(base.date_start, count, unit if unit == WEEK else DAY)


def _nearest(
    text: str, rows: list[TemporalExpression], place: int, counted: list[TemporalExpression], at: int
) -> TemporalExpression | None:
    """The date before a place in its paragraph, counted ones among them, if it is resolved and not far off."""
    before = [*rows[max(place, 0) : place + 1], *counted[-1:]]
    row = max((row for row in before if row.end <= at), key=lambda row: row.start, default=None)
    if row is None or row.date_start is None or at - row.end > _REACH or "\n" in text[row.end : at]:
        return None
    return row


def year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def row_at(  # noqa: PLR0917 - what a row holds
    text: str,
    start: int,
    end: int,
    period: periods.Period,
    starts: list[int],
    sentences: tuple[Sentence, ...],
    method: str,
    confidence: float,
) -> TemporalExpression | None:
    place = bisect_right(starts, start) - 1
    if place < 0 or end > sentences[place].end:
        return None
    return TemporalExpression(
        sentences[place].sentence_no, start, end, text[start:end], period.start, period.end, period.precision, "at",
        method, confidence,
    )  # fmt: skip
