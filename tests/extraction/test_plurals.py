"""What is counted, said of many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.corpus.measured import value_in_words
from tidybrief.extraction.grammar.plurals import plural


@pytest.mark.parametrize(
    ("kind", "unit", "words"),
    [
        pytest.param("count", "personnel", "140 personnel", id="people in the singular"),
        pytest.param("count", "hospital staff", "140 hospital staff", id="staff"),
        pytest.param("count", "police", "140 police", id="police"),
        pytest.param("count", "cattle", "140 cattle", id="cattle"),
        pytest.param("count", "equipment", "140 equipment", id="equipment"),
        pytest.param("count", "school child", "140 school children", id="an irregular last word"),
        pytest.param("count", "schoolchild", "140 schoolchildren", id="an irregular last part"),
        pytest.param("count", "policeman", "140 policemen", id="a man"),
        pytest.param("count", "rifleman", "140 riflemen", id="a man in no list"),
        pytest.param("count", "human", "140 humans", id="no man"),
        pytest.param("count", "person in hospital", "140 people in hospital", id="the head before in"),
        pytest.param("count", "glass of water", "140 glasses of water", id="the head before of"),
        pytest.param("count", "child per woman", "140 children per woman", id="the head before per"),
        pytest.param("measure", "metre/second", "140 metres/second", id="the head before a slash"),
        pytest.param("measure", "square foot", "140 square feet", id="feet"),
        pytest.param("measure", "degree Celsius", "140 degrees Celsius", id="degrees of a scale"),
        pytest.param("measure", "celsius", "140 celsius", id="a scale alone"),
        pytest.param("measure", "megahertz", "140 megahertz", id="a multiple of hertz"),
        pytest.param("count", "circus", "140 circuses", id="us to uses"),
        pytest.param("money", "USD", "140 USD", id="a currency"),
    ],
)
def test_value_in_words(kind: str, unit: str, words: str) -> None:
    figure = {"value": 140.0, "value_high": None, "qualifier": "exact", "kind": kind, "unit": unit}
    assert value_in_words(figure) == words


@given(st.text(max_size=40))
def test_any_noun_has_a_plural(noun: str) -> None:
    assert bool(plural(noun)) == bool(noun)
