"""Tables of texts: each record a document, its columns what is known of it."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readings import document, reading, reject
from tidybrief.reading import Document, Options, Reject

TABLE = (
    'id,text,title,author,published_on,url\np1,"First, with a comma.\nAnd a line.",One,A B,2024-05-06,https://x.org\n'
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("t.csv", "text,title\nSome words.,T\n", id="commas"),
        pytest.param("t.csv", "text;title\nSome words.;T\n", id="semicolons"),
        pytest.param("t.csv", "\ufefftext,title\r\nSome words.,T\r\n", id="as Excel writes it"),
        pytest.param("t.tsv", "text\ttitle\nSome words.\tT\n", id="tabs"),
        pytest.param("t.jsonl", '{"title": "T", "text": "Some words."}\n\n', id="JSON Lines"),
        pytest.param("t.ndjson", '{"title": "T", "text": "Some words."}', id="without a last line end"),
    ],
)
def test_forms(tmp_path: Path, name: str, content: str) -> None:
    read = document(tmp_path, name, content)
    assert (read.doc_id, read.text, read.title, read.title_origin) == (f"{name}!/1", "Some words.", "T", "record")


def test_a_row_is_a_document(tmp_path: Path) -> None:
    read = document(tmp_path, "t.csv", TABLE)
    assert (read.doc_id, read.media_type) == ("t.csv!/p1", "text/csv")
    assert read.text == "First, with a comma.\nAnd a line."
    assert (read.title, read.author, read.url) == ("One", "A B", "https://x.org")
    assert (read.published_on, read.published_on_source, read.published_on_origin) == (
        date(2024, 5, 6),
        "metadata",
        "record",
    )


def test_columns_are_named_in_the_settings(tmp_path: Path) -> None:
    columns = (("text", "body"), ("text", "abstract"), ("title", "headline"))
    rows = reading(tmp_path, "t.csv", "headline,abstract\nH,Words.\n", Options(columns=columns))
    rows += reading(tmp_path, "u.csv", "headline,body,abstract\nH,Other words.,x\n", Options(columns=columns))
    assert [(each.text, each.title) for each in rows if isinstance(each, Document)] == [
        ("Words.", "H"),
        ("Other words.", "H"),
    ]


def test_without_a_column_of_texts(tmp_path: Path) -> None:
    turned_away = reject(tmp_path, "t.csv", "body,title\nWords.,T\n")
    assert turned_away.code == "NO_TEXT_COLUMN"
    assert "'body'" in turned_away.message
    assert "columns" in turned_away.remedy


def test_a_record_without_a_text_among_others_is_told(tmp_path: Path) -> None:
    first, second = reading(tmp_path, "t.jsonl", '{"body": "Words."}\n{"text": "Other words."}\n')
    assert isinstance(first, Document)
    assert isinstance(second, Reject)
    assert (first.doc_id, second.doc_id, second.code) == ("t.jsonl!/2", "t.jsonl!/1", "NO_TEXT_COLUMN")


def test_a_column_of_the_usual_name_counts_where_the_one_named_is_missing(tmp_path: Path) -> None:
    read = document(tmp_path, "t.csv", "text,title\nWords.,T\n", Options(columns=(("text", "body"),)))
    assert read.text == "Words."


def test_a_table_without_rows(tmp_path: Path) -> None:
    assert reject(tmp_path, "t.csv", "text,title\n").code == "EMPTY"


def test_records_that_hold_no_text_are_told_one_by_one(tmp_path: Path) -> None:
    content = '{"text": "Words."}\n{"text": ""}\nno json\n[1]\n{"text": 5}\n{"text": null, "id": "n"}\n'
    outcomes = reading(tmp_path, "t.jsonl", content)
    assert [(each.doc_id, each.code) for each in outcomes if isinstance(each, Reject)] == [
        ("t.jsonl!/2", "EMPTY"),
        ("t.jsonl!/3", "BROKEN"),
        ("t.jsonl!/4", "BROKEN"),
        ("t.jsonl!/5", "EMPTY"),
        ("t.jsonl!/n", "EMPTY"),
    ]


def test_the_same_id_twice(tmp_path: Path) -> None:
    outcomes = reading(tmp_path, "t.csv", "id,text\na,One.\na,Two.\n")
    assert [each.doc_id for each in outcomes] == ["t.csv!/a", "t.csv!/a (2)"]


def test_a_record_is_known_by_its_own_text(tmp_path: Path) -> None:
    before = reading(tmp_path, "t.csv", "text\nOne.\nTwo.\n")
    after = reading(tmp_path, "t.csv", "text\nOne.\nThree.\n")
    assert before[0] == after[0]
    assert before[1] != after[1]


@given(st.lists(st.dictionaries(st.sampled_from(["text", "title", "id"]), st.text() | st.none() | st.integers())))
def test_any_objects_are_documents_or_say_why_not(tmp_path_factory: pytest.TempPathFactory, rows: list[object]) -> None:
    content = "\n".join(json.dumps(row) for row in rows)
    for outcome in reading(tmp_path_factory.getbasetemp(), "t.jsonl", content):
        assert isinstance(outcome, Reject) or outcome.text.encode()
