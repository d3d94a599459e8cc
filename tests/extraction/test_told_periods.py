"""For which time a figure holds where the words before leave no choice: results of a quarter, the period before."""

import pytest

from sample_figures import period_in

_QUARTER = "For the three months to March, Siemens reported revenue of $25 billion."
_FIRST = "2023-01-01/2023-03-31"


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("Profit for the quarter reached $4 billion.", "$4 billion", _FIRST, id="for the quarter"),
        pytest.param("Marketing revenue rose 20% year-on-year to $3 billion.", "$3 billion", _FIRST,
                     id="next result, held against the year before"),
        pytest.param("Volume grew 6 percent in the quarter.", "6 percent", _FIRST, id="in the quarter"),
        pytest.param("During the quarter, it wrote off $1 billion.", "$1 billion", _FIRST, id="during the quarter"),
        pytest.param("Profit for the quarter was $4 billion, compared with $3 billion a year earlier.", "$4 billion",
                     _FIRST, id="compared with an amount a year earlier"),
        pytest.param("Profit for the quarter was $4 billion, compared with $3 billion a year earlier.", "$3 billion",
                     "2022-01-01/2022-03-31", id="the amount a year earlier"),
        pytest.param("Annual sales were $90 billion.", "$90 billion", "None/None", id="annual"),
        pytest.param("Siemens expects revenue of $30 billion.", "$30 billion", "None/None", id="outlook"),
        pytest.param("Revenue of Walmart was $30 billion.", "$30 billion", "None/None", id="another company"),
        pytest.param("The airport handled 40 flights.", "40", "None/None", id="no result"),
    ],
)  # fmt: skip
def test_results_are_those_of_the_quarter_told_before(text: str, surface: str, period: str) -> None:
    assert period_in(f"{_QUARTER}\n\n{text}", surface) == period


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("Siemens earned $9 million in the first quarter of 2022, compared to $8 million, or 31 cents a "
                     "unit, for the same period a year ago.", "$8 million", "2021-01-01/2021-03-31",
                     id="same period a year ago"),
        pytest.param("Siemens earned $9 million in the first quarter of 2022, compared to $8 million, or 31 cents a "
                     "unit, for the same period a year ago.", "31 cents", "2021-01-01/2021-03-31",
                     id="said twice of the same period"),
        pytest.param("From January to September 2022 China imported 355 ships, down from 416 in the same period last "
                     "year.", "416", "2021-01-01/2021-09-30", id="down from the same period last year"),
        pytest.param("Profit rose to $9 million in the second quarter of 2022 from the same period last year.",
                     "$9 million", "2022-04-01/2022-06-30", id="from the same period last year"),
        pytest.param("Inflation reached 3 percent in October 2022, above the previous month's 2 percent.", "2 percent",
                     "2022-09-01/2022-09-30", id="the previous month's"),
        pytest.param("Inflation reached 3 percent in May 2022. In the previous month, it was 2 percent.", "2 percent",
                     "2022-04-01/2022-04-30", id="in the previous month"),
        pytest.param("Sales hit $9 million in 2022. The previous owner's fine was $8 million.", "$8 million",
                     "2022-01-01/2022-12-31", id="previous owner"),
        pytest.param("Inflation was 3 percent in May 2022. In the previous month, it was 2 percent.\n\nFood prices "
                     "rose 4 percent compared to a year ago.", "4 percent", "2022-05-01/2022-05-31",
                     id="goes on from what was held against the month before"),
    ],
)  # fmt: skip
def test_period_before(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("It puts emissions for 2022 at $9 million.", "2022-01-01/2022-12-31", id="put at"),
        pytest.param("Its budget for 2022 amounts to $9 million.", "2022-01-01/2022-12-31", id="amounts to"),
        pytest.param("Fees in 2022 came to $9 million.", "2022-01-01/2022-12-31", id="came to"),
    ],
)
def test_the_year_of_what_is_measured_is_that_of_the_figure(text: str, period: str) -> None:
    assert period_in(f"Plans of Kenya\n\nThe Ministry of Health spoke on Tuesday. {text}", "$9 million") == period


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("In a report of the ministry, Monday's storm damaged 41 houses and a dam.", "41",
                     "2023-05-15/2023-05-15", id="event by its day"),
        pytest.param("Last week a storm damaged 41 houses.", "41", "2023-05-08/2023-05-14", id="event by its week"),
        pytest.param("Monday's storm damaged more houses than the 41 of May.", "41", "2023-05-01/2023-05-31",
                     id="number of another time"),
        pytest.param("Yesterday, Norland has confirmed 9 new deaths.", "9", "2023-05-15/2023-05-15",
                     id="day that opens a sentence in the perfect"),
        pytest.param("The vote is set for Thursday, when 12 towns are to choose mayors.", "12",
                     "2023-05-18/2023-05-18", id="clause about a day"),
    ],
)  # fmt: skip
def test_the_day_of_what_was_done_is_that_of_its_numbers(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("As of Monday, 20 bodies had been recovered.", "20", "None/2023-05-15", id="found so far"),
        pytest.param("As of Monday, the virus had reportedly killed at least 813.", "813", "None/2023-05-15",
                     id="killed so far"),
        pytest.param("As of Monday, the team had 20 doctors.", "20", "2023-05-15/2023-05-15", id="had that day"),
        pytest.param("Monday's storm damaged 41 houses, nine schools, and two dams.", "two", "2023-05-15/2023-05-15",
                     id="last of a list that one event did"),
    ],
)  # fmt: skip
def test_what_is_counted_up_to_a_day(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period
