"""The date that opens a sentence and holds for all of it: "In 2023, …", "In its accounts for 2023, …".

What belongs here: the form that leaves no choice. Choosing among the dates of a text stands in `periods`.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.figures.background import is_of_record
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.tense import tense_of
from tidybrief.extraction.records import Quantity, TemporalExpression

_FRAMING = ("month", "quarter", "year")
_LONGEST_FRAME = 60
_OTHER_CLAUSE = re.compile(r";|,[ ][a-z]+ing\b|[ ](?:but|while|whereas|compared|against|than|now|currently|will)[ ]")
_GAPPED = re.compile(r"(?:[,;]?[ ](?:and|but|then)|[,;])[ ](?:for|in)[ ](?:the[ ])?$")
_UP_TO_NUMBER = re.compile(r",?[ ](?:(?:by|at|to|of|about|around|some|nearly|almost|only|just|over)[ ]){0,3}")
_WHEN = re.compile(r",[ ]when[ ](?:[^,;.]{2,50}[ ])?")
_REACH = 24
_TIMELESS = frozenset({"duration", "age"})
_LONGEST_BY = 12
"""How far into its sentence a date with "by" may stand that opens it."""
_COME_ABOUT = frozenset({"money", "count", "percent", "multiple"})
_LONGEST_SINCE = 160
_OTHER_TIME = re.compile(
    r";|\b(?:and (?:has|have|had)|but|while|whereas|who|which|now|currently|"
    r"is|are|will|would|was|were|than|taking|bringing)\b"
)
_HAS = re.compile(r"\b(?:has|have|having)\b(?![ ]to\b)")
_FORETOLD = re.compile(
    r"\b(?:will|would|could|should|may|might|shall|"
    r"(?:is|are)[ ](?:\w+[ ])?(?:expected|projected|forecast|predicted|estimated|set|likely|due|to)|"
    r"expects?|forecasts?|projects?|plans?|aims?|wants?|hopes?|intends?|must|needs?)\b"
)
_CHANGES_TIME = re.compile(r";|[ ](?:but|while|whereas|compared|against|now|currently|already)[ ]")
_BEFORE_DAY = re.compile(r"(?:(?:In|According to|As|Per)[ ][^,;.]{2,80},[ ])?(?:On[ ]|Late[ ]on[ ]|Early[ ]on[ ])?")
_OF_EVENT = re.compile(
    r"['’]s[ ](?:[a-z-]+[ ]){1,5}"
    r"(?:[^,;:]|,(?![ ](?:while|but|which|who|as|with|so|[a-z]+ing|and[ ](?:\w+[ ]){1,3}(?:was|were|is|are|\w+ed))\b))*"
)
_TELLS = re.compile(r",?[ ][^;:,]+")
_BEHIND_DAY = re.compile(r",?[ ](?:[\w.’'-]+[ ]){1,8}?(?:has|have)[ ][a-z]+[ ][^,;:]*")
_ANOTHER_TIME = re.compile(r"\b(?:that|who|which|since|after|before|from|than|total|so far|now)\b")
_OF_DEEDS = frozenset({"count", "money", "percent", "measure", "multiple"})
_AT_LEVEL = frozenset(
    {"to", "at", "reach", "reaches", "hit", "hits", "require", "exceed", "surpass", "top", "total", "pass"}
)


def framing_date(
    quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses
) -> TemporalExpression | None:
    """The date that opens a quantity's sentence, or its part of it; None where others stand there too, or the clause
    changes.
    """
    if not dates or quantity.kind in ("duration", "age"):
        return None
    if (own := _date_of_gap(quantity, dates, clauses.text) or _date_of_when(quantity, dates, clauses.text)) is not None:
        return own
    row, sentence, text = dates[0], clauses.sentence, clauses.text
    others = dates[1:]
    if any(_GAPPED.search(text, quantity.end, other.start) is None for other in others):
        return None
    if row.date_start is None or row.role != "at" or row.precision not in _FRAMING or row.end > quantity.start:
        return None
    if row.start - sentence.start > _LONGEST_FRAME or not text.startswith(",", row.end):
        return None
    opens = _opens_frame(clauses.vocabulary.nouns_of_accounts).fullmatch(text, sentence.start, row.start) is not None
    return row if opens and (others or _OTHER_CLAUSE.search(text, row.end, quantity.start) is None) else None


def _date_of_when(quantity: Quantity, dates: Sequence[TemporalExpression], text: str) -> TemporalExpression | None:
    """ "the worst year since 2008, when the deficit was $9 million": the date that a clause of its own tells about."""
    row = next((row for row in reversed(dates) if row.end <= quantity.start), None)
    if row is None or row.date_start is None or row.precision not in (*_FRAMING, "day"):
        return None
    return row if _WHEN.fullmatch(text, row.end, quantity.start) is not None else None


@lru_cache(maxsize=4)
def _opens_frame(nouns_of_accounts: frozenset[str]) -> re.Pattern[str]:
    """What may stand before such a date in its sentence."""
    return re.compile(
        r"(?:(?:In|For|During|Over|Throughout|Through|Across)[ ])?(?:(?:the|its|their|his|her|our|whole|entire|all|of|"
        rf"for|in|on|and|early|late|full|annual|interim|{one_of(nouns_of_accounts)})[ ])*",
        re.IGNORECASE,
    )


def target_period(
    quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses
) -> tuple[date | None, date | None] | None:
    """ "By 2030, demand is expected to reach 9 tonnes": the year of a level that is foretold, or all time up to it for
    what will come till then; None where another time, or what is so already, is told.
    """
    if not dates or quantity.kind in _TIMELESS or any(row.start < quantity.start for row in dates[1:]):
        return None
    row, sentence = dates[0], clauses.sentence
    if row.role != "until" or row.end > quantity.start or row.start - sentence.start > _LONGEST_BY:
        return None
    between = clauses.text[row.end : quantity.start]
    if _FORETOLD.search(between) is None or _CHANGES_TIME.search(between) is not None:
        return None
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    is_level = clauses.word(left) in _AT_LEVEL or clauses.base(left) in clauses.vocabulary.measuring_verbs
    return (row.date_start if is_level else None), row.date_end


def since_period(
    quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses
) -> tuple[date | None, date | None] | None:
    """ "Since 2011, the scheme has cost 9 tonnes", "9 people have died since May": all time from the only date on,
    where the perfect tells what has come about in it.
    """
    if len(dates) != 1 or quantity.kind not in _COME_ABOUT:
        return None
    row, sentence, text = dates[0], clauses.sentence, clauses.text
    if row.role != "since" or row.date_start is None or is_of_record(row, sentence, text):
        return None
    first, last = (row.end, quantity.start) if row.end <= quantity.start else (quantity.end, row.start)
    if last - first > _LONGEST_SINCE or _OTHER_TIME.search(text, first, last) is not None:
        return None
    start = sentence.start if first == quantity.end else row.end
    has = _HAS.search(text, start, row.start if first == quantity.end else quantity.start)
    return (row.date_start, None) if has is not None else None


def day_of_deed(quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses) -> TemporalExpression | None:
    """ "Monday's storm damaged 41 houses", "Yesterday, Norland has confirmed nine deaths", "Last week a storm hit 41
    houses": the day or week of what its clause says was done, the only one told so far.
    """
    if quantity.kind not in _OF_DEEDS or not dates or dates[0].end > quantity.start:
        return None
    row, text = dates[0], clauses.text
    if (
        row.date_start is None
        or (row.role != "at" or row.precision not in ("day", "week"))
        or any(other.start < quantity.start for other in dates[1:])
    ):
        return None
    if _BEFORE_DAY.fullmatch(text, clauses.sentence.start, row.start) is None:
        return None
    between = text[row.end : quantity.start]
    is_told = _OF_EVENT.fullmatch(between) is not None or (row.precision == "week" and _TELLS.fullmatch(between))
    is_deed = bool(is_told) and tense_of(quantity, clauses) == "past"
    is_deed = is_deed or _BEHIND_DAY.fullmatch(between) is not None
    is_of_it = _ANOTHER_TIME.search(between) is None and not between.endswith(" of ")  # "in a town of 9,000 people"
    return row if is_deed and is_of_it else None


def _date_of_gap(quantity: Quantity, dates: Sequence[TemporalExpression], text: str) -> TemporalExpression | None:
    """ "…, and for 2025 by 2.1%": the date right before a quantity whose verb is left out."""
    row = next((row for row in reversed(dates) if row.end <= quantity.start), None)
    if row is None or row.date_start is None or quantity.start - row.end > _REACH:
        return None
    leads = _UP_TO_NUMBER.fullmatch(text, row.end, quantity.start) is not None
    return row if leads and _GAPPED.search(text, max(0, row.start - _REACH), row.start) is not None else None
