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

_START: Final = pl.col("start") - pl.col("first")
_LENGTH: Final = pl.col("end") - pl.col("start")
_IS_SAID_BY_ITS_SENTENCE: Final = (
    (_START >= 0)
    & (_LENGTH > 0)
    & (pl.col("end") <= pl.col("last"))
    & (pl.col("text").is_null() | (pl.col("said").str.slice(_START, _LENGTH.clip(lower_bound=0)) == pl.col("text")))
    & pl.col("said").is_not_null()
).fill_null(value=False)
"""Nearly all rows lie in a sentence that says what its document says, which is quicker to look at."""
QUOTED: Final = 80
_DOCUMENTS_AT_ONCE: Final = 5_000


def find_ungrounded(tables: Tables, memory: Memory) -> dict[str, Failures]:
    """For each table with places in documents: the rows that are not there, or do not say what stands
    there."""
    documents, sentences = tables["documents"].select("doc_id", "text"), tables["sentences"]
    wrong = memory.recall("rows", [sentences, documents], partial(_ungrounded_rows, sentences, _Places(tables)))
    places = _Places(tables, wrong)
    failures: dict[str, Failures] = {}
    for name, frame in tables.items():
        if name == "sentences":
            failures[name] = wrong
        elif {"doc_id", "start", "end"} <= set(frame.columns):
            looked_at = [frame, documents, sentences]
            failures[name] = memory.recall("rows", looked_at, partial(_ungrounded_rows, frame, places))
        elif "evidence" in frame.columns:
            failures[name] = memory.recall("evidence", [frame, documents], partial(_ungrounded_evidence, frame, places))
    return failures


class _Places:
    """The texts of documents, and where their sentences stand; what these say only where it is known which are
    `wrong`."""

    def __init__(self, tables: Tables, wrong: Failures | None = None) -> None:
        self._tables = tables
        self._wrong = wrong

    @property
    def documents(self) -> pl.Series:
        return self._tables["documents"]["doc_id"].implode()

    def with_texts(self, rows: pl.DataFrame) -> Iterator[tuple[pl.DataFrame, dict[str, str]]]:
        """The rows of some documents at a time, and the texts of these documents."""
        documents = self._tables["documents"].select("doc_id", "text").join(rows, on="doc_id", how="semi")
        for some in documents.iter_slices(_DOCUMENTS_AT_ONCE):
            of_some = rows.join(some, on="doc_id", how="semi") if documents.height > some.height else rows
            yield of_some, dict(some.iter_rows())

    @cached_property
    def sentences(self) -> pl.DataFrame:
        sentences = self._tables["sentences"]
        is_right = ~pl.int_range(pl.len()).is_in(sorted(self._wrong or ()))
        said = pl.lit(None, pl.String) if self._wrong is None else pl.when(is_right).then("text")
        spans = sentences.select("doc_id", "sentence_no", first="start", last="end", said=said)
        return spans.drop_nulls(["doc_id", "sentence_no", "first", "last"]).unique(
            ["doc_id", "sentence_no"], keep="last", maintain_order=True
        )


def _ungrounded_rows(frame: pl.DataFrame, places: _Places) -> Failures:
    # What is missing is found by the rules and the references.
    placed = _with_their_sentences(frame, places.sentences).drop_nulls(["doc_id", "start", "end"])
    failures: Failures = {}
    for some, texts in places.with_texts(placed.filter(~_IS_SAID_BY_ITS_SENTENCE).drop("said")):
        for number, doc_id, sentence_no, start, end, surface, first, last in some.iter_rows():
            text = texts.get(doc_id)
            if text is None:
                continue
            is_inside = first is None or first <= start < last
            if is_inside and 0 <= start < end <= len(text) and surface in (None, text[start:end]):
                continue
            if reason := _misplaced(text, start, end, surface):
                failures[number] = [reason]
            else:
                failures[number] = [f"starts at {start}, sentence {sentence_no} goes from {first} to {last}"]
    return failures


def _with_their_sentences(frame: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Number, place and words of each row, from where to where its sentence goes, null where there is none, and what
    that says."""
    surface = pl.col("text") if "text" in frame.columns else pl.lit(None, pl.String).alias("text")
    placed = frame.select("doc_id", "sentence_no", "start", "end", surface).with_row_index("number")
    return placed.join(sentences, on=["doc_id", "sentence_no"], how="left", maintain_order="left")


def _ungrounded_evidence(frame: pl.DataFrame, places: _Places) -> Failures:
    rows = _evidence(frame)
    is_placed = pl.all_horizontal(pl.col("start", "end").is_not_null(), pl.col("doc_id").is_in(places.documents))
    failures = _with_reason(rows.filter(~is_placed.fill_null(value=False)), "has no place in a document")
    for some, texts in places.with_texts(rows.filter(is_placed)):
        for row in some.iter_rows(named=True):
            if reason := _misplaced(texts[row["doc_id"]], row["start"], row["end"], row["text"] or ""):
                failures.setdefault(row["number"], []).append(f"{_named(row)} {reason}")
    return failures


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
    rows = _evidence(frame)
    if "row_id" not in rows.columns:
        return {}
    return _with_reason(rows.join(_evidence_ids(tables), on="row_id", how="anti"), "is in no table")


def lost_evidence(frame: pl.DataFrame, before: Tables, after: Tables) -> Failures:
    """The rows whose evidence is in the tables `before`, but not in those `after`, which have some of their rows."""
    rows = _evidence(frame)
    if "row_id" not in rows.columns or all(after[name].height == before[name].height for name in after):
        return {}
    gone = _evidence_ids(before).join(_evidence_ids(after), on="row_id", how="anti")
    return _with_reason(rows.join(gone, on="row_id", how="semi"), "was rejected")


def _with_reason(evidence: pl.DataFrame, reason: str) -> Failures:
    failures: Failures = defaultdict(list)
    for row in evidence.iter_rows(named=True):
        failures[row["number"]].append(f"{_named(row)} {reason}")
    return dict(failures)


def _evidence(frame: pl.DataFrame) -> pl.DataFrame:
    """One row per piece of evidence, with the `number` of the row of the frame that rests on it."""
    numbered = frame.select("evidence").with_row_index("number")
    return numbered.explode("evidence", empty_as_null=False).drop_nulls("evidence").unnest("evidence")


def _evidence_ids(tables: Tables) -> pl.DataFrame:
    """The ids, as `row_id`, of all rows that have a place in a document and an id of their own."""
    keys = {name: dictionary.primary_key(name) for name, frame in tables.items() if "sentence_no" in frame.columns}
    return pl.concat([tables[name].select(row_id=key[0]) for name, key in keys.items() if len(key) == 1])
