"""What opens the page: agreements first, then disputes, then figures in the words of sources that stand alone."""

from datetime import date
from typing import Any

import polars as pl
import pytest

import briefing_corpora as corpus
from tidybrief.briefing import Past
from tidybrief.briefing.content import Content, compose
from tidybrief.briefing.telling import MOST_WORDS, opens_plainly
from tidybrief.briefing.wording import word_count

Tables = dict[str, pl.DataFrame]


def content(tables: Tables) -> Content:
    return compose(tables, title="Vellmar", checks=(), version="0.1.0", past=Past())


def said(tables: Tables) -> list[str]:
    return [item.text.replace("\u00a0", " ") for item in content(tables).bottom_line]


def flood(*events: tuple[str, str, date, date]) -> Tables:
    """Two documents that date the same events, each "start of the flood" and the like, alike."""
    made = corpus.Corpus()
    for doc_id in ("a.txt", "b.txt"):
        sentences = [f"In Vellmar it happened: {words}." for _, words, _, _ in events]
        made.document(doc_id, sentences, publisher=f"Publisher of {doc_id}")
    made.entity("place:vellmar", "Vellmar", ("a.txt", "Vellmar"), ("b.txt", "Vellmar"))
    for attribute, words, first, last in events:
        value = f"{first}/{last}" if first != last else str(first)
        rows = []
        for doc_id in ("a.txt", "b.txt"):
            made.date(doc_id, words, first, last)
            rows.append((made.rows["dates"][-1]["date_id"], doc_id, words, value))
        made.comparison("place:vellmar", attribute, "agree", *rows)
    return made.tables()


class TestEvents:
    def test_of_one_place_stand_in_one_sentence_in_their_order(self) -> None:
        told = said(
            flood(
                ("end of the state of emergency", "2 June", date(2021, 6, 2), date(2021, 6, 2)),
                ("start of the flood", "5 May 2021", date(2021, 5, 5), date(2021, 5, 5)),
                ("start of the campaign", "in May 2021", date(2021, 5, 1), date(2021, 5, 31)),
            )
        )
        began = "the campaign began in May 2021, the flood on 5 May"
        ended = "the state of emergency ended on 2 June"
        assert told == [f"Two independent sources agree on Vellmar: {began} and {ended}."]

    def test_as_many_as_may_be_read_at_once(self) -> None:
        numbers = ("first", "second", "third", "fourth", "fifth", "sixth")
        days = [
            (f"start of the {number} long campaign", f"{day} May 2021", date(2021, 5, day), date(2021, 5, day))
            for day, number in enumerate(numbers, start=1)
        ]
        (told,) = said(flood(*days))
        assert word_count(told) <= MOST_WORDS


def sentence(text: str, **row: Any) -> Tables:
    made = corpus.Corpus()
    made.document("a.txt", [text], title="Depots")
    made.figure("a.txt", "40", "count", 40, row.pop("unit", "crate"), **row)
    return made.tables()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "By the end of the year, when the last of the old depots had been shut for good and all of their people "
            "had gone elsewhere, the port of Vellmar stored 40 crates.",
            "… when the last of the old depots had been shut for good and all of their people had gone elsewhere, "
            "the port of Vellmar stored 40 crates.",
            id="from the border of a clause",
        ),
        pytest.param(
            "The port of Vellmar stored 40 crates, which was more than anybody who had known it in the old days, "
            "before the great fire and the war that came after, would have thought.",
            "The port of Vellmar stored 40 crates, which was more than anybody who had known it in the old days, "
            "before the great fire and the war that came after, …",
            id="to the border of a clause",
        ),
    ],
)
def test_a_long_sentence_is_cut_at_its_clauses(text: str, told: str) -> None:
    assert said(sentence(text)) == [told]


def test_a_dateline_is_left_out() -> None:
    assert said(sentence("VELLMAR, 5 May 2021 - The port stored 40 crates.")) == ["The port stored 40 crates."]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("Port of Vellmar Stored 40 Crates Last Year", {}, id="a headline"),
        pytest.param("The port (40 crates) was shut.", {}, id="in brackets"),
        pytest.param("The port stored 40 crates.", {"confidence": 0.6}, id="read unsurely"),
        pytest.param("The port stood 40 dry days.", {"unit": "dry day"}, id="a stretch of time"),
    ],
)
def test_some_figures_do_not_open_the_page(text: str, row: dict[str, Any]) -> None:
    (item,) = content(sentence(text, **row)).bottom_line
    assert item.opens


def test_a_sentence_of_what_the_document_is_about_comes_first() -> None:
    made = corpus.Corpus()
    made.document(
        "a.txt",
        [
            "The harbour café sold 50 cakes to its guests.",
            "The depots of Vellmar stored 40 crates in the winter.",
        ],
        title="Depots of Vellmar are full in winter",
    )
    made.figure("a.txt", "50", "count", 50, "cake")
    made.figure("a.txt", "40", "count", 40, "crate")
    assert said(made.tables())[0].startswith("The depots of Vellmar")


def test_every_source_speaks_before_one_speaks_again() -> None:
    made = corpus.Corpus()
    for doc_id, first in (("a.txt", 40), ("b.txt", 60)):
        made.document(doc_id, [f"The port stored {first} crates.", f"The depot stored {first + 1} barrels."])
        made.figure(doc_id, str(first), "count", first, "crate", subject=doc_id)
        made.figure(doc_id, str(first + 1), "count", first + 1, "barrel", subject=doc_id)
    sources = [item.quotes[0].source.doc_id for item in content(made.tables()).bottom_line]
    assert sources == ["a.txt", "b.txt", "a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("publisher", "warns"), [pytest.param(None, True, id="unknown"), pytest.param("Coastal Wire", False, id="known")]
)
def test_independence_is_doubted_where_no_publisher_is_known(publisher: str | None, warns: bool) -> None:
    tables = corpus.harbour()
    tables["documents"] = tables["documents"].with_columns(publisher=pl.lit(publisher, pl.String))
    assert ("No publisher is known" in content(tables).caution) == warns


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        pytest.param("The port was shut.", True, id="a sentence"),
        pytest.param("VELLMAR, 5 May 2021 - The port was shut.", True, id="behind a dateline"),
        pytest.param("and of the port of Vellmar.", False, id="the rest of a sentence"),
        pytest.param("(b) The port was shut.", False, id="an item of a law"),
        pytest.param("IN WITNESS WHEREOF, the port was shut.", False, id="a formula"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_opens_plainly(text: str, plainly: bool) -> None:
    assert opens_plainly(text) == plainly
