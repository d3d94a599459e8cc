"""`corrections.toml` and `notes.toml`: what may stand in them."""

from datetime import date
from pathlib import Path

import pytest

from tidybrief.reading import BESIDE_DOCUMENTS, find_files
from tidybrief.reading.judgements import JudgementsError, digest_of_judgements, read_judgements

SIGNED = 'who = "Ada"\nwhen = 2025-03-18\nwhy = "Seen on the page."\n'


def test_without_the_files_there_are_no_judgements(tmp_path: Path) -> None:
    assert read_judgements(tmp_path) == ()
    assert digest_of_judgements(()) == {}


def test_each_judgement_says_what_it_refers_to(tmp_path: Path) -> None:
    (tmp_path / "corrections.toml").write_text(
        f'[[merge]]\nentities = ["org:a", "org:b"]\ninto = "org:b"\n{SIGNED}'
        f'[[correct]]\nrow = "figure-1"\nset = {{ value = 1.5 }}\n{SIGNED}'
        f'[[dismiss]]\nconflict = "comparison-1"\n{SIGNED}'
    )
    (tmp_path / "notes.toml").write_text('[[note]]\ntext = "Wait."\nwho = "Ada"\nwhen = 2025-03-19\n')
    judgements = read_judgements(tmp_path)
    assert [(each.kind, each.target) for each in judgements] == [
        ("merge", "org:b"),
        ("correct", "figure-1"),
        ("dismiss", "comparison-1"),
        ("note", None),
    ]
    assert judgements[1].terms == {"set": {"value": 1.5}}
    assert (judgements[3].who, judgements[3].when, judgements[3].why) == ("Ada", date(2025, 3, 19), "Wait.")
    assert len({each.judgement_id for each in judgements}) == 4


def test_the_files_are_no_documents(tmp_path: Path) -> None:
    for name in (*BESIDE_DOCUMENTS, "a.txt"):
        (tmp_path / name).write_text("")
    assert [doc_id for doc_id, _ in find_files(tmp_path)] == ["a.txt"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("[[merge", "not valid TOML", id="broken TOML"),
        pytest.param("[[delete]]\nrow = 'x'\n", "unknown table 'delete'", id="a kind that there is not"),
        pytest.param("[reject]\nrow = 'x'\n", "is no list of tables", id="single brackets"),
        pytest.param("[[reject]]\nrow = 'x'\nwho = 'Ada'\n", "'when' is missing", id="no day"),
        pytest.param(f"[[reject]]\nrwo = 'x'\nrow = 'x'\n{SIGNED}", "unknown key 'rwo'", id="a typing error"),
        pytest.param(f"[[reject]]\nrow = 7\n{SIGNED}", "row is 7", id="a number for an id"),
        pytest.param("[[reject]]\nrow = 'x'\nwho = ''\nwhen = 2025-01-01\nwhy = 'y'\n", "who is ''", id="nobody"),
        pytest.param(
            "[[reject]]\nrow = 'x'\nwho = 'A'\nwhen = 'today'\nwhy = 'y'\n", "when is 'today'", id="a day in words"
        ),
        pytest.param(
            f"[[split]]\nentity = 'org:a'\ninto = 'org:a'\nname = 'A'\ntexts = ['A']\n{SIGNED}",
            "into is the entity itself",
            id="a split into itself",
        ),
        pytest.param(
            f"[[merge]]\nentities = 'org:a'\ninto = 'org:b'\n{SIGNED}", "entities is 'org:a'", id="a text for a list"
        ),
        pytest.param(
            f"[[split]]\nentity = 'org:a'\ninto = 'org:b'\nname = 'B'\n{SIGNED}",
            "neither documents nor texts",
            id="a split that says not where",
        ),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "corrections.toml").write_text(content)
    with pytest.raises(JudgementsError) as caught:
        read_judgements(tmp_path)
    assert told in caught.value.cause
    assert "corrections.toml" in caught.value.cause
    assert caught.value.next_step
