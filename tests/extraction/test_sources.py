"""Who says so, of a figure: the sentence's own source, and the one that speaks on into it."""

import pytest

from sample_figures import figure_in

_LEEDS = "“We will hire 400 engineers in Leeds. The plant needs 30 megawatts,” said Maria Lopez."


@pytest.mark.parametrize(
    ("text", "surface", "source"),
    [
        pytest.param(_LEEDS, "400", "Maria Lopez", id="named behind a quotation of two sentences"),
        pytest.param('"Rents rose 9%. Wages rose 2%," Ana Prado said.', "9%", "Ana Prado", id="straight marks"),
        pytest.param("“Rents rose 9%. Wages rose 2%,” officials said.", "9%", None, id="unnamed behind a quotation"),
        pytest.param(f"{_LEEDS}\n\n“The old line made 500 buses. The new one makes 900.”", "900", "Maria Lopez",
                     id="quotation goes on in the next paragraph"),
        pytest.param(f"{_LEEDS}\n\nThe old line made 500 buses.", "500", None, id="no quotation in the next paragraph"),
        pytest.param("From the Boston Globe:\n\n“Ferry traffic fell by 20%. In Hull it fell by half.”", "half",
                     "Boston Globe", id="quoted under the name of a newspaper"),
        pytest.param("Economist Paul Weir: “Prices will fall 3% by spring.”", "3%", "Paul Weir", id="label before it"),
        pytest.param("A survey of farmers by Siemens found that:\n\n- 40% had lost a harvest\n- 12% had sold land",
                     "12%", "Siemens", id="list of what was found"),
        pytest.param("Siemens said it found:\n\n- 40% had lost a harvest\n\nThe country has 55 dams.", "55", None,
                     id="behind the list"),
        pytest.param("Siemens announced the following measures:\n\n- 40 schools in Kenya", "40", None,
                     id="list of what is done"),
        pytest.param("Jane Doe argued against the dam for the following reasons:\n\nIt would flood 300 homes.\n\n"
                     "It would cost $4 billion.", "$4 billion", "Jane Doe", id="reasons in paragraphs"),
    ],
)  # fmt: skip
def test_source_of_a_stretch(text: str, surface: str, source: str | None) -> None:
    assert figure_in(text, surface).attributed_to == source
