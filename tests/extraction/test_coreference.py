"""What a text goes on to speak of by a common noun, as it bears on the subjects of figures that name nobody."""

import pytest

from sample_figures import figure_in

_DAM = "The Ardoch Dam (Welsh: Argae Ardoch) is a hydroelectric plant in Wales.\n\n"
_WORKS = "Tarn Ironworks\n\nThe Tarn Ironworks stands at Kemi in Finland. Eino Salo runs it. The works made slab.\n\n"


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(
            f"{_DAM}The plant lies on a river and had 90 employees.", "90", "Ardoch Dam", id="behind a bracket"
        ),
        pytest.param(f"{_WORKS}In 1955 the works had 3,400 employees.", "3,400", "Tarn Ironworks", id="part of a noun"),
        pytest.param(
            "The HARBOUR trial began in May. Half of those in Estonia walked. The trial cost 18 million kroner.",
            "18 million kroner",
            "HARBOUR",
            id="noun behind the name of a study",
        ),
        pytest.param(
            "The Brede Viaduct opened in Denmark. Trains from Germany use it. The viaduct cost 9 million kroner.",
            "9 million kroner",
            "Brede Viaduct",
            id="noun that no list holds",
        ),
        pytest.param(
            "Notes of the week\n\nThe Turin Centre for Vehicle Testing published a report on Monday. Fiat complained. "
            "Fiat said the report was unfair. The report is the centre's second. Its first covered 14 models.",
            "14",
            "Turin Centre for Vehicle Testing",
            id="named by its noun since another was named",
        ),
    ],
)
def test_a_noun_that_one_name_goes_by_is_a_mention_of_it(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


def test_the_place_of_a_masthead_is_no_subject() -> None:
    text = (
        "Pupils in Austria\n\nStatistics Austria\nVienna, 20 November 2025\n\nIn May, 366,200 children went to school."
    )
    assert figure_in(text, "366,200").subject == "Austria"
