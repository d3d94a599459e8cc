"""Reads the lexicon's TOML files into one immutable value.

What belongs here: loading and checking. What a layer makes of its cues (compiled patterns, automata) is made in that
layer, once per lexicon.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tidybrief import vocabulary


class LexiconError(ValueError):
    """A lexicon file that does not say what a lexicon file must; the message names file and entry."""


@dataclass(frozen=True, slots=True)
class Name:
    """One thing the lexicon knows: canonical name, type, other names, adjectival forms, and an external identifier."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    external_id: str | None = None


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All names, the cues of each layer by file stem, and a digest of both.

    Compared by identity, so that a layer can cache what it compiles from it.
    """

    names: tuple[Name, ...]
    cues: Mapping[str, Mapping[str, Any]]
    digest: str


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with the package.

    Raises LexiconError, naming file and entry, where a file is not a valid lexicon.
    """
    names: list[Name] = []
    cues: dict[str, Mapping[str, Any]] = {}
    digest = hashlib.sha256()
    for entry in sorted(files(__package__).iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith(".toml"):
            continue
        content = entry.read_bytes()
        digest.update(entry.name.encode() + b"\0" + content)
        table = _parse(entry.name, content)
        names.extend(_name(entry.name, number, row) for number, row in enumerate(table.pop("name", ()), start=1))
        if table:
            cues[entry.name.removesuffix(".toml")] = table
    return Lexicon(tuple(names), cues, digest.hexdigest())


def _parse(filename: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{filename}: {error}") from error


def _name(filename: str, number: int, row: Mapping[str, Any]) -> Name:
    try:
        name = Name(
            name=row["name"],
            type=row["type"],
            aliases=tuple(row.get("aliases", ())),
            acronyms=tuple(row.get("acronyms", ())),
            adjectives=tuple(row.get("adjectives", ())),
            external_id=row.get("external_id"),
        )
    except KeyError as error:
        raise LexiconError(f"{filename}: name {number}: {error.args[0]!r} is missing") from error
    if name.type not in vocabulary.ENTITY_TYPES:
        raise LexiconError(
            f"{filename}: {name.name}: type {name.type!r} is none of {', '.join(vocabulary.ENTITY_TYPES)}"
        )
    unknown = set(row) - {"name", "type", "aliases", "acronyms", "adjectives", "external_id"}
    if unknown:
        raise LexiconError(f"{filename}: {name.name}: unknown key {sorted(unknown)[0]!r}")
    return name
