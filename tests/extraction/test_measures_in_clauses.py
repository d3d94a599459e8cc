"""What a figure measures by the shape of its clause: what is planned, what goes on behind it, what is only apposed."""

import pytest

from sample_figures import figure_in


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("The council intends to resurface 90 roads.", "90", "roads to be resurfaced by the council",
                     id="infinitive of a plan"),
        pytest.param("The ministry is expected to plant 4 million trees.", "4 million",
                     "trees to be planted by the ministry", id="noun for a verb behind to, expected"),
        pytest.param("The bakery will open 14 branches in spring.", "14", "branches to be opened by the bakery",
                     id="will"),
        pytest.param("Some 400 homes will be built along the river.", "400", "homes to be built along the river",
                     id="passive with will"),
        pytest.param("About 60 clerks are due to be moved to Arden.", "60", "clerks to be moved to Arden",
                     id="passive infinitive behind an adjective"),
        pytest.param("Lindo Foods will close 12 shops in May.", "12", "shops to be closed",
                     id="verb that reads like a qualifier"),
        pytest.param("The charity helped to train 300 welders.", "300", "welders trained by the charity",
                     id="not what is done with help"),
        pytest.param("The agency used to inspect 200 farms.", "200", "farms inspected by the agency",
                     id="not what was usual"),
        pytest.param("The firm sold 300 lorries last year.", "300", "lorries sold by the firm", id="not the past"),
    ],
)  # fmt: skip
def test_planned_deeds(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("The league signed a three-year broadcasting deal in May.", "three-year",
                     "length of the broadcasting deal", id="gerund before the noun"),
        pytest.param("The lamp sells for about €40 and lasts for years.", "€40", "price of the lamp",
                     id="verb joined behind an amount"),
        pytest.param("She has written 14 novels and sold her house.", "14", "novels written",
                     id="verb joined behind a count"),
        pytest.param("Kestrel raises $64 million as factories turn to robots.", "$64 million", "money raised",
                     id="clause behind as"),
        pytest.param("Kestrel, the oldest yard in the county, set aside $7 million.", "$7 million", "provision",
                     id="apposition of the subject"),
        pytest.param("Only 12 of the villages have a doctor.", "12", "villages with a doctor", id="what things have"),
        pytest.param("Volunteers planted 20,000 trees along the river.", "20,000", "trees planted along the river",
                     id="along"),
        pytest.param("Kestrel asked 900 clerks. Of them 62% refused. In May the figure dropped to 40%.", "40%",
                     "share of clerks asked", id="the figure"),
    ],
)  # fmt: skip
def test_clauses_around_a_figure(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("The ferry will sail at 40 knots.", "40 knots", "speed of the ferry", id="speed"),
        pytest.param("Trains may run at 160 km/h from next year.", "160 km/h", "speed of the trains", id="speed, may"),
        pytest.param("The road is limited to 50 mph.", "50 mph", "speed limit", id="speed limit"),
        pytest.param("At 1,200 degrees Celsius the ore melts.", "1,200 degrees Celsius", "temperature of the ore",
                     id="temperature in front"),
        pytest.param("The fire burned 900 acres.", "900 acres", "area burned by the fire", id="area as an object"),
        pytest.param("The temperature reached 41 degrees Celsius in Arden.", "41 degrees Celsius", "temperature",
                     id="level of a named measure"),
        pytest.param("Output stood at 40 megawatts.", "40 megawatts", "Output", id="level of an output"),
        pytest.param("AI scooters may run at 90 km/h.", "90 km/h", "speed of the AI scooters", id="acronym that opens"),
        pytest.param("The capacity of the Larch plant is 40 megawatts.", "40 megawatts", "capacity of the Larch plant",
                     id="named measure that is so much"),
    ],
)  # fmt: skip
def test_dimensions(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator
