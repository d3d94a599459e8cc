"""What a document is about, and how close a sentence comes to that.

What belongs here: words that carry a topic, and the weight of a sentence by them. What does not: choosing what is told
(`statements`, `key_figures`, `timeline`).
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from tidybrief.briefing.library import Library
from tidybrief.briefing.sentences import HEADINGS, Sentence
from tidybrief.lexicon import load_lexicon

WORD: Final = re.compile(r"[^\W_]+(?:[-'’&/.][^\W_]+)*")
_SHORT_WORD: Final = 3
_WORD_WEIGHT: Final = 0.75
TITLE_WEIGHT: Final = 2.25
LEAD_WEIGHT: Final = 1.0
LEAD_SENTENCES: Final = 15
_TITLES: Final = 4_096
"""Those that are kept in words: documents are looked at one after the other."""


class Topics:
    """Knows what the documents are about, by the words of their titles."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def at_most(self, doc_id: str, text: str) -> float:
        """What the words of a title can add to the weight of a sentence of this text at most, found at once: a word
        that stands in it is a part of it."""
        line = text.casefold()
        stems = _stems_of_title(self._library.by_id[doc_id].title)
        return min(TITLE_WEIGHT, _WORD_WEIGHT * sum(map(line.__contains__, stems)))

    def weight(self, doc_id: str, sentence: Sentence | None) -> float:
        """How close the sentence is to what its document is about, up to 3.25: how many words of the title it has, and
        how early it stands. Headings have no weight: they are the title, or name a topic without telling of it."""
        if sentence is None or sentence.kind in HEADINGS:
            return 0.0
        words = _forms_of_title(self._library.by_id[doc_id].title).intersection(WORD.findall(sentence.text.casefold()))
        early = max(0.0, 1 - sentence.number / LEAD_SENTENCES)
        return min(TITLE_WEIGHT, len(_content_stems(words)) * _WORD_WEIGHT) + LEAD_WEIGHT * early


@lru_cache(maxsize=_TITLES)
def _stems_of_title(title: str) -> frozenset[str]:
    return content_stems(title) - kinds_of_texts()


@lru_cache(maxsize=_TITLES)
def _forms_of_title(title: str) -> frozenset[str]:
    """The words of a title that carry its topic, in all forms that have one stem."""
    return frozenset(form for one in _stems_of_title(title) for form in (one, f"{one}s"))


@lru_cache(maxsize=1)
def kinds_of_texts() -> frozenset[str]:
    """Words of titles that say what kind of text it is or who speaks, not what it is on, without their endings."""
    return frozenset(map(stem, load_lexicon().cues["briefing"]["kinds_of_texts"]))


def content_stems(text: str) -> frozenset[str]:
    """The words of a text that carry its topic, without their endings."""
    return _content_stems(WORD.findall(text.casefold()))


def _content_stems(words: Iterable[str]) -> frozenset[str]:
    idle = _idle_words()
    return frozenset(stem(word) for word in words if len(word) > _SHORT_WORD and word not in idle)


def stem(word: str) -> str:
    """A word in lower case without the ending of its plural."""
    return word[:-1] if word.endswith("s") and len(word) > _SHORT_WORD else word


@lru_cache(maxsize=1)
def _idle_words() -> frozenset[str]:
    return words_that_lean() | function_words()


@lru_cache(maxsize=1)
def words_that_lean() -> frozenset[str]:
    """Words that point to another sentence or to who speaks."""
    figures = load_lexicon().cues["figures"]
    pointing = {"this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your", "such"}
    return frozenset((*figures["pronouns"], *pointing))


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Words that only hold a phrase together."""
    figures = load_lexicon().cues["figures"]
    kinds = ("determiners", "prepositions", "conjunctions", "subordinators")
    return frozenset((*(word for kind in kinds for word in figures[kind]), "of", "to", "out", "up", "down"))
