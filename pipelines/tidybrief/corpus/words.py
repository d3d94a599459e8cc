"""The words that tell what is measured or said.

What belongs here: reducing a phrase to the words that carry its meaning, so that two phrasings of one thing are equal.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tidybrief.lexicon import Lexicon

_WORD: Final = re.compile(r"[^\W_](?:[\w.+&'’-]*[\w+])?")
_FUNCTION_WORDS: Final = frozenset(
    _WORD.findall(
        """
        a an the of in on at to for by from with as and or its their his her this that these those which who
        per is are was were be been being has have had will would it they
        """
    )
)


@lru_cache(maxsize=32_768)
def content_words(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The words that carry meaning, in the singular, a synonym replaced by the word that stands for all."""
    vocabulary = _vocabulary(lexicon)
    lowered = text.lower().replace("’", "'").replace("'s", "")
    for phrase, standard in vocabulary.synonyms.items():
        if " " in phrase:
            lowered = lowered.replace(phrase, standard)
    singular = (_singular(word) for word in _WORD.findall(lowered) if word not in _FUNCTION_WORDS)
    words = frozenset(vocabulary.synonyms.get(word, word) for word in singular)
    for together, standard in vocabulary.phrases:
        if together <= words:
            words = words - together | {standard}
    return words - vocabulary.empty


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The lexicon's words that say nothing, the standard of each synonym, and of words that mean one thing together."""

    empty: frozenset[str]
    synonyms: Mapping[str, str]
    phrases: tuple[tuple[frozenset[str], str], ...]


@lru_cache(maxsize=4)
def _vocabulary(lexicon: Lexicon) -> _Vocabulary:
    cues = lexicon.cues["comparisons"]["indicators"]
    return _Vocabulary(
        frozenset(cues["empty"]),
        {
            form: row[-1] if " " in row[0] else row[0]
            for row in cues["synonyms"]
            for word in row
            for form in (_singular(word), word)
        },
        tuple((frozenset(together), standard) for together, standard in cues["phrases"]),
    )


def _singular(word: str) -> str:
    if len(word) <= 3 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word.removesuffix("s")
