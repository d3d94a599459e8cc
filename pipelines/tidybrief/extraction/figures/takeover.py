"""What one figure takes over from another: the indicator of a list, the whole that was stated before.

What belongs here: gaps that the text leaves because a figure before has filled them. Subjects, periods and sources that
carry on are candidates of their own questions (`subjects`, `periods`, `sources`).
"""

import re
from dataclasses import replace

from tidybrief.extraction.figures.changes import SURE, without_change
from tidybrief.extraction.figures.wholes import AMOUNTS, is_part
from tidybrief.extraction.records import Figure, Quantity

_MEMORY = 30
_NEXT_SENTENCE = 1


def taken_over(  # noqa: PLR0917 - what stands before a figure
    figure: Figure, quantity: Quantity, found: list[Figure], earlier_figures: list[Figure], continuing: bool, text: str
) -> Figure:
    """The figure with what it leaves unsaid because a figure before it has said so."""
    earlier = found or earlier_figures
    if not earlier:
        return figure
    last = earlier[-1]
    changes: dict[str, object] = {}
    if (
        found
        and last.of_total == quantity.value
        and _OF_THE.fullmatch(text, last.end, figure.start)
        and (last.subject_id or "").startswith("place:")
        and last.subject_id == figure.subject_id
    ):
        changes |= {"subject": "world", "subject_id": None}
    if figure.of_total is None:
        whole = _whole_opening(figure, found, text)
        if whole is None and continuing:
            whole = _whole_taken_up(figure, earlier_figures)
        if whole is None:
            whole = _whole_of_series(figure, earlier_figures[-_MEMORY:] + found[-_MEMORY:])
        if whole is not None:
            changes["of_total"] = whole
    if quantity.kind == "count" and (
        figure.indicator is None or _IN_APPOSITION.search(text, figure.start - 30, figure.start)
    ):
        twin = next(
            (
                row
                for row in reversed(earlier_figures[-_MEMORY:] + found[-_MEMORY:])
                if row.unit == figure.unit and row.kind == "count"
            ),
            None,
        )
        if twin is not None:
            changes["indicator"] = twin.indicator
            return replace(figure, **changes)  # type: ignore[arg-type]
    twin = next((row for row in reversed(found[-_MEMORY:]) if (row.kind, row.unit) == (figure.kind, figure.unit)), last)
    series = _indicator_of_series(figure, twin, bool(found), text)
    if series is not None:
        changes["indicator"] = series
    return replace(figure, **changes) if changes else figure  # type: ignore[arg-type]


_OF_THE = re.compile(r" of (?:the|a total of|the total of|all)(?: (?:about|some|around|roughly|over|nearly))? ")
_JOINED = re.compile(
    r"(?:,|\band|\bto|\bwith|\bor)[ ](?:(?:and|about|around|some|over|under|nearly|almost|roughly|only|just|more|than|"
    r"less|at|least|most|as|high|low|up|to|its|an?|the|compared|with|averaged|by|another|then|in|from) ){0,4}"
    r"(?:[A-Z][\w.’'-]*[ ]){0,4}(?:\((?:[a-z]+ ){0,3})?$"
)
_IN_APPOSITION = re.compile(r"\((?:(?:just|about|around|over|under|nearly|almost|roughly|only|more|than|some) ){0,3}$")
_GAP = re.compile(r"(?:[ ]\([^()]*\))?(?P<gap>[ ](?:for|in|to|among|by|on|with)[ ]|[),.;]|$)")


def _indicator_of_series(figure: Figure, last: Figure, same_sentence: bool, text: str) -> str | None:
    """The indicator of a figure that stands in a list of its like and says only what differs ("53% for B")."""
    if last.indicator is None:
        return None
    if figure.indicator is None or (figure.kind == "rank" and figure.indicator in ("place", "rank", "position")):
        goes_on = same_sentence or figure.kind == "rank"
        alike = figure.unit == last.unit and without_change(last.indicator) == last.indicator
        return last.indicator if goes_on or alike else None
    is_told = figure.indicator_confidence == SURE
    if not same_sentence or (figure.kind, figure.unit) != (last.kind, last.unit) or is_told:
        return None
    between = text[last.end : figure.start]
    follows = _GAP.match(text, figure.end, figure.end + 60)
    if len(between) > 80 or follows is None or _JOINED.search(between) is None:
        return None
    gap = follows.group("gap")
    place = last.indicator.find(gap) if gap.strip().isalpha() else -1
    if place < 0:
        return last.indicator
    rest = re.match(r"[^,.;:()]{0,70}(?!\w)", text[follows.start("gap") :])
    return last.indicator[:place] + rest.group().rstrip() if rest else last.indicator


_OPENING_WITH_WHOLE = re.compile(
    r"(?:^|[.!?:;\n][\"”’)]*\s+)Of (?:(?:the|these|those|all|its|their|our|about|around|some|more than|over|nearly|"
    r"almost|roughly) ){0,3}$"
)


def _whole_opening(figure: Figure, found: list[Figure], text: str) -> float | None:
    """ "Of those 900 students, 40 percent": the first amount of the sentence itself."""
    if not found or not _OPENING_WITH_WHOLE.search(text, max(0, found[0].start - 60), found[0].start):
        return None
    return found[0].value if is_part(figure, found[0]) else None


def _whole_taken_up(figure: Figure, earlier_figures: list[Figure]) -> float | None:
    """ "Of these": the last amount of the sentence before."""
    whole = next((row for row in reversed(earlier_figures[-_MEMORY:]) if row.kind in AMOUNTS), None)
    return whole.value if whole is not None and is_part(figure, whole) else None


def _whole_of_series(figure: Figure, earlier: list[Figure]) -> float | None:
    """The whole that the paragraph has stated for figures of the same unit ("38,000 of the 54,000 patents")."""
    for row in reversed(earlier):
        if row.unit == figure.unit and row.kind == figure.kind == "count" and row.of_total is not None:
            near = figure.sentence_no - row.sentence_no <= _NEXT_SENTENCE
            return row.of_total if near and figure.value < row.of_total else None
    return None
