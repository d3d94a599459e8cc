"""Points on which relations of several documents speak.

What belongs here: when two triples say the same, and when they exclude each other. Most predicates hold many values at
once, and two values are no contradiction; which ones are single-valued, and within which bounds, the lexicon declares.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import polars as pl

from tidybrief.corpus.figure_points import content_words
from tidybrief.corpus.points import Statement, documents_in_words, listed, point
from tidybrief.lexicon import Lexicon

_SURE_ENOUGH: Final = 0.5
_COUNTRY: Final = re.compile(r"iso3166:[A-Z]{2,3}$")
_FORMER: Final = re.compile(r"\b(?:former|formerly|ex|once|retired|late|then|future|aspiring)\b", re.IGNORECASE)
_ANOTHER_TIME: Final = 366
_WORDING: Final[Mapping[str, str]] = {
    "develops": "{subject} develops {object}",
    "part_of": "{subject} is part of {object}",
    "spun_off_from": "{subject} was spun off from {object}",
    "specializes_in": "{subject} specializes in {object}",
    "located_in": "{subject} is located in {object}",
    "authored": "{subject} wrote {object}",
    "published": "{subject} published {object}",
    "occupation": "the occupation of {subject} is {object}",
    "issued": "{subject} issued {object}",
    "competes_with": "{subject} competes with {object}",
    "backs": "{subject} backs {object}",
}


@dataclass(frozen=True, slots=True)
class _Triple:
    """One relation as a voice. `alternative` is the one of several that exclude each other; None where it is in none."""

    statement: Statement
    subject: str
    said: str
    alternative: str | None
    published_on: date | None


def attribute_points(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> Iterator[dict[str, object]]:
    """Rows of `comparisons` for relations with the same subject and predicate."""
    for row in _shared(tables).group_by("subject_id", "predicate", maintain_order=True):
        (subject_id, predicate), group = row
        triples = [_triple(relation, lexicon) for relation in group.iter_rows(named=True)]
        yield from _agreements(str(subject_id), str(predicate), triples)
        yield from _contradictions(str(subject_id), str(predicate), triples)


def _shared(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Relations whose subject and predicate two or more documents have, with what is needed to compare them."""
    entities = tables["entities"]
    relations = tables["relations"].filter(
        pl.col("factuality").is_in(["asserted", "attributed"]), pl.col("confidence") >= _SURE_ENOUGH
    )
    return (
        relations.filter(pl.col("doc_id").n_unique().over("subject_id", "predicate") > 1)
        .join(
            entities.select(pl.col("entity_id").alias("subject_id"), pl.col("name").alias("subject"), "type"),
            on="subject_id",
        )
        .join(
            entities.select(pl.col("entity_id").alias("object_id"), pl.col("external_id").alias("object_register")),
            on="object_id",
            how="left",
        )
        .join(
            tables["documents"].select("doc_id", "published_on", "source_group", pl.col("text").alias("document")),
            on="doc_id",
        )
        .sort("subject_id", "predicate", "doc_id", "start", "relation_id")
    )


def _triple(row: Mapping[str, Any], lexicon: Lexicon) -> _Triple:
    alternatives = _SINGLE_VALUED.get((row["type"], row["predicate"]))
    return _Triple(
        statement=Statement(
            row_id=row["relation_id"],
            doc_id=row["doc_id"],
            start=row["start"],
            end=row["end"],
            value=row["object"],
            text=row["document"][row["start"] : row["end"]],
            source_group=row["source_group"],
        ),
        subject=row["subject"],
        said=row["object_id"] or " ".join(sorted(content_words(row["object"], lexicon))),
        alternative=alternatives(row, lexicon) if alternatives else None,
        published_on=row["published_on"],
    )


def _agreements(subject_id: str, predicate: str, triples: Sequence[_Triple]) -> Iterator[dict[str, object]]:
    by_said: dict[str, list[_Triple]] = defaultdict(list)
    for triple in triples:
        if triple.said:
            by_said[triple.said].append(triple)
    for alike in by_said.values():
        if len(_by_document(alike)) > 1:
            statements = [triple.statement for triple in alike]
            claim = _WORDING[predicate].format(subject=alike[0].subject, object=statements[0].value)
            note = f"{documents_in_words(statements)} say that {claim}."
            yield point(subject_id, predicate, "agree", statements, note)


def _contradictions(subject_id: str, predicate: str, triples: Sequence[_Triple]) -> Iterator[dict[str, object]]:
    """One row where each document stands for one alternative, and not all for the same."""
    by_document = _by_document(triples)
    choices = {doc_id: {triple.alternative for triple in own} for doc_id, own in by_document.items()}
    if any(len(choice) > 1 or None in choice for choice in choices.values()):
        return
    if len(frozenset[str | None]().union(*choices.values())) < 2:
        return
    statements = [triple.statement for triple in triples]
    values = listed([statement.value for statement in statements])
    attribute = _ATTRIBUTES.get(predicate, predicate)
    days = [triple.published_on for triple in triples if triple.published_on is not None]
    if len(days) == len(triples) and (max(days) - min(days)).days > _ANOTHER_TIME:
        note = f"At different times, documents give different values for the {attribute} of {triples[0].subject}: {values}."
        yield point(subject_id, predicate, "changed", statements, note)
    else:
        note = f"{documents_in_words(statements)} differ on the {attribute} of {triples[0].subject}: {values}."
        yield point(subject_id, predicate, "conflict", statements, note)


def _by_document(triples: Sequence[_Triple]) -> dict[str, list[_Triple]]:
    by_document: dict[str, list[_Triple]] = defaultdict(list)
    for triple in triples:
        by_document[triple.statement.doc_id].append(triple)
    return by_document


def _trade(row: Mapping[str, Any], lexicon: Lexicon) -> str | None:
    """The field of a person's trade, where the words name one trade and no office."""
    if _FORMER.search(row["object"]):
        return None
    words = set(re.findall(r"[\w-]+", row["object"].lower()))
    cues = lexicon.cues["comparisons"]
    if words & set(cues["persons"]["offices"]):
        return None
    fields = [field for field, trades in cues["occupation"]["trades"].items() if words & set(trades)]
    return fields[0] if len(fields) == 1 else None


def _country(row: Mapping[str, Any], lexicon: Lexicon) -> str | None:
    """The country that a person is in; a city in it would be no contradiction and is no alternative."""
    register = row["object_register"]
    return register if register and _COUNTRY.match(register) else None


_SINGLE_VALUED: Final[Mapping[tuple[str, str], Callable[[Mapping[str, Any], Lexicon], str | None]]] = {
    ("PERSON", "occupation"): _trade,
    ("PERSON", "located_in"): _country,
}
_ATTRIBUTES: Final[Mapping[str, str]] = {"located_in": "location"}
