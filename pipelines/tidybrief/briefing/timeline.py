"""Timeline: what the sources place in time, with its precision; what lay ahead of them apart from what did not.

What belongs here: grouping dated expressions by the time they point to, and drawing them. What does not: resolving them
(`extraction`), and which of them only measure something else (`time_uses`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, groupby
from typing import Any, Final

import polars as pl

from tidybrief import vocabulary
from tidybrief.briefing import charts, wording
from tidybrief.briefing.happenings import happening
from tidybrief.briefing.library import TABLE_CONTEXT, Library, Quote, anchor
from tidybrief.briefing.modality import may_be_modal, modality_of
from tidybrief.briefing.sentences import HEADINGS
from tidybrief.briefing.telling import leans
from tidybrief.briefing.time_uses import measures_something_else
from tidybrief.briefing.topics import Topics
from tidybrief.engines.known_rows import KnownRows

MOST_MARKS: Final = 12
MOST_AHEAD: Final = 4
MOST_MOMENTS: Final = 80
MOST_QUOTES: Final = 3
MOST_LISTED: Final = 40
MOMENT_CONTEXT: Final = 130
LEADING_CONTEXT: Final = 200
"""Characters of its sentence on each side of a time: in the table, and where it is told first."""
_LANE: Final = 27
_LINE: Final = 16
"""Heights in the drawing: of a lane, and of a second line of words in it."""
_LEAST_WORDS: Final = 6
_MOMENT: Final = ("date_start", "date_end", "is_ahead")
"""What makes a moment."""
_QUOTED: Final = ("doc_id", "sentence_no", "start", "end", "date_id", "is_lead")
"""What must be known of a date to quote it."""
_WINDOW_SHARE: Final = 0.8
_LEAST_ROOM: Final = 3_660
"""Days around the densest stretch of the drawing that still belong to it."""
_FINENESS: Final = {precision: index for index, precision in enumerate(vocabulary.DATE_PRECISIONS)}


@dataclass(frozen=True, slots=True)
class Moment:
    """One stretch of time and every quote that points to it.

    `is_ahead`: it lay ahead of the source, or what is told of it was only expected, aimed at or held possible.
    `sentences` are the places of the quotes.
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

    @property
    def mention_count(self) -> int:
        """How often the sources point to it."""
        return len(self.row_ids)


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A moment on the axis, `y` from the top of the drawing."""

    y: int
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
    height: int
    years: str
    title: str
    description: str
    outside: int
    bases: Aside
    hypothetical: Aside
    unresolved: Aside


def view_timeline(dates: pl.DataFrame, library: Library, known: KnownRows | None = None) -> Timeline:
    """The timeline of all resolved dates that stand in a factual sentence and place something in time; `known` has what
    was found in sentences before."""
    rows = library.sentences.beside(dates).with_columns(is_lead=pl.struct("doc_id", "sentence_no").is_first_distinct())
    is_imagined = (pl.col("sentence_factuality") == "hypothetical").fill_null(value=False)
    imagined, told = rows.filter(is_imagined), rows.filter(~is_imagined)
    is_resolved = pl.all_horizontal(pl.col("date_start", "date_end").is_not_null())
    unresolved = told.filter(~is_resolved)
    in_text = pl.col("states_a_fact") & ~pl.col("sentence_kind").is_in(HEADINGS).fill_null(value=False)
    placed = told.filter(is_resolved, in_text)
    is_base = _are_bases(placed, library)
    moments = _Moments(placed.filter(~is_base), library, known or KnownRows())
    leading = moments.leading()
    marks, ticks, height = _draw(leading)
    return Timeline(
        moments=tuple(moments.most_told()),
        leading=tuple(leading),
        moment_count=moments.count,
        marks=marks,
        ticks=ticks,
        height=height,
        years=moments.years(),
        title=_title(leading),
        description=(
            "Each mark is a time that the sources name: a bar as long as the period that is named, for “by 2030” the "
            "year 2030; a diamond for a day or another time too short to be drawn. Hollow marks lay ahead of their "
            "sources, or what is told of them was expected, planned or possible."
        ),
        outside=len(leading) - len(marks),
        bases=_aside("Times named only for comparison or for prices", placed.filter(is_base), library),
        hypothetical=_aside("Imagined times, not counted", imagined, library),
        unresolved=_aside("Times that could not be resolved", unresolved, library),
    )


def _are_bases(dates: pl.DataFrame, library: Library) -> pl.Series:
    """Which of the dates only measure something else."""
    places = dates.select("doc_id", "sentence_start", "start", "end").iter_rows()
    found = [
        floor is not None and measures_something_else(library.by_id[doc_id].text, floor, start, end)
        for doc_id, floor, start, end in places
    ]
    return pl.Series(found, dtype=pl.Boolean)


def _are_modal(dates: pl.DataFrame, known: KnownRows) -> pl.Series:
    """Which of the dates are of what is only expected, aimed at or held possible."""
    rows = dates.with_row_index("row").filter(may_be_modal(pl.col("sentence_text")))
    places = rows.select("sentence_text", pl.col("start", "end") - pl.col("sentence_start"))
    found = rows.filter(known.recall("modal_times", places, _tell_no_fact))["row"]
    return dates.with_row_index("row").select(pl.col("row").is_in(found.implode())).to_series()


def _tell_no_fact(times: pl.DataFrame) -> pl.Series:
    """Of which of these times, by sentence and place in it, nothing is told as so."""
    found = [bool(modality_of(text, start, end, is_time=True)) for text, start, end in times.iter_rows()]
    return pl.Series(found, dtype=pl.Boolean)


def _aside(title: str, rows: pl.DataFrame, library: Library) -> Aside:
    quotes = (_quote(row, library, TABLE_CONTEXT) for row in rows.head(MOST_LISTED).iter_rows(named=True))
    return Aside(title, tuple(quotes), rows.height)


def _quote(row: Mapping[str, Any], library: Library, context: int) -> Quote:
    return library.quote(row["doc_id"], row["start"], row["end"], row["date_id"], context=context)


class _Moments:
    """The moments of dates, each of one start, one end, and ahead of its sources or not."""

    def __init__(self, dates: pl.DataFrame, library: Library, known: KnownRows) -> None:
        self._library, self._topics = library, Topics(library)
        published = {source.doc_id: source.published_on for source in library.sources}
        days = pl.DataFrame(
            {"doc_id": published.keys(), "published_on": published.values()},
            schema={"doc_id": pl.String, "published_on": pl.Date},
        )
        # What lies ahead of its source: what begins later than the document, or is an end that has not come by then; of
        # an undated one an end, and what it forecasts.
        is_end = (pl.col("role") == "until").fill_null(value=False)
        is_later = pl.when(is_end).then("date_end").otherwise("date_start") > pl.col("published_on")
        is_expected = is_end | (pl.col("sentence_factuality") == "forecast").fill_null(value=False)
        dated = dates.join(days, on="doc_id", how="left", maintain_order="left").with_columns(
            is_ahead=is_later.fill_null(is_expected) | _are_modal(dates, known)
        )
        self._rows = dated.with_row_index("row")
        self._found = (
            self._rows.group_by(_MOMENT, maintain_order=True)
            .agg(
                pl.col("row"),
                pl.col("precision").first(),
                pl.col("date_id"),
                documents=pl.col("doc_id").n_unique(),
                roles=pl.col("role").unique(),
            )
            .sort(_MOMENT)
        )

    @property
    def count(self) -> int:
        """How many there are."""
        return self._found.height

    def most_told(self) -> list[Moment]:
        """Those that the sources name most often, in their order."""
        ranked = self._found.sort(
            pl.col("row").list.len(), *_MOMENT[:2], descending=[True, False, False], maintain_order=True
        )
        rows = ranked.head(MOST_MOMENTS).sort(_MOMENT).iter_rows(named=True)
        return [self._moment(row, MOMENT_CONTEXT) for row in rows]

    def leading(self) -> list[Moment]:
        """The moments to read first, some of them ahead, at best of all documents: days before months before years,
        those that most documents name, and those close to what a document is about; one a sentence, no more of one
        document than its share."""
        share = max(2, -(-2 * MOST_MARKS // max(1, len(self._library.sources))))
        chosen: list[Moment] = []
        said: set[tuple[str, int]] = set()
        told: Counter[str] = Counter()
        for is_ahead, most in ((True, MOST_AHEAD), (False, MOST_MARKS)):
            for moment in self._ranked(self._found.filter(pl.col("is_ahead") == is_ahead)):
                if len(chosen) >= most:
                    break
                fit = (
                    index for index, place in enumerate(moment.sentences) if place not in said and self._tells(*place)
                )
                new = next(fit, None)
                if new is None or told[moment.sentences[new][0]] >= share:
                    continue
                said.add(moment.sentences[new])
                told[moment.sentences[new][0]] += 1
                chosen.append(replace(moment, quotes=(moment.quotes[new],)))
        return sorted(chosen, key=lambda m: (m.start, m.end, m.is_ahead))

    def years(self) -> str:
        """Of which years the sources speak, and of which most; "" where they speak of none."""
        if self._found.is_empty():
            return ""
        start, end = (self._found[name].dt.year() for name in ("date_start", "date_end"))
        return _years(start.to_list(), end.to_list())

    def _ranked(self, found: pl.DataFrame) -> Iterator[Moment]:
        """The moments, those to read first at the front; those of one rank are weighed only when it is their turn."""
        year = _FINENESS["year"]
        fineness = pl.col("precision").replace_strict(_FINENESS, default=year, return_dtype=pl.Int64).clip(0, year)
        as_of = self._library.as_of
        is_past = pl.lit(value=False) if as_of is None else pl.col("date_start") <= as_of
        ranked = found.with_columns(fineness=pl.when("is_ahead").then(is_past.cast(pl.Int64)).otherwise(fineness))
        ranked = ranked.sort("fineness", "documents", descending=[False, True], maintain_order=True)
        for _, alike in groupby(ranked.iter_rows(named=True), key=lambda row: (row["fineness"], row["documents"])):
            weighed = [
                (-max(self._weights(self._rows[row["row"]])), row["date_start"], row["date_end"], index, row)
                for index, row in enumerate(alike)
            ]
            yield from (self._moment(row, LEADING_CONTEXT) for *_, row in sorted(weighed, key=lambda one: one[:4]))

    def _tells(self, doc_id: str, number: int) -> bool:
        sentence = self._library.sentences.numbered(doc_id, number)
        return sentence is not None and _is_quotable(sentence.text)

    def _weights(self, rows: pl.DataFrame) -> list[float]:
        """How close the sentence of each of these rows is to what its document is about."""
        places = rows.select("doc_id", "sentence_no").iter_rows()
        return [
            self._topics.weight(doc_id, self._library.sentences.numbered(doc_id, number)) for doc_id, number in places
        ]

    def _moment(self, found: Mapping[str, Any], context: int) -> Moment:
        """The moment with its quotes, each with so much of its sentence around it; those first whose sentence names it
        before any other time."""
        rows = self._rows[found["row"]]
        leads = rows.filter("is_lead")
        if leads["doc_id"].n_unique() >= MOST_QUOTES:
            rows = leads  # the others would not come to speak
        told = rows.select(_QUOTED).to_dicts()
        weights = self._weights(rows)
        order = sorted(range(len(told)), key=lambda i: (not told[i]["is_lead"], -weights[i]))
        quoted = _one_a_document([told[index] for index in order])[:MOST_QUOTES]
        start, end = found["date_start"], found["date_end"]
        words = wording.period(start, end)
        if words.endswith("0s") and found["roles"] in (["until"], ["since"]):
            words = f"the {words}"
        if found["roles"] == ["until"]:
            words = f"by {words}"
        elif found["roles"] == ["since"]:
            words = f"{'from' if found['is_ahead'] else 'since'} {words}"
        return Moment(
            anchor=anchor("time", f"{start}/{end}/{'target' if found['is_ahead'] else 'event'}"),
            start=start,
            end=end,
            precision=found["precision"],
            is_ahead=found["is_ahead"],
            words=words,
            quotes=tuple(_quote(row, self._library, context) for row in quoted),
            sentences=tuple((row["doc_id"], row["sentence_no"]) for row in quoted),
            row_ids=tuple(found["date_id"]),
        )


def _one_a_document(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows in an order in which each document speaks once before any speaks again."""
    seen: Counter[str] = Counter()
    turns: list[int] = []
    for row in rows:
        turns.append(seen[row["doc_id"]])
        seen[row["doc_id"]] += 1
    return [rows[index] for index in sorted(range(len(rows)), key=turns.__getitem__)]


def _is_quotable(text: str) -> bool:
    """Whether a sentence tells of something beside the time itself, and does not lean on another."""
    return len(text.split(maxsplit=_LEAST_WORDS)) >= _LEAST_WORDS and not leans(text)


def _draw(moments: Sequence[Moment]) -> tuple[tuple[TimelineMark, ...], tuple[tuple[float, str], ...], int]:
    """The moments within the densest stretch of time, so that one old year does not squeeze all the others."""
    if not moments:
        return (), (), 0
    first_day, _ = charts.densest_window([m.start.toordinal() for m in moments], _WINDOW_SHARE)
    _, last_day = charts.densest_window([m.end.toordinal() for m in moments], _WINDOW_SHARE)
    room = max(_LEAST_ROOM, last_day - first_day)
    inside = [m for m in moments if m.start.toordinal() >= first_day - room and m.end.toordinal() <= last_day + room]
    if not inside:
        return (), (), 0
    first, last = min(m.start for m in inside), max(m.end for m in inside)
    scale = charts.Scale(first.toordinal(), last.toordinal() + 1)
    labels = [m.words for m in inside]
    spans = charts.lay_out_spans(
        scale, [(m.start, m.end) for m in inside], labels, [happening(m.quotes[0]) for m in inside]
    )
    lanes = [_LANE] * (1 + max(span.lane for span in spans))
    for span in spans:
        lanes[span.lane] = max(lanes[span.lane], _LANE + (_LINE if span.below else 0))
    tops = list(accumulate(lanes, initial=0))
    marks = tuple(
        TimelineMark(tops[span.lane], span, label, moment)
        for span, label, moment in zip(spans, labels, inside, strict=True)
    )
    ticks = charts.time_ticks(first, last)
    yearly = all(tick.month == 1 for tick in ticks)
    named = tuple(
        (scale.at(tick.toordinal()), str(tick.year) if yearly else f"{tick:%b} {tick.year}") for tick in ticks
    )
    return marks, named, tops[-1]


def _years(starts: Sequence[int], ends: Sequence[int]) -> str:
    """Of which years moments speak that start and end in these, and of which most."""
    first, _ = charts.densest_window(starts, _WINDOW_SHARE)
    _, last = charts.densest_window(ends, _WINDOW_SHARE)
    earliest, latest = min(starts), max(ends)
    if first > last or (first, last) == (earliest, latest):
        return f"from {earliest} to {latest}" if earliest < latest else f"in {earliest}"
    most = f"most of them from {first} to {last}" if first < last else f"most of them in {last}"
    return f"{most} (the first in {earliest}, the last in {latest})"


def _title(leading: Sequence[Moment]) -> str:
    """How much of what is listed was still to come when it was told."""
    ahead, moments = sum(moment.is_ahead for moment in leading), wording.sentence(wording.count(len(leading), "moment"))
    if not leading:
        return "The sources place nothing in time"
    if ahead in (0, len(leading)):
        return f"{moments}, {'all' if ahead else 'none'} still to come or only expected when told"
    number = wording.count(ahead, "moment").partition(" ")[0]
    return f"{moments}, {number} of them still to come or only expected when told"
