"""The corridor is held here: a room imports only rooms to its left, and only one has heard of Dagster."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tidybrief
from tidybrief import schemas
from tidybrief.orchestration.pipeline import pipeline
from tidybrief.settings import Settings

PACKAGE = Path(tidybrief.__file__).parent
ROOMS = (
    "vocabulary",
    "settings",
    "lexicon",
    "reading",
    "extraction",
    "schemas",
    "dictionary",
    "validation",
    "engines",
    "corpus",
    "evaluation",
    "briefing",
    "publishing",
    "orchestration",
    "cli",
)
"""From left to right."""
PURE = ("vocabulary", "settings", "lexicon", "reading", "extraction")
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]
LONGEST = 400


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Full names of all that a module imports, wherever in it; `from a import b` gives "a.b"."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_used(path: Path) -> set[str]:
    names = (name.split(".") for name in imports(path))
    used = {parts[1] for parts in names if parts[0] == "tidybrief" and len(parts) > 1}
    return used - {"__version__", room_of(path)}


def test_every_room_has_its_place_in_the_corridor() -> None:
    assert {room_of(path) for path in MODULES} == set(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module(path: Path) -> None:
    room = room_of(path)
    to_the_right = rooms_used(path) - set(ROOMS[: ROOMS.index(room)])
    assert not to_the_right, "imports from the right"
    libraries = {name.partition(".")[0] for name in imports(path)}
    if room != "orchestration":
        assert "dagster" not in libraries
    if room in PURE:
        assert not libraries & {"polars", "pandera"}
    source = path.read_text()
    assert source.startswith('"""'), "does not open with what belongs there"
    assert source.count("\n") < LONGEST


def test_asset_key_is_table_name_is_model_name() -> None:
    tables = {key.to_user_string() for key in pipeline(Settings()).resolve_asset_graph().get_all_asset_keys()}
    assert tables - {"raw", "briefing", "publication"} == set(schemas.TABLES)
    names = [re.sub(r"(?<!^)([A-Z])", r"_\1", model.__name__).lower() for model in schemas.TABLES.values()]
    assert names == list(schemas.TABLES)
