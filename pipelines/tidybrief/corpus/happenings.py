"""What came upon a place, as its victims are told of.

What belongs here: the words of a clause that name the flood or the crash in which people were hurt, and whether two
clauses can speak of one. How many were hurt is told with the cause or without it, so that these words are no measure
and no circumstance of their own; dated events are compared in `event_points`.
"""

import re
from functools import lru_cache
from typing import Final

from tidybrief.corpus.words import cue_words, words_of
from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

_DESCRIBING: Final = "~"
_IT: Final = "it"
_OF_WHOM: Final = r"(?:\s(?:by|among|of)\s(?:[a-z-]+\s)?[a-z-]+|\s(?:against|over|for)\s(?:[a-z-]+\s){0,2}[a-z-]+)?"
"""Behind a strike or a protest: whose it is, and for what."""
_NO_BODY: Final = r"(?!\s(?:brigade|service|department|chief|crew|engine|station|alarm|centre|center|protection))"
"""After the noun: that it is not the first word for those who help."""
_BETWEEN: Final = (
    "of in at by from on to with near over and after when because as for was were had has have that which who people"
)
"""No words that describe an event: "the town in which a landslide"."""


def is_of_harm(measured: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a measure of these words tells what came upon people and homes."""
    return not measured.isdisjoint(cue_words("harms", lexicon))


def without_happening(clause: str, lexicon: Lexicon) -> str:
    """The clause without the words for what came upon people: "in it in Tarvo" of "in a train crash in Tarvo"."""
    return _happening(lexicon).sub(_IT, clause)


def words_of_happening(clause: str, lexicon: Lexicon) -> frozenset[str]:
    """The words by which a clause tells what came upon people: "train" and "crash"."""
    return words_of((found[0] for found in _happening(lexicon).finditer(clause)), lexicon)


def happenings_in(clause: str, lexicon: Lexicon) -> frozenset[str]:
    """What came upon people by this clause: each kind under one noun, and the words that describe it as "~train"."""
    kinds, found = _kinds(lexicon), [*_happening(lexicon).finditer(clause)]
    told = words_of((happening["described"] or "" for happening in found), lexicon)
    described = {f"{_DESCRIBING}{word}" for word in told - _neutral(lexicon) if not word.isdigit()}
    return frozenset({*(kinds[happening["noun"].lower()] for happening in found), *described})


def may_be_one_happening(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what two clauses name can be one and the same: one of them tells it, or both tell one kind of it, and
    describe it in one way if they do.
    """
    described = [{word for word in words if word.startswith(_DESCRIBING)} for words in (one, other)]
    kinds = [words - told for words, told in zip((one, other), described, strict=True)]
    return all(not (first and second) or not first.isdisjoint(second) for first, second in (kinds, described))


@lru_cache(maxsize=4)
def _neutral(lexicon: Lexicon) -> frozenset[str]:
    cues = lexicon.cues["comparisons"]
    return words_of((*cues["events"]["neutral"], *cues["scopes"]["neutral"]), lexicon)


@lru_cache(maxsize=4)
def _kinds(lexicon: Lexicon) -> dict[str, str]:
    rows = lexicon.cues["comparisons"]["scopes"]["happenings"]
    return {form: row[0] for row in rows for noun in row for form in (noun, f"{noun}s", f"{noun}es")}


@lru_cache(maxsize=4)
def _happening(lexicon: Lexicon) -> re.Pattern[str]:
    describing = rf"(?:(?!(?:{'|'.join(_BETWEEN.split())})\s)[a-z][\w-]*\s)"
    named = r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat)\s(?:\d{4}\s)?(?:[A-Z][\w-]+\s){0,2}"
    return re.compile(
        rf"(?:{named}(?P<described>{describing}{{0,2}}?)|\b)(?P<noun>(?i:{one_of(_kinds(lexicon))}))\b{_NO_BODY}{_OF_WHOM}"
    )
