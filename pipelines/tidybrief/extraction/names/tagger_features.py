"""What the name tagger sees of a word, and of two words side by side.

What belongs here: the features, the same for training and for tagging, so that both see the same. What is seen of a
place in a text stands in `tagger_context`, scores in `tagger_scores`. A feature of a word depends on its letters only,
so that its score is computed once per word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, Protocol, TypeVar

from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.extraction.names.matching import plain_apostrophes
from tidybrief.lexicon import Lexicon

# Words of a sentence as seen from a token: itself, its neighbours, and the words at and around the edges of its run.
NEAR_OFFSETS = ("-1", "+1", "-2", "+2", "before", "after", "head", "first")
PAIR_OFFSETS = ("left pair", "right pair")
_OF_NEIGHBOURS = ("w", "s", "c", "k", "e")
_OF_WORDS = (*_OF_NEIGHBOURS, "p2", "p3", "p4", "e1", "e2", "e4", "length", "case", "sign")
_OF_PAIRS = ("ww", "ss", "sw", "ws", "cc")
KINDS: Mapping[str, Sequence[str]] = {
    "0": _OF_WORDS,
    **dict.fromkeys(NEAR_OFFSETS, _OF_NEIGHBOURS),
    **dict.fromkeys(PAIR_OFFSETS, _OF_PAIRS),
}
"""Offset → the kinds of features that are seen over it."""

_REMEMBERED_WORDS = 50_000

Found = TypeVar("Found")
Found_co = TypeVar("Found_co", covariant=True)


@dataclass(frozen=True, slots=True)
class WordLists:
    """Lists that come with the weights: words by class, by cluster, and by how often prose capitalises them."""

    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    case: Mapping[str, int] = field(default_factory=dict)
    clusters: Mapping[str, Sequence[str]] = field(default_factory=dict)


@lru_cache(maxsize=50_000)
def shape(word: str) -> str:
    """The word with its letters replaced by their kind, repetitions shortened."""
    if word.isalpha() and (word.islower() or word[1:].islower()):
        return ("X" if word[0].isupper() else "x") + "xx"[: 1 + word[0].isupper()][: len(word) - 1]
    out: list[str] = []
    for character in word[:14]:
        kind = "X" if character.isupper() else "x" if character.isalpha() else "d" if character.isdigit() else character
        if not (len(out) > 1 and out[-1] == kind and out[-2] == kind):
            out.append(kind)
    return "".join(out)


class Look(NamedTuple):
    """How a word looks: its letters in lower case, its shape, and the lists that hold it."""

    lower: str
    shape: str
    classes: tuple[str, ...]


class Words(dict[str, Look]):
    """Word → how it looks, by a lexicon's cues and the lists of the weights, remembered once it was asked for."""

    def __init__(self, lexicon: Lexicon, lists: WordLists) -> None:
        super().__init__()
        cues = name_cues(lexicon)
        places = known_places(lexicon)
        self.lists = lists
        self._classes: dict[str, frozenset[str]] = {
            **lists.classes,
            "title": cues.titles,
            "role": cues.roles,
            "suffix": cues.person_suffixes,
            "particle": cues.particles,
            "speech": cues.speech,
            "given": cues.given_names,
            "org-opener": cues.organisation_openers,
            "place-opener": cues.place_openers,
            "direction": cues.directions,
            "never": cues.never,
            "function": cues.function_words,
            **{f"head-{kind}": words for kind, words in cues.heads.items()},
            **{f"noun-{kind}": words for kind, words in cues.nouns.items()},
            "place": frozenset(surface for surface, place in places.items() if place.form != "adjective"),
            "adjective": frozenset(surface for surface, place in places.items() if place.form == "adjective"),
        }
        self._listed = frozenset().union(*self._classes.values())

    def __missing__(self, word: str) -> Look:
        if len(self) > _REMEMBERED_WORDS:
            self.clear()
        plain = plain_apostrophes(word)
        look = self[word] = Look(plain.lower(), shape(word), tuple(self._classes_of(word, plain)))
        return look

    def _classes_of(self, word: str, plain: str) -> list[str]:
        bare = plain.rstrip(".")
        found = []
        if bare in self._listed or plain in self._listed:
            found += [name for name, words in self._classes.items() if plain in words or bare in words]
        if len(word) > 3 and word.isupper() and (title := plain.title()) in self._listed:
            found += [f"{name}~" for name, words in self._classes.items() if title in words]
        return found


class Lookup(Protocol[Found_co]):
    """What is seen → what there is for it."""

    def get(self, seen: str, /) -> Found_co | None:
        """What there is for it, if anything."""


class Known(Protocol[Found_co]):
    """What the caller has for features: tagging the row of their scores, training their name."""

    def of(self, kind: str) -> Lookup[Found_co]:
        """What there is for the features of a kind."""

    def of_pairs(self, kind: str) -> Lookup[Lookup[Found_co]]:
        """The same for a kind that sees two words, by the left one first."""


class KnownRows:
    """The features that have scores, each with the row where they stand."""

    def __init__(self, kinds: Mapping[str, Mapping[str, int]]) -> None:
        """`kinds` has the rows of the features of each kind by what is seen: "w" → "bank" → 7, "ww" → "bank of" → 8."""
        self._kinds = kinds

    def of(self, kind: str) -> Mapping[str, int]:
        """What is seen → the row of its scores."""
        return self._kinds.get(kind, {})

    def of_pairs(self, kind: str) -> Mapping[str, Mapping[str, int]]:
        """What is seen of the left word → what is seen of the right one → the row of their scores."""
        nested: dict[str, dict[str, int]] = {}
        for seen, row in self.of(kind).items():
            left, _, right = seen.partition(" ")
            nested.setdefault(left, {})[right] = row
        return nested


class WordFeatures(Generic[Found]):
    """The features of words and of pairs of words, as far as the caller knows them."""

    def __init__(self, words: Words, known: Known[Found]) -> None:
        self._words = words
        self._word, self._shape, self._class, self._cluster, self._ending = map(known.of, _OF_NEIGHBOURS)
        self._openings = [(length, known.of(f"p{length}")) for length in (2, 3, 4)]
        self._endings = [(length, known.of(f"e{length}")) for length in (1, 2, 4)]
        self._length, self._case, self._sign = map(known.of, ("length", "case", "sign"))
        self._two_words, self._two_shapes, self._shape_and_word, self._word_and_shape, self._two_classes = map(
            known.of_pairs, _OF_PAIRS
        )
        self._classes: dict[tuple[str, ...], list[Found]] = {}
        self._pairs_of_classes: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Found]] = {}

    def near(self, word: str) -> list[Found]:
        """What is told of a word to its neighbours; nothing of a word outside the sentence."""
        if not word:
            return []
        lower, form, classes = self._words[word]
        found = [self._word.get(lower), self._shape.get(form), *self._of_classes(classes)]
        found += map(self._cluster.get, self._words.lists.clusters.get(word, ()))
        if len(word) > 3:
            found.append(self._ending.get(word[-3:].lower()))
        return [one for one in found if one is not None]

    def own(self, word: str) -> list[Found]:
        """What is told of a word to itself."""
        lower = self._words[word].lower
        found: list[Found | None] = [*self.near(word)]
        found += [known.get(lower[:length]) for length, known in self._openings if len(lower) > length]
        found += [known.get(lower[-length:]) for length, known in self._endings if len(lower) > length]
        found.append(self._length.get(str(min(len(word), 10))))
        found.append(self._case.get(str(self._words.lists.case.get(lower, "unseen"))))
        if "." in word or "+" in word or "&" in word:
            found.append(self._sign.get(""))
        return [one for one in found if one is not None]

    def pair(self, words: tuple[str, str]) -> list[Found]:
        """What two neighbouring words tell together."""
        left_lower, left_shape, left_classes = self._words[words[0]]
        right_lower, right_shape, right_classes = self._words[words[1]]
        found: list[Found] = []
        if (known := self._two_words.get(left_lower)) and (one := known.get(right_lower)) is not None:
            found.append(one)
        if (known := self._two_shapes.get(left_shape)) and (one := known.get(right_shape)) is not None:
            found.append(one)
        if (known := self._shape_and_word.get(left_shape)) and (one := known.get(right_lower)) is not None:
            found.append(one)
        if (known := self._word_and_shape.get(left_lower)) and (one := known.get(right_shape)) is not None:
            found.append(one)
        of_classes = self._pairs_of_classes.get((left_classes, right_classes))
        if of_classes is None:
            of_classes = self._of_two_classes(left_classes, right_classes)
        return found + of_classes

    def _of_classes(self, classes: tuple[str, ...]) -> list[Found]:
        found = self._classes.get(classes)
        if found is None:
            seen = map(self._class.get, classes)
            found = self._classes[classes] = [one for one in seen if one is not None]
        return found

    def _of_two_classes(self, left: tuple[str, ...], right: tuple[str, ...]) -> list[Found]:
        if len(self._pairs_of_classes) > _REMEMBERED_WORDS:
            self._pairs_of_classes.clear()
        behind = [known for one in left or ("-",) if (known := self._two_classes.get(one))]
        pairs = (known.get(one) for known in behind for one in right or ("-",))
        found = self._pairs_of_classes[left, right] = [one for one in pairs if one is not None]
        return found
