"""`docs/method.md` explains every `method` that a row can have."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import tidybrief
from tidybrief.extraction import extract
from tidybrief.extraction.records import Extraction
from tidybrief.extraction.relations.rules import rules
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import read_folder

ROOT = Path(__file__).parent.parent
EXTRACTION = Path(tidybrief.__file__).parent / "extraction"
GUIDE = (ROOT / "docs" / "method.md").read_text()
SUFFIXES: Final = ("_carried", "_plain")
FIELDS: Final = ("method", "source", "rule")
"""Parameters that become the method of a row: `source` of known names, `rule` of words around a name."""


def explained() -> set[str]:
    """What stands in backticks in the first column of tables."""
    return set(re.findall(r"^\| `([\w:…]+)`", GUIDE, flags=re.MULTILINE))


@dataclass(frozen=True)
class Signature:
    """A function or class of a module, and at which position it takes a method, the object itself not counted."""

    module: str
    name: str
    position: int


@cache
def trees() -> dict[str, ast.Module]:
    return {
        ".".join(path.relative_to(EXTRACTION).with_suffix("").parts): ast.parse(path.read_text())
        for path in sorted(EXTRACTION.rglob("*.py"))
    }


def signatures() -> Iterator[Signature]:
    for module, tree in trees().items():
        for node in ast.walk(tree):
            names: list[str] = []
            if isinstance(node, ast.ClassDef):
                names = [
                    field.target.id
                    for field in node.body
                    if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
                ]
            elif isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in node.args.args if argument.arg != "self"]
            for field in set(FIELDS).intersection(names):
                yield Signature(module, node.name, names.index(field))  # type: ignore[attr-defined]


def imported(tree: ast.Module) -> dict[str, str]:
    """The module of extraction that each imported name comes from."""
    return {
        alias.name: node.module.removeprefix("tidybrief.extraction.")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tidybrief.extraction.") and node.module
        for alias in node.names
    }


def stated() -> Iterator[str]:
    """Every method that stands in the code of extraction as a constant."""
    known = list(signatures())
    for module, tree in trees().items():
        origin = imported(tree)
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            for keyword in call.keywords:
                if keyword.arg == "method":
                    yield from constants(keyword.value)
            if isinstance(call.func, ast.Name):
                home = origin.get(call.func.id, module)
                at = {one.position for one in known if (one.module, one.name) == (home, call.func.id)}
            elif isinstance(call.func, ast.Attribute):
                at = {one.position for one in known if one.name == call.func.attr}
            else:
                at = set()
            for position in at:
                before = call.args[: position + 1]
                if len(before) > position and not any(isinstance(one, ast.Starred) for one in before):
                    yield from constants(before[position])


def rules_of_words() -> Iterator[str]:
    """The rules by which offices and fields, which are words and no names, are found: `("rule", pattern, …)`."""
    for module in ("relations.occupations", "relations.specialities"):
        for node in ast.walk(trees()[module]):
            if isinstance(node, ast.Tuple) and len(node.elts) > 1 and not list(words(node.elts[1])):
                yield from words(node.elts[0])


def words(node: ast.expr) -> Iterator[str]:
    return (constant for constant in constants(node) if constant.isidentifier())


def constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*constants(node.body), *constants(node.orelse))


def is_explained(method: str, names: set[str]) -> bool:
    stem = next((method.removesuffix(suffix) for suffix in SUFFIXES if method.endswith(suffix)), method)
    ends = {name.partition(":")[2] for name in names}
    return method in names | ends or (stem != method and stem in names and f"…{method.removeprefix(stem)}" in names)


def test_every_method_in_the_code_is_explained() -> None:
    found = {*stated(), *rules_of_words(), *(rule.name for rule in rules(load_lexicon()))}
    assert {"tagger", "calendar_date", "money", "occupation:description", "fronted"} <= found, (
        "the search itself finds too little"
    )
    assert not {method for method in found if not is_explained(method, explained())}


@cache
def examples() -> list[Extraction]:
    documents, _ = read_folder(ROOT / "raw")
    return [extract(document, load_lexicon()) for document in documents]


@pytest.mark.parametrize("table", ["mentions", "figures", "dates", "relations"])
def test_every_method_of_the_examples_is_explained(table: str) -> None:
    methods = {row.method for extraction in examples() for row in getattr(extraction, table)}
    assert methods
    assert not {method for method in methods if not is_explained(method, explained())}


def test_the_guide_explains_nothing_that_is_gone() -> None:
    written = {
        node.value
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not {name for name in explained() if {name.lstrip("…"), name.partition(":")[2]}.isdisjoint(written)}
