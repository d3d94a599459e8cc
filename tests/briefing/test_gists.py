"""Gists: the sentence of each document that a reader sees first."""

import pytest

import briefing_corpora as corpus
from tidybrief.briefing.figure_table import Figures
from tidybrief.briefing.gists import Gist, Gists
from tidybrief.briefing.library import Library

LEAD = "The port of Orno closed its northern quay on Monday after a storm."
DETAIL = "A crane driver found a wet umbrella near the gate of the fish market."


def gist_of(
    *sentences: str | tuple[str, str, str | None], title: str = "Storm closes quay of Orno port"
) -> Gist | None:
    made = corpus.Corpus()
    made.document("a.txt", sentences, title=title)
    tables = made.tables()
    library = Library(tables)
    return Gists(tables["mentions"], Figures(tables, library).facts, library).of(library.sources[0])


@pytest.mark.parametrize(
    ("sentences", "chosen"),
    [
        pytest.param([LEAD, DETAIL], LEAD, id="the first where it tells the title"),
        pytest.param([DETAIL, DETAIL, LEAD], LEAD, id="a later one with the words of the title"),
        pytest.param([f"It closed, and {LEAD[0].lower()}{LEAD[1:]}", LEAD], LEAD, id="none that points back"),
        pytest.param([f"You know, I saw how {LEAD}", LEAD], LEAD, id="none that is spoken to somebody"),
        pytest.param(
            [("STORM CLOSES QUAY OF ORNO PORT TODAY AT NOON", "heading", None), DETAIL], DETAIL, id="no heading"
        ),
        pytest.param([(LEAD, "boilerplate", None), DETAIL], DETAIL, id="no furniture"),
        pytest.param([(LEAD, "paragraph", "hypothetical"), DETAIL], DETAIL, id="nothing imagined"),
        pytest.param(["Storm closes quay.", DETAIL], DETAIL, id="nothing too short to tell anything"),
    ],
)
def test_tells_most_of_what_the_document_is_about(sentences: list[str], chosen: str) -> None:
    gist = gist_of(*sentences)
    assert gist is not None
    assert gist.quote.words == chosen


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(("Would the port of Orno ever close its northern quay again?", "question", None), id="only asks"),
        pytest.param("You know, I said to him that you never know what it was.", id="only talks to somebody"),
        pytest.param("It was the last of them, and nobody ever saw it again.", id="leans on what is not there"),
    ],
)
def test_a_document_of_which_no_sentence_tells_plainly_has_none(sentence: str | tuple[str, str, str | None]) -> None:
    assert gist_of(sentence) is None


def test_a_forecast_is_told_as_one() -> None:
    gist = gist_of(("The port of Orno will close its northern quay in a storm.", "paragraph", "forecast"))
    assert gist is not None
    assert gist.is_forecast


def test_a_fact_among_imagined_sentences_says_so() -> None:
    gist = gist_of(*[("Imagine a quay that floats above the port of Orno.", "paragraph", "hypothetical")] * 3, LEAD)
    assert gist is not None
    assert gist.stands_in_fiction
