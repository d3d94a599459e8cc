"""Documents that other programs made of one text: nothing of it is lost."""

import re
from pathlib import Path

import pytest

from readings import recall
from tidybrief.reading import Document, read

FIXTURES = Path(__file__).parent / "fixtures"
SOURCE = (FIXTURES / "harbour.md").read_text()
BLOCKS = [" ".join(line.lstrip("#- ").split()) for line in SOURCE.splitlines() if line]
ROWS = [block for block in BLOCKS if block.startswith("|")]


@pytest.mark.parametrize(
    ("name", "without"),
    [
        pytest.param("harbour.docx", [], id="Word, by LibreOffice"),
        pytest.param("harbour.html", [], id="HTML, by LibreOffice"),
        pytest.param("harbour.pdf", [], id="PDF, by LibreOffice, hyphenated"),
        pytest.param("harbour-columns.pdf", ROWS, id="PDF, by LibreOffice, in two columns"),
        pytest.param("harbour-print.pdf", ROWS, id="PDF, printed by Chromium"),
    ],
)
def test_nothing_is_lost(name: str, without: list[str]) -> None:
    """Every word is there, and every paragraph is whole; `without` are rows whose cells stand too near to part."""
    (document,) = read(FIXTURES / name)
    assert isinstance(document, Document)
    assert recall(SOURCE, document.text) >= 0.99
    text = re.sub(r"\s+", " ", document.text)
    assert [block for block in BLOCKS if block not in text and block not in without] == []
    assert [line for line in document.text.splitlines() if line.startswith("# ")] == [SOURCE.splitlines()[0]]
