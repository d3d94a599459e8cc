"""Timeline: what the sources place in time, with its precision; what lay ahead of them apart from what did not.

What belongs here: grouping dated expressions by the time they point to, and drawing them. What does not: resolving them
(`extraction`), and which of them only measure something else (`time_uses`).
"""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import polars as pl

from tidybrief import vocabulary
from tidybrief.briefing import charts, wording
from tidybrief.briefing.library import TABLE_CONTEXT, Library, Quote, Sentence, anchor
from tidybrief.briefing.telling import opens_plainly
from tidybrief.briefing.time_uses import measures_something_else
from tidybrief.briefing.topics import Topics

MOST_MARKS: Final = 12
MOST_AHEAD: Final = 4
MOST_MOMENTS: Final = 80
MOST_QUOTES: Final = 3
MOST_LISTED: Final = 40
MOMENT_CONTEXT: Final = 130
_LEAST_WORDS: Final = 6
_HEADINGS: Final = ("heading", "caption")
"""What names a topic or a day of publication, and tells of nothing that happened."""
_WINDOW_SHARE: Final = 0.8
_LEAST_ROOM: Final = 3_660
"""Days around the densest stretch of the drawing that still belong to it."""
_FINENESS: Final = {precision: index for index, precision in enumerate(vocabulary.DATE_PRECISIONS)}


@dataclass(frozen=True, slots=True)
class Moment:
    """One stretch of time and every quote that points to it.

    `is_ahead`: it lay ahead of the source: an end, a goal, a forecast, or later than the document. `sentences` are the
    places of the quotes.
    """

    anchor: str
    start: date
    end: date
    precision: str
    is_ahead: bool
    words: str
    quotes: tuple[Quote, ...]
    sentences: tuple[tuple[str, int], ...]
    row_ids: tuple[str, ...]
    document_count: int
    topicality: float

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
class Aside:
    """Expressions of time that are no moments of the timeline, the first of them quoted."""

    title: str
    quotes: tuple[Quote, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments in order, those to read first with their drawing, and the expressions that are none."""

    moments: tuple[Moment, ...]
    leading: tuple[Moment, ...]
    moment_count: int
    marks: tuple[TimelineMark, ...]
    ticks: tuple[tuple[float, str], ...]
    lanes: int
    years: str
    title: str
    description: str
    outside: int
    bases: Aside
    hypothetical: Aside
    unresolved: Aside


def view_timeline(dates: pl.DataFrame, library: Library) -> Timeline:
    """The timeline of all resolved dates that stand in a factual sentence and place something in time."""
    groups: dict[tuple[date, date, bool], list[Mapping[str, Any]]] = {}
    aside: dict[str, list[Mapping[str, Any]]] = {"bases": [], "imagined": [], "unresolved": []}
    first_of_all: dict[tuple[str, int], str] = {}
    for row in dates.iter_rows(named=True):
        first_of_all.setdefault((row["doc_id"], row["sentence_no"]), row["date_id"])
        sentence = library.sentence(row["doc_id"], row["sentence_no"])
        if sentence is not None and sentence.factuality == "hypothetical":
            aside["imagined"].append(row)
        elif row["date_start"] is None or row["date_end"] is None:
            aside["unresolved"].append(row)
        elif sentence is None or (sentence.states_a_fact and sentence.kind not in _HEADINGS):
            text = library.by_id[row["doc_id"]].text
            if sentence is not None and measures_something_else(text, sentence.start, row["start"], row["end"]):
                aside["bases"].append(row)
            else:
                key = (row["date_start"], row["date_end"], _is_ahead(row, sentence, library))
                groups.setdefault(key, []).append(row)
    topics, leads = Topics(library), frozenset(first_of_all.values())
    moments = [_moment(key, rows, leads, topics, library) for key, rows in sorted(groups.items())]
    leading = _leading(moments, library)
    marks, ticks = _draw(leading)
    return Timeline(
        moments=tuple(_most_told(moments, MOST_MOMENTS)),
        leading=tuple(leading),
        moment_count=len(moments),
        marks=marks,
        ticks=ticks,
        lanes=max((mark.span.lane for mark in marks), default=-1) + 1,
        years=_years(moments) if moments else "",
        title=_title(leading),
        description=(
            "Each mark is a time that the sources name; its length is the period. Hollow marks lay ahead of "
            "their sources: ends, goals, forecasts."
        ),
        outside=len(leading) - len(marks),
        bases=_aside("Times that something is only compared with or priced at", aside["bases"], library),
        hypothetical=_aside("Imagined times, not counted", aside["imagined"], library),
        unresolved=_aside("Times that could not be resolved", aside["unresolved"], library),
    )


def _aside(title: str, rows: Sequence[Mapping[str, Any]], library: Library) -> Aside:
    return Aside(title, tuple(_quote(row, library, TABLE_CONTEXT) for row in rows[:MOST_LISTED]), len(rows))


def _quote(row: Mapping[str, Any], library: Library, context: int) -> Quote:
    return library.quote(row["doc_id"], row["start"], row["end"], row["date_id"], context=context)


def _is_ahead(row: Mapping[str, Any], sentence: Sentence | None, library: Library) -> bool:
    """Whether it lay ahead of its source: an end, or later than the document; what an undated one forecasts."""
    published = library.by_id[row["doc_id"]].published_on
    if row["role"] == "until":
        return True
    if published is not None:
        starts: date = row["date_start"]
        return starts > published
    return sentence is not None and sentence.factuality == "forecast"


def _moment(
    key: tuple[date, date, bool],
    rows: Sequence[Mapping[str, Any]],
    leads: Container[str],
    topics: Topics,
    library: Library,
) -> Moment:
    """The moment with its quotes, those first whose sentence names it before any other time: `leads` has their ids."""
    start, end, ahead = key
    weights = [topics.weight(row["doc_id"], library.sentence(row["doc_id"], row["sentence_no"])) for row in rows]
    ranked = [
        rows[index] for index in sorted(range(len(rows)), key=lambda i: (rows[i]["date_id"] not in leads, -weights[i]))
    ]
    quoted = _one_a_document(ranked)[:MOST_QUOTES]
    words = wording.period(start, end)
    roles = {row["role"] for row in rows}
    if roles == {"until"}:
        words = f"by {words}"
    elif roles == {"since"}:
        words = f"since {words}"
    return Moment(
        anchor=anchor("time", f"{start}/{end}/{'target' if ahead else 'event'}"),
        start=start,
        end=end,
        precision=rows[0]["precision"],
        is_ahead=ahead,
        words=words,
        quotes=tuple(_quote(row, library, MOMENT_CONTEXT) for row in quoted),
        sentences=tuple((row["doc_id"], row["sentence_no"]) for row in quoted),
        row_ids=tuple(row["date_id"] for row in rows),
        document_count=len({row["doc_id"] for row in rows}),
        topicality=max(weights),
    )


def _one_a_document(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows in an order in which each document speaks once before any speaks again."""
    seen: Counter[str] = Counter()
    turns: list[int] = []
    for row in rows:
        turns.append(seen[row["doc_id"]])
        seen[row["doc_id"]] += 1
    return [rows[index] for index in sorted(range(len(rows)), key=turns.__getitem__)]


def _most_told(moments: Sequence[Moment], most: int) -> list[Moment]:
    chosen = sorted(moments, key=lambda m: (-m.mention_count, m.start, m.end))[:most]
    return sorted(chosen, key=lambda m: (m.start, m.end, m.is_ahead))


def _leading(moments: Sequence[Moment], library: Library) -> list[Moment]:
    """The moments to read first, some of them ahead, at best of all documents: days before months before years, those
    that most documents name, and those close to what a document is about; one a sentence, no more of one document than
    its share."""
    year = _FINENESS["year"]

    def rank(moment: Moment) -> tuple[int, int, float, date, date]:
        fine = min(year, _FINENESS.get(moment.precision, year))
        if moment.is_ahead:
            fine = int(library.as_of is not None and moment.start <= library.as_of)
        return (fine, -moment.document_count, -moment.topicality, moment.start, moment.end)

    share = max(2, -(-2 * MOST_MARKS // max(1, len(library.sources))))

    def tells(doc_id: str, number: int) -> bool:
        sentence = library.sentence(doc_id, number)
        return sentence is not None and _is_quotable(sentence.text)

    chosen: list[Moment] = []
    said: set[tuple[str, int]] = set()
    told: Counter[str] = Counter()
    ranked = sorted(moments, key=rank)
    ahead, behind = [m for m in ranked if m.is_ahead], [m for m in ranked if not m.is_ahead]
    for candidates, most in ((ahead, MOST_AHEAD), (behind, MOST_MARKS)):
        for moment in candidates:
            fit = (index for index, place in enumerate(moment.sentences) if place not in said and tells(*place))
            new = next(fit, None)
            if len(chosen) == most or new is None or told[moment.sentences[new][0]] >= share:
                continue
            said.add(moment.sentences[new])
            told[moment.sentences[new][0]] += 1
            chosen.append(replace(moment, quotes=(moment.quotes[new],)))
    return sorted(chosen, key=lambda m: (m.start, m.end, m.is_ahead))


def _is_quotable(text: str) -> bool:
    """Whether a sentence tells of something beside the time itself."""
    return opens_plainly(text) and wording.word_count(text) >= _LEAST_WORDS


def _draw(moments: Sequence[Moment]) -> tuple[tuple[TimelineMark, ...], tuple[tuple[float, str], ...]]:
    """The moments within the densest stretch of time, so that one old year does not squeeze all the others."""
    if not moments:
        return (), ()
    first_day, _ = charts.densest_window([m.start.toordinal() for m in moments], _WINDOW_SHARE)
    _, last_day = charts.densest_window([m.end.toordinal() for m in moments], _WINDOW_SHARE)
    room = max(_LEAST_ROOM, last_day - first_day)
    inside = [m for m in moments if m.start.toordinal() >= first_day - room and m.end.toordinal() <= last_day + room]
    if not inside:
        return (), ()
    first, last = min(m.start for m in inside), max(m.end for m in inside)
    scale = charts.Scale(first.toordinal(), last.toordinal() + 1)
    labels = [m.words for m in inside]
    spans = charts.lay_out_spans(scale, [(m.start, m.end) for m in inside], labels)
    marks = tuple(TimelineMark(*parts) for parts in zip(spans, labels, inside, strict=True))
    ticks = charts.time_ticks(first, last)
    yearly = all(tick.month == 1 for tick in ticks)
    named = tuple(
        (scale.at(tick.toordinal()), str(tick.year) if yearly else f"{tick:%b} {tick.year}") for tick in ticks
    )
    return marks, named


def _years(moments: Sequence[Moment]) -> str:
    """Of which years the sources speak, and of which most."""
    first, _ = charts.densest_window([m.start.year for m in moments], _WINDOW_SHARE)
    _, last = charts.densest_window([m.end.year for m in moments], _WINDOW_SHARE)
    starts, ends = min(m.start.year for m in moments), max(m.end.year for m in moments)
    if first > last or (first, last) == (starts, ends):
        return f"of {starts} to {ends}" if starts < ends else f"of {starts}"
    return f"mostly of {f'{first} to {last}' if first < last else last}, in all of {starts} to {ends}"


def _title(leading: Sequence[Moment]) -> str:
    """How much of what is listed was still to come when it was told."""
    ahead, moments = sum(moment.is_ahead for moment in leading), wording.sentence(wording.count(len(leading), "moment"))
    if not leading:
        return "The sources place nothing in time"
    if ahead in (0, len(leading)):
        return f"{moments}, {'all still to come' if ahead else 'none still to come'} when told"
    return f"{moments}, {wording.count(ahead, 'moment').partition(' ')[0]} of them still to come when told"
