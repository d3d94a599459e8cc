"""Rows that are not where they say, or do not say what stands there."""

from typing import Any

import polars as pl
import pytest

from sample_tables import sample_tables
from tidybrief import dictionary
from tidybrief.validation import examine, validate

TABLES = sample_tables()
GROUNDED = [name for name, frame in TABLES.items() if {"doc_id", "start", "end"} <= set(frame.columns)]
SPOKEN = [name for name in GROUNDED if "text" in TABLES[name].columns]


def reasons(tables: dict[str, pl.DataFrame], table: str) -> list[str]:
    """What the grounding of one table failed for; the gate and the check of published tables agree."""
    found = [
        [
            sample["reason"]
            for check in checks
            if check.name == "grounding" and check.table == table
            for sample in check.samples
        ]
        for checks in (validate(tables, max_reject_share=1).checks, examine(tables))
    ]
    assert found[0] == found[1]
    return found[0]


def with_first(table: str, **values: Any) -> dict[str, pl.DataFrame]:
    rows = TABLES[table].to_dicts()
    rows[0] |= values
    return TABLES | {table: pl.DataFrame(rows, schema=dictionary.polars_schema(table))}


@pytest.mark.parametrize("table", SPOKEN)
def test_other_words(table: str) -> None:
    assert "where the document says" in reasons(with_first(table, text="Other words"), table)[0]


@pytest.mark.parametrize("table", GROUNDED)
def test_beyond_the_end_of_the_text(table: str) -> None:
    assert "the text from 0 to" in reasons(with_first(table, end=10_000), table)[0]


@pytest.mark.parametrize("table", [name for name in GROUNDED if name != "sentences"])
def test_in_another_sentence(table: str) -> None:
    first = TABLES[table].row(0, named=True)
    other = 1 - first["sentence_no"]
    assert f"sentence {other} goes from" in reasons(with_first(table, sentence_no=other), table)[0]


def test_shifted_by_one_character() -> None:
    first = TABLES["mentions"].row(0, named=True)
    shifted = with_first("mentions", start=first["start"] + 1, end=first["end"] + 1)
    assert "where the document says" in reasons(shifted, "mentions")[0]


def test_offsets_count_code_points() -> None:
    text = "🙂🙂 Ærø has 7 mills.\n"
    documents = (
        TABLES["documents"]
        .head(1)
        .with_columns(
            text=pl.lit(text),
            char_count=pl.lit(len(text), dtype=pl.Int32),
            sentence_count=pl.lit(1, dtype=pl.Int32),
        )
    )
    start = text.index("7")
    figures = (
        TABLES["figures"]
        .head(1)
        .with_columns(
            text=pl.lit("7"),
            start=pl.lit(start, dtype=pl.Int32),
            end=pl.lit(start + 1, dtype=pl.Int32),
            sentence_no=pl.lit(0, dtype=pl.Int32),
        )
    )
    sentences = (
        TABLES["sentences"].head(1).with_columns(text=pl.lit(text.strip()), end=pl.lit(len(text) - 1, dtype=pl.Int32))
    )
    tables = {name: dictionary.empty(name) for name in TABLES} | {
        "documents": documents,
        "sentences": sentences,
        "figures": figures,
        "entities": TABLES["entities"],
    }
    assert not reasons(tables, "figures")
    assert not reasons(tables, "sentences")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"text": "Other words"}, "where the document says", id="other words"),
        pytest.param({"text": None}, "where the document says", id="no words"),
        pytest.param({"end": 10_000}, "the text from 0 to", id="beyond the text"),
        pytest.param({"start": None}, "has no place in a document", id="no place"),
        pytest.param({"doc_id": "gone.txt"}, "has no place in a document", id="no document"),
    ],
)
def test_evidence_of_comparisons(change: dict[str, Any], told: str) -> None:
    evidence = TABLES["comparisons"]["evidence"].to_list()[0]
    assert told in reasons(with_first("comparisons", evidence=[evidence[0] | change, *evidence[1:]]), "comparisons")[0]
