"""What judgements do to the tables.

What belongs here: applying each kind of correction, and telling which judgements refer to something that is there no
more. Corrections of rows and entities come before the documents are compared, those of conflicts after.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import polars as pl

from tidybrief import dictionary
from tidybrief.corpus.correcting import ROW_TABLES
from tidybrief.corpus.entities import Linked
from tidybrief.corpus.linking import ENTITY_REFERENCES, with_moved_ids
from tidybrief.reading import CORRECTIONS_FILE
from tidybrief.reading.judgements import Judgement
from tidybrief.validation.consistency import recount

Tables = dict[str, pl.DataFrame]
Step = Callable[[Tables, Judgement], int]

BY_HAND: Final = "analyst"
"""The method of a row that an analyst corrected."""
CHANGED_ROWS: Final = "changed_rows"


def apply_judgements(
    tables: Mapping[str, pl.DataFrame], judgements: Sequence[Judgement]
) -> tuple[Tables, pl.DataFrame]:
    """The linked tables after corrections of rows and entities, and how many rows each judgement changed.

    A rejected row goes to `rejects`. A judgement that refers to what is not there changes nothing.
    """
    corrected = dict(tables)
    steps: Mapping[str, Step] = {"reject": _reject, "correct": _correct, "split": _split, "merge": _merge}
    changed = {
        judgement.judgement_id: steps[kind](corrected, judgement)
        for kind in steps
        for judgement in judgements
        if judgement.kind == kind
    }
    if any(changed.values()):
        corrected = recount(corrected)
    outcome = {"judgement_id": list(changed), CHANGED_ROWS: list(changed.values())}
    return corrected, pl.DataFrame(outcome, schema={"judgement_id": pl.String, CHANGED_ROWS: pl.Int32})


def settle(comparisons: pl.DataFrame, judgements: Iterable[Judgement]) -> tuple[pl.DataFrame, dict[str, int]]:
    """The comparisons after judgements on conflicts, and how many rows each of these changed.

    A dismissed conflict becomes `look_alike`; its note says who dismissed it and why, and so does that of a confirmed
    one.
    """
    changed = {}
    for judgement in judgements:
        if judgement.kind in {"confirm", "dismiss"}:
            meant = (pl.col("comparison_id") == judgement.target) & (pl.col("verdict") == "conflict")
            changed[judgement.judgement_id] = comparisons.filter(meant).height
            comparisons = comparisons.with_columns(
                pl.when(meant).then(value).otherwise(pl.col(name)).alias(name)
                for name, value in _verdict(judgement).items()
            )
    return comparisons, changed


def judged(
    tables: Mapping[str, pl.DataFrame], judgements: Sequence[Judgement], changed: Mapping[str, int]
) -> pl.DataFrame:
    """The table `judgements`: each with how many rows it changed, and whether what it refers to is there."""
    there = _ids(tables)
    rows = [
        {
            "judgement_id": judgement.judgement_id,
            "kind": judgement.kind,
            "target": judgement.target,
            "terms": json.dumps(judgement.terms, ensure_ascii=False, default=str) if judgement.terms else None,
            "who": judgement.who,
            "decided_on": judgement.when,
            "why": judgement.why,
            "status": _status(judgement, changed.get(judgement.judgement_id, 0), there),
            "changed_rows": changed.get(judgement.judgement_id, 0),
        }
        for judgement in judgements
    ]
    frame = pl.DataFrame(rows, schema=dictionary.polars_schema("judgements"))
    return frame.unique("judgement_id").sort("judgement_id")


def _status(judgement: Judgement, changed: int, there: frozenset[str]) -> str:
    if judgement.kind == "note":
        return "noted" if judgement.target is None or judgement.target in there else "gone"
    return "applied" if changed else "gone"


def _ids(tables: Mapping[str, pl.DataFrame]) -> frozenset[str]:
    """Everything that a note may be about."""
    keys = {**ROW_TABLES, "entities": "entity_id", "comparisons": "comparison_id", "documents": "doc_id"}
    return frozenset(identity for table, key in keys.items() for identity in tables[table][key])


def _verdict(judgement: Judgement) -> dict[str, pl.Expr]:
    if judgement.kind == "confirm":
        return {"note": pl.concat_str("note", pl.lit(f" Confirmed {judgement.signed}"), ignore_nulls=True)}
    told = pl.lit(f"Dismissed as no conflict {judgement.signed} Before: ")
    note = pl.concat_str(told, "note", ignore_nulls=True)
    return {"note": note, "verdict": pl.lit("look_alike"), "support": pl.lit("single_source")}


def _table_of(tables: Tables, row_id: str | None) -> str | None:
    """The table that has a row of this id."""
    return next((name for name, key in ROW_TABLES.items() if row_id in tables[name][key]), None)


def _reject(tables: Tables, judgement: Judgement) -> int:
    name = _table_of(tables, judgement.target)
    if name is None:
        return 0
    meant = pl.col(ROW_TABLES[name]) == judgement.target
    row = tables[name].row(by_predicate=meant, named=True)
    tables[name] = tables[name].filter(~meant)
    reject = {
        "doc_id": row["doc_id"],
        "stage": "judgement",
        "code": "REJECTED_BY_ANALYST",
        "message": f"{name}: {row.get('text', judgement.target)}: rejected {judgement.signed}",
        "remedy": f"Nothing is to be done. To have it back, delete the entry from {CORRECTIONS_FILE}.",
        "row": json.dumps(row, ensure_ascii=False, default=str),
    }
    tables["rejects"] = pl.concat([tables["rejects"], pl.DataFrame([reject], schema=tables["rejects"].schema)])
    return 1


def _correct(tables: Tables, judgement: Judgement) -> int:
    name = _table_of(tables, judgement.target)
    values = judgement.terms["set"]
    if name is None or not _has_named_entities(tables, name, values):
        return 0
    schema, meant = tables[name].schema, pl.col(ROW_TABLES[name]) == judgement.target
    surer = {f"{column.removesuffix('_id')}_confidence" for column in values} & set(schema)
    set_here = {**values, "method": BY_HAND, "confidence": 1.0, **dict.fromkeys(sorted(surer), 1.0)}
    tables[name] = tables[name].with_columns(
        pl.when(meant).then(pl.lit(value, dtype=schema[column])).otherwise(pl.col(column)).alias(column)
        for column, value in set_here.items()
    )
    return 1


def _has_named_entities(tables: Tables, name: str, values: Mapping[str, Any]) -> bool:
    """Whether the entities that the values name are there."""
    references = ENTITY_REFERENCES.get(name, {})
    named = {value for column, value in values.items() if column in references}
    return named <= set(tables["entities"]["entity_id"])


def _merge(tables: Tables, judgement: Judgement) -> int:
    """Every reference to the entities becomes one to `into`, which takes their names as aliases."""
    entities = tables["entities"]
    wanted = [*judgement.terms["entities"], judgement.target]
    rows = entities.filter(pl.col("entity_id").is_in(wanted))
    kept = rows.filter(pl.col("entity_id") == judgement.target)
    if kept.is_empty() or rows.height < 2:
        return 0
    name, names = kept["name"].item(), {*rows["name"], *rows["aliases"].explode().drop_nulls()}
    aliases = pl.lit(pl.Series([sorted(names - {name})], dtype=pl.List(pl.String))).first()
    into = pl.col("entity_id") == judgement.target
    moved = {identity: str(judgement.target) for identity in rows["entity_id"] if identity != judgement.target}
    tables["entities"] = entities.filter(~pl.col("entity_id").is_in(list(moved))).with_columns(
        pl.when(into).then(aliases).otherwise(pl.col("aliases")).alias("aliases")
    )
    linked = Linked(tables["entities"], moved, {str(judgement.target): name})
    changed = tables["mentions"].filter(pl.col("entity_id").is_in(list(moved))).height
    for table, references in ENTITY_REFERENCES.items():
        tables[table] = with_moved_ids(tables[table], references, linked)
    return max(changed, 1)


def _split(tables: Tables, judgement: Judgement) -> int:
    """Some mentions of an entity become those of another one, and with them what the same sentences say of it."""
    terms, old, new = judgement.terms, judgement.target, judgement.terms["into"]
    entity = tables["entities"].filter(pl.col("entity_id") == old)
    meant = pl.col("entity_id") == old
    if "documents" in terms:
        meant &= pl.col("doc_id").is_in(terms["documents"])
    if "texts" in terms:
        meant &= pl.col("text").is_in(terms["texts"])
    mentions = tables["mentions"]
    moving, staying = mentions.filter(meant), mentions.filter((pl.col("entity_id") == old) & ~meant)
    if entity.is_empty() or moving.is_empty():
        return 0
    place = ["doc_id", "sentence_no"]
    sentences = moving.select(place).unique().join(staying.select(place), on=place, how="anti")
    documents = moving.select("doc_id").unique().join(staying.select("doc_id"), on="doc_id", how="anti")
    tables["mentions"] = mentions.with_columns(
        pl.when(meant).then(pl.lit(new)).otherwise(pl.col("entity_id")).alias("entity_id")
    )
    linked = Linked(entity, {str(old): new}, {new: terms["name"]})
    for table, references in ENTITY_REFERENCES.items():
        if table != "mentions":
            tables[table] = _moved_there(tables[table], references, linked, sentences, documents)
    if new not in tables["entities"]["entity_id"]:
        row = entity.with_columns(
            entity_id=pl.lit(new),
            name=pl.lit(terms["name"]),
            aliases=pl.lit(pl.Series([[]], dtype=pl.List(pl.String))).first(),
            external_id=pl.lit(None, dtype=pl.String),
        )
        tables["entities"] = pl.concat([tables["entities"], row]).sort("entity_id")
    return moving.height


def _moved_there(
    frame: pl.DataFrame,
    references: Mapping[str, str | None],
    linked: Linked,
    sentences: pl.DataFrame,
    documents: pl.DataFrame,
) -> pl.DataFrame:
    """The frame with its references moved in these sentences and documents, in the same order."""
    numbered = frame.with_row_index("number")
    there = pl.concat(
        [
            numbered.join(sentences, on=["doc_id", "sentence_no"], how="semi")["number"],
            numbered.join(documents, on="doc_id", how="semi")["number"],
        ]
    ).unique()
    inside = numbered.filter(pl.col("number").is_in(there.implode()))
    outside = numbered.filter(~pl.col("number").is_in(there.implode()))
    return pl.concat([with_moved_ids(inside, references, linked), outside]).sort("number").drop("number")
