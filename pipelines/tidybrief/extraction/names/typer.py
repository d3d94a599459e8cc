"""The second stage of naming: the type of a name from all that its document tells of it, by a log-linear model.

What belongs here: adding up the learned scores of evidence. The evidence stands in `type_evidence`, what is made of the
types in `consistency`, training in `tools/train_tagger.py`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.tagger_decoding import Matrix
from tidybrief.extraction.names.tagger_features import Words
from tidybrief.extraction.names.tagger_scores import Features, Scores, together
from tidybrief.extraction.names.type_evidence import (
    KnownPieces,
    Occurrence,
    Piece,
    PieceFeatures,
    context_pieces,
    coordinated_types,
    longer_names,
    name_pieces,
    surface_of,
)
from tidybrief.extraction.tokens import Tokens

_REMEMBERED_PIECES = 100_000
_MOST_MENTIONS = 20
_LEAST_LOGARITHM = -6.0


@dataclass(frozen=True, slots=True)
class TyperWeights:
    """What training leaves behind: types, scores of features, and how much each type of the tagger counts for each."""

    types: tuple[str, ...]
    features: Features
    scores: Matrix
    of_tagger: Matrix
    bias: Matrix


class EntityEvidence(NamedTuple):
    """All that a document tells of one surface form: pieces of itself, of its mentions, and the tagger's mean evidence.

    `share` is what a piece of a mention counts, against one of the name itself.
    """

    surface: str
    own: Sequence[Piece]
    around: Sequence[Piece]
    share: float
    tagged: NDArray[np.float32]


def tagger_evidence(probabilities: Matrix) -> Matrix:
    """Probabilities of types on a scale from 0 (hardly possible) to 1 (sure)."""
    logarithms: Matrix = np.maximum(np.log(probabilities + np.float32(1e-6)), np.float32(_LEAST_LOGARITHM))
    return 1 - logarithms / np.float32(_LEAST_LOGARITHM)


def evidence_of(
    occurrences: Sequence[Occurrence], probabilities: Matrix, sentences: Sequence[Tokens], cues: NameCues
) -> Iterator[EntityEvidence]:
    """The evidence on each surface form that is not settled; `probabilities` has the tagger's for each occurrence."""
    holders = longer_names(occurrences, sentences)
    members: dict[str, list[int]] = defaultdict(list)
    for index, occurrence in enumerate(occurrences):
        if not occurrence.settled:
            members[surface_of(occurrence, sentences)].append(index)
    tagged = tagger_evidence(probabilities)
    for surface, indices in members.items():
        opening = occurrences[indices[0]]
        name = sentences[opening.sentence].words[opening.first : opening.last]
        indices = indices[:_MOST_MENTIONS]  # noqa: PLW2901
        share = len(indices) ** -0.5
        itself = [*name_pieces(name, opening.type, cues), *holders.get(surface, ())]
        around: list[Piece] = []
        for index in indices:
            own = occurrences[index]
            tokens = sentences[own.sentence]
            around += context_pieces(tokens, own.first, own.last, cues)
            around += coordinated_types(occurrences, index, tokens.words)
        mean = np.add.reduce(tagged[indices], axis=0) / np.float32(len(indices))
        yield EntityEvidence(surface, itself, around, share, mean)


class NameTyper:
    """Types the names of one document at a time; remembers the scores of evidence it has seen."""

    def __init__(self, weights: TyperWeights, words: Words, cues: NameCues) -> None:
        self._weights = weights
        self._cues = cues
        rows, scores = together([{"": weights.features}], weights.scores)
        features = PieceFeatures(words, KnownPieces(rows[""]))
        self._scores: Scores[Piece] = Scores(scores, features.of, _REMEMBERED_PIECES)

    @property
    def types(self) -> tuple[str, ...]:
        """The types, in the order of the columns."""
        return self._weights.types

    def probabilities(
        self, occurrences: Sequence[Occurrence], tagged: Matrix, sentences: Sequence[Tokens]
    ) -> Mapping[str, Matrix]:
        """Surface form → the probability of each type, from all its occurrences in the document."""
        if all(occurrence.settled for occurrence in occurrences):
            return {}
        self._scores.forget_if_full()
        entities = list(evidence_of(occurrences, tagged, sentences, self._cues))
        row_of = self._scores.__getitem__
        rows: list[int] = []
        shares: list[float] = []
        begins: list[int] = []
        for entity in entities:
            begins.append(len(rows))
            rows += map(row_of, entity.own)
            around = [row for row in map(row_of, entity.around) if row]  # most of what stands around tells nothing
            rows += around
            shares += [1.0] * len(entity.own) + [entity.share] * len(around)
        weighted = self._scores.table()[rows, 0] * np.array(shares, dtype=np.float32)[:, None]
        scores = np.add.reduceat(weighted, begins, axis=0)
        scores += np.stack([entity.tagged for entity in entities]) @ self._weights.of_tagger + self._weights.bias
        likelihoods = np.exp(scores - scores.max(axis=1, keepdims=True))
        likelihoods /= likelihoods.sum(axis=1, keepdims=True)
        return {entity.surface: row for entity, row in zip(entities, likelihoods, strict=True)}
