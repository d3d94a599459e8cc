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
from tidybrief.extraction.names.tagger_features import OFFSETS, WordLists
from tidybrief.extraction.names.typer import TyperWeights

_WEIGHTS = "name_tagger.bin"


@dataclass(frozen=True, slots=True)
class Weights:
    """Labels, transition scores, scores of features, and the lists the features need.

    `features` holds, for each offset ("" for flags), the row of `scores` of each feature.
    """

    labels: tuple[str, ...]
    transitions: Matrix
    features: Mapping[str, Mapping[str, int]]
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
        text = {
            name: bytes(arrays[name]).decode()
            for name in ("labels", "features", "classes", "case", "clusters", "phrases")
        }
        labels = tuple(text["labels"].split("\n"))
        scores = np.zeros((text["features"].count("\n") + 1, len(labels)), dtype=np.float16)
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
    phrases = PhraseLists.of(dict(line.split("\t", 1) for line in text["phrases"].split("\n") if line))
    return Weights(labels, transitions, _rows_by_offset(text["features"].split("\n")), scores, lists, phrases, typer)


def _rows_by_offset(features: list[str]) -> Mapping[str, Mapping[str, int]]:
    """Offset → feature → its row; a feature without an offset is a flag, whose offset is "". Features are sorted."""
    flags = ((flag, bisect_left(features, flag)) for flag in FLAGS)
    by_offset = {"": {flag: row for flag, row in flags if features[row : row + 1] == [flag]}}
    for offset in OFFSETS:
        first, last = bisect_left(features, f"{offset}:"), bisect_left(features, f"{offset};")
        opening = len(offset) + 1
        names = [feature[opening:] for feature in features[first:last]]
        by_offset[offset] = dict(zip(names, range(first, last), strict=True))
    return by_offset


def _typer_of(arrays: Mapping[str, Any]) -> TyperWeights:
    types = tuple(bytes(arrays["typer_types"]).decode().split("\n"))
    features = bytes(arrays["typer_features"]).decode().split("\n")
    scores = np.zeros((len(features), len(types)), dtype=np.float32)
    scores[arrays["typer_rows"], arrays["typer_columns"]] = arrays["typer_values"]
    numbers = {feature: row for row, feature in enumerate(features)}
    of_tagger = arrays["typer_of_tagger"].astype(np.float32)
    return TyperWeights(types, numbers, scores, of_tagger, arrays["typer_bias"].astype(np.float32))
