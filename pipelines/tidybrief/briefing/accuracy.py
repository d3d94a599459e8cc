"""How often rows are right: what was measured on annotated documents when this version was made.

What belongs here: reading the committed figures. They are written by `make accuracy`, and say nothing about the
documents of a run.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Measure:
    """Of what was found how much is right, of what is there how much was found, as words; over how many annotations."""

    name: str
    precision: str
    recall: str
    annotated: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The measures, the documents they were taken on, and what to beware of."""

    measured_on: str
    caveat: str
    measures: tuple[Measure, ...]


@cache
def measured_accuracy() -> Accuracy:
    """The figures that come with the package."""
    told = json.loads(files(__package__).joinpath("accuracy.json").read_text(encoding="utf-8"))
    return Accuracy(
        told["measured_on"],
        told["caveat"],
        tuple(
            Measure(row["name"], _percent(row["precision"]), _percent(row["recall"]), row["annotated"])
            for row in told["measures"]
        ),
    )


def _percent(ratio: float | None) -> str:
    return "–" if ratio is None else f"{100 * ratio:.0f}%"
