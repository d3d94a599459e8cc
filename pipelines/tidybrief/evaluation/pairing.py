"""One-to-one pairing of annotations with rows.

What belongs here: who is paired with whom, given when two say the same.
"""

from collections.abc import Callable, Sequence

from tidybrief.evaluation.gold import Annotation
from tidybrief.evaluation.scores import Row

Same = Callable[[Annotation, Row], bool]
Pairs = list[tuple[Annotation, Row]]


def pair(annotations: Sequence[Annotation], rows: Sequence[Row], same: Same) -> Pairs:
    """Each annotation of a document with the nearest row that says the same and is not yet taken, in order."""
    taken: set[int] = set()
    pairs: Pairs = []
    for annotation in annotations:
        candidates = [row for row in rows if id(row) not in taken and same(annotation, row)]
        if candidates:
            nearest = min(candidates, key=lambda row: _distance(annotation, row))
            taken.add(id(nearest))
            pairs.append((annotation, nearest))
    return pairs


def _distance(annotation: Annotation, row: Row) -> int:
    return int(abs(annotation["start"] - row["start"]) + abs(annotation["end"] - row["end"]))
