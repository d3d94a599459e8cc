"""For which time a figure holds where two are told: what it is held against, what came before, what is next."""

import pytest

from sample_figures import period_in

_MAY, _APRIL = "2022-05-01/2022-05-31", "2022-04-01/2022-04-30"
_FIRST, _FIRST_BEFORE = "2022-01-01/2022-03-31", "2021-01-01/2021-03-31"


@pytest.mark.parametrize(
    "earlier",
    [
        pytest.param("after rising 2% in April 2022", id="after rising"),
        pytest.param("following a gain of 2% in April 2022", id="following a gain of"),
        pytest.param("following a 2% increase in April 2022", id="following an increase"),
        pytest.param("after an increase of 2% in April 2022", id="after an increase of"),
        pytest.param("having fallen by 2% in April 2022", id="having fallen"),
        pytest.param("having been 2% in April 2022", id="having been"),
    ],
)
def test_an_earlier_change_passes_no_time_on(earlier: str) -> None:
    text = f"Prices rose 4% in May 2022, {earlier}. Food prices rose 3%."
    assert (period_in(text, "4%"), period_in(text, "2%"), period_in(text, "3%")) == (_MAY, _APRIL, _MAY)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        pytest.param("Fuel cost 7% less than in May 2022.", "7%", id="less than in"),
        pytest.param("The fleet is 30 ships larger than it was in 2019.", "30", id="larger than it was in"),
        pytest.param("Gas prices are 12% below their level in June 2022.", "12%", id="below the level in"),
        pytest.param("Output is 9% above the average of 2019.", "9%", id="above the average of"),
        pytest.param("Of the voters, 85% were in favour, and on 3 May 2022 the court agreed.", "85%", id="next clause"),
        pytest.param("The board declared a dividend of $2 a share, payable on 5 May 2022.", "$2", id="falls due"),
        pytest.param("The inquiry was opened in March 2022 after 47 complaints.", "47", id="after what came before"),
        pytest.param("The fund has 9 members and was set up in 2019.", "9", id="another predicate"),
        pytest.param("The bank was founded in 1998 and has 300 branches.", "300", id="present behind an origin"),
        pytest.param(
            "The man has been in prison since 2019 and was fined $4 million.", "$4 million", id="since, next act"
        ),
        pytest.param("Its herd has grown from 120 animals in 2000 to 1,600.", "1,600", id="level reached since"),
    ],
)
def test_a_time_of_something_else_is_not_that_of_the_figure(text: str, surface: str) -> None:
    assert period_in(text, surface) == "None/None"


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("Siemens earned $50 million, or $1.10 a share, in the first quarter of 2022, compared with $37 "
                     "million, or $0.82 a share, a year ago.", "$37 million", _FIRST_BEFORE, id="a year ago"),
        pytest.param("Siemens earned $50 million, or $1.10 a share, in the first quarter of 2022, compared with $37 "
                     "million, or $0.82 a share, a year ago.", "$0.82", _FIRST_BEFORE, id="said twice, a year ago"),
        pytest.param("Siemens earned $12 million in the first quarter of 2022, up from $9 million a year earlier. "
                     "Sales climbed to $88 million from $75 million.", "$75 million", _FIRST_BEFORE,
                     id="bare level of a quarter"),
        pytest.param("In 2022 Siemens made a profit of $6 million. Revenue rose to $88 million from $75 million.",
                     "$75 million", "2021-01-01/2021-12-31", id="bare level of a year"),
        pytest.param("In May 2022 Siemens made a profit of $6 million. Revenue rose to $88 million from $75 million.",
                     "$75 million", "None/None", id="bare level of a month"),
        pytest.param("On 30 June 2022 the trust held $9 million. A year before, it had held $7 million.", "$7 million",
                     "2021-06-30/2021-06-30", id="a year before opens the sentence"),
        pytest.param("From 2013 to 2016, density rose from 25 units to 68 units.", "25", "2013-01-01/2013-12-31",
                     id="from a level of counted things"),
        pytest.param("From 2013 to 2016, density rose from 25 units to 68 units.", "68", "2016-01-01/2016-12-31",
                     id="to a level of counted things"),
    ],
)  # fmt: skip
def test_period_held_against(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("By 2035, demand is expected to grow by more than 900 tonnes.", "900 tonnes", "None/2035-12-31",
                     id="change foretold by a year"),
        pytest.param("By 2035, it is forecast to reach 900 tonnes.", "900 tonnes", "2035-01-01/2035-12-31",
                     id="level foretold for a year"),
        pytest.param("Since 2011, the agency has cost lenders $9 million.", "$9 million", "2011-01-01/None",
                     id="since, cost"),
        pytest.param("More than 400 people have died of it since May 2022.", "400", "2022-05-01/None", id="died since"),
        pytest.param("Days lost came to 900 in May 2022, the most since records began in 1996.", "900",
                     "2022-05-01/2022-05-31", id="most since records began"),
        pytest.param("Cases doubled in May 2022 (417) compared to April 2022 (208).", "208", "2022-04-01/2022-04-30",
                     id="date before brackets"),
        pytest.param("Some 900 people were waiting more than 18 months for care at the end of May 2022, up from 700 "
                     "at the end of April 2022.", "900", "2022-05-01/2022-05-31",
                     id="held against another date behind its own"),
        pytest.param("Between 3 March 2022 through 5 May 2022, 900 people fell ill.", "900", "2022-03-03/2022-05-05",
                     id="between and through"),
        pytest.param("Dealers sold 900 cars in January and February 2022.", "900", "2022-01-01/2022-02-28",
                     id="two months together"),
        pytest.param("Some 41,000 refugees arrived in 2021 and 2022, most of them by sea.", "41,000",
                     "2021-01-01/2022-12-31", id="two years together"),
        pytest.param("Profits rose 3% and 5% in 2021 and 2022 respectively.", "3%", "2021-01-01/2021-12-31",
                     id="two years, each its own"),
        pytest.param("In 2021 the clinic treated 400 patients, in 2022 600.", "600", "2022-01-01/2022-12-31",
                     id="verb left out behind a comma"),
        pytest.param("The man was convicted on 4 March 2021. At that time, he was fined $2,000.", "$2,000",
                     "2021-03-04/2021-03-04", id="at that time"),
        pytest.param("Tesco left in 2021. At the time, it had many shops, but now only 2% buy there.", "2%",
                     "None/None", id="not any more"),
        pytest.param("Deloitte polled 900 managers in March 2022. Some 40% had no policy.", "40%",
                     "2022-03-01/2022-03-31", id="answers of those asked"),
        pytest.param("The survey was carried out between March and May 2022. One in ten had no policy.", "One in ten",
                     "2022-03-01/2022-05-31", id="answers of a survey in a span"),
        pytest.param("The world made 71 tonnes of it in 2022. China alone made 41 tonnes.", "41 tonnes",
                     "2022-01-01/2022-12-31", id="part of what was told"),
        pytest.param("Wages grew 5% in May 2022. Economists had forecast 4%.", "4%", "2022-05-01/2022-05-31",
                     id="expected in place of what was told"),
        pytest.param("Wages grew 5% in May 2022. Economists had met for 4 hours.", "4 hours", "None/None",
                     id="nothing expected"),
        pytest.param("Results for 2022\n\nRevenue came to $40 million.", "$40 million", "2022-01-01/2022-12-31",
                     id="heading of results"),
        pytest.param("Key figures 2022\n\n- Revenue: $40 million (2021: $36 million)", "$40 million",
                     "2022-01-01/2022-12-31", id="year in brackets with its own amount"),
        pytest.param("Summary, March 2022\n\nRevenue came to $40 million.", "$40 million", "None/None",
                     id="heading that dates the paper"),
    ],
)  # fmt: skip
def test_period_told_elsewhere(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period
