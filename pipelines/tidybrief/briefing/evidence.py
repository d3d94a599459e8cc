"""The evidence: each document's text cut into segments, so that every extracted span is marked and none nests wrongly.

What belongs here: which characters belong to which spans, and the way back from each mark. What does not: how a mark
looks (the style sheet) and how it is written (the templates).
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.actors import entity_anchor, mention_mark
from tidybrief.briefing.library import Library, Source
from tidybrief.briefing.readings import indicator_read, subject_read
from tidybrief.briefing.relations import VERBS
from tidybrief.briefing.sentences import RowsByDocument, Sentence, Sentences, in_order
from tidybrief.corpus.judging import BY_HAND

_LAYER_ORDER: Final = {"figure": 0, "date": 1, "name": 2}
_NOTES: Final = {
    "hypothetical": "imagined, not reported as a fact",
    "boilerplate": "page furniture, not reported",
}
_BY_PLACE: Final = ("doc_id", "start", "end")
_SHOWN: Final[Mapping[str, tuple[Sequence[str], Sequence[str]]]] = {
    "sentences": (
        ("doc_id", "sentence_no"),
        ("doc_id", "sentence_no", "start", "end", "text", "section", "kind", "factuality"),
    ),
    "mentions": (_BY_PLACE, ("doc_id", "sentence_no", "start", "end", "text", "entity_id", "type", "numbered")),
    "figures": (
        _BY_PLACE,
        (
            *("doc_id", "start", "end", "figure_id", "kind", "value", "value_high", "unit", "qualifier"),
            *("subject", "subject_confidence", "indicator", "indicator_confidence", "time_start", "time_end", "method"),
        ),
    ),
    "dates": (_BY_PLACE, ("doc_id", "start", "end", "date_id", "date_start", "date_end", "precision", "role")),
    "relations": (_BY_PLACE, ("doc_id", "start", "end", "relation_id", "sentence_no", "predicate")),
}
"""The order of each table and the columns of which a marked text says something."""
_LOOKS: Final = ("heading", "caption", "boilerplate", "hypothetical")


@dataclass(frozen=True, slots=True)
class Span:
    """An extracted row over the characters from `start` to `end`; `href` leads to what the briefing says of it."""

    mark: str
    layer: str
    start: int
    end: int
    explanation: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text under the same spans. `marks` are the ids of the spans that begin here."""

    text: str
    layers: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    explanation: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """A relation that a sentence states: its mark, its verb, and the way back to it."""

    mark: str
    verb: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or the characters between two sentences (then without `mark`)."""

    segments: tuple[Segment, ...]
    mark: str = ""
    classes: tuple[str, ...] = ()
    note: str = ""
    relations: tuple[Back, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The whole text of a document in passages; the texts of their segments joined are the document's text."""

    source: Source
    passages: tuple[Passage, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of some documents, each table sorted by document and place; the mentions are numbered.

    `linked` has the marks of the sentences that some quote links to, by document.
    """

    tables: Mapping[str, pl.DataFrame]
    linked: Mapping[str, Container[str]]


class AllRows:
    """The rows of all documents, of which those of some are taken at a time."""

    def __init__(self, tables: Mapping[str, pl.DataFrame], mentions: pl.DataFrame, library: Library) -> None:
        self.names: Mapping[str, str] = dict(tables["entities"].select("entity_id", "name").iter_rows())
        self._linked = library.linked
        self._tables = {**tables, "mentions": mentions}

    @cached_property
    def _by_document(self) -> dict[str, RowsByDocument]:
        return {
            name: RowsByDocument(in_order(self._tables[name], *order).select(columns))
            for name, (order, columns) in _SHOWN.items()
        }

    def of(self, sources: Sequence[Source]) -> Rows:
        """The rows of these documents."""
        doc_ids = [source.doc_id for source in sources]
        return Rows(
            {name: rows.of_all(doc_ids) for name, rows in self._by_document.items()},
            {doc_id: self._linked[doc_id] for doc_id in doc_ids if doc_id in self._linked},
        )


class Marker:
    """Marks the texts of documents with their rows; `names` are those of the entities."""

    def __init__(self, rows: Rows, names: Mapping[str, str]) -> None:
        self._sentences = Sentences(rows.tables["sentences"])
        self._rows = {name: RowsByDocument(rows.tables[name]) for name in ("mentions", "figures", "dates", "relations")}
        self._linked, self._names = rows.linked, names

    def _of(self, table: str, doc_id: str) -> Iterable[dict[str, Any]]:
        return self._rows[table].of(doc_id).iter_rows(named=True)

    def mark(self, source: Source, targets: Mapping[str, str]) -> MarkedText:
        """The marked text. `targets` gives for a mark or an anchor where the way back leads; others have none."""
        spans = [
            *self._figure_spans(source, targets),
            *self._date_spans(source, targets),
            *self._name_spans(source, targets),
        ]
        relations: dict[int, list[Back]] = {}
        for row in self._of("relations", source.doc_id):
            verb = VERBS.get(row["predicate"], row["predicate"])
            back = Back(row["relation_id"], verb, targets.get(row["relation_id"]))
            relations.setdefault(row["sentence_no"], []).append(back)
        counts = {layer: sum(span.layer == layer for span in spans) for layer in _LAYER_ORDER}
        counts["relation"] = sum(map(len, relations.values()))
        sentences = self._sentences.of(source.doc_id)
        passages = _passages(source.text, sentences, spans, relations, self._linked.get(source.doc_id, ()))
        return MarkedText(source, tuple(passages), counts)

    def _figure_spans(self, source: Source, targets: Mapping[str, str]) -> Iterable[Span]:
        for row in self._of("figures", source.doc_id):
            says = wording.quantity(row["kind"], row["value"], row["value_high"], row["unit"], row["qualifier"])
            by_hand = 1.0 if row["method"] == BY_HAND else 0.0
            read = (
                subject_read(row["subject"], max(by_hand, row["subject_confidence"] or 0.0)),
                indicator_read(row["indicator"], max(by_hand, row["indicator_confidence"] or 0.0)),
            )
            about = [*(one.marked for one in read if one), wording.period(row["time_start"], row["time_end"])]
            explanation = " · ".join([f"Figure: {says}", *(part for part in about if part)])
            mark = row["figure_id"]
            yield Span(mark, "figure", row["start"], row["end"], explanation, targets.get(mark))

    def _date_spans(self, source: Source, targets: Mapping[str, str]) -> Iterable[Span]:
        for row in self._of("dates", source.doc_id):
            says = wording.period(row["date_start"], row["date_end"]) if row["date_start"] else "unresolved"
            mark = row["date_id"]
            explanation = f"Date: {says} ({row['role'].replace('_', ' ')}, {row['precision']})"
            yield Span(mark, "date", row["start"], row["end"], explanation, targets.get(mark))

    def _name_spans(self, source: Source, targets: Mapping[str, str]) -> Iterable[Span]:
        mentions = self._rows["mentions"].of(source.doc_id)
        for _, number, start, end, text, entity_id, kind, numbered in mentions.iter_rows():
            explanation = f"{self._names.get(entity_id, entity_id)} ({kind.lower()})"
            mark = mention_mark(source.doc_id, self._sentences.numbered(source.doc_id, number), text, numbered)
            yield Span(mark, "name", start, end, explanation, targets.get(entity_anchor(entity_id)))


def segments(text: str, start: int, end: int, spans: Iterable[Span]) -> list[Segment]:
    """The text from `start` to `end` cut wherever a span begins or ends; a mark stands where its span begins."""
    inside = [span for span in spans if span.start < end and span.end > start]
    if not inside:
        return [Segment(text[start:end])] if start < end else []
    cuts = sorted({start, end, *(place for s in inside for place in (s.start, s.end) if start < place < end)})
    pieces = []
    for low, high in pairwise(cuts):
        over = [span for span in inside if span.start <= low and span.end >= high]
        if len(over) > 1:
            over.sort(key=lambda span: (_LAYER_ORDER[span.layer], span.end - span.start, span.mark))
        pieces.append(_segment(text[low:high], low, over) if over else Segment(text[low:high]))
    return pieces


def _segment(text: str, start: int, over: list[Span]) -> Segment:
    """A piece of text from `start` on, under these spans."""
    first = next((span for span in over if span.href), over[0])
    return Segment(
        text=text,
        layers=tuple(dict.fromkeys(span.layer for span in over)),
        marks=tuple(span.mark for span in over if span.start == start),
        explanation=" | ".join(span.explanation for span in over),
        href=first.href,
    )


def _passages(
    text: str,
    sentences: Iterable[Sentence],
    spans: list[Span],
    relations: Mapping[int, list[Back]],
    linked: Container[str],
) -> Iterable[Passage]:
    spans = sorted(spans, key=lambda span: (span.start, span.end))
    place = first = 0
    for sentence in sentences:
        if sentence.start < place:
            continue
        while first < len(spans) and spans[first].end <= place:
            first += 1
        near = _starting_before(spans, first, sentence.end)
        if sentence.start > place:
            yield Passage(tuple(segments(text, place, sentence.start, near)))
        pieces = segments(text, sentence.start, sentence.end, near)
        standings = (sentence.kind, sentence.factuality or "")
        yield Passage(
            tuple(pieces),
            sentence.mark if sentence.mark in linked else "",
            tuple(standing for standing in standings if standing in _LOOKS),
            ", ".join(_NOTES[standing] for standing in standings if standing in _NOTES),
            tuple(relations.get(sentence.number, ())),
        )
        place = sentence.end
    if place < len(text):
        yield Passage(tuple(segments(text, place, len(text), _starting_before(spans, first, len(text)))))


def _starting_before(spans: list[Span], first: int, end: int) -> list[Span]:
    near = []
    for span in map(spans.__getitem__, range(first, len(spans))):
        if span.start >= end:
            break
        near.append(span)
    return near
