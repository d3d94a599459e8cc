"""Dagster's own storage of the run history, with databases that stay open as long as the process.

What belongs here: how a run reaches the databases of the history. What they hold, and where, is Dagster's.

Dagster opens a database anew for each event, a few hundred times a run, which costs a second of computing and each time
waits for the disk. It makes one for each run by reading all migrations that there ever were, which costs a third of a
second: here, once made, it is copied.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlalchemy
from dagster import __version__ as version
from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._core.storage.runs import SqliteRunStorage
from dagster._core.storage.sqlite import create_db_conn_string

BUSY_TIMEOUT: Final = 30
"""Seconds that a statement waits for another process, such as the user interface, to end its own."""
_ALL_ASSETS: Final = "index"
_ALL_RUNS: Final = "runs"
_EMPTY: Final = f"empty-{version}.db"
_REVISION: Final = "alembic_version"
"""The table that says by which migrations a database was made; it is written last."""


class EventHistory(SqliteEventLogStorage):
    """The events: a database for each run, and one for all assets."""

    def __init__(self, base_dir: str, inst_data: Any = None) -> None:
        self._open: dict[str, sqlalchemy.Engine] = {}
        super().__init__(base_dir, inst_data)

    @classmethod
    def from_config_value(cls, inst_data: Any, config_value: Any) -> "EventHistory":
        """As configured."""
        return cls(inst_data=inst_data, **config_value)

    @contextmanager
    def run_connection(self, run_id: str | None = None) -> Iterator[sqlalchemy.Connection]:
        """A transaction in the database of a run, which is made where there is none."""
        name = run_id or _ALL_ASSETS
        if name not in self._open:
            with super().run_connection(name):  # which makes the tables of a new database
                self._open[name] = _opened(Path(self.path_for_shard(name)))
        with self._open[name].begin() as connection:
            yield connection

    def index_connection(self) -> Any:
        """A transaction in the database of all assets."""
        return self.run_connection(_ALL_ASSETS)

    def dispose(self) -> None:
        """Closes all databases."""
        super().dispose()
        for database in self._open.values():
            database.dispose()

    def _initdb(self, engine: sqlalchemy.Engine, for_index_shard: bool = False) -> None:
        path = Path(engine.url.database or "")
        if not path.exists():
            beside = path.with_suffix(".new")
            shutil.copyfile(self._empty(), beside)
            beside.replace(path)
        elif not _is_made(engine):
            super()._initdb(engine, for_index_shard)

    def _empty(self) -> Path:
        """A database with the tables of events, as Dagster makes it, and no event."""
        empty = Path(self._base_dir).parent / _EMPTY
        if not empty.exists():
            beside = empty.with_suffix(".new")
            super()._initdb(sqlalchemy.create_engine(f"sqlite:///{beside}", poolclass=sqlalchemy.NullPool))
            beside.replace(empty)
        return empty


class RunHistory(SqliteRunStorage):
    """The runs with their states and tags, in one database."""

    def __init__(self, conn_string: str, inst_data: Any = None) -> None:
        self._open = _opened(Path(sqlalchemy.make_url(conn_string).database or ""))
        super().__init__(conn_string, inst_data)

    @classmethod
    def from_config_value(cls, inst_data: Any, config_value: Any) -> "RunHistory":
        """As configured."""
        address = create_db_conn_string(config_value["base_dir"], _ALL_RUNS)
        engine = sqlalchemy.create_engine(address, poolclass=sqlalchemy.NullPool)
        is_made = Path(engine.url.database or "").exists() and _is_made(engine)
        return cls(address, inst_data) if is_made else cls.from_local(inst_data=inst_data, **config_value)

    @contextmanager
    def connect(self) -> Iterator[sqlalchemy.Connection]:
        """A transaction."""
        with self._open.begin() as connection:
            yield connection

    def dispose(self) -> None:
        """Closes the database."""
        super().dispose()
        self._open.dispose()


def _is_made(engine: sqlalchemy.Engine) -> bool:
    """Whether the database has all its tables."""
    with engine.connect() as connection:
        has_tables = sqlalchemy.inspect(connection).has_table(_REVISION)
        return has_tables and connection.execute(sqlalchemy.text(f"SELECT 1 FROM {_REVISION}")).first() is not None


def _opened(path: Path) -> sqlalchemy.Engine:
    database = sqlalchemy.create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_TIMEOUT})

    @sqlalchemy.event.listens_for(database, "connect")
    def wait_for_the_disk_now_and_then(connection: Any, _: Any) -> None:
        # A power cut may take the end of the history, never its wholeness. What is published waits for the disk.
        connection.execute("PRAGMA synchronous=NORMAL")

    return database
