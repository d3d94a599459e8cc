"""The period before, that another is held against: "from 6% in the previous quarter", "compared with $8 million a year
ago", "$9 million from $8 million".

What belongs here: such wordings, and how far back each reaches. All others stand in `told_periods` and `periods`.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from tidybrief.extraction.dates.relative_dates import months_away
from tidybrief.extraction.figures.background import preceding_unit
from tidybrief.extraction.figures.sentence_dates import Validity
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.records import Figure, Quantity, TemporalExpression

_HELD_AGAINST = re.compile(r"\b(?:compared (?:with|to)|up from|down from|against|versus|from)[ ][^;.\d]{0,40}$")
_PERIOD_THEN = re.compile(
    r"[^;.]{0,40}?[ ](?:(?:in|for|during|of)[ ])(?:the[ ])?(?:(?:same|corresponding|comparable|equivalent)[ ]"
    r"(?:[\w-]+[ ]){0,2}?(?:period|quarter|months?|half|time|weeks?|span)(?:[ ](?:of|in))?[ ]"
    r"(?:last year|(?:a|one) year (?:ago|earlier|before)|the (?:year before|(?:previous|prior|preceding) year))|"
    r"(?:year-(?:ago|earlier)|prior-year|previous-year)[ ](?:period|quarter|month|half))\b|"
    r"[^;.]{0,40}?(?:\.\d+[^;.]{0,30}?)?,?[ ]"
    r"(?:(?:an?|one)[ ]year[ ](?:ago|earlier|before|previously)|the[ ]year[ ]before)\b"
)
_BARE_LEVEL = re.compile(
    r"[^;.\d]{0,25}?[ ](?:(?:up|down)[ ])?(?:from|against|compared[ ](?:with|to)|versus)[ ]"
    r"(?:(?:about|around|some|just|only|nearly|almost|over|roughly|a|an)[ ]){0,2}"
)
_IN_YEARS = re.compile(
    r"\b(?:an?|one|the)[ ]year[ ](?:ago|earlier|before)\b|\bprior-year\b|\byear-(?:earlier|ago|on-year|over-year)\b|"
    r"\bsame[ ](?:period|quarter)[ ](?:last|of[ ]last|a)[ ]year\b"
)
_FAR_BEFORE = 500
_JOINED_TO_IT = re.compile(r",? or | \(")
_DAYS_OF = {"month": range(27, 31), "quarter": range(88, 93), "year": range(364, 366)}


def period_held_against(
    quantity: Quantity,
    dates: Sequence[TemporalExpression],
    clauses: Clauses,
    earlier: Figure | None,
    *,
    is_result: bool,
) -> Validity | None:
    """The period before that of the `earlier` figure, where the words say that a quantity is of it. `is_result` says
    whether it is one of somebody's results.
    """
    return (
        _one_before(quantity, clauses, earlier)
        or _of_the_year_before(quantity, clauses, earlier)
        or (_of_bare_level(quantity, clauses, earlier) if is_result and not dates else None)
    )


def _of_bare_level(quantity: Quantity, clauses: Clauses, earlier: Figure | None) -> Validity | None:
    """ "Sales rose to $9 million from $8 million": the year before that of the figure before, or the same part of it
    where the text before holds its results against those of a year earlier.
    """
    if earlier is None or earlier.time_start is None or earlier.time_end is None:
        return None
    if (earlier.sentence_no, earlier.kind, earlier.unit) != (quantity.sentence_no, quantity.kind, quantity.unit):
        return None
    text = clauses.text
    if _BARE_LEVEL.fullmatch(text, earlier.end, quantity.start) is None:
        return None
    is_yearly = (earlier.time_end - earlier.time_start).days in _DAYS_OF["year"]
    if not is_yearly and _IN_YEARS.search(text, max(quantity.start - _FAR_BEFORE, 0), quantity.start) is None:
        return None
    return Validity(months_away(earlier.time_start, -12), months_away(earlier.time_end, -12))


def _one_before(quantity: Quantity, clauses: Clauses, earlier: Figure | None) -> Validity | None:
    """ "9% in May to July, from 6% in the previous quarter", "from the previous quarter's 6%": the quarter before that
    of the figure before.
    """
    if earlier is None or earlier.time_start is None or earlier.time_end is None:
        return None
    unit = preceding_unit(quantity.start, quantity.end, clauses.text)
    if unit is None:
        return None
    days = (earlier.time_end - earlier.time_start).days
    if days not in _DAYS_OF[unit]:
        return None
    end = earlier.time_start - timedelta(days=1)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    place = end.year * 12 + end.month - months
    return Validity(date(place // 12, place % 12 + 1, 1), end)


def _of_the_year_before(quantity: Quantity, clauses: Clauses, earlier: Figure | None) -> Validity | None:
    """ "$9 million in the first quarter, against $8 million in the same period a year earlier": that period, a year
    before that of the figure before.
    """
    text, sentence = clauses.text, clauses.sentence
    if earlier is None or earlier.time_start is None or earlier.time_end is None or "year" not in sentence.text:
        return None
    if earlier.sentence_no != sentence.sentence_no or _PERIOD_THEN.match(text, quantity.end, sentence.end) is None:
        return None
    between = text[earlier.end : quantity.start]
    if _HELD_AGAINST.search(between) is None:
        return Validity(earlier.time_start, earlier.time_end) if _JOINED_TO_IT.fullmatch(between) else None
    return Validity(months_away(earlier.time_start, -12), months_away(earlier.time_end, -12))
