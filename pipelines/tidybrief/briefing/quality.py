"""Data quality: how many rows each layer has and how sure extraction is of them, the checks, and what was rejected.

What belongs here: counts and their wording. What does not: checking (`validation`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.accuracy import Accuracy, measured_accuracy
from tidybrief.briefing.readings import UNSURE_READING
from tidybrief.validation import Check

MOST_REJECTS: Final = 100
_LAYERS: Final = {
    "names": ("mentions", "confidence"),
    "figures: value, unit and hedge": ("figures", "confidence"),
    "figures: whom they are about": ("figures", "subject_confidence"),
    "figures: what they measure": ("figures", "indicator_confidence"),
    "dates": ("dates", "confidence"),
    "relations": ("relations", "confidence"),
}
"""Table and column of each layer's estimate."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One extracted layer: its rows, the mean of their own probability of being right, and how many are unsure."""

    words: str
    rows: int
    mean_confidence: str
    unsure: int


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A failed check of one table, or one that passed in all the tables named; `reason`: of one failing row."""

    description: str
    tables: str
    passed: bool
    blocks: bool
    failing_rows: int
    rows: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reject:
    """Input or rows that were not published, with what the reader can do."""

    doc_id: str
    stage: str
    code: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Quality:
    """The section's content. `status` is the sentence for the head of the page, `is_clean` whether all went well;
    `estimates` says how many readings of these figures are right by their own estimate, "" without any;
    `accuracy` was measured beforehand, on other documents.
    """

    layers: tuple[Layer, ...]
    checks: tuple[CheckLine, ...]
    rejects: tuple[Reject, ...]
    reject_count: int
    status: str
    is_clean: bool
    estimates: str
    accuracy: Accuracy


def judge_quality(tables: Mapping[str, pl.DataFrame], checks: Sequence[Check]) -> Quality:
    """The state of the data; the checks that failed come first."""
    rejects = tables["rejects"].sort("doc_id", "stage", "code", "message")
    inputs = rejects.filter(pl.col("stage").is_in(["reading", "extraction"]))["doc_id"].n_unique()
    rows = rejects.filter(pl.col("stage") == "validation").height
    by_hand = rejects.filter(pl.col("stage") == "judgement").height
    failed = [check for check in checks if not check.passed]
    warned = [check for check in failed if check.severity == "warn"]
    errors = len(failed) - len(warned)
    faults = [
        *([f"{wording.count(inputs, 'input')} could not be used"] if inputs else []),
        *([f"{wording.count(rows, 'row')} {'was' if rows == 1 else 'were'} rejected"] if rows else []),
        *([f"{wording.count(errors, 'check')} failed"] if errors else []),
        *([f"{wording.count(len(warned), 'check')} gave a warning"] if warned else []),
    ]
    if faults:
        status = f"{wording.sentence(wording.joined(faults))}."
    else:
        nothing = "Nothing else" if by_hand else "Nothing"
        passed = ", and the tables are whole" if checks else ""
        status = f"{nothing} was rejected{passed}."
    if by_hand:
        status = f"An analyst rejected {wording.count(by_hand, 'row')}. {status}"
    return Quality(
        layers=tuple(
            _layer(words, tables[table][column].cast(pl.Float64)) for words, (table, column) in _LAYERS.items()
        ),
        checks=(*_failed(failed), *_passed(checks)),
        rejects=tuple(
            Reject(row["doc_id"], row["stage"], row["code"], row["message"], row["remedy"])
            for row in rejects.head(MOST_REJECTS).iter_rows(named=True)
        ),
        reject_count=rejects.height,
        status=status,
        is_clean=not faults,
        estimates=_estimates(tables["figures"]),
        accuracy=measured_accuracy(),
    )


def _estimates(figures: pl.DataFrame) -> str:
    """How many readings of these figures are right by their own estimate; "" without any."""
    means = [figures[column].cast(pl.Float64).mean() for column in ("subject_confidence", "indicator_confidence")]
    whom, what = (f"{100 * mean:.0f}%" if isinstance(mean, float) else "" for mean in means)
    if not (whom and what):
        return ""
    return (
        "How well they were read is another matter: the program estimates that it has "
        f"{whom} of the subjects and {what} of the measures of these figures right."
    )


def _failed(checks: Sequence[Check]) -> list[CheckLine]:
    return [
        CheckLine(
            description=check.description,
            tables=check.table,
            passed=False,
            blocks=check.severity == "error",
            failing_rows=check.failing_rows,
            rows=check.rows,
            reason=next((str(sample["reason"]) for sample in check.samples if "reason" in sample), ""),
        )
        for check in sorted(checks, key=lambda check: (check.severity, check.table, check.name))
    ]


def _passed(checks: Sequence[Check]) -> list[CheckLine]:
    """The checks that passed, one line a check with all its tables."""
    by_description: dict[str, list[Check]] = {}
    for check in sorted(checks, key=lambda check: (check.name, check.table)):
        if check.passed:
            by_description.setdefault(check.description, []).append(check)
    return [
        CheckLine(
            description=description,
            tables=wording.joined([check.table for check in same]),
            passed=True,
            blocks=False,
            failing_rows=0,
            rows=sum(check.rows for check in same),
            reason="",
        )
        for description, same in by_description.items()
    ]


def _layer(words: str, estimates: pl.Series) -> Layer:
    mean = estimates.mean()
    return Layer(
        words=words,
        rows=estimates.len(),
        mean_confidence=f"{100 * mean:.0f}%" if isinstance(mean, float) else "–",
        unsure=int((estimates < UNSURE_READING).sum()),
    )
