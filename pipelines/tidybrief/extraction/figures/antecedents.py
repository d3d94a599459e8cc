"""Whom a pronoun or a common noun takes up among what was named before.

What belongs here: the order in which those named before are asked. Which words take up a name stands in `anaphora`, in
which place of a clause they stand, in `clause_subjects`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from tidybrief.extraction.figures.anaphora import COUNTRIES, Anaphor, Anaphors, is_none_such
from tidybrief.extraction.figures.called import CommonNouns
from tidybrief.extraction.figures.lately import Opener
from tidybrief.extraction.figures.name_roles import NamedPlace
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import NAME, NOUN, Words
from tidybrief.extraction.records import Mention

_COMPANIES = frozenset({"ORG"})
CALLED = "called so alone"
"""How the subject of "The league has 12 clubs" was found where one name alone, which holds the noun, goes by it."""
OPENER = "by what opened the sentence before"
"""How the subject of "Acme has had its meeting. It will pay $3 a share" was found."""

_BEFORE_RIVALS = ("for ", "than ", "against ", "like ", "to ")


class Resolved(NamedTuple):
    """The entity that a clause's subject stands for ("" where none was found), and how it was found."""

    entity_id: str
    how: str
    setting: str
    """How the clause names its subject: "named", or the kind of the anaphor."""
    types: frozenset[str] = frozenset()
    """The types of names that the anaphor fits; none where there is no anaphor."""
    opening: str = ""
    """How a subject opens that neither is nor takes up a name."""
    describing: str = ""
    """The name inside an anaphor that only tells which one is meant ("the Leeds company")."""
    noun: str = ""
    """The common noun of an anaphor that opens its clause: "the country"."""


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Names before the sentence, nearest last; entities that opened a sentence; what opened the sentence right before,
    where no figure has been told since; the subject of the figure before.
    """

    earlier: Sequence[Mention]
    leads: dict[str, int]
    opener: Opener | None
    previous: str
    is_of_paragraph: bool
    """Whether the figure before stands in the paragraph."""
    topics: Sequence[str]
    speakers: Sequence[str]
    called: CommonNouns
    countries: Collection[str]
    """The entity ids of the countries that the document names."""
    lands: Collection[str]
    """Those of its places that are on maps: countries, regions, cities."""


def taken_back(  # noqa: PLR0911 - one return a way
    anaphor: Anaphor, named: Sequence[NamedPlace], antecedents: Antecedents, anaphors: Anaphors, clauses: Clauses
) -> Resolved:
    """The name that an anaphor stands for: in its sentence, then the subject before, then what opened a sentence."""
    kind = anaphor.kind
    if kind == "speaker":
        for entity_id in antecedents.speakers:
            return Resolved(entity_id, "speaker", kind, anaphor.types)
        return Resolved(antecedents.previous, "speaker, before", kind, anaphor.types)
    country = _country_named(anaphor, named, antecedents.countries) if anaphor.noun in COUNTRIES else ""
    if country:
        return Resolved(country, CALLED, kind, anaphor.types)
    told = (
        _by_its_noun(anaphor, antecedents, clauses)
        if anaphor.noun
        else _acting(anaphor, named, antecedents, anaphors, clauses)
    )
    if told is not None:
        return told
    may_mean = partial(_may_mean, anaphor, antecedents.countries, antecedents.lands, clauses.vocabulary)
    opener = antecedents.opener if kind != "several" else None
    is_new = kind == "person" and not antecedents.is_of_paragraph  # who opened its first sentence is spoken of
    if (
        opener is not None
        and may_mean(opener.entity_id)
        and (is_new or opener.is_meant_by(anaphor.types, anaphor.noun))
    ):
        return Resolved(opener.entity_id, OPENER, kind, anaphor.types)
    leading = _leading_firm(anaphor, antecedents, clauses) if anaphor.noun else ""
    if leading:
        return Resolved(leading, CALLED, kind, anaphor.types)
    if may_mean(antecedents.previous):
        return Resolved(antecedents.previous, "subject before", kind, anaphor.types)
    agreeing = [mention for mention in antecedents.earlier if may_mean(mention.entity_id)]
    for mention in reversed(agreeing):
        if mention.entity_id in antecedents.leads and mention.form != "adjective":
            return Resolved(mention.entity_id, "lead before", kind, anaphor.types)
    for entity_id in antecedents.topics:
        if may_mean(entity_id):
            return Resolved(entity_id, "topic", kind, anaphor.types)
    return Resolved(agreeing[-1].entity_id if agreeing else "", "nearest", kind, anaphor.types)


def _country_named(anaphor: Anaphor, named: Sequence[NamedPlace], countries: Collection[str]) -> str:
    """The country that a sentence has named last: "as in Kenya, where the country's farms"; "" for none."""
    before = [one.mention for one in named if one.mention.end <= anaphor.start and one.mention.form != "adjective"]
    return next((one.entity_id for one in reversed(before) if one.entity_id in countries), "")


def _by_its_noun(anaphor: Anaphor, antecedents: Antecedents, clauses: Clauses) -> Resolved | None:
    """The name that goes by the noun of an anaphor."""
    called = antecedents.called.last(anaphor.noun, anaphor.start)
    if not called or (anaphor.types == _COMPANIES and called.startswith("place:")):
        return None
    is_head = clauses.kind(clauses.at(anaphor.end)) not in (NOUN, NAME)
    is_its_own = antecedents.called.only(anaphor.noun) and anaphor.noun in called.partition(":")[2].split("-")
    return Resolved(called, CALLED if is_head and is_its_own else "called so", anaphor.kind, anaphor.types)


def _acting(
    anaphor: Anaphor, named: Sequence[NamedPlace], antecedents: Antecedents, anaphors: Anaphors, clauses: Clauses
) -> Resolved | None:
    """The name that acts before a pronoun in its sentence, or the one that the noun means by which it tells."""
    before = [name for name in named if name.mention.end <= anaphor.start and name.mention.type in anaphor.types]
    acting = [name for name in before if name.left in ("start", "subordinator", "comma") or name.acts]
    if acting:
        return Resolved(acting[-1].mention.entity_id, "acting before it", anaphor.kind, anaphor.types)
    teller = _teller_by_noun(anaphor, clauses, antecedents, anaphors)
    return Resolved(teller, CALLED, anaphor.kind, anaphor.types) if teller else None


def _teller_by_noun(anaphor: Anaphor, clauses: Clauses, antecedents: Antecedents, anaphors: Anaphors) -> str:
    """Whom the noun that opens a sentence means that tells of itself: "The centre said it had"; "" for none."""
    first = anaphors.first(clauses.text, clauses.sentence.start, anaphor.start)
    verb = clauses.at(first.end)
    if anaphor.kind != "thing" or not first.noun or first.start != clauses.sentence.start:
        return ""
    if clauses.base(verb) not in clauses.vocabulary.stating or verb + 2 < clauses.at(anaphor.start):
        return ""
    called = antecedents.called.last(first.noun, first.start)
    return called or _leading_firm(first, antecedents, clauses)


def _leading_firm(anaphor: Anaphor, antecedents: Antecedents, clauses: Clauses) -> str:
    """The firm of which a text tells most, for "the company" behind a figure of one with which it was only compared;
    "" elsewhere.
    """
    previous = antecedents.previous
    if anaphor.noun not in clauses.vocabulary.nouns_of_business or not previous.startswith("org:"):
        return ""
    first = next((one for one in antecedents.topics if one.startswith("org:")), "")
    if first not in antecedents.leads or first == previous:
        return ""
    last = next((one for one in reversed(antecedents.earlier) if one.entity_id == previous), None)
    is_held_against = last is not None and clauses.text.endswith(_BEFORE_RIVALS, 0, last.start)
    return first if is_held_against or previous not in antecedents.leads else ""


def _may_mean(
    anaphor: Anaphor, countries: Collection[str], lands: Collection[str], vocabulary: Words, entity_id: str
) -> bool:
    """Whether words fit an entity by its type, and by what their noun cannot mean."""
    fits = entity_id.partition(":")[0].upper() in anaphor.types
    return fits and not is_none_such(entity_id, anaphor.noun, countries, lands, vocabulary)
