"""Of which stated whole a figure is a part.

What belongs here: "38,000 of the 54,000", "Of these, …", "including 54 children".
"""

import re

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import DETERMINER, NOUN, OF, QUANTITY
from tidybrief.extraction.records import Figure, Quantity

_LONGEST_GAP = 80
_PART_OF = re.compile(
    r"(?P<part>(?:\s+(?!(?:an?|the|at|to|and|or|but|for|by|from|with|in|on|as)\s|\w+ing\s)[\w’'-]+){0,4}?)\s+(?:out\s+)?of\s+(?:(?!(?:and|or|but|to|for|by|from|with|in|at|on|that|who|which|"
    r"would|will)\s)(?:the|a|its|their|his|her|our|all|some|about|around|more than|over|nearly|almost|roughly|"
    r"approximately|an?\s+estimated|total|of|[\w-]+[’']s?|[a-z]+)\s+){0,6}"
)
_COMPOUND_PREPOSITION = re.compile(
    r"\b(?:instead|on top|in place|in lieu|ahead|because|outside|inside|in front|in excess|in spite|regardless|short|"
    r"as|in favou?r|independent|irrespective|upwards?|north|south|east|west|courtesy|by way|by means)$"
)
_OF_THEM = re.compile(r" of (?:them|these|those|whom|which)\b")
_OF_OTHERS = re.compile(r"(?: [\w-]+)? of (?!them\b|these\b|those\b|whom\b|which\b)")
_INCLUDING = re.compile(
    r"\b(?:including|of which|of whom|of them|among them|among which)\b"
    r"(?:,[ ][^.,;]{1,50},)?(?:[ ]an?[ ][\w-]+,[ ]|[^.,;]{0,60})$",
    re.IGNORECASE,
)
AMOUNTS = frozenset({"count", "money", "measure"})
_PARTED = AMOUNTS | {"duration"}
_ANY_UNIT = "number"


def stated_whole(
    quantity: Quantity, following: Quantity | None, preceding: Quantity | None, clauses: Clauses
) -> float | None:
    """The value of the whole that the sentence states for a quantity, by its neighbours; None where it states none."""
    text = clauses.text
    if following is not None and quantity.kind in AMOUNTS and counts_alike(quantity, following):
        between = text[quantity.end : following.start]
        found = _PART_OF.fullmatch(between) if len(between) < _LONGEST_GAP else None
        if found and not _COMPOUND_PREPOSITION.search(found["part"]) and is_part(quantity, following):
            return following.value
    if preceding is None or not is_part(quantity, preceding):
        return None
    if _OF_THEM.match(text, quantity.end):
        return preceding.value
    between = text[preceding.end : quantity.start]
    if _INCLUDING.search(between):
        return None if quantity.kind == "percent" and _OF_OTHERS.match(text, quantity.end) else preceding.value
    if re.search(r"\bwith$", between[-12:].strip()) and "recorded" in text[quantity.end : quantity.end + 12]:
        return preceding.value
    return None


def is_part(part: Quantity | Figure, whole: Quantity | Figure) -> bool:
    """Whether one amount can be a part of the other: a share of any, and what is smaller and of its kind.

    Of what is counted a part may have a name of its own ("62 deaths, including 54 children"); of money, measures
    and durations it has the same unit.
    """
    if part.kind == "percent":
        return whole.kind in AMOUNTS
    same = part.kind == whole.kind and (part.kind == "count" or part.unit == whole.unit)
    return same and part.kind in _PARTED and (part.value_high or part.value) < whole.value


def counts_alike(part: Quantity | Figure, whole: Quantity | Figure) -> bool:
    """Whether both are amounts of the same thing, as far as their units tell."""
    if part.kind != whole.kind:
        return False
    if part.unit == whole.unit:
        return True
    return part.kind == "count" and (_ANY_UNIT in (part.unit, whole.unit) or _head(part.unit) == _head(whole.unit))


def _head(unit: str) -> str:
    return unit.partition(" of ")[0].rpartition(" ")[2]


def stands_for_whole(left: int, clauses: Clauses) -> bool:
    """Whether a number ends left of the quantity whose part it is: "38 of the 54", "38 patents of a total of 54"."""
    left -= clauses.kind(left) == DETERMINER
    if clauses.kind(left) != OF:
        return False
    left = clauses.before_qualifiers(left)
    left -= clauses.kind(left) == DETERMINER
    left -= clauses.kind(left) == OF
    while clauses.kind(left) == NOUN:
        left -= 1
    return clauses.kind(left) == QUANTITY
