"""Whom a figure is about by its sentence and those before it: who gives and who is fined, who follows in a ranking, who
does what another foretells, and whom grammar rules out.
"""

import pytest

from sample_figures import figure_in


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param("Belgium fined Nissan €20 million and Toyota €5 million.", "€20 million", "Nissan", id="fined"),
        pytest.param(
            "Belgium fined Nissan €20 million and Toyota €5 million.", "€5 million", "Toyota", id="fined as well"
        ),
        pytest.param("Gemini saved Vodafone €30 million last year.", "€30 million", "Vodafone", id="saved to whom"),
        pytest.param("The World Bank lent Kenya $4 million.", "$4 million", "World Bank", id="lends"),
        pytest.param(
            "The World Bank lent Kenya $4 million for roads and Ghana $9 million.",
            "$9 million",
            "World Bank",
            id="lends to another as well",
        ),
        pytest.param("Greece owes Germany €9 billion.", "€9 billion", "Greece", id="owes"),
        pytest.param("Intel received $8 billion and Nissan $6 billion.", "$6 billion", "Nissan", id="gets, not gives"),
    ],
)
def test_who_has_what_is_given(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(
            "Toyota holds 53% of the market, followed by Nissan with 38% and Honda on 9%.",
            "38%",
            "Nissan",
            id="follower",
        ),
        pytest.param(
            "Toyota holds 53% of the market, followed by Nissan with 38% and Honda on 9%.", "9%", "Honda", id="the next"
        ),
        pytest.param(
            "Kenya scored 70%, closely trailed by Ghana with a rate of 66%.", "66%", "Ghana", id="with a noun for it"
        ),
        pytest.param("Toyota had 24%, just ahead of Nissan at 21%.", "21%", "Nissan", id="whom one is ahead of"),
        pytest.param(
            "Nissan came second behind Toyota with 18% of the vote.", "18%", "Nissan", id="behind another with its own"
        ),
        pytest.param(
            "Nissan opened a shop in Leeds, followed by one in York with 40 staff.",
            "40",
            "Nissan",
            id="no name follows",
        ),
        pytest.param(
            "Nissan will cut jobs in Sweden, where 900 people will go, followed by Finland with 600.",
            "600",
            "Nissan",
            id="place of the one that acts",
        ),
        pytest.param(
            "Kenya, Ghana and Peru grew 1%, 2% and 4%, respectively.", "1%", "Kenya", id="first of three, respectively"
        ),
        pytest.param("Microsoft's profit rose by 4%, and that of Nissan by 9%.", "9%", "Nissan", id="that of another"),
    ],
)
def test_who_is_compared(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(
            "The World Bank expects data centres to use 90 terawatt-hours of power.",
            "90 terawatt-hours",
            "data centres",
            id="things",
        ),
        pytest.param(
            "McKinsey estimates companies will invest $5 trillion in chips.", "$5 trillion", "companies", id="firms"
        ),
        pytest.param(
            "The European Commission wants member states to invest €20 billion.",
            "€20 billion",
            "member states",
            id="wish",
        ),
        pytest.param("Kenya expects farmers to buy 40 tractors.", "40", "Kenya", id="those of a country"),
        pytest.param("Siemens expects revenue to reach €80 billion.", "€80 billion", "Siemens", id="own result"),
        pytest.param("Siemens expects to spend €14 billion.", "€14 billion", "Siemens", id="own spending"),
        pytest.param("The court told Nissan to pay €2 billion.", "€2 billion", "Nissan", id="name"),
    ],
)
def test_who_does_what_another_foretells(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(
            "Nissan made €2 billion. Analysts at Handelsbanken had expected 40 layoffs.",
            "40",
            "Nissan",
            id="whose analysts",
        ),
        pytest.param(
            "Kenya's output grew 5%. Exports to Uganda rose 9%.", "9%", "Kenya", id="to whom somebody exports"
        ),
        pytest.param(
            "Paris and the rest of France differ. Paris hosts 600 labs. The country has 4,000.",
            "4,000",
            "France",
            id="no country",
        ),
        pytest.param(
            "Lagos is sinking. Nigeria's coast is 850 km long. The city loses 4 cm a year.",
            "4 cm",
            "Lagos",
            id="no city",
        ),
        pytest.param(
            "The European Commission gave Siemens a grant of €9 million. The firm has 300 workers.",
            "300",
            "Siemens",
            id="no firm",
        ),
        pytest.param(
            "Spotify lost 3 million listeners in Brazil. In Japan, it gained 2 million.",
            "2 million",
            "Spotify",
            id="where a pronoun acts",
        ),
        pytest.param("Work is hard to find. In Spain the rate is 11%.", "11%", "Spain", id="where a measure is"),
        pytest.param("The startup has 120 workers, and offices in Paris.", "120", None, id="where the nameless are"),
        pytest.param(
            "The firm runs a lab in Toronto, employs 300 people.", "300", None, id="object of the verb before"
        ),
        pytest.param(
            "Some 40 countries, among them Kenya and Peru, signed.", "40", None, id="members of what is counted"
        ),
        pytest.param("Nissan sold nine plants, including Leeds.", "nine", "Nissan", id="who sells what is counted"),
        pytest.param("Kenya voted. The parliament has 350 members.", "350", "Kenya", id="body of a country"),
    ],
)
def test_who_is_no_subject(text: str, surface: str, subject: str | None) -> None:
    assert figure_in(text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(
            "Measles in Samoa\n\nSamoa has 5,600 cases. Doctors treat 190 patients at the hospital in Apia. So far 81 "
            "people have died.",
            "81",
            "Samoa",
            id="back to the country",
        ),
        pytest.param(
            "Leeds and the rest of Britain\n\nLeeds has 800,000 people. The median rent is £900.",
            "£900",
            "Leeds",
            id="on with a city that has something",
        ),
        pytest.param(
            "Nissan beats forecasts\n\nNissan made a net profit of $300 million.\n\nIts rival Toyota reported sales of "
            "$4 billion and a profit of $500 million.\n\nOperating profit was $410 million.",
            "$410 million",
            "Nissan",
            id="back to the results of the title",
        ),
    ],
)
def test_whom_a_text_goes_back_to(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


def test_what_is_worldwide_is_not_what_stands_before_it() -> None:
    text = "Nissan said it had raised $857 million to help an estimated 67 million poor people worldwide."
    assert figure_in(text, "$857 million").subject == "Nissan"


@pytest.mark.parametrize(
    ("told", "surface", "subject"),
    [
        pytest.param(
            "Toyota presented its report on Friday. It put profit at $9 billion.", "$9 billion", "Toyota", id="it"
        ),
        pytest.param(
            "The University of Leeds opened a lab. It has 40,000 students.",
            "40,000",
            "University of Leeds",
            id="behind an article",
        ),
        pytest.param(
            "Toyota has chosen Leeds for its next plant. The company will invest £140 million in it.",
            "£140 million",
            "Toyota",
            id="noun that fits",
        ),
        pytest.param(
            "Toyota has chosen Leeds for its next plant. The city will give £20 million.",
            "£20 million",
            "Leeds",
            id="noun of another",
        ),
        pytest.param(
            "Toyota said it had sold 300 lorries. It made $9 million.",
            "$9 million",
            "Toyota",
            id="on with the figure before",
        ),
    ],
)
def test_a_pronoun_takes_up_what_opened_the_sentence_before_not_what_the_document_is_about(
    told: str, surface: str, subject: str
) -> None:
    text = f"Nissan on the high street\n\nNissan ran 419 stores in 2023.\n\n{told}"
    assert figure_in(text, surface).subject == subject
