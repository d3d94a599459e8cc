"""Derived figures: values that no source states, computed from stated ones, each with its formula.

What belongs here: choosing and wording rows of `derived_figures`. What does not: computing them (`corpus` does that).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.statements import topic

MOST_DERIVED: Final = 6
_MOST_OF_ONE_SUBJECT: Final = 2


@dataclass(frozen=True, slots=True)
class DerivedView:
    """One computed value in words; `rests_on` are the figures of its formula, in their order."""

    words: str
    formula: str
    calculation: str
    rests_on: tuple[FigureView, ...]


def view_derived(derived: pl.DataFrame, figures: Sequence[FigureView]) -> tuple[DerivedView, ...]:
    """The computed values whose figures are all facts, the surest first, no more of one subject than its share."""
    by_id = {figure.figure_id: figure for figure in figures}
    chosen: list[DerivedView] = []
    subjects: dict[str | None, int] = {}
    for row in derived.sort("confidence", "derived_id", descending=[True, False]).iter_rows(named=True):
        rests_on = tuple(by_id[item["row_id"]] for item in row["evidence"] if item["row_id"] in by_id)
        known = len(rests_on) == len(row["evidence"]) and all(figure.is_fact for figure in rests_on)
        if len(chosen) < MOST_DERIVED and known and subjects.get(row["subject"], 0) < _MOST_OF_ONE_SUBJECT:
            subjects[row["subject"]] = subjects.get(row["subject"], 0) + 1
            chosen.append(_view(row, rests_on))
    return tuple(chosen)


def _view(row: Mapping[str, Any], rests_on: tuple[FigureView, ...]) -> DerivedView:
    kind = {"percent": "percent", "times": "multiple"}.get(row["unit"], rests_on[0].kind)
    unit = row["unit"]
    if unit == "percentage point":
        kind = "count"
    value = float(f"{row['value']:.3g}") if row["kind"] != "difference" else row["value"]
    return DerivedView(
        words=wording.quantity(kind, value, None, unit, row["qualifier"]),
        formula=_share(rests_on[0])
        if row["kind"] == "share"
        else wording.sentence(wording.with_dates_in_words(row["formula"])),
        calculation=row["calculation"],
        rests_on=rests_on,
    )


def _share(part: FigureView) -> str:
    """What part of what whole it is."""
    when = wording.in_period(part.time_start, part.time_end)
    return f"{topic(part)}{f' {when}' if when else ''}, as a share of {part.whole}"
