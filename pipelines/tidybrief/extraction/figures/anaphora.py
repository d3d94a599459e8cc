"""How a clause takes up what was named before it: by a pronoun, a possessive, or a common noun with an article.

What belongs here: finding such words and which types of names they can mean. Who is meant is chosen in `subjects`.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tidybrief.extraction.alternation import in_either_case, one_of
from tidybrief.extraction.grammar.word_classes import Words
from tidybrief.lexicon import Lexicon

COUNTRIES: Final = frozenset({"country", "nation"})
"""Nouns that take up a country."""
_YOUNG_FIRMS = frozenset({"start-up", "startup"})
_LONGEST_ACRONYM = 4
_NO_COUNTRIES = frozenset({"city", "town", "village", "province"})
_EVERY = frozenset({"ORG", "PERSON", "PLACE", "PRODUCT", "POLICY", "WORK", "EVENT"})
_PRONOUNS = {
    "he": "person", "she": "person", "his": "person", "her": "person", "him": "person",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "several", "their": "several", "them": "several",
    "we": "speaker", "our": "speaker", "us": "speaker", "i": "speaker", "my": "speaker", "me": "speaker",
    "mine": "speaker",
}  # fmt: skip
_TYPES = {
    "person": frozenset({"PERSON"}),
    "thing": _EVERY - {"PERSON"},
    "several": frozenset({"ORG", "PERSON", "PLACE", "PRODUCT"}),
    "speaker": frozenset({"ORG", "PERSON"}),
}


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words that take up a name: their kind, the types of names they fit, and the common noun ("" for a pronoun)."""

    kind: str
    types: frozenset[str]
    noun: str
    start: int
    end: int

    @property
    def refers(self) -> bool:
        """Whether the words point to something named."""
        return self.kind != "none"


@dataclass(frozen=True, slots=True)
class Anaphors:
    """The words of a lexicon that take up names."""

    pattern: re.Pattern[str]
    types_of_nouns: Mapping[str, frozenset[str]]
    without_name: frozenset[str]
    """Common nouns that a figure is about by themselves, where no name goes by them."""
    of_the_state: frozenset[str]
    """Those of the nouns for organisations that a country or city has."""

    def first(self, text: str, start: int, end: int) -> Anaphor:
        """The first such words of a stretch of text; an anaphor of the kind "none" where it has none."""
        found = self.pattern.search(text, start, end)
        if found is None:
            return Anaphor("none", _EVERY, "", end, end)
        pronoun = found.group("pronoun")
        if pronoun is not None:
            kind = _PRONOUNS[pronoun.lower()]
            return Anaphor(kind, _TYPES[kind], "", found.start(), found.end())
        noun = found.group("noun") or found.group("aged_noun") or (found.group("titled_noun") or "").lower()
        if not noun:
            return Anaphor("noun", _TYPES["person"], "", found.start(), found.end())
        return Anaphor("noun", self.types_of_nouns[noun], noun, found.start(), found.end())


@lru_cache(maxsize=4)
def anaphors(lexicon: Lexicon) -> Anaphors:
    """The anaphors of this lexicon, compiled once."""
    nouns: dict[str, frozenset[str]] = {}
    common = lexicon.cues["common_nouns"]
    for kind, words in common.items():
        for word in words if kind.upper() in _EVERY else ():
            nouns[word] = nouns.get(word, frozenset()) | {kind.upper()}
    titled = {noun.capitalize() for noun, types in nouns.items() if "PERSON" not in types}
    return Anaphors(
        re.compile(
            rf"\b(?:(?P<pronoun>{one_of(in_either_case(_PRONOUNS) - {'i'})})\b|"
            rf"[Tt]he \d{{1,3}}-(?:year|month)-old\b(?: (?:[\w-]+ )?(?P<aged_noun>{one_of(nouns)})\b)?|"
            rf"(?:[Tt]he|[Tt]his|[Tt]hese) (?:[\w-]+ ){{0,3}}?(?P<noun>{one_of(nouns)})\b|"
            rf"(?:[Tt]he|[Tt]his) (?P<titled_noun>{one_of(titled)})\b(?! [A-Z]| (?:of|for|on)\b))"
        ),
        nouns,
        frozenset(common["without_name"]),
        frozenset(common["of_the_state"]),
    )


def is_none_such(
    entity_id: str, noun: str, countries: Collection[str], lands: Collection[str], vocabulary: Words
) -> bool:
    """Whether "the country" cannot be a place since that is none, nor "the city" since it is a country, nor "the plant"
    since it is on the map, nor "the firm" a body of the state. `lands` are the places of the text that are on maps.
    """
    kind, _, name = entity_id.partition(":")
    if kind == "org" and noun in vocabulary.nouns_of_bodies:
        words = name.split("-")
        return noun not in words and (len(words) > 1 or len(name) > _LONGEST_ACRONYM)
    if noun in vocabulary.nouns_of_business:
        investors = vocabulary.words_of_investors if noun in _YOUNG_FIRMS else frozenset()
        return kind == "org" and not (vocabulary.words_of_public_bodies | investors).isdisjoint(name.split("-"))
    if kind != "place":
        return False
    if noun in vocabulary.built_things:
        return entity_id in lands
    if noun in _NO_COUNTRIES:
        return entity_id in countries and name not in vocabulary.city_states
    return noun in COUNTRIES and bool(countries) and entity_id not in countries
