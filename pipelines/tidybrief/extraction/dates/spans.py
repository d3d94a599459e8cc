"""What the dates of a text make together: "the three months to September", "between 2014 and 2023", "a year earlier".

What belongs here: joining dates that bound one period, the roles of such bounds, dates that are counted from the date
before them, and years in written tables. Single dates are read in `reading`.
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates.calendar_periods import DAY, MONTH, QUARTER, WEEK, YEAR
from tidybrief.extraction.dates.counted_from_dates import counted_from_before, counted_later, row_at, year_before
from tidybrief.extraction.dates.relative_dates import months_away
from tidybrief.extraction.quantities.written_tables import WrittenTables
from tidybrief.extraction.records import Sentence, TemporalExpression
from tidybrief.lexicon import Lexicon

_LENGTH_UP_TO = re.compile(
    rf"(?<![\w-])(?P<which>(?:the|its|their|these|those|last|past|first|in|over|for|of) )?"
    rf"(?:(?P<count>\d{{1,2}}|{grammar.NUMBER_WORD})[ ](?P<many>day|week|month|quarter|year|decade)s|"
    rf"(?P<one>week|month|quarter|half(?:[ -]year)?|year|decade)) (?:(?:that|which) )?"
    rf"(?:to|ended|ending|through|(?P<until>until)|up to)(?: on| in)?(?: the end of| the| end)?[ -]$",
    re.IGNORECASE,
)
_UP_TO_WORDS = (" to", " ended", " ending", " through", " until", " on", " in", " of", " end", " the")
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_DAYS_OF = {"day": 1, "week": 7}
_OF_YEARS = ("year", "decade")
_OF_DAYS = ("day", "week")
_BOUND_BEFORE_AGO = re.compile(
    r"\b(?:more than|less than|well over|over|at least|just under|just over|under) $", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
_UP_TO = re.compile(r" (?:to|through|until|till) (?:the )?")
_IN_FORCE = re.compile(
    r"\b(?:tak(?:e|es|ing)|com(?:e|es|ing)|enter(?:s|ing)?|go|goes|going) (?:[a-z]+ )?(?:into )?"
    r"(?:effect|force|operation) (?:on|from) (?:the )?$",
    re.IGNORECASE,
)
_VALID_FROM = re.compile(
    r"(?:\b(?:appl(?:y|ies|ied)|runs?|effective|valid|available|open|required|mandatory|allowed|banned|barred|closed|"
    r"years|months|weeks|operates?|binding|force)|,) from (?:the )?$",
    re.IGNORECASE,
)
_DUE_FROM = re.compile(
    r"\b(?:will|would|must|shall|obliges?|requires?|allows?)\b"
    r"(?![^.;]*\b(?:up|down|ris|rose|rais|fall|fell|drop|gr[eo]w|increas|decreas|chang|improv|cut|reduc|compar|differ))"
    r"[^.;]{3,90} from (?:the )?$"
)
_CLOSES_CLAUSE = re.compile(r"(?: onwards?)?(?:[.,;:)]|\s*$|\n| (?:and|but|under|when|unless|if|as part)\b)")
_OPENS_FROM = re.compile(r"(?:^|[.!?:]\s|\n)From (?:the )?$")
_COMMA = re.compile(r", [a-z]")
_NOT_BEFORE = re.compile(r"(?:\b(?:not|never)\b|n[’']t\b)[^,.;]{0,40}\bbefore (?:the )?$", re.IGNORECASE)
_UNTIL_THE_HOUR = re.compile(
    r"\b(?:until|till|by) (?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight)"
    r"(?: [A-Z]{2,4}| [A-Z][a-z]+ [Tt]ime| local time)?(?: on)?,? $"
)
_SINCE_EVENT = re.compile(r"\b[Ss]ince (?P<event>(?:[\w’'-]+ ){2,6})$")
_FINITE = re.compile(
    r"\b(?:began|was|were|is|are|has|had|have|took|came|won|lost|fell|rose|in|on|\w+(?:ed|ing)|it|they|he|she|we)\b"
)
_ENDING = re.compile(r"\bending (?:in|on) $")
_UNTIL_WORDS = ("until ", "till ", "by ")
_LISTED = re.compile(r",? and |, ")
_MONTHS_OF_QUARTER = 3
_YEAR_ENDED = re.compile(r",? ?\(?(?:which |that )?(?:ended|ends|ending|closed)(?: on)? (?:[A-Z][a-z]+day,? )?")
_CELL_YEAR = re.compile(r"(?<=\|)[ \t]*(?P<year>(?:1[5-9]|20)\d\d)[ \t]*(?=\||$)", re.MULTILINE)
_FUTURE = re.compile(r"\b(?:will|could|may|might|would|should|is to|are to|expect\w*|plan\w*|due|next)\b")
_PAST = re.compile(r"\b(?:was|were|had|did|said|began|[a-z]{2,}ed)\b")
_IN_SEASON = re.compile(r"\b(?:in|by|during|before|until|since) the $", re.IGNORECASE)
_LOOK_BACK = 60
_REACH_OF_CLAUSE = 140


def with_spans(
    text: str,
    rows: list[TemporalExpression],
    sentences: tuple[Sentence, ...],
    published_on: date | None,
    lexicon: Lexicon,
) -> list[TemporalExpression]:
    """The dates with what they say together, in order and without overlaps."""
    starts = [sentence.start for sentence in sentences]
    rows = [row for row in rows if not _is_length_of_time(text, row)]
    rows = [_season_by_tense(text, row, sentences, published_on) for row in rows]
    rows = _joined(text, _with_stated_fiscal_years(text, _with_spans_in_order(text, rows)))
    rows = _with_roles(text, rows)
    added = [
        *counted_from_before(text, rows, starts, sentences, published_on),
        *counted_later(text, rows, starts, sentences),
    ]
    added += _years_of_tables(text, starts, sentences, lexicon)
    return _without_overlaps(rows, added) if added else rows


def _before(text: str, at: int) -> str:
    return text[max(0, at - _LOOK_BACK) : at]


def _is_length_of_time(text: str, row: TemporalExpression) -> bool:
    """ "more than two years ago" bounds a time and points to none."""
    return row.text.endswith(" ago") and _BOUND_BEFORE_AGO.search(_before(text, row.start)) is not None


def _season_by_tense(
    text: str, row: TemporalExpression, sentences: tuple[Sentence, ...], published_on: date | None
) -> TemporalExpression:
    """ "could follow in the autumn": the season that the tense of the sentence points to."""
    name = grammar.SEASONS.get(row.text.lower())
    if name is None or row.date_start is not None or published_on is None:
        return row
    if _IN_SEASON.search(_before(text, row.start)) is None or not 2 < published_on.year < 9990:
        return row
    said = text[sentences[row.sentence_no].start : row.start][-200:]
    began = said.lower().endswith("since the ")
    step = 1 if _FUTURE.search(said) and not began else -1 if began or _PAST.search(said) else 0
    if not step:
        return row
    period = periods.of_season(published_on.year, name)
    if period.start is None or period.end is None:
        return row
    if (step > 0 and period.end < published_on) or (step < 0 and period.start > published_on):
        period = periods.of_season(published_on.year + step, name)
    return replace(row, date_start=period.start, date_end=period.end, method="relative_date")


def _with_stated_fiscal_years(text: str, rows: list[TemporalExpression]) -> list[TemporalExpression]:
    """ "fiscal year 2025, which ended on 26 January 2025": the text says itself when its fiscal year, or a quarter of
    it, ended.
    """
    years: dict[str, tuple[date, date]] = {}
    quarters: dict[int, tuple[date | None, date]] = {}
    for row, following in pairwise(rows):
        end = following.date_end
        is_day = following.method == "calendar_date" and following.precision == DAY
        if row.method != "fiscal_year" or not is_day or end is None or end.year <= 1:
            continue
        if not _YEAR_ENDED.fullmatch(text, row.end, following.start):
            continue
        if row.precision == QUARTER:
            quarters[row.start] = months_away(end + timedelta(days=1), -_MONTHS_OF_QUARTER), end
        else:
            years[row.text.lower()[-4:]] = year_before(end) + timedelta(days=1), end

    def as_stated(row: TemporalExpression) -> TemporalExpression:
        is_year = row.method == "fiscal_year" and row.precision == YEAR
        stated = years.get(row.text.lower()[-4:]) if is_year else quarters.get(row.start)
        return row if stated is None else replace(row, date_start=stated[0], date_end=stated[1])

    return [as_stated(row) for row in rows]


def _with_spans_in_order(text: str, rows: list[TemporalExpression]) -> list[TemporalExpression]:
    """ "from Monday to Friday", "from October to March": the end is the first such day or month after the beginning."""
    result = list(rows)
    for place, (row, following) in enumerate(pairwise(rows), start=1):
        if (
            _are_months_in_a_span(text, row, following)
            and row.date_start is not None
            and following.date_start is not None
        ):
            months = (following.date_start.month - row.date_start.month) % 12
            period = periods.of_month(row.date_start.year, row.date_start.month + months)
            result[place] = replace(following, date_start=period.start, date_end=period.end)
        elif (
            following.text.lower() in grammar.WEEKDAY_NUMBER
            and row.precision == DAY and row.date_start is not None and row.date_start == row.date_end
            and following.date_start is not None and following.date_start < row.date_start
            and _UP_TO.fullmatch(text, row.end, following.start)
        ):  # fmt: skip
            days = (following.date_start - row.date_start).days % 7
            day = periods.shift(row.date_start, days)
            result[place] = replace(following, date_start=day, date_end=day)
    return result


def _are_months_in_a_span(text: str, first: TemporalExpression, last: TemporalExpression) -> bool:
    """Whether two months whose year is not stated bound one span."""
    between = text[first.end : last.start]
    return (
        first.method == last.method == "partial_date"
        and first.precision == last.precision == MONTH
        and first.text.lower() in grammar.MONTH_NUMBER and last.text.lower() in grammar.MONTH_NUMBER
        and (
            _UP_TO.fullmatch(between) is not None
            or (between == " and " and _BETWEEN.search(_before(text, first.start)) is not None)
        )
    )  # fmt: skip


def _are_months_as_one(text: str, first: TemporalExpression, last: TemporalExpression) -> bool:
    """ "January to September", of no stated year: one period by its name."""
    return _UP_TO.fullmatch(text, first.end, last.start) is not None and _are_months_in_a_span(text, first, last)


def _is_quarter(first: TemporalExpression, last: TemporalExpression) -> bool:
    if first.date_start is None or last.date_end is None:
        return False
    return first.date_start.month % 3 == 1 and (last.date_end - first.date_start).days in range(89, 93)


def _joined(text: str, rows: list[TemporalExpression]) -> list[TemporalExpression]:
    """The rows with those that bound one period made one: lengths of time up to a date."""
    result: list[TemporalExpression] = []
    for row in rows:
        previous = result[-1] if result else None
        if previous is not None and _are_months_as_one(text, previous, row):
            precision = QUARTER if _is_quarter(previous, row) else MONTH
            result[-1] = _as_one(text, previous.start, row, previous.date_start, row.date_end, precision)
            continue
        length = _length_up_to(text, row)
        begin = length.start("count" if length["count"] else "one") + row.start - len(length.string) if length else 0
        if length is not None and previous is not None and begin < previous.end:
            if length["one"] and previous.end == begin + len(length["one"]):  # "the fiscal third quarter ended June 30"
                begin = result.pop().start
            else:
                length = None
        result.append(row if length is None else _with_length(text, begin, length, row))
    return result


def _length_up_to(text: str, row: TemporalExpression) -> re.Match[str] | None:
    """The length of time before a date up to which it is told, where the date is as precise as that length needs."""
    before = _before(text, row.start)
    if row.precision not in (DAY, MONTH, YEAR) or not before.rstrip(" -").lower().endswith(_UP_TO_WORDS):
        return None
    length = _LENGTH_UP_TO.search(before)
    if length is None:
        return None
    unit = _unit_of(length)
    is_plain = unit in ("quarter", "half", "year") if length["one"] else unit == "month"
    if not is_plain and (length["which"] is None or length["until"] is not None):
        return None
    if row.precision == YEAR:
        return length if unit in _OF_YEARS and (length["many"] or unit == "decade") else None
    return length if row.precision == DAY or unit not in _OF_DAYS else None


def _unit_of(length: re.Match[str]) -> str:
    """The unit that a length is told in: "half" of "half-year"."""
    return "half" if (length["one"] or "").lower().startswith("half") else (length["many"] or length["one"]).lower()


def _with_length(text: str, begin: int, length: re.Match[str], row: TemporalExpression) -> TemporalExpression:
    """ "the three months to September", "the five years ended 2019", "the four weeks to 12 May": one period."""
    unit = _unit_of(length)
    count = grammar.count_of(length["count"]) or 0 if length["count"] else 1
    if unit in _OF_DAYS:
        first = periods.shift(row.date_end, 1 - count * _DAYS_OF[unit]) if row.date_end is not None else None
        return _as_one(text, begin, row, first, row.date_end, WEEK if unit == "week" else DAY)
    months = count * _MONTHS_OF[unit]
    precision = MONTH if months == 1 else QUARTER if months % 12 else YEAR
    return _as_one(text, begin, row, _first_day(row.date_end, months), row.date_end, precision)


def _as_one(  # noqa: PLR0917 - what a row holds
    text: str, start: int, last: TemporalExpression, first_day: date | None, last_day: date | None, precision: str
) -> TemporalExpression:
    return replace(
        last, start=start, text=text[start : last.end], date_start=first_day,
        date_end=last_day if first_day is not None else None, precision=precision, role="at",
    )  # fmt: skip


def _first_day(last_day: date | None, count: int) -> date | None:
    """The first day of `count` months that end on a day."""
    if last_day is None or 12 * last_day.year < count + 36:
        return None
    following = last_day + timedelta(days=1) if last_day < date.max else last_day
    month = following.year * 12 + following.month - 1 - count
    year, month = divmod(month, 12)
    return periods.of_day(year, month + 1, min(following.day, 28)).start


def _with_roles(text: str, rows: list[TemporalExpression]) -> list[TemporalExpression]:
    """The rows, bounds of a period as its beginning and end."""
    result = list(rows)
    for place, row in enumerate(rows):
        before = _before(text, row.start)
        following = rows[place + 1] if place + 1 < len(rows) else None
        if row.role == "at" and following is not None and following.start - row.end < 16:
            between = text[row.end : following.start]
            if (between in (" and ", " and the ") and _BETWEEN.search(before)) or (
                _UP_TO.fullmatch(between) and _FROM.search(before)
            ):
                result[place], result[place + 1] = replace(row, role="since"), replace(following, role="until")
                continue
        if result[place].role == "at":
            role = _role_by_words(text, before, result[place - 1] if place else None, row)
            result[place] = row if role == "at" else replace(row, role=role)
        elif row.role == "until" and _NOT_BEFORE.search(before):
            result[place] = replace(row, role="at")
    return result


def _role_by_words(text: str, before: str, previous: TemporalExpression | None, row: TemporalExpression) -> str:
    low = before.lower()
    if _begins_by_words(text, before, low, previous, row):
        return "since"
    if (low.endswith(("ending in ", "ending on ")) and _ENDING.search(low)) or (
        any(word in before for word in _UNTIL_WORDS) and _UNTIL_THE_HOUR.search(before)
    ):
        return "until"
    if previous is not None and previous.role == "until" and _LISTED.fullmatch(text, previous.end, row.start):
        return "until"
    return "at"


def _begins_by_words(
    text: str, before: str, low: str, previous: TemporalExpression | None, row: TemporalExpression
) -> bool:
    """Whether the words before a date, also given in lower case, say that something holds from then on."""
    if before.endswith(("From ", "From the ")) and _OPENS_FROM.search(before) and _COMMA.match(text, row.end):
        return not any(mark in row.text for mark in ("-", "–", "—", "/", " to "))
    if low.endswith(("on ", "from ", "on the ", "from the ")) and (
        _IN_FORCE.search(before) or (_VALID_FROM.search(before) and not _UP_TO.match(text, row.end))
    ):
        return True
    if low.endswith((" from ", " from the ")) and _is_due_from(text, previous, row):
        return True
    event = _SINCE_EVENT.search(before) if "ince " in before else None
    return event is not None and _FINITE.search(event["event"]) is None


def _is_due_from(text: str, previous: TemporalExpression | None, row: TemporalExpression) -> bool:
    """ "firms must register from August": what is due then goes on; "will be up 4% from 2020" compares."""
    if _CLOSES_CLAUSE.match(text, row.end) is None:
        return False
    floor = max(previous.end if previous is not None else 0, row.start - _REACH_OF_CLAUSE)
    return _DUE_FROM.search(text[floor : row.start]) is not None


def _years_of_tables(
    text: str, starts: list[int], sentences: tuple[Sentence, ...], lexicon: Lexicon
) -> list[TemporalExpression]:
    """The years in columns of written tables whose heading asks for one: "Founded"."""
    tables = WrittenTables(text)
    headings = _headings(lexicon)
    found = []
    for first, last in tables.spans:
        for match in _CELL_YEAR.finditer(text, first, last):
            start, end = match.span("year")
            span = tables.column_heading(start)
            if span is not None and headings.search(text, *span):
                row = row_at(text, start, end, periods.of_year(int(match["year"])), starts, sentences, "table", 0.9)
                if row is not None:
                    found.append(row)
    return found


@lru_cache(maxsize=4)
def _headings(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(lexicon.cues['dates']['year_headings'])})\b", re.IGNORECASE)


def _without_overlaps(rows: list[TemporalExpression], added: list[TemporalExpression]) -> list[TemporalExpression]:
    """Both in order; an added row gives way to one that it overlaps."""
    result: list[TemporalExpression] = []
    known = {id(row) for row in rows}
    for row in sorted(rows + added, key=lambda row: (row.start, id(row) not in known)):
        if result and row.start < result[-1].end:
            if id(result[-1]) in known or id(row) not in known:
                continue
            result.pop()
        result.append(row)
    return result
