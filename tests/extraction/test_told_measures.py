"""What a figure measures where the wording leaves no choice: levels, changes, distances, magnitudes, results."""

import pytest

from sample_figures import figure_in, period_in


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("The magnitude 5.1 quake shook Arden.", "5.1", "magnitude of the quake", id="magnitude before"),
        pytest.param("The quake had a magnitude of 5.1.", "5.1", "magnitude of the quake", id="magnitude of"),
        pytest.param("The ferry sank about 30 miles (48 km) from Arden.", "30 miles", "distance from Arden",
                     id="distance from a place"),
        pytest.param("The wreck lies 48 km north of the harbour.", "48 km", "distance north of the harbour",
                     id="distance in a direction"),
        pytest.param("Kestrel reported revenue of $9 million for the quarter.", "$9 million", "revenue",
                     id="result with its quarter"),
        pytest.param("The company reported revenue of $9 million.", "$9 million", "revenue",
                     id="common noun reports a result"),
        pytest.param("Kestrel generated $9 million in revenue as buyers stocked up.", "$9 million", "revenue",
                     id="result before a clause"),
        pytest.param("Kestrel has a market value exceeding $9 million.", "$9 million", "market value",
                     id="level by a gerund"),
        pytest.param("The total number of subscribers in Oslo had reached 9,000 households.", "9,000",
                     "total number of subscribers", id="level of a number"),
        pytest.param("The unemployment rate in Peru stood at 9%.", "9%", "unemployment rate", id="level in a place"),
        pytest.param("The average tariff on steel is 6%.", "6%", "average tariff on steel", id="rate that is so much"),
        pytest.param("Police put the casualties at 600.", "600", "casualties", id="put at a number"),
        pytest.param("Investors valued Kestrel at $9 million.", "$9 million", "valuation", id="valued at"),
        pytest.param("The dead included 22 in Oslo.", "22", "people dead", id="the dead included"),
        pytest.param("It booked a loss in chip sales of $9 million.", "$9 million", "loss in chip sales",
                     id="noun of a noun"),
        pytest.param("The act took effect, introducing fines of up to $9 million.", "$9 million", "fines",
                     id="object of a gerund"),
        pytest.param("Diesel cars account for 40 percent.", "40 percent", "share of Diesel cars",
                     id="share of nothing named"),
    ],
)  # fmt: skip
def test_level(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Revenue reached $9 million in May, a 12 percent increase.", "12 percent", "increase in Revenue",
                     id="apposed with its noun behind"),
        pytest.param("Revenue reached $9 million in May, an increase of 12 percent.", "12 percent",
                     "increase in Revenue", id="apposed with its noun before"),
        pytest.param("Its shares suffered a decline of around 2 percent.", "2 percent", "decline in shares",
                     id="undergone by a subject"),
        pytest.param("The news lifted Kestrel's shares by 3 percent.", "3 percent", "increase in shares",
                     id="of the object"),
        pytest.param("The bank cut its key rate by half a point to 9.5 percent.", "9.5 percent", "key rate",
                     id="level of the object"),
        pytest.param("The forecast for growth (without oil) was lowered to 1.4 percent.", "1.4 percent",
                     "forecast for growth", id="passive, past a bracket"),
        pytest.param("Kestrel saw a 9 percent rise in revenue, reaching $44 million.", "$44 million", "revenue",
                     id="level of what rose"),
        pytest.param("Prices rose 2 percent, with core inflation, which leaves out food, rising by 3 percent.",
                     "3 percent", "increase in core inflation", id="past an aside"),
        pytest.param("The key rate was 7.6 percent in May. Now it has dropped to 6.7 percent.", "6.7 percent",
                     "key rate", id="taken up by a pronoun"),
        pytest.param("The key rate was 7 percent. This figure rose to 8 percent in May.", "8 percent", "key rate",
                     id="taken up by a noun"),
    ],
)  # fmt: skip
def test_change(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("A storm that struck off Chile has killed 8 people.", "8", "people killed by a storm",
                     id="verb behind a relative clause"),
        pytest.param("1,500 nurses were mobilized to help the town.", "1,500", "nurses mobilized to help",
                     id="purpose of a passive"),
        pytest.param("This includes 300 clerks in Oslo.", "300", "clerks in Oslo", id="included is not done to them"),
    ],
)  # fmt: skip
def test_counted(text: str, surface: str, indicator: str) -> None:
    assert (figure_in(text, surface).indicator or "").startswith(indicator)


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("Profit fell to $7 million from $9 million in 2019.", "$7 million", "None/None",
                     id="base of a fall"),
        pytest.param("Margins fell to 61 percent in May, the firm's lowest since 2012.", "61 percent",
                     "2023-05-01/2023-05-31", id="record since a year"),
        pytest.param("For 2024, output will grow by 2.5 percent, and for 2025 by 2.1 percent.", "2.5 percent",
                     "2024-01-01/2024-12-31", id="first of two years"),
        pytest.param("For 2024, output will grow by 2.5 percent, and for 2025 by 2.1 percent.", "2.1 percent",
                     "2025-01-01/2025-12-31", id="second of two years"),
    ],
)  # fmt: skip
def test_period(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        pytest.param("Users reached 9 million, with 300 5G masts.", "300", "5G mast",
                     id="noun that opens with a digit"),
        pytest.param("Our survey of 200 European firms reveals that few pay.", "200", "European firm",
                     id="verb before a clause"),
    ],
)  # fmt: skip
def test_counted_noun(text: str, surface: str, unit: str) -> None:
    assert figure_in(text, surface).unit == unit


def test_corrected_from_one_level_to_another_is_two_figures() -> None:
    text = "The forecast was corrected from 1.7 % to 1.8 %."
    assert figure_in(text, "1.7 %").value == 1.7
    assert figure_in(text, "1.8 %").value == 1.8
