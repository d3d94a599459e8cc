"""Which numbers of four digits are years.

What belongs here: telling "in 2000" from "2000 people", "Section 1983" and "Windows 2000" by the words around it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.dates import grammar
from tidybrief.lexicon import Lexicon

_PREFIXED = re.compile(r"(?<![\w-])(?:mid|early|late|pre|post|end)-$", re.IGNORECASE)
_BOUND_IN_TIME = re.compile(r"\b(?:(?:earlier|later|sooner) than|(?:until|till|since|through) at least) (?:the )?$")
_PART_BEFORE = re.compile(
    r"\b(?:months?|weeks?|days?|quarters?|half|part|end|start|beginning|close|rest|remainder|course|middle|spring|summer"
    r"|autumn|winter) of $"
)
"""Of what has such parts a year is the likeliest: "in the first nine months of 2023 exports fell"."""
_ORIGIN_BEFORE = re.compile(
    r"[(\[,;][ ]?"
    r"(?:est(?:ablished|\.)?|founded|built|completed|erected|opened|formed|incorporated|born|b\.|died|d\.)[ ]$",
    re.IGNORECASE,
)
_LIKELY_YEARS = range(1900, 2061)
_EARLIEST_ORIGIN = 1000
_OPENING = "(["
_CLOSING = ".,;:!?)]}\"”’'—–\n"


@dataclass(frozen=True, slots=True)
class YearWords:
    """The words that tell years from other numbers."""

    counted: frozenset[str]
    of_a_year: frozenset[str]
    identifiers: frozenset[str]
    after_a_year: frozenset[str]
    number_hedges: frozenset[str]
    time_cues: frozenset[str]
    sums: frozenset[str]
    law_before: re.Pattern[str]
    temperatures: re.Pattern[str]


@lru_cache(maxsize=4)
def year_words(lexicon: Lexicon) -> YearWords:
    """The words of this lexicon."""
    cues = lexicon.cues["dates"]
    return YearWords(
        counted=frozenset(cues["counted_nouns"]),
        of_a_year=frozenset(cues["nouns_of_a_year"]),
        identifiers=frozenset(cues["identifier_nouns"]),
        after_a_year=frozenset(cues["words_after_a_year"]),
        number_hedges=frozenset(cues["number_hedges"]),
        time_cues=frozenset(cues["time_cues"]),
        sums=frozenset(cues["sums_of_a_year"]),
        temperatures=re.compile(rf"\b(?:{one_of(cues['words_of_temperature'])})\b", re.IGNORECASE),
        law_before=re.compile(rf"[A-Z][\w’'-]*[ ](?:{one_of(cues['laws_of_a_year'])})[ ]of[ ]$"),
    )


def confidence_of_year(text: str, start: int, end: int, floor: int, ceiling: int, words: YearWords) -> float:  # noqa: PLR0911, PLR0917 - one return a case
    """The probability that `text[start:end]`, four digits, is a year; 0.0 where it is not.

    The context is read between `floor` and `ceiling`, the bounds of the sentence.
    """
    before = text[max(floor, start - 40) : start]
    previous = before[-1:]
    if _is_of_markup(before, text[end : end + 1]) or (
        previous
        and not _PREFIXED.search(before)
        and (previous.isalnum() or previous in "$€£¥#/_-.@&+*=<>~\\" or before.endswith("no. "))
    ):
        return 0.0
    year = int(text[start:end])
    likely = year in _LIKELY_YEARS
    following = text[end : end + 1]
    next_match = grammar.NEXT_WORD.match(text, end, ceiling)
    next_word = next_match.group(1).lower() if next_match else ""
    cue = grammar.YEAR_CUE_BEFORE.search(before)
    last = grammar.LAST_WORD.search(before)
    last_word = last.group(1).lower().rstrip(".") if last else ""
    if words.law_before.search(before):
        return 0.0
    in_its_prices = cue is not None and (cue.group("cue") or "").lower() in ("in", "to", "of")
    if (
        next_word in words.counted
        or (next_word in words.sums and not in_its_prices)
        or (last_word in words.identifiers and before[-2:-1] not in ",;")
    ):
        return 0.0
    if following in "-‑" and text[end + 1 : end + 2].isalpha():
        return _hyphenated(text, end, likely, cue is not None)
    closed = (
        not next_word and (end >= ceiling or following in _CLOSING or (following == " " and likely))
    ) or next_word in words.after_a_year
    opens_clause = next_match is not None and next_match.group(1)[0].isupper()
    is_compared_with = last_word == "over" and year % 100 != 0
    if last_word in words.number_hedges and not (
        likely and closed and (last_word in ("about", "around") or is_compared_with or _BOUND_IN_TIME.search(before))
    ):
        return 0.0
    if cue is not None and not likely and cue.group("cue") and cue.group("cue").lower() not in words.time_cues:
        return 0.0
    if cue is not None and cue.group("weak") is None and opens_clause and year > 1400:
        return 0.85
    if (
        not likely
        and _may_be_early(year, next_word, following)
        and ((cue is not None and cue.group("weak") is None) or grammar.DETERMINER_BEFORE.search(before))
    ):
        return 0.7
    if cue is not None:
        is_strong = cue.group("weak") is None or _PART_BEFORE.search(before) is not None
        return _after_cue(is_strong, likely, closed, year, next_word, words)
    if closed and year > _EARLIEST_ORIGIN and _ORIGIN_BEFORE.search(before):
        return 0.85
    if not likely and not before.strip():
        return 0.6 if year > 1200 and following in tuple(",:") else 0.0
    if not likely:
        return 0.75 if previous in _OPENING and previous and following in ")-–,;" else 0.0
    return _without_cue(before, previous, following, closed, next_word, last_word, words)


def _is_of_markup(before: str, following: str) -> bool:
    """Whether a number is a size that a page gives an image: 'width="1920"', "1920w"."""
    return before.endswith('="') or following.isalpha()


def _may_be_early(year: int, next_word: str, following: str) -> bool:
    """Whether an odd number may be a year of earlier times before a verb or a noun in the singular."""
    plural = next_word.endswith("s") and not next_word.endswith(("ss", "us", "is"))
    return 1500 < year < 1900 and year % 50 != 0 and following == " " and bool(next_word) and not plural


def _hyphenated(text: str, end: int, likely: bool, cued: bool) -> float:
    tail = text[end + 1 : end + 10]
    return 0.6 if likely and (cued or tail.startswith(("based", "era", "style", "level", "vintage"))) else 0.0


def _after_cue(strong: bool, likely: bool, closed: bool, year: int, next_word: str, words: YearWords) -> float:  # noqa: PLR0917 - what the sentence holds
    if likely:
        if closed or next_word in words.of_a_year:
            return 0.97 if strong else 0.93
        plural = next_word.endswith("s") and not next_word.endswith(("ss", "us", "is"))
        if strong:
            return 0.55 if plural and year % 100 == 0 else 0.93
        return 0.0 if plural else 0.85
    return (0.85 if strong else 0.6) if closed else 0.0


def _without_cue(  # noqa: PLR0911, PLR0917 - one return a case
    before: str, previous: str, following: str, closed: bool, next_word: str, last_word: str, words: YearWords
) -> float:
    if not before.strip():
        return 0.85 if closed or following == ":" else 0.6 if not next_word.endswith("s") else 0.3
    if previous in _OPENING or previous in "'‘’“\"":
        return 0.9 if following != " " or closed else 0.7
    if grammar.DETERMINER_BEFORE.search(before):
        plural = next_word.endswith("s") and not next_word.endswith(("ss", "us", "is"))
        return 0.85 if not plural or next_word in words.of_a_year else 0.0
    if next_word in words.of_a_year:
        return 0.85
    if not closed and next_word:
        return 0.0 if next_word.endswith("s") else 0.6
    if before.rstrip()[-1:] in ",;:—–":
        return 0.85
    return 0.7 if last_word else 0.0
