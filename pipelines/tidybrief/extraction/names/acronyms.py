"""Whether a short name of the lexicon means here what the lexicon says: "MAS" is no authority of Singapore in La Paz.

What belongs here: holding known acronyms, and names that bodies of many states share, against the places that the
document speaks of. Acronyms that the document itself spells out are decided in `linking`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import pycountry

from tidybrief.extraction.names.cues import NameCues, name_cues
from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.extraction.names.matching import KnownName
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.tokens import Tokens
from tidybrief.lexicon import Lexicon

_COUNTRY, _PART = "iso3166:", "iso3166-2:"


def fitting(readings: Sequence[Reading], sentences: Sequence[Tokens], lexicon: Lexicon) -> list[Reading]:
    """The readings; short names of bodies of one country lose theirs where the document speaks of others only."""
    cues = name_cues(lexicon)
    doubtful = [_may_mean_else(reading, sentences, cues) for reading in readings]
    if not any(doubtful):
        return list(readings)
    named = [reading.known for reading in readings if reading.known is not None]
    spoken_of = {country for known in named if known.type == "PLACE" for country in _countries_of(known)}
    bodies = (_surface(one, sentences) for one in readings if one.known is None and one.type == "ORG")
    spoken_of |= {country for body in bodies if " of " in body for country in _countries_in(body, lexicon)}
    spelled_out = {one.known for one, doubt in zip(readings, doubtful, strict=True) if not doubt}
    told = {known.name for known in spelled_out if known is not None}
    own_bodies = {country for name in told for country in _countries_in(name, lexicon)}
    found = []
    for reading, doubt in zip(readings, doubtful, strict=True):
        if doubt and reading.known is not None and reading.known.name not in told:
            own = _countries_in(reading.known.name, lexicon)
            is_acronym = reading.known.form == "acronym"
            if own and spoken_of and own.isdisjoint(spoken_of) and (is_acronym or own.isdisjoint(own_bodies)):
                reading = reading._replace(known=None)  # noqa: PLW2901
        found.append(reading)
    return found


def _may_mean_else(reading: Reading, sentences: Sequence[Tokens], cues: NameCues) -> bool:
    """Whether other bodies may have the same letters, or those of other states the same name."""
    known = reading.known
    if known is None or known.source != "lexicon":
        return False
    if known.form == "acronym":
        return known.name.split()[-1] not in cues.company_heads
    if known.form != "alias" or known.type != "ORG":
        return False
    return _surface(reading, sentences) in cues.of_many_states


def _surface(reading: Reading, sentences: Sequence[Tokens]) -> str:
    return " ".join(sentences[reading.sentence].words[reading.first : reading.last])


def _countries_of(place: KnownName) -> Iterable[str]:
    """The codes of the countries that have a place of this name, as far as they are known."""
    return _country_of(place.external_id) if place.external_id else _namesakes().get(place.name, ())


@lru_cache(maxsize=1)
def _namesakes() -> Mapping[str, set[str]]:
    """Names of parts of countries, many of which are those of their capitals, with the codes of the countries."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in pycountry.subdivisions:
        found[part.name].add(part.country_code)
    return found


def _country_of(external_id: str | None) -> Iterable[str]:
    """The code of the country that a place is, or lies in."""
    if external_id is not None and external_id.startswith(_PART):
        yield external_id.removeprefix(_PART).split("-")[0]
    elif external_id is not None and external_id.startswith(_COUNTRY):
        country = pycountry.countries.get(alpha_3=external_id.removeprefix(_COUNTRY))
        if country is not None:
            yield country.alpha_2


@lru_cache(maxsize=2_000)
def _countries_in(name: str, lexicon: Lexicon) -> frozenset[str]:
    """The countries that the words of a name speak of."""
    places, words = known_places(lexicon), name.split()
    spans = (" ".join(words[first : first + length]) for length in (1, 2, 3) for first in range(len(words)))
    return frozenset(code for span in spans if span in places for code in _country_of(places[span].external_id))
