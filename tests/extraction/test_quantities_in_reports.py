"""Quantities as reports on technology, business and government write them: kinds of things with a number in their name,
bases of rates and prices, votes, levels reached, counts whose verb stands in the clause before.
"""

from datetime import date

import pytest

from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.names.mentions import find_mentions
from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.records import Quantity
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

Told = tuple[str, float | tuple[float, float], str]


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, with the names and dates that it holds left out."""
    document = Document("a.txt", "", "text/plain", text, language="en", published_on=date(2024, 7, 1))
    lexicon = load_lexicon()
    sentences = find_sentences(document, lexicon)
    _, mentions = find_mentions(document, sentences, lexicon)
    return find_quantities(document, sentences, mentions, find_dates(document, sentences, mentions, lexicon), lexicon)


def told(text: str) -> list[Told]:
    """Surface, value (low and high of a range) and unit of each quantity."""
    return [
        (row.text, row.value if row.value_high is None else (row.value, row.value_high), row.unit or "")
        for row in quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Acme bought 4,100 GPUs from Nvidia.", [("4,100", 4100, "GPU")], id="abbreviated things"),
        pytest.param("Cisco hired 4,100 PhDs.", [("4,100", 4100, "PhD")], id="abbreviated persons"),
        pytest.param("It trained on 2,048 H800 chips.", [("2,048", 2048, "H800 chip")], id="a name with digits inside"),
        pytest.param(
            "BYD sold 302,459 Seagull cars.", [("302,459", 302459, "Seagull car")], id="a count before a name"
        ),
    ],
)
def test_count_before_name(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It made 50,000 Kirin 9000S chips.", [("50,000", 50000, "Kirin 9000S chip")], id="a chip"),
        pytest.param(
            "They bought 2,500 Gaudi 3 accelerators.", [("2,500", 2500, "Gaudi 3 accelerator")], id="a number"
        ),
        pytest.param(
            "Some 200,000 Ascend 910B and 910C chips.",
            [("200,000", 200000, "Ascend 910B and 910C chip")],
            id="two designations",
        ),
        pytest.param("Ryanair ordered 150 Boeing 737s.", [("150", 150, "Boeing 737")], id="a designation as a plural"),
        pytest.param("It backs 15 Series A rounds.", [("15", 15, "Series A round")], id="a letter"),
        pytest.param("Ten Phase 3 trials were stopped.", [("Ten", 10, "Phase 3 trial")], id="a phase"),
        pytest.param("It cites 12 Section 232 cases.", [("12", 12, "Section 232 case")], id="a section"),
        pytest.param("It has 40 scope 3 sources.", [("40", 40, "scope 3 source")], id="in lower case"),
        pytest.param(
            "About 30 of the 50 GPT-4 queries failed.",
            [("30", 30, "GPT-4 query"), ("50", 50, "GPT-4 query")],
            id="a part and its whole stay two",
        ),
        pytest.param(
            "He paid 40 Democrats 12 dollars.",
            [("40", 40, "Democrat"), ("12 dollars", 12, "USD")],
            id="an amount behind a plural",
        ),
        pytest.param(
            "It leads in nine of Peru's 25 regions.",
            [("nine", 9, "region"), ("25", 25, "region")],
            id="a count behind an owner",
        ),
        pytest.param("He owns 400 Tesla cars.", [("400", 400, "Tesla car")], id="a make that is a unit too"),
        pytest.param("The magnet reaches 4 Tesla.", [("4 Tesla", 4, "tesla")], id="a unit that is a make too"),
        pytest.param("Huawei's 910C chips are fast.", [], id="no degrees in a product's name"),
        pytest.param("It was 41C in Delhi.", [("41C", 41, "celsius")], id="degrees"),
        pytest.param(
            "Rain hit 14 northern, eastern and central districts.",
            [("14", 14, "northern, eastern and central district")],
            id="adjectives in a list",
        ),
    ],
)
def test_name_of_what_is_counted(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It costs $2.19 per million output tokens.", [("$2.19", 2.19, "USD")], id="per a magnitude"),
        pytest.param(
            "Values are told in (2025 $): $9 a head.", [("$9", 9, "USD")], id="the year of prices in brackets"
        ),
        pytest.param(
            "Farms lose thousands of dollars a year, and hundreds of thousands over a lifetime.",
            [("thousands of dollars", 1000, "USD"), ("hundreds of thousands", 100_000, "USD")],
            id="second of two indefinite sums",
        ),
        pytest.param("They lay in one hospital, with some visitors.", [("one", 1, "hospital")], id="a noun in -al"),
        pytest.param(
            "It splits the test into three single-subject papers and recommends sitting them apart.",
            [("three", 3, "single-subject paper")],
            id="a verb behind and",
        ),
        pytest.param("It costs $5 per 1M tokens.", [("$5", 5, "USD")], id="per a magnitude in a sign"),
        pytest.param("The API costs $10 / 1M tokens.", [("$10", 10, "USD")], id="a slash is no fraction"),
        pytest.param("The price was 80 cents a million tokens.", [("80 cents", 0.8, "USD")], id="an article as per"),
        pytest.param("Eggs cost $4.95 a dozen.", [("$4.95", 4.95, "USD")], id="a dozen"),
        pytest.param(
            "A dozen eggs cost $4.95.", [("A dozen", 12, "egg"), ("$4.95", 4.95, "USD")], id="a dozen counted"
        ),
        pytest.param("The tax is $1 for every $1,000 of value.", [("$1", 1, "USD")], id="for every sum"),
        pytest.param("It counted 120 boys for every 100 girls.", [("120", 120, "boy per 100 girls")], id="for every"),
        pytest.param(
            "Some 40 robots were installed per 1,000 workers.",
            [("40", 40, "robot per 1,000 workers")],
            id="behind the verb",
        ),
        pytest.param("It allows 40 messages per three hours.", [("40", 40, "message per three hours")], id="per hours"),
        pytest.param(
            "Traffic deaths fell to 1.26 per 100 million miles.",
            [("1.26", 1.26, "death per 100 million miles")],
            id="what the sentence counts",
        ),
        pytest.param(
            "Homicides fell from 7.8 to 6.3 per 100,000 residents.",
            [("7.8", 7.8, "homicide per 100,000 residents"), ("6.3", 6.3, "homicide per 100,000 residents")],
            id="over the same base",
        ),
        pytest.param("One in 500 Americans died.", [("One", 1, "American per 500 Americans")], id="one in many"),
        pytest.param("It hired one in 2000 and left.", [], id="one in a year"),
        pytest.param(
            "It fell to -3 in 0 cases.", [("-3", -3, "case"), ("0", 0, "case")], id="less than nothing in nothing"
        ),
        pytest.param("It scored 7.8 out of 10.", [("7.8", 7.8, "point")], id="a score out of the highest"),
        pytest.param("He scored 7 out of 10 goals.", [("7 out of 10", 70, "percent")], id="a share that is scored"),
        pytest.param("It sells phones by the million.", [], id="by the million"),
        pytest.param(
            "It emits 400 grams of carbon per kilowatt-hour.",
            [("400 grams", 400, "gram per kilowatt hour")],
            id="behind a substance",
        ),
    ],
)
def test_base_of_rate(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        pytest.param("The committee voted 14 to 3 to advance it.", [14, 3], id="voted"),
        pytest.param("The Senate passed the bill 52-48.", [52, 48], id="passed by a body"),
        pytest.param("The bill passed 310-115.", [310, 115], id="a bill passed"),
        pytest.param("By a 6-3 vote, the court struck it down.", [6, 3], id="before the vote"),
        pytest.param("In a 7-2 ruling, the justices agreed.", [7, 2], id="a ruling"),
        pytest.param("The motion was carried by 310 votes to 255.", [310, 255], id="votes to"),
        pytest.param("It won 143 votes in favour and five against.", [143, 5], id="sides"),
        pytest.param("They passed it by a 60-40 margin.", [60, 40], id="a margin"),
        pytest.param("The board split 3-3 on the merger.", [3, 3], id="a split"),
        pytest.param("Germany beat Brazil 7-1.", [], id="a score"),
        pytest.param("The team is 9-4 this season.", [], id="a record"),
        pytest.param("Odds of 3 to 1 were given.", [], id="odds"),
        pytest.param("The ratio of pupils to teachers is 15 to 1.", [], id="a ratio"),
        pytest.param("The committee approved 10 to 15 projects.", [], id="a range that is approved"),
        pytest.param("The council voted to buy 10-12 buses.", [], id="a range behind voted"),
        pytest.param("The board approved jabs for children aged 5 to 11.", [], id="ages"),
        pytest.param("The House voted to cut class sizes from 30 to 25.", [], id="a change"),
        pytest.param("Regulators passed rule 10-4.", [], id="the number of a rule"),
        pytest.param("The Senate vote is due at 10-11 a.m.", [], id="hours"),
    ],
)
def test_votes(text: str, votes: list[float]) -> None:
    assert [row.value for row in quantities(text) if row.unit == "vote"] == votes


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        pytest.param("The costs added up to $12 million.", "exact", id="what adds up"),
        pytest.param("The savings could add up to 40 hours a month.", "exact", id="what could add up"),
        pytest.param("Their debts amounted up to $3 million.", "exact", id="amounted"),
        pytest.param("The round takes its valuation up to $80 billion.", "exact", id="takes a level up to"),
        pytest.param("The rate is up to 4.2% from 3.9%.", "exact", id="up from"),
        pytest.param("The plant added up to 400 jobs.", "at_most", id="who adds"),
        pytest.param("Few under the age of 50 fell ill.", "at_most", id="under an age"),
        pytest.param("Nobody over age 65 came.", "at_least", id="over an age"),
        pytest.param("At the age of 50 she left.", "exact", id="at an age"),
        pytest.param("The tool adds up to $3 billion to exports.", "at_most", id="what adds to something"),
        pytest.param("Employees can take up to 20 days off.", "at_most", id="take up to"),
        pytest.param("Tariffs could add up to $5,700 to the price of a car.", "at_most", id="what could add"),
        pytest.param("The forum drew up to 500 delegates from 30 countries.", "at_most", id="from other things"),
        pytest.param("It won up to $50 million from 12 investors.", "at_most", id="from others"),
        pytest.param("The rule brings up to 300 firms under its roof.", "at_most", id="bring up to"),
        pytest.param("The discount is up to 30% from May.", "at_most", id="from a date"),
        pytest.param("Its value is near $51 billion.", "approx", id="near an amount"),
        pytest.param("It is near 40 stations.", "exact", id="near places"),
        pytest.param("It made $43 billion, plus or minus 2%.", "exact", id="plus or minus"),
        pytest.param("It costs $40 million plus $3 million in fees.", "exact", id="plus a sum"),
        pytest.param("Some 20 plus countries joined.", "at_least", id="plus"),
        pytest.param("It is estimated that 90% of them work.", "approx", id="it is estimated"),
        pytest.param("It is estimated that over 90% of them work.", "at_least", id="estimated to be over"),
    ],
)
def test_level_or_bound(text: str, qualifier: str) -> None:
    assert quantities(text)[0].qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The US made 61 models, the EU 21 and China 15.",
            [("61", 61, "model"), ("21", 21, "model"), ("15", 15, "model")],
            id="places",
        ),
        pytest.param(
            "Nvidia sold 3 million GPUs, AMD 500,000 and Intel 400,000.",
            [("3 million", 3e6, "GPU"), ("500,000", 500000, "GPU"), ("400,000", 400000, "GPU")],
            id="companies, one of which is a currency's code",
        ),
        pytest.param("They flew 12 jets, Boeing 737, and left.", [("12", 12, "jet")], id="a make and its number"),
        pytest.param("It hired 40 people, Area 51 and all.", [("40", 40, "person")], id="a place with a number"),
        pytest.param("In China's 400 cities it is sold.", [("400", 400, "city")], id="a count behind an owner"),
        pytest.param("Sales rose in Kenya (+RM40 million).", [("RM40 million", 40e6, "MYR")], id="plus before a code"),
        pytest.param("The fire cost Siemens 300 jobs.", [("300", 300, "job")], id="what somebody is cost"),
        pytest.param("The army sent Leopard 200 tanks.", [("200", 200, "tank")], id="what somebody is sent"),
        pytest.param("The army flew Boeing 737 jets.", [], id="a make's number behind a verb"),
        pytest.param("Boeing's 737 jets were grounded.", [], id="a make's number behind an owner"),
        pytest.param("Boeing's 300 suppliers face cuts.", [("300", 300, "supplier")], id="what a make has"),
        pytest.param(
            "The court ruled that children 5 to 11, could wait.",
            [("5 to 11", (5, 11), "number")],
            id="ages behind a verdict",
        ),
        pytest.param("Monthly job gains averaged 180,400.", [("180,400", 180400, "job")], id="what is gained"),
        pytest.param("It was trained on 15T tokens.", [("15T", 15e12, "token")], id="trillions"),
        pytest.param(
            "Hundreds of firms and tens of thousands of people joined.",
            [("Hundreds", 100, "firm"), ("tens of thousands", 10000, "person")],
            id="two indefinite amounts",
        ),
        pytest.param("Uganda raised Shs2.3 trillion.", [("Shs2.3 trillion", 2.3e12, "UGX")], id="shillings"),
    ],
)
def test_what_is_counted(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It opened in 2012. Two years later it shut.", [], id="years later"),
        pytest.param(
            "It had 781 staff in 2024, up from 590 two years earlier.",
            [("781", 781, "staff"), ("590", 590, "staff")],
            id="years earlier",
        ),
        pytest.param(
            "It opened in 2012. More than two years later it shut.", [("two years", 2, "year")], id="a bound on years"
        ),
        pytest.param("It opened two years later than planned.", [("two years", 2, "year")], id="a delay"),
        pytest.param("Prices are 4% higher than two years ago.", [("4%", 4, "percent")], id="compared with a time"),
        pytest.param("Over the last couple of months prices rose 2%.", [("2%", 2, "percent")], id="last couple"),
        pytest.param(
            "Waits fell from 50 hours in 2019 to 30 hours.",
            [("50 hours", 50, "hour"), ("30 hours", 30, "hour")],
            id="a year before what it became",
        ),
    ],
)
def test_time_that_is_no_amount(text: str, expected: list[Told]) -> None:
    assert told(text) == expected
