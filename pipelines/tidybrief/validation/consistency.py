"""Whether rows and tables fit together.

What belongs here: keys, references, order, counts, and whether every document is heard.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

import polars as pl

from tidybrief import dictionary
from tidybrief.validation.checks import Check, Failures, Tables, check_rows, merged
from tidybrief.validation.grounding import unknown_evidence
from tidybrief.validation.memory import Memory

_COUNTED: Final[Mapping[str, str]] = {"documents": "sentences", "entities": "mentions"}
"""The tables that count rows, and those whose rows they count."""


def check_consistency(tables: Tables, memory: Memory) -> Iterator[Check]:
    """Keys and references (errors), counts and coverage (warnings). What was found in tables that `memory` has met
    together is not looked for again."""
    for name, frame in tables.items():
        if dictionary.primary_key(name):
            failures = memory.recall(f"keys of {name}", [frame], partial(_broken_keys, name, frame))
            yield check_rows(name, "keys", failures, frame)
        if targets := _referred_to(name, tables):
            looked_at = [frame, *(tables[target] for target in targets)]
            failures = memory.recall(f"references of {name}", looked_at, partial(_broken_references, name, tables))
            yield check_rows(name, "references", failures, frame)
    for name, counted in _COUNTED.items():
        looked_at = [tables[name], tables[counted]]
        failures = memory.recall(f"counts of {name}", looked_at, partial(_miscounted, name, tables))
        yield check_rows(name, "counts", failures, tables[name], "warn")
    yield check_rows("documents", "coverage", _silent_documents(tables), tables["documents"], "warn")


def check_order(tables: Tables) -> Iterator[Check]:
    """Whether each table is sorted as the contract says."""
    for name, frame in tables.items():
        yield check_rows(name, "order", {number: ["not in its place"] for number in misplaced(name, frame)}, frame)


def misplaced(table: str, frame: pl.DataFrame) -> pl.Series:
    """The numbers of the places in which another row belongs."""
    columns = list(dictionary.sort_order(table))
    place = frame.select(pl.arg_sort_by(columns, maintain_order=True)).to_series()
    return (place != pl.int_range(frame.height, eager=True)).arg_true()


def _broken_keys(table: str, frame: pl.DataFrame) -> Failures:
    key = dictionary.primary_key(table)
    broken = frame.select(missing=pl.any_horizontal(pl.col(key).is_null()), repeated=pl.struct(key).is_duplicated())
    told = {"missing": f"has no {', '.join(key)}", "repeated": f"another row has the same {', '.join(key)}"}
    return merged(*({number: [told[name]] for number in broken[name].arg_true()} for name in broken.columns))


def _referred_to(table: str, tables: Tables) -> list[str]:
    """The tables whose rows those of this table refer to; evidence may be a row of any."""
    if "evidence" in tables[table].columns:
        return list(tables)
    return [reference.target for reference in dictionary.references(table)]


def _broken_references(table: str, tables: Tables) -> Failures:
    frame = tables[table]
    failures: Failures = unknown_evidence(frame, tables) if "evidence" in frame.columns else {}
    for reference in dictionary.references(table):
        own, target = list(reference.columns), list(reference.target_columns)
        rows = frame.select(own).with_row_index("number").drop_nulls(own)
        lost = rows.join(tables[reference.target], left_on=own, right_on=target, how="anti")
        told = {
            number: [f"{', '.join(own)} {' '.join(map(str, value))} is not in {reference.target}"]
            for number, *value in lost.iter_rows()
        }
        failures = merged(failures, told)
    return failures


def recount(tables: Tables) -> dict[str, pl.DataFrame]:
    """The tables with their counts as the rows are now."""
    return {
        name: frame.with_columns(_counts(name, tables)) if name in ("documents", "entities") else frame
        for name, frame in tables.items()
    }


def _miscounted(table: str, tables: Tables) -> Failures:
    failures: Failures = {}
    for count in _counts(table, tables):
        stated = tables[table][count.name]
        told = {
            number: [f"{count.name} is {stated[number]}, there are {count[number]}"]
            for number in (stated != count).arg_true()
        }
        failures = merged(failures, told)
    return failures


def _counts(table: str, tables: Tables) -> list[pl.Series]:
    """The columns of the table that count rows of another one, as they should be."""
    if table == "documents":
        key, counts = "doc_id", tables["sentences"].group_by("doc_id").agg(sentence_count=pl.len())
    else:
        documents = pl.col("doc_id").n_unique()
        mentions = tables["mentions"].group_by("entity_id")
        key, counts = "entity_id", mentions.agg(mention_count=pl.len(), document_count=documents)
    counted = tables[table].select(key).join(counts, on=key, how="left", maintain_order="left")
    return counted.drop(key).fill_null(0).cast(pl.Int32).get_columns()


def _silent_documents(tables: Tables) -> Failures:
    """The documents from which nothing was extracted, though no row of `rejects` says why."""
    extracted = (f for name, f in tables.items() if "sentence_no" in f.columns and name != "sentences")
    heard = {doc_id for frame in extracted for doc_id in frame["doc_id"].unique()}
    explained = set(tables["rejects"]["doc_id"])
    return {
        number: ["neither name, figure, date nor relation was found"]
        for number, doc_id in enumerate(tables["documents"]["doc_id"])
        if doc_id not in heard and doc_id not in explained
    }
