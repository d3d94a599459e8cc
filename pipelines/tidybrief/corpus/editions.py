"""What a publication says, apart from where it says it.

What belongs here: documents, figures, entities, relations and conflicts of one publication in a form in which two
publications can be held against each other. How they differ is found in `changes`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import polars as pl

from tidybrief.corpus.keys import with_key
from tidybrief.corpus.measured import period_in_words, value_in_words
from tidybrief.corpus.points import listed
from tidybrief.corpus.words import content_words
from tidybrief.lexicon import Lexicon

NEEDED: Final = ("documents", "entities", "mentions", "figures", "relations", "comparisons")
PROVENANCE: Final = ("title", "author", "publisher", "published_on", "url")
_UNCERTAIN: Final = ("forecast", "hypothetical")


@dataclass(frozen=True, slots=True)
class Edition:
    """One publication: its tables, and its method and settings as text, by name."""

    tables: Mapping[str, pl.DataFrame]
    method: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_readable(self) -> bool:
        """Whether it has the tables that are compared; a publication of an early version may lack one."""
        return all(name in self.tables for name in NEEDED)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a publication says.

    Things with the same `about` are on the same point, those with the same `state` too say the same. `words` and
    `loosely` recognise a figure whose indicator was worded anew. `documents` are those that say it.
    """

    about: tuple[object, ...]
    state: tuple[object, ...]
    subject: str | None
    attribute: str | None
    value: str
    row_id: str | None
    documents: frozenset[str]
    words: frozenset[str] = frozenset()
    loosely: tuple[object, ...] = ()


def sources(edition: Edition) -> dict[str, tuple[object, ...]]:
    """What is known of each document: its bytes and where it comes from."""
    columns = edition.tables["documents"].select("doc_id", "sha256", *PROVENANCE)
    return {doc_id: tuple(known) for doc_id, *known in columns.iter_rows()}


def figures(edition: Edition, lexicon: Lexicon, renamed: Mapping[str, str]) -> Iterator[Said]:
    """Its figures. Without subject or indicator nothing tells that two values are on one point."""
    for row in with_key(edition.tables["figures"], lexicon).iter_rows(named=True):
        state = (row["value"], row["value_high"], row["qualifier"], _certainty(row))
        subject = renamed.get(row["subject_id"], row["subject_id"]) or _normal(row["subject"])
        period = (row["time_start"], row["time_end"])
        words = content_words(row["indicator"] or "", lexicon)
        loosely = (subject, row["kind"], row["unit"], state)
        known = subject and row["key"]
        yield Said(
            about=(subject, row["key"], period) if known else (*loosely, " ".join(sorted(words)), period),
            state=state,
            subject=row["subject"],
            attribute=f"{row['indicator'] or row['kind']}{period_in_words(period)}",
            value=value_in_words(row) + _hedge(row),
            row_id=row["figure_id"],
            documents=frozenset({row["doc_id"]}),
            words=words,
            loosely=loosely,
        )


def relations(edition: Edition, lexicon: Lexicon, renamed: Mapping[str, str]) -> Iterator[Said]:
    """Its triples. Of most predicates a thing has many objects: each object is a point of its own."""
    one_object = {(row["subject"], row["predicate"]) for row in lexicon.cues["comparisons"]["single_valued"]}
    entities = edition.tables["entities"].select(pl.col("entity_id").alias("subject_id"), "name", "type")
    for row in edition.tables["relations"].join(entities, on="subject_id").iter_rows(named=True):
        subject = renamed.get(row["subject_id"], row["subject_id"])
        said = renamed.get(row["object_id"], row["object_id"]) or " ".join(
            sorted(content_words(row["object"], lexicon))
        )
        is_one_of_many = (row["type"], row["predicate"]) not in one_object
        yield Said(
            about=(subject, row["predicate"], said if is_one_of_many else None),
            state=(said, _certainty(row)),
            subject=row["name"],
            attribute=row["predicate"],
            value=row["object"] + _hedge(row),
            row_id=row["relation_id"],
            documents=frozenset({row["doc_id"]}),
        )


def conflicts(edition: Edition, lexicon: Lexicon, renamed: Mapping[str, str]) -> Iterator[Said]:
    """The points on which its documents contradict each other."""
    entities = edition.tables["entities"].select(pl.col("entity_id").alias("subject_id"), "name")
    rows = edition.tables["comparisons"].filter(pl.col("verdict") == "conflict").join(entities, on="subject_id")
    for row in rows.iter_rows(named=True):
        values = sorted({item["value"] for item in row["evidence"]})
        words = " ".join(sorted(content_words(row["attribute"], lexicon))) or row["attribute"]
        yield Said(
            about=(renamed.get(row["subject_id"], row["subject_id"]), words),
            state=tuple(values),
            subject=row["name"],
            attribute=row["attribute"],
            value=listed(values),
            row_id=row["comparison_id"],
            documents=frozenset(item["doc_id"] for item in row["evidence"]),
        )


def things(edition: Edition) -> dict[str, Said]:
    """Its entities by id."""
    naming: dict[str, set[str]] = defaultdict(set)
    for entity_id, doc_id in edition.tables["mentions"].select("entity_id", "doc_id").unique().iter_rows():
        naming[entity_id].add(doc_id)
    return {
        row["entity_id"]: Said(
            about=(row["entity_id"],),
            state=(row["name"], row["type"], row["external_id"]),
            subject=row["name"],
            attribute=None,
            value=f"{row['name']} ({', '.join(filter(None, (row['type'], row['external_id'])))})",
            row_id=row["entity_id"],
            documents=frozenset(naming[row["entity_id"]]),
        )
        for row in edition.tables["entities"].iter_rows(named=True)
    }


def names(edition: Edition) -> dict[str, frozenset[str]]:
    """All forms of the name of each entity, in lower case."""
    rows = edition.tables["entities"].select("entity_id", "name", "aliases").iter_rows()
    return {entity_id: _lowered((name, *aliases)) for entity_id, name, aliases in rows}


def _lowered(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(form.lower() for form in forms)


def _certainty(row: Mapping[str, Any]) -> str:
    """Whether it is stated as so: who is told to have said it is no other statement."""
    return row["factuality"] if row["factuality"] in _UNCERTAIN else ""


def _hedge(row: Mapping[str, Any]) -> str:
    return f" ({row['factuality']})" if row["factuality"] in _UNCERTAIN else ""


def _normal(text: str | None) -> str | None:
    return text.lower() if text else None
