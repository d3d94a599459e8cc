"""What is done to so many, where a noun tells it: "the construction of 12 reactors", "the death of all 33 passengers",
and in which place somebody came: "finished third".

What belongs here: such wordings and the indicator of each.
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import NAME, NOUN, OF
from tidybrief.extraction.records import Quantity

_COMING = frozenset({"come", "finish", "place", "end"})
_QUANTIFIERS = frozenset({"all", "both", "the", "these", "those", "its", "their", "another"})
_LONGEST_COUNTED = 4


def told_action(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str:
    """What the quantity from word `first` to before `after` measures; "" where no such words stand beside it."""
    if quantity.kind == "rank":
        return _place_reached(first, after, clauses)
    return _done_to(first, after, clauses) if quantity.kind == "count" else ""


def _done_to(first: int, after: int, clauses: Clauses) -> str:
    left = clauses.before_qualifiers(first)
    left -= clauses.word(left) in _QUANTIFIERS
    last = clauses.phrase_after(after, _LONGEST_COUNTED)
    if clauses.kind(left) != OF or clauses.word(left - 1) not in clauses.vocabulary.action_nouns or last < after:
        return ""
    if clauses.kind(left - 2) in (NOUN, NAME):  # "overdose deaths": more than the noun tells what was done
        return ""
    return f"{clauses.word(left - 1)} of {clauses.slice(after, last)}"


def _place_reached(first: int, after: int, clauses: Clauses) -> str:
    left = clauses.before_qualifiers(first)
    left -= clauses.word(left) in ("in", "a", "the")
    ends = clauses.kind(after) not in (NOUN, NAME, "-")
    return "place" if ends and clauses.base(left) in _COMING else ""
