"""Quantities of any text: no exception, grounded spans, time linear in length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.records import Quantity, Sentence
from tidybrief.lexicon import load_lexicon
from tidybrief.reading.document import Document
from tidybrief.vocabulary import FIGURE_KINDS, QUALIFIERS

PIECES = st.sampled_from([
    "1", "2,5", "$", "US$", "€", "%", " ", "-", "–", "to", "between", "and", "half", "a", "million", "third", "one",
    "in", "of", "km", "years", "old", "'", '"', "(", ")", "[", "\n", ".", "/", "x10^", "±", "°", "½", "dozen",
    "hundred", "İ", "people", "times", "second", "billions", "e9", "٣", "²",
])  # fmt: skip


def quantities(text: str) -> tuple[Quantity, ...]:
    sentence = Sentence(0, 0, len(text), text, "paragraph", "", "asserted")
    return find_quantities(Document("a.txt", "0" * 64, "text/plain", text), (sentence,), (), (), load_lexicon())


@settings(deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=25).map("".join), st.lists(PIECES, max_size=25).map(" ".join), st.text()))
def test_any_text_gives_grounded_rows(text: str) -> None:
    end = 0
    for row in quantities(text) if text else ():
        assert text[row.start : row.end] == row.text
        assert row.start >= end
        end = row.end
        assert row.kind in FIGURE_KINDS
        assert row.qualifier in QUALIFIERS
        assert row.unit
        assert 0 < row.confidence <= 1
        assert row.value_high is None or row.value_high > row.value


@pytest.mark.parametrize(
    "unit", ["1,", "$", "between ", "7", "a", "1-", "one and ", "half a ", "1 to ", "(1) ", "hundred ", "½"]
)
def test_time_is_linear_in_length(unit: str) -> None:
    quantities(unit * 100)
    spent = []
    for length in (8_000, 32_000):
        before = time.process_time()
        quantities(unit * (length // len(unit)))
        spent.append(time.process_time() - before)
    assert spent[1] < 12 * max(spent[0], 0.02)
