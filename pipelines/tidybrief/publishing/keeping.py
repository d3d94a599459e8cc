"""Which publications stay, and what must not.

What belongs here: pinning publications, and removing a document with all that was made of it. What does not: how many
publications are kept by themselves (`publication`).
"""

from pathlib import Path
from typing import Final

from tidybrief.publishing import files
from tidybrief.publishing.history import LATEST, LATEST_FILE, STAGING, latest, read_record, run_folders

PINNED: Final = "pinned.json"
MADE_OF_DOCUMENTS: Final = (STAGING, ".cache", ".dagster")
"""Folders of an outputs folder that may hold words of any document: staged tables, caches, the history of runs."""


def pinned(outputs: Path) -> frozenset[str]:
    """The run_ids of the publications that are never pruned."""
    told = files.read_json(outputs / PINNED).get("run_ids")
    return frozenset(map(str, told)) if isinstance(told, list) else frozenset()


def pin(outputs: Path, run_id: str, *, keep: bool) -> frozenset[str]:
    """Pins a publication, or lets it go, and returns all that are pinned now. Call it while holding the lock."""
    run_ids = pinned(outputs) | {run_id} if keep else pinned(outputs) - {run_id}
    files.replace_text(outputs / PINNED, files.as_json({"run_ids": sorted(run_ids)}))
    return run_ids


def purge(outputs: Path, reports: Path, doc_id: str) -> list[str]:
    """Removes all that was made of a document, and returns the run_ids of the publications that went with it.

    A publication is one whole: each that has the document goes, a pinned one too. Caches, staged tables and the history
    of runs go altogether. Call it while holding the lock.
    """
    gone = publications_with(outputs, doc_id)
    current = latest(outputs)
    if current is None or current.folder in gone:
        (outputs / LATEST).unlink(missing_ok=True)
        (outputs / LATEST_FILE).unlink(missing_ok=True)
        _remove_linked(reports)
    for folder in gone:
        files.remove(folder)
        pin(outputs, folder.name, keep=False)
    for name in MADE_OF_DOCUMENTS:
        files.remove(outputs / name)
    return [folder.name for folder in gone]


def publications_with(outputs: Path, doc_id: str) -> list[Path]:
    """The folders of the kept runs that a document went into, the oldest first."""
    return [folder for folder in run_folders(outputs) if doc_id in _documents(folder)]


def _documents(folder: Path) -> frozenset[str]:
    """The documents that went into a run, those turned away included."""
    inputs = read_record(folder).get("inputs")
    return frozenset(str(row.get("doc_id")) for row in inputs) if isinstance(inputs, list) else frozenset()


def _remove_linked(reports: Path) -> None:
    """Removes the latest briefing from the reports folder, whether it is linked there or copied."""
    for path in reports.iterdir() if reports.is_dir() else ():
        if path.is_symlink() or path.name == "briefing.html":
            path.unlink()
        elif path.name == "evidence":
            files.remove(path)
