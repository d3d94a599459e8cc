"""Whom a figure is about that stands in an apposition: "Acme, a start-up in Leeds that employs 300 people", "Acme, a
maker of chips with 300 workers", "Leeds, a city of 800,000".

What belongs here: finding the name before the apposition, and the words of one. Other constructions stand in
`told_subjects`.
"""

from collections.abc import Mapping

from tidybrief.extraction.figures.name_roles import NamedPlace
from tidybrief.extraction.grammar.asides import opening_of
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    SUBORDINATOR,
    VERB,
)
from tidybrief.extraction.records import Quantity

_OPENING = frozenset({"a", "an", "another", "the", "its"})
_RELATIVE = frozenset({"that", "which", "who"})
_FINITE = frozenset({VERB, AUXILIARY, ADVERB})
_BREAKS = frozenset({";", ":", "(", "—", "–"})
_OPENING_APPOSED = frozenset({DETERMINER, NOUN, NAME, PARTICIPLE})
_LONGEST = 24


def of_apposition(quantity: Quantity, by_place: Mapping[int, NamedPlace], clauses: Clauses) -> NamedPlace | None:
    """The name whose apposition holds a quantity; None where it stands in none, or what is apposed does not have it."""
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    comma = left
    while clauses.word(comma) != ",":
        if comma < max(1, left - _LONGEST) or clauses.word(comma) in _BREAKS:
            return None
        comma -= 1
    name = by_place.get(comma - 1)
    if name is None or name.mention.form == "adjective" or clauses.word(comma + 1) not in _OPENING:
        return None
    joint = left
    while joint > comma and clauses.word(joint) not in _RELATIVE and clauses.word(joint) not in ("with", "of"):
        joint -= 1
    if joint - comma < 2 or clauses.kind(joint - 1) not in (NOUN, NAME):
        return None
    if clauses.word(joint) in _RELATIVE:
        acts = clauses.kind(joint) == SUBORDINATOR and clauses.kind(joint + 1) in _FINITE
        return name if acts and NAME not in clauses.classes[joint:left] else None
    is_own = joint == left and _FINITE.isdisjoint(clauses.classes[comma:left])
    is_of_place = clauses.kind(joint) == OF and name.mention.type != "PLACE"
    return name if is_own and not is_of_place else None


def apposition_before(first: int, clauses: Clauses) -> str:
    """The words of an apposition between a name and the verb before a quantity, which only say what the name is:
    "Arden, (host of the games), will spend $9 million"; "" for none.
    """
    verb = clauses.verb_before(first) if "," in clauses.words else -1
    closing = clauses.subject_end(verb) - 1 if verb > 0 else -1
    if clauses.word(closing) != ",":
        return ""
    opening = opening_of(closing, clauses.words)
    while opening > 1 and clauses.kind(opening - 1) == NAME and {NAME} == set(clauses.classes[opening + 1 : closing]):
        closing, opening = opening, opening_of(opening, clauses.words)  # "mayor of Leeds, England, came second"
    inside = clauses.classes[opening + 1 : closing]
    is_apposed = opening > 0 and clauses.kind(opening - 1) == NAME and NOUN in inside
    return clauses.slice(opening + 1, closing - 1) if is_apposed and inside[0] in _OPENING_APPOSED else ""
