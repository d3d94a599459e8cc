"""What a quantity measures where the subject of its verb says so.

What belongs here: "coverage had risen to 55 percent", and the same without a verb. Other ways stand in `indicators`.
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import AUXILIARY, NAME, NOUN
from tidybrief.extraction.records import Quantity

_NAMING_THEIR_MEASURE = frozenset({"value", "price", "last"})
"""Verbs whose noun says what is measured: the value of what is valued."""


def subject_phrase(place: int, clauses: Clauses) -> str | None:
    """The subject of the verb before a position, without its determiner."""
    bounds = clauses.subject_phrase(place)
    return clauses.slice(*bounds) if bounds is not None else None


def measured_subject(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:  # noqa: PLR0911 - one return a case
    """ "coverage had risen to 55 percent", "the capacity is 10 billion": the subject of a verb that measures it."""
    left = clauses.before_qualifiers(first)
    if clauses.word(left) in ("up", "down") or (
        clauses.word(left) == "by" and clauses.word(left - 1) in ("up", "down")
    ):
        return _verbless(first, clauses)
    verb = clauses.verb_before(left + 1)
    if verb < 0:
        return _verbless(first, clauses)
    word = clauses.word(verb)
    if word not in clauses.vocabulary.measuring_verbs and clauses.kind(verb) != AUXILIARY:
        return None
    if clauses.word(left) == "by" and any(clauses.kind(place) in (NOUN, NAME) for place in range(verb + 1, left)):
        return clauses.slice(verb, left - 1)
    subject = subject_phrase(first, clauses)
    if not subject:
        return None
    if clauses.base(verb) in _NAMING_THEIR_MEASURE:
        last = clauses.phrase_after(verb + 1)
        measured = clauses.slice(verb + 1, last) if verb < last < left else subject
        return f"{clauses.vocabulary.noun_of_verb(clauses.base(verb), quantity.kind)} {measured}"
    return f"{subject} {word}" if clauses.word(left) == "by" else subject


def _verbless(first: int, clauses: Clauses) -> str | None:
    """ "with beef cow inventory down by 8.6%"."""
    left = clauses.before_qualifiers(first)
    if clauses.word(left) == "by":
        left -= 1
    end = left + 1
    while clauses.word(left) in ("up", "down"):
        left -= 1
    head = clauses.phrase_before(left + 1)
    return clauses.slice(head, end - 1) if head <= left and end - 1 > left else None
