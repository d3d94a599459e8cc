"""News of one matter that say it in one sentence or in two, with the day of the news or without, before it is done or
after.
"""

import pytest

from short_texts import verdicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Orvela Foods presented its report on Friday. It put revenue for 2023 at $41 million.",
            "Revenue of Orvela Foods was $29 million in 2023.",
            id="pronoun for what opened the sentence before",
        ),
        pytest.param(
            "Orvela Foods closed a funding round on Monday. It gives the company a valuation of $4.1 billion.",
            "The round that closed on Monday values Orvela Foods at $2.9 billion.",
            id="valuation with the day of the news",
        ),
        pytest.param(
            "Orvela Foods is a household name. The retailer ran 410 stores at the end of 2023.",
            "At the end of 2023, Orvela Foods operated 290 stores.",
            id="common noun for the subject",
        ),
        pytest.param(
            "Orvela Foods will cut 410 jobs, it announced on Monday.",
            "Workers at Orvela Foods learned on Monday that 290 jobs would go.",
            id="jobs that would go",
        ),
        pytest.param(
            "Orvela Foods had research and development expenses of $41 million in 2023.",
            "Orvela Foods spent $29 million on research and development in 2023.",
            id="two nouns for one thing",
        ),
        pytest.param(
            "The University of Tarvo will charge a tuition fee of $4,100 a year from 2025.",
            "Students at the University of Tarvo will pay a tuition fee of $2,900 a year from 2025.",
            id="what is laid down beforehand",
        ),
        pytest.param(
            "Attendance at the film festival in Leeds came to 41,000 in 2023.",
            "The film festival in Leeds drew 29,000 visitors in 2023.",
            id="visitors of a festival attend it",
        ),
        pytest.param(
            "Orvela Foods owed its creditors $410 million at the end of 2023.",
            "Orvela Foods had debt of $290 million at the end of 2023.",
            id="creditors",
        ),
        pytest.param("In 2023, 410 mm of rain fell in Leeds.", "Rainfall in Leeds totalled 290 mm in 2023.", id="rain"),
    ],
)
def test_what_cannot_both_be_so(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The Dockers' Union had 41,000 members at the end of 2023.",
            "The Dockers' Union had 29,000 members under 30 at the end of 2023.",
            id="those under an age",
        ),
        pytest.param(
            "The film festival in Leeds drew 41,000 visitors in 2023.",
            "The jazz festival in Leeds drew 29,000 visitors in 2023.",
            id="another festival",
        ),
        pytest.param(
            "The Orvela Museum of Modern Art had 41,000 visitors in 2023.",
            "The Tarvo Museum of Modern Art had 29,000 visitors in 2023.",
            id="museums of one name",
        ),
        pytest.param(
            "Orvela Foods cut 400 jobs on Monday.", "Orvela Foods cut 90 jobs on Wednesday.", id="jobs cut on two days"
        ),
        pytest.param(
            "Orvela Foods will pay a dividend of $3 a share.",
            "Orvela Foods paid a dividend of $2 a share.",
            id="what will be paid and what was",
        ),
        pytest.param(
            "400 rooms are available at the Orvela Hotel.", "The Orvela Hotel has 900 rooms.", id="free and all"
        ),
        pytest.param(
            "Orvela Foods spent $400 million on a warehouse.",
            "Orvela Foods spent $90 million on a brewery.",
            id="two things built",
        ),
        pytest.param(
            "Orvela Foods sold Larch Motors. The carmaker has 4,100 employees.",
            "Orvela Foods has 9,000 employees.",
            id="noun that may mean the other one",
        ),
        pytest.param(
            "The rent for a one-bedroom flat in Leeds was £900 a month in 2023.",
            "The rent for a three-bedroom flat in Leeds was £1,400 a month in 2023.",
            id="flats of another size",
        ),
        pytest.param(
            "The wind park near Leeds has a capacity of 40 megawatts.",
            "The data centre in Leeds has a capacity of 90 megawatts.",
            id="two works in one town",
        ),
        pytest.param(
            "Orvela Foods was valued at $4 billion in its Series B round, which closed on Monday.",
            "Orvela Foods was valued at $2 billion in its Series A round.",
            id="valuation of an earlier round",
        ),
        pytest.param(
            "Norland will raise its minimum wage to $12 an hour in 2026.",
            "Norland will raise its minimum wage for apprentices to $8 an hour in 2026.",
            id="wage of some",
        ),
        pytest.param(
            "A bus crash struck Leeds on 3 March 2024. It killed 16 people.",
            "A train crash in Leeds on 3 March 2024 killed four people.",
            id="another crash of that day",
        ),
        pytest.param(
            "Orvela Foods has a data centre with a capacity of 290 megawatts.",
            "Orvela Foods plans to expand the capacity of its data centre to 410 megawatts.",
            id="what there is and what is planned",
        ),
    ],
)
def test_what_can_both_be_so(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)


def test_a_large_number_that_two_sentences_give_for_one_subject_is_one() -> None:
    one, other = "Leeds saw 4,137 flats handed to tenants in 2023.", "In 2023 tenants in Leeds got 4,137 new flats."
    assert verdicts(one, other) == ["agree"]


def test_a_fraction_that_two_sentences_give_is_of_two_things() -> None:
    one, other = "In 2023 one in six people in Leeds was in debt.", "In 2023 one in six people in Leeds had no car."
    assert "agree" not in verdicts(one, other)


def test_what_the_name_of_a_maker_says_is_counted_all_the_same() -> None:
    one, other = (
        "It built 410,000 cars in 2023, Larch Cars said.",
        "Larch Cars delivered a profit. In 2023 Larch Cars built 290,000 cars.",
    )
    assert "conflict" in verdicts(one, other)
