"""What a paragraph is about.

What belongs here: which sentences make a paragraph, and the one thing that it is about where it does not name what the
text spoke of before: a text of several items tells of another one in each. What the clause of a figure names is told in
`own_words`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

import polars as pl

from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

Named = Sequence[tuple[str, str, str]]
"""Wording, entity id and type of what a sentence names."""
_TOPICS: Final = ("ORG", "PRODUCT", "PLACE", "EVENT", "WORK")
_LONGEST: Final = 4
"""Sentences from the opening of a paragraph to one that is still about the same."""


def first_sentences(sentences: pl.DataFrame) -> Mapping[tuple[str, int], int]:
    """The number of the first sentence of its paragraph, by the document and number of each sentence."""
    ordered = sentences.select("doc_id", "sentence_no", "start", "end").sort("doc_id", "sentence_no")
    follows = (pl.col("start") - pl.col("end").shift()).eq(1) & (pl.col("doc_id") == pl.col("doc_id").shift())
    opening = pl.when(~follows.fill_null(value=False)).then("sentence_no").forward_fill()
    rows = ordered.with_columns(opening.alias("opening")).select("doc_id", "sentence_no", "opening").iter_rows()
    return {(doc_id, number): first for doc_id, number, first in rows if number - first < _LONGEST}


def opened(told: pl.DataFrame, opening: Mapping[tuple[str, int], int]) -> pl.DataFrame:
    """The sentences from the opening of the paragraph to each of these."""
    rows = [
        (doc_id, number)
        for doc_id, last in told.iter_rows()
        for number in range(opening.get((doc_id, last), last), last)
    ]
    return pl.DataFrame(rows, schema=told.schema, orient="row")


def topic(
    subject_id: str | None, paragraph: Sequence[tuple[str, Named]], before: str, clause: str, lexicon: Lexicon
) -> str | None:
    """The one thing that the sentences of a paragraph name, up to the figure, where they do not name its subject.

    `paragraph` holds the sentences with what they name, `before` the words of the last one up to the figure, and
    `clause` those around it. A paragraph that takes up in its first sentence what was spoken of before is about that.
    """
    if any(which == subject_id for _, named in paragraph for _, which, _ in named):
        return None
    (first, named_first), *_ = paragraph
    opening = before if len(paragraph) == 1 else first
    if _taking_up(lexicon).search(_up_to_a_name(opening, named_first)):
        return None
    last, named_last = paragraph[-1]
    own = _topics(last, named_last, lexicon)
    if _taking_up(lexicon).search(_without_names(last, named_last)):
        own -= {which for _, which, kind in named_last if kind == "PLACE"}
    in_clause = {which for text, which, _ in named_last if which in own and text in clause}
    before_it = set() if own or len(paragraph) == 1 else _topics(first, named_first, lexicon)
    for meant in (own, in_clause, before_it):
        if len(meant) == 1:
            return next(iter(meant))
    return None


def _topics(sentence: str, named: Named, lexicon: Lexicon) -> set[str]:
    """What a sentence may be about, of all that it names."""
    return {which for text, which, kind in named if kind in _TOPICS and _is_topic(sentence, text, lexicon)}


def _is_topic(sentence: str, name: str, lexicon: Lexicon) -> bool:
    before, found, _ = sentence.partition(name)
    return bool(found) and _beside(lexicon).search(before) is None


def _without_names(sentence: str, named: Named) -> str:
    """The words with a sign for each name."""
    for text, _, _ in named:
        sentence = sentence.replace(text, "N")
    return sentence


def _up_to_a_name(sentence: str, named: Named) -> str:
    """The words up to the first thing that is named, and a sign for that."""
    ends = (sentence.find(text) for text, _, kind in named if kind in _TOPICS)
    end = min((end for end in ends if end >= 0), default=len(sentence))
    return f"{sentence[:end]}N"


@lru_cache(maxsize=4)
def _beside(lexicon: Lexicon) -> re.Pattern[str]:
    """Before a name: that it only tells, or is held against what the sentence is about."""
    tellers = one_of(lexicon.cues["comparisons"]["scopes"]["tellers"])
    return re.compile(
        rf"(?:\b(?:from|against|than|by|like|unlike|rival|competitor)\s(?:the\s)?(?:[A-Z][\w.&’'-]*\s)*"
        rf"|\b(?i:{tellers})s?\s(?:of|at|from|in|with)\s(?:the\s)?(?:[A-Z][\w.&’'-]*\s)*)$"
    )


@lru_cache(maxsize=4)
def _taking_up(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands for something that was named before the paragraph."""
    generic = lexicon.cues["comparisons"]["indicators"]["generic"]
    nouns = one_of([noun for kind in generic.values() for noun in kind])
    return re.compile(
        rf"\b(?:[Ii]t|[Ii]ts|[Hh]e|[Ss]he|[Tt]hey|[Tt]heir|[Hh]is|[Hh]er|[Ww]e|[Oo]ur|[Tt]hese|[Tt]hose)\b"
        rf"|\b[Tt]h(?:e|is|at)\s(?:[a-z-]+\s){{0,2}}?(?:{nouns})\b(?!\s(?:of\s)?N\b)"
    )
