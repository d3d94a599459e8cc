"""A publication in the formats of other tools.

What belongs here: writing published tables as CSV, JSON Lines, DuckDB databases, Excel workbooks and Web Annotations.
What the tables say is not changed; what a format cannot hold is said in the docstring of its writer.
"""

import json
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import polars as pl

from tidybrief import dictionary
from tidybrief.publishing import files, sql

Tables = Mapping[str, pl.DataFrame]
Writer = Callable[[Tables, Path, str], list[Path]]

FORMULA_SIGNS: Final = r"^[=+\-@\t\r]"
"""What a spreadsheet program takes for the beginning of a formula."""
LONGEST_CELL: Final = 32_767
MOST_ROWS: Final = 1_048_575
ANNOTATED: Final = ("mentions", "figures", "dates", "relations")
PLACE: Final = frozenset({"doc_id", "sentence_no", "start", "end", "text"})
CONTEXT: Final = 40
"""Characters of the text that a Web Annotation gives before and after the words."""


class CannotExport(RuntimeError):
    """What keeps the tables from being written in a format, and the next step."""

    def __init__(self, cause: str, next_step: str) -> None:
        super().__init__(cause)
        self.next_step = next_step


def export(tables: Tables, form: str, folder: Path, run_id: str) -> list[Path]:
    """Writes the tables in a format, one of WRITERS, and returns the files. Raises CannotExport."""
    folder.mkdir(parents=True, exist_ok=True)
    return WRITERS[form](tables, folder, run_id)


def write_csv(tables: Tables, folder: Path, _: str) -> list[Path]:
    """A CSV file for each table, UTF-8. Lists become JSON; a text that a spreadsheet would run gets a ' in front."""
    paths = []
    for name, frame in tables.items():
        paths.append(folder / f"{name}.csv")
        _harmless(_flat(frame)).write_csv(paths[-1])
    return paths


def write_jsonl(tables: Tables, folder: Path, _: str) -> list[Path]:
    """A file of JSON objects for each table, one a line."""
    paths = []
    for name, frame in tables.items():
        paths.append(folder / f"{name}.jsonl")
        frame.write_ndjson(paths[-1])
    return paths


def write_duckdb(tables: Tables, folder: Path, run_id: str) -> list[Path]:
    """A DuckDB database with the tables, their keys and meanings, and the joins of `views.sql`."""
    _need("duckdb", "duckdb")
    import duckdb  # noqa: PLC0415 - an optional package

    path = folder / f"tidybrief-{run_id}.duckdb"
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as database:
        for name, frame in tables.items():
            database.register("frame", frame.to_arrow() if find_spec("pyarrow") else _ArrowStream(frame))
            database.execute(f"CREATE TABLE {name} AS SELECT * FROM frame")
            database.unregister("frame")
            if key := ", ".join(f'"{column}"' for column in dictionary.primary_key(name)):
                database.execute(f"ALTER TABLE {name} ADD PRIMARY KEY ({key})")
        for statement in (*sql.comments(tables, "TABLE"), *sql.joins(tables)):
            database.execute(statement)
    return [path]


def write_xlsx(tables: Tables, folder: Path, run_id: str) -> list[Path]:
    """A workbook with a sheet for each table. A cell holds 32,767 characters; longer texts are cut there.

    Raises CannotExport where a table has more rows than a sheet.
    """
    _need("xlsxwriter", "xlsx")
    from xlsxwriter import Workbook  # noqa: PLC0415 - an optional package

    path = folder / f"tidybrief-{run_id}.xlsx"
    # Texts stay texts: nothing of them becomes a formula, a link or a number.
    as_written = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(path, as_written) as workbook:
        for name, frame in tables.items():
            if frame.height > MOST_ROWS:
                raise CannotExport(
                    f"{name}: {frame.height:,} rows, a sheet holds {MOST_ROWS:,}",
                    "Leave this table out, or export to csv or duckdb.",
                )
            cut = _flat(frame).with_columns(pl.col(pl.String).str.slice(0, LONGEST_CELL))
            cut.write_excel(workbook, worksheet=name, autofit=False, freeze_panes=(1, 0))
    return [path]


def write_annotations(tables: Tables, folder: Path, run_id: str) -> list[Path]:
    """A W3C Web Annotation collection: each mention, figure, date and relation on the words that it rests on.

    Positions count code points of the text in `documents`; the quotation finds the words on the page itself.
    """
    documents = {row["doc_id"]: row for row in tables["documents"].iter_rows(named=True)}
    items = [
        _annotation(run_id, name, row, documents[row["doc_id"]])
        for name in ANNOTATED
        if name in tables
        for row in tables[name].iter_rows(named=True)
    ]
    identity = f"urn:tidybrief:{run_id}"
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{identity}:annotations",
        "type": "AnnotationCollection",
        "label": f"Publication {run_id}",
        "total": len(items),
        "first": {"id": f"{identity}:page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    path = folder / "annotations.jsonld"
    files.replace_text(path, files.as_json(collection))
    return [path]


WRITERS: Final[Mapping[str, Writer]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "duckdb": write_duckdb,
    "xlsx": write_xlsx,
    "annotations": write_annotations,
}
"""The formats by name."""


class _ArrowStream:
    """A frame of which only the Arrow stream is seen."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._frame.__arrow_c_stream__(requested_schema)


def _need(package: str, extra: str) -> None:
    if find_spec(package) is None:
        raise CannotExport(f"{package} is not installed", f"Install it: pip install 'tidybrief[{extra}]'")


def _flat(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with nested columns as JSON."""
    nested = [name for name, dtype in frame.schema.items() if dtype.is_nested()]
    return frame.with_columns(
        pl.Series(name, [None if value is None else _json(value) for value in frame[name].to_list()], dtype=pl.String)
        for name in nested
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _harmless(frame: pl.DataFrame) -> pl.DataFrame:
    texts = pl.col(pl.String)
    return frame.with_columns(pl.when(texts.str.contains(FORMULA_SIGNS)).then("'" + texts).otherwise(texts).name.keep())


def _annotation(run_id: str, table: str, row: Mapping[str, Any], document: Mapping[str, Any]) -> dict[str, Any]:
    text, start, end = document["text"], row["start"], row["end"]
    key = ":".join(str(row[name]) for name in dictionary.primary_key(table))
    says = {name: value for name, value in row.items() if value is not None and name not in PLACE}
    return {
        "id": f"urn:tidybrief:{run_id}:{table}:{quote(key, safe=':')}",
        "type": "Annotation",
        "motivation": "identifying" if table == "mentions" else "describing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": table},
            {"type": "TextualBody", "format": "application/json", "value": _json(says)},
        ],
        "target": {
            "source": document["url"] or f"urn:tidybrief:{run_id}:documents:{quote(document['doc_id'])}",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - CONTEXT) : start],
                    "suffix": text[end : end + CONTEXT],
                },
            ],
        },
    }
