"""The verb of which a figure is the object.

What belongs here: telling by the words right before a figure what its clause does with it, where its indicator only
names what is counted: "axed 240 jobs". What the verb makes of a measure is decided in `measures`.
"""

import re
from typing import Final

from tidybrief.corpus.words import base_of, cue_words
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.lexicon import Lexicon

_HEDGES: Final = (
    r"(?:\s+(?:a total of|more than|at least|up to|as many as|an?|the|its|their|about|around|some|nearly|almost|just"
    r"|only|roughly|another|over))*"
)
_LAST_WORDS: Final = re.compile(rf"\b(?P<verb>[a-z]+)(?:\s+(?:off|out|down|away|with|in|on))?{_HEDGES}\s+$")
_REACH: Final = 60
"""Code points before the figure."""


def governing_verb(before: str, lexicon: Lexicon) -> str:
    """The base form of the verb that stands right before a figure, with hedges between them; empty where there is none,
    or one of having, telling or measuring, which adds nothing.
    """
    found = _LAST_WORDS.search(before[-_REACH:])
    if found is None:
        return ""
    word, grammar = found["verb"], grammar_words(lexicon)
    base = base_of(word, lexicon)
    is_verb = word in grammar.lemmas or word.endswith("ed")
    says_nothing = word in grammar.measuring_verbs or word in grammar.stating or base in cue_words("light", lexicon)
    return base if is_verb and not says_nothing else ""
