"""Holds tables to what their models declare, and says what it found.

What belongs here: the rules that follow from `schemas` (types, ranges, vocabularies, keys, references, grounding), and
what is done with the rows that break them. What does not: writing anything anywhere (`publishing`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import polars as pl


@dataclass(frozen=True, slots=True)
class Check:
    """What one aggregated check found in one table.

    A failed check of severity 'error' keeps everything from being published; 'warn' does not.
    `samples` holds some of the failing rows, long texts cut, each with its reason under the key "reason".
    """

    table: str
    name: str
    description: str
    severity: Literal["error", "warn"]
    passed: bool
    failing_rows: int
    rows: int
    samples: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Validated:
    """Tables that may be published unless something blocks them, and what was checked.

    `tables` lack the rows that broke a row rule and are sorted in the contract's order; `rejects` among them has those
    rows, as JSON. `rejected_rows` counts them.
    """

    tables: Mapping[str, pl.DataFrame]
    checks: tuple[Check, ...]
    rejected_rows: int

    @property
    def blocking(self) -> tuple[Check, ...]:
        """The failed checks that keep the tables from being published."""
        return tuple(check for check in self.checks if not check.passed and check.severity == "error")


def validate(tables: Mapping[str, pl.DataFrame], *, max_reject_share: float) -> Validated:
    """Tables without the rows that break a rule, and the checks.

    `tables` holds a frame for each of `schemas.TABLES`; `rejects` has what reading turned away. Bad tables never raise.
    A row that breaks a rule of its table goes to `rejects`, and so do the rows that cannot stand without it: those of a
    rejected document or sentence, the mentions and relations of a rejected entity, the comparisons whose evidence went.
    Where the reference may be null, it becomes null instead. A broken schema, key or reference blocks, and so does a
    share of rejected rows above `max_reject_share` (0 to 1).
    """
    raise NotImplementedError


def examine(tables: Mapping[str, pl.DataFrame]) -> tuple[Check, ...]:
    """The checks of tables that claim to be published: here, every row that breaks a rule is an error."""
    raise NotImplementedError
