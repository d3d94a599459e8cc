"""The clause in which a figure stands.

What belongs here: cutting a sentence around a figure, at marks and conjunctions after which something else is told.
What the words of a clause mean is decided by those who read it.
"""

import re
from functools import lru_cache
from typing import Final

import polars as pl

from tidybrief.extraction.figures.datelines import end_of_dateline

CLAUSE: Final = "clause"
BEFORE: Final = "before"
AFTER: Final = "after"
MAIN: Final = "main"
IS_APPOSED: Final = "is_apposed"
IS_ALONE: Final = "is_alone"
CONTEXT: Final = "context"
_BREAK: Final = re.compile(
    r"[,;:](?=[\s”])(?!\smeasured against\b)|[()—–]|\s(?:(?:and|or)(?!\s(?:(?:wo)?men|development)\b)"
    r"(?!\s(?:missing|injured|wounded|hurt)(?:[.,;]|$|\s(?:in|by|after|when|as|at|on|during)\b))"
    r"|but|while|whereas|although|though)(?=\s)"
)

_FRONTED: Final = re.compile(r"(?:With|At|For|In an?\s(?:[a-z-]+\s)?(?:deal|transaction|takeover|round))\s")
"""Opens a sentence with a phrase that belongs to the clause after it."""


_TAKEN_UP: Final = re.compile(
    r"(?:(?:In \d{4}|(?:Last|This) (?:year|month|week)),?\s)?"
    r"(?:(?:[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir|This|That)\s|[Tt]he\s(?:[a-z-]+\s){1,3}?(?:will|would|is|was|has|had|[a-z]+ed)\s)"
)
"""Opens a sentence that goes on with what the one before tells."""


def with_clauses(figures: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The figures with the `clause` in which each stands, after the words that open its sentence, what it says `before`
    and `after` the figure, and whether the figure `is_alone` there; in `main` the clause that a phrase with the figure
    opens ("With 40 percent of the vote, Anna Holt won"), empty where there is none; whether it `is_apposed` to what the
    clause before tells ("a tenth of its staff, or 40 people"); in `context` the sentence before, in the same
    paragraph, where the figure's own takes that up ("It", "The company has").
    """
    before = sentences.select("doc_id", pl.col("sentence_no") + 1, pl.col("end").alias("ended"), earlier="text")
    told = figures.select("doc_id", "sentence_no", "start", "end").join(
        sentences.select("doc_id", "sentence_no", pl.col("start").alias("offset"), sentence="text").join(
            before, on=["doc_id", "sentence_no"], how="left"
        ),
        on=["doc_id", "sentence_no"],
        how="left",
        maintain_order="left",
    )
    cut = [
        (doc_id, number, *_clause(sentence, start - offset, end - offset))
        for doc_id, number, start, end, offset, sentence, *_ in told.iter_rows()
    ]
    context = [
        earlier if earlier and offset - ended == 1 and _TAKEN_UP.match(sentence) else ""
        for offset, sentence, ended, earlier in told.select("offset", "sentence", "ended", "earlier").iter_rows()
    ]
    words = dict.fromkeys((BEFORE, AFTER, CLAUSE, MAIN), pl.String)
    columns = {"doc_id": pl.String, "sentence_no": pl.Int64, "low": pl.Int64, **words, IS_APPOSED: pl.Boolean}
    places = pl.DataFrame(cut, schema=columns, orient="row")
    is_alone = places.select(~pl.struct("doc_id", "sentence_no", "low").is_duplicated()).to_series()
    return figures.with_columns(
        *(places[name] for name in (*words, IS_APPOSED)),
        is_alone.alias(IS_ALONE),
        pl.Series(CONTEXT, context, dtype=pl.String),
    )


def _clause(sentence: str, start: int, end: int) -> tuple[int, str, str, str, str, bool]:
    """Where the clause around a span begins, its words before and after the span, all, after those that open the
    sentence, and those of the clause that it opens itself, and whether "or" is right before it. Of a dateline, nothing.
    """
    behind = end_of_dateline(sentence)
    if 0 < behind <= start:
        low, before, after, own, main, is_apposed = _clause(sentence[behind:], start - behind, end - behind)
        return low + behind, before, after, own, main, is_apposed
    breaks = _breaks(sentence)
    low = max((last for first, last in breaks if last <= start), default=0)
    high = min((first for first, _ in breaks if first >= end), default=len(sentence))
    opening = sentence[: breaks[0][0]] if low else ""
    ends = [first for first, _ in breaks if first > high]
    main = "" if low or not _FRONTED.match(sentence) else sentence[high : min(ends, default=len(sentence))]
    own = f"{opening} {sentence[low:high]}".strip()
    return low, sentence[low:start], sentence[end:high], own, main, sentence[:low].endswith(", or")


@lru_cache(maxsize=16)
def _breaks(sentence: str) -> list[tuple[int, int]]:
    """Where clauses of the sentence end and the next ones begin; asked for each of its figures, one after the other."""
    return [found.span() for found in _BREAK.finditer(sentence)]
