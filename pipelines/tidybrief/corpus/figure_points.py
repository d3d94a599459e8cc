"""Points on which figures of several documents speak.

What belongs here: when two figures measure the same thing, and the verdict on their values. Whether two
values can both hold is arithmetic (`values`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import polars as pl

from tidybrief.corpus.counting import Told, counted_down, counted_up, in_order
from tidybrief.corpus.grouping import rows_by
from tidybrief.corpus.happenings import may_be_one_happening
from tidybrief.corpus.keys import IN_UNITS
from tidybrief.corpus.measured import period_in_words
from tidybrief.corpus.periods import NO_PERIOD, Period, are_alike, contains, day_of, days_of, in_succession
from tidybrief.corpus.points import documents_in_words, listed, point
from tidybrief.corpus.scopes import KEYS_BESIDE, with_scopes
from tidybrief.corpus.told_figures import ToldFigure, told_figure
from tidybrief.corpus.values import AGREE, CONTRADICT, Value, weigh
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.lexicon import Lexicon

_SAME_NEWS: Final = 7
_NEWS: Final = 31
_COUNTED_UP: Final = 21
_SETTLED: Final = 183
"""Days in which what was laid down for a year is told as it stands."""
_MOST_VOICES: Final = 30
_SMALL: Final = 10
_PARTICULAR: Final = 3
"""Digits of a number that two writers hardly come upon by chance, small as it may be: "€3.45"."""
_MOST_NAMES: Final = 4
_SAME_MAGNITUDE: Final = 5.0
_PLACE: Final = "place:"


def figure_points(measured: pl.DataFrame, mentions: pl.DataFrame, lexicon: Lexicon) -> Iterator[dict[str, object]]:
    """Rows of `comparisons` for `measured_figures` with the same subject, indicator, kind and unit."""
    keys = pl.col("key").implode().over("doc_id", "sentence_no", mapping_strategy="join")
    is_shared = pl.col("doc_id").n_unique().over("subject_id", "key") > 1
    shared = measured.with_columns(keys.alias(KEYS_BESIDE)).filter(is_shared)
    for (subject_id, subject), rows in _by_point(with_scopes(shared, mentions, lexicon)):
        yield from _compare(subject_id, subject, [told_figure(row, lexicon) for row in rows])


def _by_point(shared: pl.DataFrame) -> Iterator[tuple[tuple[str, str], list[dict[str, Any]]]]:
    """The figures that measure the same thing, by subject."""
    for (subject_id, _), rows in rows_by(shared, "subject_id", "key").items():
        yield (subject_id, rows[0]["subject"]), rows


def _compare(subject_id: str, subject: str, figures: Sequence[ToldFigure]) -> Iterator[dict[str, object]]:
    by_period = _by_period(figures)
    attribute = min((figure.indicator for figure in figures), key=lambda words: (len(words), words))
    for period, contemporaries in by_period.items():
        when = period_in_words(period)
        about = f"“{attribute}” for {subject}{when}"
        for cluster in _agreements(contemporaries):
            statements = [figure.statement for figure in cluster]
            note = f"{documents_in_words(statements)} give {about}; {_reason(cluster)}.{_in_other_words(cluster)}"
            yield point(subject_id, attribute, AGREE, statements, note)
        opposed = _opposed(contemporaries)
        statements = [figure.statement for figure in opposed]
        if opposed and _speak_of_one_state(opposed):
            values = listed([statement.value for statement in statements])
            note = (
                f"{documents_in_words(statements)} differ on {about}: {values}. Not all of it can hold."
                f"{_in_other_words(opposed)}"
            )
            yield point(subject_id, attribute, "conflict", statements, note)
        elif opposed and _is_counted_up(opposed):
            in_turn = sorted(opposed, key=lambda figure: (figure.published_on or date.min, figure.value.low))
            told = listed([f"{figure.statement.value} as of {figure.published_on}" for figure in in_turn])
            note = f"{documents_in_words(statements)} give {about} on different days: {told}. This is a change."
            yield point(subject_id, attribute, "changed", statements, note)
    if development := _development(by_period):
        statements = [figure.statement for figure in development]
        told = listed([f"{figure.statement.value}{period_in_words(figure.period)}" for figure in development])
        note = f"Documents give “{attribute}” for {subject} at different times: {told}. This is a change."
        yield point(subject_id, attribute, "changed", statements, note)


def _by_period(figures: Sequence[ToldFigure]) -> dict[Period, list[ToldFigure]]:
    """The figures by period. One act is told with its day, its month or none, by the news that follow it; so is what is
    news of one day, on which or by which it was so, and all that news of the days after it tell without one.
    """
    by_period: dict[Period, list[ToldFigure]] = defaultdict(list)
    for figure in figures:
        by_period[figure.period].append(figure)
    stated = [period for period in by_period if period != NO_PERIOD]
    timeless = by_period.get(NO_PERIOD, ())
    if len(stated) == 1 and all(figure.is_news for figure in figures) and _is_news_of(stated[0], timeless, _SAME_NEWS):
        return {NO_PERIOD: list(figures)}
    days = {day_of(period) for period in stated}
    day = next(iter(days)) if len(days) == 1 else None
    is_told_for_its_day = len(by_period) == 1 or any(figure.is_of_each_day for figure in figures)
    if day is not None and not is_told_for_its_day and _is_news_of((day, day), figures, _SAME_NEWS):
        return {(day, day): list(figures)}
    if not stated or not all(figure.is_act for figure in figures):
        return by_period
    narrowest = min(stated, key=days_of)
    is_one_act = all(figure.is_deal for figure in figures) or _is_news_of(narrowest, timeless, _NEWS)
    if all(contains(period, narrowest) for period in stated) and is_one_act:
        return {narrowest: list(figures)}
    return by_period


def _is_news_of(period: Period, figures: Sequence[ToldFigure], span: int) -> bool:
    """Whether all of them were published when the period was over, and no more days after than the span has."""
    end = period[1]
    days = [figure.published_on for figure in figures]
    return end is not None and all(day is not None and 0 <= (day - end).days <= span for day in days)


def _is_telling(figure: ToldFigure) -> bool:
    """Whether the same number twice is more than chance: a stated period, or a number in digits above ten."""
    if figure.period != (None, None):
        return True
    digits = sum(map(str.isdigit, figure.statement.text))
    is_number = (figure.value.low > _SMALL and digits > 0) or digits >= _PARTICULAR
    return is_number and figure.kind != "duration"


def _clusters(figures: Sequence[ToldFigure]) -> list[list[ToldFigure]]:
    """Figures that agree with the most precise one of their cluster."""
    clusters: list[list[ToldFigure]] = []
    for figure in sorted(figures, key=lambda figure: (figure.value.qualifier != "exact", figure.value.step)):
        home = next((cluster for cluster in clusters if weigh(cluster[0].value, figure.value) == AGREE), None)
        if home is None:
            clusters.append([figure])
        else:
            home.append(figure)
    return clusters


def _agreements(figures: Sequence[ToldFigure]) -> Iterator[list[ToldFigure]]:
    """The figures of one period on whose value documents agree. Without a period, what is not the very same number may
    be that of another time.
    """
    for cluster in _clusters([figure for figure in figures if _is_telling(figure)]):
        days = [figure.published_on for figure in cluster if figure.published_on is not None]
        is_of_one_time = cluster[0].period != NO_PERIOD or not days or (max(days) - min(days)).days <= _NEWS
        number = Counter((figure.value.low, figure.value.high) for figure in cluster).most_common(1)[0][0]
        agreeing = [figure for figure in cluster if is_of_one_time or (figure.value.low, figure.value.high) == number]
        if _documents(agreeing) > 1:
            yield agreeing


def _opposed(figures: Sequence[ToldFigure]) -> list[ToldFigure]:
    """The figures of one period where documents exclude each other, if they are of one time; nothing where that is in
    doubt.

    A document that gives several values itself, in like words, speaks of several things; values of another magnitude
    measure something else; what is expected may well differ; and where very many documents differ, they hardly speak of
    one thing.
    """
    told: dict[tuple[object, ...], list[ToldFigure]] = defaultdict(list)
    for figure in figures:
        told[figure.statement.doc_id, figure.scope, figure.thing, figure.circumstances, figure.happening].append(figure)
    if any(len(_clusters(own)) > 1 for own in told.values()):
        return []
    voices = [min(own, key=lambda figure: figure.value.step) for own in told.values()]
    if len(voices) > _MOST_VOICES or any(_is_loose(figure) or figure.is_expected for figure in voices):
        return []
    pairs = [
        (one, other)
        for number, one in enumerate(voices)
        for other in voices[number + 1 :]
        if one.statement.doc_id != other.statement.doc_id
        and weigh(one.value, other.value) == CONTRADICT
        and _same_magnitude(one.value, other.value)
        and not _is_a_birthday_apart(one, other)
        and one.thing == other.thing
        and _of_one_scope(one, other)
        and ("" in {one.seat, other.seat} or one.seat == other.seat)
        and _under_like_circumstances(one, other)
        and _of_one_happening(one, other)
    ]
    opposed = {(figure.statement.doc_id, figure.scope, figure.circumstances) for pair in pairs for figure in pair}
    return [figure for figure in figures if (figure.statement.doc_id, figure.scope, figure.circumstances) in opposed]


def _of_one_scope(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether both are of the same part of it. Where something is to be built, news of one week tell or leave out."""
    if one.scope == other.scope:
        return True
    told = [frozenset(figure.scope.split()) for figure in (one, other)]
    places = [{word for word in words if word.startswith(_PLACE)} for words in told]
    is_news = all(figure.is_built and (figure.is_announced or figure.is_news) for figure in (one, other))
    is_left_out = not all(places) and told[0] - places[0] == told[1] - places[1]
    return is_news and is_left_out and _published_within(_SAME_NEWS, (one, other))


def _under_like_circumstances(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether the clauses of both name the same things besides, or none."""
    return one.circumstances == other.circumstances


def _of_one_happening(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether one thing can have brought both about. Over a longer time, there may be others beside the one told."""
    is_of_its_day = one.period == NO_PERIOD or days_of(one.period) <= _SAME_NEWS or None in one.period
    return may_be_one_happening(one.happening, other.happening) if is_of_its_day else one.happening == other.happening


def _is_a_birthday_apart(one: ToldFigure, other: ToldFigure) -> bool:
    return one.kind == "age" and abs(one.value.low - other.value.low) <= 1


def _speak_of_one_state(figures: Sequence[ToldFigure]) -> bool:
    """Whether nothing changed from one to the other: their period was over, or they are news of the same days. What is
    still counted up is another number the next day.
    """
    if any(figure.is_tally for figure in figures):
        return _is_one_count(figures)
    if all(figure.is_settled for figure in figures) and _published_within(_SETTLED, figures):
        return True
    if all(figure.thing for figure in figures) and _published_within(_NEWS, figures):
        return True
    is_over = _is_over(figures[0].period, figures)
    span = _NEWS if all(figure.is_stock or figure.is_act for figure in figures) else _SAME_NEWS
    is_done = not any(figure.is_announced for figure in figures)
    is_over_or_done = is_over or (is_done and all(figure.is_act for figure in figures))
    return is_over_or_done or _published_within(span, figures)


def _is_one_count(figures: Sequence[ToldFigure]) -> bool:
    """Whether none of what was counted can have come on top: it was long over, all tell it on one day or as of one, or
    the later ones tell less.
    """
    told = _by_day(figures)
    if any(day is None for day, _ in told):
        return False
    start, end = figures[0].period
    was_over = end is not None and all(day is not None and (day - end).days > _COUNTED_UP for day, _ in told)
    is_as_of_one_day = start is None and end is not None
    is_of_news = _published_within(_SAME_NEWS, figures)
    return was_over or is_as_of_one_day or len({day for day, _ in told}) == 1 or (is_of_news and counted_down(told))


def _is_counted_up(figures: Sequence[ToldFigure]) -> bool:
    """Whether they are one number as counted on different days, never the smaller after the larger."""
    return all(figure.is_tally for figure in figures) and counted_up(_by_day(figures))


def _by_day(figures: Sequence[ToldFigure]) -> list[Told]:
    return in_order((figure.published_on, figure.value.low) for figure in figures)


def _is_over(period: Period, figures: Sequence[ToldFigure]) -> bool:
    """Whether the period has an end that no document was published before."""
    end = period[1]
    return end is not None and all(figure.published_on is None or figure.published_on >= end for figure in figures)


def _is_loose(figure: ToldFigure) -> bool:
    """Whether the words leave open what it is a figure of: there are many parts of a whole, and without a period, there
    is much to measure in a place or for an organisation.
    """
    is_of_product = figure.subject_type == "product"
    is_of_thing = is_of_product or bool(figure.thing)
    loose_kind = figure.kind in {"duration", "multiple"} or (figure.kind == "measure" and not is_of_thing)
    is_single = figure.is_act or figure.is_tally or figure.is_single or figure.is_announced
    loose_kind = loose_kind and not is_single
    is_of_place = figure.subject_type == "place" and not (figure.is_stock or is_single or is_of_thing)
    return figure.is_part or (figure.period == NO_PERIOD and (is_of_place or loose_kind))


def _published_within(span: int, figures: Sequence[ToldFigure]) -> bool:
    """Whether they were published within so many days."""
    days = [figure.published_on for figure in figures if figure.published_on is not None]
    return len(days) == len(figures) and (max(days) - min(days)).days <= span


def _same_magnitude(one: Value, other: Value) -> bool:
    small, large = sorted((abs(one.low), abs(other.low)))
    return small > 0 and large / small <= _SAME_MAGNITUDE


def _development(by_period: Mapping[Period, Sequence[ToldFigure]]) -> list[ToldFigure]:
    """One figure a period where documents give it for several periods, one after the other and of one length, and the
    values differ within one magnitude. What there is at any moment, or is paid once, may be told of any period.
    """
    told = {
        period: figures[0]
        for period, figures in by_period.items()
        if None not in period
        and len(_clusters(figures)) == 1
        and not any(figure.is_expected or figure.is_since for figure in figures)
    }
    of_any_length = all(figure.is_stock or figure.is_act for figure in told.values())
    courses = (in_succession(period for period in told if of_any_length or are_alike(period, one)) for one in told)
    course = max(([told[period] for period in periods] for periods in courses), key=len, default=[])
    if _documents(course) < 2 or len(_clusters(course)) < 2:
        return []
    return course if all(_same_magnitude(course[0].value, figure.value) for figure in course) else []


def _in_other_words(figures: Sequence[ToldFigure]) -> str:
    """What was done to hold figures against each other that name what is measured in different words, or units."""
    names: dict[str, str] = {}
    for figure in figures:
        names.setdefault(figure.indicator.lower(), figure.indicator)
    units = sorted({figure.unit for figure in figures if figure.kind in IN_UNITS})
    converted = f" Compared in one unit: {listed([plural(unit) for unit in units])}." if len(units) > 1 else ""
    if len(names) == 1:
        return converted
    told = listed([f"“{name}”" for name in list(names.values())[:_MOST_NAMES]])
    return f" Taken for one measure: {told}.{converted}"


def _documents(figures: Sequence[ToldFigure]) -> int:
    return len({figure.statement.doc_id for figure in figures})


def _reason(cluster: Sequence[ToldFigure]) -> str:
    if len({(figure.value.low, figure.value.high, figure.value.qualifier) for figure in cluster}) == 1:
        return "their values are equal"
    if {figure.value.qualifier for figure in cluster} == {"exact"}:
        return "their values are equal after rounding"
    return "their values are compatible as they are hedged"
