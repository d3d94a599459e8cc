"""What is derived from the models of the tables."""

import polars as pl
import pytest

from tidybrief import dictionary, schemas

TABLES = list(schemas.TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_column_is_described(table: str) -> None:
    described = dictionary.describe(table)
    assert described.description.endswith(".")
    assert all(column.description for column in described.columns)
    assert [column.name for column in described.columns] == dictionary.polars_schema(table).names()


@pytest.mark.parametrize("table", TABLES)
def test_types_are_such_that_every_reader_opens_the_files(table: str) -> None:
    def plain(dtype: pl.DataType) -> bool:
        if isinstance(dtype, pl.List):
            return plain(dtype.inner)
        if isinstance(dtype, pl.Struct):
            return all(plain(field.dtype) for field in dtype.fields)
        return dtype.base_type() in {pl.String, pl.Int32, pl.Float32, pl.Float64, pl.Date}

    assert all(plain(dtype) for dtype in dictionary.polars_schema(table).values())


@pytest.mark.parametrize("table", TABLES)
def test_arrow_knows_types_presence_and_meaning(table: str) -> None:
    schema = dictionary.arrow_schema(table)
    assert pl.Schema(schema) == dictionary.polars_schema(table)
    for column in dictionary.describe(table).columns:
        field = schema.field(column.name)
        assert field.nullable == column.nullable
        assert field.metadata_str.get("description") == column.description
        assert field.metadata_str.get("unit") == column.unit


@pytest.mark.parametrize("table", TABLES)
def test_references_lead_to_keys(table: str) -> None:
    for reference in dictionary.references(table):
        assert reference.target_columns == dictionary.primary_key(reference.target)
        types, target_types = dictionary.polars_schema(table), dictionary.polars_schema(reference.target)
        assert [types[name] for name in reference.columns] == [target_types[name] for name in reference.target_columns]


def test_rows_with_a_place_refer_to_their_sentence() -> None:
    for table in TABLES:
        has_place = "sentence_no" in dictionary.polars_schema(table) and table != "sentences"
        targets = {reference.target for reference in dictionary.references(table)}
        assert ("sentences" in targets) == has_place


@pytest.mark.parametrize(
    ("table", "order"),
    [
        ("documents", ("doc_id",)),
        ("sentences", ("doc_id", "start", "end", "sentence_no")),
        ("figures", ("doc_id", "start", "end", "figure_id")),
        ("entities", ("entity_id",)),
        ("rejects", ("doc_id", "stage", "code", "message", "remedy", "row")),
    ],
)
def test_tables_are_sorted_by_document_and_place_then_key(table: str, order: tuple[str, ...]) -> None:
    assert dictionary.sort_order(table) == order


def test_rules_are_told_in_words() -> None:
    columns = {column.name: column for column in dictionary.describe("figures").columns}
    assert columns["confidence"].constraints == ("at least 0", "at most 1")
    assert columns["confidence"].unit == "probability"
    assert columns["kind"].one_of[:2] == ("money", "percent")
    assert columns["subject_id"].references == "entities.entity_id"
    assert columns["text"].constraints == ("of at least 1 characters",)
