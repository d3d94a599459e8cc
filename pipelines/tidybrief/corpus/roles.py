"""What a clause makes its subject: who gives and not who gets, or somebody beside it.

What belongs here: the words around the name of a subject with which a figure is not its own in the way in which its
measure tells: "the founder of Acme was fined", "its rival had revenue of", "Acme gave a loan of". Which words of a
clause narrow a figure is decided in `scopes`.
"""

import re
from collections.abc import Set
from functools import lru_cache
from typing import Final

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.lexicon import Lexicon

SUBJECT: Final = "\0"
"""In a clause: the name of its subject."""
_ACTING: Final = "(acting)"
_SOMEBODY: Final = "(somebody)"
_CAPACITY: Final = "capacity"
_NEW: Final = re.compile(r"\b[Nn]ew(?:ly)?\s(?:[a-z]+\s){0,2}capacity\b")
"""What somebody adds to what there is."""


def roles(clause: str, measured: frozenset[str], lexicon: Lexicon) -> Set[str]:
    """Circumstances that are no words: that the subject does for others what the measure of these words tells of
    itself, and that the clause is about somebody who only belongs to it.
    """
    found: set[str] = set()
    if _acting(measured, lexicon).search(clause) or (_CAPACITY in measured and _NEW.search(clause)):
        found.add(_ACTING)
    if _somebody(lexicon).search(clause):
        found.add(_SOMEBODY)
    return found


@lru_cache(maxsize=4_096)
def _acting(measured: frozenset[str], lexicon: Lexicon) -> re.Pattern[str]:
    rows = lexicon.cues["comparisons"]["indicators"]["acting"]
    verbs = [verb for row in rows if not measured.isdisjoint(row["measures"]) for verb in row["verbs"]]
    if not verbs:
        return re.compile(r"(?!)")
    itself = rf"(?:(?<!\bof )(?<!\bnear )(?<!\bat )(?<!\bin ){SUBJECT}|\b[Ii]t)"
    return re.compile(rf"{itself}\s+(?:ha[sd]\s|have\s|also\s)?(?:{one_of(verbs)})\b")


@lru_cache(maxsize=4)
def _somebody(lexicon: Lexicon) -> re.Pattern[str]:
    """Who belongs to the subject, right before the verb of a clause that is none of telling."""
    who = one_of(lexicon.cues["comparisons"]["scopes"]["beside"])
    telling = one_of(grammar_words(lexicon).stating)
    whose = (
        rf"(?:\b(?:{who})s?\sof\s(?:the\s)?{SUBJECT}|(?:\b[Ii]ts|{SUBJECT}['’]s?)\s(?:[a-z-]+\s){{0,2}}?(?:{who})s?)"
    )
    return re.compile(rf"{whose}\s(?!(?:(?:has|had|have)\s)?(?:{telling})\b)(?:was|were|[a-z]+)\s")
