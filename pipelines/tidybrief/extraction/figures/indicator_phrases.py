"""The noun phrases around a quantity as possible indicators, each with what speaks for it.

What belongs here: finding the phrases, how far each goes on, and how it stands to the quantity. Indicators that are put
together from several places stand in `indicator_rules`; the choice, in `indicators`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.noun_phrases import noun_phrases
from tidybrief.extraction.grammar.phrases import WHEREABOUTS, past_names
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    OF,
    PARTICIPLE,
    PREPOSITION,
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
)

_PHRASES_A_SIDE = 3
_OPENING_CLAUSES = frozenset({"as", "after", "before", "because", "although", "though", "while", "whereas", "until"})
_RELATIVES = frozenset({"which", "who", "whose"})
_LONGEST_LINK = 4
_MOST_TAILS = 2
_FINITE = frozenset({VERB, PARTICIPLE, AUXILIARY})
_LINKING = frozenset({OF, PREPOSITION, TO, DETERMINER, PARTICIPLE, GERUND, CONJUNCTION, ADVERB, VERB})
_SPOKEN = frozenset(
    {OF, PREPOSITION, TO, PARTICIPLE, GERUND, CONJUNCTION, VERB, AUXILIARY, QUANTITY, DATE, ",", ";", ":", "(", ")"}
)


def phrase_candidates(first: int, after: int, kind: str, clauses: Clauses) -> Iterator[tuple[str, Sequence[str]]]:
    """Phrases near the quantity that stands from word `first` to before `after`, with the features of each."""
    phrases = noun_phrases(clauses)
    end = bisect_left(phrases, (first, -1))
    end -= end > 0 and phrases[end - 1][1] >= first
    behind = bisect_left(phrases, (after, -1))
    before = range(end - 1, max(-1, end - 1 - _PHRASES_A_SIDE), -1)
    end_of_clause = min(_end_of_relative_clause(first, after, clauses), _next_clause(after, clauses))
    close = bisect_left(phrases, (end_of_clause, -1))
    following = range(behind, min(close, behind + _PHRASES_A_SIDE))
    for side, numbers in (("before", before), ("after", following)):
        for order, number in enumerate(numbers):
            start, last = phrases[number]
            link = (
                _link(last + 1, clauses.before_qualifiers(first) + 1, clauses)
                if side == "before"
                else _link(after, start, clauses)
            )
            place = f"phrase {side} {order}"
            common = _of_place(place, link, kind) + _of_head(side, clauses.word(last), kind)
            for words, tail in _extents(number, phrases, clauses):
                yield words, common + _of_tail(place, tail, kind)


def _end_of_relative_clause(first: int, after: int, clauses: Clauses) -> int:
    """Where ", which produced 834,000 barrels a day," ends around a quantity and the verb of the sentence follows;
    the end of the sentence where it is told in no such clause.
    """
    end = len(clauses.words)
    comma = next((place for place in range(first - 1, 0, -1) if clauses.kind(place) == ","), 0)
    if clauses.word(comma + 1) not in _RELATIVES:
        return end
    closes = (place for place in range(after, end - 1) if clauses.kind(place) == ",")
    return next((place for place in closes if clauses.kind(place + 1) in (VERB, AUXILIARY)), end)


def _next_clause(after: int, clauses: Clauses) -> int:
    """Where a clause of its own opens behind a quantity: "raised $9 million (as demand for chips grew)"."""
    places = range(after, len(clauses.words))
    return next((place for place in places if clauses.words[place] in _OPENING_CLAUSES
                 and clauses.classes[place] == SUBORDINATOR), len(clauses.words))  # fmt: skip


@lru_cache(maxsize=4096)
def _of_place(place: str, link: str, kind: str) -> tuple[str, ...]:
    """The features of a phrase by its place and what stands between it and the quantity."""
    return (place, f"{place}, {kind}", f"{place}, linked {link}", f"{place}, linked {link}, {kind}")


@lru_cache(maxsize=4096)
def _of_head(side: str, head: str, kind: str) -> tuple[str, ...]:
    """The features of a phrase by its head; "" for that of a name."""
    return (f"{side}, head {head}", f"{side}, head {head}, {kind}") if head else (f"{side}, head is a name",)


@lru_cache(maxsize=4096)
def _of_tail(place: str, tail: str, kind: str) -> tuple[str, ...]:
    """The features of a phrase by what goes on after it."""
    return (f"{place}, tail {tail}", f"{place}, tail {tail}, {kind}")


def _extents(number: int, phrases: list[tuple[int, int]], clauses: Clauses) -> Iterator[tuple[str, str]]:
    """A phrase alone, without its owner, and with what goes on after it."""
    start, last = phrases[number]
    yield clauses.slice(start, last), "none"
    if clauses.word(last + 1) in WHEREABOUTS:
        yield clauses.slice(start, last + 1), "where"
    bare = past_names(start, last, clauses)
    if bare > start:
        yield clauses.slice(bare, last), "none, without owner"
    tail = ""
    end = last
    for following in range(number + 1, min(number + 1 + _MOST_TAILS, len(phrases))):
        next_start, next_last = phrases[following]
        between = clauses.classes[end + 1 : next_start]
        if len(between) > _LONGEST_LINK or not between or not _LINKING.issuperset(between):
            break
        if clauses.word(end + 1) == "as" and (clauses.kind(next_last + 1) in _FINITE or PARTICIPLE in between):
            break
        opening = (
            clauses.word(end + 1)
            if clauses.classes[end + 1] in (PREPOSITION, CONJUNCTION)
            else clauses.classes[end + 1]
        )
        tail = f"{tail} {opening}".strip()
        if clauses.classes[end + 1] in (PARTICIPLE, GERUND):
            yield clauses.slice(bare, end + 1), f"{tail} alone"
        end = next_last
        yield clauses.slice(bare, end), tail
    else:
        return
    if clauses.kind(end + 1) == PARTICIPLE and end == last:
        yield clauses.slice(bare, end + 1), "participle alone"


def _link(start: int, end: int, clauses: Clauses) -> str:
    """What stands between a phrase and its quantity, in short."""
    if start >= end:
        return "directly"
    parts = []
    for place in range(start, end):
        kind = clauses.classes[place]
        if kind in (PREPOSITION, CONJUNCTION):
            parts.append(clauses.words[place])
        elif kind in _SPOKEN and (not parts or parts[-1] != kind):
            parts.append(kind)
    return " ".join(parts) if len(parts) <= 4 else "far"
