"""The briefing of a publication: made once when it is published, and again from what is published.

What belongs here: what a page is made from, earlier publications included, and writing pages to a folder. What does
not: what a page says and how it looks (`briefing`).
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import polars as pl

from tidybrief import __version__, dictionary, schemas
from tidybrief.briefing import Briefing, Past, render
from tidybrief.corpus import Edition
from tidybrief.engines.known_rows import KnownRows
from tidybrief.engines.workers import Crew
from tidybrief.publishing import files
from tidybrief.publishing.descriptors import DATA_PACKAGE
from tidybrief.publishing.history import Run, load, read_record, run_folders
from tidybrief.publishing.publication import BRIEFING, EVIDENCE
from tidybrief.validation import Check

_TOLD_OF_EARLIER: Final = ("documents", "figures")
_COLUMNS: Final[Mapping[str, list[str]]] = {"documents": ["doc_id", "published_on"]}
"""Of which tables of earlier publications only some columns are needed."""


def make_page(
    run: Run,
    tables: Mapping[str, pl.DataFrame],
    *,
    title: str,
    checks: Sequence[Check],
    keep: int,
    made_before: Mapping[str, str] | None = None,
    write: Callable[[str, str], None] | None = None,
    crew: Crew | None = None,
    known: KnownRows | None = None,
) -> Briefing:
    """The briefing of a publication, or of one about to be; `keep` is how many are kept.

    Evidence pages made from what `made_before` says (see `EarlierPages`) are left out; `write` takes the others, in the
    processes of the `crew` where there are many. `known` has what earlier runs worked out from single rows.
    """
    return render(
        tables,
        title=title,
        checks=checks,
        version=__version__,
        past=_past_of(run, keep),
        made_before=made_before,
        write=write,
        crew=crew,
        known=known,
    )


def remake_page(run: Run, keep: int) -> Briefing:
    """The briefing from what is published: the same bytes as then, if made by the same version from the same past."""
    record = read_record(run.folder)
    title = str(files.as_mapping(record.get("settings")).get("title", "Briefing"))
    checks = [Check(**found) for found in record.get("checks", ())]
    tables = {name: dictionary.empty(name) for name in schemas.TABLES} | load(run.folder)
    return make_page(run, tables, title=title, checks=checks, keep=keep)


def write_page(page: Briefing, run: Run, folder: Path) -> Path:
    """Writes a briefing with its evidence to a folder, the tables of the run linked beside it; returns its path."""
    files.remove(folder / EVIDENCE)
    (folder / EVIDENCE).mkdir(parents=True)
    (folder / BRIEFING).write_text(page.html, encoding="utf-8", newline="\n")
    for name, html in page.evidence.items():
        (folder / EVIDENCE / name).write_text(html, encoding="utf-8", newline="\n")
    for path in (*sorted(run.folder.glob("*.parquet")), run.folder / DATA_PACKAGE):
        target = os.path.relpath(path.resolve(), folder.resolve())
        if path.is_file() and not files.replace_link(folder / path.name, target):
            shutil.copy2(path, folder / path.name)
    return folder / BRIEFING


def is_as_published(page: Briefing, run: Run) -> bool:
    """Whether the publication has this very page."""
    published = run.folder / BRIEFING
    return published.is_file() and published.read_bytes() == page.html.encode()


def _past_of(run: Run, keep: int) -> Past:
    """What is kept of the publications before this one."""
    folders = [
        folder for folder in run_folders(run.folder.parent.parent) if int(folder.name.partition("-")[0]) < run.number
    ]
    kept = [
        (folder.name, Edition(_Earlier(folder)))
        for folder in folders[max(0, len(folders) - (keep - 1)) :]
        if all((folder / f"{name}.parquet").is_file() for name in _TOLD_OF_EARLIER)
    ]
    return Past(run.predecessor, tuple(kept))


class _Earlier(Mapping[str, pl.DataFrame]):
    """The tables of an earlier publication, each read whenever it is asked for: they are many, and seldom needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> pl.DataFrame:
        return pl.read_parquet(self._folder / f"{name}.parquet", columns=_COLUMNS.get(name))

    def __iter__(self) -> Iterator[str]:
        return iter(_TOLD_OF_EARLIER)

    def __len__(self) -> int:
        return len(_TOLD_OF_EARLIER)
