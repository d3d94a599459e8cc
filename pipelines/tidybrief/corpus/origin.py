"""Which documents may share an origin.

What belongs here: what follows from pairs of documents for `documents.derived_from` and `documents.source_group`. How
the pairs are found is said in `duplicates` and `retellings`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from tidybrief.corpus.duplicates import near_duplicates, shared_sentences
from tidybrief.corpus.pairs import DERIVATIVE, Pair
from tidybrief.corpus.retellings import retellings
from tidybrief.lexicon import Lexicon


def find_pairs(tables: Mapping[str, pl.DataFrame], signatures: pl.DataFrame, lexicon: Lexicon) -> list[Pair]:
    """All pairs of documents that may share an origin, one reason each; expects corpus-wide entities."""
    repeated = (*near_duplicates(tables["sentences"], signatures), *shared_sentences(signatures))
    return [*repeated, *retellings(tables, lexicon)]


def with_origin(documents: pl.DataFrame, pairs: Sequence[Pair]) -> pl.DataFrame:
    """`documents` with `derived_from` and `source_group` set by the pairs.

    Of two documents of which one repeats the other, the earlier is the origin; where the days do not tell, the longer.
    """
    if not pairs:
        return documents
    groups = _groups(documents["doc_id"], pairs)
    origins = _origins(documents, pairs)
    doc_id = pl.col("doc_id")
    return documents.with_columns(
        doc_id.replace_strict(origins, default=None, return_dtype=pl.String).alias("derived_from"),
        doc_id.replace_strict(groups, return_dtype=pl.String).alias("source_group"),
    )


def _groups(doc_ids: Iterable[str], pairs: Sequence[Pair]) -> dict[str, str]:
    """The first document of each connected group, by document."""
    parents = {doc_id: doc_id for doc_id in doc_ids}

    def first(doc_id: str) -> str:
        while parents[doc_id] != doc_id:
            parents[doc_id] = parents[parents[doc_id]]
            doc_id = parents[doc_id]
        return doc_id

    for pair in pairs:
        low, high = sorted((first(pair.one), first(pair.other)))
        parents[high] = low
    return {doc_id: first(doc_id) for doc_id in parents}


def _origins(documents: pl.DataFrame, pairs: Sequence[Pair]) -> dict[str, str]:
    """For each document that repeats others, the one that it is most like."""
    known = {row["doc_id"]: row for row in documents.select("doc_id", "published_on", "char_count").to_dicts()}
    best: dict[str, tuple[float, str]] = {}
    for pair in pairs:
        if pair.strength != DERIVATIVE:
            continue
        origin, copy = sorted((pair.one, pair.other), key=lambda doc_id: _precedence(known[doc_id], pair, known))
        best[copy] = max(best.get(copy, (0.0, "")), (pair.similarity, origin))
    return {copy: origin for copy, (_, origin) in sorted(best.items())}


def _precedence(
    document: Mapping[str, Any], pair: Pair, known: Mapping[str, Mapping[str, Any]]
) -> tuple[date, int, str]:
    days = [known[doc_id]["published_on"] for doc_id in (pair.one, pair.other)]
    day = document["published_on"] if None not in days else date.min
    return day, -document["char_count"], document["doc_id"]
