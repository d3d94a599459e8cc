"""Counts of the dead: what a reader looks for first, and what stands first.

What belongs here: telling from the words around a count whether it is of people who died. What does not: the words for
that (`lexicon/briefing.toml`), and how much such a count weighs (`weighing`).
"""

import re
from functools import lru_cache
from typing import Final

from tidybrief.briefing.sentences import Sentence
from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import load_lexicon

_BEHIND, _BEFORE = 60, 40
"""Characters behind and before a count in which what was said of it stands."""
_MOST_WORDS_BEHIND: Final = 6
_MOST_WORDS_BEFORE: Final = 5
_APART: Final = re.compile(r"[\d;:!?]|\.\s")
_WORD: Final = re.compile(r"[^\W\d_]+")
_CAUSE: Final = re.compile(
    r"(?<![Aa]s )\bof (?!\d)\w|\b(?:from|after|amid|during|due to|because|when|with|by) (?!\d|[A-Z]\w+day\b)\w|"
    r"\bin (?!\d{4}\b|the (?:past|last)\b|[A-Z])\w"
)
"""What leads to that of which people died: "of cholera", "in a flood", "when a bridge fell"."""
_KILLING: Final = re.compile(
    r"\b(?:killed|killing|kills|claimed|left|took)\b(?! by\b)|\b[a-z]{3,} (?:related )?(?:deaths|fatalities)\b"
)
"""Verbs whose subject is the cause, and nouns that have it before them."""


def is_toll(kind: str, sentence: Sentence | None, start: int, end: int) -> bool:
    """Whether the figure from `start` to `end` of its document counts people who died."""
    if kind != "count" or sentence is None:
        return False
    return counts_deaths(sentence.text, start - sentence.start, end - sentence.start)


def counts_deaths(text: str, start: int, end: int) -> bool:
    """Whether the count from `start` to `end` of a sentence is of the dead: a word for it stands close by, with neither
    another number nor another clause between."""
    behind = _deaths().search(text, end, end + _BEHIND)
    if behind and _are_together(text[end : behind.start()], _MOST_WORDS_BEHIND):
        return True
    low = max(0, start - _BEFORE)
    *_, before = (None, *_deaths().finditer(text, low, start))
    between = text[before.end() : start] if before else ","
    return "," not in between and _are_together(between, _MOST_WORDS_BEFORE)


def leaves_out_cause(text: str) -> bool:
    """Whether a sentence that counts the dead does not tell of what they died: "some 700 people died in 2023"."""
    return _CAUSE.search(text) is None and _KILLING.search(text) is None


def words_for_death() -> str:
    """The words as an expression that knows no exceptions: where none of them stands, nothing counts the dead."""
    return rf"\b(?:{one_of(load_lexicon().cues['briefing']['deaths'])})\b"


def _are_together(between: str, most_words: int) -> bool:
    words = _WORD.findall(between.casefold())
    return len(words) <= most_words and not _APART.search(between) and _keeping_apart().isdisjoint(words)


@lru_cache(maxsize=1)
def _deaths() -> re.Pattern[str]:
    """The words in small letters, for in names ("the Dead Sea") they tell nothing."""
    return re.compile(rf"\b(?!(?:{one_of(load_lexicon().cues['briefing']['no_deaths'])})\b)" + words_for_death())


@lru_cache(maxsize=1)
def _keeping_apart() -> frozenset[str]:
    return frozenset(load_lexicon().cues["briefing"]["apart_from_deaths"])
