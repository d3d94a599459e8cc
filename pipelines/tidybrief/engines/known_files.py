"""What reading found in files that are still the same.

What belongs here: keeping the documents of each file between runs, finding those that hold, and forgetting the rest.
How a file is read is said in `reading`; what extraction found is kept in `cache`.

What is kept of a file holds as long as its name, its bytes, what `sources.toml` says of it and the options of reading
are the same. Files are kept on sixteen shelves, by their names, so that a changed file makes one of them anew.
"""

import hashlib
import json
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, field, fields, replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

import polars as pl

from tidybrief.engines.batches import Tables, by_size, packed, unpacked
from tidybrief.engines.cache import SUFFIX, remove, sound, write_named
from tidybrief.engines.workers import Crew, Done
from tidybrief.reading import Document, Layout, Options, Reject, find_files, read
from tidybrief.reading.sources import Source, read_sources

READ_HERE: Final = 2_000_000
"""Bytes of files that this process reads before workers would have started."""
_BYTES_AT_ONCE: Final = 500_000
_PATIENCE: Final = 300.0
"""Seconds in which a worker reads some files, and after which they are read here: only reading itself rejects files."""
_INSIDE: Final = "!/"
_Outcomes = Sequence[Document | Reject]


def _columns(record: type) -> dict[str, Any]:
    return {"file": pl.String} | {
        each.name: pl.Date if each.name == "published_on" else pl.String for each in fields(record)
    }


_SCHEMAS: Final = {"files": {"file": pl.String}, "documents": _columns(Document), "rejects": _columns(Reject)}


@dataclass(frozen=True, slots=True)
class _File:
    """A file that is not known, by the digest of all that decides what reading finds in it."""

    key: str
    path: Path
    doc_id: str
    size: int


@dataclass(slots=True)
class _Shelf:
    """What is kept of some files, by the digest of all that decides what reading finds; `met` is what still holds."""

    folder: Path
    kept: Mapping[str, _Outcomes]
    met: dict[str, _Outcomes] = field(default_factory=dict)


class KnownFiles:
    """What earlier runs read; after `tidy`, the files that were read since it was opened, and no others.

    `method` is a digest of all that decides how a file is read. Use it while holding the folder's lock.
    """

    def __init__(self, folder: Path, method: str) -> None:
        self._folder = folder / method[:16]
        self._shelves: dict[str, _Shelf] = {}
        self._sources: Mapping[str, Source] = {}
        self._by_file: dict[str, list[tuple[str, Source]]] = {}
        self._ahead: dict[str, _Outcomes] = {}

    def read_ahead(self, raw: Path, options: Options, crew: Crew) -> None:
        """Has the processes of the crew read the folder where nothing of it is known and there is much of it; `read`
        then finds what they have read. Raises OSError where the folder cannot be listed, WorkersDoNotStart."""
        if crew.size == 1 or self._folder.is_dir():
            return
        sources, _ = read_sources(raw)
        sized = _sized(raw)
        if not _is_much(sized):
            return
        keys = ((self._key(path, doc_id, sources, options), path, doc_id, size) for doc_id, path, size in sized)
        files = (_File(key, path, doc_id, size) for key, path, doc_id, size in keys if key)
        batches = by_size(files, attrgetter("size"), _BYTES_AT_ONCE)
        function = partial(_read_all, sources=sources, options=options)
        for outcome in crew.work(function, batches, patience=lambda _: _PATIENCE):
            if isinstance(outcome, Done):
                self._ahead |= _as_outcomes(unpacked(outcome.result))

    def read(
        self, path: Path, *, doc_id: str, sources: Mapping[str, Source], options: Options | None = None
    ) -> Iterable[Document | Reject]:
        """What `reading.read` gives for the file, which is not called where that is known."""
        options = options or Options()
        key = self._key(path, doc_id, sources, options)
        if key is None:
            return read(path, doc_id=doc_id, sources=sources, options=options)
        shelf = self._shelf(doc_id)
        outcomes = shelf.kept.get(key)
        if outcomes is None:
            outcomes = self._ahead.pop(key, None)
        if outcomes is None:
            outcomes = list(read(path, doc_id=doc_id, sources=sources, options=options))
            if self._key(path, doc_id, sources, options) != key:  # written to meanwhile
                return outcomes
        shelf.met[key] = outcomes
        return outcomes

    def tidy(self) -> None:
        """Writes the shelves that changed, and removes what is on none."""
        for shelf in self._shelves.values():
            if shelf.met.keys() != shelf.kept.keys():
                for path in shelf.folder.glob("*"):
                    remove(path)
                write_named(shelf.folder, packed(_as_tables(shelf.met)))
        beside = self._folder.parent.iterdir() if self._folder.parent.is_dir() else ()
        inside = self._folder.iterdir() if self._folder.is_dir() else ()
        for path in [path for path in (*beside, *inside) if path != self._folder and path.name not in self._shelves]:
            remove(path)

    def _key(self, path: Path, doc_id: str, sources: Mapping[str, Source], options: Options) -> str | None:
        """The digest of all that decides what the file gives; None for one that cannot be opened, or is too large."""
        if sources is not self._sources:
            self._sources, self._by_file = sources, {}
            for name, source in sources.items():
                self._by_file.setdefault(name.partition(_INSIDE)[0], []).append((name, source))
        try:
            if not path.is_file() or path.stat().st_size > options.max_bytes:
                return None
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return None
        told = repr((doc_id, digest, self._by_file.get(doc_id.partition(_INSIDE)[0], ()), options))
        return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()

    def _shelf(self, doc_id: str) -> _Shelf:
        name = hashlib.sha256(doc_id.encode("utf-8", "replace")).hexdigest()[0]
        if name not in self._shelves:
            folder = self._folder / name
            kept: dict[str, _Outcomes] = {}
            for path in folder.glob(f"*{SUFFIX}"):
                kept |= _as_outcomes(sound(path))
            self._shelves[name] = _Shelf(folder, kept)
        return self._shelves[name]


def is_much(raw: Path) -> bool:
    """Whether a folder holds so much that workers help to read it. Raises OSError where it cannot be listed."""
    return _is_much(_sized(raw))


def _is_much(sized: Iterable[tuple[str, Path, int]]) -> bool:
    return sum(size for _, _, size in sized) >= READ_HERE


def _sized(raw: Path) -> list[tuple[str, Path, int]]:
    """The files of the folder with their sizes."""
    return [(doc_id, path, size) for doc_id, path in find_files(raw) if (size := _plain_size(path)) is not None]


def _read_all(files: Sequence[_File], sources: Mapping[str, Source], options: Options) -> bytes:
    """What reading finds in each file, packed."""
    return packed(
        _as_tables(
            {file.key: list(read(file.path, doc_id=file.doc_id, sources=sources, options=options)) for file in files}
        )
    )


def _as_tables(met: Mapping[str, _Outcomes]) -> Tables:
    rows: dict[str, list[tuple[Any, ...]]] = {"files": [(key,) for key in met], "documents": [], "rejects": []}
    for key, outcomes in met.items():
        for outcome in outcomes:
            if isinstance(outcome, Document):
                *facts, _ = (getattr(outcome, each.name) for each in fields(Document))
                rows["documents"].append((key, *facts, json.dumps(asdict(outcome.layout))))
            else:
                rows["rejects"].append((key, *astuple(outcome)))
    return {name: pl.DataFrame(rows[name], schema=schema, orient="row") for name, schema in _SCHEMAS.items()}


def _as_outcomes(tables: Tables) -> dict[str, _Outcomes]:
    """What the tables keep; nothing where they are of another form."""
    if {name: dict(frame.schema) for name, frame in tables.items()} != _SCHEMAS:
        return {}
    outcomes: dict[str, list[Document | Reject]] = {key: [] for key in tables["files"]["file"]}
    for key, outcome in _records(tables):
        outcomes[key].append(outcome)
    return dict(outcomes)


def _records(tables: Tables) -> Iterator[tuple[str, Document | Reject]]:
    for key, *facts, layout in tables["documents"].iter_rows():
        places = {name: tuple(map(tuple, spans)) for name, spans in json.loads(layout).items()}
        yield key, replace(Document(*facts), layout=Layout(**places))
    for key, *said in tables["rejects"].iter_rows():
        yield key, Reject(*said)


def _plain_size(path: Path) -> int | None:
    """The bytes of a file; None for what is none, for a link, whose end is for the reader to judge, and for what is
    gone or closed to us.
    """
    try:
        state = path.lstat()
    except OSError:
        return None
    return state.st_size if stat.S_ISREG(state.st_mode) else None
