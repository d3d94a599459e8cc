"""Writing files so that a reader, or a run after a crash, never sees half of one.

What belongs here: bytes, links and folders. What is in them is decided elsewhere.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Container, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

_AT_ONCE: Final = 16
"""Files that are waited for at the same time."""
_FILES_OF_A_PART: Final = 64
_JSON: Final = json.JSONEncoder(ensure_ascii=False, indent=2, default=str)


def replace_text(path: Path, text: str) -> None:
    """Writes the file in one atomic step, and makes sure that it stays written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    settle(beside)
    beside.replace(path)
    settle(path.parent)


def replace_json(path: Path, value: Mapping[str, Any]) -> None:
    """Writes what `as_json` says, which may be long and is never in memory as a whole, like `replace_text`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_JSON.iterencode(value))
        file.write("\n")
    settle(beside)
    beside.replace(path)
    settle(path.parent)


def replace_link(path: Path, target: str) -> bool:
    """Makes `path` a link to `target` in one atomic step; False where links cannot be made."""
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    try:
        beside.symlink_to(target)
    except (OSError, NotImplementedError):  # a system or a disk without links
        return False
    beside.replace(path)
    settle(path.parent)
    return True


def share(path: Path, beside: Path) -> None:
    """Makes `beside` the same file as `path`, which nobody writes to any more; a copy where files cannot be shared."""
    try:
        os.link(path, beside)
    except (OSError, NotImplementedError):  # a system or a disk without links
        shutil.copyfile(path, beside)


def settle(path: Path) -> None:
    """Waits until a file, or what a folder lists, is on the disk. Some systems give no handle on folders."""
    is_folder = path.is_dir()
    try:
        descriptor = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
    except PermissionError:
        if is_folder:
            return
        raise
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle_all(folder: Path, settled: Container[Path]) -> None:
    """Waits until everything in the folder but what is `settled` is on the disk. Asked for many files at once, the disk
    writes them in one go."""
    paths = [str(path) for path in (folder, *folder.rglob("*")) if path not in settled]
    parts = (paths[start : start + _FILES_OF_A_PART] for start in range(0, len(paths), _FILES_OF_A_PART))
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        list(threads.map(_settle_some, parts))  # which raises what a thread has raised


def _settle_some(paths: Iterable[str]) -> None:
    for path in paths:
        settle(Path(path))


def remove(folder: Path) -> None:
    """Removes a folder and all in it, where there is one."""
    if folder.exists():
        shutil.rmtree(folder)


def as_json(value: Mapping[str, Any]) -> str:
    """The one way in which this project writes JSON files."""
    return f"{_JSON.encode(value)}\n"


def read_json(path: Path) -> Mapping[str, Any]:
    """The object in a JSON file; empty where there is none that can be read."""
    try:
        return as_mapping(json.loads(path.read_bytes()))
    except (OSError, ValueError):
        return {}


def as_mapping(value: Any) -> Mapping[str, Any]:
    """A JSON value where it is an object; empty where it is anything else."""
    return value if isinstance(value, dict) else {}


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digests(folder: Path, known: Mapping[str, str]) -> dict[str, str]:
    """The SHA-256 of each file in a folder and below, by its path from there; `known` has some of them."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    names = sorted((path.relative_to(folder).as_posix() for path in paths), key=by_folder)
    return {name: known.get(name) or sha256(folder / name) for name in names}


def by_folder(name: str) -> list[str]:
    """What sorts paths: first by their folders, then by their names."""
    return name.split("/")


def sums(digests: Mapping[str, str]) -> str:
    """Digests of files in the form that `sha256sum --check` reads."""
    return "".join(f"{digest}  {name}\n" for name, digest in digests.items())
