"""Hands tables from one asset to the next as staged Parquet.

What belongs here: the bridge between Dagster's inputs and outputs and the staging of `publishing`. Assets get
scans, not frames, so that no step holds what it does not use.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import dagster as dg
import polars as pl

from tidybrief.orchestration.batch import Batch
from tidybrief.publishing import MixedTables

IO_MANAGER: Final = "staging"
FROM_STAGING: Final = {"dagster/io_manager_key": IO_MANAGER}
"""For asset specs, which name their IO manager in their metadata."""


class Made:
    """A table that an asset made, until it is staged: Dagster keeps what it is handed to the end of the run."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame: pl.DataFrame | None = frame

    def stage(self, batch: Batch, table: str) -> Path:
        """Writes the table to the staging, lets go of it, and returns where it lies. Once only."""
        if self._frame is None:
            raise ValueError(f"{table} is staged already")
        path = batch.staging.write(table, self._frame)
        self._frame = None
        return path


class StagedTables(dg.IOManager):
    """Writes a table to the staging of its input and method, and hands on a scan of it."""

    def handle_output(self, context: dg.OutputContext, made: Made | None) -> None:
        """Stages what was made; None stands for a table that is published already."""
        if made is not None:
            path = made.stage(_batch(context), _table(context))
            context.add_output_metadata({"path": dg.MetadataValue.path(path.absolute())})

    def load_input(self, context: dg.InputContext) -> pl.LazyFrame:
        """A scan of the table; raises Failure where it is not staged for this input and method."""
        with ready_tables_only():
            return _batch(context).scan(_table(context))


@dg.io_manager(required_resource_keys={"batch"})
def staged_tables(_: dg.InitResourceContext) -> StagedTables:
    """The IO manager of all tables."""
    return StagedTables()


@contextmanager
def ready_tables_only() -> Iterator[None]:
    """Raises Failure, with the next step, where a table has another input or method, or is not staged."""
    try:
        yield
    except (FileNotFoundError, MixedTables) as error:
        raise dg.Failure(
            f"{error}, for the present input and method. Materialise it first, or run the job refresh.",
            allow_retries=False,
        ) from error


def _batch(context: dg.OutputContext | dg.InputContext) -> Batch:
    batch: Batch = context.resources.batch
    return batch


def _table(context: dg.OutputContext | dg.InputContext) -> str:
    return context.asset_key.to_user_string()
