"""What the briefing says, section by section, with no HTML in it.

What belongs here: putting the sections together and the ways back from the evidence. What does not: the sections
themselves (a module each) and their looks (`page`, `templates/`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import polars as pl

from tidybrief import schemas, vocabulary
from tidybrief.briefing import wording
from tidybrief.briefing.actors import Actors, numbered_mentions, view_actors, widest_named, without_times
from tidybrief.briefing.agreements import Point, how_many, speak_together, view_points
from tidybrief.briefing.analyst import Judged, view_judgements
from tidybrief.briefing.changes import Changes, view_changes
from tidybrief.briefing.coverage import MOST_ROWS, Matrix, view_coverage
from tidybrief.briefing.derived import DerivedView, view_derived
from tidybrief.briefing.evidence import AllRows
from tidybrief.briefing.figure_table import Figures
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.gaps import Gap, find_gaps
from tidybrief.briefing.gists import Gists
from tidybrief.briefing.key_figures import KeyFigures, choose_key_figures
from tidybrief.briefing.library import TABLE_CONTEXT, Library, Quote
from tidybrief.briefing.naming import NO_TITLE, Names, title_of
from tidybrief.briefing.past import Past
from tidybrief.briefing.quality import Quality, judge_quality
from tidybrief.briefing.relations import Relations
from tidybrief.briefing.sentences import digest
from tidybrief.briefing.sources import MOST_SOURCES, SourceCard, view_sources, what_is_known
from tidybrief.briefing.statements import MOST_ITEMS, Item, bottom_line
from tidybrief.briefing.subjects import MOST_DOCUMENTS, Subject, find_subjects
from tidybrief.briefing.support import PUBLISHERS_UNKNOWN, SUPPORT_WORDS
from tidybrief.briefing.timeline import Timeline, view_timeline
from tidybrief.engines.known_rows import KnownRows
from tidybrief.validation import Check

MOST_FIGURES: Final = 500
MOST_POINTS: Final = 40
MOST_OPEN_POINTS: Final = 6
MOST_FOLDED: Final = 60


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of the table of all figures."""

    figure: FigureView
    quote: Quote


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Content:
    """Everything the page says."""

    title: str
    version: str
    library: Library
    lede: str
    as_of: str
    citation: str
    bottom_line: tuple[Item, ...]
    caution: str
    changes: Changes
    key_figures: KeyFigures
    derived: tuple[DerivedView, ...]
    points: Mapping[str, tuple[Point, ...]]
    point_counts: Mapping[str, int]
    compared: str
    timeline: Timeline
    actors: Actors
    names: Names
    coverage: Matrix | None
    gaps: tuple[Gap, ...]
    judged: Judged
    gists: tuple[tuple[str, tuple[SourceCard, ...]], ...]
    cards: tuple[SourceCard, ...]
    what_is_known: str
    figures: tuple[FigureRow, ...]
    figure_count: int
    imagined: tuple[FigureRow, ...]
    imagined_count: int
    facts_of: Callable[[str], tuple[FigureView, ...]]
    quality: Quality
    rows: AllRows
    targets: Mapping[str, str]
    description: Mapping[str, Any]


def compose(
    tables: Mapping[str, pl.DataFrame],
    *,
    title: str,
    checks: Sequence[Check],
    version: str,
    past: Past,
    known: KnownRows | None = None,
) -> Content:
    """The content of the briefing. Same tables, title, checks, version and past, same content; `known` has what earlier
    runs worked out from single rows."""
    library = Library(tables)
    figures = Figures(tables, library)
    points = view_points(tables, figures, library)
    relations = Relations(tables, library)
    by_verdict = _by_verdict(points)
    timeline = view_timeline(tables["dates"], library, known)
    mentions = numbered_mentions(tables["mentions"])
    named = {**tables, "entities": without_times(tables)}
    actors = view_actors(named, mentions, relations, library)
    shown = sorted(
        islice(figures.heaviest(figures.facts), MOST_FIGURES), key=lambda f: (f.source.number, f.is_minor, f.start)
    )
    no_facts = figures.frame.filter(~pl.col("is_fact"))
    imagined = tuple(figures.views(no_facts.head(MOST_FOLDED)))
    rows = tuple(FigureRow(figure, figure.quote(library, TABLE_CONTEXT)) for figure in shown)
    names = Names(_in_sentences(actors, relations), mentions, library)
    gists = Gists(tables["mentions"], figures.facts, library)
    subjects = find_subjects((*actors.told, *actors.listed), library)
    opening = bottom_line(points, figures, relations, names=names, gists=gists, subjects=subjects, library=library)
    is_given = title != NO_TITLE
    if not is_given:
        title = title_of(library, widest_named(actors), names)
    as_of = f"as of {wording.day(library.as_of)}" if library.as_of else "sources undated"
    cards = view_sources(tables["sentences"], figures.facts, gists, library)
    return Content(
        title=title,
        version=version,
        library=library,
        lede=_lede(library) + ("" if is_given else _on_subjects(subjects)),
        as_of=as_of,
        citation=_citation(title, library, version),
        bottom_line=opening,
        caution=_caution(figures.facts, points, library),
        changes=view_changes(
            tables["changes"],
            past,
            tables=tables,
            figures=figures,
            points=points,
            actors=actors,
            library=library,
        ),
        key_figures=choose_key_figures(figures, opening, points, subjects, library),
        derived=view_derived(tables["derived_figures"], figures, library),
        points=by_verdict,
        point_counts={verdict: sum(p.verdict == verdict for p in points) for verdict in vocabulary.VERDICTS},
        compared=how_many(points),
        timeline=timeline,
        actors=actors,
        names=names,
        coverage=view_coverage(tables["mentions"], actors, library, names),
        gaps=find_gaps(tables, figures=figures, points=points, timeline=timeline, library=library),
        judged=view_judgements(tables, points, _ids(by_verdict), actors, library),
        gists=tuple(_by_subject(cards, subjects)),
        cards=cards,
        what_is_known=what_is_known(library, points),
        figures=rows,
        figure_count=figures.facts.height,
        imagined=tuple(FigureRow(figure, figure.quote(library, TABLE_CONTEXT)) for figure in imagined),
        imagined_count=no_facts.height,
        facts_of=figures.facts_of,
        quality=judge_quality(tables, checks),
        rows=AllRows(tables, mentions, library),
        targets=_targets(shown, imagined, timeline, actors),
        description=_description(title, version, library),
    )


def _by_subject(
    cards: Sequence[SourceCard], subjects: Sequence[Subject]
) -> Iterator[tuple[str, tuple[SourceCard, ...]]]:
    """Of a few documents what each says, those on one subject together under its words, the others behind them; nothing
    of one document, of many, or where no sentence tells what they are about."""
    if not 1 < len(cards) <= MOST_DOCUMENTS or not any(card.gist for card in cards):
        return
    shared = {subject.words: {source.doc_id for source in subject.sources} for subject in subjects if subject.words}
    for words, doc_ids in shared.items():
        yield words, tuple(card for card in cards if card.source.doc_id in doc_ids)
    placed = frozenset().union(*shared.values())
    yield "", tuple(card for card in cards if card.source.doc_id not in placed)


def _in_sentences(actors: Actors, relations: Relations) -> dict[str, str]:
    """The names that the page puts into sentences of its own, by the ids of their entities."""
    told = [one for actor in actors.told for one in actor.statements]
    told += map(relations.tell, relations.triples[:MOST_ITEMS])
    objects = {one.object_id: one.object for one in told if one.object_id}
    return objects | {actor.entity_id: actor.name for actor in widest_named(actors)[:MOST_ROWS]}


def _by_verdict(points: Sequence[Point]) -> dict[str, tuple[Point, ...]]:
    return {
        verdict: tuple(point for point in points if point.verdict == verdict)[:MOST_POINTS]
        for verdict in vocabulary.VERDICTS
    }


def _ids(points: Mapping[str, Sequence[Point]]) -> frozenset[str]:
    return frozenset(point.comparison_id for alike in points.values() for point in alike)


def _targets(
    figures: Sequence[FigureView], imagined: Sequence[FigureView], timeline: Timeline, actors: Actors
) -> dict[str, str]:
    """Where the way back from each mark leads: to a row that stands on the page."""
    targets = {figure.figure_id: f"#{figure.row_anchor}" for figure in (*figures, *imagined)}
    for moment in timeline.moments:
        targets |= dict.fromkeys(moment.row_ids, f"#{moment.anchor}")
    for actor in (*actors.told, *actors.listed):
        targets[actor.anchor] = f"#{actor.anchor}"
    for actor in actors.told:
        for statement in actor.statements:
            targets.update((row_id, f"#r-{statement.relation_id}") for row_id in statement.row_ids)
    return targets


def _lede(library: Library) -> str:
    """What was read, in a sentence or two."""
    if not library.sources:
        return "No document could be read."
    read = f"{wording.digits(len(library.sources), 'document')}, {wording.digits(library.words, 'word')}"
    dated = [source.published_on for source in library.sources if source.published_on]
    if not dated:
        return f"{read}, {'undated' if len(library.sources) == 1 else 'all undated'}."
    first, last = min(dated), max(dated)
    when = f"on {wording.day(first)}" if first == last else f"from {wording.day(first)} to {wording.day(last)}"
    undated = len(library.sources) - len(dated)
    rest = f"; {wording.number(undated)} undated" if undated else ""
    return f"{read}, published {when}{rest}."


def _on_subjects(subjects: Sequence[Subject]) -> str:
    """How many of the documents are on one thing, in the words that they share."""
    shared = [(wording.count(len(one.sources), "document"), one.words) for one in subjects if one.words]
    told = [f"{number.partition(' ')[0]} on “{wording.shortened(words, 60)}”" for number, words in shared[:2]]
    return f" Among them {wording.joined(told)}." if told else ""


def _caution(facts: pl.DataFrame, points: Sequence[Point], library: Library) -> str:
    """How many of the documents speak on one point and how many of the figures somebody else confirms or disputes, and
    how far that may be trusted."""
    if len(library.sources) < 2:
        return ""
    told = [_overlap(points, library)]
    counts = Counter(facts["support"])
    amount = facts.height
    if amount and counts["single_source"] == amount:
        none = f"None of the {wording.digits(amount, 'figure')} has a" if amount > 1 else "The one figure has no"
        told.append(f"{none} second source.")
    elif amount:
        words = [f"{wording.number(counts[key])} {word}" for key, word in SUPPORT_WORDS.items() if counts[key]]
        told.append(f"Of {wording.digits(amount, 'figure')}: {wording.joined(words)}.")
    doubtful = [point for point in points if PUBLISHERS_UNKNOWN in point.support.flags]
    if any(point.support.key == "corroborated" for point in doubtful):
        unknown = (
            "No publisher is known" if not any(s.publisher for s in library.sources) else "Some publishers are unknown"
        )
        told.append(f"{unknown}, so “corroborated” means no more than that no shared origin was found.")
    return " ".join(filter(None, told))


def _overlap(points: Sequence[Point], library: Library) -> str:
    """How many documents speak on a point on which another does, places of names apart; "" where there are two."""
    together = speak_together(points)
    if len(library.sources) < 3 or len(together) == 1:
        return ""
    if not together:
        return "No two documents were found to speak on the same point."
    told = wording.digits(len(library.sources), "document")
    if len(together) == len(library.sources):
        return f"Each of the {told} has a point in common with another."
    number = wording.count(len(together), "document").partition(" ")[0]
    only = "Only " if 2 * len(together) < len(library.sources) else ""
    return f"{wording.sentence(f'{only}{number}')} of the {told} have a point in common with another."


def _corpus_digest(library: Library) -> str:
    return digest(*(part for source in library.sources for part in (source.doc_id, source.sha256)))[:12]


def _citation(title: str, library: Library, version: str) -> str:
    as_of = f"as of {wording.day(library.as_of)}" if library.as_of else "undated"
    documents = wording.digits(len(library.sources), "document")
    return f"“{title}”. Briefing from {documents}, {as_of}; corpus {_corpus_digest(library)}; tidybrief {version}."


def _description(title: str, version: str, library: Library) -> dict[str, Any]:
    """The `schema.org/Dataset` description of the publication."""
    documents = wording.digits(len(library.sources), "document")
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title,
        "description": f"Names, figures, dates and relations extracted from {documents}, "
        "each grounded in the words of its source.",
        "identifier": _corpus_digest(library),
        "version": schemas.SCHEMA_VERSION,
        "creator": {"@type": "SoftwareApplication", "name": "tidybrief", "softwareVersion": version},
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "name": source.title,
                "identifier": source.doc_id,
                **({"url": source.url} if source.url else {}),
                **({"license": source.licence} if source.licence else {}),
                **({"datePublished": source.published_on.isoformat()} if source.published_on else {}),
            }
            for source in library.sources[:MOST_SOURCES]
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": table,
                "contentUrl": f"{table}.parquet",
                "encodingFormat": "application/vnd.apache.parquet",
            }
            for table in schemas.TABLES
        ],
    }
    if library.as_of:
        described["dateModified"] = library.as_of.isoformat()
    return described
