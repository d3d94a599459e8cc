"""What is known of places without a lexicon: countries, their subdivisions, regions, cities, and their adjectives.

What belongs here: turning kept libraries and `lexicon/places.toml` into one table of surface forms. Deciding whether an
occurrence is a place belongs to the layers that see its context.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pycountry

from tidybrief.extraction.names.accents import without_accents
from tidybrief.lexicon import Lexicon
from tidybrief.vocabulary import COUNTRY_CODE, SUBDIVISION_CODE

_MACRON = "\N{COMBINING MACRON}"
_SHORT = 5  # "Leon" and "Avila" are more often no Spanish provinces
_CHINESE_KIND = re.compile(r" (?:Sheng|Shi|\w+ Zizhiqu|Zizhiqu|SAR)$")
# Subdivisions that prose names without their country, in languages that English borrows their names from.
_SUBDIVIDED = (
    "US",
    "CA",
    "AU",
    "IN",
    "DE",
    "CN",
    "MX",
    "BR",
    "ES",
    "IT",
    "CH",
    "AT",
    "NL",
    "AR",
    "PK",
    "UA",
)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What a surface form may stand for. `form` is "name", "alias", "acronym" or "adjective"."""

    name: str
    form: str
    external_id: str | None = None
    is_people: bool = False


@lru_cache(maxsize=8)
def known_places(lexicon: Lexicon) -> Mapping[str, KnownPlace]:
    """Surface form → place. Where a form has several readings, countries win over regions, those over the rest."""
    cues = lexicon.cues.get("places", {})
    table: dict[str, KnownPlace] = {}
    subdivisions = tuple(_subdivisions())
    for surface, place in (
        *_countries(cues.get("country", {})),
        *_regions(cues.get("region", {}), dict(subdivisions)),
        *_cities(cues.get("cities", {})),
        *subdivisions,
    ):
        table.setdefault(surface, place)
    return table


@lru_cache(maxsize=1)
def american_states() -> Mapping[str, KnownPlace]:
    """The states by the two letters that follow the name of a city: "Boise, ID"."""
    return {
        part.code.removeprefix("US-"): KnownPlace(part.name, "acronym", f"{SUBDIVISION_CODE}{part.code}")
        for part in pycountry.subdivisions
        if part.country_code == "US"
    }


def _countries(described: Mapping[str, Any]) -> Iterator[tuple[str, KnownPlace]]:
    codes = {country.alpha_3: country for country in pycountry.countries}
    for code, row in described.items():
        yield from _forms(row["name"], row, f"{COUNTRY_CODE}{code}" if code in codes else None)
    for code, country in codes.items():
        name = described.get(code, {}).get("name") or getattr(country, "common_name", country.name)
        for surface in (name, country.name, getattr(country, "official_name", None)):
            if surface and "," not in surface:
                form = "name" if surface == name else "alias"
                yield surface.removeprefix("The "), KnownPlace(name, form, f"{COUNTRY_CODE}{code}")


def _regions(described: Mapping[str, Any], subdivisions: Mapping[str, KnownPlace]) -> Iterator[tuple[str, KnownPlace]]:
    for name, row in described.items():
        subdivision = subdivisions.get(name)
        yield from _forms(name, row, subdivision.external_id if subdivision else None)


def _forms(name: str, row: Mapping[str, Any], external_id: str | None) -> Iterator[tuple[str, KnownPlace]]:
    yield name, KnownPlace(name, "name", external_id)
    for alias in row.get("aliases", ()):
        yield alias, KnownPlace(name, "acronym" if alias.replace(".", "").isupper() else "alias", external_id)
    for adjective in row.get("adjectives", ()):
        yield adjective, KnownPlace(name, "adjective", external_id)
    plurals = (f"{adjective}s" for adjective in row.get("adjectives", ()) if adjective.endswith(("an", "i", "ot")))
    for people in (*plurals, *row.get("people", ())):
        yield people, KnownPlace(name, "adjective", external_id, is_people=True)


def _cities(described: Mapping[str, str]) -> Iterator[tuple[str, KnownPlace]]:
    for name in _entries(described.get("names", "")):
        yield name, KnownPlace(name, "name")


def _subdivisions() -> Iterable[tuple[str, KnownPlace]]:
    subdivided = (one for one in pycountry.subdivisions if one.country_code in _SUBDIVIDED)
    for subdivision in sorted(subdivided, key=lambda subdivision: subdivision.code):
        name = _in_english(subdivision.name.split(",")[0].strip())
        if len(name) > 3 and " " not in name[:2]:
            external_id = f"{SUBDIVISION_CODE}{subdivision.code}"
            yield name, KnownPlace(name, "name", external_id)
            if len(name) > _SHORT:
                yield without_accents(name), KnownPlace(name, "alias", external_id)


def _in_english(name: str) -> str:
    """The name of a subdivision as English prose writes it: "Karnataka" for "Karnātaka", "Anhui" for "Anhui Sheng"."""
    name = _CHINESE_KIND.sub("", name)
    return without_accents(name) if _MACRON in unicodedata.normalize("NFD", name) else name


def _entries(listing: str) -> Iterator[str]:
    return (" ".join(entry.split()) for entry in listing.replace("\n", " ").split(";") if entry.strip())
