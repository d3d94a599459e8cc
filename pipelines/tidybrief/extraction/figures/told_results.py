"""What an amount of money is that somebody earned, raised or spent: "generated $9 million in revenue", "raised $9
million in fresh funds".

What belongs here: amounts whose verb, with what stands behind the amount, says what they are ("provides $9 million to
build bridges" too), and which part of a company they are of. All other amounts told without a choice stand in
`told_measures`.
"""

from tidybrief.extraction.figures.owners import past_owner
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import RATES, past_rate
from tidybrief.extraction.grammar.phrases import is_passive, tail_end
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    CONJUNCTION,
    DATE,
    DETERMINER,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    QUANTITY,
    TO,
    VERB,
)

_OVER_TIME = RATES | frozenset({"over", "during", "through", "within", "by"})
_SPENDING = {
    "spend": ("on", "spending on"),
    "invest": ("in", "investment in"),
    "save": ("on", "savings on"),
    "saving": ("on", "savings on"),
}
_RAISING = frozenset({"raise", "secure", "attract"})
_RAISED = frozenset({"funds", "funding", "capital", "financing", "equity", "debt", "donations"})
_GIVEN = (
    "provide", "include", "award", "receive", "allocate", "contain", "get", "give", "grant", "dedicate", "authorize",
    "authorise", "approve", "set aside", "earmark", "secure",
)  # fmt: skip
_MEANT = {
    "invest": "investment",
    "spend": "spending",
    "pledge": "amount pledged",
    "commit": "amount committed",
    **dict.fromkeys(_GIVEN, "funding"),
}
_LONGEST_AIM = 6
_SEGMENTS = frozenset({"business", "division", "segment", "unit", "arm", "operation", "operations", "brand"})
_OF_TIME = frozenset({"during", "as", "after", "over"})


def of_segment(place: int, clauses: Clauses) -> str:
    """The part of a company whose result is told from a position on: "cloud division " of "its cloud division posted
    revenue"; "" where it is that of all.
    """
    subject = clauses.subject_phrase(place)
    if subject is None or clauses.word(subject[1]) not in _SEGMENTS:
        return ""
    start = past_owner(*subject, clauses)
    is_named = start < subject[1] and {NOUN, "-"}.issuperset(clauses.classes[start : subject[1] + 1])
    return f"{clauses.slice(start, subject[1])} " if is_named else ""


def result_in(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "generated $39 billion in revenue": what follows "in", where nothing goes on after it."""
    verb = clauses.verb_before(first)
    if (
        kind != "money"
        or clauses.word(after) != "in"
        or verb < 0
        or clauses.lemma(verb) not in clauses.vocabulary.verbs_of_earning
    ):
        return ""
    last = clauses.phrase_after(after + 1)
    if clauses.word(last) not in clauses.vocabulary.own_results:
        return ""
    if clauses.word(last + 1) in RATES:
        return clauses.slice(after + 1, past_rate(last + 1, clauses) - 1)
    goes_on = clauses.kind(last + 1) in (PREPOSITION, TO, OF) and clauses.kind(last + 2) != DATE
    if goes_on and clauses.word(last + 1) not in _OF_TIME:
        return ""
    return of_segment(first, clauses) + clauses.slice(after + 1, last)


def money_raised(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "raised $9 million in fresh funds": what was raised, by its noun."""
    verb = clauses.before_qualifiers(first)
    if kind != "money" or clauses.word(after) != "in" or clauses.base(verb) not in _RAISING:
        return ""
    start = after + 1 + (clauses.kind(after + 1) == DETERMINER)
    last = clauses.phrase_after(start, 5)
    return f"{clauses.slice(start, last)} raised" if clauses.word(last) in _RAISED else ""


def money_spent(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "will spend $9 million on roads in Chad": the noun of the verb, and what for."""
    verb = clauses.before_qualifiers(first)
    joint, noun = _SPENDING.get(clauses.base(verb), ("", ""))
    is_told = kind == "money" and joint and clauses.word(after) == joint and clauses.word(after + 1) != "average"
    if not is_told or (clauses.kind(verb) == PARTICIPLE and is_passive(verb, clauses)):
        return ""
    last = clauses.phrase_after(after + 1 + (clauses.kind(after + 1) == DETERMINER), 7)
    end = last if clauses.word(last + 1) in _OVER_TIME else max(last, tail_end(last, clauses, 4))
    return f"{noun} {clauses.slice(after + 1, end)}" if last > after else ""


def money_meant(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "The act provides $9 million to build bridges in Chad": the money, and what it is meant to do."""
    left = clauses.before_qualifiers(first)
    is_verb = clauses.kind(left) in (VERB, PARTICIPLE)
    verb = clauses.lemma(left if is_verb else left - 1)
    has_particle_between = " " in verb  # "sets aside $9 million"
    if kind != "money" or verb not in _MEANT or is_verb == has_particle_between or clauses.kind(after) != TO:
        return ""
    if clauses.kind(after + 1) != VERB and clauses.kind(after + 2) != DETERMINER:
        return ""
    aim = _aim(after + 1, clauses)
    return f"{_MEANT[verb]} to {aim}" if aim else ""


def _aim(verb: int, clauses: Clauses) -> str:
    """What is to be done from a verb on, without how many: "train (900) apprentices", "repair or replace bridges"."""
    last = verb
    if clauses.kind(verb + 1) == CONJUNCTION and clauses.kind(verb + 2) == VERB:
        last = verb + 2
    start = last + 1
    while clauses.kind(start) in (QUANTITY, ADVERB):
        start += 1
    head = clauses.phrase_after(start + (clauses.kind(start) == DETERMINER))
    if head < start or clauses.kind(head) == VERB:
        return ""
    end = tail_end(head, clauses, _LONGEST_AIM)
    return f"{clauses.slice(verb, last)} {clauses.slice(start, end)}"
