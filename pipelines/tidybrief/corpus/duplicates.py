"""Documents that repeat each other's words.

What belongs here: near-duplicate texts, and sentences that two documents share. What two documents tell alike in
other words is found in `retellings`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import polars as pl
from rensa import RMinHash, RMinHashLSH

from tidybrief.corpus.pairs import DERIVATIVE, Pair

_SHINGLE: Final = 5
_PERMUTATIONS: Final = 128
_BANDS: Final = 32
_SEED: Final = 7
_ALIKE: Final = 0.4
_MOST_CANDIDATES: Final = 5
_KEPT: Final = 256
_CONTAINED: Final = 0.9
_MOSTLY_SHARED: Final = 0.75
_FEWEST_WORDS: Final = 8
_FEWEST_SENTENCES: Final = 3
_FEWEST_PARTICULARS: Final = 2
_SHARED_TEXT: Final = 0.2
_MOST_DOCUMENTS: Final = 5
_WORD: Final = r"[\p{L}\p{N}]+"
_PARTICULAR: Final = r"\d|[“”\"]"


def near_duplicates(tables: Mapping[str, pl.DataFrame]) -> Iterator[Pair]:
    """Pairs of documents whose running texts are largely the same, page furniture aside.

    A form filled in anew is no repetition: the names and numbers must be the same too.
    """
    texts = (
        tables["sentences"]
        .filter(pl.col("kind") != "boilerplate")
        .group_by("doc_id", maintain_order=True)
        .agg(pl.col("text").str.join(" ").str.extract_all(_WORD).alias("words"))
        .sort("doc_id")
    )
    doc_ids, words = texts["doc_id"], texts["words"]

    @lru_cache(maxsize=_KEPT)
    def text(number: int) -> _Text:
        return _Text.of(words[number].to_list())

    digests = RMinHash.from_token_sets(
        (text(number).shingles for number in range(texts.height)), num_perm=_PERMUTATIONS, seed=_SEED
    )
    index = RMinHashLSH(threshold=_ALIKE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    for number, digest in enumerate(digests):
        # Against the nearest of many copies is enough: the others are joined to them likewise.
        candidates = sorted(index.query(digest), key=lambda earlier: (-digest.jaccard(digests[earlier]), earlier))
        for earlier in candidates[:_MOST_CANDIDATES]:
            one, other = text(earlier), text(number)
            similarity = _jaccard(one.shingles, other.shingles)
            if similarity >= _ALIKE and _same_particulars(one.particulars, other.particulars):
                yield Pair(doc_ids[earlier], doc_ids[number], "same_text", similarity, DERIVATIVE)
        index.insert(number, digest)


def shared_sentences(tables: Mapping[str, pl.DataFrame]) -> Iterator[Pair]:
    """Pairs of documents that have several long sentences in common, some of them with numbers or quotations.

    Sentences that many documents have are formulas, and do not count.
    """
    sentences = (
        tables["sentences"]
        .filter(~pl.col("kind").is_in(["boilerplate", "question"]))
        .select(
            "doc_id",
            pl.col("text").str.to_lowercase().str.extract_all(_WORD).alias("words"),
            pl.col("text").str.contains(_PARTICULAR).alias("particular"),
        )
        .filter(pl.col("words").list.len() >= _FEWEST_WORDS)
        .select(
            "doc_id",
            "particular",
            pl.col("words").list.len().alias("length"),
            pl.col("words").list.join(" ").alias("said"),
        )
        .unique(["doc_id", "said"])
    )
    lengths = (
        tables["sentences"]
        .filter(pl.col("kind") != "boilerplate")
        .group_by("doc_id")
        .agg(pl.col("text").str.count_matches(_WORD).sum().alias("words"))
    )
    repeated = sentences.filter(pl.col("doc_id").len().over("said").is_between(2, _MOST_DOCUMENTS))
    pairs = (
        repeated.join(repeated.select("doc_id", "said"), on="said", suffix="_other")
        .filter(pl.col("doc_id") < pl.col("doc_id_other"))
        .group_by("doc_id", "doc_id_other")
        .agg(pl.len().alias("shared"), pl.col("particular").sum(), pl.col("length").sum())
        .filter(pl.col("shared") >= _FEWEST_SENTENCES, pl.col("particular") >= _FEWEST_PARTICULARS)
        .join(lengths, on="doc_id")
        .join(lengths, left_on="doc_id_other", right_on="doc_id", suffix="_other")
        .with_columns((pl.col("length") / pl.min_horizontal("words", "words_other")).alias("share"))
        .filter(pl.col("share") >= _SHARED_TEXT)
        .sort("doc_id", "doc_id_other")
    )
    for row in pairs.iter_rows(named=True):
        yield Pair(row["doc_id"], row["doc_id_other"], "same_sentences", min(1.0, row["share"]), DERIVATIVE)


@dataclass(frozen=True, slots=True)
class _Text:
    """Runs of words of a text, and the capitalised words and numbers in it."""

    shingles: frozenset[str]
    particulars: frozenset[str]

    @classmethod
    def of(cls, words: Sequence[str]) -> "_Text":
        lowered = [word.lower() for word in words]
        runs = zip(*(lowered[start:] for start in range(_SHINGLE)), strict=False)
        return cls(
            frozenset(map(" ".join, runs)) or frozenset([" ".join(lowered)]),
            frozenset(word for word in words if word[0].isupper() or word[0].isdigit()),
        )


def _same_particulars(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether nearly all particulars of one text are in the other, or most of them in both."""
    smaller = min(len(one), len(other))
    return len(one & other) >= _CONTAINED * smaller or _jaccard(one, other) >= _MOSTLY_SHARED


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
