"""Key figures: charts where values are comparable, cards for the weightiest others.

What belongs here: which figures are comparable and what a chart of them shows. What does not: the wording of one figure
(`figures`), its label (`labels`), and where a bar ends (`charts`).

A chart says that values are alike. So they stand in one passage, or their sentences call them the same for the same
period; and parts are drawn only where they make up their whole, for else they may overlap.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from tidybrief.briefing import charts, wording
from tidybrief.briefing.agreements import Point
from tidybrief.briefing.cards import Card, make_card
from tidybrief.briefing.figure_table import Figures
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.library import TABLE_CONTEXT, Library, Quote, anchor
from tidybrief.briefing.modality import AIM, FORECAST, POSSIBILITY
from tidybrief.briefing.readings import UNSURE_READING
from tidybrief.briefing.statements import OUTDATED, Item
from tidybrief.briefing.subjects import BySubject, Subject
from tidybrief.briefing.telling import is_aside, lacks_cause, may_open, may_stand_alone, tells
from tidybrief.briefing.topics import function_words
from tidybrief.extraction.grammar.plurals import plural

MOST_CHARTS: Final = 4
MOST_BARS: Final = 12
MOST_CARDS: Final = 6
MOST_OF_ONE_SUBJECT: Final = 2
_MOST_WEIGHED: Final = 60
"""Figures among which cards are chosen: what comes later weighs little."""
_APPROXIMATION: Final = 0.05
_LONGEST_REACH: Final = 60
"""Characters between a number and its name, beyond which a sentence that enumerates may mean another."""
_LONGEST_PASSAGE: Final = 3
"""Sentences that are quoted together at most."""
_ROUNDING: Final = 0.02
"""By how much parts may miss their whole, each of them being rounded."""
_CUT_WORD: Final = re.compile(r"(?:^|\s)[-–]|[-–](?:\s|$)")
"""What a name leaves behind that was a part of a word: "U.S.- trade"."""
_LOWER_PLACE: Final = re.compile(r"\b(?:second|third|fourth|fifth|runner-up)\b", re.IGNORECASE)
_TOLD_AS: Final = {"": "", FORECAST: " (forecasts)", AIM: " (aims)", POSSIBILITY: " (possible values)"}
"""What a title says of values that are not told as so."""
_UNLIKE_OTHERS: Final = ("place", "person")
"""What one of these measures is not held against what a thing of another kind does."""


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar with its direct label."""

    bar: charts.Bar
    label: charts.Label
    name: str
    figure: FigureView
    quote: Quote


@dataclass(frozen=True, slots=True)
class BarChart:
    """Comparable values; `title` states the finding, `description` says how to read it, `measure` what is measured, ""
    where no sentence says it.

    `passage` is where all of them stand, None where they come from several places.
    """

    anchor: str
    measure: str
    title: str
    description: str
    bars: tuple[ChartBar, ...]
    ticks: tuple[tuple[float, str], ...]
    passage: Quote | None


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The charts and cards of the section."""

    charts: tuple[BarChart, ...]
    cards: tuple[Card, ...]


def choose_key_figures(
    figures: Figures,
    opening: Sequence[Item],
    points: Sequence[Point],
    subjects: Sequence[Subject],
    library: Library,
) -> KeyFigures:
    """Charts of comparable facts and cards of the weightiest others, each from a sentence of its own, one of a subject
    before the second.

    What the `opening` of the page has told comes last, and before it what a later document of its subject may correct.
    """
    alike = figures.with_others_of_their_kind(may_stand_alone(figures.facts))
    drawable = [figure for figure in alike if may_open(figure) and not figure.is_minor]
    every = (*_part_charts(drawable, library), *_charts(drawable, library))
    drawn = tuple(sorted(every, key=lambda chart: not chart.measure)[:MOST_CHARTS])
    charted = [bar.figure for chart in drawn for bar in chart.bars]
    agreed = {figure: p.comparison_id for p in points if p.verdict == "agree" for figure in p.row_ids}
    known = BySubject(subjects)
    used = {key for figure in charted for key in _keys(figure, agreed)}
    cards: list[Card] = []
    of_subject: Counter[str] = Counter()
    most = MOST_OF_ONE_SUBJECT if len(library.sources) > MOST_OF_ONE_SUBJECT else MOST_CARDS
    candidates = tuple(islice(_by_novelty(figures, opening, agreed, known.outdated), _MOST_WEIGHED))
    for most_of_one, figure in product(range(1, most + 1), candidates):
        subject, keys = known.of(figure.source.doc_id), _keys(figure, agreed)
        if len(cards) < MOST_CARDS and of_subject[subject] < most_of_one and used.isdisjoint(keys):
            used |= keys
            of_subject[subject] += 1
            cards.append(make_card(figure, library))
    return KeyFigures(drawn, tuple(cards))


def _by_novelty(
    figures: Figures, opening: Sequence[Item], agreed: Mapping[str, str], outdated: Collection[str]
) -> Iterator[FigureView]:
    """The facts that may stand alone, tolls with their cause, the best supported and most telling first; at the end
    those whose sentence or value the opening has told."""

    def rank(figure: FigureView) -> tuple[float, str, int] | None:
        fit = may_open(figure) and figure.may_stand_out and not (is_aside(figure) or lacks_cause(figure))
        loss = OUTDATED if figure.source.doc_id in outdated else 0.0
        return (loss - tells(figure), figure.source.doc_id, figure.start) if fit else None

    hrefs = {part.href for item in opening for part in item.parts if part.href}
    linked = (figures.find(href.rpartition("#")[2]) for href in hrefs)
    told = [figure for figure in linked if figure and rank(figure)]
    opened = {key for figure in told for key in _keys(figure, agreed)}
    again = []
    for figure in figures.by_support(may_stand_alone(figures.facts), rank):
        if opened.isdisjoint(_keys(figure, agreed)):
            yield figure
        else:
            again.append(figure)
    yield from again


def _keys(figure: FigureView, agreed: Mapping[str, str]) -> set[object]:
    """What another figure with one of these keys would say again: its sentence, its value, and the agreement that it
    is part of; sources that agree may name the unit each in its way."""
    sentence = (figure.source.doc_id, figure.sentence.mark if figure.sentence else figure.start)
    value = (figure.kind, figure.value, figure.unit if figure.support.key != "corroborated" else "")
    return {sentence, value, figure.rounded, agreed.get(figure.figure_id, figure.figure_id)}


def _charts(facts: Sequence[FigureView], library: Library) -> tuple[BarChart, ...]:
    found = [_distinct(members, _named) for members in _comparable(facts)]
    found = [bars for bars in found if _is_worth_a_chart(bars)]
    found.sort(key=lambda bars: (-len(bars), -sum(f.weight for f in bars), bars[0].figure_id))
    told: set[tuple[object, ...]] = set()
    drawn = []
    for bars in found:
        measured = (bars[0].kind, bars[0].unit, bars[0].time_start, bars[0].time_end)
        values = {(*measured, bar.subject) for bar in bars}
        if told.isdisjoint(values):  # two charts of one thing would contradict each other
            told |= values
            drawn.append(_chart(bars, list(map(_named, bars)), _about(bars), chart_title(bars), library))
    return tuple(drawn)


def _comparable(facts: Sequence[FigureView]) -> Iterator[Sequence[FigureView]]:
    """Figures that may be drawn together: of one sentence, of sentences one after the other, or of any two that say in
    so many words what they measure and when."""
    sentences: dict[tuple[object, ...], list[FigureView]] = {}
    documents: dict[tuple[object, ...], list[FigureView]] = {}
    everywhere: dict[tuple[object, ...], list[FigureView]] = {}
    for figure in facts:
        if not (figure.indicator and figure.sentence):
            continue
        kind_of_subject = (figure.subject_id or "").partition(":")[0]
        apart = kind_of_subject if kind_of_subject in _UNLIKE_OTHERS else ""
        indicator = " ".join(figure.indicator.casefold().split())
        told_as = figure.support.modality
        measured = (indicator, figure.kind, figure.unit, figure.time_start, figure.time_end, apart, told_as)
        sentences.setdefault((figure.source.doc_id, figure.sentence.mark, *measured), []).append(figure)
        documents.setdefault((figure.source.doc_id, *measured), []).append(figure)
        if figure.measured and figure.named and figure.time_start and figure.time_end:
            everywhere.setdefault(measured, []).append(figure)
    yield from sentences.values()
    for members in documents.values():
        yield from _runs(members)
    yield from everywhere.values()


def _runs(members: Sequence[FigureView]) -> Iterator[Sequence[FigureView]]:
    """The figures of one document, parted where a sentence without any stands between; none of a long list, of which
    others may be missing."""
    runs: list[list[FigureView]] = []
    for figure in sorted(members, key=lambda f: f.start):
        if not runs or _number(figure) - _number(runs[-1][-1]) > 1:
            runs.append([])
        runs[-1].append(figure)
    yield from (run for run in runs if _number(run[-1]) - _number(run[0]) < _LONGEST_PASSAGE)


def _number(figure: FigureView) -> int:
    return figure.sentence.number if figure.sentence else 0


def _is_worth_a_chart(bars: Sequence[FigureView]) -> bool:
    """Whether there is something to compare: several values, each close to its name, and their names no guesses; two
    only where it is clear of what."""
    if not 2 <= len(bars) <= MOST_BARS or len({bar.value for bar in bars}) == 1:
        return False
    if not all(bar.named and bar.reach <= _LONGEST_REACH for bar in bars):
        return False
    if sum(bar.subject_confidence for bar in bars) < UNSURE_READING * len(bars):
        return False
    return len(bars) > 2 or (all(bar.subject_read and bar.indicator_read for bar in bars) and _measured(bars) != "")


def _part_charts(facts: Sequence[FigureView], library: Library) -> tuple[BarChart, ...]:
    """Charts of the parts that one document states of one whole, where they make it up."""
    groups: dict[tuple[object, ...], list[FigureView]] = {}
    for figure in facts:
        if figure.of_total and figure.indicator and figure.kind != "percent" and figure.value_high is None:
            key = (figure.source.doc_id, figure.subject, figure.kind, figure.unit, figure.of_total)
            groups.setdefault((*key, figure.time_start, figure.time_end, figure.support.modality), []).append(figure)
    drawn = []
    for members in groups.values():
        parts = _distinct(members, _indicated)
        whole = members[0].of_total or 0.0
        if 2 <= len(parts) <= MOST_BARS and abs(sum(part.value for part in parts) - whole) <= _ROUNDING * whole:
            measure = _measure_of_whole(parts, facts)
            title = f"{measure}{': ' if measure else ''}{members[0].whole} in {wording.count(len(parts), 'part')}"
            drawn.append(_chart(parts, _apart(list(map(_indicated, parts))), measure, title, library))
    return tuple(drawn)


def _measure_of_whole(parts: Sequence[FigureView], facts: Sequence[FigureView]) -> str:
    """What the whole is and when, where a sentence of the document says it."""
    first = parts[0]
    alike = (
        f
        for f in facts
        if (f.source, f.kind, f.unit, f.value) == (first.source, first.kind, first.unit, first.of_total)
    )
    measured = next((figure.measured for figure in alike if figure.measured), "")
    when = wording.in_period(first.time_start, first.time_end)
    return wording.sentence(" ".join(part for part in (measured, when) if part))


def _apart(names: Sequence[str]) -> list[str]:
    """The names without the words with which all of them begin."""
    words = [name.split() for name in names]
    shared = 0
    while all(len(one) > shared + 1 and one[shared] == words[0][shared] for one in words):
        shared += 1
    return [" ".join(one[shared:]) for one in words]


def _distinct(members: Sequence[FigureView], name: Callable[[FigureView], str]) -> list[FigureView]:
    """One figure a name, the highest first; none where a name has several values, for then it would not tell them
    apart."""
    by_name: dict[str, list[FigureView]] = {}
    for figure in members:
        by_name.setdefault(name(figure).casefold(), []).append(figure)
    if any(len({(f.value, f.value_high, f.qualifier) for f in same}) > 1 for same in by_name.values()):
        return []
    return sorted((same[0] for same in by_name.values()), key=lambda f: (-f.value, f.subject or ""))


def _named(figure: FigureView) -> str:
    return figure.named


def _indicated(figure: FigureView) -> str:
    return figure.indicator or ""


def _chart(figures: Sequence[FigureView], names: Sequence[str], measure: str, title: str, library: Library) -> BarChart:
    values = [value for f in figures for value in (f.value, f.value_high) if value is not None]
    scale, ticks = charts.nice_scale(values, from_zero=True)
    bars = tuple(
        ChartBar(
            bar=charts.bar(scale, figure.value, figure.value_high, figure.qualifier),
            label=charts.label(figure.amount, name),
            name=name,
            figure=figure,
            quote=figure.quote(library, TABLE_CONTEXT),
        )
        for figure, name in zip(figures, names, strict=True)
    )
    first = figures[0]
    labels = tuple(
        (tick.at, wording.bare_quantity(first.kind, tick.value, None, first.unit))
        if first.kind in ("money", "percent")
        else (tick.at, wording.compact_number(tick.value))
        for tick in ticks
    )
    return BarChart(
        anchor("chart", first.figure_id),
        measure,
        f"{title}{_TOLD_AS[first.support.modality]}",
        _description(bars),
        bars,
        labels,
        _passage(figures, library),
    )


def _passage(figures: Sequence[FigureView], library: Library) -> Quote | None:
    """The sentence of the figures, or the few in which they stand one after the other; None where they are apart."""
    sentences = [figure.sentence for figure in figures if figure.sentence]
    if len({figure.source.doc_id for figure in figures}) > 1 or len(sentences) < len(figures):
        return None
    numbers = [sentence.number for sentence in sentences]
    if max(numbers) - min(numbers) >= _LONGEST_PASSAGE:
        return None
    start, end = min(s.start for s in sentences), max(s.end for s in sentences)
    return library.quote(figures[0].source.doc_id, start, end)


def chart_title(figures: Sequence[FigureView]) -> str:
    """The finding: who is highest where the bounds leave no doubt, else from which stated value to which."""
    first, last = figures[0], figures[-1]
    highest, lowest = (wording.shortened(figure.named, 50) for figure in (first, last))
    about = _about(figures)
    lead = f"{about}: " if about else ""
    if _is_outranked(figures) or not all(_lowest(first) > _highest(other) for other in figures[1:]):
        values = wording.count(len(figures), "stated value")
        values = values if about else wording.sentence(values)
        said = f"{values}, from {last.amount} ({lowest}) to {first.amount} ({highest})"
    elif len(figures) == 2:
        said = f"{highest} {first.amount}, {lowest} {last.amount}"
    else:
        said = f"{highest} has the highest of {wording.count(len(figures), 'value')}, {first.amount}"
    return f"{lead}{said}"


def _is_outranked(figures: Sequence[FigureView]) -> bool:
    """Whether a sentence of them speaks of a second or third place, so that the first may stand elsewhere."""
    return len(figures) > 2 and any(f.sentence and _LOWER_PLACE.search(f.sentence.text) for f in figures[:1])


def _about(figures: Sequence[FigureView]) -> str:
    """What the figures measure and when, as far as their sentences say it; else what they count."""
    first = figures[0]
    counted = plural(first.unit) if first.kind == "count" else ""
    when = wording.in_period(first.time_start, first.time_end)
    measured = wording.shortened(_measured(figures) or counted, 70)
    return wording.sentence(" ".join(part for part in (measured, when) if part))


def _measured(figures: Sequence[FigureView]) -> str:
    """What they measure in words of their sentences, without the names that the chart tells apart; "" where nothing is
    left of it, or it was read unsurely."""
    is_measured = all(figure.measured for figure in figures) and any(figure.indicator_read for figure in figures)
    indicator = figures[0].measured if is_measured else ""
    for name in sorted({figure.named for figure in figures}, key=len, reverse=True):
        around = rf"(?:\b(?:in|of|for|by|from|at|to)\s+)?(?:\bthe\s+)?(?<!\w){re.escape(name)}(?:['’]s?)?(?!\w)"
        indicator = re.sub(around, " ", indicator, flags=re.IGNORECASE)
    words = " ".join(indicator.split()).strip(" ,;:–")
    is_broken = _CUT_WORD.search(words) or words.partition(" ")[0].casefold() in function_words()
    return "" if is_broken else words


def _lowest(figure: FigureView) -> float:
    if figure.qualifier == "at_most":
        return float("-inf")
    return figure.value - (_APPROXIMATION * abs(figure.value) if figure.qualifier == "approx" else 0.0)


def _highest(figure: FigureView) -> float:
    high = figure.value if figure.value_high is None else figure.value_high
    if figure.qualifier == "at_least":
        return float("inf")
    return high + (_APPROXIMATION * abs(high) if figure.qualifier == "approx" else 0.0)


def _description(bars: Sequence[ChartBar]) -> str:
    first = bars[0].figure
    read = f"Bars from zero, unit {first.unit}, largest first."
    qualifiers = {bar.figure.qualifier for bar in bars}
    if "at_least" in qualifiers:
        read += " An arrow to the right marks a value that the source gives as a minimum."
    if "at_most" in qualifiers:
        read += " A hollow bar with an arrow to the left marks a maximum."
    if "approx" in qualifiers:
        read += " A dashed end marks an approximate value."
    period = f" Period: {first.period}." if first.period else " No period was read."
    values = "; ".join(f"{bar.name}: {bar.figure.words}" for bar in bars)
    return f"{read}{period} {values}."
