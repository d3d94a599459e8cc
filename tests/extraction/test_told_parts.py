"""Parts of a group, amounts that say an earlier one in another way, and whose they are."""

import pytest

from sample_figures import figure_in


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Kestrel has 400 million users, of whom 2 million pay for its plans.", "2 million",
                     "users that pay for its plans", id="of whom"),
        pytest.param("It creates 1,400 jobs, of which 500 will be in research.", "500", "jobs in research",
                     id="where a part is"),
        pytest.param("Kestrel is cutting about 15 percent of its workforce, or 900 jobs.", "900", "jobs cut",
                     id="a share as a count"),
        pytest.param("Some 1.2 million homes, 8 percent of the total, have no water.", "8 percent", "share of homes",
                     id="of the total"),
        pytest.param("Firms face fines of up to 7 percent of global turnover.", "7 percent",
                     "fines as share of global turnover", id="fines as a share"),
        pytest.param("Shares of the chip designer jumped 14 percent to $142.", "$142", "price of Shares",
                     id="level of shares"),
        pytest.param("The loss narrowed to $45 million, or 12 cents a share, from $96 million.", "$96 million", "loss",
                     id="past a rate"),
        pytest.param("Soldiers killed two Kenyans on Tuesday.", "two", "Kenyans killed by the Soldiers",
                     id="people of a country"),
        pytest.param("Police arrested 34 clerks, bringing the total to 400.", "400",
                     "total clerks arrested by the Police", id="bringing the total to"),
        pytest.param("The reform cut the number of offices from 54 to 31.", "54", "number of offices",
                     id="level of an object"),
        pytest.param("The death raised the toll from the virus to 50.", "50", "toll from the virus",
                     id="what a toll is from"),
        pytest.param("Peru imported $582 million worth of goods while exporting $148 million.", "$148 million",
                     "exports", id="noun of trade"),
        pytest.param("The board cut its forecast for growth to 2 percent from 3 percent.", "3 percent",
                     "forecast for growth", id="level of an owned object"),
        pytest.param("Inflation in Ghana has more than halved, from 54 percent to 23 percent.", "54 percent",
                     "Inflation in Ghana", id="more than halved"),
        pytest.param("Doctors treated 60 patients, nine of whom died.", "nine", "patients that died",
                     id="some of whom did something"),
        pytest.param("The economy contracted 0.7% in 2009, but resumed growth at 3% in 2010.", "3%", "resumed growth",
                     id="participle before an object is no part of a subject"),
        pytest.param("Olive oil was up 38 percent and butter 19 percent.", "19 percent", "increase in butter",
                     id="change without its verb"),
        pytest.param("Exports rose 4 percent and imports 6 percent.", "6 percent", "rise in imports",
                     id="noun that may be a verb"),
        pytest.param("Sales of vans fell by 9 percent, those of lorries by 12 percent.", "12 percent",
                     "fall in Sales of lorries", id="those of"),
        pytest.param("Revenue climbed to $9 billion and operating profit to $1.2 billion.", "$1.2 billion",
                     "operating profit", id="level without its verb"),
        pytest.param("Prices rose 2 percent over the month and 9 percent over the year.", "9 percent",
                     "rise in Prices", id="same subject at another time"),
        pytest.param("Orders reached $467 million, and the backlog stood at $1.2 billion.", "$1.2 billion", "backlog",
                     id="level of another thing"),
        pytest.param("The rate was raised by 25 basis points to 5.5 percent.", "5.5 percent", "rate",
                     id="level of what was changed"),
        pytest.param("The rules will save firms $200 million.", "$200 million", "savings for firms",
                     id="savings for somebody"),
        pytest.param("Half of the island's 40,000 residents left after the flood.", "Half",
                     "share of residents that left after the flood", id="group behind its owner"),
        pytest.param("Roughly 3 in 10 Americans say they use it.", "3 in 10", "share of Americans that say they use it",
                     id="people called by their country"),
        pytest.param("Solar met 11 percent of demand, overtaking coal, which fell below 10 percent.", "10 percent",
                     "share of demand met", id="level in a relative clause"),
        pytest.param("The fund, worth 500 million pounds, will invest in 40 start-ups.", "40",
                     "start-ups in which the fund will invest", id="past an aside"),
        pytest.param("A survey of 2,500 clerks in 14 countries found that 62% agree.", "14", "countries",
                     id="countries find nothing"),
    ],
)  # fmt: skip
def test_indicator(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


def test_where_a_company_sits_and_whom_it_serves_are_no_subjects() -> None:
    text = "The start-up, based in Paris, has 350 employees and 1,000 clients, including Siemens."
    assert figure_in(text, "350").subject_id not in {"place:paris", "org:siemens"}
