"""Derived figures: values that no source states, computed from stated ones, each with its formula and their quotes.

What belongs here: choosing and wording rows of `derived_figures`. What does not: computing them (`corpus` does that).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.figure_table import Figures
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.library import TABLE_CONTEXT, Library, Quote
from tidybrief.briefing.telling import LEAST_CONFIDENCE, is_sure

MOST_DERIVED: Final = 6
_MOST_OF_ONE_SUBJECT: Final = 2
_STATED_POINTS: Final = 1.0
_STATED_SHARE: Final = 0.05


@dataclass(frozen=True, slots=True)
class DerivedView:
    """One computed value in words; `rests_on` are the figures of its formula, in their order, `quotes` their words."""

    words: str
    calculation: str
    rests_on: tuple[FigureView, ...]
    quotes: tuple[Quote, ...]


def view_derived(derived: pl.DataFrame, figures: Figures, library: Library) -> tuple[DerivedView, ...]:
    """The computed values whose figures are all sure facts, the surest first, no more of one subject than its share.

    What a source states itself, if only rounded, is not computed anew; and the same computation is told once.
    """
    chosen: dict[str, DerivedView] = {}
    subjects: dict[str | None, int] = {}
    # Where a figure is told with its hedge and without, that with it comes first: it claims less.
    rows = (
        derived.filter(pl.col("confidence") >= LEAST_CONFIDENCE)
        .with_columns(exact=pl.col("qualifier") == "exact")
        .sort("confidence", "exact", "derived_id", descending=[True, False, False])
    )
    for row in rows.iter_rows(named=True):
        rests_on = tuple(filter(None, (figures.find(item["row_id"]) for item in row["evidence"])))
        known = len(rests_on) == len(row["evidence"]) and all(
            f.is_fact and is_sure(f) and not f.support.modality for f in rests_on
        )
        if len(chosen) == MOST_DERIVED or not known or subjects.get(row["subject"], 0) == _MOST_OF_ONE_SUBJECT:
            continue
        beside = [f for one in rests_on if one.sentence for f in figures.beside(one)]
        if any(_is_stated(row, figure) for figure in beside) or row["calculation"] in chosen:
            continue
        subjects[row["subject"]] = subjects.get(row["subject"], 0) + 1
        whole = figures.whole_of(rests_on[0]) if row["kind"] == "share" else None
        chosen[row["calculation"]] = _view(row, rests_on, whole, library)
    return tuple(chosen.values())


def _is_stated(row: Mapping[str, Any], figure: FigureView) -> bool:
    """Whether a figure beside those that it rests on says what would be computed."""
    if row["unit"] == "percent" and figure.kind == "percent":
        return abs(figure.value - float(row["value"])) <= _STATED_POINTS
    if row["unit"] == "times" and figure.kind == "multiple":
        return abs(figure.value - float(row["value"])) <= _STATED_SHARE * abs(figure.value)
    return False


def _view(
    row: Mapping[str, Any], rests_on: tuple[FigureView, ...], whole: FigureView | None, library: Library
) -> DerivedView:
    kind = {"percent": "percent", "times": "multiple"}.get(row["unit"], rests_on[0].kind)
    if row["unit"] == "percentage point":
        kind = "count"
    value = float(f"{row['value']:.3g}") if row["kind"] != "difference" else row["value"]
    told = (whole, *rests_on) if whole else rests_on
    quotes: dict[tuple[str, int], Quote] = {}
    for figure in told:
        place = figure.sentence.start if figure.sentence else figure.start
        quotes.setdefault((figure.source.doc_id, place), figure.quote(library, TABLE_CONTEXT))
    return DerivedView(
        words=wording.quantity(kind, value, None, row["unit"], row["qualifier"]),
        calculation=_calculation(row, rests_on, whole),
        rests_on=rests_on,
        quotes=tuple(quotes.values()),
    )


def _calculation(row: Mapping[str, Any], rests_on: tuple[FigureView, ...], whole: FigureView | None) -> str:
    """The formula with values as a reader would write them."""
    part = rests_on[0]
    if row["kind"] == "share" and part.of_total:
        divisor = whole.headline if whole and whole.kind == "count" else wording.compact_number(part.of_total)
        return f"{wording.compact_number(part.value)} ÷ {divisor}"
    return str(row["calculation"]).partition(" = ")[0]
