"""The dates of a sentence as times for which one of its figures may hold, each with what speaks for it.

What belongs here: which dates bear on a figure, the period that the role of each makes of it, and where it stands.
Choosing among periods is done in `periods`; which dates are told on the side, in `background`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tidybrief.extraction.figures.background import (
    COMPARED_WITH,
    is_base_of_change,
    is_of_another_clause,
    is_of_record,
    tells_when_it_was_said,
    without_closing,
)
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.records import Quantity, TemporalExpression

_COMPARED = re.compile(
    rf"\b(?:than|{COMPARED_WITH}|against(?=[^,;]{{0,25}}\d)|relative to|up from|down from)[^,;]{{0,25}}$|"
    r"\bfrom[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_COMPARED_BEFORE = re.compile(rf"(?:than|{COMPARED_WITH}|unlike)(?: in| the)?(?: the)? $")
_GOES_ON = re.compile(r" (?:to|through|until)\b")
_PUBLISHED = re.compile(
    r"\b(?:report|study|survey|statement|released?|published|announced|issued|signed|founded|established|introduced|"
    r"launched|created|based on)\b[^,;:.]{0,60}$",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"(?:^|[,;] )(?:which|who|that|introduced|founded|established|signed|launched|first|based)\b[^,;]*$"
)
_IS = re.compile(r"\b(?:is|are|was|were|be|will)\b")
_IN_BRACKETS = re.compile(r"\((?=[^)]*$)")
_LONGEST_IN_BRACKETS = 12
_SINCE_EVENT = re.compile(r"\b[Ss]ince\b[^,;.]{3,70}[ ](?:in|on)[ ](?:the[ ])?$")
_RUNNING = re.compile(r"\b(?:total of|cumulative|so far|to date|altogether|in all)\b", re.IGNORECASE)
_TOLL = re.compile(
    r"\bha(?:s|ve|d)[ ](?:(?:\w+ly|already|been|since)[ ]){0,2}"
    r"(?:killed|died|drowned|infected|injured|hurt|wounded|recovered|rescued|arrested|detained|displaced|evacuated|"
    r"recorded|registered|vaccinated|delivered)\b|\bdeath toll\b"
)
"""What is counted on and on from the first day."""
_REACHED = re.compile(
    r"\b(?:reach|reaches|hit|stand at|grow to|rise to|fall to|climb to|total|exceed|target|annually|a year)\b"
)
_END_OF = re.compile(r"\b(?:[Ee]nd of|end-|[Cc]lose of)")
_ACT = re.compile(r"\b(?:said|says|announced|reported|published|released|told|signed|launched)\b")
_JUST_TOLD = re.compile(rf"{_ACT.pattern}[^,;]{{0,15}}$")
_IN_THEM = re.compile(r"\b(?:in|for|during|over)[ ](?:the[ ])?$", re.IGNORECASE)
_EACH_IN_ITS_OWN = re.compile(r"\d[^,;.]{0,20},? and [^,;.]{0,20}\d[\w%.,]*(?: [a-z]+){0,3} in $")
_RESPECTIVELY = re.compile(r",? respectively\b")
_LONGEST_PAIR = 70
_JOINING = re.compile(r" (?:to|through|until|till) (?:the )?")
_DIVIDES = re.compile(r"[;:]|\bbut\b|\bwhile\b|\bwhereas\b")
_CONTRASTS = (";", " but ", " while ", " whereas ")
_PREPOSITIONS = frozenset({
    "in", "on", "by", "since", "until", "of", "during", "for", "from", "than", "to", "between", "after", "before", "at",
    "through", "over", "and", "against",
})  # fmt: skip
_PARTS_OF_YEARS = frozenset({"the", "fiscal", "year", "early", "late", "mid"})
_OF_TIME = frozenset({"duration", "age"})
_NEARBY = 4
_OPENING = 20
"""How far into a sentence a date may stand that opens it."""


class Validity(NamedTuple):
    """First and last day for which a figure holds; None for an open end, both None where the text states none."""

    start: date | None
    end: date | None

    @property
    def stated(self) -> bool:
        """Whether the text states a time."""
        return self.start is not None or self.end is not None


def validity_of(row: TemporalExpression, before: str = "", behind: str = "", kind: str = "") -> Validity:
    """A date with the open end that its role gives it; for a figure of a kind, by the words around it."""
    if row.role == "since":
        return Validity(row.date_start, None)
    if row.role == "until" or (row.role == "as_of" and kind == "count" and _is_running(before, behind)):
        return Validity(None, row.date_end)
    return Validity(row.date_start, row.date_end)


def _is_running(before: str, behind: str) -> bool:
    """Whether a count goes on from day to day: "a total of 9", "9 bodies had been recovered"."""
    return _RUNNING.search(before) is not None or any(_TOLL.search(words) is not None for words in (before, behind))


def dated(
    quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses
) -> Iterator[tuple[Validity, list[str]]]:
    """The times that the dates of its sentence give a quantity, each with the features of its date."""
    near = _nearby(dates, quantity)
    usable = without_closing([row for row in near if _bears_on(row, quantity, clauses)], near, clauses.text)
    holding = [row for row in usable if _may_hold(row, quantity, clauses)]
    distances = {row.start: _distance(row, quantity, clauses) for row in usable}
    best = min(holding, key=lambda row: distances[row.start], default=None)
    nearest = min(usable, key=lambda row: distances[row.start], default=None)
    today = max((row.date_end for row in usable if row.role == "as_of" and row.date_end is not None), default=None)
    for row in usable:
        features = _features_of(row, quantity, clauses)
        if row in holding:
            features.append("date may hold")
        if row is best:
            features.append("nearest date that may hold")
        if row is nearest:
            features.append("nearest date")
        yield _period_from(row, quantity, usable, today, clauses), features
        for other, manner in _other_readings(row, quantity, clauses):
            yield other, [*features, manner, f"{manner}, {quantity.kind}"]


def _nearby(dates: Sequence[TemporalExpression], quantity: Quantity) -> list[TemporalExpression]:
    """The few dates on either side of a quantity, and the one that may open the sentence."""
    place = bisect_left(dates, quantity.start, key=lambda row: row.start)
    first = max(0, place - _NEARBY)
    return [*dates[: first > 0], *dates[first : place + _NEARBY]]


def _bears_on(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a date beside a quantity, which is known, tells when anything is so."""
    text = clauses.text
    return (
        (row.date_start is not None or row.date_end is not None)
        and not (row.start < quantity.end and quantity.start < row.end)
        and not _is_price_base(row, quantity, clauses)
        and not is_base_of_change(row, quantity, text)
        and not is_of_another_clause(row, quantity, text)
        and not tells_when_it_was_said(row, text)
        and not is_of_record(row, clauses.sentence, text)
    )


def _is_price_base(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> bool:
    """ "in 2015 dollars"."""
    following = clauses.text[row.end : row.end + 14].split()
    base = bool(following) and following[0].strip(".,;)").lower() in clauses.vocabulary.price_base
    return base and quantity.start != row.end + 1


def _period_from(
    row: TemporalExpression,
    quantity: Quantity,
    usable: list[TemporalExpression],
    today: date | None,
    clauses: Clauses,
) -> Validity:
    """The period that a date tells by its role, by the other end of a range, or by the event that it is the day of."""
    text, start = clauses.text, clauses.sentence.start
    if (pair := range_around(row, usable, text)) is not None:
        return Validity(pair[0].date_start, pair[1].date_end)
    if row.role == "since" and today is not None and row.date_start is not None and row.date_start <= today:
        return Validity(row.date_start, today)
    if row.role == "at" and _SINCE_EVENT.search(text, max(start, row.start - 80), row.start):
        return Validity(row.date_start, None)
    return validity_of(row, text[start : quantity.start], text[quantity.end : clauses.sentence.end], quantity.kind)


def range_around(
    row: TemporalExpression, rows: Sequence[TemporalExpression], text: str
) -> tuple[TemporalExpression, TemporalExpression] | None:
    """ "from 2015 to 2020", "between 2015 and 2020": the two dates that bound one period."""
    place = rows.index(row)
    for at in (place - 1, place):
        if not 0 <= at < len(rows) - 1:
            continue
        first, last = rows[at], rows[at + 1]
        before, between = text[max(0, first.start - 10) : first.start].lower(), text[first.end : last.start]
        follow = first.date_end is not None and last.date_start == first.date_end + timedelta(days=1)
        joined = (
            (follow and between == " and " and _is_in_both(first, last, text))
            or (before.endswith("between ") and (between == " and " or _JOINING.fullmatch(between) is not None))
            or (_JOINING.fullmatch(between) is not None and "from" in before)
        )
        if joined and first.date_start is not None and last.date_end is not None and first.date_start <= last.date_end:
            return first, last
    return None


def _is_in_both(first: TemporalExpression, last: TemporalExpression, text: str) -> bool:
    """Whether what is told holds for two times together ("in January and February"), not a number for each."""
    before = text[max(0, first.start - _LONGEST_PAIR) : first.start]
    if _IN_THEM.search(before) is None or _RESPECTIVELY.match(text, last.end) is not None:
        return False
    return _EACH_IN_ITS_OWN.search(before) is None


def _other_readings(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> Iterator[tuple[Validity, str]]:
    """ "to reach 40 by 2030" holds for 2030, "at the end of 2024" for its last day."""
    text, start = clauses.text, clauses.sentence.start
    if row.role == "until" and row.date_start is not None:
        reached = _REACHED.search(text, max(start, min(quantity.start, row.start) - 60), row.start) is not None
        yield Validity(row.date_start, row.date_end), "reached by the date" if reached else "by the date"
    if row.date_end is not None and _END_OF.search(text, max(start, row.start - 16), row.end):
        yield Validity(row.date_end, row.date_end), "the end of the date"


def _features_of(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> list[str]:
    """What is true of a date and of where it stands to a quantity."""
    text, start = clauses.text, clauses.sentence.start
    side = "after" if row.start >= quantity.end else "before"
    between = text[quantity.end : row.start] if side == "after" else text[row.end : quantity.start]
    features = [
        f"date {side}",
        f"date {side}, {_length(between)}",
        f"date, {row.role}",
        f"date, {row.precision}",
        f"date, {quantity.kind}",
        f"date, {row.precision}, {quantity.kind}",
        f"date {side}, {_word_before(row, clauses)}",
    ]
    if any(mark in between for mark in _CONTRASTS):
        features.append(f"date {side}, other clause")
    if between.count(","):
        features.append(f"date {side}, behind commas")
    if row.start - start <= _OPENING:
        features.append("date opens the sentence")
    if row.role == "at" and row.precision in ("day", "week"):
        features.append(f"date {side}, of an act" if not _tells_the_day(row, quantity) else "date tells the day")
    if any(character.isdigit() for character in between):
        features.append(f"date {side}, behind another number")
    if _JUST_TOLD.search(text, max(start, row.start - 30), row.start):
        features.append(f"date {side}, of telling")
    if _ACT.search(between):
        features.append(f"date {side}, behind an act of telling")
    if _COMPARED.search(between if side == "after" else text[max(start, row.start - 30) : row.start]):
        features.append(f"date {side}, compared with")
    return features


def _length(between: str) -> str:
    size = len(between)
    return "near" if size < 12 else "close" if size < 35 else "apart" if size < 80 else "far"


def _word_before(row: TemporalExpression, clauses: Clauses) -> str:
    place = clauses.at(row.start) - 1
    word = clauses.word(place)
    if word in _PARTS_OF_YEARS:
        word = clauses.word(place - 1)
    return word if word in _PREPOSITIONS else "no preposition"


def _may_hold(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> bool:
    """Whether nothing that stands between a quantity and a date keeps the date from being the quantity's."""
    if quantity.kind in _OF_TIME and not 0 <= row.start - quantity.end < 40:
        return False
    if row.role == "at" and row.precision in ("day", "week") and not _tells_the_day(row, quantity):
        return False
    text = clauses.text
    if row.start >= quantity.end:
        return _may_hold_behind(row, text[quantity.end : row.start], text[row.end : row.end + 9])
    if ";" in text[row.end : quantity.start] and row.start - clauses.sentence.start > _OPENING:
        return False
    before = text[max(clauses.sentence.start, row.start - 70) : row.start]
    return not (row.role == "at" and _COMPARED_BEFORE.search(before))


def _may_hold_behind(row: TemporalExpression, between: str, after: str) -> bool:
    """The same of a date behind its quantity, by the words between the two and those after the date."""
    if ";" in between or (row.role == "until" and _IS.search(between)):
        return False
    if _IN_BRACKETS.search(between) and len(between) > _LONGEST_IN_BRACKETS:
        return False
    if row.role != "at":
        return True
    is_base = _COMPARED.search(between) and not _GOES_ON.match(after)
    return not (is_base or _PUBLISHED.search(between) or _ATTACHED.search(between))


def _tells_the_day(row: TemporalExpression, quantity: Quantity) -> bool:
    """Whether a certain day is the one a figure holds for, not only the day of an act that the sentence tells."""
    if quantity.kind == "percent":
        return True
    return 0 <= row.start - quantity.end < 30 and quantity.kind in ("money", "measure", "multiple")


def _distance(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> float:
    """How far a date stands from a quantity: characters, with a price on what divides clauses."""
    first, last = (row.end, quantity.start) if row.end <= quantity.start else (quantity.end, row.start)
    between = clauses.text[first:last]
    price = 60.0 * len(_DIVIDES.findall(between)) + 25.0 * between.count(",")
    if row.end <= quantity.start and row.start - clauses.sentence.start <= _OPENING:
        return min(40.0 + 0.1 * len(between), len(between) + price)
    if row.end <= quantity.start:
        price += 15.0
    return len(between) + price + (200.0 if row.date_start is None else 0.0)
