"""Departments that a list names under one head: "the Departments of Labor, the Treasury, and Energy".

What belongs here: finding each of them, and what it is called in full. The first is named with the head, the others
without it.
"""

from collections.abc import Iterator, Sequence, Set

from tidybrief.extraction.names.grammar import is_name_like
from tidybrief.extraction.names.matching import KnownName, name_matcher
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.tokens import Tokens, words_of
from tidybrief.lexicon import Lexicon

_HEADS = {"Departments": "Department", "Ministries": "Ministry"}
_ARTICLE = "the"
_BETWEEN = words_of(", and or &")
_LONGEST = 5  # words: "Housing and Urban Development"
_AS_SURE = 0.95


def with_listed_bodies(readings: Sequence[Reading], sentences: Sequence[Tokens], lexicon: Lexicon) -> list[Reading]:
    """The readings in order, those that stand in such a list as the departments that the lexicon knows by it."""
    found = [
        body
        for number, tokens in enumerate(sentences)
        if not _HEADS.keys().isdisjoint(tokens.words)
        for body in _listed(number, tokens.words, lexicon)
    ]
    if not found:
        return list(readings)
    taken = {(one.sentence, place) for one in found for place in range(one.first, one.last)}
    alone = {sentences[one.sentence].words[one.first] for one in found if one.last - one.first == 1}
    others = [
        one
        for one in readings
        if not any((one.sentence, place) in taken for place in range(one.first, one.last))
        and not _opens_another(one, sentences[one.sentence].words, alone)
    ]
    return sorted((*others, *found), key=lambda one: (one.sentence, one.first))


def _opens_another(reading: Reading, words: Sequence[str], alone: Set[str]) -> bool:
    """Whether the word for a listed department begins what is none: "Defense Waste Account"."""
    behind = words[reading.last : reading.last + 1]
    is_word = reading.last - reading.first == 1 and words[reading.first] in alone
    return is_word and bool(behind) and is_name_like(behind[0])


def _listed(number: int, words: Sequence[str], lexicon: Lexicon) -> Iterator[Reading]:
    for head, word in enumerate(words[:-2]):
        if word not in _HEADS or words[head + 1] != "of":
            continue
        bodies = list(_items(words, head + 2, _HEADS[word], lexicon))
        for first, last, known in bodies if len(bodies) > 1 else ():
            start = head if (first, last, known) == bodies[0] else first
            yield Reading(number, start, last, "ORG", "lexicon", _AS_SURE, "alias", known)


def _items(words: Sequence[str], place: int, head: str, lexicon: Lexicon) -> Iterator[tuple[int, int, KnownName]]:
    """The words of each body of a list, less the article, and what it is; up to the first that nobody knows."""
    while True:
        first = place + (words[place : place + 1] == [_ARTICLE])
        item = next(
            (
                (first, last, known)
                for last in range(min(first + _LONGEST, len(words)), first, -1)
                if (known := _body(head, words[first:last], lexicon)) is not None
            ),
            None,
        )
        if item is None:
            return
        yield item
        place = item[1]
        while place < len(words) and words[place] in _BETWEEN:
            place += 1
        if place == item[1]:
            return


def _body(head: str, words: Sequence[str], lexicon: Lexicon) -> KnownName | None:
    matcher, name = name_matcher(lexicon), " ".join(words)
    known = matcher.reading_of(f"{head} of {name}") or matcher.reading_of(f"{head} of {_ARTICLE} {name}")
    return known if known is not None and known.type == "ORG" else None
