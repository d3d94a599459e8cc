"""What each evidence page is made from, as one digest: equal digests, equal pages.

What belongs here: everything that decides a page beside the program itself: the rows of its document, and what the
briefing says of them. How a page is made stands in `evidence` and `page`.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import polars as pl

from tidybrief.briefing.actors import entity_anchor
from tidybrief.briefing.content import Content
from tidybrief.briefing.library import Source
from tidybrief.briefing.support import support_by_row

_SEEDS: Final = (1, 2)
"""Polars hashes a row to 64 bits; two of them are more than a collision will ever meet."""


def page_digests(content: Content, tables: Mapping[str, pl.DataFrame]) -> dict[str, str]:
    """The digest of what each evidence page is made from, by file name, for the documents that have one."""
    sources = [source for source in content.library.sources if source.text_file]
    parts: dict[str, list[bytes]] = {source.doc_id: [_of_source(source, content)] for source in sources}
    for frame in _rows(content, tables) if sources else ():
        for doc_id, rows in _by_document(frame):
            if doc_id in parts:
                parts[doc_id].append(rows)
    return {str(source.text_file): _digest(parts[source.doc_id]) for source in sources}


def _of_source(source: Source, content: Content) -> bytes:
    """What a page says of its document beside the rows, and the sentences that a quote links to."""
    sentences = content.library.sentences(source.doc_id)
    linked = [sentence.mark for sentence in sentences if sentence.mark in content.library.linked]
    return repr((content.version, source.label, source.text_anchor, linked)).encode()


def _rows(content: Content, tables: Mapping[str, pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """The rows of each table that a page shows, with the way back to the briefing of each."""
    yield tables["documents"].select("doc_id", "title", "published_on", "language", "text")
    yield tables["sentences"]
    names = (
        tables["entities"]
        .select("entity_id", shown="name")
        .with_columns(href=_looked_up(map(entity_anchor, tables["entities"]["entity_id"]), content.targets))
    )
    yield tables["mentions"].join(names, on="entity_id", how="left", maintain_order="left")
    figures = tables["figures"]
    support = _looked_up(figures["figure_id"], support_by_row(tables["comparisons"]))
    yield figures.with_columns(href=_looked_up(figures["figure_id"], content.targets), support=support)
    for name, key in (("dates", "date_id"), ("relations", "relation_id")):
        yield tables[name].with_columns(href=_looked_up(tables[name][key], content.targets))


def _looked_up(keys: Iterable[str], known: Mapping[str, str]) -> pl.Series:
    return pl.Series([known.get(key) for key in keys], dtype=pl.String)


def _by_document(frame: pl.DataFrame) -> Iterator[tuple[str, bytes]]:
    """Each document with the hashes of its rows, in their order."""
    hashed = pl.DataFrame(
        {"doc_id": frame["doc_id"], **{str(seed): frame.hash_rows(seed=seed) for seed in _SEEDS}}
    ).with_row_index("place")
    told = hashed.group_by("doc_id").agg(pl.col("place", *map(str, _SEEDS)).sort_by("place"))
    for doc_id, *hashes in told.drop("place").iter_rows():
        yield doc_id, repr(hashes).encode()


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()
