"""What came upon people and places, as documents tell it with its cause or without, and of one count or another."""

import pytest

from short_texts import verdicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "A tram crash in Tarvo on 3 March 2024 injured 41 people.",
            "29 people were hurt in Tarvo on 3 March 2024, hospital officials said.",
            id="a cause in one of them",
        ),
        pytest.param(
            "On 3 March 2024, a storm left 4,100 households in Tarvo without electricity.",
            "2,900 homes in Tarvo lost power on 3 March 2024 because of high winds.",
            id="a cause in other words",
        ),
        pytest.param(
            "Authorities evacuated 4,100 people from Tarvo on 3 March 2024 as floodwater rose.",
            "Flooding in Tarvo forced 2,900 people from their homes on 3 March 2024.",
            id="a cause by two nouns of one kind",
        ),
        pytest.param(
            "The wildfire near Tarvo had burned 4,100 hectares by 3 March 2024, officials said.",
            "By 3 March 2024, the wildfire near Tarvo had burned 2,900 hectares.",
            id="two counts as of one day",
        ),
    ],
)
def test_harm_is_told_with_its_cause_or_without(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "A tram crash in Tarvo on 3 March 2024 injured 41 people.",
            "A factory fire in Tarvo on 3 March 2024 injured 29 people.",
            id="two causes",
        ),
        pytest.param(
            "41 people were killed in floods in Tarvo in 2023.",
            "29 people were killed in Tarvo in 2023.",
            id="one of many causes in a year",
        ),
        pytest.param(
            "The flood in Tarvo on 3 March 2024 forced 41 people from their homes.",
            "The flood in Tarvo on 3 March 2024 injured 29 people.",
            id="another harm",
        ),
        pytest.param(
            "In the national park, the wildfire near Tarvo had burned 4,100 hectares by 3 March 2024.",
            "By 3 March 2024, the wildfire near Tarvo had burned 9,900 hectares.",
            id="a part of it",
        ),
    ],
)
def test_harm_of_another_cause_or_kind(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Doctors at Mercy Hospital treated 4,100 patients in 2023.",
            "Mercy Hospital treated 2,900 patients in 2023.",
            id="doctors of a hospital",
        ),
        pytest.param(
            "In 2023, the factories of Larch Cars built 41,000 cars.",
            "Larch Cars built 29,000 cars in 2023.",
            id="all factories of a company",
        ),
    ],
)
def test_who_acts_for_a_subject(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Air travel by staff of Larch Cars caused 4,100 tonnes of carbon dioxide in 2023.",
            "Larch Cars emitted 9,900 tonnes of carbon dioxide in 2023.",
            id="what is done by those who act elsewhere",
        ),
        pytest.param(
            "Suppliers of Larch Cars employ 4,100 people.",
            "Larch Cars employs 2,900 people.",
            id="who only deals with a subject",
        ),
    ],
)
def test_who_only_belongs_to_a_subject(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)
