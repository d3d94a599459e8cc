"""Figures of what somebody expects or aims at.

What belongs here: telling, by the words before a figure in its clause, that it is a forecast or a goal though its
sentence states something. Two forecasts may differ and both be sincere, and no goal contradicts what came of it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Final

import polars as pl

from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

IS_EXPECTED: Final = "is_expected"
_RELATIVE: Final = re.compile(r"\s*(?:(?:in|of|at|for|with)\s)?(?:which|who|whose|where)\s")
_PARTICIPLE: Final = re.compile(r"\s*[a-z]+ed\s(?:by|at|for|in|with|on)\s")
"""Opens a clause behind a name: "Kelso Airport, used by 4 million people, is to grow"."""
_AHEAD: Final = re.compile(
    r"\b(?:will|would|shall|should|can|could|may|might|must"
    r"|(?:is|are|was|were|has|have|had|set|due|about|poised|going) to)\b"
)
"""Words of a clause that tells what will be or could be: "is to sell", "set to lose"."""
_OUTDONE: Final = re.compile(
    r"\b(?:beat|beats|beating|miss|misses|missed|missing|topped|tops|topping|exceeded|surpassed|trailed|met)\s(?:[\w’']+\s){0,3}"
    r"(?:forecasts?|expectations?|targets?|estimates?|predictions?|projections?|guidance)\s(?=with\s|when\s|as\s)"
)
"""What is held against what came about, which is told after it."""
_CLAUSE_END: Final = re.compile(r"[,;:(—–]\s|\s-\s")


def with_expectations(figures: pl.DataFrame, sentences: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The figures with `is_expected`."""
    told = figures.select("figure_id", "doc_id", "sentence_no", "start").join(
        sentences.select("doc_id", "sentence_no", pl.col("start").alias("offset"), pl.col("text").alias("sentence")),
        on=["doc_id", "sentence_no"],
        how="left",
        maintain_order="left",
    )
    before = [
        sentence[: start - offset] for start, offset, sentence in told.select("start", "offset", "sentence").iter_rows()
    ]
    expected, beside = (
        pl.Series([tells(words) for words in before], dtype=pl.Boolean)
        for tells in (partial(is_expected, lexicon=lexicon), _is_told_beside)
    )
    is_ahead = (pl.col("factuality") == "forecast") & ~beside
    return figures.with_columns((expected | is_ahead).alias(IS_EXPECTED))


def is_expected(before: str, lexicon: Lexicon) -> bool:
    """Whether what follows these words of a sentence is told as a forecast or a goal."""
    clause = _OUTDONE.sub(" ", _CLAUSE_END.split(before)[-1])
    is_ahead = _RELATIVE.match(clause) is not None and _AHEAD.search(clause) is not None
    return is_ahead or _expecting(lexicon).search(clause) is not None


def _is_told_beside(before: str) -> bool:
    """Whether these words open a clause that only adds what is so, whatever its sentence says: "Acme, which lost $4
    million in 2023, will close".
    """
    clauses = _CLAUSE_END.split(before)
    is_beside = _RELATIVE.match(clauses[-1]) or (len(clauses) > 1 and _PARTICIPLE.match(clauses[-1]))
    return bool(is_beside) and _AHEAD.search(clauses[-1]) is None


@lru_cache(maxsize=4)
def _expecting(lexicon: Lexicon) -> re.Pattern[str]:
    words: Mapping[str, list[str]] = lexicon.cues["comparisons"]["indicators"]
    return re.compile(rf"\b(?:{one_of(words['expectations'])})\b", re.IGNORECASE)
