"""Extraction: from a document's text to grounded records. Pure: same document and lexicon, same rows.

What belongs here: what one text states. What several documents say together belongs to `corpus`; columns
and files to the rooms to the right. No I/O, no Polars, no Dagster.
"""

from tidybrief.extraction.dates import find_dates
from tidybrief.extraction.figures import find_figures
from tidybrief.extraction.mentions import find_mentions
from tidybrief.extraction.quantities import find_quantities
from tidybrief.extraction.records import Extraction
from tidybrief.extraction.relations import find_relations
from tidybrief.extraction.sentences import find_sentences
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document

__all__ = ["Extraction", "extract"]


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """Everything the document states, each row grounded in its span."""
    sentences = find_sentences(document, lexicon)
    entities, mentions = find_mentions(document, sentences, lexicon)
    dates = find_dates(document, sentences, mentions, lexicon)
    quantities = find_quantities(document, sentences, mentions, dates, lexicon)
    figures = find_figures(document, sentences, entities, mentions, dates, quantities, lexicon)
    relations = find_relations(document, sentences, entities, mentions, lexicon)
    return Extraction(sentences, entities, mentions, figures, dates, relations)
