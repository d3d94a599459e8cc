"""Points on which dates of several documents speak: the day on which something was done once.

What belongs here: openings, acquisitions, births and deaths, and the verdict on their days. A sentence tells one only
where it opens with it and has nothing else of content: whose it is, by whom, and the day ("the Ostby Bridge was opened
on 11 March 2024"). Events that begin and end are compared in `event_points`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

import polars as pl

from tidybrief.corpus.act_clauses import DAY, SINCE, parties, telling
from tidybrief.corpus.name_signs import NAME, Named, meant_by, named_in_sentences, with_signs
from tidybrief.corpus.points import Statement, documents_in_words, listed, point
from tidybrief.corpus.voices import voice_of, with_voices
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.figures.datelines import end_of_dateline
from tidybrief.lexicon import Lexicon

_OPEN_WORDS: Final = frozenset({"of", "the", "her", "his", "its", "their", "for", "in"})
_TIME_ZONES: Final = 1
_ONE_ACT: Final = 30
"""Days within which two documents mean the same act of a kind that may come again."""


@dataclass(frozen=True, slots=True)
class _Family:
    """One kind of act: its name and topic, the ways of telling it, what undergoes it and who does it by type, whether
    there is only one, or one in each of several places, and within how many days two documents mean the same.
    """

    name: str
    topic: str
    telling: re.Pattern[str]
    said: str
    of: frozenset[str]
    by: frozenset[str]
    is_unique: bool
    may_come_again: bool
    apart: int


@dataclass(frozen=True, slots=True)
class _Act:
    """One statement that something was done on a day. `about` is what tells it from any other act: its topic, what
    underwent it, and who did it, or from which office.
    """

    statement: Statement
    family: _Family
    about: tuple[str, str, str | None]
    day: date
    published_on: date | None


def act_points(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> Iterator[dict[str, object]]:
    """Rows of `comparisons` for the days of the same acts."""
    names = dict(tables["entities"].select("entity_id", "name").iter_rows())
    acts: dict[tuple[str, str, str | None], list[_Act]] = defaultdict(list)
    for act in _acts(tables, names, lexicon):
        acts[act.about].append(act)
    for (_, subject_id, _), alike in acts.items():
        days: dict[str, set[date]] = defaultdict(set)
        for act in alike:
            days[act.statement.doc_id].add(act.day)
        if len(days) < 2 or any(len(own) > 1 for own in days.values()):
            continue
        statements = [act.statement for act in alike]
        attribute = f"date of the {alike[0].family.topic}"
        who, values = documents_in_words(statements), listed(sorted({f"{act.day}" for act in alike}))
        about = f"{attribute} of {names[subject_id]}"
        if len({act.day for act in alike}) == 1:
            yield point(subject_id, attribute, "agree", statements, f"{who} give the {about} as {values}.")
        elif _exclude_each_other(alike):
            note = f"{who} differ on the {about}: {values}."
            yield point(subject_id, attribute, "conflict", statements, note)


def _exclude_each_other(acts: Sequence[_Act]) -> bool:
    days = [act.day for act in acts]
    apart = (max(days) - min(days)).days
    was_over = all(act.published_on is None or act.published_on >= max(days) for act in acts)
    family = acts[0].family
    is_once = not family.may_come_again and all(act.family == family for act in acts)
    return is_once and was_over and apart > _TIME_ZONES and (apart <= family.apart or family.is_unique)


def _acts(tables: Mapping[str, pl.DataFrame], names: Mapping[str, str], lexicon: Lexicon) -> Iterator[_Act]:
    said = "|".join(family.said for family in _families(lexicon))
    dates = (
        tables["dates"]
        .filter(
            pl.col("precision") == "day",
            pl.col("role").is_in(["at", "since"]),
            pl.col("text").str.contains(r"\b\d{4}\b"),
        )
        .join(
            tables["sentences"]
            .filter(pl.col("factuality").is_in(["asserted", "attributed"]))
            .select("doc_id", "sentence_no", offset="start", sentence="text"),
            on=["doc_id", "sentence_no"],
        )
        .filter(pl.col("sentence").str.contains(rf"\b(?:{said})\b"))
    )
    named = named_in_sentences(tables["mentions"], dates)
    for row in with_voices(dates, tables, lexicon).sort("doc_id", "start").iter_rows(named=True):
        act = _act(row, named.get((row["doc_id"], row["sentence_no"]), ()), names, lexicon)
        if act is not None:
            yield act


def _act(row: Mapping[str, Any], named: Named, names: Mapping[str, str], lexicon: Lexicon) -> _Act | None:
    """The act that the sentence of a date tells; None where it tells none, or something besides."""
    start = row["offset"] + end_of_dateline(row["sentence"])
    named = [name for name in named if name[0] >= start]
    if row["start"] < start:
        return None
    sentence = with_signs(row["sentence"][start - row["offset"] :], start, named, [(row["start"], row["end"], DAY)])
    for family in _families(lexicon):
        told = family.telling.match(sentence)
        if told is None or DAY not in told[0] or (row["role"] == "since") != (SINCE in told[0]):
            continue
        found = parties(told)
        of, by = (meant_by(found[role], named) if role in found else None for role in ("of", "by"))
        if of is None or _type(of) not in family.of or (family.by and (by is None or _type(by) not in family.by)):
            continue
        if _type(of) == "person" and " " not in names[of]:
            continue
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
            about=(family.topic, of, by or _office(found.get("office"), named, lexicon)),
            day=row["date_start"],
            published_on=row["published_on"],
        )
    return None


def _office(words: str | None, named: Named, lexicon: Lexicon) -> str | None:
    """The office that an act is about, however its words put it: "as party leader", "from the party leadership"."""
    if words is None:
        return None
    holders = lexicon.cues["comparisons"]["acts"]["holders"]
    telling = (word for word in re.findall(rf"{NAME}|[a-z]+", words.lower()) if word not in _OPEN_WORDS)
    return " ".join(
        sorted(meant_by(word, named) if re.match(NAME, word) else holders.get(word, word) for word in telling)
    )


def _type(entity_id: str) -> str:
    return entity_id.partition(":")[0]


@lru_cache(maxsize=4)
def _families(lexicon: Lexicon) -> tuple[_Family, ...]:
    cues = lexicon.cues["comparisons"]["acts"]
    rows: Sequence[Mapping[str, Any]] = cues["kinds"]
    return tuple(
        _Family(
            name=row["name"],
            topic=row.get("topic", row["name"]),
            telling=telling(row, cues),
            said=one_of(
                [*row.get("does", ()), *row["undergoes"], *row["nouns"], *row.get("states", ()), *row.get("to_do", ())]
            ),
            of=frozenset(row["of"]),
            by=frozenset(row.get("by", ())),
            is_unique=row.get("unique", False),
            may_come_again=row.get("again", False),
            apart=row.get("apart", _ONE_ACT),
        )
        for row in rows
    )
