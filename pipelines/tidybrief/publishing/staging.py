"""Tables on their way to publication.

What belongs here: Parquet as this project writes it, and the folder in which the tables of one input and method wait.
What does not: whether they are good enough (`validation`), and making them public (`publication`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from tidybrief.publishing.fingerprint import Fingerprint


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
        raise NotImplementedError

    def path(self, name: str) -> Path:
        """Where the table lies, written or not. Other frames than the contract's tables may be staged too."""
        raise NotImplementedError

    def write(self, name: str, frame: pl.DataFrame) -> Path:
        """Stages a table in one atomic step, in the given order, and returns its path."""
        raise NotImplementedError

    def scan(self, name: str) -> pl.LazyFrame:
        """A staged table. Raises FileNotFoundError where it is not staged, MixedTables where its digest is another."""
        raise NotImplementedError

    def read_all(self) -> Mapping[str, pl.DataFrame]:
        """All tables of the contract that are staged, by name. Raises MixedTables."""
        raise NotImplementedError
