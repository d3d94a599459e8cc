"""Coverage: which sources name whom, as a matrix; by document while they are few, else by when they were published.

What belongs here: rows, columns and cells of the matrix, and its finding. What does not: the actors themselves.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from tidybrief.briefing import charts, wording
from tidybrief.briefing.actors import Actor, Actors, widest_named
from tidybrief.briefing.library import Library, Source
from tidybrief.briefing.naming import Names

MOST_ROWS: Final = 12
MOST_COLUMNS: Final = 12
_LEAST_DATED: Final = 0.5
_SPANS_IN_MONTHS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Column:
    """One document, the `source`, or all that were published in one stretch of time; `label` heads it."""

    label: str
    doc_ids: frozenset[str]
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """How often the document names the actor, or how many of the documents do; `level` says how much that is among all
    cells, from 1 to 5."""

    level: int
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows are actors, with a cell or None for each column; `reads` says what a cell counts."""

    title: str
    reads: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Actor, tuple[Cell | None, ...]], ...]


def view_coverage(mentions: pl.DataFrame, actors: Actors, library: Library, names: Names) -> Matrix | None:
    """The most widely named actors against the sources; None where there are not two of each to compare."""
    ranked = widest_named(actors)[:MOST_ROWS]
    few = len(library.sources) <= MOST_COLUMNS
    columns = _documents(library.sources) if few else _periods(library.sources)
    if len(columns) < 2 or len(ranked) < 2:
        return None
    counts = _counts(mentions, {actor.entity_id for actor in ranked})
    tallies = {
        actor.entity_id: [_tally(counts.get(actor.entity_id, {}), column, by_mentions=few) for column in columns]
        for actor in ranked
    }
    most = max((amount for tally in tallies.values() for amount in tally), default=0)
    rows = tuple(
        (
            actor,
            tuple(
                Cell(charts.level(amount, most), amount, _first_place(actor, column)) if amount else None
                for column, amount in zip(columns, tallies[actor.entity_id], strict=True)
            ),
        )
        for actor in ranked
    )
    reads = "How often each source names it." if few else "How many of the documents that were published then name it."
    return Matrix(_finding(ranked, len(library.sources), names), reads, columns, rows)


def _documents(sources: Sequence[Source]) -> tuple[Column, ...]:
    return tuple(Column(str(source.number), frozenset((source.doc_id,)), source) for source in sources)


def _periods(sources: Sequence[Source]) -> tuple[Column, ...]:
    """Stretches of time of one length, as short as their number allows; none where most documents are undated."""
    dated = [source for source in sources if source.published_on]
    if len(dated) < _LEAST_DATED * len(sources):
        return ()
    for months in _SPANS_IN_MONTHS:
        found: dict[int, list[Source]] = {}
        for source in dated:
            assert source.published_on is not None
            found.setdefault((12 * source.published_on.year + source.published_on.month - 1) // months, []).append(
                source
            )
        if len(found) < MOST_COLUMNS:
            break
    columns = [_period(number * months, months, members) for number, members in sorted(found.items())]
    undated = [source for source in sources if not source.published_on]
    if undated:
        columns.append(Column(f"undated ({wording.number(len(undated))})", _ids(undated)))
    return tuple(columns)


def _period(first_month: int, months: int, members: Sequence[Source]) -> Column:
    start = date(first_month // 12, first_month % 12 + 1, 1)
    last = first_month + months - 1
    label = str(start.year) if months == 12 else f"{start:%b} {start.year}" if months < 12 else f"{start.year}–"
    if months > 12:
        label = f"{start.year}–{last // 12}"
    return Column(f"{label} ({wording.number(len(members))})", _ids(members))


def _ids(members: Sequence[Source]) -> frozenset[str]:
    return frozenset(source.doc_id for source in members)


def _counts(mentions: pl.DataFrame, entity_ids: set[str]) -> dict[str, Counter[str]]:
    """How often each document names each of the entities."""
    found: dict[str, Counter[str]] = {}
    named = mentions.filter(pl.col("entity_id").is_in(list(entity_ids))).group_by("entity_id", "doc_id").len()
    for entity_id, doc_id, amount in named.iter_rows():
        found.setdefault(entity_id, Counter())[doc_id] = amount
    return found


def _tally(counts: Mapping[str, int], column: Column, *, by_mentions: bool) -> int:
    inside = [counts[doc_id] for doc_id in column.doc_ids if doc_id in counts]
    return sum(inside) if by_mentions else len(inside)


def _first_place(actor: Actor, column: Column) -> str:
    """Where the actor is named in one of the documents; else where the actor stands on the page."""
    inside = (place.href for place in actor.places if place.source.doc_id in column.doc_ids)
    return next(inside, f"#{actor.anchor}")


def _finding(ranked: Sequence[Actor], sources: int, names: Names) -> str:
    everywhere = [names(actor.entity_id, actor.name) for actor in ranked if actor.document_count == sources]
    widest = ranked[0]
    if everywhere:
        return f"All {wording.number(sources)} sources name {wording.joined(everywhere[:3])}"
    if widest.document_count == 1:
        return "No name stands in more than one source"
    counted = f"{wording.number(widest.document_count)} of {wording.number(sources)}"
    name = wording.sentence(names(widest.entity_id, widest.name))
    return f"{name} is named by most sources, {counted}"
