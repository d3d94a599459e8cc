"""Names as a lexicon file states them.

What belongs here: from TOML to names, and which entries are no names. How several files become one lexicon stands
in `loader`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any, Final

from tidybrief import vocabulary
from tidybrief.lexicon.problems import Problem, Source

_AT_LINE: Final = re.compile(r" \(at line (\d+), column \d+\)$")


@dataclass(frozen=True, slots=True)
class Name:
    """One thing the lexicon knows: canonical name, type, other names, adjectival forms, and an external identifier.

    `country` is one that texts may write before the names of its body, in full or in short.
    """

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    external_id: str | None = None
    country: str | None = None

    @property
    def surfaces(self) -> tuple[str, ...]:
        """All forms in which texts may write it, as often as they are listed."""
        return (self.name, *self.aliases, *self.acronyms, *self.adjectives)


_KEYS: Final = tuple(field.name for field in fields(Name))
_LISTS: Final = ("aliases", "acronyms", "adjectives")
_TEXTS: Final = tuple(key for key in _KEYS if key not in _LISTS)
_NEEDED: Final = ("name", "type")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name, and the place where it is listed: the `number`th of its file, counted from 0."""

    name: Name
    source: Source
    number: int

    def line(self, word: str = "") -> int:
        """The line of the entry, or of a word in it."""
        return self.source.line(self.number, self.name.name, word)


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: names, all else that it says, and what is wrong with it."""

    entries: tuple[Entry, ...] = ()
    cues: Mapping[str, Any] | None = None
    problems: tuple[Problem, ...] = ()


def read_entries(source: Source) -> Content:
    """The content of a file; entries with a problem are left out."""
    try:
        table = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else source.text.count("\n") + 1
        cause = f"not valid TOML: {_AT_LINE.sub('', str(error))}"
        return Content(problems=(source.problem(cause, "Mend this place.", line),))
    rows = table.pop("name", [])
    if not isinstance(rows, list):
        return Content(problems=(source.problem("'name' stands alone", "Write [[name]] on a line above it."),))
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows):
        faults = list(_faults(source, number, row))
        problems += faults
        if not faults:
            lists = {key: tuple(row.get(key, ())) for key in _LISTS}
            entries.append(Entry(Name(**{**row, **lists}), source, number))
    return Content(tuple(entries), table, tuple(problems))


def suggestion(word: str, known: Sequence[str]) -> str:
    """What somebody who wrote `word` may have meant."""
    near = get_close_matches(word, known, n=1) or get_close_matches(word.upper(), known, n=1)
    return f"Did you mean '{near[0]}'?" if near else f"Known are: {', '.join(known)}."


def _faults(source: Source, number: int, row: object) -> Iterator[Problem]:
    if not isinstance(row, dict):
        yield source.problem(f"{row!r} is no entry", 'Write { name = "…", type = "…" }.', source.line(number))
        return
    name = row.get("name")
    called = name if isinstance(name, str) else ""

    def fault(cause: str, remedy: str, word: str = "") -> Problem:
        about = f"'{called}': {cause}" if called else cause
        return source.problem(about, remedy, source.line(number, called, word))

    for key in row:
        if key not in _KEYS:
            yield fault(f"unknown key '{key}'", suggestion(key, _KEYS), key)
    for key in _TEXTS:
        if key not in row and key in _NEEDED:
            yield fault(f"'{key}' is missing", f"Add {key} to the entry.")
        elif key in row and not _is_word(row[key]):
            yield fault(f"{key} {row[key]!r} is not a text", "Write a text without spaces at its ends.", key)
    if _is_word(row.get("type")) and row["type"] not in vocabulary.ENTITY_TYPES:
        yield fault(f"unknown type '{row['type']}'", suggestion(row["type"], list(vocabulary.ENTITY_TYPES)), "type")
    for key in _LISTS:
        listed = row.get(key, [])
        if not isinstance(listed, list) or not all(map(_is_word, listed)):
            yield fault(f"{key} {listed!r} is not a list of texts", f'Write {key} = ["…"].', key)


def _is_word(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value == value.strip()
