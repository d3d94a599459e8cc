"""The publication of a run: everything is written beside, then swapped in.

What belongs here: the order of writing that leaves the last good publication whole whenever the process dies.
"""

import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

import polars as pl

from tidybrief.publishing import files
from tidybrief.publishing.croissant import CROISSANT, croissant
from tidybrief.publishing.descriptors import DATA_PACKAGE, data_package, run_record, write_table
from tidybrief.publishing.fingerprint import Fingerprint
from tidybrief.publishing.guide import README, readme
from tidybrief.publishing.history import (
    LATEST,
    LATEST_FILE,
    RECORD,
    RUNS,
    STAGING,
    UNDER_WAY,
    Run,
    run_folders,
)
from tidybrief.publishing.keeping import pinned
from tidybrief.publishing.sql import VIEWS, views
from tidybrief.publishing.staging import MixedTables, Staging
from tidybrief.validation import Check, Validated

Told = TypeVar("Told")

KEPT_RUNS: Final = 10
BRIEFING: Final = "briefing.html"
EVIDENCE: Final = "evidence"
SUMS: Final = "SHA256SUMS"


class GateClosed(RuntimeError):
    """The tables may not be published; `blocking` says why. Nothing was published."""

    def __init__(self, blocking: tuple[Check, ...]) -> None:
        self.blocking = blocking
        super().__init__("; ".join(f"{check.table}: {check.name} failed" for check in blocking))


def publish(
    outputs: Path,
    reports: Path,
    run: Run,
    validated: Validated,
    *,
    fingerprint: Fingerprint,
    briefing: str,
    evidence: Mapping[str, str | Path],
    started_at: datetime,
    keep: int = KEPT_RUNS,
    sha256: Mapping[str, str] | None = None,
) -> Run:
    """Makes the tables and the briefing the latest publication, and returns its run.

    `run` comes from `next_run` under the same lock. `evidence` maps file names to pages that lie in
    `evidence/` beside the briefing; a path stands for a page that lies somewhere already, `sha256` has the digests of
    those that an earlier publication has too. The last `keep` runs stay, older ones go. Raises GateClosed where a check
    blocks, MixedTables where `run` and `fingerprint` are not of one digest; then nothing changes.
    Call it while holding the lock.
    """
    if validated.blocking:
        raise GateClosed(validated.blocking)
    if run.digest != fingerprint.digest:
        raise MixedTables(f"run {run.run_id} was named for another input or method")
    staging = Staging.of(outputs, fingerprint)
    built = staging.folder / "publication"
    files.remove(built)
    pages = {BRIEFING: briefing} | _inside_evidence(evidence)
    _build(built, run, validated, fingerprint, pages)
    digests = files.digests(built, _inside_evidence(sha256 or {}))
    (built / SUMS).write_text(files.sums(digests), encoding="utf-8", newline="\n")
    digests[SUMS] = files.sha256(built / SUMS)
    in_order = sorted(digests, key=files.by_folder)
    written = {name: {"bytes": (built / name).stat().st_size, "sha256": digests[name]} for name in in_order}
    record = run_record(run, written, fingerprint, validated, started_at=started_at, published_at=datetime.now(UTC))
    files.replace_json(built / RECORD, record)
    published = outputs / RUNS  # which lies on the disk since then
    was_there = {built / name for name, page in pages.items() if isinstance(page, Path) and published in page.parents}
    files.settle_all(built, was_there)
    _swap_in(outputs, run, built)
    _forget(outputs, staging, run, keep)
    link_briefing(run, reports)
    return run


def _inside_evidence(pages: Mapping[str, Told]) -> dict[str, Told]:
    return {f"{EVIDENCE}/{name.removeprefix(f'{EVIDENCE}/')}": page for name, page in pages.items()}


def _build(
    built: Path, run: Run, validated: Validated, fingerprint: Fingerprint, pages: Mapping[str, str | Path]
) -> None:
    (built / EVIDENCE).mkdir(parents=True)
    for table, frame in validated.tables.items():
        write_table(built / f"{table}.parquet", table, frame, run.digest)
    for name, page in pages.items():
        if isinstance(page, Path):
            files.share(page, built / name)
        else:
            (built / name).write_text(page, encoding="utf-8", newline="\n")
    package = data_package(run, built, fingerprint, validated.tables)
    as_of = validated.tables["documents"].select(pl.col("published_on").max()).item()
    descriptions = {
        DATA_PACKAGE: files.as_json(package),
        CROISSANT: files.as_json(croissant(package, as_of)),
        VIEWS: views(validated.tables, run.run_id),
        README: readme(package, fingerprint.settings, as_of),
    }
    for name, text in descriptions.items():
        (built / name).write_text(text, encoding="utf-8", newline="\n")


def _swap_in(outputs: Path, run: Run, built: Path) -> None:
    """Moves the built folder among the runs and points `latest` at it.

    The note of what is under way comes first: who finds it after a crash knows that a run which is not the
    latest was never published.
    """
    files.replace_text(outputs / UNDER_WAY, files.as_json({"run_id": run.run_id}))
    runs = outputs / RUNS
    runs.mkdir(exist_ok=True)
    built.rename(run.folder)
    files.settle(runs)
    files.replace_link(outputs / LATEST, f"{RUNS}/{run.run_id}")
    files.replace_text(outputs / LATEST_FILE, files.as_json({"run_id": run.run_id}))
    (outputs / UNDER_WAY).unlink()


def _forget(outputs: Path, staging: Staging, run: Run, keep: int) -> None:
    """Removes the runs beyond the last `keep` that are not pinned, and what is staged for other inputs and methods."""
    stay = pinned(outputs) | {run.run_id}
    for folder in run_folders(outputs)[:-keep]:
        if folder.name not in stay:
            # Out of sight in one step: a run is never half there.
            files.remove(folder.rename(outputs / STAGING / folder.name))
    for folder in (outputs / STAGING).iterdir():
        if folder.is_dir() and folder != staging.folder:
            files.remove(folder)


def link_briefing(run: Run, reports: Path) -> Path:
    """Makes `reports/briefing.html` lead to the latest publication's briefing, and returns that path.

    A link through `outputs/latest`; a copy where links cannot be. What the briefing links to by a relative
    path, its evidence pages and the tables, is linked beside it, unless a file of that name that is no link
    is in the way.
    """
    reports.mkdir(parents=True, exist_ok=True)
    latest = run.folder.parent.parent / LATEST
    page = reports / BRIEFING
    if latest.is_symlink() and _link(page, latest / BRIEFING):
        for path in (run.folder / EVIDENCE, run.folder / DATA_PACKAGE, *sorted(run.folder.glob("*.parquet"))):
            beside = reports / path.name
            if beside.is_symlink() or not beside.exists():
                _link(beside, latest / path.name)
    else:
        files.replace_text(page, (run.folder / BRIEFING).read_text(encoding="utf-8"))
        if (reports / EVIDENCE).is_symlink():  # never write through a link into a publication
            (reports / EVIDENCE).unlink()
        shutil.copytree(run.folder / EVIDENCE, reports / EVIDENCE, dirs_exist_ok=True)
    return page


def _link(path: Path, target: Path) -> bool:
    """Links by a relative path, so that outputs and reports can be moved together."""
    through_latest = target.parent.parent.resolve() / target.parent.name / target.name
    wanted = os.path.relpath(through_latest, path.parent.resolve())
    return (path.is_symlink() and str(path.readlink()) == wanted) or files.replace_link(path, wanted)
