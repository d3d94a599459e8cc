"""Functions for worker processes of tests. They are imported there by name, so they have a module of their own."""

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from tidybrief.engines.batches import extract_batch
from tidybrief.extraction import Extraction, extract
from tidybrief.lexicon import Lexicon
from tidybrief.reading import Document

LETHAL, ENDLESS, FAULTY = "This one kills.", "This one hangs.", "This one raises."


def join(items: Sequence[str]) -> bytes:
    """The items in one line. Some do not come that far."""
    for item in items:
        _meet(item)
    return " ".join(items).encode()


def backwards(items: Sequence[str]) -> bytes:
    """The items in one line, the last first."""
    return " ".join(reversed(items)).encode()


def breathe() -> None:
    """Nothing goes wrong in it."""


def stumble() -> None:
    """Something does."""
    raise ValueError("stumbled")


class InWords:
    """Puts the values of each row into words; lethal rows only in the process of the test."""

    def __init__(self, test: int) -> None:
        self._test = test

    def __call__(self, rows: pl.DataFrame) -> pl.Series:
        told = pl.Series([f"{row}" for row in rows.iter_rows()], dtype=pl.String)
        if os.getpid() != self._test:
            for words in told:
                _meet(words)
        return told


class Touch:
    """Makes a file of the name of an item; a lethal one only in the process of the test."""

    def __init__(self, folder: Path, test: int) -> None:
        self._folder, self._test = folder, test

    def __call__(self, item: str) -> None:
        if os.getpid() != self._test:
            _meet(item)
        (self._folder / item).touch()


def extract_perilously(document: Document, lexicon: Lexicon) -> Extraction:
    """What `extract` returns, for most documents."""
    _meet(document.text)
    return extract(document, lexicon)


class Unloadable:
    """A function that cannot be loaded in another process, however `large` it is."""

    def __init__(self, large: bytes = b"") -> None:
        self._large = large

    def __call__(self, items: Sequence[str]) -> bytes:
        return join(items)

    def __setstate__(self, _: object) -> None:
        raise SystemExit(7)

    def __getstate__(self) -> dict[str, bytes]:
        return {"large": self._large}


class KilledOnce:
    """Extracts a batch, but kills its process the first time anybody asks."""

    def __init__(self, lexicon: Lexicon, marker: Path) -> None:
        self.lexicon, self.marker = lexicon, marker

    def __call__(self, documents: Sequence[Document]) -> bytes:
        try:
            self.marker.touch(exist_ok=False)
        except FileExistsError:
            return extract_batch(documents, self.lexicon, extract)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("still alive")


def _meet(text: str) -> None:
    if LETHAL in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if ENDLESS in text:
        time.sleep(3600)
    if FAULTY in text:
        raise ZeroDivisionError("by the test")
