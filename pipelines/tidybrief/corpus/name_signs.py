"""Sentences in which every name is one sign, so that a pattern can tell what is said between names.

What belongs here: writing them, and finding back which name a sign is for. What patterns look for stands in the modules
of the points.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import polars as pl

_FIRST_NAME: Final = 0xE000
"""Each name in a sentence is replaced by one character of those for private use, from this one on."""
NAME: Final = "[\ue000-\uf8ff]"

Named = Sequence[tuple[int, int, str]]
"""Names in a sentence: start and end in the text, and the entity."""


def named_in_sentences(mentions: pl.DataFrame, rows: pl.DataFrame) -> Mapping[tuple[str, int], Named]:
    """The names in the sentences of the rows, in order, by `doc_id` and `sentence_no`."""
    place = ["doc_id", "sentence_no"]
    beside = mentions.filter(pl.col("form") == "name").join(rows.select(place).unique(), on=place, how="semi")
    named: dict[tuple[str, int], list[tuple[int, int, str]]] = defaultdict(list)
    for doc_id, number, start, end, which in (
        beside.select(*place, "start", "end", "entity_id").sort("start").iter_rows()
    ):
        named[doc_id, number].append((start, end, which))
    return named


def with_signs(sentence: str, offset: int, named: Named, others: Iterable[tuple[int, int, str]] = ()) -> str:
    """The sentence, which starts at `offset`, with one sign for each name, and those given for other places."""
    signs = ((start, end, chr(_FIRST_NAME + number)) for number, (start, end, _) in enumerate(named))
    for start, end, sign in sorted((*signs, *others), reverse=True):
        sentence = f"{sentence[: start - offset]}{sign}{sentence[end - offset :]}"
    return sentence


def meant_by(sign: str, named: Named) -> str:
    """The entity that a sign is for."""
    return named[ord(sign) - _FIRST_NAME][2]
