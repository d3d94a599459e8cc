"""The gate: which rows may pass, and whether any may.

What belongs here: turning rows away, together with those that cannot stand without them. What is wrong with
a row is found by the other modules.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import polars as pl

from tidybrief import dictionary, schemas
from tidybrief.validation.checks import (
    DESCRIPTIONS,
    SAMPLES,
    Check,
    Failures,
    Severity,
    Tables,
    blocking,
    brief,
    check_rows,
    merged,
)
from tidybrief.validation.consistency import check_consistency, check_order, misplaced, recount
from tidybrief.validation.grounding import find_ungrounded, lost_evidence
from tidybrief.validation.memory import Memory
from tidybrief.validation.rules import find_broken_rules

NO_SINGLE_DOCUMENT: Final = "*"
"""The doc_id, in `rejects`, of a row that belongs to no single document."""


@dataclass(frozen=True)
class Validated:
    """Tables that may be published unless something blocks them, and what was checked.

    `tables` lack the rows that broke a row rule and are sorted in the contract's order; `rejects` among
    them has those rows, as JSON. `rejected_rows` counts them.
    """

    tables: Tables
    checks: tuple[Check, ...]
    rejected_rows: int

    @property
    def blocking(self) -> tuple[Check, ...]:
        """The failed checks that keep the tables from being published."""
        return blocking(self.checks)


def validate(tables: Tables, *, max_reject_share: float, memory: Memory | None = None) -> Validated:
    """Tables without the rows that break a rule, and the checks.

    `tables` holds a frame for each of `schemas.TABLES`; `rejects` has what reading turned away. Bad tables
    never raise. A row that breaks a rule of its table goes to `rejects`, and so do the rows that cannot
    stand without it: those of a rejected document or sentence, the mentions and relations of a rejected
    entity, the comparisons whose evidence went. Where a reference may be null, it becomes null instead. A
    broken schema, key or reference blocks, and so does a share of rejected rows above `max_reject_share` (0
    to 1). Where a schema is broken, nothing else is checked. Tables that `memory` has met are not looked at again.
    """
    memory = memory or Memory()
    found = _look_at(tables, memory)
    if found.broken:
        return Validated(tables, found.schema_checks(), 0)
    kept, rejected = _turn_away(found)
    rows = sum(frame.height for name, frame in found.tables.items() if name != "rejects")
    share = Check(
        table="rejects",
        name="reject_share",
        description=DESCRIPTIONS["reject_share"],
        severity="error",
        passed=len(rejected) <= max_reject_share * rows,
        failing_rows=len(rejected),
        rows=rows,
        samples=tuple(brief(row, row["message"]) for row in rejected[:SAMPLES]),
    )
    checks = (*found.schema_checks(), *found.row_checks("warn"), *check_consistency(kept, memory), share)
    return Validated(kept, _in_contract_order(checks), len(rejected))


def examine(tables: Tables) -> tuple[Check, ...]:
    """The checks of tables that claim to be published: here, every row that breaks a rule is an error."""
    memory = Memory()
    found = _look_at(tables, memory)
    if found.broken:
        return found.schema_checks()
    between = (*check_consistency(found.tables, memory), *check_order(found.tables))
    return _in_contract_order((*found.schema_checks(), *found.row_checks("error"), *between))


def _in_contract_order(checks: Iterable[Check]) -> tuple[Check, ...]:
    tables, names = list(schemas.TABLES), list(DESCRIPTIONS)
    return tuple(sorted(checks, key=lambda check: (tables.index(check.table), names.index(check.name))))


@dataclass(frozen=True, slots=True)
class _Findings:
    """What is wrong with each table by itself: its shape (`broken`), or some of its rows."""

    tables: Tables
    broken: Mapping[str, list[str]]
    rules: Mapping[str, Failures]
    grounding: Mapping[str, Failures]

    def schema_checks(self) -> tuple[Check, ...]:
        return tuple(
            Check(
                table=name,
                name="schema",
                description=DESCRIPTIONS["schema"],
                severity="error",
                passed=name not in self.broken,
                failing_rows=frame.height if name in self.broken else 0,
                rows=frame.height,
                samples=tuple({"reason": reason} for reason in self.broken.get(name, ())[:SAMPLES]),
            )
            for name, frame in self.tables.items()
        )

    def row_checks(self, severity: Severity) -> tuple[Check, ...]:
        # A bad row of `rejects` can be turned away nowhere.
        return tuple(
            check_rows(name, check, failures, self.tables[name], "error" if name == "rejects" else severity)
            for check, tables in (("rules", self.rules), ("grounding", self.grounding))
            for name, failures in tables.items()
        )

    def failures(self, table: str) -> Failures:
        return merged(self.rules[table], self.grounding.get(table, {}))


def _look_at(tables: Tables, memory: Memory) -> _Findings:
    complete = {name: tables.get(name, pl.DataFrame()) for name in schemas.TABLES}
    found = {
        name: memory.recall(f"rules of {name}", [frame], partial(find_broken_rules, name, frame))
        for name, frame in complete.items()
    }
    broken = {name: problems for name, (problems, _) in found.items() if problems}
    rules = {name: failures for name, (_, failures) in found.items()}
    return _Findings(complete, broken, rules, {} if broken else find_ungrounded(complete, memory))


def _turn_away(found: _Findings) -> tuple[dict[str, pl.DataFrame], list[dict[str, Any]]]:
    """The tables without the failing rows and those that cannot stand without them, and the rejects of both.

    The tables come in the order of the corridor: what a table refers to has been dealt with before.
    """
    kept: dict[str, pl.DataFrame] = {}
    rejected: list[dict[str, Any]] = []
    for name, frame in found.tables.items():
        if name == "rejects":
            continue
        failures, remaining = found.failures(name), frame
        for reference in dictionary.references(name):
            if reference.target == name:
                continue
            orphans = _orphans(frame, reference, found.tables[reference.target], kept[reference.target])
            if reference.nullable:
                remaining = _with_nulls(remaining, reference.columns, orphans)
            else:
                failures = merged(failures, orphans)
        if "evidence" in frame.columns:
            failures = merged(failures, lost_evidence(frame, found.tables, kept))
        rejected += [_reject(name, frame.row(number, named=True), failures[number]) for number in sorted(failures)]
        kept[name] = _without(remaining, failures)
    if rejected:
        kept["documents"] = _regrouped(kept["documents"], found.tables["documents"])
        kept = recount(kept)
    turned_away = pl.DataFrame(rejected, schema=dictionary.polars_schema("rejects"))
    kept["rejects"] = pl.concat([found.tables["rejects"], turned_away])
    return {name: _in_order(name, kept[name]) for name in found.tables}, rejected


def _in_order(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The rows in the contract's order; the frame itself, not a copy, where they are."""
    return (
        frame if misplaced(table, frame).is_empty() else frame.sort(dictionary.sort_order(table), maintain_order=True)
    )


def _orphans(
    frame: pl.DataFrame, reference: dictionary.Reference, before: pl.DataFrame, after: pl.DataFrame
) -> Failures:
    """The rows that refer to what was there before rows were turned away, and is there no more."""
    if before.height == after.height:
        return {}
    own, target = list(reference.columns), list(reference.target_columns)
    gone = before.select(target).join(after.select(target), on=target, how="anti")
    rows = frame.select(own).with_row_index("number").join(gone, left_on=own, right_on=target, how="semi")
    return {
        number: [f"{', '.join(own)} {' '.join(map(str, value))} was rejected"] for number, *value in rows.iter_rows()
    }


def _numbered(rows: Failures) -> pl.Expr:
    return pl.int_range(pl.len()).is_in(sorted(rows))


def _without(frame: pl.DataFrame, rows: Failures) -> pl.DataFrame:
    return frame.filter(~_numbered(rows)) if rows else frame


def _with_nulls(frame: pl.DataFrame, columns: Iterable[str], rows: Failures) -> pl.DataFrame:
    if not rows:
        return frame
    return frame.with_columns(pl.when(~_numbered(rows)).then(pl.col(column)).alias(column) for column in columns)


def _regrouped(documents: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
    """The documents, none repeating a rejected one; a group without its first member is named after the
    next."""
    gone = before.join(documents, on="doc_id", how="anti")["doc_id"].implode()
    first = pl.col("doc_id").min().over("source_group")
    return documents.with_columns(
        derived_from=pl.when(~pl.col("derived_from").is_in(gone)).then("derived_from"),
        source_group=pl.when(pl.col("source_group").is_in(gone)).then(first).otherwise("source_group"),
    )


def _reject(table: str, row: Mapping[str, Any], reasons: Iterable[str]) -> dict[str, Any]:
    return {
        "doc_id": row.get("doc_id") or NO_SINGLE_DOCUMENT,
        "stage": "validation",
        "code": "ROW_RULE",
        "message": f"{table}: {'; '.join(reasons)}",
        "remedy": "Mend the document where it is wrong. Where it is right, report this row (kept in full).",
        "row": json.dumps(_plain(row), ensure_ascii=False, default=str),
    }


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row without what JSON cannot say: infinity and 'not a number' become words."""
    return {
        name: str(value) if isinstance(value, float) and not math.isfinite(value) else value
        for name, value in row.items()
    }
