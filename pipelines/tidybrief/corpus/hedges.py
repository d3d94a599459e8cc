"""Words that may stand between a word and the number that it governs.

What belongs here: one pattern of hedges, determiners and fillers, for all who read the words right before a figure.
Which qualifier a hedge gives a figure is decided in `extraction`.
"""

from functools import lru_cache
from typing import Final

from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

_QUALIFIERS: Final = ("approx", "at_least", "at_most")


@lru_cache(maxsize=4)
def hedges(lexicon: Lexicon) -> str:
    """A pattern of any number of them, each with the space behind it: "rose to [about a ]third"."""
    before, cues = lexicon.cues["quantities"]["qualifiers"]["before"], lexicon.cues["comparisons"]["levels"]
    told = [phrase for name in _QUALIFIERS for phrase in before[name] if phrase[0].isalpha()]
    return rf"(?:(?:{one_of((*told, *cues['fillers']))})\s+)*"
