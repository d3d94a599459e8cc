"""Parts of what belongs to somebody named before: "half of its beans", "two of the company's plants".

What belongs here: finding the words for the owner. Whom they stand for is found in `clause_subjects`.
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
_LONGEST_UNIT = 3


def owner_behind(quantity: Quantity, clauses: Clauses, anaphors: Anaphors) -> Anaphor | None:
    """The words that take up the owner of a whole, where a part of it opens a clause; None where they name nobody."""
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    if clauses.kind(left - (clauses.word(left) == "a")) not in _BEFORE_SUBJECTS:
        return None
    of = clauses.at(quantity.end)
    stop = of + _LONGEST_UNIT
    while of < stop and clauses.kind(of) == NOUN:
        of += 1
    if clauses.kind(of) != OF or clauses.kind(of + 1) not in (DETERMINER, PRONOUN):
        return None
    anaphor = anaphors.first(clauses.text, clauses.starts[of + 1], clauses.sentence.end)
    if not anaphor.refers or anaphor.start != clauses.starts[of + 1]:
        return None
    owns = clauses.word(of + 1) in _OWNING_PRONOUNS or clauses.text.startswith(_MARKS, anaphor.end)
    return anaphor if owns else None
