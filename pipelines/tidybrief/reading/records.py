"""Tables of texts: CSV, TSV and JSON Lines, each record a document.

What belongs here: which column holds what: the one of that name, where the settings say nothing else. A record is
named by its `id` column, or else by its number, counted from 1.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from tidybrief.reading.decoding import decode
from tidybrief.reading.facts import NAMES, Facts, in_words
from tidybrief.reading.parts import Content, Options, Part
from tidybrief.reading.problem import InputError, empty
from tidybrief.reading.prose import sound
from tidybrief.reading.sources import as_day
from tidybrief.vocabulary import RECORD_FIELDS

_SAMPLE: Final = 64 * 1024
_DELIMITERS: Final = ",;\t|"
_LONGEST_NAME: Final = 200

Record = Mapping[str, Any]


def read_csv(content: bytes, options: Options) -> Iterator[Part]:
    """A part for each row. The delimiter is the one that the header has most of."""
    text = decode(content)
    header = text[:_SAMPLE].lstrip("\n").split("\n", 1)[0]
    return _parts(_rows(text, max(_DELIMITERS, key=header.count)), options)


def read_tsv(content: bytes, options: Options) -> Iterator[Part]:
    """A part for each row."""
    return _parts(_rows(decode(content), "\t"), options)


def read_jsonl(content: bytes, options: Options) -> Iterator[Part]:
    """A part for each line, an object; a line that is none is a problem of its own."""
    return _parts(_objects(decode(content)), options)


def _rows(text: str, delimiter: str) -> Iterator[Record]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in rows:
            yield {(name or "").strip(): value for name, value in row.items() if name is not None}
    except csv.Error as error:
        raise InputError(
            "BROKEN", f"row {rows.line_num} is no row: {error}", "Save the table anew as CSV in UTF-8."
        ) from error


def _objects(text: str) -> Iterator[Record | InputError]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield _no_object(number, str(error))
        else:
            yield value if isinstance(value, dict) else _no_object(number, "it is no object")


def _no_object(number: int, reason: str) -> InputError:
    return InputError("BROKEN", f"line {number} is no JSON object: {reason}", "Correct the line: one object a line.")


def _parts(records: Iterable[Record | InputError], options: Options) -> Iterator[Part]:
    """A part for each record. Where some have a text, each that has none is a problem of its own."""
    columns: set[str] = set()
    silent: list[int] = []
    number = 0
    for number, record in enumerate(records, start=1):
        if isinstance(record, InputError):
            yield Part(str(number), record)
            continue
        columns.update(record)
        given = {field: record[column] for field in RECORD_FIELDS if (column := _column(field, record, options))}
        if "text" in given:
            yield Part(_name(given.get("id"), number), _content(given))
        else:
            silent.append(number)
    if not number:
        raise empty()
    if len(silent) == number:
        raise _without_text(columns, options)
    for number in silent:
        yield Part(str(number), _without_text(columns, options))


def _column(field: str, record: Record, options: Options) -> str | None:
    """The column of the record that holds the field."""
    return next((column for column in _named(field, options) if column in record), None)


def _named(field: str, options: Options) -> list[str]:
    return [*(column for meant, column in options.columns if meant == field), field]


def _name(given: object, number: int) -> str:
    name = in_words(str(given)) if given is not None else None
    return name.replace("!/", "!_") if name and len(name) <= _LONGEST_NAME else str(number)


def _content(given: Mapping[str, Any]) -> Content:
    text = given["text"]
    facts = {name: in_words(given.get(name)) for name in NAMES if name != "published_on"}
    day = given.get("published_on")
    stated = Facts("record", published_on=as_day(day.replace("/", "-")) if isinstance(day, str) else None, **facts)
    return Content(sound(text) if isinstance(text, str) else "", stated=(stated,))


def _without_text(columns: set[str], options: Options) -> InputError:
    wanted = " or ".join(repr(column) for column in _named("text", options))
    there = ", ".join(sorted(map(repr, columns))) or "none"
    return InputError(
        "NO_TEXT_COLUMN",
        f"no column {wanted}; there are {there}"[:1000],
        'Name the column of the texts in the settings: columns = { text = "…" }; others are id, '
        + ", ".join(NAMES)
        + ".",
    )
