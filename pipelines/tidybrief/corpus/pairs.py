"""Two documents that may share an origin.

What belongs here: the record, and the strength of the link. How such pairs are found is said in `duplicates` and
`retellings`, what follows from them in `origin`.
"""

from dataclasses import dataclass
from typing import Final

DERIVATIVE: Final = "derivative"
RELATED: Final = "related"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents, what they have in common, how much of it (0 to 1), and whether one repeats the other.

    `strength` is DERIVATIVE where one of them repeats the other, RELATED where both may only draw on one source.
    """

    one: str
    other: str
    kind: str
    similarity: float
    strength: str
