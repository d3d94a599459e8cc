"""Names in sentences: borders, types, forms, and the properties that hold for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sample_names import LEXICON, WITHOUT_NAMES, names_of, typed
from tidybrief.extraction.names.mentions import find_mentions
from tidybrief.extraction.records import Sentence
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document
from tidybrief.vocabulary import ENTITY_TYPES, MENTION_FORMS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("She moved from Lisbon to Nairobi in 2004.", ("Nairobi", "PLACE"), id="city after a preposition"),
        pytest.param("Talks in Geneva ended without a result.", ("Geneva", "PLACE"), id="city at the start"),
        pytest.param("The Kenyan parliament met on Monday.", ("Kenyan", "PLACE"), id="adjective of a country"),
        pytest.param(
            "President Marta Oliveira signed the bill.", ("Marta Oliveira", "PERSON"), id="title stays outside"
        ),
        pytest.param("Dr. Henrik Solberg declined.", ("Henrik Solberg", "PERSON"), id="abbreviated title"),
        pytest.param(
            "He works at the Ministry of Finance and Trade.",
            ("Ministry of Finance and Trade", "ORG"),
            id="and inside a name",
        ),
        pytest.param(
            "The Center for Coastal Studies opened.", ("Center for Coastal Studies", "ORG"), id="head with for"
        ),
        pytest.param(
            "The Norwegian Foreign Ministry denied it.", ("Norwegian Foreign Ministry", "ORG"), id="body of a state"
        ),
        pytest.param("Veltrano Robotics Inc. makes pumps.", ("Veltrano Robotics Inc.", "ORG"), id="company ending"),
        pytest.param(
            "Lawmakers passed the Clean Rivers Act.", ("Clean Rivers Act", "POLICY"), id="law by its head word"
        ),
        pytest.param(
            'The plan is called "National Seed Strategy".', ("National Seed Strategy", "POLICY"), id="quoted plan"
        ),
        pytest.param('Her novel "The Silent Orchard" sold well.', ("The Silent Orchard", "WORK"), id="quoted title"),
        pytest.param(
            "The Miller administration cut taxes.", ("Miller administration", "ORG"), id="government by its leader"
        ),
        pytest.param(
            "The Quenby Poultry Administration met.", ("Quenby Poultry Administration", "ORG"), id="body, no leader"
        ),
        pytest.param(
            "They left the Reform Party of Kenya and Kenyan Alliance.",
            ("Kenyan Alliance", "ORG"),
            id="organisation behind a coordinated one",
        ),
        pytest.param(
            "The Under Secretary of Defense Amadou Lund spoke.", ("Amadou Lund", "PERSON"), id="holder of an office"
        ),
        pytest.param(
            "The Ministry of Farming, Forestry and Fisheries agreed.",
            ("Ministry of Farming, Forestry and Fisheries", "ORG"),
            id="ministry that enumerates its subjects",
        ),
        pytest.param(
            "Members of the United Dock Workers voted.", ("United Dock Workers", "ORG"), id="union by its members"
        ),
        pytest.param("The Bank of Mexico waits.", ("Bank of Mexico", "ORG"), id="bank of a country"),
        pytest.param(
            "He heads the Canadian Border Inspection Service.",
            ("Canadian Border Inspection Service", "ORG"),
            id="agency whose name needs its nationality",
        ),
        pytest.param(
            "The Kenya Tidal Power Authority met.", ("Kenya Tidal Power Authority", "ORG"), id="body with its state"
        ),
        pytest.param("The Alder Institute opened.", ("Alder Institute", "ORG"), id="body by its last word"),
        pytest.param("She won the Marlow Prize twice.", ("Marlow Prize", "EVENT"), id="prize"),
        pytest.param(
            "The visit to the United\xa0States was short.", ("United\xa0States", "PLACE"), id="no-break space"
        ),
        pytest.param("The Ghanaian Army advanced.", ("Ghanaian Army", "ORG"), id="public body of a state"),
        pytest.param("Aid came after Hurricane Lorenza.", ("Hurricane Lorenza", "EVENT"), id="storm"),
        pytest.param("The Treaty of Tordesillas is old.", ("Treaty of Tordesillas", "POLICY"), id="treaty of a place"),
        pytest.param("Critics met Theresa May in Leeds.", ("Theresa May", "PERSON"), id="surname that is a month"),
        pytest.param("Vice President Amara Diallo spoke.", ("Amara Diallo", "PERSON"), id="title of two words"),
        pytest.param("Sheik Tarek Nasri prayed.", ("Tarek Nasri", "PERSON"), id="religious title"),
        pytest.param("The chief executive of Velmora agreed.", ("Velmora", "ORG"), id="post at a company"),
        pytest.param("The city of Tarvik Ansel voted.", ("Tarvik Ansel", "PLACE"), id="settlement of a name"),
        pytest.param("The resort town Belmisto was hit.", ("Belmisto", "PLACE"), id="settlement before its name"),
        pytest.param(
            "She left the Union of Tide Forces and the Greymoor Alliance.",
            ("Greymoor Alliance", "ORG"),
            id="article behind and opens another name",
        ),
        pytest.param(
            "He was elected to the Parliament of Norway.", ("Parliament of Norway", "ORG"), id="body of a known place"
        ),
        pytest.param("The Duchy of Orveth was rich.", ("Duchy of Orveth", "PLACE"), id="territory by its first word"),
        pytest.param("A poem by Piero delle Querce.", ("Piero delle Querce", "PERSON"), id="article inside a name"),
        pytest.param("EXPORTS FROM JAPAN ROSE AGAIN LAST YEAR", ("JAPAN", "PLACE"), id="country in capitals"),
    ],
)
def test_open_world_name(text: str, expected: tuple[str, str]) -> None:
    assert expected in typed(text)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        pytest.param("It cost US$40 million.", "US", id="currency sign is no country"),
        pytest.param(
            "Treatment of opioid use disorder (OUD) helps. OUD is common.", "OUD", id="acronym of a common phrase"
        ),
        pytest.param("On Monday, December 6, the shop closed.", "December", id="date"),
        pytest.param("The Administration will appeal.", "The Administration", id="definite description"),
        pytest.param("The Program Manager left.", "Program Manager", id="job"),
        pytest.param("THE PRESIDENT: Thank you all.", "PRESIDENT", id="speaker label"),
        pytest.param("However, sales fell.", "However", id="opening adverb"),
        pytest.param("Private AI investment rose.", "Private AI", id="adjective that opens a sentence"),
        pytest.param("Subscribe to our letter.", "Subscribe", id="imperative that opens a sentence"),
        pytest.param(
            "The National Security Advisors met.", "National Security Advisors", id="several holders of an office"
        ),
        pytest.param("The Order of May 4, 2019 stands.", "Order of May 4", id="date in what looks like a name"),
        pytest.param("Native American Cabinet members came.", "American Cabinet", id="people, no state"),
        pytest.param("Senior Administration Officials met.", "Senior Administration", id="rank of officials"),
        pytest.param("He received a B.A. from a college.", "B.A.", id="degree"),
        pytest.param("Write to Tova.Brenk@quillmere.example today.", "Brenk", id="mail address"),
        pytest.param("See https://quillmere.example/Oslo for more.", "Oslo", id="web address"),
        pytest.param("The Secretary of Agriculture resigned.", "Secretary of Agriculture", id="office"),
    ],
)
def test_no_name(text: str, absent: str) -> None:
    assert absent not in {surface for surface, _ in typed(text)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param(
            "OpenAI’s ChatGPT and Baidu’s Ernie Bot differ.", "ChatGPT", "PRODUCT", id="product after its owner"
        ),
        pytest.param("Megvii (Face++) sells cameras.", "Face++", "ORG", id="alias with signs in brackets"),
        pytest.param("Analysts at Tencent, Huawei and Alibaba agree.", "Huawei", "ORG", id="enumeration"),
    ],
)
def test_name_of_the_lexicon(text: str, name: str, kind: str) -> None:
    assert (name, kind) in typed(text, LEXICON)


@pytest.mark.parametrize(
    ("text", "surface", "is_adjective"),
    [
        pytest.param("French farmers protested.", "French", True, id="adjective proper"),
        pytest.param("U.S. exports fell.", "U.S.", True, id="acronym before a noun"),
        pytest.param("The Texas company grew.", "Texas", True, id="name before a noun"),
        pytest.param("Exports from the U.S. fell.", "U.S.", False, id="head of a phrase"),
        pytest.param("The U.S.-based firm grew.", "U.S.", False, id="before a hyphened participle"),
        pytest.param("Peru’s economy grew.", "Peru", False, id="possessive"),
        pytest.param("Peru announced new rules.", "Peru", False, id="subject"),
        pytest.param("The U.S.-Peru border dispute is over.", "Peru", True, id="joined places before a noun"),
    ],
)
def test_place_form(text: str, surface: str, is_adjective: bool) -> None:
    forms = [mention.form for mention in names_of(text)[1] if mention.text == surface]
    assert [form == "adjective" for form in forms] == [is_adjective]


def _assert_well_formed(text: str, lexicon: Lexicon) -> None:
    entities, mentions = names_of(text, lexicon)
    reached = 0
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert reached <= mention.start < mention.end
        assert mention.type in ENTITY_TYPES
        assert mention.form in MENTION_FORMS
        assert 0 <= mention.confidence <= 1
        assert mention.entity_id in entities
        reached = mention.end
    assert set(entities) == {mention.entity_id for mention in mentions}


_PIECES = st.sampled_from(
    [
        "Berlin",
        "Dr.",
        "Smith",
        "'s",
        "of",
        "and",
        "the",
        "(",
        ")",
        "NATO",
        "\n",
        ". ",
        "-",
        "“",
        "”",
        "GPT-4",
        "US$",
        "’",
        "\xa0",
        "é",
        "🙂",
    ]
)


@pytest.mark.parametrize(
    "contact",
    [
        pytest.param("Write to us soon.", id="no address"),
        pytest.param("Contact: press@quillmere.example, or call.", id="mail"),
        pytest.param("More at www.quillmere.example/news today.", id="web"),
    ],
)
def test_a_name_found_once_is_found_wherever_it_stands(contact: str) -> None:
    text = (
        "Quillmere had a good year. The baker Odo Brandt said that Quillmere Inc. owes him nothing. "
        f"Quillmere pays on time. {contact}"
    )
    assert [mention.text for mention in names_of(text)[1] if mention.text.startswith("Quillmere")] == [
        "Quillmere",
        "Quillmere Inc.",
        "Quillmere",
    ]


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200), st.lists(_PIECES, max_size=40).map(" ".join), st.lists(_PIECES, max_size=40).map("".join)
    )
)
def test_any_text_gives_grounded_sorted_mentions(text: str) -> None:
    _assert_well_formed(text, WITHOUT_NAMES)


@pytest.mark.parametrize(
    "character", ["A", "a", "(", "'", ".", "A ", "A.", "Of ", "1", "“", "Paris, ", "(ABC) ", "U.S.-"]
)
def test_hostile_repetition_ends_soon(character: str) -> None:
    text = character * (100_000 // len(character))
    sentence = Sentence(0, 0, len(text), text, "paragraph", "", "asserted")
    find_mentions(Document("hostile.txt", "", "text/plain", text), (sentence,), WITHOUT_NAMES)


def test_a_lexicon_without_cues_still_finds_names() -> None:
    text = "They met in Bolivia."
    sentence = Sentence(0, 0, len(text), text, "paragraph", "", "asserted")
    _, mentions = find_mentions(Document("a.txt", "", "text/plain", text), (sentence,), Lexicon((), {}, "nothing"))
    assert [(mention.text, mention.type) for mention in mentions] == [("Bolivia", "PLACE")]


def test_same_text_gives_same_mentions() -> None:
    text = "Ana Ruiz of Delta Foods met Ruiz’s brother in Quito. Delta agreed."
    assert names_of(text) == names_of(text)
