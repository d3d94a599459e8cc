"""Levels, and the levels with which they are compared.

What belongs here: telling by the words right before a figure that it is what something came to, not by how much it
changed, and that it is a former level, to which the period of its sentence does not belong.
"""

import re
from functools import lru_cache
from typing import Final

import polars as pl

from tidybrief.corpus.clauses import BEFORE
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.lexicon import Lexicon

_HEDGES: Final = r"(?:(?:a|about|around|some|nearly|almost|just)\s+)*$"
_LEVEL: Final = re.compile(rf"(?<![\d%])(?<!\bup)(?<!\bclose)(?<!\bdue)\sto\s+{_HEDGES}")
_FILLING: Final = ("make", "makes", "made", "making", "take", "takes", "took", "taken")
_BY: Final = re.compile(rf"\sby\s+{_HEDGES}")
_WORD: Final = re.compile(r"[a-z]+")
_NO_CHANGE: Final = "".join(rf"(?<!\b{verb} )" for verb in _FILLING)  # "made up 40 percent"
_CHANGED: Final = {
    way: (re.compile(rf"{_NO_CHANGE}\b{way}\s+(?:by\s+)?{_HEDGES}"), re.compile(rf"\s(?:{words})\b"))
    for way, words in (("up", "up|higher"), ("down", "down|lower"))
}
_OF_ONE_POINT: Final = ("doc_id", "sentence_no", "subject_id", "key")


def of_the_level(indicator: str, before: str, lexicon: Lexicon) -> str:
    """The indicator without the change, where the words before the figure say that it is what the change led to:
    "revenue" of the "increase in revenue" of what "rose to" it.
    """
    return _change(lexicon).sub("", indicator) if _LEVEL.search(before) else indicator


def of_the_change(indicator: str, kind: str, before: str, after: str, lexicon: Lexicon) -> str:
    """The indicator with the change, where the words beside a percentage say that it is one: "up 4 percent", "4 percent
    higher", "raised its share by 4 percent".
    """
    if kind != "percent":
        return indicator
    if _BY.search(before):
        changes = grammar_words(lexicon).nouns_of_changes
        done = next((changes[word] for word in reversed(_WORD.findall(before.lower())) if word in changes), "")
        return f"{done} {indicator}"
    up, down = (_CHANGED[way][0].search(before) or _CHANGED[way][1].match(after) for way in ("up", "down"))
    return f"{indicator} growth" if up else f"{indicator} fall" if down else indicator


def without_former_levels(figures: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The figures without those that their sentence only compares with another one of the same `key`."""
    compared = one_of(lexicon.cues["comparisons"]["periods"]["compared"])
    is_former = pl.col(BEFORE).str.contains(rf"(?i)\b(?:{compared})\s+{_HEDGES}")
    return figures.filter(~is_former | is_former.all().over(_OF_ONE_POINT))


@lru_cache(maxsize=4)
def _change(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"^(?:{one_of(set(grammar_words(lexicon).nouns_of_changes.values()))})\s")
