"""Figures of one value that are about one point in other words.

What belongs here: when the same number with many digits, beside the same words and names, is the same figure, though
the documents word its subject, indicator or period differently. Only agreements follow from that, never a conflict.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Final

import polars as pl

from tidybrief.corpus.expectations import IS_EXPECTED, with_expectations
from tidybrief.corpus.grouping import rows_by
from tidybrief.corpus.measured import period_in_words, statement_of
from tidybrief.corpus.measures import measure
from tidybrief.corpus.periods import NO_PERIOD, Period, contains, days_of
from tidybrief.corpus.points import documents_in_words, point
from tidybrief.corpus.scopes import neutral_words
from tidybrief.corpus.voices import with_voices
from tidybrief.corpus.words import content_words, cue_words
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.dates.grammar import MONTHS, WEEKDAYS
from tidybrief.lexicon import Lexicon

_KINDS: Final = ("money", "percent", "count", "measure")
_DIGITS: Final = 3
_DIGITS_OF_ONE_PERIOD: Final = 2
_SHARED_WORDS: Final = 2
_MOST_FIGURES: Final = 12
"""Of one value: where there are more, it is a round or common number."""

_DATE_OR_NUMBER: Final = re.compile(
    rf"\S*\d\S*|\b(?:{one_of((*MONTHS, *WEEKDAYS))}|hundred|thousand|[mbtr]+illion)s?\b", re.IGNORECASE
)
_NAME: Final = re.compile(r"(?<=\s)[A-Z]\w+")
"""A word of a name; the first word of an indicator may be any."""

_Row = Mapping[str, Any]
_Near = Mapping[tuple[str, int], frozenset[str]]


def same_values(
    tables: Mapping[str, pl.DataFrame], lexicon: Lexicon, met: frozenset[str]
) -> Iterator[dict[str, object]]:
    """Rows of `comparisons` for figures that agree on a point which `figure_points` does not see.

    `met` holds the ids of figures that are known to agree with others, of which no two are taken here.
    """
    figures = _candidates(tables, lexicon)
    near = _named_nearby(figures, tables["mentions"])
    for rows in rows_by(figures, "kind", "dimension", "value", "value_high").values():
        words = [_words(row, lexicon) for row in rows]
        pairs = [
            (one, other)
            for one, other in combinations(range(len(rows)), 2)
            if rows[one]["doc_id"] != rows[other]["doc_id"]
            and not {rows[one]["figure_id"], rows[other]["figure_id"]} <= met
            and _are_about_one_point(rows[one], rows[other], words[one] & words[other], near, lexicon)
        ]
        for together in _connected(pairs):
            yield _agreement([rows[number] for number in together], near)


def _candidates(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> pl.DataFrame:
    """Stated figures of values that a few documents have, with their number of digits."""
    number = pl.col("value").cast(pl.String).str.replace(r"e.*$", "").str.replace_all(r"\D", "").str.strip_chars("0")
    of_one_value = ["kind", "dimension", "value", "value_high"]
    figures = (
        tables["figures"]
        .filter(
            pl.col("kind").is_in(_KINDS),
            pl.col("factuality").is_in(["asserted", "attributed"]),
            pl.col("subject_id").is_not_null(),
            pl.col("indicator").is_not_null(),
        )
        .with_columns(
            number.str.len_chars().alias("digits"),
            pl.when(pl.col("kind") == "count").then(pl.lit("")).otherwise(pl.col("unit")).alias("dimension"),
        )
        .filter(
            pl.col("digits") >= _DIGITS_OF_ONE_PERIOD,
            pl.col("doc_id").n_unique().over(of_one_value) > 1,
            pl.len().over(of_one_value) <= _MOST_FIGURES,
        )
    )
    told = tables["sentences"].select("doc_id", "sentence_no", sentence="text")
    figures = figures.join(told, on=["doc_id", "sentence_no"], how="left", maintain_order="left")
    figures = with_expectations(figures, tables["sentences"], lexicon)
    return with_voices(figures, tables, lexicon).sort("doc_id", "start")


def _named_nearby(figures: pl.DataFrame, mentions: pl.DataFrame) -> _Near:
    """What is named in the sentence of each figure, in the one before, and in the first of all, the title."""
    sentences = figures.select("doc_id", "sentence_no").unique()
    around = pl.concat(
        [
            sentences.with_columns(pl.col("sentence_no").alias("told_in")),
            sentences.with_columns((pl.col("sentence_no") - 1).alias("told_in")),
            sentences.with_columns(pl.lit(0, dtype=sentences.schema["sentence_no"]).alias("told_in")),
        ]
    )
    named: dict[tuple[str, int], set[str]] = defaultdict(set)
    told = mentions.select("doc_id", "entity_id", told_in="sentence_no").join(around, on=["doc_id", "told_in"])
    for doc_id, number, entity_id in told.select("doc_id", "sentence_no", "entity_id").iter_rows():
        named[doc_id, number].add(entity_id)
    return {place: frozenset(found) for place, found in named.items()}


def _words(row: _Row, lexicon: Lexicon) -> frozenset[str]:
    counted = row["unit"] if row["kind"] in {"count", "measure"} else ""
    return measure(row["kind"], f"{row['indicator']} {counted}", frozenset(), frozenset(), lexicon)


def _are_about_one_point(one: _Row, other: _Row, shared: frozenset[str], near: _Near, lexicon: Lexicon) -> bool:
    narrow, wide = sorted((_period(one), _period(other)), key=days_of)
    in_one_period = narrow == wide != NO_PERIOD
    digits = _DIGITS_OF_ONE_PERIOD if in_one_period and one["subject_id"] == other["subject_id"] else _DIGITS
    if not contains(wide, narrow) or one["digits"] < digits:
        return False
    is_of_one = one["subject_id"] == other["subject_id"] and one["digits"] >= _DIGITS and one["kind"] != "percent"
    is_little = len(shared) < _SHARED_WORDS and shared.isdisjoint(cue_words("sufficient", lexicon))
    if is_little and not (is_of_one and len(_said_of_both(one, other, lexicon)) >= _SHARED_WORDS):
        return False
    if one[IS_EXPECTED] != other[IS_EXPECTED] or _direction(one, lexicon) != _direction(other, lexicon):
        return False
    return not _are_of_others(one, other) and _subject_of_both(one, other, near) is not None


def _said_of_both(one: _Row, other: _Row, lexicon: Lexicon) -> frozenset[str]:
    """What the sentences of two figures of one subject both say, its name and what narrows nothing aside."""
    said, also_said = (
        content_words(_DATE_OR_NUMBER.sub(" ", row["sentence"]), lexicon)
        - content_words(f"{row['subject']} {row['attributed_to'] or ''}", lexicon)
        - neutral_words(lexicon)
        for row in (one, other)
    )
    return said & also_said


def _are_of_others(one: _Row, other: _Row) -> bool:
    """Whether each indicator names something that the other does not."""
    names, others = (frozenset(_NAME.findall(row["indicator"])) for row in (one, other))
    return bool(names - others) and bool(others - names)


def _direction(row: _Row, lexicon: Lexicon) -> frozenset[str]:
    """Whether the indicator is a rise or a fall of something."""
    return content_words(row["indicator"], lexicon) & cue_words("directions", lexicon)


def _period(row: _Row) -> Period:
    return row["time_start"], row["time_end"]


def _subject_of_both(one: _Row, other: _Row, near: _Near) -> str | None:
    """The subject of one of them that the other has too, or names nearby."""
    if one["subject_id"] == other["subject_id"] or one["subject_id"] in _around(other, near):
        return str(one["subject_id"])
    return str(other["subject_id"]) if other["subject_id"] in _around(one, near) else None


def _around(row: _Row, near: _Near) -> frozenset[str]:
    return near.get((row["doc_id"], row["sentence_no"]), frozenset())


def _connected(pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    groups: list[set[int]] = []
    for pair in pairs:
        apart = [group for group in groups if group.isdisjoint(pair)]
        groups = [*apart, set(pair).union(*(group for group in groups if not group.isdisjoint(pair)))]
    return [sorted(group) for group in groups]


def _agreement(rows: Sequence[_Row], near: _Near) -> dict[str, object]:
    subjects = [_subject_of_both(one, other, near) for one, other in combinations(rows, 2)]
    subject_id = max(filter(None, subjects), key=lambda subject: (subjects.count(subject), subject))
    subject = next(row["subject"] for row in rows if row["subject_id"] == subject_id)
    attribute = min((row["indicator"] for row in rows), key=lambda words: (len(words), words))
    period = min((_period(row) for row in rows), key=days_of)
    statements = [statement_of(row) for row in rows]
    about = f"“{attribute}” for {subject}{period_in_words(period)}"
    note = f"{documents_in_words(statements)} give {about} in other words; their values are equal."
    return point(subject_id, attribute, "agree", statements, note)
