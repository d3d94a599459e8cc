"""What an analyst decided and noted: `corrections.toml` and `notes.toml`, as records.

What belongs here: the form of the files and their faults. Which values a column takes, and what a judgement does to
the tables, stands in `corpus`.
"""

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from tidybrief.reading.sources import CORRECTIONS_FILE, NOTES_FILE

WHO_WHEN_WHY: Final = ("who", "when", "why")
KEYS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "merge": (("entities", "into"), ()),
    "split": (("entity", "into", "name"), ("documents", "texts")),
    "reject": (("row",), ()),
    "correct": (("row", "set"), ()),
    "confirm": (("conflict",), ()),
    "dismiss": (("conflict",), ()),
}
"""The keys that each kind of correction must have, and those that it may have, beside who, when and why."""
NOTE_KEYS: Final = (("text", "who", "when"), ("about",))
KINDS: Final[Mapping[str, type]] = {"when": date, "set": dict} | dict.fromkeys(("entities", "documents", "texts"), list)
WANTED: Final[Mapping[type, str]] = {
    date: "a date such as 2025-03-18",
    dict: "a table: { value = 1.5 }",
    list: "a list of texts",
}


class JudgementsError(ValueError):
    """A file of judgements that cannot be used: which, what is wrong with it, and the next step."""

    def __init__(self, cause: str, next_step: str) -> None:
        super().__init__(f"{cause}. {next_step}")
        self.cause = cause
        self.next_step = next_step


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision or note. `target` is the id it refers to, None for a note about all; `terms` says the rest, `place`
    in words where it stands."""

    kind: str
    target: str | None
    terms: Mapping[str, Any]
    who: str
    when: date
    why: str
    place: str = field(compare=False)

    @property
    def judgement_id(self) -> str:
        """Stable while the judgement says the same."""
        said = json.dumps([self.kind, self.target, self.terms, self.who, str(self.when), self.why], default=str)
        return f"judgement-{hashlib.sha256(said.encode()).hexdigest()[:16]}"

    @property
    def signed(self) -> str:
        """Who, when and why, as the end of a sentence."""
        return f"by {self.who} on {self.when}: {self.why}"


def read_judgements(raw: Path) -> tuple[Judgement, ...]:
    """The judgements beside the documents, in the order of the files. Raises JudgementsError."""
    corrections, notes = (_tables(raw / name) for name in (CORRECTIONS_FILE, NOTES_FILE))
    return (*_corrections(raw / CORRECTIONS_FILE, corrections), *_notes(raw / NOTES_FILE, notes))


def digest_of_judgements(judgements: tuple[Judgement, ...]) -> dict[str, str]:
    """What the judgements add to a method: one digest of them all; nothing where there are none."""
    ids = "\0".join(judgement.judgement_id for judgement in judgements)
    return {"judgements": hashlib.sha256(ids.encode()).hexdigest()} if judgements else {}


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise JudgementsError(f"{path}: {error.strerror}", "Make it a file that can be read.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise JudgementsError(f"{path}: not valid TOML: {error}", "Mend this place, then run again.") from error


def _corrections(path: Path, tables: Mapping[str, Any]) -> Iterator[Judgement]:
    for kind, place, table in _entries(path, tables, tuple(KEYS)):
        required, optional = KEYS[kind]
        _hold(place, table, (*required, *WHO_WHEN_WHY), optional)
        if kind == "split" and not (table.get("documents") or table.get("texts")):
            raise JudgementsError(f"{place}: neither documents nor texts", "Say which mentions are meant by either.")
        if kind == "split" and table["into"] == table["entity"]:
            raise JudgementsError(f"{place}: into is the entity itself", "Name another entity, or a new one.")
        aim = "into" if kind == "merge" else required[0]
        terms = {name: table[name] for name in (*required, *optional) if name in table and name != aim}
        yield Judgement(kind, table[aim], terms, table["who"], table["when"], table["why"], place)


def _notes(path: Path, tables: Mapping[str, Any]) -> Iterator[Judgement]:
    for kind, place, table in _entries(path, tables, ("note",)):
        _hold(place, table, *NOTE_KEYS)
        yield Judgement(kind, table.get("about"), {}, table["who"], table["when"], table["text"], place)


def _entries(
    path: Path, tables: Mapping[str, Any], known: tuple[str, ...]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each entry with its kind and its place in words."""
    for kind, entries in tables.items():
        if kind not in known:
            raise JudgementsError(f"{path}: unknown table '{kind}'", f"There are: [[{']], [['.join(known)}]].")
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise JudgementsError(f"{path}: '{kind}' is no list of tables", f"Write [[{kind}]] above each entry.")
        for number, entry in enumerate(entries, start=1):
            yield kind, f"{path}: [[{kind}]] number {number}", entry


def _hold(place: str, table: Mapping[str, Any], required: tuple[str, ...], optional: tuple[str, ...]) -> None:
    """Raises JudgementsError where the entry lacks a key, has an unknown one, or one of the wrong type."""
    for name in required:
        if name not in table:
            raise JudgementsError(f"{place}: '{name}' is missing", f"An entry has {', '.join(required)}.")
    for name, value in table.items():
        if name not in (*required, *optional):
            raise JudgementsError(f"{place}: unknown key '{name}'", f"There are: {', '.join((*required, *optional))}.")
        kind = KINDS.get(name, str)
        is_texts = kind is not list or (isinstance(value, list) and all(isinstance(each, str) for each in value))
        if type(value) is not kind or not value or not is_texts:
            raise JudgementsError(f"{place}: {name} is {value!r}", f"Write {WANTED.get(kind, 'a text')} here.")
