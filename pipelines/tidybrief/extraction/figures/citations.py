"""Years that only tell when a cited work appeared: "Larsen et al. (2019) find", "(Autor and Dorn, 2013)".

What belongs here: which dates of a text are such years. They tell of no figure when it holds.
"""

import re
from collections.abc import Sequence

from tidybrief.extraction.records import Mention, TemporalExpression

_YEAR = re.compile(r"[12]\d{3}[a-z]?")
_BEHIND_AUTHORS = re.compile(r"[ ]et[ ]al\.?,?[ ]\(?$|(?:[ ](?:and|&)[ ][A-Z][\w’'-]+)?(?:[ ]\(|,[ ])$")
_OTHERS = re.compile(r"\bet[ ]al\.?,?[ ]\(?$")
_IN_BRACKETS = re.compile(r"\([^()\n]{2,60}$")
_LONGEST = 64


def without_citations(
    dates: Sequence[TemporalExpression], mentions: Sequence[Mention], text: str
) -> tuple[TemporalExpression, ...]:
    """The dates, in their order, but for years in brackets behind the authors of a work."""
    years = [row for row in dates if row.precision == "year" and _may_be_cited(row, text)]
    if not years:
        return tuple(dates)
    authors = [mention.end for mention in mentions if mention.type == "PERSON"]
    cited = {row.start for row in years if _is_cited(row, authors, text)}
    return tuple(row for row in dates if row.start not in cited)


def _may_be_cited(row: TemporalExpression, text: str) -> bool:
    """Whether a bare year stands at the end of brackets, or of one of the works that are cited in them."""
    closes = text[row.end : row.end + 1] in (")", ";")
    return closes and _YEAR.fullmatch(row.text) is not None and text[max(0, row.start - 2) : row.start].strip() != ""


def _is_cited(row: TemporalExpression, authors: Sequence[int], text: str) -> bool:
    start = max(0, row.start - _LONGEST)
    if _OTHERS.search(text, start, row.start) is not None:
        return True
    is_inside = text[row.start - 1] == "(" or _IN_BRACKETS.search(text, start, row.start) is not None
    near = (end for end in reversed(authors) if start <= end < row.start)
    return is_inside and any(_BEHIND_AUTHORS.fullmatch(text, end, row.start) is not None for end in near)
