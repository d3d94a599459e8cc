"""What the name tagger sees: runs of tokens that may hold a name, and the features of a word and of a place in a run.

What belongs here: the features, the same for training and for tagging, so that both see the same. Scores and decoding
stand in `tagger`. A feature of a word depends on its letters only, so that its score is computed once per word.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.extraction.names.matching import plain_apostrophes
from tidybrief.lexicon import Lexicon

# Words of a sentence as seen from a token: itself, its neighbours, and the words at and around the edges of its run.
OFFSETS = ("0", "-1", "+1", "-2", "+2", "before", "after", "head", "first", "left pair", "right pair")
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
        self._class_memory: dict[str, list[str]] = {}
        self._near_memory: dict[str, list[str]] = {}
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

    def classes(self, word: str) -> list[str]:
        """The classes that hold the word."""
        return self._remembered(self._classes_of, self._class_memory, word)

    def near(self, word: str) -> list[str]:
        """What is told of a word to its neighbours."""
        return self._remembered(self._near, self._near_memory, word)

    @staticmethod
    def _remembered(find: Callable[[str], list[str]], memory: dict[str, list[str]], word: str) -> list[str]:
        found = memory.get(word)
        if found is None:
            if len(memory) > _REMEMBERED_WORDS:
                memory.clear()
            found = memory[word] = find(word)
        return found

    def _classes_of(self, word: str) -> list[str]:
        plain = plain_apostrophes(word)
        bare = plain.rstrip(".")
        found = [name for name, words in self._classes.items() if plain in words or bare in words]
        if word.isupper() and len(word) > 3:
            title = plain.title()
            found += [f"{name}~" for name, words in self._classes.items() if title in words]
        return found

    def _near(self, word: str) -> list[str]:
        features = [f"w={_lower(word)}", f"s={shape(word)}"]
        features += [f"c={name}" for name in self.classes(word)]
        features += [f"k={cluster}" for cluster in self._lists.clusters.get(word, ())]
        if len(word) > 3:
            features.append(f"e={word[-3:].lower()}")
        return features

    def own(self, word: str) -> list[str]:
        """What is told of a word to itself."""
        lower = _lower(word)
        features = list(self.near(word))
        features += [f"p{n}={lower[:n]}" for n in (2, 3, 4) if len(lower) > n]
        features += [f"e{n}={lower[-n:]}" for n in (1, 2, 4) if len(lower) > n]
        features.append(f"length={min(len(word), 10)}")
        features.append(f"case={self._lists.case.get(lower, 'unseen')}")
        if "." in word or "+" in word or "&" in word:
            features.append("sign")
        return features

    def pair(self, left: str, right: str) -> list[str]:
        """What two neighbouring words tell together."""
        left_lower, right_lower = _lower(left), _lower(right)
        left_shape, right_shape = shape(left), shape(right)
        return [
            f"ww={left_lower} {right_lower}",
            f"ss={left_shape} {right_shape}",
            f"sw={left_shape} {right_lower}",
            f"ws={left_lower} {right_shape}",
            *_class_pairs(tuple(self.classes(left)), tuple(self.classes(right))),
        ]

    def at(self, offset: str, word: str | tuple[str, str]) -> list[str]:
        """The features of a word, or of a pair of words, as seen over an offset; none outside the sentence."""
        if isinstance(word, tuple):
            return self.pair(*word)
        if not word:
            return []
        if offset == "0":
            return self.own(word)
        if offset in {"-2", "+2"}:
            return [feature for feature in self.near(word) if feature[0] in "wck"]
        return self.near(word)
