"""From extraction records to columns, one frame a table.

What belongs here: the step from Python objects to Polars, and the ids of rows, which are hashes of what a row says.
What does not: anything that needs two documents (`corpus`).
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import polars as pl

from tidybrief import dictionary
from tidybrief.engines.signatures import signatures
from tidybrief.extraction.records import Extraction
from tidybrief.reading import Document, Reject

_Extractions = Sequence[tuple[Document, Extraction]]
_Derived = Mapping[str, Sequence[Any]]


def tabulate(
    extractions: Iterable[tuple[Document, Extraction]], rejects: Iterable[Reject] = ()
) -> dict[str, pl.DataFrame]:
    """One frame for each table that extraction fills, sorted by document and place, and their `signatures`.

    Columns are those of `schemas`, except that `entities` has one row per entity and document, with its `doc_id`, and
    that `derived_from` and `source_group` of `documents` still say that every document stands alone.
    """
    pairs = sorted(extractions, key=lambda pair: pair[0].doc_id)
    sentences = _layer("sentences", pairs, {"page": _pages(pairs)})
    return {
        "documents": _frame("documents", [document for document, _ in pairs], _about_documents(pairs)),
        "sentences": sentences,
        "entities": _layer("entities", pairs, _about_entities(pairs)),
        "mentions": _layer("mentions", pairs, {}),
        "figures": _layer("figures", pairs, {"figure_id": _ids("figure", pairs, "figures", attrgetter("text"))}),
        "dates": _layer("dates", pairs, {"date_id": _ids("date", pairs, "dates", attrgetter("text"))}),
        "relations": _layer("relations", pairs, {"relation_id": _ids("relation", pairs, "relations", _triple)}),
        "rejects": _frame("rejects", sorted(rejects, key=attrgetter("doc_id", "code")), {}),
        "signatures": signatures(sentences),
    }


def in_order(frame: pl.DataFrame) -> pl.DataFrame:
    """The table with its documents in the order in which `tabulate` leaves them."""
    return frame.sort("doc_id", maintain_order=True)


def _layer(name: str, pairs: _Extractions, derived: _Derived) -> pl.DataFrame:
    of_layer = attrgetter(name)
    rows = [row for _, told in pairs for row in of_layer(told)]
    return _frame(
        name, rows, {"doc_id": [document.doc_id for document, told in pairs for _ in of_layer(told)], **derived}
    )


def _frame(name: str, rows: Sequence[Any], derived: _Derived) -> pl.DataFrame:
    """The table whose columns are derived, or else attributes of the rows by the same name."""
    schema = dictionary.polars_schema(name)
    columns = {"doc_id": pl.String(), **schema} if name == "entities" else schema
    return pl.DataFrame(
        {column: derived[column] if column in derived else list(map(attrgetter(column), rows)) for column in columns},
        schema=columns,
    )


def _about_documents(pairs: _Extractions) -> _Derived:
    return {
        "char_count": [len(document.text) for document, _ in pairs],
        "sentence_count": [len(told.sentences) for _, told in pairs],
        "derived_from": [None] * len(pairs),
        "source_group": [document.doc_id for document, _ in pairs],
    }


def _pages(pairs: _Extractions) -> list[int | None]:
    return [document.layout.page_at(row.start) for document, told in pairs for row in told.sentences]


def _about_entities(pairs: _Extractions) -> _Derived:
    mention_counts = [Counter(mention.entity_id for mention in told.mentions) for _, told in pairs]
    entities = [(row, counts) for (_, told), counts in zip(pairs, mention_counts, strict=True) for row in told.entities]
    return {
        "aliases": [list(row.aliases) for row, _ in entities],
        "mention_count": [counts[row.entity_id] for row, counts in entities],
        "document_count": [1] * len(entities),
    }


def _triple(relation: Any) -> str:
    return f"{relation.subject_id} {relation.predicate} {relation.object}"


def _ids(prefix: str, pairs: _Extractions, layer: str, said_by: Any) -> list[str]:
    """Ids that depend on document, sentence text, what the row says and its occurrence, not on its position."""
    ids = []
    for document, told in pairs:
        seen: Counter[tuple[str, str]] = Counter()
        for row in getattr(told, layer):
            sentence, said = told.sentences[row.sentence_no].text, said_by(row)
            identity = "\0".join((document.doc_id, sentence, said, str(seen[sentence, said])))
            seen[sentence, said] += 1
            ids.append(f"{prefix}-{hashlib.sha256(identity.encode()).hexdigest()[:16]}")
    return ids
