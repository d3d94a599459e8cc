"""What is expected, planned, possible or over is told as that, wherever the page tells it."""

from datetime import date
from typing import Any

import polars as pl
import pytest

import briefing_corpora as corpus
from tidybrief.briefing import Past
from tidybrief.briefing.content import Content, compose

Tables = dict[str, pl.DataFrame]


def content(tables: Tables) -> Content:
    return compose(tables, title="Vellmar", checks=(), version="0.1.0", past=Past())


def pledge(text: str, *names: str) -> Content:
    """One sentence with amounts of money, each beside a name."""
    made = corpus.Corpus()
    made.document("a.txt", [text], title="Cranes")
    for value, name in enumerate(names, start=1):
        made.entity(f"org:{name.lower()}", name, ("a.txt", name))
        made.figure(
            "a.txt",
            f"${value} million",
            "money",
            value * 1e6,
            "USD",
            subject_id=f"org:{name.lower()}",
            subject=name,
            indicator="harbour",
        )
    return content(made.tables())


class TestAFigure:
    def test_has_a_flag_that_says_what_it_is(self) -> None:
        (row,) = pledge("Aster pledged to spend $1 million on the harbour.", "Aster").figures
        assert row.figure.support.modality == "aim"

    def test_is_read_as_an_aim_on_its_card(self) -> None:
        (card,) = pledge("Aster pledged to spend $1 million on the harbour.", "Aster").key_figures.cards
        assert card.told_as == " an aim"

    def test_is_drawn_as_a_forecast_only(self) -> None:
        view = pledge(
            "On the harbour, Aster will spend $1 million, Brenn $2 million and Cassel $3 million.",
            *("Aster", "Brenn", "Cassel"),
        )
        assert [chart.title.endswith("(forecasts)") for chart in view.key_figures.charts] == [True]

    def test_is_not_drawn_with_what_is_so(self) -> None:
        view = pledge(
            "Aster spent $1 million, Brenn $2 million and Cassel $3 million, while Dorn will spend $4 million.",
            *("Aster", "Brenn", "Cassel", "Dorn"),
        )
        assert [[bar.name for bar in chart.bars] for chart in view.key_figures.charts] == [["Cassel", "Brenn", "Aster"]]


@pytest.mark.parametrize(
    ("text", "is_ahead"),
    [
        pytest.param("The strike of the harbour crew was expected to end on 3 May 2024.", True, id="expected"),
        pytest.param("The strike of the harbour crew came to an end on 3 May 2024.", False, id="so"),
    ],
)
def test_a_time_of_what_was_only_expected_is_no_event(text: str, *, is_ahead: bool) -> None:
    made = corpus.Corpus()
    made.document("a.txt", [text], published_on=date(2024, 6, 1))
    made.date("a.txt", "3 May 2024", date(2024, 5, 3), date(2024, 5, 3))
    (moment,) = content(made.tables()).timeline.moments
    assert moment.is_ahead is is_ahead


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("In 2015 Aster sold its ferry line Lumen.", "was part of", id="over"),
        pytest.param("Aster runs its ferry line Lumen.", "is part of", id="so"),
        pytest.param("Aster plans to widen its ferry line Lumen.", "is part of", id="taken for granted in a plan"),
        pytest.param("Aster agreed to take over Lumen.", "is to be part of", id="to come"),
        pytest.param("Aster could take over Lumen.", "may be part of", id="possible"),
    ],
)
def test_a_bond_is_told_in_its_tense(text: str, told: str) -> None:
    made = corpus.Corpus()
    made.document("a.txt", [text])
    made.entity("org:aster", "Aster", ("a.txt", "Aster"))
    made.entity("org:lumen", "Lumen", ("a.txt", "Lumen"))
    made.relation("a.txt", "org:lumen", "part_of", "Aster", "org:aster")
    (lumen,) = (actor for actor in content(made.tables()).actors.told if actor.name == "Lumen")
    assert [statement.verb for statement in lumen.statements] == [told]


def test_a_bond_that_was_read_unsurely_says_so() -> None:
    made = corpus.Corpus()
    made.document("a.txt", ["Lumen is a line of Aster."])
    made.entity("org:aster", "Aster", ("a.txt", "Aster"))
    made.entity("org:lumen", "Lumen", ("a.txt", "Lumen"))
    made.relation("a.txt", "org:lumen", "part_of", "Aster", "org:aster")
    made.rows["relations"][-1]["confidence"] = 0.8
    (lumen,) = content(made.tables()).actors.told
    assert [statement.is_sure for statement in lumen.statements] == [False]


@pytest.mark.parametrize(
    ("told_in", "is_sure"),
    [pytest.param(0, True, id="its own sentence"), pytest.param(1, False, id="another sentence")],
)
def test_a_period_is_sure_where_the_sentence_of_the_figure_names_it(told_in: int, *, is_sure: bool) -> None:
    sentences = ["The port handled 400 ships in 2023.", "It was the year 2023 again."]
    made = corpus.Corpus()
    made.document("a.txt", sentences if told_in == 0 else ["The port handled 400 ships.", sentences[1]])
    made.date("a.txt", "2023", date(2023, 1, 1), date(2023, 12, 31))
    year: dict[str, Any] = {"time_start": date(2023, 1, 1), "time_end": date(2023, 12, 31)}
    made.figure("a.txt", "400", "count", 400, "ship", **year)
    (row,) = content(made.tables()).figures
    assert row.figure.period_read is not None
    assert (row.figure.period_read.words, row.figure.period_read.is_sure) == ("2023", is_sure)


def test_a_time_is_no_name() -> None:
    made = corpus.Corpus()
    made.document("a.txt", ["The port opened on 20 Nov 2019 in Vellmar."])
    made.entity("event:20-nov-2019", "20 Nov 2019", ("a.txt", "20 Nov 2019"))
    made.entity("place:vellmar", "Vellmar", ("a.txt", "Vellmar"))
    made.date("a.txt", "20 Nov 2019", date(2019, 11, 20), date(2019, 11, 20))
    assert [actor.name for actor in content(made.tables()).actors.listed] == ["Vellmar"]


def test_a_short_sentence_is_quoted_with_what_leads_into_it_on_its_line() -> None:
    made = corpus.Corpus()
    made.document("a.txt", ["Loss of berths: $4 million."])
    (row,) = made.rows["sentences"]
    lead = "Loss of berths:"
    made.rows["sentences"] = [
        {**row, "end": len(lead), "text": lead},
        {**row, "sentence_no": 1, "start": len(lead) + 1, "text": row["text"][len(lead) + 1 :]},
    ]
    made.figure("a.txt", "$4 million", "money", 4e6, "USD")
    (told,) = content(made.tables()).figures
    assert (told.quote.before, told.quote.words, told.quote.after) == ("Loss of berths: ", "$4 million", ".")


def test_what_says_little_stands_behind_the_rest_of_its_source() -> None:
    made = corpus.Corpus()
    made.document("a.txt", ["Billions are at stake.", "Two mayors met.", "The port handled 400 ships."])
    made.figure("a.txt", "Billions", "money", 1e9, "USD")
    made.figure("a.txt", "Two", "count", 2, "mayor")
    made.figure("a.txt", "400", "count", 400, "ship")
    assert [row.figure.words for row in content(made.tables()).figures] == ["400 ships", "“Billions”", "2 mayors"]


@pytest.mark.parametrize(
    ("words", "is_indefinite"),
    [
        pytest.param("Billion Dollar", True, id="a size in a name"),
        pytest.param("tens of millions", True, id="a size of sizes"),
        pytest.param("dozens", True, id="a plural"),
        pytest.param("two million", False, id="a number in words"),
        pytest.param("3 million", False, id="digits"),
        pytest.param("Million-dollar", True, id="a size before a hyphen"),
    ],
)
def test_a_size_is_no_number(words: str, *, is_indefinite: bool) -> None:
    made = corpus.Corpus()
    made.document("a.txt", [f"It was about {words} berths."])
    made.figure("a.txt", words, "count", 1e6, "berth")
    (row,) = content(made.tables()).figures
    assert (row.figure.headline == f"“{words}”") is is_indefinite


def test_a_note_names_whole_months() -> None:
    made = corpus.Corpus()
    for doc_id, value in (("a.txt", "400"), ("b.txt", "500")):
        made.document(doc_id, [f"The port handled {value} ships."], publisher=doc_id)
    made.entity("place:orno", "the port", ("a.txt", "The port"), ("b.txt", "The port"))
    rows = [(made.figure(d, v, "count", int(v), "ship"), d, v, v) for d, v in (("a.txt", "400"), ("b.txt", "500"))]
    note = "Documents give 400 ships from 2023-03-01 to 2023-03-31 and 500 ships from 2024-03-01 to 2024-03-31."
    made.comparison("place:orno", "ships", "changed", *rows)
    made.rows["comparisons"][-1]["note"] = note
    (point,) = content(made.tables()).points["changed"]
    assert point.note == "Documents give 400 ships in March 2023 and 500 ships in March 2024."


def test_the_opening_tells_one_value_once() -> None:
    made = corpus.Corpus()
    texts = ("Ann Lee said the fare is $35 a month.", "A ticket for a month is $35 in Orno.")
    for doc_id in ("a.txt", "b.txt"):
        made.document(doc_id, texts, publisher=f"Publisher of {doc_id}")
    for number, subject in enumerate(("person:ann-lee", "place:orno")):
        made.entity(subject, subject, *((doc_id, ("Ann Lee", "Orno")[number]) for doc_id in ("a.txt", "b.txt")))
        rows = [
            (made.figure(doc_id, "$35", "money", 35, "USD", sentence=number), doc_id, "$35", "35")
            for doc_id in ("a.txt", "b.txt")
        ]
        made.comparison(subject, "fare", "agree", *rows)
    opening = content(made.tables()).bottom_line
    assert sum("$35" in item.text for item in opening) == 1


def test_the_opening_tells_values_of_one_subject_and_year_once_however_rounded() -> None:
    made = corpus.Corpus()
    year: dict[str, Any] = {"time_start": date(2023, 1, 1), "time_end": date(2023, 12, 31)}
    for doc_id, values in (("a.txt", ("$67.2", "$67.22")), ("b.txt", ("$67.2", "$67.22"))):
        made.document(doc_id, [f"Orno earned {value} billion in fares." for value in values], publisher=doc_id)
    made.entity("org:orno", "Orno", ("a.txt", "Orno"), ("b.txt", "Orno"))
    for number, (words, value) in enumerate((("$67.2 billion", 67.2e9), ("$67.22 billion", 67.22e9))):
        rows = [
            (
                made.figure(
                    d, words, "money", value, "USD", sentence=number, subject_id="org:orno", subject="Orno", **year
                ),
                *(d, words, str(value)),
            )
            for d in ("a.txt", "b.txt")
        ]
        made.comparison("org:orno", ("fares", "sales")[number], "agree", *rows)
    assert sum("$67.2" in item.text for item in content(made.tables()).bottom_line) == 1


def test_two_sides_of_an_agreement_have_one_card() -> None:
    made = corpus.Corpus()
    rows = []
    for doc_id, value in (("a.txt", 36.6), ("b.txt", 36.0)):
        made.document(doc_id, [f"Orno handled {value}% of all ships."], publisher=doc_id)
        rows.append((made.figure(doc_id, f"{value}%", "percent", value, "percent"), doc_id, f"{value}%", str(value)))
    made.entity("place:orno", "Orno", ("a.txt", "Orno"), ("b.txt", "Orno"))
    made.comparison("place:orno", "ships", "agree", *rows)
    assert len(content(made.tables()).key_figures.cards) == 1


def test_an_agreement_of_an_aim_and_a_forecast_is_told_as_both() -> None:
    made = corpus.Corpus()
    rows = []
    for doc_id, verb in (("a.txt", "plans to buy"), ("b.txt", "will buy")):
        made.document(doc_id, [f"Orno {verb} 40 ships."], publisher=doc_id)
        rows.append((made.figure(doc_id, "40", "count", 40, "ship"), doc_id, "40", "40"))
    made.entity("place:orno", "Orno", ("a.txt", "Orno"), ("b.txt", "Orno"))
    made.comparison("place:orno", "ships", "agree", *rows)
    (point,) = content(made.tables()).points["agree"]
    assert point.support.flags[:2] == ("forecast", "aim")


def test_a_verb_tells_what_its_flag_tells() -> None:
    made = corpus.Corpus()
    made.document("a.txt", ["Aster runs its ferry line Lumen."])
    made.entity("org:aster", "Aster", ("a.txt", "Aster"))
    made.entity("org:lumen", "Lumen", ("a.txt", "Lumen"))
    made.relation("a.txt", "org:lumen", "part_of", "Aster", "org:aster")
    made.rows["relations"][-1]["factuality"] = "forecast"
    (lumen,) = (actor for actor in content(made.tables()).actors.told if actor.name == "Lumen")
    assert [(one.verb, one.support.modality) for one in lumen.statements] == [("is to be part of", "forecast")]
