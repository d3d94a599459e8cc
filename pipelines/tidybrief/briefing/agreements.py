"""Where sources agree and where they contradict each other, as points with positions and their quotes.

What belongs here: the comparisons in words. What does not: comparing (`corpus` does that).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import polars as pl

from tidybrief.briefing import charts, wording
from tidybrief.briefing.figure_table import Figures
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.library import Library, Quote
from tidybrief.briefing.modality import MODALITIES
from tidybrief.briefing.readings import UNSURE_READING
from tidybrief.briefing.relations import PLACING, VERBS
from tidybrief.briefing.support import PUBLISHERS_UNKNOWN, Support
from tidybrief.briefing.telling import may_open, tells

TOPICS: Final = {
    "develops": "what {} develops",
    "part_of": "what {} is part of",
    "spun_off_from": "what {} was spun off from",
    "specializes_in": "the field of {}",
    "located_in": "the location of {}",
    "authored": "what {} wrote",
    "published": "what {} published",
    "occupation": "the occupation of {}",
    "issued": "what {} issued",
    "competes_with": "the rivals of {}",
    "backs": "what {} backs",
    "developer": "the developer of {}",
    "owner": "the owner of {}",
    "headquarters": "the headquarters of {}",
    "chief executive": "the chief executive of {}",
    "ministerial post": "what {} is minister of",
}
_EVENT: Final = re.compile(r"(start|end) of (the .+)")
_OF_A_TIME: Final = re.compile(r"(date|start|end) of ")
_SENTENCE_END: Final = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])\. (?=[A-Z])")
"""Not behind an initial or a title: "George W. Bush"."""
_DATED: Final = 1.0
_ON_ONE_POINT: Final = ("agree", "conflict", "changed")
_VERDICT_ORDER: Final = {"conflict": 0, "agree": 1, "changed": 2, "derivative": 3, "look_alike": 4}


@dataclass(frozen=True, slots=True)
class Position:
    """One value that sources give, and the quotes of all who give it."""

    words: str
    quotes: tuple[Quote, ...]
    is_quotation: bool
    figure: FigureView | None

    @property
    def one_a_source(self) -> tuple[Quote, ...]:
        """The first quote of each source."""
        found: dict[str, Quote] = {}
        for quote in self.quotes:
            found.setdefault(quote.source.doc_id, quote)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class StripMark:
    """A position on the strip of disagreeing values; `label` has its words and who gives it, in lines that fit."""

    bar: charts.Bar
    end: float
    label: charts.Label
    href: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Disagreeing numbers on one scale."""

    marks: tuple[StripMark, ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What began or ended, and the time on which all agree. `part` is start or end, `what` has its article."""

    part: str
    what: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Point:
    """One point on which two or more documents speak. `is_background`: it places a name and tells nothing of it,
    repeats what another point tells, or is of figures of which it was only guessed what they measure.

    `figures` are those compared, the most telling first; `event` is what sources date alike.
    """

    comparison_id: str
    subject: str
    topic: str
    verb: str | None
    is_background: bool
    verdict: str
    support: Support
    source_groups: int
    positions: tuple[Position, ...]
    note: str | None
    row_ids: tuple[str, ...]
    strip: Strip | None
    figures: tuple[FigureView, ...]
    event: Event | None

    @property
    def weight(self) -> float:
        """How much a reader gains from it: what its figures tell or that it dates an event, and how many speak
        independently."""
        told = max((tells(figure) for figure in self.figures if may_open(figure)), default=0.0)
        return told + self.source_groups + (_DATED if self.event else 0.0)

    @property
    def who(self) -> str:
        """Who speaks: independent sources, sources of which that cannot be told, or documents that count as one."""
        documents = len({q.source.doc_id for p in self.positions for q in p.quotes})
        if self.verdict == "conflict" and self.source_groups == 1:
            return wording.count(documents, "document")
        if self.source_groups == 1 and documents > 1:
            return f"{wording.count(documents, 'document')} that count as one source"
        is_known = PUBLISHERS_UNKNOWN not in self.support.flags
        return wording.count(self.source_groups, "independent source" if is_known else "source")

    @property
    def counts_documents_as_one(self) -> bool:
        """Whether documents agree that count as one source though no shared origin of theirs was found."""
        origins = {quote.source.source_group for position in self.positions for quote in position.quotes}
        return self.verdict == "agree" and self.source_groups < len(origins)

    @property
    def caveat(self) -> str:
        """What the comparison notes beyond that they agree: why they count as one, or on what they might not."""
        _, *behind = _SENTENCE_END.split(self.note or "", maxsplit=1)
        return behind[0] if behind else ""

    @property
    def topic_told(self) -> str:
        """The topic as it stands in a sentence: "the date of the opening"."""
        return f"the {self.topic}" if _OF_A_TIME.match(self.topic) else self.topic

    @property
    def heading(self) -> str:
        """What sources agree on: a relation or an event as a sentence, a value with what its sentences call it, else
        what they speak on with what each says."""
        if self.verb and self.verdict == "agree":
            return f"{self.subject} {self.verb} {self.positions[0].words}"
        if self.event:
            began = {"start": "began", "end": "ended"}[self.event.part]
            when = wording.in_period(self.event.first, self.event.last)
            return f"{self.event.what} {began} {when} ({self.subject})"
        if not self.figures:
            return f"{self.topic_told}: {wording.joined([position.words for position in self.positions][:3], 'or')}"
        # Sources that were read alike make each other's reading surer.
        labels = (figure.label_read(UNSURE_READING) for figure in self.figures)
        label = next(filter(None, labels), "")
        if not label and not self.is_background:
            amounts = {(figure.value, figure.value_high): figure.amount for figure in reversed(self.figures)}
            return f"{self.topic}: {wording.joined(list(amounts.values()), 'or')}"
        values = {(figure.value, figure.value_high): figure.words for figure in reversed(self.figures)}
        words = wording.joined(list(values.values()), "or")
        return f"{words} ({label})" if label else words

    @property
    def is_sentence(self) -> bool:
        """Whether the heading of an agreement is a sentence."""
        return self.event is not None or self.verb is not None

    @property
    def one_a_source(self) -> tuple[Quote, ...]:
        """The first quote of each document that speaks."""
        found: dict[str, Quote] = {}
        for position in self.positions:
            for quote in position.quotes:
                found.setdefault(quote.source.doc_id, quote)
        return tuple(found.values())


def view_points(tables: Mapping[str, pl.DataFrame], figures: Figures, library: Library) -> tuple[Point, ...]:
    """All comparisons as points, those that tell most first."""
    names = dict(tables["entities"].select("entity_id", "name").iter_rows())
    points = (
        _point(row, names, figures, library)
        for row in tables["comparisons"].sort("comparison_id").iter_rows(named=True)
    )
    ranked = sorted((point for point in points if point.positions), key=_rank)
    return tuple(sorted(_with_repetitions_behind(ranked), key=lambda point: _rank(point)[:2]))


def speak_together(points: Sequence[Point]) -> frozenset[str]:
    """The documents that speak on a point on which another does, places of names apart."""
    telling = (point for point in points if point.verdict in _ON_ONE_POINT and not point.is_background)
    return frozenset(quote.source.doc_id for p in telling for position in p.positions for quote in position.quotes)


def how_many(points: Sequence[Point]) -> str:
    """How many conflicts and agreements there are, and in how many of these nobody else stands behind it."""
    conflicts, agreements = ([p for p in points if p.verdict == verdict] for verdict in ("conflict", "agree"))
    told = f"{wording.count(len(conflicts), 'conflict')} and {wording.count(len(agreements), 'agreement')}"
    alone = sum(point.source_groups == 1 for point in agreements)
    if not alone:
        return f"{wording.sentence(told)} between documents."
    number = wording.count(alone, "agreement").partition(" ")[0]
    return f"{wording.sentence(told)} between documents; in {number} of the latter the documents count as one source."


def _with_repetitions_behind(points: Sequence[Point]) -> Iterator[Point]:
    """The points; of agreements on one value that one document takes part in, all but the first as background."""
    told: set[tuple[object, ...]] = set()
    for point in points:
        values = {(f.source.doc_id, f.kind, f.unit, f.value) for f in point.figures if point.verdict == "agree"}
        yield point if told.isdisjoint(values) else replace(point, is_background=True)
        told |= values


def _rank(point: Point) -> tuple[int, bool, bool, bool, float, date]:
    """Conflicts first, then agreements on values and times, then on relations, each corroborated before others; last on
    what places a name. Events that weigh the same stand in their order."""
    is_single = point.support.key == "single_source"
    order = _VERDICT_ORDER.get(point.verdict, len(_VERDICT_ORDER))
    when = point.event.first if point.event else date.max
    return (order, point.is_background, point.verb is not None, is_single, -point.weight, when)


def _point(row: Mapping[str, Any], names: Mapping[str, str], figures: Figures, library: Library) -> Point:
    evidence = [item for item in row["evidence"] or () if item["doc_id"] in library.by_id]
    shared = [figure for figure in (figures.find(item["row_id"]) for item in evidence) if figure]
    periods = {figure.period for figure in shared}
    period = periods.pop() if len(periods) == 1 else ""
    subject = wording.shortened(names.get(row["subject_id"], row["subject_id"]), 80)
    positions = _positions(evidence, figures, library)
    support = row["support"] if row["verdict"] in ("agree", "conflict") else ""
    return Point(
        comparison_id=row["comparison_id"],
        subject=subject,
        topic=topic_of(row["attribute"], subject, period),
        verb=VERBS.get(row["attribute"]),
        is_background=row["attribute"] in PLACING or _is_guess(shared),
        verdict=row["verdict"],
        support=Support(
            support, (*_modality(shared), *(_doubts(positions) if support and row["source_groups"] > 1 else ()))
        ),
        source_groups=row["source_groups"],
        positions=positions,
        note=wording.with_values_in_words(row["note"]) if row["note"] else None,
        row_ids=tuple(item["row_id"] for item in evidence),
        strip=_strip(positions) if row["verdict"] in ("conflict", "changed") else None,
        figures=tuple(sorted(shared, key=lambda figure: (-figure.weight, figure.figure_id))),
        event=_event(row["attribute"], evidence) if row["verdict"] == "agree" else None,
    )


def _is_guess(figures: Sequence[FigureView]) -> bool:
    """Whether what the figures measure was guessed of all of them, so that they may be of different things."""
    return bool(figures) and all(figure.indicator_confidence < UNSURE_READING for figure in figures)


def _modality(figures: Sequence[FigureView]) -> tuple[str, ...]:
    """As what the figures are told, if none of them as so."""
    told = {figure.support.modality for figure in figures}
    return () if "" in told else tuple(kind for kind in MODALITIES if kind in told)


def _doubts(positions: Sequence[Position]) -> tuple[str, ...]:
    """A flag where one of those who speak names neither publisher nor author."""
    is_known = all(quote.source.names_who_speaks for position in positions for quote in position.quotes)
    return () if is_known else (PUBLISHERS_UNKNOWN,)


def _event(attribute: str, evidence: Sequence[Mapping[str, Any]]) -> Event | None:
    """What began or ended when. Of several times that agree, the day on which all begin, else the widest."""
    found = _EVENT.fullmatch(attribute)
    if found is None:
        return None
    bounds = [wording.iso_bounds(item["value"] or "") for item in evidence]
    times = sorted({(first, last) for first, last in (b for b in bounds if b) if first and last})
    if not times or len(bounds) != len([b for b in bounds if b]):
        return None
    first, last = min(start for start, _ in times), max(end for _, end in times)
    days = {start if found[1] == "start" else end for start, end in times}
    if len(days) == 1 and any(start == end for start, end in times):
        first = last = days.pop()
    return Event(found[1], found[2], first, last)


def topic_of(attribute: str, subject: str, period: str = "") -> str:
    """What the sources speak on: "the occupation of Ida Rohn", "containers handled (Vellmar, 2023)"."""
    if attribute in TOPICS:
        return TOPICS[attribute].format(subject)
    indicator = wording.shortened(attribute, 90)
    brackets = [part for part in (subject if subject.casefold() not in indicator.casefold() else "", period) if part]
    return f"{indicator} ({', '.join(brackets)})" if brackets else indicator


def _positions(evidence: Sequence[Mapping[str, Any]], figures: Figures, library: Library) -> tuple[Position, ...]:
    found: dict[str, tuple[list[Quote], FigureView | None]] = {}
    for item in evidence:
        figure = figures.find(item["row_id"])
        said = item["value"] or item["text"]
        words = figure.words if figure else wording.iso_in_words(said) or wording.shortened(said, 120)
        quote = _quote(item, library)
        found.setdefault(words, ([], figure))[0].append(quote)
    return tuple(
        Position(words, tuple(quotes), _is_quotation(words, quotes), figure)
        for words, (quotes, figure) in found.items()
    )


def _quote(item: Mapping[str, Any], library: Library) -> Quote:
    """The words of the evidence; where it is a whole sentence that words the value, the value within it."""
    doc_id, start, end = item["doc_id"], item["start"], item["end"]
    if item["row_id"].startswith(("figure-", "date-")):
        return library.quote(doc_id, start, end, item["row_id"])
    inside = library.by_id[doc_id].text[start:end].find(item["value"] or "")
    if item["value"] and inside >= 0:
        start, end = start + inside, start + inside + len(item["value"])
    return library.quote(doc_id, start, end)


def _is_quotation(words: str, quotes: Sequence[Quote]) -> bool:
    """Whether these are the very words of a source."""
    return any(words in f"{quote.before}{quote.words}{quote.after}" for quote in quotes)


def _strip(positions: Sequence[Position]) -> Strip | None:
    """The strip where all positions are numbers of one kind and unit, and there is something to see: more than two, or
    one that is no point."""
    figures = [(position, position.figure) for position in positions if position.figure is not None]
    if len(figures) != len(positions) or len(figures) < 2:
        return None
    if len({(figure.kind, figure.unit) for _, figure in figures}) != 1:
        return None
    values = [value for _, f in figures for value in (f.value, f.value_high) if value is not None]
    scale, ticks = charts.nice_scale(values, from_zero=False)
    marks = []
    for position, figure in figures:
        bar = charts.bar(scale, figure.value, figure.value_high, figure.qualifier)
        givers = wording.joined(list(dict.fromkeys(quote.source.label for quote in position.quotes)))
        label = charts.label(position.words, givers)
        marks.append(StripMark(bar, scale.at(figure.value), label, position.quotes[0].href))
    if len(marks) == 2 and not any(mark.bar.opens or mark.bar.hedged or mark.bar.high_width for mark in marks):
        return None
    return Strip(tuple(marks), tuple((tick.at, wording.compact_number(tick.value)) for tick in ticks))
