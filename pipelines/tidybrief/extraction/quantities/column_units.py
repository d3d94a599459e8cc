"""Units that the heading of a column gives the numbers below it: "Sales ($ million)", "Share (%)", "Patents".

What belongs here: reading a heading. Where the columns of a written table are stands in `written_tables`.
"""

import re
from dataclasses import replace

from tidybrief.extraction.quantities.drafts import Draft, Drafter

_MONEY_HEADING = re.compile(
    r"(?P<sign>us\$|[$€£¥]|\b(?:usd|eur|gbp|cny|rmb|jpy)\b)\s?(?P<scale>thousand|million|billion|trillion|bn|mn|m|k)?(?![a-z])"
)
_SCALES = {
    "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
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
    phrase = drafter.tools.nouns.phrase_at(text, span[0], span[1])
    if phrase is None:
        return None
    unit = phrase.singular.lower() if phrase.singular[1:].islower() else phrase.singular
    return replace(draft, unit=unit, method="table", confidence=0.75)
