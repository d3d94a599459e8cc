"""The day of publication, read off the page.

What belongs here: which of a text's first lines are datelines. A day inside a sentence is something the text
talks about, not the day it was published.
"""

import re
from datetime import date
from itertools import islice
from typing import Final

from tidybrief.reading.calendar_days import first_day

_LINES: Final = 15
_LONGEST: Final = 160
_CUES: Final = re.compile(
    r"\b(?:first\s+)?(?:published|posted|issued|released|updated|last|modified|date|dated|on|at|by|for|immediate|release|"
    r"mon|tue|wed|thu|fri|sat|sun|local|time|am|pm|a\.m\.|p\.m\.|utc|gmt|est|edt|pst|pdt|cst|cet|cest|hkt|sgt|bst)\b",
    re.IGNORECASE,
)
_CLOCK_AND_PUNCTUATION: Final = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?|[\W_]")
_BYLINE: Final = re.compile(r"\s*(?:by|from)\s+[^\d.!?]{2,80}[\s,|·•–—-]+$|[^.!?:]{2,60}\s[|·•–—]\s*$", re.IGNORECASE)
_PLACE: Final = re.compile(r"\s*(?:[^\W\d_][^\d\n!?:;]{0,60}[,(–—|-]\s*)?$")
_OPENING_DASH: Final = re.compile(r"\s*\)?\s*(?:[(/][^()/]{1,60}[)/]\s*)?(?:—|–|--|―|-\s)")
_CHANGED: Final = re.compile(r"\b(?:updated|modified|accessed|retrieved)\b", re.IGNORECASE)


def published_on(text: str, start: int = 0) -> date | None:
    """The day that one of the first lines after `start` gives as that of publication, or None.

    A dateline is a line that holds nothing beside the day, a weekday, a clock time and words such as
    "published"; a byline that ends in the day; the opening "PLACE, day —" of a paragraph. A day of
    update counts only where no other is given.
    """
    lines = islice((line for line in _lines(text, start) if line.strip()), _LINES)
    datelines = [(line, day) for line in lines if (day := _dateline(line)) is not None]
    publications = [day for line, day in datelines if not _CHANGED.search(line)]
    return next(iter(publications or [day for _, day in datelines]), None)


def _lines(text: str, start: int) -> list[str]:
    return text[start : start + 8_000].split("\n")


def _dateline(line: str) -> date | None:
    line = line[:_LONGEST]
    found = first_day(line)
    if found is None:
        return None
    day, start, end = found
    before, after = line[:start], line[end:]
    if _PLACE.match(before) and _OPENING_DASH.match(after):
        return day
    if _is_trimming(after) and (_is_trimming(before) or _BYLINE.match(before)):
        return day
    return None


def _is_trimming(piece: str) -> bool:
    another = first_day(piece)
    if another is not None:
        piece = piece[: another[1]] + piece[another[2] :]
    return not _CLOCK_AND_PUNCTUATION.sub("", _CUES.sub("", piece)).strip()
