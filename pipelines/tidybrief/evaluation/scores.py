"""What an evaluation says: counts, and the rows behind them.

What belongs here: the records, and precision, recall and F1 computed from counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """How many rows of a layer were found under one measure of sameness; `None` where a ratio has no
    denominator.

    `missed` annotations have no row and `extra` rows no annotation; `differing` ones are paired and disagree in
    what is measured.
    """

    layer: str
    measure: str
    matched: int
    predicted: int
    gold: int
    missed: tuple[Row, ...] = ()
    extra: tuple[Row, ...] = ()
    differing: tuple[tuple[Row, Row], ...] = ()

    @property
    def precision(self) -> float | None:
        """Matched rows among predicted ones."""
        return self.matched / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Matched rows among gold ones."""
        return self.matched / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall: 2 × matched / (predicted + gold)."""
        return 2 * self.matched / (self.predicted + self.gold) if self.predicted + self.gold else None

    def as_json(self) -> dict[str, Any]:
        """The counts and ratios as plain values."""
        return {
            "layer": self.layer,
            "measure": self.measure,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "matched": self.matched,
            "predicted": self.predicted,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All scores of one evaluation, in the order of the layers."""

    scores: tuple[Score, ...]

    def score(self, layer: str, measure: str) -> Score:
        """The one score of that layer and measure; raises KeyError where there is none."""
        for score in self.scores:
            if (score.layer, score.measure) == (layer, measure):
                return score
        raise KeyError(f"{layer}: {measure}")
