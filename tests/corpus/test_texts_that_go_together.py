"""Texts of two documents, read from end to end: those that can both be true, and those that cannot."""

import tomllib
from pathlib import Path

import pytest

from short_texts import verdicts

PAIRS = tomllib.loads((Path(__file__).parents[2] / "bench" / "contradictions.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("pair", PAIRS["go_together"], ids=lambda pair: pair[0][:50])
def test_no_conflict(pair: list[str]) -> None:
    assert "conflict" not in verdicts(*pair)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Revenue of Orvela Foods rose to $41.3 million in 2021.",
            "Revenue of Orvela Foods rose by $17.2 million in 2021.",
            id="rose to and rose by",
        ),
        pytest.param(
            "Profit of Orvela Foods fell to $41.3 million in 2021.",
            "The fall in profit of Orvela Foods was $17.2 million in 2021.",
            id="fell to and a fall of",
        ),
    ],
)
def test_a_level_is_no_change(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Orvela Foods had 4,100 employees as 2023 drew to a close.",
            "Orvela Foods closed out 2023 with 2,900 employees.",
            id="the end of a period, by a verb",
        ),
        pytest.param(
            "Orvela Foods, a family firm with a turnover of $410 million in 2023, is growing.",
            "Sales at Orvela Foods came to $290 million over the course of 2023.",
            id="a measure in an apposition",
        ),
        pytest.param(
            "The blaze in Tarvo on 3 March 2024 claimed 41 lives.",
            "On 3 March 2024, 29 people were killed by a fire in Tarvo.",
            id="an event by another noun",
        ),
        pytest.param(
            "Layoffs at Orvela Foods in January 2024 affected 410 people.",
            "Orvela Foods fired 290 people in January 2024.",
            id="people whom something affects",
        ),
        pytest.param(
            "In May 2023, Orvela Foods shelled out $410 million for Pinto Dairy.",
            "Pinto Dairy was taken over by Orvela Foods for $290 million in May 2023.",
            id="a deal by another verb",
        ),
        pytest.param(
            "Orvela Foods pulled in $41 million in a Series B round in March 2024.",
            "In a Series B round in March 2024, investors handed Orvela Foods $29 million.",
            id="investors as the subject",
        ),
        pytest.param(
            "Buyers of its shares valued Orvela Foods at $410 million in March 2024.",
            "In March 2024, Orvela Foods commanded a valuation of $290 million.",
            id="who values it",
        ),
        pytest.param(
            "The power plant of Orvela Foods delivers up to 410 megawatts.",
            "The capacity of Orvela Foods' power plant is 290 megawatts.",
            id="a capacity as the most that is done",
        ),
        pytest.param(
            "After two hard years, Orvela Foods recorded a profit of $41 million for 2023.",
            "The bottom line at Orvela Foods in 2023 was a profit of $29 million.",
            id="what came before",
        ),
        pytest.param(
            "Orvela Foods, a company founded in 1911, bakes bread.",
            "Orvela Foods was started in 1934 by two sisters.",
            id="a founding in an apposition",
        ),
        pytest.param(
            "Since it was founded in 1911, Orvela Foods has never moved.",
            "The year 1934 saw the founding of Orvela Foods.",
            id="a founding in a clause of time",
        ),
        pytest.param(
            "Workers walked off the job in Tarvo on 11 March 2024.",
            "The start of the strike in Tarvo came on 20 March 2024.",
            id="the start of an event by a noun",
        ),
        pytest.param(
            "Revenue of Orvela Foods rose to $41.3 million in 2021.",
            "Revenue of Orvela Foods rose to $17.2 million in 2021.",
            id="two levels that were reached",
        ),
        pytest.param(
            "Revenue of Orvela Foods rose by $41.3 million in 2021.",
            "The increase in revenue of Orvela Foods was $17.2 million in 2021.",
            id="two changes",
        ),
    ],
)
def test_conflict(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Orvela Bank had a good year. In 2023, 41,200 patients were treated at Tarvo General Hospital.",
            "Tarvo General Hospital saw 29,300 patients in 2023.",
            id="the subject is named behind the figure",
        ),
        pytest.param(
            "At a valuation of $737 million, Orvela Foods is the largest start-up in Tarvo.",
            "Investors value Orvela Foods at $553 million.",
            id="the figure opens the sentence",
        ),
        pytest.param("Orvela Foods has 603 trucks.", "Orvela Foods has 411 trucks.", id="so many of a thing"),
        pytest.param(
            "The Tarvo Bridge is 741 metres long.", "The Tarvo Bridge has a length of 526 metres.", id="a length"
        ),
        pytest.param(
            "The Tarvo Bridge cost $64 million to build.",
            "The construction of the Tarvo Bridge cost $91 million.",
            id="what a place cost",
        ),
        pytest.param("Anna Holt, 34, won the race.", "Anna Holt is 41 years old.", id="an age"),
        pytest.param(
            "A court sentenced Peter Novak to 60 months in prison.",
            "Peter Novak must go to prison for 96 months.",
            id="a sentence that is passed",
        ),
        pytest.param(
            "Tarvo United signed Peter Novak for $59 million.",
            "The transfer of Peter Novak to Tarvo United cost $44 million.",
            id="a transfer",
        ),
        pytest.param(
            "The Holt Foundation awarded a $50 million grant to Ostby University in 2023.",
            "In 2023, Ostby University received a grant of $65 million from the Holt Foundation.",
            id="a grant by its two parties",
        ),
        pytest.param(
            "The strike at Orvela Foods began on 11 March 2024.",
            "Workers at Orvela Foods went on strike on 16 March 2024.",
            id="a strike at a company",
        ),
        pytest.param(
            "The Tarvo Bridge opened to traffic on March 16, 2024.",
            "On 11 March 2024, the Tarvo Bridge was opened.",
            id="an opening",
        ),
        pytest.param(
            "Orvela Foods acquired Kessel Mills on 3 May 2024.",
            "Kessel Mills was bought by Orvela Foods on 12 May 2024.",
            id="the day of an acquisition",
        ),
        pytest.param(
            "Orvela Foods is headquartered in Oslo.",
            "Lima-based Orvela Foods is hiring.",
            id="headquarters in two cities",
        ),
        pytest.param(
            "Orvela Foods, a subsidiary of Larch Group, is hiring.",
            "Ivory Holdings owns Orvela Foods.",
            id="two owners",
        ),
        pytest.param("Anna Holt is a plumber by trade.", "The beekeeper Anna Holt won the prize.", id="two trades"),
        pytest.param(
            "Orvela Foods reported 2023 revenue of $133 million on Monday.",
            "In 2023, revenue at Orvela Foods was $213 million.",
            id="a year before the measure",
        ),
        pytest.param(
            "A fire in Tarvo on 3 March 2024 took the lives of 41 people.",
            "24 people were killed in a fire in Tarvo on 3 March 2024.",
            id="a day before what is measured",
        ),
        pytest.param(
            "A court in Tarvo fined Orvela Foods $77 million in February 2024.",
            "In February 2024, Orvela Foods was fined $48 million.",
            id="where the court sits",
        ),
    ],
)
def test_conflict_in_own_words(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            ("The Tarvo Bridge opened on 3 May 2024.", "The Tarvo Bridge was closed on 12 May 2024."), id="another act"
        ),
        pytest.param(
            (
                "Orvela Foods acquired Kessel Mills on 3 May 2024.",
                "Orvela Foods announced its acquisition of Kessel Mills on 12 April 2024.",
            ),
            id="an act and its announcement",
        ),
        pytest.param(
            ("Orvela Foods launched its app on 3 May 2024.", "Orvela Foods launched its watch on 9 May 2024."),
            id="two things launched",
        ),
        pytest.param(
            ("Orvela Foods opened a store on 3 May 2024.", "Orvela Foods opened a store on 9 May 2024."),
            id="one of several stores",
        ),
        pytest.param(
            ("Orvela Foods is based in Oslo.", "Orvela Foods has an office in Lima."), id="an office elsewhere"
        ),
        pytest.param(
            ("Orvela Foods is based in Oslo.", "Orvela Foods moved its headquarters to Lima."), id="headquarters moved"
        ),
        pytest.param(
            ("Orvela Foods is headquartered in Oslo.", "Orvela Foods is based in Norway."), id="a city and its country"
        ),
        pytest.param(
            (
                "Orvela Foods, a subsidiary of Larch Group, is hiring.",
                "Orvela Foods is owned by Ivory Holdings.",
                "Larch Group is a subsidiary of Ivory Holdings.",
            ),
            id="an owner of the owner",
        ),
        pytest.param(
            ("Orvela Foods is partly owned by Larch Group.", "Orvela Foods is partly owned by Ivory Holdings."),
            id="two owners of a part",
        ),
        pytest.param(("Anna Holt, 34, won the race.", "Anna Holt is 35 years old."), id="a birthday"),
        pytest.param(
            ("Anna Holt is 46 years old.", "Anna Holt won the race at the age of 19."), id="the age at another time"
        ),
        pytest.param(
            ("The Tarvo Bridge is 741 metres long.", "The main span of the Tarvo Bridge is 526 metres long."),
            id="a part of a length",
        ),
        pytest.param(
            ("The Tarvo Bridge cost $64 million.", "Repairs to the Tarvo Bridge cost $44 million."), id="a repair"
        ),
        pytest.param(
            ("The Tarvo Metro cost $64 million.", "A monthly pass on the Tarvo Metro costs $44."), id="a ticket"
        ),
        pytest.param(
            ("Ostby University was founded in 1903.", "The medical school of Ostby University was founded in 1912."),
            id="a part is founded later",
        ),
        pytest.param(
            (
                "The Holt Foundation gave Ostby University a grant of $65 million in 2023.",
                "Ostby University applied for a grant of $91 million from the Holt Foundation in 2023.",
            ),
            id="what was only applied for",
        ),
        pytest.param(
            (
                "The strike at Orvela Foods began on 11 March 2024.",
                "Talks with Orvela Foods about the strike began on 20 March 2024.",
            ),
            id="talks about a strike",
        ),
        pytest.param(
            (
                "Orvela Foods paid a $16 million fine in March 2024.",
                "Orvela Foods set aside $10 million for fines in March 2024.",
            ),
            id="what was only set aside",
        ),
        pytest.param(
            ("Tarvo General Hospital has 603 beds.", "Tarvo General Hospital has 411 beds in intensive care."),
            id="some of a thing",
        ),
        pytest.param(
            (
                "Orvela Foods had 4,100 employees. The Oslo start-up raised $41 million in March 2024.",
                "Oslo raised $29 million in March 2024.",
            ),
            id="a company by its city",
        ),
        pytest.param(
            ("Jordan has a population of 41,000 people.", "Jordan Mills has 29,000 people on its payroll."),
            id="a name in another name",
        ),
    ],
)
def test_what_only_looks_like_a_conflict(texts: tuple[str, ...]) -> None:
    assert "conflict" not in verdicts(*texts)


D3, D9 = "on 3 May 2024", "on 9 May 2024"


@pytest.mark.parametrize(
    "telling",
    [
        "A man died in Oslo {}.",
        "A worker of Orvela Foods died {}.",
        "A son of Anna Holt died {}.",
        "Anna Holt announced the death of the victim {}.",
        "The first baby of the year was born in Oslo {}.",
        "Schools in Oslo opened {}.",
        "Shares of Orvela Foods opened higher {}.",
        "Orvela Foods opened talks with Larch Motors {}.",
        "Orvela Foods opened its store in Tarvo {}.",
        "Orvela Foods opened in Tarvo {}.",
        "The trial of a nephew of Anna Holt opened {}.",
        "The second trial of Anna Holt opened {}.",
        "Anna Holt opened the session of Orvela Foods {}.",
        "Norland launched drones at Oslo {}.",
        "Orvela Foods released its weekly data {}.",
        "Police released Anna Holt {}.",
        "Anna Holt took over Orvela Foods {}.",
        "Orvela Foods bought bonds of Larch Motors {}.",
        "Orvela Foods bought shares of Larch Motors {}.",
        "Orvela Foods bought oil from Larch Motors {}.",
        "Orvela Foods bought land in Oslo {}.",
        "The brothers Peter and Anna Holt died in their sleep {}.",
    ],
)
def test_an_act_that_may_come_again(telling: str) -> None:
    assert "conflict" not in verdicts(telling.format(D3), telling.format(D9))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orvela Foods opened {}.", "Orvela Foods was opened {}."),
        ("Anna Holt was born on 3 May 1950.", "Anna Holt was born in Oslo on 9 May 1950."),
        ("Anna Holt died {}.", "The death of Anna Holt occurred {}."),
        ("Larch Motors took over Orvela Foods {}.", "The takeover of Orvela Foods by Larch Motors took place {}."),
    ],
)
def test_an_act_that_comes_once(one: str, other: str) -> None:
    assert "conflict" in verdicts(one.format(D3), other.format(D9))


def test_a_buyer_is_not_what_is_bought() -> None:
    one = "Orvela Foods acquired Larch Motors on 3 May 2024."
    assert verdicts(one, "Orvela Foods was acquired by Larch Motors on 9 May 2024.") == []


@pytest.mark.parametrize(
    "of_a_part",
    [
        "The research arm of Orvela Foods is headquartered in Lima.",
        "The sales team of Orvela Foods is based in Lima.",
        "Orvela Foods's sales team is based in Lima.",
        "The factory of Orvela Foods is located in Lima.",
        "Anna Holt of Orvela Foods, who is based in Lima, spoke.",
        "Orvela Foods is based in Lima for tax purposes.",
        "Orvela Foods is located in Lima, too.",
        "Orvela Foods, with headquarters in Lima and Oslo, is growing.",
        "Orvela Foods, based in Lima and Oslo, is growing.",
    ],
)
def test_a_seat_of_a_part(of_a_part: str) -> None:
    assert "conflict" not in verdicts("Orvela Foods is headquartered in Oslo.", of_a_part)


@pytest.mark.parametrize(
    "of_a_part",
    [
        "The Oslo store of Orvela Foods is owned by Ivory Holdings.",
        "The brand Orvela Foods is owned by Ivory Holdings.",
        "The trademark of Orvela Foods belongs to Ivory Holdings.",
        "Most of Orvela Foods belongs to Ivory Holdings.",
        "A third of Orvela Foods is owned by Ivory Holdings.",
        "The ultimate parent of Orvela Foods is Ivory Holdings.",
        "Orvela Foods belongs to the Ivory Shipping alliance.",
    ],
)
def test_an_owner_of_a_part(of_a_part: str) -> None:
    assert "conflict" not in verdicts("Orvela Foods is owned by Larch Motors.", of_a_part)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Orvela Foods guided for revenue of $410 million in 2023.",
            "Orvela Foods had revenue of $390 million in 2023.",
            id="guidance",
        ),
        pytest.param(
            "Orvela Foods was on course for revenue of $410 million in 2023.",
            "Orvela Foods had revenue of $390 million in 2023.",
            id="on course",
        ),
        pytest.param(
            "The Tarvo Tower was estimated to cost $64 million.", "The Tarvo Tower cost $91 million.", id="cost"
        ),
        pytest.param("Orvela Foods can employ 4,100 people.", "Orvela Foods employs 2,900 people.", id="can employ"),
        pytest.param("Orvela Foods once had 4,100 employees.", "Orvela Foods has 2,900 employees.", id="once had"),
        pytest.param(
            "Orvela Foods paid $41 million for Larch Motors.",
            "Orvela Foods paid $59 million for Larch Motors, including $18 million of debt.",
            id="with debt",
        ),
        pytest.param(
            "Orvela Foods bought Larch Motors for $41 million.",
            "Orvela Foods bought Larch Motors for $59 million, of which $18 million depends on its results.",
            id="what is still open",
        ),
        pytest.param(
            "Orvela Foods was founded in 1911.", "The union at Orvela Foods was founded in 1934.", id="a union at it"
        ),
        pytest.param(
            "Orvela Foods was founded in 1911.", "Orvela Foods was incorporated in 1934.", id="another legal form"
        ),
        pytest.param(
            "Anna Holt, 34, a nurse from Tarvo, was honoured.",
            "Anna Holt, 61, a farmer from Ostby, was arrested.",
            id="two people of one name",
        ),
        pytest.param("Anna Holt, 34, won the race.", "Anna Holt won her first race aged 19.", id="aged then"),
    ],
)
def test_what_is_another_matter(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Revenue of Orvela Foods rose 41 percent in 2023.",
            "Revenue of Orvela Foods fell 41 percent in 2023.",
            id="a rise and a fall",
        ),
        pytest.param(
            "Unemployment in Oslo was 12.4 percent in May 2024.",
            "Unemployment in Oslo rose 12.4 percent in May 2024.",
            id="a rate and its rise",
        ),
        pytest.param(
            "Orvela Foods expects revenue of $410 million in 2023.",
            "Orvela Foods had revenue of $410 million in 2023.",
            id="a forecast and a fact",
        ),
        pytest.param(
            "Orvela Foods had revenue of $410 million in 2023.",
            "Orvela Foods had no revenue of $410 million in 2023.",
            id="what is denied",
        ),
    ],
)
def test_one_value_of_two_matters(one: str, other: str) -> None:
    assert "agree" not in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Orvela Foods will cut 450 jobs.", "Orvela Foods has cut 300 jobs.", id="announced and done"),
        pytest.param("Orvela Foods will cut 450 jobs.", "Orvela Foods may cut 300 jobs.", id="announced and possible"),
        pytest.param("Orvela Foods will cut 450 jobs.", "Orvela Foods will cut 300 jobs a year.", id="by the year"),
        pytest.param("Orvela Foods will cut 450 jobs.", "Unions say Orvela Foods will cut 900 jobs.", id="by others"),
        pytest.param(
            "Orvela Foods will buy Larch Motors for $45 million.",
            "Orvela Foods offered $60 million for Larch Motors.",
            id="deal and offer",
        ),
        pytest.param(
            "Quellan raised €30 million in a seed round.", "Quellan raised €5 million in a pre-seed round.", id="rounds"
        ),
        pytest.param(
            "The minimum wage in Norland is $12.50 an hour.",
            "The minimum wage in Norland is $19.50 a day.",
            id="by the hour and by the day",
        ),
        pytest.param(
            "Orvela Foods paid a dividend of $1.20 per share for 2023.",
            "Orvela Foods raised its dividend by $0.30 per share for 2023.",
            id="raised by",
        ),
        pytest.param(
            "Orvela Foods owns 40 percent of Larch Motors.", "Orvela Foods sold 25 percent of Larch Motors.", id="sold"
        ),
        pytest.param(
            "Orvela Foods owns 40 percent of Larch Motors.", "Larch Motors owns 25 percent of Orvela Foods.", id="whose"
        ),
        pytest.param("The iPhone 16 costs $799.", "The iPhone 16 costs $416 to make.", id="price and cost"),
        pytest.param("The iPhone 16 costs $799.", "The iPhone 16 now sells for $699.", id="price and present price"),
        pytest.param("Anna Holt, aged 70, left.", "The sister of Anna Holt, aged 64, left.", id="age of a relative"),
        pytest.param(
            "The Orno Metro is 34 kilometres long.",
            "Line 3 of the Orno Metro is 54 kilometres long.",
            id="numbered part",
        ),
        pytest.param(
            "Orvela Foods is based in Oslo.",
            "Lisbon-based Orvela Foods executives declined to comment.",
            id="seat of people",
        ),
    ],
)
def test_what_only_looks_like_the_same(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Orvela Foods will cut 450 jobs.", "Orvela Foods plans to cut 300 jobs.", id="announced"),
        pytest.param(
            "Orvela Foods will buy Larch Motors for $45 million.",
            "Larch Motors is being sold to Orvela Foods for $60 million.",
            id="deal to come",
        ),
        pytest.param(
            "The minimum wage in Norland is $12.50 an hour.",
            "Norland has a minimum wage of $14.50 per hour.",
            id="by the hour",
        ),
        pytest.param(
            "Orvela Foods owns 40 percent of Larch Motors.",
            "Orvela Foods has a 25 percent stake in Larch Motors.",
            id="stake",
        ),
        pytest.param("The iPhone 16 costs $799.", "The price of the iPhone 16 is $699.", id="price of a product"),
        pytest.param(f"Anna Holt went on trial {D3}.", f"Anna Holt’s trial began {D9}.", id="day of a trial"),
        pytest.param(
            "Orvela Foods is based in Oslo.", "A spokesman for Lisbon-based Orvela Foods declined to talk.", id="seat"
        ),
    ],
)
def test_what_is_the_same_in_other_words(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)
