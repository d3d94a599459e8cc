"""What one indicator says and another leaves to its clause.

What belongs here: finding out that two figures measure the same though the indicator of one has more words, because the
clause of the other has them, too: "deaths in the fire", and "the fire killed 14 people".
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import polars as pl

from tidybrief.corpus.adjuncts import without_description
from tidybrief.corpus.clauses import CLAUSE, CONTEXT, IS_ALONE, MAIN
from tidybrief.corpus.grouping import rows_by
from tidybrief.corpus.words import content_words, cue_words, words_of
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.lexicon import Lexicon

_MOST_KEYS: Final = 60
"""Of one subject, kind and unit: where there are more, they are about very many things."""

_SHARES: Final = frozenset({"market-share", "vote-share"})
"""Of what, the clause tells that a phrase with them opens: "With a share of a tenth, it led the piano market"."""

_Row = Mapping[str, Any]


def with_fuller_keys(figures: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The figures, each with the fullest `key` of another document about its subject of which its clause says all that
    its own key does not. A level stays one though it "rose": no word for a change is added.
    """
    subjects = figures.filter(
        pl.col("key").n_unique().over("subject_id").is_between(2, _MOST_KEYS),
        pl.col("doc_id").n_unique().over("subject_id") > 1,
    )
    fuller: dict[str, str] = {}
    for rows in rows_by(subjects, "subject_id").values():
        fuller |= _fuller(rows, lexicon)
    if not fuller:
        return figures
    return figures.with_columns(pl.col("figure_id").replace_strict(fuller, default=pl.col("key")).alias("key"))


def _fuller(rows: Sequence[_Row], lexicon: Lexicon) -> dict[str, str]:
    """The fuller keys, by the ids of the figures that get them."""
    documents: dict[str, set[str]] = defaultdict(set)
    described: dict[str, frozenset[str]] = defaultdict(frozenset)
    for row in rows:
        documents[row["key"]].add(row["doc_id"])
        described[row["key"]] |= _describing(row, lexicon)
    parts = {key: _parts(key) for key in documents}
    changes = _words_for_changes(lexicon)
    found: dict[str, str] = {}
    for row in rows:
        measured, words = parts[row["key"]]
        wider = [
            (len(others), key)
            for key, (other, others) in parts.items()
            if other == measured
            and words < others
            and changes.isdisjoint(others - words)
            and documents[key] != {row["doc_id"]}
        ]
        if wider and row[IS_ALONE]:
            whole = row[MAIN] if not _SHARES.isdisjoint(words) else ""
            said = content_words(f"{row[CONTEXT]} {row[CLAUSE]} {whole}", lexicon)
            only_described = _describing(row, lexicon)
            told = [
                (size, key)
                for size, key in wider
                if (more := parts[key][1] - words) <= said and more & only_described <= described[key]
            ]
            if told:
                found[row["figure_id"]] = max(told)[1]
    return found


def _describing(row: _Row, lexicon: Lexicon) -> frozenset[str]:
    """The words of a clause that only tell what its subject is: "pasta" in "the pasta maker Aldous had revenue of"."""
    clause, plain = row[CLAUSE], without_description(row[CLAUSE], row["subject"])
    return frozenset() if plain == clause else content_words(clause, lexicon) - content_words(plain, lexicon)


@lru_cache(maxsize=4)
def _words_for_changes(lexicon: Lexicon) -> frozenset[str]:
    """By which an indicator tells how far something changed, as against how much of it there is."""
    return cue_words("rates_of_change", lexicon) | words_of(grammar_words(lexicon).nouns_of_changes.values(), lexicon)


def _parts(key: str) -> tuple[str, frozenset[str]]:
    """Kind and unit of a key, and its words."""
    kind, unit, words = key.split("|", 2)
    return f"{kind}|{unit}", frozenset(words.split(" "))
