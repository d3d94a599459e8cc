"""How far extraction has come, in words.

What belongs here: counting, the rate, and the time left. Who is told decides the caller.
"""

import time
from collections.abc import Callable, Sequence

from tidybrief.reading import Document

Narrator = Callable[[str], None]


def silence(_: str) -> None:
    """The narrator of work that nobody watches."""


class Progress:
    """Tells a narrator of each piece of work that is done."""

    def __init__(self, documents: Sequence[Document], narrate: Narrator) -> None:
        self._documents, self._done = len(documents), 0
        self._characters, self._read = sum(len(document.text) for document in documents), 0
        self._narrate = narrate
        self._started = time.monotonic()
        if documents:
            narrate(f"extracting from {self._documents:,} documents")

    def advance(self, documents: Sequence[Document]) -> None:
        """These documents are done."""
        self._done += len(documents)
        self._read += sum(len(document.text) for document in documents)
        rate = self._read / max(time.monotonic() - self._started, 0.001)
        left = (self._characters - self._read) / max(rate, 1.0)
        self._narrate(
            f"extracted {self._done:,} of {self._documents:,} documents, "
            f"{rate / 1000:,.0f} KB a second, {_duration(left)} left"
        )


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
