"""Where a subject begins behind what stands in front of it: "in Oslo prices rose", "among women the rate was".

What belongs here: words that open a clause before its subject. How far the subject goes stands in `clauses`.
"""

from collections.abc import Sequence

from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    NAME,
    NOUN,
    OF,
    PREPOSITION,
    TO,
)

_LOOSE = frozenset({ADVERB, PREPOSITION, CONJUNCTION, DETERMINER, TO, OF})


def past_fronted(first: int, last: int, classes: Sequence[str]) -> int:
    """The first word of a subject that ends at `last`, of words from `first` on; past `last` where there is none."""
    start = first
    while start <= last and classes[start] in _LOOSE:
        start += 1
    if PREPOSITION not in classes[first:start]:
        return start
    for place in range(start + 1, last):
        if classes[place] == DETERMINER and classes[place - 1] in (NOUN, NAME):
            return place + 1
    is_place = classes[start - 1] == PREPOSITION and classes[start : start + 2] == [NAME, NOUN]  # "in Oslo prices rose"
    return start + 1 if start < last and is_place else start
