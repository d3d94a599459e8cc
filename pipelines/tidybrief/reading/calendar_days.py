"""Calendar days as people write them above a text.

What belongs here: reading one complete day (day, month, year) out of a short string. Where such a string may
stand is said in `dateline`, `front_matter` and `sources`; times inside sentences belong to `extraction`.
"""

import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH_NUMBER: Final = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_MONTH: Final = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBER, key=len, reverse=True))})\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_PAST_TWELVE: Final = r"1[3-9]|2\d|3[01]"
"""Days that cannot be a month."""
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK: Final = r"(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?"
_DAY_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d-])(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}}){_CLOCK}(?![\d-])",
        rf"(?<!\w){_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})(?!\w)",
        rf"(?<!\w){_WEEKDAY}(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})(?!\w)",
        rf"(?<![\d.]){_WEEKDAY}(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}})(?!\.?\d)",
        rf"(?<![\d/]){_WEEKDAY}(?P<day>{_PAST_TWELVE})/(?P<month>\d{{1,2}})/(?P<year>\d{{4}})(?![\d/])",
        rf"(?<![\d/]){_WEEKDAY}(?P<month>\d{{1,2}})/(?P<day>{_PAST_TWELVE})/(?P<year>\d{{4}})(?![\d/])",
        r"(?<![\d/.])(?P<year>\d{4})(?P<mark>[/.])(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?![\d/])",
        r"(?<!\d)(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日",
    )
)


def first_day(text: str) -> tuple[date, int, int] | None:
    """The first complete day that the text names, with its span, or None.

    "03/04/2024" names none: it has two readings. "13/04/2024" has one, and "3.4.2024" is the third of April wherever
    dots are written.
    """
    found = [
        (match.start(), match.end(), day)
        for pattern in _DAY_PATTERNS
        if (match := pattern.search(text)) and (day := _day(match)) is not None
    ]
    if not found:
        return None
    start, end, day = min(found)
    return day, start, end


def _day(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    try:
        return date(int(match["year"]), _MONTH_NUMBER.get(month) or int(month), int(match["day"]))
    except ValueError:
        return None
