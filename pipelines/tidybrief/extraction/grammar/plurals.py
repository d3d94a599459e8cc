"""Counted nouns in the plural.

What belongs here: a noun phrase in the singular as it is said of many. Singulars of what a text counts are found where
quantities are extracted.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tidybrief.lexicon import load_lexicon

_HEAD: Final = re.compile(r"(?<=\S)(?=(?: (?:per|of|in|for) |/))")
_OR: Final = re.compile(r",? or |, ")
_SCALES: Final = ("celsius", "fahrenheit")
"""Of temperature: behind "degree", which alone is inflected."""
_ALIKE_IN_NUMBER: Final = (
    *("percent", "hertz", "kelvin", "lux", "siemens", "aircraft", "spacecraft", "series", "species", "staff", "head"),
    *("personnel", "police", "cattle", "livestock", "poultry", "sheep", "deer", "fish", "offspring", "equipment"),
    "crew",
)
_NO_MAN: Final = ("human", "german", "roman", "norman", "ottoman", "shaman", "talisman", "caiman")


def plural(noun: str) -> str:
    """The plural of a counted noun phrase; the head stands before "per", "of", "in", "for" or a slash, else
    last; several are joined: "cafe or bar", "cafes and bars".
    """
    found = _HEAD.search(noun)
    head, rest = (noun[: found.start()], noun[found.start() :]) if found else (noun, "")
    if _OR.search(head):
        *others, last = _OR.split(head)
        return f"{', '.join(map(plural, others))}{',' if len(others) > 1 else ''} and {plural(last)}{rest}"
    before, space, last = head.rpartition(" ")
    if last.lower() in _SCALES:
        return f"{plural(before)}{space}{last}{rest}" if before else noun
    return f"{before}{space}{_of_one_word(last)}{rest}"


def _of_one_word(word: str) -> str:  # noqa: PLR0911
    lower = word.lower()
    if not word or lower in _ALIKE_IN_NUMBER or lower.endswith("hertz"):
        return word
    if lower in _irregular():
        return _irregular()[lower]
    if lower.endswith("child"):
        return f"{word}ren"
    if lower.endswith("man") and len(lower) > 5 and not lower.endswith(_NO_MAN):
        return f"{word[:-2]}en"
    if lower.endswith(("ss", "us", "x", "z", "ch", "sh")):
        return f"{word}es"
    if lower.endswith("s") or (lower.endswith("ese") and word[0].isupper()):
        return word
    if lower.endswith("y") and lower[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        return f"{word[:-1]}ies"
    return f"{word}s"


@lru_cache(maxsize=1)
def _irregular() -> Mapping[str, str]:
    """Those of the lexicon, by their singular."""
    singulars = load_lexicon().cues["quantities"]["nouns"]["irregular"]
    return {singular: of_many for of_many, singular in singulars.items()}
