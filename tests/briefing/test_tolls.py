"""Which counts are of the dead."""

import pytest

from tidybrief.briefing.tolls import counts_deaths


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
