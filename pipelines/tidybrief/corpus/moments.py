"""When a number holds.

What belongs here: numbers of what there is at any moment (employees, members, debt), as against what comes about over a
period (revenue), and their day, where the text gives it as the end of a period; and changes whose period is the one
they are reckoned from. Other periods are as extraction found them.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from tidybrief.corpus.clauses import AFTER, BEFORE, CLAUSE, CONTEXT, MAIN
from tidybrief.corpus.keys import HAD
from tidybrief.corpus.words import cue_words
from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

IS_STOCK: Final = "is_stock"
IS_SINCE: Final = "is_since"
IS_NEWS: Final = "is_news"
_CHANGES: Final = ("percent", "multiple")
_AMOUNTS: Final = ("money", "count", "measure")
_SAME_NEWS: Final = 7
"""Days."""


def with_their_day(figures: pl.DataFrame, tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> pl.DataFrame:
    """The figures, which have a `key`, with `is_stock`, `is_since` and `is_news`.

    A stock holds on the last day of the period that it is told for the end of: "by the end of 2023" and "at the end of
    2023" are one day, and so are what the sentence compares with it ("up from 410 a year earlier"), and the period that
    somebody enters with it ("went into 2024 with"). The period of what
    `is_since` is not that of the change, but the one before it ("up 4 percent from 2019").
    """
    cues = lexicon.cues["comparisons"]
    figures = _in_the_year_from_which_it_holds(_in_the_year_of_the_indicator(figures), lexicon)
    figures = _on_the_day_before_told(figures, tables)
    figures = _with_the_day_of_the_news(figures, tables["documents"], lexicon)
    words = pl.col("key").str.split("|").list.get(2).str.split(" ")
    dates = _dates_beside(figures, tables)
    at_the_end = pl.col("at_the_end").fill_null(value=False).any().over("doc_id", "sentence_no", "key")
    on_one_day = pl.col(IS_STOCK) & at_the_end & pl.col("time_end").is_not_null()
    entered_with = pl.col(IS_STOCK) & pl.col("entered").fill_null(value=False)
    eve = pl.col("time_start").dt.offset_by("-1d")
    return (
        figures.with_columns(
            words.list.set_intersection([*sorted(cue_words("stocks", lexicon)), HAD]).list.len().gt(0).alias(IS_STOCK)
        )
        .pipe(_marked, dates.filter(_is_of_the_end(cues["periods"])), "at_the_end")
        .pipe(_marked, dates.filter(_is_where_it_started(cues["periods"])), "from_then")
        .pipe(_marked, dates.filter(_is_entered(cues["periods"])), "entered")
        .with_columns(
            pl.when(on_one_day)
            .then("time_end")
            .when(entered_with)
            .then(eve)
            .otherwise("time_start")
            .alias("time_start"),
            pl.when(entered_with).then(eve).otherwise("time_end").alias("time_end"),
            (pl.col("kind").is_in(_CHANGES) & pl.col("from_then").fill_null(value=False)).alias(IS_SINCE),
        )
        .drop("at_the_end", "from_then", "entered")
    )


def _in_the_year_of_the_indicator(figures: pl.DataFrame) -> pl.DataFrame:
    """The figures in the one year that their indicator tells, where they have no period ("budget of the town for
    2024"), or their clause at either end, or of the accounts that tell it, and in that before what is measured
    ("reported 2023 revenue of").
    """
    told_after = pl.col("indicator").str.extract(r"\b(?:for|in|of) ((?:19|20)\d\d)$")
    told_in_accounts = pl.col(CLAUSE).str.extract(
        r"\b((?:19|20)\d\d) (?:accounts|results|financial statements|books)\b"
    )
    told_at_the_end = pl.col(AFTER).str.extract(r"\s(?:in|for|during) ((?:19|20)\d\d)\.?$")
    told_first = pl.col(CLAUSE).str.extract(r"^(?:In|For|During) ((?:19|20)\d\d)\s\s")
    told_before = pl.col(BEFORE).str.extract(r"\b((?:19|20)\d\d) (?:[a-z-]+ ){1,3}(?:of|was|were) $")
    timeless = pl.col("time_start").is_null() & pl.col("time_end").is_null()
    told_otherwise = pl.coalesce(told_after, told_at_the_end, told_first, told_in_accounts)
    year = told_before.fill_null(pl.when(timeless).then(told_otherwise)).cast(pl.Int32)
    is_known = (pl.col("time_end").dt.year() == year).fill_null(value=False)
    told = pl.when(year.is_not_null() & ~is_known)
    return figures.with_columns(
        told.then(pl.date(year, 1, 1)).otherwise("time_start").alias("time_start"),
        told.then(pl.date(year, 12, 31)).otherwise("time_end").alias("time_end"),
    )


def _in_the_year_from_which_it_holds(figures: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """What is laid down beforehand, in the year from which it holds: "$12 an hour from 2026" and "in 2026" are one."""
    measured = pl.col("key").str.split("|").list.get(2).str.split(" ")
    is_settled = measured.list.set_intersection(sorted(cue_words("settled", lexicon))).list.len() > 0
    told_for = pl.concat_str(CLAUSE, MAIN).str.extract(r"\b(?:[Ff]rom|[Ss]tarting in|[Aa]s of) ((?:19|20)\d\d)\b")
    year = told_for.cast(pl.Int32)
    is_closed = pl.col("time_start").dt.year().eq(year) & pl.col("time_end").is_not_null()
    told = pl.when(is_settled & year.is_not_null() & ~is_closed.fill_null(value=False))
    return figures.with_columns(
        told.then(pl.date(year, 1, 1)).otherwise("time_start").alias("time_start"),
        told.then(pl.date(year, 12, 31)).otherwise("time_end").alias("time_end"),
    )


def _on_the_day_before_told(figures: pl.DataFrame, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The figures without a period on the one recent day of the sentence with which theirs goes on."""
    dates = (
        tables["dates"]
        .filter(pl.col("date_start") == pl.col("date_end"), pl.len().over("doc_id", "sentence_no") == 1)
        .join(tables["documents"].select("doc_id", "published_on"), on="doc_id")
        .filter((pl.col("published_on") - pl.col("date_end")).dt.total_days().is_between(0, _SAME_NEWS))
        .select("doc_id", pl.col("sentence_no") + 1, day_before_told="date_end")
        .unique(["doc_id", "sentence_no"])
    )
    timeless = pl.col("time_start").is_null() & pl.col("time_end").is_null() & (pl.col(CONTEXT) != "")
    day = pl.when(timeless).then("day_before_told")
    return (
        figures.join(dates, on=["doc_id", "sentence_no"], how="left", maintain_order="left")
        .with_columns(
            pl.col("time_start").fill_null(day).alias("time_start"), pl.col("time_end").fill_null(day).alias("time_end")
        )
        .drop("day_before_told")
    )


def _with_the_day_of_the_news(figures: pl.DataFrame, documents: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The figures with `is_news`: whether they are of something that news tell of when it is known, with that day or
    without: the size of a round that "closed on Thursday", the length of a line that opened.
    """
    day = pl.col("time_end")
    dated = figures.select("doc_id").join(
        documents.select("doc_id", "published_on"), on="doc_id", how="left", maintain_order="left"
    )
    published = dated["published_on"]
    measured = pl.col("key").str.split("|").list.get(2).str.split(" ")
    is_news = measured.list.set_intersection(sorted(cue_words("told_as_news", lexicon))).list.len() > 0
    of_the_day = (pl.col("time_start") == day) & (published - day).dt.total_days().is_between(0, _SAME_NEWS)
    timeless = pl.col("time_start").is_null() & pl.col("time_end").is_null()
    told = is_news & pl.col("kind").is_in(_AMOUNTS) & (timeless | of_the_day.fill_null(value=False))
    return figures.with_columns(told.fill_null(value=False).alias(IS_NEWS))


def _dates_beside(figures: pl.DataFrame, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The dates in the sentences of the figures, with the words before and after them there."""
    sentences = tables["sentences"].select("doc_id", "sentence_no", offset="start", sentence="text")
    return (
        tables["dates"]
        .filter(pl.col("date_end").is_not_null())
        .join(figures.select("doc_id", "sentence_no").unique(), on=["doc_id", "sentence_no"], how="semi")
        .join(sentences, on=["doc_id", "sentence_no"])
        .with_columns(
            pl.col("sentence").str.slice(0, pl.col("start") - pl.col("offset")).alias("before"),
            pl.col("sentence").str.slice(pl.col("end") - pl.col("offset")).alias("after"),
        )
    )


def _marked(figures: pl.DataFrame, dates: pl.DataFrame, mark: str) -> pl.DataFrame:
    """The figures with a mark where one of the dates of their sentence has the end of their period."""
    place = ["doc_id", "sentence_no", "time_end"]
    marked = (
        dates.select("doc_id", "sentence_no", time_end="date_end").unique().with_columns(pl.lit(value=True).alias(mark))
    )
    return figures.join(marked, on=place, how="left", maintain_order="left")


def _is_of_the_end(cues: Mapping[str, Sequence[str]]) -> pl.Expr:
    """Whether a date is that of the end of a period, by its own words or by the verb right before or after it."""
    own = pl.col("text").str.contains(rf"(?i)^(?:the )?(?:{one_of(cues['ends'])})\b")
    ending = one_of(cues["ending"])
    verb = pl.col("before").str.contains(rf"(?i)\b(?:{ending})\s+(?:out\s+|off\s+)?(?:the\s+)?(?:year\s+)?$")
    was_over = pl.col("before").str.contains(rf"(?i)\b(?:{one_of(cues['then'])})\s+(?:the\s+year\s+)?$") & pl.col(
        "after"
    ).str.contains(rf"^\s+(?:{one_of((*cues['ending'], *cues['over']))})\b")
    return own | verb | was_over


def _is_entered(cues: Mapping[str, Sequence[str]]) -> pl.Expr:
    """Whether a date is that of a period which somebody goes into with what there is: "entered 2024 with"."""
    entering = one_of(cues["entering"])
    return pl.col("before").str.contains(rf"(?i)\b(?:{entering})\s+(?:the\s+year\s+)?$") & pl.col("after").str.contains(
        r"^\s+with\s"
    )


def _is_where_it_started(cues: Mapping[str, Sequence[str]]) -> pl.Expr:
    """Whether a date is that of the value with which another is compared."""
    return pl.col("before").str.contains(rf"(?i)\b(?:{one_of(cues['compared'])})\s+(?:\w+\s+)?$")
