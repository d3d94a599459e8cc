"""From tables of single documents to tables of a corpus.

What belongs here: the step that puts the corpus-wide entities in the place of each document's own, wherever a
table refers to one, and says which documents may share an origin.
"""

from collections.abc import Mapping
from typing import Final

import polars as pl

from tidybrief.corpus.document_pairs import document_pairs
from tidybrief.corpus.entities import Linked, link_entities
from tidybrief.corpus.known_names import with_known_subjects
from tidybrief.corpus.origin import find_pairs, with_origin
from tidybrief.lexicon import Lexicon, load_lexicon

ENTITY_REFERENCES: Final[Mapping[str, Mapping[str, str | None]]] = {
    "mentions": {"entity_id": None},
    "figures": {"subject_id": "subject", "attributed_to_id": "attributed_to"},
    "relations": {"subject_id": None, "object_id": "object", "attributed_to_id": "attributed_to"},
}
"""The columns of each table that hold an entity's id, and beside each the column that holds its name."""


def link(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon | None = None) -> dict[str, pl.DataFrame]:
    """The tables that extraction fills, with entities across documents.

    Takes what `engines.extract_all` returns. `entities` comes back with one row per real-world thing, every
    reference to an entity points to it and carries its canonical name, and two tables say which documents may share
    an origin: `document_pairs` has the reasons, `documents` what follows from them.
    """
    linked = link_entities(tables["entities"])
    remapped = {
        name: with_moved_ids(frame, ENTITY_REFERENCES.get(name, {}), linked)
        for name, frame in tables.items()
        if name != "signatures"
    }
    remapped["entities"] = linked.entities
    remapped["figures"] = with_known_subjects(remapped["figures"], remapped)
    pairs = find_pairs(remapped, tables["signatures"], lexicon or load_lexicon())
    remapped["documents"] = with_origin(tables["documents"], pairs)
    remapped["document_pairs"] = document_pairs(pairs, remapped)
    return remapped


def with_moved_ids(frame: pl.DataFrame, references: Mapping[str, str | None], linked: Linked) -> pl.DataFrame:
    """The frame with the ids that moved replaced in these columns of `ENTITY_REFERENCES`, and the names beside them."""
    if not linked.moved:
        return frame
    names = {old: linked.names[new] for old, new in linked.moved.items()}
    return frame.with_columns(
        *(
            pl.when(pl.col(identity).is_in(list(names)))
            .then(pl.col(identity).replace_strict(names, default=None))
            .otherwise(pl.col(name))
            .alias(name)
            for identity, name in references.items()
            if name is not None
        ),
        *(pl.col(identity).replace(linked.moved) for identity in references),
    )
