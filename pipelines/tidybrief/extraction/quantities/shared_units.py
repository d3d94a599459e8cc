"""Units that quantities side by side share: "3, 4 and 5 percent", "1.2 by 2.4 metres", "34% for Italy and 9 for Malta".

What belongs here: lending a bare number the unit of the quantity beside it to which its form ties it, and the hedge
that holds for both. What a bare
number counts by a noun that stands further off is found in `carried_units`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tidybrief.extraction.quantities.drafts import Draft
from tidybrief.extraction.quantities.hedges import ONE_HEDGE

_LISTED = re.compile(rf"(?:-?\s{{1,2}}(?:and|or|to|but)|\s?,\s{{1,2}}(?:and|or)|(?P<comma>\s?,))\s{{1,2}}{ONE_HEDGE}")
_JOINED = re.compile(rf"\s?,?\s{{1,2}}(?:and|or)\s{{1,2}}{ONE_HEDGE}")
_DIFFERING = re.compile(
    rf"[^.;:()\d]{{0,50}},?\s(?:(?:down|up)(?:\sfrom)?|from|against|compared\swith|(?:a|an)\s(?:rise|fall|drop|gain|increase|decrease|decline)\sof)"
    rf"\s(?:by\s)?{ONE_HEDGE}"
)
_AND_ANOTHER = re.compile(
    r"(?:\s(?:each|every|an?|per|this|last|in|for|over)\s(?:[\w-]+\s?){1,3})?,?\s(?:and|or|but)\s(?:even\s|up\sto\s|perhaps\s)?"
)
_NO_VERB_BEHIND = re.compile(r"\s?(?:[.,;:)]|$)|\s(?:more|over|in|for|per|an?|each|every|during|on|by|at|from)\b")
_COMMA = re.compile(r"\s?,\s{1,2}")
_OR_SO_MUCH = re.compile(r"\s?,\s{1,2}or\s")  # "rose by 900, or 4%"
_TIMES = re.compile(r"\s?[x×]\s?|\s{1,2}by\s{1,2}|-by-")
_TO = re.compile(r"\s{1,2}(?:to|or)\s{1,2}")
_FROM_BEFORE = re.compile(rf"\b(?:from|between)\s{{1,2}}{ONE_HEDGE}$")
_CLOSES = re.compile(
    r"\s*(?:[.,;:)]|$)|\s{1,2}(?:in|at|on|by|for|and|but|after|before|during|as|while|when|was|were|is|are|had|has)\s"
    r"|\s{1,2}(?:an?|one|two|three)\s(?:day|week|month|quarter|year|decade)s?\s(?:ago|earlier|before)\b"
)
_PARALLEL = re.compile(r"\b(?:of|to|at|from|than|reach(?:ed|ing)?|hit|about|over|under|nearly|around|only|and)\s{1,2}$")
_PREPOSITION_BEFORE = re.compile(rf"\b(for|to|at|by|from|of|in|with)\s{{1,2}}{ONE_HEDGE}$")
_PREPOSITION_AFTER = re.compile(r"\s{1,2}(in|among|for|of|on|at|from)\s")
_COORDINATED = re.compile(r",|;|\b(?:and|but|while|versus|against)\b")
_SHARED = ("percent", "age", "duration", "measure")
_RESTATING = re.compile(r"(?:\s[a-z-]+){0,3},?\s{1,2}or\s{1,2}")
_IN_RANGES = frozenset({"percent", "money", "age", "duration", "measure"})
_LARGEST_RATIO = 20
_COMPARABLE = frozenset({"duration", "measure", "money", "percent"})
_COMPARING = re.compile(
    r"^[^.;:()\d]*?\b(?:against|compared (?:with|to)|versus|instead of|rather than|up from|down from|from)"
    rf"\s{{1,2}}{ONE_HEDGE}(?:(?:an?|its|the|their)\s(?:[a-z]+\s)?(?:peak|high|low|record|average|level|total)\s(?:of\s)?)?{ONE_HEDGE}$"
)
_DIMENSION = re.compile(r"\s(?:wide|long|high|tall|deep|thick|across|in diameter)(?![a-z-])")
_MORE_THAN = re.compile(r"\s(?:more|fewer|less|higher|lower)\sthan\b")
_HEDGE_AT_END = re.compile(rf"(?:(?<=\s){ONE_HEDGE}|)$")
_REACH = 60
_LONGEST_RESTATING = 50
_OLDEST = 120
_LARGEST_PERCENT = 100
_SMALLEST_SUM = 1000


def with_listed_units(low: str, drafts: Sequence[tuple[int, Draft]]) -> list[tuple[int, Draft]]:
    """The drafts, each bare number of a list with the unit that stands behind the list's last one."""
    result = list(drafts)
    for place in range(len(result) - 2, -1, -1):
        row, draft = result[place]
        if draft.unit is None and draft.magnitude < _SMALLEST_SUM:
            shared = from_next(low, row, draft, result[place + 1])
            result[place] = (row, shared or draft)
    return with_listed_nouns(low, result)


def with_listed_nouns(low: str, drafts: Sequence[tuple[int, Draft]]) -> list[tuple[int, Draft]]:
    """The drafts, each bare number of a list of three or more with the noun that stands behind the last: "with 4, 6 and
    8 wheels".
    """
    result = list(drafts)
    for last in range(len(result) - 1, 1, -1):
        row, counted = result[last]
        if counted.kind != "count" or counted.unit is None or not _is_listed(low, result, last, _JOINED):
            continue
        first = last - 1
        while first > 0 and _is_listed(low, result, first, _COMMA):
            first -= 1
        for place in range(first, last) if first < last - 1 else ():
            draft = result[place][1]
            result[place] = (row, replace(draft, unit=counted.unit, method=f"{draft.method}_carried", confidence=0.8))
    return result


def _is_listed(low: str, drafts: Sequence[tuple[int, Draft]], place: int, link: re.Pattern[str]) -> bool:
    """Whether the number before is a bare one of the same sentence, and such a link alone stands between them."""
    (row_before, before), (row, draft) = drafts[place - 1], drafts[place]
    is_bare = before.kind == "count" and before.unit is None and before.value_high is None
    return is_bare and row_before == row and link.fullmatch(low, before.end, draft.start) is not None


def from_next(low: str, row: int, draft: Draft, following: tuple[int, Draft]) -> Draft | None:
    """ "5 and 6 percent", "seven and eight years old": the unit of the other, which is no counted noun."""
    other_row, other = following
    if other_row != row or draft.kind != "count" or draft.unit_end != draft.end:
        return None
    is_sum = other.kind == "money" and low[other.start].isdigit()
    if other.kind not in _SHARED and not is_sum:
        return None
    if (link := _LISTED.fullmatch(low, draft.end, other.start)) is not None:
        is_restated = other.kind == "percent" and _OR_SO_MUCH.match(low, draft.end) is not None
        if is_restated or (link["comma"] and other.method != "shared_unit"):
            return None
    elif other.kind != "measure" or _TIMES.fullmatch(low, draft.end, other.start) is None:
        return None
    return replace(draft, kind=other.kind, unit=other.unit, method="shared_unit", confidence=0.8)


def from_previous(low: str, row: int, draft: Draft, previous: tuple[int, Draft]) -> Draft | None:
    """ "from 9 percent to 3", "gusts of up to 210", "34% for Italy and 9 for Malta": the unit of the one before."""
    other_row, other = previous
    if other_row != row or draft.kind != "count" or draft.unit_end != draft.end:
        return None
    if (other.kind in ("measure", "money", "duration") and _is_difference(low, draft, other)) or (
        other.kind == "measure" and draft.start - other.end <= _REACH and _DIMENSION.match(low, draft.end)
    ):
        return replace(draft, kind=other.kind, unit=other.unit, method="shared_unit", confidence=0.7)
    if other.kind == "money" and _is_second_sum(low, draft, other):
        return replace(draft, kind="money", unit=other.unit, method="indefinite_money", confidence=0.75)
    if draft.magnitude > 1:
        return None
    if (
        _continues_range(low, draft, other)
        or ((other.kind in _COMPARABLE or (other.kind == "count" and other.per)) and _is_compared(low, draft, other))
        or (other.kind == "measure" and _is_parallel_measure(low, draft, other))
        or (other.kind == "age" and _is_listed_age(low, draft, other))
        or (other.kind == "percent" and _is_parallel_share(low, draft, other))
    ):
        return replace(draft, kind=other.kind, unit=other.unit, method="shared_unit", confidence=0.7)
    return None


def _continues_range(low: str, draft: Draft, other: Draft) -> bool:
    """ "from 9 percent to 3"; "gained 2 percent to 5,246" tells a level, not another share."""
    if other.kind not in _IN_RANGES or _TO.fullmatch(low, other.end, draft.start) is None:
        return False
    if other.kind in ("money", "age"):
        return True
    if _FROM_BEFORE.search(low, max(0, other.start - _REACH), other.start):
        return other.kind == "percent" or draft.value < _LARGEST_RATIO * other.value
    return other.kind == "percent" and "," not in low[draft.start : draft.end] and draft.value <= _LARGEST_PERCENT


def _is_second_sum(low: str, draft: Draft, other: Draft) -> bool:
    """ "lose thousands of dollars a year, and hundreds of thousands in a life": the second indefinite sum of two."""
    return (
        draft.form == other.form == "indefinite"
        and _AND_ANOTHER.fullmatch(low, other.end, draft.start) is not None
        and _NO_VERB_BEHIND.match(low, draft.end) is not None
    )


def _is_difference(low: str, draft: Draft, other: Draft) -> bool:
    """ "22 million tonnes of maize, 3 million more than expected": by how much the value before differs."""
    is_near = draft.start - other.end <= _REACH and draft.value <= other.value
    return (
        is_near
        and low.endswith(", ", 0, _hedged_start(low, draft.start))
        and _MORE_THAN.match(low, draft.end) is not None
    )


def _hedged_start(low: str, start: int) -> int:
    """Where the hedge before a number begins, else the number."""
    return _HEDGE_AT_END.search(low, max(0, start - _REACH), start).start()  # type: ignore[union-attr]


def _is_compared(low: str, draft: Draft, other: Draft) -> bool:
    """ "14 months of production, against 11 a year ago", "9 weeks from 12", "six hours instead of nine"."""
    between = low[other.end : draft.start]
    is_near = len(between) <= _REACH and other.value / 20 <= draft.value <= other.value * 20
    return is_near and _COMPARING.search(between) is not None and _CLOSES.match(low, draft.end) is not None


def _is_listed_age(low: str, draft: Draft, other: Draft) -> bool:
    """ "two men aged 24 and 31"."""
    return 0 < draft.value < _OLDEST and _LISTED.fullmatch(low, other.end, draft.start) is not None


def _is_parallel_measure(low: str, draft: Draft, other: Draft) -> bool:
    """ "winds of 165 km/h and gusts of up to 210": another value of the measure before."""
    return (
        draft.start - other.end <= _REACH
        and other.value / 20 <= draft.value <= other.value * 20
        and _CLOSES.match(low, draft.end) is not None
        and _PARALLEL.search(low, other.end, draft.start) is not None
    )


def _is_parallel_share(low: str, draft: Draft, other: Draft) -> bool:
    """ "34% for Italy and 9 for Malta", "61 percent in Paris and 55 in Lyon": the same preposition stands at both."""
    if (
        draft.start - other.end > _REACH
        or not 0 < draft.value <= _LARGEST_PERCENT
        or _COORDINATED.search(low, other.end, draft.start) is None
    ):
        return False
    before, other_before = (
        _PREPOSITION_BEFORE.search(low, max(0, start - _REACH), start) for start in (draft.start, other.start)
    )
    if before is not None and other_before is not None:
        return before[1] == other_before[1] and _CLOSES.match(low, draft.end) is not None
    after, other_after = (_PREPOSITION_AFTER.match(low, end) for end in (draft.end, other.end))
    return after is not None and other_after is not None and after[1] == other_after[1]


def with_shared_rate(low: str, draft: Draft, before: Draft | None) -> Draft:
    """ "186 bushels per acre, down 2 bushels from": how much a rate differs is over the same."""
    if before is None or draft.kind != "measure" or draft.unit is None or before.unit is None or draft.per:
        return draft
    is_same = before.unit.startswith(f"{draft.unit} per ")
    differs = is_same and _DIFFERING.fullmatch(low, before.end, draft.start) is not None
    return replace(draft, unit=before.unit) if differs else draft


def with_shared_hedge(low: str, draft: Draft, before: Draft | None) -> Draft:
    """ "up to €35 million or 7 percent", "about 200 tons, or 3%", "about 10 km (6 miles)": the hedge of the first
    counts for both.
    """
    if (
        before is None or draft.qualifier != "exact" or before.qualifier == "exact" or draft.unit == before.unit
        or draft.start - before.end > _LONGEST_RESTATING or before.form == "indefinite"
    ):  # fmt: skip
        return draft
    is_restated = draft.kind != before.kind and _RESTATING.fullmatch(low, before.end, draft.start) is not None
    if not is_restated and not _is_conversion(low, draft, before):
        return draft
    return replace(draft, qualifier=before.qualifier)


def _is_conversion(low: str, draft: Draft, before: Draft) -> bool:
    """ "10 km (6 miles)", "$3 billion (€2.8 billion)": the same in another unit, alone in brackets."""
    if draft.kind != before.kind or draft.kind not in ("money", "measure"):
        return False
    return low[before.end : draft.start] == " (" and low.startswith(")", draft.end)
