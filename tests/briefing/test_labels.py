"""Which words may stand beside a number: those that its sentence says and that read alone."""

import pytest

from tidybrief.briefing.labels import fit_indicator, names_in_part, names_what_it_counts, rate_behind


@pytest.mark.parametrize(
    ("indicator", "sentence", "is_fit"),
    [
        pytest.param("sale price", "The sale price was £5 million.", True, id="words of the sentence"),
        pytest.param("Sale price", "The sale price was £5 million.", True, id="in another case"),
        pytest.param("price of the old mill", "They sold the old mill for £5.", True, id="a noun for what was done"),
        pytest.param("share of exports", "It took 4% of exports.", True, id="one word, joined as in the sentence"),
        pytest.param("share of exports", "Exports rose; it took 4%.", False, id="one word, joined to nothing"),
        pytest.param(
            "share of all sales", "4% of all sales come from abroad.", False, id="a verb says which part it is"
        ),
        pytest.param(
            "share of all sales", "The share of all sales rose by 4%.", True, id="a verb behind the share itself"
        ),
        pytest.param("mills old sold", "Four old mills were sold.", False, id="words in another order"),
        pytest.param("mill", "The mill cost £5.", False, id="one word alone"),
        pytest.param("turnover of this branch", "The turnover of this branch was £5.", False, id="leans on another"),
        pytest.param("number who had left", "The number who had left was 5.", False, id="a clause"),
        pytest.param("According to the bank", "According to the bank, 5 mills closed.", False, id="who speaks"),
        pytest.param("report highlights the fund", "The report highlights the fund of £5.", False, id="how it is told"),
        pytest.param("mills over an age", "They shut 5 mills over an age of 60.", False, id="cut off before a number"),
        pytest.param("mills sold to", "There were 5 mills sold to Ada.", False, id="left open"),
        pytest.param("period of the lease", "The lease ran five years.", False, id="no more than the number says"),
        pytest.param(None, "It cost £5.", False, id="nothing"),
        pytest.param("", "", False, id="no words at all"),
    ],
)
def test_fit_indicator(indicator: str | None, sentence: str, is_fit: bool) -> None:
    assert fit_indicator(indicator, sentence) == (indicator if is_fit else "")


@pytest.mark.parametrize(
    ("text", "unit", "rate"),
    [
        pytest.param("£5 per pound of tea", "GBP", "per pound", id="per"),
        pytest.param("£5 per square metre", "GBP", "per square metre", id="a measure of two words"),
        pytest.param("£5 per head per year", "GBP", "per head per year", id="twice"),
        pytest.param("£5 a month", "GBP", "a month", id="a stretch of time"),
        pytest.param("£5 a piece of cake", "GBP", "", id="another article"),
        pytest.param("£5 apiece", "GBP", "apiece", id="apiece"),
        pytest.param("£5 each", "GBP", "each", id="each"),
        pytest.param("£5, per the bank", "GBP", "", id="not right behind it"),
        pytest.param("£5 per pound", "GBP per pound", "", id="in the unit already"),
        pytest.param("£5", "GBP", "", id="the end of the text"),
    ],
)
def test_rate_behind(text: str, unit: str, rate: str) -> None:
    assert rate_behind(text, 2, unit) == rate


@pytest.mark.parametrize(
    ("text", "unit", "stands"),
    [
        pytest.param("40 old mills burnt", "old mill", True, id="in the plural"),
        pytest.param("40 Mills", "mill", True, id="in another case"),
        pytest.param("40 young children", "young child", True, id="with a plural of its own"),
        pytest.param("40 had burnt", "mill", False, id="left out"),
        pytest.param("40 and 12 mills", "mill", False, id="behind another number"),
        pytest.param("40", "", False, id="nothing counted"),
    ],
)
def test_names_what_it_counts(text: str, unit: str, stands: bool) -> None:
    assert names_what_it_counts(text, 2, unit) == stands


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        pytest.param("The Orno Statistics Board counted 5 mills.", True, id="the whole name"),
        pytest.param("By the OSB's count, there are 5 mills.", True, id="its initials"),
        pytest.param("The Statistics office counted 5 mills.", True, id="a word of it"),
        pytest.param("It also counted 5 mills, of which the largest burned.", False, id="no word of it"),
    ],
)
def test_who_is_named_for_a_figure(text: str, is_named: bool) -> None:
    assert names_in_part(text, "Orno Statistics Board") == is_named
