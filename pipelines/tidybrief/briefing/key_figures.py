"""Key figures: charts where values are comparable, cards for the weightiest others.

What belongs here: which figures are comparable and what a chart of them shows. What does not: the wording of one figure
(`figures`, `statements`), and where a bar ends (`charts`).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tidybrief.briefing import charts, wording
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.library import TABLE_CONTEXT, Library, Quote, anchor
from tidybrief.briefing.statements import number_words, tells, topic

MOST_CHARTS: Final = 6
MOST_BARS: Final = 12
MOST_CARDS: Final = 6
MOST_OF_A_LINE: Final = 34
MOST_OF_ONE_SOURCE: Final = 3
MOST_IN_WORDS: Final = 12
_APPROXIMATION: Final = 0.05
_UNLIKE_OTHERS: Final = ("place", "person")
"""What one of these measures is not held against what a thing of another kind does."""


Label = Literal["subject", "indicator"]
"""What tells the bars of a chart apart."""


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar with its direct label."""

    bar: charts.Bar
    label: str
    full_label: str
    words: str
    figure: FigureView
    quote: Quote


@dataclass(frozen=True, slots=True)
class BarChart:
    """Comparable values; `title` states the finding, `description` says how to read it."""

    anchor: str
    title: str
    description: str
    bars: tuple[ChartBar, ...]
    ticks: tuple[tuple[float, str], ...]

    @property
    def has_long_labels(self) -> bool:
        """Whether a value and its label are too long for one line of a narrow screen."""
        return any(len(bar.words) + len(bar.label) > MOST_OF_A_LINE for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Card:
    """One figure that stands alone; `share` is its width in percent of a stated whole, derived."""

    number: str
    topic: str
    details: tuple[str, ...]
    figure: FigureView
    quote: Quote
    share: float | None
    formula: str


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The charts and cards of the section."""

    charts: tuple[BarChart, ...]
    cards: tuple[Card, ...]


def choose_key_figures(figures: Sequence[FigureView], library: Library) -> KeyFigures:
    """Charts of comparable facts and cards of the weightiest others, each from a sentence of its own."""
    facts = [figure for figure in figures if figure.is_fact and _is_measured(figure)]
    drawn = (*_part_charts(facts, library), *_charts(facts, library))[:MOST_CHARTS]
    charted = [bar.figure for chart in drawn for bar in chart.bars]
    used = {_sentence_key(figure) for figure in charted} | {_value_key(figure) for figure in charted}
    cards: list[Card] = []
    seen: set[tuple[str, str, str]] = set()
    sources: Counter[str] = Counter()
    of_one_source = MOST_OF_ONE_SOURCE if len(library.sources) > 2 else MOST_CARDS
    for figure in sorted(facts, key=lambda f: (f.support.order, -tells(f), f.source.doc_id, f.start)):
        key = (figure.subject or "", (figure.indicator or "").casefold(), figure.words)
        if len(cards) == MOST_CARDS:
            break
        if sources[figure.source.doc_id] >= of_one_source:
            continue
        if (
            {_sentence_key(figure), _value_key(figure)} & used
            or key in seen
            or not (figure.subject or figure.indicator)
        ):
            continue
        seen.add(key)
        used |= {_sentence_key(figure), _value_key(figure)}
        sources[figure.source.doc_id] += 1
        cards.append(_card(figure, library))
    return KeyFigures(drawn, tuple(cards))


def _is_measured(figure: FigureView) -> bool:
    """Whether a figure is more than a small number in words, which counts what its sentence names ("two leaders")."""
    words = figure.source.text[figure.start : figure.end]
    return figure.kind != "count" or figure.value > MOST_IN_WORDS or any(map(str.isdigit, words))


def _sentence_key(figure: FigureView) -> tuple[object, ...]:
    return (figure.source.doc_id, figure.sentence.mark if figure.sentence else figure.start)


def _value_key(figure: FigureView) -> tuple[object, ...]:
    return (figure.kind, figure.value, figure.unit)


def _charts(facts: Sequence[FigureView], library: Library) -> tuple[BarChart, ...]:
    groups: dict[tuple[object, ...], list[FigureView]] = {}
    for figure in facts:
        key = _comparable_by(figure)
        if key is not None:
            groups.setdefault(key, []).append(figure)
    found = [(members, _distinct(members, "subject")) for members in groups.values()]
    found = [
        (members, bars)
        for members, bars in found
        if 2 <= len(bars) <= MOST_BARS and len({bar.value for bar in bars}) > 1
    ]
    found.sort(key=lambda pair: (-sum(f.weight for f in pair[1]), pair[1][0].figure_id))
    told: set[tuple[object, ...]] = set()
    drawn = []
    for _, bars in found:
        measured = (_without_subjects(bars), bars[0].kind, bars[0].unit, bars[0].time_start, bars[0].time_end)
        values = {(*measured, bar.subject) for bar in bars}
        if told.isdisjoint(values):  # two charts of one thing would contradict each other
            told |= values
            drawn.append(_chart(bars, chart_title(bars), "subject", library))
    return tuple(drawn)


def _part_charts(facts: Sequence[FigureView], library: Library) -> tuple[BarChart, ...]:
    """Charts of the parts that one document states of one whole."""
    groups: dict[tuple[object, ...], list[FigureView]] = {}
    for figure in facts:
        if figure.of_total and figure.indicator and figure.kind != "percent":
            key = (figure.source.doc_id, figure.subject, figure.kind, figure.unit, figure.of_total)
            groups.setdefault((*key, figure.time_start, figure.time_end), []).append(figure)
    drawn = []
    for members in groups.values():
        parts = _distinct(members, "indicator")
        if 2 <= len(parts) <= MOST_BARS and len({part.value for part in parts}) > 1:
            first = parts[0]
            about = f"{wording.shortened(first.subject, 50)}: " if first.subject else ""
            number = wording.count(len(parts), "number")
            when = wording.in_period(first.time_start, first.time_end)
            title = f"{about}{number} stated out of {first.whole}{f' {when}' if when else ''}"
            drawn.append(_chart(parts, title, "indicator", library))
    return tuple(drawn)


def _comparable_by(figure: FigureView) -> tuple[object, ...] | None:
    """What two figures must share to be drawn together; a period that no source states holds within one document."""
    if not (figure.indicator and figure.subject) or figure.kind in ("rank", "age"):
        return None
    undated = figure.time_start is None and figure.time_end is None
    place = figure.source.doc_id if undated else None
    indicator = " ".join(figure.indicator.casefold().split())
    kind_of_subject = (figure.subject_id or "").partition(":")[0]
    apart = kind_of_subject if kind_of_subject in _UNLIKE_OTHERS else ""
    return (indicator, figure.kind, figure.unit, figure.time_start, figure.time_end, place, apart)


def _distinct(members: Sequence[FigureView], label: Label) -> list[FigureView]:
    """One figure a label; none where a label has several values, for then it would not tell them apart."""
    by_label: dict[str, list[FigureView]] = {}
    for figure in members:
        by_label.setdefault(_label(figure, label).casefold(), []).append(figure)
    alike = [same for same in by_label.values() if len({(f.value, f.value_high, f.qualifier) for f in same}) == 1]
    if len(alike) != len(by_label):
        return []
    return sorted((same[0] for same in alike), key=lambda f: (-f.value, f.subject or ""))


def _label(figure: FigureView, label: Label) -> str:
    return (figure.subject if label == "subject" else figure.indicator) or ""


def _chart(figures: Sequence[FigureView], title: str, label: Label, library: Library) -> BarChart:
    values = [value for f in figures for value in (f.value, f.value_high) if value is not None]
    scale, ticks = charts.nice_scale(values, from_zero=True)
    bars = tuple(
        ChartBar(
            bar=charts.bar(scale, figure.value, figure.value_high, figure.qualifier),
            label=wording.shortened(_label(figure, label), 36),
            full_label=_label(figure, label),
            words=number_words(figure),
            figure=figure,
            quote=figure.quote(library, TABLE_CONTEXT),
        )
        for figure in figures
    )
    first = figures[0]
    labels = tuple(
        (tick.at, wording.bare_quantity(first.kind, tick.value, None, first.unit))
        if first.kind in ("money", "percent")
        else (tick.at, wording.compact_number(tick.value))
        for tick in ticks
    )
    return BarChart(anchor("chart", first.figure_id), title, _description(figures, label), bars, labels)


def chart_title(figures: Sequence[FigureView]) -> str:
    """The finding: who is highest where the bounds leave no doubt, else from which stated value to which."""
    first, last = figures[0], figures[-1]
    highest, lowest = (wording.shortened(figure.subject or "", 50) for figure in (first, last))
    when = wording.in_period(first.time_start, first.time_end)
    about = _without_subjects(figures) + (f" {when}" if when else "")
    if not all(_lowest(first) > _highest(other) for other in figures[1:]):
        values = wording.count(len(figures), "stated value")
        return f"{about}: {values}, from {number_words(last)} ({lowest}) to {number_words(first)} ({highest})"
    if len(figures) == 2:
        return f"{about}: {highest} {number_words(first)}, {lowest} {number_words(last)}"
    return f"{about}: {highest} has the highest of {wording.count(len(figures), 'value')}, {number_words(first)}"


def _without_subjects(figures: Sequence[FigureView]) -> str:
    """What the figures measure, without the names that the chart tells apart; where that is all, what is counted."""
    indicator = figures[0].indicator or ""
    for name in sorted({figure.subject for figure in figures if figure.subject}, key=len, reverse=True):
        around = rf"(?:\b(?:in|of|for|by|from|at|to)\s+)?(?:\bthe\s+)?(?<!\w){re.escape(name)}(?:['’]s?)?(?!\w)"
        indicator = re.sub(around, " ", indicator, flags=re.IGNORECASE)
    words = " ".join(indicator.split()).strip(" ,;:–-")
    counted = wording.plural(figures[0].unit) if figures[0].kind == "count" else "values"
    return wording.sentence(wording.shortened(words or counted, 70))


def _lowest(figure: FigureView) -> float:
    if figure.qualifier == "at_most":
        return float("-inf")
    return figure.value - (_APPROXIMATION * abs(figure.value) if figure.qualifier == "approx" else 0.0)


def _highest(figure: FigureView) -> float:
    high = figure.value if figure.value_high is None else figure.value_high
    if figure.qualifier == "at_least":
        return float("inf")
    return high + (_APPROXIMATION * abs(high) if figure.qualifier == "approx" else 0.0)


def _description(figures: Sequence[FigureView], label: Label) -> str:
    first = figures[0]
    read = f"Bars from zero, unit {first.unit}, largest first."
    qualifiers = {figure.qualifier for figure in figures}
    if "at_least" in qualifiers:
        read += " An arrow to the right marks a value that the source gives as a minimum."
    if "at_most" in qualifiers:
        read += " A hollow bar with an arrow to the left marks a maximum."
    if "approx" in qualifiers:
        read += " A dashed end marks an approximate value."
    period = f" Period: {first.period}." if first.period else " The sources state no period."
    values = "; ".join(f"{_label(f, label)}: {f.words}" for f in figures)
    return f"{read}{period} {values}."


def _card(figure: FigureView, library: Library) -> Card:
    details = [wording.in_period(figure.time_start, figure.time_end)]
    details.append(f"according to {wording.shortened(figure.attributed_to, 60)}" if figure.attributed_to else "")
    whole = f"of {figure.whole}" if figure.whole else ""
    return Card(
        number=number_words(figure),
        topic=topic(figure),
        details=tuple(detail for detail in (whole, *details) if detail),
        figure=figure,
        quote=figure.quote(library, TABLE_CONTEXT),
        share=None if figure.share is None else round(figure.share, 1),
        formula=figure.share_formula,
    )
