"""Times that are told on the side: the one a figure is compared with, and that of a clause put in.

What belongs here: which figures and dates of a sentence leave no time behind for what is said next. Choosing a period
stands in `periods`.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeVar

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.records import Figure, Quantity, Sentence, TemporalExpression

_Row = TypeVar("_Row", Figure, TemporalExpression)
_REACH = 32
COMPARED_WITH: Final = r"compared[ ](?:with|to)|versus|vs\.?"
"""Words that can only lead to what something is compared with."""
_BASELINE = re.compile(
    rf"\b(?:{COMPARED_WITH}|from|against|after|rather[ ]than|up[ ]on|than[ ]the)[ ]"
    r"(?:(?:about|around|some|just|only|nearly|almost|over|roughly|the|an?)[ ]){0,2}$"
)
_EARLIER_MOVE = re.compile(
    r"\b(?:after|following|having)[ ](?:(?:an?|the|its|their)[ ])?(?:[\w-]+[ ]){0,2}?"
    r"(?:\w+ing|been|risen|fallen|grown|\w{3,}ed|"
    r"(?:increase|decrease|rise|fall|gain|drop|decline|growth|jump|dip|loss)s?)"
    r"[ ](?:(?:by|of|to|at)[ ])?(?:(?:about|around|some|just|only|nearly|almost|over|roughly|an?|revised)[ ]){0,2}$|"
    r"\bfollowing[ ](?:(?:an?|the|its|their)[ ])(?:[\w-]+[ ]){0,2}?$"
)
"""What leads to a change that came before the one told: "after rising 2%", "following a gain of 2%"."""
_REACH_OF_MOVE = 60
_HELD_AGAINST_LEVEL = re.compile(
    r"(?:[ ][a-z-]+){0,3}?[ ](?:than[ ](?:(?:they|it)[ ](?:had[ ]been|were|was)[ ])?|"
    r"(?:below|above|under|over|beneath|off|short[ ]of|ahead[ ]of)[ ](?:the|its|their|his|her)[ ](?:[a-z-]+[ ]){0,2}?"
    r"(?:levels?|figures?|values?|average|peak|high|low|total|number|rate|mark|reading|record|price|result)[ ])"
    r"(?:(?:in|of|at|for|on|from|during|reached[ ]in|seen[ ]in|set[ ]in)[ ])?(?:the[ ](?:end[ ]of[ ])?)?"
)
"""What leads from a difference to the date of what it is measured from: "7% below the level of", "40 more than in"."""
_LONGEST_HELD = 70
_DIFFERENCES = frozenset({"percent", "count", "money", "measure", "multiple"})
_TO_COME = re.compile(
    r"[^;.\d]{0,40}?[ ,](?:payable|due|maturing|expiring|scheduled|slated|redeemable|repayable)[ ][^;.,\d]{0,20}"
)
"""What leads from an amount to a day that it falls due."""
_OTHER_PREDICATE = re.compile(r"[^;.]*[ ]and[ ](?:has|have|had|is|are|was|were)[ ][^,;\d]*")
_NEW_PREDICATE = re.compile(
    r",?[ ]and[ ](?:now[ ]|today[ ]|currently[ ])?(?P<verb>has|have|is|are|was|were)[ ](?!since\b)"
)
_NEXT_CLAUSE = re.compile(r",?[ ](?:and|but|while|whereas|then)[ ](?:in|on|by|since|for|at)[ ](?:the[ ])?")
_GOES_ON_BEHIND = re.compile(r"[ ,]+(?:the[ ]|an?[ ]|it[ ]|he[ ]|she[ ]|they[ ]|[A-Z])")
_PRESENT = frozenset({"has", "have", "is", "are"})
_AFTER_IT = re.compile(r",?[ ](?:after|following|despite)[ ](?:[a-z'’-]+[ ]){0,4}?")
_NUMBER_OF_ITS_OWN = re.compile(r"[€$£%]|(?<!\d)\d{1,3}(?!\d)(?!(?:st|nd|rd|th)\b)")
_LONGEST_LEVEL_FROM = 60
_FROM_LEVEL_IN = re.compile(r"\bfrom[ ][^,;.]{0,30}?\d[^,;.]{0,25}?[ ]in[ ]$")
_TO_LEVEL = re.compile(r"[ ]to[ ](?:(?:about|around|some|just|only|nearly|almost|over|roughly|more[ ]than)[ ]){0,2}")
_FROM_THE_SAME = re.compile(
    rf"(?:[ ][\w-]+){{0,3}}?,?[ ](?:{COMPARED_WITH}|from|than|over|on|against)[ ](?:in[ ])?"
    r"(?:(?:the[ ])?(?:[\w-]+[ ]){0,2}?(?:(?P<same>same|corresponding)|previous|prior|preceding)[ ]|"
    r"(?:an?|one)[ ]year[ ](?:earlier|ago|before)\b|"
    r"last[ ](?:year|month|quarter|week)\b|the[ ](?:year|month|quarter|week)[ ](?:earlier|before|prior)\b)"
)
"""What makes of a date behind a figure the one that it is compared with; "up 5 from 3 last year" is two figures."""
_LONGEST_UNIT = 8
_FROM_A_LEVEL = re.compile(
    r"(?:[ ][\w-]+){0,4}?,?[ ](?:(?:up|down)[ ])?(?:from|compared[ ](?:to|with))[ ]"
    r"(?:(?![ ]to[ ])[^.;]){0,30}?\d[\d,.]*"
    r"(?:(?![ ]to[ ])[^.;,\d]){0,40}"
)
"""The same with its amount: "an 8 percent fall, down from 400 cars sold in 2021"."""
_SAID_ON = re.compile(
    r"\b(?:said|says|told|wrote|added|tweeted|(?<!were )(?<!was )(?<!been )reported)"
    r"(?:[ ](?:earlier|late|early|also))?(?:[ ]on)?[ ]$"
)
_RIGHT_BEHIND = re.compile(r"[ ](?:[a-z]+[ ]){0,3}$")
_LONGEST_RECORD = 70
_RECORD = re.compile(
    r"\b(?:the|its|their|his|her|a)[ ](?:[\w'’-]+[ ])?(?:[a-z-]{2,12}est|most|least|worst|best|first|last|only)\b"
    r"[^,;:.]{0,45}[ ]since[ ]"
    r"(?:(?:the[ ])?(?:records|data|figures|measurements?|counts?)[ ](?:began|begin|started)[ ]in[ ])?"
    r"(?:the[ ])?$",
    re.IGNORECASE,
)
_RECORDS_BEGAN = re.compile(r"\b(?:began|begin|started)[ ]in[ ](?:the[ ])?$")
_OPENS_SENTENCE = re.compile(r"(?:First[ ])?(?:[A-Z][a-z]+ed|Built|Born|Set up|Begun)\b")
_PRECEDING = re.compile(r" (?:in|for|during) the (?:previous|prior|preceding) (?P<unit>month|quarter|year)\b")
_PRECEDING_BEFORE = re.compile(
    r"(?:\b(?:previous|prior|preceding) (?P<owner>month|quarter|year)['’]s (?:[\w-]+ ){0,3}|"
    r"(?:^|[.!?”\n] ?)In the (?:previous|prior|preceding) (?P<frame>month|quarter|year),? [^,;.\d]{0,40})$"
)
_LONGEST_PRECEDING = 80
_EARLIER_CHANGE = re.compile(r"[^.;]{0,60}?(?:,[ ]having[ ]\w+|[ ]after[ ](?:\w+ing|an?[ ]\w+))[ ][^.;]{0,30}?\d")
_FRAME = re.compile(
    r"(?:In|During|At|Under|Over|On|After|Before|Since)[ ](?:the|this|that|its|his|her|their)\b[^,A-Z]*$"
)


def is_baseline(figure: Figure, text: str) -> bool:
    """Whether a figure is what another is compared with: "down from 44 percent in 2020", "after 2 percent in the
    previous quarter".
    """
    is_led_to = _BASELINE.search(text, max(0, figure.start - _REACH), figure.start) is not None
    is_led_to = is_led_to or _tells_earlier_move(figure.start, text)
    return is_led_to or preceding_unit(figure.start, figure.end, text) is not None


def _is_bracketed(row: TemporalExpression, behind: str, text: str) -> bool:
    """Whether a date stands in brackets with a number of its own: "€40 million (2022: €36 million)"."""
    opening = behind.rfind("(")
    if opening < 0 or ")" in behind[opening:]:
        return False
    closing = text.find(")", row.end, row.end + _LONGEST_RECORD)
    return closing >= 0 and _NUMBER_OF_ITS_OWN.search(behind[opening:] + text[row.end : closing]) is not None


def _tells_earlier_move(start: int, text: str) -> bool:
    before = text[max(0, start - _REACH_OF_MOVE) : start]
    return ("after " in before or "following " in before or "having " in before) and _EARLIER_MOVE.search(
        before
    ) is not None


def preceding_unit(start: int, end: int, text: str) -> str | None:
    """Of what length the period is for which a quantity is told, where that is the one before ("9% in the previous
    quarter", "the previous quarter's 9%", "In the previous quarter, it was 9%"); None where it is another.
    """
    if (behind := _PRECEDING.match(text, end)) is not None:
        return behind["unit"]
    before = text[max(0, start - _LONGEST_PRECEDING) : start]
    found = _PRECEDING_BEFORE.search(before) if "pr" in before else None
    return (found["owner"] or found["frame"]) if found is not None else None


def is_base_of_change(row: TemporalExpression, quantity: Quantity, text: str) -> bool:
    """Whether a date behind a figure is what it is counted from: "up 69 percent from the same quarter last year"."""
    if row.start < quantity.end or not (row.role == "at" or opens_range(row, text)):
        return False
    base = _FROM_THE_SAME.match(text, quantity.end, row.end + 1)
    if base is not None and (base["same"] or (row.start <= base.end() and row.end <= base.end() + _LONGEST_UNIT)):
        return True
    is_near = row.start - quantity.end < _LONGEST_HELD and quantity.kind in _DIFFERENCES
    if is_near and _HELD_AGAINST_LEVEL.fullmatch(text, quantity.end, row.start) is not None:
        return True
    return _FROM_A_LEVEL.fullmatch(text, quantity.end, row.start) is not None


def is_of_another_clause(row: TemporalExpression, quantity: Quantity, text: str) -> bool:
    """Whether a date belongs to something else that the sentence joins to a quantity: "85% were in favour, and on
    Friday the court …", "opened in March after 47 complaints", "from 9% in 2000 to 12%", "$2, payable on 5 May", "was
    founded in 1998 and has 300 shops".
    """
    if row.start >= quantity.end:
        behind = text[quantity.end : row.start]
        if _TO_COME.fullmatch(behind) is not None or _is_bracketed(row, behind, text):
            return True
        if " and " in behind and _OTHER_PREDICATE.fullmatch(behind) is not None:
            return True
        joint = max(behind.rfind(" and "), behind.rfind(" but "), behind.rfind(" while "), behind.rfind(" then "))
        joint -= behind.endswith(", ", 0, joint + 1) or behind[max(0, joint - 1) : joint] == ","
        return (
            joint > 0
            and _NEXT_CLAUSE.fullmatch(behind, joint) is not None
            and _GOES_ON_BEHIND.match(text, row.end) is not None
        )
    new = _NEW_PREDICATE.match(text, row.end, quantity.start)
    if new is not None and (new["verb"] in _PRESENT or row.role == "since"):
        return True
    if row.end + 40 >= quantity.start and _AFTER_IT.fullmatch(text, row.end, quantity.start) is not None:
        return True
    is_level = _TO_LEVEL.fullmatch(text, row.end, quantity.start) is not None
    return is_level and _FROM_LEVEL_IN.search(text, max(0, row.start - _LONGEST_LEVEL_FROM), row.start) is not None


def opens_range(row: TemporalExpression, text: str) -> bool:
    """Whether a date is the first of two that bound one period: "between 2019 and 2022"."""
    return row.role == "since" and text.endswith("between ", 0, row.start)


def closes_range(row: TemporalExpression, previous: TemporalExpression, text: str) -> bool:
    """Whether a date is the second of two that bound one period, of which the first stands right before."""
    return row.role == "until" and opens_range(previous, text) and text[previous.end : row.start] == " and "


def tells_when_it_was_said(row: TemporalExpression, text: str) -> bool:
    """Whether a day is that of a speech or report and of nothing that it tells: "said on Monday that profit rose"."""
    if row.precision != "day" or not text.startswith(" that ", row.end):
        return False
    return _SAID_ON.search(text, max(0, row.start - _REACH), row.start) is not None


def is_of_record(row: TemporalExpression, sentence: Sentence, text: str) -> bool:
    """Whether a date only tells how long nothing was like it: "the highest since 2010"."""
    if row.role != "since" and _RECORDS_BEGAN.search(text, max(sentence.start, row.start - _REACH), row.start) is None:
        return False
    return _RECORD.search(text, max(sentence.start, row.start - _LONGEST_RECORD), row.start) is not None


def is_of_what_came_before(row: TemporalExpression, quantity: Quantity, text: str) -> bool:
    """Whether a date behind a quantity is that of an earlier change told behind it: "4%, having fallen 3% in 2022"."""
    if row.start < quantity.end or row.start - quantity.end > _LONGEST_RECORD + _REACH:
        return False
    return _EARLIER_CHANGE.match(text, quantity.end, row.start) is not None


def telling(dates: Sequence[TemporalExpression], figures: Iterable[Figure], text: str) -> list[TemporalExpression]:
    """The dates, in the order of the text like the figures, that tell more than when a figure of a comparison held."""
    ends = [figure.end for figure in figures if is_baseline(figure, text)]
    if not ends:
        return list(dates)
    return without_closing([row for row in dates if not _stands_behind(row, ends, text)], dates, text)


def without_closing(
    kept: list[TemporalExpression], dates: Sequence[TemporalExpression], text: str
) -> list[TemporalExpression]:
    """The dates that were kept, but for the second of a range whose first was not."""
    if len(kept) == len(dates):
        return kept
    starts = {row.start for row in kept}
    torn = {
        row.start
        for previous, row in pairwise(dates)
        if previous.start not in starts and closes_range(row, previous, text)
    }
    return [row for row in kept if row.start not in torn] if torn else kept


def _stands_behind(row: TemporalExpression, ends: Sequence[int], text: str) -> bool:
    """Whether a date stands right behind one of the figures that end there."""
    place = bisect_right(ends, row.start) - 1
    if place < 0 or row.start - ends[place] > _REACH:
        return False
    return _RIGHT_BEHIND.fullmatch(text, ends[place], row.start) is not None


@lru_cache(maxsize=4)
def _put_in(acts_of_origin: frozenset[str]) -> re.Pattern[str]:
    """What follows the comma before such a stretch."""
    origin = rf"(?:{one_of(acts_of_origin)})(?=[ ](?:in|on|by|at|last|earlier|this|after|before)\b)"
    return re.compile(
        rf"(?:which|who)[ ](?:(?:was|were|had been)[ ])?(?:first[ ])?{origin}|"
        rf"(?:an?|the)[ ](?:[\w-]+[ ]){{1,4}}?{origin}|{origin}"
    )


def asides(
    dates: Iterable[TemporalExpression], sentence: Sentence, text: str, acts_of_origin: frozenset[str]
) -> list[tuple[int, int]]:
    """The stretches that only tell on the side of something named, and hold a date: "Founded in 2018, …", "…, which
    opened in 2020, …". In the order of the text, like the dates.
    """
    put_in = _put_in(acts_of_origin)
    return [stretch for row in dates if (stretch := _aside_around(row, sentence, text, put_in)) is not None]


def heard_by(rows: Sequence[_Row], aside: Sequence[tuple[int, int]], quantity: Quantity) -> Sequence[_Row]:
    """The rows that stand in no aside that has ended before a quantity."""
    if not aside or aside[0][1] >= quantity.start:
        return rows
    return [row for row in rows if not _stands_in_ended(row.start, aside, quantity.start)]


def _stands_in_ended(place: int, aside: Sequence[tuple[int, int]], before: int) -> bool:
    number = bisect_right(aside, (place, sys.maxsize)) - 1
    return number >= 0 and place < aside[number][1] < before


def _aside_around(
    row: TemporalExpression, sentence: Sentence, text: str, put_in: re.Pattern[str]
) -> tuple[int, int] | None:
    closing = text.find(",", row.end, sentence.end)
    if closing < 0 or ";" in text[row.end : closing]:
        return None
    opening = text.rfind(",", sentence.start, row.start)
    start = opening + 2 if opening >= 0 else sentence.start
    pattern = put_in if opening >= 0 else _OPENS_SENTENCE
    if opening >= 0 and _FRAME.match(text, sentence.start, opening) is not None:
        return None
    return (start, closing) if pattern.match(text, start, row.start) is not None else None
