"""What an indicator says beside a unit with a rate, such as "barrel per day".

What belongs here: that the rate of a measure stands in its unit and not in its indicator too, as the other way round
for amounts of money.
"""

import re

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import base_of_rate
from tidybrief.extraction.records import Quantity


def beside_unit(indicator: str, quantity: Quantity, clauses: Clauses) -> str:
    """What an indicator says beside the unit with its rate: nothing of "tonnes of capacity" for "tonne per day", nor of
    "barrel of crude oil" for "$72 a barrel", and "oil exported" of "barrels of oil a day exported".
    """
    priced = _base_of_price(quantity, clauses)
    if priced:
        return "" if indicator.startswith(priced) else indicator
    measured, base = _split(quantity)
    if not base:
        return indicator
    unit, _, thing = measured.partition(" of ")
    told = without_rate(indicator, quantity)
    if thing and told.startswith(unit):
        told = told.partition(" of ")[2]
    says_no_more = told == thing or told.startswith((unit.split()[0], base)) or told.endswith(f" of {base}")
    return "" if says_no_more else told


def without_rate(indicator: str, quantity: Quantity) -> str:
    """An indicator without the rate that the unit has: "crude processed" of "crude a day processed"."""
    _, base = _split(quantity)
    return re.sub(rf" (?:per|an?|each|every) {re.escape(base)}\b", "", indicator) if base else indicator


def with_rate(indicator: str, quantity: Quantity, clauses: Clauses) -> str:
    """The indicator of an amount of money with the rate behind the amount: "cost of tickets per person"."""
    base = _base_of_price(quantity, clauses)
    qualifies_a_noun = clauses.word(clauses.before_qualifiers(clauses.at(quantity.start))) in {"a", "an", "the"}
    is_told = base.rpartition(" ")[2].lower() in indicator.lower().split()
    return indicator if not base or qualifies_a_noun or is_told else f"{indicator} per {base}"


def _base_of_price(quantity: Quantity, clauses: Clauses) -> str:
    """What an amount of money is for one of: "barrel" of "$72 a barrel"; "" where the text gives none."""
    return base_of_rate(clauses.at(quantity.end), clauses) if quantity.kind == "money" else ""


def _split(quantity: Quantity) -> tuple[str, str]:
    """What a measure is in, and for which span or thing: "barrel", "day"; "" and "" for other quantities."""
    measured, _, base = quantity.unit.partition(" per ")
    return (measured, base) if base and quantity.kind == "measure" else ("", "")
