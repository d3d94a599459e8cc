"""E-mail: the text of a message, what its headers say, and what is attached."""

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdf_maker import lines, pdf
from readings import document, reading, reject
from tidybrief.reading import Document, Reject
from tidybrief.reading.mail import read_mail
from tidybrief.reading.parts import Options
from tidybrief.reading.problem import InputError

BODY = "Dear all,\n\nthe station cost 14 million euros. It opened on Tuesday.\n\nLena"


def message(body: str | None = BODY, page: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"] = "The station: what it cost", "Lena Moor <lena@example.org>, Jo <jo@example.org>"
    made["Date"] = "Tue, 04 Mar 2025 23:30:00 -0500"
    if body is not None:
        made.set_content(body)
    if page is not None:
        if body is None:
            made.set_content(page, subtype="html")
        else:
            made.add_alternative(page, subtype="html")
    return made


def test_message(tmp_path: Path) -> None:
    read = document(tmp_path, "a.eml", bytes(message()))
    assert read.text == f"# The station: what it cost\n\n{BODY}"
    assert (read.title, read.title_origin) == ("The station: what it cost", "email_header")
    assert (read.author, read.author_origin) == ("Lena Moor, Jo", "email_header")
    assert (read.published_on, read.published_on_source) == (date(2025, 3, 4), "metadata")


@pytest.mark.parametrize(
    ("made", "text"),
    [
        pytest.param(message(None, "<p>First.</p><p>Second.</p>"), "First.\n\nSecond.", id="only a page"),
        pytest.param(message(BODY, "<p>Other words.</p>"), BODY, id="a plain text beside a page"),
        pytest.param(
            message("See the page.", f"<p>{'The pumps lift the water of the canal. ' * 5}</p>"),
            " ".join(["The pumps lift the water of the canal."] * 5),
            id="a plain text that only points to the page",
        ),
    ],
)
def test_body(tmp_path: Path, made: EmailMessage, text: str) -> None:
    assert document(tmp_path, "a.eml", bytes(made)).text == f"# The station: what it cost\n\n{text}"


def test_flowed_lines_are_one_paragraph(tmp_path: Path) -> None:
    made = message()
    made.set_param("format", "flowed")
    made.set_payload("The station \ncost 14 million.\n\n> quoted \n> words\n-- \nLena\n")
    text = document(tmp_path, "a.eml", bytes(made)).text
    assert text.split("\n\n", 1)[1] == "The station cost 14 million.\n\n> quoted \n> words\n-- \nLena"


def test_attachments_are_documents_of_their_own(tmp_path: Path) -> None:
    made, inner = message(), message("An inner message.")
    made.add_attachment(pdf([lines(["Words in a PDF."])]), maintype="application", subtype="pdf", filename="../a.pdf")
    made.add_attachment("Notes of the day.", filename="notes.txt")
    made.add_attachment("Notes of the night.", filename="notes.txt")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="plan.png")
    made.add_attachment(inner)
    outcomes = reading(tmp_path, "a.eml", bytes(made))
    texts = {each.doc_id: each.text for each in outcomes if isinstance(each, Document)}
    assert list(texts) == [
        "a.eml",
        "a.eml!/a.pdf",
        "a.eml!/notes.txt",
        "a.eml!/notes (2).txt",
        "a.eml!/attachment-5.eml",
    ]
    assert texts["a.eml!/a.pdf"] == "Words in a PDF."
    assert texts["a.eml!/attachment-5.eml"].endswith("An inner message.")
    assert [(each.doc_id, each.code) for each in outcomes if isinstance(each, Reject)] == [
        ("a.eml!/plan.png", "UNSUPPORTED_FORMAT")
    ]


def test_pictures_of_the_message_itself_are_no_attachments(tmp_path: Path) -> None:
    made = message(None, "<p>With a <img src='cid:logo'> logo.</p>")
    made.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<logo>")
    assert document(tmp_path, "a.eml", bytes(made)).text.endswith("With a logo.")


@pytest.mark.parametrize(
    "content",
    [pytest.param(b"", id="no bytes"), pytest.param(b"No headers here, only words.", id="no headers")],
)
def test_no_message(tmp_path: Path, content: bytes) -> None:
    assert reject(tmp_path, "a.eml", content).code == "BROKEN"


@given(st.binary(max_size=300), st.sampled_from(["text/plain", "text/html", "multipart/mixed; boundary=x", "a/b; c"]))
def test_any_bytes_are_a_message_or_say_why_not(content: bytes, kind: str) -> None:
    head = f"From: a <a@example.org>\nContent-Type: {kind}\n\n--x\n\n".encode()
    try:
        parts = list(read_mail(head + content, Options()))
    except InputError:
        return
    assert parts
