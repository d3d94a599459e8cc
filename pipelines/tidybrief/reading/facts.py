"""What is known about a document, and where each fact was found.

What belongs here: putting together what `sources.toml`, the file's own metadata and its text say. How a format's
metadata is read stands in the module of that format.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tidybrief.reading.prose import sound

NAMES: Final = ("title", "author", "publisher", "published_on", "url", "licence")
_LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class Facts:
    """What one place says of a document. `origin` is the place, by its name in the vocabulary."""

    origin: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    url: str | None = None
    licence: str | None = None


def settled(places: Iterable[Facts]) -> dict[str, Any]:
    """The fields of a document that the places, the strongest first, give together.

    Each fact comes from the first place that states it, and `…_origin` names that place.
    """
    fields: dict[str, Any] = {}
    for facts in places:
        for name in NAMES:
            value = getattr(facts, name)
            if value is not None and name not in fields:
                fields |= {name: value, f"{name}_origin": facts.origin}
    if origin := fields.get("published_on_origin"):
        fields["published_on_source"] = origin if origin in {"sources", "text"} else "metadata"
    return fields


def in_words(value: object) -> str | None:
    """A fact's text in one line; None where there is none, or too much for a fact. A list is read with commas."""
    if isinstance(value, list):
        value = ", ".join(item.strip() for item in value if isinstance(item, str) and item.strip())
    words = " ".join(sound(value).split()) if isinstance(value, str) else ""
    return words if 0 < len(words) <= _LONGEST else None
