"""The day of what news tell, said in one of them and not in the other."""

from datetime import date

import pytest

from short_texts import verdicts

DAY = date(2024, 7, 1).strftime("%-d %B %Y")
"""The day before the second document is published, and that of the first."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            f"410 flights were cancelled at Tarvo Airport on {DAY}.",
            "Airlines cancelled 290 flights at Tarvo Airport.",
            id="the day of it, or none",
        ),
        pytest.param(
            f"Turnout in the general election in Estonia was 61 percent on {DAY}.",
            "In the general election in Estonia, turnout came to 48 percent.",
            id="an election",
        ),
        pytest.param(
            f"Orvela Foods was in demand on the stock exchange on {DAY}. Its shares closed at $41.30.",
            f"Shares of Orvela Foods closed at $29.10 on {DAY}.",
            id="the day of the sentence before",
        ),
        pytest.param(
            "41,000 tonnes of carbon dioxide were released by Orvela Foods in 2023.",
            "Orvela Foods emitted 29,000 tonnes of carbon dioxide in 2023.",
            id="a year at the end of the clause",
        ),
        pytest.param(
            "From 2025, workers in Estonia will be entitled to a minimum wage of $12.40 an hour.",
            "Estonia will raise its minimum wage to $9.20 an hour in 2025.",
            id="the year from which it holds",
        ),
        pytest.param(
            "The Harbour Dockers' Union and the employers agreed on a pay rise of 9.1 percent.",
            "Members of the Harbour Dockers' Union will get 6.2 percent more pay under an agreement with employers.",
            id="what is done when it is announced",
        ),
    ],
)
def test_news_of_one_day(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            f"Shares of Orvela Foods closed at $41.30 on {DAY}.",
            "Shares of Orvela Foods closed at $29.10.",
            id="what is another every day",
        ),
        pytest.param(
            "410 flights were cancelled at Tarvo Airport on 3 March 2024.",
            "Airlines cancelled 290 flights at Tarvo Airport.",
            id="a day long before",
        ),
        pytest.param(
            f"Turnout in the general election in Estonia was 61 percent on {DAY}.",
            "In the election before, turnout in Estonia had been 48 percent.",
            id="the election before",
        ),
        pytest.param(
            "41,000 tonnes of carbon dioxide were released by Orvela Foods in 2023.",
            "Orvela Foods emitted 29,000 tonnes of carbon dioxide in 2022.",
            id="two years",
        ),
        pytest.param(
            "The minimum wage in Estonia is $9.20 an hour.",
            "The minimum wage in Estonia will be $12.40 an hour from 2025.",
            id="what holds now and what will",
        ),
    ],
)
def test_news_of_other_days(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)
