"""Whom a trader only trades with: "exports to China rose 18%" is about who exports.

What belongs here: finding such names in a sentence. That they are no subject where somebody else can be is decided in
`subject_candidates`.
"""

from collections.abc import Iterator, Sequence

from tidybrief.extraction.figures.name_roles import NamedPlace
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import CONJUNCTION, DETERMINER, NAME, NOUN, OF

_JOINTS = {
    "to": frozenset({"exports", "shipments", "deliveries", "sales", "supplies"}),
    "from": frozenset({"imports", "purchases", "arrivals"}),
    "with": frozenset({"trade", "deficit", "surplus"}),
}
"""By the word before the partner, the nouns of trade before it."""
_LONGEST = 8
_WITHIN = frozenset({NOUN, OF, DETERMINER, NAME, CONJUNCTION, ","})


def trade_partners(named: Sequence[NamedPlace], clauses: Clauses) -> Iterator[str]:
    """The entity ids of the places that a sentence names as nothing else."""
    partners = {name.mention.entity_id for name in named if _is_partner(name, clauses)}
    if partners:
        others = {name.mention.entity_id for name in named if not _is_partner(name, clauses)}
        yield from partners - others


def _is_partner(name: NamedPlace, clauses: Clauses) -> bool:
    if name.mention.type != "PLACE" or name.mention.form == "adjective" or name.possessive or name.acts and name.left == "start":
        return False
    left = name.place - 1
    stop = left - _LONGEST
    while left > stop and clauses.kind(left) in (DETERMINER, NAME, CONJUNCTION, ","):
        left -= 1
    nouns = _JOINTS.get(clauses.word(left))
    if nouns is None:
        return False
    while left > stop and clauses.kind(left - 1) in _WITHIN:
        left -= 1
        if clauses.word(left) in nouns:
            return True
    return False
