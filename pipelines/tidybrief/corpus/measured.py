"""What a figure measures, and how to say it.

What belongs here: the figures that can be held against each other, with all that this needs, and figures and periods in
words. What follows from two figures of one point is decided in the modules that use this.
"""

from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from tidybrief.corpus.announcements import with_announcements
from tidybrief.corpus.clauses import AFTER, with_clauses
from tidybrief.corpus.deals import with_deals
from tidybrief.corpus.expectations import IS_EXPECTED, with_expectations
from tidybrief.corpus.fuller_keys import with_fuller_keys
from tidybrief.corpus.keys import with_key
from tidybrief.corpus.known_names import with_places
from tidybrief.corpus.levels import without_former_levels
from tidybrief.corpus.moments import with_their_day
from tidybrief.corpus.namesakes import one_id_a_name
from tidybrief.corpus.own_words import named_in_own_words
from tidybrief.corpus.periods import Period
from tidybrief.corpus.points import Statement
from tidybrief.corpus.voices import voice_of, with_voices
from tidybrief.engines.known_rows import KnownRows
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.lexicon import Lexicon

_SURE_ENOUGH: Final = 0.5
_MOST_IN_A_SENTENCE: Final = 8
"""Figures of one point: a sentence with more of them lists things that have numbers."""
_FEW: Final = 10
"""A smaller number before a hyphen only tells which thing is meant: "a three-bedroom flat"."""
_COUNTED: Final = ("count", "duration", "age", "measure")
_SIGN: Final[Mapping[str, str]] = {
    "exact": "",
    "approx": "about ",
    "at_least": "at least ",
    "at_most": "at most ",
}


def measured_figures(
    tables: Mapping[str, pl.DataFrame], lexicon: Lexicon, known: KnownRows | None = None
) -> pl.DataFrame:
    """The figures that are stated as so of a known subject, with the `key` of what they measure.

    Also `published_on`, who stands behind them (`voices`), and whether they are a number of what there is (`moments`),
    an expectation (`expectations`) or announced (`announcements`), which never share a key with a fact; sorted by
    subject, key and place.
    """
    figures = with_clauses(
        tables["figures"].filter(
            pl.col("factuality").is_in(["asserted", "attributed", "forecast"]),
            pl.col("confidence") >= _SURE_ENOUGH,
        ),
        tables["sentences"],
    )
    only_tells_which = (pl.col("kind") == "count") & (pl.col("value") < _FEW) & pl.col(AFTER).str.starts_with("-")
    figures = _with_subjects(figures.filter(~only_tells_which), tables, lexicon)
    of_one_sentence = pl.len().over("doc_id", "sentence_no", "subject_id", "key")
    with_keys = with_deals(with_key(with_places(figures, tables["mentions"]), lexicon, known), tables, lexicon)
    keyed = with_keys.filter(pl.col("key").is_not_null() & (of_one_sentence <= _MOST_IN_A_SENTENCE))
    keyed = with_fuller_keys(without_former_levels(keyed, lexicon), lexicon)
    dated = with_expectations(with_their_day(keyed, tables, lexicon), tables["sentences"], lexicon)
    expected = pl.when(IS_EXPECTED).then(pl.lit("|expected")).otherwise(pl.lit(""))
    told = with_announcements(dated, lexicon).with_columns(pl.concat_str("key", expected).alias("key"))
    return with_voices(told, tables, lexicon).sort("subject_id", "key", "doc_id", "start")


def _with_subjects(figures: pl.DataFrame, tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> pl.DataFrame:
    """The figures of a known subject: that of their own words before any other, each under one id a name."""
    own, moved = named_in_own_words(figures, tables, lexicon), one_id_a_name(tables["entities"])
    names = dict(tables["entities"].select("entity_id", "name").iter_rows())
    meant = {
        figure_id: own.get(figure_id, moved.get(subject_id, subject_id))
        for figure_id, subject_id in figures.select("figure_id", "subject_id").iter_rows()
        if subject_id in moved or figure_id in own
    }
    ids = {figure_id: moved.get(which, which) for figure_id, which in meant.items()}
    told = {figure_id: names[which] for figure_id, which in ids.items()}
    return figures.with_columns(
        pl.col("figure_id").replace_strict(said, default=pl.col(column), return_dtype=pl.String).alias(column)
        for column, said in (("subject_id", ids), ("subject", told))
    ).filter(pl.col("subject_id").is_not_null())


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
    """The value with its hedge, its high end and its unit: "at least 4,000 USD", "14 people", "rank 2"."""
    high = "" if figure["value_high"] is None else f" to {in_digits(figure['value_high'])}"
    amount = f"{_SIGN[figure['qualifier']]}{in_digits(figure['value'])}{high}"
    if figure["kind"] == "rank":
        return f"rank {amount}"
    is_one = figure["value"] == 1 and figure["value_high"] is None
    is_of_many = figure["kind"] in _COUNTED and not is_one
    return f"{amount} {plural(figure['unit']) if is_of_many else figure['unit']}"


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
