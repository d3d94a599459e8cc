"""What is so in a part, or a number, of cases: "In 41% of tenders only one firm made an offer", "in 900 cases the error
led to a payment".

What belongs here: the clause behind such an opening. What a group itself does stands in `group_shares`.
"""

from tidybrief.extraction.figures.deeds import end_of_deed
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    VERB,
)
from tidybrief.extraction.records import Quantity

_CASES = frozenset({"case", "instance", "occasion", "incident", "trial"})
_FRONTS = frozenset({"", ",", ";", ":", CONJUNCTION, SUBORDINATOR, DATE, "—", "–"})
_OPENING_CLAUSES = frozenset({DETERMINER, ADVERB, NAME, NOUN, PRONOUN})
_IN_SUBJECTS = frozenset({DETERMINER, ADVERB, NAME, NOUN, PRONOUN, OF, PREPOSITION, "-"})
_LONGEST_SUBJECT = 7
_WHERE = frozenset({"in", "for", "across"})


def told_case(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str:
    """ "share of tenders in which only one firm made an offer" for the quantity from word `first` to before `after`; ""
    where it opens no clause.
    """
    left = clauses.before_qualifiers(first)
    if clauses.word(left) not in _WHERE or clauses.kind(left - 1) not in _FRONTS:
        return ""
    if quantity.kind == "percent" and clauses.kind(after) == OF:
        start = after + 1 + (clauses.kind(after + 1) == DETERMINER)
        whole = "share of "
    elif quantity.kind == "count" and quantity.unit.rpartition(" ")[2] in _CASES:
        start, whole = after, ""
    else:
        return ""
    things = start
    while clauses.kind(things + 1) == NOUN or (clauses.kind(things + 1) == OF and clauses.kind(things + 2) == NOUN):
        things += 1
    clause = things + 1 + (clauses.word(things + 1) == ",")
    verb = _finite_verb(clause, clauses)
    if clauses.kind(things) != NOUN or verb < 0:
        return ""
    end = end_of_deed(clauses.main_verb(verb), clauses)
    return f"{whole}{clauses.slice(start, things)} in which {clauses.slice(clause, end)}"


def _finite_verb(start: int, clauses: Clauses) -> int:
    """The verb of a clause that begins at a position with its subject; -1 for none."""
    if clauses.kind(start) not in _OPENING_CLAUSES:
        return -1
    place = start
    while clauses.kind(place) in _IN_SUBJECTS and place - start < _LONGEST_SUBJECT:
        place += 1
    acts = clauses.kind(place) in (VERB, AUXILIARY, PARTICIPLE) and place > start
    return place if acts and clauses.kind(place - 1) in (NOUN, NAME, PRONOUN, ADVERB) else -1
