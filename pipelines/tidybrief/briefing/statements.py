"""The bottom line: the few statements that a hurried reader should take away, each with its number or words linked.

What belongs here: choosing and wording them. What does not: judging them; their support is computed in `support`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Final

from tidybrief.briefing import wording
from tidybrief.briefing.agreements import Point
from tidybrief.briefing.figure_table import Figures
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.gists import Gists
from tidybrief.briefing.library import Library, Quote, Source
from tidybrief.briefing.naming import Names
from tidybrief.briefing.quoting import Part, in_its_words
from tidybrief.briefing.readings import Read
from tidybrief.briefing.relations import Relations, Statement
from tidybrief.briefing.sentences import HEADINGS
from tidybrief.briefing.subjects import BySubject, Subject
from tidybrief.briefing.support import Support
from tidybrief.briefing.telling import (
    MOST_WORDS,
    is_aside,
    lacks_cause,
    leans,
    may_open,
    may_stand_alone,
    points_back,
    tells,
)

MOST_ITEMS: Final = 5
_MOST_AGREED: Final = 3
_MOST_DISPUTED: Final = 2
_MOST_OF_ONE_SUBJECT: Final = 2
_MOST_OPENED: Final = 3
_WEIGHTY: Final = 0.5
"""The part of the heaviest weight that a value weighs at least on which sources agree, to come before all others."""
_PASSED_ON: Final = 0.5
"""What a figure loses that a source passes on from somebody else."""
OUTDATED: Final = 2.0
"""What a figure loses where a later document is on the same subject."""
_LONGEST_MONTH: Final = 31


@dataclass(frozen=True, slots=True)
class Item:
    """One statement of the bottom line with its support and the quotes behind it.

    `is_quotation`: it is in the words of its source; `said_by` tells who agrees with it, "" where nobody else does,
    `speakers` how many do independently; `opens`: it is what a document says, for want of more;
    `attributed_to`: whom its source names for it; `lacks_period`: it is told as so, and no period was read for it;
    `confidence`: how surely the least sure of its numbers was read, where one source stands behind them.
    """

    parts: tuple[Part, ...]
    support: Support
    quotes: tuple[Quote, ...]
    is_quotation: bool = False
    said_by: str = ""
    speakers: int = 1
    opens: bool = False
    attributed_to: Read | None = None
    lacks_period: bool = False
    confidence: float = 1.0

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the sources of its quotes, each once."""
        return tuple(dict.fromkeys(quote.source.name for quote in self.quotes))

    @property
    def text(self) -> str:
        """The statement without its links."""
        return "".join(part.text for part in self.parts)

    @property
    def topic(self) -> Source | None:
        """The document whose words it is in, None where it is in the words of the program or of several."""
        documents = {quote.source.doc_id for quote in self.quotes}
        return self.quotes[0].source if self.is_quotation and len(documents) == 1 else None

    @property
    def says_more_behind(self) -> bool:
        """Whether the quotes hold words that the statement leaves out."""
        return len(self.quotes) > 1 or not self.is_quotation or "…" in self.text


def bottom_line(
    points: Sequence[Point],
    figures: Figures,
    relations: Relations,
    *,
    names: Names,
    gists: Gists,
    subjects: Sequence[Subject],
    library: Library,
) -> tuple[Item, ...]:
    """At most five statements: values that sources agree on, then disputes, then the weightiest figures, then times
    that sources agree on, one of which has a place where they agree on no value.

    Relations, and disputes on who or what a name is, come in where there is room.
    """
    agreements = (p for p in points if _agrees(p) and not p.is_background)
    values = _varied(p for p in agreements if any(may_open(figure) for figure in p.figures))
    agreed = _each_once(sorted((_value_item(p, figures) for p in _weighty(values, figures)), key=_by_speakers))
    dated = sorted(_event_items(points), key=_by_speakers)
    disputes = _varied(p for p in points if p.verdict == "conflict")
    disputed = [_dispute_item(p) for p in disputes if not p.is_background]
    items = [*agreed[:_MOST_AGREED], *disputed[:_MOST_DISPUTED]]
    room = MOST_ITEMS - len(items) - (1 if dated and not agreed else 0)
    items += _figure_items(figures, points, items, room=room, subjects=subjects, library=library)
    items += [*dated, *(_value_item(point, figures) for point in values[:MOST_ITEMS])]
    items += [_relation_item(p) for p in _varied(p for p in points if _agrees(p) and p.verb)]
    single = (_triple_item(relations.tell(triple), names) for triple in relations.triples[:MOST_ITEMS])
    trivial = [_dispute_item(p) for p in disputes if p.is_background]
    told = _each_once((*items, *trivial, *single))[:MOST_ITEMS]
    return tuple(sorted(told, key=lambda item: item in trivial)) or tuple(_opening_items(gists, library))


def _weighty(points: Sequence[Point], figures: Figures) -> list[Point]:
    """Those on which what sources agree on tells not much less than the weightiest of all figures, what tells most
    first."""
    heaviest = next((figure.weight for figure in figures.heaviest(figures.facts)), 0.0) if points else 0.0
    told = [(max(map(tells, filter(may_open, point.figures))), point) for point in points]
    told.sort(key=lambda pair: -pair[0])
    return [point for weight, point in told if weight >= _WEIGHTY * heaviest]


def _by_speakers(item: Item) -> int:
    return -item.speakers


def _triple_item(relation: Statement, names: Names) -> Item:
    """A relation that one source states."""
    parts = (
        Part(f"{relation.subject} {relation.verb} "),
        Part(names(relation.object_id, relation.object), relation.quote.href, quoted=relation.object_id is None),
        Part("."),
    )
    return Item(parts, relation.support, (relation.quote,))


def _each_once(items: Iterable[Item]) -> list[Item]:
    """The statements, one of those that quote the same words, the first."""
    first: dict[str, Item] = {}
    for item in items:
        first.setdefault(item.text, item)
    return list(first.values())


def _agrees(point: Point) -> bool:
    return point.verdict == "agree" and point.support.key == "corroborated"


def _opening_items(gists: Gists, library: Library) -> Iterator[Item]:
    """The sentence that tells most of each of the first documents, else its first of running text."""
    for source in library.sources[:_MOST_OPENED]:
        sentences = library.sentences.of(source.doc_id)
        facts = (s for s in sentences if s.states_a_fact and s.kind in ("paragraph", "list_item"))
        first = (library.quote(source.doc_id, sentence.start, sentence.end) for sentence in facts)
        gist = gists.of(source)
        quote = gist.quote if gist else next(first, None)
        if quote is not None:
            words = quote.words.split()
            text = " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")
            yield Item((Part(text, quote.href),), Support("single_source"), (quote,), is_quotation=True, opens=True)


def _varied(points: Iterable[Point]) -> list[Point]:
    """The points, no more of one subject than its share, and each value once."""
    subjects: Counter[str] = Counter()
    told: set[tuple[object, ...]] = set()
    chosen = []
    for point in points:
        exact = {(figure.kind, figure.value, figure.unit.split(" per ")[0]) for figure in point.figures}
        values = exact | {figure.rounded for figure in point.figures}
        subjects[point.subject] += 1
        if subjects[point.subject] <= _MOST_OF_ONE_SUBJECT and told.isdisjoint(values):
            chosen.append(point)
            told |= values
    return chosen


def _event_items(points: Sequence[Point]) -> Iterator[Item]:
    """What sources date alike, the events of one subject in one sentence."""
    groups: dict[tuple[str, str], list[Point]] = {}
    for point in points:
        if _agrees(point) and point.event:
            groups.setdefault((point.subject, point.who), []).append(point)
    for (subject, who), alike in groups.items():
        alike.sort(key=lambda point: (point.event.first, point.comparison_id) if point.event else (date.max, ""))
        lead = f"{wording.sentence(who)} agree on {subject}: "
        kept = next(
            (alike[:size] for size in range(len(alike), 1, -1) if _words(_dated(lead, alike[:size])) <= MOST_WORDS),
            alike[:1],
        )
        quotes = [quote for point in kept for position in point.positions for quote in position.one_a_source]
        groups_of_sources = min(point.source_groups for point in kept)
        yield Item(_dated(lead, kept), kept[0].support, tuple(quotes[:6]), speakers=groups_of_sources)


def _dated(lead: str, points: Sequence[Point]) -> tuple[Part, ...]:
    """What began and ended when; the verb and the year only where they change."""
    parts, year, verb_before = [Part(lead)], 0, ""
    for index, point in enumerate(points):
        assert point.event is not None
        event = point.event
        when = wording.in_period(event.first, event.last)
        if year == event.first.year == event.last.year and (event.last - event.first).days < _LONGEST_MONTH:
            when = when.removesuffix(f" {year}")
        verb = {"start": "began", "end": "ended"}[event.part]
        joint = "" if not index else " and " if index == len(points) - 1 else ", "
        parts += [
            Part(f"{joint}{event.what} {'' if verb == verb_before else f'{verb} '}"),
            Part(when, point.positions[0].quotes[0].href),
        ]
        year, verb_before = event.last.year, verb
    return (*parts, Part("."))


def _value_item(point: Point, figures: Figures) -> Item:
    """A value that sources agree on, in the words of the source that tells it best."""
    best = max(filter(may_open, point.figures), key=lambda figure: (tells(figure), figure.figure_id))
    values = {(figure.value, figure.value_high): figure.words for figure in (*point.figures, best)}
    quotes = sorted(point.one_a_source, key=lambda quote: quote.source.doc_id != best.source.doc_id)
    when = wording.in_period(best.time_start, best.time_end)
    assert best.sentence is not None
    return Item(
        parts=in_its_words(best, best.sentence, figures.beside(best)),
        support=Support(point.support.key, tuple(dict.fromkeys((*point.support.flags, *best.support.flags)))),
        quotes=tuple(quotes[:4]),
        is_quotation=True,
        said_by=" ".join(filter(None, (f"{point.who} give {wording.joined(list(values.values()), 'or')}", when))),
        speakers=point.source_groups,
        attributed_to=best.attributed_read,
    )


def _relation_item(point: Point) -> Item:
    """A relation that sources agree on."""
    position = point.positions[0]
    parts = (
        Part(f"{point.subject} {point.verb} "),
        Part(wording.shortened(position.words, 60), position.quotes[0].href),
        Part(f", say {point.who}."),
    )
    return Item(parts, point.support, point.one_a_source[:4])


def _dispute_item(point: Point) -> Item:
    """What sources contradict each other on, and what each says."""
    drafts = (_dispute_parts(point, characters) for characters in (60, 40, 24))
    parts = next((draft for draft in drafts if _words(draft) <= MOST_WORDS), _dispute_parts(point, 16))
    quotes = [quote for position in point.positions for quote in position.one_a_source]
    return Item(parts, point.support, tuple(quotes[:4]))


def _dispute_parts(point: Point, characters: int) -> tuple[Part, ...]:
    who = "Sources" if point.source_groups > 1 else wording.sentence(point.who)
    lead = f"{who} disagree on {wording.shortened(point.topic_told, 2 * characters)}: "
    return (Part(lead), *_values(point, 3, characters), Part("."))


def _values(point: Point, most: int, characters: int) -> Iterator[Part]:
    """The values, each a link to its words; literal ones as quotations."""
    shown = point.positions[:most]
    for index, position in enumerate(shown):
        if index:
            yield Part(" or " if index == len(shown) - 1 else ", ")
        yield Part(wording.shortened(position.words, characters), position.quotes[0].href, quoted=position.is_quotation)


def _words(parts: Sequence[Part]) -> int:
    return wording.word_count("".join(part.text for part in parts))


def _figure_items(
    figures: Figures,
    points: Sequence[Point],
    before: Sequence[Item],
    *,
    room: int,
    subjects: Sequence[Subject],
    library: Library,
) -> list[Item]:
    """The sentences of the weightiest figures, in the words of their sources, as many as there is `room` for; each
    sentence and topic once.

    Subjects on which nobody has spoken `before` come first.
    """
    told = {row for point in points if point.verdict in ("agree", "conflict") for row in point.row_ids}
    known = BySubject(subjects)

    def rank(figure: FigureView) -> tuple[float, str, int] | None:
        fit = may_open(figure) and figure.may_stand_out and not is_aside(figure) and figure.figure_id not in told
        loss = (_PASSED_ON if figure.is_attributed else 0.0) + (
            OUTDATED if figure.source.doc_id in known.outdated else 0.0
        )
        return (loss - tells(figure), figure.source.doc_id, figure.start) if fit else None

    candidates = figures.by_support(may_stand_alone(figures.facts), rank)
    ranked: list[FigureView] = []
    spoken = Counter(subject for item in before for subject in {known.of(quote.source.doc_id) for quote in item.quotes})
    seen: Counter[object] = Counter(figure.rounded for item in before for figure in _linked(item, figures))
    items: list[Item] = []
    for turn in range(MOST_ITEMS):
        for figure in chain(ranked[:], _remembered(candidates, ranked)):
            if len(items) == room:
                return items
            if figure.sentence is None or spoken[known.of(figure.source.doc_id)] > turn:
                continue
            topic = (figure.subject, (figure.indicator or figure.sentence.mark).casefold())
            same = (figure.kind, figure.value, figure.unit, figure.of_total)
            keys = (figure.sentence.mark, topic, same, figure.rounded)
            if any(seen[one] for one in keys):
                continue
            if seen[figure.subject] >= _MOST_OF_ONE_SUBJECT:
                continue
            seen.update((*keys, figure.subject or topic))
            spoken[known.of(figure.source.doc_id)] += 1
            parts = in_its_words(figure, figure.sentence, figures.beside(figure))
            quotes, said_by = tuple(_in_context(figure, library)), figure.attributed_read
            is_undated = not figure.period and not figure.support.modality
            item = Item(parts, figure.support, quotes, True, attributed_to=said_by, lacks_period=is_undated)
            items.append(replace(item, confidence=min(one.confidence for one in _linked(item, figures))))
    return items


def _in_context(figure: FigureView, library: Library) -> Iterator[Quote]:
    """The words of a figure, behind the sentence before where its own leans on that or leaves out a cause."""
    doc_id, own = figure.source.doc_id, figure.sentence
    before = library.sentences.numbered(doc_id, own.number - 1) if own else None
    needs_it = own is not None and (leans(own.text) or points_back(own.text) or lacks_cause(figure))
    if needs_it and before and before.kind not in HEADINGS:
        yield library.quote(doc_id, before.start, before.end)
    yield figure.quote(library)


def _linked(item: Item, figures: Figures) -> Iterator[FigureView]:
    """The figures to which a statement leads."""
    found = (figures.find(part.href.rpartition("#")[2]) for part in item.parts if part.href)
    yield from (figure for figure in found if figure)


def _remembered(figures: Iterator[FigureView], seen: list[FigureView]) -> Iterator[FigureView]:
    """The figures, each also put into `seen`."""
    for figure in figures:
        seen.append(figure)
        yield figure
