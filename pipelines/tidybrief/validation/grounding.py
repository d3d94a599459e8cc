"""Whether rows stand on their text.

What belongs here: spans in the text of their document, the sentence a row is in, and the evidence of
comparisons.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from typing import Any, Final

import polars as pl

from tidybrief import dictionary
from tidybrief.validation.checks import Failures, Tables
from tidybrief.validation.memory import Memory

QUOTED: Final = 80


def find_ungrounded(tables: Tables, memory: Memory) -> dict[str, Failures]:
    """For each table with places in documents: the rows that are not there, or do not say what stands
    there."""
    places = _Places(tables)
    documents = tables["documents"].select("doc_id", "text")
    failures: dict[str, Failures] = {}
    for name, frame in tables.items():
        if {"doc_id", "start", "end"} <= set(frame.columns):
            looked_at = [frame, documents, tables["sentences"]]
            failures[name] = memory.recall("rows", looked_at, partial(_ungrounded_rows, frame, places))
        elif "evidence" in frame.columns:
            failures[name] = memory.recall("evidence", [frame, documents], partial(_ungrounded_evidence, frame, places))
    return failures


class _Places:
    """The texts of documents, and where their sentences stand."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @cached_property
    def texts(self) -> dict[str, str]:
        return dict(self._tables["documents"].select("doc_id", "text").iter_rows())

    @cached_property
    def sentences(self) -> pl.DataFrame:
        spans = self._tables["sentences"].select("doc_id", "sentence_no", first="start", last="end").drop_nulls()
        return spans.unique(["doc_id", "sentence_no"], keep="last", maintain_order=True)


def _ungrounded_rows(frame: pl.DataFrame, places: _Places) -> Failures:
    texts = places.texts
    placed = _with_their_sentences(frame, places.sentences)
    failures: Failures = {}
    for number, (doc_id, sentence_no, start, end, surface, first, last) in enumerate(placed.rows()):
        text = texts.get(doc_id)
        if text is None or start is None or end is None:
            continue  # what is missing is found by the rules and the references
        is_inside = first is None or first <= start < last
        if is_inside and 0 <= start < end <= len(text) and surface in (None, text[start:end]):
            continue
        if reason := _misplaced(text, start, end, surface):
            failures[number] = [reason]
        else:
            failures[number] = [f"starts at {start}, sentence {sentence_no} goes from {first} to {last}"]
    return failures


def _with_their_sentences(frame: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The place and the words of each row, and from where to where its sentence goes, null where there is none."""
    surface = pl.col("text") if "text" in frame.columns else pl.lit(None, pl.String).alias("text")
    return frame.select("doc_id", "sentence_no", "start", "end", surface).join(
        sentences, on=["doc_id", "sentence_no"], how="left", maintain_order="left"
    )


def _ungrounded_evidence(frame: pl.DataFrame, places: _Places) -> Failures:
    failures: Failures = defaultdict(list)
    for number, row in _evidence(frame):
        text, start, end = places.texts.get(row["doc_id"]), row["start"], row["end"]
        if text is None or start is None or end is None:
            failures[number].append(f"{_named(row)} has no place in a document")
        elif reason := _misplaced(text, start, end, row["text"] or ""):
            failures[number].append(f"{_named(row)} {reason}")
    return dict(failures)


def _named(evidence: Mapping[str, Any]) -> str:
    """The evidence by the row that it is; a passage that is no row has none."""
    return f"evidence {evidence['row_id']}" if "row_id" in evidence else "a passage of evidence"


def _misplaced(text: str, start: int, end: int, surface: str | None) -> str | None:
    if not 0 <= start < end <= len(text):
        return f"goes from {start} to {end}, the text from 0 to {len(text)}"
    if surface is not None and text[start:end] != surface:
        return f"says {surface[:QUOTED]!r} where the document says {text[start:end][:QUOTED]!r}"
    return None


def unknown_evidence(frame: pl.DataFrame, tables: Tables) -> Failures:
    """The rows whose evidence is in no table."""
    known = _evidence_ids(tables)
    return _with_evidence(frame, lambda row_id: row_id not in known, "is in no table")


def lost_evidence(frame: pl.DataFrame, before: Tables, after: Tables) -> Failures:
    """The rows whose evidence is in the tables `before`, but not in those `after`, which have some of their rows."""
    if all(after[name].height == before[name].height for name in after):
        return {}
    gone = _evidence_ids(before) - _evidence_ids(after)
    return _with_evidence(frame, lambda row_id: row_id in gone, "was rejected")


def _with_evidence(frame: pl.DataFrame, is_bad: Any, told: str) -> Failures:
    failures: Failures = defaultdict(list)
    for number, row in _evidence(frame):
        if "row_id" in row and is_bad(row["row_id"]):
            failures[number].append(f"evidence {row['row_id']} {told}")
    return dict(failures)


def _evidence(frame: pl.DataFrame) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, rows in enumerate(frame["evidence"].to_list()):
        yield from ((number, row) for row in rows or () if row)


def _evidence_ids(tables: Tables) -> set[str]:
    """The ids of all rows that have a place in a document and an id of their own."""
    ids: set[str] = set()
    for name, frame in tables.items():
        key = dictionary.primary_key(name)
        if len(key) == 1 and "sentence_no" in frame.columns:
            ids.update(frame[key[0]])
    return ids
