"""Names that bodies and laws of several countries share: "Kenya's Senate" is no part of the American Congress.

What belongs here: whose a shared name is where it stands, by the owner beside it, by what was said before, and by the
countries that the document speaks of. Acronyms that stand alone are held against the document in `acronyms`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import pycountry

from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.extraction.names.matching import KnownName, name_matcher
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.tokens import POSSESSIVES, Tokens, words_of
from tidybrief.lexicon import Lexicon
from tidybrief.vocabulary import COUNTRY_CODE, SUBDIVISION_CODE

_UNION, _UNION_CODE = "European Union", "EU"
_UNION_FORMS = frozenset({"European Union", "EU"})
_OF_STATES = frozenset({"ORG", "POLICY"})
_LONGEST_PLACE = 3  # words
_QUALIFIERS = words_of("new own national federal state former powerful first proposed draft landmark")
_MOST_QUALIFIERS = 2
_ARTICLE = "the"
_MINISTRY = "Ministry of "
_FRONTED = "In"
_PLURALS = words_of("Netherlands Philippines Bahamas Maldives Seychelles Comoros Gambia")


class _Place(NamedTuple):
    """A country or a part of one, by its name and the code of the country."""

    name: str
    code: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class SharedNames:
    """Which names of the lexicon other countries use as well, and whose they are."""

    homes: Mapping[str, frozenset[str]]
    """Canonical name → the code of the country that it belongs to; none where any country may mean its own."""
    holders: Mapping[str, Mapping[str, KnownName]]
    """A name without its country → code of the country → the one that the lexicon knows."""
    everywhere: frozenset[str]
    """Bodies that nearly every country has."""
    telling: Mapping[str, str]
    """Name → the code of the country that a text speaks of where it has the name."""

    def is_of_every_country(self, surface: str) -> bool:
        """Whether the name says nothing of the country whose it is: "Ministry of Finance"."""
        return surface in self.everywhere or (surface.startswith(_MINISTRY) and surface.count(" of ") == 1)

    def home(self, known: KnownName, surface: str, lexicon: Lexicon) -> frozenset[str] | None:
        """The country of a known name that is written without it; None where nobody else has such a name."""
        if countries_in(surface, lexicon):
            return None
        listed = self.homes.get(known.name)
        if listed is not None or known.form == "acronym" or known.name == surface:
            return listed
        return countries_in(known.name, lexicon) or None


class _Said(NamedTuple):
    """What a document has said so far: the things that shared names meant last, and the countries that it names."""

    latest: dict[str, KnownName]
    outright: frozenset[str]


def owned(readings: Sequence[Reading], sentences: Sequence[Tokens], lexicon: Lexicon) -> list[Reading]:
    """The readings in order, each shared name with the thing that it names here, or with none."""
    shared = shared_names(lexicon)
    held = list(readings)
    latest: dict[str, KnownName] = {}
    outright = _spoken_of_outright(readings, shared)
    spoken_of: frozenset[str] | None = None
    somebodys: dict[str, bool] = {}
    for number, reading in enumerate(readings):
        if reading.type not in _OF_STATES:
            continue
        words = sentences[reading.sentence].words
        surface = _written(words[reading.first : reading.last])
        known, home = reading.known, None
        if known is not None and known.source == "lexicon":
            home = shared.home(known, surface, lexicon)
            if home is None:
                _remember(latest, known, surface, shared, lexicon)
                continue
        elif surface not in shared.holders and not shared.is_of_every_country(surface):
            held[number] = _with_country(_Said(latest, outright), reading, surface, shared, lexicon)
            continue
        place = _owner(held, number, words)
        key = known.name if known is not None else surface
        if place is not None:
            now = _of_country(reading, surface, place, home, shared)
            if now is not None:
                latest[key] = latest[surface] = now
        else:
            now = latest.get(key) or latest.get(surface)
            if now is None and surface not in somebodys:
                somebodys[surface] = _is_owned_elsewhere(held, sentences, surface)
            if now is None and somebodys[surface]:
                own = known or KnownName(surface, reading.type, "alias", "lexicon")
                held[number] = reading._replace(known=own)
                continue
            if now is None and known is not None and known.form != "acronym":
                spoken_of = countries_spoken_of(readings, sentences, lexicon) if spoken_of is None else spoken_of
                now = _by_document(known, surface, home or frozenset(), spoken_of, shared)
                held[number] = reading._replace(known=now)
                continue
        if now is not None and now != known:
            form = known.form if known is not None else "alias"
            held[number] = reading._replace(known=now, form=form)
    return held


def _is_owned_elsewhere(readings: Sequence[Reading], sentences: Sequence[Tokens], surface: str) -> bool:
    """Whether the document says of another such name whose it is: "Japan's Treasury" beside "the Treasury"."""
    return any(
        _owner(readings, number, sentences[reading.sentence].words) is not None
        for number, reading in enumerate(readings)
        if reading.type in _OF_STATES
        and _written(sentences[reading.sentence].words[reading.first : reading.last]) == surface
    )


def _written(words: Sequence[str]) -> str:
    """The words as a text writes them: "Ministry of Economy, Trade and Industry"."""
    spaced = " ".join(words)
    return spaced.replace(" ,", ",").replace(" - ", "-") if "," in spaced or "-" in spaced else spaced


def _spoken_of_outright(readings: Sequence[Reading], shared: SharedNames) -> frozenset[str]:
    """The codes of the countries that a document calls by name or by what only they have."""
    named = {reading.known.name: reading.known for reading in readings if reading.known is not None}.values()
    places = (_place_of(known.name, known.external_id) for known in named if known.type == "PLACE")
    codes = {place.code for place in places if place is not None and place.is_whole}
    return frozenset(codes.union(shared.telling[known.name] for known in named if known.name in shared.telling))


def _of_country(
    reading: Reading, surface: str, place: _Place, home: frozenset[str] | None, shared: SharedNames
) -> KnownName | None:
    """What a shared name means behind its owner: the one the lexicon knows of this country, or one of its own."""
    known, name = reading.known, place.name
    holder = shared.holders.get(surface, {}).get(place.code) if place.is_whole else None
    if holder is not None or (known is None and not shared.is_of_every_country(surface)):
        return holder
    if place.is_whole and place.code in (home or ()):
        return known
    short = known.name if known is not None and known.form == "acronym" else surface
    article = f"{_ARTICLE} " if name.startswith("United ") or name in _PLURALS or name.endswith("Republic") else ""
    return KnownName(
        f"{short} of {article}{name}", reading.type, known.form if known is not None else "alias", "lexicon"
    )


def _by_document(
    known: KnownName, surface: str, home: frozenset[str], spoken_of: frozenset[str], shared: SharedNames
) -> KnownName | None:
    """What a shared name means that nothing beside it explains: the only one of a country that the text speaks of."""
    holders = {**dict.fromkeys(home, known), **shared.holders.get(surface, {})}
    if len(holders) > 1:
        among = {code: holder for code, holder in holders.items() if code in spoken_of}
        return next(iter(among.values())) if len(among) == 1 else None
    return known if not home or not spoken_of or not home.isdisjoint(spoken_of) else None


def _remember(
    latest: dict[str, KnownName], known: KnownName, surface: str, shared: SharedNames, lexicon: Lexicon
) -> None:
    """Keeps what the name without its country means after it has been written with it: "the U.S. Senate"."""
    plain = _without_place(surface, lexicon)
    if plain is not None:
        latest[plain[0]] = known
    if known.name in shared.homes or countries_in(known.name, lexicon):
        latest[known.name] = known


def _with_country(said: _Said, reading: Reading, surface: str, shared: SharedNames, lexicon: Lexicon) -> Reading:
    """An unknown name that has its country in it, as the known one that it stands for: "American Senate"; another's is
    kept for what follows: "the Brazilian Senate", "Senate of Chile". That of a part of a country is not kept where the
    text speaks of the whole."""
    plain = _without_place(surface, lexicon)
    if plain is None:
        return reading
    short, place = plain
    listed = name_matcher(lexicon).reading_of(short)
    home = shared.home(listed, short, lexicon) if listed is not None else None
    is_home = home is not None and place.is_whole and place.code in home
    known = listed if is_home else shared.holders.get(short, {}).get(place.code) if place.is_whole else None
    is_doubtful = not place.is_whole and home is not None and not home.isdisjoint(said.outright)
    if listed is not None and home is not None and not is_doubtful:
        said.latest[short] = said.latest[listed.name] = known or KnownName(surface, reading.type, "alias", "lexicon")
    return reading if known is None or known.type != reading.type else reading._replace(known=known, form="alias")


def _owner(readings: Sequence[Reading], number: int, words: Sequence[str]) -> _Place | None:
    """The place right before a name that it owns, or the country behind it: "Peru's Congress", "Senate of Chile"."""
    reading = readings[number]
    before = readings[number - 1] if number else None
    if before is not None and before.sentence == reading.sentence:
        between = words[before.last : reading.first]
        is_possessive = any(word in POSSESSIVES for word in between[:1])
        qualifiers = between[1:] if is_possessive else between
        stands_before = is_possessive or before.form == "adjective" or not between
        if stands_before and len(qualifiers) <= _MOST_QUALIFIERS and _QUALIFIERS.issuperset(qualifiers):
            return _place(before)
    place = _fronted(readings, number, words)
    if place is not None:
        return place
    after = readings[number + 1] if number + 1 < len(readings) else None
    if after is not None and after.sentence == reading.sentence and after.form != "adjective":
        link = [word for word in words[reading.last : after.first] if word != _ARTICLE]
        place = _place(after) if link in (["of"], ["in"]) else None
        if place is not None and place.is_whole and POSSESSIVES.isdisjoint(words[after.last : after.last + 1]):
            return place
    return None


def _fronted(readings: Sequence[Reading], number: int, words: Sequence[str]) -> _Place | None:
    """The country that the sentence opens with: "In the Philippines, Congress met"."""
    first = 2 if words[1:2] == [_ARTICLE] else 1
    if words[0] != _FRONTED:
        return None
    sentence = readings[number].sentence
    opening = next(
        (one for one in readings[max(0, number - 3) : number] if (one.sentence, one.first) == (sentence, first)), None
    )
    place = _place(opening) if opening is not None and words[opening.last : opening.last + 1] == [","] else None
    return place if place is not None and place.is_whole else None


def _place(owner: Reading) -> _Place | None:
    """The country, part of a country or union that owns something."""
    return None if owner.known is None else _place_of(owner.known.name, owner.known.external_id)


def _place_of(name: str, external_id: str | None) -> _Place | None:
    if name == _UNION:
        return _Place(_UNION, _UNION_CODE, is_whole=True)
    codes = _code(external_id) if external_id is not None else tuple(_namesakes().get(name, ()))
    code = codes[0] if len(codes) == 1 else None
    return _Place(name, code, (external_id or "").startswith(COUNTRY_CODE)) if code is not None else None


@lru_cache(maxsize=8)
def shared_names(lexicon: Lexicon) -> SharedNames:
    """The shared names of a lexicon: those listed with their country, and those that it knows with a country's name."""
    listed = lexicon.cues.get("name_cues", {}).get("shared_names", {})
    codes = {place.name: code for place in known_places(lexicon).values() for code in _code(place.external_id)}
    codes[_UNION] = _UNION_CODE
    homes = {
        " ".join(entry.split()): frozenset({codes[country]} if country in codes else ())
        for country, entries in listed.items()
        for entry in entries.split(";")
        if entry.strip()
    }
    holders: dict[str, dict[str, KnownName]] = defaultdict(dict)
    for surface, known in name_matcher(lexicon).of_types(_OF_STATES):
        plain = _without_place(surface, lexicon)
        if plain is not None and plain[1].is_whole and " " in plain[0]:
            holders[plain[0]].setdefault(plain[1].code, known)
    telling = {
        " ".join(entry.split()): codes[country]
        for country, entries in lexicon.cues.get("name_cues", {}).get("telling_names", {}).items()
        for entry in entries.split(";")
    }
    everywhere = frozenset(entry for entry, home in homes.items() if not home)
    return SharedNames(homes, holders, everywhere, telling)


@lru_cache(maxsize=2_000)
def _without_place(surface: str, lexicon: Lexicon) -> tuple[str, _Place] | None:
    """A name without the country or part of one that it begins or ends with: "UK Parliament", "EU's AI Act"."""
    words = surface.replace("'s ", " ").replace("’s ", " ").split()
    for length in range(min(_LONGEST_PLACE, len(words) - 1), 0, -1):
        opening = _known_place(" ".join(words[:length]), lexicon)
        if opening is not None:
            return " ".join(words[length:]), opening
        rest = [word for word in words[:-length] if word != _ARTICLE]
        closing = _known_place(" ".join(words[-length:]), lexicon)
        if closing is not None and rest[-1:] == ["of"]:
            return " ".join(rest[:-1]), closing
    return None


def _known_place(surface: str, lexicon: Lexicon) -> _Place | None:
    if surface in _UNION_FORMS:
        return _place_of(_UNION, None)
    known = known_places(lexicon).get(surface)
    return _place_of(known.name, known.external_id) if known is not None else None


def countries_spoken_of(readings: Sequence[Reading], sentences: Sequence[Tokens], lexicon: Lexicon) -> frozenset[str]:
    """The codes of the countries whose places and bodies the document names."""
    telling = shared_names(lexicon).telling
    named = {reading.known.name: reading.known for reading in readings if reading.known is not None}.values()
    spoken_of = {code for known in named if known.type == "PLACE" for code in _countries_of(known)}
    spoken_of |= {telling[known.name] for known in named if known.name in telling}
    for reading in readings:
        if reading.type == "ORG":
            words = sentences[reading.sentence].words
            surface = _written(words[reading.first : reading.last])
            opening = known_places(lexicon).get(words[reading.first])
            if " of " in surface or (opening is not None and opening.form == "adjective"):
                spoken_of |= countries_in(surface, lexicon)
            spoken_of |= {telling[surface]} if surface in telling else set()
            leader = name_matcher(lexicon).reading_of(words[reading.first])
            spoken_of |= {telling[leader.name]} if leader is not None and leader.name in telling else set()
    return frozenset(spoken_of)


def _countries_of(place: KnownName) -> Iterable[str]:
    """The codes of the countries that have a place of this name, as far as they are known."""
    return {*_code(place.external_id), *_namesakes().get(place.name, ())}


@lru_cache(maxsize=1)
def _namesakes() -> Mapping[str, set[str]]:
    """Names of parts of countries, many of which are those of their capitals, with the codes of the countries."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in pycountry.subdivisions:
        found[part.name].add(part.country_code)
    return found


@lru_cache(maxsize=2_000)
def _code(external_id: str | None) -> tuple[str, ...]:
    """The code of the country that a place is, or lies in."""
    if external_id is not None and external_id.startswith(SUBDIVISION_CODE):
        return (external_id.removeprefix(SUBDIVISION_CODE).split("-")[0],)
    if external_id is not None and external_id.startswith(COUNTRY_CODE):
        country = pycountry.countries.get(alpha_3=external_id.removeprefix(COUNTRY_CODE))
        if country is not None:
            return (country.alpha_2,)
    return ()


@lru_cache(maxsize=2_000)
def countries_in(name: str, lexicon: Lexicon) -> frozenset[str]:
    """The countries that the words of a name speak of."""
    places, words = known_places(lexicon), name.split()
    spans = (" ".join(words[first : first + length]) for length in (1, 2, 3) for first in range(len(words)))
    return frozenset(code for span in spans if span in places for code in _code(places[span].external_id))
