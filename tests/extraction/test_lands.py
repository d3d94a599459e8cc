"""Figures that only a country or region can have, and places that only tell where something is."""

import pytest

from sample_figures import figure_in

_GOVERNOR = "Governor Ann Hall of Vermont signed the Jobs Act on Monday. She took office in 2013. "
_ESTONIA = "The Progress Party came first in Estonia's election, with 31 percent. The Reform Party won 12 seats. "
_PARK = "Solaria bought land near Toledo for the Quijote Compute Park. Toledo welcomed it. "


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(f"{_GOVERNOR}Unemployment fell to 3.1 percent.", "3.1 percent", "Vermont", id="not a person's"),
        pytest.param(f"{_ESTONIA}Turnout was 61 percent.", "61 percent", "Estonia", id="not a party's"),
        pytest.param(
            "The Bank of Ghana met in Accra. Ghana will see inflation of 15 percent.", "15 percent", "Ghana", id="of"
        ),
        pytest.param(
            "Slovenia is small. According to Statistics Slovenia, there were 45,000 unemployed persons.",
            "45,000",
            "Slovenia",
            id="not the office's that counts",
        ),
        pytest.param(
            "Unemployment in the European Union was 6 percent, Germany said.",
            "6 percent",
            "European Union",
            id="union of countries",
        ),
        pytest.param("Ghana grew. Siemens cut 300 jobs.", "300", "Siemens", id="not what a firm has as well"),
    ],
)
def test_what_only_lands_have(text: str, surface: str, subject: str) -> None:
    assert figure_in(f"Notes of the week\n\n{text}", surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "wrong"),
    [
        pytest.param(
            "Researchers at the Institute of Marine Studies in Toronto followed 63 reefs.", "63", "Toronto", id="a name"
        ),
        pytest.param("Siemens and a think-tank in Toronto counted 12 wrecks.", "12", "Toronto", id="a noun for a body"),
        pytest.param(f"{_PARK}The site covers 12 hectares.", "12 hectares", "Toledo", id="what is built there"),
    ],
)
def test_cities_that_only_tell_where(text: str, surface: str, wrong: str) -> None:
    assert figure_in(f"Notes of the week\n\n{text}", surface).subject != wrong


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param("Shops in Toronto sold 900 skis.", "900", "Toronto", id="shops are no body"),
        pytest.param(
            "The city of Toronto has grown. The city covers 630 hectares.", "630 hectares", "Toronto", id="city"
        ),
    ],
)
def test_cities_that_are_meant(text: str, surface: str, subject: str) -> None:
    assert figure_in(f"Notes of the week\n\n{text}", surface).subject == subject
