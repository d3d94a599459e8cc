"""Documents to measure speed on: the example documents, repeated with edits.

What belongs here: making many documents, or long ones, out of few. A copy has other numbers in it, so that no two are
the same and none of what a program remembers of one holds for the next.
"""

import re
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

RAW = Path(__file__).parent.parent / "raw"
NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,])")


def texts(folder: Path = RAW) -> Iterator[str]:
    """The texts of a folder, then the same with other numbers, without end."""
    originals = [
        path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".md")
    ]
    for copy in count():
        yield from (_edited(text, copy) for text in originals)


def documents(number: int, folder: Path = RAW, longest: int | None = None) -> list[str]:
    """So many texts, cut at the paragraph where they grow too long."""
    return [
        text[: text.rfind("\n\n", 0, longest)] if longest and len(text) > longest else text
        for text in islice(texts(folder), number)
    ]


def long_document(characters: int, folder: Path = RAW) -> str:
    """One text of this length, made of many."""
    parts: list[str] = []
    length = 0
    for text in texts(folder):
        parts.append(text)
        length += len(text) + 2
        if length >= characters:
            return "\n\n".join(parts)[:characters]
    raise AssertionError("texts do not end")


def _edited(text: str, copy: int) -> str:
    return NUMBER.sub(lambda found: str((int(found.group()) + 7 * copy) % 1000 or 1), text) if copy else text
