"""Temporal expressions: what in a text points to a calendar time, for which period and in which role.

What belongs here: going through the text, keeping dates out of names, roles, and what one date tells about the next.
The forms of dates stand in `grammar`, reading one of them in `reading`.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates.calendar_periods import DECADE, QUARTER, YEAR, Period
from tidybrief.extraction.dates.composed_dates import compose
from tidybrief.extraction.dates.context import Context, FiscalYear, Reading
from tidybrief.extraction.dates.named_days import NamedDays, named_days, read_named_day
from tidybrief.extraction.dates.reading import read
from tidybrief.extraction.dates.spans import with_spans
from tidybrief.extraction.dates.year_numbers import YearWords, year_words
from tidybrief.extraction.names.linking import entity_id
from tidybrief.extraction.records import Mention, Sentence, TemporalExpression
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document

_DAY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:19|20)\d\d\b")
_SCORE = r"(?:led|leading|ahead|trailed|trailing|tied|won|lost)[ ](?:[A-Z]\w+[ ])?\d{1,3}[-–]\d{1,3}"
_CONTEXT_REACH = 200
_REACH_OF_BASE = 40
_BASE_BEFORE = re.compile(
    r"\b(?:increase|decrease|rise|fall|drop|gain|growth|decline|jump|change|up|down|percent|higher|lower)"
    r"(?:[ ][a-z]+)?[ ](?:from|on|over|than|than in)[ ]$|\b(?:compared[ ](?:to|with)|versus|against)[ ]$"
)
"""Before a year with which only something is compared."""
_RECORD_BEFORE = re.compile(r"\b(?:time|[a-z]+est|most|least|worst|level|low|high|peak|rate|reading|pace)[ ]since[ ]$")
"""Before a date that only tells since when there has been nothing like it."""
_START_OF = re.compile(r"(?:start|beginning)\s+of\b", re.IGNORECASE)
_SINCE_CLAUSE = re.compile(r"\bsince (?:[\w’'-]+ ){1,12}(?:in|of) $")
"""Before a year in which something began that the sentence only looks back to."""
_LONGEST_LINK = len(" through ")
_FINITE = re.compile(r"\b(?:began|was|were|is|has|had|\w+ed)\b")
_AND_LATER = re.compile(r",? and (?:onwards?|later|after)\b")


@dataclass(frozen=True, slots=True)
class _Cues:
    words: YearWords
    games: re.Pattern[str]
    habits: frozenset[str]
    events: frozenset[str]
    fiscal_years: Mapping[str, FiscalYear]
    bodies: Mapping[str, str]
    """The countries, as fiscal years are listed by them, of the bodies that the lexicon says to be a country's."""
    days: NamedDays


@lru_cache(maxsize=4)
def _cues(lexicon: Lexicon) -> _Cues:
    table = lexicon.cues["dates"]
    return _Cues(
        year_words(lexicon),
        re.compile(rf"\b(?:{one_of(table['words_of_games'])}|{_SCORE})\b"),
        frozenset(table["weekday_habits"]),
        frozenset(table["weekday_events"]),
        {
            place: FiscalYear(entry["first_month"], entry["named_after"] == "end")
            for place, entry in table["fiscal_years"].items()
        },
        {
            entity_id(name.type, name.name): _listed(entity_id("PLACE", name.country))
            for name in lexicon.names
            if name.country is not None
        },
        named_days(lexicon),
    )


def find_dates(
    document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], lexicon: Lexicon
) -> tuple[TemporalExpression, ...]:
    """Every temporal expression of the text, in order and without overlaps.

    Relative ones are resolved against `document.published_on`; without it their bounds are None.
    """
    cues = _cues(lexicon)
    text = document.text
    starts = [sentence.start for sentence in sentences]
    names = _NameSpans(mentions)
    fiscal_years = _fiscal_years(mentions, cues)
    day_first = "/" in text and _DAY_FIRST.search(text) is not None
    rows: list[TemporalExpression] = []
    name_end = 0
    for found in _anchors(text, cues):
        previous = rows[-1] if rows else None
        if found.start() < (previous.end if previous is not None else 0) or found.start() < name_end:
            continue
        place = bisect_right(starts, found.start()) - 1
        if place < 0 or found.end() > sentences[place].end:
            continue
        sentence = sentences[place]
        floor = max(sentence.start, previous.end if previous is not None else 0)
        context = Context(
            text, sentence.start, floor, sentence.end, document.published_on,
            _year_in_view(text, rows, found.start(), sentence),
            _follows_future_date(previous, sentence, document.published_on),
            _follows_year(text, previous, found.start()),
            day_first, cues.words, cues.games, cues.habits, cues.events,
            fiscal_years.get(sentence.sentence_no, fiscal_years.get(-1)),
        )  # fmt: skip
        is_named = "name" in found.re.groupindex
        reading = read_named_day(found, context, cues.days) if is_named else read(found, context)
        if reading is None:
            name_end = found.end() if is_named else name_end
            continue
        reading = _with_narrowing(compose(reading, context), context)
        if names.hold(reading):
            continue
        role = _role(reading, context)
        period = _first_day_since(reading, role, context)
        rows.append(
            TemporalExpression(
                sentence.sentence_no, reading.start, reading.end, text[reading.start : reading.end],
                period.start, period.end, period.precision, role, reading.method, round(reading.confidence, 3),
            )
        )  # fmt: skip
    return tuple(with_spans(text, rows, sentences, document.published_on, lexicon))


def _anchors(text: str, cues: _Cues) -> list[re.Match[str]]:
    named = cues.days.find(text)
    found = grammar.ANCHOR.find(text)
    return sorted(named + found, key=lambda match: (match.start(), -match.end())) if named else found


def _with_narrowing(reading: Reading, context: Context) -> Reading:
    """The span with "early", "late in", "end of" before it, which leave the period as it is; halves of years do not."""
    half = context.look_back(grammar.HALF_BEFORE, reading.start, grammar.HALF_ENDINGS)
    if half is not None and reading.period.precision == YEAR and reading.period.start is not None:
        number = 1 if half[0].group("half").lower() == "first" else 2
        period = periods.of_half(reading.period.start.year, number)
        return reading._replace(start=half[1], period=period)
    is_decade = reading.period.precision == DECADE
    decade = context.look_back(grammar.DECADE_OF_BEFORE, reading.start) if is_decade else None
    if decade is not None:
        return reading._replace(start=decade[1], period=_decade_of(reading.period, decade[0].group("number").lower()))
    narrowing = context.look_back(grammar.NARROWING_BEFORE, reading.start, grammar.NARROWING_ENDINGS)
    return reading._replace(start=narrowing[1]) if narrowing is not None else reading


def _first_day_since(reading: Reading, role: str, context: Context) -> Period:
    """ "since the start of the year": its first day, not the year of which most may lie ahead."""
    period = reading.period
    if role != "since" or period.precision != YEAR or period.start is None:
        return period
    return periods.on_day(period.start) if context.match(_START_OF, reading.start) is not None else period


def _decade_of(century: Period, number: str) -> Period:
    """ "the first decade of the 21st century"."""
    count = grammar.ORDINAL_NUMBER.get(number, 10)
    if century.start is None or century.end is None or not century.start.year + 10 * count - 1 <= century.end.year:
        return periods.unresolved(DECADE)
    first = century.start.year + 10 * (count - 1)
    return periods.of_years(first, first + 9, DECADE)


def _year_in_view(text: str, rows: list[TemporalExpression], position: int, sentence: Sentence) -> int | None:
    """The year that an earlier date gives to one without a year.

    That is a year which the same sentence names first, or that of a full date in the same paragraph.
    """
    for row in reversed(rows[-4:]):
        if position - row.end > _CONTEXT_REACH or row.date_start is None or row.date_end is None:
            return None
        if row.date_start.year != row.date_end.year or row.method != "calendar_date":
            continue
        if row.precision == YEAR and row.start < sentence.start:
            return None
        if row.precision == YEAR and row.role == "since":  # "the ban, in place since 2012, ends on 31 December"
            continue
        if _is_only_base(text, row, sentence):
            continue
        if row.precision == YEAR:
            return row.date_start.year
        if "\n" in text[row.end : position] or row.precision == QUARTER:
            return None
        return row.date_start.year
    return None


def _is_only_base(text: str, row: TemporalExpression, sentence: Sentence) -> bool:
    """Whether a date is one that something else is compared with: "up 4% from 2020", "the lowest since July 2008"."""
    is_year = row.precision == YEAR
    if is_year and _SINCE_CLAUSE.search(text, sentence.start, row.start):
        return True
    floor = max(sentence.start if is_year else 0, row.start - _REACH_OF_BASE)
    return (_BASE_BEFORE if is_year else _RECORD_BEFORE).search(text, floor, row.start) is not None


def _follows_future_date(previous: TemporalExpression | None, sentence: Sentence, reference: date | None) -> bool:
    """Whether the sentence has named a future time already: what follows in a list is later still."""
    return (
        previous is not None and reference is not None and previous.date_start is not None
        and previous.start >= sentence.start and previous.date_start > reference and previous.role == "at"
    )  # fmt: skip


def _follows_year(text: str, previous: TemporalExpression | None, position: int) -> bool:
    """Whether a year is the member of a list before this number, and not far from it."""
    return (
        previous is not None
        and position - previous.end <= _LONGEST_LINK
        and previous.precision == YEAR
        and previous.date_start is not None
        and text[previous.end : position] in (", ", " and ", ", and ", " or ", " to ", " through ")
        and text[position : position + 4].isdecimal()
        and abs(int(text[position : position + 4]) - previous.date_start.year) <= 300
    )


def _role(reading: Reading, context: Context) -> str:
    cue = context.look_back(grammar.ROLE_BEFORE, reading.start, grammar.ROLE_ENDINGS)
    if cue is not None:
        return next(role for role, words in cue[0].groupdict().items() if words)
    event = context.look_back(grammar.SINCE_EVENT_BEFORE, reading.start, (" on", " in", " of", " the"))
    if event is not None and not _FINITE.search(event[0].group("event")):
        return "since"
    start = context.look_back(grammar.FROM_BEFORE, reading.start, ("from", "from the"))
    if start is not None and grammar.ONWARD.match(context.text, reading.end):
        return "since"
    if context.match(_AND_LATER, reading.end):
        return "since"
    return "at"


def _fiscal_years(mentions: tuple[Mention, ...], cues: _Cues) -> Mapping[int, FiscalYear]:
    """The fiscal year of the country that a sentence names, itself or by one of its bodies, by sentence; -1 for that of
    the whole document.
    """
    seen: Counter[str] = Counter()
    by_sentence: dict[int, FiscalYear] = {}
    for mention in mentions:
        place = _listed(mention.entity_id) if mention.type == "PLACE" else cues.bodies.get(mention.entity_id)
        if place is not None and place in cues.fiscal_years:
            seen[place] += 1
            by_sentence.setdefault(mention.sentence_no, cues.fiscal_years[place])
    if seen:
        by_sentence[-1] = cues.fiscal_years[seen.most_common(1)[0][0]]
    return by_sentence


def _listed(place_id: str) -> str:
    """How a country is listed: its id less its type."""
    return place_id.partition(":")[2]


class _NameSpans:
    """The spans of names, for telling whether a date is part of one."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        ordered = sorted(mentions, key=lambda mention: mention.start)
        self._mentions = ordered
        self._starts = [mention.start for mention in ordered]

    def hold(self, reading: Reading) -> bool:
        """Whether the reading lies within a longer name, or is itself a name that only looks like a month."""
        place = bisect_right(self._starts, reading.start) - 1
        for candidate in (place, place + 1):
            if not 0 <= candidate < len(self._mentions):
                continue
            mention = self._mentions[candidate]
            if mention.start >= reading.end or mention.end <= reading.start:
                continue
            if mention.start <= reading.start and reading.end <= mention.end:
                if _is_citation(mention, reading):
                    continue
                longer = mention.end - mention.start > reading.end - reading.start
                if longer or mention.type == "PERSON":
                    return True
        return False


def _is_citation(mention: Mention, reading: Reading) -> bool:
    """A year right after an author's name is a date, though a name finder may take both for one name."""
    return mention.type == "PERSON" and reading.names_year is not None and mention.end == reading.end
