"""Which stated values can both hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.corpus.values import AGREE, CONTRADICT, OPEN, Value, stated, weigh


def value(text: str, number: float, qualifier: str = "exact", high: float | None = None) -> Value:
    return stated(number, high, qualifier, text)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        pytest.param(value("$7.8 billion", 7.8e9), value("$7.80 bn", 7.8e9), AGREE, id="equal"),
        pytest.param(value("$7.8 billion", 7.8e9), value("$8 billion", 8e9), AGREE, id="equal after rounding"),
        pytest.param(value("38%", 38), value("38.4%", 38.4), AGREE, id="percent after rounding"),
        pytest.param(value("two-thirds", 66.67), value("67%", 67), AGREE, id="fraction in words"),
        pytest.param(value("5,667", 5667), value("5,671", 5671), OPEN, id="too close to exclude each other"),
        pytest.param(value("410", 410), value("640", 640), CONTRADICT, id="exact and different"),
        pytest.param(value("100", 100), value("149", 149), CONTRADICT, id="a round number is not rounded this far"),
        pytest.param(value("100", 100), value("112", 112), OPEN, id="a round number may be rounded"),
        pytest.param(value("10 billion", 1e10), value("6 billion", 6e9), CONTRADICT, id="a round number of two digits"),
        pytest.param(value("3 billion", 3e9), value("2.5 billion", 2.5e9), OPEN, id="one digit that may be rounded"),
        pytest.param(value("700", 700), value("640", 640), CONTRADICT, id="a round number, and one not rounded to it"),
        pytest.param(value("2.1%", 2.1), value("2.16%", 2.16), OPEN, id="a digit cut off"),
        pytest.param(value("a million", 1e6, "approx"), value("960,000", 960_000), AGREE, id="about, near"),
        pytest.param(value("a million", 1e6, "approx"), value("900,000", 900_000), OPEN, id="about, further"),
        pytest.param(value("a million", 1e6, "approx"), value("2 million", 2e6), CONTRADICT, id="about, far"),
        pytest.param(value("4,200", 4200, "at_least"), value("4,300", 4300), AGREE, id="over, just above"),
        pytest.param(value("4,200", 4200, "at_least"), value("5,667", 5667), OPEN, id="over, far above"),
        pytest.param(value("4,200", 4200, "at_least"), value("3,000", 3000), CONTRADICT, id="over, below"),
        pytest.param(value("4,200", 4200, "at_least"), value("9,000", 9000, "at_least"), OPEN, id="two lower bounds"),
        pytest.param(value("100", 100, "at_most"), value("95", 95), AGREE, id="up to, just below"),
        pytest.param(value("100", 100, "at_most"), value("150", 150), CONTRADICT, id="up to, above"),
        pytest.param(value("100", 100, "at_most"), value("150", 150, "at_least"), CONTRADICT, id="bounds that cross"),
        pytest.param(value("100", 100, "at_least"), value("150", 150, "at_most"), OPEN, id="bounds with room between"),
        pytest.param(value("10 to 20", 10, high=20), value("15", 15), AGREE, id="inside a range"),
        pytest.param(value("10 to 20", 10, high=20), value("30", 30), CONTRADICT, id="outside a range"),
        pytest.param(value("10 to 20", 10, high=20), value("15 to 25", 15, high=25), OPEN, id="overlapping ranges"),
        pytest.param(value("0", 0), value("0", 0), AGREE, id="nothing"),
    ],
)
def test_weigh(one: Value, other: Value, outcome: str) -> None:
    assert weigh(one, other) == outcome
    assert weigh(other, one) == outcome


numbers = st.floats(min_value=0.001, max_value=1e12)
qualifiers = st.sampled_from(["exact", "approx", "at_least", "at_most"])
values = st.builds(lambda number, qualifier: value(f"{number:,.3f}", number, qualifier), numbers, qualifiers)


@given(values, values)
def test_order_does_not_matter_and_equals_agree(one: Value, other: Value) -> None:
    assert weigh(one, other) == weigh(other, one)
    assert weigh(one, one) == AGREE


@given(numbers, qualifiers, st.text(max_size=30))
def test_any_words_have_a_precision(number: float, qualifier: str, text: str) -> None:
    assert value(text, number, qualifier).step > 0
