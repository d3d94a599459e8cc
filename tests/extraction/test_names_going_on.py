"""Names that go on behind "on", a country or a comma, and what takes a name up again: a bare storm, "she"."""

import pytest

from sample_names import LEXICON, names_of
from tidybrief.extraction import extract
from tidybrief.reading import Document

Named = tuple[str, str, str]


def named(text: str) -> list[Named]:
    """Surface, type and canonical name of each mention, in order."""
    entities, mentions = names_of(text, LEXICON)
    return [(one.text, one.type, entities[one.entity_id].name) for one in mentions]


def triples(text: str) -> list[tuple[str, str, str]]:
    """Subject, predicate and object of each relation of a text, in order."""
    found = extract(Document("a.txt", "", "text/plain", text, language="en"), LEXICON)
    names = {entity.entity_id: entity.name for entity in found.entities}
    return [(names[row.subject_id], row.predicate, row.object) for row in found.relations]


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        pytest.param(
            "It follows the Executive Order on Fair, Open, and Competitive Markets.",
            "Executive Order on Fair, Open, and Competitive Markets",
            "POLICY",
            id="order on things with commas",
        ),
        pytest.param(
            "It follows the Water and Ports Act, 2022.",
            "Water and Ports Act, 2022",
            "POLICY",
            id="law with its year behind a comma",
        ),
        pytest.param(
            "Under the Water and Ports Act, 2022 was a year of rest.",
            "Water and Ports Act",
            "POLICY",
            id="law before a year that is a subject",
        ),
        pytest.param(
            "I ask the Congress to consider the FY 2026 Budget amendments.",
            "FY 2026 Budget",
            "",
            id="fiscal year before a name",
        ),
        pytest.param("The Tarvik Lomen telescope saw it.", "Tarvik Lomen", "PRODUCT", id="instrument"),
        pytest.param(
            "He crossed the English Channel. Winds over the Channel were strong.",
            "Channel",
            "PLACE",
            id="water by its kind alone",
        ),
        pytest.param("Winds over the Channel were strong.", "Channel", "", id="water by its kind, never named in full"),
        pytest.param(
            "He crossed the English Channel. The Channel Islands lie south.",
            "Channel",
            "",
            id="kind inside another name",
        ),
        pytest.param("They met in the Oval Office.", "Oval Office", "PLACE", id="room of a known house"),
        pytest.param(
            "He sits on the Committee on Housing, Roads, and Rivers.",
            "Committee on Housing, Roads, and Rivers",
            "ORG",
            id="committee on things with commas",
        ),
        pytest.param(
            "The Committee on Fisheries and Harbours met.", "Committee on Fisheries and Harbours", "ORG", id="on two"
        ),
        pytest.param(
            "They built the Task Force on AI Datacenter Infrastructure in May.",
            "Task Force on AI Datacenter Infrastructure",
            "ORG",
            id="on AI and more",
        ),
        pytest.param(
            "Reports of the Task Force on Iran were read.", "Task Force", "ORG", id="on a country goes not on"
        ),
        pytest.param("Acme hired the law firm Vessel Ramsey.", "Vessel Ramsey", "ORG", id="firm before its name"),
        pytest.param("Shares of chipmaker Ada Vessel fell.", "Ada Vessel", "ORG", id="maker before its name"),
        pytest.param("The prize went to Michel Mayor.", "Michel Mayor", "PERSON", id="surname like an office"),
        pytest.param("Its Mayor won the prize.", "Mayor", "", id="office by itself"),
    ],
)
def test_where_names_end_and_what_they_name(text: str, surface: str, kind: str) -> None:
    assert {name: type_ for name, type_, _ in named(text)}.get(surface, "") == kind


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        pytest.param(
            "The Departments of Agriculture, the Interior, and Labor agreed.",
            "Departments of Agriculture",
            "Department of Agriculture",
            id="first of listed departments",
        ),
        pytest.param(
            "The Departments of Agriculture, the Interior, and Labor agreed.",
            "Interior",
            "Department of the Interior",
            id="listed department behind its article",
        ),
        pytest.param(
            "The Departments of Agriculture, the Interior, and Labor agreed.",
            "Labor",
            "Department of Labor",
            id="last of listed departments",
        ),
        pytest.param(
            "The Departments of Agriculture, Tides, and Labor agreed.",
            "Departments of Agriculture",
            "Departments of Agriculture",
            id="list of departments that nobody knows",
        ),
        pytest.param("She told The Guardian so.", "Guardian", "The Guardian", id="newspaper less its article"),
        pytest.param(
            "Aid came by UK Department for Transport vans.",
            "UK Department for Transport",
            "Department for Transport",
            id="British body with its country",
        ),
        pytest.param(
            "They told the U.S. Securities and Exchange Commission so.",
            "U.S. Securities and Exchange Commission",
            "Securities and Exchange Commission",
            id="country in short before a body",
        ),
        pytest.param(
            "The United States Environmental Protection Agency agreed.",
            "United States Environmental Protection Agency",
            "Environmental Protection Agency",
            id="country before a body",
        ),
        pytest.param(
            "It is by the United Nations' Food and Agriculture Organization.",
            "Food and Agriculture Organization",
            "Food and Agriculture Organization",
            id="body behind its owner's apostrophe",
        ),
        pytest.param(
            "Hurricane Ada passed by Lagos. Ada had winds of 90 mph.", "Ada", "Hurricane Ada", id="storm by its name"
        ),
        pytest.param(
            "Maria Lund watched Hurricane Lund. Lund stayed.", "Lund", "Maria Lund", id="person called like a storm"
        ),
    ],
)
def test_bodies_and_storms_under_other_forms(text: str, surface: str, name: str) -> None:
    assert (surface, name) in [(own, canonical) for own, _, canonical in named(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "James Peebles won the prize. He is a professor at Princeton University.",
            ("James Peebles", "occupation", "professor at Princeton University"),
            id="he",
        ),
        pytest.param(
            "Maria Lund won. In 2019, she was named director of the fund.",
            ("Maria Lund", "occupation", "director of the fund"),
            id="she behind a year",
        ),
        pytest.param(
            "Maria Lund and Peter Brandt, both from Norway, won the prize.",
            ("Peter Brandt", "located_in", "Norway"),
            id="both from a country",
        ),
        pytest.param(
            "“It is good,” said selection committee member Maria Lund.",
            ("Maria Lund", "occupation", "selection committee member"),
            id="member of a committee",
        ),
        pytest.param(
            "The CEQ’s Permitting Innovation Center hosts it.",
            ("Permitting Innovation Center", "part_of", "Council on Environmental Quality"),
            id="unit behind the acronym that owns it",
        ),
    ],
)
def test_relations_of_what_is_taken_up_or_owned(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Maria Lund met Peter Brandt. He is a professor.", id="two persons before"),
        pytest.param("Maria Lund won. The jury cheered. He is a professor.", id="a sentence of others between"),
        pytest.param("Maria Lund won. Peter Brandt said he is a professor.", id="somebody else in the sentence"),
    ],
)
def test_a_pronoun_that_may_mean_another_states_nothing(text: str) -> None:
    assert not [one for one in triples(text) if one[1] == "occupation" and one[0] == "Maria Lund"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They named the 2019 Nobel Prize winners.", [], id="year of a prize"),
        pytest.param("It is against the 2018 Harbour Act teams.", [], id="year of a law"),
        pytest.param("The 2019-nCoV virus spread.", [], id="year in the name of a virus"),
        pytest.param("They sold 2018 cars.", ["2018"], id="four digits that count"),
        pytest.param("They sold 2000 Ford cars.", ["2000"], id="round number before a name"),
    ],
)
def test_a_year_before_a_name_counts_nothing(text: str, expected: list[str]) -> None:
    found = extract(Document("a.txt", "", "text/plain", text, language="en"), LEXICON)
    assert [figure.text for figure in found.figures] == expected


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        pytest.param("“The Trump Administration agrees,” he said.", "Trump Administration", "ORG", id="in quotes"),
        pytest.param(
            "He studied at the University of Texas at Austin.", "University of Texas at Austin", "ORG", id="campus"
        ),
        pytest.param(
            "The General Services Administration wrote.", "General Services Administration", "ORG", id="not a General"
        ),
        pytest.param(
            "The Government of the Republic of Chad and others agreed.",
            "Government of the Republic of Chad",
            "ORG",
            id="government before its state",
        ),
        pytest.param(
            "Office of Harbour and Budget Director Ann Lund left.",
            "Office of Harbour and Budget",
            "ORG",
            id="body before its officer",
        ),
        pytest.param(
            "The Office of the Inspector General for Ports wrote.",
            "Office of the Inspector General for Ports",
            "ORG",
            id="office with a general in it",
        ),
        pytest.param(
            "Under the Energy Policy Act of 1992, it grew.",
            "Energy Policy Act of 1992",
            "POLICY",
            id="law with its year",
        ),
        pytest.param("BRINGING SAFETY TO WORKING AMERICANS:", "AMERICANS", "PLACE", id="a people in capitals"),
        pytest.param("They met at the G7 Summit there.", "G7 Summit", "EVENT", id="meeting called by a body"),
        pytest.param("The fires of the Amazon grew. The Amazon rainforest burns.", "Amazon", "PLACE", id="rainforest"),
        pytest.param("Amazon raised prices. Amazon Web Services grew.", "Amazon", "ORG", id="company, not rainforest"),
        pytest.param("Soon the U.S. Nestlé plant opened.", "Nestlé", "ORG", id="company behind its country"),
        pytest.param(
            "It amends Executive Order 14999 of May 8, 2025 (Reviving the Clean Harbour Industry).",
            "Executive Order 14999",
            "POLICY",
            id="order by its number",
        ),
        pytest.param(
            "It amends Executive Order 14999 of May 8, 2025 (Reviving the Clean Harbour Industry).",
            "Reviving the Clean Harbour Industry",
            "POLICY",
            id="order by its title",
        ),
        pytest.param(
            "He signed the Executive Order on Promoting Competition in the American Economy.",
            "Executive Order on Promoting Competition in the American Economy",
            "POLICY",
            id="order on what goes on",
        ),
        pytest.param(
            "The Department of War (DOW) pays. The DOW pays late.", "DOW", "ORG", id="acronym with its small word"
        ),
    ],
)
def test_bodies_plans_and_places_in_news_and_orders(text: str, surface: str, kind: str) -> None:
    assert {name: type_ for name, type_, _ in named(text)}.get(surface, "") == kind


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        pytest.param("Vice President Harris spoke. Harris left.", "Harris", "Kamala Harris", id="vice president"),
        pytest.param("They met Secretary Buttigieg.", "Buttigieg", "Pete Buttigieg", id="secretary"),
        pytest.param("The clerk Ann Harris spoke.", "Ann Harris", "Ann Harris", id="somebody else of the surname"),
    ],
)
def test_officials_by_title_and_surname(text: str, surface: str, name: str) -> None:
    assert (surface, name) in [(own, canonical) for own, _, canonical in named(text)]
