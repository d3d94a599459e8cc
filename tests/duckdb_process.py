"""DuckDB in a process of its own: within pytest's it tells, after the last line, of objects that it leaves behind."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

needs_duckdb = pytest.mark.skipif(importlib.util.find_spec("duckdb") is None, reason="DuckDB is not installed")
_SCRIPT = """
import json, sys
import duckdb
database, statements = json.load(sys.stdin)
with duckdb.connect(database, read_only=database != ":memory:") as connection:
    print(json.dumps([connection.execute(one).fetchall() for one in statements], default=str))
"""


def answers(statements: Sequence[str], folder: Path, database: str = ":memory:") -> list[list[list[Any]]]:
    """The rows that each statement gives, run one after another in a folder."""
    given = json.dumps([database, list(statements)])
    answer = subprocess.run(
        [sys.executable, "-c", _SCRIPT], cwd=folder, input=given, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    told: list[list[list[Any]]] = json.loads(answer.stdout)
    return told
