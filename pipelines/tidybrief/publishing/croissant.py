"""The publication in the Croissant format, by which dataset search engines and machine learning tools find columns.

What belongs here: the form of `croissant.json`. What columns mean comes from `dictionary`, hashes and counts from the
data package.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import polars as pl

from tidybrief import dictionary

CROISSANT: Final = "croissant.json"
CONFORMS_TO: Final = "http://mlcommons.org/croissant/1.0"
CONTEXT: Final = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the format prescribes."""
LICENCES: Final = "https://spdx.org/licenses/"


def croissant(package: Mapping[str, Any], as_of: date | None) -> dict[str, Any]:
    """The description of a publication, from its data package and the day it is as of."""
    resources = package["resources"]
    stated = {
        "license": licence_address(package),
        "citeAs": package.get("citation"),
        "publisher": _publisher(package),
        "datePublished": as_of.isoformat() if as_of else None,
    }
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        "name": package["name"],
        "alternateName": package["title"],
        "description": package["description"],
        "version": package["version"],
        **{name: value for name, value in stated.items() if value},
        "distribution": [_file(resource) for resource in resources],
        "recordSet": [_records(resource["name"], resource["path"]) for resource in resources],
    }


def licence_address(package: Mapping[str, Any]) -> str | None:
    """Where the licence of a data package can be read; None where it names none."""
    for licence in package.get("licenses", ()):
        return str(licence.get("path") or f"{LICENCES}{licence['name']}.html")
    return None


def _publisher(package: Mapping[str, Any]) -> dict[str, str] | None:
    for contributor in package.get("contributors", ()):
        return {"@type": "sc:Organization", "name": contributor["title"]}
    return None


def _file(resource: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": resource["path"],
        "name": resource["path"],
        "description": resource["description"],
        "contentUrl": resource["path"],
        "contentSize": f"{resource['bytes']} B",
        "encodingFormat": "application/x-parquet",
        "sha256": resource["hash"].removeprefix("sha256:"),
    }


def _records(table: str, path: str) -> dict[str, Any]:
    types = dictionary.polars_schema(table)
    described = dictionary.describe(table)
    flat = [column for column in described.columns if not _is_nested(types[column.name])]
    nested = [column.name for column in described.columns if column not in flat]
    key = [{"@id": f"{table}/{name}"} for name in dictionary.primary_key(table)]
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": described.description
        + "".join(f" Column {name} is nested: see the data package." for name in nested),
        **({"key": key} if key else {}),
        "field": [_field(table, column, types[column.name], path) for column in flat],
    }


def _is_nested(dtype: pl.DataType) -> bool:
    """Whether a value has parts with names, which a field of a record set cannot have."""
    return isinstance(dtype, pl.Struct) or (isinstance(dtype, pl.List) and isinstance(dtype.inner, pl.Struct))


def _field(table: str, column: dictionary.Column, dtype: pl.DataType, path: str) -> dict[str, Any]:
    identity = f"{table}/{column.name}"
    inner: Any = dtype.inner if isinstance(dtype, pl.List) else dtype
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": identity,
        "name": column.name,
        "description": column.description,
        "dataType": _data_type(inner),
        "source": {"fileObject": {"@id": path}, "extract": {"column": column.name}},
    }
    if isinstance(dtype, pl.List):
        field["repeated"] = True
    if column.references and not column.references.startswith(f"{table}."):  # readers follow them, and not in circles
        field["references"] = {"field": {"@id": column.references.replace(".", "/")}}
    return field


def _data_type(dtype: Any) -> str:
    if dtype.is_integer():
        return "sc:Integer"
    if dtype.is_float():
        return "sc:Float"
    return "sc:Date" if dtype == pl.Date else "sc:Text"
