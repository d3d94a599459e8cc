"""The day of publication, read off the page.

What belongs here: which of a text's first lines are datelines. A day inside a sentence is something the text
talks about, not the day it was published.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice, takewhile
from typing import Final

from tidybrief.reading.calendar_days import first_day

_LINES: Final = 15
_LONGEST: Final = 160
_CUES: Final = re.compile(
    r"\b(?:first\s+)?(?:published|posted|issued|released|updated|last|modified|date|dated|on|at|by|for|immediate|release|"
    r"mon|tue|wed|thu|fri|sat|sun|local|time|am|pm|a\.m\.|p\.m\.|utc|gmt|est|edt|pst|pdt|cst|cet|cest|hkt|sgt|bst)\b",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?", re.IGNORECASE)
_PUNCTUATION: Final = re.compile(r"[\W_]")
_BYLINE: Final = re.compile(r"\s*(?:by|from)\s+[^\d.!?]{2,80}[\s,|·•–—-]+$|[^.!?:]{2,60}\s[|·•–—]\s*$", re.IGNORECASE)
_PLACE: Final = re.compile(r"\s*(?:[^\W\d_][^\d\n!?:;]{0,60}[,(–—|-]\s*)?$")
_OPENING_DASH: Final = re.compile(r"\s*\)?\s*(?:[(/][^()/]{1,60}[)/]\s*)?(?:—|–|--|―|-\s)")
_WEEKDAY: Final = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_MASTHEAD_LINES: Final = 8
_SEPARATORS: Final = re.compile(r"\s+[-–—/>]+\s+|[,;:|·•*_()\[\]]|\.\s|^[#>\s]+")
_ENDS_AT_DATE: Final = re.compile(r"(?:^|[,;:|·•*_(\[/>–—-]|\.\s)\s*$")
_BEGINS_BEHIND_DATE: Final = re.compile(r"^\s*(?:[,;|·•*_)\]/–—-]|\.?$)")
_SMALL_WORDS: Final = frozenset({
    "of", "the", "and", "for", "de", "la", "du", "des", "der", "no", "in", "on", "at", "by", "min", "mins", "minute",
    "minutes", "read", "a", "an", "issue", "vol", "release", "from", "to",
})  # fmt: skip
_MOST_WORDS: Final = 8
_MOST_IN_LOWER_CASE: Final = 2
_OTHER_DAYS: Final = re.compile(
    r"\b(?:period|deadline|due|until|till|valid|expir\w+|effective|hearing|held|event|meeting|born|died|closing|decided)\b|"
    r"\b(?:to|from|between|since|before|after|as\s+of)\W*$|^\W*(?:on|in)\W*$|^\s*(?:[-*+]|\d+[.)])\s",
    re.IGNORECASE,
)
"""Before a day that is not that of publication."""
_PROSE: Final = re.compile(r"[a-z\d”\"’')][.!?][”\"’')]*$")
_SHORTEST_PROSE: Final = 12
_CHANGED: Final = re.compile(r"\b(?:updated|modified|accessed|retrieved)\b", re.IGNORECASE)


def published_on(text: str, start: int = 0) -> date | None:
    """The day that one of the first lines after `start` gives as that of publication, or None.

    A dateline is a line that holds nothing beside the day, a weekday, a clock time and words such as
    "published"; a byline that ends in the day; the opening "PLACE, day —" of a paragraph. A day of
    update counts only where no other is given. Where there is none, the lines between title and prose are
    asked that name publisher, place or kind of text beside the day: "Dhaka, 5 September 2024".
    """
    lines = list(islice((line for line in _lines(text, start) if line.strip()), _LINES))
    datelines = [(line, day) for line in lines if (day := _dateline(line)) is not None]
    publications = [day for line, day in datelines if not _CHANGED.search(line)]
    in_masthead = (day for line in _masthead(lines) if (day := _day_beside_names(line)) is not None)
    return next(chain(publications, in_masthead, (day for _, day in datelines)), None)


def _masthead(lines: Sequence[str]) -> Iterator[str]:
    """The lines behind the title, up to the first prose."""
    return takewhile(lambda line: not _is_prose(line), lines[1:_MASTHEAD_LINES])


def _is_prose(line: str) -> bool:
    return len(line.split()) >= _SHORTEST_PROSE and _PROSE.search(line.rstrip()) is not None


def _day_beside_names(line: str) -> date | None:
    """The day of a line that has nothing beside it but names and labels, each set off by a sign."""
    found = first_day(line) if len(line) <= _LONGEST else None
    if found is None:
        return None
    day, start, end = found
    before, after = _CUES.sub("", line[:start]), _CUES.sub("", _CLOCK.sub("|", line[end:]))
    is_set_off = _WEEKDAY.match(line, start) is not None or _ENDS_AT_DATE.search(before) is not None
    if _OTHER_DAYS.search(line[:start]) or not (is_set_off and _BEGINS_BEHIND_DATE.match(after)):
        return None
    pieces = (piece.split() for part in (before, after) for piece in _SEPARATORS.split(part))
    return day if all(map(_is_label, pieces)) else None


def _is_label(words: Sequence[str]) -> bool:
    """Whether words may be a name or a label and no clause."""
    small = [word for word in words if word[0].islower() and word not in _SMALL_WORDS]
    opens_small = bool(words) and words[0][0].islower() and words[0] not in _SMALL_WORDS
    return len(words) <= _MOST_WORDS and len(small) <= _MOST_IN_LOWER_CASE and not opens_small


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
    return not _PUNCTUATION.sub("", _CUES.sub("", _CLOCK.sub("", piece)))
