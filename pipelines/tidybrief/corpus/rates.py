"""What an amount is reckoned by.

What belongs here: finding "per hour", "a share" and "for every share" in the words around an amount of money. That such
an amount is another one than the amount is decided in `keys`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from tidybrief.corpus.clauses import AFTER, CLAUSE
from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon


def rate_of(row: Mapping[str, Any], lexicon: Lexicon) -> str:
    """What an amount of money is reckoned by, in the words of its clause: "per hour", and "an hour"."""
    if row["kind"] != "money":
        return ""
    found = _reckoned(lexicon).match(row[AFTER]) or _reckoned_before(lexicon).search(row["indicator"] or "")
    found = found or _reckoned_first(lexicon).match(row[CLAUSE])
    return found[0] if found else ""


@lru_cache(maxsize=4)
def _reckoned(lexicon: Lexicon) -> re.Pattern[str]:
    """Right after an amount: what it is paid for each of."""
    rates = one_of(lexicon.cues["comparisons"]["indicators"]["rates"])
    return re.compile(rf"\s(?:per|for each|for every|an?|each|every)\s(?:{rates})\b")


@lru_cache(maxsize=4)
def _reckoned_before(lexicon: Lexicon) -> re.Pattern[str]:
    """The same in the words before an amount: "earnings per share"."""
    return re.compile(rf"\sper\s(?:{one_of(lexicon.cues['comparisons']['indicators']['rates'])})\b")


@lru_cache(maxsize=4)
def _reckoned_first(lexicon: Lexicon) -> re.Pattern[str]:
    """The same in the words that open the clause: "For every share, its owners get"."""
    rates = one_of(lexicon.cues["comparisons"]["indicators"]["rates"])
    return re.compile(rf"(?:For|Per)\s(?:each\s|every\s)(?:{rates})\b")
