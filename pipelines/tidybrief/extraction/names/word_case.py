"""How prose writes a word: from the counts that come with the weights of the name tagger.

What belongs here: asking them about one word. How the tagger uses them stands in `tagger_features`.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tidybrief.extraction.names.tagger_weights import load_weights

_MOSTLY_LOWER: Final = 1
"""The lists go from words that are hardly ever capitalised (0) to those that nearly always are (4)."""

_HALF: Final = 2
_ALWAYS_CAPITALISED: Final = 4
_SHORTEST_PART = 3
_ENDINGS: Final = {
    "s": ("",),
    "es": ("",),
    "ies": ("y",),
    "ed": ("", "e"),
    "ing": ("", "e"),
    "er": ("", "e"),
    "ers": ("", "e"),
    "or": ("", "e"),
    "ors": ("", "e"),
    "ly": ("", "le"),
    "ity": ("", "e"),
    "ness": ("",),
    "ment": ("",),
    "ments": ("",),
    "able": ("", "e"),
    "less": ("",),
    "ion": ("", "e"),
    "ions": ("", "e"),
    "ation": ("", "e"),
    "ist": ("", "e"),
    "ists": ("", "e"),
}
"""Endings that common words take, with what may stand in their place in the word they come from."""


def is_mostly_lower_case(word: str) -> bool:
    """Whether prose, sentence starts aside, mostly writes the word in lower case; False for words it does not know."""
    weights = load_weights()
    return weights is not None and weights.lists.case.get(word.lower(), _MOSTLY_LOWER + 1) <= _MOSTLY_LOWER


def is_often_in_lower_case(word: str) -> bool:
    """Whether prose has the word in lower case at least as often as not; False for words it does not know."""
    weights = load_weights()
    return weights is not None and weights.lists.case.get(word.lower(), _HALF + 1) <= _HALF


def is_often_capitalised(word: str) -> bool:
    """Whether prose has the word with a capital at least as often as not, or does not know it."""
    weights = load_weights()
    return weights is not None and weights.lists.case.get(word.lower(), _MOSTLY_LOWER + 1) > _MOSTLY_LOWER


def is_mostly_capitalised(word: str) -> bool:
    """Whether prose nearly always has the word with a capital, or does not know it."""
    weights = load_weights()
    return weights is None or weights.lists.case.get(word.lower(), _ALWAYS_CAPITALISED) >= _ALWAYS_CAPITALISED


@lru_cache(maxsize=50_000)
def is_unknown(word: str) -> bool:
    """Whether prose says nothing of the word: neither it nor a word that it may be formed of is among the common ones.

    False where there are no counts.
    """
    weights = load_weights()
    if weights is None:
        return False
    case, lower = weights.lists.case, word.lower()
    return not any(form in case or _is_compound(form) for form in (lower, *_bases(lower)))


def _bases(word: str) -> Iterator[str]:
    """What is left of a word in lower case without an ending of inflection or derivation."""
    for ending, replacements in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_PART:
            stem = word.removesuffix(ending)
            yield from (stem + replacement for replacement in replacements)
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def _is_compound(word: str) -> bool:
    """Whether the word is two common ones, one after the other: "steelmaker"."""
    return any(
        is_mostly_lower_case(word[:cut]) and is_mostly_lower_case(word[cut:])
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )
