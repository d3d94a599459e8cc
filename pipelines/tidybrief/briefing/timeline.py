"""Timeline: what the sources place in time, events and targets apart, each with its precision.

What belongs here: grouping dated expressions by the time they point to. What does not: resolving them (`extraction`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import polars as pl

from tidybrief import vocabulary
from tidybrief.briefing import charts, wording
from tidybrief.briefing.library import TABLE_CONTEXT, Library, Quote, Sentence, anchor

MOST_MARKS: Final = 18
MOST_LEADING: Final = 10
MOST_MOMENTS: Final = 80
MOST_QUOTES: Final = 3
MOST_LISTED: Final = 40
_WINDOW_SHARE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Moment:
    """One stretch of time and every quote that points to it. `is_target`: an end, a goal or a forecast."""

    anchor: str
    start: date
    end: date
    precision: str
    is_target: bool
    words: str
    quotes: tuple[Quote, ...]
    row_ids: tuple[str, ...]

    @property
    def mention_count(self) -> int:
        """How often the sources point to it."""
        return len(self.row_ids)


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A moment on the axis."""

    span: charts.Span
    label: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments in order, their drawing, and the dates that are no facts or could not be resolved."""

    moments: tuple[Moment, ...]
    leading: tuple[Moment, ...]
    moment_count: int
    marks: tuple[TimelineMark, ...]
    ticks: tuple[tuple[float, str], ...]
    lanes: int
    title: str
    description: str
    outside: int
    hypothetical: tuple[Quote, ...]
    hypothetical_count: int
    unresolved: tuple[Quote, ...]
    unresolved_count: int


def view_timeline(dates: pl.DataFrame, library: Library) -> Timeline:
    """The timeline of all resolved dates that stand in a factual sentence."""
    groups: dict[tuple[date, date, bool], list[Mapping[str, Any]]] = {}
    imagined: list[Quote] = []
    unresolved: list[Quote] = []
    imagined_count = unresolved_count = 0
    for row in dates.iter_rows(named=True):
        sentence = library.sentence(row["doc_id"], row["sentence_no"])
        if sentence is not None and sentence.factuality == "hypothetical":
            imagined_count += 1
            _list(imagined, row, library)
        elif row["date_start"] is None or row["date_end"] is None:
            unresolved_count += 1
            _list(unresolved, row, library)
        elif sentence is None or (sentence.states_a_fact and not _is_dateline(sentence, row)):
            target = row["role"] == "until" or (sentence is not None and sentence.factuality == "forecast")
            groups.setdefault((row["date_start"], row["date_end"], target), []).append(row)
    moments = [_moment(key, rows, library) for key, rows in sorted(groups.items())]
    kept = _most_told(moments, MOST_MOMENTS)
    marks, ticks, outside = _draw(_most_told(moments, MOST_MARKS))
    return Timeline(
        moments=tuple(kept),
        leading=tuple(_leading(moments)),
        moment_count=len(moments),
        marks=marks,
        ticks=ticks,
        lanes=max((mark.span.lane for mark in marks), default=-1) + 1,
        title=_title(moments),
        description=(
            "Each mark is a time that the sources name; its length is the period, a number in brackets how often it is "
            "named. Filled marks are events, hollow marks are ends, targets and forecasts."
        ),
        outside=len(moments) - len(marks) if outside or len(moments) > len(marks) else 0,
        hypothetical=tuple(imagined),
        hypothetical_count=imagined_count,
        unresolved=tuple(unresolved),
        unresolved_count=unresolved_count,
    )


def _list(quotes: list[Quote], row: Mapping[str, Any], library: Library) -> None:
    if len(quotes) < MOST_LISTED:
        quotes.append(library.quote(row["doc_id"], row["start"], row["end"], row["date_id"], context=TABLE_CONTEXT))


def _is_dateline(sentence: Sentence, row: Mapping[str, Any]) -> bool:
    """Whether the sentence is nothing but a date, as above an article: it tells of no event."""
    words = sentence.text.strip(" \n.,()|")
    return len(words) <= len(row["text"]) + 12 and sentence.kind in ("heading", "caption")


def _moment(key: tuple[date, date, bool], rows: Sequence[Mapping[str, Any]], library: Library) -> Moment:
    start, end, target = key
    words = wording.period(start, end)
    roles = {row["role"] for row in rows}
    if roles == {"until"}:
        words = f"by {words}"
    elif roles == {"since"}:
        words = f"since {words}"
    return Moment(
        anchor=anchor("time", f"{start}/{end}/{'target' if target else 'event'}"),
        start=start,
        end=end,
        precision=rows[0]["precision"],
        is_target=target,
        words=words,
        quotes=tuple(
            library.quote(r["doc_id"], r["start"], r["end"], r["date_id"], context=TABLE_CONTEXT)
            for r in rows[:MOST_QUOTES]
        ),
        row_ids=tuple(row["date_id"] for row in rows),
    )


def _most_told(moments: Sequence[Moment], most: int) -> list[Moment]:
    chosen = sorted(moments, key=lambda m: (-m.mention_count, m.start, m.end))[:most]
    return sorted(chosen, key=lambda m: (m.start, m.end, m.is_target))


def _leading(moments: Sequence[Moment]) -> list[Moment]:
    """The moments to read first: those more precise than a year, then the most told; one a sentence."""
    fineness = {precision: index for index, precision in enumerate(vocabulary.DATE_PRECISIONS)}
    year = fineness["year"]

    def rank(moment: Moment) -> tuple[bool, int, int, date, date]:
        fine = fineness.get(moment.precision, year)
        return (fine >= year, -moment.mention_count, fine, moment.start, moment.end)

    ranked = sorted(moments, key=rank)
    chosen: dict[str, Moment] = {}
    for moment in ranked:
        quote = moment.quotes[0]
        chosen.setdefault(f"{quote.source.doc_id} {quote.before}{quote.words}{quote.after}", moment)
    return sorted(list(chosen.values())[:MOST_LEADING], key=lambda m: (m.start, m.end, m.is_target))


def _draw(
    moments: Sequence[Moment],
) -> tuple[tuple[TimelineMark, ...], tuple[tuple[float, str], ...], int]:
    """The moments within the densest stretch of time, so that one old year does not squeeze all the others."""
    if not moments:
        return (), (), 0
    first_day, _ = charts.densest_window([m.start.toordinal() for m in moments], _WINDOW_SHARE)
    _, last_day = charts.densest_window([m.end.toordinal() for m in moments], _WINDOW_SHARE)
    room = max(366, (last_day - first_day) // 4)
    inside = [m for m in moments if m.start.toordinal() >= first_day - room and m.end.toordinal() <= last_day + room]
    if not inside:
        return (), (), len(moments)
    first, last = min(m.start for m in inside), max(m.end for m in inside)
    scale = charts.Scale(first.toordinal(), last.toordinal() + 1)
    labels = [f"{m.words} ({m.mention_count})" if m.mention_count > 1 else m.words for m in inside]
    spans = charts.lay_out_spans(scale, [(m.start, m.end) for m in inside], labels)
    marks = tuple(TimelineMark(*parts) for parts in zip(spans, labels, inside, strict=True))
    ticks = charts.time_ticks(first, last)
    yearly = all(tick.month == 1 for tick in ticks)
    named = tuple(
        (scale.at(tick.toordinal()), str(tick.year) if yearly else f"{tick:%b} {tick.year}") for tick in ticks
    )
    return marks, named, len(moments) - len(inside)


def _title(moments: Sequence[Moment]) -> str:
    if not moments:
        return "The sources date no event"
    most = max(moments, key=lambda m: (m.mention_count, m.end))
    first, _ = charts.densest_window([m.start.year for m in moments], _WINDOW_SHARE)
    _, last = charts.densest_window([m.end.year for m in moments], _WINDOW_SHARE)
    starts, ends = min(m.start.year for m in moments), max(m.end.year for m in moments)
    years = f"{first} to {last}" if first < last else str(last)
    spread = "" if (first, last) == (starts, ends) or first > last else f"mostly of {years}, in all of "
    years = f"{starts} to {ends}" if starts < ends else str(starts)
    busiest = (
        f"; {wording.period(most.start, most.end)} is named most often, {most.mention_count} times"
        if most.mention_count > 2
        else ""
    )
    return f"The sources speak {spread or 'of '}{years}{busiest}"
