"""Points on which several documents speak.

What belongs here: gathering the comparisons of all kinds into one table.
"""

import io
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

import polars as pl

from tidybrief import dictionary
from tidybrief.corpus.act_points import act_points
from tidybrief.corpus.attribute_points import attribute_points
from tidybrief.corpus.event_points import event_points
from tidybrief.corpus.figure_points import figure_points
from tidybrief.corpus.founding_points import founding_points
from tidybrief.corpus.look_alikes import look_alikes
from tidybrief.corpus.measured import measured_figures
from tidybrief.corpus.namesakes import under_one_id_a_name, without_namesakes
from tidybrief.corpus.same_values import same_values
from tidybrief.engines.workers import Crew, Done
from tidybrief.lexicon import Lexicon, load_lexicon

_PATIENCE: Final = 600.0
"""Seconds in which a worker finds the points, and after which they are found here."""


def compare(
    tables: Mapping[str, pl.DataFrame],
    lexicon: Lexicon | None = None,
    *,
    measured: pl.DataFrame | None = None,
    others: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """One row per point on which two or more documents speak, of schema `Comparisons`, sorted by id.

    Takes what `link` returns. The lexicon that comes with the package is used where none is given; `measured` are the
    `measured_figures` of these tables, `others` their `points_without_figures`, where they are at hand.
    """
    lexicon = lexicon or load_lexicon()
    measured = measured_figures(tables, lexicon) if measured is None else measured
    others = _points_without_figures(tables, lexicon) if others is None else others
    tables = under_one_id_a_name(tables)
    of_figures = list(figure_points(measured, tables["mentions"], lexicon))
    rows = [
        *of_figures,
        *same_values(tables, lexicon, _agreeing(of_figures)),
        *others.to_dicts(),
        *look_alikes(measured, lexicon),
    ]
    return pl.DataFrame(without_namesakes(rows), schema=dictionary.polars_schema("comparisons")).sort("comparison_id")


def points_without_figures(tables: Mapping[str, pl.LazyFrame], lexicon: Lexicon, crew: Crew) -> pl.DataFrame:
    """Those rows of `comparisons` for which no figures are compared, by a process of the crew where one is at hand."""
    work = partial(_packed_points, lexicon=lexicon)
    for outcome in crew.work(work, [[tables]], patience=lambda _: _PATIENCE) if crew.is_at_hand else ():
        if isinstance(outcome, Done):
            return pl.read_ipc(outcome.result)
    return _points_without_figures(_collected(tables), lexicon)


def _packed_points(parts: Sequence[Mapping[str, pl.LazyFrame]], lexicon: Lexicon) -> bytes:
    """The points in the one set of tables that a worker is given."""
    with io.BytesIO() as told:
        pl.concat(_points_without_figures(_collected(tables), lexicon) for tables in parts).write_ipc(told)
        return told.getvalue()


def _collected(tables: Mapping[str, pl.LazyFrame]) -> dict[str, pl.DataFrame]:
    return {name: table.collect() for name, table in tables.items()}


def _points_without_figures(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> pl.DataFrame:
    tables = under_one_id_a_name(tables)
    rows = [
        *attribute_points(tables, lexicon),
        *event_points(tables, lexicon),
        *act_points(tables, lexicon),
        *founding_points(tables, lexicon),
    ]
    return pl.DataFrame(rows, schema=dictionary.polars_schema("comparisons"))


def _agreeing(rows: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """The ids of the figures that agree with others."""
    return frozenset(
        item["row_id"] for row in rows if row["verdict"] in {"agree", "derivative"} for item in row["evidence"]
    )
