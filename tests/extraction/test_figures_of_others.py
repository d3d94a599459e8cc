"""Figures that others tell: who made a study, of whom a figure is that others tell, what was done to so many."""

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
        pytest.param("According to Siemens' first head, Ana Prado, 10 men fell ill.", "10", "Ana Prado",
                     id="office of an owner"),
        pytest.param("He was told by Minister Ana Prado that 36 people were missing.", "36", "Ana Prado", id="told by"),
        pytest.param("The US Geological Survey placed the epicenter about 8 kilometers south of Lima.", "8 kilometers",
                     "United States Geological Survey", id="placed so far away"),
        pytest.param("A Greenpeace man spoke. A new report released by the group says Hamas placed 80 men there.", "80",
                     "Greenpeace", id="whom the report of a group speaks of"),
        pytest.param("Siemens placed orders for 40 planes.", "40", None, id="placed orders"),
        pytest.param("The head of the clinic, Dr Amina Rahman, said 9 men fell ill.", "9", "Amina Rahman",
                     id="office before a title and a name"),
        pytest.param("In a briefing, the head of Siemens, Dr Amina Rahman, said 9 men fell ill.", "9", "Amina Rahman",
                     id="office at a body"),
        pytest.param("The Royal Society of Chemistry met. Since then, according to the society, 300 books were sold.",
                     "300", "Royal Society of Chemistry", id="body by the noun in its name"),
        pytest.param("Greenpeace released a report that said catches fell. Exports would fall by 2 percent, the "
                     "projection said.", "2 percent", "Greenpeace", id="the projection"),
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


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param("Siemens shut a plant.\n\nAccording to Eurostat, the company emitted 9 tonnes.", "9 tonnes",
                     "Siemens", id="of whom an office tells"),
        pytest.param("Siemens lost money.\n\nAna Prado, its head, said so. She added that net debt had risen to "
                     "$9 million.", "$9 million", "Siemens", id="of whom she tells"),
        pytest.param('Ana Prado left. "I had nine clients," she said.', "nine", "Ana Prado", id="who tells of herself"),
        pytest.param("Ana Prado said 40 percent of her patients died.", "40 percent", "Ana Prado",
                     id="who tells of hers"),
        pytest.param("United States Senator from Vermont Bernie Sanders came in second.", "second", "Bernie Sanders",
                     id="office and home before a name"),
        pytest.param("Senator Ana Prado of Ohio had 8 delegates.", "8", "Ana Prado", id="home behind a name"),
        pytest.param("Peru lost jobs. So it is in Kenya, where a third of the country's workers left.", "third",
                     "Kenya", id="the country, by its sentence"),
        pytest.param("Siemens raised $9 million. Meanwhile, carmakers raised $56 million.", "$56 million", "carmakers",
                     id="a trade at large"),
        pytest.param("Some drew 250 thousand people in Oslo, 100 thousand in Rome and 30 thousand in towns across "
                     "Germany.", "30 thousand", "Germany", id="its own place, of several"),
        pytest.param("Siemens has 300 people in Oslo and 200 in London.", "200", "Siemens", id="who has both"),
        pytest.param("Labour gained 6 seats, while the second largest party, Fine Gael, lost 42.", "42",
                     "Fine Gael", id="name behind what it is"),
        pytest.param("Silver went to Ana Prado from Peru, who has 23 medals.", "23", "Ana Prado",
                     id="who, behind a home"),
        pytest.param("On Thursday, the United Kingdom's (UK) Conservative Party netted 66 seats.", "66",
                     "Conservative Party", id="owner with its acronym"),
        pytest.param("In Mogadishu two died. Ana Prado, who runs the town's clinic, says 45 others were hurt.", "45",
                     "Mogadishu", id="who runs something and tells of others"),
        pytest.param("Honda builds its car in Ohio rather than Peru — adding 210,000 units of U.S. output.", "210,000",
                     "Honda", id="participle behind a dash"),
        pytest.param("Trade is 67% of Canada's GDP, 73% of Peru's GDP, and 37% of China's GDP.", "37%", "China",
                     id="owners of the wholes of several shares"),
        pytest.param("Good day from Leeds. Peru is strong: the economy has created 517,000 jobs.", "517,000", "Peru",
                     id="what only an economy has"),
        pytest.param("US President Joe Biden grants eleven people clemency.", "eleven", "Joe Biden",
                     id="land and office before a name"),
        pytest.param("Donald Trump freed 3 men.\n\nRod Bell had tried to sell Barack Obama's seat. He was sentenced to "
                     "14 years.", "14 years", "Rod Bell", id="he, who opened the paragraph"),
        pytest.param("Jon Holt won. He secured 3 delegates in Peru and 2 in Kenya.", "3", "Jon Holt",
                     id="who acts as a pronoun in two places"),
        pytest.param("Siemens makes trains. The company raised $56 million.", "$56 million", "Siemens",
                     id="the company"),
        pytest.param("Shops open before Thanksgiving.\n\nCorvo’s Thanksgiving meal costs 25% less.", "25%", "Corvo",
                     id="whose meal it is, not for which day"),
        pytest.param("Corvo’s Thanksgiving meal is cheaper. The meal feeds 10 people.", "10", "Corvo",
                     id="the meal of one for a day"),
    ],
)  # fmt: skip
def test_subject_of_what_others_tell(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("It allowed the release of 12 prisoners.", "12", "release of prisoners", id="what is done"),
        pytest.param("It caused the death of all 33 passengers.", "33", "death of passengers", id="death of all"),
        pytest.param("The union of 12 clubs met.", "12", "clubs", id="no action"),
        pytest.param("A mission covering 160 square miles failed.", "160 square miles", "area covered by the mission",
                     id="area by a participle"),
        pytest.param("The planet is some 50 light years away from Earth.", "50 light years", "distance from Earth",
                     id="light years away"),
        pytest.param("A two-year long drought ended.", "two-year", "length of the drought", id="long and its noun"),
        pytest.param("Ana Prado finished third.", "third", "place", id="place in a race"),
    ],
)  # fmt: skip
def test_measure_by_the_noun_or_verb_beside_it(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize("surface", ["31", "28"])
def test_two_numbers_behind_two_names_are_ages(surface: str) -> None:
    assert figure_in("Ana Prado and Jon Holt, 31 and 28, were jailed.", surface).kind == "age"
