"""Actors: who and what the sources name, how often in which document, and what they are said to do.

What belongs here: entities with their mentions and relations. What does not: linking names to things (`corpus`), and
which source names whom (`coverage`).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.library import Library, Source, anchor, digest
from tidybrief.briefing.relations import PLACING, Statement

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
_COUNTRY: Final = "iso3166:"
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
    """The first mention of an entity in a document, and how many there are in all."""

    source: Source
    count: int
    href: str


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


def entity_anchor(entity_id: str) -> str:
    """The id of an entity's place in the section on actors."""
    return anchor("e", entity_id)


def mention_marks(sentence_text: str, doc_id: str, text: str, occurrence: int) -> str:
    """The id of a mention's mark: the same while document, sentence and name are."""
    return f"n-{digest(doc_id, sentence_text, text, str(occurrence))[:10]}"


class MentionIds:
    """Numbers the mentions of a document, so that each has an id that depends on its words and not on its place."""

    def __init__(self, library: Library, doc_id: str) -> None:
        self._library, self._doc_id = library, doc_id
        self._seen: Counter[tuple[int, str]] = Counter()

    def next(self, sentence_no: int, text: str) -> str:
        """The id of the next mention with this text in this sentence; to be asked in the order of the text."""
        sentence = self._library.sentence(self._doc_id, sentence_no)
        occurrence = self._seen[sentence_no, text]
        self.skip(sentence_no, text)
        return mention_marks(sentence.mark if sentence else "", self._doc_id, text, occurrence)

    def skip(self, sentence_no: int, text: str) -> None:
        """Passes over the next mention, whose id nobody needs."""
        self._seen[sentence_no, text] += 1


def view_actors(tables: Mapping[str, pl.DataFrame], statements: Sequence[Statement], library: Library) -> Actors:
    """Who and what the sources name: those who do something first, then those of whom it is said who they are; the
    others are listed."""
    by_subject: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_subject[statement.subject_id].append(statement)
    rows = sorted(
        tables["entities"].filter(pl.col("mention_count") > 0).iter_rows(named=True),
        key=lambda row: (-row["document_count"], -row["mention_count"], row["entity_id"]),
    )
    doing = {one.subject_id for one in statements if one.predicate not in PLACING}
    spoken = [row for row in rows if row["entity_id"] in by_subject]
    spoken = sorted(spoken, key=lambda row: row["entity_id"] not in doing)[:MOST_ACTORS]
    told_ids = {row["entity_id"] for row in spoken}
    others = [row for row in rows if row["entity_id"] not in told_ids][:MOST_NAMES]
    sure = _surely_typed(tables["mentions"])
    subjects = {*tables["figures"]["subject_id"].drop_nulls(), *by_subject}
    places = _places(tables["mentions"], {row["entity_id"] for row in (*spoken, *others)}, library)

    def actor(row: Mapping[str, object]) -> Actor:
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
            statements=tuple(by_subject.get(entity_id, ())[:MOST_STATEMENTS]),
        )

    told, listed = tuple(actor(row) for row in spoken), tuple(actor(row) for row in others)
    shown = sum(len(one.statements) for one in told)
    return Actors(told, listed, len(rows), len(statements) - shown)


def _is_country(row: Mapping[str, object]) -> bool:
    return str(row["external_id"]).startswith(_COUNTRY)


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


def _places(mentions: pl.DataFrame, wanted: set[str], library: Library) -> dict[str, list[Place]]:
    """For each wanted entity its first mention in each document that names it, most mentions first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], str] = {}
    ids: MentionIds | None = None
    current = None
    for doc_id, sentence_no, text, entity_id in (
        mentions.sort("doc_id", "start").select("doc_id", "sentence_no", "text", "entity_id").iter_rows()
    ):
        if doc_id != current:
            current, ids = doc_id, MentionIds(library, doc_id)
        assert ids is not None
        if entity_id in wanted and (entity_id, doc_id) not in first:
            first[entity_id, doc_id] = ids.next(sentence_no, text)
        else:
            ids.skip(sentence_no, text)
        if entity_id in wanted:
            counts[entity_id][doc_id] += 1
    return {
        entity_id: [
            Place(library.by_id[doc_id], count, library.by_id[doc_id].mark_href(first[entity_id, doc_id]))
            for doc_id, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))
        ]
        for entity_id, found in counts.items()
    }
