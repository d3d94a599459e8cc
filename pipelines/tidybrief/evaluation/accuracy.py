"""What the package says of its own accuracy.

What belongs here: the few measures that tell a reader how far to trust each layer, and their form on disk and in the
docs. The committed figures lie in `briefing/accuracy.json`, where the briefing reads them.
"""

from collections.abc import Mapping
from typing import Any, Final

from tidybrief.evaluation.scores import Evaluation

TOLD: Final[Mapping[tuple[str, str], str]] = {
    ("mentions", "exact span and type"): "Names, with their type",
    ("mentions", "canonical name, of exact span and type"): "What a name stands for, where the name is right",
    ("figures", "value and unit"): "Figures: value and unit",
    ("figures", "value, unit and qualifier"): "Figures: value, unit and hedge",
    ("figures", "subject, of value"): "Whom a figure is about, where its value is right",
    ("figures", "indicator, of value"): "What it measures",
    ("figures", "period, of value"): "For which time",
    ("figures", "attribution, of value"): "Who says so",
    ("dates", "interval"): "Dates, with their first and last day",
    ("relations", "triple"): "Relations",
    ("sentences", "factuality: attributed"): "Sentences that attribute",
    ("conflicts", "conflicts"): "Conflicts between documents",
    ("conflicts", "agreements"): "Agreements between documents",
}
"""The measures that are told, and what they are called for readers."""
DIGITS: Final = 2


def accuracy_of(evaluation: Evaluation, *, documents: int) -> dict[str, Any]:
    """The told measures, rounded, and what they were measured on, as plain values."""
    scores = [(name, evaluation.score(*key)) for key, name in TOLD.items()]
    return {
        "measured_on": f"the {documents} example documents that come with the program, annotated by hand",
        "caveat": "The rules were written with these documents at hand, the learnt weights come from others; expect "
        "less on texts of another kind.",
        "measures": [
            {
                "name": name,
                "precision": _rounded(score.precision),
                "recall": _rounded(score.recall),
                "annotated": score.gold,
            }
            for name, score in scores
        ],
    }


def as_markdown(accuracy: Mapping[str, Any]) -> str:
    """The same as a paragraph and a table."""
    rows = (
        f"| {row['name']} | {_percent(row['precision'])} | {_percent(row['recall'])} | {row['annotated']} |"
        for row in accuracy["measures"]
    )
    return "\n".join(
        (
            f"Measured on {accuracy['measured_on']} (`raw/`, `tests/gold/`). {accuracy['caveat']}",
            "",
            "| what | right, of those found | found, of those there | annotated |",
            "|---|---|---|---|",
            *rows,
        )
    )


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, DIGITS)


def _percent(ratio: float | None) -> str:
    return "–" if ratio is None else f"{100 * ratio:.0f}%"
