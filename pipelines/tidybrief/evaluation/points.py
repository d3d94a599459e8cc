"""What documents say together: published comparisons against annotated agreements and conflicts.

What belongs here: when a comparison is about an annotated point, and counting both verdicts. A point is known
by its places, not by its name, because texts word one attribute in many ways.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

import polars as pl

from tidybrief.evaluation.gold import Annotation, Gold, places
from tidybrief.evaluation.scores import Row, Score

MEASURES: Final = {"conflict": "conflicts", "agree": "agreements"}
_FAR: Final = 120
"""Code points, about a sentence: an annotator may mark the value where a rule cites the clause."""


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
        pairs = _paired(points, found, gold)
        right = {id(one) for pair in pairs for one in pair}
        unpaired = [row for row in found if id(row) not in right]
        accepted = {id(row) for _, row in _paired(optional, unpaired, gold)}
        extra = tuple(row for row in unpaired if id(row) not in accepted)
        missed = tuple(point for point in points if id(point) not in right)
        yield Score("conflicts", measure, len(pairs), len(pairs) + len(extra), len(points), missed, extra)


def _paired(points: Sequence[Annotation], rows: Sequence[Row], gold: Gold) -> list[tuple[Annotation, Row]]:
    """Points with the comparisons about them, one to one, the nearest first."""
    pairs: list[tuple[Annotation, Row]] = []
    taken: set[int] = set()
    candidates = ((_distance(point, row, gold), point, row) for point in points for row in rows)
    near = [(distance, point, row) for distance, point, row in candidates if distance is not None]
    for _, point, row in sorted(near, key=itemgetter(0)):
        if taken.isdisjoint((id(point), id(row))):
            taken |= {id(point), id(row)}
            pairs.append((point, row))
    return pairs


def _distance(point: Annotation, row: Row, gold: Gold) -> int | None:
    """How far the evidence of the comparison lies from the places of the point; None where they are not about the
    same, or the evidence is of one document only.
    """
    annotated = [(gold.doc_ids[doc], start, end) for doc, start, end in places(point)]
    if len({place["doc_id"] for place in row["evidence"]}) < 2:
        return None
    distances = [
        min((_gap(place, start, end) for doc_id, start, end in annotated if doc_id == place["doc_id"]), default=_FAR)
        for place in row["evidence"]
    ]
    return sum(distances) if max(distances) < _FAR else None


def _gap(place: Mapping[str, Any], start: int, end: int) -> int:
    """Code points between two stretches of text, 0 where they touch."""
    return int(max(0, place["start"] - end, start - place["end"]))
