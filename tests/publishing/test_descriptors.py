"""What a publication says about itself."""

import base64
import json
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import jsonschema
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.project import Project
from tidybrief import dictionary, schemas
from tidybrief.publishing.descriptors import write_table

PROFILE = json.loads(Path(distribution("dplib-py").locate_file("dplib/profiles/2.0/datapackage.json")).read_text())
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    pl.String: st.text(max_size=20),
    pl.Int32: st.integers(-(2**31), 2**31 - 1),
    pl.Float32: st.floats(width=32, allow_nan=False),
    pl.Float64: st.floats(allow_nan=False),
    pl.Date: st.dates(),
}


def values(dtype: Any) -> st.SearchStrategy[Any]:
    if isinstance(dtype, pl.List):
        return st.lists(values(dtype.inner), max_size=3)
    if isinstance(dtype, pl.Struct):
        return st.fixed_dictionaries({field.name: values(field.dtype) for field in dtype.fields})
    return VALUES[dtype.base_type()]


@st.composite
def frames(draw: st.DrawFn, table: str) -> pl.DataFrame:
    types = dictionary.polars_schema(table)
    row = {
        column.name: st.none() | values(types[column.name]) if column.nullable else values(types[column.name])
        for column in dictionary.describe(table).columns
    }
    return pl.DataFrame(draw(st.lists(st.fixed_dictionaries(row), max_size=5)), schema=types)


def test_the_data_package_follows_the_published_profile(project: Project) -> None:
    package = json.loads((project.publish().folder / "datapackage.json").read_text())
    jsonschema.Draft7Validator(PROFILE).validate(package)
    assert package["$schema"].endswith("/2.0/datapackage.json")
    assert package["schema_version"] == schemas.SCHEMA_VERSION


def test_the_data_package_tells_all_of_each_table(project: Project) -> None:
    folder = project.publish().folder
    resources = {
        resource["name"]: resource for resource in json.loads((folder / "datapackage.json").read_text())["resources"]
    }
    assert list(resources) == list(schemas.TABLES)
    for table, resource in resources.items():
        path = folder / resource["path"]
        assert resource["bytes"] == path.stat().st_size
        assert resource["rows"] == pl.read_parquet(path).height
        assert len(resource["hash"]) == len("sha256:") + 64
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert list(fields) == list(pl.read_parquet_schema(path))
        for column in dictionary.describe(table).columns:
            field = fields[column.name]
            assert field["description"] == column.description
            assert field.get("unit") == column.unit
            assert field.get("constraints", {}).get("required", False) != column.nullable
            assert tuple(field.get("constraints", {}).get("enum", ())) == column.one_of
        assert tuple(resource["schema"].get("primaryKey", ())) == dictionary.primary_key(table)
        for reference in resource["schema"].get("foreignKeys", ()):
            target = resources[reference["reference"]["resource"]]["schema"]
            assert reference["reference"]["fields"] == target["primaryKey"]


def test_the_record_tells_what_was_read_and_how(project: Project) -> None:
    run = project.publish("A title")
    record = json.loads((run.folder / "run.json").read_text())
    assert record["run_id"] == run.run_id
    assert [row["doc_id"] for row in record["inputs"]] == ["a.txt", "b.txt"]
    assert record["settings"] == {"title": "A title"}
    assert record["counts"]["figures"] == 2
    assert record["rejects"] == {"EMPTY": 1}
    assert record["files"].keys() == {
        path.relative_to(run.folder).as_posix()
        for path in run.folder.rglob("*")
        if path.is_file() and path.name != "run.json"
    }


@pytest.mark.parametrize("table", schemas.TABLES)
def test_each_field_of_the_parquet_carries_what_it_means(project: Project, table: str) -> None:
    path = project.publish().folder / f"{table}.parquet"
    metadata = pl.read_parquet_metadata(path)
    assert metadata["tidybrief:description"] == dictionary.describe(table).description
    fields = base64.b64decode(metadata["ARROW:schema"])
    for column in dictionary.describe(table).columns:
        assert column.description.encode() in fields
        assert column.unit is None or column.unit.encode() in fields
    assert pl.read_parquet_schema(path) == dictionary.polars_schema(table)


@pytest.mark.parametrize("table", schemas.TABLES)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_any_table_comes_back_and_has_the_same_bytes_each_time(
    tmp_path_factory: pytest.TempPathFactory, table: str, data: st.DataObject
) -> None:
    frame = data.draw(frames(table))
    folder = tmp_path_factory.mktemp("tables")
    in_chunks = pl.concat([frame.head(1), frame.slice(1)], rechunk=False)
    for name, each in (("once", frame), ("again", frame), ("chunks", in_chunks)):
        write_table(folder / name, table, each, digest="0")
    assert pl.read_parquet(folder / "once").equals(frame)
    assert len({(folder / name).read_bytes() for name in ("once", "again", "chunks")}) == 1
