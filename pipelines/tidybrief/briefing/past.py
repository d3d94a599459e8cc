"""What the briefing knows of earlier publications: the name of the one before, and the figures of those that are kept.

What belongs here: the past as it is handed in, and looking up an earlier row in words. What does not: reading run
folders (`publishing` does that), and saying what changed (`changes`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from tidybrief.briefing import wording
from tidybrief.corpus import Edition
from tidybrief.corpus.course import Reading, figure_courses


@dataclass(frozen=True)
class Past:
    """Earlier publications. `predecessor` is the run_id of the one before, None for a first publication.

    `kept` are run_ids with documents and figures, the oldest first; the last is the predecessor where it is still kept.
    """

    predecessor: str | None = None
    kept: Sequence[tuple[str, Edition]] = ()

    @cached_property
    def _figures_before(self) -> Mapping[str, Mapping[str, Any]]:
        """The figures of the predecessor by id; empty where it is not kept."""
        if not self.kept or self.kept[-1][0] != self.predecessor:
            return {}
        rows = self.kept[-1][1].tables["figures"].iter_rows(named=True)
        return {row["figure_id"]: row for row in rows}

    def figure_words(self, figure_id: str | None, otherwise: str) -> str:
        """An earlier figure in the words of this briefing; `otherwise` where it cannot be looked up."""
        row = self._figures_before.get(figure_id or "")
        return otherwise if row is None else quantity_of(row)

    def courses(self, tables: Mapping[str, pl.DataFrame], figure_ids: Sequence[str]) -> dict[str, tuple[Reading, ...]]:
        """How these figures of the tables went over the publications that are kept."""
        return figure_courses([*self.kept, ("this publication", Edition(tables))], figure_ids)


def quantity_of(row: Mapping[str, Any]) -> str:
    """The value of a row of figures with its unit and qualifier."""
    return wording.quantity(row["kind"], row["value"], row["value_high"], row["unit"], row["qualifier"])
