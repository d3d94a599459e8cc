"""What figures say: subject, indicator, period, source, whole and factuality."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.extraction import extract
from tidybrief.extraction.records import Figure
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document


def figures_in(text: str, title: str = "Notes from the markets") -> tuple[Figure, ...]:
    """The figures of a text below a title without names, published in May 2023."""
    document = Document(
        "a.txt", "", "text/plain", f"{title}\n\n{text}\n", language="en", published_on=date(2023, 5, 16)
    )
    return extract(document, load_lexicon()).figures


def figure_in(text: str, surface: str) -> Figure:
    return next(row for row in figures_in(text) if row.text == surface)


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(
            "Microsoft has invested $13 billion in the firm.", "$13 billion", "Microsoft", id="grammatical subject"
        ),
        pytest.param("China's exports reached $300 billion.", "$300 billion", "China", id="possessive"),
        pytest.param(
            "With a good 6,000 patents, Japan is far behind.", "6,000", "Japan", id="subject after the opening phrase"
        ),
        pytest.param(
            "China filed 900 patents, followed by Japan (just over 400).", "400", "Japan", id="name before a bracket"
        ),
        pytest.param(
            "The share was 4% in China, compared to 7% in Japan.",
            "7%",
            "Japan",
            id="name after the figure in a comparison",
        ),
        pytest.param(
            "According to Microsoft, China has 300 data centers.", "300", "China", id="the source is not the subject"
        ),
        pytest.param("The storms cost Japan $7 billion.", "$7 billion", "Japan", id="receiver of an amount"),
        pytest.param("China and Japan bought 40 ships.", "40", "China", id="first of several"),
        pytest.param("Rates were 5% for beginners, 9% for experts.", "9%", "experts", id="what differs in a list"),
        pytest.param(
            "Japan and Brazil have sent three ships and five planes, respectively.", "five", "Brazil", id="respectively"
        ),
        pytest.param("Japan bought 20% of the wheat and Brazil 35%.", "35%", "Brazil", id="gapped clause"),
        pytest.param(
            "Microsoft was fined 80 million euros by Ireland.", "80 million euros", "Microsoft", id="passive receiver"
        ),
        pytest.param(
            "Microsoft opened an office. It hired 70 people.", "70", "Microsoft", id="pronoun for the subject before"
        ),
        pytest.param(
            "Microsoft opened an office. The company hired 70 people.",
            "70",
            "Microsoft",
            id="noun for the subject before",
        ),
        pytest.param("Microsoft shares fell 6% in Japan.", "6%", "Microsoft", id="owner before a noun"),
        pytest.param(
            "LIMA, 4 May 2023 - Microsoft has hired 70 people.", "70", "Microsoft", id="the dateline is no subject"
        ),
        pytest.param("Global output rose 3% in 2021.", "3%", "world", id="global"),
    ],
)
def test_subject(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param("Copper prices rose 12% last week.", "12%", "copper", id="goods"),
        pytest.param("Malaria killed 600,000 people last year.", "600,000", "malaria", id="disease"),
        pytest.param("Inflation reached 9% in March.", "9%", "inflation", id="measure of an economy"),
    ],
)
def test_a_figure_may_be_about_what_has_no_name(text: str, surface: str, subject: str) -> None:
    figure = figure_in(text, surface)
    assert (figure.subject_id, figure.subject) == (None, subject)


def test_a_named_subject_is_surer_than_a_guessed_one() -> None:
    told = figure_in("Microsoft hired 40 people.", "40")
    guessed = figures_in("Microsoft met Toyota in Japan.\n\nThe hall seats 900.")[-1]
    assert told.subject_confidence > 0.6 > guessed.subject_confidence


def test_a_sentence_without_names_speaks_of_the_documents_main_subject() -> None:
    rows = figures_in("The plan covers 301 stores.", title="Microsoft presents its plan")
    assert [row.subject for row in rows] == ["Microsoft"]


@pytest.mark.parametrize(
    ("text", "surface", "words"),
    [
        pytest.param(
            "Microsoft opened 40 new data centers.", "40", "new data centers opened", id="counted noun and verb"
        ),
        pytest.param("In Japan, 200 people were injured.", "200", "people injured", id="passive"),
        pytest.param(
            "Microsoft announced a $5 billion investment program.",
            "$5 billion",
            "investment program",
            id="noun after the amount",
        ),
        pytest.param("Microsoft built it at a cost of $5 billion.", "$5 billion", "cost", id="noun of"),
        pytest.param(
            "In Japan the unemployment rate rose to 5%.", "5%", "unemployment rate", id="subject of a measuring verb"
        ),
        pytest.param("In Japan 30% of young workers have two jobs.", "30%", "young workers", id="what a share is of"),
        pytest.param(
            "Microsoft will invest $3 billion in cloud infrastructure.",
            "$3 billion",
            "investment in cloud infrastructure",
            id="noun of the verb",
        ),
        pytest.param("Microsoft grew, with net income up by 8%.", "8%", "increase in net income", id="no verb"),
        pytest.param(
            "The fund paid out 900 grants in 2023. Mali accounts for 40 of them.",
            "40",
            "grants",
            id="accounts for them",
        ),
        pytest.param(
            "Exports came to $40 billion, five times the figure for Mali ($8 billion).",
            "$8 billion",
            "exports",
            id="the figure for another",
        ),
        pytest.param(
            "Microsoft had revenue of $3.2 billion in 2023, up 12% from a year earlier.",
            "12%",
            "increase in revenue",
            id="change of what was said before",
        ),
        pytest.param("The 34-year-old founder left Microsoft.", "34-year-old", "age", id="age"),
        pytest.param("The 900 km long pipeline crosses Japan.", "900 km", "length of the pipeline", id="dimension"),
        pytest.param("Loss of life: $2 billion.", "$2 billion", "Loss of life", id="label"),
    ],
)
def test_indicator(text: str, surface: str, words: str) -> None:
    indicator = figure_in(text, surface).indicator
    assert indicator is not None
    assert set(words.lower().split()) <= set(indicator.lower().split())


@pytest.mark.parametrize(
    ("text", "surface", "start", "end"),
    [
        pytest.param(
            "In 2021, Japan built 40 ships.", "40", "2021-01-01", "2021-12-31", id="date that opens the sentence"
        ),
        pytest.param("Japan has built 40 ships since 2014.", "40", "2014-01-01", "None", id="open end"),
        pytest.param(
            "As of June 2023, Japan's fleet had shrunk by 12% since 2014.",
            "12%",
            "2014-01-01",
            "2023-06-30",
            id="end told as of",
        ),
        pytest.param("Japan will spend $3 billion by 2030.", "$3 billion", "None", "2030-12-31", id="open start"),
        pytest.param("Exports of Japan grew 5% from 2015 to 2020.", "5%", "2015-01-01", "2020-12-31", id="from and to"),
        pytest.param(
            "Japan had 40 ships in 2020, more than in 2019.",
            "40",
            "2020-01-01",
            "2020-12-31",
            id="not the year compared with",
        ),
        pytest.param(
            "It cost Japan $3 billion (in 2015 dollars).", "$3 billion", "None", "None", id="not the base of prices"
        ),
        pytest.param(
            "Toyota said on Monday it employs 40 engineers.", "40", "None", "None", id="not the day of telling"
        ),
        pytest.param("As of March 2020, Japan had 40 ships.", "40", "2020-03-01", "2020-03-31", id="as of"),
    ],
)
def test_period(text: str, surface: str, start: str, end: str) -> None:
    row = figure_in(text, surface)
    assert (str(row.time_start), str(row.time_end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "surface", "source"),
    [
        pytest.param("According to Microsoft, Japan has 40 data centers.", "40", "Microsoft", id="according to"),
        pytest.param("Microsoft said that Japan has 40 data centers.", "40", "Microsoft", id="said"),
        pytest.param("Japan has 40 data centers, Microsoft said.", "40", "Microsoft", id="said after"),
        pytest.param("Microsoft announced a $5 billion plan.", "$5 billion", None, id="an act is no report"),
        pytest.param("Microsoft sees demand. The company expects 40 sales.", "40", "Microsoft", id="noun for a source"),
        pytest.param("Microsoft said much. Japan has 40 mines, the report says.", "40", "Microsoft", id="the report"),
        pytest.param(
            "Ann Lee said Japan had 30 mines.\n\nIts guild is led by Robert Hansen.\n\nHe said Japan has 40 mines.",
            "40",
            "Robert Hansen",
            id="a pronoun for the person of a paragraph without figures",
        ),
        pytest.param("Officials said Japan has 40 data centers.", "40", None, id="unnamed source"),
        pytest.param("Japan has 40 data centers.", "40", None, id="none"),
    ],
)
def test_attribution(text: str, surface: str, source: str | None) -> None:
    assert figure_in(text, surface).attributed_to == source


def test_attribution_carries_forward_within_the_paragraph_only() -> None:
    rows = figures_in("Microsoft reported 500 cases in Japan. Of these, 40 were closed.\n\nJapan has 70 laboratories.")
    assert [(row.text, row.attributed_to) for row in rows] == [
        ("500", "Microsoft"),
        ("40", "Microsoft"),
        ("70", None),
    ]


@pytest.mark.parametrize(
    ("text", "surface", "whole"),
    [
        pytest.param("China holds 38,000 of the 54,000 patents.", "38,000", 54_000, id="of the"),
        pytest.param("In Japan 7 out of 20 samples failed.", "7", 20, id="out of"),
        pytest.param("Japan counted 62 deaths, including 54 children.", "54", 62, id="including"),
        pytest.param("Japan counted 500 cases. Of these, 40 were severe.", "40", 500, id="of these"),
        pytest.param("Japan built 40 ships.", "40", None, id="no whole"),
        pytest.param(
            "Japan rescued 90 people, including, it says, 12 sailors.", "12", 90, id="including, with an aside"
        ),
        pytest.param("Japan spent $9 million, of which 5% went to ports.", "5%", 9e6, id="share of money"),
        pytest.param("Of those 900 farmers in Japan, 40% grow rice.", "40%", 900, id="whole that opens the sentence"),
        pytest.param("In Japan they pay $35 instead of $400.", "$35", None, id="instead of is not a part of"),
        pytest.param("Japan gave $3 million on top of the $8 million.", "$3 million", None, id="on top of"),
        pytest.param(
            "Japan helped 900 children. This includes 40 who live with people of at least 60 years old.",
            "60 years old",
            None,
            id="an age is no part of a count",
        ),
        pytest.param(
            "Japan enrolled 900 farmers. This includes 40 farmers who pay $20.",
            "$20",
            None,
            id="money is no part of heads",
        ),
        pytest.param("Three families of three sailors live in Japan.", "Three", None, id="as much as the whole"),
        pytest.param(
            "Japan walked 116 miles of coast and would cover 4,543 miles.",
            "116 miles",
            None,
            id="another clause between",
        ),
        pytest.param(
            "Japan sells 900 cars, including buses, and 30 trains.", "30", None, id="what follows the included"
        ),
    ],
)
def test_part_of_a_whole(text: str, surface: str, whole: float | None) -> None:
    assert figure_in(text, surface).of_total == whole


def test_an_equation_of_units_says_the_size_of_the_first() -> None:
    found = figures_in("Japan stores petabytes (1 petabyte = 1,000 terabytes) of data.")
    assert [(row.subject, row.indicator) for row in found if "1" in row.text] == [
        ("petabyte", "size of a petabyte")
    ] * 2


def test_an_amount_in_brackets_restates_the_one_before() -> None:
    first, second = figures_in("Japan paid 900 million yen ($6 million) for the land in 2021.")
    assert (second.subject, second.indicator, second.time_start) == (
        first.subject,
        first.indicator,
        first.time_start,
    )


def test_figures_take_the_factuality_of_their_sentence() -> None:
    assert figure_in("Japan will build 40 ships.", "40").factuality == "forecast"
    assert figure_in("Japan built 40 ships.", "40").factuality == "asserted"


@given(st.text(alphabet="0123456789 ,.$%()-Of theJapan\n", max_size=120))
def test_any_text_is_read(text: str) -> None:
    document = Document("a.txt", "", "text/plain", text, language="en")
    for row in extract(document, load_lexicon()).figures:
        assert text[row.start : row.end] == row.text
        assert 0.0 <= row.confidence <= 1.0
        assert row.time_start is None or row.time_end is None or row.time_start <= row.time_end


TRANSCRIPT = """Briefing by Secretary Omar Teller

SECRETARY TELLER: Thank you. We have hired nurses.

Our budget grew by 5 percent. The CDC says that 30 nurses are ill.

Q    Is it true that 80 have left?

MS. PARK: Exports rose 7 percent.

THE PRESIDENT: We sent 90 ships.

Background

The hall seats 800 people.
"""


@pytest.mark.parametrize(
    ("surface", "speaker"),
    [
        pytest.param("5 percent", "Omar Teller", id="in a paragraph after the label"),
        pytest.param("30", "Centers for Disease Control and Prevention", id="whom the speaker cites"),
        pytest.param("80", None, id="a question of an unnamed one"),
        pytest.param("7 percent", "Park", id="the next label"),
        pytest.param("90", None, id="a label without a name"),
        pytest.param("800", None, id="below a heading that is no label"),
    ],
)
def test_the_label_of_a_transcript_names_the_source(surface: str, speaker: str | None) -> None:
    document = Document("a.txt", "", "text/plain", TRANSCRIPT, language="en", published_on=date(2023, 5, 16))
    figure = next(row for row in extract(document, load_lexicon()).figures if row.text == surface)
    assert figure.attributed_to == speaker
