"""Training of the name tagger's first stage, a conditional random field, and its weights as arrays of the weights file.

What belongs here: features of tokens by name, and the fitting. Where examples come from stands in `tagger_corpus`, the
second stage in `typer_training`.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pycrfsuite
from tagger_corpus import TYPES, Example

from tidybrief.extraction.names.document_case import DocumentCase
from tidybrief.extraction.names.tagger_context import (
    FIRST_OF_RUN,
    FLAGS,
    LAST_OF_RUN,
    PhraseLists,
    flags_of_run,
    seen_pairs,
    seen_places,
    window,
)
from tidybrief.extraction.names.tagger_features import NEAR_OFFSETS, PAIR_OFFSETS, WordFeatures, Words
from tidybrief.extraction.names.tagger_runs import find_candidate_runs

LABELS = ("O", *(f"{mark}-{kind}" for kind in TYPES for mark in "BI"))
_TOLD_FROM_AFAR = ("w=", "c=", "k=")  # of the kinds of features, those that words two tokens away tell


@dataclass(frozen=True)
class Spelled:
    """Features by their names: what `WordFeatures` gives while a model is being trained."""

    opening: str = ""

    def of(self, kind: str) -> "Spelling":
        """The names of the features of a kind."""
        return Spelling(f"{self.opening}{kind}=")

    def of_pairs(self, kind: str) -> "PairSpelling":
        """The names of the features of a kind that sees two words."""
        return PairSpelling(f"{self.opening}{kind}=")


@dataclass(frozen=True)
class Spelling:
    """What is seen → the name of the feature."""

    opening: str

    def get(self, seen: str, /) -> str:
        """The name of the feature."""
        return self.opening + seen


@dataclass(frozen=True)
class PairSpelling:
    """What is seen of the left word → what is seen of the right one → the name of the feature."""

    opening: str

    def get(self, seen: str, /) -> Spelling:
        """The names of the features of pairs with this left word."""
        return Spelling(f"{self.opening}{seen} ")


class Features:
    """The names of the features of words and pairs, remembered."""

    def __init__(self, words: Words, phrases: PhraseLists) -> None:
        self._words = WordFeatures(words, Spelled())
        self.phrases = phrases
        self._seen: dict[tuple[str, str | tuple[str, str]], list[str]] = {}

    def at(self, offset: str, word: str | tuple[str, str]) -> list[str]:
        """Those of a word, or of a pair of words, as seen over an offset; none outside the sentence."""
        key = (offset, word)
        if key not in self._seen:
            self._seen[key] = [f"{offset}:{feature}" for feature in self._seen_from(offset, word)]
        return self._seen[key]

    def _seen_from(self, offset: str, word: str | tuple[str, str]) -> list[str]:
        if isinstance(word, tuple):
            return self._words.pair(word)
        if not word:
            return []
        if offset == "0":
            return self._words.own(word)
        near = self._words.near(word)
        return [feature for feature in near if feature.startswith(_TOLD_FROM_AFAR)] if offset in {"-2", "+2"} else near


def items_of(example: Example, features: Features) -> Iterator[tuple[list[list[str]], list[str]]]:
    document = DocumentCase.of(example.sentences)
    for tokens, labels in zip(example.sentences, example.labels, strict=True):
        words = tokens.words
        for first, last in find_candidate_runs(words):
            whole, own = flags_of_run(tokens, first, last, document, features.phrases)
            rows = [[FLAGS[flag] for flag in whole] for _ in range(first, last)]
            for place, flag in ((0, FIRST_OF_RUN), (-1, LAST_OF_RUN), *own):
                rows[place].append(FLAGS[flag])
            for offset, seen in seen_from(words, first, last):
                for row, word in zip(rows, seen, strict=True):
                    row.extend(features.at(offset, word))
            run = labels[first:last]
            if run[0].startswith("I-"):
                run = ["B" + run[0][1:], *run[1:]]
            yield rows, run


def seen_from(words: Sequence[str], first: int, last: int) -> Iterator[tuple[str, Sequence[str | tuple[str, str]]]]:
    """For each offset, the words or pairs of words that the tokens of the run see over it."""
    around, lengths = window(words, first, last), np.array([last - first])
    pairs = list(pairwise(around[1:-1]))
    yield "0", around[2:-2]
    for offset, places in zip(NEAR_OFFSETS, seen_places(lengths), strict=True):
        yield offset, [around[place] for place in places]
    for offset, places in zip(PAIR_OFFSETS, seen_pairs(lengths), strict=True):
        yield offset, [pairs[place] for place in places]


def train(examples: Sequence[Example], features: Features, iterations: int, c1: float, c2: float) -> Any:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": iterations, "feature.possible_transitions": False})
    for example in examples:
        for rows, labels in items_of(example, features):
            trainer.append(pycrfsuite.ItemSequence(rows), labels)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model.crfsuite")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
        tagger.close()
    return info


def arrays_of(info: Any, lists: dict[str, str], smallest: float) -> dict[str, Any]:
    state = {key: value for key, value in info.state_features.items() if abs(value) >= smallest}
    names = sorted({feature for feature, _ in state})
    row = {name: number for number, name in enumerate(names)}
    column = {label: number for number, label in enumerate(LABELS)}
    entries = sorted((row[feature], column[label], value) for (feature, label), value in state.items())
    transitions = np.zeros((len(LABELS), len(LABELS)), dtype=np.float16)
    for (before, after), value in info.transitions.items():
        transitions[column[before], column[after]] = value
    text = {"labels": "\n".join(LABELS), "features": "\n".join(names), **lists}
    return {
        **{name: np.frombuffer(content.encode(), dtype=np.uint8) for name, content in text.items()},
        "rows": np.array([entry[0] for entry in entries], dtype=np.int32),
        "columns": np.array([entry[1] for entry in entries], dtype=np.int8),
        "values": np.array([entry[2] for entry in entries], dtype=np.float16),
        "transitions": transitions,
    }


class NoModel:
    """Stands for a model before training, when only the lists are there."""

    state_features: ClassVar[dict[tuple[str, str], float]] = {}
    transitions: ClassVar[dict[tuple[str, str], float]] = {}
