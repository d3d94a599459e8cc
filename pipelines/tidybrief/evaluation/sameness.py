"""When a predicted value says the same as an annotated one.

What belongs here: spans, names, units, numbers, periods. Pairing whole rows stands in `layers`.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

from tidybrief.evaluation.gold import Annotation
from tidybrief.evaluation.scores import Row

_WORD = re.compile(r"[\w$%+.]+")
_ARTICLES: Final = frozenset(("the", "a", "an"))
_RELATIVE_TOLERANCE: Final = 1e-6


def alternatives(annotation: Annotation, field: str) -> list[Any]:
    """The value of a field and the other readings that deserve credit (`<field>_alt`, `alt_<field>`)."""
    values = [annotation.get(field)]
    for other in (annotation.get(f"{field}_alt"), annotation.get(f"alt_{field}")):
        values.extend(other if isinstance(other, list) else [] if other is None else [other])
    return values


def overlaps(one: Row, other: Row) -> bool:
    """Whether two spans share a character."""
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def mostly_overlaps(one: Row, other: Row) -> bool:
    """Whether two spans share at least half of what both cover together."""
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    covered = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return bool(shared > 0 and 2 * shared >= covered)


def same_span(one: Row, other: Row) -> bool:
    """Whether two spans are equal."""
    return bool(one["start"] == other["start"] and one["end"] == other["end"])


def words(text: str | None) -> list[str]:
    """The words of a name or phrase, folded: lower case, singular, without articles and possessives."""
    folded = (text or "").casefold().replace("’", "'").replace("'s ", " ")
    return [_singular(word) for word in _WORD.findall(folded) if word not in _ARTICLES]


def same_name(one: str | None, other: str | None) -> bool:
    """Equal up to case, articles, possessives and number; two absent names are the same."""
    if not one or not other:
        return not one and not other
    return words(one) == words(other)


def word_overlap(one: str | None, other: str | None) -> float:
    """F1 of the two phrases' sets of words, between 0 and 1."""
    first, second = set(words(one)), set(words(other))
    if not first or not second:
        return float(first == second)
    return 2 * len(first & second) / (len(first) + len(second))


def same_unit(one: str | None, other: str | None) -> bool:
    """Equal, or counted nouns with the same head and denominator, one with more modifiers than the other."""
    (head, per), (other_head, other_per) = _unit(one), _unit(other)
    if per != other_per or not head or not other_head:
        return head == other_head and per == other_per
    nested = set(head) <= set(other_head) or set(other_head) <= set(head)
    return head[-1] == other_head[-1] and nested


def same_number(one: float | None, other: float | None) -> bool:
    """Equal up to rounding in the last places; an absent number is only the same as an absent one."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _RELATIVE_TOLERANCE * max(1.0, abs(one), abs(other))


def same_period(annotated: str | None, start: Any, end: Any) -> bool:
    """Whether bounds (days or None) fit an annotated ISO 8601 year, day or interval, as finely as both
    say.
    """
    low, _, high = (annotated or "..").partition("/")
    return all(_same_bound(bound, found) for bound, found in zip((low, high or low), (start, end), strict=True))


def _same_bound(annotated: str, found: Any) -> bool:
    if annotated in ("", ".."):
        return found is None
    return found is not None and str(found).startswith(annotated)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word


def _unit(unit: str | None) -> tuple[list[str], list[str]]:
    head, _, denominator = (unit or "").partition(" per ")
    return words(head), words(denominator)


def any_same_name(names: Iterable[str | None], name: str | None) -> bool:
    """Whether one of the names is the same as `name`."""
    return any(same_name(candidate, name) for candidate in names)
