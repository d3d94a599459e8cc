"""The evidence pages of the latest publication, for those that the next one would make in the same way.

What belongs here: keeping what each page was made from, and whether a page may stand in another publication. Which
digest says what a page is made from is decided in `briefing`.
"""

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
    """Pages that lie in `folder`, by file name, with the digest of what each was made from; none where it is None."""

    folder: Path | None
    made_from: Mapping[str, str]

    @classmethod
    def of(cls, outputs: Path, method: str) -> "EarlierPages":
        """Those of the latest publication if it was made by this method, but for pages that were changed since."""
        run, kept = latest(outputs), files.read_json(outputs / KEPT)
        if run is None or kept.get("run_id") != run.run_id or kept.get("method") != method:
            return cls(None, {})
        published = files.as_mapping(read_record(run.folder).get("files"))
        made_from = {
            name: str(digest)
            for name, digest in files.as_mapping(kept.get("made_from")).items()
            if _is_as_published(run.folder / EVIDENCE / name, published.get(f"{EVIDENCE}/{name}"))
        }
        return cls(run.folder / EVIDENCE, made_from)


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


def _is_as_published(path: Path, facts: object) -> bool:
    try:
        return files.sha256(path) == files.as_mapping(facts).get("sha256")
    except OSError:
        return False
