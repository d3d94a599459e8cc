"""Which currency a bare sign or noun means in one text: "$" in a text from Calgary, "crowns" in one about Prague.

What belongs here: how a text shows whose currency it is. The currencies themselves stand in `units`.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.extraction.quantities.units import UnitTable
from tidybrief.lexicon import Lexicon
from tidybrief.vocabulary import COUNTRY_CODE

_US_DOLLARS = re.compile(r"\b(?:us ?\$|u\.s\. ?\$|us dollars|u\.s\. dollars)")
_BARE_DOLLAR = re.compile(r"(?<![a-z.])\$\s?\d")
_OTHER_DOLLARS = re.compile(
    r"\b(?:(?:australian|canadian|new zealand|hong kong|singapore|taiwan) dollars|(?:aud|cad|nzd|hkd|sgd)[ ])"
)
_PREFIXED = re.compile(r"(?<![A-Za-z])(?:A|AU|C|CA|NZ|HK|S|NT)\$")
_AMERICAN = re.compile(
    r"\b(?:United States|U\.S\.|US|USA|American?s?|Congress|Washington|White House|Pentagon|New York|California|Texas|"
    r"Wall Street|Nasdaq|Silicon Valley|San Francisco|Los Angeles|Chicago|Boston)(?![\w-])"
)
_EUROS = re.compile(r"€|\beuros?\b|\beur[ ]\d")
_DOLLARS = frozenset({"$", "dollar", "dollars"})
_SURELY_SET_THERE = 2
"""So often a text names the land, or a place in it, whose dollar it means by the bare sign."""


class LocalCurrencies:
    """Which currency a bare sign or noun means in one text: that of the country the text is about."""

    def __init__(self, table: UnitTable, text: str, low: str, lexicon: Lexicon) -> None:
        self._table, self._text, self._low, self._lexicon = table, text, low, lexicon
        self._chosen: dict[str, str | None] = {}

    def resolve(self, code: str, sign: str) -> str:
        """`code`, or the currency of the country where the sign has one of its own there."""
        key = sign if sign in self._table.local else self._table.noun_of_currency.get(sign, sign.rstrip("s"))
        countries = self._table.local.get(key)
        if countries is None:
            return code
        if key not in self._chosen:
            is_american = sign in _DOLLARS and not (self._has_dollars_of_others() or self._is_set_elsewhere(countries))
            self._chosen[key] = code if is_american else self._country_of_text(countries)
        return self._chosen[key] or code

    def of_cents(self) -> str:
        """The currency whose hundredths a text means by cents: the euro where it is all that it speaks of, else the
        dollar that it means.
        """
        has_dollars = "$" in self._low or "dollar" in self._low
        return "EUR" if not has_dollars and _EUROS.search(self._low) is not None else self.resolve("USD", "$")

    def is_meant(self, noun: str) -> bool:
        """Whether a noun names a currency in this text: "crowns" only where it is about a country that has them."""
        key = noun.rstrip("s")
        return key not in self._table.only_local or self._country_of_text(self._table.local[key]) is not None

    def _has_dollars_of_others(self) -> bool:
        """A text that writes "US$" beside "$", or names a country's dollar, means that country's by the sign."""
        if _OTHER_DOLLARS.search(self._low) is not None:
            return True
        return _US_DOLLARS.search(self._low) is not None and _BARE_DOLLAR.search(self._low) is not None

    def _is_set_elsewhere(self, countries: Mapping[str, str]) -> bool:
        """Whether a text that names nothing American and no prefixed dollar speaks of one land with a dollar of its own
        more than of any other.
        """
        votes = self._votes(countries).most_common(2)
        if not votes or votes[0][1] < _SURELY_SET_THERE or (len(votes) > 1 and votes[0][1] == votes[1][1]):
            return False
        if _AMERICAN.search(self._text) is not None or _PREFIXED.search(self._text) is not None:
            return False
        others = Counter[str]()
        for surface, country in _names_of_countries(self._lexicon).items():
            if surface not in countries and surface in self._text:
                others[country] += len(re.findall(rf"\b{re.escape(surface)}\b", self._text))
        return not others or others.most_common(1)[0][1] < votes[0][1]

    def _country_of_text(self, countries: Mapping[str, str]) -> str | None:
        votes = self._votes(countries)
        return votes.most_common(1)[0][0] if votes else None

    def _votes(self, countries: Mapping[str, str]) -> Counter[str]:
        """How often the text names the countries of each currency."""
        votes: Counter[str] = Counter()
        for name, code in countries.items():
            if name in self._text and (hits := len(re.findall(rf"(?<!New )\b{re.escape(name)}\b", self._text))):
                votes[code] += hits
        return votes


@lru_cache(maxsize=4)
def _names_of_countries(lexicon: Lexicon) -> Mapping[str, str]:
    """The names and adjectives of countries, with the code of each."""
    return {
        surface: place.external_id
        for surface, place in known_places(lexicon).items()
        if place.external_id is not None and place.external_id.startswith(COUNTRY_CODE)
    }
