"""Noun phrases without whom they belong to: "Acme's shares", "the bank's deposit rate".

What belongs here: cutting an owner off. Whose a figure is, is told in `subjects`.
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import past_names
from tidybrief.extraction.grammar.word_classes import (
    APOSTROPHES,
    DETERMINER,
    MARKS_OF_OWNERS,
    NAME,
    NOUN,
    NOUN_OR_VERB,
    PARTICIPLE,
)

_OWNING = tuple(f"{mark}s" for mark in APOSTROPHES)


def without_owner(first: int, last: int, clauses: Clauses) -> str:
    """A phrase without the names that open it; "" where a verb may stand behind them ("Acme forecasts sales")."""
    start = past_names(first, last, clauses)
    word = clauses.word(start)
    may_act = start > first and clauses.kind(start - 1) == NAME and start < last and word.endswith("s")
    acts = may_act and (clauses.vocabulary.classes.get(word) == NOUN_OR_VERB or word in clauses.vocabulary.lemmas)
    return "" if acts else clauses.slice(start, last)


def past_owner(first: int, last: int, clauses: Clauses) -> int:
    """Where a phrase begins without its articles and whom it says it belongs to ("Acme's", "the company's"); names that
    only stand before it ("U.S. trade") are kept.
    """
    start = first
    while start < last and (clauses.kind(start) == DETERMINER or _owns(start, clauses)):
        start += 1
    return start


def before_owner(first: int, last: int, clauses: Clauses) -> int:
    """Where a phrase ends without the common noun for whom it belongs to: "revenue (at the club)", "profit (of the
    Munich-based carmaker)"; `last` where it names none.
    """
    if clauses.word(last) not in clauses.vocabulary.takers:
        return last
    place = last - 1
    while place > first and (clauses.kind(place) in (NOUN, NAME, "-", PARTICIPLE) and clauses.word(place) != "and"):
        place -= 1
    led = clauses.kind(place) == DETERMINER and clauses.word(place - 1) in ("at", "of", "for", "in")
    return place - 2 if led and place - 2 >= first and clauses.kind(place - 2) == NOUN else last


def _owns(place: int, clauses: Clauses) -> bool:
    word = clauses.word(place)
    if word in MARKS_OF_OWNERS or (word.endswith(_OWNING) and word[:-2] in clauses.vocabulary.takers):
        return True
    return clauses.kind(place) == NAME and clauses.word(place + 1) in MARKS_OF_OWNERS
