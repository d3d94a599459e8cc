"""Of which stated whole a figure is a part.

What belongs here: "38,000 of the 54,000", "Of these, …", "including 54 children".
"""

import re

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.records import Quantity

_PART_OF = re.compile(
    r"(?:\s+[\w’'-]+){0,4}?\s+(?:out\s+)?of\s+(?:(?:the|a|its|their|his|her|our|all|some|about|around|more than|over|"
    r"nearly|almost|roughly|approximately|an?\s+estimated|total|of|[\w-]+[’']s?|[a-z]+)\s+){0,6}"
)
_OF_THEM = re.compile(r" of (?:them|these|those|whom|which)\b")
_INCLUDING = re.compile(r"\b(?:including|of which|of whom|of them|among them|among which)\b[^.;]{0,60}$", re.IGNORECASE)


def stated_whole(
    quantity: Quantity, following: Quantity | None, preceding: Quantity | None, clauses: Clauses
) -> float | None:
    """The value of the whole that the sentence states for a quantity, by its neighbours; None where it states none."""
    text = clauses.text
    if following is not None and quantity.kind in ("count", "money", "measure") and following.kind == quantity.kind:
        between = text[quantity.end : following.start]
        if (
            len(between) < 80
            and _PART_OF.fullmatch(between)
            and following.value >= (quantity.value_high or quantity.value)
        ):
            return following.value
    if preceding is not None and preceding.kind == quantity.kind and _OF_THEM.match(text, quantity.end):
        return preceding.value if preceding.value >= quantity.value else None
    if preceding is not None and _counts_parts(quantity, preceding):
        between = text[preceding.end : quantity.start]
        if _INCLUDING.search(between) or (
            re.search(r"\bwith$", between[-12:].strip()) and "recorded" in text[quantity.end : quantity.end + 12]
        ):
            return preceding.value
    return None


def _counts_parts(part: Quantity, whole: Quantity) -> bool:
    if part.kind == "percent":
        return whole.kind in ("count", "money", "measure")
    return part.kind == whole.kind and (part.unit == whole.unit or part.kind == "count") and part.value <= whole.value
