"""The verb of which a figure is the object.

What belongs here: telling by the words right before a figure what its clause does with it, where its indicator only
names what is counted: "axed 240 jobs". What the verb makes of a measure is decided in `measures`.
"""

import re
from functools import lru_cache
from typing import Final

from tidybrief.corpus.hedges import hedges
from tidybrief.corpus.words import base_of, cue_words, in_standard
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.lexicon import Lexicon

_WORD: Final = r"(?!(?:in|at|on|of|by|from|to|for|with|as|when|after|before|over|under|the|an?)\b)[a-z-]+"
_PREDICATE: Final = re.compile(
    r"(?:\s+[\w’'-]+){0,9}?\s+(?P<lost>(?:lost|lose|losing) their (?:jobs?|posts?|positions?|livelihoods?))"
    r"|(?:\s+[\w’'-]+){0,9}?\s+(?:(?:are|is|were|was)\s+(?:(?:about|set|due|going)\s+)?to(?:\s+be)?"
    rf"|(?:will|would)\s+be|were|was|are|is|(?:have|has|had) been)\s+(?P<said>{_WORD}(?:\s+{_WORD})?)"
)
_REACH: Final = 60
"""Code points before the figure."""


def governing_verb(before: str, lexicon: Lexicon) -> str:
    """The base form of the verb that stands right before a figure, with hedges between them; empty where there is none,
    or one of having, telling or measuring, which adds nothing.
    """
    found = _last_words(lexicon).search(in_standard(before[-_REACH:], lexicon))
    if found is None:
        return ""
    word, grammar = found["verb"], grammar_words(lexicon)
    base = base_of(word, lexicon)
    is_verb = word in grammar.lemmas or word.endswith("ed")
    says_nothing = word in grammar.measuring_verbs or word in grammar.stating or base in cue_words("light", lexicon)
    return base if is_verb and not says_nothing else ""


@lru_cache(maxsize=4)
def _last_words(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<verb>[a-z]+)\s+(?:(?:off|out|down|away|with|in|on)\s+)?{hedges(lexicon)}$")


def predicate(after: str, lexicon: Lexicon) -> str:
    """What a clause goes on to say of what is counted: "made redundant" in "300 of them were made redundant"."""
    found = _PREDICATE.match(in_standard(after, lexicon))
    return found["said"] or found["lost"] if found else ""
