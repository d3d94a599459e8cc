"""Placeholder until this layer lands."""

from tidybrief.extraction.records import Entity, Figure, Mention, Quantity, Sentence, TemporalExpression
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document


def find_figures(document: Document, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...], mentions: tuple[Mention, ...], dates: tuple[TemporalExpression, ...], quantities: tuple[Quantity, ...], lexicon: Lexicon) -> tuple[Figure, ...]:
    return ()
