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

from tidybrief.corpus.name_signs import NAME, Named, meant_by, named_in_sentences, with_signs
from tidybrief.corpus.points import Statement, documents_in_words, listed, point
from tidybrief.corpus.voices import voice_of, with_voices
from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

_DAY: Final = "\0"
_TIME_ZONES: Final = 1
_ONE_ACT: Final = 30
"""Days within which two documents mean the same act of a kind that may come again."""


@dataclass(frozen=True, slots=True)
class _Family:
    """One kind of act: its name, the ways of telling it, what undergoes it and who does it by type, and whether there
    is only one.
    """

    name: str
    telling: re.Pattern[str]
    said: str
    of: frozenset[str]
    by: frozenset[str]
    is_unique: bool


@dataclass(frozen=True, slots=True)
class _Act:
    """One statement that something was done on a day. `about` is what tells it from any other act: the kind, what
    underwent it, and who did it.
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
        attribute = f"date of the {alike[0].family.name}"
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
    return was_over and apart > _TIME_ZONES and (apart <= _ONE_ACT or acts[0].family.is_unique)


def _acts(tables: Mapping[str, pl.DataFrame], names: Mapping[str, str], lexicon: Lexicon) -> Iterator[_Act]:
    said = "|".join(family.said for family in _families(lexicon))
    dates = (
        tables["dates"]
        .filter(pl.col("precision") == "day", pl.col("role") == "at", pl.col("text").str.contains(r"\b\d{4}\b"))
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
    sentence = with_signs(row["sentence"], row["offset"], named, [(row["start"], row["end"], _DAY)])
    for family in _families(lexicon):
        told = family.telling.match(sentence)
        if told is None or _DAY not in told[0]:
            continue
        of, by = (meant_by(sign, named) if sign else None for sign in _parties(told))
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
            about=(family.name, of, by),
            day=row["date_start"],
            published_on=row["published_on"],
        )
    return None


def _parties(told: re.Match[str]) -> tuple[str | None, str | None]:
    """The signs for what underwent an act, and for who did it."""
    found = {name.rstrip("0123456789"): sign for name, sign in told.groupdict().items() if sign}
    return found.get("of"), found.get("by")


def _type(entity_id: str) -> str:
    return entity_id.partition(":")[0]


@lru_cache(maxsize=4)
def _families(lexicon: Lexicon) -> tuple[_Family, ...]:
    rows: Sequence[Mapping[str, Any]] = lexicon.cues["comparisons"]["acts"]["kinds"]
    happening = one_of(lexicon.cues["comparisons"]["acts"]["happening"])
    return tuple(
        _Family(
            name=row["name"],
            telling=_telling(row, one_of(row["happening"]) if "happening" in row else happening),
            said=one_of([*row.get("does", ()), *row["undergoes"], *row["nouns"]]),
            of=frozenset(row["of"]),
            by=frozenset(row.get("by", ())),
            is_unique=row.get("unique", False),
        )
        for row in rows
    )


def _telling(row: Mapping[str, Any], happening: str) -> re.Pattern[str]:
    """The sentence from its beginning to the day, or to the end of a clause that the day opens."""
    undergoes, nouns = one_of(row["undergoes"]), one_of(row["nouns"])
    is_unique = row.get("unique", False)
    whose = rf"(?:the (?:[a-z]+ )?)?(?P<of1>{NAME})(?:,? who)?" if is_unique else rf"(?:the )?(?P<of1>{NAME})"
    ways = [
        rf"{whose} (?:{undergoes})",
        rf"the (?:{nouns}) of (?:the )?(?P<of2>{NAME}) (?:{happening})",
        rf"(?P<of4>{NAME})['’]s (?:{nouns}) (?:{happening})",
    ]
    if "by" in row:
        ways = [
            rf"(?:the )?(?P<by1>{NAME}) (?:{one_of(row['does'])}) (?:the )?(?P<of1>{NAME})",
            rf"(?:the )?(?P<of2>{NAME}) (?:{undergoes}) by (?:the )?(?P<by2>{NAME})",
            rf"the (?:{nouns}) of (?:the )?(?P<of3>{NAME}) by (?:the )?(?P<by3>{NAME}) (?:{happening})",
            rf"(?P<by4>{NAME})['’]s (?:{nouns}) of (?:the )?(?P<of4>{NAME}) (?:{happening})",
        ]
    where = rf"(?: in {NAME})?" if is_unique else ""
    end = r"(?=[.;!?]|, (?!too\b)|$| and (?!again\b))"
    return re.compile(rf"(?i:(?:(?:on )?{_DAY},? )?(?:{'|'.join(ways)}){where}(?: (?:on )?{_DAY})?{end})")
