"""Where a row comes from, and how it went over the publications."""

from typing import Any

import polars as pl
import pytest

from sample_tables import sample_tables
from tidybrief import corpus, dictionary
from tidybrief.corpus.course import course
from tidybrief.corpus.explanation import explain

TABLES = sample_tables()


@pytest.mark.parametrize(
    ("row_id", "table", "quotes", "support"),
    [
        pytest.param("figure-1", "figures", ["120"], "disputed", id="figure"),
        pytest.param("relation-1", "relations", ["Nordlicht AI opened in Oslo"], "single_source", id="relation"),
        pytest.param("comparison-1", "comparisons", ["120", "about 130"], "disputed", id="comparison"),
        pytest.param("derived-1", "derived_figures", ["120", "about 130"], None, id="derived figure"),
        pytest.param("pair-1", "document_pairs", ["employs 120 people", "employs about 130 people"], None, id="pair"),
        pytest.param("org:nordlicht-ai", "entities", ["Nordlicht AI", "Nordlicht AI"], None, id="entity"),
    ],
)
def test_explained(row_id: str, table: str, quotes: list[str], support: str | None) -> None:
    found = explain(TABLES, row_id)
    assert found is not None
    assert (found.table, [quote.text for quote in found.quotes], found.support) == (table, quotes, support)
    texts = dict(TABLES["documents"].select("doc_id", "text").iter_rows())
    for quote in found.quotes:
        assert texts[quote.doc_id][quote.start : quote.end] == quote.text
        assert f"{quote.before}{quote.text}{quote.after}" in texts[quote.doc_id]


def test_a_figure_tells_its_steps_and_what_it_was_compared_with() -> None:
    found = explain(TABLES, "figure-2")
    assert found is not None
    assert "130" in found.normalisation[0]
    assert any(step.startswith("approx") for step in found.normalisation)
    assert [row["comparison_id"] for row in found.compared] == ["comparison-1"]
    assert found.rule == "quantity"


def test_an_unknown_id() -> None:
    assert explain(TABLES, "figure-99") is None


def edition(**changes: Any) -> corpus.Edition:
    """The sample with other values in its first figure."""
    rows = TABLES["figures"].to_dicts()
    rows[0] |= changes
    return corpus.Edition({**TABLES, "figures": pl.DataFrame(rows, schema=dictionary.polars_schema("figures"))})


@pytest.mark.parametrize(
    ("row_id", "kind", "values"),
    [
        pytest.param("figure-1", "figure", [("100 people",), ("120 people",), ("140 people",)], id="figure"),
        pytest.param("relation-1", "relation", [("Oslo",)] * 3, id="relation"),
        pytest.param("comparison-1", "conflict", [("120 person and 130 person",)] * 3, id="conflict"),
        pytest.param("place:oslo", "entity", [("Oslo (PLACE)",)] * 3, id="entity"),
    ],
)
def test_the_course_of(row_id: str, kind: str, values: list[tuple[str, ...]]) -> None:
    editions = [
        ("0001", edition(value=100.0, figure_id="figure-0")),
        ("0002", edition()),
        ("0003", edition(value=140.0, figure_id="figure-3")),
    ]
    found = course(editions, row_id)
    assert found is not None
    assert found.kind == kind
    assert [stage.values for stage in found.stages] == values


def test_a_publication_that_is_silent_on_the_point() -> None:
    found = course([("0001", edition(indicator="revenue")), ("0002", edition())], "figure-1")
    assert found is not None
    assert [bool(stage.values) for stage in found.stages] == [False, True]
    assert course([("0001", edition())], "figure-99") is None
