"""Points on which several documents speak.

What belongs here: gathering the comparisons of all kinds into one table.
"""

from collections.abc import Mapping, Sequence
from typing import Any

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
from tidybrief.lexicon import Lexicon, load_lexicon


def compare(
    tables: Mapping[str, pl.DataFrame], lexicon: Lexicon | None = None, *, measured: pl.DataFrame | None = None
) -> pl.DataFrame:
    """One row per point on which two or more documents speak, of schema `Comparisons`, sorted by id.

    Takes what `link` returns. The lexicon that comes with the package is used where none is given; `measured` are the
    `measured_figures` of these tables, where they are at hand.
    """
    lexicon = lexicon or load_lexicon()
    measured = measured_figures(tables, lexicon) if measured is None else measured
    tables = under_one_id_a_name(tables)
    of_figures = list(figure_points(measured, tables["mentions"], lexicon))
    rows = [
        *of_figures,
        *same_values(tables, lexicon, _agreeing(of_figures)),
        *attribute_points(tables, lexicon),
        *event_points(tables, lexicon),
        *act_points(tables, lexicon),
        *founding_points(tables, lexicon),
        *look_alikes(measured, lexicon),
    ]
    return pl.DataFrame(without_namesakes(rows), schema=dictionary.polars_schema("comparisons")).sort("comparison_id")


def _agreeing(rows: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """The ids of the figures that agree with others."""
    return frozenset(
        item["row_id"] for row in rows if row["verdict"] in {"agree", "derivative"} for item in row["evidence"]
    )
