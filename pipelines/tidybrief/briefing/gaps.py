"""What the sources do not tell: gaps that can be counted, each with where to look.

What belongs here: rules that find what is missing. What does not: guesses about what the world holds beyond the texts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.agreements import Point, speak_together
from tidybrief.briefing.figure_table import Figures
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.library import Library, Source
from tidybrief.briefing.readings import UNSURE_READING
from tidybrief.briefing.timeline import Timeline

MOST_NAMED: Final = 6
_AROUND: Final = 36
"""Characters of a source before and behind a number."""
_NO_PERIOD: Final = pl.all_horizontal(pl.col("time_start", "time_end").is_null())
_NO_SUBJECT: Final = (pl.col("subject").fill_null("") == "") | (pl.col("subject_confidence") < UNSURE_READING)


@dataclass(frozen=True, slots=True)
class Named:
    """One thing that a gap concerns, and where it stands."""

    text: str
    href: str | None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing: a sentence, the first few cases, how many more there are, and where these stand."""

    title: str
    sentence: str
    named: tuple[Named, ...] = ()
    more: int = 0
    rest: str = ""


def find_gaps(
    tables: Mapping[str, pl.DataFrame],
    *,
    figures: Figures,
    points: Sequence[Point],
    timeline: Timeline,
    library: Library,
) -> tuple[Gap, ...]:
    """The gaps that the rows show; empty only where the rules find none."""
    gaps = (
        _undated(library),
        _unnamed(library),
        _one_group(library),
        _disputed(points),
        _single_source(figures.facts, library),
        _alone(points, library),
        _without("period", "No period was read for {}.", _NO_PERIOD, figures),
        _without("subject", "Whom or what they are about could not be read surely for {}.", _NO_SUBJECT, figures),
        _unresolved(timeline),
        _unread(tables["rejects"]),
    )
    return tuple(gap for gap in gaps if gap is not None)


def _gap(title: str, sentence: str, named: Sequence[Named], rest: str) -> Gap:
    return Gap(title, sentence, tuple(named[:MOST_NAMED]), max(0, len(named) - MOST_NAMED), rest)


def _undated(library: Library) -> Gap | None:
    undated = [source for source in library.sources if source.published_on is None]
    if not undated:
        return None
    one, all_of_them = len(undated) == 1, len(undated) == len(library.sources)
    number = wording.sentence(wording.count(len(undated), "document"))
    every = "The document bears" if one else f"{_all(len(undated))} bear"
    some = f"{number} of {wording.number(len(library.sources))} {'bears' if one else 'bear'}"
    lead, them = every if all_of_them else some, "it" if one else "them"
    sentence = f"{lead} no date of publication, so “last month” or “this year” in {them} cannot be resolved."
    return _gap("Undated documents", sentence, _some(undated, library), "#sources")


def _all(documents: int) -> str:
    return "Both documents" if documents == 2 else f"All {wording.digits(documents, 'document')}"


def _unnamed(library: Library) -> Gap | None:
    unnamed = [source for source in library.sources if not source.names_who_speaks]
    if not unnamed:
        return None
    which = (
        "the document"
        if len(library.sources) == 1
        else "either document"
        if len(unnamed) == len(library.sources) == 2
        else f"any of the {wording.digits(len(unnamed), 'document')}"
        if len(unnamed) == len(library.sources)
        else f"{wording.count(len(unnamed), 'document')} of {wording.number(len(library.sources))}"
    )
    sentence = f"Neither publisher nor author is known of {which}; a file sources.toml beside them can state both."
    return _gap("Publisher unknown", sentence, _some(unnamed, library), "#sources")


def _some(sources: Sequence[Source], library: Library) -> list[Named]:
    """The documents, none where they are all there are."""
    return [Named(source.name, source.href) for source in sources] if len(sources) < len(library.sources) else []


def _one_group(library: Library) -> Gap | None:
    groups = {source.source_group for source in library.sources}
    if len(groups) != 1 or not library.sources:
        return None
    why = "there is one document only" if len(library.sources) == 1 else "all documents may share one origin"
    return Gap("No second source", f"Nothing here can be corroborated: {why}.")


def _disputed(points: Sequence[Point]) -> Gap | None:
    open_points = [point for point in points if point.verdict == "conflict"]
    if not open_points:
        return None
    verb = "is" if len(open_points) == 1 else "are"
    number = wording.sentence(wording.count(len(open_points), "conflict"))
    sentence = f"{number} between sources {verb} open; nothing in the documents settles which value holds."
    named = [Named(p.topic, f"#{p.comparison_id}") for p in open_points]
    return _gap("Unsettled conflicts", sentence, named, "comparisons.parquet")


def _single_source(facts: pl.DataFrame, library: Library) -> Gap | None:
    single = facts.filter(pl.col("support") == "single_source").height
    if not single or len(library.sources) < 2:
        return None
    verb = "rests" if single == 1 else "rest"
    return Gap(
        "Figures of one source only",
        f"{wording.sentence(_share(single, facts.height))} {verb} on a single source.",
    )


def _without(what: str, sentence: str, is_case: pl.Expr, figures: Figures) -> Gap | None:
    cases = figures.facts.filter(is_case)
    if cases.is_empty():
        return None
    heaviest = figures.ranked(cases, lambda figure: (-figure.weight, figure.figure_id))
    named = [_figure(figure) for figure in islice(heaviest, MOST_NAMED)]
    told = sentence.format(_share(cases.height, figures.facts.height))
    return Gap(f"Figures without a {what}", told, tuple(named), max(0, cases.height - len(named)), "#figures")


def _figure(figure: FigureView) -> Named:
    """The figure in the words around it."""
    text, sentence = figure.source.text, figure.sentence
    first, last = (sentence.start, sentence.end) if sentence else (figure.start, figure.end)
    low, high = max(first, figure.start - _AROUND), min(last, figure.end + _AROUND)
    before = text[low : figure.start].partition(" ")[2] if low > first else text[low : figure.start]
    after = text[figure.end : high].rpartition(" ")[0] if high < last else text[figure.end : high]
    words = (
        f"{'… ' if low > first else ''}{before}{text[figure.start : figure.end]}{after}{' …' if high < last else ''}"
    )
    return Named(words, figure.href, quoted=True)


def _share(cases: int, all_of_them: int) -> str:
    """How many of the figures: "3 of 5 figures", "all 5 figures", "the one figure"."""
    if cases < all_of_them:
        return f"{wording.number(cases)} of {wording.digits(all_of_them, 'figure')}"
    return f"all {wording.digits(cases, 'figure')}" if cases > 1 else "the one figure"


def _unresolved(timeline: Timeline) -> Gap | None:
    if not timeline.unresolved.count:
        return None
    number = wording.sentence(wording.count(timeline.unresolved.count, "time expression"))
    sentence = f"{number} could not be placed in the calendar."
    named = [Named(quote.words, quote.href, quoted=True) for quote in timeline.unresolved.quotes]
    return Gap(
        "Unresolved dates",
        sentence,
        tuple(named[:MOST_NAMED]),
        max(0, timeline.unresolved.count - MOST_NAMED),
        "dates.parquet",
    )


def _alone(points: Sequence[Point], library: Library) -> Gap | None:
    """The documents that no other confirms or contradicts on any point, where some do."""
    together = speak_together(points)
    alone = [source for source in library.sources if source.doc_id not in together]
    if not alone or not together:
        return None
    number = wording.count(len(alone), "document").partition(" ")[0]
    verb, them = ("has", "it") if len(alone) == 1 else ("have", "them")
    sentence = (
        f"{wording.sentence(number)} of {wording.digits(len(library.sources), 'document')} {verb} no point in "
        f"common with another, so nothing here confirms or contradicts {them}."
    )
    return _gap("Documents that stand alone", sentence, _some(alone, library), "#sources")


def _unread(rejects: pl.DataFrame) -> Gap | None:
    inputs = rejects.filter(pl.col("stage").is_in(["reading", "extraction"]))
    if inputs.is_empty():
        return None
    names = sorted(set(inputs["doc_id"].to_list()))
    number = wording.sentence(wording.count(len(names), "input"))
    sentence = f"{number} could not be used; what {'it says' if len(names) == 1 else 'they say'} is missing here."
    return _gap("Unread input", sentence, [Named(name, "#rejects") for name in names], "#rejects")
