"""Figures that only a country or region can have: turnout, inflation, the jobless.

What belongs here: telling them, and whom they can be about. Which land it is, is chosen in `subjects`.
"""

from collections.abc import Sequence

from tidybrief.extraction.figures.ranking import Candidate
from tidybrief.extraction.figures.sentence_view import WORLD, Topic
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.records import Quantity

_REACH = 2
_BEFORE_LEVELS = frozenset({"of", "at", "to", "by"})
_UNIONS = frozenset({"org:european-union", "org:african-union", "org:oecd", "org:eurozone", "org:euro-zone"})
_COUNTED = frozenset({"percent", "count"})


def is_of_a_land(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether the unit, the subject of the clause or the words right before a quantity tell what only lands have."""
    if quantity.kind not in _COUNTED:
        return False
    measures = clauses.vocabulary.measures_of_lands
    first = clauses.at(quantity.start)
    subject = clauses.subject_phrase(first)
    told = clauses.words[subject[0] : subject[1] + 1] if subject is not None else ()
    left = clauses.before_qualifiers(first)
    if "economy" in told:
        return True
    near = clauses.words[max(0, left - _REACH) : left] if clauses.word(left) in _BEFORE_LEVELS else ()
    return not (measures.isdisjoint(told) and measures.isdisjoint(near) and measures.isdisjoint(quantity.unit.split()))


def of_lands(candidates: Sequence[Candidate[str]], topic: Topic) -> list[Candidate[str]]:
    """Of the candidates, the places of the sentence, or else countries, or else what the text speaks of most, with
    unions of countries among places; and the world. None where there is no such place.
    """
    places = [one for one in candidates if one.answer.startswith("place:") or one.answer in _UNIONS]
    inside = [one for one in places if "inside" in one.features]
    countries = [one for one in places if one.answer in topic.countries or one.answer in _UNIONS]
    lands = inside or countries or [one for one in places if one.answer in topic.ranks]
    return [*lands, *(one for one in candidates if one.answer == WORLD)] if lands else []
