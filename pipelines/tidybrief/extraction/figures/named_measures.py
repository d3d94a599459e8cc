"""The noun that says what a quantity measures, where grammar leaves no doubt which one it is.

What belongs here: finding that noun, and telling whether an indicator names it. Which nouns measure what is data
(`measuring_nouns` of `lexicon/figures.toml`); which indicator is taken is weighed in `indicators`.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tidybrief.extraction.grammar.class_context import BEFORE_CLAUSES
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import Frame
from tidybrief.extraction.grammar.word_classes import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    OF,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TO,
    VERB,
)

_BEHIND_HEAD = frozenset({PREPOSITION, OF, TO, PARTICIPLE, GERUND, VERB, SUBORDINATOR, PRONOUN, AUXILIARY, CONJUNCTION})
_BEFORE_AMOUNTS = frozenset({VERB, PARTICIPLE, GERUND, AUXILIARY, TO})
_REACH = 15
_KINDS = {"percent": ("percent", "money", "count"), "count": ("count",), "multiple": ("money", "percent", "count")}
"""Which lists of nouns a kind of quantity goes with, where it is not the one that bears its name."""


class NamedMeasure(NamedTuple):
    """The nouns around one quantity that can say what it measures; "" where there is none."""

    kind: str
    nouns: frozenset[str]
    certain: str
    """The one that grammar ties to the quantity."""
    tie: str
    """How it does."""
    before: str
    after: str

    @staticmethod
    def of(kind: str, first: int, after: int, clauses: Clauses, frame: Frame) -> "NamedMeasure":
        """What the sentence names as the measure of a quantity of a kind, from word `first` to before `after`."""
        nouns = nouns_for(kind, clauses.vocabulary.measuring_nouns)
        words = clauses.words
        certain, tie = (
            _before(nouns, first, clauses)
            or _behind(kind, nouns, after, clauses, frame)
            or _of_clause(nouns, first, clauses, frame)
            or ("", "")
        )
        before = next((word for word in reversed(words[max(0, first - _REACH) : first]) if word in nouns), "")
        behind = next((word for word in words[after : after + _REACH] if word in nouns), "")
        return NamedMeasure(kind, nouns, certain, tie, before, behind)

    def features_of(self, parts: Sequence[str], kinds: Sequence[str]) -> list[str]:
        """What is true of an indicator, given by its words and their classes, beside these nouns."""
        kind, nouns = self.kind, self.nouns
        end = 1
        while end < len(kinds) and kinds[end] not in _BEHIND_HEAD:
            end += 1
        head = parts[end - 1]
        features: list[str] = []
        if head in nouns:
            features.append(f"head measures, {kind}")
            if len(parts) == 1:
                features += _of_kind("measure alone", kind)
        elif not nouns.isdisjoint(parts):
            features.append(f"holds a measure, {kind}")
        elif self.before or self.after:
            features.append(f"measures nothing, {kind}")
        for place, noun in ((self.tie, self.certain), ("before", self.before), ("after", self.after)):
            if noun:
                does = "heads" if head == noun else "holds" if noun in parts else "leaves"
                features += _of_kind(f"{does} the measure {place}", kind)
        return features


@lru_cache(maxsize=1024)
def _of_kind(feature: str, kind: str) -> tuple[str, str]:
    """A feature alone and with the kind of quantity."""
    return feature, f"{feature}, {kind}"


def _before(nouns: frozenset[str], first: int, clauses: Clauses) -> tuple[str, str] | None:
    """ "a valuation of about $5 billion", "a round worth $5 billion": the noun and how it is tied; None for none."""
    left = clauses.before_qualifiers(first)
    noun = clauses.word(left - 1)
    if noun not in nouns:
        return None
    return (noun, "of") if clauses.kind(left) == OF else (noun, "worth") if clauses.word(left) == "worth" else None


def _behind(kind: str, nouns: frozenset[str], after: int, clauses: Clauses, frame: Frame) -> tuple[str, str] | None:
    """ "a $5 billion loan", "$5 billion in revenue", "six months after enactment"."""
    if kind == "duration" and clauses.word(after) in BEFORE_CLAUSES:
        last = clauses.phrase_after(after + 1 + (clauses.kind(after + 1) == DETERMINER), 4)
        return (clauses.word(last), "since") if last > after else None
    if frame.counted is not None:
        noun = clauses.word(frame.counted.last)
        return (noun, "headed") if kind != "count" and noun in nouns else None
    noun = clauses.word(frame.following.last) if frame.following is not None else ""
    ties = frame.link == "in" or (frame.link == "of" and kind != "percent")
    return (noun, "in") if ties and noun in nouns else None


def _of_clause(nouns: frozenset[str], first: int, clauses: Clauses, frame: Frame) -> tuple[str, str] | None:
    """ "lifting its valuation to $5 billion", "the toll had risen to 94"."""
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) not in _BEFORE_AMOUNTS and clauses.word(left) not in ("at", "by"):
        return None
    if frame.object is not None and frame.object.last < first:
        noun, tie = clauses.word(frame.object.last), "object"
    elif frame.subject is not None and not frame.opens:
        noun, tie = clauses.word(frame.subject.last), "subject"
    else:
        return None
    return (noun, tie) if noun in nouns else None


def nouns_for(kind: str, nouns: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return _joined(tuple(nouns.get(one, frozenset()) for one in _KINDS.get(kind, (kind,))))


@lru_cache(maxsize=16)
def _joined(sets: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset[str]().union(*sets)
