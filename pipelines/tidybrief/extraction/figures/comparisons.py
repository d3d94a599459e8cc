"""What a multiple compares: "six times more patents than Acme", "rejected twice as often as others".

What belongs here: such comparisons and the indicator of each. Changes by a factor stand in `changes`.
"""

from tidybrief.extraction.figures.changes import LESS, MORE, level_of_earlier
from tidybrief.extraction.figures.owners import without_owner
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import tail_end
from tidybrief.extraction.grammar.word_classes import (
    AUXILIARY,
    DATE,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    VERB,
)
from tidybrief.extraction.records import Figure

_LONGEST_NAMED = 6
_BEFORE_OBJECTS = frozenset({VERB, GERUND, PARTICIPLE, DETERMINER, AUXILIARY})


def told_comparison(first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "900 patents, six times more than Acme", "had rates six times lower than", "melting six times faster": what is
    compared, for a multiple from word `first` to before `after`; "" where that is not certain.

    `earlier` is the figure before it in the sentence.
    """
    word = clauses.word(after)
    if word == "as" and clauses.word(after + 2) == "as":
        return _as_often_as(after, clauses)
    if clauses.word(after + 1) != "than" or not (word in MORE | LESS or word.endswith("er")):
        return ""
    left = clauses.before_qualifiers(first)
    end = tail_end(clauses.phrase_after(after + 2), clauses, 4)
    if clauses.word(left) == "," and word in MORE | LESS:
        measured = level_of_earlier(earlier)
        start = after + 2 + (clauses.kind(after + 2) == PREPOSITION)
        named = (place for place in range(start, start + _LONGEST_NAMED) if clauses.kind(place) in (NAME, DATE))
        return f"{measured} compared with {clauses.slice(start, next(named, max(end, start)))}" if measured else ""
    start = clauses.phrase_before(left + 1)
    if clauses.kind(left) != NOUN or start > left or clauses.kind(start - 1) not in _BEFORE_OBJECTS:
        return ""
    acts = clauses.kind(start) == GERUND or clauses.kind(start - 1) == GERUND
    opening = start - (clauses.kind(start - 1) == GERUND)
    compared = clauses.slice(after, max(end, after + 2 + (clauses.kind(after + 2) == PREPOSITION)))
    return f"{clauses.slice(opening, left)} {compared}" if acts else f"{word} {clauses.slice(start, left)}"


def _as_often_as(after: int, clauses: Clauses) -> str:
    """ "were rejected 2.3 times as often as others": what was done so often, and with whom they are compared."""
    start = after + 3
    end = clauses.phrase_after(start)
    subject = clauses.subject_phrase(after)
    if end < start or subject is None:
        return ""
    verb = clauses.verb_before(after)
    whose = without_owner(*subject, clauses)
    if clauses.word(after + 1) == "likely":
        whose = f"likelihood of {whose}"
    elif clauses.kind(verb) in (VERB, PARTICIPLE):
        whose = f"{whose} {clauses.slice(verb, verb)}"
    return f"{whose} compared with {clauses.slice(start, end)}"
