"""What the gate blocks, what it lets pass, and what goes with a row that is turned away."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sample_tables import sample_tables
from tidybrief import dictionary, schemas
from tidybrief.validation import Validated, examine, validate

TABLES = sample_tables()
WITH_KEY = [table for table in schemas.TABLES if dictionary.primary_key(table)]
REFERENCES = [(table, reference) for table in schemas.TABLES for reference in dictionary.references(table)]


def gate(**tables: pl.DataFrame) -> Validated:
    return validate(TABLES | tables, max_reject_share=1)


def blocked_by(validated: Validated) -> set[tuple[str, str]]:
    return {(check.table, check.name) for check in validated.blocking}


def without_first(table: str, column: str, value: Any) -> pl.DataFrame:
    """The table with another value in its first row."""
    rows = TABLES[table].to_dicts()
    rows[0][column] = value
    return pl.DataFrame(rows, schema=dictionary.polars_schema(table))


@pytest.mark.parametrize("table", WITH_KEY)
def test_a_repeated_key_blocks(table: str) -> None:
    frame = TABLES[table]
    assert (table, "keys") in blocked_by(gate(**{table: pl.concat([frame, frame.head(1)])}))


@pytest.mark.parametrize("table", WITH_KEY)
def test_a_missing_key_blocks(table: str) -> None:
    key = dictionary.primary_key(table)[0]
    assert (table, "keys") in blocked_by(gate(**{table: without_first(table, key, None)}))


@pytest.mark.parametrize(
    ("table", "reference"),
    [pytest.param(table, ref, id=f"{table}.{'+'.join(ref.columns)}") for table, ref in REFERENCES],
)
def test_a_reference_to_nothing_blocks(table: str, reference: dictionary.Reference) -> None:
    column = reference.columns[-1]
    nowhere = 99 if column == "sentence_no" else "org:nowhere"
    validated = gate(**{table: without_first(table, column, nowhere)})
    assert (table, "references") in blocked_by(validated)


def test_evidence_in_no_table_blocks() -> None:
    evidence = TABLES["comparisons"]["evidence"].to_list()[0]
    evidence[0]["row_id"] = "figure-0"
    comparisons = without_first("comparisons", "evidence", evidence)
    assert blocked_by(gate(comparisons=comparisons)) == {("comparisons", "references")}


def test_what_a_table_refers_to_comes_before_it() -> None:
    order = list(schemas.TABLES)
    for table, reference in REFERENCES:
        assert order.index(reference.target) <= order.index(table)


@pytest.mark.parametrize(
    ("share", "is_published"),
    [pytest.param(0.04, False, id="1 of 20 is too many"), pytest.param(0.05, True, id="1 of 20 is few")],
)
def test_the_share_of_rejected_rows(share: float, is_published: bool) -> None:
    dates = without_first("dates", "role", "whenever")
    assert bool(validate(TABLES | {"dates": dates}, max_reject_share=share).blocking) is not is_published


def test_a_rejected_document_takes_its_rows_along() -> None:
    kept = gate(documents=without_first("documents", "sha256", "?")).tables
    for table in ("documents", "sentences", "mentions", "figures", "dates", "relations"):
        assert set(kept[table]["doc_id"]) <= {"b.txt"}, table
    for table in ("document_pairs", "comparisons", "derived_figures"):
        assert kept[table].is_empty(), f"the evidence of {table} is gone"
    assert kept["entities"].filter(entity_id="org:nordlicht-ai")["mention_count"].item() == 1
    turned_away = sum(TABLES[name].height - kept[name].height for name in schemas.TABLES if name != "rejects")
    assert kept["rejects"].height == TABLES["rejects"].height + turned_away
    assert all(check.passed for check in examine(kept))


def test_a_rejected_sentence_takes_its_rows_along() -> None:
    kept = gate(sentences=without_first("sentences", "kind", "verse")).tables
    assert kept["relations"].is_empty()
    assert kept["mentions"].filter(doc_id="a.txt").is_empty()
    assert kept["figures"].height == 2, "those of other sentences stay"
    assert kept["documents"].filter(doc_id="a.txt")["sentence_count"].item() == 1


def test_a_rejected_entity_takes_its_mentions_along_and_leaves_figures_their_words() -> None:
    rows = without_first("entities", "type", "PAPER")
    assert rows["entity_id"][0] == "org:harbour-weekly"
    kept = gate(entities=rows).tables
    assert "org:harbour-weekly" not in set(kept["mentions"]["entity_id"])
    figure = kept["figures"].row(1, named=True)
    assert figure["attributed_to_id"] is None
    assert figure["attributed_to"] == "Harbour Weekly"
    assert kept["comparisons"].height == 1


def test_documents_do_not_repeat_a_rejected_one() -> None:
    copies = [
        {
            **TABLES["documents"].row(1, named=True),
            "doc_id": f"{name}.txt",
            "derived_from": "b.txt",
            "source_group": "b.txt",
        }
        for name in "dc"
    ]
    family = pl.DataFrame([*TABLES["documents"].to_dicts(), *copies], schema=dictionary.polars_schema("documents"))
    broken = family.with_columns(
        sha256=pl.when(pl.col("doc_id") == "b.txt").then(pl.lit("?")).otherwise("sha256"),
        sentence_count=pl.when(pl.col("doc_id").is_in(["c.txt", "d.txt"]))
        .then(0)
        .otherwise("sentence_count")
        .cast(pl.Int32),
    )
    validated = gate(documents=broken)
    assert not validated.blocking
    documents = validated.tables["documents"]
    assert documents["derived_from"].to_list() == [None, None, None]
    assert dict(documents.select("doc_id", "source_group").iter_rows()) == {
        "a.txt": "a.txt",
        "c.txt": "c.txt",
        "d.txt": "c.txt",
    }


def test_wrong_counts_are_told_but_do_not_block() -> None:
    validated = gate(entities=without_first("entities", "mention_count", 40))
    [check] = [check for check in validated.checks if not check.passed]
    assert (check.table, check.name, check.severity) == ("entities", "counts", "warn")


def test_a_silent_document_is_told_unless_a_reject_explains_it() -> None:
    silent = {
        "documents": TABLES["documents"].head(1).with_columns(sentence_count=pl.lit(2, dtype=pl.Int32)),
        "sentences": TABLES["sentences"].filter(doc_id="a.txt"),
    }
    tables = {name: dictionary.empty(name) for name in TABLES} | silent
    [check] = [check for check in validate(tables, max_reject_share=0).checks if not check.passed]
    assert check.name == "coverage"
    explained = TABLES["rejects"].with_columns(
        doc_id=pl.lit("a.txt"), stage=pl.lit("extraction"), code=pl.lit("LANGUAGE_NOT_SUPPORTED")
    )
    assert all(check.passed for check in validate(tables | {"rejects": explained}, max_reject_share=0).checks)


def test_published_tables_are_sorted() -> None:
    backwards = {name: frame.reverse() for name, frame in TABLES.items()}
    disordered = {check.table for check in examine(backwards) if not check.passed}
    assert disordered == {name for name, frame in TABLES.items() if frame.height > 1}
    assert all(check.passed for check in examine(validate(backwards, max_reject_share=0).tables))


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_value_of_the_right_type_raises(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(list(schemas.TABLES)))
    schema = dictionary.polars_schema(table)
    column = data.draw(st.sampled_from([name for name, dtype in schema.items() if not dtype.is_nested()]))
    values = {
        pl.String: st.text(),
        pl.Int32: st.integers(-(2**31), 2**31 - 1),
        pl.Date: st.dates(),
        pl.Float32: st.floats(width=32),
        pl.Float64: st.floats(),
    }[schema[column].base_type()]
    validated = gate(**{table: without_first(table, column, data.draw(st.none() | values))})
    if not validated.blocking:
        assert not [check for check in examine(validated.tables) if not check.passed and check.severity == "error"]
