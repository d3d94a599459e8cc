"""Training of the second stage: the type of a name from all that its document tells of it.

What belongs here: examples of typed names as a tagger that has not seen their texts finds them, and the log-linear
model fitted to them. The tagger itself is trained in `train_tagger`.
"""

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import pycrfsuite
from tagger_crf import Spelled

from tidybrief.extraction.names.consistency import consistent
from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.names.tagger import NameTagger
from tidybrief.extraction.names.tagger_features import Lookup, Words
from tidybrief.extraction.names.type_evidence import Occurrence, Piece, PieceFeatures
from tidybrief.extraction.names.typer import evidence_of
from tidybrief.extraction.tokens import Tokens

TYPED = ("ORG", "PERSON", "PLACE", "PRODUCT", "POLICY", "WORK", "EVENT")
TYPES = (*TYPED, "OTHER", "NONE")
_LEAST_PROBABILITY = 0.4
_TAGGER, _BIAS = "tagger says ", "bias"
NOTHING: dict[str, str] = {}
NO_PAIRS: dict[str, Lookup[str]] = {}


class Annotated(Protocol):
    """A text with the label of every token; `complete` where names of all types are annotated."""

    sentences: list[Tokens]
    labels: list[list[str]]
    complete: bool


class SpelledPieces:
    """The features of pieces of evidence by their names."""

    def of_words(self, place: str, kinds: frozenset[str]) -> "SpelledKinds":
        """The names of the features of a word at a place, of these kinds only."""
        return SpelledKinds(Spelled(f"{place}:"), kinds)

    def whole(self, piece: Piece) -> str:
        """The name of a piece that is a feature by itself."""
        return ":".join(piece)


class SpelledKinds(NamedTuple):
    """The names of features of some kinds; there are none of the others."""

    spelled: Spelled
    kinds: frozenset[str]

    def of(self, kind: str) -> Lookup[str]:
        """The names of the features of a kind."""
        return self.spelled.of(kind) if kind in self.kinds else NOTHING

    def of_pairs(self, kind: str) -> Lookup[Lookup[str]]:
        """The names of the features of a kind that sees two words."""
        return self.spelled.of_pairs(kind) if kind in self.kinds else NO_PAIRS


def typing_items(
    example: Annotated, tagger: NameTagger, words: Words, cues: NameCues
) -> Iterator[tuple[dict[str, float], str]]:
    """Features and type of each name of the text that the tagger finds with the right borders, or that is none."""
    tags = [tag for tag in tagger.tag(example.sentences) if tag.type in TYPED and tag.probability > _LEAST_PROBABILITY]
    if not tags:
        return
    readings = [
        Reading(tag.sentence, tag.first, tag.last, tag.type, "tagger", tag.probability, tag=tag) for tag in tags
    ]
    readings = consistent(readings, example.sentences, cues)
    occurrences = [Occurrence(reading.sentence, reading.first, reading.last, reading.type) for reading in readings]
    told: dict[str, list[str]] = defaultdict(list)
    for occurrence in occurrences:
        surface = " ".join(example.sentences[occurrence.sentence].words[occurrence.first : occurrence.last])
        told[surface].append(_annotated_type(example, occurrence))
    probabilities = np.stack([tag.types for tag in tags])
    spelled = PieceFeatures(words, SpelledPieces())
    for entity in evidence_of(occurrences, probabilities, example.sentences, cues):
        kinds = sorted(set(told[entity.surface]))
        if len(kinds) != 1 or not kinds[0]:
            continue
        features = {_TAGGER + kind: float(value) for kind, value in zip(tagger.types, entity.tagged, strict=True)}
        features[_BIAS] = 1.0
        for pieces, share in ((entity.own, 1.0), (entity.around, entity.share)):
            for feature in (feature for piece in pieces for feature in spelled.of(piece)):
                features[feature] = features.get(feature, 0.0) + share
        yield features, kinds[0]


def _annotated_type(example: Annotated, occurrence: Occurrence) -> str:
    """The annotated type of exactly these tokens; NONE where surely nothing is annotated; "" where borders differ."""
    labels = example.labels[occurrence.sentence]
    inside = labels[occurrence.first : occurrence.last]
    goes_on = occurrence.last < len(labels) and labels[occurrence.last].startswith("I-")
    if inside[0].startswith("B-") and not goes_on and all(label == f"I-{inside[0][2:]}" for label in inside[1:]):
        kind = inside[0][2:]
        return "" if kind == "NORP" else kind
    if all(label == "O" for label in inside):
        return "NONE" if example.complete else ""
    return ""


def typer_arrays(
    items: Iterable[tuple[dict[str, float], str]], tagger_types: Sequence[str], c1: float, c2: float, iterations: int
) -> dict[str, Any]:
    """The fitted model as arrays of the weights file."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": iterations, "feature.possible_transitions": False})
    for features, kind in items:
        trainer.append(pycrfsuite.ItemSequence([features]), [kind])
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model.crfsuite")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        state = tagger.info().state_features
        tagger.close()
    own = {key: value for key, value in state.items() if not key[0].startswith(_TAGGER) and key[0] != _BIAS}
    own = {key: value for key, value in own.items() if abs(value) >= 0.01}
    names = sorted({feature for feature, _ in own})
    row = {name: number for number, name in enumerate(names)}
    column = {kind: number for number, kind in enumerate(TYPES)}
    entries = sorted((row[feature], column[kind], value) for (feature, kind), value in own.items())
    of_tagger = [[state.get((_TAGGER + tagged, kind), 0.0) for kind in TYPES] for tagged in tagger_types]
    return {
        "typer_types": np.frombuffer("\n".join(TYPES).encode(), dtype=np.uint8),
        "typer_features": np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        "typer_rows": np.array([entry[0] for entry in entries], dtype=np.int32),
        "typer_columns": np.array([entry[1] for entry in entries], dtype=np.int8),
        "typer_values": np.array([entry[2] for entry in entries], dtype=np.float16),
        "typer_of_tagger": np.array(of_tagger, dtype=np.float32),
        "typer_bias": np.array([state.get((_BIAS, kind), 0.0) for kind in TYPES], dtype=np.float32),
    }
