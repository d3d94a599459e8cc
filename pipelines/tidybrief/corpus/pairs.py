"""Two documents that may share an origin.

What belongs here: the record, and the strength of the link. How such pairs are found is said in `duplicates` and
`retellings`, what follows from them in `origin`.
"""

from dataclasses import dataclass
from typing import Final

DERIVATIVE: Final = "derivative"
RELATED: Final = "related"


@dataclass(frozen=True, slots=True)
class SharedPoint:
    """What both documents mention, in words, and where in each."""

    said: str
    start: int
    start_other: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents, what they have in common, how much of it (0 to 1), and whether one repeats the other.

    `kind` is one of `vocabulary.PAIR_KINDS`. `strength` is DERIVATIVE where one of them repeats the other, RELATED
    where both may only draw on one source. `points` are what they share where it is not whole sentences.
    """

    one: str
    other: str
    kind: str
    similarity: float
    strength: str
    points: tuple[SharedPoint, ...] = ()
