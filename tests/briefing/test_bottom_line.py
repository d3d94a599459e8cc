"""What opens the page: agreements first, then disputes, then figures in the words of sources that stand alone."""

from datetime import date
from typing import Any

import polars as pl
import pytest

import briefing_corpora as corpus
from tidybrief.briefing import Past
from tidybrief.briefing.content import Content, compose
from tidybrief.briefing.readings import Read
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


@pytest.mark.parametrize("confidence", [0.82, 0.95])
def test_how_surely_its_numbers_were_read_stands_behind_a_statement(confidence: float) -> None:
    (item,) = content(sentence("The port stored 40 crates.", confidence=confidence)).bottom_line
    assert item.confidence == pytest.approx(confidence)


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


@pytest.mark.parametrize(
    ("title", "first"),
    [
        pytest.param("Vellmar spends 14,600 crowns on crates", "The town paid 14,612 crowns", id="told more roughly"),
        pytest.param("Vellmar spends money on crates", "The harbour took in 90,000 crowns", id="no amount"),
        pytest.param(
            "Vellmar spends 20,000 crowns on crates", "The harbour took in 90,000 crowns", id="another amount"
        ),
    ],
)
def test_the_amount_of_the_title_comes_first(title: str, first: str) -> None:
    made = corpus.Corpus()
    made.document(
        "a.txt",
        [
            (title, "heading", None),
            "The harbour took in 90,000 crowns at its gate.",
            "The town paid 14,612 crowns for it.",
        ],
        title=title,
    )
    for words in ("14,600", "20,000"):
        if words in title:
            made.figure("a.txt", words, "money", float(words.replace(",", "")), "crown")
    made.figure("a.txt", "90,000", "money", 90_000, "crown")
    made.figure("a.txt", "14,612", "money", 14_612, "crown")
    assert said(made.tables())[0].startswith(first)


@pytest.mark.parametrize(
    ("opening", "stands_alone"),
    [
        pytest.param("By comparison, the", False, id="compares"),
        pytest.param("In turn, the", False, id="in turn"),
        pytest.param("On the other hand, the", False, id="the other hand"),
        pytest.param("In the same year, the", False, id="a time told before"),
        pytest.param("By noon the", True, id="a time"),
        pytest.param("In returning, the", True, id="another word"),
    ],
)
def test_what_takes_up_the_sentence_before_comes_later(opening: str, stands_alone: bool) -> None:
    made = corpus.Corpus()
    made.document("a.txt", [f"{opening} port stored 80 crates.", "The port lost 60 barrels."], title="Depots")
    made.figure("a.txt", "80", "count", 80, "crate")
    made.figure("a.txt", "60", "count", 60, "barrel")
    assert said(made.tables())[0].startswith(opening) == stands_alone


def test_every_source_speaks_before_one_speaks_again() -> None:
    made = corpus.Corpus()
    for doc_id, first in (("a.txt", 60), ("b.txt", 40)):
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


class TestWhatASourceOnlyPassesOn:
    TEXTS = (
        "The Orno mill sold 900 tons of flour in 2023, the miller said.",
        "The Vellmar mill sold 200 tons of flour in 2023.",
    )

    def opening(self) -> Content:
        """Of two mills: what the miller said of the larger, and what a document itself says of the smaller."""
        made = corpus.Corpus()
        for number, (text, amount, said_by) in enumerate(
            zip(self.TEXTS, (900, 200), ("the miller", None), strict=True)
        ):
            made.document(f"{number}.txt", [text], title=f"Mill {number}")
            told = {"indicator": "flour sold", "attributed_to": said_by}
            made.figure(f"{number}.txt", f"{amount} tons", "measure", amount, "ton", subject=text[4:15].strip(), **told)
        return content(made.tables())

    def test_stands_behind_what_a_source_says_itself(self) -> None:
        assert [item.text for item in self.opening().bottom_line] == list(reversed(self.TEXTS))

    def test_names_who_says_so_and_what_is_missing(self) -> None:
        own, passed_on = self.opening().bottom_line
        assert own.attributed_to is None
        assert passed_on.attributed_to == Read("the miller", is_sure=True)
        assert own.lacks_period


def test_agreements_on_days_come_before_vague_ones_and_who_somebody_is_last() -> None:
    made = corpus.Corpus()
    for doc_id in ("a.txt", "b.txt"):
        text = "The quay of Orno opened on 4 May 2021. Ada Rohn is a pilot. The rain came in May 2021."
        made.document(doc_id, [f"{part}." for part in text.rstrip(".").split(". ")], publisher=doc_id)
        made.date(doc_id, "4 May 2021", date(2021, 5, 4), date(2021, 5, 4))
        made.date(doc_id, "May 2021", date(2021, 5, 1), date(2021, 5, 31))
        made.relation(doc_id, "person:ada", "occupation", "pilot", None)
    made.entity("place:orno", "Orno", ("a.txt", "Orno"), ("b.txt", "Orno"))
    made.entity("person:ada", "Ada Rohn", ("a.txt", "Ada Rohn"), ("b.txt", "Ada Rohn"))
    dates = {row["doc_id"] + row["text"]: row["date_id"] for row in made.rows["dates"]}
    relations = {row["doc_id"]: row["relation_id"] for row in made.rows["relations"]}
    both = ("a.txt", "b.txt")
    made.comparison("person:ada", "occupation", "agree", *((relations[d], d, "pilot", "pilot") for d in both))
    made.comparison(
        "place:orno", "date of the rain", "agree", *((dates[f"{d}May 2021"], d, "May 2021", "2021-05") for d in both)
    )
    made.comparison(
        "place:orno",
        "start of the quay",
        "agree",
        *((dates[f"{d}4 May 2021"], d, "4 May 2021", "2021-05-04") for d in both),
    )
    points = content(made.tables()).points["agree"]
    assert [point.heading.replace("\u00a0", " ") for point in points] == [
        "the quay began on 4 May 2021 (Orno)",
        "the date of the rain (Orno): May 2021",
        "Ada Rohn is described as pilot",
    ]
    assert [point.is_background for point in points] == [False, False, True]


def test_the_dead_are_told_before_much_money() -> None:
    made = corpus.Corpus()
    texts = ("The fair of Orno earned $40 million in May.", "In Vellmar the flood killed 310 people.")
    for number, text in enumerate(texts):
        made.document(f"{number}.txt", [text], title=f"Report {number}")
    made.figure("0.txt", "$40 million", "money", 40e6, "USD")
    made.figure("1.txt", "310", "count", 310, "person")
    assert said(made.tables()) == [texts[1], texts[0]]


def test_a_lead_is_told_before_background() -> None:
    made = corpus.Corpus()
    lead, background = "The mill burned 40 tons of flour.", "The bakery sold 50 tons of bread."
    made.document("a.txt", [lead, *["Then it rained for a while."] * 20, background], title="Report")
    made.figure("a.txt", "40 tons", "measure", 40, "ton")
    made.figure("a.txt", "50 tons", "measure", 50, "ton")
    assert said(made.tables()) == [lead, background]


def test_every_number_of_a_sentence_is_a_link() -> None:
    made = corpus.Corpus()
    made.document("a.txt", ["The port of Vellmar stored 40 crates and 60 barrels in the winter."])
    made.figure("a.txt", "40", "count", 40, "crate")
    made.figure("a.txt", "60", "count", 60, "barrel")
    (item,) = content(made.tables()).bottom_line
    assert [part.text for part in item.parts if part.href] == ["40", "60"]


def test_one_statement_of_a_subject_before_the_second() -> None:
    made = corpus.Corpus()
    titles = ("Harbour strike begins in Orno", "Harbour strike ends in Orno", "Bread is dear")
    for number, title in enumerate(titles):
        amount = 900 - 100 * number
        made.document(f"{number}.txt", [f"{title}, as {amount} sacks of letters tell.", "It rained."], title=title)
        made.figure(f"{number}.txt", str(amount), "count", amount, "sack of letters", subject=f"sender {number}")
    sources = [item.quotes[0].source.doc_id for item in content(made.tables()).bottom_line]
    assert sources == ["0.txt", "2.txt", "1.txt"]


def test_days_on_which_sources_agree_stand_behind_what_counts_and_keep_a_place() -> None:
    made = corpus.Corpus()
    for doc_id in ("a.txt", "b.txt"):
        amounts = [f"The depot of quay {n} stored {n * 11} crates." for n in range(1, 9)]
        made.document(doc_id, ["In Vellmar the flood began on 5 May 2021.", *amounts], publisher=doc_id)
        made.date(doc_id, "5 May 2021", date(2021, 5, 5), date(2021, 5, 5))
        for n in range(2, 9):
            made.figure(doc_id, str(n * 11), "count", n * 11, "crate", subject=f"{doc_id} {n}", indicator=f"crates {n}")
    made.entity("place:vellmar", "Vellmar", ("a.txt", "Vellmar"), ("b.txt", "Vellmar"))
    days = [(row["date_id"], row["doc_id"], "5 May 2021", "2021-05-05") for row in made.rows["dates"]]
    made.comparison("place:vellmar", "start of the flood", "agree", *days)
    told = content(made.tables()).bottom_line
    assert [item.is_quotation for item in told] == [True] * 4 + [False]
    assert told[-1].text.replace("\u00a0", " ").endswith("the flood began on 5 May 2021.")


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        pytest.param("The port of Vellmar stored 40 crates.", True, id="what is so"),
        pytest.param("The port of Vellmar will store 40 crates.", False, id="what is to come"),
    ],
)
def test_a_period_is_missed_where_something_is_so(text: str, flagged: bool) -> None:
    (item,) = content(sentence(text)).bottom_line
    assert item.lacks_period == flagged


@pytest.mark.parametrize("text", ["Out of these, 40 crates were wet.", "In May, they stored 40 crates."])
def test_a_sentence_that_points_back_has_the_one_before_behind_it(text: str) -> None:
    made = corpus.Corpus()
    texts = ("The port of Vellmar counted its crates.", text)
    made.document("a.txt", list(texts))
    made.figure("a.txt", "40", "count", 40, "crate")
    (item,) = content(made.tables()).bottom_line
    assert item.says_more_behind
    assert [f"{quote.before}{quote.words}{quote.after}" for quote in item.quotes] == list(texts)


def test_a_misprint_is_marked() -> None:
    made = corpus.Corpus()
    made.document("a.txt", ["The port of Vellmar stored 40 crates for its 20,0000 people."])
    made.figure("a.txt", "40", "count", 40, "crate")
    made.figure("a.txt", "20,0000", "count", 200000, "person")
    assert said(made.tables()) == ["The port of Vellmar stored 40 crates for its 20,0000 [sic] people."]


def test_a_quotation_stands_under_its_document() -> None:
    (item,) = content(sentence("The port of Vellmar stored 40 crates.")).bottom_line
    assert item.topic is not None
    assert item.topic.title == "Depots"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The port of Vellmar stored 90 crates because of that.", id="ends on another sentence"),
        pytest.param("These are the 90 ports of Vellmar that had to be shut:", id="opens a list"),
    ],
)
def test_what_leans_on_another_sentence_stands_behind_what_does_not(text: str) -> None:
    made = corpus.Corpus()
    for number, (words, amount) in enumerate(((text, 90), ("The port of Vellmar stored 40 crates.", 40))):
        made.document(f"{number}.txt", [words], title=f"Report {number}")
        made.figure(f"{number}.txt", str(amount), "count", amount, "crate")
    assert said(made.tables())[0] == "The port of Vellmar stored 40 crates."


def test_a_value_on_which_sources_agree_stands_in_the_plainest_words() -> None:
    made = corpus.Corpus()
    rows = []
    for doc_id, text in (
        ("a.txt", "According to the report, Orno stored 400 crates in its depots."),
        ("b.txt", "Orno stored 400 crates in its depots."),
    ):
        made.document(doc_id, [text], publisher=f"Publisher of {doc_id}", title="Winter")
        row = {"subject": "Orno", "subject_id": "place:orno", "indicator": "crates stored"}
        rows.append((made.figure(doc_id, "400", "count", 400, "crate", **row), doc_id, "400", "400"))
    made.entity("place:orno", "Orno", ("a.txt", "Orno"), ("b.txt", "Orno"))
    made.comparison("place:orno", "crates stored", "agree", *rows)
    assert said(made.tables())[0] == "Orno stored 400 crates in its depots."
