"""The words that tell what is measured or said.

What belongs here: reducing a phrase to the words that carry its meaning, so that two phrasings of one thing are equal.
Which of them together name a measure is decided in `measures`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.lexicon import Lexicon

_WORD: Final = re.compile(r"[^\W_](?:[\w.+&'’-]*[\w+])?")
_FUNCTION_WORDS: Final = frozenset(
    _WORD.findall(
        """
        a an the of in on at to into for by from with as after during among amid
        and or its their his her this that these those which who whom
        s per is are was were be been being has have had will would it they
        """
    )
)
_LETTERED: Final = re.compile(r"\b([Ss]eries|[Cc]lass|[Tt]ype|[Gg]roup|[Gg]rade|[Hh]epatitis|[Vv]itamin) ([A-Z])\b")
"""One of a series, by a letter that is no article."""
_WITHOUT_SINGULAR: Final = frozenset({"series", "species"})


@lru_cache(maxsize=32_768)
def content_words(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The words that carry meaning, in their basic form, a synonym replaced by the word that stands for all."""
    return all_words(text, lexicon) - _vocabulary(lexicon).empty


@lru_cache(maxsize=32_768)
def all_words(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The same with the words that say that something is measured, and not what."""
    basic = _vocabulary(lexicon).basic
    return frozenset(basic(word) for word in _WORD.findall(in_standard(text, lexicon)) if word not in _FUNCTION_WORDS)


def in_standard(text: str, lexicon: Lexicon) -> str:
    """The text in lower case, each phrase of several words that has a synonym replaced by the word for it."""
    vocabulary = _vocabulary(lexicon)
    lowered = _LETTERED.sub(r"\1 \1-\2", text).lower().replace("’", "'").replace("'s", "")
    return vocabulary.phrase.sub(lambda found: vocabulary.phrases[found[0]], lowered)


def base_of(word: str, lexicon: Lexicon) -> str:
    """The basic form of one word in lower case, whatever it says."""
    return _vocabulary(lexicon).base(word)


def words_of(phrases: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """The words of a list of the lexicon in the form in which `content_words` returns them."""
    return frozenset(word for phrase in phrases for word in all_words(phrase, lexicon))


@lru_cache(maxsize=64)
def cue_words(name: str, lexicon: Lexicon) -> frozenset[str]:
    """The list of the lexicon's words for indicators that has this name, in the form of `content_words`, and as they
    are: some of them are names of measures.
    """
    listed = lexicon.cues["comparisons"]["indicators"][name]
    return words_of(listed, lexicon) | frozenset(listed)


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The lexicon's words that say nothing, the standard of each synonym, and the base of each form of a verb."""

    empty: frozenset[str]
    synonyms: Mapping[str, str]
    lemmas: Mapping[str, str]
    phrases: Mapping[str, str]
    phrase: re.Pattern[str]

    def basic(self, word: str) -> str:
        """The word that stands for this one. A word that says nothing in this form stays as it is."""
        singular = _singular(word)
        if word in self.empty or singular in self.empty:
            return singular if singular in self.empty else word
        return self.base(word)

    def base(self, word: str) -> str:
        """The word that stands for this one, also where it says nothing."""
        singular = _singular(word)
        lemma = self.lemmas.get(word, singular)
        return next((self.synonyms[form] for form in (word, singular, lemma) if form in self.synonyms), lemma)


@lru_cache(maxsize=4)
def _vocabulary(lexicon: Lexicon) -> _Vocabulary:
    cues = lexicon.cues["comparisons"]["indicators"]
    grammar = grammar_words(lexicon)
    forms = _forms_of_measures(lexicon) | dict(grammar.lemmas)
    lemmas = {form: verb for form, verb in forms.items() if form not in grammar.nouns_by_ending}
    phrases = {phrase: row[0] for row in cues["synonyms"] for phrase in row if " " in phrase}
    return _Vocabulary(
        frozenset(cues["empty"]),
        {form: row[0] for row in cues["synonyms"] for word in row for form in (lemmas.get(word, word), _singular(word))}
        | {word: row[0] for row in cues["synonyms"] for word in row},
        lemmas,
        phrases,
        re.compile(rf"\b(?:{one_of(phrases)})\b"),
    )


def _forms_of_measures(lexicon: Lexicon) -> dict[str, str]:
    """The base of each regular form of the words by which measures are told or turned into others, were they verbs."""
    measures = lexicon.cues["measures"]["measure"]
    of_measures = (line for row in measures for line in (*row["said"], *row.get("silent", ())))
    cues = lexicon.cues["comparisons"]
    of_events = (noun for row in (*cues["events"]["kinds"], *cues["events"]["kinds_by_modifier"]) for noun in row)
    lines = (*of_measures, *cues["indicators"]["turning"], *(noun for noun in of_events if " " not in noun))
    words = {word for line in lines for word in _WORD.findall(line.replace("|", " "))}
    return {f"{word.removesuffix('e')}{ending}": word for word in sorted(words) for ending in ("ed", "ing")}


def _singular(word: str) -> str:
    if len(word) <= 3 or word.endswith(("ss", "us", "is")) or word in _WITHOUT_SINGULAR:
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word.removesuffix("s")
