"""What narrows a figure beside its measure: a numbered part, a state that is over, what happened to some of a group."""

import pytest

from short_texts import verdicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Reactor 2 at the Larch plant generated 2.1 terawatt-hours in 2023.",
            "The Larch plant generated 8.4 terawatt-hours in 2023.",
            id="a numbered part at a place",
        ),
        pytest.param(
            "Before it was renovated, the Tarvo Playhouse had 857 seats.",
            "The Tarvo Playhouse has 664 seats.",
            id="before a change",
        ),
        pytest.param(
            "Until the renovation, the Tarvo Playhouse had 857 seats.",
            "The Tarvo Playhouse has 664 seats.",
            id="until a change",
        ),
        pytest.param(
            "93 homes destroyed in the 2021 wildfire near Tarvo have been rebuilt.",
            "The 2021 wildfire near Tarvo destroyed 325 homes.",
            id="what happened to some of them later",
        ),
    ],
)
def test_both_may_hold(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The Tarvo Playhouse has 857 seats.", "The Tarvo Playhouse has 664 seats.", id="the same state of a house"
        ),
        pytest.param(
            "In May 2023 the Larch mine employed 300 people.",
            "In May 2023 the Larch mine employed 500 people.",
            id="a month is no part",
        ),
    ],
)
def test_only_one_can_hold(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)
