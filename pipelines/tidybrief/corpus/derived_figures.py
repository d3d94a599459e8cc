"""Values that a reader would compute from stated ones.

What belongs here: shares, ratios and differences where subject, indicator, unit and period really align, each with its
formula and the figures it rests on. They are never mixed with what sources state.
"""

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Final

import polars as pl

from tidybrief import dictionary
from tidybrief.corpus.enumerations import are_in_turn, named_at
from tidybrief.corpus.expectations import IS_EXPECTED
from tidybrief.corpus.grouping import rows_by
from tidybrief.corpus.measured import in_digits, measured_figures, period_in_words, statement_of
from tidybrief.corpus.periods import Period, are_alike
from tidybrief.corpus.points import evidence_of
from tidybrief.corpus.values import AGREE, stated, weigh
from tidybrief.corpus.wholes import ToldShares, stated_wholes
from tidybrief.corpus.words import content_words, cue_words
from tidybrief.lexicon import Lexicon, load_lexicon

_AMOUNTS: Final = ("money", "count", "measure")
_SMALL_WHOLE: Final = 10
_ANOTHER_NUMBER: Final = r"\d"
"""An indicator with a number in it is a clause about something else."""
_MOST_RATIOS: Final = 3
_LEAST_RATIO, _GREATEST_RATIO = 1.1, 1000.0
_SAME_MAGNITUDE: Final = 5.0
_QUOTIENTS: Final[Mapping[tuple[str, str], str]] = {
    ("exact", "exact"): "exact",
    ("exact", "at_most"): "at_least",
    ("at_least", "exact"): "at_least",
    ("at_least", "at_most"): "at_least",
    ("exact", "at_least"): "at_most",
    ("at_most", "exact"): "at_most",
    ("at_most", "at_least"): "at_most",
    ("exact", "approx"): "approx",
    ("approx", "exact"): "approx",
    ("approx", "approx"): "approx",
}
"""How exact a quotient is, by how exact dividend and divisor are; what is not here can be anything."""
_SHARES: Final = {**_QUOTIENTS, ("at_least", "approx"): "approx", ("at_most", "approx"): "approx"}
"""The same for a part and its whole: nobody states a whole roughly that may be far from what it is."""

_Row = Mapping[str, Any]


def derive(
    tables: Mapping[str, pl.DataFrame], lexicon: Lexicon | None = None, *, measured: pl.DataFrame | None = None
) -> pl.DataFrame:
    """One row per derived figure, of schema `DerivedFigures`, in the contract's order.

    Takes what `link` returns. The lexicon that comes with the package is used where none is given; `measured` are the
    `measured_figures` of these tables, where they are at hand.
    """
    lexicon = lexicon or load_lexicon()
    figures = (measured_figures(tables, lexicon) if measured is None else measured).filter(
        pl.col("value_high").is_null(),
        pl.col("value") > 0,
        ~pl.col("indicator").str.contains(_ANOTHER_NUMBER),
        ~pl.col(IS_EXPECTED),
        pl.col("factuality") != "forecast",
    )
    rows: dict[tuple[object, ...], dict[str, object]] = {}
    for row in (
        *_shares(figures, tables, lexicon),
        *_ratios(figures, tables["mentions"]),
        *_differences(figures, lexicon),
    ):
        rows.setdefault((row["kind"], row["subject_id"], row["calculation"]), row)
    frame = pl.DataFrame(list(rows.values()), schema=dictionary.polars_schema("derived_figures"))
    return frame.sort(dictionary.sort_order("derived_figures"))


def _shares(figures: pl.DataFrame, tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> Iterator[dict[str, object]]:
    """The share of the stated whole, where a figure has one and its document does not tell the share itself."""
    parts = figures.filter(
        pl.col("kind").is_in(_AMOUNTS), pl.col("of_total") > _SMALL_WHOLE, pl.col("value") < pl.col("of_total")
    )
    told = ToldShares(tables["figures"])
    wholes = stated_wholes(parts, tables, lexicon)
    for part in parts.iter_rows(named=True):
        share = 100 * part["value"] / part["of_total"]
        whole = wholes.get(part["figure_id"])
        qualifier = _SHARES.get((part["qualifier"], whole["qualifier"])) if whole else part["qualifier"]
        if qualifier is None or told.hold(part, share):
            continue
        yield _derived(
            "share",
            share,
            "percent",
            qualifier,
            [part, whole] if whole else [part],
            formula=f"{_of(part)}{_when(part)}, as a share of the whole that is stated with it",
            calculation=f"{_value(part)} ÷ {in_digits(part['of_total'])} = {_rounded(share)} percent",
        )


def _ratios(figures: pl.DataFrame, mentions: pl.DataFrame) -> Iterator[dict[str, object]]:
    """How many times the largest is each other, where one sentence gives the same of several subjects in turn."""
    amounts = figures.filter(pl.col("kind").is_in(_AMOUNTS))
    alike = ["doc_id", "sentence_no", "key", "unit", "time_start", "time_end"]
    several = amounts.filter(
        pl.len().over(alike) > 1, pl.col("subject_id").n_unique().over(alike) == pl.len().over(alike)
    )
    places = named_at(mentions, several)
    for ordered in rows_by(several.sort("value", "subject_id", descending=[True, False]), *alike).values():
        if not are_in_turn(ordered, places):
            continue
        largest = ordered[0]
        for other in ordered[1 : _MOST_RATIOS + 1]:
            ratio = largest["value"] / other["value"]
            qualifier = _QUOTIENTS.get((largest["qualifier"], other["qualifier"]))
            if qualifier and _LEAST_RATIO <= ratio <= _GREATEST_RATIO and _type(largest) == _type(other):
                yield _derived(
                    "ratio",
                    ratio,
                    "times",
                    qualifier,
                    [largest, other],
                    formula=f"{_of(largest)} ÷ {_of(other)}{_when(largest)}",
                    calculation=f"{_value(largest)} ÷ {_value(other)} = {_rounded(ratio)} times",
                )


def _differences(figures: pl.DataFrame, lexicon: Lexicon) -> Iterator[dict[str, object]]:
    """How much it grew or fell from one period to the next like it, where all that is said of each is the same."""
    exact = figures.filter(
        pl.col("kind").is_in([*_AMOUNTS, "percent"]),
        pl.col("qualifier") == "exact",
        pl.col("time_start").is_not_null(),
        pl.col("time_end").is_not_null(),
    )
    point = ["subject_id", "key"]
    several = exact.filter(pl.struct("time_start", "time_end").n_unique().over(point) > 1)
    rates = cue_words("rates_of_change", lexicon)
    for rows in rows_by(several.sort("time_end", "time_start", "doc_id", "start"), *point).values():
        if rates & content_words(rows[0]["indicator"], lexicon):
            continue
        for earlier, later in pairwise(_course(rows)):
            if not _follow(earlier, later):
                continue
            difference = later["value"] - earlier["value"]
            unit = "percentage point" if later["kind"] == "percent" else later["unit"]
            yield _derived(
                "difference",
                difference,
                unit,
                "exact",
                [later, earlier],
                formula=f"{_of(later)}{_when(later)}, less that{_when(earlier)}",
                calculation=f"{_value(later)} − {_value(earlier)} = {in_digits(difference)} {unit}",
            )


def _course(rows: Sequence[_Row]) -> list[_Row]:
    """One figure a period; none where what is said of a period differs."""
    by_period: dict[tuple[date, date], list[_Row]] = {}
    for row in rows:
        by_period.setdefault((row["time_start"], row["time_end"]), []).append(row)
    course = []
    for alike in by_period.values():
        values = [stated(row["value"], None, row["qualifier"], row["text"]) for row in alike]
        if any(weigh(values[0], value) != AGREE for value in values):
            return []
        course.append(alike[0])
    return course


def _follow(earlier: _Row, later: _Row) -> bool:
    """Whether the periods are of one length, one after the other, and the values differ within one magnitude."""
    small, large = sorted((earlier["value"], later["value"]))
    return bool(
        earlier["time_end"] < later["time_start"]
        and are_alike(_period(earlier), _period(later))
        and small < large <= _SAME_MAGNITUDE * small
    )


def _derived(
    kind: str, value: float, unit: str, qualifier: str, figures: Sequence[_Row], *, formula: str, calculation: str
) -> dict[str, object]:
    first = figures[0]
    # One sentence mostly has its figures about the right thing or about the wrong one, all of them together.
    of_the_right_thing = min(figure["subject_confidence"] * figure["indicator_confidence"] for figure in figures)
    confidence = of_the_right_thing * math.prod(figure["confidence"] for figure in figures)
    # What is computed is the same however many documents state what it rests on.
    said = "\0".join((kind, first["subject_id"], first["key"], _when(first), calculation))
    return {
        "derived_id": f"derived-{hashlib.sha256(said.encode()).hexdigest()[:16]}",
        "kind": kind,
        "value": value,
        "unit": unit,
        "qualifier": qualifier,
        "subject_id": first["subject_id"],
        "subject": first["subject"],
        "indicator": first["indicator"],
        "formula": formula,
        "calculation": calculation,
        "evidence": [evidence_of(statement_of(figure)) for figure in figures],
        "confidence": confidence,
    }


def _period(figure: _Row) -> Period:
    return figure["time_start"], figure["time_end"]


def _of(figure: _Row) -> str:
    return f"“{figure['indicator']}” of {figure['subject']}"


def _when(figure: _Row) -> str:
    return period_in_words(_period(figure))


def _value(figure: _Row) -> str:
    return in_digits(figure["value"])


def _rounded(number: float) -> str:
    """Three significant digits, for reading; the column has them all."""
    return in_digits(float(f"{number:.3g}"))


def _type(figure: _Row) -> str:
    return str(figure["subject_id"]).partition(":")[0]
