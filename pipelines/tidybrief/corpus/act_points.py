"""Points on which dates of several documents speak: the day on which something was done once.

What belongs here: openings, launches, acquisitions, births and deaths, told in a clause of their own ("the Ostby
Bridge was opened on 11 March 2024"), and the verdict on their days. Only clauses that name the same things and say
nothing else are of one act. Events that begin and end are compared in `event_points`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

import polars as pl

from tidybrief.corpus.expectations import is_expected
from tidybrief.corpus.points import Statement, documents_in_words, listed, point
from tidybrief.corpus.voices import voice_of, with_voices
from tidybrief.corpus.words import all_words, words_of
from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

_DAY: Final = "\0"
_MARK: Final = re.compile(
    r"\s*(?:[;:()—–“”]|,(?=\s)|\s(?:and|but|while|whereas|after|before|when|where|which|who|that)\s)\s*"
)
_FRONTED: Final = re.compile(rf"^(?:On\s+)?{_DAY}\s*,?\s+")
_SEVERAL: Final = re.compile(r"\b(?:an?|another|some|several|many|one|two|three|more|first|second)\s", re.IGNORECASE)
"""Before a noun: there may be more of that kind."""
_TIME_ZONES: Final = 1
_ONE_ACT: Final = 30
"""Days within which two documents mean the same act of a kind that may come again."""


@dataclass(frozen=True, slots=True)
class _Family:
    """One kind of act: its name, the words that tell it, whether it comes once, and how many names it needs."""

    name: str
    said: re.Pattern[str]
    words: frozenset[str]
    is_unique: bool
    parties: int


@dataclass(frozen=True, slots=True)
class _Act:
    """One statement that something was done on a day. `about` is what tells it from any other act."""

    statement: Statement
    family: _Family
    subject_id: str
    about: tuple[str, frozenset[str], frozenset[str]]
    day: date
    published_on: date | None


def act_points(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> Iterator[dict[str, object]]:
    """Rows of `comparisons` for the days of the same acts."""
    names = dict(tables["entities"].select("entity_id", "name").iter_rows())
    acts: dict[tuple[str, frozenset[str], frozenset[str]], list[_Act]] = defaultdict(list)
    for act in _acts(tables, lexicon):
        acts[act.about].append(act)
    for alike in acts.values():
        days: dict[str, set[date]] = defaultdict(set)
        for act in alike:
            days[act.statement.doc_id].add(act.day)
        if len(days) < 2 or any(len(own) > 1 for own in days.values()):
            continue
        statements = [act.statement for act in alike]
        attribute = f"date of the {alike[0].family.name}"
        who, values = documents_in_words(statements), listed(sorted({f"{act.day}" for act in alike}))
        about = f"{attribute} of {names[alike[0].subject_id]}"
        if len({act.day for act in alike}) == 1:
            yield point(alike[0].subject_id, attribute, "agree", statements, f"{who} give the {about} as {values}.")
        elif _exclude_each_other(alike):
            note = f"{who} differ on the {about}: {values}."
            yield point(alike[0].subject_id, attribute, "conflict", statements, note)


def _exclude_each_other(acts: Sequence[_Act]) -> bool:
    days = [act.day for act in acts]
    apart = (max(days) - min(days)).days
    was_over = all(act.published_on is None or act.published_on >= max(days) for act in acts)
    return was_over and apart > _TIME_ZONES and (apart <= _ONE_ACT or acts[0].family.is_unique)


def _acts(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> Iterator[_Act]:
    families = _families(lexicon)
    said = "|".join(family.said.pattern for family in families)
    dates = (
        tables["dates"]
        .filter(pl.col("precision") == "day", pl.col("role") == "at", pl.col("text").str.contains(r"\b\d{4}\b"))
        .join(
            tables["sentences"]
            .filter(pl.col("factuality").is_in(["asserted", "attributed"]))
            .select("doc_id", "sentence_no", offset="start", sentence="text"),
            on=["doc_id", "sentence_no"],
        )
        .filter(pl.col("sentence").str.contains(said))
    )
    named: dict[tuple[str, int], list[tuple[int, int, str]]] = defaultdict(list)
    place = ["doc_id", "sentence_no"]
    beside = tables["mentions"].join(dates.select(place).unique(), on=place, how="semi")
    for doc_id, number, start, end, which in beside.select(*place, "start", "end", "entity_id").iter_rows():
        named[doc_id, number].append((start, end, which))
    for row in with_voices(dates, tables, lexicon).sort("doc_id", "start").iter_rows(named=True):
        act = _act(row, named[row["doc_id"], row["sentence_no"]], lexicon)
        if act is not None:
            yield act


def _act(row: Mapping[str, Any], named: Sequence[tuple[int, int, str]], lexicon: Lexicon) -> _Act | None:
    """The act that the clause of a date tells; None where it tells none, several, or one of things of many."""
    clause, here = _clause(row, named)
    told = [family for family in _families(lexicon) if family.said.search(clause)]
    parties = [which for _, _, which in here]
    if len(told) != 1 or len(set(parties)) < told[0].parties or is_expected(clause, lexicon):
        return None
    family = told[0]
    left = all_words(clause.replace(_DAY, " "), lexicon) - family.words - _neutral(lexicon)
    if _SEVERAL.search(clause) and not family.is_unique:
        return None
    return _Act(
        statement=Statement(
            row_id=row["date_id"],
            doc_id=row["doc_id"],
            start=row["start"],
            end=row["end"],
            value=f"{row['date_start']}",
            text=row["text"],
            voice=voice_of(row),
        ),
        family=family,
        subject_id=min(parties),
        about=(family.name, frozenset(parties), left),
        day=row["date_start"],
        published_on=row["published_on"],
    )


def _clause(
    row: Mapping[str, Any], named: Sequence[tuple[int, int, str]]
) -> tuple[str, Sequence[tuple[int, int, str]]]:
    """The clause of a date without the names in it, and these names; a date that opens the sentence belongs to what it
    opens.
    """
    sentence, offset = row["sentence"], row["offset"]
    spans = [(start - offset, end - offset, which) for start, end, which in named]
    day = (row["start"] - offset, row["end"] - offset)
    is_fronted = not sentence[: day[0]].strip(" ").replace("On", "")
    marks = [
        mark.span()
        for mark in _MARK.finditer(sentence)
        if not any(start <= mark.start() < end for start, end, *_ in (*spans, (*day, "")))
    ]
    if is_fronted:
        marks = [mark for mark in marks if mark[0] > day[1] + 1]
    low = max((end for start, end in marks if end <= day[0]), default=0)
    high = min((start for start, _ in marks if start >= day[1]), default=len(sentence))
    left = list(sentence[low:high])
    here = [span for span in spans if low <= span[0] and span[1] <= high]
    for start, end, *_ in (*here, (*day, "")):
        left[start - low : end - low] = [" "] * (end - start)
    return "".join(left), here


@lru_cache(maxsize=4)
def _families(lexicon: Lexicon) -> tuple[_Family, ...]:
    rows: Sequence[Mapping[str, Any]] = lexicon.cues["comparisons"]["acts"]["kinds"]
    return tuple(
        _Family(
            name=row["name"],
            said=re.compile(rf"\b(?:{one_of(row['said'])})\b"),
            words=words_of(row["said"], lexicon),
            is_unique=row.get("unique", False),
            parties=row.get("parties", 1),
        )
        for row in rows
    )


@lru_cache(maxsize=4)
def _neutral(lexicon: Lexicon) -> frozenset[str]:
    return words_of(lexicon.cues["comparisons"]["acts"]["neutral"], lexicon)
