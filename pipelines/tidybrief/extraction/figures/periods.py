"""For which time a figure holds: that of a date of its sentence, of a figure or sentence before, of the heading, of the
day of publication, or none.

What belongs here: what was told before, and the choice. The dates of the sentence stand in `sentence_dates`; dates are
found and resolved in `dates`.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.dates.relative_dates import months_away
from tidybrief.extraction.figures.framing import day_of_deed, framing_date, since_period, target_period
from tidybrief.extraction.figures.ranking import Candidate, Ranker
from tidybrief.extraction.figures.sentence_dates import Validity, dated, range_around, validity_of
from tidybrief.extraction.figures.told_periods import of_its_part, of_results, told_period
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.tense import tense_of
from tidybrief.extraction.records import Figure, Quantity, TemporalExpression

_OF_TODAY_OR_LATER = re.compile(r"\b(?:now|today|currently|will|would|plans|next)\b")
_TIMELESS = frozenset({"duration", "age"})
_FAR = 150
_WORDS_OF_TODAY = ("today", "midday", "trading", "shares", "currently", "now")
_TODAY = re.compile(rf"\b(?:{one_of(_WORDS_OF_TODAY)})\b")
_TAKEN_UP = re.compile(
    r"(?:Of|Among|Out of|At|During|In)[ ](?:this|that|these|those|the[ ](?:same|time|total))\b|"
    r"(?:That|This|These|Those|It|They)\b"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:an?|one) year (?:earlier|ago|before)|the (?:year before|previous year|preceding year)|"
    r"same (?:period|quarter|month|time|point) (?:last|of the previous|a) year|last year)\b"
)
_THAT_TIME = re.compile(
    r"[\"“]?(?:(?:At|In|During|On|Within|Over)[ ](?:that|the[ ]same)[ ]"
    r"(?:time|day|year|month|week|quarter|period|date)|At[ ]the[ ]time|"
    r"That[ ](?:day|year|month|week|quarter))(?:,|[ ](?!of\b|that\b|when\b|as\b))"
)
_PARTS = re.compile(r";|\b(?:but|while|whereas|although|now|since|today)\b")
_BEFORE_THEN = re.compile(r"(?:An?|One)[ ](?P<unit>year|month)[ ](?:before|earlier|previously)\b")
_MONTHS_OF = {"year": -12, "month": -1}
_ASKED = re.compile(
    r"\b(?:surveyed|polled|interviewed|questioned|"
    r"(?:surveys?|polls?|interviews|questionnaires?|fieldwork)[^.;\n]{0,60}"
    r"(?:conducted|carried[ ]out|done|taken|run|ran|held|took[ ]place))\b"
    r"[^.;\n]{0,80}[ ]"
    r"(?:(?:in|on|between|from|during)[ ](?:the[ ])?(?:\w+[ ]of[ ])?)?$"
)
_SAME_TOLD = re.compile(
    r"(?:[A-Z][\w’'-]*[ ]){1,3}alone\b|"
    r"(?:(?:Most|Wall[ ]Street|The)[ ])?(?:[Ee]conomists|[Aa]nalysts|[Ff]orecasters|[Mm]arkets|[Cc]onsensus)[ ]"
    r"(?:[\w-]+[ ]){0,5}?(?:had|were)[ ](?:[\w-]+[ ]){0,3}?(?:expect|forecast|predict|project|pencil|estimat|look)"
)
_LONGEST_ASKING = 160
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
    """Whether the heading says no more than of when all below it is told."""
    results: TemporalExpression | None = None
    """The period whose results the subject was said to tell."""


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
    whole, dates = dates, of_its_part(quantity, dates, clauses)
    sure = _framed(quantity, whole, clauses) or _of_the_sentence_before(quantity, whole, clauses, before)
    sure = sure or told_period(quantity, dates, clauses, earlier if distance != "document" else None)
    sure = sure or of_results(quantity, dates, clauses, before.results)
    if sure is not None:
        return sure
    found: dict[Validity, list[str]] = {}
    for validity, features in dated(quantity, dates, clauses):
        found.setdefault(validity, []).extend(features)
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
        return validity_of(before.heading_dates[0])
    if not found:
        return NO_TIME
    none = [
        "none", f"none, {setting}", f"none, {quantity.kind}", f"none, {quantity.kind}, {setting}",
        f"none, {clauses.sentence.factuality}",
    ]  # fmt: skip
    if earlier is not None and distance != "document" and earlier.time_start is None and earlier.time_end is None:
        none.append(f"none before in the {distance}")
        none.append(f"none before in the {distance}, {setting}")
    found.setdefault(NO_TIME, []).extend(none)
    candidates = [Candidate(validity, features) for validity, features in found.items()]
    return ranker.choose("period", quantity.start, candidates)[0]


def _framed(quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses) -> Validity | None:
    """The period that a date gives to what follows it at the opening of a sentence or of its part, or to all of it."""
    if (frame := framing_date(quantity, dates, clauses) or day_of_deed(quantity, dates, clauses)) is not None:
        return Validity(frame.date_start, frame.date_end)
    target = target_period(quantity, dates, clauses) or since_period(quantity, dates, clauses)
    return Validity(*target) if target is not None else None


def _of_the_sentence_before(
    quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses, before: Before
) -> Validity | None:
    """The time of a sentence before, for one without a time of its own that takes it up or goes on from it."""
    if quantity.kind in _TIMELESS:
        return None
    if dates or not before.dates:
        return _time_of_asking(quantity, clauses, dates)
    rows = [row for _, row in before.dates]
    found = _time_taken_up(quantity, clauses, before) or _time_of_asking(quantity, clauses, rows)
    return found or _of_the_same_told(quantity, clauses, before)


def _time_taken_up(quantity: Quantity, clauses: Clauses, before: Before) -> Validity | None:
    """The time of the sentence before where the words take it up: "At that time, …", "A year before, …"."""
    is_parted = _PARTS.search(clauses.text, clauses.sentence.start, quantity.start) is not None
    ago, row = before.dates[-1]
    if ago != 1 or row.date_start is None or row.date_end is None:
        return None
    if _THAT_TIME.match(clauses.sentence.text) is not None and not is_parted:
        return Validity(row.date_start, row.date_end)
    moved = _BEFORE_THEN.match(clauses.sentence.text)
    if moved is None:
        return None
    months = _MONTHS_OF[moved["unit"]]
    return Validity(months_away(row.date_start, months), months_away(row.date_end, months))


def _of_the_same_told(quantity: Quantity, clauses: Clauses, before: Before) -> Validity | None:
    """The period of the figure in the sentence before, for one that is part of it or was expected in its place: "China
    alone made 9 tonnes", "Analysts had forecast 4%".
    """
    earlier = before.figure
    if earlier is None or before.distance != "paragraph" or earlier.sentence_no != quantity.sentence_no - 1:
        return None
    is_alike = (earlier.kind, earlier.unit) == (quantity.kind, quantity.unit)
    if not is_alike or _SAME_TOLD.match(clauses.sentence.text) is None:
        return None
    found = Validity(earlier.time_start, earlier.time_end)
    return found if found.stated and tense_of(quantity, clauses) != "future" else None


def _time_of_asking(quantity: Quantity, clauses: Clauses, rows: Sequence[TemporalExpression]) -> Validity | None:
    """When those were asked whose answers a sentence tells or goes on to tell: "It polled voters in May. Half …"."""
    if quantity.kind != "percent" or _OF_TODAY_OR_LATER.search(clauses.sentence.text) is not None:
        return None
    text = clauses.text
    for row in rows:
        if row.date_start is None or row.date_end is None:
            continue
        if _ASKED.search(text, max(0, row.start - _LONGEST_ASKING), row.start) is not None:
            pair = range_around(row, rows, text) or (row, row)
            return Validity(pair[0].date_start, pair[1].date_end)
    return None


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
        found.setdefault(validity_of(row), []).extend(
            (far, f"{far}, {setting}", f"{far}, {row.role}, {row.precision}", f"{far}, {taken_up}")
        )
    for row in before.heading_dates:
        found.setdefault(validity_of(row), []).extend(
            ("date of the heading", f"date of the heading, {setting}", f"date of the heading, {row.precision}")
        )


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
    far = f"period before in the {distance}"
    features = found.setdefault(validity, [])
    features += (
        far, f"{far}, {setting}", f"{far}, {alike}", f"period before, {quantity.kind}",
        f"{far}, {clauses.sentence.factuality}",
    )  # fmt: skip
    if alike == "alike" and quantity.kind == "count":
        features.append(f"{far}, the same counted")
    if _TAKEN_UP.match(clauses.sentence.text):
        features.append(f"{far}, taken up")
    text, sentence = clauses.text, clauses.sentence
    moved = _YEAR_BEFORE.search(text, quantity.end, min(sentence.end, quantity.end + 40))
    if moved is not None and validity.start is not None and validity.end is not None:
        shifted = Validity(months_away(validity.start, -12), months_away(validity.end, -12))
        near = "right after" if moved.start() - quantity.end < 4 else "later"
        found.setdefault(shifted, []).extend(("a year before the figure before", f"a year before, {near}"))
