"""What documents say together: published comparisons against annotated agreements and conflicts.

What belongs here: when a comparison is about an annotated point, and counting both verdicts. A point is known
by its places, not by its name, because texts word one attribute in many ways.
"""

from collections.abc import Iterator
from typing import Any, Final

import polars as pl

from tidybrief.evaluation.gold import Annotation, Gold, places
from tidybrief.evaluation.scores import Row, Score

MEASURES: Final = {"conflict": "conflicts", "agree": "agreements"}
_NEAR: Final = 120
"""Code points, about a sentence: an annotator marks the value where a rule may cite the whole clause."""


def score_points(comparisons: pl.DataFrame, gold: Gold) -> Iterator[Score]:
    """One score a verdict over the comparisons whose evidence lies in annotated documents only.

    An extra conflict is a false alarm, unless an optional reading calls the point a conflict, too.
    """
    annotated = set(gold.doc_ids.values())
    rows = [row for row in comparisons.to_dicts() if {place["doc_id"] for place in row["evidence"]} <= annotated]
    for verdict, measure in MEASURES.items():
        points = [point for point in gold.annotations["conflicts"] if point["verdict"] == verdict]
        optional = [
            point
            for point in gold.optional["conflicts"]
            if point["verdict"] == verdict and all(doc in gold.doc_ids for doc, _, _ in places(point))
        ]
        found = [row for row in rows if row["verdict"] == verdict]
        missed = [point for point in points if not any(_is_about(row, point, gold) for row in found)]
        extra = [row for row in found if not any(_is_about(row, point, gold) for point in (*points, *optional))]
        matched = len(points) - len(missed)
        yield Score(
            "conflicts", measure, matched, matched + len(extra), len(points), missed=tuple(missed), extra=tuple(extra)
        )


def _is_about(row: Row, point: Annotation, gold: Gold) -> bool:
    """Whether all evidence of the comparison, from two documents or more, lies at places of the point."""
    annotated = [(gold.doc_ids[doc], start, end) for doc, start, end in places(point)]
    return len({place["doc_id"] for place in row["evidence"]}) >= 2 and all(
        any(_is_near(place, *there) for there in annotated) for place in row["evidence"]
    )


def _is_near(place: dict[str, Any], doc_id: str, start: int, end: int) -> bool:
    return bool(place["doc_id"] == doc_id and place["start"] < end + _NEAR and start < place["end"] + _NEAR)
