"""Magnitudes of earthquakes: "magnitude 6.4", "a 5.3-magnitude quake", "7.1 on the Richter scale", "a 6.4 tremor".

What belongs here: the forms in which a text tells one, and its span, of which the word beside the number is the unit.
"""

import re

from tidybrief.extraction.quantities.drafts import Draft, Drafter
from tidybrief.extraction.quantities.numbers import Numeral

_MAGNITUDE_BEFORE = re.compile(
    r"(?P<unit>\bmagnitude(?:-|\s{1,2}))$|"
    r"\bmagnitude\s{1,2}(?:(?:of|was|is|at)\s{1,2})?(?:about\s|around\s|at least\s)?$"
)
_MAGNITUDE_BEHIND = re.compile(
    r"[\s-]magnitude(?![a-z])|(?=\s(?:on|in)\s(?:the\s)?(?:moment\s)?(?:magnitude|richter)(?![a-z]))"
)
_QUAKE_BEHIND = re.compile(r"[\s-](?:[a-z]+\s)?(?:earthquake|quake|aftershock|foreshock|temblor|tremor)(?![a-z])")
_STRONGEST_QUAKE = 10
_LONGEST_LEAD = 24


def magnitude_of_quake(base: Drafter, number: Numeral) -> Draft | None:
    """The draft of a number that is a magnitude; None where nothing says so."""
    low, start = base.low, number.start
    if (led := _MAGNITUDE_BEFORE.search(low, max(base.floor, start - _LONGEST_LEAD), start)) is not None:
        first = start if led["unit"] is None else led.start()
        return base.draft(number, first, number.end, number.value, None, "measure", "magnitude", "scale")
    if number.value > _STRONGEST_QUAKE:
        return None
    behind = _MAGNITUDE_BEHIND.match(low, number.end, base.end)
    if behind is None and not (number.decimal and _QUAKE_BEHIND.match(low, number.end, base.end)):
        return None
    stop = behind.end() if behind is not None else number.end
    return base.draft(number, start, stop, number.value, None, "measure", "magnitude", "scale")
