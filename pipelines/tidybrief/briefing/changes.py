"""What changed since the publication before: the rows of `changes` in words, what the world did apart from the method.

What belongs here: choosing, grouping and wording differences, and the course of a changed figure. What does not:
finding differences (`corpus` does that), and reading earlier publications (`past`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from tidybrief import vocabulary
from tidybrief.briefing import charts, wording
from tidybrief.briefing.actors import Actors
from tidybrief.briefing.agreements import Point, topic_of
from tidybrief.briefing.figure_table import Figures
from tidybrief.briefing.library import TABLE_CONTEXT, Library, Quote
from tidybrief.briefing.past import Past, quantity_of
from tidybrief.briefing.relations import VERBS
from tidybrief.briefing.support import Support
from tidybrief.corpus.course import Reading

MOST_LINES: Final = 10
MOST_FOLDED: Final = 20
_TOLD_KINDS: Final = ("document", "figure", "conflict")
_HEADINGS: Final = {
    "document": "Documents",
    "conflict": "Conflicts between sources",
    "figure": "Figures",
    "relation": "Relations",
    "entity": "Names",
    "method": "Parts of the method",
}
_FOLDED: Final = ("relation", "entity", "method")
_CHANGE_ORDER: Final = {"changed": 0, "new": 1, "gone": 2}
_JUDGEMENTS: Final = "setting judgements"
"""The part of the method that an analyst writes."""
_IMAGINED: Final = "(hypothetical)"
_LEAST_READINGS: Final = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One difference. `change` is new, gone or changed; `before` and `after` are words, "" where there are none.

    `quote` has the words of the source as they are now, where the difference stands in them; `support` what it says
    more than that one source states it.
    """

    change: str
    about: str
    before: str
    after: str
    href: str | None
    course: charts.Sparkline | None = None
    quote: Quote | None = None
    support: Support | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The differences of one kind, the first few of them; `folded` where they are details."""

    title: str
    lines: tuple[Line, ...]
    more: int
    folded: bool


@dataclass(frozen=True, slots=True)
class Cause:
    """The differences that come from the sources, or those that come from the method; `title` says from which."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The section: a sentence, and the differences by their cause."""

    lede: str
    causes: tuple[Cause, ...]


def view_changes(
    changes: pl.DataFrame,
    past: Past,
    *,
    tables: Mapping[str, pl.DataFrame],
    figures: Figures,
    points: Sequence[Point],
    actors: Actors,
    library: Library,
) -> Changes:
    """What is said now and was not before, and the other way round; nothing imagined among it."""
    if past.predecessor is None and changes.is_empty():
        return Changes("This is the first publication, so there is nothing to compare it with.", ())
    teller = _Teller(changes, past, tables=tables, figures=figures, points=points, actors=actors, library=library)
    rows = [row for row in changes.iter_rows(named=True) if teller.may_tell(row)]
    causes = tuple(
        Cause(_title(cause, rows), groups)
        for cause in vocabulary.CAUSES
        if (groups := tuple(teller.groups([row for row in rows if row["cause"] == cause])))
    )
    return Changes(_lede(rows, past), causes)


def _lede(rows: Sequence[Mapping[str, Any]], past: Past) -> str:
    since = f"Since publication {past.predecessor}" if past.predecessor else "Since the publication before"
    if not rows:
        return f"{since}, nothing that is compared has changed."
    counts = Counter((row["kind"], row["change"]) for row in rows)
    told = [
        f"{wording.count(counts[kind, change], kind)} {_is(change, counts[kind, change])}"
        for kind in _TOLD_KINDS
        for change in _CHANGE_ORDER
        if counts[kind, change]
    ]
    what = wording.joined(told) if told else "no document, figure or conflict differs"
    lede = f"{since}, {what}."
    if all(row["cause"] == "method" for row in rows):
        judged = " or from an analyst’s judgements" if _is_judged(rows) else ""
        lede += f" The documents are the same: every difference comes from the way they are read{judged}."
    return lede


def _title(cause: str, rows: Sequence[Mapping[str, Any]]) -> str:
    if cause == "sources":
        return "Because the sources changed"
    judged = ", or an analyst judged them" if _is_judged(rows) else ""
    return f"Because the documents are read in another way{judged}"


def _is_judged(rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the analyst's judgements are others than before."""
    return any((row["kind"], row["attribute"]) == ("method", _JUDGEMENTS) for row in rows)


def _is(change: str, amount: int) -> str:
    return "changed" if change == "changed" else f"{'is' if amount == 1 else 'are'} {change}"


class _Teller:
    """Puts rows of `changes` into words, with links into this briefing where what they are about stands in it."""

    def __init__(
        self,
        changes: pl.DataFrame,
        past: Past,
        *,
        tables: Mapping[str, pl.DataFrame],
        figures: Figures,
        points: Sequence[Point],
        actors: Actors,
        library: Library,
    ) -> None:
        self._past, self._library = past, library
        self._figures = figures
        self._points = {point.comparison_id for point in points}
        self._actors = {actor.entity_id: actor.anchor for actor in (*actors.told, *actors.listed)}
        self._relations = {
            row_id: statement.quote.href
            for actor in actors.told
            for statement in actor.statements
            for row_id in statement.row_ids
        }
        changed = changes.filter(pl.col("kind") == "figure", pl.col("change") == "changed")["row_id"].drop_nulls()
        self._courses = past.courses(tables, changed.to_list())

    def may_tell(self, row: Mapping[str, Any]) -> bool:
        """Whether it is of the facts: nothing imagined, no furniture."""
        figure = self._figures.find(row["row_id"] or "")
        imagined = any((row[side] or "").endswith(_IMAGINED) for side in ("before", "after"))
        return not imagined and (figure is None or figure.is_fact)

    def groups(self, rows: Sequence[Mapping[str, Any]]) -> Iterator[Group]:
        """The rows of one cause, a group a kind."""
        for kind, heading in _HEADINGS.items():
            alike = sorted((row for row in rows if row["kind"] == kind), key=self._rank)
            if alike:
                folded = kind in _FOLDED
                most = MOST_FOLDED if folded else MOST_LINES
                counts = Counter(row["change"] for row in alike)
                told = ", ".join(f"{wording.number(counts[c])} {c}" for c in _CHANGE_ORDER if counts[c])
                lines = tuple(_TELL[kind](self, row) for row in alike[:most])
                yield Group(f"{heading}: {told}", lines, len(alike) - len(lines), folded)

    def _rank(self, row: Mapping[str, Any]) -> tuple[int, float, str]:
        figure = self._figures.find(row["row_id"] or "")
        return (_CHANGE_ORDER[row["change"]], -figure.weight if figure else 0.0, row["change_id"])

    def figure(self, row: Mapping[str, Any]) -> Line:
        """A figure: what it is about, and its value before and now."""
        now = self._figures.find(row["row_id"] or "")
        readings = self._courses.get(row["row_id"] or "", ())
        return Line(
            change=row["change"],
            about=_about(row),
            before=self._past.figure_words(row["row_id_before"], row["before"]) if row["before"] else "",
            after=now.words if now else row["after"] or "",
            href=now.href if now else None,
            course=_sparkline(readings) if len(readings) >= _LEAST_READINGS else None,
            quote=now.quote(self._library, TABLE_CONTEXT) if now else None,
            support=now.support.beside_one_source if now else None,
        )

    def document(self, row: Mapping[str, Any]) -> Line:
        """A document by its title; what is known of it where that differs."""
        source = self._library.by_id.get(row["row_id"] or "")
        before = after = ""
        if row["change"] == "changed":
            another_text = row["before"].startswith(f"{row['row_id_before']} (")
            before, after = ("", "its text") if another_text else (_cut(row["before"]), _cut(row["after"]))
        about = wording.shortened(row["subject"] or row["before"] or row["after"], 110)
        return Line(row["change"], about, before, after, source.href if source else None)

    def conflict(self, row: Mapping[str, Any]) -> Line:
        """A conflict by its topic, with the values that stand against each other."""
        href = f"#{row['row_id']}" if row["row_id"] in self._points else None
        topic = topic_of(row["attribute"], row["subject"])
        return Line(row["change"], topic, _cut(row["before"]), _cut(row["after"]), href)

    def relation(self, row: Mapping[str, Any]) -> Line:
        """A relation as the start of a sentence, and what ends it."""
        verb = VERBS.get(row["attribute"], row["attribute"])
        about = f"{wording.shortened(row['subject'], 80)} {verb}"
        return Line(
            row["change"], about, _cut(row["before"]), _cut(row["after"]), self._relations.get(row["row_id"] or "")
        )

    def entity(self, row: Mapping[str, Any]) -> Line:
        """A name."""
        anchor = self._actors.get(row["row_id"] or "")
        differs = row["change"] == "changed"
        return Line(
            change=row["change"],
            about=wording.shortened(row["subject"], 80),
            before=_cut(row["before"]) if differs else "",
            after=_cut(row["after"]) if differs else "",
            href=f"#{anchor}" if anchor else None,
        )

    def part_of_method(self, row: Mapping[str, Any]) -> Line:
        """A part of how documents are read."""
        return Line(row["change"], row["attribute"], _cut(row["before"]), _cut(row["after"]), None)


_TELL: Final[Mapping[str, Callable[[_Teller, Mapping[str, Any]], Line]]] = {
    "document": _Teller.document,
    "conflict": _Teller.conflict,
    "figure": _Teller.figure,
    "relation": _Teller.relation,
    "entity": _Teller.entity,
    "method": _Teller.part_of_method,
}


def _about(row: Mapping[str, Any]) -> str:
    attribute = wording.shortened(wording.with_values_in_words(row["attribute"] or ""), 110)
    subject = wording.shortened(row["subject"] or "", 60)
    if subject and subject.casefold() not in attribute.casefold():
        return f"{subject} – {attribute}"
    return wording.sentence(attribute)


def _cut(words: str | None) -> str:
    return wording.shortened(words or "", 110)


def _sparkline(readings: Sequence[Reading]) -> charts.Sparkline:
    told = []
    for reading in readings:
        when = f", as of {wording.day(reading.as_of)}" if reading.as_of else ""
        told.append(f"{quantity_of(reading.figure)} ({reading.run_id}{when})")
    return charts.sparkline([reading.figure["value"] for reading in readings], told)
