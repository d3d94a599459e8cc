"""Amounts that a sentence says a second time: in another currency or as a share, or for each of those whom it is for.

What belongs here: knowing such a second amount, and its figure. What a figure takes over of one that says something
else stands in `takeover`.
"""

import re
from dataclasses import replace

from tidybrief.extraction.records import Figure, Quantity

_IN_BRACKETS = re.compile(
    r"(?: (?:per|a|an|each) [\w-]+)?[ ]?\("
    r"(?:or |about |around |roughly |approximately |some |nearly |over |equal to |equivalent to )?"
)
_RATE = re.compile(r" (?:per|a|an|for (?:each|every)|each) [\w-]+(?: of [\w-]+)?")
_OR = (", or ", " or ", " — or ")
_LESS_SURE = 0.95


def restated(quantity: Quantity, previous: Quantity, base: Figure, text: str) -> Figure | None:
    """The figure of a quantity that says the one before it once more, whose figure is the base; None for any other."""
    if _converts(previous, quantity, text):
        return _with_value_of(quantity, base)
    rate = _RATE.match(text, quantity.end)
    if rate is None or previous.kind != quantity.kind or text[previous.end : quantity.start] not in _OR:
        return None
    measured = (base.indicator or "").removesuffix(rate[0])
    return _with_value_of(quantity, replace(base, indicator=f"{measured}{rate[0]}".strip()))


def _converts(previous: Quantity, quantity: Quantity, text: str) -> bool:
    """ "900 million złotys (181 million pounds)", "41 percent ($1.1 trillion)"."""
    if previous.kind == quantity.kind and previous.unit == quantity.unit:
        return False
    end = max(previous.end, previous.unit_end) if previous.kind == "count" else previous.end
    return _IN_BRACKETS.fullmatch(text, end, quantity.start) is not None


def _with_value_of(quantity: Quantity, base: Figure) -> Figure:
    return replace(
        base, start=quantity.start, end=quantity.end, text=quantity.text, kind=quantity.kind, value=quantity.value,
        value_high=quantity.value_high, unit=quantity.unit, qualifier=quantity.qualifier, method=quantity.method,
        confidence=round(base.confidence * _LESS_SURE, 3),
    )  # fmt: skip


def is_rate_of(row: Figure, last: Figure | None) -> bool:
    """Whether a figure says the one before it once more for each of something: "$45 million, or 12 cents a share"."""
    if last is None or not last.indicator or row.kind != last.kind:
        return False
    return (row.indicator or "").startswith(tuple(f"{last.indicator} {joint} " for joint in ("a", "an", "per")))
