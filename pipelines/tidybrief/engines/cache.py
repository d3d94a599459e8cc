"""What extraction found in documents that are still the same.

What belongs here: keeping packed tables between runs, finding those that hold, and forgetting the rest. What documents
hold is decided in `local`.

A cache has one folder for each method, and a file for each batch. The file's name is the digest of its bytes: what
was damaged or put there by another hand is not read. A document's rows hold as long as everything that reading says of
it is the same, its text included. Rows stay on the disk until a table of them is asked for.
"""

import hashlib
import io
import shutil
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Final

import polars as pl

from tidybrief.engines.batches import BATCH_SIZE, Tables, columns_of, packed, unpacked, unpacked_table
from tidybrief.engines.tabulate import tabulate
from tidybrief.engines.workers import cores
from tidybrief.reading import Document

SUFFIX: Final = ".tables"
_FACTS: Final = [field.name for field in fields(Document) if field.compare]
_NOT_PACKED: Final = (ValueError, AttributeError, pl.exceptions.PolarsError)


@dataclass(frozen=True, slots=True, eq=False)
class _Pack:
    """A file, and the documents in it whose rows hold; None where all do. `length` is that of their texts, None where
    it must be asked for."""

    path: Path
    held: frozenset[str] | None = None
    length: int | None = None

    @property
    def size(self) -> int:
        return int(self.table("documents")["char_count"].sum()) if self.length is None else self.length

    def table(self, name: str) -> pl.DataFrame:
        with self.path.open("rb") as file:
            frame = unpacked_table(file, name)
        return frame if self.held is None else frame.filter(pl.col("doc_id").is_in(self.held))


class Cache:
    """The extracted tables of one corpus by one method: after `tidy`, those of the present documents and no others.

    `method` is a digest of all that decides what is extracted from a document. Use it while holding the folder's lock.
    """

    def __init__(self, folder: Path, method: str) -> None:
        self._folder = folder / method[:16]
        self._packs: list[_Pack] = []

    def load(self, documents: Iterable[Document]) -> frozenset[str]:
        """The ids of those documents that are known. Files that are none go."""
        wanted = {document.doc_id: document for document in documents}
        self._packs = []
        known: set[str] = set()
        for path, stored in self._read():
            sizes = {one.doc_id: len(one.text) for one in stored if wanted.get(one.doc_id) == one}
            held = sizes.keys() - known
            known |= held
            if held:
                length = sum(sizes[doc_id] for doc_id in held)
                self._packs.append(_Pack(path, None if len(held) == len(stored) else frozenset(held), length))
        return frozenset(known)

    def keep(self, content: bytes) -> None:
        """Keeps packed tables."""
        self._packs.append(_Pack(write_named(self._folder, content)))

    def parts(self, table: str) -> Iterator[pl.DataFrame]:
        """The rows of a table, of the documents that were loaded or kept, each document in one frame."""
        with ThreadPoolExecutor(cores()) as threads:
            yield from threads.map(lambda pack: pack.table(table), self._packs)

    def tidy(self) -> None:
        """Joins small files and what is left of others, and removes what was neither loaded nor kept."""
        loose = [pack for pack in self._packs if pack.held is not None or pack.size < BATCH_SIZE // 2]
        if len(loose) > 1 or any(pack.held is not None for pack in loose):
            self._packs = [pack for pack in self._packs if pack not in loose]
            for group in _grouped(loose):
                self.keep(packed({name: pl.concat(pack.table(name) for pack in group) for name in tabulate([])}))
        present = {pack.path for pack in self._packs}
        others = self._folder.parent.iterdir() if self._folder.parent.is_dir() else ()
        inside = self._folder.iterdir() if self._folder.is_dir() else ()
        for path in [path for path in (*others, *inside) if path != self._folder and path not in present]:
            remove(path)

    def _read(self) -> Iterator[tuple[Path, list[Document]]]:
        paths = sorted(self._folder.glob(f"*{SUFFIX}"))
        with ThreadPoolExecutor(cores()) as threads:
            for path, documents in zip(paths, threads.map(_documents, paths), strict=True):
                if documents is None:
                    remove(path)
                else:
                    yield path, [Document(*row) for row in documents.select(_FACTS).iter_rows()]


def write_named(folder: Path, content: bytes) -> Path:
    """Writes packed tables to a file of the folder that is named after their bytes, in one atomic step."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _name(content)
    beside = path.with_suffix(".new")
    beside.write_bytes(content)
    return beside.replace(path)


def sound(path: Path) -> Tables:
    """The tables in a file; none where its bytes are not those that were written."""
    try:
        return unpacked(_as_written(path))
    except _NOT_PACKED:
        return {}


def remove(path: Path) -> None:
    """Removes a file, a link, or a folder with all in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _documents(path: Path) -> pl.DataFrame | None:
    """The documents in a file; None where it is not what was written, or has other columns."""
    content = _as_written(path)
    return unpacked_table(io.BytesIO(content), "documents") if _has_the_columns(content) else None


def _as_written(path: Path) -> bytes:
    """The bytes of a file; none where they are not those that were written."""
    try:
        content = path.read_bytes()
    except OSError:
        return b""
    return content if path.name == _name(content) else b""


def _has_the_columns(content: bytes) -> bool:
    try:
        return columns_of(content) == _columns()
    except _NOT_PACKED:
        return False


@cache
def _columns() -> dict[str, Mapping[str, pl.DataType]]:
    """The columns of each table that is kept."""
    return {name: dict(frame.schema) for name, frame in tabulate([]).items()}


def _name(content: bytes) -> str:
    return f"{hashlib.sha256(content).hexdigest()}{SUFFIX}"


def _grouped(packs: Iterable[_Pack]) -> Iterator[list[_Pack]]:
    """The packs in groups of about the size of a batch."""
    group: list[_Pack] = []
    for pack in packs:
        group.append(pack)
        if sum(member.size for member in group) >= BATCH_SIZE:
            yield group
            group = []
    if group:
        yield group
