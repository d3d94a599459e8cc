"""Who says so, of a figure: by a paper, by asking others, by a quotation, up to where somebody else speaks."""

import pytest

from sample_figures import figure_in


@pytest.mark.parametrize(
    ("text", "surface", "source"),
    [
        pytest.param("Eurostat's flash estimate showed inflation at 4%.", "4%", "Eurostat", id="paper with adjectives"),
        pytest.param("Inflation was 4%, Eurostat's first flash estimate showed.", "4%", "Eurostat", id="paper behind"),
        pytest.param("Gallup's 6 p.m. update on Monday had the party on 31%.", "31%", "Gallup", id="paper had"),
        pytest.param('"We fled," said Rosa Vela, a 52-year-old trader who lost 3 goats.', "3", None,
                     id="who speaks is described"),
        pytest.param('"We fled," said Rosa Vela, a trader, adding that 3 goats died.', "3", "Rosa Vela",
                     id="goes on to say"),
        pytest.param("Jon Holt, the head of 300 priests, told reporters that 20 would go.", "300", None,
                     id="who speaks is described before the verb"),
        pytest.param("Jon Holt, the head of 300 priests, told reporters that 20 would go.", "20", "Jon Holt",
                     id="what who is described says"),
        pytest.param('"It lost 300 jobs," said Shell\'s Ana Prado.', "300", "Ana Prado", id="somebody's man"),
        pytest.param('"It lost 300 jobs," said Shell chair Ana Prado.', "300", "Ana Prado", id="somebody's chair"),
        pytest.param("Shell said Ana Prado lost 300 jobs.", "300", "Shell", id="who says something of somebody"),
        pytest.param("In a survey of 2,300 patients by the polling group Gallup, 61% said so.", "61%", "Gallup",
                     id="survey of so many by a group"),
        pytest.param('"They left, and 3 died," general counsel Ana Prado said.', "3", "Ana Prado",
                     id="role behind a quotation of two clauses"),
        pytest.param('"There are 30 rooms," says the director, Ana Prado, a doctor.', "30", "Ana Prado",
                     id="role and comma behind the verb"),
        pytest.param("Shell lost 300 jobs, it reported on Monday.", "300", "Shell", id="it reported on a day"),
        pytest.param("According to Ghana's Ministry of Finance, 300 farms closed.", "300",
                     "Ministry of Finance of Ghana", id="ministry behind its land"),
        pytest.param("Shell has shops. The company put the loss at $9 million.", "$9 million", "Shell",
                     id="noun that puts a figure at"),
        pytest.param("According to the Finnish Food Authority, 300 farms closed.", "300", "Finnish Food Authority",
                     id="body with the adjective of its land"),
        pytest.param("Shell has shops. The company, which has 340 tills, said it lost 300 jobs.", "300", "Shell",
                     id="noun with a relative clause"),
        pytest.param("Shell met. Rents fell by 9%, the statistics office said.", "9%", None, id="office of another"),
        pytest.param("Shell met. Rents fell by 9%, the energy regulator said.", "9%", None, id="regulator of its own"),
        pytest.param("Ofgem, the energy regulator, met Shell. Rents fell by 9%, the energy regulator said.", "9%",
                     "Ofgem", id="noun that stands behind a name"),
        pytest.param("Prices rose by 3%, the Central Statistics Office (CSO) said on Thursday.", "3%",
                     "Central Statistics Office", id="letters behind the name"),
        pytest.param("Gallup's new headquarters had 31 lifts.", "31", None, id="no paper had"),
        pytest.param("A poll conducted on Monday by Gallup found that 31% agree.", "31%", "Gallup", id="poll run by"),
        pytest.param("The audit, by Deloitte, found that $40 million was missing.", "$40 million", "Deloitte",
                     id="audit, by"),
        pytest.param("A tunnel built by Siemens costs $40 million.", "$40 million", None, id="no study by"),
        pytest.param("Gallup polled 1,500 adults. Half of them were worse off.", "Half", "Gallup", id="answers"),
        pytest.param("Gallup asked the mayor for help. Half of its staff had left.", "Half", None,
                     id="asked nobody else"),
        pytest.param("A survey of 900 firms by Gallup found that 40% agree.", "40%", "Gallup", id="survey of so many"),
        pytest.param("The state's commissioner, Ana Prado, told reporters that 312 people fell ill.", "312",
                     "Ana Prado", id="name between commas"),
        pytest.param("Ana Prado defended the budget, which she said would save $9 million.", "$9 million", "Ana Prado",
                     id="which she said"),
        pytest.param("Siemens said 14 were ill; Shell put the number at 20.", "14", "Siemens",
                     id="first of two clauses"),
        pytest.param("Siemens said 14 were ill; Shell put the number at 20.", "20", "Shell",
                     id="second of two clauses"),
        pytest.param("It will cost $5 billion, up from the $3 billion that Shell estimated.", "$3 billion", "Shell",
                     id="amount that somebody estimated"),
        pytest.param("In Kenya, Siemens, Shell and Google lost 312 jobs.", "312", None, id="names in a row"),
        pytest.param("Anna Kessler is quoted as saying that 300 homes burned.", "300", "Anna Kessler", id="quoted as"),
        pytest.param("Greenpeace has accused Shell of spilling 900 barrels.", "900 barrels", "Greenpeace",
                     id="accuses"),
        pytest.param("Shell, accused of spilling 900 barrels, paid nothing.", "900 barrels", None, id="accused"),
        pytest.param("It said Shell is the culprit and blamed it for spilling 900 barrels.", "900 barrels", None,
                     id="blamed, of another subject"),
        pytest.param("Kenya's Standard newspaper says 40 homes burned.", "40", "Standard", id="paper of a country"),
        pytest.param("As Siemens notes, debt has reached 93% of sales.", "93%", "Siemens", id="as somebody notes"),
        pytest.param("Some 900 jobs will go, it was confirmed by Siemens.", "900", "Siemens", id="confirmed by"),
        pytest.param("Maria Lopez of the Red Cross said 40 homes were lost.", "40", "Maria Lopez",
                     id="person of a body"),
        pytest.param("Reuters reported, citing Siemens, that 900 jobs would go.", "900", "Reuters",
                     id="who cites another"),
        pytest.param("A team compared data from Gallup with falls of 9% in sales.", "9%", None, id="only worked with"),
        pytest.param("Siemens put the toll at 14, while officials put it at 22.", "22", None, id="somebody unnamed"),
        pytest.param("Siemens put the toll at 14, while officials put it at 22.", "14", "Siemens",
                     id="up to the unnamed"),
        pytest.param("Siemens said 900 jobs would go. Of these, 40 are in Kenya.", "40", "Siemens",
                     id="part of a number"),
        pytest.param("Siemens expects growth of 3%. In December it had predicted 4%.", "4%", "Siemens",
                     id="it had predicted, behind a time"),
        pytest.param("Google earned $1.30 a share, ahead of the $1.25 analysts expected, according to FactSet.",
                     "$1.25", "FactSet", id="what was expected"),
    ],
)  # fmt: skip
def test_source_in_prose(text: str, surface: str, source: str | None) -> None:
    assert figure_in(text, surface).attributed_to == source


_INTERVIEW = """The club that sold its ground

Interview by Omar Reyes

Finance director Ana Prado of Larkfield Rovers talked to us in her office.

How bad was it?

Bad. We lost 8 million pounds in a week.

And the players?

We had nine of them on our books.

What will you do now?

Season tickets, I think. Sales are up by 12% this summer.
"""


@pytest.mark.parametrize("surface", ["8 million pounds", "nine", "12%"])
def test_who_is_interviewed_says_what_answers_the_questions(surface: str) -> None:
    figure = figure_in(_INTERVIEW, surface)
    assert (figure.attributed_to, figure.subject) == ("Ana Prado", "Larkfield Rovers")


def test_questions_to_nobody_are_no_interview() -> None:
    text = _INTERVIEW.replace("Finance director Ana Prado of", "The directors of")
    assert figure_in(text, "nine").attributed_to is None
