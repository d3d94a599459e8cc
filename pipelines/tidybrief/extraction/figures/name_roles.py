"""What the grammar of a sentence says of the names in it: case, what stands before them, whether they act.

What belongs here: what holds of a name in its sentence, whatever figure is asked about. What follows for a figure
stands in `subject_candidates`.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from tidybrief.extraction.grammar.asides import closing_of
from tidybrief.extraction.grammar.class_context import BEFORE_CLAUSES
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import past_brackets
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    APOSTROPHES,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    MARKS_OF_OWNERS,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
)
from tidybrief.extraction.records import Mention

_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=[ ])")
_ACTING = frozenset({VERB, AUXILIARY, PARTICIPLE})
_LEFT_OF_PHRASE = {
    OF: "of", TO: "to", VERB: "verb", AUXILIARY: "verb", PARTICIPLE: "participle", GERUND: "gerund", ",": "comma",
    "(": "bracket", CONJUNCTION: "and", SUBORDINATOR: "subordinator", ";": "start", ":": "start", "": "start",
    "“": "start", '"': "start", NAME: "name", QUANTITY: "quantity", DATE: "date", ADVERB: "adverb",
}  # fmt: skip
_PREPOSITIONS = frozenset({
    "in", "by", "at", "on", "for", "from", "with", "than", "under", "among", "between", "across", "against", "as",
    "like", "including", "through", "over",
})  # fmt: skip
_OF_PHRASES = APOSTROPHES | {NOUN, DETERMINER, "-"}
_OF_SUBJECTS = ("start", "subordinator", "comma", "and")
_SEATS = frozenset({"PLACE", "ORG"})
_LONGEST_OFFICE = 3
_FROM_THERE = frozenset({"of", "from"})
_OPENING = frozenset({"in", "at", "on", "across", "preposition"})


class NamedPlace(NamedTuple):
    """A name, where it stands among the words of its sentence, and what the grammar says of it."""

    mention: Mention
    place: int
    left: str
    possessive: bool
    acts: bool
    verb: int
    """The first word of the verb group that follows the name's phrase; -1 for none."""
    features: tuple[str, ...]
    stating: str = ""
    """Whether its verb is one by which a source says something: "states", "may state" or ""."""
    modifies: bool = False
    """Whether another name or a compound is what it stands before: "Leeds-based Acme"."""


def named_places(mentions: list[Mention], clauses: Clauses) -> list[NamedPlace]:
    """The names of a sentence in order, each with its role."""
    found: list[NamedPlace] = []
    for mention in mentions:
        place = clauses.at(mention.start)
        if place < len(clauses.starts) and clauses.starts[place] == mention.start and clauses.classes[place] == NAME:
            found.append(_described(mention, place, found[-1] if found else None, clauses))
    return _with_titles(found, clauses)


def _with_titles(found: list[NamedPlace], clauses: Clauses) -> list[NamedPlace]:
    """The names, those at rest that only tell where a person holds an office or is from: "United States Senator from
    Vermont Ada Lund came", "Ada Lund of Vermont had".
    """
    whole = list(found)
    for number, (before, after) in enumerate(pairwise(found)):
        is_title = before.mention.type in _SEATS and after.mention.type == "PERSON"
        if is_title and _is_one_phrase(before, after, clauses):
            first = _start_of_title(before.place, clauses)
            for earlier in range(number + 1):
                whole[earlier] = at_rest(found[earlier]) if found[earlier].place >= first else whole[earlier]
            whole[number + 1] = _led_by(_left_of_phrase(first, None, clauses), after)
        elif before.mention.type == "PERSON" and after.mention.type == "PLACE" and after.place == before.place + 2:
            is_home = clauses.word(before.place + 1) in _FROM_THERE
            whole[number + 1] = at_rest(after) if is_home and before.acts else whole[number + 1]
    return whole


def _is_one_phrase(seat: NamedPlace, person: NamedPlace, clauses: Clauses) -> bool:
    """Whether a person follows the name of a seat at once, or behind the noun of an office: "US President Ada Lund"."""
    if seat.possessive or seat.mention.form == "adjective":
        return False
    between = range(seat.place + 1, person.place)
    is_office = "office holder" in person.features and len(between) <= _LONGEST_OFFICE
    return not between or (is_office and all(clauses.kind(place) == NOUN for place in between))


def _start_of_title(seat: int, clauses: Clauses) -> int:
    """Where the title begins that ends with the name of its seat: "| United States Senator from Vermont"."""
    first = seat
    if clauses.word(seat - 1) in _FROM_THERE and clauses.kind(seat - 2) == NOUN:
        first = seat - 2
        while clauses.kind(first - 1) == NOUN:
            first -= 1
        first -= clauses.kind(first - 1) == NAME
    return first


def _led_by(left: str, person: NamedPlace) -> NamedPlace:
    """A person with what stands before the title that belongs to the name."""
    features = [f"left {left}" if feature.startswith("left ") else feature for feature in person.features]
    if person.acts and left in _OF_SUBJECTS:
        features.append("subject")
    return person._replace(left=left, features=tuple(features))


def _described(mention: Mention, place: int, before: NamedPlace | None, clauses: Clauses) -> NamedPlace:
    left = _left_of_phrase(place, before, clauses)
    possessive = _POSSESSIVE.match(clauses.text, mention.end) is not None
    compound = clauses.word(place + 1) == "-" and clauses.starts[place + 1] == mention.end
    modifies = compound or ((possessive or mention.form == "adjective") and _before_a_name(place, clauses))
    verb = -1 if modifies else _verb_of(place, possessive, clauses)
    acts = verb >= 0
    stating = clauses.vocabulary.stating.get(clauses.word(clauses.main_verb(verb)), "") if acts else ""
    features = [f"type {mention.type}", f"left {left}"]
    if mention.form == "adjective":
        features.append("adjective")
    if possessive:
        features.append("possessive")
    elif modifies:
        features.append("before a name")
    elif clauses.kind(place + 1) in (NOUN, NAME, GERUND):
        features.append("modifier")
    if acts:
        features.append("acts")
        features.append(f"does {lemma_of(verb, clauses)}")
        if stating:
            features.append(stating)
        if left in _OF_SUBJECTS:
            features.append("subject")
    if clauses.vocabulary.offices.search(clauses.text, max(0, mention.start - 30), mention.start):
        features.append("office holder")
    return NamedPlace(mention, place, left, possessive, acts, verb, tuple(features), stating, modifies)


def at_rest(named: NamedPlace) -> NamedPlace:
    """A name that only describes what acts: "the Leeds company raised", of Leeds."""
    features = (true for true in named.features if true not in ("acts", "subject") and not true.startswith("does "))
    return named._replace(acts=False, verb=-1, modifies=True, features=tuple(features))


def _before_a_name(place: int, clauses: Clauses) -> bool:
    """Whether a noun phrase goes on to a name that heads it ("the Norwegian producer Halden")."""
    right = place + 1
    while clauses.kind(right) == NOUN or clauses.word(right) in MARKS_OF_OWNERS:
        right += 1
    return clauses.kind(past_brackets(right, clauses)) == NAME


def _left_of_phrase(place: int, before: NamedPlace | None, clauses: Clauses) -> str:
    """What stands left of the noun phrase that holds a name: past adjectives of places, owners and an opening place."""
    left = place - 1
    stop = max(-1, place - 6)
    determined = False
    while left > stop and clauses.classes[left] in _OF_PHRASES:
        left -= 1
        if clauses.classes[left + 1] == DETERMINER:
            determined = True
            break
    if before is not None and left == before.place:
        modifies = before.possessive or before.mention.form == "adjective"
        if modifies != determined and (modifies or before.left in _OPENING):
            return before.left if modifies else "start"
    kind = clauses.kind(left)
    if kind == DATE and clauses.kind(left - 1) in ("", PREPOSITION) and left <= 1:
        return "start"
    if kind == PARTICIPLE and clauses.word(left - 1) == "-":
        return "start" if left <= 4 else "other"
    if kind == PREPOSITION or clauses.word(left) in BEFORE_CLAUSES:
        word = clauses.words[left]
        return word if word in _PREPOSITIONS else "preposition"
    return _LEFT_OF_PHRASE.get(kind, "other")


def lemma_of(verb: int, clauses: Clauses) -> str:
    """The base form of the main verb of a verb group, "passive" before it where it is one."""
    main = clauses.main_verb(verb)
    lemma = clauses.base(main)
    passive = clauses.kind(main) == PARTICIPLE and clauses.kind(main - 1) in (AUXILIARY, ADVERB) and verb < main
    return f"passive {lemma}" if passive and clauses.word(verb) not in ("has", "have", "had") else lemma


def _verb_of(place: int, possessive: bool, clauses: Clauses) -> int:
    """The verb after the noun phrase of a name, past brackets, an apposition or a relative pronoun; -1 for none."""
    right = place + 1 + 2 * possessive
    stop = right + 9
    while right < stop and clauses.kind(right) in (NOUN, NAME, OF, "-", DETERMINER):
        right += 1
    right = past_brackets(right, clauses)
    if clauses.kind(right) == ADVERB:
        right += 1
    if clauses.kind(right) in _ACTING:
        return right
    if clauses.kind(right) != ",":
        return -1
    if clauses.word(right + 1) in ("which", "who", "whose"):
        return right + 2
    closing = closing_of(right, clauses.words)
    behind = (closing + 1, closing + 2) if closing >= 0 else ()
    return next((verb for verb in behind if clauses.kind(verb) in _ACTING), -1)
