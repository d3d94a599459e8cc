"""How the briefing puts numbers, periods and lists into words.

What belongs here: the wording of single values, with the reader's separators, never saying more than the row. What
does not: which rows are worth saying (`statements`, `key_figures`), and any HTML.
"""

import math
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from babel.dates import format_date
from babel.numbers import get_currency_symbol

from tidybrief.extraction.grammar.plurals import plural
from tidybrief.lexicon import load_lexicon

_FEW: Final = 3
LOCALE: Final = "en"
QUALIFIER_WORDS: Final = {"exact": "", "approx": "about", "at_least": "at least", "at_most": "at most"}
_MAGNITUDES: Final = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SMALL_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SUPERSCRIPTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_ISO_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_ISO_IN_TEXT: Final = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?\b")
_ISO_SPAN_IN_TEXT: Final = re.compile(r"\bfrom (\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)\b")
_MONEY_IN_TEXT: Final = re.compile(r"(?<![\w.,])(\d[\d,]{0,40}(?:\.\d{1,10})?) ([A-Z]{3})\b")
_CLAUSE_END: Final = re.compile(r"[,;](?= )")
_LONGEST_HEDGE: Final = 40
_CONTROL_PICTURES: Final = 0x2400


def visible(text: str) -> str:
    """The text with its control and direction-changing characters shown instead of obeyed; newlines and tabs stay."""
    if text.isprintable() or text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(_visible_character(character) for character in text)


def _visible_character(character: str) -> str:
    if character in "\n\t" or character.isprintable():
        return character
    code = ord(character)
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if (
        unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")
        and character not in "\u00ad\u200c\u200d"
    ):
        return f"⟦U+{code:04X}⟧"
    return character


def number(value: float) -> str:
    """The number with grouped digits and no digit that the double does not hold: "38,000", "7.25", "1.2 × 10³⁰"."""
    if not math.isfinite(value):
        return "not a number"
    if value and not 1e-6 <= abs(value) < 1e15:
        mantissa, _, exponent = f"{value:.6e}".partition("e")
        digits_of_it = f"{mantissa.rstrip('0').rstrip('.')} × 10{str(int(exponent)).translate(_SUPERSCRIPTS)}"
    else:
        digits_of_it = f"{value + 0.0:,.6f}".rstrip("0").rstrip(".")
    return digits_of_it.replace("-", "−")


def compact_number(value: float) -> str:
    """The number with a magnitude word where that loses nothing ("7.8 billion"), else in full."""
    for size, word in _MAGNITUDES:
        if size <= abs(value) < 1000 * size:
            scaled = value / size
            if abs(scaled - round(scaled, 3)) < 1e-9:
                return f"{number(round(scaled, 3))}\u00a0{word}"
    return number(value)


def quantity(
    kind: str, value: float, value_high: float | None, unit: str, qualifier: str, *, hedge: str | None = None
) -> str:
    """The value with unit and qualifier: "at least $7.8 billion", "38,000 patents", "6–11%", "rank 2".

    `hedge` is the source's own wording of the qualifier, where it is known.
    """
    return hedged(bare_quantity(kind, value, value_high, unit), qualifier, hedge)


def hedged(amount: str, qualifier: str, hedge: str | None) -> str:
    """An amount behind its qualifier: in the source's own words where these are known."""
    return f"{hedge or QUALIFIER_WORDS.get(qualifier, '')} {amount}".strip()


def hedge_before(text: str, qualifier: str) -> str | None:
    """The source's own words for the qualifier, where `text` ends with some that can be printed before a number."""
    before = text[-_LONGEST_HEDGE:].rstrip().casefold()
    found = (phrase for phrase in _hedges(qualifier) if before.endswith(phrase))
    return next((phrase for phrase in found if not before[: -len(phrase)][-1:].isalnum()), None)


@lru_cache(maxsize=8)
def _hedges(qualifier: str) -> tuple[str, ...]:
    """The hedges of the lexicon for a qualifier, longest first."""
    phrases = load_lexicon().cues["briefing"]["hedges"].get(qualifier, ())
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def bare_quantity(kind: str, value: float, value_high: float | None, unit: str) -> str:
    """The value with its unit and without its qualifier."""
    if kind == "money":
        return _money(value, value_high, unit)
    if kind == "percent":
        return f"{_span(number, value, value_high)}%"
    if kind == "rank":
        return f"rank {_span(number, value, value_high)}"
    if kind == "multiple":
        return f"{_span(number, value, value_high)} times"
    amount = _span(compact_number, value, value_high)
    if kind == "age" and unit == "year":
        return f"{amount} years old" if value != 1 or value_high is not None else f"{amount} year old"
    return f"{amount} {unit if value == 1 and value_high is None else plural(unit)}".strip()


def _span(form: object, value: float, value_high: float | None) -> str:
    assert callable(form)
    return f"{form(value)}–{form(value_high)}" if value_high is not None else str(form(value))


def _money(value: float, value_high: float | None, unit: str) -> str:
    symbol = str(get_currency_symbol(unit, locale=LOCALE)) if re.fullmatch(r"[A-Z]{3}", unit) else unit
    amount = _span(compact_number, value, value_high)
    if symbol.isalpha():
        return f"{amount} {symbol}"
    return f"−{symbol}{amount[1:]}" if amount.startswith("−") else f"{symbol}{amount}"


def day(when: date) -> str:
    """The day as "5 December 2019"."""
    return str(format_date(when, "d\u00a0MMMM y", locale=LOCALE))


@lru_cache(maxsize=4096)
def period(start: date | None, end: date | None) -> str:
    """The period as a noun: "2024", "November 2024", "Q2 2024", "2019–2021", "since 2014", "until 2030"; or ""."""
    if start is None and end is None:
        return ""
    if start is None and end is not None:
        return f"until {_edge(end, last=True)}"
    if end is None and start is not None:
        return f"since {_edge(start, last=False)}"
    assert start is not None
    assert end is not None
    return _closed(start, end)


def _closed(start: date, end: date) -> str:
    if start == end:
        return day(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return _years(start.year, end.year)
    if start.day == 1 and _ends_month(end):
        return _months(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def _years(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return f"{first}s" if first % 10 == 0 and last == first + 9 else f"{first}–{last}"


def _months(start: date, end: date) -> str:
    first, last = (str(format_date(when, "MMMM y", locale=LOCALE)) for when in (start, end))
    if first == last:
        return first
    if start.day == 1 and start.year == end.year and end.month == start.month + 2 and start.month % 3 == 1:
        return f"Q{(start.month + 2) // 3} {start.year}"
    return f"{first} – {last}"


def _ends_month(when: date) -> bool:
    return when == date.max or (when + timedelta(days=1)).day == 1


def _edge(when: date, *, last: bool) -> str:
    if (when.month, when.day) == ((12, 31) if last else (1, 1)):
        return str(when.year)
    if _ends_month(when) if last else when.day == 1:
        return str(format_date(when, "MMMM y", locale=LOCALE))
    return day(when)


def iso_in_words(value: str) -> str | None:
    """A date, month, year or interval in ISO 8601 as a period in words; None for anything else."""
    bounds = iso_bounds(value)
    return period(*bounds) or None if bounds else None


def iso_bounds(value: str) -> tuple[date | None, date | None] | None:
    """The first and the last day of a date, month, year or interval in ISO 8601; None for anything else."""
    parts = value.split("/")
    bounds = [_iso_bounds(part) for part in parts]
    if len(parts) > 2 or None in bounds:
        return None
    (first, _), (_, last) = bounds[0] or (None, None), bounds[-1] or (None, None)
    return first, last


def _iso_bounds(part: str) -> tuple[date | None, date | None] | None:
    if part == "..":
        return None, None
    match = _ISO_DATE.fullmatch(part)
    if match is None:
        return None
    year, month, day_of_month = (int(digits) if digits else None for digits in match.groups())
    try:
        start = date(year or 1, month or 1, day_of_month or 1)
        if day_of_month:
            return start, start
        following = date(start.year + (month in (None, 12)), (month or 12) % 12 + 1, 1)
        return start, following - timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def with_values_in_words(text: str) -> str:
    """The text with its dates and intervals in ISO 8601 and its amounts of money in words; single years stay."""
    text = _ISO_SPAN_IN_TEXT.sub(_span_in_words, text)
    dated = _ISO_IN_TEXT.sub(lambda found: iso_in_words(found[0]) or found[0], text)
    return _MONEY_IN_TEXT.sub(lambda found: _money(float(found[1].replace(",", "")), None, found[2]), dated)


def _span_in_words(found: re.Match[str]) -> str:
    bounds = iso_bounds(f"{found[1]}/{found[2]}")
    return in_period(*bounds) if bounds else found[0]


def in_period(start: date | None, end: date | None) -> str:
    """The period as an adverbial: "in 2024", "on 5 December 2019", "since 2014"; or ""."""
    words = period(start, end)
    if not words or start is None or end is None:
        return words
    if " – " in words:
        return f"from {words.replace(' – ', ' to ')}"
    days_of_a_month = "–" in words and (start.year, start.month) == (end.year, end.month)
    if start == end or days_of_a_month:
        return f"on {words}"
    return f"in the {words}" if words.endswith("0s") else f"in {words}"


def count(amount: int, noun: str) -> str:
    """The amount and its noun in agreement: "no documents", "one document", "12 documents"."""
    words = _SMALL_NUMBERS[amount] if 0 <= amount < len(_SMALL_NUMBERS) else number(amount)
    return f"{words} {noun if amount == 1 else plural(noun)}"


def digits(amount: int, noun: str) -> str:
    """The amount in digits and its noun in agreement: "0 documents", "1 document"."""
    return f"{number(amount)} {noun if amount == 1 else plural(noun)}"


def joined(words: Sequence[str], last: str = "and") -> str:
    """The words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def few(words: Sequence[str]) -> str:
    """The first of the words, parted by dots, and how many more there are."""
    shown = [*words[:_FEW], *([f"{number(len(words) - _FEW)} more"] if len(words) > _FEW else [])]
    return " · ".join(shown)


def sentence(words: str) -> str:
    """The words with a capital at the start."""
    return words[:1].upper() + words[1:]


def shortened(text: str, limit: int) -> str:
    """The text in one line, cut at a word border with an ellipsis where it is longer than `limit` characters."""
    line = " ".join(text[: 4 * limit + 200].split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    return (cut[: cut.rfind(" ")] if cut.rfind(" ") > limit // 2 else cut).rstrip(" ,;:–-") + "…"


def to_clause(text: str, limit: int) -> str:
    """The text in one line, where it is longer than `limit` characters cut behind a clause, else at a word border."""
    line = " ".join(text[: 4 * limit + 200].split())
    if len(line) <= limit:
        return line
    ends = [found.end() for found in _CLAUSE_END.finditer(line, limit // 2, limit)]
    return f"{line[: ends[-1]]} …" if ends else shortened(line, limit)


def word_count(text: str) -> int:
    """The number of words, taken as runs of characters that are no space."""
    return len(text.split())
