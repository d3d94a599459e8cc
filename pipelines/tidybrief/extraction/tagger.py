"""The trained name tagger: a linear-chain CRF over runs of candidate tokens, scored and decoded with numpy.

What belongs here: loading weights, scoring, exact decoding, confidence. Features stand in `tagger_features`; training in
`tools/train_tagger.py`; what is made of the tags in `mentions`.
"""

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tidybrief.extraction.tagger_context import FLAGS, DocumentWords, PhraseLists, flags_of_run, seen_words
from tidybrief.extraction.tagger_features import OFFSETS, WordFeatures, WordLists
from tidybrief.extraction.tagger_runs import find_candidate_runs
from tidybrief.extraction.tokens import Tokens
from tidybrief.lexicon import Lexicon

Matrix = NDArray[np.float32]

_WEIGHTS = "name_tagger.bin"
_CACHED_WORDS = 200_000
_IMPOSSIBLE = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Weights:
    """What training leaves behind: labels, transition scores, scores of features, and the lists the features need."""

    labels: tuple[str, ...]
    transitions: Matrix
    features: dict[str, int]
    scores: Matrix
    lists: WordLists
    phrases: PhraseLists


@dataclass(frozen=True, slots=True)
class Tag:
    """One name that the tagger sees: tokens `first:last` of a sentence, its type, and the probability of both."""

    sentence: int
    first: int
    last: int
    type: str
    probability: float
    runner_up: str


def pack(arrays: dict[str, Any]) -> bytes:
    """The bytes of a weights file; the same arrays give the same bytes."""
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return zlib.compress(buffer.getvalue(), 9)


@cache
def load_weights() -> Weights | None:
    """The weights that come with the package, or None where there are none."""
    path = files(__package__).joinpath("weights", _WEIGHTS)
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
    return Weights(labels, transitions, {feature: row for row, feature in enumerate(features)}, scores, lists, phrases)


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
            row = weights.features.get(flag)
            if row is not None:
                self._flag_scores[number] = weights.scores[row]
        self._known: list[dict[str, int]] = [{} for _ in OFFSETS]
        self._tables: list[Matrix] = [np.zeros((256, width), dtype=np.float32) for _ in OFFSETS]
        transitions = weights.transitions.copy()
        for before, label in enumerate(weights.labels):
            for after, following in enumerate(weights.labels):
                if following.startswith("I-") and (label == "O" or label[2:] != following[2:]):
                    transitions[before, after] = _IMPOSSIBLE
        self._transitions = transitions
        self._start = np.array(
            [_IMPOSSIBLE if label.startswith("I-") else 0 for label in weights.labels], dtype=np.float32
        )

    def tag(self, sentences: Sequence[Tokens]) -> list[Tag]:
        """The names of a document's sentences, in order of their place."""
        self._forget()
        places: list[tuple[int, int, int]] = []
        columns: list[list[int]] = [[] for _ in OFFSETS]
        flags: list[int] = []
        flag_owner: list[int] = []
        document = DocumentWords.of(sentences)
        owner = 0
        for number, tokens in enumerate(sentences):
            words = tokens.words
            for first, last in find_candidate_runs(words):
                places.append((number, first, last))
                for position, names in enumerate(
                    flags_of_run(tokens, first, last, document, self._phrases), start=first
                ):
                    for offset, word in enumerate(seen_words(words, first, last, position)):
                        known = self._known[offset]
                        row = known.get(word)
                        columns[offset].append(self._learn(offset, word) if row is None else row)
                    flags.extend(names)
                    flag_owner.extend([owner] * len(names))
                    owner += 1
        if not places:
            return []
        emissions = self._tables[0][columns[0]]
        for table, rows in zip(self._tables[1:], columns[1:], strict=True):
            emissions += table[rows]
        np.add.at(emissions, flag_owner, self._flag_scores[flags])
        return self._decode(places, emissions)

    def _forget(self) -> None:
        """Drops remembered scores before they fill the memory."""
        for known in self._known:
            if len(known) > _CACHED_WORDS:
                known.clear()

    def _learn(self, offset: int, word: str) -> int:
        known, table = self._known[offset], self._tables[offset]
        row = len(known)
        if row == len(table):
            table = self._tables[offset] = np.concatenate([table, np.zeros_like(table)])
        features = self._weights.features
        rows = [features[name] for name in self._words.at(OFFSETS[offset], word) if name in features] if word else []
        table[row] = self._weights.scores[rows].sum(axis=0) if rows else 0
        known[word] = row
        return row

    def _decode(self, places: list[tuple[int, int, int]], emissions: Matrix) -> list[Tag]:
        lengths = np.array([last - first for _, first, last in places])
        order = np.argsort(-lengths, kind="stable")
        begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])[order]
        sorted_lengths = lengths[order]
        longest, width = int(sorted_lengths[0]), emissions.shape[1]
        active = [int(np.searchsorted(-sorted_lengths, -step, side="left")) for step in range(longest)]
        best = emissions[begins] + self._start
        back = np.zeros((longest, len(places), width), dtype=np.int16)
        scale = np.exp(best - best.max(axis=1, keepdims=True))
        alphas = np.zeros((longest, len(places), width), dtype=np.float32)
        alphas[0] = scale / scale.sum(axis=1, keepdims=True)
        move = np.exp(self._transitions)
        scores = best.copy()
        for step in range(1, longest):
            count = active[step]
            emission = emissions[begins[:count] + step]
            through = scores[:count, :, None] + self._transitions[None]
            back[step, :count] = through.argmax(axis=1)
            scores[:count] = through.max(axis=1) + emission
            alpha = (alphas[step - 1, :count] @ move) * np.exp(emission - emission.max(axis=1, keepdims=True))
            alphas[step, :count] = alpha / alpha.sum(axis=1, keepdims=True)
        return self._read(places, order, sorted_lengths, begins, active, emissions, scores, back, alphas, move)

    def _read(
        self,
        places: list[tuple[int, int, int]],
        order: NDArray[np.intp],
        lengths: NDArray[Any],
        begins: NDArray[Any],
        active: list[int],
        emissions: Matrix,
        scores: Matrix,
        back: NDArray[np.int16],
        alphas: Matrix,
        move: Matrix,
    ) -> list[Tag]:
        longest, total = len(active), len(places)
        path = np.zeros((longest, total), dtype=np.int16)
        marginals = np.zeros_like(alphas)
        beta = np.ones((total, emissions.shape[1]), dtype=np.float32)
        current = scores.argmax(axis=1)
        rows = np.arange(total)
        for step in range(longest - 1, -1, -1):
            count = active[step]
            path[step, :count] = current[:count]
            posterior = alphas[step, :count] * beta[:count]
            marginals[step, :count] = posterior / posterior.sum(axis=1, keepdims=True)
            if step:
                emission = emissions[begins[:count] + step]
                onward = (beta[:count] * np.exp(emission - emission.max(axis=1, keepdims=True))) @ move.T
                beta[:count] = onward / onward.sum(axis=1, keepdims=True)
                current[:count] = back[step, rows[:count], current[:count]]
        tags: list[Tag] = []
        labels = self._weights.labels
        for row in range(total):
            sentence, first, _ = places[int(order[row])]
            length = int(lengths[row])
            codes = path[:length, row].tolist()
            position = 0
            while position < length:
                label = labels[codes[position]]
                if label == "O":
                    position += 1
                    continue
                last = position + 1
                while last < length and labels[codes[last]] == f"I-{label[2:]}":
                    last += 1
                inside = marginals[position:last, row]
                probability = float(inside[np.arange(last - position), codes[position:last]].min())
                second = inside[0].copy()
                second[codes[position]] = 0
                tags.append(
                    Tag(
                        sentence,
                        first + position,
                        first + last,
                        label[2:],
                        probability,
                        labels[int(second.argmax())][2:],
                    )
                )
                position = last
        tags.sort(key=lambda tag: (tag.sentence, tag.first))
        return tags
