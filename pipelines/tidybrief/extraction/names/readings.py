"""A stretch of a sentence read as a name, and readings found by the tokens they cover.

What belongs here: what the layers of name finding hand to each other. Where readings come from stands in
`matching`, `patterns` and `tagger`, what becomes of them in `decisions`.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tidybrief.extraction.names.matching import KnownName
from tidybrief.extraction.names.tagger import Tag

_FEW = 8  # readings, among which looking at each is faster than filling a table


class Reading(NamedTuple):
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

    __slots__ = ("_by_token", "_readings")

    def __init__(self, readings: Sequence[Reading] = ()) -> None:
        self._readings = readings
        self._by_token: dict[int, list[Reading]] = {}  # filled when it is first asked, for many readings

    def at(self, token: int) -> Sequence[Reading]:
        """The readings that cover the token."""
        if len(self._readings) <= _FEW:
            return [reading for reading in self._readings if reading.first <= token < reading.last]
        return self._tokens().get(token, ())

    def touching(self, span: Reading) -> list[Reading]:
        """The readings that share a token with the span, in order."""
        first, last = span.first, span.last
        if len(self._readings) <= _FEW:
            return [reading for reading in self._readings if reading.first < last and first < reading.last]
        by_token = self._tokens()
        found = {
            (reading.first, reading.last, reading.type): reading
            for token in range(first, last)
            for reading in by_token.get(token, ())
        }
        return list(found.values())

    def _tokens(self) -> Mapping[int, Sequence[Reading]]:
        """Token → the readings that cover it."""
        if not self._by_token:
            for reading in self._readings:
                for token in range(reading.first, reading.last):
                    self._by_token.setdefault(token, []).append(reading)
        return self._by_token


def covers(outer: Reading, inner: Reading) -> bool:
    """Whether the first reading has all the tokens of the second."""
    return outer.first <= inner.first and outer.last >= inner.last
