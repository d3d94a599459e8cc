"""How one thing that is said went over the publications.

What belongs here: finding the same point in each of several publications. When two say the same is decided in
`editions`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import polars as pl

from tidybrief.corpus import editions
from tidybrief.corpus.editions import Edition, Said
from tidybrief.lexicon import Lexicon, load_lexicon

_OF_SUBJECT: Final = pl.coalesce("subject_id", pl.col("subject").str.to_lowercase())
"""Whom a figure is about: what differs in it is no reading of the same point."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One publication: the newest day of its documents, and what it says on the point; nothing where it is silent."""

    run_id: str
    as_of: date | None
    values: tuple[str, ...]
    row_ids: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A point of comparison over the publications, the oldest first."""

    kind: str
    subject: str | None
    attribute: str | None
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The one value that a publication gives on a point: its row of figures."""

    run_id: str
    as_of: date | None
    figure: Mapping[str, Any]


def course(publications: Sequence[tuple[str, Edition]], row_id: str, lexicon: Lexicon | None = None) -> Course | None:
    """The course of the figure, relation, entity or conflict with this id in any of the publications.

    `publications` are run_ids with what they published, the oldest first. None where no publication has the id.
    """
    lexicon = lexicon or load_lexicon()
    readable = [(run_id, edition) for run_id, edition in publications if edition.is_readable]
    for kind, read in _READ.items():
        sayings = [(run_id, edition, list(read(edition, lexicon))) for run_id, edition in readable]
        found = [saying for _, _, said in reversed(sayings) for saying in said if saying.row_id == row_id]
        if found:
            stages = (_stage(run_id, edition, said, found[0]) for run_id, edition, said in sayings)
            return Course(kind, found[0].subject, found[0].attribute, tuple(stages))
    return None


def figure_courses(
    publications: Sequence[tuple[str, Edition]], row_ids: Collection[str]
) -> dict[str, tuple[Reading, ...]]:
    """The courses of figures of the last publication, by their ids: one reading a publication that gives one value.

    A publication that is silent on the point, or gives several values, is left out; so is a figure without an earlier
    reading. Each publication needs its `documents` and `figures` only.
    """
    if not publications or not row_ids:
        return {}
    lexicon = load_lexicon()
    *earlier, (_, last) = publications
    asked = last.tables["figures"].filter(pl.col("figure_id").is_in(list(row_ids)))
    wanted = {said.row_id: said.about for said in _figures(Edition({"figures": asked}), lexicon)}
    found: dict[str, list[Reading]] = {row_id: [] for row_id in wanted if row_id is not None}
    for run_id, whole in publications if earlier else ():
        figures = whole.tables["figures"].join(asked, on=_OF_SUBJECT, how="semi", nulls_equal=True)
        edition = Edition({"documents": whole.tables["documents"], "figures": figures})
        rows = {row["figure_id"]: row for row in figures.iter_rows(named=True)}
        by_point: dict[tuple[object, ...], dict[tuple[object, ...], Said]] = {}
        for said in _figures(edition, lexicon):
            by_point.setdefault(said.about, {}).setdefault(said.state, said)
        for row_id, readings in found.items():
            values = list(by_point.get(wanted[row_id], {}).values())
            if len(values) == 1:
                readings.append(Reading(run_id, _newest_day(edition), rows[str(values[0].row_id)]))
    return {row_id: tuple(readings) for row_id, readings in found.items() if len(readings) > 1}


def _figures(edition: Edition, lexicon: Lexicon) -> Iterable[Said]:
    return editions.figures(edition, lexicon, {})


def _newest_day(edition: Edition) -> date | None:
    newest = edition.tables["documents"]["published_on"].max()
    return newest if isinstance(newest, date) else None


def _stage(run_id: str, edition: Edition, said: Iterable[Said], point: Said) -> Stage:
    alike = [saying for saying in said if saying.about == point.about]
    return Stage(
        run_id=run_id,
        as_of=_newest_day(edition),
        values=tuple(dict.fromkeys(saying.value for saying in alike)),
        row_ids=tuple(saying.row_id for saying in alike if saying.row_id),
        documents=tuple(sorted({doc_id for saying in alike for doc_id in saying.documents})),
    )


_READ: Final[Mapping[str, Callable[[Edition, Lexicon], Iterable[Said]]]] = {
    "figure": _figures,
    "relation": lambda edition, lexicon: editions.relations(edition, lexicon, {}),
    "conflict": lambda edition, lexicon: editions.conflicts(edition, lexicon, {}),
    "entity": lambda edition, _: editions.things(edition).values(),
}
