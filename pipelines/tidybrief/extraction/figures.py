"""Figures: what each quantity says, about whom, for when, and who says so.

What belongs here: going through the sentences that hold a quantity, and what one figure takes over from another. How
each part is found stands in `subjects`, `indicators`, `periods`, `attribution` and `wholes`.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tidybrief.extraction.attribution import Source, find_attributions
from tidybrief.extraction.clauses import Clauses, spans_of
from tidybrief.extraction.indicators import indicator_of
from tidybrief.extraction.periods import Validity, period_of
from tidybrief.extraction.records import Entity, Figure, Mention, Quantity, Sentence, TemporalExpression
from tidybrief.extraction.subjects import main_subject, name_of, subject_of, text_of_series
from tidybrief.extraction.wholes import stated_whole
from tidybrief.extraction.word_classes import Words, grammar_words
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document

_WINDOW = 2000
_MEMORY = 30
_TOPICS = frozenset({"ORG", "PLACE", "PRODUCT", "POLICY", "EVENT"})
_TAKES_UP = re.compile(
    r"\b(?:[Ii]ts?|[Tt]hey|[Tt]heir|[Tt]he (?:company|firm|group|bank|agency|university|organi[sz]ation|"
    r"institute|chain|startup))\b"
)
_IN_BRACKETS = re.compile(
    r"[ ]?\((?:or |about |around |roughly |approximately |some |nearly |over |equal to |equivalent to )?"
)
_Row = TypeVar("_Row", Mention, TemporalExpression, Quantity)


@dataclass(slots=True)
class _Paragraph:
    """What the paragraph has said so far."""

    figures: list[Figure] = field(default_factory=list)
    last_subject: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class _View:
    """What is known of the document while its sentences are read."""

    text: str
    words: Words
    names: Mapping[str, str]
    sources: Mapping[int, tuple[Source, ...]]
    main_subject: str | None
    people: tuple[Mention, ...]


def find_figures(  # noqa: PLR0917 - what the sentence holds
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    dates: tuple[TemporalExpression, ...],
    quantities: tuple[Quantity, ...],
    lexicon: Lexicon,
) -> tuple[Figure, ...]:
    """One figure for each quantity outside page furniture, in the order of the text."""
    if not quantities:
        return ()
    view = _View(
        document.text,
        grammar_words(lexicon),
        {entity.entity_id: entity.name for entity in entities},
        find_attributions(document, _near(quantities, sentences, document.text), entities, mentions, lexicon),
        main_subject(mentions, sentences[0].end),
        tuple(sorted((m for m in mentions if m.type == "PERSON"), key=_start)),
    )
    mentions_of, dates_of, quantities_of = _by_sentence(mentions), _by_sentence(dates), _by_sentence(quantities)
    figures: list[Figure] = []
    paragraph = _Paragraph()
    before: Sentence | None = None
    for sentence in sentences:
        if before is not None and "\n" in view.text[before.end : sentence.start]:
            paragraph = _Paragraph()
        before = sentence
        inside = mentions_of.get(sentence.sentence_no, [])
        if sentence.sentence_no in quantities_of:
            found = _figures_of_long_sentence(
                sentence,
                inside,
                dates_of.get(sentence.sentence_no, []),
                quantities_of[sentence.sentence_no],
                paragraph,
                view,
            )
            figures.extend(found)
            paragraph.figures.extend(found)
        silent = {source.entity_id for source in view.sources.get(sentence.sentence_no, ())}
        leading = next(
            (m for m in inside if m.type in _TOPICS and m.form != "adjective" and m.entity_id not in silent), None
        )
        if leading is not None:
            paragraph.last_subject = leading.entity_id
    return tuple(figures)


def _near(quantities: tuple[Quantity, ...], sentences: tuple[Sentence, ...], text: str) -> tuple[Sentence, ...]:
    """The sentences of the paragraphs that hold a quantity."""
    holding = {quantity.sentence_no for quantity in quantities}
    near: list[Sentence] = []
    paragraph: list[Sentence] = []
    for sentence in sentences:
        if paragraph and "\n" in text[paragraph[-1].end : sentence.start]:
            near += paragraph if any(member.sentence_no in holding for member in paragraph) else ()
            paragraph = []
        paragraph.append(sentence)
    near += paragraph if any(member.sentence_no in holding for member in paragraph) else ()
    return tuple(near)


def _by_sentence(rows: tuple[_Row, ...]) -> dict[int, list[_Row]]:
    by_number: dict[int, list[_Row]] = {}
    for row in rows:
        by_number.setdefault(row.sentence_no, []).append(row)
    return by_number


def _figures_of_long_sentence(  # noqa: PLR0917 - what the sentence holds
    sentence: Sentence,
    inside: list[Mention],
    dates: list[TemporalExpression],
    quantities: list[Quantity],
    paragraph: _Paragraph,
    view: _View,
) -> list[Figure]:
    """The figures of a sentence; one beyond all measure is read window by window, so that time stays linear."""
    if sentence.end - sentence.start <= 2 * _WINDOW:
        return _figures_of_sentence(sentence, inside, dates, quantities, paragraph, view)
    found: list[Figure] = []
    first = 0
    while first < len(quantities):
        last = bisect_left(quantities, quantities[first].start + _WINDOW, key=_start)
        start = max(sentence.start, quantities[first].start - _WINDOW // 2)
        end = min(sentence.end, quantities[last - 1].end + _WINDOW // 2)
        window = replace(sentence, start=start, end=end, text=view.text[start:end])
        near_dates = dates[bisect_left(dates, start, key=_start) : bisect_left(dates, end, key=_start)]
        near_names = inside[bisect_left(inside, start, key=_start) : bisect_left(inside, end, key=_start)]
        found += _figures_of_sentence(window, near_names, near_dates, quantities[first:last], paragraph, view)
        first = last
    return found


def _start(row: Mention | TemporalExpression | Quantity) -> int:
    return row.start


def _figures_of_sentence(  # noqa: PLR0917 - what the sentence holds
    sentence: Sentence,
    inside: list[Mention],
    dates: list[TemporalExpression],
    quantities: list[Quantity],
    paragraph: _Paragraph,
    view: _View,
) -> list[Figure]:
    clauses = Clauses(view.text, sentence, spans_of(quantities, dates, inside), view.words)
    continuing = view.words.anaphoric_opening.match(sentence.text) is not None
    found: list[Figure] = []
    for place, quantity in enumerate(quantities):
        previous = quantities[place - 1] if place else None
        following = quantities[place + 1] if place + 1 < len(quantities) else None
        restated = previous is not None and _restates(previous, quantity, view.text)
        base = found[-1] if restated else None
        if base is None and previous is not None and found and _restates_rate(previous, quantity, view.text):
            base = found[-1]
            rate = _RATE.match(view.text, quantity.end)
            base = replace(base, indicator=f"{base.indicator or ''}{rate.group() if rate else ''}".strip() or None)
        if base is not None:
            figure = _restated(base, quantity)
        else:
            figure = _figure(quantity, sentence, clauses, inside, dates, (previous, following), paragraph, view)
            figure = _taken_over(figure, quantity, found, paragraph, continuing, view)
        found.append(figure)
    return found


def _restates(previous: Quantity, quantity: Quantity, text: str) -> bool:
    """ "900 million złotys (181 million pounds)", "41 percent ($1.1 trillion)"."""
    return (previous.kind != quantity.kind or previous.unit != quantity.unit) and _IN_BRACKETS.fullmatch(
        text[max(previous.end, previous.unit_end) if previous.kind == "count" else previous.end : quantity.start]
    ) is not None


_RATE = re.compile(r" (?:per|a|an|for (?:each|every)|each) [\w-]+(?: of [\w-]+)?")


def _restates_rate(previous: Quantity, quantity: Quantity, text: str) -> bool:
    """ "$180 billion, or $2,100 per family"."""
    between = text[previous.end : quantity.start]
    return (
        previous.kind == quantity.kind
        and between in (", or ", " or ", " — or ")
        and _RATE.match(text, quantity.end) is not None
    )


def _restated(base: Figure, quantity: Quantity) -> Figure:
    return replace(
        base, start=quantity.start, end=quantity.end, text=quantity.text, kind=quantity.kind, value=quantity.value,
        value_high=quantity.value_high, unit=quantity.unit, qualifier=quantity.qualifier, method=quantity.method,
        confidence=round(base.confidence * 0.95, 3),
    )  # fmt: skip


def _figure(  # noqa: PLR0917 - what the sentence holds
    quantity: Quantity,
    sentence: Sentence,
    clauses: Clauses,
    inside: list[Mention],
    dates: list[TemporalExpression],
    neighbours: tuple[Quantity | None, Quantity | None],
    paragraph: _Paragraph,
    view: _View,
) -> Figure:
    all_sources = view.sources.get(sentence.sentence_no, ())
    source = next((source for source in all_sources if source.start <= quantity.start < source.end), None)
    subject_id, subject, subject_confidence = _subject(
        quantity, clauses, inside, all_sources, neighbours, paragraph, view
    )
    indicator = indicator_of(quantity, clauses)
    if indicator is not None and (indicator[0] == subject or (quantity.kind == "count" and indicator[1] < 0.5)):
        indicator = None
    period = period_of(quantity, dates, clauses)
    confidence = quantity.confidence * (0.5 + 0.25 * subject_confidence + 0.25 * (indicator[1] if indicator else 0.0))
    return Figure(
        sentence.sentence_no, quantity.start, quantity.end, quantity.text, quantity.kind, quantity.value,
        quantity.value_high, quantity.unit, quantity.qualifier, subject_id, subject,
        indicator[0] if indicator else None, period.start, period.end,
        source.entity_id if source else None, source.name if source else None,
        stated_whole(quantity, neighbours[1], neighbours[0], clauses), sentence.factuality or "asserted",
        quantity.method, round(confidence, 3),
    )  # fmt: skip


def _subject(  # noqa: PLR0911, PLR0917 - one return a case
    quantity: Quantity,
    clauses: Clauses,
    inside: list[Mention],
    sources: tuple[Source, ...],
    neighbours: tuple[Quantity | None, Quantity | None],
    paragraph: _Paragraph,
    view: _View,
) -> tuple[str | None, str | None, float]:
    differing = text_of_series(quantity, neighbours, view.text)
    named = subject_of(quantity, clauses, inside, sources, neighbours)
    if differing is not None and (named is None or named[1] < 0.85):
        return None, differing, 0.6
    if named is not None and named[1] >= 0.5:
        return named[0].entity_id, name_of(named[0].entity_id, view.names), named[1]
    if quantity.kind == "age":
        after = bisect_left(view.people, quantity.end, key=_start)
        person = view.people[after] if after < len(view.people) else None
        person = person if person is not None and person.start - quantity.end < 400 else None
        if person is not None:
            return person.entity_id, name_of(person.entity_id, view.names), 0.5
    if view.words.worldwide.search(clauses.sentence.text):
        return None, "world", 0.6
    taken_up = paragraph.last_subject if _TAKES_UP.search(view.text, clauses.sentence.start, quantity.start) else None
    for entity_id, probability in ((taken_up, 0.55), (view.main_subject, 0.45), (paragraph.last_subject, 0.4)):
        if entity_id is not None:
            return entity_id, name_of(entity_id, view.names), probability
    if named is not None:
        return named[0].entity_id, name_of(named[0].entity_id, view.names), named[1]
    return None, None, 0.2


def _taken_over(  # noqa: PLR0912, PLR0917 - one branch a class
    figure: Figure, quantity: Quantity, found: list[Figure], paragraph: _Paragraph, continuing: bool, view: _View
) -> Figure:
    """The figure with what it leaves unsaid because a figure before it has said so."""
    earlier = found or paragraph.figures
    if not earlier:
        return figure
    last = earlier[-1]
    changes: dict[str, object] = {}
    if not Validity(figure.time_start, figure.time_end).stated and (
        found or continuing or _same_unit_before(figure, paragraph)
    ):
        origin = last if found or continuing else _same_unit_before(figure, paragraph)
        if origin is not None:
            changes |= {"time_start": origin.time_start, "time_end": origin.time_end}
    if figure.attributed_to is None and (continuing or (not found and _same_unit_before(figure, paragraph))):
        origin = last if continuing else _same_unit_before(figure, paragraph)
        if origin is not None:
            changes |= {"attributed_to": origin.attributed_to, "attributed_to_id": origin.attributed_to_id}
    if (
        found
        and last.of_total == quantity.value
        and _OF_THE.fullmatch(view.text, last.end, figure.start)
        and (last.subject_id or "").startswith("place:")
        and last.subject_id == figure.subject_id
    ):
        changes |= {"subject": "world", "subject_id": None}
    if figure.of_total is None:
        whole = _whole_taken_up(figure, paragraph) if continuing else None
        if whole is None:
            whole = _whole_of_series(figure, paragraph.figures[-_MEMORY:] + found[-_MEMORY:])
        if whole is not None:
            changes["of_total"] = whole
    if figure.attributed_to is None and found and figure.sentence_no not in view.sources:
        changes |= {"attributed_to": last.attributed_to, "attributed_to_id": last.attributed_to_id}
    if quantity.kind == "count" and (
        figure.indicator is None or _IN_APPOSITION.search(view.text, figure.start - 30, figure.start)
    ):
        twin = next(
            (
                row
                for row in reversed(paragraph.figures[-_MEMORY:] + found[-_MEMORY:])
                if row.unit == figure.unit and row.kind == "count"
            ),
            None,
        )
        if twin is not None:
            changes["indicator"] = twin.indicator
            return replace(figure, **changes)  # type: ignore[arg-type]
    twin = next((row for row in reversed(found[-_MEMORY:]) if (row.kind, row.unit) == (figure.kind, figure.unit)), last)
    series = _indicator_of_series(figure, twin, bool(found), view.text)
    if series is not None:
        changes["indicator"] = series
    return replace(figure, **changes) if changes else figure  # type: ignore[arg-type]


_OF_THE = re.compile(r" of (?:the|a total of|the total of|all)(?: (?:about|some|around|roughly|over|nearly))? ")
_JOINED = re.compile(
    r"(?:,|\band|\bto|\bwith|\bor)[ ](?:(?:and|about|around|some|over|under|nearly|almost|roughly|only|just|more|than|"
    r"less|at|least|most|as|high|low|up|to|its|an?|the|compared|with|averaged|by|another|then|in|from) ){0,4}"
    r"(?:[A-Z][\w ]{2,30})?(?:\((?:[a-z]+ ){0,3})?$"
)
_IN_APPOSITION = re.compile(r"\((?:(?:just|about|around|over|under|nearly|almost|roughly|only|more|than|some) ){0,3}$")
_GAP = re.compile(r"(?:[ ]\([^()]*\))?(?P<gap>[ ](?:for|in|to|among|by|on|with)[ ]|[),.;]|$)")


def _indicator_of_series(figure: Figure, last: Figure, same_sentence: bool, text: str) -> str | None:
    """The indicator of a figure that stands in a list of its like and says only what differs ("53% for B")."""
    if last.indicator is None:
        return None
    if figure.indicator is None or (figure.kind == "rank" and figure.indicator in ("place", "rank", "position")):
        return last.indicator if same_sentence or figure.kind == "rank" or figure.unit == last.unit else None
    if not same_sentence or (figure.kind, figure.unit) != (last.kind, last.unit):
        return None
    between = text[last.end : figure.start]
    follows = _GAP.match(text, figure.end, figure.end + 60)
    if len(between) > 80 or follows is None or _JOINED.search(between) is None:
        return None
    gap = follows.group("gap")
    place = last.indicator.find(gap) if gap.strip().isalpha() else -1
    if place < 0:
        return last.indicator
    rest = re.match(r"[^,.;:()]{0,70}", text[follows.start("gap") :])
    return last.indicator[:place] + rest.group().rstrip() if rest else last.indicator


def _same_unit_before(figure: Figure, paragraph: _Paragraph) -> Figure | None:
    if figure.kind != "count" or not paragraph.figures:
        return None
    last = paragraph.figures[-1]
    return (
        last
        if last.kind == "count" and last.unit == figure.unit and figure.unit not in ("person", "people", "number")
        else None
    )


def _whole_taken_up(figure: Figure, paragraph: _Paragraph) -> float | None:
    """ "Of these": the last amount of the sentence before."""
    whole = next(
        (row for row in reversed(paragraph.figures[-_MEMORY:]) if row.kind in ("count", "money", "measure")), None
    )
    return whole.value if whole is not None and _part_of(figure, whole) else None


def _part_of(figure: Figure, whole: Figure) -> bool:
    return whole.kind in ("count", "money", "measure") and (figure.kind == "percent" or figure.value <= whole.value)


def _whole_of_series(figure: Figure, earlier: list[Figure]) -> float | None:
    """The whole that the paragraph has stated for figures of the same unit ("38,000 of the 54,000 patents")."""
    for row in reversed(earlier):
        if (
            row.unit == figure.unit
            and row.kind == figure.kind == "count"
            and row.of_total is not None
            and figure.value < row.of_total
        ):
            return row.of_total
    return None
