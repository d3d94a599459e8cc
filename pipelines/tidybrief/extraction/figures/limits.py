"""Quantities that only say which things are meant: "people waiting more than 18 months", "children under five", "firms
with more than 250 employees".

What belongs here: which quantities limit a noun, and the sentence as it reads for the other figures, in which they are
part of the noun phrase. What a limit itself measures is found as for any other quantity.
"""

from collections.abc import Iterator, Sequence

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import tail_end
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    BEING,
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
from tidybrief.extraction.records import Quantity

_COMPARED = frozenset(
    {"longer", "older", "younger", "later", "higher", "lower", "greater", "larger", "smaller", "farther"}
)
_OPENING = frozenset({"aged", "over", "under", "above", "below", "between", "from"})
_JOINED = frozenset({"and", "or"})
_FURTHER = frozenset({"over", "older", "above", "more", "under", "younger", "below", "less", "longer", "up"})
_RELATIVE = frozenset({"who", "that", "which"})
_JOINTS = frozenset({"for", "by"})
_PEOPLE = ("olds", "old")
_NO_LIMITS = frozenset({"percent", "rank", "multiple"})
_AGO = frozenset({"ago", "after", "before", "earlier", "later", "since"})
_BOUNDS = frozenset({"at_least", "at_most"})
_OF_SUBJECTS = frozenset({NOUN, NAME, PREPOSITION, DETERMINER, OF, ADVERB, DATE})
_LONGEST_SUBJECT = 8
_IN_COMPOUNDS = frozenset({"duration", "count", "measure"})
_IN_SUBJECTS = frozenset({"count", "measure"})
_ARTICLES = frozenset({"a", "an", "the"})
_BEFORE_HEADS = frozenset({"", DETERMINER})
_BEFORE_SUBJECTS = frozenset({"", ",", ";", CONJUNCTION, SUBORDINATOR, VERB})
_ENDS = frozenset({",", ";", ":", ".", "(", CONJUNCTION, SUBORDINATOR})


def with_limits_read(clauses: Clauses, quantities: Sequence[Quantity]) -> Clauses:
    """The sentence with each limit as one word of its noun phrase; the same object where no quantity limits a noun."""
    if len(quantities) < 2:
        return clauses
    limits = list(_limits(clauses, quantities))
    return clauses.with_nouns(limits) if limits else clauses


def limits_noun(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a quantity limits a noun in its sentence, read without limits."""
    if quantity.kind != "age" and (quantity.qualifier not in _BOUNDS or quantity.kind in _NO_LIMITS):
        return False
    place = clauses.at(quantity.start)
    if clauses.word(place + 1) in _AGO:
        return False
    return clauses.kind(place) == QUANTITY and _limits_noun(quantity, _opening(place, clauses), place, clauses)


def time_until_limit(quantity: Quantity, clauses: Clauses) -> str:
    """What a limit of time measures: "time waiting"; "" for what is no limit."""
    if not limits_noun(quantity, clauses):
        return ""
    place = clauses.at(quantity.start)
    first = _opening(place, clauses)
    verb = first - 1 - (clauses.word(first - 1) in _JOINTS)
    aim = f" {clauses.slice(place + 1, tail_end(place, clauses))}" if clauses.kind(place + 1) == TO else ""
    return f"time {clauses.slice(verb, verb)}{aim}" if verb >= 0 else ""


def _limits(clauses: Clauses, quantities: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """First and last word of each limit."""
    for quantity in quantities:
        place = clauses.at(quantity.start)
        if limits_noun(quantity, clauses):
            yield _opening(place, clauses), _closing(place, clauses)
        elif last := _last_of_compound(quantity, place, clauses):
            yield place, last
        elif _is_inside_subject(quantity, place, clauses):
            yield place, place


def _last_of_compound(quantity: Quantity, place: int, clauses: Clauses) -> int:
    """The last word of a compound that stands before a noun ("the 10-year bond", "a 900-seat hall"); 0 for none."""
    if clauses.kind(place) != QUANTITY or quantity.kind not in _IN_COMPOUNDS:
        return 0
    last = place if "-" in quantity.text else place + 2 * (clauses.word(place + 1) == "-")
    is_led = clauses.kind(place - 1) in (DETERMINER, OF) or clauses.word(place - 1) in _ARTICLES
    is_compound = ("-" in quantity.text or last > place) and is_led and clauses.kind(last + 1) == NOUN
    return last if is_compound and clauses.verb_after(last + 1, _LONGEST_SUBJECT) >= 0 else 0


def _is_inside_subject(quantity: Quantity, place: int, clauses: Clauses) -> bool:
    """Whether a number stands behind the "of" of a subject that is told with another: "the price of 12 eggs rose"."""
    if quantity.kind not in _IN_SUBJECTS or clauses.kind(place) != QUANTITY or clauses.kind(place + 1) != NOUN:
        return False
    left = clauses.before_qualifiers(place)
    left -= clauses.kind(left) == DETERMINER or clauses.word(left) in _ARTICLES
    left -= clauses.kind(left) == GERUND
    start = clauses.phrase_before(left)
    measures = clauses.vocabulary.measuring_nouns.values()
    is_head = clauses.kind(left) == OF and any(clauses.word(left - 1) in nouns for nouns in measures)
    opens = clauses.kind(start - 1) in _BEFORE_HEADS and clauses.kind(start - 2) in _BEFORE_SUBJECTS
    return is_head and opens and _precedes_verb(place, clauses)


def _opening(place: int, clauses: Clauses) -> int:
    """The first word of what compares: "more than 5", "longer than 5", "under 5"."""
    left = clauses.before_qualifiers(place)
    return left if clauses.word(left) in _COMPARED or clauses.word(left) in _OPENING else left + 1


def _closing(place: int, clauses: Clauses) -> int:
    """The last word of a limit: "55 and over", "with 250 employees"."""
    if clauses.word(place + 1) in _JOINED and clauses.word(place + 2) in _FURTHER:
        return place + 2
    return place


def _limits_noun(quantity: Quantity, first: int, place: int, clauses: Clauses) -> bool:
    if quantity.kind == "age":
        return _limits_by_age(quantity, first, clauses)
    if first == place:
        return False
    if clauses.word(first - 1) == "with":
        return clauses.kind(first - 2) == NOUN and clauses.kind(place + 1) == NOUN
    verb = first - 1 - (clauses.word(first - 1) in _JOINTS and quantity.kind == "duration")
    if clauses.kind(verb) in (VERB, PARTICIPLE) and clauses.word(verb - 1) in _RELATIVE:
        return clauses.kind(verb - 2) == NOUN
    if clauses.kind(verb) == PARTICIPLE and clauses.kind(verb - 1) == NOUN:
        return _precedes_verb(place, clauses)
    does = clauses.word(verb) == "worth" or clauses.kind(verb) in (GERUND, PARTICIPLE)
    return does and (clauses.kind(verb - 1) == NOUN or _is_counted_doing(verb, clauses))


def _limits_by_age(quantity: Quantity, first: int, clauses: Clauses) -> bool:
    """ "workers aged 55 and over", "employment of 22- to 25-year-olds"."""
    before = clauses.kind(first - 1)
    if quantity.text.endswith(_PEOPLE):
        return before in (PREPOSITION, OF)
    return before == NOUN and clauses.word(first) in _OPENING


def _precedes_verb(place: int, clauses: Clauses) -> bool:
    """Whether a verb follows in the same clause, so that what stands before the quantity is a participle: "flights
    delayed by more than 3 hours rose", not "pilots flew more than 3 hours".
    """
    for kind in clauses.classes[place + 1 : place + _LONGEST_SUBJECT]:
        if kind in (VERB, AUXILIARY):
            return True
        if kind in _ENDS:
            return False
    return False


def _is_counted_doing(verb: int, clauses: Clauses) -> bool:
    """Whether a verb is what counted things do: "9,000 people in Leeds were waiting"."""
    left = verb - 1
    if clauses.kind(left) not in (AUXILIARY, ADVERB) and clauses.word(left) not in BEING:
        return False
    while clauses.kind(left) in (AUXILIARY, ADVERB):
        left -= 1
    for subject in range(left, max(-1, left - _LONGEST_SUBJECT), -1):
        if clauses.kind(subject) == QUANTITY:
            return True
        if clauses.kind(subject) not in _OF_SUBJECTS:
            return False
    return False
