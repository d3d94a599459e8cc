"""Noun phrases without whom they belong to: "Acme's shares", "the bank's deposit rate".

What belongs here: cutting an owner off. Whose a figure is, is told in `subjects`.
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import APOSTROPHES, DETERMINER, MARKS_OF_OWNERS, NAME

_OWNING = tuple(f"{mark}s" for mark in APOSTROPHES)


def without_owner(first: int, last: int, clauses: Clauses) -> str:
    """A phrase without the names that open it."""
    start = first
    while start < last and (clauses.kind(start) == NAME or clauses.word(start) in MARKS_OF_OWNERS):
        start += 1
    return clauses.slice(start, last)


def past_owner(first: int, last: int, clauses: Clauses) -> int:
    """Where a phrase begins without its articles and whom it says it belongs to ("Acme's", "the company's"); names that
    only stand before it ("U.S. trade") are kept.
    """
    start = first
    while start < last and (clauses.kind(start) == DETERMINER or _owns(start, clauses)):
        start += 1
    return start


def _owns(place: int, clauses: Clauses) -> bool:
    word = clauses.word(place)
    if word in MARKS_OF_OWNERS or (word.endswith(_OWNING) and word[:-2] in clauses.vocabulary.takers):
        return True
    return clauses.kind(place) == NAME and clauses.word(place + 1) in MARKS_OF_OWNERS
