"""Names that several countries share: whose body or law is meant, by owner, by what went before, by the document."""

import pytest

from sample_names import LEXICON, names_of


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        pytest.param(
            "Britain's AI Safety Institute tested it.", "AI Safety Institute", "AI Security Institute", id="known owner"
        ),
        pytest.param(
            "Egypt's Ministry of Trade, Ports and Tides met. The Ministry of Trade, Ports and Tides then rose.",
            "Ministry of Trade, Ports and Tides",
            "Ministry of Trade, Ports and Tides of Egypt",
            id="body that every country has",
        ),
        pytest.param(
            "Taiwan's Ministry of Ports and TSMC met.",
            "Ministry of Ports",
            "Ministry of Ports of Taiwan",
            id="beside a company",
        ),
        pytest.param("The Ministry of Tides met.", "Ministry of Tides", "Ministry of Tides", id="body without owner"),
        pytest.param(
            "Peru met. In the United States, Congress rose.",
            "Congress",
            "United States Congress",
            id="country in front",
        ),
        pytest.param(
            "South Korea's Fair Trade Commission met. The FTC rose.",
            "FTC",
            "Korea Fair Trade Commission",
            id="acronym of the body named in full",
        ),
        pytest.param(
            "Kenya's AI Safety Institute opened.",
            "AI Safety Institute",
            "AI Safety Institute of Kenya",
            id="owner that the lexicon knows no such body of",
        ),
        pytest.param("The AI Safety Institute opened.", "AI Safety Institute", "AI Safety Institute", id="of several"),
        pytest.param(
            "Japan and France spoke. The AI Safety Institute opened.",
            "AI Safety Institute",
            "Japan AI Safety Institute",
            id="of several, one country spoken of",
        ),
        pytest.param(
            "The US and the UK spoke. The AI Safety Institute opened.",
            "AI Safety Institute",
            "AI Safety Institute",
            id="of several, two countries spoken of",
        ),
        pytest.param("Peru's Congress met, and Congress rose.", "Congress", "Congress of Peru", id="owner said before"),
        pytest.param(
            "The Brazilian Senate met. The Senate then rose.", "Senate", "Brazilian Senate", id="owner inside the name"
        ),
        pytest.param("The Texas Senate met. The Senate then rose.", "Senate", "Texas Senate", id="part of a country"),
        pytest.param(
            "Biden met the Texas Department of Labor. Aid came from the Department of Labor.",
            "Department of Labor",
            "Department of Labor",
            id="part of a country that the text speaks of as a whole",
        ),
        pytest.param(
            "Oregon's Department of Energy approved the plant.",
            "Department of Energy",
            "Department of Energy of Oregon",
            id="part of the country whose own body has the name",
        ),
        pytest.param(
            "The Department of Energy in Texas agreed with the US.",
            "Department of Energy",
            "Department of Energy",
            id="place of business in its own country",
        ),
        pytest.param(
            "The Department of Education in South Africa agreed.",
            "Department of Education",
            "Department of Education of South Africa",
            id="another country behind it",
        ),
        pytest.param(
            "The Philippine Securities and Exchange Commission (SEC) fined Torvane. The SEC rose.",
            "SEC",
            "Securities and Exchange Commission of the Philippines",
            id="acronym with an owner",
        ),
        pytest.param("America's Congress met.", "Congress", "United States Congress", id="own country"),
        pytest.param(
            "The White House and Congress spoke of China.",
            "Congress",
            "United States Congress",
            id="own country told by what only it has",
        ),
        pytest.param("Sweden's Central Bank agreed.", "Central Bank", "Riksbank", id="known by its country alone"),
        pytest.param(
            "Vietnam's Cybersecurity Law applies.", "Cybersecurity Law", "Cybersecurity Law of Vietnam", id="law"
        ),
        pytest.param("Kenya's Vision 2030 names ports.", "Vision 2030", "Vision 2030 of Kenya", id="plan"),
        pytest.param(
            "The Labor Party in Israel won.", "Labor Party", "Labor Party of Israel", id="party's own spelling"
        ),
        pytest.param(
            "The US closed Kenya's USAID office.",
            "USAID",
            "United States Agency for International Development",
            id="of one state only",
        ),
        pytest.param(
            "Iran met Japan. The Federal Trade Commission rose.",
            "Federal Trade Commission",
            "Federal Trade Commission",
            id="no other known",
        ),
    ],
)
def test_a_shared_name_is_that_of_whose_it_is(text: str, surface: str, name: str) -> None:
    entities, mentions = names_of(text, LEXICON)
    assert {entities[mention.entity_id].name for mention in mentions if mention.text == surface} == {name}


def test_a_name_before_that_of_another_country_is_not_its() -> None:
    entities, mentions = names_of("The Supreme Court struck down tariffs. India's Supreme Court heard cases.", LEXICON)
    courts = [entities[mention.entity_id].name for mention in mentions if mention.text == "Supreme Court"]
    assert courts == ["Supreme Court", "Supreme Court of India"]
