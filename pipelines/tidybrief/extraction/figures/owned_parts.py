"""Parts of what belongs to somebody named before, or is there: "half of its beans", "two of the company's plants", "60%
of flats in the city".

What belongs here: finding the words for the owner or place. Whom they stand for is found in `clause_subjects`.
"""

from tidybrief.extraction.figures.anaphora import Anaphor, Anaphors
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    APOSTROPHES,
    CONJUNCTION,
    DETERMINER,
    NOUN,
    OF,
    PRONOUN,
    SUBORDINATOR,
)
from tidybrief.extraction.records import Quantity

_BEFORE_SUBJECTS = frozenset({"", ",", ";", ":", "“", '"', CONJUNCTION, SUBORDINATOR})
_OWNING_PRONOUNS = frozenset({"its", "their", "his", "her", "my", "our"})
_MARKS = tuple(f"{mark}s " for mark in APOSTROPHES)
_WHERE = frozenset({"in", "across"})
_PLACES = frozenset({"PLACE"})
_LONGEST_UNIT = 3


def owner_behind(quantity: Quantity, clauses: Clauses, anaphors: Anaphors) -> Anaphor | None:
    """The words that take up the owner of a whole, where a part of it opens a clause; None where they name nobody."""
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    if clauses.kind(left - (clauses.word(left) == "a")) not in _BEFORE_SUBJECTS:
        return None
    of = _past_nouns(clauses.at(quantity.end), clauses)
    if clauses.kind(of) == OF and clauses.kind(of + 1) == NOUN:  # "60% of flats in"
        of = _past_nouns(of + 1, clauses)
    if clauses.kind(of + 1) not in (DETERMINER, PRONOUN) or not (clauses.kind(of) == OF or clauses.word(of) in _WHERE):
        return None
    anaphor = anaphors.first(clauses.text, clauses.starts[of + 1], clauses.sentence.end)
    if not anaphor.refers or anaphor.start != clauses.starts[of + 1]:
        return None
    if clauses.word(of) in _WHERE:
        return anaphor if anaphor.noun and anaphor.types == _PLACES else None
    owns = clauses.word(of + 1) in _OWNING_PRONOUNS or clauses.text.startswith(_MARKS, anaphor.end)
    return anaphor if owns else None


def _past_nouns(place: int, clauses: Clauses) -> int:
    stop = place + _LONGEST_UNIT
    while place < stop and clauses.kind(place) == NOUN:
        place += 1
    return place
