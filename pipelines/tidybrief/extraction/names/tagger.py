"""The trained name tagger: a linear-chain CRF over runs of candidate tokens, scored and decoded with numpy.

What belongs here: tagging. Features stand in `tagger_features` and `tagger_context`, their scores in `tagger_scores`,
decoding in `tagger_decoding`, training in `tools/train_tagger.py`; what is made of the tags in `decisions`.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.document_case import DocumentCase
from tidybrief.extraction.names.tagger_context import (
    FIRST_OF_RUN,
    FLAGS,
    LAST_OF_RUN,
    flags_of_run,
    seen_pairs,
    seen_places,
    window,
)
from tidybrief.extraction.names.tagger_decoding import Matrix, best_labels
from tidybrief.extraction.names.tagger_features import NEAR_OFFSETS, PAIR_OFFSETS, KnownRows, WordFeatures, Words
from tidybrief.extraction.names.tagger_runs import find_candidate_runs, is_candidate
from tidybrief.extraction.names.tagger_scores import Scores, together
from tidybrief.extraction.names.tagger_weights import Weights, load_weights
from tidybrief.extraction.names.typer import NameTyper
from tidybrief.extraction.tokens import Tokens
from tidybrief.lexicon import Lexicon

_MOST_WORDS = 40_000
_MOST_PAIRS = 100_000
_MOST_FLAGS = 1_000
_IMPOSSIBLE = np.float32(-1e4)
_LARGEST_BATCH = 4_000
_OUTSIDE, _OTHER = "O", "OTHER"


class Tag(NamedTuple):
    """One name that the tagger sees: tokens `first:last` of a sentence, its type, and the probability of both.

    `types` has the probability of each type of `NameTagger.types` for these tokens, whatever the borders.
    """

    sentence: int
    first: int
    last: int
    type: str
    probability: float
    types: NDArray[np.float32]

    @property
    def likely(self) -> float:
        """How probable it is that the tokens are a name, of whatever type."""
        return float(self.types.sum())


@lru_cache(maxsize=4)
def name_tagger(lexicon: Lexicon) -> "NameTagger | None":
    """The tagger for a lexicon's cues, or None where the package has no weights."""
    weights = load_weights()
    return None if weights is None else NameTagger(weights, lexicon)


class NameTagger:
    """Tags the sentences of one document at a time; remembers the scores of words it has seen."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        words = Words(lexicon, weights.lists)
        cues = name_cues(lexicon)
        self._phrases = weights.phrases
        self._alone_no_name = cues.never | cues.no_names | {word.capitalize() for word in cues.function_words}
        labels = weights.labels
        self._flag_scores = np.zeros((len(FLAGS) + 1, len(labels)), dtype=np.float32)  # a last row for no flag
        for flag, row in weights.flags.items():
            self._flag_scores[FLAGS.index(flag)] = weights.scores[row]
        self._runs: Scores[tuple[int, ...]] = Scores(self._flag_scores[:, None], tuple, _MOST_FLAGS)
        (own, of_own), (near, of_near), (pairs, of_pairs) = (
            together([weights.features[offset] for offset in offsets], weights.scores)
            for offsets in (("0",), NEAR_OFFSETS, PAIR_OFFSETS)
        )
        self._own = Scores(of_own, WordFeatures(words, KnownRows(own)).own, _MOST_WORDS)
        self._near = Scores(of_near, WordFeatures(words, KnownRows(near)).near, _MOST_WORDS)
        self._pairs = Scores(of_pairs, WordFeatures(words, KnownRows(pairs)).pair, _MOST_PAIRS)
        self.typer = None if weights.typer is None else NameTyper(weights.typer, words, cues)
        self.types = tuple(dict.fromkeys(label[2:] for label in labels if label != _OUTSIDE))
        self._of_type = np.array([[label[2:] == kind for kind in self.types] for label in labels], dtype=np.float32)
        self._kinds = np.array([-1 if label == _OUTSIDE else self.types.index(label[2:]) for label in labels])
        self._other = self.types.index(_OTHER) if _OTHER in self.types else len(self.types)
        self._inside = np.array([label.startswith("I-") for label in labels])
        self._start = np.where(self._inside, _IMPOSSIBLE, np.float32(0))
        follows = ~self._inside[None, :] | (self._kinds[:, None] == self._kinds[None, :])
        self._transitions = np.where(follows, weights.transitions, _IMPOSSIBLE)

    def tag(self, sentences: Sequence[Tokens]) -> list[Tag]:
        """The names of a document's sentences, in order of their place."""
        return self.tag_and_doubt(sentences, DocumentCase.of(sentences))[0]

    def tag_and_doubt(self, sentences: Sequence[Tokens], case: DocumentCase) -> tuple[list[Tag], list[Tag]]:
        """The names of a document's sentences, and its doubts, both in order of their place.

        A doubt is one capitalised word, taken for no name or for one of no kind that we know, with the likeliest type.
        """
        for scores in (self._own, self._near, self._pairs, self._runs):
            scores.forget_if_full()
        tags: list[Tag] = []
        doubts: list[Tag] = []
        batch = _Batch()
        row_of_word, row_of_neighbour = self._own.__getitem__, self._near.__getitem__
        row_of_pair = self._pairs.__getitem__
        for number, tokens in enumerate(sentences):
            words = tokens.words
            for first, last in find_candidate_runs(words):
                if last == first + 1 and words[first] in self._alone_no_name and words[last : last + 1] != ["-"]:
                    continue
                of_run, own = flags_of_run(tokens, first, last, case, self._phrases)
                batch.add(number, first, last, self._runs[of_run], own)
                seen = window(words, first, last)
                batch.own += map(row_of_word, seen[2:-2])
                batch.near += map(row_of_neighbour, seen)
                batch.pairs += map(row_of_pair, pairwise(seen[1:-1]))
            if len(batch.places) > _LARGEST_BATCH:
                self._decode(batch, sentences, tags, doubts)
                batch = _Batch()
        if batch.places:
            self._decode(batch, sentences, tags, doubts)
        return tags, doubts

    def _decode(self, batch: "_Batch", sentences: Sequence[Tokens], tags: list[Tag], doubts: list[Tag]) -> None:
        lengths = np.array([last - first for _, first, last in batch.places])
        codes, marginals = best_labels(self._emissions(batch, lengths), lengths, self._start, self._transitions)
        of_types = marginals @ self._of_type
        begins = np.cumsum(lengths) - lengths
        sentence_of = np.repeat([sentence for sentence, _, _ in batch.places], lengths)
        token_of = np.arange(len(codes)) + np.repeat([first for _, first, _ in batch.places] - begins, lengths)

        kinds = self._kinds[codes]
        goes_on = self._inside[codes]
        goes_on[begins] = False
        opens, closes = (kinds >= 0) & ~goes_on, (kinds >= 0) & ~np.append(goes_on[1:], False)
        starts, ends = np.flatnonzero(opens), np.flatnonzero(closes)
        probabilities = np.append(marginals[np.arange(len(codes)), codes], np.float32(1))
        least = (
            np.minimum.reduceat(probabilities, np.stack([starts, ends + 1], axis=1).ravel())[::2]
            if len(starts)
            else starts
        )
        for sentence, first, last, kind, probability, types in zip(
            sentence_of[starts].tolist(),
            token_of[starts].tolist(),
            token_of[ends].tolist(),
            kinds[starts].tolist(),
            least.tolist(),
            np.sqrt(of_types[starts] * of_types[ends]),
            strict=True,
        ):
            tags.append(Tag(sentence, first, last + 1, self.types[kind], probability, types))

        doubted = np.flatnonzero((kinds < 0) | (opens & closes & (kinds == self._other)))
        shares = of_types[doubted]
        for sentence, place, kind, types in zip(
            sentence_of[doubted].tolist(),
            token_of[doubted].tolist(),
            shares.argmax(axis=1).tolist(),
            shares,
            strict=True,
        ):
            if is_candidate(sentences[sentence].words[place]):
                doubts.append(Tag(sentence, place, place + 1, self.types[kind], float(types[kind]), types))

    def _emissions(self, batch: "_Batch", lengths: NDArray[np.int64]) -> Matrix:
        """The scores of the labels for each token of the batch."""
        emissions = np.repeat(self._runs.table()[batch.run_flags, 0], lengths, axis=0)
        emissions += self._own.table()[batch.own, 0]
        for scores, rows, places in (
            (self._near, np.array(batch.near), seen_places(lengths)),
            (self._pairs, np.array(batch.pairs), seen_pairs(lengths)),
        ):
            table = scores.table()
            cells = rows[places] * len(places) + np.arange(len(places))[:, None]
            for of_offset in table.reshape(-1, table.shape[-1]).take(cells, axis=0):
                emissions += of_offset
        ends = np.cumsum(lengths)
        emissions[ends - lengths] += self._flag_scores[FIRST_OF_RUN]
        emissions[ends - 1] += self._flag_scores[LAST_OF_RUN]
        np.add.at(emissions, batch.flag_owners, self._flag_scores[batch.flags])
        return emissions


class _Batch:
    """Runs that are decoded together: their places, the rows of their words in each table, and their flags."""

    def __init__(self) -> None:
        self.places: list[tuple[int, int, int]] = []
        self.own: list[int] = []
        self.near: list[int] = []
        self.pairs: list[int] = []
        self.run_flags: list[int] = []
        self.flags: list[int] = []
        self.flag_owners: list[int] = []

    def add(self, sentence: int, first: int, last: int, of_run: int, own_flags: Sequence[tuple[int, int]]) -> None:
        self.places.append((sentence, first, last))
        self.run_flags.append(of_run)
        for place, flag in own_flags:
            self.flags.append(flag)
            self.flag_owners.append(len(self.own) + place)
