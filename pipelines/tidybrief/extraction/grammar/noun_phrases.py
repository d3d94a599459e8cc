"""The noun phrases of a sentence, without articles and without what goes on after them.

What belongs here: where such a phrase begins and ends.
"""

from collections.abc import Iterator

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import ADVERB, APOSTROPHES, GERUND, NAME, NOUN, PARTICIPLE

_HEADS = frozenset({NOUN, NAME})
_JOINTS = APOSTROPHES | {"-", "/"}


def noun_phrases(clauses: Clauses) -> list[tuple[int, int]]:
    """First and last word of each noun phrase, in the order of the text; they do not overlap."""
    if clauses.noun_phrases is None:
        clauses.noun_phrases = list(_found(clauses.classes))
    return clauses.noun_phrases


def _is_owned(place: int, classes: list[str]) -> bool:
    """Whether an adverb or participle stands behind an owner: "Acme's most advanced chips"."""
    followed = place + 1 < len(classes) and classes[place + 1] in (NOUN, PARTICIPLE)
    mark = place - 2 - (classes[place - 1] == ADVERB)
    return followed and mark > 0 and classes[mark] in APOSTROPHES


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
                ends = found and kind == PARTICIPLE and not _is_owned(place, classes)
                if place + 1 >= end or classes[place + 1] not in _HEADS or ends:
                    if kind == GERUND and not found:
                        last, found = place, True
                        place += 1
                    break
            elif not (kind in _JOINTS and found) and not (kind == ADVERB and _is_owned(place, classes)):
                break
            place += 1
        if found:
            yield start, last
        place = max(place, last + 1) if found else max(place, start) + (place == start)
