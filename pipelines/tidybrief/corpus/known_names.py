"""Names that other documents make known.

What belongs here: the subject of a figure whose own document did not tell that its words hold a name. How names are
found in one document is decided in `extraction`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

import polars as pl

_SUBJECTS: Final = ("ORG", "PERSON", "PRODUCT")
_LONGEST: Final = 6
_WORD: Final = re.compile(r"[^\W_]+(?:[.&-][^\W_]+)*")

_Places = list[tuple[int, int]]


def with_known_subjects(figures: pl.DataFrame, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The figures, with a subject for those that had none, where their sentence holds one full name that is known.

    `tables` holds `entities` across documents, `mentions` and `sentences`. A sentence that names anything else that
    could be meant is left alone.
    """
    known = _full_names(tables["entities"])
    wanting = figures.filter(pl.col("subject_id").is_null()).select("doc_id", "sentence_no").unique()
    named = _named(wanting, tables["mentions"])
    found: dict[tuple[str, int], tuple[str, str]] = {}
    sentences = wanting.join(tables["sentences"], on=["doc_id", "sentence_no"]).sort("doc_id", "sentence_no")
    for doc_id, number, start, text in sentences.select("doc_id", "sentence_no", "start", "text").iter_rows():
        names = list(_names_in(text, known))
        covered = all(
            any(start + first <= low and high <= start + last for first, last, _ in names)
            for low, high in named.get((doc_id, number), [])
        )
        if covered and len({name for _, _, name in names}) == 1:
            found[doc_id, number] = known[names[0][2]], names[0][2]
    if not found:
        return figures
    subjects = pl.DataFrame(
        [(*place, *subject) for place, subject in found.items()],
        schema={
            "doc_id": pl.String,
            "sentence_no": figures.schema["sentence_no"],
            "known_id": pl.String,
            "known": pl.String,
        },
        orient="row",
    )
    return figures.join(subjects, on=["doc_id", "sentence_no"], how="left", maintain_order="left").select(
        pl.when(pl.col("subject_id").is_null() & pl.col("known_id").is_not_null())
        .then(pl.col(known_column))
        .otherwise(pl.col(column))
        .alias(column)
        if (known_column := {"subject_id": "known_id", "subject": "known"}.get(column))
        else pl.col(column)
        for column in figures.columns
    )


def _full_names(entities: pl.DataFrame) -> dict[str, str]:
    """The ids of what can be a subject, by names of two words or more that mean nothing else."""
    ids: dict[str, set[str]] = defaultdict(set)
    for entity_id, entity_type, name in entities.select("entity_id", "type", "name").iter_rows():
        if " " in name:
            ids[name].add(entity_id if entity_type in _SUBJECTS else "")
    return {name: next(iter(meant)) for name, meant in ids.items() if len(meant) == 1 and "" not in meant}


def _named(wanting: pl.DataFrame, mentions: pl.DataFrame) -> Mapping[tuple[str, int], _Places]:
    """Where names other than those of places stand in the sentences."""
    places: dict[tuple[str, int], _Places] = defaultdict(list)
    named = mentions.filter(pl.col("type") != "PLACE").join(wanting, on=["doc_id", "sentence_no"], how="semi")
    for doc_id, number, start, end in named.select("doc_id", "sentence_no", "start", "end").iter_rows():
        places[doc_id, number].append((start, end))
    return places


def _names_in(text: str, known: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
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
