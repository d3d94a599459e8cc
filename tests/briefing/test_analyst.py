"""An analyst's judgements on the page: each with who, when and why, apart from what the program derived."""

import re

import polars as pl
import pytest

import briefing_corpora as corpus
from page_reader import Page
from tidybrief.briefing import Past, render
from tidybrief.briefing.analyst import MOST_JUDGEMENTS
from tidybrief.briefing.content import Content, compose

Tables = dict[str, pl.DataFrame]


def content(tables: Tables) -> Content:
    return compose(tables, title="Vellmar", checks=(), version="0.1.0", past=Past())


def page(tables: Tables) -> Page:
    return Page(render(tables, title="Vellmar", checks=(), version="0.1.0").html)


def text(tables: Tables) -> str:
    return " ".join(page(tables).text.replace("\u00a0", " ").split())


def section(tables: Tables) -> str:
    """What the section on judgements says."""
    said = re.search(r"The analyst’s own judgements An analyst .*?(?= Sources Three)", text(tables))
    assert said
    return said[0]


def test_no_judgement_no_section_and_no_word_of_it() -> None:
    assert content(corpus.harbour()).judged.summary == ""
    assert "analyst" not in text(corpus.harbour()).lower()


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Rejected: $3.1 billion Coastal Wire Seen on the page. Ada Finch, 1 March 2025", id="rejected"),
        pytest.param("1.4 million Vellmar Gazette → value is 1,400,000, qualifier is approx", id="corrected"),
        pytest.param("Merged: Aster Line → one with org:aster-lines", id="merged"),
        pytest.param("Split: Aster Line → where “Aster Line” stands in wire.txt: Aster", id="split"),
        pytest.param("Confirmed conflict: The occupation of Ida Rohn", id="confirmed"),
        pytest.param("Note: Port of Vellmar Seen on the page.", id="note on a name"),
        pytest.param("Note: Coastal Wire Seen on the page.", id="note on a document"),
        pytest.param("Note Seen on the page. Ada Finch, 10 March 2025", id="note on everything"),
        pytest.param("not there any more, or cannot become what they say. Corrected: figure-0", id="gone"),
        pytest.param(
            "An analyst made five decisions and wrote four notes. One judgement refers to what is gone.", id="all"
        ),
    ],
)
def test_each_judgement_is_told_with_what_it_is_about(said: str) -> None:
    assert said in section(corpus.judged())


def test_the_head_of_the_page_says_that_there_are_judgements() -> None:
    head = text(corpus.judged()).partition("Bottom line What changed")[0]
    assert "An analyst made five decisions" in head


def test_a_value_set_by_hand_says_so_where_it_is_told() -> None:
    flags = {row.figure.words: row.figure.support.flags for row in content(corpus.judged()).figures}
    by_hand = [words for words, held in flags.items() if "corrected by hand" in held]
    assert by_hand == [words for words in flags if "1.4" in words]


def test_what_an_analyst_rejected_is_no_fault_of_the_input() -> None:
    quality = content(corpus.judged()).quality
    assert quality.is_clean
    assert quality.status == "An analyst rejected one row. Nothing else was rejected."


def test_the_latest_stand_first_and_the_rest_is_counted() -> None:
    tables = corpus.judged()
    note = tables["judgements"].filter(pl.col("kind") == "note").head(1)
    many = [note.with_columns(judgement_id=pl.lit(f"judgement-n{n:03}")) for n in range(MOST_JUDGEMENTS)]
    view = content(tables | {"judgements": pl.concat([tables["judgements"], *many])}).judged
    assert len(view.notes) == MOST_JUDGEMENTS
    assert view.more == 4
    assert view.notes[0].signed == "Ada Finch, 10\u00a0March 2025"
