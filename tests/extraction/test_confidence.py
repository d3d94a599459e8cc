"""Confidence of figures and dates: probabilities, by evidence that the table knows."""

from dataclasses import replace
from datetime import date

import pytest

from tidybrief.extraction import confidence, extract
from tidybrief.extraction.records import Quantity
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

SURE = Quantity(0, 0, 2, "5%", "percent", 5.0, None, "percent", "exact", 2, 2, "percent", 0.96)
VAGUE = replace(SURE, text="5", kind="count", unit="number", method="count_plain", confidence=0.5)


def test_what_is_stated_is_surer_than_what_is_not() -> None:
    sure = confidence.figure_confidence(SURE, has_subject=True, has_indicator=True)
    vague = confidence.figure_confidence(VAGUE, has_subject=False, has_indicator=False)
    assert 0 < vague < 0.5 < sure < 1


@pytest.mark.parametrize("layer", ["figures", "dates"])
def test_unknown_evidence_says_nothing(layer: str) -> None:
    assert confidence.probability(layer, ["of no kind"]) == confidence.probability(layer, [])


def test_rows_carry_the_probability_of_their_evidence() -> None:
    text = "Elm Mills sold 40 looms in 2019. Sales then rose by 5% in the spring."
    document = Document("a.txt", "", "text/plain", text, language="en", published_on=date(2023, 5, 16))
    found = extract(document, load_lexicon())
    assert len(found.figures) == 2
    assert len({row.confidence for row in found.dates}) == 2
    assert all(0.5 < row.confidence < 1 for row in (*found.figures, *found.dates))
