"""Units that the heading of a column gives the numbers below it: "Sales ($ million)", "Share (%)", "Patents".

What belongs here: reading a heading. Where the columns of a written table are stands in `written_tables`.
"""

import re
from dataclasses import replace

from tidybrief.extraction.quantities.drafts import Draft, Drafter

_MONEY_HEADING = re.compile(
    r"(?P<sign>us\$|[$€£¥]|\b(?:usd|eur|gbp|cny|rmb|jpy)\b)\s?(?P<scale>thousand|million|billion|trillion|bn|mn|m|k)?(?![a-z])"
)
_UNIT_BEHIND = re.compile(
    r"\s?(?:[(\[]|,\sin\s|,\s)(?:in\s)?(?:(?P<scale>thousands?|millions?|billions?|['’]?000s?|mn|bn|m|k)(?![^\W_])\s*)?"
)
_OF_LENGTH = re.compile(
    r"\b(?:height|length|depth|width|distance|elevation|altitude|high|long|deep|wide|draught|span)\b"
)
_SCALES = {
    "thousand": 1e3, "thousands": 1e3, "000": 1e3, "000s": 1e3, "'000": 1e3, "’000": 1e3, "k": 1e3, "million": 1e6,
    "millions": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "billions": 1e9, "bn": 1e9, "trillion": 1e12,
}  # fmt: skip


def with_unit_of_heading(text: str, low: str, draft: Draft, span: tuple[int, int], drafter: Drafter) -> Draft | None:
    """A number with the unit that the heading of its column, at `span`, gives; None where it gives none."""
    heading = low[span[0] : span[1]]
    if "%" in heading or "percent" in heading or "per cent" in heading:
        return replace(draft, kind="percent", unit="percent", method="table", confidence=0.85)
    money = _MONEY_HEADING.search(heading)
    if money is not None:
        factor = _SCALES.get(money["scale"] or "", 1.0)
        code = drafter.tools.units.prefix_code(money["sign"])
        high = None if draft.value_high is None else draft.value_high * factor
        value = draft.value * factor
        return replace(draft, kind="money", unit=code, value=value, value_high=high, method="table", confidence=0.8)
    bracket = _UNIT_BEHIND.search(low, span[0], span[1])
    scale, measured = 1.0, None
    if bracket is not None:
        scale, at = _SCALES.get(bracket["scale"] or "", 1.0), bracket.end()
        measured = drafter.tools.units.unit_at(text, low, at, span[1])
        if measured is None and bracket["scale"] == "m" and _OF_LENGTH.search(heading) is not None:
            scale, measured = 1.0, drafter.tools.units.unit_at(text, low, bracket.start("scale"), span[1])
    if measured is not None and measured.kind in ("measure", "duration"):
        factor = scale * measured.factor
        high = None if draft.value_high is None else draft.value_high * factor
        return replace(
            draft, kind=measured.kind, unit=measured.name, value=draft.value * factor, value_high=high,
            method="table", confidence=0.85,
        )  # fmt: skip
    phrase = drafter.tools.nouns.phrase_at(text, span[0], bracket.start() if bracket is not None else span[1])
    if phrase is None:
        says_nothing = not any(map(str.isalpha, heading))
        return None if says_nothing else replace(draft, unit="number", method="table", confidence=0.6)
    unit = phrase.singular.lower() if phrase.singular[1:].islower() else phrase.singular
    return replace(draft, unit=unit, value=draft.value * scale, method="table", confidence=0.75)
