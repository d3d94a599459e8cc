"""Points on which dates of several documents speak: when an event took place.

What belongs here: which event a date is for, and when two documents date the same event alike. Different dates are
hardly ever a conflict: an event has many, and a place has many events of a kind. Only news of one time that give two
days on which one thing began, in so many words, exclude each other.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final

import polars as pl

from tidybrief.corpus.event_clauses import END, KNOWN, START, any_of, telling
from tidybrief.corpus.expectations import is_expected
from tidybrief.corpus.points import Statement, documents_in_words, listed, point
from tidybrief.corpus.voices import voice_of, with_voices
from tidybrief.corpus.words import content_words
from tidybrief.lexicon import Lexicon
from tidybrief.vocabulary import COUNTRY_CODE

_LONGEST_REACH: Final = 150
_AROUND: Final = 40
_JUST_AFTER: Final = 25
_JUST_BEFORE: Final = 20
_MODIFIERS: Final = 3
_STILL_KNOWN: Final = 120
"""Days after which a day without a year, which a text tells in passing, may be that of another year."""
_ONE_TIME: Final = 60
_TIME_ZONES: Final = 1
_ONE_EVENT: Final = 30
_BREAK: Final = re.compile(r"[^\w\s-]")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of event: the noun that stands for it, and whether only its modifiers tell two of them apart."""

    noun: str
    by_modifier: bool


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The lexicon's event nouns and cues, compiled."""

    kinds: Mapping[str, _Kind]
    noun: re.Pattern[str]
    apart: re.Pattern[str]
    part_of: re.Pattern[str]
    neutral: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Dated:
    """One date of an event as a document gives it. `part` says, where the document does, whether the event began, was
    known or ended then.

    `is_plain` says that the sentence names the place, and tells in plain words that this is the day; `is_bare` that it
    names nothing besides, which tells an event of a town, of which a country has several.
    """

    statement: Statement
    subject_id: str
    kind: _Kind
    modifiers: frozenset[str]
    part: str
    is_plain: bool
    is_bare: bool
    start: date
    end: date
    published_on: date | None


def event_points(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> Iterator[dict[str, object]]:
    """Rows of `comparisons` for dates of the same event in the same place."""
    grammar = _grammar(lexicon)
    names = dict(tables["entities"].select("entity_id", "name").iter_rows())
    countries = set(tables["entities"].filter(pl.col("external_id").str.starts_with(COUNTRY_CODE))["entity_id"])
    groups: dict[tuple[str, str, bool], list[_Dated]] = defaultdict(list)
    for found in _dated_events(tables, grammar, lexicon):
        dated = replace(found, is_bare=False) if found.subject_id in countries else found
        groups[dated.subject_id, dated.kind.noun, dated.part == END].append(dated)
    for (subject_id, noun, _), events in sorted(groups.items()):
        for alike in _clusters(events):
            statements = [dated.statement for dated in alike]
            attribute = f"{_part(alike)} of the {noun}"
            values = listed([statement.value for statement in statements])
            who = documents_in_words(statements).lower()
            note = f"For {names[subject_id]}, {who} give the {attribute} alike: {values}.{_in_which_sense(alike)}"
            yield point(subject_id, attribute, "agree", statements, note)
        for opposed in _contradictions(events):
            statements = [dated.statement for dated in opposed]
            attribute = f"{opposed[0].part} of the {noun}"
            values = listed([statement.value for statement in statements])
            who = documents_in_words(statements).lower()
            note = f"For {names[subject_id]}, {who} differ on the {attribute}: {values}."
            yield point(subject_id, attribute, "conflict", statements, note)


def _part(alike: Sequence[_Dated]) -> str:
    """What their dates are for: the start where some say so and none only tells when it was known."""
    parts = {dated.part for dated in alike}
    return END if END in parts else START if START in parts and KNOWN not in parts else "date"


def _in_which_sense(alike: Sequence[_Dated]) -> str:
    """A sentence more where some may tell when it began, and others when it was known."""
    is_mixed = {START, KNOWN} <= {dated.part for dated in alike}
    return " They may mean different moments: when it began, and when it was known." if is_mixed else ""


@lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    cues = lexicon.cues["comparisons"]["events"]
    kinds = {
        noun: _Kind(row[0], by_modifier)
        for name, by_modifier in (("kinds", False), ("kinds_by_modifier", True))
        for row in cues[name]
        for noun in row
    }
    return _Grammar(
        kinds=kinds,
        noun=any_of(kinds),
        apart=any_of(cues["apart"]),
        part_of=re.compile(rf"{any_of((*cues['starts'], *cues['ends'])).pattern}\s+of\s", re.IGNORECASE),
        neutral=frozenset(cues["neutral"]),
    )


def _dated_events(tables: Mapping[str, pl.DataFrame], grammar: _Grammar, lexicon: Lexicon) -> Iterator[_Dated]:
    by_document = _named(tables["mentions"], "PLACE")
    organisations = _named(tables["mentions"], "ORG")
    dates = (
        tables["dates"]
        .filter(pl.col("date_start").is_not_null(), pl.col("precision").is_in(["day", "week", "month"]))
        .join(
            tables["sentences"].select(
                "doc_id",
                "sentence_no",
                "factuality",
                pl.col("start").alias("sentence_start"),
                pl.col("text").alias("sentence"),
            ),
            on=["doc_id", "sentence_no"],
        )
        .filter(
            pl.col("factuality").is_in(["asserted", "attributed"]),
            pl.col("sentence").str.contains(f"(?i){grammar.noun.pattern}"),
        )
    )
    dates = with_voices(dates, tables, lexicon).filter(_year_is_known()).sort("doc_id", "start")
    main_places = {doc_id: _main_place(mentions) for doc_id, mentions in by_document.items()}
    for row in dates.iter_rows(named=True):
        where = _within(by_document.get(row["doc_id"], ()), row) or _within(organisations.get(row["doc_id"], ()), row)
        dated = _event(
            row, where or by_document.get(row["doc_id"], []), main_places.get(row["doc_id"]), grammar, lexicon
        )
        if dated is not None:
            yield dated


def _named(mentions: pl.DataFrame, kind: str) -> Mapping[str, list[tuple[int, int, str]]]:
    """Start, end and id of all names of a type, by document."""
    by_document: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    named = mentions.filter(pl.col("type") == kind).select("doc_id", "start", "end", "entity_id")
    for doc_id, start, end, entity in named.iter_rows():
        by_document[doc_id].append((start, end, entity))
    return by_document


def _within(named: Sequence[tuple[int, int, str]], row: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    """Those in the sentence of a date."""
    low, high = row["sentence_start"], row["sentence_start"] + len(row["sentence"])
    return [place for place in named if low <= place[0] < high]


def _year_is_known() -> pl.Expr:
    apart = (pl.col("published_on") - pl.col("date_start")).dt.total_days().abs()
    return pl.col("text").str.contains(r"\d{4}") | (apart <= _STILL_KNOWN).fill_null(True)


def _main_place(mentions: Sequence[tuple[int, int, str]]) -> str:
    return Counter(entity_id for _, _, entity_id in mentions).most_common(1)[0][0]


def _event(
    row: Mapping[str, Any],
    places: Sequence[tuple[int, int, str]],
    main_place: str | None,
    grammar: _Grammar,
    lexicon: Lexicon,
) -> _Dated | None:
    """The event whose noun stands nearest to the date in its sentence; nouns before the date are nearer."""
    sentence, offset = row["sentence"], row["sentence_start"]
    start, end = row["start"] - offset, row["end"] - offset
    nouns = [
        (start - noun.end() if noun.end() <= start else 2 * (noun.start() - end), noun)
        for noun in grammar.noun.finditer(sentence)
        if noun.end() <= start or noun.start() >= end
    ]
    distance, noun = min(nouns, key=lambda item: item[0], default=(_LONGEST_REACH + 1, None))
    if noun is None or distance > _LONGEST_REACH:
        return None
    low, high = min(noun.start(), start), max(noun.end(), end)
    nearest = _nearest_place(places, offset + low - _AROUND, offset + high + _JUST_AFTER, row["start"])
    subject_id = nearest or main_place
    if subject_id is None:
        return None
    between = sentence[noun.end() : start] if noun.end() <= start else sentence[end : noun.start()]
    if grammar.apart.search(between) or grammar.apart.search(sentence[:low][-_JUST_BEFORE:]):
        return None
    kind = grammar.kinds[noun[0].lower()]
    named = [(first - offset, last - offset) for first, last, _ in places if offset <= first < offset + len(sentence)]
    told = telling(sentence, noun.span(), (start, end), named, lexicon)
    return _Dated(
        statement=Statement(
            row_id=row["date_id"],
            doc_id=row["doc_id"],
            start=row["start"],
            end=row["end"],
            value=_in_iso(row["date_start"], row["date_end"], row["precision"]),
            text=row["text"],
            voice=voice_of(row),
        ),
        subject_id=subject_id,
        kind=kind,
        modifiers=_modifiers(sentence[: noun.start()], grammar, lexicon),
        part=told.part,
        is_plain=nearest is not None and told.is_unmistakable and not is_expected(sentence[:start], lexicon),
        is_bare=told.is_bare,
        start=row["date_start"],
        end=row["date_end"],
        published_on=row["published_on"],
    )


def _nearest_place(places: Sequence[tuple[int, int, str]], low: int, high: int, position: int) -> str | None:
    within = [(abs(start - position), entity_id) for start, end, entity_id in places if low <= start and end <= high]
    return min(within)[1] if within else None


def _modifiers(before: str, grammar: _Grammar, lexicon: Lexicon) -> frozenset[str]:
    """The telling words right before the noun."""
    phrase = grammar.part_of.split(_BREAK.split(before[-80:])[-1])[-1].split()[-_MODIFIERS:]
    found = content_words(" ".join(phrase), lexicon)
    return frozenset(word for word in found if word not in grammar.neutral)


def _clusters(events: Sequence[_Dated]) -> list[list[_Dated]]:
    """Dates of one event that two or more documents give alike; a month holds its days if it holds but one."""
    by_day: dict[date, list[_Dated]] = defaultdict(list)
    wider: list[_Dated] = []
    for dated in events:
        if (dated.end - dated.start).days < 7:
            by_day[dated.start].append(dated)
        else:
            wider.append(dated)
    for dated in wider:
        days = [day for day in by_day if dated.start <= day <= dated.end]
        if len(days) == 1:
            by_day[days[0]].append(dated)
    clusters = [alike for _, same_day in sorted(by_day.items()) for alike in _same_event(same_day)]
    return [cluster for cluster in clusters if len({dated.statement.doc_id for dated in cluster}) > 1]


def _same_event(events: Sequence[_Dated]) -> list[list[_Dated]]:
    clusters: list[list[_Dated]] = []
    for dated in events:
        home = next((cluster for cluster in clusters if all(_may_be_same(dated, other) for other in cluster)), None)
        if home is None:
            clusters.append([dated])
        else:
            home.append(dated)
    return clusters


def _may_be_same(one: _Dated, other: _Dated) -> bool:
    """Whether nothing tells them apart: a place has many strikes, but not two that begin on one day."""
    if one.modifiers & other.modifiers:
        return True
    if one.is_plain and other.is_plain and (one.start, one.end, one.part) == (other.start, other.end, other.part):
        return not (one.modifiers and other.modifiers)
    if one.is_bare and other.is_bare and one.part == other.part:
        return True
    return not one.kind.by_modifier and not (one.modifiers and other.modifiers)


def _contradictions(events: Sequence[_Dated]) -> list[list[_Dated]]:
    """Days of one event that exclude each other: each plainly told, by news of one time, one day a document."""
    plain = [dated for dated in events if dated.is_plain and dated.start == dated.end and dated.published_on]
    return [cluster for cluster in _same_event(plain) if _exclude_each_other(cluster)]


def _exclude_each_other(cluster: Sequence[_Dated]) -> bool:
    days: dict[str, set[date]] = defaultdict(set)
    for dated in cluster:
        days[dated.statement.doc_id].add(dated.start)
    if any(len(own) > 1 for own in days.values()):
        return False
    published = [dated.published_on for dated in cluster if dated.published_on is not None]
    given = [dated.start for dated in cluster]
    is_news_of_one_time = (max(published) - min(published)).days <= _ONE_TIME and max(given) <= min(published)
    return is_news_of_one_time and _TIME_ZONES < (max(given) - min(given)).days <= _ONE_EVENT


def _in_iso(start: date, end: date, precision: str) -> str:
    if precision == "month":
        return f"{start:%Y-%m}"
    return f"{start}" if start == end else f"{start}/{end}"
