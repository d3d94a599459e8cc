"""The tense of a clause, as far as its verb group shows it.

What belongs here: past, present, perfect and future. Whether a sentence is told as a fact is decided in `sentences`.
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.records import Quantity

_FUTURE = frozenset({"will", "would", "could", "may", "might", "should", "shall", "can"})
_PRESENT = frozenset({"is", "are", "does", "do"})
_PAST = frozenset({"was", "were", "had", "did"})


def tense_of(quantity: Quantity, clauses: Clauses) -> str:
    """The tense of the clause that holds a quantity, as far as its verb shows it."""
    place = clauses.verb_before(clauses.at(quantity.start))
    if place < 0:
        place = clauses.verb_after(clauses.at(quantity.end))
    if place < 0:
        return "no verb"
    word = clauses.word(clauses.subject_end(place))
    if word in _FUTURE or clauses.word(place) in _FUTURE:
        return "future"
    if word in ("has", "have"):
        return "perfect"
    lemma = clauses.vocabulary.lemmas.get(word, "")
    if word in _PAST or (lemma and word not in (lemma, f"{lemma}s", f"{lemma}es")):
        return "past"
    return "present" if word in _PRESENT or word.endswith("s") else "other"
