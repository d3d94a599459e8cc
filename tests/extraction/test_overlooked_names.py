"""Names that nobody knows, by where they stand; and rare words in the same places that name nothing."""

import pytest

from sample_names import names_of


def _found(text: str) -> list[str]:
    return [mention.text for mention in names_of(text)[1]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Zorvelle, which runs eleven clinics, shut two of them.", "Zorvelle", id="relative clause"),
        pytest.param("Zorvelle, the Porto operator, shut two clinics.", "Zorvelle", id="apposition"),
        pytest.param("Kivanta has raised list prices by a tenth.", "Kivanta", id="subject of a verb in the singular"),
        pytest.param("Morvandia's profit rose in May.", "Morvandia", id="owner"),
        pytest.param("They asked the regulator Ofgrid for a permit.", "Ofgrid", id="common noun before"),
        pytest.param("He still watches the channel QT4 at night.", "QT4", id="acronym after a common noun"),
        pytest.param("The pumps were ordered from Quindaro for two ports.", "Quindaro", id="inside a sentence"),
        pytest.param("Costs fell; Snapwell estimates that the rest follows.", "Snapwell", id="behind a semicolon"),
        pytest.param("Delays hit the QV-300, a fuel cell.", "QV-300", id="number behind a hyphen"),
        pytest.param("Ships need it, as the Rivers Act demands.", "Rivers Act", id="law of two words"),
    ],
)
def test_unknown_name_is_found_by_where_it_stands(text: str, name: str) -> None:
    assert name in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Impairments rose by a third last year.", id="plural of a common noun"),
        pytest.param("Frigates, which cost a lot, are built there.", id="rare plural before a relative clause"),
        pytest.param("Profitability declined at both firms.", id="noun with an ending"),
        pytest.param("Lagging in the race, they gave up.", id="participle"),
        pytest.param("The budget for next year is 40 ZWQ 300 at most.", id="code beside an amount"),
        pytest.param("Patients with opioid use disorder (OUD) asked for OUD care.", id="defined by common words"),
        pytest.param("The state will give $ 104M to the harbour.", id="amount in short form"),
        pytest.param("Schools teach it in K-12 classes.", id="years of school"),
        pytest.param("They flew nine of the Q350s to the coast.", id="plural of a code"),
    ],
)
def test_rare_word_is_no_name(text: str) -> None:
    assert _found(text) == []


def test_heading_repeats_a_name_that_the_text_shows() -> None:
    found = _found("Zorvelle sheds staff\n\nLast week Zorvelle, a clinic operator, let forty people go.")
    assert found.count("Zorvelle") == 2
