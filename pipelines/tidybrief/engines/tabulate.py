"""From extraction records to columns, one frame a table.

What belongs here: the step from Python objects to Polars, and the ids of rows, which are hashes of what a row says.
What does not: anything that needs two documents (`corpus`).
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import polars as pl

from tidybrief import dictionary
from tidybrief.extraction.records import Extraction
from tidybrief.reading import Document


def tabulate(extractions: Iterable[tuple[Document, Extraction]]) -> dict[str, pl.DataFrame]:
    """One frame for each table that extraction fills, sorted by document and place.

    Columns are those of `schemas`, except that `entities` has one row per entity and document, with its `doc_id`, and
    that `derived_from` and `source_group` of `documents` still say that every document stands alone.
    """
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("documents", "sentences", "entities", "mentions", "figures", "dates", "relations")
    }
    for document, extraction in sorted(extractions, key=lambda pair: pair[0].doc_id):
        for name, document_rows in _rows(document, extraction).items():
            rows[name].extend(document_rows)
    return {name: pl.DataFrame(table, schema=_columns(name)) for name, table in rows.items()}


def _columns(table: str) -> Mapping[str, pl.DataType]:
    columns = dictionary.polars_schema(table)
    return {"doc_id": pl.String(), **columns} if table == "entities" else columns


def _rows(document: Document, extraction: Extraction) -> dict[str, list[dict[str, Any]]]:
    doc_id = document.doc_id
    mention_counts = Counter(mention.entity_id for mention in extraction.mentions)
    figures, dates, relations = (_Identifiers(prefix, doc_id, extraction) for prefix in ("figure", "date", "relation"))
    return {
        "documents": [
            {
                **asdict(document),
                "char_count": len(document.text),
                "sentence_count": len(extraction.sentences),
                "derived_from": None,
                "source_group": doc_id,
            }
        ],
        "sentences": [{"doc_id": doc_id, "page": None, **asdict(row)} for row in extraction.sentences],
        "entities": [
            {
                "doc_id": doc_id,
                **asdict(row),
                "mention_count": mention_counts[row.entity_id],
                "document_count": 1,
            }
            for row in extraction.entities
        ],
        "mentions": [{"doc_id": doc_id, **asdict(row)} for row in extraction.mentions],
        "figures": [
            {"doc_id": doc_id, "figure_id": figures.identify(row.sentence_no, row.text), **asdict(row)}
            for row in extraction.figures
        ],
        "dates": [
            {"doc_id": doc_id, "date_id": dates.identify(row.sentence_no, row.text), **asdict(row)}
            for row in extraction.dates
        ],
        "relations": [
            {
                "doc_id": doc_id,
                "relation_id": relations.identify(row.sentence_no, f"{row.subject_id} {row.predicate} {row.object}"),
                **asdict(row),
            }
            for row in extraction.relations
        ],
    }


class _Identifiers:
    """Gives ids that depend on document, sentence text, what the row says and its occurrence, not on its position."""

    def __init__(self, prefix: str, doc_id: str, extraction: Extraction) -> None:
        self._prefix, self._doc_id = prefix, doc_id
        self._sentence_texts = [sentence.text for sentence in extraction.sentences]
        self._seen: Counter[tuple[str, str]] = Counter()

    def identify(self, sentence_no: int, said: str) -> str:
        """The id of the next row that this sentence says in these words."""
        sentence = self._sentence_texts[sentence_no]
        occurrence = self._seen[sentence, said]
        self._seen[sentence, said] += 1
        identity = "\0".join((self._doc_id, sentence, said, str(occurrence)))
        return f"{self._prefix}-{hashlib.sha256(identity.encode()).hexdigest()[:16]}"
