"""Which mentions of a document name one thing, and under which name and id."""

import pytest

from sample_names import LEXICON, WITHOUT_NAMES, names_of
from tidybrief.extraction.names.linking import entity_id
from tidybrief.extraction.names.short_forms import fullest_forms


@pytest.mark.parametrize(
    ("kind", "names", "short", "full"),
    [
        pytest.param("PERSON", ["Ingrid Solheim", "Solheim"], "Solheim", "Ingrid Solheim", id="surname"),
        pytest.param(
            "PERSON", ["Mohd Razif Hakimi", "Razif"], "Razif", "Mohd Razif Hakimi", id="given name in the middle"
        ),
        pytest.param(
            "PERSON", ["Anna Holt Berg", "Jon Holt", "Holt"], "Holt", "Jon Holt", id="surname before a middle name"
        ),
        pytest.param(
            "ORG", ["Marlow Foods AB", "Marlow Foods"], "Marlow Foods AB", "Marlow Foods", id="legal form left out"
        ),
        pytest.param("ORG", ["Marlow Foods AB", "Marlow Foods", "Marlow"], "Marlow", "Marlow Foods", id="first word"),
        pytest.param("ORG", ["Marlow ASA", "Marlow"], "Marlow", "Marlow ASA", id="legal form behind one word"),
        pytest.param("PERSON", ["J. Okoro", "James Okoro"], "J. Okoro", "James Okoro", id="initial"),
        pytest.param("PERSON", ["Lee Brown Jr.", "Brown"], "Brown", "Lee Brown Jr.", id="generation suffix"),
        pytest.param("PERSON", ["José Peña", "Jose Pena"], "Jose Pena", "José Peña", id="accents"),
        pytest.param(
            "PERSON",
            ["Łukasz Ørsted", "Lukasz Orsted"],
            "Lukasz Orsted",
            "Łukasz Ørsted",
            id="letters that have no plain part",
        ),
        pytest.param(
            "PERSON",
            ["Wójcik", "Lukasz Wójcik", "Łukasz Wójcik"],
            "Wójcik",
            "Łukasz Wójcik",
            id="surname of one who is written in two ways",
        ),
        pytest.param(
            "PERSON", ["Ann Smith", "Smith", "Bob Smith"], "Smith", "Ann Smith", id="surname before its namesake"
        ),
        pytest.param("ORG", ["World Grain Office", "WGO"], "WGO", "World Grain Office", id="acronym of initials"),
        pytest.param(
            "ORG", ["Centre For Soil Reform", "CSR"], "CSR", "Centre For Soil Reform", id="acronym without small words"
        ),
        pytest.param(
            "ORG", ["Department of Tides", "DOT"], "DOT", "Department of Tides", id="acronym with small words"
        ),
        pytest.param(
            "ORG", ["Kenyan Harvest Party", "Harvest"], "Harvest", "Kenyan Harvest Party", id="party without its land"
        ),
        pytest.param(
            "ORG", ["Fijian Labor Party", "Labour"], "Labour", "Fijian Labor Party", id="party in another spelling"
        ),
        pytest.param("ORG", ["Vellum Trade Group", "Group"], "Group", "Vellum Trade Group", id="kind of organisation"),
        pytest.param(
            "ORG", ["Bureau of Tides and Ports", "Bureau"], "Bureau", "Bureau of Tides and Ports", id="kind in front"
        ),
        pytest.param("ORG", ["Marlow Energy", "Marlow"], "Marlow", "Marlow Energy", id="company without its kind"),
        pytest.param("ORG", ["Marlow, Inc.", "Marlow"], "Marlow", "Marlow, Inc.", id="company without its ending"),
        pytest.param(
            "ORG", ["Tide Office of Ireland", "Office"], "Office", "Tide Office of Ireland", id="kind before of"
        ),
        pytest.param(
            "ORG",
            ["Orvela", "Tide Authority", "TA", "Pace", "Orvela Analytics"],
            "Orvela",
            "Orvela Analytics",
            id="some names after the headline",
        ),
        pytest.param("ORG", ["Harbour Arts Trust", "Trust"], "Trust", "Harbour Arts Trust", id="trust"),
        pytest.param(
            "ORG", ["Tarvo Mobile", "Tarvo Mobile Pty Ltd", "Tarvo"], "Tarvo", "Tarvo Mobile", id="two legal forms"
        ),
    ],
)
def test_short_form_stands_for_the_fuller_one(kind: str, names: list[str], short: str, full: str) -> None:
    assert fullest_forms(kind, names)[short] == full


@pytest.mark.parametrize(
    ("kind", "names", "short"),
    [
        pytest.param("PERSON", ["Ann Smith", "Bob Smith", "Smith"], "Smith", id="surname of two persons"),
        pytest.param("ORG", ["Marlow", "Marlow Poland"], "Marlow", id="national branch is another company"),
        pytest.param("ORG", ["Harvest Party of Kenya", "Kenya"], "Kenya", id="land of a party"),
        pytest.param("ORG", ["Green Tea Party", "Tea"], "Green", id="first word of a party"),
        pytest.param("ORG", ["Vellum Group", "Marlow Group", "Group"], "Group", id="kind of two organisations"),
        pytest.param("ORG", ["Bureau of Tides", "Bureau of Dunes", "Bureau"], "Bureau", id="kind in front of two"),
        pytest.param("PLACE", ["York", "New York"], "York", id="places do not shorten"),
    ],
)
def test_name_that_stands_alone(kind: str, names: list[str], short: str) -> None:
    assert short not in fullest_forms(kind, names)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Baidu", "org:baidu", id="one word"),
        pytest.param("World Health Organization", "org:world-health-organization", id="words"),
        pytest.param("AT&T", "org:at-and-t", id="ampersand"),
        pytest.param("L’Oréal", "org:loréal", id="apostrophe and accent"),
        pytest.param("Face++", "org:face-plus-plus", id="signs"),
        pytest.param("…", "org:unnamed", id="no letters"),
    ],
)
def test_entity_id(name: str, expected: str) -> None:
    assert entity_id("ORG", name) == expected


def test_bracketed_acronym_and_its_later_use_name_the_same() -> None:
    entities, mentions = names_of("The National Grain Council (NGC) met on Monday. Later the NGC raised its forecast.")
    found = [mention for mention in mentions if mention.text == "NGC"]
    assert len(found) == 2
    assert {entities[mention.entity_id].name for mention in found} == {"National Grain Council"}
    assert {mention.form for mention in found} == {"acronym"}


def test_surname_is_linked_to_the_full_name() -> None:
    entities, mentions = names_of("Economist Ingrid Solheim disagreed. “Wages are falling,” Solheim said.")
    assert {entities[mention.entity_id].name for mention in mentions if "Solheim" in mention.text} == {"Ingrid Solheim"}


def test_forms_of_a_country_are_one_entity_with_its_code() -> None:
    entities, mentions = names_of("The United States and U.S. allies said American ships would leave America’s ports.")
    assert {mention.entity_id for mention in mentions} == {"place:united-states"}
    assert entities["place:united-states"].external_id == "iso3166:USA"


def test_letters_after_a_city_are_its_state() -> None:
    entities, mentions = names_of("She lives in Boise, ID, and works there.")
    assert [(mention.text, entities[mention.entity_id].name) for mention in mentions] == [
        ("Boise", "Boise"),
        ("ID", "Idaho"),
    ]


def test_other_spelling_of_english_leads_to_the_canonical_name() -> None:
    entities, _ = names_of("The World Health Organisation met.", LEXICON)
    assert "org:world-health-organization" in entities


def test_entities_are_sorted_and_list_their_other_names() -> None:
    entities, _ = names_of("Ana Ruiz spoke first. Then Ruiz left for Quito.", WITHOUT_NAMES)
    assert list(entities) == sorted(entities)
    assert entities["person:ana-ruiz"].aliases == ("Ruiz",)


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        pytest.param(
            "The MAS kept rates low in Singapore.", "MAS", "Monetary Authority of Singapore", id="own country"
        ),
        pytest.param("The MAS kept rates low.", "MAS", "Monetary Authority of Singapore", id="no country at all"),
        pytest.param("In Bolivia the MAS won again.", "MAS", "MAS", id="another country only"),
        pytest.param(
            "The Marine Aid Society (MAS) saved them. MAS has ten boats.", "MAS", "Marine Aid Society", id="spelled out"
        ),
        pytest.param(
            "He leads the Uganda Prisons Service (UPS). UPS has 200 jails.",
            "UPS",
            "Uganda Prisons Service",
            id="spelled out with a word of the other's name",
        ),
        pytest.param("In Chile the IMF gave advice.", "IMF", "International Monetary Fund", id="body of no country"),
    ],
)
def test_acronym_of_the_lexicon_fits_its_document(text: str, acronym: str, name: str) -> None:
    entities, mentions = names_of(text, LEXICON)
    assert {entities[mention.entity_id].name for mention in mentions if mention.text == acronym} == {name}


def test_hyphen_torn_off_by_a_line_break_is_joined_in_the_name() -> None:
    entities, _ = names_of("The Biden- Harris Administration sent aid.")
    assert [entity.name for entity in entities.values()] == ["Biden-Harris Administration"]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("United States Department of Education", id="in full"),
        pytest.param("U.S. Department of Education", id="with points"),
        pytest.param("US Department of Education", id="without points"),
    ],
)
def test_country_in_short_names_the_same_office(written: str) -> None:
    entities, mentions = names_of(f"The {written} closed twelve schools.", LEXICON)
    assert [(one.text, entities[one.entity_id].name) for one in mentions] == [(written, "Department of Education")]


def test_a_place_in_capitals_of_a_dateline_is_named_as_in_prose() -> None:
    entities, _ = names_of("BEIJING, July 23 (UPI) -- The fair has opened.", LEXICON)
    assert entities["place:beijing"].name == "Beijing"


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        pytest.param("Microsoft Corp. raised prices.", "Microsoft Corp.", "Microsoft", id="known company, legal form"),
        pytest.param("Shares of OpenAI LLC rose.", "OpenAI LLC", "OpenAI", id="known company, no stop"),
        pytest.param(
            "Samsung Heavy Industries Ltd. won.",
            "Samsung Heavy Industries Ltd.",
            "Samsung Heavy Industries",
            id="another company of the same first name",
        ),
        pytest.param(
            "The US Commerce Department agreed.",
            "US Commerce Department",
            "Department of Commerce",
            id="department with its country in short",
        ),
        pytest.param(
            "TSMC sells chips to China.",
            "TSMC",
            "Taiwan Semiconductor Manufacturing Company",
            id="company with another country in its name",
        ),
        pytest.param(
            "The Senate of Canada met. Later the Senate rose.",
            "Senate",
            "Senate of Canada",
            id="another country's senate",
        ),
        pytest.param(
            "In Washington, Congress spoke of Ukraine and the United States.",
            "Congress",
            "United States Congress",
            id="own country named",
        ),
        pytest.param(
            "The Senate spoke of Ukraine and the Pentagon.",
            "Senate",
            "United States Senate",
            id="own country told by its bodies",
        ),
        pytest.param("Lund met the City of Kharkiv. Kharkiv paid.", "City of Kharkiv", "Kharkiv", id="city of itself"),
        pytest.param("He lives in Mexico City in Mexico.", "Mexico City", "Mexico City", id="city named as its land"),
        pytest.param("Vellum Mining (NYSE: VLM) fell. Shares of VLM lost more.", "VLM", "Vellum Mining", id="ticker"),
        pytest.param("Alphabet’s (GOOG) (GOOGL) cloud grew.", "GOOGL", "Alphabet", id="second ticker behind an owner"),
    ],
)
def test_name_in_full_or_short(text: str, surface: str, name: str) -> None:
    entities, mentions = names_of(text, LEXICON)
    assert {entities[mention.entity_id].name for mention in mentions if mention.text == surface} == {name}
