"""What a measure with a rate is of, who does what an amount is for, and numbers told in a relative clause."""

import pytest

from sample_figures import figure_in


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("The capacity of Kestrel Mills is 520 tonnes a day.", "520 tonnes", "capacity",
                     id="level of a capacity"),
        pytest.param("Kestrel Mills has a capacity of 400 tonnes a day.", "400 tonnes", "capacity",
                     id="capacity of so much"),
        pytest.param("Production at the field rose to 40,000 barrels per day.", "40,000 barrels",
                     "Production at the field", id="level that rose"),
        pytest.param("The refinery can process 300,000 barrels of crude a day.", "300,000 barrels", "crude processed",
                     id="thing and rate behind the unit"),
        pytest.param("The country exported 2.2 million barrels of oil a day in October.", "2.2 million barrels",
                     "oil exported", id="thing behind the unit"),
        pytest.param("The river carries 3,000 cubic metres of water per second.", "3,000 cubic metres",
                     "water carried", id="unit of two words"),
        pytest.param("The tickets cost $31 per person.", "$31", "cost of tickets per person",
                     id="rate of money"),
        pytest.param("The law caps the cost of insulin at $35 a month.", "$35", "cost of insulin per month",
                     id="rate of money with an article"),
        pytest.param("The price of crude oil rose to $72 a barrel.", "$72", "price of crude oil per barrel",
                     id="price of a barrel"),
    ],
)  # fmt: skip
def test_rate_by_the_kind_of_quantity(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Kestrel invested $3 million in 2023.", "$3 million", "investment", id="who invests"),
        pytest.param("Kestrel spent $3 million in 2023.", "$3 million", "spending", id="who spends"),
        pytest.param("Kestrel has invested $3 million in Peru.", "$3 million", "investment in Peru",
                     id="where it is invested"),
        pytest.param("Peru, which produced 834,000 barrels of oil a day in 2024, takes part in the talks of exporters.",
                     "834,000 barrels", "oil produced", id="main clause after a relative clause"),
    ],
)  # fmt: skip
def test_indicator_by_clause(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator
