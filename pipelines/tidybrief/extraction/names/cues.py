"""The cue words of `lexicon/name_cues.toml` as sets, compiled once per lexicon.

What belongs here: reading the cues. What they mean for a span stands in `grammar` and `types`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tidybrief.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class NameCues:
    """Words by what they say about a name that they stand in or beside."""

    titles: frozenset[str]
    roles: frozenset[str]
    person_suffixes: frozenset[str]
    particles: frozenset[str]
    offices: frozenset[str]
    """Titles of offices, as they stand before a person's name or the department that it heads."""
    departments: frozenset[str]
    speech: frozenset[str]
    acts: frozenset[str]
    given_names: frozenset[str]
    surnames: frozenset[str]
    """Those that are head words of other names, too: "Hill", "Day"."""
    organisation_openers: frozenset[str]
    place_openers: frozenset[str]
    event_openers: frozenset[str]
    institution_words: frozenset[str]
    """One of these words is in every name that its form alone shows to be a body, a law or an event."""
    directions: frozenset[str]
    place_prepositions: frozenset[str]
    never: frozenset[str]
    no_names: frozenset[str]
    currency_prefixes: frozenset[str]
    """Letters for a currency that stand glued to its amount, in lower case: "rm", "ksh"."""
    currency_codes: frozenset[str]
    generic: frozenset[str]
    groups: frozenset[str]
    nameless: frozenset[str]
    """Words of which no name consists: those that are never one, alone or together, and holy days."""
    function_words: frozenset[str]
    months: frozenset[str]
    sites: frozenset[str]
    facilities: frozenset[str]
    bodies: frozenset[str]
    trades: frozenset[str]
    degrees: frozenset[str]
    bodies_by_head: frozenset[str]
    bodies_of: frozenset[str]
    public_bodies: frozenset[str]
    fully_named: frozenset[str]
    state_words: frozenset[str]
    with_purpose: frozenset[str]
    company_heads: frozenset[str]
    legal_forms: frozenset[str]
    plans: frozenset[str]
    """Last words of laws and plans that no body has."""
    programmes: frozenset[str]
    """Those, and the last words of programmes."""
    meetings: frozenset[str]
    """Last words of events that no body has."""
    named_alike: frozenset[str]
    """First words of bodies of which many places have one."""
    called_after_places: frozenset[str]
    attending: frozenset[str]
    storms: frozenset[str]
    storm_kinds: frozenset[str]
    titled: frozenset[str]
    """Last words of titles of works, which no company has."""
    measured: frozenset[str]
    """What an index is of that has a level rather than readers: "Consumer Price Index"."""
    measures: frozenset[str]
    """Measures of business that prose writes with capitals of their own, in capitals: "Capex"."""
    awards: frozenset[str]
    prizes: frozenset[str]
    """What prizes are called after, before the lower-case noun for who has won one."""
    variants: frozenset[str]
    """What makers call the variants of a product, behind its name."""
    assisting: frozenset[str]
    """What stands before "assistant" where it is no person."""
    settlements: frozenset[str]
    states: Mapping[str, str]
    """What news writes for American states, without a final stop, and their two letters."""
    namesakes: Mapping[str, frozenset[str]]
    posts: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    type_of_head: Mapping[str, str]
    """Head → the type of the names that it ends."""
    type_by_noun_before: Mapping[str, str]
    type_by_noun_after: Mapping[str, str]
    producers: frozenset[str]
    """Nouns for an organisation, where a noun for goods stands before them."""
    made_by_persons: frozenset[str]


@lru_cache(maxsize=8)
def name_cues(lexicon: Lexicon) -> NameCues:
    """The cues of a lexicon; an absent list is empty."""
    cues = lexicon.cues.get("name_cues", {})
    currencies = lexicon.cues.get("units", {}).get("currency", {})

    def words(section: str, key: str) -> frozenset[str]:
        table: Mapping[str, Any] = cues.get(section, {})
        return frozenset(table.get(key, "").split())

    def phrases(section: str, key: str) -> frozenset[str]:
        listing = cues.get(section, {}).get(key, "")
        return frozenset(" ".join(entry.split()) for entry in listing.split(";") if entry.strip())

    posts: dict[str, set[str]] = {}
    for post in phrases("organisation", "posts"):
        noun, _, link = post.rpartition(" ")
        posts.setdefault(noun, set()).add(link)
    sections = {
        "ORG": "organisation",
        "PLACE": "place",
        "POLICY": "policy",
        "EVENT": "event",
        "WORK": "work",
        "PRODUCT": "product",
    }
    trades = words("organisation", "trades")
    heads = {kind: words(section, "heads") for kind, section in sections.items()}
    heads["ORG"] |= trades
    nouns = {kind: words(section, "nouns") for kind, section in sections.items()}
    openers = words("organisation", "openers")
    return NameCues(
        titles=words("person", "titles"),
        roles=words("person", "roles"),
        person_suffixes=words("person", "suffixes"),
        particles=words("person", "particles"),
        offices=words("person", "offices"),
        departments=words("person", "departments"),
        speech=words("person", "speech"),
        acts=words("person", "acts"),
        given_names=words("person", "given_names"),
        surnames=words("person", "surnames"),
        organisation_openers=openers,
        place_openers=words("place", "openers"),
        event_openers=words("event", "openers"),
        institution_words=openers
        | heads["POLICY"]
        | words("event", "openers")
        | words("event", "storms")
        | words("work", "titled"),
        directions=words("place", "directions"),
        place_prepositions=words("place", "prepositions"),
        never=words("phrase", "never"),
        no_names=words("phrase", "no_names"),
        currency_prefixes=frozenset(filter(str.isalpha, currencies.get("prefixes", ()))),
        currency_codes=_codes(currencies),
        generic=words("phrase", "generic"),
        groups=words("phrase", "groups"),
        nameless=words("phrase", "never") | words("phrase", "no_names") | words("phrase", "holy_days"),
        function_words=words("phrase", "function_words"),
        months=words("phrase", "months"),
        sites=words("place", "sites"),
        facilities=phrases("place", "facilities"),
        bodies=phrases("organisation", "bodies"),
        trades=trades,
        degrees=words("phrase", "degrees"),
        bodies_by_head=words("organisation", "bodies_by_head"),
        bodies_of=words("organisation", "bodies_of"),
        public_bodies=words("organisation", "public_bodies"),
        fully_named=words("organisation", "fully_named"),
        state_words=words("organisation", "state_words"),
        with_purpose=words("organisation", "with_purpose"),
        company_heads=words("organisation", "company_heads"),
        legal_forms=words("organisation", "legal_forms"),
        plans=words("policy", "plans"),
        programmes=words("policy", "plans") | words("policy", "programmes"),
        meetings=words("event", "meetings"),
        named_alike=words("organisation", "named_alike"),
        called_after_places=words("event", "called_after_places"),
        attending=words("event", "attending"),
        storms=words("event", "storms"),
        storm_kinds=words("event", "storm_kinds"),
        titled=words("work", "titled"),
        measured=words("work", "measured"),
        measures=words("phrase", "measures"),
        awards=words("event", "awards"),
        prizes=words("event", "prizes"),
        variants=words("product", "variants"),
        assisting=words("product", "assisting"),
        settlements=words("place", "settlements"),
        states=dict(entry.split(":") for entry in words("place", "states")),
        namesakes={name: frozenset(behind.split()) for name, behind in cues.get("namesakes", {}).items()},
        posts={noun: frozenset(links) for noun, links in posts.items()},
        heads=heads,
        nouns=nouns,
        type_of_head=_first_type(heads, ("ORG", "POLICY", "EVENT", "PLACE", "WORK", "PRODUCT")),
        type_by_noun_before=_first_type(nouns, ("PRODUCT", "ORG", "WORK", "PLACE")),
        producers=words("organisation", "producers"),
        made_by_persons=words("organisation", "made_by_persons"),
        type_by_noun_after=_first_type(nouns, ("PLACE", "PRODUCT", "ORG", "WORK")),
    )


def _codes(currencies: Mapping[str, Any]) -> frozenset[str]:
    """The codes of the currencies that the lexicon knows by a name, a prefix or a country, in lower case."""
    local = (code for codes in currencies.get("local", {}).values() for code in codes.values())
    codes = (*currencies.get("names", {}), *currencies.get("prefixes", {}).values(), *local)
    return frozenset(code.lower() for code in codes)


def _first_type(words_by_type: Mapping[str, frozenset[str]], order: Sequence[str]) -> Mapping[str, str]:
    """Word → its type, the first in the order that has the word."""
    return {word: kind for kind in reversed(order) for word in words_by_type[kind]}
