"""Extraction: from a document's text to grounded records. Pure: same document and lexicon, same rows.

What belongs here: what one text states. What several documents say together belongs to `corpus`; columns
and files to the rooms to the right. No I/O, no Polars, no Dagster.
"""

from tidybrief.extraction.confidence import with_confidence
from tidybrief.extraction.dates import find_dates
from tidybrief.extraction.figures import find_figures
from tidybrief.extraction.grammar.attribution import find_sources
from tidybrief.extraction.names import find_mentions
from tidybrief.extraction.quantities import find_quantities
from tidybrief.extraction.records import Extraction
from tidybrief.extraction.relations import find_relations
from tidybrief.extraction.sentences import find_sentences
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document, Reject

__all__ = ["Extraction", "extract", "not_extracted"]


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """Everything the document states, each row grounded in its span."""
    sentences = find_sentences(document, lexicon)
    if not_extracted(document):
        return Extraction(sentences)
    entities, mentions = find_mentions(document, sentences, lexicon)
    dates = find_dates(document, sentences, mentions, lexicon)
    quantities = find_quantities(document, sentences, mentions, dates, lexicon)
    sources = find_sources(document, sentences, entities, mentions, lexicon)
    figures = find_figures(document, sentences, entities, mentions, dates, quantities, sources, lexicon)
    relations = find_relations(document, sentences, entities, mentions, sources, lexicon)
    return Extraction(sentences, entities, mentions, figures, with_confidence(dates), relations)


def not_extracted(document: Document) -> Reject | None:
    """Why nothing but sentences is found in the document; None where it is in English, or too short to tell."""
    if document.language in {None, "en"}:
        return None
    return Reject(
        document.doc_id,
        "extraction",
        "LANGUAGE_NOT_SUPPORTED",
        f"the document is in another language than English ({document.language})",
        "Put an English translation beside it. The text and its sentences are published as they are.",
    )
