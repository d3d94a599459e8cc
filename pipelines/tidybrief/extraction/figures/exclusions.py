"""What a figure leaves out, told before its clause: "Excluding food and energy, prices rose 3%".

What belongs here: such openings, as the end of an indicator. What the indicator is stands in `indicators`.
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import CONJUNCTION, GERUND, NOUN, PARTICIPLE
from tidybrief.extraction.records import Quantity

_KINDS = frozenset({"money", "percent", "count", "measure"})
_WITHOUT = frozenset({"excluding", "stripping", "ignoring", "disregarding"})
_ADJUSTED = frozenset({"adjusted", "adjusting", "adjusts", "corrected", "accounting", "allowing"})
_IN_LISTS = frozenset({NOUN, CONJUNCTION, GERUND, PARTICIPLE, ",", "-"})
_LONGEST = 10


def left_out(quantity: Quantity, clauses: Clauses) -> str:
    """ "excluding food and energy", "adjusted for inflation", where a quantity's sentence opens with that; "" else."""
    opening = clauses.word(0)
    if quantity.kind not in _KINDS or (opening not in _WITHOUT and opening not in _ADJUSTED):
        return ""
    start = 1
    if opening in _ADJUSTED:
        if clauses.word(1) != "for":
            return ""
        start = 2
    elif clauses.word(1) == "out":
        start = 2
    end = start
    while end < start + _LONGEST and clauses.kind(end) in _IN_LISTS and not _ends(end, clauses):
        end += 1
    if end == start or clauses.kind(end) != "," or clauses.at(quantity.start) < end:
        return ""
    how = "adjusted for" if opening in _ADJUSTED else "excluding"
    return f"{how} {clauses.slice(start, end - 1)}"


def _ends(comma: int, clauses: Clauses) -> bool:
    """Whether a comma ends the opening, and is none of its list ("excluding food, energy and tobacco,")."""
    if clauses.kind(comma) != ",":
        return False
    following = clauses.classes[comma + 1 : comma + 5]
    place = next((at for at, kind in enumerate(following) if kind not in (NOUN, "-")), len(following))
    return place == 0 or following[place : place + 1] not in ([CONJUNCTION], [","])
