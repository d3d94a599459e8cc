"""The day on which something was done, told by two documents in their own words."""

import pytest

from short_texts import verdicts

ONE, OTHER = "3 May 2024", "9 May 2024"
RESIGNED = "Anna Holt resigned as party leader on {}."
SIGNED = "The Orno Treaty was signed on {}."
LAUNCHED = "The Quellan X2 went on sale on {}."


@pytest.mark.parametrize(
    ("plain", "telling"),
    [
        pytest.param(RESIGNED, "On {}, Anna Holt resigned from the party leadership.", id="the office by its noun"),
        pytest.param(RESIGNED, "Anna Holt resigned as leader of the party on {}.", id="the office with its owner"),
        pytest.param(RESIGNED, "The resignation of Anna Holt as party leader took place on {}.", id="nominal"),
        pytest.param(RESIGNED, "The resignation of Anna Holt as party leader on {} surprised voters.", id="goes on"),
        pytest.param(RESIGNED, "Anna Holt, who resigned as party leader on {}, is writing a book.", id="relative"),
        pytest.param(RESIGNED, "It was on {} that Anna Holt resigned as party leader.", id="cleft"),
        pytest.param(
            RESIGNED, "Anna Holt has been out of the party leadership since her resignation on {}.", id="since then"
        ),
        pytest.param(RESIGNED, "{} saw the resignation of Anna Holt as party leader.", id="the day as subject"),
        pytest.param(
            "Anna Holt stepped down as party leader on {}.",
            "Anna Holt, who gave up the party leadership on {}, is writing a book.",
            id="another verb",
        ),
        pytest.param(SIGNED, "The parties put their names to the Orno Treaty on {}.", id="all signatories"),
        pytest.param(SIGNED, "Representatives of nine states signed the Orno Treaty on {}.", id="so many states"),
        pytest.param(SIGNED, "Norland and Ostmark signed the Orno Treaty on {}.", id="both of them"),
        pytest.param(SIGNED, "Delegations gathered on {} for the signing of the Orno Treaty.", id="who meets for it"),
        pytest.param(SIGNED, "Ministers met in Lima on {} to sign the Orno Treaty.", id="who meets to do it"),
        pytest.param(SIGNED, "The Orno Treaty has existed since its signing on {}.", id="what exists since"),
        pytest.param(SIGNED, "The Orno Treaty, which was signed on {}, protects birds.", id="relative passive"),
        pytest.param(SIGNED, "LIMA, 3 July 2024 — The Orno Treaty was concluded on {}.", id="behind a dateline"),
    ],
)
def test_one_day(plain: str, telling: str) -> None:
    assert "agree" in verdicts(plain.format(ONE), telling.format(ONE))
    assert "conflict" in verdicts(plain.format(ONE), telling.format(OTHER))


@pytest.mark.parametrize(
    ("plain", "telling"),
    [
        (RESIGNED, "Anna Holt announced her resignation as party leader on {}."),
        (RESIGNED, "Anna Holt stepped down as party leader on {}."),
        (RESIGNED, "A successor to Anna Holt as party leader was chosen on {}."),
        (RESIGNED, "Anna Holt resigned as mayor of Lima on {}."),
        (RESIGNED, "Anna Holt resigned on {}."),
        (RESIGNED, "Anna Holt will resign as party leader on {}."),
        (RESIGNED, "Anna Holt offered to resign as party leader on {}."),
        (RESIGNED, "The resignation of Anna Holt as party leader takes effect on {}."),
        (RESIGNED, "The husband of Anna Holt resigned as party leader on {}."),
        (RESIGNED, "Anna Holt was elected party leader on {}."),
        (SIGNED, "The Orno Treaty came into force on {}."),
        (SIGNED, "A first draft of the Orno Treaty was presented on {}."),
        (SIGNED, "The Orno Treaty was announced on {}."),
        (SIGNED, "The Orno Treaty was ratified on {}."),
        (SIGNED, "The Orno Treaty was opened for signature on {}."),
        (SIGNED, "The first reading of the Orno Treaty took place on {}."),
        (SIGNED, "Norland signed the Orno Treaty on {}."),
        (SIGNED, "The Orno Treaty was signed by Norland on {}."),
        (SIGNED, "An amendment to the Orno Treaty was signed on {}."),
        (SIGNED, "The parties will sign the Orno Treaty on {}."),
        (SIGNED, "Delegations gathered on {} to discuss the Orno Treaty."),
        (LAUNCHED, "In Norland, the Quellan X2 went on sale on {}."),
        (LAUNCHED, "The Quellan X2 went on sale in Norland on {}."),
        (LAUNCHED, "Larch Labs launched the Quellan X2 on {}."),
        (LAUNCHED, "Larch Labs first announced the Quellan X2 on {}."),
        (LAUNCHED, "Pre-orders for the Quellan X2 began on {}."),
        (LAUNCHED, "The Quellan X2 hit the shelves on {}."),
    ],
)
def test_another_act(plain: str, telling: str) -> None:
    assert "conflict" not in verdicts(plain.format(ONE), telling.format(OTHER))


@pytest.mark.parametrize(
    "telling",
    [
        "The smartphone Quellan X2 went on sale on {}.",
        "The Quellan X2 has been on sale since {}.",
        "The Quellan X2, launched on {}, had been in the works for years.",
        "It was on {} that the Quellan X2 reached the shops.",
        "The sale of the Quellan X2 began on {}.",
        "On {}, Larch Labs launched the Quellan X2.",
    ],
)
def test_one_launch(telling: str) -> None:
    assert "agree" in verdicts(LAUNCHED.format(ONE), telling.format(ONE))
