"""Quantities as newspapers write them: hanging hyphens, lists with one unit, ages beside names, heights, pence."""

import pytest

from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

Told = tuple[str, float | tuple[float, float], str]


def told(text: str) -> list[Told]:
    """Surface, value (low and high of a range) and unit of each quantity."""
    document = Document("a.txt", "", "text/plain", text, language="en")
    lexicon = load_lexicon()
    rows = find_quantities(document, find_sentences(document, lexicon), (), (), lexicon)
    return [
        (row.text, row.value if row.value_high is None else (row.value, row.value_high), row.unit or "") for row in rows
    ]


def qualifiers(text: str) -> list[str]:
    document = Document("a.txt", "", "text/plain", text, language="en")
    lexicon = load_lexicon()
    return [row.qualifier for row in find_quantities(document, find_sentences(document, lexicon), (), (), lexicon)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A two- to three-year wait.", [("two- to three-year", (2, 3), "year")], id="hanging hyphen"),
        pytest.param("An 8- to 16-metre mast.", [("8- to 16-metre", (8, 16), "meter")], id="hanging hyphen, digits"),
        pytest.param("A three- or four-year term.", [("three- or four-year", (3, 4), "year")], id="hanging or"),
        pytest.param("A five-to-seven-day trip.", [("five-to-seven-day", (5, 7), "day")], id="hyphens all through"),
        pytest.param("A four- to six-member panel.", [("four- to six", (4, 6), "member")], id="of counted nouns"),
        pytest.param("The one-to-one talks ended.", [], id="one-to-one is no range"),
        pytest.param("A three-to-one majority.", [], id="a ratio is no range"),
        pytest.param("They sold 30–40,000 bikes.", [("30–40,000", (30000, 40000), "bike")], id="shared thousands"),
        pytest.param("It lost 300-9,500 eggs.", [("300-9,500", (300, 9500), "egg")], id="thousands not shared"),
        pytest.param(
            "Values ranged from -5 °C to -12 °C.", [("-5 °C to -12 °C", (-12, -5), "celsius")], id="colder end last"
        ),
        pytest.param(
            "Fuel rose by 7p to 148.9p a litre.", [("7p", 0.07, "GBP"), ("148.9p", 1.489, "GBP")], id="by X to Y"
        ),
        pytest.param("Costs fell by 5% to 10%.", [("5% to 10%", (5, 10), "percent")], id="by a range"),
        pytest.param(
            "It grew 3, 4 and 5 percent.",
            [("3", 3, "percent"), ("4", 4, "percent"), ("5 percent", 5, "percent")],
            id="list of shares",
        ),
        pytest.param(
            "Masts of 10, 20, and 30 metres.",
            [("10", 10, "meter"), ("20", 20, "meter"), ("30 metres", 30, "meter")],
            id="list of measures",
        ),
        pytest.param(
            "The sheet is 1.2 x 2.4 metres.", [("1.2", 1.2, "meter"), ("2.4 metres", 2.4, "meter")], id="N by N"
        ),
        pytest.param(
            "It took 34% in Malta and 9 in Gozo.", [("34%", 34, "percent"), ("9", 9, "percent")], id="same place after"
        ),
        pytest.param(
            "Oats made up 34%, rye stood for 21% and maize for 9.",
            [("34%", 34, "percent"), ("21%", 21, "percent"), ("9", 9, "percent")],
            id="same preposition before",
        ),
        pytest.param(
            "The index gained 0.6% to 5,246.68.",
            [("0.6%", 0.6, "percent"), ("5,246.68", 5246.68, "point")],
            id="the level an index reached is no share",
        ),
        pytest.param(
            "It cut the rate from 9 percent to 3.", [("9 percent", 9, "percent"), ("3", 3, "percent")], id="to N"
        ),
        pytest.param("The margin is plus or minus 3 points.", [("3", 3, "point")], id="a tolerance has no sign"),
        pytest.param("A factor of 2.48×10−5, they say.", [("2.48×10−5", 2.48e-5, "number")], id="power before a comma"),
        pytest.param("About one-half mile off.", [("one-half mile", 0.5, "mile")], id="one-half"),
    ],
)
def test_numbers_that_go_together(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The victim, 19, died.", [("19", 19, "year")], id="a person by his part"),
        pytest.param("I'm 45, she said.", [("45", 45, "year")], id="first person"),
        pytest.param("The suspect (34) fled.", [("34", 34, "year")], id="in brackets"),
        pytest.param("Ana Ruiz Jr., 52, won.", [("52", 52, "year")], id="behind Jr."),
        pytest.param("Ruiz, 33, won again.", [("33", 33, "year")], id="a surname alone"),
        pytest.param("She was 16 when she left.", [("16", 16, "year")], id="predicate"),
        pytest.param("He will be 30 next week.", [("30", 30, "year")], id="predicate of the future"),
        pytest.param("At 33, he retired.", [("33", 33, "year")], id="at N, he"),
        pytest.param("The median age is 41.2.", [("41.2", 41.2, "year")], id="the age itself"),
        pytest.param(
            "He was 6 for 8 from the line.", [("6", 6, "number"), ("8", 8, "number")], id="shots are no years"
        ),
        pytest.param("He was 12 minutes late.", [("12 minutes", 12, "minute")], id="minutes are no years"),
        pytest.param("A 30-strong crew.", [("30", 30, "person")], id="N-strong"),
        pytest.param("And 46 men fled.", [("46", 46, "man")], id="behind And at the very start"),
        pytest.param(
            "The bomb hurt ten, killing one.", [("ten", 10, "person"), ("one", 1, "person")], id="killing one"
        ),
        pytest.param("The two men discussed routine matters.", [("two", 2, "man")], id="men before a verb"),
        pytest.param("A mother of two sued.", [("two", 2, "child")], id="mother of N"),
        pytest.param("A 6-foot-3 guard.", [("6-foot-3", 6.25, "foot")], id="feet and inches with hyphens"),
        pytest.param("He stands 5'6\" tall.", [("5'6\"", 5.5, "foot")], id="feet and inches with signs"),
    ],
)
def test_persons(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It paid 300m yuan.", [("300m yuan", 3e8, "CNY")], id="m before a currency"),
        pytest.param(
            "The number of guests fell from 12.4m to 11.9m.",
            [("12.4m", 12.4e6, "guest"), ("11.9m", 11.9e6, "guest")],
            id="m where a number of something is told",
        ),
        pytest.param("In Figure 2, 40 dots show it.", [("40", 40, "dot")], id="a count behind a reference"),
        pytest.param("GDP grew 0.3pc.", [("0.3pc", 0.3, "percent")], id="British pc"),
        pytest.param("A star 40 pc off, in parsecs.", [("40 pc", 40, "parsec")], id="pc of astronomers"),
        pytest.param("The £5 book fell 40p.", [("£5", 5, "GBP"), ("40p", 0.4, "GBP")], id="pence"),
        pytest.param("A 1080p screen.", [], id="lines of a picture"),
        pytest.param("Output fell 400,000 bpd.", [("400,000 bpd", 4e5, "barrel per day")], id="bpd"),
        pytest.param("The flat is 54 sq m.", [("54 sq m", 54, "square meter")], id="unit before a full stop"),
        pytest.param("It holds 4km^3.", [("4km^3", 4, "cubic kilometer")], id="power with a caret"),
        pytest.param("It has 412 people per square mile.", [("412", 412, "person per square mile")], id="density"),
        pytest.param(
            "It held 12 grams per cubic metre.", [("12 grams", 12, "gram per cubic meter")], id="concentration"
        ),
        pytest.param("Ana came in 12th.", [("12th", 12, "rank")], id="came in Nth"),
        pytest.param("A quarter-point cut.", [("quarter-point", 0.25, "percent")], id="quarter-point"),
        pytest.param(
            "Rates rose by a quarter point.", [("quarter point", 0.25, "percent")], id="quarter point, no hyphen"
        ),
        pytest.param("It slipped by half a point.", [("half a point", 0.5, "percent")], id="half a point"),
        pytest.param(
            "It fell three quarters of a point.",
            [("three quarters of a point", 0.75, "percent")],
            id="quarters of a point",
        ),
        pytest.param("Half the points were lost.", [("Half", 50, "percent")], id="half of all points is a share"),
        pytest.param("A 25-basis-point cut.", [("25-basis-point", 25, "basis point")], id="basis points, hyphened"),
        pytest.param(
            "Two quarter-point cuts.",
            [("Two", 2, "quarter-point cut"), ("quarter-point", 0.25, "percent")],
            id="cuts of a quarter point",
        ),
        pytest.param("It is 3x faster.", [("3x", 3, "times")], id="x for times"),
        pytest.param("Pay is double those sums.", [("double", 2, "times")], id="double those"),
        pytest.param("It was viewed 1.2bn times.", [("1.2bn", 1.2e9, "time")], id="occasions by the billion"),
        pytest.param("It sold 5 bcm of gas.", [("5 bcm", 5e9, "cubic meter")], id="so many of a unit"),
        pytest.param("It was 20 C (68 F) there.", [("20 C", 20, "celsius"), ("68 F", 68, "fahrenheit")], id="scales"),
        pytest.param("It was 5 degrees below zero.", [("5 degrees", -5, "degree")], id="below zero"),
        pytest.param("It fell to 14 deaths per 1,000 births.", [("14", 14, "death per 1,000 births")], id="one rate"),
        pytest.param(
            "Ana hired 12, not the 20 forecast by staff.",
            [("12", 12, "number"), ("20", 20, "number")],
            id="a forecast is not counted",
        ),
        pytest.param(
            "The flu infected 4,500 in 30 towns.",
            [("4,500", 4500, "person"), ("30", 30, "town")],
            id="more than the places they are in",
        ),
    ],
)
def test_units_and_ranks(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He filed Form 10-K late.", id="form"),
        pytest.param("Traces of 5-O-Methylquercetin.", id="chemical name"),
        pytest.param("Atlas, Plume Press, 210pp.", id="pages of a book"),
        pytest.param("Fax(281)528-8636 to order.", id="telephone number with its code in brackets"),
        pytest.param("By calling 1-800-QUIT-NOW.", id="telephone number in letters"),
        pytest.param("See 22 C.F.R. part 9.", id="citation"),
        pytest.param("They patched CVE-2021-44228 in haste.", id="identifier that begins like a currency"),
        pytest.param("A zero-day flaw.", id="zero-day"),
        pytest.param("They sell 4K screens.", id="width of a picture"),
        pytest.param("A two-way street.", id="part of a word"),
        pytest.param("A three-time winner.", id="titles are no factor"),
        pytest.param("A 1-in-100-year flood.", id="flood"),
        pytest.param("A one-in-a-million find.", id="figure of speech"),
        pytest.param("Zero tolerance rules.", id="zero tolerance"),
        pytest.param("The Big Four auditors merged.", id="the Big Four"),
        pytest.param("The Group of 77 objected.", id="group of states"),
        pytest.param("The Seven Sisters cliffs eroded slowly.", id="name behind an article that opens"),
        pytest.param("The barn doubled as a school.", id="doubled as a"),
        pytest.param("A six-figure sum.", id="six-figure"),
        pytest.param("Rap by 50 Cent and others played.", id="50 Cent"),
        pytest.param("A BMW 5 Series burned.", id="5 Series"),
        pytest.param("An update to macOS 17.4 came.", id="version of a name with a capital inside"),
    ],
)
def test_no_figures(text: str) -> None:
    assert [row for row in told(text) if row[2] != "number"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The group turned over $4 billion.", ["exact"], id="turned over"),
        pytest.param("She took over 12 firms.", ["exact"], id="took over"),
        pytest.param("It took over 12 hours.", ["at_least"], id="took more than"),
        pytest.param("They rolled over €2bn of loans.", ["exact"], id="rolled over"),
        pytest.param("They signed over $3 million.", ["exact"], id="signed over"),
        pytest.param("It signed over 200 players.", ["at_least"], id="signed more than"),
        pytest.param("A dispute over 3 islands flared.", ["exact"], id="noun with over"),
        pytest.param("They hired over 300 people.", ["at_least"], id="more than"),
        pytest.param("They rode 340 km over 21 stages.", ["exact", "exact"], id="spread over"),
        pytest.param("Some 30-odd cows came.", ["approx"], id="odd"),
        pytest.param("It is 5 percent more than a year ago.", ["exact"], id="compared with a year ago"),
        pytest.param("It began more than a year ago.", ["at_least"], id="longer than a year"),
    ],
)
def test_over_that_belongs_to_a_verb_or_noun_bounds_nothing(text: str, expected: list[str]) -> None:
    assert qualifiers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It is 20 to 30 times bigger.", [("20 to 30 times", (20, 30), "times")], id="range of factors"),
        pytest.param("They train three to five times.", [("three to five", (3, 5), "time")], id="range of occasions"),
        pytest.param("It shrank by a factor of five.", [("five", 5, "times")], id="by a factor of"),
        pytest.param("The rate is 3.2 per 1,000 live births.", [("3.2", 3.2, "case per 1,000 live births")], id="live"),
        pytest.param(
            "It saw 12 thefts per million guests.", [("12", 12, "theft per million guests")], id="per million"
        ),
        pytest.param("Gas costs $110 per 1,000 cubic metres.", [("$110", 110, "USD")], id="what a price is over"),
        pytest.param(
            "It rose two tenths of a percent to 115.2.",
            [("two tenths of a percent", 0.2, "percent"), ("115.2", 115.2, "number")],
            id="a fraction is not counted",
        ),
        pytest.param("It burns 5 litres per 100 km.", [("5 litres", 5, "liter per 100 km")], id="per 100 km"),
        pytest.param("It runs 300 daily flights.", [("300", 300, "daily flight")], id="daily before a plural"),
        pytest.param("It hired 40 or more cooks.", [("40", 40, "cook")], id="N or more of a noun"),
        pytest.param(
            "It fined more than 10 but fewer than 26 cooks.", [("10", 10, "cook"), ("26", 26, "cook")], id="but fewer"
        ),
        pytest.param(
            "A 12-by-15-foot barn burned.", [("12", 12, "foot"), ("15-foot", 15, "foot")], id="N-by-N with hyphens"
        ),
        pytest.param(
            "A magnitude-6.4 tremor struck.", [("magnitude-6.4", 6.4, "magnitude")], id="magnitude and hyphen"
        ),
        pytest.param("A twenty-something cook won.", [], id="twenty-something"),
        pytest.param("In week 12 sales of tea fell.", [], id="number of a week"),
        pytest.param("In phase two of the trial they fell ill.", [], id="number of a phase in words"),
        pytest.param("The ferry left at half past ten.", [], id="half past"),
        pytest.param("He weighs 14st 3lb.", [("14st 3lb", 199, "pound")], id="stones and pounds"),
        pytest.param("The rent was 1,570 pounds.", [("1,570 pounds", 1570, "GBP")], id="pounds that are paid"),
        pytest.param(
            "A ticket in Leeds costs 90 pounds.", [("90 pounds", 90, "GBP")], id="pounds that something costs"
        ),
        pytest.param(
            "The van costs less and can carry 900 pounds.", [("900 pounds", 900, "pound")], id="pounds carried"
        ),
        pytest.param("They paid for 50 pounds of rice.", [("50 pounds", 50, "pound")], id="pounds of something"),
        pytest.param("The fee for luggage over 50 pounds rose.", [("50 pounds", 50, "pound")], id="pounds of luggage"),
        pytest.param("The 1st and the 21st page were torn.", [], id="ordinals are no stones"),
        pytest.param(
            "The retirement age rose from 65 to 67.", [("65", 65, "year"), ("67", 67, "year")], id="ages from to"
        ),
        pytest.param(
            "Thefts fell from 12 to zero.", [("12", 12, "theft"), ("zero", 0, "theft")], id="zero as the level reached"
        ),
        pytest.param(
            "Its shares closed down 3p at 148p.", [("3p", 0.03, "GBP"), ("148p", 1.48, "GBP")], id="share price"
        ),
        pytest.param(
            "Between a third and a half of cooks left.", [("third and a half", (33.33, 50), "percent")], id="shares"
        ),
        pytest.param(
            "They drew 22,24,31.",
            [("22", 22, "number"), ("24", 24, "number"), ("31", 31, "number")],
            id="list without spaces",
        ),
        pytest.param(
            "It owes one billion and a half million yen.",
            [("one billion and a half million yen", 1_000_500_000, "JPY")],
            id="fraction of a smaller magnitude",
        ),
        pytest.param("one twenty-two", [("one twenty-two", 122, "number")], id="hundreds without their name"),
        pytest.param(
            "The number of cooks rose by 84,000 to 1.7 million.",
            [("84,000", 84_000, "cook"), ("1.7 million", 1_700_000, "cook")],
            id="by how much and to what a count rose",
        ),
        pytest.param(
            "It hit 37 men, including nine cooks, and 20 were hurt.",
            [("37", 37, "man"), ("nine", 9, "cook"), ("20", 20, "man")],
            id="what is included is not gone on with",
        ),
        pytest.param("The hall holds 62,850.", [("62,850", 62_850, "number")], id="a verb before its number"),
        pytest.param(
            "Two men aged 24 and 31 left.",
            [("Two", 2, "man"), ("24", 24, "year"), ("31", 31, "year")],
            id="listed ages",
        ),
        pytest.param("Oats rose 2-1/4 cents.", [("2-1/4 cents", 0.0225, "USD")], id="fraction behind a hyphen"),
        pytest.param(
            "It has 2bn monthly active users.", [("2bn", 2e9, "monthly active user")], id="two adjectives, one a stop"
        ),
        pytest.param("One cook in seven left.", [("One cook in seven", 14.29, "percent")], id="one of a noun in seven"),
        pytest.param(
            "Sales in Norway rose to 9 million crowns.", [("9 million crowns", 9e6, "NOK")], id="crowns of Norway"
        ),
        pytest.param("The queen has 9 crowns.", [("9", 9, "crown")], id="crowns that are worn"),
        pytest.param(
            "Some 17,000 veterans received housing vouchers.", [("17,000", 17000, "veteran")], id="noun before its verb"
        ),
        pytest.param("It reaches 1.9 petaflops.", [("1.9 petaflops", 1.9, "petaflop")], id="speed of computing"),
        pytest.param(
            "It draws 450 W, 100 W less than that.",
            [("450 W", 450, "watt"), ("100 W", 100, "watt")],
            id="watts before a comparison",
        ),
        pytest.param(
            "Posts in Peru rose by 11,000, or 0.7%.",
            [("11,000", 11000, "post"), ("0.7%", 0.7, "percent")],
            id="a share that restates a count",
        ),
        pytest.param(
            "It covers 14 months of work, against 11 last year.",
            [("14 months", 14, "month"), ("11", 11, "month")],
            id="a length of time against another",
        ),
        pytest.param("Days lost to disputes came to 14,000.", [("14,000", 14000, "day")], id="the head of the subject"),
        pytest.param("One cook in four left.", [("One cook in four", 25, "percent")], id="one of a noun in N"),
        pytest.param("Only one in 50 left.", [("one in 50", 2, "percent")], id="one in a larger number"),
        pytest.param("It ranks number one in 50 countries.", [("50", 50, "country")], id="number one in"),
        pytest.param(
            "Mice got 5 mg/kg/day.", [("5 mg/kg/day", 5, "milligram per kilogram per day")], id="two slashes in a unit"
        ),
        pytest.param("A family of four needs $20.", [("$20", 20, "USD")], id="size of a family"),
        pytest.param("Half-year sales fell.", [], id="half-year before what it tells"),
        pytest.param("They finished units 3 and 4 of the dam.", [], id="numbers of units"),
        pytest.param("A force of 10,000 left.", [("10,000", 10_000, "person")], id="size of a force"),
        pytest.param("Some 10-15,000 left.", [("10-15,000", (10_000, 15_000), "number")], id="range of thousands"),
        pytest.param("Cooks beat waiters by two to one.", [], id="proportion in words"),
        pytest.param("It rose by up to a metre.", [("metre", 1, "meter")], id="up to one unit"),
        pytest.param(
            "It cost 30 million Danish crowns.", [("30 million Danish crowns", 30_000_000, "DKK")], id="crowns"
        ),
    ],
)
def test_amounts_with_words_around_them(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They fined 260 people or more.", ["at_least"], id="or more behind the noun"),
        pytest.param("They fined 260 people at most.", ["at_most"], id="at most behind the noun"),
        pytest.param("They fined 8 people at least once.", ["exact"], id="at least of something else"),
        pytest.param("It shut more than two years ago.", ["at_least"], id="bounded time ago"),
        pytest.param("Growth is in the range of 2% to 3%.", ["exact"], id="range whose bounds are stated"),
    ],
)
def test_hedges_behind_nouns(text: str, expected: list[str]) -> None:
    assert qualifiers(text) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param(
            "The index has three factors. It fell by 60 percent (0.6) of its height.", "number", id="no part of a thing"
        ),
        pytest.param(
            "They bought two depots. These stores join its now 386 strong chain.", "store", id="size of a group"
        ),
        pytest.param("They sold 300 stores. Another 40 were shut.", "store", id="whole number"),
        pytest.param(
            "The number of dead in the fire in the old town was 17.", "person", id="number of those it befell"
        ),
    ],
)
def test_what_a_later_number_counts(text: str, unit: str) -> None:
    assert told(text)[-1][2] == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They lent N3.2 billion.", [("N3.2 billion", 3.2e9, "NGN")], id="naira in billions"),
        pytest.param("He paid N5,000 for it.", [("N5,000", 5000, "NGN")], id="naira in thousands"),
        pytest.param("It cost R500 million.", [("R500 million", 5e8, "ZAR")], id="rand in millions"),
        pytest.param("The N95 mask and the R1 model sold.", [], id="names with a letter and a number"),
        pytest.param("Take the N2 to the R27.", [], id="roads"),
        pytest.param("Cell R12 and line N40 failed.", [], id="labels"),
    ],
)
def test_capital_for_a_currency(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It backs 300 museums and libraries.", [("300", 300, "museum or library")], id="nouns counted"),
        pytest.param("It lacks 60 nurses, midwives, and family doctors.",
                     [("60", 60, "nurse, midwife, or family doctor")], id="three nouns counted"),
        pytest.param("It hired 300 nurses and doctors complained.", [("300", 300, "nurse")], id="a noun that acts"),
        pytest.param("It frees 90 inmates and withdraw troops from Arden.", [("90", 90, "inmate")],
                     id="a verb and its object"),
        pytest.param("It shut 97 bases and closed hundreds of huts.",
                     [("97", 97, "base"), ("hundreds", 100, "hut")], id="another amount"),
        pytest.param("It pays 90 federal employees and employees of firms.", [("90", 90, "federal employee")],
                     id="the same noun again"),
        pytest.param("It runs 48 Marlow T8 GPUs.", [("48", 48, "Marlow T8 GPU")], id="acronym in the plural"),
        pytest.param("Doctors saw 12 cases of lung cancer.", [("12", 12, "case of lung cancer")], id="case of two"),
        pytest.param("The store count at Marlow fell from 52 to 17.", [("52", 52, "store"), ("17", 17, "store")],
                     id="the count of"),
        pytest.param("Marlow cut its sales headcount from 9,000 to 5,000.",
                     [("9,000", 9000, "employee"), ("5,000", 5000, "employee")], id="headcount"),
        pytest.param("It took cases of flu to 31,452, and the death toll to 208.",
                     [("31,452", 31452, "case"), ("208", 208, "death")], id="death toll"),
        pytest.param("The left wins 52 seats and the nine-party bloc 11.",
                     [("52", 52, "seat"), ("nine", 9, "party"), ("11", 11, "seat")], id="no unit of a compound"),
        pytest.param("Stocks rose, with the Dow passing 50,000.", [("50,000", 50000, "point")], id="an index"),
        pytest.param("A 6.8 quake shook Arden.", [("6.8", 6.8, "magnitude")], id="quake of a magnitude"),
        pytest.param("Marlow trained a 70B language model.", [("70B", 7e10, "parameter")], id="size of a model"),
        pytest.param("Marlow uses 10-20× less power.", [("10-20×", (10, 20), "times")], id="sign of multiplication"),
        pytest.param("The gap is about a factor of 10.", [("10", 10, "times")], id="a factor of"),
        pytest.param("Arden spent RM4.4bil on dams.", [("RM4.4bil", 4.4e9, "MYR")], id="bil"),
        pytest.param("The plant treats 20 mld.", [("20 mld", 2e7, "liter per day")], id="million litres a day"),
        pytest.param("The pipe carries 30 litres of oil annually.", [("30 litres", 30, "liter per year")],
                     id="rate by an adverb"),
        pytest.param("The clinic treats 90 patients every month.", [("90", 90, "patient per month")], id="every month"),
        pytest.param("Firms are committing billions to parks.", [("billions", 1e9, "USD")], id="sums committed"),
        pytest.param("They committed thousands of errors.", [("thousands", 1000, "error")], id="committed but counted"),
        pytest.param("Arden is one of the top 20 ports.", [("20", 20, "rank")], id="one of the top"),
        pytest.param("Three of the top 20 ports are Dutch.", [("Three", 3, "port"), ("20", 20, "port")],
                     id="some of the top"),
        pytest.param("It put money into the top five firms.", [("five", 5, "firm")], id="the top without a rank"),
        pytest.param("Chad and Mali rank high (third and fourth respectively).",
                     [("third", 3, "rank"), ("fourth", 4, "rank")], id="ranks in brackets"),
        pytest.param("He wrote of the war (second edition).", [], id="an edition in brackets"),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It lies about 10 km (6 miles) off.", ["approx", "approx"], id="hedged conversion"),
        pytest.param("The wall is 10 km (6 miles) long.", ["exact", "exact"], id="exact conversion"),
        pytest.param("It cost over $9 million ($3 million in cash).", ["at_least", "exact"], id="part in brackets"),
        pytest.param("Fees fell to as low as $3.", ["at_least"], id="as low as"),
        pytest.param("Arden ranks among the top ten ports.", ["at_most"], id="among the top"),
    ],
)
def test_hedges_in_context(text: str, expected: list[str]) -> None:
    assert qualifiers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The dead were four men and one woman.", [("four", 4, "man"), ("one", 1, "woman")],
                     id="last and least of a series"),
        pytest.param("He had two rifles, two shotguns, and one pistol.",
                     [("two", 2, "rifle"), ("two", 2, "shotgun"), ("one", 1, "pistol")], id="behind a comma and and"),
        pytest.param("Three cases were in Oslo, two in Bergen and one in Tromso.",
                     [("Three", 3, "case"), ("two", 2, "case"), ("one", 1, "case")], id="series of places"),
        pytest.param("They lost two games and one of them hurt.", [("two", 2, "game")], id="one of them"),
        pytest.param("A quake of magnitude 6.3 struck.", [("magnitude 6.3", 6.3, "magnitude")],
                     id="magnitude before its number"),
        pytest.param("A 5.3-magnitude quake struck.", [("5.3-magnitude", 5.3, "magnitude")],
                     id="magnitude behind its number"),
        pytest.param("The magnitude was 6.1.", [("6.1", 6.1, "magnitude")], id="magnitude as the subject"),
        pytest.param("It measured 7.1 on the Richter scale.", [("7.1", 7.1, "magnitude")], id="by its scale"),
    ],
)  # fmt: skip
def test_last_of_a_series_and_magnitudes(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Fewer than two hundred showed up at the gates.", [("two hundred", 200, "person")],
                     id="who showed up"),
        pytest.param("It saves thousands of pupils hundreds of dollars.",
                     [("thousands", 1e3, "pupil"), ("hundreds of dollars", 100, "USD")], id="whom, before how much"),
        pytest.param("It cost hundreds or even thousands of dollars.",
                     [("hundreds or even thousands of dollars", 100, "USD")], id="the less of two"),
        pytest.param("It helps millions of student loan borrowers.", [("millions", 1e6, "student loan borrower")],
                     id="persons with a noun of money"),
        pytest.param("In 36 states most people agree.", [("36", 36, "state")], id="another phrase behind a plural"),
    ],
)  # fmt: skip
def test_what_is_counted_beside_another(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We lost six or seven million jobs.", [("six or seven million", (6e6, 7e6), "job")], id="or million"
        ),
        pytest.param(
            "We lost two or 70 million jobs.", [("two", 2, "job"), ("70 million", 7e7, "job")], id="or, far apart"
        ),
        pytest.param("It saves $500+ billion a year.", [("$500+ billion", 5e11, "USD")], id="plus before a magnitude"),
        pytest.param("They sold 3+ million phones.", [("3+ million", 3e6, "phone")], id="plus, things"),
        pytest.param("It is .5 square km of land.", [(".5 square km", 0.5, "square kilometer")], id="square km"),
        pytest.param("It makes Level 2 chargers.", [], id="degree in capitals"),
        pytest.param("It holds 5 U.S. gallons.", [("5 U.S. gallons", 5, "U.S. gallon")], id="gallons of a country"),
        pytest.param("It fell by, reportedly, a factor of two.", [("two", 2, "times")], id="factor behind an aside"),
    ],
)
def test_signs_words_and_units_between_number_and_noun(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Acme to Open Plant, Create 500 Jobs", [("500", 500, "Job")], id="verb of a title"),
        pytest.param("Acme to Ground Boeing 737 Jets", [], id="make in a title"),
    ],
)
def test_numbers_in_titles(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["It saves $500+ billion.", "They sold 3+ million phones."])
def test_plus_before_a_magnitude_is_a_lower_bound(text: str) -> None:
    assert qualifiers(text) == ["at_least"]
