"""What each document is recognised by where another one repeats it.

What belongs here: digests of a document's running text and of its sentences, which follow from that document alone and
are kept with its rows. Which documents repeat each other is decided in `corpus`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from rensa import RMinHash

SCHEMA: Final = {
    "doc_id": pl.String(),
    "minhash": pl.Binary(),
    "words": pl.UInt32(),
    "sentences": pl.List(
        pl.Struct({"said": pl.UInt64(), "length": pl.UInt32(), "particular": pl.Boolean()}),
    ),
}
"""One row a document: `minhash` is `PERMUTATIONS` numbers of four bytes, `words` counts those of the running text, and
`sentences` has a digest for each different one that is long enough to be recognised by."""
PERMUTATIONS: Final = 128
_SHINGLE: Final = 5
_SEED: Final = 7
_FEWEST_WORDS: Final = 8
_WORD: Final = r"[\p{L}\p{N}]+"
_PARTICULAR: Final = r"\d|[“”\"]"


@dataclass(frozen=True, slots=True)
class Wording:
    """Runs of words of a text, and the capitalised words and numbers in it."""

    shingles: frozenset[str]
    particulars: frozenset[str]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Wording":
        """The wording of a text that consists of these words."""
        return cls(_shingles(words), frozenset(word for word in words if word[0].isupper() or word[0].isdigit()))


def signatures(sentences: pl.DataFrame) -> pl.DataFrame:
    """The signature of each document that has running text, of `SCHEMA`, sorted by document.

    `sentences` holds all sentences of these documents.
    """
    texts = words_of(sentences)
    hashes = RMinHash.from_token_sets(map(_shingles, texts["words"].to_list()), num_perm=PERMUTATIONS, seed=_SEED)
    return (
        texts.select("doc_id", words=pl.col("words").list.len())
        .with_columns(
            minhash=pl.Series([np.array(each.digest(), np.uint32).tobytes() for each in hashes], dtype=pl.Binary)
        )
        .join(_long_sentences(sentences), on="doc_id", how="left", maintain_order="left")
        .select(pl.col(name).cast(dtype) for name, dtype in SCHEMA.items())
    )


def words_of(sentences: pl.DataFrame) -> pl.DataFrame:
    """The `words` of the running text of each document, in their order; page furniture aside. Sorted by document."""
    return (
        sentences.filter(pl.col("kind") != "boilerplate")
        .group_by("doc_id", maintain_order=True)
        .agg(pl.col("text").str.join(" ").str.extract_all(_WORD).alias("words"))
        .sort("doc_id")
    )


def _shingles(words: Sequence[str]) -> frozenset[str]:
    lowered = [word.lower() for word in words]
    runs = zip(*(lowered[start:] for start in range(_SHINGLE)), strict=False)
    return frozenset(map(" ".join, runs)) or frozenset([" ".join(lowered)])


def _long_sentences(sentences: pl.DataFrame) -> pl.DataFrame:
    words = pl.col("text").str.to_lowercase().str.extract_all(_WORD)
    return (
        sentences.filter(~pl.col("kind").is_in(["boilerplate", "question"]))
        .select("doc_id", particular=pl.col("text").str.contains(_PARTICULAR), words=words)
        .filter(pl.col("words").list.len() >= _FEWEST_WORDS)
        .select("doc_id", "particular", length=pl.col("words").list.len(), said=pl.col("words").list.join(" ").hash())
        .unique(["doc_id", "said"], keep="first", maintain_order=True)
        .group_by("doc_id", maintain_order=True)
        .agg(sentences=pl.struct("said", "length", "particular"))
    )
