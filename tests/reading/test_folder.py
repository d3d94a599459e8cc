"""A folder of raw documents: which files count, what `sources.toml` adds, and what is turned away."""

import os
from datetime import date
from pathlib import Path

import pytest

from tidybrief import vocabulary
from tidybrief.reading import Document, Options, Reject, find_files, read, read_folder


def write(folder: Path, **files: str) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def codes(rejects: list[Reject]) -> list[tuple[str, str]]:
    assert all(reject.stage == "reading" and reject.message and reject.remedy for reject in rejects)
    assert {reject.code for reject in rejects} <= set(vocabulary.REJECT_CODES)
    return [(reject.doc_id, reject.code) for reject in rejects]


def test_documents_come_sorted_with_their_metadata(tmp_path: Path) -> None:
    write(
        tmp_path,
        b_txt="A title for the second\n2024-03-05\nThe body of the text.",
        a_md="---\ntitle: The first\nauthor: Jo Berg\nlicense: CC BY 4.0\ndate: 2023-01-02\n---\nThe body.",
        sub__c_TXT="Third of the titles\n",
    )
    documents, rejects = read_folder(tmp_path)
    assert [document.doc_id for document in documents] == ["a.md", "b.txt", "sub/c.TXT"]
    assert rejects == []
    first, second, _ = documents
    assert (first.title, first.author, first.licence) == ("The first", "Jo Berg", "CC BY 4.0")
    assert (first.published_on, first.published_on_source) == (date(2023, 1, 2), "metadata")
    assert (first.title_origin, first.licence_origin, second.title_origin) == ("front_matter", "front_matter", "text")
    assert first.media_type == "text/markdown"
    assert first.text.startswith("---\n")
    assert (second.title, second.published_on_source) == ("A title for the second", "text")
    assert second.language == "en"


def test_hidden_files_and_sources_are_no_documents(tmp_path: Path) -> None:
    write(tmp_path, a_txt="One title here")
    write(tmp_path / ".git", config_txt="hidden")
    (tmp_path / ".hidden.txt").write_text("hidden")
    (tmp_path / "sources.toml").write_text("")
    assert [doc_id for doc_id, _ in find_files(tmp_path)] == ["a.txt"]


def test_sources_win(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Guessed from the page\n2024-03-05\nBody.")
    (tmp_path / "sources.toml").write_text(
        '["a.txt"]\ntitle = "Given"\nauthor = "A"\npublisher = "P"\nurl = "https://example.org"\nlicence = "CC0-1.0"\n'
        "published_on = 2020-02-03\n"
    )
    (document,), rejects = read_folder(tmp_path)
    assert rejects == []
    assert (document.title, document.author, document.publisher) == ("Given", "A", "P")
    assert (document.url, document.licence) == ("https://example.org", "CC0-1.0")
    assert (document.published_on, document.published_on_source) == (date(2020, 2, 3), "sources")


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        pytest.param('["a.txt"]\npublished_on = "2020-02-03"', [], id="a date in quotes"),
        pytest.param('[a.txt]\ntitle = "T"', [], id="a file name without quotes"),
        pytest.param('["b.txt"]\ntitle = "T"', [("b.txt", "SOURCE_WITHOUT_FILE")], id="a file that is not there"),
        pytest.param("[a.txt\n", [("sources.toml", "BAD_SOURCES")], id="no TOML"),
        pytest.param('["a.txt"]\nlicense = "x"', [("sources.toml", "BAD_SOURCES")], id="an unknown key"),
        pytest.param('["a.txt"]\npublished_on = "soon"', [("sources.toml", "BAD_SOURCES")], id="no date"),
        pytest.param('["a.txt"]\ntitle = 5', [("sources.toml", "BAD_SOURCES")], id="no string"),
    ],
)
def test_sources_with_faults(tmp_path: Path, sources: str, expected: list[tuple[str, str]]) -> None:
    write(tmp_path, a_txt="A title of the page")
    (tmp_path / "sources.toml").write_text(sources)
    documents, rejects = read_folder(tmp_path)
    assert len(documents) == 1
    assert codes(rejects) == expected


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    raw, outside = tmp_path / "raw", tmp_path / "outside"
    write(raw, good_txt="A good title here", empty_txt="", slides_pptx="a,b", noname="x", large_txt="x" * 2000)
    write(outside, secret_txt="A secret text")
    (raw / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (raw / "leads-out.txt").symlink_to(outside / "secret.txt")
    (raw / "leads-out").symlink_to(outside)
    (raw / "broken.txt").symlink_to(raw / "nothing.txt")
    (raw / "inside.txt").symlink_to(raw / "good.txt")
    os.mkfifo(raw / "pipe.txt")
    documents, rejects = read_folder(raw, Options(max_bytes=1000))
    assert [document.doc_id for document in documents] == ["good.txt", "inside.txt"]
    assert codes(rejects) == [
        ("binary.txt", "BINARY"),
        ("broken.txt", "UNREADABLE"),
        ("empty.txt", "EMPTY"),
        ("large.txt", "TOO_LARGE"),
        ("leads-out", "OUTSIDE_FOLDER"),
        ("leads-out.txt", "OUTSIDE_FOLDER"),
        ("noname", "UNSUPPORTED_FORMAT"),
        ("pipe.txt", "UNREADABLE"),
        ("slides.pptx", "UNSUPPORTED_FORMAT"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A title of the page")
    (tmp_path / "a.txt").chmod(0)
    (outcome,) = read(tmp_path / "a.txt")
    assert isinstance(outcome, Reject)
    assert outcome.code == "UNREADABLE"


def test_a_name_that_is_no_utf_8_reaches_no_table(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("A title of the page")
    (document,), _ = read_folder(tmp_path)
    assert document.doc_id == "caf\ufffd.txt"


def test_another_language_is_a_document(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Die Regierung hat gestern ein neues Gesetz zur Förderung der Forschung beschlossen.")
    (document,), rejects = read_folder(tmp_path)
    assert document.language == "de"
    assert rejects == []


def test_one_file_reads_alone(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A title of the page")
    (document,) = read(tmp_path / "a.txt")
    assert isinstance(document, Document)
    (missing,) = read(tmp_path / "b.txt")
    assert isinstance(missing, Reject)
    assert missing.code == "UNREADABLE"


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_folder(tmp_path / "nowhere")
