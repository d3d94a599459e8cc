"""Equations of two quantities, which say how large a unit is and nothing about the names around them.

What belongs here: knowing such an equation, and what its two figures are about.
"""

import re
from dataclasses import replace

from tidybrief.extraction.records import Figure, Quantity

_EQUALS = re.compile(r" ?(?:=|≈|≙) ?| (?:equals|is equal to|are equal to) ")
_SIZED = frozenset({"measure", "duration", "count"})
_SURE = 0.85


def defined_unit(quantity: Quantity, neighbours: tuple[Quantity | None, Quantity | None], text: str) -> str | None:
    """ "1 petabyte = 1,000 terabytes": the unit whose size a quantity and its neighbour say; None where they do not."""
    before, after = neighbours
    for one, other in ((quantity, after), (before, quantity)):
        if one is None or other is None or one.value != 1 or one.kind not in _SIZED or one.unit == "number":
            continue
        if _EQUALS.fullmatch(text, one.end, other.start):
            return one.unit
    return None


def of_definition(figure: Figure, unit: str) -> Figure:
    """The figure as one of an equation: about the unit and its size, for all time, said by nobody."""
    article = "an" if unit[0] in "aeiou" else "a"
    return replace(
        figure, subject_id=None, subject=unit, subject_confidence=_SURE, indicator=f"size of {article} {unit}",
        indicator_confidence=_SURE, time_start=None, time_end=None, attributed_to=None, attributed_to_id=None,
    )  # fmt: skip
