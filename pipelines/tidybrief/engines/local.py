"""Extraction of all documents: in this process where there is little to do, else in many, here or on a cluster.

What belongs here: how many processes, for how long, and putting together what they return. The tables are the same,
byte by byte, however many there are and wherever they run.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import polars as pl

from tidybrief import extraction
from tidybrief.engines.batches import (
    Extractor,
    extract_batch,
    in_batches,
    not_finished,
    packed,
    unpacked_table,
)
from tidybrief.engines.cache import Cache
from tidybrief.engines.cluster import LOCAL, work_on_ray
from tidybrief.engines.progress import Narrator, Progress, silence
from tidybrief.engines.tabulate import in_order, tabulate
from tidybrief.engines.workers import Crew, Done, Failed
from tidybrief.lexicon import Lexicon, load_lexicon
from tidybrief.reading import Document

SERIAL_BELOW: Final = 600_000
"""Characters that this process extracts before workers would have started and compiled the lexicon."""
PATIENCE: Final = 20.0
_SPECIMEN: Final = Document("", "", "text/plain", "Ada Finch of Acme said on 3 May 2021 that it had 40 employees.")
_SLOWEST: Final = 10_000
"""Characters a second, a thirtieth of what one core of a small machine reads."""


def extract_all(
    documents: Iterable[Document],
    lexicon: Lexicon,
    *,
    engine: str = LOCAL,
    crew: Crew | None = None,
    cache: Cache | None = None,
    narrate: Narrator = silence,
    extract: Extractor = extraction.extract,
    patience: float = PATIENCE,
) -> dict[str, pl.DataFrame]:
    """One frame for each table that extraction fills; see `tabulate` for their columns.

    The processes of a `crew` share the work where there is enough of it, or some have started. What `cache` holds is
    not extracted again. A document that makes `extract` raise, ends its process, or takes longer than `patience`
    seconds and what its length adds, has a row in `rejects` and no others. Without other processes only exceptions are
    survived. `engine` says where the processes run: `local`, `ray`, or `ray:` and the address of a cluster.
    """
    documents = list(documents)
    known = cache.load(documents) if cache else frozenset()
    missing = [document for document in documents if document.doc_id not in known]
    progress = Progress(missing, narrate)
    not_kept: list[bytes] = []
    work_on = partial(extract_batch, lexicon=lexicon, extract=extract)
    for outcome in _outcomes(missing, work_on, engine, crew or Crew(1), patience):
        if isinstance(outcome, Failed):
            progress.advance([outcome.item])
            not_kept.append(packed(not_finished(outcome.item, outcome.how, outcome.seconds)))
        else:
            progress.advance(outcome.items)
            keep = cache.keep if cache else not_kept.append
            keep(outcome.result)
    if cache:
        cache.tidy()

    def parts(table: str) -> Iterator[pl.DataFrame]:
        yield from cache.parts(table) if cache else ()
        yield from (unpacked_table(io.BytesIO(content), table) for content in not_kept)

    # One table after the other, so that the parts of one only are in memory beside the tables.
    return {name: in_order(pl.concat([empty, *parts(name)])) for name, empty in tabulate([]).items()}


def get_ready(own: Iterable[Path]) -> None:
    """Loads what extraction needs before its first document. `own` are the user's lexicon files."""
    extraction.extract(_SPECIMEN, load_lexicon(own))


def _outcomes(
    documents: Sequence[Document],
    function: Callable[[Sequence[Document]], bytes],
    engine: str,
    crew: Crew,
    patience: float,
) -> Iterator[Done[Document] | Failed[Document]]:
    def within(batch: Sequence[Document]) -> float:
        return patience + _length(batch) / _SLOWEST

    batches = in_batches(documents)
    if engine != LOCAL and documents:
        address = engine.partition(":")[2]
        return work_on_ray(function, batches, address=address, workers=crew.size, patience=within)
    if crew.size == 1 or (_length(documents) < SERIAL_BELOW and not crew.is_at_hand):
        return (Done(batch, function(batch)) for batch in batches)
    return crew.work(function, batches, patience=within)


def _length(documents: Iterable[Document]) -> int:
    return sum(len(document.text) for document in documents)
