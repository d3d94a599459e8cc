"""Placeholder until this layer lands."""

from tidybrief.extraction.records import Entity, Mention, Relation, Sentence
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document


def find_relations(document: Document, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...], mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[Relation, ...]:
    return ()
