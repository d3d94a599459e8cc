"""What lies in an outputs folder: the runs published, which one is the latest, and who may add to them.

What belongs here: names and places of runs, reading them, the lock, and clearing up after a run that died.
What does not: writing a run (`publication`).
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import filelock
import polars as pl

from tidybrief import schemas
from tidybrief.publishing import files
from tidybrief.publishing.fingerprint import Fingerprint

RUNS: Final = "runs"
LATEST: Final = "latest"
LATEST_FILE: Final = "latest.json"
RECORD: Final = "run.json"
STAGING: Final = ".staging"
UNDER_WAY: Final = ".staging/publishing.json"
LOCK: Final = ".lock"
RUN_ID: Final = re.compile(r"(\d{4,})-[0-9a-f]{8}")
_FIRST: Final = 1_024
_END: Final = b"\n}\n"
_NAMES_A_RUN: Final = re.compile(r'^  "(predecessor|digest)": (null|"[^"\\]*"),$', re.MULTILINE)
DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class Locked(RuntimeError):
    """Another run holds the outputs folder and did not end in time."""


@dataclass(frozen=True, slots=True)
class Run:
    """A publication, or one about to be.

    `run_id` is its number and the first digits of its digest ("0007-3f9c2a1b"), `folder` `outputs/runs/<run_id>`,
    `predecessor` the run_id of the publication before it, None for the first.
    """

    run_id: str
    number: int
    digest: str
    folder: Path
    predecessor: str | None


def latest(outputs: Path) -> Run | None:
    """The latest publication of an outputs folder; None where nothing was published yet."""
    run_id = _latest_id(outputs)
    return read_run(outputs / RUNS / run_id) if run_id else None


def read_run(folder: Path) -> Run | None:
    """The run that lies in a folder; None where its record is missing or damaged."""
    record = _first_lines(folder) or read_record(folder)
    try:
        return Run(folder.name, _number(folder.name), str(record["digest"]), folder, record["predecessor"])
    except (KeyError, ValueError):
        return None


def _first_lines(folder: Path) -> Mapping[str, Any]:
    """What names a run, without the lists of its record, which may be long; empty where it is not whole."""
    try:
        with (folder / RECORD).open("rb") as file:
            first = file.read(_FIRST).decode("utf-8", "replace")
            file.seek(-len(_END), os.SEEK_END)
            is_whole = file.read() == _END
    except OSError:
        return {}
    return {name: json.loads(value) for name, value in _NAMES_A_RUN.findall(first)} if is_whole else {}


def read_record(folder: Path) -> Mapping[str, Any]:
    """The `run.json` of a run folder: inputs, method, settings, counts, checks, files; empty if unreadable."""
    return files.read_json(folder / RECORD)


def next_run(outputs: Path, fingerprint: Fingerprint) -> Run:
    """The name that the next publication will have, with the latest as its predecessor. Writes nothing."""
    predecessor = latest(outputs)
    number = 1 + max((_number(folder.name) for folder in run_folders(outputs)), default=0)
    run_id = f"{number:04d}-{fingerprint.digest[:8]}"
    return Run(
        run_id=run_id,
        number=number,
        digest=fingerprint.digest,
        folder=outputs / RUNS / run_id,
        predecessor=predecessor.run_id if predecessor else None,
    )


def run_folders(outputs: Path) -> list[Path]:
    """The folders of all runs, the oldest first."""
    runs = outputs / RUNS
    folders = [folder for folder in runs.iterdir() if RUN_ID.fullmatch(folder.name)] if runs.is_dir() else []
    return sorted(folders, key=lambda folder: _number(folder.name))


def is_current(outputs: Path, fingerprint: Fingerprint) -> bool:
    """Whether the latest publication has this input and method and all its files."""
    run = latest(outputs)
    if run is None or run.digest != fingerprint.digest:
        return False
    published = files.as_mapping(read_record(run.folder).get("files"))
    return all(
        (run.folder / name).is_file() and (run.folder / name).stat().st_size == files.as_mapping(facts).get("bytes")
        for name, facts in published.items()
    )


def load(folder: Path, tables: Iterable[str] = tuple(schemas.TABLES)) -> dict[str, pl.DataFrame]:
    """The tables of a run folder by name; of those that are wanted, those that are there."""
    paths = {name: folder / f"{name}.parquet" for name in tables}
    return {name: pl.read_parquet(path) for name, path in paths.items() if path.is_file()}


def count_rows(folder: Path) -> dict[str, int]:
    """How many rows each table of a run folder has."""
    paths = {name: folder / f"{name}.parquet" for name in schemas.TABLES}
    return {
        name: int(pl.scan_parquet(path).select(pl.len()).collect().item())
        for name, path in paths.items()
        if path.is_file()
    }


def method_of(record: Mapping[str, Any]) -> dict[str, str]:
    """How a run was made, in words by name: method and settings of its record, digests by their first digits.

    Takes any mapping with the keys `method` and `settings`.
    """
    method, settings = (files.as_mapping(record.get(name)) for name in ("method", "settings"))
    parts = {name: value for name, value in method.items() if not isinstance(value, Mapping)}
    parts |= {f"library {name}": value for name, value in files.as_mapping(method.get("libraries")).items()}
    parts |= {f"setting {name}": value for name, value in settings.items()}
    return {name: _brief(value) for name, value in parts.items()}


def _brief(value: Any) -> str:
    return value[:8] if isinstance(value, str) and DIGEST.fullmatch(value) else str(value)


@contextmanager
def lock(outputs: Path, timeout: float) -> Iterator[None]:
    """Holds the outputs folder for one run, and creates it where it is missing.

    Raises Locked after `timeout` seconds (0: at once). The lock is the kernel's: it ends with the process
    that holds it. The same process may take it again within. What a run that died has left half done is
    cleared away first.
    """
    outputs.mkdir(parents=True, exist_ok=True)
    held = filelock.FileLock(outputs.resolve() / LOCK, thread_local=False, is_singleton=True)
    try:
        held.acquire(timeout=timeout)
    except filelock.Timeout as error:
        raise Locked(f"{outputs}: another run is still at work; waited {timeout:g} seconds") from error
    try:
        if held.lock_counter == 1:
            _clear_up(outputs)
        yield
    finally:
        held.release()


def _clear_up(outputs: Path) -> None:
    """Removes what a run that died left half done, also a run folder that never became the latest."""
    for half_built in (outputs / STAGING).glob("*/publication"):
        files.remove(half_built)
    note = outputs / UNDER_WAY
    if note.exists():
        run_id = str(files.read_json(note).get("run_id"))
        if RUN_ID.fullmatch(run_id) and run_id != _latest_id(outputs):
            files.remove(outputs / RUNS / run_id)
        note.unlink()


def _latest_id(outputs: Path) -> str | None:
    link = outputs / LATEST
    pointer = files.read_json(outputs / LATEST_FILE).get("run_id")
    run_id = link.readlink().name if link.is_symlink() else str(pointer)
    return run_id if RUN_ID.fullmatch(run_id) else None


def _number(run_id: str) -> int:
    return int(run_id.partition("-")[0])
