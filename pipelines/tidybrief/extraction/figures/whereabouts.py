"""Counts that tell where, or to whom, something was done: "installed in 12 clinics", "sold 9,000 cars in 12 countries".

What belongs here: what such a count measures, and which counts tell only that of the figure before.
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import is_passive
from tidybrief.extraction.grammar.word_classes import (
    AUXILIARY,
    DATE,
    DETERMINER,
    NAME,
    NOUN,
    NOUN_OR_VERB,
    OF,
    PARTICIPLE,
    PREPOSITION,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

_PREPOSITIONS = frozenset({"in", "across", "throughout", "at", "to", "into", "from", "through"})
_IN_PHRASE = frozenset({DATE, DETERMINER, NAME, NOUN, OF, PREPOSITION, "-"})
_LEADING = frozenset({"lead", "contribute", "amount", "come", "add", "return", "go", "belong", "respond", "refer"})
_LONGEST_DONE = 6
_PERSONS = frozenset({"person", "child", "woman", "man", "patient"})


def is_whereabouts(quantity: Quantity | Figure, clauses: Clauses) -> bool:
    """Whether a count is of where, or to whom, a verb does something, and not of what it does something to."""
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    return quantity.kind == "count" and clauses.word(left) in _PREPOSITIONS


def tells_where(figure: Figure, before: Figure, following: Quantity, clauses: Clauses) -> bool:
    """Whether a figure only tells where or to whom that was which the figure before counts, and what follows is not of
    its own unit.
    """
    if figure.unit in (before.unit, following.unit) or not is_whereabouts(figure, clauses):
        return False
    left = clauses.before_qualifiers(clauses.at(figure.start))
    return _IN_PHRASE.issuperset(clauses.classes[clauses.at(before.end) : left])


def where_done(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str:
    """ "was installed in 12 clinics", "spread to 12 villages": the things, and what was done there."""
    left = clauses.before_qualifiers(first)
    verb = left - 1
    words = clauses.vocabulary
    trains = clauses.word(left) == "on" and is_passive(verb, clauses)
    if not (is_whereabouts(quantity, clauses) or (trains and quantity.kind == "count")) or clauses.kind(after) != NOUN:
        return ""
    only_leads = words.own_changes | words.verbs_of_level_with_preposition | words.verbs_of_level | _LEADING
    acts = words.classes.get(clauses.word(verb)) != NOUN_OR_VERB or clauses.kind(verb - 1) == AUXILIARY
    acts = acts and " " not in clauses.lemma(verb)  # "takes in 12 pupils"
    if clauses.kind(verb) not in (VERB, PARTICIPLE) or clauses.base(verb) in only_leads or not acts:
        return ""
    subject = clauses.subject_phrase(verb + 1)
    if subject is None or verb - subject[0] > _LONGEST_DONE or clauses.kind(subject[1]) not in (NOUN, NAME):
        return ""
    last = after
    while clauses.kind(last + 1) == NOUN:
        last += 1
    comma = next((place for place in range(subject[0], verb) if clauses.word(place) == ","), -1)
    which = "whom" if quantity.unit in _PERSONS else "which"
    opens = clauses.kind(subject[0] - 1) == DETERMINER
    article = f"{clauses.word(subject[0] - 1)} " * opens
    done = article + clauses.slice(subject[0], verb)
    if comma > 0:  # "the fund, worth $9 million, will invest in"
        done = f"{article}{clauses.slice(subject[0], comma - 1)} {clauses.slice(clauses.subject_end(verb), verb)}"
    return f"{clauses.slice(after, last)} {clauses.word(left)} {which} {done}"
