"""What a document tells about the type of a name: its words, what is around its mentions, longer names that hold it.

What belongs here: the evidence, the same for training and for typing. How much each piece counts is learned; the scores
are added up in `typer`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, Protocol

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.tagger_features import (
    Found,
    Found_co,
    Known,
    KnownRows,
    WordFeatures,
    Words,
    shape,
)
from tidybrief.extraction.names.types import type_by_context, type_by_words, without_year
from tidybrief.extraction.tokens import POSSESSIVES, Tokens, words_of

Piece = tuple[str, str]  # the place where something is seen, and what is seen there

_REACH = 7
_LONGEST_APPOSITION = 9
_NAME_PLACES = ("last word", "first word")
_NEAR_PLACES = ("before", "after")
# Kinds of features of a word that its name's type, and its neighbour's, are told by.
_OF_NAMES = words_of("s c k e e2 length case sign")
_OF_NEIGHBOURS = words_of("w s c k")
_COORDINATORS = frozenset({",", "and", "or", "&", "/"})
_IS = frozenset({"is", "was", "are", "were", "became"})
_DETERMINERS = words_of("a an the one its another his her their")
# Where the first noun phrase of an apposition ends, so that the word before is its head.
_PHRASE_ENDS = words_of(
    """
    , . ; : ( ) of that which who whose where in for with based and at from on by to used made owned founded developed
    headed led near has had said is was
    """
)


class Occurrence(NamedTuple):
    """Tokens `first:last` of a sentence that are a name, the type it has so far, and whether that is settled."""

    sentence: int
    first: int
    last: int
    type: str
    settled: bool = False


def surface_of(occurrence: Occurrence, sentences: Sequence[Tokens]) -> str:
    """The words of the name, separated by spaces."""
    return " ".join(sentences[occurrence.sentence].words[occurrence.first : occurrence.last])


def name_pieces(words: Sequence[str], so_far: str, cues: NameCues) -> list[Piece]:
    """What the words of a name tell by themselves, and the type it was given so far."""
    words = without_year(words)
    pieces = [
        ("so far", so_far),
        ("words tell", str(type_by_words(words, cues))),
        ("last word", words[-1]),
        ("shape", " ".join(map(shape, words[:4]))),
        ("words", str(min(len(words), 5))),
    ]
    if len(words) > 1:
        pieces.append(("first word", words[0]))
        pieces += [("inside", word.lower()) for word in words[1:-1]]
    return pieces


def context_pieces(tokens: Tokens, first: int, last: int, cues: NameCues) -> list[Piece]:
    """What stands around one mention of a name."""
    words = tokens.words
    left = ["", "", "", *map(_seen, words[max(0, first - _REACH) : first])]
    right = [*map(_seen, words[last : last + _REACH]), "", "", ""]
    before3, before2, before = left[-3:]
    after, after2, after3 = right[:3]
    pieces = [
        ("before", words[first - 1] if first else ""),
        ("after", words[last] if last < len(words) else ""),
        ("before 2", before2),
        ("after 2", after2),
        ("pair before", f"{before2} {before}"),
        ("pair after", f"{after} {after2}"),
        ("around", f"{before} {after}"),
        ("three before", f"{before3} {before2} {before}"),
        ("three after", f"{after} {after2} {after3}"),
    ]
    pieces += [("near before", word) for word in dict.fromkeys(left[3:-1]) if len(word) > 2]
    pieces += [("near after", word) for word in dict.fromkeys(right[1:-3]) if len(word) > 2]
    told = type_by_context(words, first, last, cues)
    if told:
        pieces.append(("context tells", told[0]))
    described = _described(words, last)
    if described:
        pieces.append(described)
    if tokens.all_capitals or tokens.title_case:
        pieces.append(("sentence", "heading"))
    return pieces


@lru_cache(maxsize=50_000)
def _seen(word: str) -> str:
    return word if word.islower() or not word[0].isalnum() else shape(word) if word[0].isdigit() else word.lower()


def _described(words: Sequence[str], last: int) -> Piece | None:
    """The head of the noun phrase that describes a name: "X, a maker of …", "X is a town", "X's chief executive"."""
    opening = words[last : last + 2]
    if len(opening) < 2:
        return None
    if opening[0] in POSSESSIVES:
        return "owns", _head(words[last + 1 : last + 6])
    if opening[0] == "," and opening[1].isdigit() and len(opening[1]) < 4 and words[last + 2 : last + 3] == [","]:
        return "described", "aged"
    if (opening[0] == "," or opening[0] in _IS) and opening[1] in _DETERMINERS:
        return "described", _head(words[last + 2 : last + 2 + _LONGEST_APPOSITION])
    if opening[0] == "," and opening[1].islower() and opening[1] not in _PHRASE_ENDS:
        return "described", _head(words[last + 1 : last + 1 + _LONGEST_APPOSITION])
    return None


def _head(words: Sequence[str]) -> str:
    """The last word before the noun phrase ends."""
    head = ""
    for word in words:
        if word in _PHRASE_ENDS or word in POSSESSIVES:
            break
        head = word
    return head.lower()


def coordinated_types(occurrences: Sequence[Occurrence], index: int, words: Sequence[str]) -> list[Piece]:
    """The types of names that the mention is enumerated with."""
    own = occurrences[index]
    pieces = []
    for neighbour in (index - 1, index + 1):
        if 0 <= neighbour < len(occurrences) and occurrences[neighbour].sentence == own.sentence:
            other = occurrences[neighbour]
            between = words[min(own.last, other.last) : max(own.first, other.first)]
            if 0 < len(between) < 3 and _COORDINATORS.issuperset(between):
                pieces.append(("enumerated with", other.type))
    return pieces


def longer_names(occurrences: Sequence[Occurrence], sentences: Sequence[Tokens]) -> Mapping[str, list[Piece]]:
    """Shorter names → what longer names of the document that begin with them, or end with their one word, tell."""
    found: dict[str, dict[Piece, None]] = defaultdict(dict)
    for occurrence in occurrences:
        words = sentences[occurrence.sentence].words[occurrence.first : occurrence.last]
        if len(words) > 1:
            for length in range(1, len(words)):
                opening = found[" ".join(words[:length])]
                opening["begins", occurrence.type] = None
                opening["begins name ending", words[-1].lower()] = None
            found[words[-1]]["ends", occurrence.type] = None
    return {name: list(pieces) for name, pieces in found.items()}


class PieceLookup(Protocol[Found_co]):
    """What the caller has for the features of pieces: typing the row of their scores, training their name."""

    def of_words(self, place: str, kinds: frozenset[str]) -> Known[Found_co]:
        """What there is for the features of a word at a place, of these kinds only."""

    def whole(self, piece: Piece) -> Found_co | None:
        """What there is for a piece that is a feature by itself."""


class KnownPieces:
    """The features of pieces that have scores, each with the row where they stand."""

    def __init__(self, names: Mapping[str, int]) -> None:
        """`names` has the row of each feature by its name, which begins with its place: "owns:mine"."""
        self._places: dict[str, dict[str, int]] = defaultdict(dict)
        for name, row in names.items():
            place, _, seen = name.partition(":")
            self._places[place][seen] = row

    def of_words(self, place: str, kinds: frozenset[str]) -> KnownRows:
        """The rows of the features of a word at a place."""
        by_kind: dict[str, dict[str, int]] = {kind: {} for kind in kinds}
        for name, row in self._places.get(place, {}).items():
            kind, _, seen = name.partition("=")
            if kind in kinds:
                by_kind[kind][seen] = row
        return KnownRows(by_kind)

    def whole(self, piece: Piece) -> int | None:
        """The row of a piece that is a feature by itself."""
        place, seen = piece
        of_place = self._places.get(place)
        return None if of_place is None else of_place.get(seen)


class PieceFeatures(Generic[Found]):
    """The features that a piece of evidence consists of, as far as the caller knows them."""

    def __init__(self, words: Words, known: PieceLookup[Found]) -> None:
        self._known = known
        self._of_words = {
            **{place: WordFeatures(words, known.of_words(place, _OF_NAMES)).own for place in _NAME_PLACES},
            **{place: WordFeatures(words, known.of_words(place, _OF_NEIGHBOURS)).near for place in _NEAR_PLACES},
        }

    def of(self, piece: Piece) -> list[Found]:
        """The features of one piece."""
        place, seen = piece
        if seen and place in self._of_words:
            return self._of_words[place](seen)
        found = self._known.whole(piece)
        return [] if found is None else [found]
