"""What is measured, whatever the words.

What belongs here: the measure that the words of a figure name together, as the lexicon tells by families of words. How
words are reduced to their basic form is said in `words`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from tidybrief.corpus.words import all_words, content_words, words_of
from tidybrief.lexicon import Lexicon

_TOGETHER: Final = " + "
_EITHER: Final = "|"

_Wording = tuple[frozenset[str], ...]
"""One of each of these words names a measure."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """One family of words, as `measures.toml` describes it."""

    name: str
    kinds: frozenset[str]
    said: tuple[_Wording, ...]
    alone: tuple[_Wording, ...]
    silent: frozenset[str]
    unless: frozenset[str]

    def told_by(self, words: frozenset[str], spoken: frozenset[str]) -> frozenset[str]:
        """Those of the words that name the measure; `spoken` holds those, too, that say nothing by themselves."""
        for wording, is_all in (*((each, False) for each in self.said), *((each, True) for each in self.alone)):
            told = spoken & frozenset[str]().union(*wording)
            if all(spoken & either for either in wording) and (words <= told or not is_all):
                return told
        return frozenset()


def measure(kind: str, told: str, beside: frozenset[str], around: str, lexicon: Lexicon) -> frozenset[str]:
    """What words of a figure of this kind say that it measures: the names of measures, and all that is left over.

    `beside` are words that are said elsewhere in the row, as those of its subject are; `around` is the clause of the
    figure, or nothing.
    """
    words, spoken = content_words(told, lexicon) - beside, all_words(told, lexicon) - beside
    forms = frozenset(around.lower().split())
    for family in _measures(kind, lexicon):
        named = frozenset() if family.unless & forms else family.told_by(words, spoken)
        if named:
            words = words - named - family.silent | {family.name}
            spoken = spoken - named - family.silent | {family.name}
    return words


def measure_of_clause(kind: str, told: str, beside: frozenset[str], around: str, lexicon: Lexicon) -> frozenset[str]:
    """The same where the words of the figure only say what is counted: the one measure that its clause names of it.

    Nothing where the clause names none, or several.
    """
    counted, clause = content_words(told, lexicon) - beside, all_words(around, lexicon) - beside
    forms = frozenset(around.lower().split())
    named: dict[str, frozenset[str]] = {}
    for family in _measures(kind, lexicon):
        words = frozenset() if family.unless & forms else family.told_by(clause, clause)
        if words:
            named[family.name] = counted - words - family.silent | {family.name}
            clause -= words
    return next(iter(named.values())) if len(named) == 1 else frozenset()


@lru_cache(maxsize=4_096)
def vocabulary_of(kind: str, names: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """All words by which the lexicon tells the measures that have these names."""
    families = [family for family in _measures(kind, lexicon) if family.name in names]
    wordings = (wording for family in families for wording in (*family.said, *family.alone))
    return frozenset().union(*(words for wording in wordings for words in wording), *(each.silent for each in families))


@lru_cache(maxsize=64)
def _measures(kind: str, lexicon: Lexicon) -> tuple[_Measure, ...]:
    """The measures of this kind of figures, in the lexicon's order."""
    rows: Iterable[Mapping[str, Any]] = lexicon.cues["measures"]["measure"]
    return tuple(
        _Measure(
            name=row["name"],
            kinds=frozenset(row["kinds"]),
            said=_wordings(row.get("said", ()), lexicon),
            alone=_wordings(row.get("alone", ()), lexicon),
            silent=words_of(row.get("silent", ()), lexicon),
            unless=frozenset(row.get("unless", ())),
        )
        for row in rows
        if kind in row["kinds"]
    )


def _wordings(lines: Iterable[str], lexicon: Lexicon) -> tuple[_Wording, ...]:
    return tuple(tuple(words_of(words.split(_EITHER), lexicon) for words in line.split(_TOGETHER)) for line in lines)
