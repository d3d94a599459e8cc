"""Who says so, of a figure, where a study was made: by whom, where its makers work, and who only printed it."""

import pytest

from sample_figures import figure_in, period_in

_PAPER = (
    "In findings published Friday in Clean Surfaces, researchers from the University of Leeds and Stanford University "
    "looked at smoke."
)


@pytest.mark.parametrize(
    ("text", "surface", "source"),
    [
        pytest.param(f"{_PAPER} According to the study, stoves caused 900 deaths.", "900", "University of Leeds",
                     id="where the first of its makers work"),
        pytest.param(f"{_PAPER}\n\nThe researchers also found that 40% of them live in towns.", "40%",
                     "University of Leeds", id="its makers, a paragraph later"),
        pytest.param("A study by Siemens asked 90 bakers to write. They found that 30% could not.", "30%", "Siemens",
                     id="they"),
        pytest.param("A trial run by Siemens looked at ovens. The results were clear: 30% broke.", "30%", "Siemens",
                     id="a trial and its results"),
        pytest.param("Siemens sold ovens to a study centre. The results were clear: 30% broke.", "30%", None,
                     id="no study of its own"),
        pytest.param("In a new report from the Red Cross, the number of fires doubled to 600.", "600",
                     "International Committee of the Red Cross", id="in a report from"),
        pytest.param("In a statement of the Red Cross, the storm destroyed 41 houses.", "41",
                     "International Committee of the Red Cross", id="in a statement of"),
        pytest.param("In an analysis of Siemens, 41 patents were counted.", "41", None, id="in an analysis of whom"),
        pytest.param("An estimate from a 2017 Gallup survey is that 40% moved.", "40%", "Gallup",
                     id="survey called by its maker"),
        pytest.param("Larsen et al. (2019) find that robots replace 3 workers.", "3", "Larsen", id="authors of a work"),
        pytest.param("Prices rose more than 10% in May – Eurostat", "10%", "Eurostat", id="behind the dash of a title"),
        pytest.param("Few homes, 42 percent, are insured, while 12 percent of flats are, according to Eurostat.",
                     "42 percent", "Eurostat", id="behind two clauses"),
        pytest.param("The Philadelphia Fed survey shows that orders rose 5%.", "5%",
                     "Federal Reserve Bank of Philadelphia", id="a bank by its city"),
        pytest.param("The head of the clinic, Dr Amina Rahman, said 9 men fell ill.", "9", "Amina Rahman",
                     id="office before a title and a name"),
        pytest.param("In a briefing, the head of Siemens, Dr Amina Rahman, said 9 men fell ill.", "9", "Amina Rahman",
                     id="office at a body"),
        pytest.param("The Royal Society of Chemistry met. Since then, according to the society, 300 books were sold.",
                     "300", "Royal Society of Chemistry", id="body by the noun in its name"),
    ],
)  # fmt: skip
def test_source_of_what_was_studied(text: str, surface: str, source: str | None) -> None:
    assert figure_in(text, surface).attributed_to == source


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        pytest.param("Larsen et al. (2019) find that robots replace 3 workers.", "3", id="behind et al."),
        pytest.param("Ana Prado (2019) found that robots replace 3 workers.", "3", id="behind an author"),
        pytest.param("Robots replace 3 workers (Ana Prado, 2019; Jon Holt and Rosa Vela, 2021).", "3",
                     id="inside brackets"),
    ],
)  # fmt: skip
def test_the_year_of_a_cited_work_is_no_period(text: str, surface: str) -> None:
    assert period_in(text, surface) == "None/None"


def test_a_year_in_brackets_behind_a_country_is_a_period() -> None:
    assert period_in("Robots replaced 3 workers in Peru (2019).", "3") == "2019-01-01/2019-12-31"
