"""What lies in an outputs folder: the runs published, which one is the latest, and who may add to them.

What belongs here: names and places of runs, reading them, and the lock. What does not: writing one (`publication`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from tidybrief.publishing.fingerprint import Fingerprint


class Locked(RuntimeError):
    """Another run holds the outputs folder and did not end in time."""


@dataclass(frozen=True, slots=True)
class Run:
    """A publication, or one about to be. `run_id` is its number and the first digits of its digest ("0007-3f9c2a1b").

    `folder` is `outputs/runs/<run_id>`; `predecessor` the run_id of the publication before it, None for the first.
    """

    run_id: str
    number: int
    digest: str
    folder: Path
    predecessor: str | None


def latest(outputs: Path) -> Run | None:
    """The latest publication of an outputs folder; None where nothing was published yet."""
    raise NotImplementedError


def next_run(outputs: Path, fingerprint: Fingerprint) -> Run:
    """The name that the next publication will have, with the latest as its predecessor. Writes nothing."""
    raise NotImplementedError


def is_current(outputs: Path, fingerprint: Fingerprint) -> bool:
    """Whether the latest publication has this input and method and all its files."""
    raise NotImplementedError


def load(folder: Path) -> dict[str, pl.DataFrame]:
    """The tables of a run folder by name."""
    raise NotImplementedError


@contextmanager
def lock(outputs: Path, timeout: float) -> Iterator[None]:
    """Holds the outputs folder for one run, and creates it where it is missing. Raises Locked after `timeout` seconds (0: at once).

    The lock is the kernel's: it ends with the process that holds it. The same process may take it again within.
    """
    raise NotImplementedError
    yield
