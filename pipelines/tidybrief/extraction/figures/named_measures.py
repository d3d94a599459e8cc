"""The noun that says what a quantity measures, where grammar leaves no doubt which one it is.

What belongs here: finding that noun, and telling whether an indicator names it. Which nouns measure what is data
(`measuring_nouns` of `lexicon/figures.toml`); which indicator is taken is weighed in `indicators`.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tidybrief.extraction.grammar.clauses import BEFORE_CLAUSES, Clauses
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
from tidybrief.extraction.records import Quantity

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
    def of(quantity: Quantity, first: int, after: int, clauses: Clauses, frame: Frame) -> "NamedMeasure":
        """What the sentence around the quantity, from word `first` to before `after`, names as its measure."""
        nouns = _nouns_for(quantity.kind, clauses.vocabulary.measuring_nouns)
        words = clauses.words
        certain, tie = _tied(quantity.kind, nouns, first, after, clauses, frame)
        before = next((word for word in reversed(words[max(0, first - _REACH) : first]) if word in nouns), "")
        behind = next((word for word in words[after : after + _REACH] if word in nouns), "")
        return NamedMeasure(quantity.kind, nouns, certain, tie, before, behind)

    def features_of(self, parts: Sequence[str], kinds: Sequence[str]) -> list[str]:
        """What is true of an indicator, given by its words and their classes, beside these nouns."""
        kind = self.kind
        head = parts[next((at for at, one in enumerate(kinds) if at and one in _BEHIND_HEAD), len(parts)) - 1]
        features = []
        if head in self.nouns:
            features.append(f"head measures, {kind}")
            if len(parts) == 1:
                features += ("measure alone", f"measure alone, {kind}")
        elif not self.nouns.isdisjoint(parts):
            features.append(f"holds a measure, {kind}")
        elif self.before or self.after:
            features.append(f"measures nothing, {kind}")
        for place, noun in ((self.tie, self.certain), ("before", self.before), ("after", self.after)):
            if noun:
                does = "heads" if head == noun else "holds" if noun in parts else "leaves"
                features += (f"{does} the measure {place}", f"{does} the measure {place}, {kind}")
        return features


def _tied(
    kind: str, nouns: frozenset[str], first: int, after: int, clauses: Clauses, frame: Frame
) -> tuple[str, str]:
    """The noun that grammar ties to the quantity, and how; two empty strings for none."""
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) == OF and clauses.word(left - 1) in nouns:
        return clauses.word(left - 1), "of"
    if clauses.word(left) == "worth" and clauses.word(left - 1) in nouns:
        return clauses.word(left - 1), "worth"
    if kind == "duration" and clauses.word(after) in BEFORE_CLAUSES:
        last = clauses.phrase_after(after + 2 if clauses.kind(after + 1) == DETERMINER else after + 1, 4)
        return (clauses.word(last), "since") if last > after else ("", "")
    if frame.counted is not None and kind != "count" and clauses.word(frame.counted.last) in nouns:
        return clauses.word(frame.counted.last), "headed"
    if (
        frame.following is not None
        and frame.counted is None
        and clauses.word(frame.following.last) in nouns
        and (frame.link == "in" or (frame.link == "of" and kind != "percent"))
    ):
        return clauses.word(frame.following.last), "in"
    if clauses.kind(left) in _BEFORE_AMOUNTS or clauses.word(left) in ("at", "by"):
        if frame.object is not None and frame.object.last < first:
            noun = clauses.word(frame.object.last)
            return (noun, "object") if noun in nouns else ("", "")
        if frame.subject is not None and not frame.opens and clauses.word(frame.subject.last) in nouns:
            return clauses.word(frame.subject.last), "subject"
    return "", ""


def _nouns_for(kind: str, nouns: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return _joined(tuple(nouns.get(one, frozenset()) for one in _KINDS.get(kind, (kind,))))


@lru_cache(maxsize=16)
def _joined(sets: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset[str]().union(*sets)
