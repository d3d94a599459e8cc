"""The table of documents that may share an origin.

What belongs here: the rows for pairs that were found, with the passages by which a reader can check the judgement.
How pairs are found is said in `duplicates` and `retellings`.
"""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, Final

import polars as pl

from tidybrief import dictionary
from tidybrief.corpus.pairs import Pair
from tidybrief.corpus.points import listed

_SHOWN: Final = 5
_LONGEST_VALUE: Final = 80
_WORD: Final = re.compile(r"\w+")
_NOTES: Final[Mapping[str, str]] = {
    "same_text": "The running texts are largely the same ({share:.0%} of their runs of words).",
    "same_sentences": "Several long sentences are the same ({share:.0%} of the shorter text).",
    "same_points": "Both mention what two writers hardly come upon alone: {points}.",
}
_MAY_SHARE_ORIGIN: Final = "They may share an origin."

_Passage = dict[str, Any]


def document_pairs(pairs: Sequence[Pair], tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """One row per pair and reason, of schema `DocumentPairs`, in the contract's order.

    `tables` holds the `sentences` of the documents.
    """
    wanted = {doc_id for pair in pairs for doc_id in (pair.one, pair.other)}
    told = tables["sentences"].filter(pl.col("doc_id").is_in(sorted(wanted)), pl.col("kind") != "boilerplate")
    by_document = told.select("doc_id", "start", "end", "text").partition_by("doc_id", as_dict=True)

    @cache
    def sentences(doc_id: str) -> list[_Passage]:
        return by_document[(doc_id,)].to_dicts()

    rows = [
        _row(pair, sentences(pair.one), sentences(pair.other))
        for pair in sorted(pairs, key=attrgetter("one", "other", "kind"))
    ]
    frame = pl.DataFrame(rows, schema=dictionary.polars_schema("document_pairs"))
    return frame.sort(dictionary.sort_order("document_pairs"))


def _row(pair: Pair, one: Sequence[_Passage], other: Sequence[_Passage]) -> dict[str, object]:
    shared = list(_around(pair, one, other) if pair.points else _repeated(one, other))
    evidence = [passage for both in shared[:_SHOWN] for passage in both]
    note = _NOTES[pair.kind].format(share=pair.similarity, points=_named(pair))
    said = "\0".join((pair.one, pair.other, pair.kind))
    return {
        "pair_id": f"pair-{hashlib.sha256(said.encode()).hexdigest()[:16]}",
        "doc_id": pair.one,
        "other_doc_id": pair.other,
        "kind": pair.kind,
        "strength": pair.strength,
        "similarity": pair.similarity,
        "evidence": sorted(evidence, key=lambda passage: (passage["doc_id"], passage["start"])),
        "note": f"{note} {_MAY_SHARE_ORIGIN}",
    }


def _named(pair: Pair) -> str:
    """Some of the shared points, in words."""
    distinct = list(dict.fromkeys(point.said for point in pair.points))
    named = listed([f"“{said[:_LONGEST_VALUE]}”" for said in distinct[:_SHOWN]]) if distinct else ""
    return f"{named} and {len(distinct) - _SHOWN} more" if len(distinct) > _SHOWN else named


def _around(pair: Pair, one: Sequence[_Passage], other: Sequence[_Passage]) -> Iterator[tuple[_Passage, _Passage]]:
    """The sentences in which each shared point stands; each sentence once."""
    seen: set[int] = set()
    for point in pair.points:
        passage, counterpart = _sentence_at(one, point.start), _sentence_at(other, point.start_other)
        if passage is not None and counterpart is not None and passage["start"] not in seen:
            seen.add(passage["start"])
            value = point.said[:_LONGEST_VALUE]
            yield {**passage, "value": value}, {**counterpart, "value": value}


def _sentence_at(sentences: Sequence[_Passage], start: int) -> _Passage | None:
    number = bisect_right(sentences, start, key=lambda sentence: sentence["start"]) - 1
    return sentences[number] if number >= 0 and start < sentences[number]["end"] else None


def _repeated(one: Sequence[_Passage], other: Sequence[_Passage]) -> Iterator[tuple[_Passage, _Passage]]:
    """The sentences that both have, the longest first; where there are none, what each begins with."""
    counterparts = {_words(passage): passage for passage in reversed(other)}
    repeated = {_words(passage): passage for passage in reversed(one) if _words(passage) in counterparts}
    if not repeated:
        yield {**one[0], "value": "beginning"}, {**other[0], "value": "beginning"}
    for said in sorted(repeated, key=lambda words: (-len(words), words)):
        yield {**repeated[said], "value": "same sentence"}, {**counterparts[said], "value": "same sentence"}


def _words(passage: _Passage) -> tuple[str, ...]:
    return tuple(_WORD.findall(passage["text"].lower()))
