"""Word documents: what stands where Word can put text, in the order of reading."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from readings import document, reject
from tidybrief.reading.parts import Options
from tidybrief.reading.problem import InputError
from tidybrief.reading.word import read_docx


def written(*paragraphs: str, title: str = "", author: str = "") -> bytes:
    """A document with these body elements as Word writes them; "w" is the prefix of its names."""
    made = docx.Document()
    body = made.element.body
    for xml in paragraphs:
        body.insert(len(body) - 1, parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {nsdecls('w')}", xml)))
    made.core_properties.title, made.core_properties.author = title, author
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inside}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    lines = ("".join(f"<w:tc>{p(run(cell))}</w:tc>" for cell in cells) for cells in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


DELETED = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    f"{p(run('In a box.'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


@pytest.mark.parametrize(
    ("elements", "text"),
    [
        pytest.param([p(run("One.")), p(run("Two."))], "One.\n\nTwo.", id="paragraphs"),
        pytest.param([p(run("A title"), "Title"), p(run("Part"), "Heading2")], "# A title\n\n## Part", id="headings"),
        pytest.param([p(run("a"), "ListBullet"), p(run("b"), "ListBullet")], "- a\n- b", id="bulleted list"),
        pytest.param([p(run("a"), "ListNumber"), p(run("b"), "ListNumber")], "1. a\n2. b", id="numbered list"),
        pytest.param([table(("Year", "Level"), ("2023", "1.2 m"))], "| Year | Level |\n| 2023 | 1.2 m |", id="table"),
        pytest.param([p(run("one ") + run("word")), p("")], "one word", id="runs and an empty paragraph"),
        pytest.param([p(run("a") + "<w:r><w:br/></w:r>" + run("b"))], "a\nb", id="line break"),
        pytest.param([p(run("a") + "<w:r><w:tab/></w:r>" + run("b"))], "a b", id="tab"),
        pytest.param([p(f"<w:hyperlink>{run('linked')}</w:hyperlink>")], "linked", id="link"),
        pytest.param(
            [p(f"{run('kept ')}<w:ins>{run('and added')}</w:ins>{DELETED}")],
            "kept and added",
            id="tracked changes",
        ),
        pytest.param(
            [f"<w:sdt><w:sdtContent>{p(run('In a control.'))}</w:sdtContent></w:sdt>"], "In a control.", id="control"
        ),
        pytest.param([p(run("Around.") + BOX)], "Around.\n\nIn a box.", id="text box"),
        pytest.param([p("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("7"))], "7", id="field code is no text"),
    ],
)
def test_body(tmp_path: Path, elements: list[str], text: str) -> None:
    assert document(tmp_path, "a.docx", written(*elements)).text == text


def test_notes_come_after_the_text(tmp_path: Path) -> None:
    file = io.BytesIO(written(p(run("It grew.") + '<w:r><w:footnoteReference w:id="2"/></w:r>')))
    out = io.BytesIO()
    notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2">{p(run("By a tenth."))}</w:footnote></w:footnotes>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8", "surrogateescape")
            if name == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="rIdN" Type="{kind}" Target="footnotes.xml"/></Relationships>'
                content = content.replace("</Relationships>", link)
            new.writestr(name, content.encode("utf-8", "surrogateescape"))
        new.writestr("word/footnotes.xml", notes)
    assert document(tmp_path, "a.docx", out.getvalue()).text == "It grew.[1]\n\nBy a tenth."


def test_properties(tmp_path: Path) -> None:
    read = document(tmp_path, "a.docx", written(p(run("Words.")), title="The tides", author="Lena Moor"))
    assert (read.title, read.title_origin) == ("The tides", "word_properties")
    assert (read.author, read.author_origin) == ("Lena Moor", "word_properties")
    assert read.published_on is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(written(p("")), "EMPTY", id="no text"),
        pytest.param(written(p(run("Words.")))[:2000], "BROKEN", id="cut off"),
        pytest.param(b"no document", "BROKEN", id="no archive"),
        pytest.param(b"", "BROKEN", id="no bytes"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(600), "ENCRYPTED", id="a password"),
    ],
)
def test_no_document(tmp_path: Path, content: bytes, code: str) -> None:
    assert reject(tmp_path, "a.docx", content).code == code


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(min_codepoint=33, exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Cn"]), min_size=1))
def test_any_text_comes_back(text: str) -> None:
    made = docx.Document()
    made.add_paragraph(f"T{text}")
    file = io.BytesIO()
    made.save(file)
    try:
        (part,) = read_docx(file.getvalue(), Options())
    except InputError:
        pytest.fail("a document with text")
    assert part.holds.text == f"T{text}"  # type: ignore[union-attr]
