"""The promise to consumers: published columns change only with the version of the data.

`tests/contract.json` is what the last version promised. Where this test fails, either undo the change, or raise
`schemas.SCHEMA_VERSION` (the third number for words, the second for additions, the first for all else), tell it in
`docs/data-changelog.md`, and write the file anew: `python tests/test_contract.py`.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tidybrief import dictionary, schemas

PROMISED: Final = Path(__file__).parent / "contract.json"
CHANGELOG: Final = Path(__file__).parent.parent / "docs" / "data-changelog.md"
DICTIONARY: Final = CHANGELOG.with_name("data-dictionary.md")
SAME, PATCH, MINOR, MAJOR = range(4)

Promise = dict[str, Any]


def promise() -> Promise:
    """What consumers may rely on: tables, keys, and of each column the type, whether it may be null, its values."""
    tables = {}
    for table in schemas.TABLES:
        described = dictionary.describe(table)
        tables[table] = {
            "key": list(dictionary.primary_key(table)),
            "columns": {
                column.name: {
                    "type": column.type,
                    "nullable": column.nullable,
                    "unit": column.unit,
                    "references": column.references,
                    "one_of": sorted(column.one_of),
                    "description": column.description,
                }
                for column in described.columns
            },
        }
    return {"schema_version": schemas.SCHEMA_VERSION, "tables": tables}


def weights(before: Promise, after: Promise) -> Iterator[int]:
    """How much each difference asks of a consumer."""
    yield SAME
    for name in before["tables"].keys() | after["tables"].keys():
        old, new = before["tables"].get(name), after["tables"].get(name)
        if new is None or old is None:
            yield MAJOR if new is None else MINOR
            continue
        if old["key"] != new["key"]:
            yield MAJOR
        for column in old["columns"].keys() | new["columns"].keys():
            yield weight(old["columns"].get(column), new["columns"].get(column))


def weight(old: Promise | None, new: Promise | None) -> int:
    if old == new:
        return SAME
    if new is None or old is None:
        return MAJOR if new is None else MINOR
    if any(old[fact] != new[fact] for fact in ("type", "unit", "references")) or (
        new["nullable"] and not old["nullable"]
    ):
        return MAJOR
    closed, gone = bool(old["one_of"]) != bool(new["one_of"]), set(old["one_of"]) - set(new["one_of"])
    if closed or gone:
        return MAJOR
    return MINOR if old["one_of"] != new["one_of"] or old["nullable"] != new["nullable"] else PATCH


def raised(before: str, after: str) -> int:
    """Which number of a version was raised."""
    old, new = (tuple(map(int, version.split("."))) for version in (before, after))
    return next((MAJOR - place for place, pair in enumerate(zip(old, new, strict=True)) if pair[0] < pair[1]), SAME)


def test_published_columns_change_only_with_the_version() -> None:
    before, after = json.loads(PROMISED.read_text()), promise()
    needed = max(weights(before, after))
    assert raised(before["schema_version"], after["schema_version"]) >= needed, __doc__
    assert before == after, f"Version {after['schema_version']} is not promised yet: python tests/test_contract.py"


def test_the_changelog_tells_the_version() -> None:
    assert re.search(rf"^## {re.escape(schemas.SCHEMA_VERSION)}$", CHANGELOG.read_text(), flags=re.MULTILINE)


def test_the_page_of_the_dictionary_is_that_of_the_models() -> None:
    assert DICTIONARY.read_text(encoding="utf-8") == dictionary.as_markdown(), "python tests/test_contract.py"


def changed(**facts: Any) -> Promise:
    column = {"type": "String", "nullable": False, "unit": None, "references": None, "one_of": ["a", "b"]}
    column |= {"description": "Words"} | facts
    return {"tables": {"t": {"key": ["c"], "columns": {"c": column}}}}


@pytest.mark.parametrize(
    ("after", "needed"),
    [
        pytest.param(changed(), SAME, id="nothing"),
        pytest.param(changed(description="Other words"), PATCH, id="words"),
        pytest.param(changed(one_of=["a", "b", "c"]), MINOR, id="a value more"),
        pytest.param(changed(one_of=["a"]), MAJOR, id="a value less"),
        pytest.param(changed(one_of=[]), MAJOR, id="a vocabulary that is closed no longer"),
        pytest.param(changed(type="Int32"), MAJOR, id="another type"),
        pytest.param(changed(unit="day"), MAJOR, id="another unit"),
        pytest.param(changed(nullable=True), MAJOR, id="null where there was none"),
        pytest.param({"tables": {}}, MAJOR, id="a table less"),
        pytest.param({"tables": changed()["tables"] | {"u": {"key": [], "columns": {}}}}, MINOR, id="a table more"),
        pytest.param({"tables": {"t": {"key": ["c"], "columns": {}}}}, MAJOR, id="a column less"),
        pytest.param({"tables": {"t": {**changed()["tables"]["t"], "key": []}}}, MAJOR, id="another key"),
    ],
)
def test_what_a_change_asks_for(after: Promise, needed: int) -> None:
    assert max(weights(changed(), after)) == needed


@pytest.mark.parametrize(
    ("before", "after", "number"),
    [("1.1.0", "1.1.0", SAME), ("1.1.0", "1.1.1", PATCH), ("1.1.3", "1.2.0", MINOR), ("1.9.9", "2.0.0", MAJOR)],
)
def test_which_number_was_raised(before: str, after: str, number: int) -> None:
    assert raised(before, after) == number


if __name__ == "__main__":
    PROMISED.write_text(json.dumps(promise(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    DICTIONARY.write_text(dictionary.as_markdown(), encoding="utf-8")
