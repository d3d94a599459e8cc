"""Numbers: where one ends and what it is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.extraction.quantities.numbers import Numeral, number_grammar
from tidybrief.lexicon import load_lexicon

GRAMMAR = number_grammar(load_lexicon())


def read(text: str) -> Numeral | None:
    low = text.lower()
    if low[0].isalpha():
        return GRAMMAR.read_words(low, 0, len(text))
    return GRAMMAR.read_digits(text, low, 0, len(text))


@pytest.mark.parametrize(
    ("text", "value", "surface"),
    [
        pytest.param("1,234,567.89 m", 1234567.89, "1,234,567.89", id="grouped by commas"),
        pytest.param("12,34,567 votes", 1234567, "12,34,567", id="grouped in lakhs"),
        pytest.param("10 000 crowns", 10000, "10 000", id="grouped by spaces"),
        pytest.param("22,24,26 and 31", 22, "22", id="a list is not one number"),
        pytest.param("3,5% of", 3.5, "3,5", id="decimal comma"),
        pytest.param("2½ cups", 2.5, "2½", id="vulgar fraction"),
        pytest.param("2 1/4 miles", 2.25, "2 1/4", id="mixed number"),
        pytest.param("6.2x10^-4 m", 0.00062, "6.2x10^-4", id="power of ten"),
        pytest.param("2.5 million", 2.5e6, "2.5 million", id="magnitude"),
        pytest.param("3 lakh crore", 3e12, "3 lakh crore", id="two magnitudes"),
        pytest.param("3 hundred and 21", 321, "3 hundred and 21", id="digits around a magnitude"),
        pytest.param("two hundred and five", 205, "two hundred and five", id="hundreds and units"),
        pytest.param("one hundred and two hundred", 100, "one hundred", id="two numbers joined by and"),
        pytest.param("seven and eight", 7, "seven", id="two units joined by and"),
        pytest.param("thirty-one million two hundred thousand", 31.2e6, "thirty-one million two hundred thousand",
                     id="descending magnitudes"),
        pytest.param("two point two million", 2.2e6, "two point two million", id="point in words"),
        pytest.param("one and a half", 1.5, "one and a half", id="and a half"),
        pytest.param("five and a half million", 5.5e6, "five and a half million", id="and a half million"),
        pytest.param("two thirds of a million", 2e6 / 3, "two thirds of a million", id="fraction of a magnitude"),
        pytest.param("half a dozen", 6, "half a dozen", id="half a dozen"),
        pytest.param("several hundred", 200, "several hundred", id="smallest value of a vague count"),
    ],
)  # fmt: skip
def test_number(text: str, value: float, surface: str) -> None:
    number = read(text)
    assert number is not None
    assert number.value == pytest.approx(value, rel=1e-12)
    assert text[number.start : number.end] == surface


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from(["", ",", "\u202f"]))
def test_grouped_digits_keep_their_value(value: int, separator: str) -> None:
    written = f"{value:,}".replace(",", separator)
    number = read(written)
    assert number is not None
    assert (number.value, number.end) == (value, len(written))
