"""`sources.toml`: what the user knows about each document.

What belongs here: the file's shape and its faults. What it gives wins over what a file's own metadata or its
text say.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from tidybrief.reading.calendar_days import first_day
from tidybrief.reading.document import Reject
from tidybrief.reading.problem import InputError

SOURCES_FILE: Final = "sources.toml"
CORRECTIONS_FILE: Final = "corrections.toml"
NOTES_FILE: Final = "notes.toml"
BESIDE_DOCUMENTS: Final = (SOURCES_FILE, CORRECTIONS_FILE, NOTES_FILE)
"""What a user says about the documents: files in the raw folder that are none themselves."""
TEXT_KEYS: Final = ("title", "author", "publisher", "url", "licence")
_KEYS: Final = (*TEXT_KEYS, "published_on")


@dataclass(frozen=True, slots=True)
class Source:
    """What one table of the file states; None where it is silent."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    licence: str | None = None
    published_on: date | None = None


def read_sources(raw: Path) -> tuple[dict[str, Source], list[Reject]]:
    """The table of each document by `doc_id`, and what is wrong with the file; nothing where there is none.

    A file that does not parse gives no tables and one reject. An entry that does not say what it must is left
    out and rejected, the rest of its table holds.
    """
    path = raw / SOURCES_FILE
    try:
        content = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError) as error:
        return {}, [_bad(f"{SOURCES_FILE} cannot be read: {error}").reject(SOURCES_FILE)]
    try:
        tables = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        return {}, [_bad(f"{SOURCES_FILE} is no valid TOML: {error}").reject(SOURCES_FILE)]
    sources: dict[str, Source] = {}
    rejects: list[Reject] = []
    for doc_id, table in _by_file(tables):
        known, problems = _source(doc_id, table)
        sources[doc_id] = known
        rejects += [problem.reject(SOURCES_FILE) for problem in problems]
    return sources, rejects


def without_file(doc_id: str) -> Reject:
    """The reject for a table whose file is not there."""
    return InputError(
        "SOURCE_WITHOUT_FILE",
        f"{SOURCES_FILE} describes {doc_id!r}, which is not in the folder",
        f"Add the file, or delete its table from {SOURCES_FILE}; file names are case-sensitive.",
    ).reject(doc_id)


def _by_file(tables: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Tables by file name. `[a.txt]` without quotes is a table `txt` inside `a`: the name is mended."""
    for key, value in tables.items():
        name = prefix + key
        if isinstance(value, dict) and value and all(isinstance(inner, dict) for inner in value.values()):
            yield from _by_file(value, f"{name}.")
        else:
            yield name, value if isinstance(value, dict) else {key: value}


def _source(doc_id: str, table: Mapping[str, Any]) -> tuple[Source, list[InputError]]:
    problems = [
        _bad(f"{SOURCES_FILE}: {doc_id!r}: unknown key {key!r}; known are {', '.join(_KEYS)}")
        for key in table
        if key not in _KEYS
    ]
    given: dict[str, Any] = {}
    for key in _KEYS:
        value = table.get(key)
        if value is None:
            continue
        meant = as_day(value) if key == "published_on" else value
        if meant is None or (key != "published_on" and not isinstance(value, str)):
            wanted = "a date such as 2024-03-31" if key == "published_on" else "a string in quotes"
            problems.append(_bad(f"{SOURCES_FILE}: {doc_id!r}: {key} must be {wanted}, not {value!r}"))
        else:
            given[key] = meant
    return Source(**given), problems


def as_day(value: object) -> date | None:
    """The day that a TOML date or time, or a string such as "2024-03-31" or "March 31, 2024", names."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = first_day(value) if isinstance(value, str) else None
    return found[0] if found else None


def _bad(message: str) -> InputError:
    return InputError(
        "BAD_SOURCES",
        message,
        f'Correct {SOURCES_FILE}: one table per file, ["name.txt"], with the keys {", ".join(_KEYS)}.',
    )
