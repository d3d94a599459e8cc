"""Which nouns tell whom a figure can be about: a population is a place's, turnover a company's, a verdict a court's.

What belongs here: finding those nouns around a quantity. What each of them speaks for is learnt.
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import NOUN, OF, PREPOSITION
from tidybrief.extraction.records import Quantity

_LONGEST_PHRASE = 5


def measured_nouns(quantity: Quantity, clauses: Clauses) -> list[str]:
    """The unit; the noun before "of" or a preposition, the head of the clause's subject, and the head of what follows.

    In alphabetical order, each once.
    """
    first, after = clauses.at(quantity.start), clauses.at(quantity.end)
    nouns = {quantity.unit.rpartition(" ")[2] if quantity.kind == "count" else quantity.unit}
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) in (OF, PREPOSITION) and clauses.kind(left - 1) == NOUN:
        nouns.add(clauses.words[left - 1])
    subject = clauses.subject_phrase(first)
    if subject is not None:
        places = range(subject[0], subject[1] + 1)
        head = next((place for place in places if clauses.classes[place] in (OF, PREPOSITION)), subject[1] + 1) - 1
        if clauses.kind(head) == NOUN:
            nouns.add(clauses.words[head])
    if quantity.kind != "count":
        behind = clauses.phrase_after(after, _LONGEST_PHRASE)
        if clauses.kind(behind) == NOUN:
            nouns.add(clauses.words[behind])
    return sorted(nouns)
