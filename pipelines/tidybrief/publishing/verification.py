"""Checks a publication as a stranger would: from its files alone.

What belongs here: what must hold of a run folder on disk. What must hold of its tables stands in
`validation`.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import polars as pl
from polars.exceptions import PanicException, PolarsError

from tidybrief import schemas
from tidybrief.publishing import files
from tidybrief.publishing.descriptors import DATA_PACKAGE
from tidybrief.publishing.history import RECORD, read_record
from tidybrief.publishing.staging import DIGEST
from tidybrief.validation import Check, examine

PUBLICATION: Final = "publication"


def verify(folder: Path) -> tuple[Check, ...]:
    """Re-checks a run folder: hashes, schemas, keys, references, order, and `text[start:end]` of each row.

    Never raises for what it finds in the folder: a missing or unreadable file is a failed check.
    """
    record = read_record(folder)
    tables = {name: table for name in schemas.TABLES if (table := _read(folder / f"{name}.parquet")) is not None}
    return (
        _check(
            "files",
            "All files are there, unchanged, and no others",
            _changed_files(folder, record),
            len(files.as_mapping(record.get("files"))),
        ),
        _check("descriptor", "The data package describes the tables", _misdescribed(folder, tables), len(tables)),
        _check("digest", "All tables are of the run's input and method", _mixed(folder, tables, record), len(tables)),
        *examine(tables),
    )


def _check(name: str, description: str, found: Iterable[tuple[str, str]], rows: int) -> Check:
    problems = tuple({"file": file, "reason": reason} for file, reason in found)
    return Check(
        table=PUBLICATION,
        name=name,
        description=description,
        severity="error",
        passed=not problems,
        failing_rows=len(problems),
        rows=rows,
        samples=problems,
    )


def _read(path: Path) -> pl.DataFrame | None:
    try:
        return pl.read_parquet(path)
    except (OSError, PolarsError, PanicException):
        return None


def _changed_files(folder: Path, record: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    expected = files.as_mapping(record.get("files"))
    if not expected:
        yield RECORD, "missing or damaged"
        return
    present = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}
    for name in sorted(expected.keys() - present):
        yield name, "missing"
    for name in sorted(present.keys() - expected - {RECORD}):
        yield name, "not part of the publication"
    for name in sorted(expected.keys() & present):
        if files.sha256(present[name]) != files.as_mapping(expected[name]).get("sha256"):
            yield name, "changed since it was published"


def _misdescribed(folder: Path, tables: Mapping[str, pl.DataFrame]) -> Iterable[tuple[str, str]]:
    told = files.read_json(folder / DATA_PACKAGE).get("resources")
    resources = [files.as_mapping(resource) for resource in told] if isinstance(told, list) else []
    for name, frame in tables.items():
        resource = next((resource for resource in resources if resource.get("name") == name), {})
        path = folder / f"{name}.parquet"
        facts = {"rows": frame.height, "bytes": path.stat().st_size, "hash": f"sha256:{files.sha256(path)}"}
        for fact, value in facts.items():
            if resource.get(fact) != value:
                yield name, f"{fact} is {value}, the data package says {resource.get(fact)}"


def _mixed(folder: Path, tables: Iterable[str], record: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for name in tables:
        if pl.read_parquet_metadata(folder / f"{name}.parquet").get(DIGEST) != record.get("digest"):
            yield name, "of another input or method"
