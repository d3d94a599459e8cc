"""What a test asks of reading, in a few words."""

import re
from collections import Counter
from pathlib import Path

from tidybrief import vocabulary
from tidybrief.reading import Document, Options, Reject, read

_WORD = re.compile(r"\w+")


def reading(folder: Path, name: str, content: bytes | str, options: Options | None = None) -> list[Document | Reject]:
    """All that comes of a file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    outcomes = list(read(path, options=options))
    for outcome in outcomes:
        if isinstance(outcome, Reject):
            assert outcome.code in vocabulary.REJECT_CODES
            assert outcome.message
            assert outcome.remedy
    return outcomes


def document(folder: Path, name: str, content: bytes | str, options: Options | None = None) -> Document:
    """The one document that a file with this content holds."""
    (outcome,) = reading(folder, name, content, options)
    assert isinstance(outcome, Document), outcome
    return outcome


def reject(folder: Path, name: str, content: bytes | str, options: Options | None = None) -> Reject:
    """Why a file with this content gives no document."""
    (outcome,) = reading(folder, name, content, options)
    assert isinstance(outcome, Reject), outcome
    return outcome


def recall(source: str, text: str) -> float:
    """The share of the source's words that the text has, as often as it has them."""
    wanted, found = Counter(_WORD.findall(source)), Counter(_WORD.findall(text))
    return sum((wanted & found).values()) / wanted.total()
