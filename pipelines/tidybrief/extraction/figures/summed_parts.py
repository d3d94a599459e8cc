"""Parts that add up to an amount told before them: "£88 million … £24 million …, £40 million …, the other £24 million".

What belongs here: knowing them by their sum. Parts that the words themselves tie to their whole stand in `wholes`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from math import floor, log10

from tidybrief.extraction.figures.wholes import AMOUNTS, counts_alike
from tidybrief.extraction.records import Figure

_MEMORY = 8
_MOST_PARTS = 6
_PARTS_OF_ROUNDED = 3
_ROUNDED_DIGITS = 2
_TELLING_DIGITS = 3
_SAME = 1e-9
_NO_UNIT = "number"
_REACH = 2
_LEAST_COUNT = 10
_LEAST_OF_OTHER_NAME = 100
"""A whole that is called otherwise than its parts has to be this large, lest the sum be chance."""
_REACH_BEFORE = 30
_CHANGE_BEFORE = re.compile(
    r"\b(?:by|from|up|down|than|against|another|further|additional|plus|versus|compared[ ](?:with|to))[ ]"
    r"(?:(?:about|around|some|just|only|nearly|almost|over|roughly|under|an?) ){0,2}$",
    re.IGNORECASE,
)
_OPENS_LIST = re.compile(r"(?::| [–—-]) ")
_CHANGE_BEHIND = re.compile(r"(?: [a-z]+)?,? (?:more|fewer|less|higher|lower|up|down|apart|ago|earlier|later)\b")


def with_summed_wholes(figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures, each that adds up with its neighbours to an amount told shortly before as a part of it."""
    result = list(figures)
    recent: dict[tuple[str, str], list[int]] = {}
    for place, figure in enumerate(figures):
        if figure.kind not in AMOUNTS or figure.value_high is not None:
            continue
        alike = recent.setdefault((figure.kind, figure.unit if figure.kind != "count" else ""), [])
        alike.append(place)
        del alike[:-_MEMORY]
        if len(alike) <= _REACH or not _may_be_part(figure, text):
            continue
        for part, whole in _parts(alike, figures, text):
            result[part] = replace(result[part], of_total=whole)
    return result


def _parts(alike: Sequence[int], figures: Sequence[Figure], text: str) -> list[tuple[int, float]]:
    """The places of the figures, up to the last of those alike, that add up to one before them, with its value."""
    backwards = alike[::-1]
    last = figures[backwards[0]]
    sums = accumulate(figures[place].value for place in backwards)
    for count, total in enumerate(sums, start=1):
        first = figures[backwards[count - 1]]
        if count > _MOST_PARTS or not (count == 1 or _joins(first, last, text)):
            return []
        wholes = (figures[place] for place in backwards[count:] if count > 1)
        stated = {figures[place].of_total for place in backwards[:count]} - {None}
        whole = next((row for row in wholes if _adds_up(row, total, count, first, stated, text)), None)
        if whole is not None:
            return [(place, whole.value) for place in backwards[:count]]
    return []


def _joins(part: Figure, last: Figure, text: str) -> bool:
    """Whether a figure may be a part beside the last one."""
    return counts_alike(part, last) and last.sentence_no - part.sentence_no <= 1 and _may_be_part(part, text)


def _may_be_part(figure: Figure, text: str) -> bool:
    """Whether the words around a figure tell of no change and nothing it is compared with."""
    is_plain_value = figure.unit == _NO_UNIT or (figure.kind == "count" and figure.value % 1)
    if is_plain_value or _CHANGE_BEHIND.match(text, figure.end):
        return False
    return _CHANGE_BEFORE.search(text, max(0, figure.start - _REACH_BEFORE), figure.start) is None


def _is_elliptic(whole: Figure, part: Figure, text: str) -> bool:
    """ "300 staff, 180 in Leeds", "$30 million: $10 million for …": a part told without its noun, or behind a colon."""
    return part.method.endswith("_carried") or _OPENS_LIST.search(text, whole.end, part.start) is not None


def _adds_up(  # noqa: PLR0917 - what is known of whole and parts
    whole: Figure, total: float, count: int, first: Figure, stated: set[float | None], text: str
) -> bool:
    """Whether a figure shortly before the first part is what the parts come to, or that rounded.

    Round amounts come to one by chance: such a whole has to be told in a sentence before or to its parts without their
    noun, and no part as one of another.
    """
    if first.sentence_no - whole.sentence_no > _REACH or whole.value <= 0:
        return False
    if whole.kind == "count" and whole.value < (_LEAST_COUNT if counts_alike(whole, first) else _LEAST_OF_OTHER_NAME):
        return False
    digits = len(f"{whole.value:.12g}".replace(".", "").strip("0").partition("e")[0])
    is_listed = whole.sentence_no == first.sentence_no and not _is_elliptic(whole, first, text)
    if digits < _TELLING_DIGITS and (is_listed or stated - {whole.value}):
        return False
    if abs(total - whole.value) <= _SAME * whole.value:
        return True
    if total <= 0 or count < _PARTS_OF_ROUNDED or digits < _ROUNDED_DIGITS:
        return False
    return abs(round(total, digits - 1 - floor(log10(total))) - whole.value) <= _SAME * whole.value
