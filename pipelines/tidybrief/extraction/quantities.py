"""Placeholder until this layer lands."""

from tidybrief.extraction.records import Mention, Quantity, Sentence, TemporalExpression
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document


def find_quantities(document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], dates: tuple[TemporalExpression, ...], lexicon: Lexicon) -> tuple[Quantity, ...]:
    return ()
