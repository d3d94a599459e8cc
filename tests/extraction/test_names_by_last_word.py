"""Names of companies, bodies and buildings that nobody knows: their last word says that they are no persons."""

import pytest

from sample_names import LEXICON, typed


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("Korvane Tanneries", "Korvane Tanneries", "ORG", id="company in a heading"),
        pytest.param("In 2020 Hartvig Trawlers bought two boats.", "Hartvig Trawlers", "ORG", id="company that buys"),
        pytest.param("The mayor fined Korvane Tanneries.", "Korvane Tanneries", "ORG", id="company as an object"),
        pytest.param("Profits at Kelvaig Yarns rose.", "Kelvaig Yarns", "ORG", id="company behind at"),
        pytest.param("Hallworth Creameries recalled its butter.", "Hallworth Creameries", "ORG", id="company with its"),
        pytest.param("The fire at Ruttledge Tower spread fast.", "Ruttledge Tower", "PLACE", id="tower of a surname"),
        pytest.param("They sold Ruttledge Tower.", "Ruttledge Tower", "PLACE", id="tower that is sold"),
        pytest.param("Tonight they walk in the Rose Garden.", "Rose Garden", "PLACE", id="garden with a given name"),
        pytest.param(
            "The Lindale School District closed its schools.", "Lindale School District", "ORG", id="school district"
        ),
        pytest.param(
            "She was named to the Bexar County Circuit Court.",
            "Bexar County Circuit Court",
            "ORG",
            id="court of a county",
        ),
        pytest.param("Travis Hill leads the agency.", "Travis Hill", "PERSON", id="surname that is a landform"),
        pytest.param("Michael Day wrote the report.", "Michael Day", "PERSON", id="surname that ends observances"),
    ],
)
def test_type_by_the_last_word(text: str, name: str, kind: str) -> None:
    assert (name, kind) in typed(text, LEXICON)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param(
            "Sales doubled, said Deng Yuhan, the company's treasurer.", "Deng Yuhan", "PERSON", id="office at an owner"
        ),
        pytest.param("The site was chosen by Luo Zhenbei, its director.", "Luo Zhenbei", "PERSON", id="its director"),
    ],
)
def test_type_by_what_the_text_calls_it(text: str, name: str, kind: str) -> None:
    assert (name, kind) in typed(text, LEXICON)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        pytest.param("Energy Adviser Amara Diallo met the board.", "Amara Diallo", id="behind an office"),
        pytest.param("Thank you, Leader Halvorsen.", "Halvorsen", id="behind the title of a leader"),
        pytest.param("We met Prime Minister Ysselstein in Lund.", "Ysselstein", id="rare surname behind a title"),
        pytest.param("We met Prime Minister Lindqvist of Sweden in Lund.", "Lindqvist", id="before the country"),
        pytest.param("Remarks by President Lindqvist Before Meeting with Farmers", "Lindqvist", id="in a headline"),
        pytest.param("Amara Diallo Statement on the Harvest", "Amara Diallo", id="before what a headline announces"),
    ],
)
def test_where_a_person_ends(text: str, person: str) -> None:
    assert (person, "PERSON") in typed(text, LEXICON)


@pytest.mark.parametrize(
    ("text", "no_name"),
    [
        pytest.param("She has a master's degree in Marine Ecology.", "Marine Ecology", id="subject of a degree"),
        pytest.param(
            "He holds a B.A. in Rural Economics from Alder University.", "Rural Economics", id="subject of a B.A."
        ),
        pytest.param("The duties are listed in Annex IV to this order.", "Annex IV", id="part called by its number"),
        pytest.param("Follow us at @AlderWind for news.", "AlderWind", id="account"),
        pytest.param(
            "Calls go to video relay service (VRS) staff.", "VRS", id="abbreviation of a phrase that ends in s"
        ),
    ],
)
def test_what_is_no_name(text: str, no_name: str) -> None:
    assert no_name not in [surface for surface, _ in typed(text, LEXICON)]


def test_state_in_brackets_behind_a_name() -> None:
    found = typed("Ms. Ode studied at Alder University (VA) and met Mayor Ito (OH).", LEXICON)
    assert {("VA", "PLACE"), ("OH", "PLACE")} <= set(found)
