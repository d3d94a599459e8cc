"""What was worked out from rows that are still the same.

What belongs here: keeping, between runs, what follows from one row of a table alone, and telling which rows were met
before. What is worked out of them is the caller's function.

For each piece of work there is one file, which has the rows of the last run, by digests of all their values.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import polars as pl

from tidybrief.engines.batches import packed
from tidybrief.engines.cache import SUFFIX, remove, sound, write_named

_ROW: Final = ["row", "row_again"]
"""Polars hashes a row to 64 bits: two of them, by different seeds, tell it from all others."""
_FOUND: Final = "found"


class KnownRows:
    """What earlier runs worked out from single rows, by this `method`; nothing where there is no `folder`.

    `method` is a digest of all that decides what follows from a row. Use it while holding the folder's lock.
    """

    def __init__(self, folder: Path | None = None, method: str = "") -> None:
        self._folder = folder and folder / method[:16]

    def recall(self, work: str, rows: pl.DataFrame, find: Callable[[pl.DataFrame], pl.Series]) -> pl.Series:
        """What `find` says of each row, which must follow from that row alone.

        It is asked for those rows that were not there when the `work` of this name was done last.
        """
        digests = pl.DataFrame([rows.hash_rows(seed).alias(name) for seed, name in enumerate(_ROW)])
        known = self._known(work)
        unknown = digests.with_row_index("number")
        unknown = (unknown if known is None else unknown.join(known, on=_ROW, how="anti")).unique(
            _ROW, keep="first", maintain_order=True
        )
        if known is None or unknown.height:
            new = unknown.select(_ROW).with_columns(find(rows[unknown["number"]]).alias(_FOUND))
            known = new if known is None else pl.concat([known, new])
        met = known.join(digests, on=_ROW, how="semi")
        if unknown.height or met.height < known.height:
            self._keep(work, met)
        return digests.join(met, on=_ROW, how="left", maintain_order="left")[_FOUND]

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
