"""What reading produces: a document, or the reason why there is none.

What belongs here: the two records, and where pages and furniture stand in a text. How a format is read stands in the
module of that format.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Layout:
    """What a format knows of the places of its text; empty for a format without pages.

    `pages` holds, in the order of the text, an offset and the page, counted from 1, that the text from there on
    stands on. `furniture` are the spans of running heads, running feet and page numbers.
    """

    pages: tuple[tuple[int, int], ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page that the character at `offset` stands on; None where the format has no pages."""
        place = bisect_right(self.pages, offset, key=lambda page: page[0]) - 1
        return self.pages[place][1] if place >= 0 else None

    def is_furniture(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` lies in a running head or foot."""
        place = bisect_right(self.furniture, start, key=lambda span: span[0]) - 1
        return place >= 0 and end <= self.furniture[place][1]


@dataclass(frozen=True, slots=True)
class Document:
    """One document that could be read.

    `doc_id` is its POSIX path relative to the raw folder; what lies inside a file comes after `!/`. `text` has
    newlines as `\\n`: every offset in every table counts its code points. The text of a format that is none itself
    (PDF, Word) marks headings, list items and table rows as Markdown does. An `…_origin` says where a fact was
    found. `layout` follows from bytes and method, so it does not tell two documents apart.
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
    title_origin: str | None = None
    author_origin: str | None = None
    publisher_origin: str | None = None
    published_on_origin: str | None = None
    url_origin: str | None = None
    licence_origin: str | None = None
    layout: Layout = field(default=Layout(), compare=False)


@dataclass(frozen=True, slots=True)
class Reject:
    """One input, or one row, that is not published, with what the user can do about it."""

    doc_id: str
    stage: str
    code: str
    message: str
    remedy: str
    row: str | None = None
