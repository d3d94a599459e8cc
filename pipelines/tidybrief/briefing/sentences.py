"""The sentences of all documents, column-wise: only those that are asked for become objects.

What belongs here: looking a sentence up by its number or a place in the text, the ids of their marks, and putting their
standing beside the rows of other tables. What does not: quoting them (`library`).
"""

import hashlib
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

NO_FACT: Final = ("boilerplate", "question")
"""Kinds of sentences that state nothing."""
HEADINGS: Final = ("heading", "caption")
"""Kinds of sentences that name a topic and tell nothing of it."""
HYPOTHETICAL: Final = "hypothetical"
"""The standing of a sentence that imagines."""


_KEPT: Final = 16_384
"""Sentences that stay objects for when they are asked for again."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document, with the id of its mark in the evidence."""

    number: int
    start: int
    end: int
    text: str
    section: str
    kind: str
    factuality: str | None
    mark: str

    def within(self, row: Mapping[str, Any]) -> tuple[int, int]:
        """Where the span of a row starts and ends in the text of the sentence."""
        return row["start"] - self.start, row["end"] - self.start

    @property
    def states_a_fact(self) -> bool:
        """Whether what it says may be reported: not imagined, not asked, no page furniture."""
        return self.kind not in NO_FACT and self.factuality != HYPOTHETICAL


def in_order(frame: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """The rows sorted by these columns; the frame itself, not a copy, where they are."""
    return frame if frame.is_sorted(columns) else frame.sort(columns)


class RowsByDocument:
    """The rows of a table that is sorted by document, looked up by document; none of them is copied."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self.frame = frame
        runs = frame.select(pl.col("doc_id").rle()).unnest("doc_id")
        self._numbers = {sys.intern(doc_id): number for number, doc_id in enumerate(runs["value"])}
        self._bounds = array("q", [0, *runs["len"].cum_sum()])

    def place(self, doc_id: str) -> tuple[int, int]:
        """The first row of a document, and how many it has."""
        number = self._numbers.get(doc_id)
        if number is None:
            return 0, 0
        return self._bounds[number], self._bounds[number + 1] - self._bounds[number]

    def of(self, doc_id: str) -> pl.DataFrame:
        """The rows of a document, none where there are none."""
        return self.frame.slice(*self.place(doc_id))

    def of_all(self, doc_ids: Iterable[str]) -> pl.DataFrame:
        """A copy of the rows of some documents."""
        return pl.concat([self.frame.clear(), *map(self.of, doc_ids)], rechunk=True)


class Sentences:
    """The sentences of a publication."""

    def __init__(self, table: pl.DataFrame) -> None:
        ordered = in_order(table, "doc_id", "sentence_no")
        columns = ordered.select(
            *("doc_id", "sentence_no", "start", "end", "text", "section", "kind", "factuality"),
            occurrence=occurrence(ordered, "doc_id", "text"),
        )
        self._rows = RowsByDocument(columns)
        self._starts = array("q", columns["start"].to_list())
        self._made: dict[int, Sentence] = {}

    def of(self, doc_id: str) -> Iterator[Sentence]:
        """The sentences of a document in their order."""
        first, length = self._rows.place(doc_id)
        return map(self._sentence, range(first, first + length))

    def numbered(self, doc_id: str, number: int) -> Sentence | None:
        """The sentence with this number, None where there is none."""
        first, length = self._rows.place(doc_id)
        return self._sentence(first + number) if 0 <= number < length else None

    def at(self, doc_id: str, place: int) -> Sentence | None:
        """The sentence that covers a place in the text, None where none does."""
        first, length = self._rows.place(doc_id)
        row = bisect_right(self._starts, place, first, first + length) - 1
        sentence = self._sentence(row) if row >= first else None
        return sentence if sentence and place < sentence.end else None

    def beside(self, table: pl.DataFrame) -> pl.DataFrame:
        """The rows of a table, each with its sentence: `sentence_start`, `sentence_text`, `sentence_kind`,
        `sentence_factuality`, null where it stands in none; and `states_a_fact`, true for these."""
        standing = self._rows.frame.select(
            "doc_id",
            "sentence_no",
            sentence_start="start",
            sentence_text="text",
            sentence_kind="kind",
            sentence_factuality="factuality",
            states_a_fact=~pl.col("kind").is_in(NO_FACT) & (pl.col("factuality") != HYPOTHETICAL).fill_null(value=True),
        )
        joined = table.join(standing, on=["doc_id", "sentence_no"], how="left", maintain_order="left")
        return joined.with_columns(pl.col("states_a_fact").fill_null(value=True))

    def _sentence(self, row: int) -> Sentence:
        if row not in self._made:
            if len(self._made) == _KEPT:
                self._made.clear()
            doc_id, number, start, end, text, section, kind, factuality, before = self._rows.frame.row(row)
            mark = f"s-{digest(doc_id, text, str(before))[:10]}"
            self._made[row] = Sentence(number, start, end, text, section, kind, factuality, mark)
        return self._made[row]


def occurrence(rows: pl.DataFrame, *columns: str) -> pl.Series:
    """Of each row how many before it have the same values in these columns."""
    is_again = ~rows.select(pl.struct(columns).is_first_distinct()).to_series()
    again = rows.filter(is_again).select(pl.int_range(1, pl.len() + 1).over(columns)).to_series()
    return pl.zeros(rows.height, dtype=pl.Int64, eager=True).scatter(is_again.arg_true(), again)


def digest(*parts: str) -> str:
    """Hexadecimal digest of the parts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
