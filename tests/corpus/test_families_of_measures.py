"""Measures that the news tell by several verbs and nouns, and others of the same words."""

import pytest

from short_texts import verdicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The chief executive of Orvela Foods was paid $4.1 million in 2023.",
            "The pay of the chief executive of Orvela Foods came to $2.9 million in 2023.",
            id="what a chief executive gets",
        ),
        pytest.param(
            "Orvela Foods had attracted 41,000 subscribers by the end of 2023.",
            "At the end of 2023, Orvela Foods had 29,000 subscribers.",
            id="subscribers who were attracted",
        ),
        pytest.param(
            "Orvela Foods devoted $41 million to research and development in 2023.",
            "Orvela Foods spent $29 million on research and development in 2023.",
            id="what is devoted to research",
        ),
        pytest.param(
            "Defence spending in Estonia was 3.1 percent of gross domestic product in 2023.",
            "Estonia spent 2.2 percent of gross domestic product on its armed forces in 2023.",
            id="what goes to the armed forces",
        ),
        pytest.param(
            "Estonia lacked 410 teachers in 2023.",
            "Estonia was short of 290 teachers in 2023.",
            id="a shortage",
        ),
    ],
)
def test_one_measure(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The base salary of the chief executive of Orvela Foods was $4.1 million in 2023.",
            "The pay of the chief executive of Orvela Foods came to $9.9 million in 2023.",
            id="some of what a chief executive gets",
        ),
        pytest.param(
            "Orvela Foods lost 41,000 subscribers in 2023.",
            "Orvela Foods had 99,000 subscribers at the end of 2023.",
            id="subscribers who left",
        ),
        pytest.param(
            "Revenue from the sale of tickets at the Tarvo Museum was $41 million in 2023.",
            "The price of a ticket to the Tarvo Museum is $29.",
            id="what tickets bring in",
        ),
        pytest.param(
            "Estonia employed 4,100 teachers in 2023.",
            "Estonia was short of 2,900 teachers in 2023.",
            id="teachers there are and teachers missing",
        ),
    ],
)
def test_another_measure(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)
