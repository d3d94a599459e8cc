"""A stretch of a sentence read as a name, and readings found by the tokens they cover.

What belongs here: what the layers of name finding hand to each other. Where readings come from stands in
`matching`, `patterns` and `tagger`, what becomes of them in `decisions`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tidybrief.extraction.names.matching import KnownName
from tidybrief.extraction.names.tagger import Tag


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens `first:last` of a sentence read as a name."""

    sentence: int
    first: int
    last: int
    type: str
    method: str
    confidence: float
    form: str = "name"
    known: KnownName | None = None
    tag: Tag | None = None

    def known_as_people(self) -> bool:
        """Whether this is a noun for the people of a place ("Americans")."""
        return self.known is not None and self.known.is_people


class Spans:
    """Readings of one sentence, found by the tokens they cover."""

    def __init__(self, readings: Iterable[Reading] = ()) -> None:
        self._by_token: dict[int, list[Reading]] = defaultdict(list)
        for reading in readings:
            self.add(reading)

    def add(self, reading: Reading) -> None:
        for token in range(reading.first, reading.last):
            self._by_token[token].append(reading)

    def at(self, token: int) -> Sequence[Reading]:
        """The readings that cover the token."""
        return self._by_token.get(token, ())

    def touching(self, span: Reading) -> list[Reading]:
        """The readings that share a token with the span, in order."""
        found = {
            (reading.first, reading.last, reading.type): reading
            for token in range(span.first, span.last)
            for reading in self._by_token.get(token, ())
        }
        return list(found.values())


def covers(outer: Reading, inner: Reading) -> bool:
    """Whether the first reading has all the tokens of the second."""
    return outer.first <= inner.first and outer.last >= inner.last
