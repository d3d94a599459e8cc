"""Placeholder until this layer lands."""

from tidybrief.extraction.records import Mention, Sentence, TemporalExpression
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document


def find_dates(document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[TemporalExpression, ...]:
    return ()
