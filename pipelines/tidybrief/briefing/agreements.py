"""Where sources agree and where they contradict each other, as points with positions and their quotes.

What belongs here: the comparisons in words. What does not: comparing (`corpus` does that).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from tidybrief.briefing import charts, wording
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.library import Library, Quote
from tidybrief.briefing.relations import VERBS
from tidybrief.briefing.support import Support

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
}
_BACKGROUND: Final = frozenset(("located_in", "occupation", "specializes_in"))
"""Attributes that place a name rather than tell something of it."""
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
    """A position on the strip of disagreeing values."""

    bar: charts.Bar
    end: float
    words: str
    source: str
    href: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Disagreeing numbers on one scale."""

    marks: tuple[StripMark, ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One point on which two or more documents speak. `is_background`: it places a name and tells nothing of it."""

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

    @property
    def who(self) -> str:
        """Who speaks: independent sources, or documents that may share an origin."""
        documents = len({q.source.doc_id for p in self.positions for q in p.quotes})
        if self.source_groups == 1 and documents > 1:
            return f"{wording.count(documents, 'document')} that may share an origin"
        return wording.count(self.source_groups, "independent source")

    @property
    def heading(self) -> str:
        """What it is about; where sources agree on a relation, the relation."""
        if self.verdict == "agree" and self.verb:
            return f"{self.subject} {self.verb} {self.positions[0].words}"
        return self.topic

    @property
    def sources(self) -> tuple[str, ...]:
        """The labels of all sources that speak, each once."""
        return tuple(dict.fromkeys(q.source.label for p in self.positions for q in p.quotes))


def view_points(
    tables: Mapping[str, pl.DataFrame], figures: Sequence[FigureView], library: Library
) -> tuple[Point, ...]:
    """All comparisons as points: conflicts first, then by the number of independent sources."""
    names = dict(tables["entities"].select("entity_id", "name").iter_rows())
    by_id = {figure.figure_id: figure for figure in figures}
    rows = sorted(
        tables["comparisons"].iter_rows(named=True),
        key=lambda row: (
            _VERDICT_ORDER.get(row["verdict"], 9),
            row["attribute"] in _BACKGROUND,
            row["attribute"] in TOPICS,
            -row["source_groups"],
            row["comparison_id"],
        ),
    )
    points = (_point(row, names, by_id, library) for row in rows)
    return tuple(point for point in points if point.positions)


def _point(
    row: Mapping[str, Any], names: Mapping[str, str], figures: Mapping[str, FigureView], library: Library
) -> Point:
    evidence = [item for item in row["evidence"] or () if item["doc_id"] in library.by_id]
    shared = [figures[item["row_id"]] for item in evidence if item["row_id"] in figures]
    period = shared[0].period if shared else ""
    subject = wording.shortened(names.get(row["subject_id"], row["subject_id"]), 80)
    positions = _positions(evidence, figures, library)
    return Point(
        comparison_id=row["comparison_id"],
        subject=subject,
        topic=topic_of(row["attribute"], subject, period),
        verb=VERBS.get(row["attribute"]),
        is_background=row["attribute"] in _BACKGROUND,
        verdict=row["verdict"],
        support=Support(row["support"]),
        source_groups=row["source_groups"],
        positions=positions,
        note=wording.with_dates_in_words(row["note"]) if row["note"] else None,
        row_ids=tuple(item["row_id"] for item in evidence),
        strip=_strip(positions) if row["verdict"] in ("conflict", "changed") else None,
    )


def topic_of(attribute: str, subject: str, period: str = "") -> str:
    """What the sources speak on: "the occupation of Ida Rohn", "containers handled (Vellmar, 2023)"."""
    if attribute in TOPICS:
        return TOPICS[attribute].format(subject)
    indicator = wording.shortened(attribute, 90)
    brackets = [part for part in (subject if subject.casefold() not in indicator.casefold() else "", period) if part]
    return f"{indicator} ({', '.join(brackets)})" if brackets else indicator


def _positions(
    evidence: Sequence[Mapping[str, Any]], figures: Mapping[str, FigureView], library: Library
) -> tuple[Position, ...]:
    found: dict[str, tuple[list[Quote], FigureView | None]] = {}
    for item in evidence:
        figure = figures.get(item["row_id"])
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
    """The strip where all positions are numbers of one kind and unit; there must be two or more."""
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
        label = wording.joined(list(dict.fromkeys(quote.source.label for quote in position.quotes)))
        end = scale.at(figure.value)
        marks.append(StripMark(bar, end, position.words, wording.shortened(label, 28), position.quotes[0].href))
    return Strip(tuple(marks), tuple((tick.at, wording.compact_number(tick.value)) for tick in ticks))
