"""An evidence page that is not made again is the page that would be made."""

from collections.abc import Callable

import polars as pl
import pytest

import briefing_corpora as corpus
from tidybrief.briefing import Briefing, library, render

Tables = dict[str, pl.DataFrame]


@pytest.fixture(autouse=True)
def _a_page_for_each_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "INLINE_NODES", 0)


def made(tables: Tables, made_before: dict[str, str] | None = None) -> Briefing:
    return render(tables, title="Pages", checks=(), version="1", made_before=made_before)


def with_another(table: str, column: str, value: str | float) -> Callable[[Tables], Tables]:
    """The tables with another value in the first row of one of them."""

    def change(tables: Tables) -> Tables:
        first = pl.int_range(pl.len()) == 0
        changed = pl.when(first).then(pl.lit(value).cast(tables[table].schema[column])).otherwise(pl.col(column))
        return tables | {table: tables[table].with_columns(changed.alias(column))}

    return change


def without_comparisons(tables: Tables) -> Tables:
    return tables | {"comparisons": tables["comparisons"].clear()}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda tables: tables, id="nothing changed"),
        pytest.param(with_another("documents", "title", "Another title"), id="title of a document"),
        pytest.param(with_another("sentences", "factuality", "hypothetical"), id="standing of a sentence"),
        pytest.param(with_another("figures", "value", 12345.0), id="value of a figure"),
        pytest.param(with_another("dates", "role", "deadline"), id="role of a date"),
        pytest.param(with_another("relations", "predicate", "founded"), id="predicate of a relation"),
        pytest.param(with_another("mentions", "type", "PLACE"), id="type of a mention"),
        pytest.param(with_another("entities", "name", "Another Name"), id="canonical name"),
        pytest.param(without_comparisons, id="support of a figure"),
    ],
)
def test_unchanged_pages_are_those_that_would_be_made(change: Callable[[Tables], Tables]) -> None:
    before, after = corpus.harbour(), change(corpus.harbour())
    earlier, whole = made(before), made(after)
    again = made(after, made_before=dict(earlier.made_from))
    assert again.html == whole.html
    assert {**{file: earlier.evidence[file] for file in again.unchanged}, **again.evidence} == dict(whole.evidence)


def test_a_change_in_one_document_leaves_the_pages_of_the_others() -> None:
    earlier = made(corpus.harbour())
    again = made(with_another("documents", "language", "fr")(corpus.harbour()), made_before=dict(earlier.made_from))
    assert len(again.unchanged) == len(earlier.made_from) - 1
