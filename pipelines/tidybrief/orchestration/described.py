"""What the UI shows of a table: its columns, its size, a few rows, and where it lies.

What belongs here: Dagster's forms of what `dictionary` says and of what a frame holds.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import dagster as dg
import polars as pl

from tidybrief import dictionary

SAMPLE_ROWS: Final = 5
CELL_LENGTH: Final = 120


def column_schema(table: str) -> dg.TableSchema:
    """The data dictionary of a table, as Dagster's column schema."""
    return dg.TableSchema([_column(column) for column in dictionary.describe(table).columns])


def rows_of(table: pl.LazyFrame) -> dict[str, Any]:
    """Row count and a sample of a table, as metadata of its materialization."""
    metadata: dict[str, Any] = {"dagster/row_count": table.select(pl.len()).collect().item()}
    if sample := table.head(SAMPLE_ROWS).collect().to_dicts():
        metadata["sample"] = rows_as_table(sample)
    return metadata


def page(bottom_line: str, path: Path) -> dict[str, Any]:
    """What is worth reading of a briefing, with its path and a link to it."""
    link = path.absolute().as_uri()
    return {
        "bottom line": dg.MetadataValue.md(f"{bottom_line}\n\n[Open the briefing]({link})"),
        "page": dg.MetadataValue.path(path.absolute()),
        "link": dg.MetadataValue.url(link),
    }


def page_as_before(context: dg.AssetExecutionContext) -> dict[str, Any]:
    """The same, as it was told when the page was made; empty where nothing tells."""
    event = context.instance.get_latest_materialization_event(context.asset_key)
    told = event.asset_materialization.metadata if event and event.asset_materialization else {}
    return {name: told[name] for name in ("bottom line", "page", "link") if name in told}


def rows_as_table(rows: Iterable[Mapping[str, Any]]) -> dg.TableMetadataValue:
    """Rows as a table that the UI shows; cells are cut to a readable length."""
    cells = [{name: _cell(value) for name, value in row.items()} for row in rows]
    names = dict.fromkeys(name for row in cells for name in row)
    return dg.MetadataValue.table(
        [dg.TableRecord({name: row.get(name, "") for name in names}) for row in cells],
        dg.TableSchema([dg.TableColumn(name) for name in names]),
    )


def _cell(value: Any) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    text = "" if value is None else str(value)
    return f"{text[:CELL_LENGTH]}…" if len(text) > CELL_LENGTH else text


def _column(column: dictionary.Column) -> dg.TableColumn:
    rules = [*column.constraints]
    if column.one_of:
        rules.append(f"one of {', '.join(column.one_of)}")
    if column.references:
        rules.append(f"exists in {column.references}")
    return dg.TableColumn(
        name=column.name,
        type=column.type,
        description=f"{column.description} [{column.unit}]" if column.unit else column.description,
        constraints=dg.TableColumnConstraints(nullable=column.nullable, unique=False, other=rules),
        tags={"key": ""} if column.key else None,
    )
