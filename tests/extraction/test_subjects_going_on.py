"""Whom a figure is about as a text goes on: who led before, whose a part is, what is described, and who only tells."""

import pytest

from sample_figures import figure_in


@pytest.mark.parametrize(
    ("told", "surface", "subject"),
    [
        pytest.param(
            "UNICEF said measles cases in Kazakhstan had risen to 28,000. It is sending 2 million doses.",
            "2 million",
            "UNICEF",
            id="pronoun that acts",
        ),
        pytest.param(
            "UNICEF said 36 hospitals in Sudan were shut. The agency has treated 5,000 patients.",
            "5,000",
            "UNICEF",
            id="noun for it",
        ),
        pytest.param(
            "The International Monetary Fund said Ghana's debt had risen to 80% of output. It must repay $2 billion.",
            "$2 billion",
            "Ghana",
            id="the place that owns the measure",
        ),
        pytest.param(
            "UNICEF said poverty in Kazakhstan had risen to 28%. It fell to 20% in May.",
            "20%",
            "Kazakhstan",
            id="the measure itself",
        ),
        pytest.param(
            "UNICEF said 12 million children in India are hungry. It predicts that 7 million of them will fall ill.",
            "7 million",
            "India",
            id="what it goes on to say",
        ),
        pytest.param(
            "Created by Congress, Toyota runs 47 dams. The company spends $900 million.",
            "$900 million",
            "Toyota",
            id="behind what is fronted",
        ),
        pytest.param(
            "Lightspeed Venture Partners put $1 billion into Anthropic. The start-up has 900 workers.",
            "900",
            "Anthropic",
            id="no investor",
        ),
        pytest.param(
            "India's monsoon was weak. Kerala got 25% less rain. Half of the country's farmland is dry.",
            "Half",
            "India",
            id="no region",
        ),
    ],
)
def test_who_has_told_of_a_place_acts_on_as_it_or_as_the_agency(told: str, surface: str, subject: str | None) -> None:
    assert figure_in(f"News of the day\n\n{told}", surface).subject == subject


@pytest.mark.parametrize(
    ("told", "surface", "subject"),
    [
        pytest.param(
            "Toyota builds cars in Brazil. Almost 60% of its parts come from abroad.",
            "60%",
            "Toyota",
            id="owner behind a share",
        ),
        pytest.param(
            "Toyota builds cars in Brazil. About 3,000 of the company's workers are on strike.",
            "3,000",
            "Toyota",
            id="owner behind a count",
        ),
        pytest.param(
            "Toyota is moving to Leeds. Some 60% of flats in the city stand empty.",
            "60%",
            "Leeds",
            id="place behind a share",
        ),
        pytest.param(
            "Toyota builds cars in Brazil. Almost 60% of Brazilian workers are men.", "60%", "Brazil", id="named owner"
        ),
    ],
)
def test_parts_and_places_behind_a_figure(told: str, surface: str, subject: str | None) -> None:
    assert figure_in(f"News of the day\n\n{told}", surface).subject == subject


@pytest.mark.parametrize(
    ("told", "surface", "subject"),
    [
        pytest.param(
            "Microsoft has bought Fungible Inc., a start-up in Leeds that employs 300 people.",
            "300",
            "Fungible Inc.",
            id="relative clause behind an apposition",
        ),
        pytest.param(
            "Microsoft has bought Fungible Inc., a maker of chips with 300 workers.",
            "300",
            "Fungible Inc.",
            id="with behind an apposition",
        ),
        pytest.param(
            "Microsoft has bought Fungible Inc., a start-up for which it paid $300 million.",
            "$300 million",
            "Microsoft",
            id="who acts in the apposition",
        ),
        pytest.param(
            "In Leeds, a city in the north, Microsoft sold 300 cars.", "300", "Microsoft", id="behind the apposition"
        ),
        pytest.param(
            "Norway has pledged help. It will give Ukraine $7 billion.", "$7 billion", "Norway", id="giver by a pronoun"
        ),
        pytest.param("A poll puts Norway on 44%, and Sweden is angry.", "44%", "Norway", id="who is put on a share"),
        pytest.param(
            "Germany is worried. German exports to China fell 9%.", "9%", "Germany", id="exporter by an adjective"
        ),
        pytest.param(
            "Rents in Norway rose by 9%. In Sweden they rose by 3%.", "3%", "Sweden", id="fronted place of a measure"
        ),
        pytest.param(
            "Toyota gives many rides. In Brazil the company has 400 cars.",
            "400",
            "Toyota",
            id="fronted place of a deed",
        ),
        pytest.param(
            "Germany came next. Norway won, with 17 patents; Sweden has none.",
            "17",
            "Norway",
            id="with behind a clause",
        ),
        pytest.param(
            "The quake hit Norway. Sweden, where a tower fell, counted 96 dead.", "96", "Sweden", id="place that counts"
        ),
    ],
)
def test_names_before_what_is_said_of_them(told: str, surface: str, subject: str | None) -> None:
    assert figure_in(f"News of the day\n\n{told}", surface).subject == subject


@pytest.mark.parametrize(
    ("told", "surface", "subject"),
    [
        pytest.param(
            "Ports lose trade. According to the consultancy Halden Partners, 14 of the 30 ports lost traffic.",
            "14",
            None,
            id="consultancy",
        ),
        pytest.param(
            "A survey was made. It found that 23% of employees said so, a survey by Halden Partners shows.",
            "23%",
            "employees",
            id="group of anyone",
        ),
        pytest.param(
            "The jail is full. Half of the men share a cell. Toyota built it.", "Half", "men", id="firm named later"
        ),
        pytest.param(
            "OpenAI released GPT-4o. The model costs half as much. Many use ChatGPT, as ChatGPT is free.",
            "half",
            "GPT-4o",
            id="product named later",
        ),
    ],
)
def test_who_only_tells_or_is_named_only_later(told: str, surface: str, subject: str | None) -> None:
    assert figure_in(f"News of the day\n\n{told}", surface).subject == subject
