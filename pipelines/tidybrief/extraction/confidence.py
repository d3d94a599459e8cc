"""Confidence of figures, dates and names: what speaks for and against a row, and what that is worth.

What belongs here: the evidence by its names, and the probability that it gives by a table of log odds. The table is
fitted on annotated documents by `tools/calibrate_confidence.py`; nothing here is learned.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from tidybrief.extraction.records import Quantity, TemporalExpression

_LENT = ("_carried", "shared_unit", "table", "indefinite_money")
_PARTS = ("ratio", "fraction", "tolerance")
_WHOLE = ("calendar_date", "fiscal_year", "named_day", "table", "counted_date", "relative_date", "partial_date")
_DOUBTFUL_READING = 0.8
_LEAST_LIKELY, _MOST_LIKELY = 0.02, 0.995


def figure_evidence(quantity: Quantity, *, has_subject: bool, has_indicator: bool) -> tuple[str, ...]:
    """The names of what bears on whether value, unit and qualifier of a figure are right."""
    named = {
        "counts something": quantity.kind == "count",
        "relates to another number": quantity.kind in ("rank", "multiple") or quantity.method in _PARTS,
        "unit lent by the text": quantity.method.endswith(_LENT),
        "unit unknown": quantity.unit == "number",
        "is a range": quantity.value_high is not None,
        "indefinite amount": quantity.method == "indefinite",
        "number in words": quantity.text[:1].isalpha(),
        "hedged": quantity.qualifier != "exact",
        "reading in doubt": quantity.confidence < _DOUBTFUL_READING,
        "no subject": not has_subject,
        "no indicator": not has_indicator,
    }
    return tuple(name for name, holds in named.items() if holds)


def date_evidence(row: TemporalExpression) -> tuple[str, ...]:
    """The names of what bears on whether span and period of a date are right."""
    named = {
        "names no year": row.method in ("relative_date", "partial_date", "named_day"),
        "counted from another date": row.method == "counted_date",
        "is a fiscal year": row.method == "fiscal_year",
        "stands in a table": row.method == "table",
        "read by another rule": row.method not in _WHOLE,
        "unresolved": row.date_start is None,
        "is a bound": row.role != "at",
        "reading in doubt": row.confidence < _DOUBTFUL_READING,
    }
    return tuple(name for name, holds in named.items() if holds)


def probability(layer: str, evidence: Iterable[str]) -> float:
    """The probability that a row of a layer, "figures" or "dates", with this evidence is right."""
    table = _log_odds()[layer]
    return round(1 / (1 + math.exp(-(table["base"] + sum(table.get(name, 0.0) for name in evidence)))), 3)


def figure_confidence(quantity: Quantity, *, has_subject: bool, has_indicator: bool) -> float:
    """The probability that value, unit and qualifier of a figure are right."""
    return probability("figures", figure_evidence(quantity, has_subject=has_subject, has_indicator=has_indicator))


def log_odds(likelihood: float) -> float:
    """How likely the name tagger holds a name for, in log odds that are never without bounds."""
    bounded = min(max(likelihood, _LEAST_LIKELY), _MOST_LIKELY)
    return math.log(bounded / (1 - bounded))


def name_confidence(likelihood: float) -> float:
    """The probability that borders and type of a name are right that the tagger holds for so likely."""
    scale = _log_odds()["names"]
    return round(1 / (1 + math.exp(-(scale["base"] + scale["slope"] * log_odds(likelihood)))), 4)


def with_confidence(dates: Iterable[TemporalExpression]) -> tuple[TemporalExpression, ...]:
    """The dates, each with the probability that its span and period are right in place of that of its reading."""
    return tuple(replace(row, confidence=probability("dates", date_evidence(row))) for row in dates)


@cache
def _log_odds() -> Mapping[str, Mapping[str, float]]:
    table: Mapping[str, Mapping[str, float]] = json.loads(
        files("tidybrief.extraction").joinpath("weights", "confidence.json").read_text(encoding="utf-8")
    )
    return table
