"""Figures as news of companies, deals and markets tell them: what is measured, for whom, when, and who says so."""

import pytest

from sample_figures import figure_in, figures_in, period_in


@pytest.mark.parametrize(
    ("text", "surface", "noun"),
    [
        pytest.param("Kestrel drew money at a valuation of around $70 million.", "$70 million", "valuation",
                     id="measure of an amount"),
        pytest.param("In May, Kestrel signed a loan worth about $9 million.", "$9 million", "loan",
                     id="measure worth an amount"),
        pytest.param("The unit brought in $9 million in revenue last year.", "$9 million", "revenue",
                     id="amount in a measure"),
        pytest.param("The death toll from Monday's landslide hit 94.", "94", "toll", id="measure hits a number"),
        pytest.param("It lies in Arden, a town with a population of about 4,000 people.", "4,000", "population",
                     id="measure of counted people"),
        pytest.param("Orion beat Kestrel in private lending, reaching $9 million.", "$9 million", "lending",
                     id="no clause for a measure"),
        pytest.param("Kestrel has a 40,000-strong workforce.", "40,000", "workforce", id="so many strong"),
    ],
)  # fmt: skip
def test_indicator_names_the_noun_that_measures(text: str, surface: str, noun: str) -> None:
    indicator = figure_in(text, surface).indicator or ""
    assert noun in indicator.split()
    assert not {"Kestrel", "Orion", "Arden"} & set(indicator.split())


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("Revenue was $9 million in 2022, up 6 percent from the same period last year.", "6 percent",
                     "2022-01-01/2022-12-31", id="not the time that is compared with"),
        pytest.param("Siemens reported on Monday that profit rose 4 percent.", "4 percent", "None/None",
                     id="not the day of the report"),
        pytest.param("Siemens saw an 8.5 percent fall, down from 422,875 cars sold in Q1 2022.",
                     "8.5 percent", "None/None", id="not the time of the level before"),
        pytest.param("In October and November 2021, Siemens sold 300 cars.", "300", "2021-10-01/2021-11-30",
                     id="two months as one"),
        pytest.param("## March 2021\n\nOrion cut 300 jobs.", "300", "2021-03-01/2021-03-31", id="dated heading"),
    ],
)  # fmt: skip
def test_period(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param("Google cut 90 jobs.\n\nSiemens: The company cut 300 jobs.", "300", "Siemens",
                     id="label of a paragraph"),
        pytest.param("It is led by Siemens and its rival Google, which raised $9 million in May.", "$9 million",
                     "Google", id="relative clause of the name before it"),
    ],
)  # fmt: skip
def test_subject(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param(
            "Siemens, based in Leeds, reported revenue of $9 million for 2021.", "Siemens", id="aside of a place"
        ),
        pytest.param("Siemens, a unit of Google, posted $9 million in sales.", "Siemens", id="aside of an owner"),
    ],
)
def test_who_reports_a_result_has_it(text: str, subject: str) -> None:
    assert figure_in(text, "$9 million").subject == subject


def test_a_bare_number_of_an_owner_counts_the_same() -> None:
    rows = figures_in("Norway built 40 wind farms in 2021, ahead of Sweden's 15 and Finland's three.")
    assert [(row.value, row.unit) for row in rows] == [(40, "wind farm"), (15, "wind farm"), (3, "wind farm")]


def test_what_a_company_says_of_itself_is_not_carried_to_another() -> None:
    rows = figures_in("In January, Siemens said it must cut 18,000 jobs. Google cut about 900 jobs.")
    assert [row.attributed_to for row in rows] == ["Siemens", None]


def test_a_level_is_no_part_of_an_amount_before_it() -> None:
    rows = figures_in("Siemens put between $10 million and $15 million in at a valuation of around $350 million.")
    assert [row.of_total for row in rows] == [None, None]


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        pytest.param("Profit was T$325 billion ($10 billion).", "T$325 billion", "TWD", id="dollar of Taiwan"),
        pytest.param("Fees were N$40 million.", "N$40 million", "NAD", id="dollar of Namibia"),
    ],
)
def test_dollar_with_a_prefix_is_no_dollar_of_the_united_states(text: str, surface: str, unit: str) -> None:
    assert figure_in(text, surface).unit == unit


def test_a_range_that_is_moved_is_two_amounts() -> None:
    rows = figures_in("Siemens raised the lower end of its range from $28 billion to $30 billion.")
    assert [row.value for row in rows] == [28e9, 30e9]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param("Oxfam says worldwide 155 clerks were killed in 2021.", "world", id="opens what is said"),
        pytest.param("Siemens employs worldwide 155 clerks.", "Siemens", id="where somebody acts"),
    ],
)
def test_what_is_counted_worldwide(text: str, subject: str) -> None:
    assert figure_in(text, "155").subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param("The Louvre in Paris, which has 800 rooms, is closed.", "800", "Louvre", id="place of the owner"),
        pytest.param("Siemens in Germany, which has 300 shops, grew.", "300", "Siemens", id="country of the owner"),
    ],
)
def test_a_relative_clause_is_not_about_where_its_owner_is(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("Revenue rose 12 percent from a year earlier in the third quarter of 2021.", "12 percent",
                     "2021-07-01/2021-09-30", id="period behind the base"),
        pytest.param("Siemens spent $5 million and $6 million in 2020 and 2021 respectively.", "$5 million",
                     "2020-01-01/2020-12-31", id="two amounts in two years"),
    ],
)  # fmt: skip
def test_period_that_holds(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period


def test_the_number_of_a_model_is_no_count_of_its_maker() -> None:
    assert figures_in("Boeing's 787 is popular.") == ()


def test_the_abbreviation_of_what_is_counted_is_no_part_of_the_unit() -> None:
    assert figure_in("Siemens sold 300 electric cars (EVs) in May.", "300").unit == "electric car"


def test_a_place_behind_a_share_is_no_subject_where_another_name_owns_it() -> None:
    rows = figures_in("Siemens's stock rose 6% in Milan trading, while Google's rose 5% in Madrid.")
    assert [row.subject for row in rows] == ["Siemens", "Google"]


def test_estimates_of_somebody_that_are_beaten_are_no_source() -> None:
    assert figure_in("Siemens sold 300 cars, beating Google estimates.", "300").attributed_to is None
