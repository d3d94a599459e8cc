"""Checks a publication as a stranger would: from its files alone.

What belongs here: what must hold of a run folder on disk. What must hold of its tables stands in `validation`.
"""

from pathlib import Path

from tidybrief.validation import Check


def verify(folder: Path) -> tuple[Check, ...]:
    """Re-checks a run folder: files, hashes, sizes, schemas, keys, references, order, and `text[start:end]` of each row.

    Never raises for what it finds in the folder: a missing or unreadable file is a failed check.
    """
    raise NotImplementedError
