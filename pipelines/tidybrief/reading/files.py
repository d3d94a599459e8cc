"""One file: from its path to its documents, or to the reasons why there are none.

What belongs here: the size limit, what lies inside a file, and the step from what a reader found to a `Document`.
Which files a folder holds is said in `folder`, how a format is read in its module.
"""

import hashlib
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from tidybrief.reading import dateline, headline, language
from tidybrief.reading.document import Document, Reject
from tidybrief.reading.facts import Facts, settled
from tidybrief.reading.formats import Format, format_of
from tidybrief.reading.parts import Content, Options, Part
from tidybrief.reading.problem import InputError, empty, too_large
from tidybrief.reading.sources import Source

INSIDE: Final = "!/"
"""Between the name of a file and that of what lies inside it."""
MOST_PARTS: Final = 100_000
DEEPEST: Final = 3
BYTES_INSIDE: Final = 25
"""What lies inside a file may be this many times the size that one file may have."""


def read(
    path: Path,
    *,
    doc_id: str | None = None,
    sources: Mapping[str, Source] | None = None,
    options: Options | None = None,
) -> Iterator[Document | Reject]:
    """The documents that the file holds, and what of it could not be read. Never raises for what a file may be.

    `doc_id` is the file's name where it is not given. `sources` wins over the file's own metadata, and that over
    what the text says; what it gives for a file with others inside, its title and address aside, holds for those it
    says nothing of. A document in a language that is not extracted is still a document.
    """
    return _File(sources or {}, options or Options()).read(path, path.name if doc_id is None else doc_id)


class _File:
    """Reads one file of the folder with all that lies inside it, within the bounds of one file."""

    def __init__(self, sources: Mapping[str, Source], options: Options) -> None:
        self._sources = sources
        self._options = options
        self._parts_left = MOST_PARTS
        self._bytes_left = BYTES_INSIDE * options.max_bytes

    def read(self, path: Path, doc_id: str) -> Iterator[Document | Reject]:
        try:
            format_ = format_of(path.name)
            content = _bytes_of(path, self._options.max_bytes)
        except InputError as problem:
            yield problem.reject(doc_id)
        else:
            yield from self._documents(doc_id, format_, content, (), depth=0)

    def _documents(
        self, doc_id: str, format_: Format, content: bytes, around: tuple[Source, ...], *, depth: int
    ) -> Iterator[Document | Reject]:
        known = (self._sources.get(doc_id, Source()), *around)
        taken: set[str] = {""}
        try:
            for part in _parts(format_, content, self._options):
                name = _unique(part.name, taken) if part.name else ""
                part_id = f"{doc_id}{INSIDE}{name}" if name else doc_id
                if isinstance(part.holds, InputError):
                    yield part.holds.reject(part_id)
                    continue
                if name:
                    self._count(part.holds)
                if isinstance(part.holds, Content) and not _has_characters(part.holds.text):
                    yield empty().reject(part_id)
                    continue
                inside = (replace(known[0], title=None, url=None), *around)
                if isinstance(part.holds, Content):
                    about = known if not name else (self._sources.get(part_id, Source()), *inside)
                    digest = hashlib.sha256(part.holds.text.encode() if name else content).hexdigest()
                    yield _document(part_id, format_.media_type, digest, part.holds, about)
                else:
                    yield from self._file_inside(part_id, part.holds, inside, depth=depth + 1)
        except InputError as problem:
            yield problem.reject(doc_id)

    def _file_inside(
        self, doc_id: str, content: bytes, around: tuple[Source, ...], *, depth: int
    ) -> Iterator[Document | Reject]:
        try:
            if depth > DEEPEST:
                raise _too_much(f"it lies inside {depth} others; the limit is {DEEPEST}")
            format_ = format_of(doc_id)
            if len(content) > self._options.max_bytes:
                raise too_large(len(content), self._options.max_bytes)
        except InputError as problem:
            yield problem.reject(doc_id)
        else:
            yield from self._documents(doc_id, format_, content, around, depth=depth)

    def _count(self, held: Content | bytes) -> None:
        """Takes the piece off what is left. Raises InputError (ARCHIVE_LIMIT) where the file holds too much."""
        self._parts_left -= 1
        self._bytes_left -= len(held) if isinstance(held, bytes) else len(held.text)
        if self._parts_left < 0:
            raise _too_much(f"it holds more than {MOST_PARTS:,} pieces")
        if self._bytes_left < 0:
            raise _too_much(f"what it holds is over {BYTES_INSIDE * self._options.max_bytes:,} bytes")


def _parts(format_: Format, content: bytes, options: Options) -> Iterator[Part]:
    """What the reader finds. A fault of a library that reads the format counts as one of the file."""
    try:
        yield from format_.reader(content, options)
    except (InputError, GeneratorExit):
        raise
    except Exception as error:
        raise InputError(
            "BROKEN",
            f"the file is damaged, or no {format_.media_type}: {' '.join(f'{type(error).__name__}: {error}'.split())}",
            "Open it in the program it was made with, save it anew, and replace the file.",
        ) from error


def _bytes_of(path: Path, max_bytes: int) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable("it is no regular file")
        if status.st_size > max_bytes:
            raise too_large(status.st_size, max_bytes)
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise _unreadable(error.strerror or str(error)) from error
    if len(content) > max_bytes:
        raise too_large(len(content), max_bytes)
    return content


def _has_characters(text: str) -> bool:
    return any(character.isprintable() and not character.isspace() for character in text)


def _unique(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where it is taken."""
    unique, number = name, 1
    while unique in taken:
        number += 1
        stem, dot, suffix = name.rpartition(".")
        unique = f"{stem} ({number}).{suffix}" if dot else f"{name} ({number})"
    taken.add(unique)
    return unique


def _document(doc_id: str, media_type: str, sha256: str, content: Content, about: Iterable[Source]) -> Document:
    text, body = content.text, content.body
    on_the_page = Facts("text", title=headline.title(text, body), published_on=dateline.published_on(text, body))
    given = [Facts("sources", **asdict(source)) for source in about]
    return Document(
        doc_id=doc_id,
        sha256=sha256,
        media_type=media_type,
        text=text,
        language=language.detect(text[body:]),
        layout=content.layout,
        **settled([*given, *content.stated, on_the_page, *content.hinted]),
    )


def _unreadable(reason: str) -> InputError:
    return InputError(
        "UNREADABLE",
        f"the file could not be opened: {reason}",
        "Give yourself the right to read the file, replace a broken link, or move it out of the folder.",
    )


def _too_much(reason: str) -> InputError:
    return InputError(
        "ARCHIVE_LIMIT", f"not all of it is read: {reason}", "Unpack what is wanted into the folder in its place."
    )
