"""The sources: a card each, with what is known of it, what it cites, how it opens, and whose origin it may share.

What belongs here: what a reader needs to weigh a source. What does not: who depends on whom (`corpus` finds that).
"""

from dataclasses import dataclass
from typing import Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.library import Library, Quote, Source

MOST_SOURCES: Final = 250
MOST_CARDS: Final = 24
_MOST_CITED: Final = 8
_MOST_RELATED: Final = 4
_LEAST_WORDS: Final = 6
_HOW_DATED: Final = {
    "sources": "as provided",
    "metadata": "from the file",
    "text": "read from the text",
}


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source with its first sentence, what was found in it, whom it cites, and which others may share its origin."""

    source: Source
    dated: str
    opening: Quote | None
    figure_count: int
    cites: tuple[str, ...]
    furniture: int
    same_origin: tuple[Source, ...]
    repeats: Source | None
    others_of_origin: int


def view_sources(sentences: pl.DataFrame, facts: pl.DataFrame, library: Library) -> tuple[SourceCard, ...]:
    """A card for each source, as many as the page has room for. `facts` are the rows of figures that state some."""
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
                dated=_dated(source),
                opening=_opening(source, library) if len(library.sources) <= MOST_CARDS else None,
                figure_count=counts.get(source.doc_id, 0),
                cites=tuple(cited.get(source.doc_id, {}))[:_MOST_CITED],
                furniture=furniture.get(source.doc_id, 0),
                same_origin=tuple(others[:_MOST_RELATED]),
                repeats=library.by_id.get(source.derived_from) if source.derived_from else None,
                others_of_origin=max(0, len(others) - _MOST_RELATED),
            )
        )
    return tuple(cards)


def _opening(source: Source, library: Library) -> Quote | None:
    """The first sentence of running text that states something."""
    for sentence in library.sentences.of(source.doc_id):
        told = sentence.states_a_fact and sentence.kind in ("paragraph", "list_item")
        if told and wording.word_count(sentence.text) >= _LEAST_WORDS:
            return library.quote(source.doc_id, sentence.start, sentence.end)
    return None


def _dated(source: Source) -> str:
    if source.published_on is None:
        return "no date known"
    how = _HOW_DATED.get(source.published_on_source or "")
    return f"{wording.day(source.published_on)}{f' ({how})' if how else ''}"


def origins(library: Library) -> str:
    """How many independent groups the documents form."""
    groups = len({source.source_group for source in library.sources})
    documents = wording.sentence(wording.count(len(library.sources), "document"))
    if len(library.sources) == 1:
        return "One document."
    if groups == len(library.sources):
        return f"{documents}; no two were found to share an origin."
    return f"{documents} in {wording.count(groups, 'independent group')}; those that may share an origin count as one."
