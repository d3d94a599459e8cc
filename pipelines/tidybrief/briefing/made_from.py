"""What each evidence page is made from, as one digest: equal digests, equal pages.

What belongs here: everything that decides a page beside the program itself: the rows of its document, and what the
briefing says of them. How a page is made stands in `evidence` and `page`.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import polars as pl

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
    linked = sorted(content.library.linked.get(source.doc_id, ()))
    return repr((content.version, source.label, source.text_anchor, linked)).encode()


def _rows(content: Content, tables: Mapping[str, pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """The rows of each table that a page shows, with the way back to the briefing of each."""
    yield tables["documents"].select("doc_id", "title", "published_on", "language", "text")
    yield tables["sentences"].drop("text")  # the characters from its start to its end
    names = tables["entities"].select("entity_id", shown="name")
    entities = {actor.entity_id: actor.anchor for actor in (*content.actors.told, *content.actors.listed)}
    back = _looked_up("entity_id", {entity_id: content.targets[anchor] for entity_id, anchor in entities.items()})
    yield _with(_with(tables["mentions"], names), back)
    support = _looked_up("figure_id", support_by_row(tables["comparisons"]), "support")
    for name, key in (("figures", "figure_id"), ("dates", "date_id"), ("relations", "relation_id")):
        rows = _with(tables[name], _looked_up(key, content.targets))
        yield _with(rows, support) if name == "figures" else rows


def _looked_up(key: str, known: Mapping[str, str], value: str = "href") -> pl.DataFrame:
    return pl.DataFrame({key: known.keys(), value: known.values()}, schema={key: pl.String, value: pl.String})


def _with(rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """The rows with what is known of them, in their order."""
    return rows.join(known, on=known.columns[0], how="left", maintain_order="left")


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
