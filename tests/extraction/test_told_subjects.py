"""Whom a figure is about where the construction around it says so, and whose results a report goes on telling."""

import pytest

from sample_figures import figure_in


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(
            "The deal values Acme Corp. at $40 billion, still behind Halden's $86 billion valuation.",
            "$86 billion",
            "Halden",
            id="owner right before an amount",
        ),
        pytest.param(
            "Siemens is worth more than the $18 billion that its rival Halden is now valued at.",
            "$18 billion",
            "Halden",
            id="who acts in a relative clause",
        ),
        pytest.param(
            "Shares rallied in Norway, with Acme Corp. climbing 3.4% and Halden gaining 2.1%.",
            "2.1%",
            "Halden",
            id="absolute clause behind and",
        ),
        pytest.param(
            "Shares rallied in Norway, with Acme Corp. climbing 3.4% and Halden gaining 2.1%.",
            "3.4%",
            "Acme Corp.",
            id="absolute clause behind with",
        ),
        pytest.param(
            "With 118 beds, Mercy Hospital in Leeds is the largest of its kind.",
            "118",
            "Mercy Hospital",
            id="what opens a sentence with a number",
        ),
        pytest.param(
            "Osidynavia welcomed 103,000 tourists in 2024. The country has a minimum wage of $7.55.",
            "$7.55",
            "Osidynavia",
            id="the country, where the text names none that is known",
        ),
        pytest.param(
            "The Kakhovka Dam broke. The dam is 30 metres high.", "30 metres", "Kakhovka Dam", id="thing with a name"
        ),
        pytest.param(
            "Google appealed against the European Union's €2.4 billion fine.",
            "€2.4 billion",
            "Google",
            id="fine of another",
        ),
        pytest.param("Miners fell in London, with Rio Tinto down 4%.", "4%", "Rio Tinto", id="absolute without a verb"),
        pytest.param(
            "Halden is building two yards in Ohio and Texas, adding more than 250 jobs.",
            "250",
            "Halden",
            id="participle behind a clause",
        ),
        pytest.param(
            "Siemens said on Monday that Halden will expand in Spain, creating 40 jobs.",
            "40",
            "Halden",
            id="participle behind a reported clause",
        ),
        pytest.param(
            "In Denver and its suburbs, the vacancy rate fell by 3%.",
            "3%",
            "Denver",
            id="place in front with its area",
        ),
        pytest.param(
            "In Germany, BMW sold 300,000 cars last year.",
            "300,000",
            "BMW",
            id="not a place in front of who acts",
        ),
    ],
)
def test_subject_told_by_its_construction(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


REPORT = "Halden said its revenue rose 8% to $3 billion in the quarter."


@pytest.mark.parametrize(
    ("goes_on", "surface", "subject"),
    [
        pytest.param("\n\nNet profit was $40 million.", "$40 million", "Halden", id="result of nobody named"),
        pytest.param(
            "\n\nThe Chinese market grew.\n\nCloud services revenue climbed 9%.",
            "9%",
            "Halden",
            id="past a country",
        ),
        pytest.param(
            " Gaming did well, with domestic sales rising 17% to $50 million.",
            "$50 million",
            "Halden",
            id="absolute clause",
        ),
        pytest.param(
            "\n\nNet profit reached $40 million, beating analyst estimates of $35 million.",
            "$35 million",
            "Halden",
            id="what a result is compared with",
        ),
        pytest.param("\n\nCapital expenditure fell to $20 million.", "$20 million", "Halden", id="spending"),
        pytest.param("\n\nIn Norway, retail sales fell 2%.", "2%", "Norway", id="sales at large"),
        pytest.param("\n\nNet profit at Siemens was $4 billion.", "$4 billion", "Siemens", id="result of another"),
    ],
)
def test_whose_result(goes_on: str, surface: str, subject: str) -> None:
    assert figure_in(REPORT + goes_on, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(
            "Police in Leeds found a 12-year-old boy, Keir Starmer said.",
            "12-year-old",
            "boy",
            id="indefinite noun",
        ),
        pytest.param(
            "Maria Lopez lives with her 9-year-old son in Leeds.", "9-year-old", "son", id="noun with an owner"
        ),
        pytest.param(
            "A 34-year-old woman, Maria Lopez, was killed.", "34-year-old", "Maria Lopez", id="not with a name behind"
        ),
        pytest.param("A 12-year-old boy named Tom Baker was found.", "12-year-old", "Tom Baker", id="not where named"),
        pytest.param(
            "Maria Lopez is a 34-year-old mother from Leeds.", "34-year-old", "Maria Lopez", id="not as a predicate"
        ),
        pytest.param(
            "Maria Lopez, a 34-year-old mother, lives in Leeds.",
            "34-year-old",
            "Maria Lopez",
            id="not as an apposition",
        ),
        pytest.param(
            "Siemens expanded last year. The 14-month-old company hired 300 people.",
            "14-month-old",
            "Siemens",
            id="age of a company",
        ),
    ],
)
def test_whose_age(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(
            "The quake, which the US Geological Survey measured at magnitude 5.9, struck at a depth of 34 km.",
            "34 km",
            "quake",
            id="thing without a name",
        ),
        pytest.param(
            "The quake, which the US Geological Survey measured at magnitude 5.9, struck at a depth of 34 km.",
            "magnitude 5.9",
            "quake",
            id="not who measures it",
        ),
        pytest.param(
            "Siemens, which Forbes values at $9 billion, hired 300 people.",
            "$9 billion",
            "Siemens",
            id="not who rates it",
        ),
        pytest.param(
            "Google tied the model to several apps including YouTube, which has over 2 billion users.",
            "2 billion",
            "YouTube",
            id="last of what is included",
        ),
        pytest.param(
            "Siemens opened a branch in Norway, which has 30 staff.", "30", "Siemens", id="not the place of what has it"
        ),
        pytest.param(
            "Work on the Nabucco pipeline began in Turkey. The pipeline will be 900 km long.",
            "900 km",
            "Nabucco",
            id="not where a name goes by it",
        ),
        pytest.param(
            "Seats won: the Green Party – 12.5%; the Liberal Party – 6.7%.",
            "6.7%",
            "Liberal Party",
            id="name with a dash",
        ),
        pytest.param(
            "China filed 38,000 patents, six times more than second-place Japan.",
            "second",
            "Japan",
            id="name of a rank",
        ),
    ],
)
def test_thing_that_is_measured(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(
            "Two clerks were hurt in the fire, according to the Forest Service. The blaze took almost 4,000 homes.",
            "4,000",
            None,
            id="office that is quoted",
        ),
        pytest.param(
            "Voters went to the polls in Ghana on Sunday.\n\n"
            "The Electoral Commission said counting went on. The ruling party leads with 61.6%.",
            "61.6%",
            "Ghana",
            id="office that counts votes",
        ),
        pytest.param(
            "Fewer trains ran late, says a report published by the Office of Transport. Of all, 86% were on time.",
            "86%",
            None,
            id="office that published a report",
        ),
        pytest.param(
            "Anna Berg told the senators that contracts had been late. Unlawful spending rose to $6 million.",
            "$6 million",
            None,
            id="person who tells of others",
        ),
        pytest.param(
            "The UN Refugee Agency says it needs $7 billion this year.",
            "$7 billion",
            "UN Refugee Agency",
            id="office that tells of itself",
        ),
        pytest.param(
            "According to the National Statistics Institute, prices in Spain rose. The institute has 4,000 staff.",
            "4,000",
            "National Statistics Institute",
            id="office taken up by its noun",
        ),
        pytest.param(
            "The Ministry of Health said on Monday that beds were short. The Ministry of Health will build 12 clinics.",
            "12",
            "Ministry of Health",
            id="office that acts",
        ),
        pytest.param(
            "According to Anna Berg, Acme Corp. will grow. She joined in 1997 and owns 2 million shares.",
            "2 million",
            "Anna Berg",
            id="person taken up by a pronoun",
        ),
        pytest.param(
            "Web Services Corp. said profit rose. Revenue was $4.2 billion.",
            "$4.2 billion",
            "Web Services Corp.",
            id="firm named for services",
        ),
        pytest.param("Singapore grew. The city has 6 million people.", "6 million", "Singapore", id="city state"),
        pytest.param(
            "Acme Corp. said it had a good year. Revenue reached $40 million.", "$40 million", "Acme Corp.", id="firm"
        ),
    ],
)
def test_who_tells_of_others(text: str, surface: str, subject: str | None) -> None:
    assert figure_in(text, surface).subject == subject
