"""Quantities that only say which things are meant, and numbers of places where something was done."""

import pytest

from sample_figures import figure_in


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("In Kenya, 8,998 people were waiting more than 18 months.", "8,998",
                     "people waiting more than 18 months", id="what counted people were doing"),
        pytest.param("The number of flights delayed by more than three hours at Heathrow rose to 4,100.", "4,100",
                     "number of flights delayed by more than three hours at Heathrow", id="participle with by"),
        pytest.param("The number of firms employing at least 250 people grew by 4 percent in Peru.", "4 percent",
                     "growth of number of firms employing at least 250 people", id="gerund in a subject"),
        pytest.param("The share of workers aged 55 and over in Italy rose to 22 percent.", "22 percent",
                     "share of workers aged 55 and over in Italy", id="age with what goes beyond"),
        pytest.param("In Norway, 1,200 children under five were treated for measles.", "1,200",
                     "children under five treated for measles", id="age behind its noun"),
        pytest.param("Employment of 22- to 25-year-olds in Sweden fell by 13%.", "13%",
                     "fall in Employment of 22- to 25-year-olds in Sweden", id="people called by their age"),
        pytest.param("Ghana has 14 cities with more than 100,000 inhabitants.", "14",
                     "cities with more than 100,000 inhabitants", id="what the things have"),
        pytest.param("The number of people waiting at least four hours rose to 125,829.", "four hours", "time waiting",
                     id="the limit itself"),
        pytest.param("In Kenya, 120 people who missed more than four days of work were fined.", "four days",
                     "time missed", id="limit in a relative clause"),
        pytest.param("Hunters killed more than 5,000 animals in 12 parks, up 20 percent.", "20 percent",
                     "increase in animals killed by Hunters", id="main verb limits nothing"),
        pytest.param("The sensor has been installed in 214 clinics in Kenya.", "214",
                     "clinics in which the sensor has been installed", id="where something was done"),
        pytest.param("The law applies to 27 countries.", "27", "countries to which the law applies",
                     id="what something applies to"),
        pytest.param("The virus was detected in more than 100 people in Ghana.", "100",
                     "people in whom the virus was detected", id="in whom"),
        pytest.param("Siemens has sold more than 4,000 trains to 30 countries, 12 percent more than Alstom.",
                     "12 percent", "increase in trains sold", id="comparison goes past where it was sold"),
        pytest.param("The yield on the 10-year note fell to 4.2 percent.", "4.2 percent", "yield on the 10-year note",
                     id="compound inside the subject"),
        pytest.param("Average attendance at the 30,000-seat arena rose to 27,400.", "27,400",
                     "Average attendance at the 30,000-seat arena", id="compound of a count"),
        pytest.param("The price of a dozen eggs rose to $4.15.", "$4.15", "price of a dozen eggs",
                     id="number inside the subject"),
        pytest.param("The cost of treating 100 patients came to $4 million.", "$4 million",
                     "cost of treating 100 patients", id="gerund with a number inside the subject"),
        pytest.param("A survey of 2,000 managers found that 45% used it.", "45%", "share of managers that used it",
                     id="people who were asked are no part of the subject"),
        pytest.param("Gunmen killed 14 soldiers in 12 villages in Chad.", "12", "villages in Chad",
                     id="villages are not killed"),
    ],
)  # fmt: skip
def test_indicator(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "wrong"),
    [
        pytest.param("Pilots of the airline flew more than 30 hours in 12 planes.", "12", "30", id="finite verb"),
        pytest.param("A volcano that erupted more than 2,000 years ago killed 40 people.", "40", "2,000", id="ago"),
        pytest.param("Sales rose, adding more than $5 million to a profit of $9 million.", "$9 million", "$5",
                     id="gerund behind a comma"),
        pytest.param("Sales of Kestrel rose to 300 cars in May.", "300", "which", id="verb of change leads nowhere"),
    ],
)  # fmt: skip
def test_no_limit(text: str, surface: str, wrong: str) -> None:
    assert wrong not in (figure_in(text, surface).indicator or "")


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Some 1.3 million people across 25 districts in Assam have been affected.", "1.3 million",
                     "people affected", id="what befell people across districts"),
        pytest.param("In Kenya, 90 patients were waiting more than 18 months to start a treatment.",
                     "18 months", "time waiting to start a treatment", id="time until something"),
        pytest.param("The two women, aged 55 and 19, were found.", "19", "age of women", id="second of two ages"),
        pytest.param("Use was lower among those 65 and older.", "65", "age of those", id="those of an age and older"),
        pytest.param("Pay in Chile rose 5% in May. After inflation, this is a gain of 3%.", "3%",
                     "gain in Pay in Chile", id="gain of what was told before"),
        pytest.param("The poverty rate in Chile was 9%. Among the young, the rate was 13%.", "13%", "poverty rate",
                     id="rate that was told before"),
    ],
)  # fmt: skip
def test_completed(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator
