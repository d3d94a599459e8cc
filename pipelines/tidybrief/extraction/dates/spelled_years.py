"""Years that are not written in four digits: "two thousand and five", "nineteen eighty-six", "'98".

What belongs here: reading them alone and behind a month. Which numbers of four digits are years: `year_numbers`.
"""

import re

from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates.context import Context, Reading
from tidybrief.extraction.dates.grammar import NUMBER_WORD, SPELLED_YEAR, S

_OF_OUR_LORD = rf"(?:in{S}the{S}year{S}of{S}our{S}Lord,?{S})"
_AFTER_MONTH = re.compile(
    rf"(?:{S}?,)?{S}(?:{_OF_OUR_LORD}|of{S}|in{S})?(?:(?P<spelled>{SPELLED_YEAR})(?![\w-])|[’'‘](?P<short>\d\d)(?![\w’'%]))"
    rf"|{S}of{S}(?P<bare>[3-9]\d)(?=[^\S\n]?(?:[.,;:!?)\n]|$))"
)
_AFTER_DASHES = re.compile(r"-(?P<short>\d\d)(?![\w-])")
_CUE_BEFORE = re.compile(
    rf"(?<![\w-])(?:in|since|by|until|till|during|from|between|and|to|of|before|after|early|late|mid|year|Lord|"
    rf"class{S}of|summer|spring|fall|autumn|winter){S}$",
    re.IGNORECASE,
)
_SHORT_CUE_BEFORE = re.compile(
    rf"(?<![\w-])(?:in|since|by|until|till|during|from|of|before|after|early|late|mid|summer|spring|fall|autumn|winter)"
    rf"{S}(?:the{S})?[’'‘]$",
    re.IGNORECASE,
)
_PARTS = re.compile(
    rf"(?P<century>two[ -]thousand|(?:{'|'.join(grammar.YEAR_CENTURIES)})(?:[ -]hundred)?)(?:[ -]and)?"
    rf"(?:[ -](?P<zero>oh|o)?[ -]?(?P<rest>{NUMBER_WORD}))?$",
    re.IGNORECASE,
)


def year_after_month(end: int, context: Context) -> tuple[int, int] | None:
    """The year in words or of two digits behind a month or a day, as where it ends and its number; None without one."""
    after = context.match(_AFTER_MONTH, end)
    if after is None:
        return None
    spelled = after.group("spelled")
    year = _in_words(spelled) if spelled else _of_two_digits(after.group("short") or after.group("bare"), context)
    return (after.end(), year) if year is not None else None


def year_after_dash(start: int, end: int, context: Context) -> tuple[int, int] | None:
    """The year of two digits in "31-Oct-74"."""
    after = context.match(_AFTER_DASHES, end) if "-" in context.text[start:end] else None
    return (after.end(), _of_two_digits(after.group("short"), context)) if after is not None else None


def read_spelled_year(found: re.Match[str], context: Context) -> Reading | None:
    """A year in words behind a preposition of time, if nothing that it could count follows."""
    if context.look_back(_CUE_BEFORE, found.start()) is None:
        return None
    following = context.match(grammar.NEXT_WORD, found.end())
    if following is not None and following.group(1).lower() not in context.words.after_a_year:
        return None
    year = _in_words(found.group())
    return Reading(*found.span(), periods.of_year(year), "calendar_date", 0.8, year) if year is not None else None


def read_short_year(found: re.Match[str], context: Context) -> Reading | None:
    """A year of two digits behind an apostrophe: "in '98"."""
    if context.look_back(_SHORT_CUE_BEFORE, found.start()) is None:
        return None
    year = _of_two_digits(found.group(), context)
    return Reading(found.start() - 1, found.end(), periods.of_year(year), "calendar_date", 0.8, year)


def _of_two_digits(digits: str, context: Context) -> int:
    """The year in the hundred years up to shortly after the document's own."""
    latest = (context.reference.year if context.reference is not None else 2020) + 10
    year = latest // 100 * 100 + int(digits)
    return year if year <= latest else year - 100


def _in_words(words: str) -> int | None:
    parts = _PARTS.match(" ".join(words.split()))
    if parts is None:
        return None
    century = re.split("[ -]", parts.group("century").lower())
    first = 2000 if century[0] == "two" else 100 * grammar.CARDINAL_NUMBER[century[0]]
    rest = grammar.count_of(parts.group("rest")) if parts.group("rest") else 0
    if rest is None or (rest == 0 and century[-1] not in ("hundred", "thousand")):
        return None
    return first + rest
