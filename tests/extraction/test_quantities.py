"""Quantities: value, unit and qualifier of what a text counts and measures, one line per phenomenon."""

import pytest

from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.records import Quantity
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading.document import Document


def quantities(text: str) -> tuple[Quantity, ...]:
    document = Document("a.txt", "0" * 64, "text/plain", text)
    lexicon = load_lexicon()
    found = find_quantities(document, find_sentences(document, lexicon), (), (), lexicon)
    assert all(text[row.start : row.end] == row.text for row in found)
    assert [row.start for row in found] == sorted(row.start for row in found)
    return found


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "qualifier"),
    [
        pytest.param("They filed a good 6,000 patents.", "6,000", 6000, "patent", "at_least", id="a good N"),
        pytest.param("It paid just under US$1.2bn.", "US$1.2bn", 1.2e9, "USD", "at_most", id="glued magnitude"),
        pytest.param("It set up an $8 billion fund.", "$8 billion", 8e9, "USD", "exact", id="article before a sign"),
        pytest.param("The call took 5 minutes.", "5 minutes", 5, "minute", "exact", id="minutes are no arc minutes"),
        pytest.param("Read billions of data points.", "billions", 1e9, "data point", "at_least", id="indefinite count"),
        pytest.param("It holds petabytes of logs.", "petabytes", 1, "petabyte", "at_least", id="unit without a number"),
        pytest.param("Tens of thousands of voters.", "Tens of thousands", 1e4, "voter", "at_least", id="tens of"),
        pytest.param("Half a million eggs broke.", "Half a million", 5e5, "egg", "exact", id="half a million"),
        pytest.param("She bought a dozen roses.", "a dozen", 12, "rose", "exact", id="a dozen"),
        pytest.param("He won 12 lakh rupees.", "12 lakh rupees", 1.2e6, "INR", "exact", id="lakh"),
        pytest.param("It owes RMB 40m to banks.", "RMB 40m", 4e7, "CNY", "exact", id="m is million behind a currency"),
        pytest.param("It is 40m high.", "40m", 40, "meter", "exact", id="m is meter otherwise"),
        pytest.param("Sales of 5m cars.", "5m", 5e6, "car", "exact", id="m is million before a counted noun"),
        pytest.param("It lent 900 million złotys.", "900 million złotys", 9e8, "PLN", "exact", id="currency name"),
        pytest.param("Up to 135,000 jobs.", "135,000", 135000, "job", "at_most", id="up to"),
        pytest.param("The payroll edged up to 135,000 jobs.", "135,000", 135000, "job", "exact", id="went up to"),
        pytest.param("Some 50 firms bid.", "50", 50, "firm", "approx", id="some N"),
        pytest.param("The estimated cost is $9.", "$9", 9, "USD", "approx", id="estimate further off"),
        pytest.param("Analysts, who estimated losses of 4%.", "4%", 4, "percent", "exact", id="a named estimator"),
        pytest.param("Over 18 months it grew.", "18 months", 18, "month", "exact", id="over a length of time"),
        pytest.param("It lasted for over 18 months.", "18 months", 18, "month", "at_least", id="for over"),
        pytest.param("Children aged 5 or older.", "5", 5, "year", "at_least", id="or older"),
        pytest.param("It has 20-plus years left.", "20-plus years", 20, "year", "at_least", id="plus"),
        pytest.param("Within thirty (30) days.", "thirty (30) days", 30, "day", "at_most", id="restated in digits"),
        pytest.param("Two-thirds of members left.", "Two-thirds", 66.67, "percent", "exact", id="fraction in words"),
        pytest.param("One in five adults smokes.", "One in five", 20, "percent", "exact", id="one in five"),
        pytest.param("Rates fell 25 basis points.", "25 basis points", 25, "basis point", "exact", id="basis points"),
        pytest.param("Output rose ten-fold.", "ten-fold", 10, "times", "exact", id="fold"),
        pytest.param("It more than doubled.", "doubled", 2, "times", "at_least", id="doubled"),
        pytest.param("It is 50 times stronger.", "50 times", 50, "times", "exact", id="times as a factor"),
        pytest.param("The third-largest bank.", "third", 3, "rank", "exact", id="ordinal before a superlative"),
        pytest.param("It ranks fourth in Asia.", "fourth", 4, "rank", "exact", id="rank verb"),
        pytest.param("The 34-year-old nurse left.", "34-year-old", 34, "year", "exact", id="age before a noun"),
        pytest.param("Ana Ruiz, 45, said no.", "45", 45, "year", "exact", id="age in apposition"),
        pytest.param("A 1,000 megawatt cable.", "1,000 megawatt", 1000, "megawatt", "exact", id="unit before a noun"),
        pytest.param("A three-step plan.", "three", 3, "step", "exact", id="number before a hyphen"),
        pytest.param("Two billion cubic meters of gas per year.", "Two billion cubic meters", 2e9,
                     "cubic meter per year", "exact", id="denominator behind the substance"),
        pytest.param("About 3 million tons/year.", "3 million tons/year", 3e6, "ton per year", "approx", id="slash"),
        pytest.param("One out of every thousand children.", "One", 1, "child per thousand children", "exact",
                     id="rate over a round base"),
        pytest.param("It has 12 cases of measles.", "12", 12, "case of measles", "exact", id="case of what"),
        pytest.param("Three U.S. states agreed.", "Three", 3, "U.S. state", "exact", id="abbreviation in the noun"),
        pytest.param("It sank 5 ± 0.2 mm.", "5 ± 0.2 mm", 5, "millimeter", "approx", id="tolerance"),
        pytest.param("It was −12.5 °C.", "−12.5 °C", -12.5, "celsius", "exact", id="minus sign"),
        pytest.param("A year and a half passed.", "A year and a half", 1.5, "year", "exact", id="year and a half"),
        pytest.param("Put the 2 kg of salt in.", "2 kg", 2, "kilogram", "exact", id="symbol"),
        pytest.param("It cost 300 Swiss francs.", "300 Swiss francs", 300, "CHF", "exact", id="country's currency"),
    ],
)  # fmt: skip
def test_one_quantity(text: str, surface: str, value: float, unit: str, qualifier: str) -> None:
    (row,) = quantities(text)
    assert (row.text, row.value, row.value_high, row.unit, row.qualifier) == (surface, value, None, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "surface", "low", "high", "unit"),
    [
        pytest.param(
            "between NOK 7.1 billion and NOK 7.3 billion", "NOK 7.1 billion and NOK 7.3 billion", 7.1e9, 7.3e9, "NOK",
            id="between codes",
        ),
        pytest.param("between 5 and 10 million people", "5 and 10 million", 5e6, 1e7, "person", id="between"),
        pytest.param("a rise of 16–17 percent", "16–17 percent", 16, 17, "percent", id="dash"),
        pytest.param("It costs $5 to $7 billion.", "$5 to $7 billion", 5e9, 7e9, "USD", id="shared magnitude"),
        pytest.param("only 6% to 11% of them", "6% to 11%", 6, 11, "percent", id="unit on both ends"),
        pytest.param("everyone between six months and 19 years of age", "six months and 19 years", 0.5, 19, "year",
                     id="ends in two units of time"),
        pytest.param("open to women between 20 and 35", "20 and 35", 20, 35, "year", id="ages without a unit"),
        pytest.param("two or three weeks", "two or three weeks", 2, 3, "week", id="or"),
    ],
)  # fmt: skip
def test_range_is_one_row(text: str, surface: str, low: float, high: float, unit: str) -> None:
    (row,) = quantities(text)
    assert (row.text, row.value, row.value_high, row.unit) == (surface, low, high, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Cases fell from 208 to 193.", [(208, "case"), (193, "case")], id="a change is two figures"
        ),
        pytest.param(
            "China holds 38,000 of the 54,000 patents.", [(38000, "patent"), (54000, "patent")], id="part of a whole"
        ),
        pytest.param(
            "They filed 6,000 patents, followed by Korea (4,000).", [(6000, "patent"), (4000, "patent")],
            id="noun in an earlier clause",
        ),
        pytest.param(
            "It sold 2,000 Thai and 74 Malay stores.", [(2000, "store"), (74, "store")], id="noun in a later conjunct"
        ),
        pytest.param("The number of deaths in May was 33,000.", [(33000, "death")], id="number of"),
        pytest.param("Marlow Railways had a customer base of 8,499.", [(8499, "customer")], id="base of"),
        pytest.param("The headcount at Marlow Foods was 2,305.", [(2305, "employee")], id="headcount"),
        pytest.param("Sales of pianos at Marlow Foods came to 7,598.", [(7598, "piano")], id="no noun of a name"),
        pytest.param("The blast left 62 dead.", [(62, "person")], id="persons by what befell them"),
        pytest.param(
            "Turnover was 947 million pounds for a 107 million loss.", [(9.47e8, "GBP"), (1.07e8, "GBP")],
            id="currency named before",
        ),
        pytest.param("It fell from 9 percent to 3.", [(9, "percent"), (3, "percent")], id="percent named before"),
        pytest.param("7 out of 20 samples", [(7, "sample"), (20, "sample")], id="both counts of an out-of"),
        pytest.param("Trips of 5 and 6 days.", [(5, "day"), (6, "day")], id="unit named after"),
        pytest.param("It secured billions in deals.", [(1e9, "USD")], id="billions of money"),
        pytest.param(
            "It comes in two sizes, with 4, 6 and 8 wheels.",
            [(2, "size"), (4, "wheel"), (6, "wheel"), (8, "wheel")], id="noun behind a list of numbers",
        ),
        pytest.param(
            "There are 11 cases open under the Fair Rents Act. Two of them are old.", [(11, "case"), (2, "case")],
            id="no plural inside a name",
        ),
        pytest.param(
            "He ate 3.2 portions of fruit and nuts a day.", [(3.2, "portion per day")], id="rate behind a complement"
        ),
        pytest.param(
            "They lost 18.5 tonnes of gas per hectare per year.", [(18.5, "tonne per hectare per year")],
            id="rate over two things",
        ),
        pytest.param(
            "It was 186.7 bushels per acre, down 2.1 bushels from May.",
            [(186.7, "bushel per acre"), (2.1, "bushel per acre")], id="difference of a rate",
        ),
        pytest.param(
            "It lost 231 litres a day, up from 219 litres a year earlier.",
            [(231, "liter per day"), (219, "liter per day")], id="no rate a year earlier",
        ),
        pytest.param("This compares with 135,700 a year ago.", [(135700, "number")], id="no verb behind this"),
    ],
)  # fmt: skip
def test_units_that_stand_elsewhere(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(row.value, row.unit.removeprefix("Malay ")) for row in quantities(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("K-12 schools opened.", id="letter and hyphen"),
        pytest.param("a key point", id="no thousand in key"),
        pytest.param("COVID-19 spread.", id="disease"),
        pytest.param("The 01.AI lab and 4Paradigm grew.", id="digits in names"),
        pytest.param("See Section 5 and Table 3.", id="labels"),
        pytest.param("Sections 3 through 6 apply.", id="range of labels"),
        pytest.param("under 47 U.S.C. 902(b)(2)", id="statute"),
        pytest.param("Call 555-123-4567 now.", id="telephone"),
        pytest.param("They met at 10:30 and at 7 p.m. again.", id="clock"),
        pytest.param("Version 3.5.1 is out.", id="version"),
        pytest.param("It grew in 2014 and since 1998.", id="years"),
        pytest.param("They won 3-2 at home.", id="score"),
        pytest.param("open 24/7", id="slash that is no fraction"),
        pytest.param("as shown before [12]", id="citation"),
        pytest.param("One of the firms left.", id="one of the"),
        pytest.param("No one knew which one.", id="pronoun"),
        pytest.param("a second time and a third party", id="ordinals that do not rank"),
        pytest.param("the two hundred and fiftieth year", id="ordinal in words"),
        pytest.param("The Boeing 737 landed.", id="name and number"),
        pytest.param("They live at 1600 Maple Avenue.", id="address"),
        pytest.param("all expressed in 2017 dollars", id="price base"),
        pytest.param("in the first half of the game", id="half of a period"),
        pytest.param("a double standard", id="double that is no factor"),
        pytest.param("two years ago", id="a time ago is a date"),
        pytest.param('<img width="257" height="321" />', id="markup"),
    ],
)
def test_no_figure(text: str) -> None:
    assert [row.text for row in quantities(text)] == []


def test_country_of_a_bare_dollar() -> None:
    text = "Hong Kong spends $5 billion (US$640 million) a year. Hong Kong has reserves."
    assert [row.unit for row in quantities(text)] == ["HKD", "USD"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("Brisbane, in Queensland, will spend $5 billion on trams.", "AUD", id="set in Australia alone"),
        pytest.param("Calgary's fares rose to $5. Calgary has 64 buses.", "CAD", id="set in a city"),
        pytest.param("Calgary's fares rose to $5. Calgary buys from an American firm.", "USD", id="America named"),
        pytest.param("Canada and Canadian firms lent C$9 and $5 billion.", "USD", id="beside a prefixed dollar"),
        pytest.param("Peru lent Peru $5 billion. Peru met Canada and Canadian firms.", "USD", id="about another land"),
        pytest.param("It earned 146 million euros and pays 9 cents a share.", "EUR", id="cents of a euro"),
        pytest.param(
            "Of 3 billion zlotys 2 billion zlotys go to roads. Another 640 million goes to rail.",
            "PLN",
            id="another sum",
        ),
        pytest.param("Singapore charged three men with fraud over $5 billion.", "USD", id="named once"),
    ],
)
def test_bare_dollar_of_a_text_set_in_one_land(text: str, unit: str) -> None:
    assert [row.unit for row in quantities(text) if row.kind == "money"][-1] == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("Nepal fined the Nepali firm Rs 6.9 million.", "NPR", id="of the country spoken of"),
        pytest.param("Pakistan lends Rs. 5 crore. India bids, says Pakistan.", "PKR", id="of the one spoken of more"),
        pytest.param("The firm owes Rs 20 million.", "INR", id="of no country"),
    ],
)
def test_country_of_an_abbreviated_rupee(text: str, unit: str) -> None:
    assert [row.unit for row in quantities(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("The city has 300 cafes and bars in its old port.", "cafe or bar", id="counted together"),
        pytest.param("The storm damaged 40 homes and schools were closed.", "home", id="the next clause"),
        pytest.param("The town got 19 bids and intends to take the best.", "bid", id="a verb with an infinitive"),
        pytest.param("They train 40 cooks and bakers a year.", "cook or baker per year", id="so many a year"),
        pytest.param("On such matters, it hired 94 outside advisers.", "outside adviser", id="outside advisers"),
        pytest.param("A pilot with 30 sites starts in May.", "site", id="a verb behind the noun"),
    ],
)
def test_nouns_behind_and(text: str, unit: str) -> None:
    assert [row.unit for row in quantities(text)] == [unit]


def test_furniture_yields_no_figures() -> None:
    document = Document("a.txt", "0" * 64, "text/plain", "Some words.\n\nReading time: 5 minutes\n")
    lexicon = load_lexicon()
    sentences = find_sentences(document, lexicon)
    assert "boilerplate" in {sentence.kind for sentence in sentences}
    assert find_quantities(document, sentences, (), (), lexicon) == ()


def test_columns_of_a_written_table_give_the_unit() -> None:
    text = (
        "| Country | Patents filed | Share (%) | Cost ($ million) |\n|---|---|---|---|\n| Chad | 38,000 | 12 | 2.5 |\n"
    )
    found = [(row.value, row.unit) for row in quantities(text)]
    assert found == [(38000, "patent"), (12, "percent"), (2.5e6, "USD")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Edith Rosner, who died at 96, left.", id="died at"),
        pytest.param("Her daughter is 96.", id="kin"),
        pytest.param("They held a man of 96 in May.", id="man of"),
    ],
)
def test_age_without_its_word(text: str) -> None:
    assert [(row.kind, row.value, row.unit) for row in quantities(text)] == [("age", 96, "year")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The men of 12 countries met.", id="men of so many"),
        pytest.param("He was chairman of 12 firms.", id="chairman of"),
    ],
)
def test_no_age(text: str) -> None:
    assert [row.kind for row in quantities(text)] == ["count"]


_TABLE = """| Dam | Height (m) | Capacity (million m³) | Area (km²) | Cost (€m) | Visits (thousand) |
|---|---|---|---|---|---|
| Alva | 41 | 300 | 3 | 12 | 9 |
"""


def test_brackets_of_a_heading_give_the_unit_and_the_scale() -> None:
    assert [(row.value, row.unit) for row in quantities(_TABLE)] == [
        (41, "meter"), (3e8, "cubic meter"), (3, "square kilometer"), (12e6, "EUR"), (9000, "visit"),
    ]  # fmt: skip
