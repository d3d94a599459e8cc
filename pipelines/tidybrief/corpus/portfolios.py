"""What a minister is in charge of.

What belongs here: reading the portfolio from the words for an occupation, where it is held now, and telling which two
are often in one hand.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import combinations
from typing import Final

from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

_NOT_NOW: Final = re.compile(
    r"\b(?:was|were|had|been|be|become|became|would|like|likely|hopes?|hoped|hoping|wants?|as a)\b[^,;.]*$"
)
_NOT_ITS_OWN: Final = re.compile(r"\b(?:until|would|might|could|once|then|rumou?red)\b", re.IGNORECASE)
_IN_FRONT: Final = re.compile(r"(?:^|[,;:–—-] )[Aa]s (?:the )?$")
_PRESENT: Final = re.compile(r"[^,;.]{0,60}, (?:[A-Z][\w.’'-]* )+(?!was\b)[a-z]+s\b")
"""What follows "As minister of Norland" where it is no look back: who, and a verb in the present."""


def portfolio(occupation: str, lexicon: Lexicon) -> str | None:
    """The portfolio that the words for an occupation name."""
    named = _portfolio(lexicon).fullmatch(occupation)
    return (named["before"] or named["behind"]).lower() if named else None


def is_held_now(occupation: str, sentence: str) -> bool:
    """Whether the sentence says of the post that somebody holds it, and alone."""
    start = sentence.find(occupation)
    if _IN_FRONT.search(sentence, 0, max(start, 0)) and not _PRESENT.match(sentence, start + len(occupation)):
        return False
    return not (_NOT_ITS_OWN.search(sentence) or (start > 0 and _NOT_NOW.search(sentence, 0, start)))


def may_be_one(portfolios: Collection[str], lexicon: Lexicon) -> bool:
    """Whether one minister may well be in charge of two of them."""
    joined = _joined(lexicon)
    return any(any({one, other} <= row for row in joined) for one, other in combinations(set(portfolios), 2))


@lru_cache(maxsize=4)
def _joined(lexicon: Lexicon) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row) for row in lexicon.cues["comparisons"]["portfolios"]["joined"])


@lru_cache(maxsize=4)
def _portfolio(lexicon: Lexicon) -> re.Pattern[str]:
    field = one_of({name for row in _joined(lexicon) for name in row})
    nouns = one_of(lexicon.cues["comparisons"]["portfolios"]["nouns"])
    lesser = one_of(lexicon.cues["comparisons"]["portfolios"]["lesser"])
    word = rf"(?!(?i:{lesser})\b)[A-Z][\w.'’-]*"
    whose = rf"(?:the )?(?:{word}(?: {word}){{0,3}}(?:['’]s)? )?"
    where = r"(?: (?:of|in|for) (?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})?"
    what = rf"(?P<before>{field}) (?:{nouns})|(?:{nouns}) (?:of|for) (?:the )?(?P<behind>{field})"
    return re.compile(rf"{whose}(?i:{what}){where}")
