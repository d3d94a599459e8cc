"""Levels, and the levels with which they are compared.

What belongs here: telling by the words right before a figure that it is what something came to, not by how much it
changed, and that it is a former level, to which the period of its sentence does not belong.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import polars as pl

from tidybrief.corpus.clauses import BEFORE
from tidybrief.corpus.hedges import hedges
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.lexicon import Lexicon

_WORD: Final = re.compile(r"[a-z]+")
_OF_ONE_POINT: Final = ("doc_id", "sentence_no", "subject_id", "key")


def of_the_level(indicator: str, before: str, lexicon: Lexicon) -> str:
    """The indicator without the change, where the words before the figure say that it is what the change led to:
    "revenue" of the "increase in revenue" of what "rose to" it.
    """
    grammar = _grammar(lexicon)
    return grammar.change.sub("", indicator) if grammar.level.search(before) else indicator


def of_the_change(indicator: str, kind: str, before: str, after: str, lexicon: Lexicon) -> str:
    """The indicator with the change, where the words beside a figure say that it is one: "up 4 percent", "4 percent
    higher", "raised its dividend by $2".
    """
    grammar = _grammar(lexicon)
    if grammar.by.search(before):
        changes = grammar_words(lexicon).nouns_of_changes
        done = next((changes[word] for word in reversed(_WORD.findall(before.lower())) if word in changes), "")
        return indicator if grammar.change.match(indicator) and kind != "percent" else f"{done} {indicator}"
    if kind != "percent":
        return indicator
    up, down = (said.search(before) or told.match(after) for said, told in (grammar.up, grammar.down))
    return f"{indicator} growth" if up else f"{indicator} fall" if down else indicator


def without_former_levels(figures: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The figures without those that their sentence only compares with another one of the same `key`."""
    compared = one_of(lexicon.cues["comparisons"]["periods"]["compared"])
    is_former = pl.col(BEFORE).str.contains(rf"(?i)\b(?:{compared})\s+{hedges(lexicon)}$")
    return figures.filter(~is_former | is_former.all().over(_OF_ONE_POINT))


@dataclass(frozen=True, slots=True)
class _Grammar:
    """How a sentence leads up to a level, and to a change "by" so much; what says before and after a percentage that it
    is a rise, or a fall; a change as the beginning of an indicator.
    """

    level: re.Pattern[str]
    by: re.Pattern[str]
    up: tuple[re.Pattern[str], re.Pattern[str]]
    down: tuple[re.Pattern[str], re.Pattern[str]]
    change: re.Pattern[str]


@lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    cues, hedged = lexicon.cues["comparisons"]["levels"], hedges(lexicon)
    no_filling = "".join(rf"(?<!\b{verb} )" for verb in cues["filling"])
    up, down = (
        (re.compile(rf"{no_filling}\b(?:{words})\s+(?:by\s+)?{hedged}$"), re.compile(rf"\s(?:{words})\b"))
        for words in (one_of(cues["up"]), one_of(cues["down"]))
    )
    return _Grammar(
        level=re.compile(rf"(?:(?<![\d%])(?<!\bup)(?<!\bclose)(?<!\bdue)|\badd(?:s|ed|ing)?\sup)\sto\s+{hedged}$"),
        by=re.compile(rf"\sby\s+{hedged}$"),
        up=up,
        down=down,
        change=re.compile(rf"^(?:{one_of(set(grammar_words(lexicon).nouns_of_changes.values()))})\s"),
    )
