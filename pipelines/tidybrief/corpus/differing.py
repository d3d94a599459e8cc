"""Which rows of two publications need to be held against each other.

What belongs here: leaving out what both say alike, so that a run with few new documents compares few rows. What the
rows say, and whether they differ, is decided in `editions` and `changes`: what they find is the same with all rows.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from tidybrief.corpus.editions import Edition

_STATED: Final = ("entity_id", "name", "type", "external_id")


def differing_entities(before: Edition, after: Edition) -> tuple[Edition, Edition]:
    """Both with only the entities that the other does not have as they are."""
    old, new = before.tables["entities"], after.tables["entities"]
    return _with_entities(before, _not_in(old, new, _STATED)), _with_entities(after, _not_in(new, old, _STATED))


def differing_points(before: Edition, after: Edition) -> tuple[Edition, Edition]:
    """Both with only the figures and relations about subjects of which one has a row that the other does not."""
    of_figures = pl.coalesce("subject_id", pl.col("subject").str.to_lowercase(), pl.format("{} {}", "unit", "value"))
    kept: tuple[dict[str, pl.DataFrame], dict[str, pl.DataFrame]] = ({}, {})
    old_entities, new_entities = (each.tables["entities"] for each in differing_entities(before, after))
    renamed = pl.concat([old_entities["entity_id"], new_entities["entity_id"]])
    for name, about in (("figures", of_figures), ("relations", pl.col("subject_id"))):
        sides = [each.tables[name].with_columns(about.alias("about")) for each in (before, after)]
        old, new = (side.select("about", row=side.hash_rows()) for side in sides)
        touched = pl.concat([_not_in(old, new, ("row",))["about"], _not_in(new, old, ("row",))["about"], renamed])
        for tables, side in zip(kept, sides, strict=True):
            tables[name] = side.filter(pl.col("about").is_in(touched.unique().implode())).drop("about")
    return _with(before, **kept[0]), _with(after, **kept[1])


def _not_in(frame: pl.DataFrame, other: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
    return frame.join(other, on=list(columns), how="anti", nulls_equal=True, maintain_order="left")


def _with_entities(edition: Edition, entities: pl.DataFrame) -> Edition:
    named = edition.tables["mentions"].join(entities, on="entity_id", how="semi")
    return _with(edition, entities=entities, mentions=named)


def _with(edition: Edition, **tables: pl.DataFrame) -> Edition:
    return replace(edition, tables={**edition.tables, **tables})
