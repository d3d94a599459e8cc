"""Who holds an office, told by two documents in their own words."""

import pytest

from short_texts import verdicts

CHIEF = "{} is chief executive of Orvela Foods."
MINISTER = "Anna Holt is {} of Norland."


@pytest.mark.parametrize(
    "telling",
    [
        pytest.param("Orvela Foods chief executive {} said sales were good.", id="title"),
        pytest.param("{}, the CEO of Orvela Foods, was in Lima on Monday.", id="apposition"),
        pytest.param("The chief executive of Orvela Foods, {}, was in Lima on Monday.", id="the office first"),
        pytest.param("Orvela Foods's chief executive, {}, was in Lima.", id="possessive"),
        pytest.param("The chief executive of Orvela Foods is {}.", id="inverted"),
        pytest.param("The food company Orvela Foods is led by {} as chief executive.", id="passive"),
        pytest.param("“We are growing,” said {}, chief executive of Orvela Foods.", id="a quotation"),
        pytest.param("According to Orvela Foods founder and chief executive {}, sales were good.", id="two offices"),
        pytest.param("{}, who is chief executive of Orvela Foods, was in Lima.", id="relative clause"),
        pytest.param("As chief executive of Orvela Foods, {} answers to nine directors.", id="fronted"),
        pytest.param("At the head of Orvela Foods stands chief executive {}.", id="where somebody stands"),
        pytest.param("Orvela Foods makes soup. The company is run by {} as chief executive.", id="common noun"),
        pytest.param("Orvela Foods was fined. Its chief executive, {}, apologised.", id="its"),
        pytest.param("Orvela Foods was fined. {}, its chief executive, apologised.", id="its behind the name"),
        pytest.param("{} has been chief executive of Orvela Foods for ten years.", id="for so long"),
        pytest.param("Orvela Foods has {} as its chief executive.", id="had"),
        pytest.param("LIMA, 3 July 2024 — {}, chief executive of Orvela Foods, is 50.", id="behind a dateline"),
    ],
)
def test_one_chief_executive(telling: str) -> None:
    assert "agree" in verdicts(CHIEF.format("Anna Holt"), telling.format("Anna Holt"))
    assert "conflict" in verdicts(CHIEF.format("Anna Holt"), telling.format("Peter Novak"))


@pytest.mark.parametrize(
    "telling",
    [
        "Peter Novak is deputy chief executive of Orvela Foods.",
        "Peter Novak is acting chief executive of Orvela Foods.",
        "Peter Novak, the co-chief executive of Orvela Foods, was in Lima.",
        "Peter Novak was chief executive of Orvela Foods until 2020.",
        "Former Orvela Foods chief executive Peter Novak was in Lima.",
        "Peter Novak will become chief executive of Orvela Foods in 2026.",
        "Peter Novak has been appointed chief executive of Orvela Foods.",
        "Peter Novak, the new chief executive of Orvela Foods, was in Lima.",
        "Peter Novak is chief executive of a subsidiary of Orvela Foods.",
        "Peter Novak, chief executive of Orvela Foods Europe, was in Lima.",
        "Peter Novak, chief executive of Orvela Foods operations in Peru, was in Lima.",
        "Peter Novak is chief executive of Orvela Foods's brewing unit.",
        "Peter Novak is chairman of Orvela Foods.",
        "Larch Motors was fined by Orvela Foods. Its chief executive, Peter Novak, apologised.",
        "A supplier of Orvela Foods was fined. Its chief executive, Peter Novak, apologised.",
        "Peter Novak, chief executive of Orvela Foods in 2012, was in Lima.",
        "Peter Novak, chief executive of Orvela Foods at the time, was in Lima.",
        "As chief executive of Orvela Foods, Peter Novak had sold the mills in 1998.",
        "As chief executive of Orvela Foods, Peter Novak sold the mills.",
        "Orvela Foods is chief executive Peter Novak's third company.",
        "Peter Novak, a lawyer of the chief executive of Orvela Foods, was in Lima.",
        "The adviser to the chief executive of Orvela Foods, Peter Novak, was in Lima.",
        "Peter Novak is the husband of the chief executive of Orvela Foods.",
        "Peter Novak is chief executive of Orvela Foods. Anna Holt stepped down.",
        "Peter Novak is chief executive of Orvela Foods. He took over as chief executive in June.",
        "Peter Novak is chief executive of Orvela Foods. Anna Holt shares the office.",
        "Anna Maria Holt is chief executive of Orvela Foods.",
    ],
)
def test_what_is_no_other_chief_executive(telling: str) -> None:
    assert "conflict" not in verdicts(CHIEF.format("Anna Holt"), telling)


@pytest.mark.parametrize(
    "telling",
    [
        pytest.param("Anna Holt, the {} of Norland, was in Lima.", id="apposition"),
        pytest.param("Norland's {}, Anna Holt, was in Lima.", id="possessive"),
        pytest.param("As {} of Norland, Anna Holt has many appointments.", id="fronted"),
        pytest.param("In the cabinet of Norland, Anna Holt holds the post of {}.", id="a post that is held"),
        pytest.param("“We need more time,” said {} Anna Holt.", id="title"),
        pytest.param("Anna Holt serves as {} of Norland.", id="service"),
        pytest.param("Anna Holt, who is {} of Norland, spoke in parliament.", id="relative clause"),
    ],
)
def test_one_ministry(telling: str) -> None:
    assert "agree" in verdicts(MINISTER.format("health minister"), telling.format("health minister"))
    assert "conflict" in verdicts(MINISTER.format("health minister"), telling.format("transport minister"))


def test_a_deputy_is_no_minister() -> None:
    assert verdicts("Anna Holt, Deputy Secretary of Labor, spoke.", "Acting Secretary of Labor Anna Holt spoke.") == []


def test_a_ministry_by_another_wording() -> None:
    one, other = "Secretary of the Interior Anna Holt spoke.", "Interior Secretary Anna Holt was in Lima."
    assert verdicts(one, other) == ["agree"]


@pytest.mark.parametrize(
    "telling",
    [
        "Anna Holt is deputy transport minister of Norland.",
        "Anna Holt is shadow transport minister of Norland.",
        "Until 2020, Anna Holt was transport minister of Norland.",
        "Anna Holt was transport minister of Norland in 2012.",
        "Anna Holt, then transport minister of Norland, spoke in parliament.",
        "As transport minister of Norland, Anna Holt opened the bridge.",
        "Anna Holt would like to be transport minister of Norland.",
        "Anna Holt has been named transport minister of Norland.",
        "Anna Holt, an aide to the transport minister of Norland, was in Lima.",
        "Anna Holt, health and transport minister of Norland, spoke in parliament.",
        "Anna Holt became transport minister in a reshuffle. Anna Holt is transport minister of Norland.",
        "Anna Holt is welfare minister of Norland.",
    ],
)
def test_what_is_no_other_ministry(telling: str) -> None:
    assert "conflict" not in verdicts(MINISTER.format("health minister"), telling)
