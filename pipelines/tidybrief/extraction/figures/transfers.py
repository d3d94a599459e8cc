"""Who has an amount that one party gives another or lays upon him: "lent Kenya $9 million and Ghana $4 million", "fined
Acme $9 million and Halden $2 million".

What belongs here: verbs with two objects, the second of them the amount. Other constructions stand in `told_subjects`.
"""

from collections.abc import Iterator, Mapping, Sequence

from tidybrief.extraction.figures.name_roles import NamedPlace
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
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
    TO,
    VERB,
)
from tidybrief.extraction.records import Quantity

_AMOUNTS = frozenset({"money", "count"})
_LONGEST_PHRASE = 6
_LONGEST_LINK = 16
_MOST_RECEIVERS = 6
_OF_RECEIVERS = frozenset({NOUN, DETERMINER, NAME, "-"})
_LINKING = frozenset({CONJUNCTION, ","})
_WITHIN_LINKS = frozenset(
    {NOUN, DETERMINER, NAME, PREPOSITION, OF, DATE, CONJUNCTION, ",", "-", GERUND, PARTICIPLE, TO}
)


def of_transfer(quantity: Quantity, by_place: Mapping[int, NamedPlace], clauses: Clauses) -> NamedPlace | None:
    """The name that has such an amount: who gives it, or on whom it is laid; None where neither has a name."""
    verb, receiver = _transfer(quantity, clauses)
    if verb < 0:
        return None
    if clauses.base(verb) in clauses.vocabulary.verbs_of_burdening:
        return by_place.get(receiver)
    acting = (name for name in by_place.values() if 0 <= name.verb <= verb and clauses.main_verb(name.verb) == verb)
    return next(acting, None)


def is_transferred(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether an amount is what one party gives another who is named before it, or what is laid on that."""
    verb, _ = _transfer(quantity, clauses)
    is_laid = verb >= 0 and clauses.base(verb) in clauses.vocabulary.verbs_of_burdening
    return is_laid or _is_given(verb, clauses)


def receivers(quantity: Quantity, named: Sequence[NamedPlace], clauses: Clauses) -> Iterator[str]:
    """The entity ids of those to whom somebody gives an amount: Kenya in "It owes Kenya $9 million"."""
    verb, receiver = _transfer(quantity, clauses)
    if _is_given(verb, clauses) and clauses.base(verb) not in clauses.vocabulary.verbs_of_burdening:
        yield from (name.mention.entity_id for name in named if name.place == receiver)


def _is_given(verb: int, clauses: Clauses) -> bool:
    return verb >= 0 and clauses.subject_phrase(verb + 1) is not None


def _transfer(quantity: Quantity, clauses: Clauses) -> tuple[int, int]:
    """The places of the verb and of the name between it and the amount; -1 for both where there is none."""
    if quantity.kind not in _AMOUNTS:
        return -1, -1
    receiver = place = clauses.before_qualifiers(clauses.at(quantity.start))
    for _ in range(_MOST_RECEIVERS):
        if clauses.kind(place) != NAME:
            break
        before = _before_phrase(place, clauses)
        if clauses.kind(before) in (VERB, PARTICIPLE, GERUND):
            return (before, receiver) if _has_two_objects(before, clauses) else (-1, -1)
        if clauses.kind(before) not in _LINKING:
            break
        place = _name_of_amount_before(before, clauses)
    return -1, -1


def _has_two_objects(verb: int, clauses: Clauses) -> bool:
    vocabulary = clauses.vocabulary
    return clauses.base(verb) in vocabulary.verbs_of_giving or clauses.base(verb) in vocabulary.verbs_of_burdening


def _before_phrase(place: int, clauses: Clauses) -> int:
    """Left of the phrase that a name ends: "the Dutch maker Halden"."""
    left, stop = place - 1, place - _LONGEST_PHRASE
    while left > stop and clauses.kind(left) in _OF_RECEIVERS:
        left -= 1
    return left


def _name_of_amount_before(link: int, clauses: Clauses) -> int:
    """The place of the name before the amount that "and" goes on from; -1 for none."""
    left, stop = link, link - _LONGEST_LINK
    while left > stop and clauses.kind(left) in _WITHIN_LINKS:
        left -= 1
    return clauses.before_qualifiers(left) if clauses.kind(left) == QUANTITY else -1
