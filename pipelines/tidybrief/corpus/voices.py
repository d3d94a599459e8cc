"""Who stands behind a statement.

What belongs here: what makes two statements one source: a common origin of their documents, one author at one
publisher, one long sentence. What follows from that for a point is said in `points`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

_LONG: Final = 15
"""Words of a sentence that two writers do not write alike."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The source behind a statement; `publisher`, `author` and `wording` where they are known and tell something."""

    source_group: str
    publisher: str | None = None
    author: str | None = None
    wording: str | None = None

    @property
    def origins(self) -> frozenset[tuple[str, ...]]:
        """What another voice of the same origin shares."""
        wording = {("wording", self.wording)} if self.wording else set[tuple[str, ...]]()
        return frozenset({("group", self.source_group)} | wording)

    @property
    def marks(self) -> frozenset[tuple[str, ...]]:
        """What another voice of the same source shares."""
        byline = ("byline", (self.publisher or "").casefold(), (self.author or "").casefold())
        return self.origins | {byline} if self.publisher else self.origins


def with_voices(rows: pl.DataFrame, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The rows, which have `doc_id` and `sentence_no`, with what `voice_of` needs, and `published_on`."""
    documents = tables["documents"].select("doc_id", "published_on", "source_group", "publisher", "author")
    told = rows.select("doc_id", "sentence_no").unique()
    words = pl.col("text").str.to_lowercase().str.extract_all(r"[\p{L}\p{N}]+")
    wordings = (
        tables["sentences"]
        .join(told, on=["doc_id", "sentence_no"], how="semi")
        .select("doc_id", "sentence_no", words.alias("words"))
        .filter(pl.col("words").list.len() >= _LONG)
        .select("doc_id", "sentence_no", pl.col("words").list.join(" ").alias("wording"))
    )
    return rows.join(documents, on="doc_id").join(wordings, on=["doc_id", "sentence_no"], how="left")


def voice_of(row: Mapping[str, Any]) -> Voice:
    """Who stands behind a row of `with_voices`."""
    return Voice(row["source_group"], row["publisher"], row["author"], row["wording"])


def count_apart(marks: Iterable[frozenset[tuple[str, ...]]]) -> int:
    """How many groups are left when those that share a mark are one."""
    groups: list[frozenset[tuple[str, ...]]] = []
    for mark in marks:
        apart = [group for group in groups if not group & mark]
        groups = [*apart, mark.union(*(group for group in groups if group & mark))]
    return len(groups)
