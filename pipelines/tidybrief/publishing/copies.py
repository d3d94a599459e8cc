"""Copies of publications in another place: an object store, or any other file system that fsspec has a driver for.

What belongs here: the order of writing that lets a reader of the copy never see half of a publication, and removing
from the copy what must not stay. What does not: publishing itself, which needs a rename and a link in one step, and so
happens on a disk.

A copy has the layout of an outputs folder, with `latest.json` and without the link `latest`. It keeps every publication
that was ever copied.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from tidybrief.publishing import files
from tidybrief.publishing.history import LATEST_FILE, RECORD, RUN_ID, RUNS, Run
from tidybrief.settings import SettingsError

EXTRAS: Final = {"s3": "s3"}
"""The extra of this package that brings the driver, by the protocol of an address."""
NEW_FOLDERS: Final[Mapping[str, Mapping[str, Any]]] = {"file": {"auto_mkdir": True}}
"""What a driver has to be told so that it makes folders that are not there; object stores have none."""


class NotCopied(RuntimeError):
    """The other place could not be reached, read or written; the message says why."""


def hold_address(address: str) -> None:
    """Raises SettingsError where nothing that is installed can write to such an address."""
    from fsspec import get_filesystem_class

    protocol = address.partition("://")[0]
    try:
        get_filesystem_class(protocol)
    except ImportError as error:
        extra = EXTRAS.get(protocol)
        raise SettingsError(
            f"publish_to: {address}: {error}",
            f"pip install 'tidybrief[{extra}]'" if extra else "Install the package that it names.",
        ) from error
    except ValueError as error:
        raise SettingsError(f"publish_to: {address}: {error}", "Write another protocol, such as s3://.") from error


def copy(run: Run, address: str) -> bool:
    """Makes the copy have this publication as its latest; False where it has already. Raises NotCopied.

    What leads to the publication is written last: a reader finds the one before, or this one, whole.
    """
    with _opened(address) as (system, root):
        if _latest_id(system, root) == run.run_id:
            return False
        names = [path.relative_to(run.folder).as_posix() for path in run.folder.rglob("*") if path.is_file()]
        here = [str(run.folder / name) for name in names]
        system.put(here, [f"{root}/{RUNS}/{run.run_id}/{name}" for name in names])
        system.pipe_file(f"{root}/{LATEST_FILE}", files.as_json({"run_id": run.run_id}).encode())
        return True


def look(address: str) -> str | None:
    """The run_id that the copy has as its latest; None where nothing was copied yet. Raises NotCopied."""
    with _opened(address) as (system, root):
        return _latest_id(system, root)


def copies_with(address: str, doc_id: str) -> list[str]:
    """The run_ids of the copied publications that a document went into, the oldest first, and of those whose copying
    never ended. Raises NotCopied."""
    with _opened(address) as (system, root):
        return [run_id for run_id in _run_ids(system, root) if _may_have(system, f"{root}/{RUNS}/{run_id}", doc_id)]


def remove_copies(address: str, doc_id: str) -> list[str]:
    """Removes what `copies_with` tells, and returns it. Raises NotCopied."""
    gone = copies_with(address, doc_id)
    with _opened(address) as (system, root):
        if _latest_id(system, root) in gone:
            system.rm_file(f"{root}/{LATEST_FILE}")
        for run_id in gone:
            system.rm(f"{root}/{RUNS}/{run_id}", recursive=True)
    return gone


@contextmanager
def _opened(address: str) -> Iterator[tuple[Any, str]]:
    """The file system of an address and the folder in it, as others see it now."""
    from fsspec.core import url_to_fs

    try:
        system, root = url_to_fs(address, **NEW_FOLDERS.get(address.partition("://")[0], {}))
        system.invalidate_cache()
        yield system, root.rstrip("/")
    except Exception as error:  # each driver has errors of its own
        raise NotCopied(str(error).strip() or type(error).__name__) from error


def _latest_id(system: Any, root: str) -> str | None:
    return _read(system, f"{root}/{LATEST_FILE}").get("run_id")


def _run_ids(system: Any, root: str) -> list[str]:
    try:
        names = [path.rstrip("/").rpartition("/")[2] for path in system.ls(f"{root}/{RUNS}", detail=False)]
    except FileNotFoundError:
        return []
    return sorted(name for name in names if RUN_ID.fullmatch(name))


def _may_have(system: Any, folder: str, doc_id: str) -> bool:
    inputs = _read(system, f"{folder}/{RECORD}").get("inputs")
    return not isinstance(inputs, list) or doc_id in {str(files.as_mapping(row).get("doc_id")) for row in inputs}


def _read(system: Any, path: str) -> Mapping[str, Any]:
    """The object in a JSON file; empty where there is none that can be read."""
    try:
        return files.as_mapping(json.loads(system.cat_file(path)))
    except (FileNotFoundError, ValueError):
        return {}
