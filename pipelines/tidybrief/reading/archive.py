"""ZIP archives.

What belongs here: the files inside an archive, and what makes one dangerous. Nothing is unpacked to disk. How much one
file of the folder may hold in all is bounded in `files`.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from tidybrief.reading.parts import Options, Part
from tidybrief.reading.problem import InputError, too_large

MOST_MEMBERS: Final = 10_000
HIGHEST_RATIO: Final = 200
"""Bytes for each packed byte. Text packs to a tenth, the most monotonous table to a hundredth."""
_SMALL: Final = 1024 * 1024
_ENCRYPTED: Final = 0x1
_SYSTEM_FOLDERS: Final = frozenset(("__MACOSX",))


def read_zip(content: bytes, options: Options) -> Iterator[Part]:
    """A part for each file in the archive, hidden ones aside. Raises InputError (BROKEN, ARCHIVE_LIMIT)."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:  # the last for a ZIP of a later version
        raise InputError(
            "BROKEN", f"the archive is damaged, or no ZIP: {error}", "Fetch it again, or pack it anew."
        ) from error
    with archive:
        members = [member for member in archive.infolist() if not _is_folder_or_hidden(member.filename)]
        if len(members) > MOST_MEMBERS:
            raise InputError(
                "ARCHIVE_LIMIT",
                f"the archive has {len(members):,} files, the limit is {MOST_MEMBERS:,}",
                "Unpack it into the folder in its place.",
            )
        for member in members:
            name, problem = _safe(member.filename)
            yield Part(name, problem or _content(archive, member, options.max_bytes))


def _is_folder_or_hidden(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    is_hidden = path.name.startswith(".") and path.name != ".."
    return name.endswith("/") or is_hidden or not _SYSTEM_FOLDERS.isdisjoint(path.parts)


def _safe(name: str) -> tuple[str, InputError | None]:
    """The name as part of a doc_id, and the problem where it leads out of the archive."""
    path = PurePosixPath(name.replace("\\", "/"))
    parts = [part for part in path.parts if part not in {"/", "."}]
    clean = "/".join(part.replace("!", "_") if part.endswith("!") else part for part in parts)
    clean = clean.encode("utf-8", "replace").decode()
    if path.is_absolute() or ".." in parts or any(part.endswith(":") for part in parts[:1]):
        return clean.replace("..", "_") or "_", InputError(
            "UNSAFE_PATH",
            f"the name {name!r} leads out of the archive",
            "Do not trust the archive. Unpack what is wanted by hand, into the folder.",
        )
    return clean or "_", None


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, max_bytes: int) -> bytes | InputError:
    """The bytes of a member, read no further than the limits go, whatever the archive says of their number."""
    if member.flag_bits & _ENCRYPTED:
        return InputError("ENCRYPTED", "the file is packed with a password", "Pack it without one, or unpack it.")
    limit = min(max_bytes, max(_SMALL, HIGHEST_RATIO * member.compress_size))
    if member.file_size > max_bytes:
        return too_large(member.file_size, max_bytes)
    try:
        with archive.open(member) as file:
            content = file.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        return InputError("BROKEN", f"the file cannot be unpacked: {error}", "Pack it anew, or unpack it by hand.")
    if len(content) <= limit:
        return content
    if limit == max_bytes:
        return too_large(len(content), max_bytes)
    return InputError(
        "ARCHIVE_LIMIT",
        f"it unpacks to more than {HIGHEST_RATIO} times its packed size",
        "Unpack it by hand, and put it into the folder if it is what it should be.",
    )
