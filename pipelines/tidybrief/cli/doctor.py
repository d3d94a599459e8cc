"""`tidybrief doctor`: is everything in place for a run?

What belongs here: the command, what it looks at, and its answer. Nothing is changed.
"""

import os
import platform
from collections import Counter
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath
from typing import Any, Final

import typer

from tidybrief import __version__
from tidybrief.cli.answers import as_json_text
from tidybrief.cli.exits import Exit, told
from tidybrief.cli.options import AsJson, Outputs, Raw, Reports
from tidybrief.lexicon import LexiconError, load_lexicon
from tidybrief.reading import find_files
from tidybrief.reading.formats import FORMATS
from tidybrief.settings import InForce, Settings, SettingsError, settings_in_force

SHOWN: Final = ("dagster", "pandera", "polars")
OPTIONAL: Final = {
    "duckdb": ("duckdb", "exports to DuckDB"),
    "xlsxwriter": ("xlsx", "exports to Excel"),
    "s3fs": ("s3", "copies in object storage"),
    "dagster-postgres": ("postgres", "a history in PostgreSQL"),
    "ray": ("ray", "many machines"),
}
"""Packages that only some uses need: the extra that brings each, and what it is for."""


@dataclass(frozen=True, slots=True)
class _Problem:
    """What stands in the way of a run, and what to do."""

    cause: str
    next_step: str


def doctor(raw: Raw = None, outputs: Outputs = None, reports: Reports = None, as_json: AsJson = False) -> None:
    """Look whether a run has what it needs. That is documents, readers, settings, and folders to write in.

    \b
    Examples:
      tidybrief doctor
      tidybrief doctor texts --outputs results
      tidybrief doctor --json

    Ends with 1 where something stands in the way of a run.
    """
    with told(as_json=as_json):
        in_force = settings_in_force(raw=raw, outputs=outputs, reports=reports)
        settings = Settings(**{setting.name: setting.value for setting in in_force})
        by_type, problems = _documents(settings.raw)
        problems += _not_writable(settings.outputs) + _not_writable(settings.reports)
        problems += _lexicon(settings) + _copies(settings)
        found: dict[str, Any] = {
            "versions": _versions(),
            "formats": {suffix: each.media_type for suffix, each in FORMATS.items()},
            "documents": by_type,
            "settings": {each.name: {"value": each.shown, "origin": each.origin} for each in in_force},
            "publications": _publications(settings.outputs),
        }
        if as_json:
            causes = [{"cause": each.cause, "next_step": each.next_step} for each in problems]
            typer.echo(as_json_text(holds=not problems, **found, problems=causes))
        else:
            typer.echo("\n".join(_told(found, in_force, settings, problems)))
    if problems:
        raise typer.Exit(Exit.DOES_NOT_HOLD)


def _versions() -> dict[str, str | None]:
    named = {"tidybrief": __version__, "python": platform.python_version()}
    return named | {name: _version(name) for name in (*SHOWN, *OPTIONAL)}


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _documents(raw: Path) -> tuple[dict[str, int], list[_Problem]]:
    """How many files of each suffix the raw folder holds, and what keeps a run from using them."""
    if not raw.is_dir():
        return {}, [_Problem(f"{raw}: no such folder", "Make it, or start a project: tidybrief init")]
    try:
        suffixes = [PurePosixPath(doc_id).suffix.lower() for doc_id, _ in find_files(raw)]
    except OSError as error:
        return {}, [_Problem(f"{raw}: {error.strerror}", "Give yourself the right to list it.")]
    by_type = dict(sorted(Counter(suffixes).items()))
    if not any(suffix in FORMATS for suffix in by_type):
        return by_type, [_Problem(f"{raw}: no document of a format that is read", f"Put in {', '.join(FORMATS)}.")]
    return by_type, []


def _not_writable(folder: Path) -> list[_Problem]:
    present = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    if present.is_dir() and os.access(present, os.W_OK | os.X_OK):
        return []
    return [
        _Problem(f"{folder}: cannot be written", f"Give yourself the right to write in {present}, or name another.")
    ]


def _lexicon(settings: Settings) -> list[_Problem]:
    try:
        load_lexicon(settings.lexicon)
    except LexiconError as error:
        return [_Problem(error.cause, error.next_step)]
    return []


def _copies(settings: Settings) -> list[_Problem]:
    if not settings.publish_to:
        return []
    from tidybrief.publishing import copies

    try:
        copies.hold_address(settings.publish_to)
        copies.look(settings.publish_to)
    except SettingsError as error:
        return [_Problem(error.cause, error.next_step)]
    except copies.NotCopied as error:
        return [_Problem(f"{settings.publish_to}: {error}", "Give yourself access, or name another address.")]
    return []


def _publications(outputs: Path) -> dict[str, Any]:
    from tidybrief import publishing

    latest = publishing.latest(outputs)
    return {
        "latest": latest.run_id if latest else None,
        "kept": [folder.name for folder in publishing.run_folders(outputs)],
    }


def _told(found: dict[str, Any], in_force: list[InForce], settings: Settings, problems: list[_Problem]) -> list[str]:
    lines = ["Versions"]
    for name, number in found["versions"].items():
        extra, purpose = OPTIONAL.get(name, ("", ""))
        lines.append(f"  {name:<18}{number or f'not installed; for {purpose}: the extra [{extra}]'}")
    lines += [f"Formats that are read: {' '.join(found['formats'])}", f"Documents in {settings.raw}"]
    for suffix, count in found["documents"].items():
        lines.append(f"  {suffix or 'no suffix':<12}{count:,}{'' if suffix in FORMATS else '  no reader'}")
    lines.append("Settings")
    for setting in in_force:
        lines.append(f"  {setting.name:<18}{_in_words(setting.shown):<28}  {setting.origin}")
    kept = len(found["publications"]["kept"])
    lines.append(f"Publications in {settings.outputs}: {kept}, the latest {found['publications']['latest'] or 'none'}")
    for problem in problems:
        lines += [f"Problem: {problem.cause}", f"  → {problem.next_step}"]
    return [*lines, "Something stands in the way of a run." if problems else "All is in place for a run."]


def _in_words(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
