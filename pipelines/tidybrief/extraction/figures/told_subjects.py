"""Whom a figure is about where the construction it stands in tells: "Acme's $9 billion valuation", "the $9 billion that
Acme raised", "with Acme climbing 3%", "Acme builds a plant, adding 300 jobs", "In the Leeds area, rents fell 3%".

What belongs here: constructions that leave no doubt. What is weighed stands in `subject_candidates`, names in lists and
brackets in `series`, pronouns and common nouns in `clause_subjects`.
"""

from collections.abc import Mapping, Sequence

from tidybrief.extraction.figures.apposed_names import of_apposition
from tidybrief.extraction.figures.clause_subjects import acts
from tidybrief.extraction.figures.name_roles import NamedPlace
from tidybrief.extraction.figures.transfers import of_transfer
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    APOSTROPHES,
    AUXILIARY,
    CONJUNCTION,
    DASHES,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
)
from tidybrief.extraction.records import Quantity

_OWNERS = frozenset({"ORG", "PRODUCT", "PLACE"})
_LONGEST_NOUN_PHRASE = 4
_LONGEST_PARTICIPIAL = 9
_OF_PHRASES = frozenset({NOUN, DETERMINER, "-"})
_DOERS = frozenset({"ORG", "PERSON", "PLACE"})
_WITHIN_PARTICIPIAL = frozenset({NOUN, DETERMINER, ADVERB, TO, PREPOSITION, OF, PRONOUN})
_OF_PLACES = frozenset({NOUN, CONJUNCTION, PRONOUN, DETERMINER, "-"})
_OTHERS_SUBJECTS = frozenset({NAME, SUBORDINATOR, PRONOUN, ";", "(", ":"})
_ABSOLUTE_OPENERS = frozenset({"with", "and", "while", ",", ";"})
_OPENING_WITH = frozenset({"with", "at"})
_WHERE = frozenset({"in", "at", "near", "of"})
_FRONTING = frozenset({"in", "across", "throughout"})
_THEY = frozenset({"it", "they"})
_AMOUNTS = frozenset({"money", "count"})
_NAMING = frozenset({"named", "called", "identified"})
_RATING = frozenset({"give", "put", "have", "show", "see", "rank", "place", "rate", "score"})
_RATED_WITH = frozenset({"on", "at", "with"})
_PLACED = frozenset({"place", "placed", "ranked", "seeded"})
_BEHIND_THE_SAME = frozenset({PREPOSITION, TO, VERB, AUXILIARY, PARTICIPLE, ADVERB})
_TO_A_LEVEL = frozenset({"by", "to", "at"})


def told_subject(quantity: Quantity, named: Sequence[NamedPlace], clauses: Clauses) -> str:
    """The entity that the construction around a quantity makes its subject; "" for none."""
    if not named:
        return ""
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    by_place = {name.place: name for name in named}
    found = (
        _owner(quantity, left, by_place, clauses)
        or of_apposition(quantity, by_place, clauses)
        or _of_rating(left, by_place, clauses)
        or of_transfer(quantity, by_place, clauses)
        or _of_relative_clause(quantity, left, by_place, clauses)
        or _of_absolute_clause(left, by_place, clauses)
        or _fronted_place(quantity, by_place, clauses)
        or _behind_fronted(quantity, by_place, clauses)
        or _of_rank(quantity, by_place, clauses)
        or _of_the_same(left, by_place, clauses)
    )
    return found.mention.entity_id if found is not None else ""


def unnamed_person(quantity: Quantity, clauses: Clauses) -> str:
    """ "a 12-year-old boy", "her 9-year-old son": the noun for whom an age is told of without a name; "" for none.

    Not "a 34-year-old woman, Ana Silva", nor "Ana Silva is a 34-year-old woman".
    """
    if quantity.kind != "age" or not quantity.text.endswith("-old"):
        return ""
    first, head = clauses.at(quantity.start), clauses.at(quantity.end)
    if clauses.kind(head) == NOUN and clauses.kind(head + 1) == NOUN:
        head += 1
    if clauses.word(head) not in clauses.vocabulary.aged_without_name:
        return ""
    before, after = first - 1, head + 1 + (clauses.word(head + 1) == ",")
    is_named = clauses.kind(after) == NAME and clauses.kind(after + 1) not in (VERB, AUXILIARY)
    if clauses.word(before) == "the" or is_named or clauses.word(after) in _NAMING:
        return ""
    before -= clauses.kind(before) in (DETERMINER, QUANTITY)
    is_of_name = clauses.kind(before) == AUXILIARY or (clauses.word(before) == "," and clauses.kind(before - 1) == NAME)
    return "" if is_of_name or clauses.word(before) == "as" else clauses.word(head)


def agent_of_participle(quantity: Quantity, named: Sequence[NamedPlace], clauses: Clauses) -> str:
    """Who does what a participle adds to a whole sentence behind a dash: "Acme builds a plant — adding 300 jobs"; the
    entity id of the only name that acts before it, "" where there is none or another.
    """
    place = clauses.before_qualifiers(clauses.at(quantity.start))
    stop = place - _LONGEST_PARTICIPIAL
    while place > stop and clauses.kind(place) in _WITHIN_PARTICIPIAL:
        place -= 1
    if clauses.kind(place) != GERUND or clauses.word(place - 1) not in DASHES:
        return ""
    acting = [one for one in named if "subject" in one.features and one.place < place]
    is_one = len(acting) == 1 and acting[0].mention.type in _DOERS and not acting[0].possessive
    return acting[0].mention.entity_id if is_one else ""


def goes_on_from_main_clause(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a figure stands in what a participle adds to a clause: "Acme builds a plant, adding over 300 jobs"."""
    place = clauses.before_qualifiers(clauses.at(quantity.start))
    stop = place - _LONGEST_PARTICIPIAL
    while place > stop and clauses.kind(place) in _WITHIN_PARTICIPIAL:
        place -= 1
    if clauses.kind(place) != GERUND or clauses.base(place) in clauses.vocabulary.stating:
        return False
    return clauses.word(place - 1 - (clauses.kind(place - 1) == ADVERB)) == ","


def stands_behind_with(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether "with" adds a figure to a whole clause: "Acme leads, with 17 patents"."""
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    return clauses.word(left) == "with" and clauses.word(left - 1) == ","


def _owner(quantity: Quantity, left: int, by_place: Mapping[int, NamedPlace], clauses: Clauses) -> NamedPlace | None:
    """ "well behind Acme's $9 billion valuation"; not "Oslo's second airport", which is another's rank, nor "the
    regulator's $9 billion fine", which another pays.
    """
    if quantity.kind == "rank" or clauses.word(left) != "s" or clauses.word(left - 1) not in APOSTROPHES:
        return None
    if clauses.word(clauses.at(quantity.end)) in clauses.vocabulary.imposed_amounts:
        return None
    owner = by_place.get(left - 2)
    return owner if owner is not None and owner.mention.type in _OWNERS else None


def _of_relative_clause(
    quantity: Quantity, left: int, by_place: Mapping[int, NamedPlace], clauses: Clauses
) -> NamedPlace | None:
    """ "the $9 billion that Acme raised", "the 300 jobs Acme has cut"; not "a $9 billion plant that Acme built"."""
    place = clauses.at(quantity.end)
    if quantity.kind not in _AMOUNTS or "-" in quantity.text:
        return None
    if quantity.kind == "count":
        place = _past(frozenset({NOUN, OF}), place, clauses)
    if clauses.word(place) in ("that", "which"):
        place += 1
    elif clauses.word(left) not in ("the", "those"):
        return None
    place = _past(_OF_PHRASES, place, clauses)
    name = by_place.get(place)
    if name is None or name.stating or clauses.kind(place + 1) not in (VERB, AUXILIARY, ADVERB):
        return None
    return name if name.acts and clauses.kind(name.verb) in (VERB, AUXILIARY) else None


def _past(kinds: frozenset[str], place: int, clauses: Clauses) -> int:
    """Right of a position, the first place of another class, within as many words as a short phrase has."""
    stop = place + _LONGEST_NOUN_PHRASE
    while place < stop and clauses.kind(place) in kinds:
        place += 1
    return place


def _of_absolute_clause(left: int, by_place: Mapping[int, NamedPlace], clauses: Clauses) -> NamedPlace | None:
    """ "with Acme climbing 3% and shares of Halden down 2%"."""
    if clauses.word(left + 1) == "up":
        acting = left + 1
    else:
        acting = left - (clauses.word(left) in _TO_A_LEVEL)
        acting -= clauses.kind(acting) == ADVERB and clauses.word(acting) != "down"
        if clauses.kind(acting) != GERUND and clauses.word(acting) != "down":
            return None
    name = by_place.get(acting - 1)
    if name is None:
        return None
    before = name.place - 1
    while clauses.kind(before) in _OF_PHRASES:
        before -= 1
    return name if clauses.word(before) in _ABSOLUTE_OPENERS else None


def _fronted_place(quantity: Quantity, by_place: Mapping[int, NamedPlace], clauses: Clauses) -> NamedPlace | None:
    """ "In Leeds and its suburbs, the median rent fell by 3%", "In Leeds they fell by 3%"; not "In Leeds, the company
    hired 40 people".
    """
    if clauses.word(0) not in _FRONTING:
        return None
    name = by_place.get(_past(_OF_PHRASES, 1, clauses))
    if name is None or name.mention.type != "PLACE" or name.possessive:
        return None
    pronoun = name.place + 1 + (clauses.word(name.place + 1) == ",")
    if clauses.word(pronoun) in _THEY:
        verb = clauses.verb_before(clauses.at(quantity.start))
        return name if pronoun < verb <= pronoun + 2 and not acts(verb, clauses) else None
    comma = _past(_OF_PLACES, name.place + 1, clauses)
    first = clauses.at(quantity.start)
    if clauses.word(comma) != "," or comma >= first:
        return None
    if not _OTHERS_SUBJECTS.isdisjoint(clauses.classes[comma + 1 : first]):
        return None
    return name if clauses.vocabulary.takers.isdisjoint(clauses.words[comma + 1 : first]) else None


def _behind_fronted(quantity: Quantity, by_place: Mapping[int, NamedPlace], clauses: Clauses) -> NamedPlace | None:
    """ "With 118 beds, Ostby Hospital is the largest", "At 3 km, the Orno Bridge is the longest": the subject behind
    what opens a sentence with a number; not "With 3 minutes left, Acme scored".
    """
    after = clauses.at(quantity.end)
    if clauses.word(0) not in _OPENING_WITH or clauses.before_qualifiers(clauses.at(quantity.start)) != 0:
        return None
    if quantity.kind not in ("count", "measure", "money"):
        return None
    comma = _past(_OF_PHRASES, after, clauses)
    name = by_place.get(comma + 1 + (clauses.kind(comma + 1) == DETERMINER))
    if clauses.word(comma) != "," or name is None or name.mention.type not in _OWNERS or name.possessive:
        return None
    return name if name.acts or clauses.word(name.place + 1) in _WHERE else None


def _of_rating(left: int, by_place: Mapping[int, NamedPlace], clauses: Clauses) -> NamedPlace | None:
    """ "A poll gives Acme 44%", "It puts Halden on 14%": whom a poll, an index or a forecast rates."""
    name = by_place.get(left - (clauses.word(left) in _RATED_WITH))
    if name is None or name.possessive:
        return None
    verb = name.place - 1
    while clauses.kind(verb) in _OF_PHRASES:
        verb -= 1
    if clauses.base(verb) not in _RATING:
        return None
    if clauses.base(verb) == "put" and left != name.place:
        return name
    subject = clauses.subject_phrase(verb + 1)
    rating = clauses.words[subject[0] : subject[1] + 1] if subject is not None else ()
    return None if clauses.vocabulary.publications.isdisjoint(rating) else name


def _of_rank(quantity: Quantity, by_place: Mapping[int, NamedPlace], clauses: Clauses) -> NamedPlace | None:
    """ "six times more than second-placed Acme"."""
    place = clauses.at(quantity.end)
    if quantity.kind != "rank" or clauses.word(place) != "-" or clauses.word(place + 1) not in _PLACED:
        return None
    return by_place.get(place + 2)


def _of_the_same(left: int, by_place: Mapping[int, NamedPlace], clauses: Clauses) -> NamedPlace | None:
    """ "Acme's profit rose by 4%, and that of Halden by 9%", "those of the Leeds museum grew to 9"."""
    place = left
    while place > left - _LONGEST_NOUN_PHRASE and clauses.kind(place) in _BEHIND_THE_SAME:
        place -= 1
    name = by_place.get(place)
    before = place - 1 - (clauses.kind(place - 1) == DETERMINER)
    if name is None or clauses.kind(before) != OF or clauses.word(before - 1) not in ("that", "those"):
        return None
    return name
