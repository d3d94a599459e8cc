"""The figures that weigh most are found without weighing all of them."""

from collections.abc import Callable

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing_corpora as corpus
from tidybrief.briefing.figure_table import Figures
from tidybrief.briefing.library import Library
from tidybrief.briefing.weighing import best_first

Tables = dict[str, pl.DataFrame]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5), st.booleans())))
def test_best_first_is_the_order_of_all_scores(items: list[tuple[int, int, bool]]) -> None:
    candidates = [(float(score - slack), index) for index, (score, slack, _) in enumerate(items)]
    scored = {index: (float(score), index) for index, (score, _, fits) in enumerate(items) if fits}
    assert list(best_first(candidates, scored.get)) == sorted(scored, key=lambda index: scored[index])


def test_who_wants_the_first_does_not_pay_for_all() -> None:
    asked: list[int] = []

    def score(candidate: int) -> tuple[float]:
        asked.append(candidate)
        return (float(candidate),)

    assert next(best_first([(float(index), index) for index in range(1000)], score)) == 0
    assert len(asked) < 10


@pytest.mark.parametrize("make", [corpus.harbour, corpus.hostile, corpus.dull])
def test_no_figure_weighs_more_than_it_can_at_most(make: Callable[[], Tables]) -> None:
    tables = make()
    figures = Figures(tables, Library(tables))
    weights = [figure.weight for figure in figures.views(figures.frame)]
    assert all(weight <= most for weight, most in zip(weights, figures.frame["at_most"], strict=True))


@pytest.mark.parametrize(
    "text", ["The flood took {} lives.", "The flood killed {} people.", "The port stored {} crates."]
)
@pytest.mark.parametrize("value", [-4.0, 0.0, 3.0, 40.0, 5e6, 1e30, float("inf")])
@pytest.mark.parametrize("kind", ["money", "count", "percent"])
def test_neither_does_a_small_or_a_large_one(text: str, value: float, kind: str) -> None:
    made = corpus.Corpus()
    made.document("a.txt", [text.format(40)])
    made.figure("a.txt", "40", kind, value, "person")
    tables = made.tables()
    figures = Figures(tables, Library(tables))
    (figure,) = figures.views(figures.frame)
    assert figure.weight <= figures.frame["at_most"].item()


def test_the_heaviest_come_first() -> None:
    tables = corpus.harbour()
    figures = Figures(tables, Library(tables))
    every = sorted(figures.views(figures.facts), key=lambda f: (-f.weight, f.source.doc_id, f.start))
    assert list(figures.heaviest(figures.facts)) == every
