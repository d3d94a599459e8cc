"""For which time a figure holds where grammar leaves no choice: "between May and June it rose from 5% to 6%", "to $9, a
fall of 17%", "it could cost 9%".

What belongs here: such wordings and the period of each. All other periods are candidates (`periods`).
"""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from tidybrief.extraction.figures.periods_before import period_held_against
from tidybrief.extraction.figures.sentence_dates import Validity
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    NOUN,
    OF,
    PREPOSITION,
    QUANTITY,
    TO,
    VERB,
    Words,
)
from tidybrief.extraction.records import Figure, Mention, Quantity, Sentence, TemporalExpression

_RESULTS_BEHIND = re.compile(
    r"(?:['’]s?)?[ -](?!expected|forecast|projected)(?:[\w-]+[ ]){0,2}?"
    r"(?:results|earnings|figures|accounts|numbers|profits?|revenues?|sales|income)\b"
)
_RESULTS_BEFORE = re.compile(r"\b(?:results|earnings|figures|accounts)[ ](?:for|in|of)[ ](?:(?:its|the|their)[ ])?$")
_REACH_OF_RESULTS = 30
_LONGEST_LEAD = 60
_REPORTS = re.compile(r"\b(?:report(?:ed|s)|post(?:ed|s)|book(?:ed|s)|earned|said|says|record(?:ed|s)|announced)\b")
_EARNED = re.compile(r"\b(?:earned|earnings|lost|profit)\b")
_SHORTEST_PART, _LONGEST_PART = timedelta(days=80), timedelta(days=190)
_NO_RESULTS = frozenset({"duration", "age", "rank"})
_IN_IT = re.compile(
    r"\b(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver) the (?:quarter|half|three months|six months|period)\b"
    r"(?! (?:of|to|ended|ending|before|a year|last|from|through))"
)
_AT_ITS_END = re.compile(
    r"[^;.]{0,30}?\b(?:at|as of|by) the (?:end|close) of the (?:quarter|half|period|year)(?=[.,;]| and\b)"
)
_UP_TO_IT = re.compile(rf"[^;.]{{0,50}}?{_IN_IT.pattern}")
_OPENED_BY_IT = re.compile(rf"(?:[A-Z][\w’'-]*[ ])?(?:[\w’'-]+[ ]){{0,3}}?{_IN_IT.pattern}")
_ON_THE_YEAR = re.compile(
    r"\byear[ -](?:on|over|to)[ -]year\b|\b(?:from|than|on) (?:a|one|the) year (?:ago|earlier|before)\b"
)
_OF_YEARS = frozenset({"year"})
_PERIODS_OF_RESULTS = frozenset({"quarter", "half", "year"})
OF_RESULTS = frozenset({"money", "percent"})
_YEARLY = frozenset({"annual", "annually", "annualized", "yearly", "year", "full-year", "since", "ever"})
_AROUND = 6
_NOT_YET = re.compile(
    r"\b(?:awaits?|ahead of|previews?|previewed|before|due|will|would|to (?:report|release|publish|announce))\b"
)
_OUTLOOK = re.compile(
    r"\b(?:will|would|could|may|might|expects|expected (?:it )?to|forecasts?|projects|guidance|guided?|outlook|"
    r"anticipates?|aims?|targets?|sees|plans? to)\b"
)
_YEAR_BEFORE = re.compile(
    r"(?:the )?(?:same .{3,12} )?last year|(?:a|one) (?:year|quarter) (?:ago|earlier|before)|"
    r"(?:the )?(?:(?:year|quarter) before|(?:previous|prior|preceding) (?:year|quarter))"
)
_ITS_OWN = frozenset({
    "this quarter", "the quarter", "this period", "this half", "end of the quarter", "end of the half",
    "end of the period", "close of the quarter",
})  # fmt: skip
_PRICED = frozenset({"shares", "stock", "stocks", "futures"})
_OVER_A_PERIOD = re.compile(r"\b(?:over|in|during) the (?:year|half|quarter|month|period)\b")
_COMPARED_BEHIND = re.compile(r",?[ ](?:up|down|compared[ ](?:with|to)|against|versus)[ ][^.;]{0,40}?\d")
_HELD_AGAINST = re.compile(
    r",?[ ](?:(?:up|down|increased|decreased)[ ]from|compared[ ](?:with|to)|against|versus|from)[ ]"
)
_WITHOUT_NUMBER = re.compile(
    r"(?:(?!\b(?:but|while|who|which|than|after|from|before|since|by)\b)[^;:,]){0,140}[ ]"
    r"(?:in|at|for|on|during|of)[ ](?:the[ ])?"
)
_LONGEST_DAY = timedelta(days=1)
_RIGHT_BEHIND = 25
_NOW = re.compile(r"\b(?:now(?! \w+ed\b)|currently|at present)\b")
_BESIDE = 40
_CLAUSES_APART = re.compile(r", (?:and|but|while)\b|;")
_TO_JOIN = {"between ": " and ", "from ": " to "}
_LONGEST_OPENING = max(map(len, _TO_JOIN))
_POSSIBLE = frozenset({"can", "could", "may", "might"})
_LONGEST_CHANGE = 4
_REACH = 9
_MODAL = 3
"""How far before its verb a modal may stand."""


def told_period(
    quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses, earlier: Figure | None
) -> Validity | None:
    """The period of a figure among the dates of its sentence; None where that is not certain. `earlier` is the figure
    before it in its paragraph.
    """
    first, after = clauses.at(quantity.start), clauses.at(quantity.end)
    if (end := _end_of_span(first, after, dates, clauses)) is not None:
        return Validity(end.date_start, end.date_end)
    is_percent = quantity.kind == "percent" and earlier is not None and earlier.sentence_no == quantity.sentence_no
    if earlier is not None and is_percent and _is_apposed_change(first, after, dates, clauses):
        return Validity(earlier.time_start, earlier.time_end)
    own = _before_brackets(quantity, dates, clauses) or _before_comparison(quantity, dates, clauses)
    own = own or _attached(after, dates, clauses) or _of_its_noun(first, dates, clauses)
    if own is not None:
        return own
    told = not dates and quantity.kind in OF_RESULTS and is_result(quantity, clauses)
    if (before := period_held_against(quantity, dates, clauses, earlier, is_result=told)) is not None:
        return before
    if dates:
        return None
    is_price = quantity.kind == "percent" and _is_price_after_a_period(quantity, clauses, earlier)
    is_timeless = is_price or _is_only_possible(first, clauses) or _is_of_now(quantity, clauses)
    return Validity(None, None) if is_timeless else None


def _before_comparison(quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses) -> Validity | None:
    """ "9 people were waiting at the end of May, up from 7 at the end of April": the first date behind a quantity,
    where it is at once held against what stands behind.
    """
    if quantity.kind in _NO_RESULTS or not dates:
        return None
    row = next((row for row in dates if row.start >= quantity.end), None)
    if row is None or row.role not in ("at", "as_of") or row.date_start is None or dates[0].start < quantity.start:
        return None
    text = clauses.text
    if (
        _COMPARED_BEHIND.match(text, row.end) is None
        or _WITHOUT_NUMBER.fullmatch(text, quantity.end, row.start) is None
    ):
        return None
    return Validity(row.date_start, row.date_end)


def _before_brackets(quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses) -> Validity | None:
    """ "compared to December (417 cases)": the date right before the brackets that a quantity opens."""
    if not clauses.text.endswith(" (", 0, quantity.start):
        return None
    row = next((row for row in dates if row.end == quantity.start - 2 and row.role == "at"), None)
    return Validity(row.date_start, row.date_end) if row is not None and row.date_start is not None else None


def _is_price_after_a_period(quantity: Quantity, clauses: Clauses, earlier: Figure | None) -> bool:
    """Whether shares moved after what was told of a quarter or a year: they did not move in it."""
    if earlier is None or earlier.time_start is None or earlier.time_end is None:
        return False
    is_price = is_price_of_shares(quantity, clauses) and _OVER_A_PERIOD.search(clauses.sentence.text) is None
    return is_price and earlier.time_end - earlier.time_start > _LONGEST_DAY


def is_price_of_shares(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a clause tells what shares did: "Acme shares rose 4%"."""
    subject = clauses.subject_phrase(clauses.at(quantity.start))
    return subject is not None and not _PRICED.isdisjoint(clauses.words[subject[0] : subject[1] + 1])


def _attached(after: int, dates: Sequence[TemporalExpression], clauses: Clauses) -> Validity | None:
    """ "a $9 million loss in 2024": the date right behind the phrase of a quantity."""
    place = after
    while clauses.kind(place) == NOUN and place - after < _LONGEST_CHANGE:
        place += 1
    if clauses.word(place) != "in" or clauses.kind(place + 1) != DATE:
        return None
    if clauses.kind(place + 2) == CONJUNCTION and clauses.kind(place + 3) == DATE:
        return None
    start = clauses.starts[place + 1]
    row = next((row for row in dates if row.start == start and row.role == "at"), None)
    if row is None or row.date_start is None or clauses.kind(place + 2) not in ("", ".", ",", ";", ")", CONJUNCTION):
        return None
    return Validity(row.date_start, row.date_end)


def _of_its_noun(first: int, dates: Sequence[TemporalExpression], clauses: Clauses) -> Validity | None:
    """ "Its budget for 2024 amounts to $9 million", "puts emissions for 2023 at 9 tonnes": the date that belongs to
    what is measured, with nothing but the verb between.
    """
    left = clauses.before_qualifiers(first)
    left -= clauses.kind(left) in (PREPOSITION, TO)
    verb = left
    measuring = clauses.vocabulary.measuring_verbs
    while clauses.kind(left) in (VERB, AUXILIARY) or clauses.base(left) in measuring:
        left -= 1
    tells_level = left == verb or clauses.base(verb) in measuring
    is_of_noun = clauses.word(left - 1) in ("for", "in") and clauses.kind(left - 2) == NOUN
    is_of_noun = is_of_noun and clauses.kind(left - 3) != QUANTITY
    if clauses.kind(left) != DATE or not tells_level or not is_of_noun:
        return None
    start = clauses.starts[left]
    row = next((row for row in dates if row.start == start and row.role == "at" and row.date_start is not None), None)
    return Validity(row.date_start, row.date_end) if row is not None else None


def _is_of_now(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a word such as "now" stands beside a quantity, and no time of its own."""
    start = max(clauses.sentence.start, quantity.start - _BESIDE)
    end = min(clauses.sentence.end, quantity.end + _BESIDE)
    return _NOW.search(clauses.text, start, end) is not None


def of_its_part(
    quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses
) -> Sequence[TemporalExpression]:
    """Of the dates of a sentence those between the semicolons around a quantity, if any stands there."""
    text, sentence = clauses.text, clauses.sentence
    if len(dates) < 2 or ";" not in sentence.text:
        return dates
    start = text.rfind(";", sentence.start, quantity.start)
    end = text.find(";", quantity.end, sentence.end)
    inside = [row for row in dates if row.start > start and (end < 0 or row.start < end)]
    return inside or dates


def results_told(
    dates: Sequence[TemporalExpression], sentence: Sentence, vocabulary: Words, text: str
) -> TemporalExpression | None:
    """The period whose results a sentence with these dates tells of ("reported second-quarter results", "reported
    revenue of $9 million for the three months to June"), if any.
    """
    for row in dates:
        if row.precision not in _PERIODS_OF_RESULTS or row.date_end is None:
            continue
        before = text[max(0, row.start - _REACH_OF_RESULTS) : row.start]
        is_told = _RESULTS_BEHIND.match(text, row.end) is not None or _RESULTS_BEFORE.search(before) is not None
        if is_told and _NOT_YET.search(text, max(0, row.start - _LONGEST_LEAD), row.start) is None:
            return row
    parts = [row for row in dates if _is_part_of_year(row)]
    if not parts or _REPORTS.search(sentence.text) is None or _OUTLOOK.search(sentence.text) is not None:
        return None
    tells = not vocabulary.own_results.isdisjoint(sentence.text.lower().split()) or _EARNED.search(sentence.text)
    return parts[0] if tells else None


def teller_of(found: Sequence[Figure], inside: Sequence[Mention]) -> str | None:
    """Which organisation tells its results in a sentence: the subject of its figures, else the first that it names."""
    subjects = (figure.subject_id for figure in found if (figure.subject_id or "").startswith("org:"))
    named = (mention.entity_id for mention in inside if mention.type == "ORG")
    return next(subjects, None) or next(named, None)


def _is_part_of_year(row: TemporalExpression) -> bool:
    """Whether a date is a quarter or half of a year that tells when something was."""
    if row.role != "at" or row.date_start is None or row.date_end is None:
        return False
    return _SHORTEST_PART <= row.date_end - row.date_start <= _LONGEST_PART


def results_for(
    subject: str | None, told: Mapping[str, TemporalExpression], *, is_named: bool
) -> TemporalExpression | None:
    """The period whose results the subject of a figure was said to tell; that of the only one to tell any where the
    subject is no other organisation and its own sentence does not name it (`is_named`).
    """
    own = told.get(subject or "")
    if own is not None or is_named or len(told) != 1 or (subject or "").startswith("org:"):
        return own
    only = next(iter(told.values()))
    return only if _is_part_of_year(only) else None


def of_results(
    quantity: Quantity, dates: Sequence[TemporalExpression], clauses: Clauses, results: TemporalExpression | None
) -> Validity | None:
    """The period of the results that were told before, for a sentence of results without a time of its own."""
    if results is None or quantity.kind in _NO_RESULTS:
        return None
    if not all(_is_compared_with(row, quantity, clauses.text) for row in dates):
        return None
    if _AT_ITS_END.match(clauses.text, quantity.end, clauses.sentence.end) is not None:
        return Validity(results.date_end, results.date_end)
    is_meant = (quantity.kind in OF_RESULTS and is_result(quantity, clauses)) or _is_in_it(quantity, clauses)
    return Validity(results.date_start, results.date_end) if is_meant else None


def _is_in_it(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether "in the quarter" stands in the clause of a quantity, or opens its sentence."""
    text, sentence = clauses.text, clauses.sentence
    if _IN_IT.search(sentence.text) is None or _OUTLOOK.search(sentence.text) is not None:
        return False
    return _UP_TO_IT.match(text, quantity.end, sentence.end) is not None or (
        _OPENED_BY_IT.match(text, sentence.start, quantity.start) is not None
    )


def is_result(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a quantity is one of the results of a quarter or a year, of its own, and no outlook."""
    first, after = clauses.at(quantity.start), clauses.at(quantity.end)
    subject = clauses.subject_phrase(first)
    around = {*clauses.words[max(0, first - _AROUND) : first], *clauses.words[after : after + _AROUND]}
    around.update(clauses.words[subject[0] : subject[1] + 1] if subject is not None else ())
    yearly = _YEARLY - _OF_YEARS if _ON_THE_YEAR.search(clauses.sentence.text) else _YEARLY
    told = not clauses.vocabulary.own_results.isdisjoint(around) and yearly.isdisjoint(around)
    return told and _OUTLOOK.search(clauses.sentence.text) is None


def _is_compared_with(row: TemporalExpression, quantity: Quantity, text: str) -> bool:
    """Whether a date behind a quantity, and not right behind it, only tells what it is held against ("revenue of $9
    million, a rise on the same period last year"), or means the time of the results itself.
    """
    if row.text.lower() in _ITS_OWN:
        return True
    is_year_before = _YEAR_BEFORE.fullmatch(row.text) is not None
    if not is_year_before or row.start - quantity.end <= _RIGHT_BEHIND:
        return False
    between = text[quantity.end : row.start]
    return "$" not in between or _HELD_AGAINST.match(between) is not None


def _end_of_span(
    first: int, after: int, dates: Sequence[TemporalExpression], clauses: Clauses
) -> TemporalExpression | None:
    """ "Between May 2023 and May 2024 the rate rose from 5% to 6%": the month of the level it rose from, or to."""
    left = clauses.before_qualifiers(first)
    low = left - 1 - (clauses.kind(left - 1) == NOUN)
    joint = after + (clauses.kind(after) == NOUN)
    leads_to = clauses.word(left) == "to" and clauses.kind(low) == QUANTITY and clauses.word(low - 1) == "from"
    leads_from = clauses.word(left) == "from" and clauses.word(joint) == "to" and clauses.kind(joint + 1) == QUANTITY
    if not (leads_to or leads_from):
        return None
    for start, end in pairwise(dates):
        before = clauses.text[max(0, start.start - _LONGEST_OPENING) : start.start].lower()
        between = clauses.text[start.end : end.start]
        if any(before.endswith(opening) and between == joint for opening, joint in _TO_JOIN.items()):
            return (end if leads_to else start) if _frames(start, end, first, dates, clauses) else None
    return None


def _frames(
    start: TemporalExpression,
    end: TemporalExpression,
    first: int,
    dates: Sequence[TemporalExpression],
    clauses: Clauses,
) -> bool:
    """Whether a span of time is that of a rise from one level to another: before both, or right behind them."""
    place = clauses.starts[first]
    if end.end < place:
        return all(row.start < place for row in dates) and _CLAUSES_APART.search(clauses.text, end.end, place) is None
    return start.start - place < _BESIDE


def _is_apposed_change(first: int, after: int, dates: Sequence[TemporalExpression], clauses: Clauses) -> bool:
    """ ", a decline of 17%", ", a 17% decline": what is told of the figure before, with no time of its own."""
    behind = clauses.ends[min(after, len(clauses.ends)) - 1]
    if any(0 <= row.start - behind < _BESIDE for row in dates) or clauses.verb_after(after, _REACH) >= 0:
        return False
    left = clauses.before_qualifiers(first)
    nouns = clauses.vocabulary.change_nouns
    if clauses.kind(left) == OF and clauses.word(left - 1) in nouns:
        start = left - 2
    elif any(clauses.word(place) in nouns for place in range(after, after + _LONGEST_CHANGE)):
        start = left
    else:
        return False
    while clauses.kind(start) in (ADVERB, NOUN):
        start -= 1
    return clauses.kind(start) == DETERMINER and clauses.word(start - 1) == ","


def _is_only_possible(first: int, clauses: Clauses) -> bool:
    """Whether the verb of a quantity says no more than that it may be so: "fines can reach 9%"."""
    verb = clauses.verb_before(first)
    return verb >= 0 and any(clauses.word(place) in _POSSIBLE for place in range(max(0, verb - _MODAL), verb + 1))
