"""The bottom line: the few statements that a hurried reader should take away, each with its number or words linked.

What belongs here: choosing and wording them. What does not: judging them; their support is computed in `support`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tidybrief.briefing import wording
from tidybrief.briefing.agreements import Point
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.library import Library, Quote, Sentence
from tidybrief.briefing.relations import Statement as RelationStatement
from tidybrief.briefing.support import Support

MOST_ITEMS: Final = 5
MOST_WORDS: Final = 30
_MOST_AGREED: Final = 3
_MOST_DISPUTED: Final = 2
_MOST_OF_ONE_SUBJECT: Final = 2
_INDICATOR_CHARACTERS: Final = 90
_LEANING_OPENINGS: Final = frozenset(
    (
        "it",
        "its",
        "they",
        "their",
        "he",
        "his",
        "she",
        "her",
        "this",
        "these",
        "that",
        "those",
        "such",
        "of",
        "but",
        "and",
        "we",
        "our",
        "i",
        "my",
        "you",
        "your",
    )
)
"""First words of sentences that lean on the one before, or on who speaks."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence; with `href` it is a link to its words. `quoted` marks the words of a source."""

    text: str
    href: str | None = None
    quoted: bool = False
    exact: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One statement of the bottom line with its support and the quotes behind it.

    `is_quotation`: it is in the words of its source; `opens`: it is a document's first sentence, for want of more.
    """

    parts: tuple[Part, ...]
    support: Support
    sources: tuple[str, ...]
    quotes: tuple[Quote, ...]
    is_quotation: bool = False
    opens: bool = False

    @property
    def text(self) -> str:
        """The statement without its links."""
        return "".join(part.text for part in self.parts)

    @property
    def says_more_behind(self) -> bool:
        """Whether the quotes hold words that the statement leaves out."""
        return not self.is_quotation or "…" in self.text


def topic(figure: FigureView) -> str:
    """What the figure is about: its subject and indicator, the subject left out where the indicator names it."""
    indicator = wording.shortened(figure.indicator or "", _INDICATOR_CHARACTERS)
    subject = wording.shortened(figure.subject or "", 60)
    if subject and indicator and subject.casefold() not in indicator.casefold():
        return f"{subject} – {indicator}"
    return wording.sentence(indicator) or subject


def number_words(figure: FigureView) -> str:
    """The value, without its counted noun where the indicator names that already."""
    noun = figure.unit.casefold().split(" ")[-1]
    if (
        figure.kind == "count"
        and figure.indicator
        and not {noun, f"{noun}s", wording.plural(noun)}.isdisjoint(figure.indicator.casefold().split())
    ):
        bare = figure.words.removesuffix(wording.plural(figure.unit)).removesuffix(figure.unit).strip()
        return bare or figure.words
    return figure.words


def bottom_line(
    points: Sequence[Point],
    figures: Sequence[FigureView],
    relations: Sequence[RelationStatement],
    library: Library,
) -> tuple[Item, ...]:
    """At most five statements: corroborated points, then a conflict, then the weightiest figures and relations.

    Agreements that only place a name come in where there is room.
    """
    agreed = [_point_item(point) for point in _varied(points, "corroborated", background=False)][:_MOST_AGREED]
    disputed = [_point_item(point) for point in _varied(points, "disputed")][:_MOST_DISPUTED]
    told = _figure_items(figures, points, library, MOST_ITEMS - len(agreed) - len(disputed))
    room = MOST_ITEMS - len(agreed) - len(disputed) - len(told)
    placed = [_point_item(point) for point in _varied(points, "corroborated", background=True)[:room]]
    items = [*agreed, *placed, *disputed, *told]
    for relation in relations[: max(0, MOST_ITEMS - len(items))]:
        quote = relation.quote
        parts = (
            Part(f"{relation.subject} {relation.verb} "),
            Part(relation.object, quote.href, quoted=relation.object_id is None),
            Part("."),
        )
        items.append(Item(parts, relation.support, (quote.source.label,), (quote,)))
    return tuple(items[:MOST_ITEMS]) or tuple(_opening_items(library))


def _opening_items(library: Library) -> Iterator[Item]:
    """The first sentence of running text of the first documents."""
    for source in library.sources[:3]:
        sentences = library.sentences(source.doc_id)
        facts = (s for s in sentences if s.states_a_fact and s.kind in ("paragraph", "list_item"))
        sentence = next(facts, None)
        if sentence is not None:
            quote = library.quote(source.doc_id, sentence.start, sentence.end)
            words = sentence.text.split()
            text = " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")
            support = Support("single_source")
            yield Item((Part(text, quote.href),), support, (source.label,), (quote,), is_quotation=True, opens=True)


def _varied(points: Sequence[Point], support: str, *, background: bool | None = None) -> list[Point]:
    """The points with this support, the weightiest first, no more of one subject than its share."""
    subjects: Counter[str] = Counter()
    chosen = []
    for point in sorted(points, key=_point_rank):
        wanted = background is None or point.is_background == background
        if wanted and point.support.key == support and point.verdict in ("agree", "conflict"):
            subjects[point.subject] += 1
            if subjects[point.subject] <= _MOST_OF_ONE_SUBJECT:
                chosen.append(point)
    return chosen


def _point_rank(point: Point) -> tuple[bool, float, int, str]:
    weight = max((position.figure.weight for position in point.positions if position.figure), default=0.0)
    return (point.is_background, -weight, -point.source_groups, point.comparison_id)


def _point_item(point: Point) -> Item:
    drafts = (_point_parts(point, characters) for characters in (60, 40, 24))
    parts = next((draft for draft in drafts if _words(draft) <= MOST_WORDS), _point_parts(point, 16))
    quotes = [quote for position in point.positions for quote in position.one_a_source]
    return Item(parts, point.support, _labels(quotes), tuple(quotes[:4]))


def _point_parts(point: Point, characters: int) -> tuple[Part, ...]:
    """The point in a sentence, its values and topic cut to so many characters."""
    one = point.who.startswith("one ")
    lead, rest = f"{wording.sentence(wording.shortened(point.topic, 2 * characters))}: ", "."
    if point.support.key == "disputed":
        lead += f"{'sources' if point.source_groups > 1 else point.who} disagree – "
        return (Part(lead), *_values(point, 3, characters), Part(rest))
    if point.verb:
        lead, rest = f"{point.subject} {point.verb} ", f", {'says' if one else 'say'} {point.who}."
    else:
        lead += f"{point.who} {'gives' if one else 'give'} "
    return (Part(lead), *_values(point, 1, characters), Part(rest))


def _values(point: Point, most: int, characters: int) -> Iterator[Part]:
    """The values, each a link to its words; literal ones of a dispute as quotations."""
    shown = point.positions[:most]
    for index, position in enumerate(shown):
        if index:
            yield Part(" or " if index == len(shown) - 1 else ", ")
        quoted = position.is_quotation and point.support.key == "disputed"
        yield Part(wording.shortened(position.words, characters), position.quotes[0].href, quoted=quoted)


def _words(parts: Sequence[Part]) -> int:
    return wording.word_count("".join(part.text for part in parts))


def _figure_items(figures: Sequence[FigureView], points: Sequence[Point], library: Library, room: int) -> list[Item]:
    """The sentences of the weightiest figures, in the words of their sources; each sentence and topic once."""
    told = {row for point in points for row in point.row_ids}
    seen: Counter[object] = Counter()
    of_one_source = -(-MOST_ITEMS // max(1, len(library.sources)))
    items: list[Item] = []
    for figure in sorted(figures, key=lambda f: (f.support.order, -tells(f), f.source.doc_id, f.start)):
        if len(items) >= room:
            break
        sentence = figure.sentence
        if sentence is None or not figure.is_fact or not figure.indicator or figure.figure_id in told:
            continue
        topic_key = (figure.subject, figure.indicator.casefold())
        same = (figure.kind, figure.value, figure.unit, figure.of_total)
        if seen[sentence.mark] or seen[topic_key] or seen[same] or seen[figure.source.doc_id] >= of_one_source:
            continue
        if figure.subject and seen[figure.subject] >= _MOST_OF_ONE_SUBJECT:
            continue
        seen.update((sentence.mark, topic_key, same, figure.source.doc_id, figure.subject or topic_key))
        quote = figure.quote(library)
        items.append(
            Item(_in_its_words(figure, sentence), figure.support, (quote.source.label,), (quote,), is_quotation=True)
        )
    return items


def tells(figure: FigureView) -> float:
    """The weight of a figure as an opening statement: in a sentence that stands alone and is short enough to read, and
    not in brackets."""
    sentence = figure.sentence
    if sentence is None:
        return 0.0
    words = sentence.text.split()
    leans = bool(words) and words[0].strip(",").casefold() in _LEANING_OPENINGS
    long = len(words) > MOST_WORDS
    aside = figure.source.text[sentence.start : figure.start].endswith("(")
    faults = (2.0 if leans else 0.0) + (1.0 if aside else 0.0) + (0.5 if long else 0.0)
    return figure.weight - faults - (2.0 if len(words) < 5 else 0.0)


def _in_its_words(figure: FigureView, sentence: Sentence) -> tuple[Part, ...]:
    """The sentence with the figure linked, cut to the allowed number of words around it."""
    text, offset = figure.source.text, sentence.start
    number = text[figure.start : figure.end]
    before, after = text[offset : figure.start].split(), text[figure.end : sentence.end].split()
    room = max(2, MOST_WORDS - wording.word_count(number))
    kept_after = min(len(after), max(room - len(before), room // 3))
    kept_before = min(len(before), room - kept_after)
    lead = " ".join(before[len(before) - kept_before :])
    rest = " ".join(after[:kept_after])
    lead = ("… " if kept_before < len(before) else "") + lead
    rest += " …" if kept_after < len(after) else ""
    glued_before = figure.start > offset and not text[figure.start - 1].isspace()
    glued_after = figure.end < sentence.end and not text[figure.end].isspace()
    return (
        Part(lead + ("" if glued_before or not lead else " ")),
        Part(number, figure.href, exact=figure.exact),
        Part(("" if glued_after or not rest else " ") + rest),
    )


def _labels(quotes: Sequence[Quote]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(quote.source.label for quote in quotes))
