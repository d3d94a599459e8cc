"""Placeholder until this layer lands."""

from tidybrief.extraction.records import Sentence
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document


def find_sentences(document: Document, lexicon: Lexicon) -> tuple[Sentence, ...]:
    return ()
