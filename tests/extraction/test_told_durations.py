"""What a duration measures where the wording leaves no choice."""

import pytest

from sample_figures import figure_in


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Over the past three months the vacancy rate has fallen to 4 percent.", "three months",
                     "time in which vacancy rate fallen", id="opens the clause"),
        pytest.param("In the last 24 hours, rebels have seized two towns.", "24 hours", "time in which towns seized",
                     id="opens the clause of a counted object"),
        pytest.param("The airline has been losing money for six years.", "six years", "time losing money",
                     id="goes on"),
        pytest.param("The reactor has been offline for 14 months.", "14 months", "time offline", id="is in a state"),
        pytest.param("Half of them had been out of work for more than 12 months.", "12 months", "time out of work",
                     id="is out of something"),
        pytest.param("The chip was developed in less than 18 months.", "18 months", "time in which chip developed",
                     id="done to a thing"),
        pytest.param("She was banned from the sport for four years.", "four years", "time banned from the sport",
                     id="done to somebody"),
        pytest.param("The firm had for almost three years overcharged its customers.", "three years",
                     "time in which customers overcharged", id="between auxiliary and participle"),
        pytest.param("The course takes two years and costs $9,000.", "two years", "length of the course", id="takes"),
        pytest.param("The scheme ran for eight years before it was discovered.", "eight years",
                     "length of the scheme", id="ran for"),
        pytest.param("Patients wait an average of 42 days for an appointment.", "42 days",
                     "time waiting for an appointment", id="waits for something"),
        pytest.param("The average worker spends 50 minutes a day on the road.", "50 minutes", "time spent on the road",
                     id="spends on something"),
        pytest.param("The judge gave prosecutors 60 days to respond.", "60 days", "time to respond",
                     id="given to somebody"),
        pytest.param("The order book covers 14 months of production.", "14 months", "production covered",
                     id="of what goes on, and what is done"),
        pytest.param("The museum opened after four years of construction.", "four years", "construction",
                     id="of what goes on"),
        pytest.param("The judge sentenced the former banker to 11 years.", "11 years", "prison sentence",
                     id="punishment"),
        pytest.param("The average sentence was 34 months.", "34 months", "average sentence", id="noun of time"),
        pytest.param("It takes the average applicant 14 months to get a permit.", "14 months", "time to get a permit",
                     id="takes somebody"),
        pytest.param("Within two months of its launch, half of all teachers had tried it.", "two months",
                     "time since launch", id="within a time of"),
    ],
)  # fmt: skip
def test_time_in_which_something_holds(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("He resigned two weeks after the vote.", "two weeks", "time resigned after", id="after an event"),
        pytest.param("The agency must submit a report within 90 days.", "90 days", "time to submit a report",
                     id="deadline"),
        pytest.param("Within 30 days of the order, each agency shall publish a list.", "30 days",
                     "time to publish a list", id="duty"),
        pytest.param("They signed a six-year contract.", "six-year", "length of the", id="compound"),
        pytest.param("Kestrel will invest $4 billion in chips over the next five years.", "five years",
                     "period of investment in chips", id="span of an amount"),
        pytest.param("It takes nine hours to charge the lorry.", "nine hours", "time to charge", id="to do something"),
    ],
)  # fmt: skip
def test_other_durations_keep_their_reading(text: str, surface: str, indicator: str) -> None:
    assert (figure_in(text, surface).indicator or "").startswith(indicator)
