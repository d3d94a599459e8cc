"""A folder of raw documents.

What belongs here: which files count as documents, in what order, and that no link leads out of the folder.
How one file is read is said in `files`.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tidybrief.reading.document import Document, Reject
from tidybrief.reading.files import read
from tidybrief.reading.parts import Options
from tidybrief.reading.problem import InputError
from tidybrief.reading.sources import BESIDE_DOCUMENTS, read_sources, without_file


def read_folder(
    raw: Path, options: Options | None = None, read: Callable[..., Iterable[Document | Reject]] = read
) -> tuple[list[Document], list[Reject]]:
    """The documents of the folder and its subfolders, sorted by `doc_id`, and what could not be read.

    Hidden files and folders, and the files of `BESIDE_DOCUMENTS`, are no documents. A document in a language that is
    not extracted is among the documents; the caller says so in `rejects`. Whoever keeps what files held reads them
    with a function of its own. Raises OSError where the folder cannot be listed.
    """
    sources, rejects = read_sources(raw)
    documents: list[Document] = []
    met: set[str] = set()
    for doc_id, path in find_files(raw):
        outside = _outside(doc_id, path, raw)
        met.add(doc_id)
        for outcome in [outside] if outside else read(path, doc_id=doc_id, sources=sources, options=options):
            met.add(outcome.doc_id)
            if isinstance(outcome, Document):
                documents.append(outcome)
            else:
                rejects.append(outcome)
    rejects += [without_file(doc_id) for doc_id in sources if doc_id not in met]
    documents.sort(key=lambda document: document.doc_id)
    return documents, sorted(rejects, key=lambda reject: (reject.doc_id, reject.code, reject.message))


def find_files(raw: Path) -> Iterator[tuple[str, Path]]:
    """Each input of the folder with its `doc_id`, sorted by it; links to folders are listed, not followed."""
    found: list[tuple[str, Path]] = []
    for folder, subfolders, names in os.walk(raw, onerror=_refuse):
        links = [name for name in subfolders if Path(folder, name).is_symlink()]
        subfolders[:] = [name for name in subfolders if not name.startswith(".") and name not in links]
        paths = (Path(folder, name) for name in (*names, *links) if not name.startswith("."))
        found.extend((_doc_id(path.relative_to(raw)), path) for path in paths)
    return iter(sorted((doc_id, path) for doc_id, path in found if doc_id not in BESIDE_DOCUMENTS))


def _refuse(error: OSError) -> None:
    raise error


def _doc_id(relative: Path) -> str:
    # A file name is bytes; what is no UTF-8 in it must not reach a table.
    return os.fsencode(relative.as_posix()).decode("utf-8", "replace")


def _outside(doc_id: str, path: Path, raw: Path) -> Reject | None:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    if target.is_relative_to(raw.resolve()):
        return None
    return InputError(
        "OUTSIDE_FOLDER",
        "the link leads to a place outside the folder",
        "Copy the file into the folder in place of the link.",
    ).reject(doc_id)
