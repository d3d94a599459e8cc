"""Names that are known before a text is read: those of the lexicon, and places.

What belongs here: finding every occurrence of a known surface form, with word borders of our own (a regex border loses
"Face++" and "AI+"). What does not: deciding between readings (`mentions`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.lexicon import Lexicon

_SPELLINGS = (("Organization", "Organisation"), ("Center", "Centre"), ("Defense", "Defence"), ("Labor", "Labour"))


@dataclass(frozen=True, slots=True)
class KnownName:
    """One reading of a surface form: the thing it names, and how."""

    name: str
    type: str
    form: str
    source: str
    external_id: str | None = None
    aliases: tuple[str, ...] = ()
    is_people: bool = False


@dataclass(frozen=True, slots=True)
class NameMatcher:
    """All known surface forms and the automaton that finds them."""

    surfaces: tuple[str, ...]
    readings: Mapping[str, KnownName]
    automaton: ahocorasick_rs.AhoCorasick

    def find(self, text: str) -> list[tuple[int, int, KnownName]]:
        """Leftmost-longest occurrences between word borders, in order of their start."""
        plain = plain_apostrophes(text)
        found = [
            (start, end, self.readings[self.surfaces[number]])
            for number, start, end in self.automaton.find_matches_as_indexes(plain, overlapping=True)
            if _stands_alone(plain, start, end)
        ]
        found.sort(key=lambda match: (match[0], -match[1]))
        longest: list[tuple[int, int, KnownName]] = []
        reached = -1
        for match in found:
            if match[0] >= reached:
                longest.append(match)
                reached = match[1]
        return longest


def plain_apostrophes(text: str) -> str:
    """The text with typographic apostrophes and no-break spaces made plain; offsets stay."""
    return text if text.isascii() else text.replace("’", "'").replace("ʼ", "'").replace("\xa0", " ")


def _stands_alone(text: str, start: int, end: int) -> bool:
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    following = text[end : end + 1]
    return following != "$" and not (following.isalnum() and (text[end - 1].isalnum() or text[end - 1] in "+&"))


@lru_cache(maxsize=8)
def name_matcher(lexicon: Lexicon) -> NameMatcher:
    """The matcher of a lexicon; the lexicon's reading of a form wins over a place's."""
    readings: dict[str, KnownName] = {}
    shouted: dict[str, KnownName] = {}
    for entry in lexicon.names:
        others = (*entry.aliases, *entry.acronyms)
        for surfaces, form in (
            ((entry.name,), "name"),
            (entry.aliases, "alias"),
            (entry.acronyms, "acronym"),
            (entry.adjectives, "adjective"),
        ):
            for surface in surfaces:
                shown = "acronym" if form == "alias" and _is_acronym(surface) else form
                known = KnownName(entry.name, entry.type, shown, "lexicon", entry.external_id, others)
                for spelling in _spellings(plain_apostrophes(surface)):
                    readings.setdefault(spelling, known)
                    if " " in spelling:
                        shouted.setdefault(spelling.upper(), known)
    for surface, place in known_places(lexicon).items():
        known = KnownName(place.name, "PLACE", place.form, "gazetteer", place.external_id, (), place.is_people)
        readings.setdefault(plain_apostrophes(surface), known)
        if place.external_id and len(surface) > 3 and place.external_id.startswith("iso3166:"):
            readings.setdefault(plain_apostrophes(surface).upper(), known)
    for surface, known in shouted.items():
        readings.setdefault(surface, known)
    surfaces = tuple(sorted(readings))
    return NameMatcher(surfaces, readings, ahocorasick_rs.AhoCorasick(surfaces))


def _spellings(surface: str) -> Iterator[str]:
    """The surface form, and the same in the other spelling of English."""
    yield surface
    for american, british in _SPELLINGS:
        for one, other in ((american, british), (british, american)):
            if one in surface:
                yield surface.replace(one, other)


def _is_acronym(surface: str) -> bool:
    letters = surface.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalnum()
