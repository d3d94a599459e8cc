"""Which names of different documents mean the same thing.

What belongs here: merging the entities of single documents into those of the corpus. Linking inside one
document is `extraction.linking`, whose ids this room takes over. A merge needs a reason that holds for names
at large: the same name but for spelling and legal form, or an acronym that the documents themselves expand in
one way only.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from tidybrief import dictionary
from tidybrief.extraction.names.accents import without_accents
from tidybrief.extraction.names.short_forms import fullest_forms, is_acronym

_LEGAL_FORM: Final = re.compile(
    r"(?:,? (?:inc|corp|corporation|co|company|ltd|limited|llc|llp|plc|ag|gmbh|sa|nv|se|ab|oy|asa|spa|group|"
    r"holdings?)\.?)+$"
)
_OWNED: Final = re.compile(r"^(?P<owner>.+?)'s (?P<owned>.+ .+)$")
"""At least two words: "Sotheby's" and "Sainsbury's Bank" are names as they stand."""
_SPELLINGS: Final = (
    (re.compile(r"isation\b"), "ization"),
    (re.compile(r"ise\b"), "ize"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\bprogramme\b"), "program"),
    (re.compile(r"^the "), ""),
    (re.compile(r" & "), " and "),
)
_SHORTEST_ACRONYM: Final = 3
_LIKELY_TYPES: Final = ("PERSON", "ORG", "PRODUCT", "POLICY", "WORK", "EVENT", "PLACE")
"""The likeliest type of a name of which a document says little comes first."""
_MISTAKABLE: Final = (frozenset({"PERSON", "ORG", "PRODUCT"}), frozenset(_LIKELY_TYPES) - {"PERSON"})
"""Types that are taken for one another. Places and works are named after people, and are not them."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The entities of the corpus, where each id that is gone has moved to, and the name behind each id."""

    entities: pl.DataFrame
    moved: Mapping[str, str]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Thing:
    """One entity id with all that the documents say of it."""

    entity_id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    external_id: str | None
    mention_count: int
    documents: frozenset[str]

    @property
    def standing(self) -> tuple[bool, bool, int, int, int, int, str]:
        """What makes one of several names the canonical one: a register, a full form, wide use, a likely type."""
        return (
            self.external_id is not None,
            not is_acronym(self.name),
            len(self.documents),
            self.mention_count,
            -_LIKELY_TYPES.index(self.type),
            len(self.name),
            self.name,
        )


def link_entities(entities: pl.DataFrame) -> Linked:
    """Merges rows of one entity and document each into rows of one entity each, sorted by id."""
    clusters = [
        sorted(cluster, key=lambda thing: thing.standing, reverse=True)
        for cluster in _with_acronyms(_of_one_type(_by_name(_things(entities))))
    ]
    frame = pl.DataFrame([_entity(cluster) for cluster in clusters], schema=dictionary.polars_schema("entities")).sort(
        "entity_id"
    )
    moved = {thing.entity_id: best.entity_id for best, *others in clusters for thing in others}
    return Linked(frame, moved, dict(zip(frame["entity_id"], frame["name"], strict=True)))


def _things(entities: pl.DataFrame) -> list[_Thing]:
    gathered = (
        entities.group_by("entity_id")
        .agg(
            pl.col("name").first(),
            pl.col("type").first(),
            pl.col("aliases").explode(empty_as_null=False).unique(),
            pl.col("external_id").drop_nulls().min(),
            pl.col("mention_count").sum(),
            pl.col("doc_id").unique(),
        )
        .sort("entity_id")
    )
    return [
        _Thing(
            row["entity_id"],
            row["name"],
            row["type"],
            tuple(alias for alias in row["aliases"] if alias is not None),
            row["external_id"],
            row["mention_count"],
            frozenset(row["doc_id"]),
        )
        for row in gathered.iter_rows(named=True)
    ]


def _by_name(things: Iterable[_Thing]) -> dict[str, list[list[_Thing]]]:
    """Things of one type and name, spelling and legal form aside; a public register may tell them apart. By that
    name."""
    groups: dict[tuple[str, str], list[_Thing]] = defaultdict(list)
    for thing in things:
        groups[thing.type, plain_name(thing.name, thing.type)].append(thing)
    clusters: dict[str, list[list[_Thing]]] = defaultdict(list)
    for (_, name), group in groups.items():
        registered = {thing.external_id for thing in group} - {None}
        clusters[name].extend([group] if len(registered) <= 1 else [[thing] for thing in group])
    return clusters


def _of_one_type(by_name: Mapping[str, list[list[_Thing]]]) -> list[list[_Thing]]:
    """Joins things of one full name that no document and no register tells apart: only their types were taken for
    different ones."""
    joined: list[list[_Thing]] = []
    for name, alike in by_name.items():
        things = [thing for cluster in alike for thing in cluster]
        documents = [doc_id for thing in things for doc_id in thing.documents]
        types = {thing.type for thing in things}
        may_be_one = (
            " " in name
            and any(types <= mistakable for mistakable in _MISTAKABLE)
            and all(thing.external_id is None for thing in things)
        )
        joined += [things] if may_be_one and len(documents) == len(set(documents)) else alike
    return joined


def _with_acronyms(clusters: list[list[_Thing]]) -> list[list[_Thing]]:
    """Joins a mere acronym to the one thing of its type whose documents give it as an alias."""
    expansions: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, cluster in enumerate(clusters):
        for thing in cluster:
            for alias in thing.aliases:
                if is_acronym(alias) and fullest_forms(thing.type, [alias, thing.name]).get(alias) == thing.name:
                    expansions[thing.type, alias].add(number)
    joined = {
        number: next(iter(candidates))
        for number, (thing, *others) in enumerate(clusters)
        if not others
        and is_acronym(thing.name)
        and len(thing.name) >= _SHORTEST_ACRONYM
        and len(candidates := expansions.get((thing.type, thing.name), set()) - {number}) == 1
    }
    grown = [list(cluster) for cluster in clusters]
    for number, target in joined.items():
        grown[target] += clusters[number]
    return [cluster for number, cluster in enumerate(grown) if number not in joined]


def _entity(cluster: Sequence[_Thing]) -> dict[str, object]:
    best = cluster[0]
    forms = {form for thing in cluster for form in (*thing.aliases, thing.name)}
    return {
        "entity_id": best.entity_id,
        "name": best.name,
        "type": best.type,
        "aliases": sorted(forms - {best.name}),
        "external_id": best.external_id,
        "mention_count": sum(thing.mention_count for thing in cluster),
        "document_count": len(frozenset[str]().union(*(thing.documents for thing in cluster))),
    }


def plain_name(full: str, entity_type: str) -> str:
    """A name in one spelling: in small letters, of an organisation without its legal form, and with its owner behind it
    ("Acme's Institute" is the institute of Acme).
    """
    name = without_accents(full.replace("’", "'")).casefold()
    for pattern, replacement in _SPELLINGS:
        name = pattern.sub(replacement, name)
    if entity_type == "ORG":
        name = _OWNED.sub(r"\g<owned> of \g<owner>", _LEGAL_FORM.sub("", name) or name)
    return " ".join(name.replace("-", " ").split())
