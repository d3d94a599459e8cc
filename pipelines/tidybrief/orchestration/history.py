"""Dagster's own storage of the run history, with databases that stay open as long as the process.

What belongs here: how a run reaches the databases of the history. What they hold, and where, is Dagster's.

Dagster opens a database anew for each event, a few hundred times a run, which costs a second of computing and each time
waits for the disk.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlalchemy
from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._core.storage.runs import SqliteRunStorage

BUSY_TIMEOUT: Final = 30
"""Seconds that a statement waits for another process, such as the user interface, to end its own."""
_ALL_ASSETS: Final = "index"


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


class RunHistory(SqliteRunStorage):
    """The runs with their states and tags, in one database."""

    def __init__(self, conn_string: str, inst_data: Any = None) -> None:
        self._open = _opened(Path(sqlalchemy.make_url(conn_string).database or ""))
        super().__init__(conn_string, inst_data)

    @classmethod
    def from_config_value(cls, inst_data: Any, config_value: Any) -> "RunHistory":
        """As configured."""
        return cls.from_local(inst_data=inst_data, **config_value)

    @contextmanager
    def connect(self) -> Iterator[sqlalchemy.Connection]:
        """A transaction."""
        with self._open.begin() as connection:
            yield connection

    def dispose(self) -> None:
        """Closes the database."""
        super().dispose()
        self._open.dispose()


def _opened(path: Path) -> sqlalchemy.Engine:
    database = sqlalchemy.create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_TIMEOUT})

    @sqlalchemy.event.listens_for(database, "connect")
    def wait_for_the_disk_now_and_then(connection: Any, _: Any) -> None:
        # A power cut may take the end of the history, never its wholeness. What is published waits for the disk.
        connection.execute("PRAGMA synchronous=NORMAL")

    return database
