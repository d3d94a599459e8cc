"""A small set of tables that breaks no rule, for tests that break one at a time."""

import hashlib
from datetime import date
from typing import Any

import polars as pl

from tidybrief import dictionary, schemas

TEXTS = {
    "a.txt": "Nordlicht AI opened in Oslo.\nIt employs 120 people since 2021.\n",
    "b.txt": "Nordlicht AI employs about 130 people, Harbour Weekly reports.\n",
}


def place(doc_id: str, surface: str) -> dict[str, Any]:
    """Document, sentence and span of the first occurrence of these words."""
    start = TEXTS[doc_id].index(surface)
    return {
        "doc_id": doc_id,
        "sentence_no": TEXTS[doc_id].count("\n", 0, start),
        "start": start,
        "end": start + len(surface),
    }


def spoken(doc_id: str, surface: str) -> dict[str, Any]:
    """The same with the words themselves."""
    return {**place(doc_id, surface), "text": surface}


def _documents() -> list[dict[str, Any]]:
    return [
        {
            "doc_id": doc_id,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "media_type": "text/plain",
            "title": text.splitlines()[0],
            "published_on": date(2024, 5, 1),
            "published_on_source": "sources",
            "language": "en",
            "char_count": len(text),
            "sentence_count": text.count("\n"),
            "text": text,
            "source_group": doc_id,
        }
        for doc_id, text in TEXTS.items()
    ]


def _sentences() -> list[dict[str, Any]]:
    return [
        {**spoken(doc_id, line), "section": "", "kind": "paragraph", "factuality": "asserted"}
        for doc_id, text in TEXTS.items()
        for line in text.splitlines()
    ]


def _entities() -> list[dict[str, Any]]:
    return [
        {"entity_id": "org:nordlicht-ai", "name": "Nordlicht AI", "type": "ORG", "aliases": []}
        | {"mention_count": 2, "document_count": 2},
        {"entity_id": "org:harbour-weekly", "name": "Harbour Weekly", "type": "ORG", "aliases": []}
        | {"mention_count": 1, "document_count": 1},
        {"entity_id": "place:oslo", "name": "Oslo", "type": "PLACE", "aliases": ["Christiania"]}
        | {"mention_count": 1, "document_count": 1},
    ]


def _mentions() -> list[dict[str, Any]]:
    found = {"form": "name", "method": "lexicon", "confidence": 0.9}
    return [
        {**spoken(doc_id, surface), "entity_id": entity_id, "type": entity_type, **found}
        for doc_id, surface, entity_id, entity_type in (
            ("a.txt", "Nordlicht AI", "org:nordlicht-ai", "ORG"),
            ("a.txt", "Oslo", "place:oslo", "PLACE"),
            ("b.txt", "Nordlicht AI", "org:nordlicht-ai", "ORG"),
            ("b.txt", "Harbour Weekly", "org:harbour-weekly", "ORG"),
        )
    ]


def _figures() -> list[dict[str, Any]]:
    common = {
        "kind": "count",
        "unit": "person",
        "subject_id": "org:nordlicht-ai",
        "subject": "Nordlicht AI",
        "indicator": "employees",
        "method": "quantity",
        "confidence": 0.8,
        "subject_confidence": 0.8,
        "indicator_confidence": 0.7,
    }
    return [
        {"figure_id": "figure-1", **spoken("a.txt", "120"), **common}
        | {"value": 120.0, "qualifier": "exact", "factuality": "asserted", "time_start": date(2021, 1, 1)},
        {"figure_id": "figure-2", **spoken("b.txt", "about 130"), **common}
        | {"value": 130.0, "qualifier": "approx", "factuality": "attributed"}
        | {"attributed_to_id": "org:harbour-weekly", "attributed_to": "Harbour Weekly"},
    ]


def _dates() -> list[dict[str, Any]]:
    period = {"date_start": date(2021, 1, 1), "date_end": date(2021, 12, 31), "precision": "year"}
    found = {"role": "since", "method": "year", "confidence": 0.9}
    return [{"date_id": "date-1", **spoken("a.txt", "2021"), **period, **found}]


def _relations() -> list[dict[str, Any]]:
    stated = {
        "predicate": "located_in",
        "object_id": "place:oslo",
        "object": "Oslo",
        "factuality": "asserted",
    }
    found = {"method": "verb", "confidence": 0.7}
    subject = {"relation_id": "relation-1", "subject_id": "org:nordlicht-ai"}
    return [{**subject, **stated, **place("a.txt", "Nordlicht AI opened in Oslo"), **found}]


def _document_pairs() -> list[dict[str, Any]]:
    evidence = [
        {name: value for name, value in spoken(doc_id, surface).items() if name != "sentence_no"} | {"value": "employs"}
        for doc_id, surface in (("a.txt", "employs 120 people"), ("b.txt", "employs about 130 people"))
    ]
    documents = {"doc_id": "a.txt", "other_doc_id": "b.txt"}
    judged = {"kind": "same_points", "strength": "related", "similarity": 0.3, "note": "They may share an origin."}
    return [{"pair_id": "pair-1", **documents, **judged, "evidence": evidence}]


def _comparisons() -> list[dict[str, Any]]:
    evidence = [
        {"row_id": row["figure_id"], "value": f"{row['value']:g} person"}
        | {name: row[name] for name in ("doc_id", "start", "end", "text")}
        for row in _figures()
    ]
    point = {"comparison_id": "comparison-1", "subject_id": "org:nordlicht-ai", "attribute": "employees"}
    verdict = {
        "verdict": "conflict",
        "support": "disputed",
        "source_groups": 2,
        "note": "120 against about 130",
    }
    return [{**point, **verdict, "evidence": evidence}]


def _derived_figures() -> list[dict[str, Any]]:
    computed = {"kind": "difference", "value": 10.0, "unit": "person", "qualifier": "approx", "confidence": 0.6}
    about = {"subject_id": "org:nordlicht-ai", "subject": "Nordlicht AI", "indicator": "employees"}
    told = {"formula": "employees of Nordlicht AI, less those since 2021", "calculation": "130 − 120 = 10 person"}
    return [{"derived_id": "derived-1", **computed, **about, **told, "evidence": _comparisons()[0]["evidence"]}]


def _changes() -> list[dict[str, Any]]:
    about = {"kind": "figure", "change": "changed", "cause": "sources", "subject": "Nordlicht AI"}
    told = {"attribute": "employees", "before": "100 person", "after": "120 person", "note": "100, now 120."}
    return [{"change_id": "change-1", **about, **told, "row_id_before": "figure-0", "row_id": "figure-1"}]


def _judgements() -> list[dict[str, Any]]:
    told = {"who": "Ada", "decided_on": date(2024, 5, 2), "why": "Seen on the page."}
    return [
        {"judgement_id": "judgement-1", "kind": "correct", "target": "figure-1", "terms": '{"set": {"value": 120}}'}
        | {**told, "status": "applied", "changed_rows": 1},
        {"judgement_id": "judgement-2", "kind": "note", **told, "status": "noted", "changed_rows": 0},
    ]


def _rejects() -> list[dict[str, Any]]:
    told = {"message": "the file holds no text", "remedy": "Remove the file or fill it."}
    return [{"doc_id": "empty.txt", "stage": "reading", "code": "EMPTY", **told}]


def sample_tables() -> dict[str, pl.DataFrame]:
    """One frame for each table of the contract, sorted, with every kind of reference in it."""
    rows = {
        "documents": _documents(),
        "sentences": _sentences(),
        "entities": _entities(),
        "mentions": _mentions(),
        "figures": _figures(),
        "dates": _dates(),
        "relations": _relations(),
        "document_pairs": _document_pairs(),
        "comparisons": _comparisons(),
        "derived_figures": _derived_figures(),
        "changes": _changes(),
        "judgements": _judgements(),
        "rejects": _rejects(),
    }
    return {
        name: pl.DataFrame(rows[name], schema=dictionary.polars_schema(name)).sort(dictionary.sort_order(name))
        for name in schemas.TABLES
    }
