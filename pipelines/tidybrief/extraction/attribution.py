"""Who says so: the source that the text names for a sentence, carried forward within its paragraph.

What belongs here: finding the named source. Whether a sentence counts as attributed is its factuality
(`sentences`). An unnamed source ("officials said") is none.
"""

from collections.abc import Mapping
from typing import NamedTuple

from tidybrief.extraction.records import Entity, Mention, Sentence
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document


class Source(NamedTuple):
    """A named source. `carried` says that an earlier sentence of the paragraph names it."""

    entity_id: str
    name: str
    carried: bool


def find_sources(
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    lexicon: Lexicon,
) -> Mapping[int, Source]:
    """The named source of each sentence that has one, by `sentence_no`."""
    return {}
