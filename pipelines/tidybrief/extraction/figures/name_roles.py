"""What the grammar of a sentence says of the names in it: case, what stands before them, whether they act.

What belongs here: what holds of a name in its sentence, whatever figure is asked about. What follows for a figure
stands in `subject_candidates`.
"""

import re
from typing import NamedTuple

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import past_brackets
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
)
from tidybrief.extraction.records import Mention

_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=[ ])")
_ACTING = frozenset({VERB, AUXILIARY, PARTICIPLE})
_LEFT_OF_PHRASE = {
    OF: "of", TO: "to", VERB: "verb", AUXILIARY: "verb", PARTICIPLE: "participle", GERUND: "gerund", ",": "comma",
    "(": "bracket", CONJUNCTION: "and", SUBORDINATOR: "subordinator", ";": "start", ":": "start", "": "start",
    "“": "start", '"': "start", NAME: "name", QUANTITY: "quantity", DATE: "date", ADVERB: "adverb",
}  # fmt: skip
_PREPOSITIONS = frozenset({
    "in", "by", "at", "on", "for", "from", "with", "than", "under", "among", "between", "across", "against", "as",
    "like", "including", "through", "over",
})  # fmt: skip


class NamedPlace(NamedTuple):
    """A name, where it stands among the words of its sentence, and what the grammar says of it."""

    mention: Mention
    place: int
    left: str
    possessive: bool
    acts: bool
    features: tuple[str, ...]


def named_places(mentions: list[Mention], clauses: Clauses) -> list[NamedPlace]:
    """The names of a sentence in order, each with its role."""
    found = []
    for mention in mentions:
        place = clauses.at(mention.start)
        if place < len(clauses.starts) and clauses.starts[place] == mention.start and clauses.classes[place] == NAME:
            found.append(_described(mention, place, clauses))
    return found


def _described(mention: Mention, place: int, clauses: Clauses) -> NamedPlace:
    left = _left_of_phrase(place, clauses)
    possessive = _POSSESSIVE.match(clauses.text, mention.end) is not None
    acts = _acts(place, possessive, clauses)
    features = [f"type {mention.type}", f"left {left}"]
    if mention.form == "adjective":
        features.append("adjective")
    if possessive:
        features.append("possessive")
    elif clauses.kind(place + 1) in (NOUN, NAME, GERUND):
        features.append("modifier")
    if acts:
        features.append("acts")
        if left in ("start", "subordinator", "comma", "and"):
            features.append("subject")
    if clauses.vocabulary.offices.search(clauses.text, max(0, mention.start - 30), mention.start):
        features.append("office holder")
    return NamedPlace(mention, place, left, possessive, acts, tuple(features))


def _left_of_phrase(place: int, clauses: Clauses) -> str:
    """What stands left of the noun phrase that holds a name."""
    left = place - 1
    stop = max(-1, place - 6)
    while left > stop and clauses.classes[left] in (NOUN, "-", DETERMINER):
        left -= 1
        if clauses.classes[left + 1] == DETERMINER:
            break
    kind = clauses.kind(left)
    if kind == PREPOSITION:
        word = clauses.words[left]
        return word if word in _PREPOSITIONS else "preposition"
    return _LEFT_OF_PHRASE.get(kind, "other")


def _acts(place: int, possessive: bool, clauses: Clauses) -> bool:
    """Whether a verb follows the noun phrase of a name, past brackets, an apposition or a relative pronoun."""
    right = place + 1 + 2 * possessive
    stop = right + 9
    while right < stop and clauses.kind(right) in (NOUN, NAME, OF, "-", DETERMINER):
        right += 1
    right = past_brackets(right, clauses)
    if clauses.kind(right) == ADVERB:
        right += 1
    if clauses.kind(right) in _ACTING:
        return True
    if clauses.kind(right) != ",":
        return False
    if clauses.word(right + 1) in ("which", "who", "whose"):
        return True
    for closing in range(right + 1, min(right + 15, len(clauses.classes))):
        if clauses.classes[closing] == ",":
            return clauses.kind(closing + 1) in _ACTING or clauses.kind(closing + 2) in _ACTING
    return False
