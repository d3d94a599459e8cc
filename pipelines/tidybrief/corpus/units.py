"""What a unit is in the base unit of its dimension: kilometers in meters, gigawatt hours in watt hours.

What belongs here: units between which the factor is exact. Others are their own base: a ton may be one of three, and a
degree Fahrenheit is no multiple of one Celsius. Currencies are never converted.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from tidybrief.lexicon import Lexicon

_PREFIXES: Final[Mapping[str, float]] = {
    "nano": 1e-9, "micro": 1e-6, "milli": 1e-3, "centi": 1e-2, "deci": 1e-1, "hecto": 1e2, "kilo": 1e3, "mega": 1e6,
    "giga": 1e9, "tera": 1e12, "peta": 1e15, "exa": 1e18, "zetta": 1e21,
}  # fmt: skip
"""The prefixes of the International System of Units (BIPM, The International System of Units, 9th edition, table 7)."""
_PER: Final = " per "


class InBase(NamedTuple):
    """A unit in the base unit of its dimension: so many of `base` are one of it."""

    base: str
    factor: float


def in_base(unit: str, lexicon: Lexicon) -> InBase:
    """The unit in its base unit; of a rate ("kilometer per hour") what it is reckoned in. A unit that is not known, or
    has no exact factor, is its own base.
    """
    reckoned, per, over = unit.partition(_PER)
    found = _known(lexicon).get(reckoned)
    return InBase(f"{found.base}{per}{over}", found.factor) if found else InBase(unit, 1.0)


@lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> Mapping[str, InBase]:
    """All units that have another base than themselves."""
    cues = lexicon.cues["units"]
    prefixed = {
        f"{prefix}{name}": InBase(name, _PREFIXES[prefix])
        for name, unit in cues["prefixed"].items()
        for prefix in unit["prefixes"]
    }
    exact = {unit: InBase(base, factor) for base, units in cues["exact"].items() for unit, factor in units.items()}
    return {**prefixed, **exact}
