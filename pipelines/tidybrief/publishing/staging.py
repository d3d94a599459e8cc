"""Tables on their way to publication.

What belongs here: the folder in which the tables of one input and method wait for one another. What does
not: whether they are good enough (`validation`), and making them public (`publication`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from tidybrief import schemas
from tidybrief.publishing.fingerprint import Fingerprint
from tidybrief.publishing.history import STAGING

DIGEST: Final = "tidybrief:digest"
_COMPRESSION: Final = "lz4"
"""Quick to write and to read, for what does not stay."""


class MixedTables(RuntimeError):
    """A staged table was made from another input or by another method than the rest."""


@dataclass(frozen=True, slots=True)
class Staging:
    """The folder `outputs/.staging/<digest>` and the digest that every table in it carries."""

    folder: Path
    digest: str

    @classmethod
    def of(cls, outputs: Path, fingerprint: Fingerprint) -> "Staging":
        """The staging of this input and method; the folder is made when first written to."""
        return cls(outputs / STAGING / fingerprint.digest[:16], fingerprint.digest)

    def path(self, name: str) -> Path:
        """Where the table lies, written or not. Other frames than the contract's tables may be staged too."""
        return self.folder / f"{name}.parquet"

    def write(self, name: str, frame: pl.DataFrame) -> Path:
        """Stages a table in one atomic step, in the given order, and returns its path."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        frame.write_parquet(beside, compression=_COMPRESSION, metadata={DIGEST: self.digest})
        return beside.replace(path)

    def scan(self, name: str) -> pl.LazyFrame:
        """A staged table. Raises FileNotFoundError where it is not staged, MixedTables where its digest is
        another."""
        path = self.path(name)
        if not path.is_file():
            raise FileNotFoundError(f"{name} is not staged")
        if pl.read_parquet_metadata(path).get(DIGEST) != self.digest:
            raise MixedTables(f"{name} was made from another input or by another method; make it again")
        return pl.scan_parquet(path)

    def read_all(self) -> Mapping[str, pl.DataFrame]:
        """All tables of the contract that are staged, by name. Raises MixedTables."""
        staged = (name for name in schemas.TABLES if self.path(name).is_file())
        return {name: self.scan(name).collect() for name in staged}
