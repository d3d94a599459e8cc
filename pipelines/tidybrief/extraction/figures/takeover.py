"""What one figure takes over from another: the indicator of a list, the whole that was stated before.

What belongs here: gaps that the text leaves because a figure before has filled them. Subjects, periods and sources that
carry on are candidates of their own questions (`subjects`, `periods`, `sources`).
"""

import re
from dataclasses import replace

from tidybrief.extraction.dates.grammar import MONTHS
from tidybrief.extraction.figures.changes import SURE, without_change
from tidybrief.extraction.figures.restatements import is_rate_of
from tidybrief.extraction.figures.wholes import AMOUNTS, is_part
from tidybrief.extraction.records import Figure

_MEMORY = 30
_NEXT_SENTENCE = 1
_LONGEST_LINK = 80
_OF_THE = re.compile(r" of (?:the|a total of|the total of|all)(?: (?:about|some|around|roughly|over|nearly))? ")
_OPENING_WITH_WHOLE = re.compile(
    r"(?:^|[.!?:;\n][\"”’)]*\s+)(?:Of|Out of) (?:(?:the|these|those|all|its|their|our|about|around|some|more than|"
    r"over|nearly|almost|roughly) ){0,3}$"
)
_OF_THEM = re.compile(r" of (?:them|these|those|whom|which)\b")
_JOINED = re.compile(
    r"(?:,|\band|\bto|\bwith|\bor)[ ](?:(?:and|about|around|some|over|under|nearly|almost|roughly|only|just|more|than|"
    r"less|at|least|most|as|high|low|up|to|its|an?|the|compared|with|averaged|by|another|then|in|from) ){0,4}"
    r"(?:[A-Z][\w.’'-]*[ ]){0,4}(?:\((?:[a-z]+ ){0,3})?$"
)
_IN_APPOSITION = re.compile(r"\((?:(?:just|about|around|over|under|nearly|almost|roughly|only|more|than|some) ){0,3}$")
_GAP = re.compile(r"(?:[ ]\([^()]*\))?(?P<gap>[ ](?:for|in|to|among|by|on|with)[ ]|[),.;]|$)")
_TO_CLAUSE_END = re.compile(r"[^,.;:()]{0,70}(?!\w)")
_OF_GROUP = re.compile(r" of (?!them\b|these\b|those\b)")
_ELSEWHERE = re.compile(rf" (?:in|for|at|among|by|on|to|from|with|of) (?:the )?(?!{'|'.join(MONTHS)})[A-Z]")
_RANKS = frozenset({"place", "rank", "position"})


def taken_over(
    figure: Figure, found: list[Figure], earlier_figures: list[Figure], text: str, *, continuing: bool
) -> Figure:
    """The figure with what it leaves unsaid because a figure before it has said so: one of those `found` in its
    sentence, or of the earlier ones of its paragraph, which the sentence may take up (`continuing`).
    """
    if not found and not earlier_figures:
        return figure
    is_worlds = bool(found) and _is_of_world(figure, found[-1], text)
    last = _last_alike(figure, _lately(found, earlier_figures))
    if last is not None and _is_of_same_subject(figure, last, text):
        figure = replace(
            figure, subject_id=last.subject_id, subject=last.subject, subject_confidence=last.subject_confidence
        )
    return replace(
        figure,
        subject_id=None if is_worlds else figure.subject_id,
        subject="world" if is_worlds else figure.subject,
        indicator=_indicator(figure, found, earlier_figures, text),
        of_total=_whole(figure, found, earlier_figures, text, continuing=continuing),
    )


def _is_of_same_subject(figure: Figure, last: Figure, text: str) -> bool:
    """Whether a figure is another share of the group of the last one ("28% plan to"), or its share at another time ("up
    from 5%"), with no name behind it that it could be of.
    """
    told, before = figure.indicator or "", last.indicator or ""
    is_certain = figure.indicator_confidence == SURE and figure.sentence_no - last.sentence_no <= _NEXT_SENTENCE
    group, _, _ = before.partition(" that ")
    is_of_group = before.startswith("share of ") and group != before and told.startswith(f"{group} that ")
    is_named = told.startswith("share of ") and _OF_GROUP.match(text, figure.end) is not None
    is_elsewhere = _ELSEWHERE.match(text, figure.end) or _ELSEWHERE.search(text, last.end, figure.start)
    return is_certain and is_of_group and not is_named and is_elsewhere is None


def _is_of_world(figure: Figure, last: Figure, text: str) -> bool:
    """Whether a figure is the whole that a place has a part of ("3 of the 40 …"): not the place's own."""
    is_whole = last.of_total == figure.value and _OF_THE.fullmatch(text, last.end, figure.start) is not None
    return is_whole and last.subject_id == figure.subject_id and (last.subject_id or "").startswith("place:")


def _whole(
    figure: Figure, found: list[Figure], earlier_figures: list[Figure], text: str, *, continuing: bool
) -> float | None:
    """The whole of a figure: its own, or that which its sentence, the one before or the paragraph has stated."""
    whole = figure.of_total if figure.of_total is not None else _whole_opening(figure, found, text)
    if whole is None and figure.kind == "count" and _OF_THEM.match(text, figure.end):
        whole = _whole_of_them(figure, found)
    if whole is None and continuing:
        whole = _whole_taken_up(figure, earlier_figures)
    return whole if whole is not None else _whole_of_series(figure, _lately(found, earlier_figures))


def _lately(found: list[Figure], earlier_figures: list[Figure]) -> list[Figure]:
    """The figures before one in its paragraph, in the order of the text."""
    return earlier_figures[-_MEMORY:] + found[-_MEMORY:]


def _whole_opening(figure: Figure, found: list[Figure], text: str) -> float | None:
    """ "Of those 900 students, 40 percent": the first amount of the sentence itself."""
    if not found or not _OPENING_WITH_WHOLE.search(text, max(0, found[0].start - 60), found[0].start):
        return None
    return found[0].value if is_part(figure, found[0]) else None


def _whole_of_them(figure: Figure, found: list[Figure]) -> float | None:
    """ "400 claims worth $3 million were made, 90 of them late": the last count of such things in the sentence."""
    whole = next((row for row in reversed(found) if row.kind == "count" and row.unit == figure.unit), None)
    return whole.value if whole is not None and is_part(figure, whole) else None


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


def _indicator(figure: Figure, found: list[Figure], earlier_figures: list[Figure], text: str) -> str | None:
    """The indicator of a figure: its own, or that of a figure before that it goes on from."""
    if figure.kind == "count" and (
        figure.indicator is None or _IN_APPOSITION.search(text, figure.start - 30, figure.start)
    ):
        twin = _last_alike(figure, _lately(found, earlier_figures))
        if twin is not None:
            return twin.indicator
    told = [row for place, row in enumerate(found) if not place or not is_rate_of(row, found[place - 1])]
    twin = _last_alike(figure, told[-_MEMORY:]) or (found or earlier_figures)[-1]
    return _indicator_of_series(figure, twin, bool(found), text) or figure.indicator


def _last_alike(figure: Figure, earlier: list[Figure]) -> Figure | None:
    """The last of the figures that has the kind and unit of one."""
    return next((row for row in reversed(earlier) if (row.kind, row.unit) == (figure.kind, figure.unit)), None)


def _indicator_of_series(figure: Figure, last: Figure, same_sentence: bool, text: str) -> str | None:
    """The indicator of a figure that stands in a list of its like and says only what differs ("53% for B")."""
    if last.indicator is None:
        return None
    if figure.indicator is None or (figure.kind == "rank" and figure.indicator in _RANKS):
        goes_on = same_sentence or figure.kind == "rank"
        alike = figure.unit == last.unit and without_change(last.indicator) == last.indicator
        return last.indicator if goes_on or alike else None
    is_told = figure.indicator_confidence == SURE
    if not same_sentence or (figure.kind, figure.unit) != (last.kind, last.unit) or is_told:
        return None
    between = text[last.end : figure.start]
    follows = _GAP.match(text, figure.end, figure.end + 60)
    if len(between) > _LONGEST_LINK or follows is None or _JOINED.search(between) is None:
        return None
    gap = follows.group("gap")
    place = last.indicator.find(gap) if gap.strip().isalpha() else -1
    if place < 0:
        return last.indicator
    rest = _TO_CLAUSE_END.match(text, follows.start("gap"))
    return last.indicator[:place] + rest.group().rstrip() if rest else last.indicator
