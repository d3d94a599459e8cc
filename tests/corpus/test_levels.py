"""Whether a number tells how far something changed, by the words beside it."""

import pytest

from tidybrief.corpus.levels import of_the_change
from tidybrief.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("before", "after", "measure"),
    [
        pytest.param("Revenue was up ", " on the year", "revenue growth", id="up"),
        pytest.param("Revenue was down about ", "", "revenue fall", id="down, hedged"),
        pytest.param("Revenue was ", " higher", "revenue growth", id="higher"),
        pytest.param("Exports made up ", " of it", "revenue", id="made up"),
        pytest.param("The loan took up ", " of it", "revenue", id="took up"),
        pytest.param("It raised its share by about ", "", "increase in revenue", id="raised by"),
        pytest.param("It cut its share by ", "", "cut in revenue", id="cut by"),
    ],
)
def test_a_percentage_of_change(before: str, after: str, measure: str) -> None:
    assert of_the_change("revenue", "percent", before, after, load_lexicon()) == measure
