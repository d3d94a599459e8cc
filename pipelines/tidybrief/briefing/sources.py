"""The sources: a card each, with what is known of it, what it says in a sentence, what it cites, and which others may
share its origin.

What belongs here: what a reader needs to weigh a source. What does not: who depends on whom (`corpus` finds that).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.agreements import Point
from tidybrief.briefing.gists import Gist, Gists
from tidybrief.briefing.library import Library, Source

MOST_SOURCES: Final = 250
MOST_CARDS: Final = 24
_MOST_CITED: Final = 8
_MOST_RELATED: Final = 4
_HOW_DATED: Final = {
    "sources": "as provided",
    "metadata": "from the file",
    "text": "read from the text",
}
_ALL_DATED: Final = {
    "sources": "Their dates of publication were provided.",
    "metadata": "Their dates of publication are those of the files.",
    "text": "Their dates of publication were read from the texts.",
}


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source with the sentence that tells most of it, what was found in it, whom it cites, and which others may share
    its origin. `publisher` and `dated` are "" where one sentence says the same of all sources; `gist` is None where it
    states nothing, and where there are too many for cards."""

    source: Source
    publisher: str
    dated: str
    gist: Gist | None
    figure_count: int
    cites: tuple[str, ...]
    furniture: int
    same_origin: tuple[Source, ...]
    repeats: Source | None
    others_of_origin: int


def view_sources(
    sentences: pl.DataFrame, facts: pl.DataFrame, gists: Gists, library: Library
) -> tuple[SourceCard, ...]:
    """A card for each source, as many as the page has room for. `facts` are the rows of figures that state some."""
    is_told = len(library.sources) <= MOST_CARDS
    names_publishers = len(library.sources) == 1 or len({source.publisher for source in library.sources}) > 1
    all_dated_alike = _all_dated(library) != ""
    furniture = dict(sentences.filter(pl.col("kind") == "boilerplate").group_by("doc_id").len().iter_rows())
    cited: dict[str, dict[str, None]] = {}
    counts = dict(facts.group_by("doc_id").len().iter_rows())
    shown = [source.doc_id for source in library.sources[:MOST_SOURCES]]
    for doc_id, name in facts.filter(pl.col("doc_id").is_in(shown)).select("doc_id", "attributed_to").iter_rows():
        if name:
            cited.setdefault(doc_id, {})[wording.shortened(name, 60)] = None
    groups: dict[str, list[Source]] = {}
    for source in library.sources:
        groups.setdefault(source.source_group, []).append(source)
    cards = []
    for source in library.sources[:MOST_SOURCES]:
        others = [other for other in groups[source.source_group] if other.doc_id != source.doc_id]
        cards.append(
            SourceCard(
                source=source,
                publisher=(source.publisher or "not stated") if names_publishers else "",
                dated=_dated(source, all_dated_alike=all_dated_alike),
                gist=gists.of(source) if is_told else None,
                figure_count=counts.get(source.doc_id, 0),
                cites=tuple(cited.get(source.doc_id, {}))[:_MOST_CITED],
                furniture=furniture.get(source.doc_id, 0),
                same_origin=tuple(others[:_MOST_RELATED]),
                repeats=library.by_id.get(source.derived_from) if source.derived_from else None,
                others_of_origin=max(0, len(others) - _MOST_RELATED),
            )
        )
    return tuple(cards)


def _dated(source: Source, *, all_dated_alike: bool) -> str:
    if source.published_on is None:
        return "" if all_dated_alike else "no date known"
    how = "" if all_dated_alike else _HOW_DATED.get(source.published_on_source or "", "")
    return f"{wording.day(source.published_on)}{f' ({how})' if how else ''}"


def _all_dated(library: Library) -> str:
    """How the documents are dated, if all in one way; "" for one document and where they differ."""
    ways = {source.published_on_source if source.published_on else "" for source in library.sources}
    if len(ways) != 1 or len(library.sources) < 2:
        return ""
    way = ways.pop()
    return _ALL_DATED.get(way or "", "" if way else "None is dated.")


def what_is_known(library: Library, points: Sequence[Point]) -> str:
    """How many independent groups the documents form, and what is unknown or known of all of them alike."""
    if len(library.sources) == 1:
        return "One document."
    said = [_origins(library)]
    if any(point.counts_documents_as_one for point in points):
        said.append("On some points, documents of one publisher or one series count as one source all the same.")
    return " ".join(filter(None, (*said, _all_published(library), _all_dated(library))))


def _all_published(library: Library) -> str:
    """Who publishes the documents, if all the same or nobody that is known; "" where they differ."""
    publishers = {source.publisher for source in library.sources}
    if len(publishers) != 1:
        return ""
    publisher = publishers.pop()
    if publisher:
        return f"Their publisher is {wording.shortened(publisher, 80)}."
    return f"{'Neither' if len(library.sources) == 2 else 'None'} of them states its publisher."


def _origins(library: Library) -> str:
    groups = len({source.source_group for source in library.sources})
    documents = wording.sentence(wording.count(len(library.sources), "document"))
    if groups == len(library.sources):
        return f"{documents}; no two were found to repeat or retell the same text."
    return f"{documents} in {wording.count(groups, 'independent group')}; those that may share an origin count as one."
