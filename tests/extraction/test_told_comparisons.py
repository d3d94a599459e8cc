"""What is compared with something else, what is so in a part of all cases, and what a physical measure is of."""

import pytest

from sample_figures import figure_in


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("The new model is 40 percent smaller than its predecessor.", "40 percent",
                     "new model smaller than its predecessor", id="copula and comparative"),
        pytest.param("Wages in the north are 17 percent below the national average.", "17 percent",
                     "Wages in the north below the national average", id="below a level"),
        pytest.param("Women earned 12 percent less than men in the same job.", "12 percent",
                     "Women earned less than men", id="verb and less"),
        pytest.param("Electric cars emit 60 percent less carbon dioxide than petrol cars.", "60 percent",
                     "Electric cars emit less carbon dioxide than petrol cars", id="less of a thing"),
        pytest.param("The tower is 40 metres taller than the cathedral.", "40 metres",
                     "tower taller than the cathedral", id="measure and comparative"),
        pytest.param("Girls scored 11 points higher than boys in reading.", "11", "Girls scored higher than boys",
                     id="points"),
        pytest.param("Patients who took the drug were 40 percent less likely to be hospitalised.", "40 percent",
                     "Patients less likely to be hospitalised", id="likely to"),
        pytest.param("Black applicants were twice as likely to be rejected.", "twice",
                     "Black applicants likely to be rejected", id="as likely to"),
        pytest.param("In 64% of cases the appeal was dismissed.", "64%",
                     "share of cases in which the appeal was dismissed", id="share of cases"),
        pytest.param("In 38 percent of the clinics no doctor was present.", "38 percent",
                     "share of clinics in which no doctor was present", id="share of places"),
        pytest.param("In 3,100 cases, the error led to an overpayment.", "3,100",
                     "cases in which the error led to an overpayment", id="number of cases"),
        pytest.param("There are 1,800 clinics that offer the vaccine free of charge.", "1,800",
                     "clinics that offer the vaccine free of charge", id="there are things that"),
        pytest.param("Arden was one of six states that had postponed the vote.", "six",
                     "states that postponed the vote", id="one of those that"),
        pytest.param("The server rack consumes 120 kilowatts.", "120 kilowatts",
                     "power consumption of the server rack", id="power"),
        pytest.param("The chip draws up to 450 watts.", "450 watts", "power draw of the chip", id="power draw"),
        pytest.param("The park covers 9,000 hectares.", "9,000 hectares", "area of the park", id="area"),
        pytest.param("The road stretches 340 km from the capital to the coast.", "340 km", "length of the road",
                     id="length"),
        pytest.param("At its peak the fire covered 900 hectares.", "900 hectares", "area of the fire",
                     id="subject behind what opens the clause"),
        pytest.param("The satellite weighs 2.3 tonnes and circles the moon.", "2.3 tonnes",
                     "weight of the satellite", id="weight"),
        pytest.param("Pupils travelled nine miles to reach the school.", "nine miles",
                     "distance traveled to reach the school", id="distance moved"),
        pytest.param("The average house costs nine times the average annual wage.", "nine times",
                     "cost of average house compared with the average annual wage", id="so many times another"),
        pytest.param("Its debt has swollen to $9 billion, or four times its annual earnings.", "four times",
                     "debt compared with its annual earnings", id="an amount as a multiple of another"),
        pytest.param("The vaccine protected 78 percent of those who received it.", "78 percent",
                     "share of those who received it protected", id="done to a part of those"),
        pytest.param("Two thirds of the 90 employees signed the letter.", "Two thirds",
                     "share of employees that signed the letter", id="part of so many"),
        pytest.param("The subsidy will cost taxpayers $1.8 billion.", "$1.8 billion",
                     "cost of subsidy to taxpayers", id="cost to somebody"),
        pytest.param("It plans to invest $150 million over the next three years in a plant in Leeds.", "$150 million",
                     "investment in a plant in Leeds", id="purpose behind a span of time"),
        pytest.param("The scheme pays families $300 a month.", "$300", "payment to families per month",
                     id="payment to somebody"),
        pytest.param("Premiums rose by an average of 4 percent.", "4 percent", "rise in Premiums",
                     id="change by an average"),
        pytest.param("The refugees, two-thirds of whom are children, live in tents.", "two-thirds",
                     "share of refugees that are children", id="part of those before the comma"),
        pytest.param("The plan would extend cover to 3 million people who lack insurance.", "3 million",
                     "people that lack insurance", id="described behind a preposition"),
        pytest.param("The party needs 51 seats for a majority.", "51", "seats needed for a majority", id="need"),
        pytest.param("The mayor won 62 percent of the vote on a turnout of 48 percent.", "48 percent",
                     "turnout of the mayor", id="noun behind another share"),
    ],
)  # fmt: skip
def test_what_is_compared_or_measured(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Output was 4 percent higher than a year before.", "4 percent", "increase in Output",
                     id="than at another time"),
        pytest.param("Revenue was 8 percent lower than analysts had forecast.", "8 percent", "fall in Revenue",
                     id="than foretold"),
        pytest.param("In 2023, 64% of the appeals were dismissed.", "64%", "share of appeals dismissed",
                     id="date that opens the clause"),
        pytest.param("The union represents 46,000 drivers who work for three firms.", "46,000",
                     "drivers represented by the union", id="verb that says something"),
        pytest.param("The mine produced 30 tonnes of gold.", "30 tonnes", "gold produced", id="measure of a stuff"),
        pytest.param("The merger more than doubled the price of bread.", "doubled", "price of bread",
                     id="a verb of multiplying"),
        pytest.param("He said 47 percent of those with the virus were women.", "47 percent",
                     "share of those with the virus", id="a verb of saying does nothing to them"),
        pytest.param("The school takes in 140 pupils.", "140", "pupils", id="particle is no place"),
    ],
)  # fmt: skip
def test_other_wordings_keep_their_reading(text: str, surface: str, indicator: str) -> None:
    assert (figure_in(text, surface).indicator or "").startswith(indicator)
