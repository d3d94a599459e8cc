"""Figures of texts with several items: each is of what its own paragraph tells of."""

import pytest

from short_texts import verdicts

ITEMS = "Shares of Larch Cars fell in early trading.\n\n"
"""An item on something else, before those that are compared."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            f"{ITEMS}The labour market in Estonia has changed little. The unemployment rate was 8.5 percent in 2023.",
            "Unemployment in Estonia stood at 6.1 percent in 2023.",
            id="what the sentence before is about",
        ),
        pytest.param(
            f"{ITEMS}The finance ministry of Estonia said the budget deficit had reached $4.1 billion in 2023.",
            "Estonia had a budget deficit of $2.9 billion in 2023.",
            id="whose ministry tells it",
        ),
        pytest.param(
            f"{ITEMS}4.1 million passengers travelled with Orvela Airways in 2023.",
            "Orvela Airways carried 2.9 million passengers in 2023.",
            id="with whom something is done",
        ),
        pytest.param(
            f"{ITEMS}Orvela Foods spent more than it had planned. Revenue was $41 million in 2023.",
            "Revenue of Orvela Foods was $29 million in 2023.",
            id="a pronoun behind the name that it stands for",
        ),
    ],
)
def test_a_figure_of_its_own_paragraph(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Orvela Foods sells tea.\n\nIn Brazil, the company held 21 percent of the market in 2023.",
            "Larch Cars sells cars.\n\nIn Brazil, the company held 34 percent of the market in 2023.",
            id="a place in which something is told of a company",
        ),
        pytest.param(
            "Larch Cars lost customers.\n\nIts revenue fell to $41 million in 2023. Orvela Foods is a rival.",
            "Revenue of Orvela Foods was $29 million in 2023.",
            id="what was spoken of before the paragraph",
        ),
    ],
)
def test_a_figure_of_what_was_told_before(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)
