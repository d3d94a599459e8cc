"""Whom the figures in the answers of a transcript are about."""

import pytest

from sample_figures import figure_in

_BAKER = """A talk with Marta Oliveira

Marta Oliveira, 52, runs Panificadora Alta, a chain of bakeries in Porto.

Q: How do you work?

OLIVEIRA: {first}

Q: You bought Crustline, the ordering app. Has it helped?

OLIVEIRA: {second}"""
_POTTER = (
    "A talk with Hana Sato\n\nHana Sato is a potter in Kyoto.\n\nQ: Well?\n\nSATO: {first}\n\nQ: So?\n\nSATO: {second}"
)
_HEARING = """Hearing on rail safety

Peter Doyle questioned Anna Lind, head of the Rail Safety Agency.

DOYLE: {first}

LIND: {second}

DOYLE: Thank you.

LIND: Gladly."""


@pytest.mark.parametrize(
    ("frame", "first", "second", "surface", "subject"),
    [
        pytest.param(_BAKER, "We have 31 shops.", "Yes.", "31", "Panificadora Alta", id="we"),
        pytest.param(_BAKER, "Some 40 of our shops are new.", "Yes.", "40", "Panificadora Alta", id="our, behind it"),
        pytest.param(_BAKER, "With a van and 3 bakers.", "Yes.", "3", "Panificadora Alta", id="nobody named"),
        pytest.param(_BAKER, "I started with 2 ovens.", "Yes.", "2", "Marta Oliveira", id="I"),
        pytest.param(
            _BAKER, "Our median wait is 9 minutes. In 2019 it was 41.", "Yes.", "41", "Panificadora Alta", id="a level"
        ),
        pytest.param(
            _BAKER, "Hard.", "Yes. It handles 44 percent of orders.", "44 percent", "Crustline", id="asked of"
        ),
        pytest.param(_BAKER, "Spain exported 900 tonnes of rye.", "Yes.", "900 tonnes", "Spain", id="another named"),
        pytest.param(_POTTER, "I fire the kiln 12 times a year.", "Yes.", "12", "Hana Sato", id="no organisation"),
        pytest.param(_HEARING, "My district has 4 stations.", "Yes.", "4", "Peter Doyle", id="who asks, of himself"),
        pytest.param(_HEARING, "Well?", "We stopped 214 trains.", "214", "Rail Safety Agency", id="two speakers"),
    ],
)
def test_answers_of_a_transcript(frame: str, first: str, second: str, surface: str, subject: str) -> None:
    assert figure_in(frame.format(first=first, second=second), surface).subject == subject


def test_a_label_in_a_list_is_no_speaker() -> None:
    text = "Medals\n\nAna Silva: She has won 3 medals.\n\nBruna Costa: She has won 9 medals."
    assert figure_in(text, "3").subject == "Ana Silva"
