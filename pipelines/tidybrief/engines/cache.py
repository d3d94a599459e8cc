"""What extraction found in documents that are still the same.

What belongs here: keeping packed tables between runs, finding those that hold, and forgetting the rest. What documents
hold is decided in `local`.

A cache has one folder for each method, and a file for each batch. The file's name is the digest of its bytes: what
was damaged or put there by another hand is not read. A document's rows hold as long as everything that reading says of
it is the same, its text included.
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

import polars as pl

from tidybrief.engines.batches import BATCH_SIZE, Tables, packed, unpacked
from tidybrief.engines.tabulate import tabulate
from tidybrief.reading import Document

SUFFIX: Final = ".tables"
_FACTS: Final = [field.name for field in fields(Document) if field.compare]


@dataclass(frozen=True, slots=True, eq=False)
class _Pack:
    """A file, and the rows in it that hold."""

    path: Path
    tables: Tables
    is_whole: bool

    @property
    def size(self) -> int:
        return int(self.tables["documents"]["char_count"].sum())


class Cache:
    """The extracted tables of one corpus by one method: after `tidy`, those of the present documents and no others.

    `method` is a digest of all that decides what is extracted from a document. Use it while holding the folder's lock.
    """

    def __init__(self, folder: Path, method: str) -> None:
        self._folder = folder / method[:16]
        self._packs: list[_Pack] = []

    def load(self, documents: Iterable[Document]) -> list[Tables]:
        """The tables of those documents that are known, each document in one of them. Files that are none go."""
        wanted = {document.doc_id: document for document in documents}
        self._packs = []
        for path, tables in self._read():
            stored = [Document(*row) for row in tables["documents"].select(_FACTS).iter_rows()]
            held = [document.doc_id for document in stored if wanted.get(document.doc_id) == document]
            for doc_id in held:
                del wanted[doc_id]
            is_whole = len(held) == len(stored)
            if held:
                self._packs.append(_Pack(path, tables if is_whole else _only(tables, held), is_whole))
        return [pack.tables for pack in self._packs]

    def keep(self, content: bytes) -> Tables:
        """Keeps packed tables, and returns them unpacked."""
        path = write_named(self._folder, content)
        self._packs.append(_Pack(path, unpacked(content), is_whole=True))
        return self._packs[-1].tables

    def tidy(self) -> None:
        """Joins small files and what is left of others, and removes what was neither loaded nor kept."""
        loose = [pack for pack in self._packs if not pack.is_whole or pack.size < BATCH_SIZE // 2]
        if len(loose) > 1 or not all(pack.is_whole for pack in loose):
            self._packs = [pack for pack in self._packs if pack not in loose]
            for group in _grouped(loose):
                self.keep(packed({name: pl.concat([pack.tables[name] for pack in group]) for name in group[0].tables}))
        present = {pack.path for pack in self._packs}
        others = self._folder.parent.iterdir() if self._folder.parent.is_dir() else ()
        inside = self._folder.iterdir() if self._folder.is_dir() else ()
        for path in [path for path in (*others, *inside) if path != self._folder and path not in present]:
            remove(path)

    def _read(self) -> Iterator[tuple[Path, Tables]]:
        columns = _columns(tabulate([]))
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            tables = sound(path)
            if _columns(tables) == columns:
                yield path, tables
            else:
                remove(path)


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
        content = path.read_bytes()
        return unpacked(content) if path.name == _name(content) else {}
    except (OSError, ValueError, AttributeError, pl.exceptions.PolarsError):
        return {}


def remove(path: Path) -> None:
    """Removes a file, a link, or a folder with all in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _columns(tables: Tables) -> Mapping[str, pl.Schema]:
    return {name: frame.schema for name, frame in tables.items()}


def _name(content: bytes) -> str:
    return f"{hashlib.sha256(content).hexdigest()}{SUFFIX}"


def _only(tables: Tables, doc_ids: Sequence[str]) -> Tables:
    return {name: frame.filter(pl.col("doc_id").is_in(doc_ids)) for name, frame in tables.items()}


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
