"""What figures say in the prose of news: results, disasters, statistics, elections, courts."""

import pytest

from sample_figures import figure_in, figures_in, period_in

YEAR = "{0}-01-01/{0}-12-31"


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("The council cut its target for 2021 to 4.5% from 6%.", ["4.5%", "6%"], id="year before a level"),
        pytest.param("The fee has risen since 2019 to 12 per cent.", ["12 per cent"], id="year since when"),
        pytest.param(
            "The lake shrank from 80 square kilometres in 1990 to 55 square kilometres in 2020.",
            ["80 square kilometres", "55 square kilometres"],
            id="year between two measures",
        ),
    ],
)
def test_year_takes_no_unit_of_the_number_behind_it(text: str, surfaces: list[str]) -> None:
    assert [figure.text for figure in figures_in(text)] == surfaces


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param(
            "Turnout was 61% in 2022, down from 70% in 2018.\nIt rained all day. Some 40 booths stayed shut.",
            "40",
            "None/None",
            id="the time of what is compared does not carry on",
        ),
        pytest.param(
            "Founded in 1999 by two nurses, Kestrel has 340 clinics.", "340", "None/None", id="when it was founded"
        ),
        pytest.param(
            "The mill, which opened in 1961, employs 90 people.", "90", "None/None", id="date of a relative clause"
        ),
        pytest.param(
            "The bridge, built in 1961 at a cost of $4 million, carries 900 lorries.",
            "$4 million",
            YEAR.format(1961),
            id="inside the clause that was put in",
        ),
        pytest.param("The suit, filed in 2019, names 14 plants.", "14", "None/None", id="date of a participle put in"),
        pytest.param(
            "OSLO, 3 May 2023 – The jobless rate fell to 3% in April from 4% in December.",
            "4%",
            "2022-12-01/2022-12-31",
            id="a month after the day of the dateline is that of the year before",
        ),
        pytest.param(
            "Prices slowed to 3% in October from 4% in September.",
            "4%",
            "2022-09-01/2022-09-30",
            id="the verb before both dates tells their tense",
        ),
        pytest.param(
            "Analysts expect the rate to peak at 6% in the third quarter.",
            "6%",
            "2023-07-01/2023-09-30",
            id="expected to happen",
        ),
    ],
)
def test_period(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period


@pytest.mark.parametrize(
    ("text", "barred"),
    [
        pytest.param("MADRID, 3 May 2023 (Reuters) - Some 40 mills stand idle.", ("Madrid", "Reuters"), id="agency"),
        pytest.param("Lisbon, May 3 – Output in the mills fell 40%.", ("Lisbon",), id="place and day"),
        pytest.param("OSLO - Fewer mills stand idle. Output rose 40%.", ("Oslo",), id="place in capitals"),
        pytest.param(
            "OSLO, 3 May (Harbour & Quay News) — $40 million was lost.",
            ("Oslo", "Harbour & Quay News"),
            id="an amount behind it",
        ),
        pytest.param(
            "A note\n\nBy Anna Holt, The Guardian, 3 May 2023\n\nThe drug cut strokes by 40%.",
            ("Anna Holt", "Guardian"),
            id="byline",
        ),
        pytest.param("OSLO, 3 May 2023. Some 40 mills stand idle.", ("Oslo",), id="a row of its own"),
    ],
)
def test_dateline_is_no_subject(text: str, barred: tuple[str, ...]) -> None:
    assert all((figure.subject or "").title() not in barred for figure in figures_in(text))


def test_name_before_a_dash_is_no_dateline_without_day_or_agency() -> None:
    assert figure_in("Lisbon — a city of hills — bought 70 trams.", "70").subject == "Lisbon"


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("In March, imports were up 4%.", "4%", "increase in imports", id="was up"),
        pytest.param("Prices were down by 4% on the year.", "4%", "fall in Prices", id="was down by"),
        pytest.param(
            "Output fell in March by 40 barrels a day.", "40 barrels", "fall in Output", id="change at a rate"
        ),
        pytest.param("Rents rose by £40 a month.", "£40", "rise in Rents per month", id="change of money at a rate"),
        pytest.param(
            "Siemens increased its sales in India by 59%.",
            "59%",
            "increase in sales in India",
            id="change of an object",
        ),
        pytest.param(
            "It is a growing market, increasing its installations in 2023 by 59%.",
            "59%",
            "increase in installations",
            id="change of an object by a participle, past a date",
        ),
        pytest.param("Deliveries reached 46,106 units in 2023.", "46,106", "Deliveries", id="units of a measure"),
        pytest.param(
            "Rents in the capital were 12% higher than in 2020.", "12%", "increase in Rents in the capital", id="higher"
        ),
        pytest.param(
            "Shipments to Norway dropped 9%.", "9%", "drop in Shipments to Norway", id="a past that ends in -ed"
        ),
        pytest.param("The margin widened to 14% from 12%.", "12%", "margin", id="level from which"),
        pytest.param(
            "The number of people out of work rose by 900 to 24,000.",
            "24,000",
            "number of people out of work",
            id="level behind the change",
        ),
        pytest.param(
            "The number of people out of work rose by 900 to 24,000.",
            "900",
            "rise in number of people out of work",
            id="change of a count",
        ),
        pytest.param(
            "Exports to Norway rose 5%, while those to Chad fell 2%.", "2%", "fall in Exports to Chad", id="those"
        ),
        pytest.param(
            "Earnings grew 4%, down from 6% in 2021.", "6%", "growth of Earnings", id="down from another change"
        ),
        pytest.param("In Oslo rents were up by 4%.", "4%", "increase in rents", id="place before the subject"),
        pytest.param("Among women the rate fell 4%.", "4%", "fall in rate", id="group before the subject"),
        pytest.param(
            "Exports of oil, the ministry said, dropped by 8%.", "8%", "drop in Exports of oil", id="clause between"
        ),
    ],
)
def test_indicator_of_a_change(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("For 2022, the budget comes to $4 million.", "$4 million", YEAR.format(2022), id="for the year"),
        pytest.param(
            "In its accounts for 2022, Kestrel shows sales of $4 million.",
            "$4 million",
            YEAR.format(2022),
            id="accounts",
        ),
        pytest.param(
            "In the 2022 financial year, Kestrel sold 70 boats.", "70", YEAR.format(2022), id="financial year"
        ),
        pytest.param("The krone has lost 4% against the dollar this year.", "4%", YEAR.format(2023), id="against"),
    ],
)
def test_period_that_frames_its_sentence(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("There were 74 injured after the fire.", "74", "people injured", id="there were"),
        pytest.param("At least 9 people drowned and 40 injured.", "40", "people injured", id="without its auxiliary"),
        pytest.param("The quake left 40 dead, 12 missing.", "12", "people missing", id="a second state"),
        pytest.param("It left 40 dead, 12 missing and 60 hurt.", "12", "people missing", id="a state between two"),
        pytest.param("Flood: 40 dead, 12 missing", "40", "people dead", id="in a headline"),
        pytest.param("The storm left 12 dead.", "12", "people left dead", id="left dead"),
        pytest.param("Kestrel made 430 clerks redundant.", "430", "clerks made redundant", id="made redundant"),
        pytest.param("430 clerks at Kestrel were made redundant.", "430", "clerks made redundant", id="were made so"),
        pytest.param("Some 700 clerks of Kestrel were let go.", "700", "clerks let go", id="were let go"),
        pytest.param("Kestrel let go 90 people.", "90", "people let go", id="let go"),
        pytest.param(
            "Seven sailors, including the captain, were held in Dover.",
            "Seven",
            "sailors held in Dover",
            id="insertion",
        ),
        pytest.param("Every year some 90 flights are cancelled.", "90", "flights cancelled", id="every year"),
        pytest.param("The staff was 300 strong.", "300", "staff", id="so many strong"),
        pytest.param("The 40-strong crew sailed on.", "40", "crew", id="strong before the group"),
    ],
)
def test_indicator_tells_what_was_done_to_the_counted(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        pytest.param("The staff was 300 strong.", "300", "employee", id="so many strong"),
        pytest.param("A crew 40 strong sailed on.", "40", "person", id="group before it"),
        pytest.param("Kestrel employs 900 men and women.", "900", "person", id="men and women"),
        pytest.param("Thefts fell to 28, while fires rose from 41 to 66.", "66", "fire", id="own clause's noun"),
        pytest.param("It made 300 pianos. Sales of printers stood at 551.", "551", "printer", id="sales of"),
        pytest.param("There were 12 strong quakes.", "12", "strong quake", id="strong as what it says"),
    ],
)
def test_unit_of_people(text: str, surface: str, unit: str) -> None:
    assert figure_in(text, surface).unit == unit


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He read Billion Dollar Deals last year.", id="title in capitals"),
        pytest.param("The Twenty Percent Club met.", id="club"),
    ],
)
def test_amount_in_words_inside_a_title_is_no_figure(text: str) -> None:
    assert not figures_in(text)


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Water rates are going up 5%.", "5%", "increase in Water rates", id="are going up"),
        pytest.param("The rate edged up to 6%.", "6%", "rate", id="up to a level"),
        pytest.param("Sales rose 8% and the margin narrowed to 22%.", "22%", "margin", id="second subject"),
        pytest.param("There were 9 thefts, four fewer than in 2020.", "four", "fall in thefts", id="so many fewer"),
        pytest.param("Debt was $9 million, down $2 million.", "$2 million", "fall in Debt", id="down by an amount"),
        pytest.param("The bank held its deposit rate at 4%.", "4%", "deposit rate", id="rate is no verb"),
        pytest.param(
            "Some 40 pupils did not reach the goal.", "40", "pupils that did not reach the goal", id="denied verb"
        ),
        pytest.param("About 40 homes were not insured.", "40", "homes not insured", id="denied passive"),
        pytest.param(
            "Tesla prices in Chad have climbed 4%.", "4%", "climb in prices in Chad", id="noun before its verb"
        ),
        pytest.param(
            "The trip takes ten days, 20% more than before.",
            "20%",
            "increase in the trip",
            id="no change of a length of time",
        ),
    ],
)
def test_indicator_by_grammar_alone(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param(
            "Turnout was 48%, the lowest in a ballot since 1999.", "48%", "None/None", id="nothing like it since then"
        ),
        pytest.param(
            "Inflation eased to 3% in April from 4% in March. Core prices rose 2%.",
            "2%",
            "2023-04-01/2023-04-30",
            id="the level reached tells the time of what follows",
        ),
    ],
)
def test_period_beside_a_comparison(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period


def test_age_of_a_person_who_ends_the_sentence() -> None:
    assert figure_in("He took 40 trips, said union leader Ida Brandt, 58.", "58").kind == "age"


def test_how_long_ago_a_comparison_lies_is_no_figure() -> None:
    assert [figure.text for figure in figures_in("Wages were 4% higher than a year before.")] == ["4%"]


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param(
            "Food prices rose 5% in May, compared with 7% in April.",
            "7%",
            "rise in Food prices",
            id="compared with",
        ),
        pytest.param(
            "Net sales fell 4%. In local currencies, they were down by 3%.", "3%", "fall in Net sales", id="they"
        ),
        pytest.param(
            "Norway handed over 8 boats after net profit jumped by 54%.", "54%", "jump in net profit", id="clause"
        ),
    ],
)
def test_indicator_of_a_change_beside_another(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


def test_name_put_behind_what_it_is_is_the_subject() -> None:
    assert figure_in("Italy's second-biggest bank, UniBanca, has 70,000 employees.", "70,000").subject == "UniBanca"
