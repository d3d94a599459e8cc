"""The bottom line: the few statements that a hurried reader should take away, each with its number or words linked.

What belongs here: choosing and wording them. What does not: judging them; their support is computed in `support`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tidybrief.briefing import wording
from tidybrief.briefing.agreements import Point
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.library import Library, Quote
from tidybrief.briefing.relations import Statement as RelationStatement
from tidybrief.briefing.support import Support

MOST_ITEMS: Final = 5
MOST_WORDS: Final = 30
_MOST_AGREED: Final = 3
_MOST_DISPUTED: Final = 2
_MOST_OF_ONE_SUBJECT: Final = 2
_MOST_OF_ONE_SOURCE: Final = 2
_INDICATOR_CHARACTERS: Final = 90


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence; with `href` it is a link to its words. `quoted` marks the words of a source."""

    text: str
    href: str | None = None
    quoted: bool = False
    exact: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One statement of the bottom line with its support and the quotes behind it."""

    parts: tuple[Part, ...]
    support: Support
    sources: tuple[str, ...]
    quotes: tuple[Quote, ...]

    @property
    def text(self) -> str:
        """The statement without its links."""
        return "".join(part.text for part in self.parts)


def figure_parts(figure: FigureView, *, brief: bool = False) -> tuple[Part, ...]:
    """The figure as a labelled statement: "China – private AI investment: $7.8 billion in 2024, according to X"."""
    label = topic(figure)
    number = Part(number_words(figure), figure.href, exact=figure.exact)
    after = ""
    after += f" of {figure.whole}" if figure.whole else ""
    when = wording.in_period(figure.time_start, figure.time_end)
    after += f" {when}" if when else ""
    if figure.attributed_to and not brief:
        after += f", according to {wording.shortened(figure.attributed_to, 60)}"
    if "forecast" in figure.support.flags:
        after += " (forecast)"
    return (Part(f"{label}: " if label else ""), number, Part(f"{after}."))


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
        and any(form in figure.indicator.casefold().split() for form in (noun, wording.plural(noun)))
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
    """At most five statements: corroborated points, then a conflict, then the weightiest figures and relations."""
    agreed = [_point_item(point) for point in _varied(points, "corroborated")]
    disputed = [_point_item(point) for point in _varied(points, "disputed")]
    items = agreed[:_MOST_AGREED] + disputed[:_MOST_DISPUTED]
    items += _figure_items(figures, points, library, MOST_ITEMS - len(items))
    for relation in relations[: max(0, MOST_ITEMS - len(items))]:
        quote = relation.quote
        parts = (
            Part(f"{relation.subject} {relation.verb} "),
            Part(relation.object, quote.href, quoted=relation.object_id is None),
            Part("."),
        )
        items.append(Item(parts, relation.support, (quote.source.label,), (quote,)))
    return tuple(items[:MOST_ITEMS])


def _varied(points: Sequence[Point], support: str) -> list[Point]:
    """The points with this support, no more of one subject than its share."""
    subjects: Counter[str] = Counter()
    chosen = []
    for point in points:
        if point.support.key == support and point.verdict in ("agree", "conflict"):
            subjects[point.subject] += 1
            if subjects[point.subject] <= _MOST_OF_ONE_SUBJECT:
                chosen.append(point)
    return chosen


def _point_item(point: Point) -> Item:
    said = list(point.positions)
    topic_words = f"{point.attribute_words} ({point.subject})"
    if point.support.key == "disputed":
        lead = f"Sources disagree on {topic_words}: "
    else:
        groups = wording.sentence(wording.count(point.source_groups, "independent source"))
        lead = f"{groups} {'agrees' if point.source_groups == 1 else 'agree'} on {topic_words}: "
    parts = [Part(lead)]
    shown = said if point.support.key == "disputed" else said[:1]
    for index, position in enumerate(shown[:3]):
        if index:
            parts.append(Part(" or " if index == len(shown[:3]) - 1 else ", "))
        parts.append(Part(position.words, position.quotes[0].href, quoted=position.is_quotation))
    parts.append(Part("."))
    quotes = tuple(quote for position in said for quote in position.quotes[:2])
    return Item(tuple(parts), point.support, _labels(quotes), quotes[:4])


def _figure_items(figures: Sequence[FigureView], points: Sequence[Point], library: Library, room: int) -> list[Item]:
    told = {row for point in points for row in point.row_ids}
    subjects: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    of_one_source = _MOST_OF_ONE_SOURCE if len(library.sources) > 2 else MOST_ITEMS
    topics: set[tuple[str, str]] = set()
    items: list[Item] = []
    for figure in sorted(figures, key=lambda f: (f.support.order, -f.weight, f.source.doc_id, f.start)):
        if len(items) >= room:
            break
        subject, indicator = figure.subject or "", figure.indicator or ""
        if not figure.is_fact or not (subject and indicator) or figure.figure_id in told:
            continue
        if subjects[subject] >= _MOST_OF_ONE_SUBJECT or (subject, indicator.casefold()) in topics:
            continue
        if sources[figure.source.doc_id] >= of_one_source:
            continue
        parts = figure_parts(figure)
        if _words(parts) > MOST_WORDS:
            parts = figure_parts(figure, brief=True)
        if _words(parts) > MOST_WORDS:
            continue
        subjects[subject] += 1
        sources[figure.source.doc_id] += 1
        topics.add((subject, indicator.casefold()))
        quote = figure.quote(library)
        items.append(Item(parts, figure.support, (quote.source.label,), (quote,)))
    return items


def _words(parts: Sequence[Part]) -> int:
    return wording.word_count("".join(part.text for part in parts))


def _labels(quotes: Sequence[Quote]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(quote.source.label for quote in quotes))
