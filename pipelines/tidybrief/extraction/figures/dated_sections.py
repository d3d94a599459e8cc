"""Headings that date all that stands below them: "2023", "Results for 2023", "First quarter 2024: key figures".

What belongs here: telling them from headings that only mention a date. Choosing a period stands in `periods`.
"""

import re

from tidybrief.extraction.records import Sentence, TemporalExpression

_TELLING = "results?|figures|highlights|accounts|performance|statistics|numbers|financials|earnings|at[ ]a[ ]glance"
_BEFORE = re.compile(
    rf"(?:[\w&’'-]+[ ]){{0,5}}?(?:{_TELLING})(?:[ ](?:for|in|of|from))?(?:[ ](?:the|fiscal|full|year))*[ :(–-]*",
    re.IGNORECASE,
)
_BEHIND_TELLS = re.compile(rf"\)?[ :,–-]+(?:[\w&’'-]+[ ]){{0,3}}?(?:{_TELLING}):?\)?", re.IGNORECASE)
_ENDS = re.compile(r"\)?:?")
_LEADS = re.compile(r"(?:(?:in|for|full|year|fiscal)[ ])*", re.IGNORECASE)
_OF_SECTIONS = frozenset({"month", "quarter", "year"})


def dates_section(row: TemporalExpression, heading: Sentence) -> bool:
    """Whether a heading with this date says no more than of when all below it is told."""
    if row.text == heading.text:
        return True
    if row.precision not in _OF_SECTIONS or row.role != "at" or row.date_start is None:
        return False
    before, behind = heading.text[: row.start - heading.start], heading.text[row.end - heading.start :]
    if _BEFORE.fullmatch(before) is not None:
        return _ENDS.fullmatch(behind) is not None
    return bool(behind) and _LEADS.fullmatch(before) is not None and _BEHIND_TELLS.fullmatch(behind) is not None
