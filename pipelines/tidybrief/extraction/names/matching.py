"""Names that are known before a text is read: those of the lexicon, and places.

What belongs here: finding every occurrence of a known surface form, with word borders of our own (a regex border loses
"Face++" and "AI+"). What does not: deciding between readings (`mentions`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.lexicon import Lexicon
from tidybrief.vocabulary import COUNTRY_CODE

_CAPITALISED_BEFORE = re.compile(r"\b(?P<word>[A-Z][\w.'-]*) $")
_LONGEST_FIRST_NAME = 60
_ENDS_WORD = re.compile(r"\b")
_CAPITALISED_BEHIND = re.compile(r" [A-Z][a-z]")
_SPELLINGS = (("Organization", "Organisation"), ("Center", "Centre"), ("Defense", "Defence"), ("Labor", "Labour"))
_PARTY = " Party"
_INSIDE_NUMBERS = frozenset(".,")
_ABBREVIATED_FORMS = (" Inc", " Corp", " Co", " Ltd")
_SHORT_COUNTRIES = (
    ("United States ", ("U.S. ", "US ")),
    ("United Kingdom ", ("U.K. ", "UK ")),
    ("United Nations ", ("U.N. ", "UN ")),
)


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
    readings: tuple[KnownName, ...]
    """What each of the surfaces stands for."""
    surnames: frozenset[int]
    """Numbers of the surfaces that are surnames by which everybody knows one person."""
    automaton: ahocorasick_rs.AhoCorasick
    titles: frozenset[str]
    """Words that stand before a surname and are no first name."""
    function_words: frozenset[str]

    def find(self, text: str) -> list[tuple[int, int, KnownName]]:
        """Leftmost-longest occurrences between word borders, in order of their start."""
        plain = plain_apostrophes(text)
        matches = self.automaton.find_matches_as_indexes(plain, overlapping=True)
        places: dict[int, list[int]] = {}
        for number, start, _ in matches:
            if number in self.surnames:
                places.setdefault(number, []).append(start)
        of_others = {number for number, starts in places.items() if self._belongs_to_another(number, starts, plain)}
        found = [
            (start, end, self.readings[number])
            for number, start, end in matches
            if number not in of_others
            and _stands_alone(plain, start, end)
            and not (number in self.surnames and self._is_within_name(plain, start, end))
        ]
        found.sort(key=lambda match: (match[0], -match[1]))
        longest: list[tuple[int, int, KnownName]] = []
        reached = -1
        for match in found:
            if match[0] >= reached:
                longest.append(match)
                reached = match[1]
        return longest

    def of_types(self, types: frozenset[str]) -> Iterator[tuple[str, KnownName]]:
        """The surface forms of names of these types in the lexicon, with what they stand for."""
        found = zip(self.surfaces, self.readings, strict=True)
        return ((surface, known) for surface, known in found if known.type in types and known.source == "lexicon")

    def reading_of(self, surface: str) -> KnownName | None:
        """What a surface form stands for."""
        place = bisect_left(self.surfaces, surface)
        return self.readings[place] if self.surfaces[place : place + 1] == (surface,) else None

    def _is_within_name(self, text: str, start: int, end: int) -> bool:
        """Whether a surname stands in somebody else's or something else's name ("Hunter Biden", "Trump Tower")."""
        return self._follows_first_name(text, start) or _CAPITALISED_BEHIND.match(text, end) is not None

    def _belongs_to_another(self, number: int, starts: Sequence[int], text: str) -> bool:
        """Whether a text names others of this surname in full, and never the one that everybody knows by it."""
        surname, known = self.surfaces[number], self.readings[number]
        if any(form in text for form in (known.name, *known.aliases) if " " in form):
            return False
        return any(
            _ENDS_WORD.match(text, start + len(surname)) and self._follows_first_name(text, start) for start in starts
        )

    def _follows_first_name(self, text: str, start: int) -> bool:
        """Whether a name stands before a surname: no title, and no word that opens a sentence."""
        before = _CAPITALISED_BEFORE.search(text, max(0, start - _LONGEST_FIRST_NAME), start)
        if before is None:
            return False
        word = before["word"]
        return word.rstrip(".") not in self.titles and word.lower() not in self.function_words


def plain_apostrophes(text: str) -> str:
    """The text with typographic apostrophes and no-break spaces made plain; offsets stay."""
    return text if text.isascii() else text.replace("’", "'").replace("ʼ", "'").replace("\xa0", " ")


def _stands_alone(text: str, start: int, end: int) -> bool:
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    following = text[end : end + 1]
    if following in _INSIDE_NUMBERS and text[end - 1].isdigit() and text[end + 1 : end + 2].isdigit():
        return False  # another version, or a number
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
            for surface in (*surfaces, *_with_country(surfaces, entry.country)):
                shown = "acronym" if form == "alias" and _is_acronym(surface) else form
                known = KnownName(entry.name, entry.type, shown, "lexicon", entry.external_id, others)
                for spelling in _spellings(plain_apostrophes(surface)):
                    readings.setdefault(spelling, known)
                    if entry.type == "PRODUCT" and spelling[-1].isdigit():
                        readings.setdefault(f"{spelling}s", known)  # "trained on H800s"
                    if " " in spelling:
                        shouted.setdefault(spelling.upper(), known)
    for surface, place in known_places(lexicon).items():
        known = KnownName(place.name, "PLACE", place.form, "gazetteer", place.external_id, (), place.is_people)
        readings.setdefault(plain_apostrophes(surface), known)
        if place.external_id and len(surface) > 3 and place.external_id.startswith(COUNTRY_CODE):
            readings.setdefault(plain_apostrophes(surface).upper(), known)
    for surface, known in shouted.items():
        readings.setdefault(surface, known)
    surfaces = tuple(sorted(readings))
    known_by = tuple(readings[surface] for surface in surfaces)
    surnames = frozenset(
        number
        for number, (surface, known) in enumerate(zip(surfaces, known_by, strict=True))
        if known.type == "PERSON" and known.form == "alias" and " " not in surface
    )
    cues, automaton = name_cues(lexicon), ahocorasick_rs.AhoCorasick(surfaces)
    return NameMatcher(surfaces, known_by, surnames, automaton, cues.titles, cues.function_words)


def _spellings(surface: str) -> Iterator[str]:
    """The surface form, the same in the other spelling of English, and with its country in short."""
    yield surface
    for country, shorts in _SHORT_COUNTRIES:
        if surface.startswith(country):
            yield from (short + surface.removeprefix(country) for short in shorts)
    if surface.endswith(_ABBREVIATED_FORMS):
        yield f"{surface}."
    if " & " in surface:
        yield surface.replace(" & ", " and ")
    if surface.endswith(_PARTY):
        return  # parties spell themselves
    for american, british in _SPELLINGS:
        for one, other in ((american, british), (british, american)):
            if one in surface:
                yield surface.replace(one, other)


def _with_country(surfaces: Iterable[str], country: str | None) -> Iterator[str]:
    """The names of a country's body that say nothing of it, with it: "United States Commerce Department"."""
    if country is None:
        return
    said = (f"{country} ", *dict(_SHORT_COUNTRIES).get(f"{country} ", ()))
    yield from (f"{country} {surface}" for surface in surfaces if " " in surface and not surface.startswith(said))


def _is_acronym(surface: str) -> bool:
    letters = surface.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalnum()
