"""Acts that are announced.

What belongs here: telling that a figure is of something that somebody says will be done, where saying so is the news: a
company that "will cut 400 jobs", one that "is to buy" another. What is only expected or hoped for is in `expectations`.
"""

import re
from functools import lru_cache
from typing import Final

import polars as pl

from tidybrief.corpus.clauses import CLAUSE
from tidybrief.corpus.deals import is_deal
from tidybrief.corpus.expectations import IS_EXPECTED
from tidybrief.corpus.moments import IS_NEWS
from tidybrief.corpus.words import cue_words
from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

IS_ANNOUNCED: Final = "is_announced"
_OF_TWO: Final = ":"
"""In a key: that it names another party."""


def with_announcements(figures: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The figures, which have a `key` and `is_expected`, with `is_announced`: these are not taken for expectations.

    Their `key` is not that of what is done, but where the period is told for which it holds, for deals, which are the
    same before they are done and after, for what is done with its announcement, and for what is laid down beforehand
    for its period.
    """
    told = figures.select("key", CLAUSE, "subject", "factuality", IS_EXPECTED).iter_rows()
    announced = pl.Series(
        IS_ANNOUNCED,
        [
            _is_announced(key, clause.replace(subject, " "), which, expected, lexicon)
            for key, clause, subject, which, expected in told
        ],
        dtype=pl.Boolean,
    )
    measured = pl.col("key").str.split("|").list.get(2).str.split(" ")
    is_settled = measured.list.set_intersection(sorted(cue_words("settled", lexicon))).list.len() > 0
    is_of_two = pl.col("key").str.contains(_OF_TWO, literal=True)
    is_for_a_time = is_settled & pl.col("time_start").is_not_null()
    is_timeless = pl.col("time_end").is_null() | pl.col(IS_NEWS)
    is_done = measured.list.set_intersection(sorted(cue_words("done_when_announced", lexicon))).list.len() > 0
    is_apart = pl.col(IS_ANNOUNCED) & is_timeless & ~is_of_two & ~is_for_a_time & ~is_done
    return figures.with_columns(announced).with_columns(
        pl.col(IS_EXPECTED) & ~pl.col(IS_ANNOUNCED),
        pl.concat_str("key", pl.when(is_apart).then(pl.lit("|announced")).otherwise(pl.lit(""))).alias("key"),
    )


def _is_announced(key: str, clause: str, factuality: str, is_expected: bool, lexicon: Lexicon) -> bool:
    measured = frozenset(key.split("|")[2].split(" "))
    is_open = is_expected or factuality == "forecast"
    if not (is_open if is_deal(key) else measured & cue_words("announced", lexicon)):
        return False
    announcing, doubting = _cues(lexicon)
    return announcing.search(clause) is not None and doubting.search(announcing.sub(" ", clause)) is None


@lru_cache(maxsize=4)
def _cues(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a clause announces something, and the words with which it does not."""
    cues = lexicon.cues["comparisons"]["indicators"]
    doubting = one_of((*cues["expectations"], *cues["doubting"]))
    return (
        re.compile(rf"\b(?:{one_of(cues['announcing'])})\b|\b(?:is|are)\s(?:now\s)?(?!being\b)[a-z]+ing\b"),
        re.compile(rf"\b(?:{doubting})\b", re.IGNORECASE),
    )
