"""Figures under a heading that is nothing but a name."""

import pytest

from sample_figures import figure_in


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param("NORWAY\n\nRains flooded 21 districts.\n\nDENMARK\n\nIt rained.", "21", "Norway", id="a country"),
        pytest.param(
            "NORWAY\n\nIt rained.\n\nDENMARK\n\nOver 90 people have died, and 40 schools are shut.",
            "40",
            "Denmark",
            id="the section that it stands in",
        ),
        pytest.param(
            "NORWAY\n\nAccording to the Norwegian Water Agency, 300 people were moved.\n\nDENMARK\n\nIt rained.",
            "300",
            "Norway",
            id="beside nobody but who says so",
        ),
        pytest.param(
            "NORWAY\n\nSweden sent 300 doctors.\n\nDENMARK\n\nIt rained.", "300", "Sweden", id="not where another acts"
        ),
        pytest.param(
            "NORWAY\n\nSiemens said its revenue rose 9%.\n\nDENMARK\n\nIt rained.",
            "9%",
            "Siemens",
            id="not of who speaks",
        ),
        pytest.param(
            "NORWAY\n\nSiemens built a plant. Sales rose 7 percent.\n\nDENMARK\n\nIt rained.",
            "7 percent",
            "Siemens",
            id="not where the paragraph has named another",
        ),
    ],
)
def test_a_heading_tells_whom_its_section_is_about(text: str, surface: str, subject: str) -> None:
    assert figure_in(f"Floods of the week\n\n{text}", surface).subject == subject


def test_a_lone_line_may_tell_where_a_text_was_written() -> None:
    text = "Siemens cuts jobs\n\nOSLO\n\nSiemens said on Monday that demand was weak.\n\nAbout 300 jobs will go."
    assert figure_in(text, "300").subject != "Oslo"
