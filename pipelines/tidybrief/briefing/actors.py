"""Actors: who and what the sources name, how often in which document, and what they are said to do.

What belongs here: entities with their mentions and relations. What does not: linking names to things (`corpus`), and
which source names whom (`coverage`).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.library import Library, Source, anchor
from tidybrief.briefing.relations import PLACING, Relations, Statement, Triple
from tidybrief.briefing.sentences import Sentence, Sentences, digest, in_order, occurrence
from tidybrief.vocabulary import COUNTRY_CODE

TYPE_WORDS: Final = {
    "ORG": "organisation",
    "PERSON": "person",
    "PLACE": "place",
    "PRODUCT": "product",
    "POLICY": "policy",
    "WORK": "work",
    "EVENT": "event",
}
MOST_ACTORS: Final = 24
MOST_STATEMENTS: Final = 8
MOST_NAMES: Final = 200
MOST_PLACES: Final = 6
MOST_ALIASES: Final = 4
LONGEST_SHORT_NAME: Final = 28
_LONGEST_ACRONYM: Final = 10
_LEAST_CONFIDENCE: Final = 0.8
"""Below this mean of its mentions, what kind of thing a name stands for is not told."""


@dataclass(frozen=True, slots=True)
class Place:
    """The first mention of an entity in a document, and how many there are in all. `numbered` tells this mention from
    others with the same text in its sentence."""

    source: Source
    sentences: Sentences
    sentence_no: int
    text: str
    numbered: int
    count: int

    @property
    def href(self) -> str:
        """Where the mention stands."""
        doc_id = self.source.doc_id
        sentence = self.sentences.numbered(doc_id, self.sentence_no)
        return self.source.mark_href(mention_mark(doc_id, sentence, self.text, self.numbered))


@dataclass(frozen=True, slots=True)
class Actor:
    """One entity with its places and what is said of it. `acts`: it is no mere place, or one of
    which something is said.
    """

    entity_id: str
    anchor: str
    name: str
    type_words: str
    aliases: tuple[str, ...]
    acts: bool
    mention_count: int
    document_count: int
    places: tuple[Place, ...]
    statements: tuple[Statement, ...]

    @property
    def does(self) -> bool:
        """Whether something is said that it does, beyond what it is and where."""
        return any(statement.predicate not in PLACING for statement in self.statements)

    @property
    def short_name(self) -> str:
        """The name, or an acronym of it where it is long."""
        acronyms = (alias for alias in self.aliases if alias.isupper() and len(alias) <= _LONGEST_ACRONYM)
        return self.name if len(self.name) <= LONGEST_SHORT_NAME else next(acronyms, self.name)


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors told at length and the names listed only."""

    told: tuple[Actor, ...]
    listed: tuple[Actor, ...]
    entity_count: int
    more_statements: int


@lru_cache(maxsize=65_536)
def entity_anchor(entity_id: str) -> str:
    """The id of an entity's place in the section on actors."""
    return anchor("e", entity_id)


def mention_mark(doc_id: str, sentence: Sentence | None, text: str, numbered: int) -> str:
    """The id of a mention's mark: the same while document, sentence and name are. `numbered` counts the mentions before
    it in its sentence that have the same text."""
    return f"n-{digest(doc_id, sentence.mark if sentence else '', text, str(numbered))[:10]}"


def numbered_mentions(mentions: pl.DataFrame) -> pl.DataFrame:
    """The mentions in the order of the texts, with the number by which `mention_mark` tells those apart that have the
    same text in the same sentence."""
    ordered = in_order(mentions, "doc_id", "start", "end")
    return ordered.with_columns(numbered=occurrence(ordered, "doc_id", "sentence_no", "text"))


def without_times(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The entities but for those that are names of a time: "Fall 2023", "20 Nov 2019"."""
    mentions, dates = tables["mentions"], tables["dates"]
    dated = mentions.filter(pl.col("text").str.contains(r"\d")).join(
        dates.select("doc_id", date_from="start", date_to="end"), on="doc_id"
    )
    inside = dated.filter(pl.col("date_from") <= pl.col("start"), pl.col("end") <= pl.col("date_to"))
    return tables["entities"].join(inside, on="entity_id", how="anti", maintain_order="left")


def view_actors(
    tables: Mapping[str, pl.DataFrame], mentions: pl.DataFrame, relations: Relations, library: Library
) -> Actors:
    """Who and what the sources name: those who do something first, then those of whom it is said who they are; the
    others are listed. `mentions` are numbered."""
    by_subject: dict[str, list[Triple]] = defaultdict(list)
    for triple in relations.triples:
        by_subject[triple.subject_id].append(triple)
    doing = {one.subject_id for one in relations.triples if one.predicate not in PLACING}
    rows = (
        tables["entities"]
        .filter(pl.col("mention_count") > 0)
        .sort("document_count", "mention_count", "entity_id", descending=[True, True, False])
    )
    is_spoken, is_doing = (pl.col("entity_id").is_in(list(ids)) for ids in (by_subject, doing))
    spoken = rows.filter(is_spoken).sort(is_doing, descending=True, maintain_order=True).head(MOST_ACTORS)
    others = rows.join(spoken, on="entity_id", how="anti", maintain_order="left").head(MOST_NAMES)
    sure = _surely_typed(mentions)
    subjects = {*tables["figures"]["subject_id"].drop_nulls().unique(), *by_subject}
    places = _places(mentions, pl.concat([spoken, others])["entity_id"], library)

    def actor(row: Mapping[str, object], statements: Sequence[Statement] = ()) -> Actor:
        entity_id = str(row["entity_id"])
        return Actor(
            entity_id=entity_id,
            anchor=entity_anchor(entity_id),
            name=wording.shortened(str(row["name"]), 90),
            type_words=_type_words(row) if entity_id in sure else "name",
            aliases=_aliases(str(row["name"]), row["aliases"]),
            acts=row["type"] != "PLACE" or _is_country(row) or entity_id in subjects,
            mention_count=int(str(row["mention_count"])),
            document_count=int(str(row["document_count"])),
            places=tuple(places.get(entity_id, ())),
            statements=tuple(statements),
        )

    told = tuple(
        actor(row, tuple(map(relations.tell, by_subject[row["entity_id"]][:MOST_STATEMENTS])))
        for row in spoken.iter_rows(named=True)
    )
    listed = tuple(actor(row) for row in others.iter_rows(named=True))
    shown = sum(len(one.statements) for one in told)
    return Actors(told, listed, rows.height, len(relations.triples) - shown)


def widest_named(actors: Actors) -> list[Actor]:
    """Those that act, those named by most documents first, then those named most often."""
    everyone = (actor for actor in (*actors.told, *actors.listed) if actor.acts)
    return sorted(everyone, key=lambda one: (-one.document_count, -one.mention_count, one.entity_id))


def _is_country(row: Mapping[str, object]) -> bool:
    return str(row["external_id"]).startswith(COUNTRY_CODE)


def _type_words(row: Mapping[str, object]) -> str:
    return "country" if _is_country(row) else TYPE_WORDS.get(str(row["type"]), "name")


def _aliases(name: str, aliases: object) -> tuple[str, ...]:
    """The other names, without those that are only written otherwise."""
    told = {_letters(name)}
    kept = []
    for alias in aliases if isinstance(aliases, list) else ():
        if _letters(alias) not in told:
            told.add(_letters(alias))
            kept.append(wording.shortened(alias, 60))
    return tuple(kept[:MOST_ALIASES])


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _surely_typed(mentions: pl.DataFrame) -> set[str]:
    """The entities whose mentions were read surely enough to say what kind of thing they are."""
    means = mentions.group_by("entity_id").agg(pl.col("confidence").cast(pl.Float64).mean())
    return set(means.filter(pl.col("confidence") >= _LEAST_CONFIDENCE)["entity_id"])


def _places(mentions: pl.DataFrame, wanted: pl.Series, library: Library) -> dict[str, list[Place]]:
    """For each wanted entity its first mention in each document that names it, most mentions first."""
    first = (
        mentions.filter(pl.col("entity_id").is_in(wanted.implode()))
        .group_by("entity_id", "doc_id", maintain_order=True)
        .agg(pl.first("sentence_no", "text", "numbered"), count=pl.len())
        .sort("count", "doc_id", descending=[True, False])
    )
    found: dict[str, list[Place]] = defaultdict(list)
    for entity_id, doc_id, *mention in first.iter_rows():
        found[entity_id].append(Place(library.by_id[doc_id], library.sentences, *mention))
    return found
