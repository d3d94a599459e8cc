"""What reading produces: a document, or the reason why there is none.

What belongs here: the two records. How a format is read stands in the module of that format.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One document that could be read.

    `doc_id` is its POSIX path relative to the raw folder. `text` is the decoded text with newlines as `\\n`
    and nothing else changed: every offset in every table counts its code points.
    """

    doc_id: str
    sha256: str
    media_type: str
    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    published_on_source: str | None = None
    url: str | None = None
    licence: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """One input, or one row, that is not published, with what the user can do about it."""

    doc_id: str
    stage: str
    code: str
    message: str
    remedy: str
    row: str | None = None
