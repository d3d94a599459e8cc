"""Places that are known by their names.

What belongs here: cities that the lexicon lists. How places are found in a text is decided in `extraction`.
"""

from functools import lru_cache

from tidybrief.lexicon import Lexicon


@lru_cache(maxsize=4)
def listed_cities(lexicon: Lexicon) -> frozenset[str]:
    """The names of cities in `places.toml`."""
    names = lexicon.cues["places"]["cities"]["names"]
    return frozenset(" ".join(name.split()) for name in names.split(";"))
