"""What briefing and docs say of the package's accuracy is what is measured, up to rounding."""

import json
from pathlib import Path

import pytest

import tidybrief
from tidybrief.evaluation import Evaluation
from tidybrief.evaluation.accuracy import accuracy_of, as_markdown
from tidybrief.reading import read_folder

ROOT = Path(__file__).parent.parent
ROUNDING = 0.011
TOLD = json.loads((Path(tidybrief.__file__).parent / "briefing" / "accuracy.json").read_text())


def test_the_told_figures_are_the_measured_ones(measured: Evaluation) -> None:
    documents, _ = read_folder(ROOT / "raw")
    now = accuracy_of(measured, documents=len(documents))
    assert TOLD["measured_on"] == now["measured_on"]
    for told, found in zip(TOLD["measures"], now["measures"], strict=True):
        assert told["name"] == found["name"]
        ratios = [[row["precision"], row["recall"]] for row in (told, found)]
        assert ratios[0] == pytest.approx(ratios[1], abs=ROUNDING), f"{told['name']}: run make accuracy"


def test_the_guide_tells_the_same() -> None:
    assert as_markdown(TOLD) in (ROOT / "docs" / "method.md").read_text()
