"""Ranges, changes and tolerances: "16–17 percent", "from 208 to 193", "5 ± 2 mm".

What belongs here: whether two numbers are the ends of one range, two figures, or a score that is none.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from tidybrief.extraction.quantities.ages import AgeReader
from tidybrief.extraction.quantities.compound_units import in_other_unit
from tidybrief.extraction.quantities.counted_nouns import NounPhrase
from tidybrief.extraction.quantities.drafts import Draft, Drafter
from tidybrief.extraction.quantities.guards import Spot
from tidybrief.extraction.quantities.numbers import Numeral, signed
from tidybrief.extraction.quantities.units import Unit

CONNECTOR = re.compile(
    r"(?P<hanging>-\s?(?:to|or)(?:\s{1,2}|-)(?=\d|[a-z]))|(?P<dash>\s?[-‐‑–—−~]\s?|\s--?\s)|\s{1,2}(?P<to>to|through)\s{1,2}(?:about\s|around\s|nearly\s"
    r"|over\s|a\s|as (?:much|many|high) as\s)?"
    r"|\s{1,2}(?P<and>and)\s{1,2}(?:about\s|around\s|a\s)?|\s{1,2}(?P<or>or)\s{1,2}"
)
_TOLERANCE = re.compile(r"\s?(?:±|\+/-|\+/−|\+−)\s?")
_CHANGE = re.compile(
    r"\b(?:ros[e]|rise[sn]?|rising|f[ae]ll(?:en|s|ing)?|grew|grow(?:n|s|ing|th)?|increas\w*|decreas\w*"
    r"|declin\w*|drop\w*|rais\w*|cut\w*|reduc\w*|lower\w*|jump\w*|climb\w*"
    r"|surg\w*|went|gone|down|up|plung\w*|slid\w*|soar\w*|shr[aiu]nk\w*|chang\w*|expand\w*|doubl\w*"
    r"|tripl\w*|quadrupl\w*|swell\w*|improv\w*|boost\w*|mov\w*|shift\w*|narrow\w*|widen\w*|extend\w*"
    r"|gain\w*|upgrad\w*|bring\w*|brought)\b"
)
_REVISED = re.compile(r"\b(?:downgraded|revised|corrected|adjusted|amended|updated)\b")
_CHANGED = re.compile(
    r"\b(?:rose|fell|grew|cut|slid|shrank|"
    r"(?:rais|increas|decreas|declin|dropp|reduc|lower|jump|climb|surg|boost|hik|slash|trimm)ed)\b"
)
_UNSURE = re.compile(r"\b(?:will|would|could|can|may|might|should|be|probably|likely)\b")
_LEAST_RATIO_TOLD = 3
"""What is told of the past is by how much and to what, not by something between two values that are so far apart."""
_SPREAD = re.compile(r"\b(?:rang(?:es|ed|ing)|var\w+|span\w*|anywhere)\b")
_MAY_SPREAD = re.compile(r"\brange\b")
_BETWEEN = re.compile(r"\bbetween\s(?:the ages of\s|ages\s|about\s|roughly\s|an estimated\s|some\s)?$|\bfrom\s$")
AS_HIGH = re.compile(r"\bas (?:much|many|high) as\b")
_WIDEST_DOUBT = 3
"""How far apart the ends may be of which somebody says "or": "six or seven million"."""
_WIDEST_RANGE, _WIDEST_BARE_RANGE = 5, 50


def stands_between(low: str, start: int, floor: int) -> bool:
    """Whether "between" or "from" opens a range at `start`."""
    return _BETWEEN.search(low, max(floor, start - 34), start) is not None


def is_change(low: str, start: int, floor: int, *, has_unit: bool, ratio: float) -> bool:
    """Whether words of change before "X to Y" make it two figures: what it was, or by how much, and what it became.

    `ratio` is how many times as large Y is: "rose by 7p to 148p" is no range.
    """
    left = low[max(floor, start - 60) : start]
    if _SPREAD.search(left) or (_MAY_SPREAD.search(left) and _CHANGE.search(left) is None):
        return False
    if left.endswith(("from ", "from $", "from €", "from £")):
        return _CHANGE.search(left) is not None or _REVISED.search(left) is not None
    if not has_unit:
        widest = _WIDEST_RANGE if left.endswith(" by ") else _WIDEST_BARE_RANGE
        return ratio >= widest and _CHANGE.search(left[-24:]) is not None
    if left.rstrip(" $€£").endswith((" of", " between")):
        return False
    if left.rstrip(" $€£").endswith(" by"):
        is_told = _CHANGED.search(left) is not None and _UNSURE.search(left) is None
        return (is_told and ratio >= _LEAST_RATIO_TOLD) or (ratio >= _WIDEST_RANGE and _changes(left))
    return _changes(left)


def _changes(left: str) -> bool:
    return _CHANGE.search(left[-24:]) is not None


def share_magnitude(first: Numeral, second: Numeral, how: str = "") -> float:
    """The first value with the second's magnitude where it has none of its own: "5 to 7 billion", "30–40,000"."""
    if how in ("dash", "hanging") and second.grouped and second.value % 1000 == 0 and first.value * 1000 < second.value:
        return first.value * 1000 if first.value.is_integer() and not first.grouped else first.value
    if (
        first.magnitude == 1.0
        and second.magnitude > 1.0
        and first.value * second.magnitude < second.value
        and not first.grouped
    ):
        return first.value * second.magnitude
    return first.value


class RangeReader:
    """Reads what two numbers of one text make together."""

    def __init__(
        self,
        drafter: Drafter,
        ages: AgeReader,
        alone: Callable[[Numeral, Unit | None], tuple[list[Draft], int]],
    ) -> None:
        self._base, self._ages, self._alone = drafter, ages, alone

    def range_end(self, first: Numeral, unit: Unit | None) -> tuple[Numeral, Unit | None, str] | None:  # noqa: PLR0911
        """The number at the other end of a range, its unit, and how they are joined."""
        low = self._base.low
        at = unit.end if unit is not None else first.end
        tolerance = _TOLERANCE.match(low, at, self._base.end)
        if tolerance is not None and low[tolerance.end() : tolerance.end() + 1].isdigit():
            second = self._base.number_at(tolerance.end())
            return (second, self._base.unit_after(second), "±") if second else None
        connector = CONNECTOR.match(low, at, self._base.end)
        if connector is None:
            return None
        position = connector.end()
        if position >= self._base.end:
            return None
        how = connector.lastgroup or ""
        if first.form == "fraction" and low.startswith("a ", position - 2):  # "a quarter to a third"
            position -= 2
        character = low[position]
        negative = character in "-−" and position + 1 < self._base.end and low[position + 1].isdigit()
        position += negative
        if not (low[position].isdigit() or (character.isalpha() and self._base.opens_number(position))):
            return None
        if how == "and" and not stands_between(self._base.low, first.start, self._base.floor):
            return None
        second = self._base.number_at(position)
        if second is None or second.form == "indefinite" or (second.form == "fraction" and first.form != "fraction"):
            return None
        if first.form == "fraction" and second.form != "fraction" and how in ("to", "hanging"):
            return None
        if negative:
            second = replace(second, value=-second.value)
        return second, self._base.unit_after(second), how

    def range(  # noqa: PLR0911
        self, first: Numeral, unit: Unit | None, second: tuple[Numeral, Unit | None, str]
    ) -> tuple[list[Draft], int]:
        """One row for a range, two for a change, none for a score."""
        other, other_unit, how = second
        begin, value = signed(self._base.low, first)
        first = replace(first, start=begin, value=value)
        if self._base.tools.guards.is_part_of_token(self._base.text, first.start, first.plain_end) and self._is_chain(
            first, other
        ):
            return [], other.end
        if unit is None and other_unit is None and self.is_reference(first, other):
            return [], other.end
        if how == "±":
            return self._tolerance(first, unit, other, other_unit)
        shared = other_unit if other_unit is not None else unit if how in ("dash", "and") else None
        low_value = share_magnitude(first, other, how)
        if how == "hanging" and (unit is not None or low_value >= other.value):
            return [], other.end
        if low_value > other.value and other.value < 0 and self._spreads(first.start):
            low_value, other = other.value, replace(other, value=low_value)
        same_kind = unit is None or (
            other_unit is not None and (unit.name == other_unit.name or unit.kind == other_unit.kind == "duration")
        )
        noun: NounPhrase | None = None
        age = self._ages.age_after(other.end) or (self._ages.spans_ages(other.end))
        if shared is None:
            noun = self._noun_after(other.end, how)
        if (
            unit is not None
            and other_unit is not None
            and unit.name != other_unit.name
            and unit.kind == other_unit.kind == "duration"
        ):
            low_value = in_other_unit(low_value, unit, other_unit)
        if not same_kind or low_value >= other.value or (how == "to" and self._is_change(first, other, unit)):
            return self._two_figures(first, unit, other, other_unit, how)
        aged = bool(age) or self._ages.is_aged(first.start) or (how == "and" and self._ages.persons_before(first.start))
        is_bare = shared is None and noun is None and not aged
        if is_bare and how in ("dash", "hanging") and not self._is_sure_range(first, other):
            return [], other.end
        if is_bare and how == "or":
            return self._alone(first, unit)
        step = other.magnitude if low_value != first.value else 1.0
        if how == "or" and ((other.value - low_value) / step > _WIDEST_DOUBT or unit is not None):
            return self._alone(first, unit)
        if (
            how == "dash"
            and self._base.low[other.end : other.end + 1] in "-/."
            and self._base.low[other.end + 1 : other.end + 2].isdigit()
        ):
            return [], other.end
        return self._one_range(first, other, low_value, shared, noun, aged)

    def _noun_after(self, at: int, how: str) -> NounPhrase | None:
        """What a range counts whose last number ends at `at`."""
        nouns, text, end = self._base.tools.nouns, self._base.text, self._base.end
        if how != "dash" and text[at + 1 : at + 2].islower():  # "a four- to six-member panel", not "1-800-QUIT-NOW"
            hyphened = nouns.after_hyphen(self._base.low, at, end)
            if hyphened is not None:
                return hyphened
        return nouns.phrase_at(text, at, end)

    def _is_change(self, first: Numeral, other: Numeral, unit: Unit | None) -> bool:
        if AS_HIGH.search(self._base.low, first.end, other.start):
            return False
        ratio = other.value / first.value if first.value else 1.0
        return is_change(self._base.low, first.start, self._base.floor, has_unit=unit is not None, ratio=ratio)

    def _spreads(self, start: int) -> bool:
        """ "ranged from -5 to -12": a range whichever end is named first."""
        return _SPREAD.search(self._base.low, max(self._base.floor, start - 30), start) is not None

    def is_reference(self, first: Numeral, other: Numeral) -> bool:
        """ "Sections 3 through 6", "pages 10-15"."""
        base = self._base
        if first.form != "digits" or first.grouped or other.magnitude > 1:
            return False
        return base.tools.guards.is_reference(Spot(base.text, base.low, first, base.floor, base.end, ""))

    def _is_chain(self, first: Numeral, other: Numeral) -> bool:
        before = self._base.text[first.start - 1] if first.start else " "
        return (
            before.isalnum()
            or before in "-/.:"
            or (
                self._base.text[other.end : other.end + 1] in "-/"
                and self._base.text[other.end + 1 : other.end + 2].isdigit()
            )
        )

    def _is_sure_range(self, first: Numeral, other: Numeral) -> bool:
        """Whether a bare "10-15" is a range of something rather than a score or a reference."""
        return (
            first.decimal
            or first.grouped
            or other.grouped
            or other.magnitude > 1
            or self._base.tools.hedges.before(self._base.low, first.start, self._base.floor) is not None
        )

    def _two_figures(
        self, first: Numeral, unit: Unit | None, other: Numeral, other_unit: Unit | None, how: str
    ) -> tuple[list[Draft], int]:
        """ "from 208 to 193", "5% to 7": what stands first is read alone, with the other's unit where it has none."""
        if how == "dash" and unit is None and first.form == "digits" and other.form == "digits":
            return [], other.end
        if (
            unit is None
            and other_unit is not None
            and other_unit.kind in ("percent", "money", "measure", "duration")
            and how == "to"
        ):
            value = share_magnitude(first, other)
            return [
                self._base.draft(
                    first,
                    first.start,
                    first.end,
                    value,
                    None,
                    other_unit.kind,
                    self._base.unit_name(other_unit),
                    "shared_unit",
                )
            ], first.end
        drafts, stop = self._alone(first, unit)
        return drafts, stop

    def _one_range(  # noqa: PLR0917
        self,
        first: Numeral,
        other: Numeral,
        value: float,
        unit: Unit | None,
        noun: NounPhrase | None,
        aged: bool,
    ) -> tuple[list[Draft], int]:
        number = replace(first, end=other.end, magnitude=other.magnitude)
        if (
            unit is None
            and noun is None
            and first.form == other.form == "fraction"
            and self._base.low[first.start].isalpha()
        ):
            return [self._share_range(number, other)], other.end
        if aged and (unit is None or unit.kind == "duration"):
            return self._ages.age(number, value, other.value, unit)
        if unit is not None:
            if unit.kind == "duration" and self._ages.becomes_age(number, unit):
                return self._ages.age(number, value, other.value, unit)
            return [self._base.unit_draft(number, unit, value, other.value, "range")], unit.end
        return [self._base.count_draft(number, value, other.value, noun, "range")], other.end

    def _share_range(self, number: Numeral, other: Numeral) -> Draft:
        """ "between a third and a half": two fractions in words, in percent; their articles stay outside."""
        start = number.start + 2 * self._base.low.startswith("a ", number.start)
        low, high = (round(100 * value, 2) for value in (number.value, other.value))
        return self._base.draft(number, start, other.end, low, high, "percent", "percent", "fraction")

    def _tolerance(
        self, first: Numeral, unit: Unit | None, other: Numeral, other_unit: Unit | None
    ) -> tuple[list[Draft], int]:
        """ "5 ± 0.2 mm": the stated value, approximately."""
        shared = other_unit or unit
        number = replace(first, end=other.end)
        if shared is not None:
            draft = self._base.unit_draft(number, shared, first.value, None, "tolerance")
            return [replace(draft, qualifier="approx")], max(shared.end, other.end)
        noun = self._base.tools.nouns.phrase_at(self._base.text, other.end, self._base.end)
        draft = self._base.count_draft(number, first.value, None, noun, "tolerance")
        return [replace(draft, qualifier="approx")], other.end
