"""Names that other documents make known.

What belongs here: the subject of a figure whose own document did not tell that its words hold a name. How names are
found in one document is decided in `extraction`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

_Named = Sequence[tuple[str, str]]
PLACES: Final = "places"
_SUBJECTS: Final = ("ORG", "PERSON", "PRODUCT")
_LONGEST: Final = 6
_WORD: Final = re.compile(r"[^\W_]+(?:[.&-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Alone:
    """The one known name of a sentence, what it names, and those of the mentions there that are only a piece of it."""

    name: str
    entity_id: str
    pieces: frozenset[str]


def with_known_subjects(figures: pl.DataFrame, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The figures, with a name that other documents know as their subject, where their sentence holds one such name and
    they had no subject, or a piece of that name which was taken for a place. Who only says the figure is not meant.

    `tables` holds `entities` across documents, `mentions` and `sentences`. A sentence that names anything else that
    could be meant is left alone.
    """
    alone = _alone(figures.select("doc_id", "sentence_no").unique(), tables)
    moved = {
        figure_id: alone[doc_id, number]
        for figure_id, doc_id, number, subject_id, subject, source_id in figures.select(
            "figure_id", "doc_id", "sentence_no", "subject_id", "subject", "attributed_to_id"
        ).iter_rows()
        if (doc_id, number) in alone
        and (
            (subject is None and source_id != alone[doc_id, number].entity_id)
            or subject_id in alone[doc_id, number].pieces
        )
    }
    if not moved:
        return figures
    ids = {figure_id: named.entity_id for figure_id, named in moved.items()}
    names = {figure_id: named.name for figure_id, named in moved.items()}
    return figures.with_columns(
        pl.col("figure_id").replace_strict(told, default=pl.col(column)).alias(column)
        for column, told in (("subject_id", ids), ("subject", names))
    )


def with_places(figures: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The figures with the `places` that their sentences name beside their subject, one a line."""
    named = named_in(figures, mentions, ["PLACE"])
    rows = figures.select("doc_id", "sentence_no", "subject_id").iter_rows()
    told = [
        "\n".join(sorted({text for text, which in named.get((doc_id, number), ()) if which != subject_id}))
        for doc_id, number, subject_id in rows
    ]
    return figures.with_columns(pl.Series(PLACES, told, dtype=pl.String))


def named_in(figures: pl.DataFrame, mentions: pl.DataFrame, types: Sequence[str]) -> Mapping[tuple[str, int], _Named]:
    """What the sentences of the figures name, of some types, by `doc_id` and `sentence_no`: wording and entity id."""
    here = figures.select("doc_id", "sentence_no").unique()
    told = mentions.filter(pl.col("type").is_in(types)).join(here, on=["doc_id", "sentence_no"], how="semi")
    named: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for doc_id, number, text, entity_id in told.select("doc_id", "sentence_no", "text", "entity_id").iter_rows():
        named[doc_id, number].append((text, entity_id))
    return named


def _alone(told: pl.DataFrame, tables: Mapping[str, pl.DataFrame]) -> Mapping[tuple[str, int], _Alone]:
    """The sentences that hold one known name, and no other that could be meant."""
    known = full_names(tables["entities"])
    if not known:
        return {}
    registered = set(tables["entities"].filter(pl.col("external_id").is_not_null())["entity_id"])
    place = ["doc_id", "sentence_no"]
    sentences = (
        tables["sentences"].join(told, on=place, how="semi").filter(pl.col("text").str.contains_any(list(known)))
    )
    mentions: dict[tuple[str, int], list[tuple[int, int, str, str]]] = defaultdict(list)
    columns = tables["mentions"].select(*place, "start", "end", "entity_id", "type")
    for doc_id, number, *mention in columns.join(sentences, on=place, how="semi").iter_rows():
        mentions[doc_id, number].append(tuple(mention))
    found: dict[tuple[str, int], _Alone] = {}
    for doc_id, number, offset, text in sentences.select("doc_id", "sentence_no", "start", "text").iter_rows():
        names = list(names_in(text, known))
        if len({name for _, _, name in names}) != 1:
            continue
        places = [(offset + first, offset + last) for first, last, _ in names]
        beside = mentions[doc_id, number]
        apart = {
            entity_id
            for start, end, entity_id, _ in beside
            if not any(low <= start and end <= high for low, high in places)
        }
        if all(kind == "PLACE" or entity_id not in apart for _, _, entity_id, kind in beside):
            pieces = {entity_id for _, _, entity_id, kind in beside if kind == "PLACE"} - apart - registered
            name = names[0][2]
            found[doc_id, number] = _Alone(name, known[name], frozenset(pieces))
    return found


def full_names(entities: pl.DataFrame) -> dict[str, str]:
    """The ids of what can be a subject, by names of two words or more that mean nothing else."""
    ids: dict[str, set[str]] = defaultdict(set)
    for entity_id, entity_type, name in entities.select("entity_id", "type", "name").iter_rows():
        if " " in name:
            ids[name].add(entity_id if entity_type in _SUBJECTS else "")
    return {name: next(iter(meant)) for name, meant in ids.items() if len(meant) == 1 and "" not in meant}


def names_in(text: str, known: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and wording of each known name, the longest at each place."""
    words = [(word.start(), word.end()) for word in _WORD.finditer(text)]
    number = 0
    while number < len(words):
        start = words[number][0]
        ends = [end for _, end in words[number + 1 : number + _LONGEST]] if text[start].isupper() else []
        end = next((end for end in reversed(ends) if text[start:end] in known), None)
        if end is not None:
            yield start, end, text[start:end]
        number += 1 if end is None else sum(start <= first < end for first, _ in words[number : number + _LONGEST])
