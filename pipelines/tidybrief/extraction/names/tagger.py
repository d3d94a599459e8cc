"""The trained name tagger: a linear-chain CRF over runs of candidate tokens, scored and decoded with numpy.

What belongs here: loading weights and scoring. Features stand in `tagger_features` and `tagger_context`, decoding in
`tagger_decoding`, training in `tools/train_tagger.py`; what is made of the tags in `decisions`.
"""

import io
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.tagger_context import FLAGS, DocumentWords, PhraseLists, flags_of_run, seen_words
from tidybrief.extraction.names.tagger_decoding import Matrix, best_labels
from tidybrief.extraction.names.tagger_features import OFFSETS, WordFeatures, WordLists
from tidybrief.extraction.names.tagger_runs import find_candidate_runs, is_candidate
from tidybrief.extraction.names.typer import NameTyper, TyperWeights
from tidybrief.extraction.tokens import Tokens
from tidybrief.lexicon import Lexicon

_WEIGHTS = "name_tagger.bin"
_CACHED_WORDS = 200_000
_IMPOSSIBLE = np.float32(-1e4)
_LARGEST_BATCH = 4_000
_OUTSIDE, _OTHER, _INSIDE_OTHER = "O", "B-OTHER", "I-OTHER"


@dataclass(frozen=True, slots=True)
class Weights:
    """What training leaves behind: labels, transition scores, scores of features, and the lists the features need.

    `features` holds, for each offset ("" for flags), the row of `scores` of each feature.
    """

    labels: tuple[str, ...]
    transitions: Matrix
    features: Mapping[str, Mapping[str, int]]
    scores: Matrix
    lists: WordLists
    phrases: PhraseLists
    typer: TyperWeights | None


@dataclass(frozen=True, slots=True)
class Tag:
    """One name that the tagger sees: tokens `first:last` of a sentence, its type, and the probability of both.

    `types` has the probability of each type of `NameTagger.types` for these tokens, whatever the borders.
    """

    sentence: int
    first: int
    last: int
    type: str
    probability: float
    types: NDArray[np.float32]


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
        features = text["features"].split("\n")
        scores = np.zeros((len(features), len(labels)), dtype=np.float32)
        scores[arrays["rows"], arrays["columns"]] = arrays["values"]
        transitions = arrays["transitions"].astype(np.float32)
        typer = _typer_of(arrays) if "typer_types" in arrays else None
    classes = dict(line.split("\t", 1) for line in text["classes"].split("\n") if line)
    case = {word: level for level, line in enumerate(text["case"].split("\n")) for word in line.split(" ") if word}
    clusters = {
        word: (f"{number:x}"[:-1], f"{number:x}")
        for number, line in enumerate(text["clusters"].split("\n"))
        for word in line.split(" ")
        if word
    }
    lists = WordLists({name: frozenset(words.split(" ")) for name, words in classes.items()}, case, clusters)
    phrases = PhraseLists.of(dict(line.split("\t", 1) for line in text["phrases"].split("\n") if line))
    by_offset: dict[str, dict[str, int]] = {}
    for row, feature in enumerate(features):
        offset, _, name = feature.partition(":") if feature not in FLAGS else ("", "", feature)
        by_offset.setdefault(offset, {})[name] = row
    return Weights(labels, transitions, by_offset, scores, lists, phrases, typer)


def _typer_of(arrays: Mapping[str, Any]) -> TyperWeights:
    types = tuple(bytes(arrays["typer_types"]).decode().split("\n"))
    features = bytes(arrays["typer_features"]).decode().split("\n")
    scores = np.zeros((len(features), len(types)), dtype=np.float32)
    scores[arrays["typer_rows"], arrays["typer_columns"]] = arrays["typer_values"]
    numbers = {feature: row for row, feature in enumerate(features)}
    of_tagger = arrays["typer_of_tagger"].astype(np.float32)
    return TyperWeights(types, numbers, scores, of_tagger, arrays["typer_bias"].astype(np.float32))


@lru_cache(maxsize=4)
def name_tagger(lexicon: Lexicon) -> "NameTagger | None":
    """The tagger for a lexicon's cues, or None where the package has no weights."""
    weights = load_weights()
    return None if weights is None else NameTagger(weights, lexicon)


class NameTagger:
    """Tags the sentences of one document at a time; remembers the scores of words it has seen."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        self._weights = weights
        self._words = WordFeatures(lexicon, weights.lists)
        self._phrases = weights.phrases
        width = len(weights.labels)
        self._flag_scores = np.zeros((len(FLAGS), width), dtype=np.float32)
        for number, flag in enumerate(FLAGS):
            row = weights.features.get("", {}).get(flag)
            if row is not None:
                self._flag_scores[number] = weights.scores[row]
        self._scores = [_Scores(offset, weights, self._words) for offset in OFFSETS]
        transitions = weights.transitions.copy()
        for before, label in enumerate(weights.labels):
            for after, following in enumerate(weights.labels):
                if following.startswith("I-") and (label == "O" or label[2:] != following[2:]):
                    transitions[before, after] = _IMPOSSIBLE
        self._transitions = transitions
        self.typer = None if weights.typer is None else NameTyper(weights.typer, self._words, name_cues(lexicon))
        self.types = tuple(dict.fromkeys(label[2:] for label in weights.labels if label != "O"))
        self._of_type = np.array(
            [[label[2:] == kind for kind in self.types] for label in weights.labels], dtype=np.float32
        )
        self._start = np.array(
            [_IMPOSSIBLE if label.startswith("I-") else 0 for label in weights.labels], dtype=np.float32
        )

    def tag(self, sentences: Sequence[Tokens]) -> list[Tag]:
        """The names of a document's sentences, in order of their place."""
        return self.tag_and_doubt(sentences)[0]

    def tag_and_doubt(self, sentences: Sequence[Tokens]) -> tuple[list[Tag], list[Tag]]:
        """The names of a document's sentences, and its doubts, both in order of their place.

        A doubt is one capitalised word, taken for no name or for one of no kind that we know, with the likeliest type.
        """
        for scores in self._scores:
            scores.forget_if_full()
        document = DocumentWords.of(sentences)
        tags: list[Tag] = []
        doubts: list[Tag] = []
        batch = _Batch()
        for number, tokens in enumerate(sentences):
            for first, last in find_candidate_runs(tokens.words):
                batch.add(number, first, last, *flags_of_run(tokens, first, last, document, self._phrases))
                for column, scores, seen in zip(
                    batch.columns, self._scores, seen_words(tokens.words, first, last), strict=True
                ):
                    column.extend(map(scores.__getitem__, seen))
            if len(batch.places) > _LARGEST_BATCH:
                self._decode(batch, sentences, tags, doubts)
                batch = _Batch()
        if batch.places:
            self._decode(batch, sentences, tags, doubts)
        return tags, doubts

    def _decode(self, batch: "_Batch", sentences: Sequence[Tokens], tags: list[Tag], doubts: list[Tag]) -> None:
        lengths = np.array([last - first for _, first, last in batch.places])
        combinations = list(dict.fromkeys(batch.run_flags))
        number = {flags: index for index, flags in enumerate(combinations)}
        of_runs = np.array([self._flag_scores[list(flags)].sum(axis=0) for flags in combinations], dtype=np.float32)
        emissions = np.repeat(of_runs[[number[flags] for flags in batch.run_flags]], lengths, axis=0)
        for scores, rows in zip(self._scores, batch.columns, strict=True):
            emissions += scores.table()[rows]
        np.add.at(emissions, batch.flag_owners, self._flag_scores[batch.flags])
        codes, marginals = best_labels(emissions, lengths, self._start, self._transitions)
        probabilities = marginals[np.arange(len(codes)), codes]
        of_types = marginals @ self._of_type
        labels = [self._weights.labels[code] for code in codes.tolist()]
        begin = 0
        for sentence, first, last in batch.places:
            offset = first - begin
            for start, end, kind in _spans(labels, begin, begin + last - first):
                probability = float(probabilities[start:end].min())
                types = np.sqrt(of_types[start] * of_types[end - 1])
                tags.append(Tag(sentence, start + offset, end + offset, kind, probability, types))
            words = sentences[sentence].words
            for place in range(first, last):
                row = begin + place - first
                alone = place + 1 == last or labels[row + 1] != _INSIDE_OTHER
                if (labels[row] == _OUTSIDE or (labels[row] == _OTHER and alone)) and is_candidate(words[place]):
                    types = of_types[row]
                    best = int(types.argmax())
                    doubts.append(Tag(sentence, place, place + 1, self.types[best], float(types[best]), types))
            begin += last - first


class _Scores(dict[Any, int]):
    """The scores of words seen over one offset: word → row of its `table`, which is filled for many words at a time."""

    def __init__(self, offset: str, weights: Weights, words: WordFeatures) -> None:
        super().__init__()
        self._offset, self._weights, self._words = offset, weights, words
        self._known = weights.features.get(offset, {})
        self._table: Matrix = np.zeros((256, len(weights.labels)), dtype=np.float32)
        self._features: list[int] = []
        self._owners: list[int] = []

    def __missing__(self, word: Any) -> int:
        row = self[word] = len(self)
        known = self._known
        features = [known[name] for name in self._words.at(self._offset, word) if name in known]
        self._features += features
        self._owners += [row] * len(features)
        return row

    def table(self) -> Matrix:
        """One row of scores for each word asked for so far."""
        while len(self) > len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        if self._owners:
            owners = np.array(self._owners)
            begins = np.flatnonzero(np.diff(owners, prepend=-1))
            self._table[owners[begins]] = np.add.reduceat(self._weights.scores[self._features], begins, axis=0)
            self._features, self._owners = [], []
        return self._table

    def forget_if_full(self) -> None:
        """Drops what is remembered before it fills the memory."""
        if len(self) > _CACHED_WORDS:
            self.clear()
            self._table = np.zeros_like(self._table[:256])


def _spans(labels: Sequence[str], begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Start, end and type of each name in `labels[begin:end]`."""
    position = begin
    while position < end:
        kind = labels[position][2:]
        last = position + 1
        if kind:
            while last < end and labels[last] == f"I-{kind}":
                last += 1
            yield position, last, kind
        position = last


class _Batch:
    """Runs that are decoded together: their places, the rows of their tokens in each table, and their flags."""

    def __init__(self) -> None:
        self.places: list[tuple[int, int, int]] = []
        self.columns: list[list[int]] = [[] for _ in OFFSETS]
        self.run_flags: list[tuple[int, ...]] = []
        self.flags: list[int] = []
        self.flag_owners: list[int] = []
        self._size = 0

    def add(
        self, sentence: int, first: int, last: int, run_flags: tuple[int, ...], own_flags: Sequence[tuple[int, int]]
    ) -> None:
        self.places.append((sentence, first, last))
        self.run_flags.append(run_flags)
        for place, flag in own_flags:
            self.flags.append(flag)
            self.flag_owners.append(self._size + place)
        self._size += last - first
