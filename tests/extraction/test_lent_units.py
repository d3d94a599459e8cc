"""What numbers count or measure by what stands further off, the hedges that verbs give them, and shares in words."""

from datetime import date

import pytest

from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.records import Quantity
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in which nothing is named."""
    document = Document("a.txt", "", "text/plain", text, language="en", published_on=date(2024, 7, 1))
    lexicon = load_lexicon()
    sentences = find_sentences(document, lexicon)
    return find_quantities(document, sentences, (), find_dates(document, sentences, (), lexicon), lexicon)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param(
            "It has 14.2 cases per 100,000 residents, against 9.8 in Peru. Chad counts 21.",
            ["case per 100,000 residents"] * 3,
            id="a rate compared",
        ),
        pytest.param(
            "Infections stood at 540 per 100,000 people; 1,200 nurses fell ill.",
            ["case per 100,000 people", "nurse"],
            id="a count beside a rate",
        ),
        pytest.param("The line carries 400 riders a day, up from 250.", ["rider per day"] * 2, id="a rate of time"),
        pytest.param("Calls doubled to 640 a day.", ["times", "call per day"], id="a bare number a day"),
        pytest.param("It cost 34 euros, against 31 a week ago.", ["EUR", "EUR"], id="a price compared"),
        pytest.param("They dug 22 tonnes, 3 more than planned.", ["tonne", "tonne"], id="by how much it differs"),
        pytest.param("It sent 22 tonnes in 12 trucks, 3 more than planned.", ["tonne", "truck", "truck"],
                     id="of what was counted last"),
        pytest.param("The barge is 90 metres long and 11 wide.", ["meter", "meter"], id="another dimension"),
        pytest.param("Two firms won 62% of it, and one of them is new; nine of them lost.", ["firm", "percent", "firm"],
                     id="of them, behind a share"),
        pytest.param("Of the 2.8 million who voted, half were young.", ["person", "percent"], id="those who"),
        pytest.param("The number waiting for a bed rose to 41,000.", ["person"], id="number waiting"),
        pytest.param("Its membership rose to 3,100 from 2,900.", ["member", "member"], id="level of a group"),
        pytest.param("A gang of seven took 40 cars.", ["person", "car"], id="what a group consists of"),
        pytest.param("The largest of the huts holds 900.", ["hut"], id="no verb is counted"),
        pytest.param("Sales of electric vans (EVs) rose to 12,000.", ["electric van"], id="no short form in brackets"),
        pytest.param("He waited for 12 months, 3,000 days fewer.", ["month", "day"], id="its own noun first"),
        pytest.param("The firm cut 2m jobs.", ["job"], id="millions of jobs"),
        pytest.param("Banks announced nearly 2m job cuts.", ["job cut"], id="millions of two nouns"),
        pytest.param("A pool 50m long lies there.", ["meter"], id="metres"),
        pytest.param("The number in work rose to 4.1m from 3.9m.", ["person", "person"], id="millions of persons"),
        pytest.param("They met 14 times last year.", ["time"], id="occasions"),
        pytest.param("They see him 7 times a year.", ["time per year"], id="occasions a year"),
        pytest.param("It was three times last year's sum.", ["times"], id="a factor"),
        pytest.param("It saved 30,000 acre-feet of water.", ["acre foot"], id="volume of water"),
        pytest.param("The link moves 2.3 Tbps.", ["terabit per second"], id="rate of data"),
        pytest.param("It stood at 23 percent, down two points.", ["percent", "percent"], id="points of a share"),
        pytest.param("It won 60% of its games for 31 points.", ["percent", "point"], id="points of a game"),
        pytest.param("The Dow fell 2%, losing 40 points.", ["percent", "point"], id="points of an index"),
        pytest.param("It got 89.3%, compared with 86.4 for its rival.", ["percent", "percent"], id="shares compared"),
        pytest.param("The stay fell from 6.1 days to 4.8.", ["day", "day"], id="lengths of time compared"),
        pytest.param("The wait is 43 weeks, nine more than in May.", ["week", "week"], id="a longer time"),
        pytest.param("Doses fell to 1,100 a week from a peak of 9,600.", ["dose per week"] * 2, id="from a peak"),
        pytest.param("It left 12 dead and dozens wounded.", ["person", "person"], id="no noun of amounts"),
        pytest.param("The bill cleared the house by 301 to 122.", ["vote", "vote"], id="votes by which it passed"),
        pytest.param("One in a thousand packages is lost.", ["package per thousand packages"], id="one in a thousand"),
        pytest.param("It pumps 3 million barrels of oil a day.", ["barrel per day"], id="barrels"),
    ],
)  # fmt: skip
def test_unit(text: str, units: list[str]) -> None:
    assert [row.unit for row in quantities(text)] == units


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        pytest.param("The rate dipped below the 6 percent line.", "at_most", id="below a line"),
        pytest.param("Visits broke the 10,000 mark.", "at_least", id="broke a mark"),
        pytest.param("Visits reached the 10,000 mark.", "exact", id="reached a mark"),
        pytest.param("The house passed $6 billion in aid.", "exact", id="passed a sum of money as law"),
        pytest.param("Sales are to pass $6 billion by 2027.", "at_least", id="to pass a sum"),
        pytest.param("Some lawmakers—around 12% of the house—left.", "approx", id="hedge behind a dash"),
        pytest.param("It's estimated we could reach another 40 million people.", "approx", id="it's estimated"),
        pytest.param("It uses 5nm or more advanced methods.", "exact", id="more of another word"),
        pytest.param("It uses 5nm or more.", "at_least", id="or more"),
        pytest.param("They face a maximum €20 million fine.", "at_most", id="a maximum"),
    ],
)
def test_qualifier(text: str, qualifier: str) -> None:
    assert [row.qualifier for row in quantities(text)][-1] == qualifier


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("About a third lack water.", [("third", 33.33)], id="hedged, before a verb"),
        pytest.param("It is up from a fifth a generation ago.", [("fifth", 20)], id="a level from which it rose"),
        pytest.param("It took two and a half hours.", [("two and a half hours", 2.5)], id="hours and a half"),
        pytest.param("It took half an hour.", [("half an hour", 30)], id="half an hour"),
        pytest.param("Prices fell by a fifth a year.", [("fifth", 20)], id="a share a year"),
        pytest.param("Half a year passed.", [("Half a year", 0.5)], id="half of a unit"),
        pytest.param("They cut waste by a third among shops.", [("third", 33.33)], id="before a preposition"),
        pytest.param("Half were ill, and a quarter say so.", [("Half", 50), ("quarter", 25)], id="of those told"),
        pytest.param("Barely half had it.", [("half", 50)], id="barely half"),
        pytest.param("A third party asked about a third term, and a third was held.", [], id="the next of several"),
        pytest.param("From half time on it rained.", [], id="half time"),
        pytest.param("The club climbed to fourth in the table.", [("fourth", 4)], id="climbed to a rank"),
        pytest.param("He moved to third base.", [], id="no rank"),
        pytest.param("Applicants must be at least 21.", [("21", 21)], id="required age"),
    ],
)
def test_share_or_rank(text: str, told: list[tuple[str, float]]) -> None:
    assert [(row.text, row.value) for row in quantities(text)] == told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Applicants must be at least 21.", "age", id="required age"),
        pytest.param("Fines must be at least 21.", "count", id="required number"),
        pytest.param("The mean age of the patients was 54.6 years.", "age", id="mean age"),
        pytest.param("The mean wait of the patients was 54.6 years.", "duration", id="mean wait"),
        pytest.param("A magnitude 5.9 quake hit.", "measure", id="magnitude"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [row.kind for row in quantities(text)] == [kind]
