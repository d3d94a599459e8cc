"""Points on which relations of several documents speak.

What belongs here: when two triples say the same, and when they exclude each other. Most predicates hold many values at
once, and two values are no contradiction; which ones are single-valued, and within which bounds, the lexicon declares.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import Any, Final

import polars as pl

from tidybrief.corpus.grouping import rows_by
from tidybrief.corpus.heads import change_hands, heads
from tidybrief.corpus.places import listed_cities
from tidybrief.corpus.points import Statement, documents_in_words, listed, point
from tidybrief.corpus.portfolios import is_held_now, may_be_one, portfolio
from tidybrief.corpus.voices import voice_of, with_voices
from tidybrief.corpus.whole_organisations import tells_of_the_whole
from tidybrief.corpus.words import content_words
from tidybrief.lexicon import Lexicon
from tidybrief.vocabulary import COUNTRY_CODE

_SURE_ENOUGH: Final = 0.5
_COUNTRY: Final = re.compile(rf"{COUNTRY_CODE}[A-Z]{{2,3}}$")
_FORMER: Final = re.compile(r"\b(?:former|formerly|ex|once|retired|late|then|future|aspiring)\b", re.IGNORECASE)
_ANOTHER_TIME: Final = 366
_ANOTHER_NEWS: Final = 45
"""Days after which an office may well be in other hands."""
_PERSON: Final = "person:"
_POST: Final = "ministerial post"
_OF_WHAT_HAS_A_NAME: Final = ("published", "authored", "issued", "develops")
"""Predicates whose objects are told apart by their names alone: a maker has many reports and models."""
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
    "chief executive": "the chief executive of {subject} is {object}",
}


@dataclass(frozen=True, slots=True)
class _Triple:
    """One relation as a voice. `alternative` is the one of several that exclude each other, where it is in any."""

    statement: Statement
    subject: str
    said: str
    alternative: str | None
    published_on: date | None
    document: str


def attribute_points(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> Iterator[dict[str, object]]:
    """Rows of `comparisons` for relations with the same subject and predicate."""
    relations = _compared(tables, lexicon)
    for (subject_id, predicate), triples in _by_point(relations, lexicon):
        yield from _agreements(subject_id, predicate, triples)
        yield from _contradictions(subject_id, predicate, triples)
    connected = _connected(tables["relations"])
    for of_one in (_developers(relations), _seats(relations, lexicon), _owners(relations, lexicon)):
        for (subject_id, attribute), triples in _by_point(of_one, lexicon):
            if not _are_connected(_alternatives_of(triples), connected):
                yield from _contradictions(subject_id, attribute, triples)
    for (subject_id, attribute), triples in _by_point(heads(relations, tables, lexicon), lexicon):
        yield from _agreements(subject_id, attribute, triples)
        if not _are_connected(_alternatives_of(triples), connected):
            yield from _of_offices(subject_id, attribute, triples, tables, lexicon)
    for (subject_id, attribute), triples in _by_point(_posts(relations, lexicon), lexicon):
        if not may_be_one(_alternatives_of(triples), lexicon):
            yield from _of_offices(subject_id, attribute, triples, tables, lexicon)


def _alternatives_of(triples: Sequence[_Triple]) -> list[str]:
    return [triple.alternative for triple in triples if triple.alternative]


def _of_offices(
    subject_id: str, attribute: str, triples: Sequence[_Triple], tables: Mapping[str, pl.DataFrame], lexicon: Lexicon
) -> Iterator[dict[str, object]]:
    """Contradictions on who holds an office, or which, in news of known days that say nothing of its changing hands."""
    if any(triple.published_on is None for triple in triples):
        return
    for told in _contradictions(subject_id, attribute, triples, _ANOTHER_NEWS):
        about = [subject_id, *_alternatives_of(triples)]
        documents = sorted({triple.statement.doc_id for triple in triples})
        if told["verdict"] != "conflict" or not change_hands(documents, about, tables, lexicon):
            yield told


def _by_point(relations: pl.DataFrame, lexicon: Lexicon) -> Iterator[tuple[tuple[str, str], list[_Triple]]]:
    """The triples of two or more documents, by subject and predicate."""
    shared = relations.filter(pl.col("doc_id").n_unique().over("subject_id", "predicate") > 1)
    for (subject_id, predicate), rows in rows_by(shared, "subject_id", "predicate").items():
        yield (subject_id, predicate), [_triple(row, lexicon) for row in rows]


def _compared(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> pl.DataFrame:
    """Relations that are stated as so, with what is needed to compare them.

    A surname alone is that of many people, and a report without a name is any of many. What is part of an organisation
    is no person, whatever its name was taken for.
    """
    entities = tables["entities"]
    named = pl.col("object_id").is_not_null() | ~pl.col("predicate").is_in(_OF_WHAT_HAS_A_NAME)
    is_no_person = (pl.col("type") != "PERSON") | (pl.col("predicate") == "part_of")
    of_one = is_no_person | pl.col("subject").str.contains(" ", literal=True)
    relations = (
        tables["relations"]
        .filter(pl.col("factuality").is_in(["asserted", "attributed"]), pl.col("confidence") >= _SURE_ENOUGH, named)
        .join(
            entities.select(pl.col("entity_id").alias("subject_id"), pl.col("name").alias("subject"), "type"),
            on="subject_id",
        )
        .filter(of_one)
        .join(
            entities.select(
                pl.col("entity_id").alias("object_id"),
                pl.col("external_id").alias("object_register"),
            ),
            on="object_id",
            how="left",
        )
        .join(tables["documents"].select("doc_id", pl.col("text").alias("document")), on="doc_id")
    )
    return with_voices(relations, tables, lexicon).sort("subject_id", "predicate", "doc_id", "start", "relation_id")


def _developers(relations: pl.DataFrame) -> pl.DataFrame:
    """Who develops what, told of the product, whatever its name was taken for elsewhere."""
    return (
        relations.filter(pl.col("predicate") == "develops")
        .with_columns(
            predicate=pl.lit("developer"),
            subject_id="object_id",
            subject="object",
            type=pl.lit("PRODUCT"),
            object_id="subject_id",
            object="subject",
        )
        .sort("subject_id", "doc_id", "start", "relation_id")
    )


def _seats(relations: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """Where organisations have their headquarters, of which each has one."""
    told = _told_of_the_whole(relations, "located_in", "seat", lexicon)
    return told.filter(pl.col("type") == "ORG").with_columns(predicate=pl.lit("headquarters"))


def _owners(relations: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """Who owns what, told as a state: what was bought may be sold again."""
    told = _told_of_the_whole(relations, "part_of", "owner", lexicon)
    return told.with_columns(predicate=pl.lit("owner"), type=pl.lit("ORG"))


def _posts(relations: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """What persons are ministers of."""
    said = pl.col("object").str.to_lowercase()
    nouns = lexicon.cues["comparisons"]["portfolios"]["nouns"]
    told = relations.filter(
        pl.col("predicate") == "occupation", pl.col("type") == "PERSON", said.str.contains_any(nouns)
    )
    return told.with_columns(predicate=pl.lit(_POST))


def _told_of_the_whole(relations: pl.DataFrame, predicate: str, kind: str, lexicon: Lexicon) -> pl.DataFrame:
    """The relations of a predicate whose sentence says nothing but that."""
    told = relations.filter(pl.col("predicate") == predicate)
    evidence = pl.col("document").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    rows = told.select(evidence, "subject", "object").iter_rows()
    plain = [tells_of_the_whole(kind, sentence, name, value, lexicon) for sentence, name, value in rows]
    return told.filter(pl.Series(plain, dtype=pl.Boolean))


def _connected(relations: pl.DataFrame) -> frozenset[frozenset[str]]:
    """Pairs of organisations that some document connects: one may stand for the other."""
    pairs = relations.filter(
        pl.col("predicate").is_in(["part_of", "spun_off_from", "backs"]), pl.col("object_id").is_not_null()
    )
    return frozenset(frozenset(pair) for pair in pairs.select("subject_id", "object_id").iter_rows())


def _are_connected(ids: Sequence[str], connected: frozenset[frozenset[str]]) -> bool:
    names = {identity: identity.partition(":")[2] for identity in ids}
    return any(
        frozenset({one, other}) in connected or names[one] in names[other] or names[other] in names[one]
        for one, other in combinations(names, 2)
    ) or any(_may_be_one_person(one, other) for one, other in combinations(names, 2))


def _may_be_one_person(one: str, other: str) -> bool:
    """Whether two names of persons have a part in common: a person has several forenames."""
    parts = [
        set(identity.removeprefix(_PERSON).split("-")) for identity in (one, other) if identity.startswith(_PERSON)
    ]
    return len(parts) == 2 and not parts[0].isdisjoint(parts[1])


def _triple(row: Mapping[str, Any], lexicon: Lexicon) -> _Triple:
    alternatives = _single_valued(lexicon).get((row["type"], row["predicate"]))
    return _Triple(
        statement=Statement(
            row_id=row["relation_id"],
            doc_id=row["doc_id"],
            start=row["start"],
            end=row["end"],
            value=row["object"],
            text=row["document"][row["start"] : row["end"]],
            voice=voice_of(row),
        ),
        subject=row["subject"],
        said=_said(row, lexicon),
        alternative=_ALTERNATIVES[alternatives](row, lexicon) if alternatives else None,
        published_on=row["published_on"],
        document=row["document"],
    )


def _said(row: Mapping[str, Any], lexicon: Lexicon) -> str:
    """What the triple says of its subject: the name, whatever type a document took it for, or the telling words."""
    if row["predicate"] == "occupation" and _trade(row, lexicon):
        return _trades(row, lexicon)
    if row["predicate"] == "occupation" and (post := portfolio(row["object"], lexicon)):
        return f"minister {post}"
    if row["object_id"] is None:
        return " ".join(sorted(content_words(row["object"], lexicon)))
    return str(row["object_id"].partition(":")[2])


def _trades(row: Mapping[str, Any], lexicon: Lexicon) -> str:
    """The words for the trade of a person, where that is all that is compared: "tailor in Ostby" is a tailor."""
    words = re.findall(r"[\w-]+", row["object"].lower())
    trades = lexicon.cues["comparisons"]["occupation"]["trades"].values()
    return " ".join(sorted({word for word in words if any(word in of_one_field for of_one_field in trades)}))


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


def _contradictions(
    subject_id: str, predicate: str, triples: Sequence[_Triple], another_time: int = _ANOTHER_TIME
) -> Iterator[dict[str, object]]:
    """One row where each document stands for one alternative, and not all for the same."""
    by_document = _by_document(triples)
    choices = {doc_id: {triple.alternative for triple in own} for doc_id, own in by_document.items()}
    if any(len(choice) > 1 or None in choice for choice in choices.values()):
        return
    if len(frozenset[str | None]().union(*choices.values())) < 2:
        return
    if any(_names_the_value_of(one, other) for one in triples for other in triples):
        return
    statements = [triple.statement for triple in triples]
    values = listed([statement.value for statement in statements])
    attribute = _ATTRIBUTES.get(predicate, predicate)
    days = [triple.published_on for triple in triples if triple.published_on is not None]
    if len(days) == len(triples) and (max(days) - min(days)).days > another_time:
        note = f"At different times, documents give the {attribute} of {triples[0].subject} as {values}."
        yield point(subject_id, predicate, "changed", statements, note)
    else:
        note = f"{documents_in_words(statements)} differ on the {attribute} of {triples[0].subject}: {values}."
        yield point(subject_id, predicate, "conflict", statements, note)


def _names_the_value_of(one: _Triple, other: _Triple) -> bool:
    """Whether a document names the other value beside its own: it has both, or one says more of the other. Cities and
    trades may be named for anything, in its other sentences.
    """
    names = (one.alternative or "").startswith(("org:", "person:"))
    return one.alternative != other.alternative and other.statement.value in (
        one.document if names else one.statement.text
    )


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


def _city(row: Mapping[str, Any], lexicon: Lexicon) -> str | None:
    """The city, where it is one that is known to be: other names of places may be a part of each other."""
    return row["object_id"] if row["object"] in listed_cities(lexicon) else None


def _portfolio(row: Mapping[str, Any], lexicon: Lexicon) -> str | None:
    """What a minister is in charge of now."""
    sentence = row["document"][row["start"] : row["end"]]
    return portfolio(row["object"], lexicon) if is_held_now(row["object"], sentence) else None


def _person(row: Mapping[str, Any], lexicon: Lexicon) -> str | None:
    """The person, by a full name."""
    return row["object_id"] if " " in row["object"] else None


def _organisation(row: Mapping[str, Any], lexicon: Lexicon) -> str | None:
    """The organisation itself: any other one that it is not connected with excludes it."""
    identity: str | None = row["object_id"]
    return identity


_ALTERNATIVES: Final[Mapping[str, Callable[[Mapping[str, Any], Lexicon], str | None]]] = {
    "trade": _trade,
    "country": _country,
    "city": _city,
    "organisation": _organisation,
    "person": _person,
    "portfolio": _portfolio,
}
_ATTRIBUTES: Final[Mapping[str, str]] = {"located_in": "location"}


@lru_cache(maxsize=4)
def _single_valued(lexicon: Lexicon) -> Mapping[tuple[str, str], str]:
    declared = lexicon.cues["comparisons"]["single_valued"]
    return {(row["subject"], row["predicate"]): row["alternatives"] for row in declared}
