"""Plain text and Markdown.

What belongs here: a text file's own metadata block as facts. The text is stored as it is.
"""

from collections.abc import Iterator
from typing import Final

from tidybrief.reading import front_matter
from tidybrief.reading.decoding import decode
from tidybrief.reading.facts import Facts, in_words
from tidybrief.reading.parts import Content, Options, Part
from tidybrief.reading.sources import as_day

ORIGIN: Final = "front_matter"


def read_text(content: bytes, _: Options) -> Iterator[Part]:
    """The text with what its metadata block states. Raises InputError for what is no text."""
    text = decode(content)
    block = front_matter.span(text)
    entries = front_matter.entries(text)
    stated = Facts(
        ORIGIN,
        title=in_words(entries.get("title")),
        author=in_words(entries.get("author")),
        publisher=in_words(entries.get("publisher")),
        published_on=as_day(entries.get("published_on") or entries.get("date")),
        url=in_words(entries.get("url")),
        licence=in_words(entries.get("licence") or entries.get("license")),
    )
    yield Part("", Content(text, stated=(stated,), body=block[1] if block else 0))
