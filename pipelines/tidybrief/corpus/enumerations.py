"""Sentences that give one figure for each of several subjects in turn.

What belongs here: telling an enumeration ("40 from Orno, 15 from Salto") from a sentence that happens to name the
subjects of its figures somewhere.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import polars as pl

Places = Mapping[tuple[str, int, str], Sequence[int]]


def named_at(mentions: pl.DataFrame, figures: pl.DataFrame) -> Places:
    """Where the subjects of these figures are named: the starts, by document, sentence and entity."""
    of_interest = figures.select("doc_id", "sentence_no", entity_id="subject_id").unique()
    starts: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    told = mentions.join(of_interest, on=["doc_id", "sentence_no", "entity_id"], how="semi")
    for doc_id, number, entity_id, start in told.select("doc_id", "sentence_no", "entity_id", "start").iter_rows():
        starts[doc_id, number, entity_id].append(start)
    return starts


def are_in_turn(figures: Sequence[Mapping[str, Any]], places: Places) -> bool:
    """Whether each of the figures of one sentence has its subject beside it, and none stands next to another without a
    subject between them.
    """
    ordered = sorted(figures, key=lambda figure: figure["start"])
    named = [places.get((figure["doc_id"], figure["sentence_no"], figure["subject_id"]), ()) for figure in ordered]
    starts = [-math.inf, *(figure["start"] for figure in ordered), math.inf]
    beside = all(
        any(before <= place <= after for place in own)
        for own, before, after in zip(named, starts, starts[2:], strict=False)
    )
    between = all(
        any(start <= place <= following for own in named for place in own)
        for start, following in pairwise(starts[1:-1])
    )
    return beside and between
