"""Whether an acronym of the lexicon means here what the lexicon says: "MAS" is no authority of Singapore in La Paz.

What belongs here: holding known acronyms against the places that the document speaks of. Acronyms that the document
itself spells out are decided in `linking`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import pycountry

from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.extraction.names.matching import KnownName
from tidybrief.extraction.names.readings import Reading
from tidybrief.lexicon import Lexicon

_COUNTRY, _PART = "iso3166:", "iso3166-2:"


def fitting(readings: Sequence[Reading], lexicon: Lexicon) -> list[Reading]:
    """The readings; acronyms of bodies of one country lose theirs where the document speaks of other countries only."""
    if not any(_may_mean_else(reading.known) for reading in readings):
        return list(readings)
    named = [reading.known for reading in readings if reading.known is not None]
    spoken_of = {country for known in named if known.type == "PLACE" for country in _countries_of(known)}
    spelled_out = {known.name for known in named if known.form != "acronym"}
    found = []
    for reading in readings:
        known = reading.known
        if known is not None and _may_mean_else(known) and known.name not in spelled_out:
            own = _countries_in(known.name, lexicon)
            if own and spoken_of and own.isdisjoint(spoken_of):
                reading = reading._replace(known=None)  # noqa: PLW2901
        found.append(reading)
    return found


def _may_mean_else(known: KnownName | None) -> bool:
    """Whether other bodies may have the same letters."""
    return known is not None and known.source == "lexicon" and known.form == "acronym"


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
