"""The evidence pages of the latest publication, for those that the next one would make in the same way.

What belongs here: keeping what each page was made from, and whether a page may stand in another publication. Which
digest says what a page is made from is decided in `briefing`.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tidybrief.publishing import files
from tidybrief.publishing.history import Run, latest, read_record
from tidybrief.publishing.publication import EVIDENCE

KEPT: Final = ".cache/pages.json"


@dataclass(frozen=True, slots=True)
class EarlierPages:
    """Pages by file name: where each lies, the digest of what it was made from, and that of its bytes."""

    paths: Mapping[str, Path]
    made_from: Mapping[str, str]
    sha256: Mapping[str, str]

    @classmethod
    def of(cls, outputs: Path, method: str) -> "EarlierPages":
        """Those of the latest publication if it was made by this method, but for pages that were changed since."""
        run, kept = latest(outputs), files.read_json(outputs / KEPT)
        if run is None or kept.get("run_id") != run.run_id or kept.get("method") != method:
            return cls({}, {}, {})
        published = files.as_mapping(read_record(run.folder).get("files"))
        known = files.as_mapping(kept.get("made_from"))
        paths = {name: run.folder / EVIDENCE / name for name in known}
        sha256 = {
            name: digest
            for name, path in paths.items()
            if (digest := _sha256(path)) == files.as_mapping(published.get(f"{EVIDENCE}/{name}")).get("sha256")
        }
        return cls(paths, {name: str(known[name]) for name in sha256}, sha256)


class StagedPages:
    """A folder of pages on their way to publication, written one by one, also by other processes."""

    def __init__(self, folder: Path) -> None:
        # Anew, not over what is there: that may be part of a publication already.
        files.remove(folder)
        folder.mkdir(parents=True)
        self._folder = folder

    @property
    def paths(self) -> dict[str, Path]:
        """The pages by file name."""
        return {path.name: path for path in sorted(self._folder.iterdir())}

    def write(self, name: str, html: str) -> None:
        """Adds a page."""
        (self._folder / name).write_text(html, encoding="utf-8", newline="\n")


def keep_pages(outputs: Path, run: Run, method: str, made_from: Mapping[str, str]) -> None:
    """Notes what the evidence pages of a publication are made from."""
    noted = {"run_id": run.run_id, "method": method, "made_from": dict(made_from)}
    files.replace_json(outputs / KEPT, noted)


def _sha256(page: Path) -> str:
    """The digest of a page; empty where it cannot be read."""
    try:
        return hashlib.sha256(page.read_bytes()).hexdigest()
    except OSError:
        return ""
