"""What a publication says about itself: field and file metadata, `datapackage.json`, `run.json`.

What belongs here: the form of these. What columns mean comes from `dictionary`.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import polars as pl

import tidybrief
from tidybrief import dictionary, schemas
from tidybrief.publishing import files
from tidybrief.publishing.fingerprint import Fingerprint
from tidybrief.publishing.history import Run
from tidybrief.publishing.staging import DIGEST
from tidybrief.validation import Check, Validated

DATA_PACKAGE: Final = "datapackage.json"
PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
DESCRIPTION: Final = "What a collection of documents states: one row per observation, each grounded in its words."
ROW_GROUP: Final = 262_144
"""Rows a group. Stated, so that the bytes do not depend on how many threads wrote them."""


def write_table(path: Path, table: str, frame: pl.DataFrame, digest: str) -> None:
    """Writes a valid table as the contract's Parquet: the same rows and digest give the same bytes."""
    frame.rechunk().write_parquet(
        path,
        compression="zstd",
        statistics=True,
        row_group_size=ROW_GROUP,
        arrow_schema=dictionary.arrow_schema(table),
        metadata={
            "tidybrief:table": table,
            "tidybrief:description": dictionary.describe(table).description,
            "tidybrief:schema_version": schemas.SCHEMA_VERSION,
            DIGEST: digest,
        },
    )


def data_package(
    run: Run, folder: Path, fingerprint: Fingerprint, tables: Mapping[str, pl.DataFrame]
) -> dict[str, Any]:
    """The Data Package (v2) descriptor of the tables that lie in `folder`."""
    documents = tables["documents"].select("doc_id", "title", "url").iter_rows()
    settings = fingerprint.settings
    return {
        "$schema": PROFILE,
        "name": "tidybrief",
        "title": str(settings.get("title", "tidybrief")),
        "description": settings.get("description", DESCRIPTION),
        "version": run.run_id,
        "schema_version": schemas.SCHEMA_VERSION,
        **_stated(settings),
        "sources": [_source(*document) for document in documents],
        "resources": [_resource(table, folder / f"{table}.parquet", frame.height) for table, frame in tables.items()],
    }


def _stated(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Who publishes, under which licence and how it is to be cited, as far as the settings say so."""
    stated: dict[str, Any] = {}
    if licence := settings.get("licence"):
        stated["licenses"] = [{"path": licence} if licence.startswith(("http://", "https://")) else {"name": licence}]
    if publisher := settings.get("publisher"):
        stated["contributors"] = [{"title": publisher, "roles": ["publisher"]}]
    if citation := settings.get("citation"):
        stated["citation"] = citation
    return stated


def _source(doc_id: str, title: str | None, url: str | None) -> dict[str, str]:
    source = {"title": title or doc_id, "doc_id": doc_id}
    return source | ({"path": url} if url and url.startswith(("http://", "https://")) else {})


def _resource(table: str, path: Path, rows: int) -> dict[str, Any]:
    return {
        "name": table,
        "type": "table",
        "path": path.name,
        "description": dictionary.describe(table).description,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{files.sha256(path)}",
        "rows": rows,
        "schema": dictionary.resource_schema(table),
    }


def _reasons(check: Check) -> list[dict[str, Any]]:
    """Why rows fail, without the rows."""
    return [{"reason": sample["reason"]} for sample in check.samples if "reason" in sample]


def run_record(
    run: Run,
    written: Mapping[str, Mapping[str, Any]],
    fingerprint: Fingerprint,
    validated: Validated,
    *,
    started_at: datetime,
    published_at: datetime,
) -> dict[str, Any]:
    """What `run.json` says; the only place in a publication with clock times. `written` has size and digest of each
    file so far."""
    rejects = validated.tables["rejects"]
    return {
        "run_id": run.run_id,
        "predecessor": run.predecessor,
        "digest": run.digest,
        "started_at": started_at.isoformat(timespec="seconds"),
        "published_at": published_at.isoformat(timespec="seconds"),
        "tidybrief": tidybrief.__version__,
        "schema_version": schemas.SCHEMA_VERSION,
        "method": fingerprint.method,
        "settings": fingerprint.settings,
        "counts": {table: frame.height for table, frame in validated.tables.items()},
        "rejects": dict(rejects.group_by("code").len().sort("code").iter_rows()),
        "rejected_rows": validated.rejected_rows,
        "checks": [asdict(check) | {"samples": _reasons(check)} for check in validated.checks],
        "inputs": fingerprint.inputs,
        "files": written,
    }
