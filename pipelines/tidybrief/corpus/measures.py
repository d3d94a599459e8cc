"""What is measured, whatever the words.

What belongs here: the measure that the words of a figure name together, as the lexicon tells by families of words. How
words are reduced to their basic form is said in `words`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from tidybrief.corpus.words import all_words, content_words, cue_words, in_standard, words_of
from tidybrief.extraction.grammar.word_classes import NOUN_OR_VERB, grammar_words
from tidybrief.lexicon import Lexicon

_TOGETHER: Final = " + "
_EITHER: Final = "|"
_KEPT: Final = "("
_LETTERED: Final = re.compile(r"-[a-z]$")
"""One of a series: "series-b"."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """Words that name a measure together, one of each set; those of `kept` tell more than that."""

    needed: tuple[frozenset[str], ...]
    any_of_them: frozenset[str]
    kept: frozenset[str]

    def found_in(self, words: frozenset[str]) -> frozenset[str]:
        """Those of the words that name the measure; none where one is missing."""
        is_said = not any(words.isdisjoint(either) for either in self.needed)
        return words & self.any_of_them if is_said else frozenset()


@dataclass(frozen=True, slots=True)
class _Measure:
    """One family of words, as `measures.toml` describes it."""

    name: str
    said: tuple[_Wording, ...]
    alone: tuple[_Wording, ...]
    silent: frozenset[str]
    around: frozenset[str]
    unless: frozenset[str]
    implied: frozenset[str]
    any_verb: bool
    in_clause: bool
    vocabulary: frozenset[str]

    def told_by(self, words: frozenset[str], spoken: frozenset[str]) -> frozenset[str]:
        """Those of the words that name the measure, in the wording with most of them, and say no more; `words` are
        those that say something beside it, `spoken` holds all.
        """
        if spoken.isdisjoint(self.vocabulary):
            return frozenset()
        told = [wording.found_in(spoken) - wording.kept for wording in self.said]
        told += [
            named for named in (wording.found_in(spoken) for wording in self.alone) if words - self.silent <= named
        ]
        return max(told, key=len)

    @property
    def kept(self) -> frozenset[str]:
        """All words that tell more than the measure which they name."""
        return frozenset[str]().union(*(wording.kept for wording in self.said))

    def kept_in(self, words: frozenset[str]) -> frozenset[str]:
        """Those of the words that name the measure and tell more than that."""
        return frozenset[str]().union(*(wording.found_in(words) & wording.kept for wording in self.said))

    def left_of(self, words: frozenset[str], named: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
        """The words without those that named the measure, and what says nothing beside it; with its name."""
        left = words - named - self.silent - cue_words("light", lexicon)
        if self.any_verb:
            verbs = _verbs(lexicon)
            left = frozenset(word for word in left if word not in verbs and not word.endswith("ed"))
        return left | {self.name}


def measure(kind: str, told: str, beside: frozenset[str], forms: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """What words of a figure of this kind say that it measures: the names of measures, and all that is left over.

    `beside` are words that are said elsewhere in the row, as those of its subject are; `forms` are the words of its
    clause as they stand, in lower case.
    """
    words, spoken = content_words(told, lexicon) - beside, all_words(told, lexicon) - beside
    for family in _measures(kind, lexicon):
        if family.unless.isdisjoint(forms) and (named := family.told_by(words - cue_words("light", lexicon), spoken)):
            words, spoken = (family.left_of(each, named, lexicon) for each in (words, spoken))
    return words


def measure_of_clause(kind: str, told: str, beside: frozenset[str], clause: str, lexicon: Lexicon) -> frozenset[str]:
    """The same where the words of the figure only say what is counted: the one measure that its clause names of it.

    Nothing where the clause names none, or several. Who only takes part in another measure, as customers do who receive
    what is delivered, is none.
    """
    counted, around = content_words(told, lexicon) - beside, all_words(clause, lexicon) - beside
    forms = frozenset(clause.lower().split())
    named: dict[str, frozenset[str]] = {}
    naming: dict[str, frozenset[str]] = {}
    silent: frozenset[str] = frozenset()
    for family in _measures(kind, lexicon):
        if family.unless.isdisjoint(forms) and (words := family.told_by(around, around)):
            lettered = frozenset(word for word in around if _LETTERED.search(word))
            named[family.name] = family.left_of(counted | lettered, words, lexicon)
            naming[family.name] = words - counted
            silent |= family.silent - words
            around -= words | family.silent
    named = {name: words for name, words in named.items() if not naming[name] or not naming[name] <= silent}
    return next(iter(named.values())) if len(named) == 1 else frozenset()


def narrower_measure(kind: str, told: str, beside: frozenset[str], clause: str, lexicon: Lexicon) -> frozenset[str]:
    """The narrower measure that the clause of a figure names where the figure's own words add nothing to that: "410
    people were killed" of "410 people were killed on the roads". Nothing where there is none.
    """
    words = content_words(told, lexicon) - beside
    families = _told_in_clauses(kind, words, lexicon)
    if not families:
        return frozenset()
    around, forms = all_words(f"{told} {clause}", lexicon) - beside, frozenset(in_standard(clause, lexicon).split())
    for family in families:
        if family.unless.isdisjoint(forms) and family.told_by(frozenset(), around):
            return frozenset({family.name}) | ((family.kept_in(around) | family.kept & words) - family.silent)
    return frozenset()


@lru_cache(maxsize=16_384)
def _told_in_clauses(kind: str, words: frozenset[str], lexicon: Lexicon) -> tuple[_Measure, ...]:
    """The measures that may be told anywhere in a clause, and to which these words add nothing."""
    families = (family for family in _measures(kind, lexicon) if family.in_clause)
    return tuple(
        family
        for family in families
        if family.left_of(words - family.vocabulary, frozenset(), lexicon) == {family.name}
    )


@lru_cache(maxsize=64)
def names_of_measures(kind: str, lexicon: Lexicon) -> frozenset[str]:
    """The names of all measures of this kind of figures."""
    return frozenset(family.name for family in _measures(kind, lexicon))


@lru_cache(maxsize=64)
def deciding_forms(kind: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a clause on which it depends whether a figure of this kind is of a measure."""
    return frozenset[str]().union(*(family.unless for family in _measures(kind, lexicon)))


@lru_cache(maxsize=4_096)
def vocabulary_of(kind: str, names: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """All words by which the lexicon tells the measures that have these names, and that tell nothing around them."""
    families = [family for family in _measures(kind, lexicon) if family.name in names]
    return frozenset[str]().union(*(family.vocabulary | family.silent | family.around for family in families))


@lru_cache(maxsize=4_096)
def implied_by(kind: str, names: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """Words that would restrict another measure, and say nothing beside those that have these names: "born" is said of
    children.
    """
    return frozenset[str]().union(*(family.implied for family in _measures(kind, lexicon) if family.name in names))


@lru_cache(maxsize=4)
def _verbs(lexicon: Lexicon) -> frozenset[str]:
    """Verbs that are no nouns as well, and do not turn a measure into another one."""
    grammar = grammar_words(lexicon)
    nouns = {word for word, kind in grammar.classes.items() if kind == NOUN_OR_VERB} | grammar.nouns_by_ending
    return frozenset(grammar.lemmas.values()) - nouns - cue_words("turning", lexicon)


@lru_cache(maxsize=64)
def _measures(kind: str, lexicon: Lexicon) -> tuple[_Measure, ...]:
    """The measures of this kind of figures, in the lexicon's order."""
    rows: Iterable[Mapping[str, Any]] = lexicon.cues["measures"]["measure"]
    return tuple(_read(row, lexicon) for row in rows if kind in row["kinds"])


def _read(row: Mapping[str, Any], lexicon: Lexicon) -> _Measure:
    said, alone = (_wordings(row.get(name, ()), lexicon) for name in ("said", "alone"))
    return _Measure(
        name=row["name"],
        said=said,
        alone=alone,
        silent=words_of(row.get("silent", ()), lexicon),
        around=words_of(row.get("around", ()), lexicon),
        unless=frozenset(row.get("unless", ())),
        implied=frozenset(row.get("implied", ())),
        any_verb=row.get("any_verb", False),
        in_clause=row.get("in_clause", False),
        vocabulary=frozenset[str]().union(*(wording.any_of_them for wording in (*said, *alone))),
    )


def _wordings(lines: Iterable[str], lexicon: Lexicon) -> tuple[_Wording, ...]:
    return tuple(_wording(line.split(_TOGETHER), lexicon) for line in lines)


def _wording(parts: Sequence[str], lexicon: Lexicon) -> _Wording:
    sets = [words_of(part.strip("()").split(_EITHER), lexicon) for part in parts]
    kept = (words for part, words in zip(parts, sets, strict=True) if part.startswith(_KEPT))
    return _Wording(tuple(sets), frozenset[str]().union(*sets), frozenset[str]().union(*kept))
