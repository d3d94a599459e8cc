"""For which time a figure holds: the date of its clause, taken with its role.

What belongs here: choosing among the dates of the text. Finding and resolving them is done in `dates`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.figures.background import is_base_of_change, is_of_record, tells_when_it_was_said
from tidybrief.extraction.figures.framing import framing_date
from tidybrief.extraction.figures.ranking import Candidate, Ranker
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.tense import tense_of
from tidybrief.extraction.records import Figure, Quantity, TemporalExpression

_COMPARED = re.compile(
    r"\b(?:than|compared (?:to|with)|versus|vs\.?|against(?=[^,;]{0,25}\d)|relative to|up from|down from)[^,;]{0,25}$|"
    r"\bfrom[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:report|study|survey|statement|released?|published|announced|issued|signed|founded|established|introduced|"
    r"launched|created|based on|study)\b[^,;:.]{0,60}$",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"(?:^|[,;] )(?:which|who|that|introduced|founded|established|signed|launched|first|based)\b[^,;]*$"
)
_SINCE_EVENT = re.compile(r"\b[Ss]ince\b[^,;.]{3,70}[ ](?:in|on)[ ](?:the[ ])?$")
_COMPARED_BEFORE = re.compile(r"(?:than|compared (?:to|with)|versus|unlike)(?: in| the)?(?: the)? $")
_OF_TODAY_OR_LATER = re.compile(r"\b(?:now|today|currently|will|would|plans|next)\b")
_OPENS_IN = re.compile(r"(?:^|[.!?”\"\n][ ]?)in[ ]$")
_TIMELESS = frozenset({"duration", "age"})
_NEARBY = 4
_FAR = 150
_RUNNING = re.compile(r"\b(?:total of|cumulative|so far|to date|altogether|in all)\b", re.IGNORECASE)


class Validity(NamedTuple):
    """First and last day for which a figure holds; None for an open end, both None where the text states none."""

    start: date | None
    end: date | None

    @property
    def stated(self) -> bool:
        """Whether the text states a time."""
        return self.start is not None or self.end is not None


NO_TIME = Validity(None, None)


class Before(NamedTuple):
    """What stands before a figure: the last figure and how far off, the one dated last in the paragraph, the dates of
    the last sentences of the paragraph and of the heading or title; and the subject that the figure itself has.
    """

    figure: Figure | None
    distance: str
    dated: Figure | None
    dates: Sequence[tuple[int, TemporalExpression]]
    """Each date with how many sentences ago it stands."""
    heading_dates: Sequence[TemporalExpression]
    subject: str | None
    dated_heading: bool = False
    """Whether the heading is nothing but a date."""


def period_of(  # noqa: PLR0917 - what a period can come from
    quantity: Quantity,
    dates: Sequence[TemporalExpression],
    clauses: Clauses,
    before: Before,
    published_on: date | None,
    ranker: Ranker,
) -> Validity:
    """The period of a figure; `NO_TIME` where the text states none."""
    earlier, distance = before.figure, before.distance
    if (frame := framing_date(quantity, dates, clauses)) is not None:
        return Validity(frame.date_start, frame.date_end)
    found: dict[Validity, list[str]] = {}
    _of_sentence(quantity, dates, clauses, found)
    stated = bool(found)
    tense = tense_of(quantity, clauses)
    setting = f"{'dates in the sentence' if stated else 'no dates'}, {tense}"
    if earlier is not None:
        _carried(quantity, earlier, distance, setting, clauses, found)
        carried = found.setdefault(Validity(earlier.time_start, earlier.time_end), [])
        if before.subject is not None and before.subject == (earlier.subject_id or earlier.subject):
            carried.append(f"of the subject before in the {distance}")
        elif before.subject is not None and (earlier.kind, earlier.unit) == (quantity.kind, quantity.unit):
            carried.append(f"the same of another subject, before in the {distance}")
            carried.append(f"the same of another subject, before in the {distance}, {setting}")
    _of_the_text_before(before, setting, clauses, found)
    if published_on is not None and _speaks_of_today(quantity, clauses):
        found.setdefault(Validity(published_on, published_on), []).extend(("day of publication", setting))
    holds_under = before.dated_heading and not stated and not before.dates and quantity.kind not in _TIMELESS
    if holds_under and _OF_TODAY_OR_LATER.search(clauses.sentence.text) is None:
        return validity_of(before.heading_dates[0], "", "")
    if not found:
        return NO_TIME
    none = [
        "none",
        f"none, {setting}",
        f"none, {quantity.kind}",
        f"none, {quantity.kind}, {setting}",
        f"none, {clauses.sentence.factuality}",
    ]
    if earlier is not None and distance != "document" and earlier.time_start is None and earlier.time_end is None:
        none.append(f"none before in the {distance}")
        none.append(f"none before in the {distance}, {setting}")
    found.setdefault(NO_TIME, []).extend(none)
    candidates = [Candidate(validity, features) for validity, features in found.items()]
    return ranker.choose("period", quantity.start, candidates)[0]


def _speaks_of_today(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a word such as "today" stands near a quantity in its sentence."""
    start = max(clauses.sentence.start, quantity.start - _FAR)
    end = min(clauses.sentence.end, quantity.end + _FAR)
    near = clauses.text[start:end]
    return any(word in near for word in _WORDS_OF_TODAY) and _TODAY.search(clauses.text, start, end) is not None


def _of_the_text_before(before: Before, setting: str, clauses: Clauses, found: dict[Validity, list[str]]) -> None:
    """Adds the periods that the sentences before and the heading give."""
    taken_up = "taken up" if _TAKEN_UP.match(clauses.sentence.text) else "not taken up"
    if before.dated is not None and before.dated is not before.figure:
        found.setdefault(Validity(before.dated.time_start, before.dated.time_end), []).extend(
            ("period earlier in the paragraph", f"period earlier in the paragraph, {setting}")
        )
    for ago, row in before.dates:
        far = f"date {ago} sentences before"
        found.setdefault(validity_of(row, "", ""), []).extend(
            (far, f"{far}, {setting}", f"{far}, {row.role}, {row.precision}", f"{far}, {taken_up}")
        )
    for row in before.heading_dates:
        found.setdefault(validity_of(row, "", ""), []).extend(
            ("date of the heading", f"date of the heading, {setting}", f"date of the heading, {row.precision}")
        )


def _of_sentence(  # noqa: PLR0912 - one branch a feature
    quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses, found: dict[Validity, list[str]]
) -> None:
    """Adds the dates of the sentence, each with its role and place."""
    usable = [
        row
        for row in _nearby(dates, quantity)
        if (row.date_start is not None or row.date_end is not None)
        and not (row.start < quantity.end and quantity.start < row.end)
        and not _is_price_base(row, quantity, clauses)
        and not is_base_of_change(row, quantity, clauses.text)
        and not tells_when_it_was_said(row, clauses.text)
        and not is_of_record(row, clauses.sentence, clauses.text)
    ]
    holding = [row for row in usable if _may_hold(row, quantity, clauses)]
    distances = {row.start: _distance(row, quantity, clauses) for row in usable}
    best = min(holding, key=lambda row: distances[row.start], default=None)
    nearest = min(usable, key=lambda row: distances[row.start], default=None)
    text, start = clauses.text, clauses.sentence.start
    today = max((row.date_end for row in usable if row.role == "as_of" and row.date_end is not None), default=None)
    for row in usable:
        pair = _range_around(row, usable, text)
        if pair is not None:
            validity = Validity(pair[0].date_start, pair[1].date_end)
        elif row.role == "since" and today is not None and row.date_start is not None and row.date_start <= today:
            validity = Validity(row.date_start, today)
        elif row.role == "at" and _SINCE_EVENT.search(text, max(start, row.start - 80), row.start):
            validity = Validity(row.date_start, None)
        else:
            validity = validity_of(row, text[start : quantity.start], quantity.kind)
        side = "after" if row.start >= quantity.end else "before"
        first, last = (quantity.end, row.start) if side == "after" else (row.end, quantity.start)
        between = text[first:last]
        features = [
            f"date {side}",
            f"date {side}, {_length(between)}",
            f"date, {row.role}",
            f"date, {row.precision}",
            f"date, {quantity.kind}",
            f"date, {row.precision}, {quantity.kind}",
            f"date {side}, {_word_before(row, clauses)}",
        ]
        if any(mark in between for mark in (";", " but ", " while ", " whereas ")):
            features.append(f"date {side}, other clause")
        if between.count(","):
            features.append(f"date {side}, behind commas")
        if row.start - start <= 20:
            features.append("date opens the sentence")
        if row.role == "at" and row.precision in ("day", "week"):
            features.append(f"date {side}, of an act" if not _tells_the_day(row, quantity) else "date tells the day")
        if row in holding:
            features.append("date may hold")
        if row is best:
            features.append("nearest date that may hold")
        if row is nearest:
            features.append("nearest date")
        if any(character.isdigit() for character in between):
            features.append(f"date {side}, behind another number")
        if _JUST_TOLD.search(text, max(start, row.start - 30), row.start):
            features.append(f"date {side}, of telling")
        if _ACT.search(between):
            features.append(f"date {side}, behind an act of telling")
        if _COMPARED.search(between if side == "after" else text[max(start, row.start - 30) : row.start]):
            features.append(f"date {side}, compared with")
        found.setdefault(validity, []).extend(features)
        for other, manner in _other_readings(row, quantity, clauses):
            found.setdefault(other, []).extend((*features, manner, f"{manner}, {quantity.kind}"))


def _other_readings(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> Iterator[tuple[Validity, str]]:
    """ "to reach 40 by 2030" holds for 2030, "at the end of 2024" for its last day."""
    text, start = clauses.text, clauses.sentence.start
    if row.role == "until" and row.date_start is not None:
        reached = _REACHED.search(text, max(start, min(quantity.start, row.start) - 60), row.start) is not None
        yield Validity(row.date_start, row.date_end), "reached by the date" if reached else "by the date"
    if row.date_end is not None and _END_OF.search(text, max(start, row.start - 16), row.end):
        yield Validity(row.date_end, row.date_end), "the end of the date"


_REACHED = re.compile(
    r"\b(?:reach|reaches|hit|stand at|grow to|rise to|fall to|climb to|total|exceed|target|annually|a year)\b"
)
_END_OF = re.compile(r"\b(?:[Ee]nd of|end-|[Cc]lose of)")
_WORDS_OF_TODAY = ("today", "midday", "trading", "shares", "currently", "now")
_TODAY = re.compile(rf"\b(?:{one_of(_WORDS_OF_TODAY)})\b")
_ACT = re.compile(r"\b(?:said|says|announced|reported|published|released|told|signed|launched)\b")
_JUST_TOLD = re.compile(rf"{_ACT.pattern}[^,;]{{0,15}}$")
_TAKEN_UP = re.compile(
    r"(?:Of|Among|Out of|At|During|In)[ ](?:this|that|these|those|the[ ](?:same|time|total))\b|"
    r"(?:That|This|These|Those|It|They)\b"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:an?|one) year (?:earlier|ago|before)|the (?:year before|previous year|preceding year)|"
    r"same (?:period|quarter|month|time|point) (?:last|of the previous|a) year|last year)\b"
)


def _nearby(dates: Sequence[TemporalExpression], quantity: Quantity) -> list[TemporalExpression]:
    """The few dates on either side of a quantity, and the one that may open the sentence."""
    place = bisect_left(dates, quantity.start, key=lambda row: row.start)
    first = max(0, place - _NEARBY)
    return [*dates[: first > 0], *dates[first : place + _NEARBY]]


def _length(between: str) -> str:
    size = len(between)
    return "near" if size < 12 else "close" if size < 35 else "apart" if size < 80 else "far"


def _word_before(row: TemporalExpression, clauses: Clauses) -> str:
    place = clauses.at(row.start) - 1
    word = clauses.word(place)
    if word == "the" or word in ("fiscal", "year", "early", "late", "mid"):
        word = clauses.word(place - 1)
    return word if word in _PREPOSITIONS else "no preposition"


_PREPOSITIONS = frozenset({
    "in", "on", "by", "since", "until", "of", "during", "for", "from", "than", "to", "between", "after", "before", "at",
    "through", "over", "and", "against",
})  # fmt: skip


def _carried(  # noqa: PLR0917 - what carries on depends on both figures
    quantity: Quantity,
    earlier: Figure,
    distance: str,
    setting: str,
    clauses: Clauses,
    found: dict[Validity, list[str]],
) -> None:
    """Adds the period of the figure before, and the same a year earlier where the words say so."""
    validity = Validity(earlier.time_start, earlier.time_end)
    if not validity.stated:
        return
    alike = "alike" if (earlier.kind, earlier.unit) == (quantity.kind, quantity.unit) else "unlike"
    found.setdefault(validity, []).extend(
        (
            f"period before in the {distance}",
            f"period before in the {distance}, {setting}",
            f"period before in the {distance}, {alike}",
            f"period before, {quantity.kind}",
            *(
                (f"period before in the {distance}, the same counted",)
                if alike == "alike" and quantity.kind == "count"
                else ()
            ),
            f"period before in the {distance}, {clauses.sentence.factuality}",
        )
    )
    if _TAKEN_UP.match(clauses.sentence.text):
        found[validity].append(f"period before in the {distance}, taken up")
    text, sentence = clauses.text, clauses.sentence
    moved = _YEAR_BEFORE.search(text, quantity.end, min(sentence.end, quantity.end + 40))
    if moved is not None and validity.start is not None and validity.end is not None:
        shifted = Validity(_a_year_before(validity.start), _a_year_before(validity.end))
        near = "right after" if moved.start() - quantity.end < 4 else "later"
        found.setdefault(shifted, []).extend(("a year before the figure before", f"a year before, {near}"))


def _a_year_before(day: date) -> date:
    return (
        day.replace(year=max(1, day.year - 1), day=28)
        if (day.month, day.day) == (2, 29)
        else day.replace(year=max(1, day.year - 1))
    )


def validity_of(row: TemporalExpression, before: str, kind: str) -> Validity:
    """A date with the open end that its role gives it."""
    if row.role == "since":
        return Validity(row.date_start, None)
    if row.role == "until" or (row.role == "as_of" and kind == "count" and _RUNNING.search(before)):
        return Validity(None, row.date_end)
    return Validity(row.date_start, row.date_end)


def _may_hold(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> bool:  # noqa: PLR0911 - one return a case
    if row.date_start is None and row.date_end is None:
        return False
    text = clauses.text
    if row.start < quantity.end and quantity.start < row.end:
        return False
    if quantity.kind in ("duration", "age") and not 0 <= row.start - quantity.end < 40:
        return False
    if row.role == "at" and row.precision in ("day", "week") and not _tells_the_day(row, quantity):
        return False
    before = text[max(clauses.sentence.start, row.start - 70) : row.start]
    if row.start >= quantity.end:
        between = text[quantity.end : row.start]
        if ";" in between or (row.role == "until" and re.search(r"\b(?:is|are|was|were|be|will)\b", between)):
            return False
        if (
            _COMPARED.search(between)
            and row.role == "at"
            and not re.match(r" (?:to|through|until)\b", text[row.end : row.end + 9])
        ):
            return False
        if re.search(r"\((?=[^)]*$)", between) and len(between) > 12:
            return False
        return not (row.role == "at" and (_PUBLISHED.search(between) or _ATTACHED.search(between)))
    if ";" in text[row.end : quantity.start] and row.start - clauses.sentence.start > 20:
        return False
    return not (row.role == "at" and _COMPARED_BEFORE.search(before))


def _is_price_base(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> bool:
    """ "in 2015 dollars"."""
    following = clauses.text[row.end : row.end + 14].split()
    base = bool(following) and following[0].strip(".,;)").lower() in clauses.vocabulary.price_base
    return base and quantity.start != row.end + 1


def _tells_the_day(row: TemporalExpression, quantity: Quantity) -> bool:
    """Whether a certain day is the one a figure holds for, not only the day of an act that the sentence tells."""
    if quantity.kind == "percent":
        return True
    return 0 <= row.start - quantity.end < 30 and quantity.kind in ("money", "measure", "multiple")


def _distance(row: TemporalExpression, quantity: Quantity, clauses: Clauses) -> float:
    """How far a date stands from a quantity: characters, with a price on what divides clauses."""
    first, last = (row.end, quantity.start) if row.end <= quantity.start else (quantity.end, row.start)
    between = clauses.text[first:last]
    price = 60.0 * len(re.findall(r"[;:]|\bbut\b|\bwhile\b|\bwhereas\b", between)) + 25.0 * between.count(",")
    opens = row.start - clauses.sentence.start <= 20
    if row.end <= quantity.start and opens:
        return min(40.0 + 0.1 * len(between), len(between) + price)
    if row.end <= quantity.start:
        price += 15.0
    return len(between) + price + (200.0 if row.date_start is None else 0.0)


def _range_around(
    row: TemporalExpression, rows: list[TemporalExpression], text: str
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
            (follow and between == " and " and _OPENS_IN.search(before) and text.startswith(",", last.end))
            or (before.endswith("between ") and between == " and ")
            or (re.fullmatch(r" (?:to|through|until|till) (?:the )?", between) is not None and "from" in before)
        )
        if joined and first.date_start is not None and last.date_end is not None and first.date_start <= last.date_end:
            return first, last
    return None
