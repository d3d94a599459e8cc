"""The order in which the lines of a page are read.

What belongs here: columns that were drawn row by row, rows of tables, and list marks that stand apart from their item.
Otherwise the order in which a program draws is the order in which a page is read.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from tidybrief.reading.pdf.characters import Line

Row = tuple[Line, ...]
"""A line, or the cells of a row of a table."""
LIST_MARK: Final = re.compile(r"(?:[•‣⁃◦▪▫●○■□►➤–—*-]|\(?(?:\d{1,3}|[a-zA-Z])[.)])")
_SAME_BASE: Final = 0.3
_FEWEST_ROWS: Final = 3
_FEWEST_WORDS: Final = 3.5
_LEAST_WIDTH: Final = 0.18


def in_reading_order(lines: Sequence[Line]) -> list[Row]:
    """The lines of a page as they are read: one each, but for the rows of tables."""
    rows = _rows(lines)
    ordered: list[Row] = []
    place = 0
    while place < len(rows):
        end = _end_of_columns(rows, place)
        if end > place:
            columns = _columns(rows[place:end])
            ordered += [(line,) for column in columns for line in column]
            place = end
        else:
            has_like = any(len(rows[near]) > 1 for near in (place - 1, place + 1) if 0 <= near < len(rows))
            ordered.append(rows[place] if len(rows[place]) > 1 and has_like else (_merged(rows[place]),))
            place += 1
    return ordered


def _rows(lines: Sequence[Line]) -> list[Row]:
    rows: list[list[Line]] = []
    for line in lines:
        before = rows[-1][-1] if rows else None
        if (
            before is not None
            and abs(before.base - line.base) <= _SAME_BASE * max(before.size, line.size)
            and line.left >= before.right
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_with_mark(row) for row in rows]


def _with_mark(row: Sequence[Line]) -> Row:
    """The row, its list mark and item as one line."""
    if len(row) > 1 and LIST_MARK.fullmatch(row[0].text):
        return (_merged(row[:2]), *row[2:])
    return tuple(row)


def _merged(row: Sequence[Line]) -> Line:
    longest = max(row, key=lambda line: len(line.text))
    return Line(" ".join(line.text for line in row), row[0].left, row[-1].right, longest.base, longest.size)


def _end_of_columns(rows: Sequence[Row], start: int) -> int:
    """Where the rows end that are columns of prose side by side; `start` where there are none."""
    if len(rows[start]) < 2:
        return start
    gutters = [(left.right, right.left) for left, right in pairwise(rows[start])]
    cells: list[Line] = []
    wide = 0
    end = start
    for row in rows[start:]:
        if len(row) == len(gutters) + 1:
            pairs = zip(gutters, pairwise(row), strict=True)
            narrowed = [(max(low, left.right), min(high, right.left)) for (low, high), (left, right) in pairs]
            wide += 1
        else:
            narrowed = gutters
            if len(row) > 1 or any(row[0].left < low and row[0].right > high for low, high in gutters):
                break
        if any(low >= high for low, high in narrowed):
            break
        gutters = narrowed
        cells += row
        end += 1
    return end if wide >= _FEWEST_ROWS and _is_prose(cells) else start


def _is_prose(cells: Sequence[Line]) -> bool:
    width = max(cell.right for cell in cells) - min(cell.left for cell in cells)
    words = median(len(cell.text.split()) for cell in cells)
    return words >= _FEWEST_WORDS and median(cell.right - cell.left for cell in cells) >= _LEAST_WIDTH * width


def _columns(rows: Sequence[Row]) -> list[list[Line]]:
    """The columns from left to right, each from top to bottom."""
    lefts = [line.left for line in max(rows, key=len)]
    columns: list[list[Line]] = [[] for _ in lefts]
    for row in rows:
        for line in row:
            nearest = min(range(len(lefts)), key=lambda column: abs(lefts[column] - line.left))
            columns[nearest].append(line)
    return columns
