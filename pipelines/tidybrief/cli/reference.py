"""`tidybrief schema` and `tidybrief rule`: what columns and codes mean.

What belongs here: the commands and their answers, and what to do about each code. What a column means is declared in
`schemas`, what a code means in `vocabulary`.
"""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tidybrief import vocabulary
from tidybrief.cli.answers import as_json_text
from tidybrief.cli.exits import Exit, Refusal, told
from tidybrief.cli.options import AsJson
from tidybrief.settings import json_schema

if TYPE_CHECKING:
    from tidybrief.dictionary import Column

_SEE_ROW: Final = "The row of `rejects` says in `remedy` what to do about this one."
NEXT_STEPS: Final[Mapping[str, str]] = {
    "EMPTY": "Delete the file, or save the text into it.",
    "BINARY": "Convert the document to a format that is read; `tidybrief doctor` lists them.",
    "UNDECODABLE": "Open the file in an editor and save it as UTF-8.",
    "TOO_LARGE": "Split the document, or raise max_file_bytes in tidybrief.toml.",
    "UNREADABLE": "Give yourself the right to read the file, replace a broken link, or move the file away.",
    "BROKEN": "Get the file again from where it came from, or open and save it with the program that made it.",
    "ENCRYPTED": "Save a copy without the password.",
    "NO_TEXT_LAYER": "Run OCR over it first: ocrmypdf scan.pdf scan.pdf",
    "ARCHIVE_LIMIT": "Unpack it yourself, and put the documents that you want into the raw folder.",
    "UNSAFE_PATH": "Unpack it yourself, and put the documents that you want into the raw folder.",
    "NO_TEXT_COLUMN": "Name the column that holds the texts: [columns] in tidybrief.toml.",
    "BAD_FRONT_MATTER": "Mend the block at the top of the file, or delete it.",
    "OUTSIDE_FOLDER": "Copy the file into the raw folder in place of the link.",
    "UNSUPPORTED_FORMAT": "Convert the document to a format that is read; `tidybrief doctor` lists them.",
    "LANGUAGE_NOT_SUPPORTED": "Put an English translation into the raw folder. The text stays in `documents`.",
    "EXTRACTOR_CRASH": "Report this as an error of tidybrief, with the document. All others are published.",
    "TIMEOUT": "Split the document. All others are published.",
    "BAD_SOURCES": "Mend the entry of sources.toml that the message names.",
    "SOURCE_WITHOUT_FILE": "Add the file, or delete its table from sources.toml; file names are case-sensitive.",
    "REJECTED_BY_ANALYST": "Nothing. To have the row back, delete its entry from corrections.toml.",
    "ROW_RULE": "Mend the document where it is wrong. Where it is right, report the row, which is kept in full.",
    "schema": "Report this as an error of tidybrief: a table does not have the columns of the contract.",
    "rules": "Rows that break a rule are in `rejects` with the code ROW_RULE; the rest is published.",
    "grounding": "Rows that do not say what their document says are in `rejects`; the rest is published.",
    "keys": "Nothing was published. Two documents with one name are the usual cause; else report it.",
    "references": "Nothing was published. Report this as an error of tidybrief.",
    "order": "The publication was changed by another program. Publish again: tidybrief run",
    "counts": "The publication was changed by another program. Publish again: tidybrief run",
    "coverage": "Look at the documents that the check names: they may be empty of facts, or not what they seem.",
    "reject_share": "Look at `rejects` in the staged tables; mend the documents, or raise max_reject_share.",
}
"""What to do about a code, where more can be said than the row itself says."""


def table_names(incomplete: str) -> list[str]:
    """The tables whose names begin so."""
    from tidybrief import schemas

    return [name for name in schemas.TABLES if name.startswith(incomplete)]


def _codes(incomplete: str) -> list[str]:
    return [code for code in _meanings() if code.startswith(incomplete)]


def schema(
    table: Annotated[
        str | None,
        typer.Argument(metavar="TABLE", help="A table.", show_default="all, briefly", autocompletion=table_names),
    ] = None,
    of_settings: Annotated[
        bool, typer.Option("--settings", help="The JSON Schema of tidybrief.toml instead, for editors.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say what the columns mean. Each column of a table with its type, meaning and rules.

    \b
    Examples:
      tidybrief schema
      tidybrief schema figures
      tidybrief schema figures --json
      tidybrief schema --settings
    """
    with told(as_json=as_json):
        from tidybrief import dictionary, schemas

        if of_settings:
            typer.echo(as_json_text(settings=json_schema()) if as_json else json.dumps(json_schema(), indent=2))
            return
        if table is not None and table not in schemas.TABLES:
            raise Refusal(Exit.WRONG_USAGE, f"{table}: no such table", hint(table, tuple(schemas.TABLES), "schema"))
        names = [table] if table else list(schemas.TABLES)
        if as_json:
            tables = {
                name: {"description": dictionary.describe(name).description, **dictionary.resource_schema(name)}
                for name in names
            }
            typer.echo(as_json_text(data_version=schemas.SCHEMA_VERSION, tables=tables))
        elif table:
            described = dictionary.describe(table)
            lines = [line for column in described.columns for line in _of_column(column)]
            typer.echo("\n".join([f"{table}: {described.description}", *lines]))
        else:
            width = max(map(len, names))
            typer.echo("\n".join(f"{name:<{width}}  {dictionary.describe(name).description}" for name in names))


def rule(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="A code.", show_default="all, briefly", autocompletion=_codes),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say what a code means. A code of `rejects` or a check of the gate, and what to do about it.

    \b
    Examples:
      tidybrief rule
      tidybrief rule UNSUPPORTED_FORMAT
      tidybrief rule reject_share
    """
    with told(as_json=as_json):
        meanings = _meanings()
        if code is None:
            width = max(map(len, meanings))
            told_all = "\n".join(f"{name:<{width}}  {meaning}" for name, meaning in meanings.items())
            typer.echo(as_json_text(codes=meanings) if as_json else told_all)
            return
        name = next((known for known in meanings if known.lower() == code.lower()), None)
        if name is None:
            raise Refusal(Exit.WRONG_USAGE, f"{code}: no such code", hint(code, tuple(meanings), "rule"))
        remedy = NEXT_STEPS.get(name, _SEE_ROW)
        answer = f"{name}: {meanings[name]}\n  → {remedy}"
        typer.echo(as_json_text(code=name, meaning=meanings[name], remedy=remedy) if as_json else answer)


def _meanings() -> dict[str, str]:
    from tidybrief.validation.checks import DESCRIPTIONS

    return {**vocabulary.REJECT_CODES, **DESCRIPTIONS}


def hint(given: str, known: tuple[str, ...], command: str) -> str:
    """The next step for who named something that is not among `known`, which the command lists."""
    near = get_close_matches(given.lower(), [name.lower() for name in known], n=1)
    meant = [name for name in known if near and name.lower() == near[0]]
    return f"Did you mean '{meant[0]}'?" if meant else f"There are: tidybrief {command}"


def _of_column(column: "Column") -> list[str]:
    facts = [column.type, *(["key"] if column.key else []), *(["may be null"] if column.nullable else [])]
    rules = [f"in {column.unit}"] if column.unit else []
    rules += [*column.constraints, *([f"one of {', '.join(column.one_of)}"] if column.one_of else [])]
    rules += [f"exists in {column.references}"] if column.references else []
    return [
        f"  {column.name}  ({', '.join(facts)})",
        f"      {column.description}" + (f" [{'; '.join(rules)}]" if rules else ""),
    ]
