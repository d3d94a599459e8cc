"""Rows of a document: where they start and end, their kinds, their sections."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidybrief.extraction.records import Sentence
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading.document import Document


def rows(text: str) -> tuple[Sentence, ...]:
    return find_sentences(Document("a.txt", "", "text/plain", text), load_lexicon())


def texts(text: str) -> list[str]:
    return [row.text for row in rows(text)]


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        pytest.param("It grew. Then it fell.", ["It grew.", "Then it fell."], id="two full stops"),
        pytest.param("Mr. Bond met Dr. No. They ate.", ["Mr. Bond met Dr. No.", "They ate."], id="titles before names"),
        pytest.param("J. R. Lang wrote it.", ["J. R. Lang wrote it."], id="initials"),
        pytest.param(
            "It closed its Series B. Acme joined.", ["It closed its Series B.", "Acme joined."], id="letter of a label"
        ),
        pytest.param(
            "Dora P. Vance and Ulla C. Brandt agreed.",
            ["Dora P. Vance and Ulla C. Brandt agreed."],
            id="middle initials",
        ),
        pytest.param("Oil rose 3.5% to $1.2bn.", ["Oil rose 3.5% to $1.2bn."], id="decimals"),
        pytest.param("They waited... and left.", ["They waited... and left."], id="ellipsis within"),
        pytest.param("They waited... Nobody came.", ["They waited...", "Nobody came."], id="ellipsis at the end"),
        pytest.param("He won. [...] And he left.", ["He won.", "[...] And he left."], id="words left out"),
        pytest.param("Acme Inc. sold Beta Ltd. in May.", ["Acme Inc. sold Beta Ltd. in May."], id="company suffixes"),
        pytest.param(
            "Chips came from the U.S. The rest was local.",
            ["Chips came from the U.S.", "The rest was local."],
            id="abbreviation ends before an opener",
        ),
        pytest.param("The U.S. Senate met.", ["The U.S. Senate met."], id="abbreviation inside a name"),
        pytest.param("See No. 5 and Fig. 2 there.", ["See No. 5 and Fig. 2 there."], id="numbered things"),
        pytest.param("I said no. Nobody heard.", ["I said no.", "Nobody heard."], id="no as a word"),
        pytest.param("“We won.” The room cheered.", ["“We won.”", "The room cheered."], id="stop inside a quotation"),
        pytest.param(
            "“Is it over?” Smith asked. He left.",
            ["“Is it over?” Smith asked.", "He left."],
            id="question inside a quotation",
        ),
        pytest.param("It ended.Then rain fell.", ["It ended.", "Then rain fell."], id="missing space"),
        pytest.param(
            "Visit example.org or Node.js today.", ["Visit example.org or Node.js today."], id="dots in names"
        ),
        pytest.param(
            "Sales fell. iPhone demand held.", ["Sales fell.", "iPhone demand held."], id="brand in small letters opens"
        ),
        pytest.param("Yahoo! Inc. was sold.", ["Yahoo! Inc. was sold."], id="exclamation mark in a name"),
        pytest.param(
            "It rained. (a) The roof broke.", ["It rained.", "(a) The roof broke."], id="subsection in brackets"
        ),
        pytest.param("It rained.[^1] It stopped.[2]", ["It rained.[^1]", "It stopped.[2]"], id="footnote marks"),
        pytest.param("No final stop", ["No final stop"], id="missing final stop"),
        pytest.param("雨が降る。風も吹く。", ["雨が降る。", "風も吹く。"], id="ideographic full stop"),
    ],
)
def test_boundaries(paragraph: str, sentences: list[str]) -> None:
    assert texts(f"The opening line stands here to be the title of it all\n\n{paragraph}")[1:] == sentences


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "# Results\n\nIt grew.", [("Results", "heading"), ("It grew.", "paragraph")], id="Markdown heading"
        ),
        pytest.param(
            "Results\n=======\nIt grew.", [("Results", "heading"), ("It grew.", "paragraph")], id="underlined heading"
        ),
        pytest.param(
            "- Apples grew.\n* Pears fell.",
            [("Apples grew.", "list_item"), ("Pears fell.", "list_item")],
            id="bullets stay outside",
        ),
        pytest.param(
            "1) Apples grew.\n(b) Pears fell.",
            [("Apples grew.", "list_item"), ("Pears fell.", "list_item")],
            id="numbers stay outside",
        ),
        pytest.param(
            "-\nPrices:\nThey rose sharply this year.",
            [("Prices:", "list_item"), ("They rose sharply this year.", "paragraph")],
            id="bullet on a line of its own",
        ),
        pytest.param(
            "We grow. • Apples • Pears",
            [("We grow.", "paragraph"), ("Apples", "list_item"), ("Pears", "list_item")],
            id="bullets within a line",
        ),
        pytest.param(
            "It went well.\nHealth: Doctors use it daily.",
            [("It went well.", "paragraph"), ("Health:", "heading"), ("Doctors use it daily.", "paragraph")],
            id="label in a paragraph",
        ),
        pytest.param(
            "- Health: Doctors use it daily.",
            [("Health:", "list_item"), ("Doctors use it daily.", "list_item")],
            id="label in a list",
        ),
        pytest.param(
            "| Firm | Staff |\n|---|---|\n| Acme | 12 |",
            [("Firm | Staff", "list_item"), ("Acme | 12", "list_item")],
            id="table",
        ),
        pytest.param(
            "It grew.\n\nWho pays for it?", [("It grew.", "paragraph"), ("Who pays for it?", "question")], id="question"
        ),
        pytest.param(
            "It grew.\n\nA robot waves at a fair. Photo: Jane Doe",
            [("It grew.", "paragraph"), ("A robot waves at a fair.", "caption"), ("Photo: Jane Doe", "caption")],
            id="caption and credit",
        ),
        pytest.param(
            "A Title\n3 May 2024\nIt grew.",
            [("A Title", "heading"), ("3 May 2024", "caption"), ("It grew.", "paragraph")],
            id="dateline",
        ),
        pytest.param(
            "A Title\nBy Jane Q. Doe\nIt grew.",
            [("A Title", "heading"), ("By Jane Q. Doe", "caption"), ("It grew.", "paragraph")],
            id="byline",
        ),
        pytest.param(
            "He rose.\n---\n***\nHe sat.",
            [("He rose.", "paragraph"), ("He sat.", "paragraph")],
            id="rules give no rows",
        ),
    ],
)
def test_kinds(text: str, kinds: list[tuple[str, str]]) -> None:
    assert [(row.text, row.kind) for row in rows(text)] == kinds


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Reading time: 4 minutes",
        "5 min read",
        "Share on Facebook",
        "Sign up for our newsletter",
        "Skip to content",
        "Home | News | Sport",
        "We use cookies to improve your visit.",
        "© 2024 Example Press",
        "All rights reserved.",
        "Related articles",
        "Page 3 of 12",
        "Follow us on Twitter",
        "Read more",
        "12 comments",
        "Loading",
    ],
)
def test_furniture_is_recognised_by_form(line: str) -> None:
    found = [
        row for row in rows(f"The river rose again.\n\n{line}\n\nThe town stayed dry.") if row.kind == "boilerplate"
    ]
    assert [(row.text, row.factuality) for row in found] == ([(line, None)] if line != "###" else [])


@pytest.mark.parametrize(
    "line",
    [
        "The company shares its data.",
        "Follow the money",
        "Home prices rose.",
        "Search engines changed.",
        "Print sales fell by 3%.",
    ],
)
def test_statements_are_no_furniture(line: str) -> None:
    assert [row.kind for row in rows(f"The river rose.\n\n{line}\n\nThe town stayed dry.")][1] != "boilerplate"


def test_running_heads_are_furniture_by_repetition() -> None:
    page = "Annual Review of Bridges\n\nThe bridge on page {} was painted in spring by two men.\n\n"
    found = rows("".join(page.format(number) for number in range(4)))
    assert [row.kind for row in found] == ["boilerplate", "paragraph"] * 4


def test_section_paths() -> None:
    text = "# Report\n\n## Energy\n\n### Coal\n\nCoal fell.\n\n## Water\n\nRivers rose. Prices: They doubled."
    assert [(row.text, row.section) for row in rows(text) if row.kind == "paragraph"] == [
        ("Coal fell.", "Energy › Coal"),
        ("Rivers rose.", "Water"),
        ("Prices: They doubled.", "Water"),
    ]


def test_the_title_is_no_section_even_behind_furniture() -> None:
    found = rows("Advertisement\n\nWater Rises in the North\n\nThe river rose by two metres on Monday.")
    assert [(row.kind, row.section) for row in found] == [("boilerplate", ""), ("heading", ""), ("paragraph", "")]


def test_plain_headings_and_labels_make_paths() -> None:
    text = "The Whole Story\nMarkets\nStocks rose on Monday.\n- Acme:\n- It makes anvils.\n- Beta:\n- It makes rope."
    assert [(row.text, row.section) for row in rows(text)][2:] == [
        ("Stocks rose on Monday.", "Markets"),
        ("Acme:", "Markets"),
        ("It makes anvils.", "Markets › Acme"),
        ("Beta:", "Markets"),
        ("It makes rope.", "Markets › Beta"),
    ]


def test_lines_of_a_fixed_width_are_joined() -> None:
    text = (
        "The committee met in the old town hall to speak about the bridge that had\n"
        "fallen into the river in the spring. Nobody knew what it would cost, and the\n"
        "mayor asked for patience.\n\n"
        "A second paragraph follows here after the first one has come to its end, and\n"
        "it ends as well.\n"
    )
    assert [row.text.split()[0] for row in rows(text)] == ["The", "Nobody", "A"]


def test_transcript_turns_are_their_speakers_words() -> None:
    text = "Press Talk\nMODERATOR:  Good morning.\nQ     Who pays?\nMINISTER:  The town pays.\nMODERATOR:  Thank you."
    assert [(row.text, row.kind, row.factuality) for row in rows(text)][1:] == [
        ("MODERATOR:", "heading", None),
        ("Good morning.", "paragraph", "attributed"),
        ("Who pays?", "question", None),
        ("MINISTER:", "heading", None),
        ("The town pays.", "paragraph", "attributed"),
        ("MODERATOR:", "heading", None),
        ("Thank you.", "paragraph", "attributed"),
    ]


def test_speakers_in_ordinary_letters_are_told_by_title_and_role() -> None:
    text = "Harbour Talk\n\nSecretary Lund: The town pays.\n\nReporter: Why?\n\nSecretary Lund: It has to."
    assert [(row.text, row.kind, row.factuality) for row in rows(text)][1:] == [
        ("Secretary Lund:", "heading", None),
        ("The town pays.", "paragraph", "attributed"),
        ("Reporter:", "heading", None),
        ("Why?", "question", None),
        ("Secretary Lund:", "heading", None),
        ("It has to.", "paragraph", "attributed"),
    ]


_ALPHABET = st.sampled_from(
    [*"ab AB.!?…:;,\"“”'()[]*-#>|•_/1290\n\n\t\u00a0", "Mr. ", "U.S. ", "\n- ", "\n# ", "said ", "Photo: ", "。"]
)


@given(st.lists(_ALPHABET, max_size=80).map("".join) | st.text(max_size=120))
@settings(max_examples=300, deadline=None)
def test_rows_are_sorted_disjoint_grounded_and_leave_no_word_out(text: str) -> None:
    found = rows(text)
    end = 0
    for number, row in enumerate(found):
        assert row.sentence_no == number
        assert end <= row.start < row.end
        assert text[row.start : row.end] == row.text == row.text.strip()
        assert any(map(str.isalnum, row.text))
        end = row.end
    covered = {position for row in found for position in range(row.start, row.end)}
    words = {position for position, letter in enumerate(text) if letter.isalpha() and letter.isascii()}
    marks = set("abAQBo")
    assert all(text[position] in marks for position in words - covered)


@pytest.mark.parametrize(
    "unit", ["a", ".", "! ", '"', "“", "- a\n", "|", "(", "A. ", "said ", "which, ", "a: ", "\n", "Mr. ", "? A", ") "]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    rows(unit * (200_000 // len(unit)))
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("headline", "factuality"),
    [
        pytest.param("Acme to close plant", "forecast", id="somebody to do something"),
        pytest.param("Acme set to close plant", "forecast", id="set to"),
        pytest.param("Shoppers turn to local brands", None, id="verb that leads to a noun"),
        pytest.param("Acme raises money to close old plants in Oslo", None, id="purpose of another verb"),
        pytest.param("Acme gets $5 million to close old plants in Oslo", None, id="purpose of a sum"),
        pytest.param("Buyers turn to home-grown apples", None, id="adjective behind to"),
    ],
)
def test_headlines_announce_what_somebody_is_to_do(headline: str, factuality: str | None) -> None:
    claim = rows(f"{headline}\n\nThe town has many plants and many shops.")[0].factuality
    assert (claim == "forecast") == (factuality == "forecast")


def test_the_top_of_a_page_opens_no_section() -> None:
    prose = "Boats left the harbour in the morning, and the mayor and the band of the town saw them go from the quay."
    top = rows(f"FOR IMMEDIATE RELEASE\nBoats leave harbour: a town says goodbye\n4 May 2024\nOSLO\n{prose}")
    assert [(row.kind, row.section) for row in top] == [
        ("boilerplate", ""),
        ("heading", ""),
        ("caption", ""),
        ("caption", ""),
        ("paragraph", ""),
    ]
    assert rows(f"Boats leave\nBy Ann Lee in New York\n{prose}")[1].kind == "caption"
