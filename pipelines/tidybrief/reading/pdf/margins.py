"""Running heads and feet.

What belongs here: which lines at the top and bottom of pages are furniture. They come back from page to page at the
same height, numbers aside, or are nothing but a page number.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from tidybrief.reading.pdf.characters import Line

_NUMBER: Final = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER: Final = re.compile(
    r"(?:page\s+|p\.\s*)?[-–—|·•\s]*(?:\d{1,3}|[ivxl]{1,7})[-–—|·•\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_DEPTH: Final = 0.12
"""The outer parts of a page, of the height that is written on, in which furniture may stand."""
_SAME_HEIGHT: Final = 4.0
_OFTEN: Final = 3
_LONGEST: Final = 200


def is_in_margin(pages: Sequence[Sequence[Line]]) -> set[int]:
    """The identities of the lines that are furniture."""
    bases = [line.base for lines in pages for line in lines]
    depth = _DEPTH * (max(bases, default=0) - min(bases, default=0))
    low, high = min(bases, default=0) + depth, max(bases, default=0) - depth
    edges = [[line for line in lines if not low < line.base < high and len(line.text) <= _LONGEST] for lines in pages]
    seen: Counter[tuple[str, int]] = Counter()
    for lines in edges:
        seen.update({key for line in lines for key in _keys(line)})
    often = min(_OFTEN, max(2, len([page for page in pages if page])))
    margin = {id(line) for lines in edges for line in lines if any(seen[key] >= often for key in _keys(line))}
    return margin | {id(line) for lines in pages for line in _ends(lines, margin) if _PAGE_NUMBER.fullmatch(line.text)}


def _ends(lines: Sequence[Line], margin: set[int]) -> list[Line]:
    """The highest and the lowest line of a page that are not known to be furniture."""
    rest = sorted((line for line in lines if id(line) not in margin), key=lambda line: line.base)
    return [*rest[:1], *rest[-1:]] if len(rest) > 1 else []


def _keys(line: Line) -> tuple[tuple[str, int], ...]:
    """What the line has in common with its like on other pages: its words without numbers, and about its height."""
    words = " ".join(_NUMBER.sub("#", line.text).split())
    height = int(line.base // _SAME_HEIGHT)
    return (words, height), (words, height + 1)
