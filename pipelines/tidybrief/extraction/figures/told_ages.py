"""Whose age an age is, as its indicator: "children under five", "the two women, aged 55 and 19", "those 65 and older".

What belongs here: such wordings. Whom an age is of by name is told in `subjects`.
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import tidy
from tidybrief.extraction.grammar.word_classes import CONJUNCTION, DETERMINER, NAME, NOUN, PREPOSITION, QUANTITY

_BEFORE_AGES = frozenset({"aged", "under", "over"})
_FURTHER = frozenset({"older", "over", "above", "up", "younger", "under"})
_OF_SOMEBODY = 0.7
_ALONE = 0.8


def told_age(first: int, clauses: Clauses) -> tuple[str, float]:
    """ "age", of those whose age it is where a noun says so, and how often that is right in the annotated texts."""
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) == CONJUNCTION and clauses.kind(left - 1) == QUANTITY:  # "aged 55 and 19"
        left = clauses.before_qualifiers(left - 1)
    goes_beyond = clauses.kind(first + 1) == CONJUNCTION and clauses.word(first + 2) in _FURTHER
    if clauses.word(first - 1) == "those" and goes_beyond:
        return "age of those", _OF_SOMEBODY
    end = left
    if clauses.word(left) in _BEFORE_AGES and clauses.kind(left - 1) == ",":
        end = left - 1
    elif clauses.kind(left) != PREPOSITION and clauses.word(left) not in _BEFORE_AGES:
        return "age", _ALONE
    head = clauses.phrase_before(end)
    named = NAME in clauses.classes[head:end]
    if head < end and not named and clauses.kind(end - 1) in (NOUN, DETERMINER):
        return f"age of {tidy(clauses.slice(head, end - 1))}", _OF_SOMEBODY
    return "age", _ALONE
