"""Where names end: what beside them is part of them, and what only looks so."""

import pytest

from sample_names import LEXICON, names_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Capex of Orvela Foods rose 12%.", ["Orvela Foods"], id="measure that opens a sentence"),
        pytest.param("Bank of Orvela Foods rose 12%.", ["Bank of Orvela Foods"], id="body that opens a sentence"),
        pytest.param(
            "Pellini's has opened a shop. It likes Pellini's staff.", ["Pellini's"] * 2, id="'s before a verb"
        ),
        pytest.param("Pellini's currently trades from 40 shops.", ["Pellini's"], id="'s before an adverb and a verb"),
        pytest.param("Shares of Pellini's fell. They left Pellini's.", ["Pellini"] * 2, id="'s that may be one's"),
        pytest.param(
            "Shoppers left Pellini's. They went back to Pellini's.", ["Pellini's"] * 2, id="'s where nothing is owned"
        ),
        pytest.param("Torvane's has a point. Torvane agrees.", ["Torvane"] * 2, id="name that goes without 's"),
        pytest.param("Shenzhen Tarvo Robotics hired.", ["Shenzhen Tarvo Robotics"], id="city that opens a company"),
        pytest.param("In Shenzhen, Tarvo Robotics hired.", ["Shenzhen", "Tarvo Robotics"], id="city apart"),
        pytest.param(
            "The Orvela Museum of Modern Art hired.", ["Orvela Museum of Modern Art"], id="known body of another place"
        ),
        pytest.param("The Museum of Modern Art hired.", ["Museum of Modern Art"], id="known body"),
        pytest.param(
            "Lima's Institute of Tides, Ice and Weather (ITIW) hired.",
            ["Lima", "Institute of Tides, Ice and Weather", "ITIW"],
            id="body with a comma, by its acronym",
        ),
        pytest.param(
            "The talks in Lima, Institute of Tides and Weather (ITW) said, failed.",
            ["Lima", "Institute of Tides and Weather", "ITW"],
            id="place before a body and its acronym",
        ),
        pytest.param(
            "They were published Friday in Clean Surfaces.", ["Clean Surfaces"], id="day before where it was published"
        ),
        pytest.param("Democrat Brandt won. Ida Brandt spoke.", ["Brandt", "Ida Brandt"], id="party before a surname"),
        pytest.param("Lagos State taxes firms.", ["Lagos State"], id="state called like its city"),
        pytest.param("The Lagos State University hired.", ["Lagos State University"], id="university of a state"),
        pytest.param("Tropical Storm Ada hit Lagos.", ["Tropical Storm Ada", "Lagos"], id="storm with its kind"),
        pytest.param("It is said by Jan-Peter Lund of Oslo.", ["Jan-Peter Lund", "Oslo"], id="two given names"),
        pytest.param("Kim Woo-hyun told so.", ["Kim Woo-hyun"], id="given name that goes on in lower case"),
        pytest.param(
            "Emmanuel Macron-backed firms grew.", ["Emmanuel Macron"], id="no part of the name behind a hyphen"
        ),
        pytest.param(
            "The state's Joint Legislative Audit and Review Commission warned.",
            ["Joint Legislative Audit and Review Commission"],
            id="commission for two things",
        ),
        pytest.param(
            "Tarvo Mobile to pay\n\nThe court ordered Tarvo Mobile Pty Ltd to pay.",
            ["Tarvo Mobile", "Tarvo Mobile Pty Ltd"],
            id="title without the legal form",
        ),
        pytest.param("According to the HARBOUR trial, it works.", ["HARBOUR"], id="study in capitals"),
        pytest.param("THE HARBOUR TRIAL WORKS", [], id="study among capitals"),
        pytest.param("Interviewers visited Oslo.", ["Oslo"], id="persons at work"),
        pytest.param("The Christian-Democratic Party- up to 7.", ["Christian-Democratic Party"], id="hyphened party"),
        pytest.param(
            "The Paid Family and Medical Leave Program pays more.",
            ["Paid Family and Medical Leave Program"],
            id="programme for two things",
        ),
        pytest.param(
            "The Ministry of Food, Forestry and Fisheries of Japan agreed.",
            ["Ministry of Food, Forestry and Fisheries of Japan"],
            id="ministry of several things with its land",
        ),
    ],
)
def test_whole_names(text: str, names: list[str]) -> None:
    assert [mention.text for mention in names_of(text, LEXICON)[1]] == names


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param("The AI Opportunity Report says little.", {"AI Opportunity Report": "WORK"}, id="report"),
        pytest.param(
            "The Coastal Erosion Index ranks ports.", {"Coastal Erosion Index": "WORK"}, id="index of readers"
        ),
        pytest.param("Storm Ada cut power.", {"Storm Ada": "EVENT"}, id="storm"),
    ],
)
def test_types_told_by_form(text: str, types: dict[str, str | None]) -> None:
    told = {mention.text: mention.type for mention in names_of(text, LEXICON)[1]}
    assert all(told.get(name) == kind or (kind is None and told.get(name) != "WORK") for name, kind in types.items())


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("The Iraq War cost more.", "Iraq War", "EVENT", id="war called after its place"),
        pytest.param("Organisers of Web Summit hired more.", "Web Summit", "EVENT", id="meeting behind who holds it"),
        pytest.param("The UN published “Ruling the Tides”.", "Ruling the Tides", "WORK", id="title behind its verb"),
        pytest.param(
            "Lund's paper “Learning to sail by wind” is read.",
            "Learning to sail by wind",
            "WORK",
            id="title as a sentence",
        ),
        pytest.param("The Human Tides Report of the WMO is out.", "Human Tides Report", "WORK", id="report of a body"),
        pytest.param("It was trained on H800s.", "H800s", "PRODUCT", id="plural of a product"),
        pytest.param("The fund invested $40 million in Solvane AI.", "Solvane AI", "ORG", id="company called AI"),
    ],
)
def test_types_of_events_works_and_products(text: str, name: str, kind: str) -> None:
    assert {mention.text: mention.type for mention in names_of(text, LEXICON)[1]}.get(name) == kind
