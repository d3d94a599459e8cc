"""One file: from its path to a `Document`, or to the reason why there is none.

What belongs here: the formats by file name suffix, the size limit, and putting together what `sources.toml`,
the file's own metadata and its text say about it. Which files a folder holds is said in `folder`.
"""

import hashlib
import stat
from pathlib import Path
from typing import Final

from tidybrief.reading import dateline, front_matter, headline, language
from tidybrief.reading.decoding import decode
from tidybrief.reading.document import Document, Reject
from tidybrief.reading.problem import InputError
from tidybrief.reading.sources import Source, as_day

MAX_BYTES: Final = 20 * 1024 * 1024
MEDIA_TYPES: Final = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}


def read(
    path: Path, *, doc_id: str | None = None, source: Source | None = None, max_bytes: int = MAX_BYTES
) -> Document | Reject:
    """The document that the file holds, or why it holds none. Never raises for what a file may be.

    `doc_id` is the file's name where it is not given. `source` wins over the file's own metadata, and that
    over what the text says. A document in a language that is not extracted is still a document.
    """
    doc_id = path.name if doc_id is None else doc_id
    try:
        media_type = _media_type(path)
        content = _content(path, max_bytes)
        return _document(doc_id, media_type, content, source or Source())
    except InputError as problem:
        return problem.reject(doc_id)


def _media_type(path: Path) -> str:
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    if media_type is None:
        raise InputError(
            "UNSUPPORTED_FORMAT",
            f"no reader for files named *{path.suffix}" if path.suffix else "the file name has no suffix",
            f"Save the text under a name in {', '.join(MEDIA_TYPES)}, or move the file out of the folder.",
        )
    return media_type


def _content(path: Path, max_bytes: int) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable("it is no regular file")
        if status.st_size > max_bytes:
            raise _too_large(status.st_size, max_bytes)
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise _unreadable(error.strerror or str(error)) from error
    if len(content) > max_bytes:
        raise _too_large(len(content), max_bytes)
    return content


def _document(doc_id: str, media_type: str, content: bytes, source: Source) -> Document:
    text = decode(content)
    metadata = front_matter.entries(text)
    block = front_matter.span(text)
    body = block[1] if block else 0
    given = {key: value for key in ("title", "author", "publisher", "url") if (value := _text(metadata.get(key)))}
    licence = _text(metadata.get("licence")) or _text(metadata.get("license"))
    published_on, published_on_source = next(
        (
            (day, origin)
            for day, origin in (
                (source.published_on, "sources"),
                (as_day(metadata.get("published_on") or metadata.get("date")), "metadata"),
                (dateline.published_on(text, body), "text"),
            )
            if day is not None
        ),
        (None, None),
    )
    return Document(
        doc_id=doc_id,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type=media_type,
        text=text,
        title=source.title or given.get("title") or headline.title(text, body),
        author=source.author or given.get("author"),
        publisher=source.publisher or given.get("publisher"),
        published_on=published_on,
        published_on_source=published_on_source,
        url=source.url or given.get("url"),
        licence=source.licence or licence,
        language=language.detect(text[body:]),
    )


def _text(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str)) or None
    return value.strip() or None if isinstance(value, str) else None


def _unreadable(reason: str) -> InputError:
    return InputError(
        "UNREADABLE",
        f"the file could not be opened: {reason}",
        "Give yourself the right to read the file, replace a broken link, or move it out of the folder.",
    )


def _too_large(size: int, limit: int) -> InputError:
    return InputError(
        "TOO_LARGE",
        f"the file has {size:,} bytes, the limit is {limit:,}",
        "Split the document, or raise the limit in the settings.",
    )
