"""PDF: paragraphs over lines, columns and pages; pages kept; furniture told apart; what is no text says so."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pdf_maker import Drawn, lines, pdf
from readings import document, reading, reject
from tidybrief.extraction.sentences import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document, Reject
from tidybrief.reading.parts import Options
from tidybrief.reading.pdf import read_pdf
from tidybrief.reading.problem import InputError

LEFT = [
    "The harbour authority opened",
    "a pumping station last week",
    "after nine years of planning",
    "and two of building.",
]
RIGHT = [
    "Four pumps lift three hundred",
    "litres a second each into the",
    "bay, and the canal holds what",
    "the rain brings at night.",
]
COLUMNS = f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}"
PROSE = [
    "The station cost fourteen million euros, a fifth more than the council had approved when",
    "it gave up the old dyke. Most of the additional money went into the foundations of the",
    "building, because the clay is thicker than the first investigation had found.",
]


def side_by_side() -> list[Drawn]:
    return [drawn for pair in zip(lines(LEFT), lines(RIGHT, left=320), strict=True) for drawn in pair]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param(lines(PROSE), " ".join(PROSE), id="lines of a paragraph"),
        pytest.param(lines(LEFT) + lines(RIGHT, left=320), COLUMNS, id="columns drawn one after the other"),
        pytest.param(side_by_side(), COLUMNS, id="columns drawn line by line"),
        pytest.param(
            [*lines(PROSE), *lines(PROSE, top=650)],
            f"{' '.join(PROSE)}\n\n{' '.join(PROSE)}",
            id="a gap",
        ),
        pytest.param(
            [(72, 780, 20, "A heading in large letters"), *lines(PROSE, top=740)],
            f"# A heading in large letters\n\n{' '.join(PROSE)}",
            id="heading by its size",
        ),
        pytest.param(
            lines(["1. Pumps are tested.", "2. The canal is filled."]),
            "1. Pumps are tested.\n2. The canal is filled.",
            id="numbered list",
        ),
        pytest.param(
            lines(["(a) Pumps are tested.", "(b) The canal is filled, after (a)."]),
            "- (a) Pumps are tested.\n- (b) The canal is filled, after (a).",
            id="lettered list, whose letters others refer to",
        ),
        pytest.param(
            lines(["The board met in the spring, and - as it does in", "- or near - such years - went home."]),
            "The board met in the spring, and - as it does in - or near - such years - went home.",
            id="a dash at the start of a line amid a sentence",
        ),
        pytest.param(
            [(x, 700 - 15 * row, 11, cell) for row in range(3) for x, cell in ((72, f"year {row}"), (200, f"{row}.5"))],
            "| year 0 | 0.5 |\n| year 1 | 1.5 |\n| year 2 | 2.5 |",
            id="table",
        ),
        pytest.param(
            [*lines(["It grew in 2024"]), (72 + 73, 764, 6, "12"), (72 + 84, 760, 11, "and shrank later.")],
            "It grew in 2024¹² and shrank later.",
            id="a raised note does not run together with the number before it",
        ),
    ],
)
def test_layout(tmp_path: Path, page: list[Drawn], text: str) -> None:
    assert document(tmp_path, "a.pdf", pdf([page])).text == text


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        pytest.param("the admin-", "istration of the harbour", "the administration of the harbour", id="a broken word"),
        pytest.param("a long-term plan, a long-", "term plan", "a long-term plan, a long-term plan", id="a compound"),
        pytest.param("long waits in each term, and a long-", "term plan", "long-term plan", id="two words of the text"),
        pytest.param("the vessel Sea-", "Queen of Oslo", "the vessel Sea-Queen of Oslo", id="a capital follows"),
        pytest.param("the U.S.-", "Norway treaty", "the U.S.-Norway treaty", id="an abbreviation"),
        pytest.param("the EU-", "funded harbour", "the EU-funded harbour", id="an acronym"),
        pytest.param("between 2020-", "2024 and later", "between 2020-2024 and later", id="numbers"),
    ],
)
def test_hyphens_at_line_ends(tmp_path: Path, before: str, after: str, joined: str) -> None:
    filler = "This line makes the column so wide that no other word would fit in below"
    assert joined in document(tmp_path, "a.pdf", pdf([lines([filler, before, after])])).text


def in_pages(number_of_pages: int) -> bytes:
    pages = []
    for number in range(1, number_of_pages + 1):
        head, foot = (72.0, 810.0, 9.0, "Annual review of the water board"), (280.0, 30.0, 9.0, f"Page {number}")
        pages.append([head, *lines([f"The board met in part {number} of the", "year, and it"], top=700), foot])
    return pdf(pages)


def test_running_heads_are_furniture_and_break_no_sentence(tmp_path: Path) -> None:
    read = document(tmp_path, "a.pdf", in_pages(4))
    rows = find_sentences(read, load_lexicon())
    furniture = [row.text for row in rows if row.kind == "boilerplate"]
    assert furniture == [text for page in "1234" for text in ("Annual review of the water board", f"Page {page}")]
    assert len(furniture) == len(read.layout.furniture)
    assert all("review" not in row.text and "Page" not in row.text for row in rows if row.kind != "boilerplate")


def test_each_place_knows_its_page(tmp_path: Path) -> None:
    read = document(tmp_path, "a.pdf", in_pages(3))
    for page in (1, 2, 3):
        assert read.layout.page_at(read.text.index(f"part {page}")) == page
        assert read.layout.page_at(read.text.index(f"Page {page}")) == page
    assert read.layout.page_at(0) == 1


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    wide = "The council of the town has met for the whole of the long and rainy winter, and so it"
    read = document(tmp_path, "a.pdf", pdf([lines([wide]), lines(["voted in the spring."])]))
    assert read.text == f"{wide} voted in the spring."
    assert [read.layout.page_at(read.text.index(word)) for word in ("council", "voted")] == [1, 2]


@pytest.mark.parametrize(
    ("info", "facts"),
    [
        pytest.param(
            "/Title (The tides) /Author (Lena Moor) /CreationDate (D:20250304101112Z)",
            ("The tides", "pdf_info", "Lena Moor", "pdf_info", date(2025, 3, 4), "pdf_info"),
            id="all",
        ),
        pytest.param(
            "/Title (Microsoft Word - tides.docx) /Author (admin) /CreationDate (D:20259999)",
            (PROSE[0], "text", None, None, None, None),
            id="made up by programs",
        ),
    ],
)
def test_information(tmp_path: Path, info: str, facts: tuple[object, ...]) -> None:
    read = document(tmp_path, "a.pdf", pdf([[(72, 780, 11, PROSE[0]), *lines(PROSE[1:], top=700)]], info))
    day = (read.published_on, read.published_on_origin)
    assert (read.title, read.title_origin, read.author, read.author_origin, *day) == facts


def test_the_date_on_the_page_wins_over_the_day_the_file_was_made(tmp_path: Path) -> None:
    page = [*lines(["5 May 2024"]), *lines(PROSE, top=700)]
    read = document(tmp_path, "a.pdf", pdf([page], "/CreationDate (D:20250304101112Z)"))
    assert (read.published_on, read.published_on_source) == (date(2024, 5, 5), "text")


@pytest.mark.parametrize(
    ("content", "code", "remedy"),
    [
        pytest.param(pdf([None, None]), "NO_TEXT_LAYER", "ocrmypdf", id="pictures of pages"),
        pytest.param(pdf([lines(PROSE)])[:300], "BROKEN", "again", id="cut off"),
        pytest.param(b"<html>Not found</html>", "BROKEN", "again", id="no PDF"),
        pytest.param(b"", "BROKEN", "again", id="no bytes"),
        pytest.param(
            (Path(__file__).parent / "fixtures" / "locked.pdf").read_bytes(), "ENCRYPTED", "password", id="a password"
        ),
    ],
)
def test_no_text_says_why_and_what_to_do(tmp_path: Path, content: bytes, code: str, remedy: str) -> None:
    turned_away = reject(tmp_path, "a.pdf", content)
    assert turned_away.code == code
    assert remedy in turned_away.remedy


def test_pages_that_are_pictures_are_named(tmp_path: Path) -> None:
    text, missing = reading(tmp_path, "a.pdf", pdf([lines(PROSE), None, lines(PROSE), []]))
    assert isinstance(text, Document)
    assert text.text.count("fourteen million") == 2
    assert isinstance(missing, Reject)
    assert (missing.code, missing.doc_id) == ("NO_TEXT_LAYER", "a.pdf")
    assert "1 of 4 pages" in missing.message
    assert missing.message.endswith(": 2")


_words = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=30)
_drawn = st.tuples(st.floats(0, 590), st.floats(0, 840), st.floats(1, 40), _words)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.lists(_drawn, max_size=12), min_size=1, max_size=4))
def test_any_drawing_is_text_with_pages_or_says_why_not(pages: list[list[Drawn]]) -> None:
    with suppress(InputError):
        for part in read_pdf(pdf(pages), Options()):
            text, layout = part.holds.text, part.holds.layout  # type: ignore[union-attr]
            starts = [start for start, _ in layout.pages]
            assert starts == sorted(starts)
            assert all(0 <= start < end <= len(text) for start, end in layout.furniture)
            drawn = {character for page in pages for *_, words in page for character in words if character.isalnum()}
            assert {character for character in text if character.isalnum()} >= drawn - set("0123456789")


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(0, 900))
def test_damaged_files_never_crash(junk: bytes, place: int) -> None:
    whole = pdf([lines(PROSE)])
    with suppress(InputError):
        list(read_pdf(whole[:place] + junk + whole[place + len(junk) :], Options()))
