"""Tables written in the text: the heading of the column in which a number stands.

What belongs here: finding that heading in a table of bars ("| China | 38,000 |"). What the heading makes of the number
stands in `carried_units`.
"""

import re

_RULE = re.compile(r"\s*\|?\s*:?-{2,}[-:|\s]*$")
_MOST_ROWS = 500


def column_heading(text: str, at: int) -> tuple[int, int] | None:
    """The span of the heading of the column in which the number at `at` stands; None outside such tables."""
    line_start = text.rfind("\n", 0, at) + 1
    column = text.count("|", line_start, at)
    if not column:
        return None
    start = line_start
    for _ in range(_MOST_ROWS):
        if start == 0:
            return None
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if _RULE.match(line):
            return _cell(text, start, column)
        if "|" not in line:
            return None
    return None


def _cell(text: str, rule_start: int, column: int) -> tuple[int, int] | None:
    """The span of a cell of the line above the rule."""
    if rule_start == 0:
        return None
    start = text.rfind("\n", 0, rule_start - 1) + 1
    cells = text[start : rule_start - 1].split("|")
    if column >= len(cells):
        return None
    begin = start + sum(len(cell) + 1 for cell in cells[:column])
    return begin, begin + len(cells[column])
