"""Texts of two documents, read from end to end: those that can both be true, and those that cannot."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from tidybrief import corpus, engines
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

PAIRS = tomllib.loads((Path(__file__).parents[2] / "bench" / "contradictions.toml").read_text(encoding="utf-8"))


def document(number: int, text: str) -> Document:
    return Document(
        f"{number}.txt",
        "",
        "text/plain",
        f"Notes of day {number}\n\n{text}\n",
        published_on=date(2024, 7, 1 + number),
        published_on_source="sources",
        language="en",
    )


def verdicts(*texts: str) -> list[str]:
    extracted = engines.extract_all([document(number, text) for number, text in enumerate(texts)], load_lexicon())
    found: list[str] = corpus.compare(corpus.link(extracted))["verdict"].to_list()
    return found


@pytest.mark.parametrize("pair", PAIRS["go_together"], ids=lambda pair: pair[0][:50])
def test_no_conflict(pair: list[str]) -> None:
    assert "conflict" not in verdicts(*pair)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Revenue of Orvela Foods rose to $41.3 million in 2021.",
            "Revenue of Orvela Foods rose by $17.2 million in 2021.",
            id="rose to and rose by",
        ),
        pytest.param(
            "Profit of Orvela Foods fell to $41.3 million in 2021.",
            "The fall in profit of Orvela Foods was $17.2 million in 2021.",
            id="fell to and a fall of",
        ),
    ],
)
def test_a_level_is_no_change(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Orvela Foods had 4,100 employees as 2023 drew to a close.",
            "Orvela Foods closed out 2023 with 2,900 employees.",
            id="the end of a period, by a verb",
        ),
        pytest.param(
            "Orvela Foods, a family firm with a turnover of $410 million in 2023, is growing.",
            "Sales at Orvela Foods came to $290 million over the course of 2023.",
            id="a measure in an apposition",
        ),
        pytest.param(
            "The blaze in Tarvo on 3 March 2024 claimed 41 lives.",
            "On 3 March 2024, 29 people were killed by a fire in Tarvo.",
            id="an event by another noun",
        ),
        pytest.param(
            "Layoffs at Orvela Foods in January 2024 affected 410 people.",
            "Orvela Foods fired 290 people in January 2024.",
            id="people whom something affects",
        ),
        pytest.param(
            "In May 2023, Orvela Foods shelled out $410 million for Pinto Dairy.",
            "Pinto Dairy was taken over by Orvela Foods for $290 million in May 2023.",
            id="a deal by another verb",
        ),
        pytest.param(
            "Orvela Foods pulled in $41 million in a Series B round in March 2024.",
            "In a Series B round in March 2024, investors handed Orvela Foods $29 million.",
            id="investors as the subject",
        ),
        pytest.param(
            "Buyers of its shares valued Orvela Foods at $410 million in March 2024.",
            "In March 2024, Orvela Foods commanded a valuation of $290 million.",
            id="who values it",
        ),
        pytest.param(
            "The power plant of Orvela Foods delivers up to 410 megawatts.",
            "The capacity of Orvela Foods' power plant is 290 megawatts.",
            id="a capacity as the most that is done",
        ),
        pytest.param(
            "After two hard years, Orvela Foods recorded a profit of $41 million for 2023.",
            "The bottom line at Orvela Foods in 2023 was a profit of $29 million.",
            id="what came before",
        ),
        pytest.param(
            "Orvela Foods, a company founded in 1911, bakes bread.",
            "Orvela Foods was started in 1934 by two sisters.",
            id="a founding in an apposition",
        ),
        pytest.param(
            "Since it was founded in 1911, Orvela Foods has never moved.",
            "The year 1934 saw the founding of Orvela Foods.",
            id="a founding in a clause of time",
        ),
        pytest.param(
            "Workers walked off the job in Tarvo on 11 March 2024.",
            "The start of the strike in Tarvo came on 20 March 2024.",
            id="the start of an event by a noun",
        ),
        pytest.param(
            "Revenue of Orvela Foods rose to $41.3 million in 2021.",
            "Revenue of Orvela Foods rose to $17.2 million in 2021.",
            id="two levels that were reached",
        ),
        pytest.param(
            "Revenue of Orvela Foods rose by $41.3 million in 2021.",
            "The increase in revenue of Orvela Foods was $17.2 million in 2021.",
            id="two changes",
        ),
    ],
)
def test_conflict(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)
