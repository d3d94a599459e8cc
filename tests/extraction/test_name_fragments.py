"""Capitalised words that are no name, or only a piece of one, and names that go on behind their head word."""

import pytest

from sample_names import LEXICON, names_of, typed


@pytest.mark.parametrize(
    ("text", "no_name"),
    [
        pytest.param("The bill cuts Federal spending on roads.", "Federal", id="adjective of the state"),
        pytest.param("Most States refused the money.", "States", id="states of a federation"),
        pytest.param("The grants went to Black farmers in the valley.", "Black", id="group of people before a noun"),
        pytest.param("She worked in the County Attorney’s Office until 2012.", "Office", id="office of somebody"),
        pytest.param("Section 4 of the Act sets a fine.", "Act", id="law called by its kind"),
        pytest.param("Ten ministers signed the Call to Action on plastics.", "Action", id="end of a title behind to"),
        pytest.param(
            "The order (Ensuring Honest Counting in Public Offices) was revoked.",
            "Honest Counting",
            id="title behind its first verb",
        ),
        pytest.param("The Co-Chair of the panel spoke.", "Co", id="prefix"),
        pytest.param("They lit lamps for Diwali at dusk.", "Diwali", id="holy day"),
        pytest.param("Weekly AI use doubled in the survey.", "Weekly AI", id="adverb before what is no name"),
        pytest.param("Zantec beats Q2 revenue forecasts.", "Q2", id="quarter"),
        pytest.param("1. Orvex, $6B, robots: a big round.", "6B", id="sum with its magnitude"),
        pytest.param("For V3, a 671B MoE model, they used 9 chips.", "671B MoE", id="size of a model"),
        pytest.param("The plant adds 300 megawatts (MW) of power.", "MW", id="symbol of a unit"),
    ],
)
def test_what_is_no_name(text: str, no_name: str) -> None:
    assert no_name not in [surface for surface, _ in typed(text, LEXICON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Judge Black said the case was closed.", ("Black", "PERSON"), id="surname that is a colour"),
        pytest.param(
            "The mayor set up a Task Force to End Street Racing in May.",
            ("Task Force to End Street Racing", "ORG"),
            id="body with what it is for",
        ),
        pytest.param(
            "Norway published its National Strategy on Rural Health in June.",
            ("National Strategy on Rural Health", "POLICY"),
            id="plan with its subject",
        ),
        pytest.param(
            "He cited the Coastal Waters Emergency Powers Act in court.",
            ("Coastal Waters Emergency Powers Act", "POLICY"),
            id="law, whatever its other words",
        ),
        pytest.param(
            "The ministers signed an Agreement on Reciprocal Fishing.",
            ("Agreement on Reciprocal Fishing", "POLICY"),
            id="agreement with its subject",
        ),
        pytest.param(
            "He joined the Texas Police Department in 2007.",
            ("Texas Police Department", "ORG"),
            id="department of police",
        ),
        pytest.param(
            "The Special Envoy for Hostage Affairs Roger Halvorsen left.",
            ("Roger Halvorsen", "PERSON"),
            id="envoy with what the office is for",
        ),
        pytest.param(
            "A Proclamation on Soil Awareness Month was read.",
            ("Soil Awareness Month", "EVENT"),
            id="observance that a text is on",
        ),
        pytest.param(
            "After Liberation Day, prices rose.", ("Liberation Day", "EVENT"), id="preposition that opens the sentence"
        ),
    ],
)
def test_where_a_name_begins_and_ends(text: str, expected: tuple[str, str]) -> None:
    assert expected in typed(text)


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        pytest.param("Norman said the fee was fair.", "PERSON", id="surname like the adjective of a place"),
        pytest.param("The Norman coast is long.", "PLACE", id="the adjective itself"),
    ],
)
def test_a_surname_is_told_from_the_adjective_of_a_place(following: str, expected: str) -> None:
    found = typed(f"Archie Norman chaired the meeting. {following}", LEXICON)
    assert found[-1] == ("Norman", expected)


def test_speaker_of_a_transcript_is_who_the_title_names() -> None:
    text = (
        "Briefing by Energy Secretary Omar Tellgren\n\nMS. QUILLAN: Good morning.\n\n"
        "SECRETARY TELLGREN: Costs fell.\n\nMS. QUILLAN: Thank you.\n\nTHE PRESIDENT: Fine.\n"
    )
    entities, mentions = names_of(text)
    spoken = [(one.text, entities[one.entity_id].name) for one in mentions if one.method == "grammar:speaker"]
    assert spoken == [("QUILLAN", "Quillan"), ("TELLGREN", "Omar Tellgren"), ("QUILLAN", "Quillan")]


def test_a_surname_for_a_group_is_not_sought_where_the_group_is_meant() -> None:
    _, mentions = names_of("Tova Black sang. Critics praised Tova Black. The museum shows how Black music began.")
    assert [one.text for one in mentions] == ["Tova Black", "Tova Black"]


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        pytest.param("MEMO TO THE HOUSE OF COMMONS AND OTHERS", "HOUSE OF COMMONS", "House of Commons", id="body"),
        pytest.param("She flew on Air Force One.", "Air Force One", "Air Force One", id="longer than the body in it"),
    ],
)
def test_known_names_as_official_papers_write_them(text: str, surface: str, name: str) -> None:
    entities, mentions = names_of(text, LEXICON)
    assert (surface, name) in [(one.text, entities[one.entity_id].name) for one in mentions]
