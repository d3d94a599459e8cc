"""Quantities in more than one unit: feet and inches, years and months, halves of an hour.

What belongs here: what they are worth in one unit. Names of units stand in the lexicon.
"""

import re
from dataclasses import replace

from tidybrief.extraction.quantities.drafts import Drafter
from tidybrief.extraction.quantities.numbers import Numeral
from tidybrief.extraction.quantities.units import Unit

_HALF_MORE = re.compile(r"\s{1,2}and\s{1,2}(?:a\s{1,2}half|half)(?![a-z-])")
_COMPOUND_GAP = re.compile(r"(?:\s?,?\s{1,2}and\s{1,2}|,\s{1,2}|\s{1,2}|(?<=['′\w]))(?=\d|[a-z])")
_INCHES_AFTER_FEET = re.compile(
    r"(?:-(?P<plain>\d{1,2})(?:-inch(?:es)?)?|(?<=')\s?(?P<marked>\d{1,2})\s?(?:\"|”|''|″))(?![\w-]|[.,]\d)"
)
# Days and seconds beside years and months are added as plain people do: 365 days to a year, 30 to a month.
_DURATION_SECONDS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2592000.0,
    "year": 31536000.0,
    "decade": 315360000.0,
}
_MONTHS_OF = {"month": 1.0, "quarter": 3.0, "year": 12.0, "decade": 120.0}
_LENGTHS = {"mile": 63360.0, "yard": 36.0, "foot": 12.0, "inch": 1.0}
_METERS = {"kilometer": 1_000_000.0, "meter": 1000.0, "centimeter": 10.0, "millimeter": 1.0}
_WEIGHTS = {"stone": 224.0, "pound": 16.0, "ounce": 1.0}
_GRAMS = {"kilogram": 1_000_000.0, "gram": 1000.0, "milligram": 1.0}
_SCALES = (_MONTHS_OF, _DURATION_SECONDS, _LENGTHS, _METERS, _WEIGHTS, _GRAMS)
_SMALLER_CLOCK_UNIT = {"day": ("hour", 24.0), "hour": ("minute", 60.0), "minute": ("second", 60.0)}


def feet_and_inches(drafter: Drafter, number: Numeral, unit: Unit | None) -> tuple[Numeral, Unit] | None:
    """ "a 6-foot-4 striker": a height whose inches follow its feet without their name, in feet; None for others."""
    if unit is None or unit.name != "foot":
        return None
    inches = _INCHES_AFTER_FEET.match(drafter.low, unit.end, drafter.end)
    count = int(inches["plain"] or inches["marked"]) if inches is not None else 0
    if inches is None or count >= _LENGTHS["foot"]:
        return None
    return replace(number, value=number.value + count / 12), replace(unit, end=inches.end())


def with_smaller_units(drafter: Drafter, number: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
    """ "7 feet and 10 inches", "2 years, 3 months": one quantity in the smaller unit."""
    low = drafter.low
    total, current, parts = number.value, unit, 1
    if unit.kind == "duration" and (half := _HALF_MORE.match(low, unit.end, drafter.end)):
        return in_whole_units(
            drafter, replace(number, value=number.value + 0.5, mixed=True), replace(unit, end=half.end())
        )
    if number.mixed or number.form == "fraction":
        return (
            in_whole_units(drafter, number, unit)
            if number.mixed or not number.decimal or number.form == "words"
            else (number, unit)
        )
    while (gap := _COMPOUND_GAP.match(low, current.end, drafter.end)) is not None:
        if not (low[gap.end()].isdigit() or drafter.opens_number(gap.end())):
            break
        following = drafter.number_at(gap.end())
        if following is None:
            break
        smaller = drafter.unit_after(following) or _implied_unit(drafter, current, following)
        scale = _scale_of(current, smaller) if smaller is not None else None
        if (
            smaller is None
            or scale is None
            or following.value * scale[smaller.name] >= scale[current.name] * (10 if scale is _LENGTHS else 1)
        ):
            break
        if (current.name, smaller.name, parts) == ("foot", "inch", 1):
            return replace(number, value=total + following.value / 12), replace(smaller, name="foot")
        total = round(total * scale[current.name] / scale[smaller.name] + following.value, 6)
        current, parts = smaller, parts + 1
    return (number, unit) if parts == 1 else (replace(number, value=total), current)


def _implied_unit(drafter: Drafter, unit: Unit, following: Numeral) -> Unit | None:
    """The minutes of "2 hours ten", said without their name at the very end."""
    if unit.name != "hour" or following.value >= 60 or not drafter.ends_at(following.end):
        return None
    return Unit("minute", "duration", following.end)


def _scale_of(unit: Unit, smaller: Unit) -> dict[str, float] | None:
    """The scale on which both units are, the second a smaller one."""
    for scale in _SCALES:
        if scale.get(smaller.name, float("inf")) < scale.get(unit.name, 0.0):
            return scale
    return None


def in_whole_units(drafter: Drafter, number: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
    """Fractions of clock time in words, in the unit that makes them whole: half an hour is 30 minutes.

    Of more than one, as in "two and a half hours", only where nothing else is said.
    """
    smaller = _SMALLER_CLOCK_UNIT.get(unit.name)
    if smaller is None or number.value.is_integer():
        return number, unit
    if number.value > 1 and not (number.start == drafter.floor and drafter.ends_at(unit.end)):
        return number, unit
    return replace(number, value=round(number.value * smaller[1], 6)), replace(unit, name=smaller[0])


def in_other_unit(value: float, unit: Unit, other: Unit) -> float:
    for scale in (_MONTHS_OF, _DURATION_SECONDS):
        if unit.name in scale and other.name in scale:
            return value * scale[unit.name] / scale[other.name]
    return value
