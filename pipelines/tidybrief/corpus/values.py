"""Whether two stated values can both hold.

What belongs here: arithmetic on values under their qualifiers. Whether two figures are about the same point
is decided in `figure_points`.
"""

import math
import re
from dataclasses import dataclass
from typing import Final

AGREE: Final = "agree"
CONTRADICT: Final = "contradict"
OPEN: Final = "open"

_NUMERAL: Final = re.compile(r"\d[\d,\s]*(?:\.\d+)?")
_APPROXIMATELY: Final = 0.05
_FAR_FROM_APPROXIMATELY: Final = 0.15
_NEAR_A_BOUND: Final = 0.10
_SMALLEST_CONTRADICTION: Final = 0.01
_MORE_THAN_CUTTING_OFF: Final = 0.05
"""Some cut digits off where they should round; that makes a number no more than this smaller."""
_MOST_OF_ZEROS: Final = 0.3
"""What the last zeros of a round number may hide of it, at most: 100 may be 95, and is not 149."""
_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Value:
    """A value as stated. `step` is what one unit of its last stated digit is worth: 1e8 for "7.8 billion"."""

    low: float
    high: float
    qualifier: str
    step: float


def stated(value: float, value_high: float | None, qualifier: str, text: str, factor: float = 1.0) -> Value:
    """The value of a figure times `factor`, with the precision that its words give it."""
    high = value if value_high is None else value_high
    return Value(value * factor, high * factor, qualifier, _step(value, text) * factor)


def weigh(one: Value, other: Value) -> str:
    """AGREE, CONTRADICT, or OPEN where neither follows.

    Agreement is the narrower of the two: values apart by more than their wording allows need not exclude each
    other ("over 4,000" and 5,667), and only those that do are contradictions.
    """
    if one.low != one.high or other.low != other.high:
        return _weigh_ranges(one, other)
    qualifiers = {one.qualifier, other.qualifier}
    if qualifiers == {"exact"}:
        return _weigh_exact(one, other)
    if qualifiers <= {"exact", "approx"}:
        apart = _apart(one.low, other.low)
        return AGREE if apart <= _APPROXIMATELY else CONTRADICT if apart > _FAR_FROM_APPROXIMATELY else OPEN
    if len(qualifiers) == 1:
        return AGREE if _apart(one.low, other.low) <= _NEAR_A_BOUND else OPEN
    lower, upper = (one, other) if one.qualifier == "at_least" or other.qualifier == "at_most" else (other, one)
    return _weigh_bound(lower, upper)


def _weigh_bound(lower: Value, upper: Value) -> str:
    """`lower` must not be above `upper`: one of them is a bound, or both are."""
    apart = _apart(lower.low, upper.low)
    if lower.low <= upper.low * (1 + _ROUNDING):
        return AGREE if apart <= _NEAR_A_BOUND else OPEN
    return CONTRADICT if apart > _APPROXIMATELY else OPEN


def _weigh_exact(one: Value, other: Value) -> str:
    difference, step = abs(one.low - other.low), max(one.step, other.step)
    apart = _apart(one.low, other.low)
    if difference <= step / 2 * (1 + _ROUNDING) and apart <= _NEAR_A_BOUND:
        return AGREE
    is_beyond_rounding = difference > step / 2 and apart >= _MORE_THAN_CUTTING_OFF
    is_beyond_a_digit = difference >= step and apart >= _SMALLEST_CONTRADICTION
    return CONTRADICT if is_beyond_rounding or is_beyond_a_digit else OPEN


def _weigh_ranges(one: Value, other: Value) -> str:
    if one.low > other.high or other.low > one.high:
        gap = max(one.low - other.high, other.low - one.high)
        return CONTRADICT if gap >= max(one.step, other.step) else OPEN
    if one.low == one.high or other.low == other.high or (one.low, one.high) == (other.low, other.high):
        return AGREE
    return OPEN


def _apart(one: float, other: float) -> float:
    largest = max(abs(one), abs(other))
    return abs(one - other) / largest if largest else 0.0


def _step(value: float, text: str) -> float:
    numeral = _NUMERAL.search(text)
    if value == 0 or not math.isfinite(value):
        return 1.0
    if numeral is None:
        return _last_digit(f"{value:.4g}", value)
    return _last_digit(re.sub(r"[,\s]", "", numeral[0]), value)


def _last_digit(numeral: str, value: float) -> float:
    number = abs(float(numeral))
    if number == 0:
        return 1.0
    mantissa, _, exponent = numeral.lstrip("-").partition("e")
    whole, _, decimals = mantissa.partition(".")
    place = -len(decimals) if decimals else len(whole) - len(whole.rstrip("0"))
    last_digit = abs(value) / number * 10.0 ** (place + int(exponent or 0))
    return float(min(last_digit, abs(value) * _MOST_OF_ZEROS) if place > 0 else last_digit)
