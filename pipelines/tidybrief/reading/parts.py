"""What a reader hands on.

What belongs here: the records between the module of a format and `files`, which makes documents of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from tidybrief.reading.document import Layout
from tidybrief.reading.facts import Facts
from tidybrief.reading.problem import InputError

MAX_BYTES: Final = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Options:
    """The bounds of reading, and what the user says of tables. `columns` pairs a field of a document with the column,
    or the columns of which the first present one counts, that hold it in a table of texts.
    """

    max_bytes: int = MAX_BYTES
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """One text, ready to become a document.

    `stated` is what the metadata says of it, the strongest place first; `hinted` what counts only where the text
    itself is silent. What comes before `body` is metadata.
    """

    text: str
    stated: tuple[Facts, ...] = ()
    hinted: tuple[Facts, ...] = ()
    layout: Layout = field(default=Layout())
    body: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a file: its own text (`name` is empty), a text or a file inside it, or why a piece is missing."""

    name: str
    holds: Content | bytes | InputError


Reader = Callable[[bytes, Options], Iterator[Part]]
"""Reads the bytes of a file. Raises InputError where nothing can be read."""
