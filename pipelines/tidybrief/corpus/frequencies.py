"""How often something is counted.

What belongs here: the words for one count a day, a week or a month, of which there are many: "every month", "a month"
and "monthly" are one, and who uses something so often is active.
"""

import re
from typing import Final

_ADVERBS: Final = {"day": "daily", "week": "weekly", "month": "monthly", "quarter": "quarterly"}
_UNITS: Final = "|".join(_ADVERBS)
_NO_SPAN: Final = "".join(
    rf"(?<!\b{word} )"
    for word in ("million", "billion", "in", "for", "of", "than", "within", "after", "before", "once", "half")
)
_AGAIN_AND_AGAIN: Final = re.compile(
    rf"\s(?:(?:every|each|per)\s(?P<one>{_UNITS})"
    rf"|(?<!\d ){_NO_SPAN}"
    rf"a\s(?P<other>{_UNITS})(?!\s(?:ago|earlier|later|after|before|long|or|and|of)\b))\b"
)
"""After what is counted, and not after an amount, which is reckoned by the day."""
_OFTEN: Final = re.compile(rf"\b(?:{'|'.join(_ADVERBS.values())})\b", re.IGNORECASE)
_ACTIVE: Final = re.compile(r"\bactive\s", re.IGNORECASE)


def in_adverbs(words: str) -> str:
    """The words, with one adverb for how often something is counted."""
    told = _AGAIN_AND_AGAIN.sub(lambda found: f" {_ADVERBS[found['one'] or found['other']]}", words)
    return _ACTIVE.sub("", told) if _OFTEN.search(told) else words


def how_often(indicator: str, after: str) -> str:
    """The indicator, with how often it is counted, where the clause says that after the figure."""
    if _OFTEN.search(indicator):
        return in_adverbs(indicator)
    found = _AGAIN_AND_AGAIN.search(after)
    return in_adverbs(f"{_ADVERBS[found['one'] or found['other']]} {indicator}") if found else indicator
