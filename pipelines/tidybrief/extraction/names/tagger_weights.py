"""The weights of the name tagger: what training leaves behind, and the file that holds it.

What belongs here: packing, loading and unpacking. How scores are used stands in `tagger_scores` and `tagger`.
"""

import io
import zlib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tidybrief.extraction.names.tagger_context import FLAGS, PhraseLists
from tidybrief.extraction.names.tagger_decoding import Matrix
from tidybrief.extraction.names.tagger_features import KINDS, WordLists
from tidybrief.extraction.names.tagger_scores import Features
from tidybrief.extraction.names.typer import TyperWeights

_WEIGHTS = "name_tagger.bin"


@dataclass(frozen=True, slots=True)
class Weights:
    """Labels, transition scores, scores of features, and the lists the features need.

    `flags` holds the row of `scores` of each flag, `features` by offset and kind those of the features.
    """

    labels: tuple[str, ...]
    transitions: Matrix
    flags: Mapping[str, int]
    features: Mapping[str, Mapping[str, Features]]
    scores: NDArray[np.float16]
    lists: WordLists
    phrases: PhraseLists
    typer: TyperWeights | None


def pack(arrays: dict[str, Any]) -> bytes:
    """The bytes of a weights file; the same arrays give the same bytes."""
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return zlib.compress(buffer.getvalue(), 9)


@cache
def load_weights() -> Weights | None:
    """The weights that come with the package, or None where there are none."""
    path = files("tidybrief.extraction").joinpath("weights", _WEIGHTS)
    if not path.is_file():
        return None
    return unpack(path.read_bytes())


def unpack(content: bytes) -> Weights:
    """The weights from the bytes of a weights file."""
    with np.load(io.BytesIO(zlib.decompress(content)), allow_pickle=False) as arrays:
        text = {name: bytes(arrays[name]).decode() for name in ("labels", "classes", "case", "clusters", "phrases")}
        lines = _Lines(bytes(arrays["features"]))
        labels = tuple(text["labels"].split("\n"))
        scores = np.zeros((len(lines), len(labels)), dtype=np.float16)
        scores[arrays["rows"], arrays["columns"]] = arrays["values"]
        transitions = arrays["transitions"].astype(np.float32)
        typer = _typer_of(arrays) if "typer_types" in arrays else None
    classes = dict(line.split("\t", 1) for line in text["classes"].split("\n") if line)
    case = {word: level for level, line in enumerate(text["case"].split("\n")) for word in line.split(" ") if word}
    clusters = {
        word: pair
        for number, line in enumerate(text["clusters"].split("\n"))
        for pair in ((f"{number:x}"[:-1], f"{number:x}"),)
        for word in line.split(" ")
        if word
    }
    lists = WordLists({name: frozenset(words.split(" ")) for name, words in classes.items()}, case, clusters)
    phrases = PhraseLists(dict(line.split("\t", 1) for line in text["phrases"].split("\n") if line))
    flags = {flag: row for flag in FLAGS if (row := lines.row(flag)) is not None}
    features = {offset: {kind: lines.behind(f"{offset}:{kind}=") for kind in kinds} for offset, kinds in KINDS.items()}
    return Weights(labels, transitions, flags, features, scores, lists, phrases, typer)


class _Lines:
    """Sorted lines of text, found by how they begin, without taking them all apart."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        breaks = np.flatnonzero(np.frombuffer(content, dtype=np.uint8) == ord("\n"))
        self._begins: list[int] = [0, *(breaks + 1).tolist(), len(content) + 1]

    def __len__(self) -> int:
        return len(self._begins) - 1

    def row(self, line: str) -> int | None:
        """The row of a line, if it is there."""
        row = self._first_not_before(line.encode())
        return row if row < len(self) and self._line(row) == line.encode() else None

    def behind(self, opening: str) -> Features:
        """What stands behind the opening in the lines that begin with it."""
        first, last = self._first_not_before(opening.encode()), self._first_not_before(opening.encode() + b"\xff")
        if first == last:
            return Features((), 0)
        text = self._content[self._begins[first] : self._begins[last] - 1].decode()
        return Features(text.removeprefix(opening).split(f"\n{opening}"), first)

    def _first_not_before(self, opening: bytes) -> int:
        return bisect_left(range(len(self)), opening, key=self._line)

    def _line(self, row: int) -> bytes:
        return self._content[self._begins[row] : self._begins[row + 1] - 1]


def _typer_of(arrays: Mapping[str, Any]) -> TyperWeights:
    types = tuple(bytes(arrays["typer_types"]).decode().split("\n"))
    features = bytes(arrays["typer_features"]).decode().split("\n")
    scores = np.zeros((len(features), len(types)), dtype=np.float32)
    scores[arrays["typer_rows"], arrays["typer_columns"]] = arrays["typer_values"]
    of_tagger = arrays["typer_of_tagger"].astype(np.float32)
    return TyperWeights(types, Features(features, 0), scores, of_tagger, arrays["typer_bias"].astype(np.float32))
