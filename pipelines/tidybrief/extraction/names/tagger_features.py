"""What the name tagger sees: runs of tokens that may hold a name, and the features of a word and of a place in a run.

What belongs here: the features, the same for training and for tagging, so that both see the same. Scores and decoding
stand in `tagger`. A feature of a word depends on its letters only, so that its score is computed once per word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.extraction.names.matching import plain_apostrophes
from tidybrief.lexicon import Lexicon

# Words of a sentence as seen from a token: itself, its neighbours, and the words at and around the edges of its run.
NEAR_OFFSETS = ("-1", "+1", "-2", "+2", "before", "after", "head", "first")
PAIR_OFFSETS = ("left pair", "right pair")
OFFSETS = ("0", *NEAR_OFFSETS, *PAIR_OFFSETS)
_REMEMBERED_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class WordLists:
    """Lists that come with the weights: words by class, by cluster, and by how often prose capitalises them."""

    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    case: Mapping[str, int] = field(default_factory=dict)
    clusters: Mapping[str, Sequence[str]] = field(default_factory=dict)


@lru_cache(maxsize=50_000)
def _lower(word: str) -> str:
    return plain_apostrophes(word).lower()


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


@lru_cache(maxsize=20_000)
def _class_pairs(left: tuple[str, ...], right: tuple[str, ...]) -> list[str]:
    return [f"cc={one} {other}" for one in left or ("-",) for other in right or ("-",)]


class WordFeatures:
    """The features of words, given a lexicon's cues and the lists of the weights."""

    def __init__(self, lexicon: Lexicon, lists: WordLists) -> None:
        cues = name_cues(lexicon)
        places = known_places(lexicon)
        self._lists = lists
        self._memory: dict[str, tuple[str, ...]] = {}
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

    def classes(self, word: str) -> tuple[str, ...]:
        """The classes that hold the word."""
        found = self._memory.get(word)
        if found is None:
            if len(self._memory) > _REMEMBERED_WORDS:
                self._memory.clear()
            found = self._memory[word] = tuple(self._classes_of(word))
        return found

    def _classes_of(self, word: str) -> list[str]:
        plain = plain_apostrophes(word)
        bare = plain.rstrip(".")
        found = []
        if bare in self._listed or plain in self._listed:
            found += [name for name, words in self._classes.items() if plain in words or bare in words]
        if word.isupper() and len(word) > 3 and (title := plain.title()) in self._listed:
            found += [f"{name}~" for name, words in self._classes.items() if title in words]
        return found

    def near(self, word: str) -> list[str]:
        """What is told of a word to its neighbours; nothing of a word outside the sentence."""
        if not word:
            return []
        features = [f"w={_lower(word)}", f"s={shape(word)}"]
        features += [f"c={name}" for name in self.classes(word)]
        features += [f"k={cluster}" for cluster in self._lists.clusters.get(word, ())]
        if len(word) > 3:
            features.append(f"e={word[-3:].lower()}")
        return features

    def own(self, word: str) -> list[str]:
        """What is told of a word to itself."""
        lower = _lower(word)
        features = self.near(word)
        features += [f"p{n}={lower[:n]}" for n in (2, 3, 4) if len(lower) > n]
        features += [f"e{n}={lower[-n:]}" for n in (1, 2, 4) if len(lower) > n]
        features.append(f"length={min(len(word), 10)}")
        features.append(f"case={self._lists.case.get(lower, 'unseen')}")
        if "." in word or "+" in word or "&" in word:
            features.append("sign")
        return features

    def pair(self, words: tuple[str, str]) -> list[str]:
        """What two neighbouring words tell together."""
        left, right = words
        left_lower, right_lower = _lower(left), _lower(right)
        left_shape, right_shape = shape(left), shape(right)
        return [
            f"ww={left_lower} {right_lower}",
            f"ss={left_shape} {right_shape}",
            f"sw={left_shape} {right_lower}",
            f"ws={left_lower} {right_shape}",
            *_class_pairs(self.classes(left), self.classes(right)),
        ]

    def at(self, offset: str, word: str | tuple[str, str]) -> list[str]:
        """The features of a word, or of a pair of words, as seen over an offset; none outside the sentence."""
        if isinstance(word, tuple):
            return self.pair(word)
        if not word:
            return []
        if offset == "0":
            return self.own(word)
        if offset in {"-2", "+2"}:
            return [feature for feature in self.near(word) if feature[0] in "wck"]
        return self.near(word)
