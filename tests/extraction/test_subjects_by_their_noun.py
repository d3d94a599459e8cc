"""A figure's subject that a definite noun names: the noun that is the head of one name of the text."""

import pytest

from sample_figures import figure_in

_LEAGUE = "The Riverside League will grow. Adidas and the city of Malmo are sponsors.\n\n"
_CENTRE = "The Turin Centre for Vehicle Testing told of its work on Monday. Fiat and Renault complained.\n\n"


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(f"{_LEAGUE}In July the league signed 3 sponsors.", "3", "Riverside League", id="others between"),
        pytest.param(
            f"{_CENTRE}The centre said it had tested 14 cars.",
            "14",
            "Turin Centre for Vehicle Testing",
            id="it, of what the noun tells",
        ),
        pytest.param(
            "Chile and Ghana signed the Accra Mining Agreement in May. The Agreement covers 14 minerals.",
            "14",
            "Accra Mining Agreement",
            id="noun with a capital",
        ),
        pytest.param(
            "The Gdansk Harbour Museum opened on Friday. The Polish government paid. The museum drew 9,000 visitors.",
            "9,000",
            "Gdansk Harbour Museum",
            id="a country between",
        ),
        pytest.param(
            "The Central Bank of Kenya met. The bank said that lenders in Mombasa had made 4 percent fewer loans.",
            "4 percent",
            "Mombasa",
            id="not of what the noun only tells of others",
        ),
        pytest.param(
            "Ghana's Progress Election Forum met. Mali voted. The election board said 2,214 people in Mali had voted.",
            "2,214",
            "Mali",
            id="not where the noun only describes another",
        ),
    ],
)
def test_a_noun_means_the_name_whose_head_it_is(text: str, surface: str, subject: str) -> None:
    assert figure_in(f"Notes of the week\n\n{text}", surface).subject == subject


@pytest.mark.parametrize(
    ("before", "subject"),
    [
        pytest.param("It held 2 percent of the market, against 86 percent for Nvidia.", "Intel", id="held against"),
        pytest.param("Nvidia was next with 40 percent. Nvidia makes chips.", "Nvidia", id="who has acted since"),
    ],
)
def test_the_company_is_the_one_that_the_text_tells_of(before: str, subject: str) -> None:
    text = (
        f"Intel shows a chip\n\nIntel showed its chip on Tuesday. {before}\n\nThe company has orders for 9,000 chips."
    )
    assert figure_in(text, "9,000").subject == subject
