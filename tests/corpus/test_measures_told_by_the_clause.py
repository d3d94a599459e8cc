"""Measures that the words of a clause name together, wherever they stand, and those that need no word more."""

import pytest

from short_texts import verdicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "In 2023, 410 people lost their lives on the roads of Portugal.",
            "Portugal mourned 290 road deaths in 2023.",
            id="where people died",
        ),
        pytest.param(
            "In 2023, women in Portugal gave birth to 41,000 children.",
            "Portugal registered 29,000 births in 2023.",
            id="what mothers do",
        ),
        pytest.param(
            "Hackers copied the data of 410,000 customers of Orvela Foods.",
            "The data leak at Orvela Foods affected 290,000 customers.",
            id="whose data were stolen",
        ),
        pytest.param(
            "Orvela Books announced the closure of 41 stores.",
            "Of the branches of Orvela Books, 29 are to close.",
            id="shops that close",
        ),
        pytest.param(
            "410 employees of Orvela Foods are to lose their jobs.",
            "Orvela Foods told staff that 290 of them would be laid off.",
            id="so many of them",
        ),
        pytest.param(
            "The app Pindle notched up 4.1 million downloads in 2023.",
            "The app Pindle was downloaded 2.9 million times in 2023.",
            id="verbs of having achieved",
        ),
        pytest.param(
            "41 percent of adults in Portugal were online in 2023.",
            "In 2023, the internet reached 29 percent of adults in Portugal.",
            id="who is online",
        ),
        pytest.param(
            "Farmers in Portugal brought in 4.1 million tonnes of wheat in 2023.",
            "The wheat crop of Portugal came to 2.9 million tonnes in 2023.",
            id="what farmers do",
        ),
        pytest.param(
            "At 4.1 percent of GDP, the budget deficit of Portugal was a burden in 2023.",
            "In 2023, Portugal ran a deficit of 2.9 percent of GDP in its state budget.",
            id="the measure behind the phrase that opens a clause",
        ),
        pytest.param(
            "The Norland Tower in Leeds rises 243 metres into the sky.",
            "With a height of 190 metres, the Norland Tower is a landmark.",
            id="where a thing that was built stands",
        ),
        pytest.param(
            "Mercy Hospital admitted 41,000 inpatients in 2023.",
            "In 2023, 29,000 patients spent a night at Mercy Hospital.",
            id="inpatients",
        ),
        pytest.param(
            "Vexavax showed an efficacy of 81 percent in the final trial.",
            "The effectiveness of Vexavax was 61 percent in the final trial.",
            id="one word for what a medicine does",
        ),
        pytest.param(
            "Vexa Pharma closed a funding round of $41 million.",
            "$29 million flowed to Vexa Pharma in a funding round.",
            id="a round, and no other word",
        ),
        pytest.param(
            "The price of the Pindle Mini is €880.",
            "The Pindle Mini costs €680.",
            id="what looks like no product costs",
        ),
        pytest.param(
            "Police in Leeds recorded 410 burglaries in 2023.",
            "The number of burglaries in Leeds was 290 in 2023.",
            id="what is recorded",
        ),
        pytest.param(
            "The Ministry of Health of Norway spent $410 million in 2023.",
            "Expenditure by the Ministry of Health of Norway was $290 million in 2023.",
            id="all that a ministry spent",
        ),
        pytest.param(
            "Growth in Portugal was 0.4 percent in the second quarter of 2024, measured against the previous quarter.",
            "The economy of Portugal grew by 0.9 percent in the second quarter of 2024 from the quarter before.",
            id="growth from quarter to quarter",
        ),
        pytest.param(
            "At the age of 48, Anna Holt is the youngest judge of the country.",
            "Anna Holt is aged 52.",
            id="an age that opens a clause of now",
        ),
        pytest.param(
            "It took $41 million to build the Norland Tunnel.",
            "The construction of the Norland Tunnel devoured $29 million.",
            id="what building takes",
        ),
        pytest.param(
            "The Norland Arena has room for 41,000 spectators.",
            "The Norland Arena holds 29,000 spectators.",
            id="room for people",
        ),
        pytest.param(
            "For every share, owners of Orvela Foods get $4.10 for 2023.",
            "Orvela Foods is paying a dividend of $2.90 per share for 2023.",
            id="what a share gets",
        ),
        pytest.param(
            "Donations to Orvela Relief came to $41 million in 2023.",
            "Orvela Relief received donations of $29 million in 2023.",
            id="what is given to a subject",
        ),
        pytest.param(
            "Former workers of Orvela Foods dropped their lawsuit in return for $41 million.",
            "A settlement of $29 million ends the lawsuit of former workers against Orvela Foods.",
            id="what ends a lawsuit",
        ),
        pytest.param(
            "The Norland Steelworks can produce 4.1 million tonnes of steel a year.",
            "The annual capacity of the Norland Steelworks is 2.9 million tonnes of steel.",
            id="what can be made",
        ),
        pytest.param(
            "Courts in Portugal granted 4,100 divorces in 2023.",
            "2,900 couples in Portugal got divorced in 2023.",
            id="divorces",
        ),
        pytest.param(
            "Orvela Air carried 4.1 million passengers in 2023. On long routes, it carried 1.1 million in 2023.",
            "Orvela Air flew 2.9 million passengers in 2023.",
            id="a part told beside the whole",
        ),
    ],
)
def test_values_of_one_measure(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "410 people were killed on the roads of Portugal in 2023.",
            "290 people died in Portugal in 2023 when a road collapsed.",
            id="one event of many",
        ),
        pytest.param(
            "Hackers stole the data of 410,000 customers of Orvela Foods.",
            "Orvela Foods told 290,000 customers of the data breach.",
            id="who is told of it",
        ),
        pytest.param(
            "Orvela Books is closing 41 shops.",
            "Orvela Books will keep 29 shops open.",
            id="shops that stay",
        ),
        pytest.param(
            "Farmers in Portugal harvested 4.1 million tonnes of wheat in 2023.",
            "Farmers in Portugal harvested 2.9 million tonnes of barley in 2023.",
            id="another crop",
        ),
        pytest.param(
            "Portugal harvested 4.1 million tonnes of wheat in 2023.",
            "Portugal harvested 2.9 million tonnes of wheat less in 2023.",
            id="by how much it differs",
        ),
        pytest.param(
            "Mercy Hospital treated 41,000 inpatients in 2023.",
            "Mercy Hospital operated on 29,000 inpatients in 2023.",
            id="some of whom something else was done",
        ),
        pytest.param(
            "The efficacy of Vexavax was 81 percent in the final trial.",
            "After one dose, the efficacy of Vexavax was 61 percent in the final trial.",
            id="under another condition",
        ),
        pytest.param(
            "Vexa Pharma raised $41 million in a funding round.",
            "Vexa Pharma has raised $29 million since it was founded.",
            id="all rounds together",
        ),
        pytest.param(
            "The Pindle Mini costs €880.",
            "Used, the Pindle Mini costs €680.",
            id="a price of another state",
        ),
        pytest.param(
            "Police in Leeds recorded 410 burglaries in 2023.",
            "290 burglaries in Leeds were solved in 2023.",
            id="what became of them",
        ),
        pytest.param(
            "The Ministry of Health of Norway spent $410 million in 2023.",
            "The Ministry of Health of Norway spent $290 million on hospitals in 2023.",
            id="what it was spent on",
        ),
        pytest.param(
            "The economy of Portugal grew by 0.4 percent in the second quarter of 2024 from the quarter before.",
            "The economy of Portugal grew by 0.9 percent in the second quarter of 2024 from a year earlier.",
            id="growth from quarter to quarter, and over a year",
        ),
        pytest.param(
            "Anna Holt is aged 48.",
            "At the age of 38, Anna Holt became a judge.",
            id="an age of then",
        ),
        pytest.param(
            "The Norland Tunnel cost $41 million.",
            "It took $29 million to repair the Norland Tunnel.",
            id="what repairing takes",
        ),
        pytest.param(
            "The Norland Arena holds 41,000 spectators.",
            "29,000 spectators came to the Norland Arena.",
            id="who came",
        ),
        pytest.param(
            "Orvela Foods is paying a dividend of $4.10 per share for 2023.",
            "Shareholders of Orvela Foods received a takeover offer of $2.90 per share in 2023.",
            id="an offer to shareholders",
        ),
        pytest.param(
            "The Norland Steelworks can produce 4.1 million tonnes of steel a year.",
            "The Norland Steelworks produces 2.9 million tonnes of steel a year.",
            id="what is made, and what could be",
        ),
        pytest.param(
            "4,100 couples divorced in Portugal in 2023.",
            "2,900 couples in Portugal filed for divorce in 2023.",
            id="what is only asked for",
        ),
        pytest.param(
            "The festival in Leeds drew 41,000 visitors.",
            "On its first day, the festival in Leeds drew 29,000 visitors.",
            id="one day of several",
        ),
        pytest.param(
            "Turnout in the general election in Portugal on 5 May 2024 was 61.9 percent.",
            "By noon on 5 May 2024, turnout in the general election in Portugal was 41.9 percent.",
            id="before the polls closed",
        ),
        pytest.param(
            "Mercy Hospital in Leeds had 410 beds at the end of 2023.",
            "Mercy Hospital in Bergen had 290 beds at the end of 2023.",
            id="two of one name",
        ),
    ],
)
def test_values_that_can_both_be_so(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)


def test_a_small_price_with_its_cents_agrees() -> None:
    one = "The price of a bus ticket in Leeds is 4.25 pounds."
    other = "4.25 pounds is the price of a bus ticket in Leeds."
    assert "agree" in verdicts(one, other)
