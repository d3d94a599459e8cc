"""Who only tells a figure of somebody else: "According to Acme, the works emitted 9 tonnes", "She added that debt had
fallen by $9 million".

What belongs here: that the grammar says so. Whom a whole document names for what they tell of others stands in
`reporters`.
"""

import re
from collections.abc import Iterator

from tidybrief.extraction.figures.sentence_view import SentenceView
from tidybrief.extraction.grammar.sources_named import BEFORE_VERB, CITED, Source
from tidybrief.extraction.records import Quantity

_OF_ITSELF = re.compile(r"\b(?:its|their|his|her)\b")
_OF_ONESELF = frozenset({"i", "he", "she", "his", "her", "my", "we", "our", "us", "me", "who"})
_SPEAKER = frozenset({"I", "my", "My", "me", "we", "We", "our", "Our"})
_PRONOUNS = frozenset({"he", "she"})
_ASIDE = frozenset({"opening", CITED})
_LED_IN = frozenset({BEFORE_VERB, "pronoun"})
_BY_WHOM = (" by ", " by the ")
_ABOUT_ONESELF = frozenset({"age"})
_BEHIND = 5
"""How many words from a number on a pronoun may mean who tells it: "40 percent of her patients"."""
_LONGEST_LEAD = 3
"""Words between a pronoun and its verb of saying: "she has also said"."""


def only_tellers(quantity: Quantity, view: SentenceView) -> Iterator[str]:
    """The entity ids of the sources of a sentence that say of others what the figure tells."""
    if quantity.kind in _ABOUT_ONESELF:
        return
    for source in view.sources:
        if source.carried or not source.start <= quantity.start < source.end or source.entity_id.startswith("place:"):
            continue
        if source.manner in _ASIDE:
            between = view.clauses.text[quantity.end : source.named_at]
            asks = between.endswith(_BY_WHOM) and "," not in between  # "a survey of 900 by Acme"
            tells = not asks and _OF_ITSELF.search(view.clauses.sentence.text) is None
        else:
            is_person = source.entity_id.startswith("person:") and source.manner in _LED_IN
            tells = is_person and _says_of_others(source, quantity, view)
        if tells:
            yield source.entity_id


def _says_of_others(person: Source, quantity: Quantity, view: SentenceView) -> bool:
    """Whether a figure stands in what a person says, and no pronoun there can mean that person."""
    clauses, place = view.clauses, view.clauses.at(quantity.start)
    verb = _verb_of_saying(person, place, view)
    if verb < 0 or not _SPEAKER.isdisjoint(clauses.words):
        return False
    is_sure = clauses.vocabulary.stating[clauses.word(verb)] == "states"
    foretells = clauses.base(verb) in clauses.vocabulary.verbs_of_foresight
    is_told = is_sure or foretells or clauses.word(verb + 1) == "that" or clauses.verb_before(place) > verb
    return is_told and all(clauses.word(at) not in _OF_ONESELF for at in range(verb + 1, place + _BEHIND))


def _verb_of_saying(person: Source, before: int, view: SentenceView) -> int:
    """The place of the verb by which a person says something, before a place; -1 for none."""
    clauses = view.clauses
    if person.manner == BEFORE_VERB:
        named = (one for one in view.named if one.mention.start == person.named_at and one.stating)
        return next((at for at in (clauses.main_verb(one.verb) for one in named) if at < before), -1)
    for place in range(before):
        if clauses.word(place) in _PRONOUNS:
            behind = range(place + 1, min(before, place + 1 + _LONGEST_LEAD))
            verb = next((at for at in behind if clauses.word(at) in clauses.vocabulary.stating), -1)
            if verb >= 0:
                return verb
    return -1
