"""The noun phrases of a sentence, without articles and without what goes on after them.

What belongs here: where such a phrase begins and ends.
"""

from collections.abc import Iterator

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import APOSTROPHES, GERUND, NAME, NOUN, PARTICIPLE

_HEADS = frozenset({NOUN, NAME})
_JOINTS = APOSTROPHES | {"-", "/"}


def noun_phrases(clauses: Clauses) -> list[tuple[int, int]]:
    """First and last word of each noun phrase, in the order of the text; they do not overlap."""
    if clauses.noun_phrases is None:
        clauses.noun_phrases = list(_found(clauses.classes))
    return clauses.noun_phrases


def _found(classes: list[str]) -> Iterator[tuple[int, int]]:
    place, end = 0, len(classes)
    while place < end:
        start = last = place
        found = False
        while place < end:
            kind = classes[place]
            if kind in _HEADS:
                last, found = place, True
            elif kind in (PARTICIPLE, GERUND):
                if place + 1 >= end or classes[place + 1] not in _HEADS or (found and kind == PARTICIPLE):
                    if kind == GERUND and not found:
                        last, found = place, True
                        place += 1
                    break
            elif not (kind in _JOINTS and found):
                break
            place += 1
        if found:
            yield start, last
        place = max(place, last + 1) if found else max(place, start) + (place == start)
