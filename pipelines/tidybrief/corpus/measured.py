"""What a figure measures, and how to say it.

What belongs here: the point that a figure is about, as a key that is equal for equal points, and figures and periods in
words. What follows from two figures of one point is decided in the modules that use this.
"""

import re
from collections.abc import Mapping, Set
from functools import lru_cache
from typing import Any, Final, NamedTuple

import polars as pl

from tidybrief.corpus.clauses import BEFORE, CLAUSE, IS_ALONE, with_clauses
from tidybrief.corpus.deals import with_deals
from tidybrief.corpus.expectations import IS_EXPECTED, with_expectations
from tidybrief.corpus.fuller_keys import with_fuller_keys
from tidybrief.corpus.levels import of_the_level, without_former_levels
from tidybrief.corpus.measures import measure, measure_of_clause
from tidybrief.corpus.moments import with_their_day
from tidybrief.corpus.periods import Period
from tidybrief.corpus.points import Statement
from tidybrief.corpus.scopes import with_scopes
from tidybrief.corpus.voices import voice_of, with_voices
from tidybrief.corpus.words import all_words, content_words, cue_words
from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d$")
_ENDING: Final = re.compile(r"\b(?:closed|ended|finished) (?:the )?year\b")
"""What an indicator takes along from "ended the year with"."""
_SURE_ENOUGH: Final = 0.5
_ON_TOP: Final = "additional"
_MONEY: Final = "money"
_MOST_IN_A_SENTENCE: Final = 8
"""Figures of one point: a sentence with more of them lists things that have numbers."""
_SIGN: Final[Mapping[str, str]] = {
    "exact": "",
    "approx": "about ",
    "at_least": "at least ",
    "at_most": "at most ",
}


class _Label(NamedTuple):
    """What a figure says that it measures: its own words, and its clause where it is alone in it."""

    kind: str
    unit: str
    indicator: str
    subject: str
    own_clause: str
    unit_is_guessed: bool


def measured_figures(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> pl.DataFrame:
    """The figures that are stated as so of a known subject, with the `key` of what they measure.

    Also `published_on`, who stands behind them (`voices`), and whether they are a number of what there is (`moments`)
    or an expectation (`expectations`), which never shares a key with a fact; sorted by subject, key and place.
    """
    figures = with_clauses(
        tables["figures"].filter(
            pl.col("factuality").is_in(["asserted", "attributed"]),
            pl.col("subject_id").is_not_null(),
            pl.col("confidence") >= _SURE_ENOUGH,
        ),
        tables["sentences"],
    )
    of_one_sentence = pl.len().over("doc_id", "sentence_no", "subject_id", "key")
    told = with_deals(with_key(figures, lexicon), tables, lexicon)
    keyed = told.filter(pl.col("key").is_not_null() & (of_one_sentence <= _MOST_IN_A_SENTENCE))
    keyed = with_fuller_keys(without_former_levels(keyed, lexicon), lexicon)
    keyed = with_scopes(keyed, tables["mentions"], lexicon)
    expected = pl.when(IS_EXPECTED).then(pl.lit("|expected")).otherwise(pl.lit(""))
    dated = with_expectations(with_their_day(keyed, tables, lexicon), tables["sentences"], lexicon).with_columns(
        pl.concat_str("key", expected).alias("key")
    )
    return with_voices(dated, tables, lexicon).sort("subject_id", "key", "doc_id", "start")


def with_key(figures: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The figures with the `key` of what they measure: null where their words are too few to tell.

    The `clause` of a figure that is alone in it, where the frame has it, may say what its indicator leaves open.
    """
    columns = ["kind", "unit", "indicator", "subject", "subject_id", CLAUSE, BEFORE, IS_ALONE]
    rows = figures.select(column for column in columns if column in figures.columns).iter_rows(named=True)
    keys = [_key(_label(row, lexicon), lexicon) for row in rows]
    return figures.with_columns(pl.Series("key", keys, dtype=pl.String))


def _label(row: Mapping[str, Any], lexicon: Lexicon) -> _Label:
    clause, subject_type = row.get(CLAUSE) or "", (row["subject_id"] or "").partition(":")[0]
    indicator = _ENDING.sub("", of_the_level(row["indicator"] or "", row.get(BEFORE) or "", lexicon))
    is_told = clause == "" or all_words(row["unit"], lexicon) <= all_words(clause, lexicon)
    return _Label(
        kind=row["kind"],
        unit=row["unit"],
        indicator=_taking_up(subject_type, lexicon).sub(" ", indicator),
        subject=row["subject"] or "",
        own_clause=clause if row.get(IS_ALONE) else "",
        unit_is_guessed=row["kind"] == "count" and not is_told,
    )


@lru_cache(maxsize=65_536)
def _key(label: _Label, lexicon: Lexicon) -> str | None:
    """What is measured, as one string that is equal for equal points; None where the words are too few to tell.

    That it is measured of its subject, and in a year, is said elsewhere in the row.
    """
    kind, unit, indicator = label.kind, label.unit, label.indicator
    counted = unit if kind in {"count", "measure"} else ""
    around, beside = label.own_clause, content_words(label.subject, lexicon)
    told = f"{indicator} {counted}"
    words = _without_years(measure(kind, indicator if label.unit_is_guessed else told, beside, around, lexicon))
    if label.unit_is_guessed and words.isdisjoint(cue_words("sufficient", lexicon)):
        words = _without_years(measure(kind, told, beside, around, lexicon))
    if not _are_telling(words, lexicon):
        words = _without_years(measure_of_clause(kind, told, beside, around, lexicon))
    if _are_telling(words - {_MONEY}, lexicon):
        words -= {_MONEY}
    can_grow = kind == "money" or not words.isdisjoint(cue_words("stocks", lexicon))
    if can_grow and not all_words(indicator, lexicon).isdisjoint(cue_words("increments", lexicon)):
        words |= {_ON_TOP}
    if not _are_telling(words - {_ON_TOP}, lexicon):
        return None
    dimension = unit.replace("metre", "meter").replace("litre", "liter") if kind != "count" else ""
    return f"{kind}|{dimension}|{' '.join(sorted(words))}"


@lru_cache(maxsize=64)
def _taking_up(subject_type: str, lexicon: Lexicon) -> re.Pattern[str]:
    """How an indicator takes up a subject of this type without its name: "in the town"."""
    nouns = lexicon.cues["comparisons"]["indicators"]["generic"].get(subject_type)
    return re.compile(rf"(?:^|\b(?:of|in|at|by|for)\s)(?:the\s|its\s)?(?:{one_of(nouns)})\b" if nouns else r"(?!)")


def _without_years(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not _YEAR.match(word))


def _are_telling(words: Set[str], lexicon: Lexicon) -> bool:
    """Whether the words say what is measured."""
    return len(words) > 1 or not words.isdisjoint(cue_words("sufficient", lexicon))


def statement_of(row: Mapping[str, Any]) -> Statement:
    """A figure, with who stands behind its document, as evidence."""
    return Statement(
        row_id=row["figure_id"],
        doc_id=row["doc_id"],
        start=row["start"],
        end=row["end"],
        value=value_in_words(row),
        text=row["text"],
        voice=voice_of(row),
    )


def value_in_words(figure: Mapping[str, Any]) -> str:
    """The value with its hedge, its high end and its unit: "at least 4,000 USD"."""
    high = "" if figure["value_high"] is None else f" to {in_digits(figure['value_high'])}"
    return f"{_SIGN[figure['qualifier']]}{in_digits(figure['value'])}{high} {figure['unit']}"


def in_digits(number: float) -> str:
    """The number with its thousands parted, to four decimals."""
    return f"{number:,.4f}".rstrip("0").rstrip(".")


def period_in_words(period: Period) -> str:
    """When it was, as the end of a phrase: " in 2024"; empty where no period is stated."""
    start, end = period
    if start is None and end is None:
        return ""
    if start is None:
        return f" up to {end}"
    if end is None:
        return f" since {start}"
    if start == end:
        return f" on {start}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f" in {start.year}" if start.year == end.year else f" from {start.year} to {end.year}"
    return f" from {start} to {end}"
