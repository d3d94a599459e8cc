"""The stored text of a format that is no text itself.

What belongs here: how headings, list items and table rows are written, one way for all formats: as Markdown writes
them, without emphasis, links and escapes. What a block is, is found by the module of the format.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_BLANKS: Final = re.compile(r"[^\S\n]+")
_AROUND_NEWLINE: Final = re.compile(r" ?\n ?")
_NEWLINE: Final = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NO_CHARACTER: Final = re.compile(r"[\x00\ud800-\udfff]")
_CONTROL: Final = re.compile(r"[\x01-\x08\x0e-\x1b\x1f\x7f]")
_DEEPEST_HEADING: Final = 6
_TIGHT: Final = frozenset(("item", "row"))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, row or piece of page furniture. `mark` stands before its text."""

    kind: str
    text: str
    mark: str = ""


def paragraph(text: str) -> Block:
    """A block of running text."""
    return Block("paragraph", tidied(text))


def heading(text: str, level: int) -> Block:
    """A heading; level 1 is the highest. A heading is one line."""
    return Block("heading", " ".join(sound(text).split()), "#" * min(max(level, 1), _DEEPEST_HEADING) + " ")


def item(text: str, depth: int = 0, number: int | None = None) -> Block:
    """An item of a list inside `depth` others."""
    return Block("item", tidied(text), "  " * depth + ("- " if number is None else f"{number}. "))


def row(cells: Sequence[str]) -> Block:
    """A row of a table."""
    texts = (" ".join(sound(cell).replace("|", "/").split()) for cell in cells)
    return Block("row", f"| {' | '.join(texts)} |")


def tidied(text: str) -> str:
    """The sound text with single blanks and without blanks around newlines."""
    return _AROUND_NEWLINE.sub("\n", _BLANKS.sub(" ", sound(text))).strip()


def sound(text: str) -> str:
    """The text with every newline as `\\n`, and without what is no character or only steers a device."""
    return _CONTROL.sub(" ", _NO_CHARACTER.sub("\ufffd", _NEWLINE.sub("\n", text)))


def written(blocks: Iterable[Block]) -> tuple[str, list[tuple[int, int]]]:
    """The text of the blocks, and the span of each in it, its mark included.

    Items of a list and rows of a table stand on following lines, all else has an empty line between.
    """
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    before: Block | None = None
    for block in blocks:
        if before is not None:
            gap = "\n" if block.kind == before.kind and block.kind in _TIGHT else "\n\n"
            pieces.append(gap)
            length += len(gap)
        pieces.append(block.mark + block.text)
        spans.append((length, length + len(pieces[-1])))
        length = spans[-1][1]
        before = block
    return "".join(pieces), spans
