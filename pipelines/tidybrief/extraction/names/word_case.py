"""How prose writes a word: from the counts that come with the weights of the name tagger.

What belongs here: asking them about one word. How the tagger uses them stands in `tagger_features`.
"""

from typing import Final

from tidybrief.extraction.names.tagger import load_weights

_MOSTLY_LOWER: Final = 1
"""The lists go from words that are hardly ever capitalised (0) to those that nearly always are (4)."""


def is_mostly_lower_case(word: str) -> bool:
    """Whether prose, sentence starts aside, mostly writes the word in lower case; False for words it does not know."""
    weights = load_weights()
    return weights is not None and weights.lists.case.get(word.lower(), _MOSTLY_LOWER + 1) <= _MOSTLY_LOWER
