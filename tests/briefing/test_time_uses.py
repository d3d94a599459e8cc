"""Times that place something in time, and times that only measure something else."""

import pytest

from tidybrief.briefing.time_uses import measures_something_else


@pytest.mark.parametrize(
    ("sentence", "time", "measures"),
    [
        pytest.param("Sales rose by a tenth compared with 2019.", "2019", True, id="compared with"),
        pytest.param("Twice as many left as stayed, more than in 2017.", "2017", True, id="than in"),
        pytest.param("It fell to 3%, down from 2021 levels.", "2021", True, id="down from"),
        pytest.param("Prices are at their highest since May 1981.", "May 1981", True, id="the highest since"),
        pytest.param("It is worth $40 in 2015 dollars.", "2015", True, id="dollars of a year"),
        pytest.param("The ministry (2017) counted nine.", "2017", True, id="the year of a citation"),
        pytest.param("They have met weekly since May 1981.", "May 1981", False, id="since a beginning"),
        pytest.param("It was worse than feared in May 2021.", "May 2021", False, id="a comparison with something else"),
        pytest.param("The bridge fell in 2020 from its piers.", "2020", False, id="an event"),
        pytest.param("Fewer came than before; in 2019 the pier closed.", "2019", False, id="in another clause"),
        pytest.param("2019", "2019", False, id="nothing around it"),
    ],
)
def test_measures_something_else(sentence: str, time: str, measures: bool) -> None:
    start = sentence.index(time)
    assert measures_something_else(sentence, 0, start, start + len(time)) == measures
