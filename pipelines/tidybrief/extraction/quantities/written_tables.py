"""Tables written in the text: the heading of the column in which a number stands.

What belongs here: finding that heading in a table of bars ("| China | 38,000 |"). What the heading makes of the number
stands in `carried_units` and `dates.spans`.
"""

import re
from bisect import bisect_right

_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}[-:| \t]*$", re.MULTILINE)
_LONGEST_LINE = 4000


class WrittenTables:
    """The tables of one text, each found once by the rule below its headings."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._headings: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        if "|" not in text or "--" not in text:
            return
        for rule in _RULE.finditer(text):
            if "|" in rule[0] and rule.start() and (not self._ends or rule.start() >= self._ends[-1]):
                self._headings.append(text.rfind("\n", 0, rule.start() - 1) + 1)
                self._starts.append(rule.end())
                self._ends.append(self._end_of_table(rule.end()))

    def _end_of_table(self, at: int) -> int:
        text = self._text
        while at < len(text):
            end = text.find("\n", at + 1)
            end = len(text) if end < 0 else end
            if text.find("|", at, end) < 0:
                return at
            at = end
        return at

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where the rows of each table start and end."""
        return list(zip(self._starts, self._ends, strict=True))

    def is_in_headings(self, at: int) -> bool:
        """Whether a place stands in the line of headings of a table."""
        place = bisect_right(self._headings, at) - 1
        return place >= 0 and at < self._starts[place]

    def column_heading(self, at: int) -> tuple[int, int] | None:
        """The span of the heading of the column in which the number at `at` stands; None outside tables."""
        place = bisect_right(self._starts, at) - 1
        if place < 0 or at >= self._ends[place]:
            return None
        line_start = self._text.rfind("\n", 0, at) + 1
        if at - line_start > _LONGEST_LINE:
            return None
        column = self._text.count("|", line_start, at)
        return self._cell(self._headings[place], column) if column else None

    def _cell(self, start: int, column: int) -> tuple[int, int] | None:
        line_end = min(self._text.find("\n", start), start + _LONGEST_LINE)
        cells = self._text[start:line_end].split("|")
        if column >= len(cells):
            return None
        begin = start + sum(len(cell) + 1 for cell in cells[:column])
        return begin, begin + len(cells[column])
