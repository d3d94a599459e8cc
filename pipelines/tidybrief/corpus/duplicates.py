"""Documents that repeat each other's words.

What belongs here: near-duplicate texts, and sentences that two documents share. What two documents tell alike in
other words is found in `retellings`.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tidybrief.corpus.pairs import DERIVATIVE, Pair
from tidybrief.engines.signatures import PERMUTATIONS, Wording, words_of

_BANDS: Final = 32
_ALIKE: Final = 0.4
_MOST_CANDIDATES: Final = 5
_NEIGHBOURS: Final = 16
"""Earlier documents that a band of a signature may point to: of many copies, the nearest are enough."""
_AT_ONCE: Final = 1 << 16
_KEPT: Final = 256
_CONTAINED: Final = 0.9
_MOSTLY_SHARED: Final = 0.75
_FEWEST_SENTENCES: Final = 3
_FEWEST_PARTICULARS: Final = 2
_SHARED_TEXT: Final = 0.2
_MOST_DOCUMENTS: Final = 5

_Numbers = npt.NDArray[np.int64]
_Hashes = npt.NDArray[np.uint64]


def near_duplicates(sentences: pl.DataFrame, signatures: pl.DataFrame) -> Iterator[Pair]:
    """Pairs of documents whose running texts are largely the same, page furniture aside.

    A form filled in anew is no repetition: the names and numbers must be the same too.
    """
    signatures = signatures.sort("doc_id")
    doc_ids = signatures["doc_id"]
    hashes = np.frombuffer(b"".join(signatures["minhash"]), np.uint32).reshape(-1, PERMUTATIONS)
    later, earlier = _candidates(hashes)
    wanted = doc_ids.gather(np.union1d(later, earlier))
    words = words_of(sentences.filter(pl.col("doc_id").is_in(wanted.implode())))
    places = dict(zip(words["doc_id"], range(words.height), strict=True))

    @lru_cache(maxsize=_KEPT)
    def text(number: int) -> Wording:
        return Wording.of(words["words"][places[doc_ids[number]]].to_list())

    for number, before in zip(later.tolist(), earlier.tolist(), strict=True):
        one, other = text(before), text(number)
        similarity = _jaccard(one.shingles, other.shingles)
        if similarity >= _ALIKE and _same_particulars(one.particulars, other.particulars):
            yield Pair(doc_ids[before], doc_ids[number], "same_text", similarity, DERIVATIVE)


def shared_sentences(signatures: pl.DataFrame) -> Iterator[Pair]:
    """Pairs of documents that have several long sentences in common, some of them with numbers or quotations.

    Sentences that many documents have are formulas, and do not count.
    """
    lengths = signatures.select("doc_id", "words")
    sentences = signatures.select("doc_id", "sentences").explode("sentences").unnest("sentences")
    repeated = sentences.drop_nulls("said").filter(pl.len().over("said").is_between(2, _MOST_DOCUMENTS))
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


def _candidates(hashes: npt.NDArray[np.uint32]) -> tuple[_Numbers, _Numbers]:
    """The later and the earlier of documents that may be alike, by their places: for each the few nearest before it.

    Those are candidates whose signatures have a band in common. Sorted by the later, the most similar first.
    """
    number = len(hashes)
    bands = np.ascontiguousarray(hashes).view(np.uint64).reshape(number, _BANDS, PERMUTATIONS // _BANDS // 2)
    keys = np.bitwise_xor.reduce(bands * np.array([1, 0x9E3779B97F4A7C15], np.uint64), axis=2)
    met = np.unique(np.concatenate([_met(keys[:, band], number) for band in range(_BANDS)]))
    later, earlier = np.divmod(met, max(1, number))
    parts = [slice(start, start + _AT_ONCE) for start in range(0, len(met), _AT_ONCE)]
    shared = np.concatenate(
        [np.zeros(0, np.int64), *((hashes[later[part]] == hashes[earlier[part]]).sum(axis=1) for part in parts)]
    )
    order = np.lexsort((earlier, -shared, later))
    later, earlier = later[order], earlier[order]
    rank = np.arange(len(later)) - np.searchsorted(later, later)
    return later[rank < _MOST_CANDIDATES], earlier[rank < _MOST_CANDIDATES]


def _met(keys: _Hashes, number: int) -> _Numbers:
    """Pairs of documents with the same key, each pair as one number: the later times `number` and the earlier."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    found = [np.zeros(0, np.int64)]
    for distance in range(1, min(_NEIGHBOURS, number - 1) + 1):
        same = ordered[distance:] == ordered[:-distance]
        if not same.any():
            break
        found.append(order[distance:][same] * number + order[:-distance][same])
    return np.concatenate(found)


def _same_particulars(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether nearly all particulars of one text are in the other, or most of them in both."""
    smaller = min(len(one), len(other))
    return len(one & other) >= _CONTAINED * smaller or _jaccard(one, other) >= _MOSTLY_SHARED


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
