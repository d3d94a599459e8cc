"""What was worked out from rows that are still the same.

What belongs here: keeping, between runs, what follows from one row of a table alone, and telling which rows were met
before. What is worked out of them is the caller's function.

For each piece of work there is one file, which has the rows of the last run, by digests of all their values.
"""

import io
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import polars as pl

from tidybrief.engines.batches import packed
from tidybrief.engines.cache import SUFFIX, remove, sound, write_named
from tidybrief.engines.workers import Crew, Failed

MANY: Final = 10_000
"""Rows on which the processes of a crew work: so many come of texts that they have read before."""

_ROW: Final = ["row", "row_again"]
"""Polars hashes a row to 64 bits: two of them, by different seeds, tell it from all others."""
_FOUND: Final = "found"
_AT_ONCE: Final = 1_000
_PATIENCE: Final = 120.0
"""Seconds in which a worker is done with some rows, and after which that is done here."""

Find = Callable[[pl.DataFrame], pl.Series]


class KnownRows:
    """What earlier runs worked out from single rows, by this `method`; nothing where there is no `folder`.

    `method` is a digest of all that decides what follows from a row. Many rows that are new are shared among the
    processes of the `crew`. Use it while holding the folder's lock.
    """

    def __init__(self, folder: Path | None = None, method: str = "", crew: Crew | None = None) -> None:
        self._folder = folder and folder / method[:16]
        self._crew = crew

    def recall(self, work: str, rows: pl.DataFrame, find: Find) -> pl.Series:
        """What `find` says of each row, which must follow from that row alone.

        It is asked for those rows that were not there when the `work` of this name was done last, and must be
        picklable.
        """
        digests = pl.DataFrame([rows.hash_rows(seed).alias(name) for seed, name in enumerate(_ROW)])
        known = self._known(work)
        unknown = digests.with_row_index("number")
        unknown = (unknown if known is None else unknown.join(known, on=_ROW, how="anti")).unique(
            _ROW, keep="first", maintain_order=True
        )
        if known is None or unknown.height:
            new = unknown.select(_ROW).with_columns(self._find(rows[unknown["number"]], find).alias(_FOUND))
            known = new if known is None else pl.concat([known, new])
        met = known.join(digests, on=_ROW, how="semi")
        if unknown.height or met.height < known.height:
            self._keep(work, met)
        return digests.join(met, on=_ROW, how="left", maintain_order="left")[_FOUND]

    def _find(self, rows: pl.DataFrame, find: Find) -> pl.Series:
        if self._crew is None or self._crew.size == 1 or rows.height < MANY:
            return find(rows)
        parts = [[part] for part in enumerate(rows.iter_slices(_AT_ONCE))]
        found: dict[int, pl.Series] = {}
        for outcome in self._crew.work(partial(_found, find=find), parts, patience=lambda _: _PATIENCE):
            if isinstance(outcome, Failed):
                number, part = outcome.item
                found[number] = find(part)
            else:
                found[outcome.items[0][0]] = pl.read_ipc(outcome.result).to_series()
        return pl.concat(found[number] for number in sorted(found))

    def _known(self, work: str) -> pl.DataFrame | None:
        """What is kept of a piece of work; None where nothing is."""
        if self._folder is None:
            return None
        kept = [tables for path in (self._folder / work).glob(f"*{SUFFIX}") if (tables := sound(path))]
        return kept[0].get(work) if len(kept) == 1 else None

    def _keep(self, work: str, known: pl.DataFrame) -> None:
        if self._folder is None:
            return
        others = [path for path in self._folder.parent.glob("*") if path != self._folder]
        path = write_named(self._folder / work, packed({work: known}))
        for other in (*others, *self._folder.glob(f"{work}/*")):
            if other != path:
                remove(other)


def _found(parts: Sequence[tuple[int, pl.DataFrame]], find: Find) -> bytes:
    """What is found in the one part that a worker is given."""
    with io.BytesIO() as told:
        pl.concat(find(part) for _, part in parts).to_frame(_FOUND).write_ipc(told)
        return told.getvalue()
