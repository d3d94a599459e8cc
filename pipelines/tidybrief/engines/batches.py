"""Batches: documents that are extracted in one go, and their results on the way between processes and to the disk.

What belongs here: cutting a corpus into batches, the function that turns one into tables, and the form in which its
tables travel. Where batches are worked on is said in `local` and `workers`; what is kept of them, in `cache`.
"""

import io
import json
import traceback
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO, Final, Protocol, TypeVar

import polars as pl

from tidybrief.engines.tabulate import tabulate
from tidybrief.extraction import Extraction, not_extracted
from tidybrief.lexicon import Lexicon
from tidybrief.reading import Document, Reject

BATCH_SIZE: Final = 256 * 1024
"""Characters of a batch: about a second of work, which is lost when a worker dies."""

Extractor = Callable[[Document, Lexicon], Extraction]
Tables = Mapping[str, pl.DataFrame]


class _HasText(Protocol):
    @property
    def text(self) -> str: ...


Item = TypeVar("Item")
Written = TypeVar("Written", bound=_HasText)
"""A document, in any form that has its text."""


def in_batches(documents: Iterable[Written]) -> Iterator[list[Written]]:
    """The documents in their order, in batches of about `BATCH_SIZE`; a longer one is a batch of its own."""
    return by_size(documents, lambda document: len(document.text), BATCH_SIZE)


def by_size(items: Iterable[Item], size_of: Callable[[Item], int], most: int) -> Iterator[list[Item]]:
    """The items in their order, in batches that are no larger than `most`; a larger one is a batch of its own."""
    batch: list[Item] = []
    size = 0
    for item in items:
        own = size_of(item)
        if batch and size + own > most:
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += own
    if batch:
        yield batch


def extract_batch(documents: Sequence[Document], lexicon: Lexicon, extract: Extractor) -> bytes:
    """The packed tables of the documents. One that makes the extractor raise has a row in `rejects` instead."""
    extractions: list[tuple[Document, Extraction]] = []
    rejects: list[Reject] = []
    for document in documents:
        try:
            extraction = extract(document, lexicon)
        except Exception as error:  # whatever it is, one document must not end the run of all
            place = traceback.extract_tb(error.__traceback__)[-1]
            extraction = Extraction()
            rejects.append(_crashed(document, f"{type(error).__name__} in {place.name}: {error}"))
        extractions.append((document, extraction))
        if reject := not_extracted(document):
            rejects.append(reject)
    return packed(tabulate(extractions, rejects))


def not_finished(document: Document, how: str, seconds: float | None) -> dict[str, pl.DataFrame]:
    """The tables of a document that ended the process at work on it, or was not done within `seconds`."""
    return tabulate(
        [(document, Extraction())], [_out_of_time(document, seconds) if seconds else _crashed(document, how)]
    )


def _crashed(document: Document, how: str) -> Reject:
    return Reject(
        document.doc_id,
        "extraction",
        "EXTRACTOR_CRASH",
        f"extraction broke off: {how}",
        "Report it with the document. Until it is mended, split the document, or take out the part that does it.",
    )


def _out_of_time(document: Document, seconds: float) -> Reject:
    return Reject(
        document.doc_id,
        "extraction",
        "TIMEOUT",
        f"extraction did not end within {seconds:.0f} seconds",
        "Split the document, or take out what is no running text in it. Report it with the document.",
    )


def packed(tables: Tables) -> bytes:
    """The tables as one run of bytes: a line with the length of each, then each as Arrow IPC."""
    parts: dict[str, bytes] = {}
    for name, frame in tables.items():
        with io.BytesIO() as part:
            frame.write_ipc(part)
            parts[name] = part.getvalue()
    lengths = json.dumps({name: len(part) for name, part in parts.items()})
    return b"\n".join([lengths.encode(), b"".join(parts.values())])


def unpacked(content: bytes) -> dict[str, pl.DataFrame]:
    """The tables that were packed. Raises ValueError or a Polars error for bytes that are none."""
    return {name: pl.read_ipc(part) for name, part in _parts(io.BytesIO(content))}


def unpacked_table(packed: BinaryIO, table: str) -> pl.DataFrame:
    """One of the tables that were packed, from a file at its start; the others are not read. Raises like `unpacked`."""
    return next(pl.read_ipc(part) for name, part in _parts(packed, {table}))


def columns_of(content: bytes) -> dict[str, Mapping[str, pl.DataType]]:
    """The columns of each table that was packed. Raises like `unpacked`."""
    return {name: pl.read_ipc_schema(io.BytesIO(part)) for name, part in _parts(io.BytesIO(content))}


def _parts(packed: BinaryIO, wanted: Container[str] | None = None) -> Iterator[tuple[str, bytes]]:
    for name, length in json.loads(packed.readline()).items():
        if wanted is None or name in wanted:
            yield name, packed.read(length)
        else:
            packed.seek(length, io.SEEK_CUR)
