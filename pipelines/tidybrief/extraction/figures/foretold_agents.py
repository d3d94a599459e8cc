"""Who does what somebody else foretells, wants or reports, where it has no name: "The IEA expects data centres to use
945 terawatt-hours", "Acme reckons companies will invest $9 billion".

What belongs here: bare plurals as agents behind such a verb. Whom a name or pronoun there stands for is found in
`clause_subjects`.
"""

from collections.abc import Sequence

from tidybrief.extraction.figures.name_roles import NamedPlace
from tidybrief.extraction.figures.terms import as_written
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    BEING,
    CONJUNCTION,
    NAME,
    NOUN,
    OF,
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
)
from tidybrief.extraction.records import Quantity

_TELLING = frozenset({"ORG", "PERSON", "WORK"})
_LONGEST_PHRASE = 4
_OF_VERB_GROUPS = frozenset({AUXILIARY, ADVERB, TO})
_PARTING = frozenset({NAME, VERB, AUXILIARY})
_HAD = frozenset({"count", "money", "multiple"})
_BEFORE_BARE = frozenset({",", CONJUNCTION, SUBORDINATOR, ";", ":", QUANTITY})


def foretold_agent(quantity: Quantity, named: Sequence[NamedPlace], clauses: Clauses) -> str:
    """The noun phrase of such an agent; "" for none."""
    first = clauses.at(quantity.start)
    verb = clauses.verb_before(first)
    if verb < 0 or clauses.kind(verb) != VERB or not _PARTING.isdisjoint(clauses.classes[verb + 1 : first]):
        return ""
    last = verb - 1
    while clauses.kind(last) in _OF_VERB_GROUPS:
        last -= 1
    start = last + 1
    while start > last - _LONGEST_PHRASE and clauses.kind(start - 1) == NOUN:
        start -= 1
    start += clauses.kind(start - 1) == NAME and _tells(start, clauses)  # "Acme estimates companies will"
    if start > last or not _is_agent(start, last, clauses):
        return ""
    telling = start - 1 - (clauses.word(start - 1) == "that")
    if not _tells(telling, clauses):
        return ""
    is_told = any(one.mention.type in _TELLING and _acts_by(one, telling, clauses) for one in named)
    return clauses.slice(start, last) if is_told else ""


def agents_at_large(quantity: Quantity, clauses: Clauses) -> str:
    """The noun phrase of those who have or do what a figure counts, where it is a bare plural of a trade that nothing
    was said of before: "Meanwhile, carmakers raised $9 million"; "" for none.
    """
    first, after = clauses.at(quantity.start), clauses.at(quantity.end)
    if quantity.kind not in _HAD or OF in (clauses.kind(first - 1), clauses.kind(after)):
        return ""
    phrase = clauses.subject_phrase(first)
    if phrase is None or clauses.word(phrase[1]) not in clauses.vocabulary.trades_at_large:
        return ""
    start, last = phrase
    is_bare = start == 0 or clauses.kind(start - 1) in _BEFORE_BARE
    verb = clauses.main_verb(last + 1)
    if not is_bare or any(kind != NOUN for kind in clauses.classes[start : last + 1]):
        return ""
    does = verb < first and clauses.word(verb) not in BEING and clauses.word(verb) not in clauses.vocabulary.stating
    return as_written(start, last, clauses) if does else ""


def _acts_by(name: NamedPlace, telling: int, clauses: Clauses) -> bool:
    return name.place == telling - 1 or (0 <= name.verb <= telling and clauses.main_verb(name.verb) == telling)


def _is_agent(start: int, last: int, clauses: Clauses) -> bool:
    """Whether a phrase ends in people, organisations or things at large, of which figures can be."""
    vocabulary = clauses.vocabulary
    head = clauses.word(last)
    if head in vocabulary.populations or head in vocabulary.agents_at_large:
        return True
    return head.endswith("s") and any(
        clauses.slice(place, last).lower() in vocabulary.matters for place in range(start, last + 1)
    )


def _tells(verb: int, clauses: Clauses) -> bool:
    vocabulary, base = clauses.vocabulary, clauses.base(verb)
    return base in vocabulary.verbs_of_foresight or base == "want" or clauses.word(verb) in vocabulary.stating
