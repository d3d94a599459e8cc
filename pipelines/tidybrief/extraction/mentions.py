"""Placeholder until this layer lands."""

from tidybrief.extraction.records import Entity, Mention, Sentence
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document


def find_mentions(document: Document, sentences: tuple[Sentence, ...], lexicon: Lexicon) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    return (), ()
