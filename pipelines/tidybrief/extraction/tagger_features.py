"""What the name tagger sees: runs of tokens that may hold a name, and the features of a word and of a place in a run.

What belongs here: the features, the same for training and for tagging, so that both see the same. Scores and decoding
stand in `tagger`. A feature of a word depends on its letters only, so that its score is computed once per word.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tidybrief.extraction.gazetteers import known_places
from tidybrief.extraction.name_cues import name_cues
from tidybrief.extraction.name_matching import plain_apostrophes
from tidybrief.extraction.tokens import Tokens
from tidybrief.lexicon import Lexicon

# Words of a sentence as seen from a token: itself, its neighbours, and the words at and around the edges of its run.
OFFSETS = ("0", "-1", "+1", "-2", "+2", "before", "after", "head", "first", "left pair", "right pair")
LONGEST_GAP = 3
_REMEMBERED_WORDS = 50_000
LONGEST_RUN = 40

_UPPER = re.compile(r"[^\W\d_]")
_CONNECTORS = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "&",
        "-",
        "‐",
        "‑",
        "'",
        "’",
        "'s",
        "’s",
        "de",
        "la",
        "le",
        "du",
        "des",
        "di",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "y",
        "e",
        "et",
        "in",
        "on",
        "at",
        "to",
        "with",
        "from",
        "und",
        "für",
        "a",
        "an",
        "al",
        "el",
        "bin",
        "ibn",
        "as",
        ":",
        "/",
        "+",
        ".",
        "general",
        "federal",
        "presidential",
        "parliamentary",
        "local",
        "national",
        "international",
    ]
)
_ARTICLES = frozenset("al el ul ad as ash von van de la di".split())  # that names in lower case begin with
_TAILS = frozenset(
    [
        "election",
        "elections",
        "referendum",
        "war",
        "wars",
        "movement",
        "treaty",
        "administration",
        "government",
        "party",
        "agreement",
        "summit",
        "conference",
        "championships",
        "initiative",
        "program",
        "programme",
        "act",
        "plan",
        "project",
        "awards",
        "general",
        "federal",
        "presidential",
        "parliamentary",
    ]
)


@dataclass(frozen=True, slots=True)
class WordLists:
    """Lists that the tagger's weights were trained with: words by class, and words by how often prose capitalises them."""

    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    case: Mapping[str, int] = field(default_factory=dict)
    clusters: Mapping[str, Sequence[str]] = field(default_factory=dict)


@lru_cache(maxsize=100_000)
def is_candidate(word: str) -> bool:
    """Whether the word has a capital letter, or joins letters and digits."""
    return (
        not word.islower()
        and _UPPER.search(word) is not None
        and (
            any(map(str.isupper, word))
            or (word[0].isdigit() and len(word) > 1 and not word.endswith(("th", "st", "nd", "rd", "s")))
        )
    )


@lru_cache(maxsize=100_000)
def is_connector(word: str) -> bool:
    """Whether the word may stand inside a name without a capital."""
    return word in _CONNECTORS or word.isdigit()


def is_edge(word: str) -> bool:
    """Whether the word may stand at the edge of a name, beside a capitalised word, without a capital."""
    return word in _TAILS or (word[0].isdigit() and len(word) < 8)


def find_candidate_runs(words: Sequence[str]) -> list[tuple[int, int]]:
    """First and last (exclusive) tokens of the runs that may hold names, in order."""
    runs: list[tuple[int, int]] = []
    length = len(words)
    position = 0
    while position < length:
        if not is_candidate(words[position]):
            position += 1
            continue
        first = position
        last = position + 1
        while last < length:
            gap = last
            while (
                gap < length and gap - last < LONGEST_GAP and is_connector(words[gap]) and not is_candidate(words[gap])
            ):
                gap += 1
            if gap < length and is_candidate(words[gap]) and gap - first < LONGEST_RUN:
                last = gap + 1
            else:
                break
        while last < length and last - first < LONGEST_RUN and is_edge(words[last]):
            last += 1
        floor = runs[-1][1] if runs else 0
        while first > floor and is_edge(words[first - 1]):
            first -= 1
        if first - 2 >= floor and words[first - 1] == "-" and words[first - 2] in _ARTICLES:
            first -= 2
        elif first - 1 >= floor and words[first - 1] in _ARTICLES:
            first -= 1
        runs.append((first, last))
        position = last
    return runs


@lru_cache(maxsize=50_000)
def shape(word: str) -> str:
    """The word with its letters replaced by their kind, repetitions shortened."""
    out: list[str] = []
    for character in word[:14]:
        kind = "X" if character.isupper() else "x" if character.isalpha() else "d" if character.isdigit() else character
        if not (len(out) > 1 and out[-1] == kind and out[-2] == kind):
            out.append(kind)
    return "".join(out)


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
        features = [f"w={plain_apostrophes(word).lower()}", f"s={shape(word)}"]
        features += [f"c={name}" for name in self.classes(word)]
        features += [f"k={cluster}" for cluster in self._lists.clusters.get(word, ())]
        if len(word) > 3:
            features.append(f"e={word[-3:].lower()}")
        return features

    def own(self, word: str) -> list[str]:
        """What is told of a word to itself."""
        lower = plain_apostrophes(word).lower()
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
        features = [
            f"ww={plain_apostrophes(left).lower()} {plain_apostrophes(right).lower()}",
            f"ss={shape(left)} {shape(right)}",
        ]
        first, second = self.classes(left) or ["-"], self.classes(right) or ["-"]
        features += [f"cc={one} {other}" for one in first for other in second]
        features.append(f"sw={shape(left)} {plain_apostrophes(right).lower()}")
        features.append(f"ws={plain_apostrophes(left).lower()} {shape(right)}")
        return features

    def at(self, offset: str, word: str) -> list[str]:
        """The features of a word as seen over an offset."""
        if offset == "0":
            return [f"0:{feature}" for feature in self.own(word)]
        if offset.endswith("pair"):
            return [f"{offset}:{feature}" for feature in self.pair(*word.split("\n"))]
        if offset in {"-2", "+2"}:
            return [f"{offset}:{feature}" for feature in self.near(word) if feature[0] in "wck"]
        return [f"{offset}:{feature}" for feature in self.near(word)]


def seen_words(words: Sequence[str], first: int, last: int, position: int) -> tuple[str, ...]:
    """The word at each of `OFFSETS` from a token at `position` in the run `first:last`; "" outside the sentence."""
    length = len(words)

    def at(index: int) -> str:
        return words[index] if 0 <= index < length else ""

    return (
        words[position],
        at(position - 1),
        at(position + 1),
        at(position - 2),
        at(position + 2),
        at(first - 1),
        at(last),
        words[last - 1],
        words[first],
        f"{at(position - 1)}\n{words[position]}",
        f"{words[position]}\n{at(position + 1)}",
    )


FLAGS = (
    "bias", "starts-sentence", "title-case", "all-capitals", "first-of-run", "last-of-run", "single", "lower-elsewhere",
    "capital-elsewhere", "quoted", "bracketed", "long-run", "known-place-begins", "known-place-goes-on",
    "known-company-begins", "known-company-goes-on", "acronym-defined",
)  # fmt: skip
_FLAG = {name: number for number, name in enumerate(FLAGS)}


@dataclass(frozen=True, slots=True)
class PhraseLists:
    """Names of several words by list, looked up by their first word."""

    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], int]]]

    @staticmethod
    def of(listings: Mapping[str, str]) -> "PhraseLists":
        """From list name → entries separated by "|", words of an entry by spaces."""
        by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for name, listing in listings.items():
            begins = _FLAG[f"known-{name}-begins"]
            for entry in listing.split("|"):
                words = tuple(entry.split(" "))
                by_first.setdefault(words[0], []).append((words, begins))
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return PhraseLists(by_first)


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """How the whole document writes its words."""

    lower: frozenset[str]
    capitalised: frozenset[str]

    @staticmethod
    def of(sentences: Sequence[Tokens]) -> "DocumentWords":
        """Words in lower case, and words with a capital inside a sentence that is not in title case."""
        lower: set[str] = set()
        capitalised: set[str] = set()
        for tokens in sentences:
            lower.update(tokens.words)
            if not tokens.title_case:
                capitalised.update(tokens.words[1:])
        return DocumentWords(frozenset(lower), frozenset(capitalised))


_QUOTES = frozenset("\"'“”‘’«»")


def flags_of_run(
    tokens: Tokens, first: int, last: int, document: DocumentWords, phrases: PhraseLists
) -> list[list[int]]:
    """The numbers of the flags that hold for each token of the run `first:last`."""
    words = tokens.words
    common = [_FLAG["bias"]]
    if tokens.all_capitals:
        common.append(_FLAG["all-capitals"])
    elif tokens.title_case:
        common.append(_FLAG["title-case"])
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    if before in _QUOTES and after in _QUOTES:
        common.append(_FLAG["quoted"])
    elif before == "(" and after == ")":
        common.append(_FLAG["bracketed"])
    if last - first > 6:
        common.append(_FLAG["long-run"])
    if last - first == 1:
        common.append(_FLAG["single"])
    flags = [list(common) for _ in range(first, last)]
    flags[0].append(_FLAG["first-of-run"])
    flags[-1].append(_FLAG["last-of-run"])
    for position in range(first, last):
        word = words[position]
        own = flags[position - first]
        if position == 0:
            own.append(_FLAG["starts-sentence"])
            if word in document.capitalised:
                own.append(_FLAG["capital-elsewhere"])
        if word.lower() in document.lower and not word.islower():
            own.append(_FLAG["lower-elsewhere"])
        for entry, begins in phrases.by_first.get(word, ()):
            if position + len(entry) <= last and tuple(words[position : position + len(entry)]) == entry:
                own.append(begins)
                for inside in range(position + 1, position + len(entry)):
                    flags[inside - first].append(begins + 1)
                break
    return flags
