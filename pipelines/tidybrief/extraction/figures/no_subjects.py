"""Whom a figure is not about, though the sentence or the text names them: whose analysts judge others, with whom a
trader trades, where somebody does something.

What belongs here: names that the grammar rules out. What is weighed stands in `subject_candidates`.
"""

from collections.abc import Collection, Iterator

from tidybrief.extraction.figures.antecedents import Resolved
from tidybrief.extraction.figures.clause_subjects import acts
from tidybrief.extraction.figures.name_roles import NamedPlace
from tidybrief.extraction.figures.reporters import speaks_through_analysts
from tidybrief.extraction.figures.sentence_view import Previous, SentenceView, Topic
from tidybrief.extraction.figures.tellers import only_tellers
from tidybrief.extraction.figures.transfers import receivers
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import CONJUNCTION, DETERMINER, NAME, NOUN, OF
from tidybrief.extraction.records import Quantity

_ACTORS = ("org:", "product:")
_TRADERS = ("org:", "place:")
_FRONTING = frozenset({"in", "at", "across", "throughout"})
_FIRMS = frozenset({"ORG"})
_FRONTED = 4
"""Before which word a place stands that opens a sentence."""
_TRADE = {
    "to": frozenset({"exports", "shipments", "deliveries", "sales", "supplies"}),
    "from": frozenset({"imports", "purchases", "arrivals"}),
    "with": frozenset({"trade", "deficit", "surplus"}),
}
"""By the word before a partner, the nouns of trade before it."""
_LEADS_TO_EXAMPLES = ("including ", "among them", "such as", "like ", "notably ")
_SEATED = frozenset({"based", "headquartered", "incorporated", "domiciled"})
_LONGEST = 8
_BEFORE_PARTNERS = frozenset({DETERMINER, NAME, CONJUNCTION, ","})
_OF_TRADE = frozenset({NOUN, OF, DETERMINER, NAME, CONJUNCTION, ","})


def no_subjects(
    quantity: Quantity, view: SentenceView, resolved: Resolved, topic: Topic, previous: Previous | None
) -> frozenset[str]:
    """The entity ids of the names of a sentence that a figure in it is not about."""
    found = {name.mention.entity_id for name in view.named if speaks_through_analysts(name.mention, view.clauses.text)}
    before = previous.subject if previous is not None else ""
    partners = set(_trade_partners(view.named, view.clauses))
    owners = {one.mention.entity_id for one in view.named if one.possessive or one.mention.form == "adjective"}
    traders = {before, *topic.titled, *list(topic.ranks)[:1], *owners} - partners
    if partners and any(one.startswith(_TRADERS) for one in traders):
        found |= partners
    acting = before.startswith(_ACTORS) or resolved.entity_id.startswith(_ACTORS)
    if acting and _is_done_by_another(quantity, resolved, view.clauses):
        fronted = (name.mention for name in view.named if name.place < _FRONTED)
        found |= {mention.entity_id for mention in fronted if mention.type == "PLACE"}
    found |= {name.mention.entity_id for name in view.named if _is_seat_or_example(name, view.clauses)}
    if view.label.startswith("person:") and (view.speaks_for or resolved.setting == "thing"):
        found.add(view.label)
    found |= {*_seats_of_bodies(view, topic)} - {resolved.entity_id}
    found |= {*_foreseers(quantity, view.named, view.clauses), *receivers(quantity, view.named, view.clauses)}
    found |= {*only_tellers(quantity, view), *_occasions(view.named, view.clauses)}
    if quantity.kind == "count":
        found |= set(_examples(quantity, view.named, view.clauses))
    return frozenset(found)


def _is_seat_or_example(name: NamedPlace, clauses: Clauses) -> bool:
    """ "The start-up, based in Leeds, has 40 clients, including Acme": where somebody sits, and one of several."""
    left = name.place - 1
    if clauses.word(left) == "including" or (clauses.word(left) == "as" and clauses.word(left - 1) == "such"):
        return True
    return name.mention.type == "PLACE" and clauses.word(left) == "in" and clauses.word(left - 1) in _SEATED


def _seats_of_bodies(view: SentenceView, topic: Topic) -> Iterator[str]:
    """ "a think-tank in Oslo", "Leeds University in Leeds": cities that tell no more than where a body sits."""
    for name in view.named:
        entity_id, left = name.mention.entity_id, name.place - 1
        is_city = name.mention.type == "PLACE" and entity_id not in topic.countries and entity_id not in topic.titled
        if is_city and view.clauses.word(left) == "in" and _is_body(left - 1, view):
            yield entity_id


def _is_body(place: int, view: SentenceView) -> bool:
    """Whether a noun for a body, or a name that ends with one, stands at a position."""
    name = next((one.mention for one in view.named if one.place == place and one.mention.type == "ORG"), None)
    noun = name.text.split()[-1].lower() if name is not None else view.clauses.word(place)
    return noun in view.clauses.vocabulary.seated_bodies


def _occasions(named: Collection[NamedPlace], clauses: Clauses) -> Iterator[str]:
    """ "Acme's Thanksgiving meal costs $9": the event that what somebody has is for."""
    owned = (one for one in named if one.mention.type == "EVENT" and clauses.kind(one.place + 1) == NOUN)
    for event in owned:
        if any(
            owner.possessive and owner.mention.end < event.mention.start <= owner.mention.end + 4 for owner in named
        ):
            yield event.mention.entity_id


def _foreseers(quantity: Quantity, named: Collection[NamedPlace], clauses: Clauses) -> Iterator[str]:
    """ "short of the $9 million expected by Acme": who foretells of another."""
    verb = clauses.at(quantity.end)
    verb += clauses.kind(verb) == NOUN
    if clauses.base(verb) in clauses.vocabulary.verbs_of_foresight and clauses.word(verb + 1) == "by":
        yield from (name.mention.entity_id for name in named if name.place == verb + 2)


def _examples(quantity: Quantity, named: Collection[NamedPlace], clauses: Clauses) -> Iterator[str]:
    """ "40 countries, among them Kenya and Brazil, signed": members of what is counted."""
    comma = clauses.phrase_after(clauses.at(quantity.end)) + 1
    lead = " ".join(clauses.words[comma + 1 : comma + 3])
    if clauses.word(comma) != "," or not lead.startswith(_LEADS_TO_EXAMPLES):
        return
    place = comma + 3 - (clauses.kind(comma + 2) in _BEFORE_PARTNERS)
    while clauses.kind(place) in _BEFORE_PARTNERS:
        yield from (name.mention.entity_id for name in named if name.place == place)
        place += 1


def _is_done_by_another(quantity: Quantity, resolved: Resolved, clauses: Clauses) -> bool:
    """ "In Ghana it employs 300 people", "In Ghana the firm employs 300": what a pronoun, or a noun for none but an
    organisation, does somewhere, of a sentence that opens with the place.
    """
    is_pronoun = resolved.setting in ("thing", "several") and not resolved.noun
    is_firm = resolved.noun != "" and resolved.types == _FIRMS
    if not (is_pronoun or is_firm) or clauses.word(0) not in _FRONTING:
        return False
    verb = clauses.verb_before(clauses.at(quantity.start))
    return verb >= 0 and acts(verb, clauses) and not resolved.how.startswith("loosely")


def _trade_partners(named: Collection[NamedPlace], clauses: Clauses) -> Iterator[str]:
    """The places that a sentence names as nothing but partners: "exports to China rose 18%" is about who exports."""
    partners = {name.mention.entity_id for name in named if _is_partner(name, clauses)}
    if partners:
        yield from partners - {name.mention.entity_id for name in named if not _is_partner(name, clauses)}


def _is_partner(name: NamedPlace, clauses: Clauses) -> bool:
    left = name.place - 1
    if name.mention.type != "PLACE" or name.possessive:
        return False
    if name.mention.form == "adjective":  # "imports of Russian oil"
        return clauses.kind(left) == OF and clauses.word(left - 1) in _TRADE["from"]
    stop = left - _LONGEST
    while left > stop and clauses.kind(left) in _BEFORE_PARTNERS:
        left -= 1
    nouns = _TRADE.get(clauses.word(left))
    while nouns is not None and left > stop:
        left -= 1
        if clauses.word(left) in nouns:  # whether taken for a noun or a verb
            return True
        if clauses.kind(left) not in _OF_TRADE:
            return False
    return False
