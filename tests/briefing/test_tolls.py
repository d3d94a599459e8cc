"""Which counts are of the dead."""

import pytest

from tidybrief.briefing.tolls import counts_deaths, leaves_out_cause


@pytest.mark.parametrize(
    ("marked", "is_toll"),
    [
        pytest.param("The storm killed at least {62} people.", True, id="behind what kills"),
        pytest.param("By May, {81} had lost their lives.", True, id="a phrase for it"),
        pytest.param("Half of the patients, over {1,800} people, have died.", True, id="in an aside"),
        pytest.param("There were {53} flood related deaths.", True, id="a noun for it"),
        pytest.param("The number of lives lost ({702}) is high.", True, id="in brackets"),
        pytest.param("The fire left {12} dead.", True, id="what is left"),
        pytest.param("It infected over {4,200} residents since May and killed at least 62.", False, id="the sick"),
        pytest.param("{640} went home from the clinic, while 12 had perished.", False, id="another number's"),
        pytest.param("The crash killed nine and injured {40}.", False, id="the hurt"),
        pytest.param("{400} homes burned and five people died.", False, id="what stands in another clause"),
        pytest.param("Five people died when {400} homes burned.", False, id="what stands in a subordinate clause"),
        pytest.param("Since he died, {40} books came out.", False, id="what came later"),
        pytest.param("The baker was killed by {two} robbers.", False, id="those who kill"),
        pytest.param("It is among the {ten} leading causes of death.", False, id="causes"),
        pytest.param("There are {40} people on death row.", False, id="a phrase that only names death"),
        pytest.param("{40} hotels stand on the Dead Sea.", False, id="a name"),
    ],
)
def test_counts_deaths(marked: str, is_toll: bool) -> None:
    start, end = marked.index("{"), marked.index("}") - 1
    assert counts_deaths(marked.replace("{", "").replace("}", ""), start, end) == is_toll


@pytest.mark.parametrize(
    ("text", "is_left_out"),
    [
        pytest.param("According to the ministry, 700 people died in 2023, twice as many as in 2017.", True, id="none"),
        pytest.param("In the past year 700 people died.", True, id="only when"),
        pytest.param("In Leeds 700 people died.", True, id="only where"),
        pytest.param("As of Sunday, 700 people have died.", True, id="only by when"),
        pytest.param("Some 700 people died of cholera in 2023.", False, id="of what"),
        pytest.param("Some 700 people died in a flood.", False, id="in what"),
        pytest.param("The flood killed 700 people.", False, id="who killed"),
        pytest.param("There were 700 opioid deaths in 2023.", False, id="before the noun"),
        pytest.param("Some 700 people died when a bridge fell.", False, id="when"),
    ],
)
def test_leaves_out_cause(text: str, is_left_out: bool) -> None:
    assert leaves_out_cause(text) == is_left_out
