"""Figures that documents tell in unlike words: those of one measure, and those that only look like it."""

import pytest

from short_texts import verdicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Orvela Foods, which made a net profit of $41 million in 2023, will open three shops.",
            "Net profit of Orvela Foods was $29 million in 2023.",
            id="what is so, beside a forecast",
        ),
        pytest.param(
            "OSLO, 4 March 2024 — Orvela Foods had 4,100 employees at the end of 2023.",
            "Tarvo, 5 March (Harbour Wire) – Orvela Foods employed 2,900 people at the end of 2023.",
            id="datelines of different towns",
        ),
        pytest.param(
            "Orvela Foods plc made a net profit of $41 million in the third quarter of 2023.",
            "Net profit of Orvela Foods was $29 million between July and September 2023.",
            id="a legal form, and a quarter by its months",
        ),
        pytest.param(
            "The Tarvo Bridge is 2.04 kilometres long.",
            "The Tarvo Bridge has a length of 1,400 metres.",
            id="kilometres and metres",
        ),
        pytest.param(
            "Orvela Foods used 2.1 terawatt-hours of electricity in 2023.",
            "Electricity consumption of Orvela Foods was 1,400 gigawatt-hours in 2023.",
            id="terawatt and gigawatt hours",
        ),
        pytest.param(
            "Orvela Foods agreed to a settlement of CHF 41 million in March 2024.",
            "In March 2024, Orvela Foods agreed to a settlement of 29 million Swiss francs.",
            id="a currency by the name of its country",
        ),
        pytest.param(
            "The app Pindle had 4.1 million monthly active users at the end of 2023.",
            "At the end of 2023, 2.9 million people used Pindle every month.",
            id="so many a month",
        ),
        pytest.param(
            "Orvela Foods spent $41 million on research and development in 2023.",
            "R&D expenses at Orvela Foods were $29 million in 2023.",
            id="research and development",
        ),
        pytest.param(
            "Vexa Pharma announced a Series B of $41 million in March 2024.",
            "Vexa Pharma raised $29 million in a Series B round in March 2024.",
            id="a letter of a series",
        ),
        pytest.param(
            "Investors put $41 million into Vexa Pharma in March 2024 in a Series B round.",
            "Vexa Pharma raised $29 million in a Series B round in March 2024.",
            id="what is put into a company",
        ),
        pytest.param(
            "Vexa Pharma announced that it raised $41 million in a Series B round in March 2024.",
            "Vexa Pharma sells pills. The Oslo start-up raised $29 million in a Series B round in March 2024.",
            id="where it sits",
        ),
        pytest.param(
            "In May 2024, consumer prices in Norway rose 4.1 percent from a year earlier.",
            "Headline inflation in Norway was 2.9 percent in May 2024.",
            id="from a year earlier",
        ),
        pytest.param(
            "Orvela Foods emitted 410,000 metric tons of carbon dioxide in 2023.",
            "In 2023, emissions of Orvela Foods were 290,000 tonnes of CO2.",
            id="metric tons",
        ),
        pytest.param(
            "Layoffs at Orvela Foods in March 2024 hit 410 workers.",
            "Orvela Foods laid off 290 employees in March 2024.",
            id="what hit people",
        ),
        pytest.param(
            "Orvela Foods laid off 4 percent of its workforce, or 410 employees, in March 2024.",
            "Orvela Foods cut 290 jobs in March 2024.",
            id="people in an apposition",
        ),
        pytest.param(
            "Norway had 410 cases of measles in 2023.",
            "In 2023, 290 people in Norway caught measles.",
            id="who fell ill",
        ),
        pytest.param(
            "With a market share of 41 percent, Orvela Foods led the market for frozen pizza in 2023.",
            "Orvela Foods had 29 percent of the market for frozen pizza in 2023.",
            id="a phrase that opens the clause",
        ),
        pytest.param(
            "In a deal worth $41 million, Orvela Foods bought Pinto Dairy in March 2024.",
            "Orvela Foods acquired Pinto Dairy for $29 million in March 2024.",
            id="a deal in a phrase before it",
        ),
        pytest.param(
            "Orvela Foods went into 2024 with 4,100 employees.",
            "Orvela Foods had 2,900 employees at the end of 2023.",
            id="the year that is entered",
        ),
        pytest.param(
            "Customers took delivery of 4,100 Kestrel Motors cars in 2023.",
            "Kestrel Motors delivered 2,900 cars in 2023.",
            id="who takes part",
        ),
        pytest.param(
            "Orvela Foods beat forecasts with revenue of $410 million in 2023.",
            "Revenue of Orvela Foods was $290 million in 2023.",
            id="forecasts that are beaten",
        ),
        pytest.param(
            "Orvela Foods told shareholders on Tuesday that revenue was $410 million in 2023.",
            "Revenue of Orvela Foods was $290 million in 2023.",
            id="who is told",
        ),
        pytest.param(
            "Orvela Foods had revenue of $410 million in 2023 despite the strike.",
            "Revenue of Orvela Foods was $290 million in 2023.",
            id="a reason",
        ),
        pytest.param(
            "Pizza maker Orvela Foods had revenue of $410 million in 2023.",
            "Revenue of Orvela Foods was $290 million in 2023.",
            id="what the subject is",
        ),
        pytest.param(
            "Orvela Foods used 410 gigawatt-hours of electricity in 2023.",
            "Power consumption of Orvela Foods was 290 gigawatt-hours in 2023.",
            id="electricity",
        ),
        pytest.param(
            "Orvela Foods filed 410 patents in 2023.",
            "Orvela Foods filed 290 patent applications in 2023.",
            id="patents",
        ),
        pytest.param(
            "Hurricane Delma flattened 4,100 houses in 2023.",
            "In 2023, 2,900 homes were destroyed by Hurricane Delma.",
            id="homes",
        ),
        pytest.param(
            "Exports from Norway were worth $410 million in 2023.",
            "In 2023, exports reached $290 million in Norway.",
            id="in a place",
        ),
        pytest.param(
            "Orvela Foods made a profit of $41 million on revenue of $410 million in 2023.",
            "Orvela Foods had revenue of $290 million in 2023.",
            id="two measures in one clause",
        ),
        pytest.param(
            "Vexa Pharma raised $41 million at a valuation of $410 million in March 2024.",
            "In March 2024, Vexa Pharma was valued at $290 million.",
            id="what is raised, and at what value",
        ),
        pytest.param(
            "The 2023 accounts of Orvela Foods put its revenue at $410 million.",
            "Orvela Foods had revenue of $290 million in 2023.",
            id="the accounts of a year",
        ),
        pytest.param(
            "Kelso Airport, used by 4.1 million passengers in 2023, is to get a third runway.",
            "Kelso Airport had 2.9 million passengers in 2023.",
            id="a participle beside a forecast",
        ),
        pytest.param(
            "Unemployment stood at 4.1 percent in Norway in May 2024.",
            "The unemployment rate in Norway was 2.9 percent in May 2024.",
            id="a place behind the figure",
        ),
        pytest.param(
            "Norway's central bank raised its benchmark interest rate to 4.1 percent in May 2024.",
            "The policy rate in Norway stood at 2.9 percent in May 2024.",
            id="names of the key rate",
        ),
        pytest.param(
            "Orvela Foods had operating income of $41 million in 2023.",
            "In 2023, Orvela Foods posted an operating result of $29 million.",
            id="operating profit",
        ),
        pytest.param(
            "In 2023, Orvela Foods earned $41 million after tax.",
            "Orvela Foods had net income of $29 million in 2023.",
            id="net profit",
        ),
        pytest.param(
            "Orvela Foods generated free cash flow of $41 million in 2023.",
            "In 2023, Orvela Foods had $29 million in free cash flow.",
            id="free cash flow",
        ),
        pytest.param(
            "At the end of 2023, Orvela Foods was sitting on $41 million of cash.",
            "Orvela Foods had a cash pile of $29 million at the end of 2023.",
            id="cash",
        ),
        pytest.param(
            "Larch Capital had $41 billion under management at the end of 2023.",
            "At the end of 2023, Larch Capital managed assets of $29 billion.",
            id="money managed for others",
        ),
        pytest.param(
            "The order book of Orvela Foods stood at $41 million at the end of 2023.",
            "Orvela Foods had a backlog of $29 million at the end of 2023.",
            id="unfilled orders",
        ),
        pytest.param(
            "Earnings per share at Orvela Foods were $4.1 in 2023.",
            "Orvela Foods earned $2.9 a share in 2023.",
            id="so much per share, before the amount",
        ),
        pytest.param(
            "Orvela Foods paid out $41 million to shareholders for 2023.",
            "For 2023, Orvela Foods paid a dividend of $29 million.",
            id="what shareholders get",
        ),
        pytest.param(
            "In March 2024, 410 employees of Orvela Foods lost their jobs.",
            "Orvela Foods laid off 290 people in March 2024.",
            id="what those who are counted lost",
        ),
        pytest.param(
            "The public debt of Greece was 110 percent of GDP in 2023.",
            "In 2023, Greece had a debt ratio of 91 percent of gross domestic product.",
            id="a percentage of the GDP",
        ),
        pytest.param(
            "Greece spent 4.1 percent of GDP on defence in 2023.",
            "In 2023, military spending in Greece was 2.9 percent of GDP.",
            id="a word that the measure implies",
        ),
        pytest.param(
            "The average monthly wage in Greece was $1,410 in 2023.",
            "In 2023, the average wage in Greece was $1,190 a month.",
            id="an adverb for so much a month",
        ),
        pytest.param(
            "Merrow Airlines has a fleet of 41 aircraft.",
            "Merrow Airlines operates 29 planes.",
            id="a whole of many things",
        ),
        pytest.param(
            "Sandmoor Wind Farm has a capacity of 41 megawatts.",
            "The installed capacity of Sandmoor Wind Farm is 29 megawatts.",
            id="what is called after what it is",
        ),
        pytest.param(
            "Orvela Mining mined 410,000 tonnes of copper in 2023.",
            "Copper production at Orvela Mining was 290,000 tonnes in 2023.",
            id="what is mined",
        ),
        pytest.param(
            "Greece recorded 410 homicides in 2023.",
            "In 2023, there were 290 murders in Greece.",
            id="homicides",
        ),
        pytest.param(
            "At the end of 2023, 41,000 people were behind bars in Greece.",
            "Greece had 29,000 prisoners at the end of 2023.",
            id="prisoners",
        ),
        pytest.param(
            "On 3 June 2024, 410 employees of Orvela Foods walked off the job.",
            "On 3 June 2024, 290 workers struck at Orvela Foods.",
            id="strikers",
        ),
        pytest.param(
            "Ostby Hospital performed 4,100 operations in 2023.",
            "In 2023, surgeons at Ostby Hospital carried out 2,900 operations.",
            id="operations",
        ),
        pytest.param(
            "Orvela Foods employs 410 engineers.",
            "There are 290 engineers at Orvela Foods.",
            id="people of a trade",
        ),
    ],
)
def test_two_values_of_one_measure(one: str, other: str) -> None:
    assert "conflict" in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Orvela Foods, whose profit could reach $41 million in 2024, has new owners.",
            "Profit of Orvela Foods was $29 million in 2024.",
            id="what will be, in a clause beside",
        ),
        pytest.param(
            "Orvela Foods, which is to earn a net profit of $41 million in 2024, has new owners.",
            "Net profit of Orvela Foods was $29 million in 2024.",
            id="a forecast in a clause beside",
        ),
        pytest.param(
            "Orvela Foods missed its target of revenue of $410 million in 2023.",
            "Orvela Foods had revenue of $290 million in 2023.",
            id="a target that is missed",
        ),
        pytest.param(
            "The app Pindle had 4.1 million monthly active users at the end of 2023.",
            "At the end of 2023, 2.9 million people used Pindle every day.",
            id="a month and a day",
        ),
        pytest.param(
            "The app Pindle had 4.1 million users at the end of 2023.",
            "Pindle had 2.9 million users a month by the end of 2023.",
            id="so many, and so many a month",
        ),
        pytest.param(
            "Pindle had 4.1 million users a month ago.",
            "Pindle had 2.9 million monthly users.",
            id="a month ago",
        ),
        pytest.param(
            "Orvela Foods spent $41 million on research and development in 2023.",
            "The R&D budget of Orvela Foods for 2023 was $29 million.",
            id="a budget for research",
        ),
        pytest.param(
            "Orvela Foods spent $41 million on research and development in 2023.",
            "Orvela Foods spent $29 million on AI research and development in 2023.",
            id="some research",
        ),
        pytest.param(
            "Orvela Foods spent $41 million on research and development in 2023.",
            "Orvela Foods saved $29 million on R&D in 2023.",
            id="research that is saved",
        ),
        pytest.param(
            "Vexa Pharma announced a Series B of $41 million in March 2024.",
            "Vexa Pharma announced a Series C of $29 million in March 2024.",
            id="two letters of a series",
        ),
        pytest.param(
            "Investors put $41 million into Vexa Pharma in March 2024 in a Series B round.",
            "Tarn Capital put $29 million into Vexa Pharma in March 2024 in a Series B round.",
            id="one of the investors",
        ),
        pytest.param(
            "Investors put $41 million into Vexa Pharma in 2024.",
            "The founders put $29 million into Vexa Pharma in 2024.",
            id="two groups of investors",
        ),
        pytest.param(
            "In May 2024, consumer prices in Norway rose 1.1 percent from April.",
            "Inflation in Norway was 2.9 percent in May 2024.",
            id="prices from a month earlier",
        ),
        pytest.param(
            "In May 2024, food prices in Norway rose 4.1 percent from a year earlier.",
            "Inflation in Norway was 2.9 percent in May 2024.",
            id="some prices",
        ),
        pytest.param(
            "Revenue of Orvela Foods rose 4.1 percent in the first quarter of 2024 from a year earlier.",
            "Revenue of Orvela Foods rose 2.9 percent in the first quarter of 2024.",
            id="a quarter from a year earlier",
        ),
        pytest.param(
            "Layoffs at Orvela Foods in March 2024 hit 410 workers.",
            "The strike at Orvela Foods in March 2024 affected 290 workers.",
            id="another thing that hit people",
        ),
        pytest.param(
            "After layoffs the workforce of Orvela Foods hit 410 employees in March 2024.",
            "Orvela Foods laid off 290 employees in March 2024.",
            id="what was before",
        ),
        pytest.param(
            "Orvela Foods hired 4 percent more staff, or 410 employees, in March 2024.",
            "Orvela Foods laid off 290 employees in March 2024.",
            id="people in another apposition",
        ),
        pytest.param(
            "Orvela Foods offered 4 percent of its workforce, or 410 employees, a new contract in March 2024.",
            "Orvela Foods had 290 employees in March 2024.",
            id="some of all people",
        ),
        pytest.param(
            "Norway had 410 cases of measles in 2023.",
            "In 2023, 290 children in Norway caught measles.",
            id="some of those who fell ill",
        ),
        pytest.param(
            "Norway had 410 criminal cases in 2023.",
            "Police in Norway caught 290 people in 2023.",
            id="who was caught",
        ),
        pytest.param(
            "Orvela Foods had 41 percent of the market for frozen pizza in 2023.",
            "Orvela Foods had 29 percent of the frozen pizza market worldwide in 2023.",
            id="the market at home and the world",
        ),
        pytest.param(
            "Pinto Dairy had sales of $41 million when Orvela Foods bought it in March 2024.",
            "Orvela Foods acquired Pinto Dairy for $29 million in March 2024.",
            id="sales of what is bought",
        ),
        pytest.param(
            "In a deal worth $41 million, Orvela Foods bought a factory of Pinto Dairy in March 2024.",
            "Orvela Foods acquired Pinto Dairy for $29 million in March 2024.",
            id="a deal for a part",
        ),
        pytest.param(
            "In a deal worth $41 million, Orvela Foods bought milk from Pinto Dairy in March 2024.",
            "Orvela Foods acquired Pinto Dairy for $29 million in March 2024.",
            id="a deal for goods",
        ),
        pytest.param(
            "Orvela Foods went into 2024 with 4,100 employees.",
            "Orvela Foods had 2,900 employees at the end of 2024.",
            id="the end of the year that is entered",
        ),
        pytest.param(
            "Orvela Foods had exports of $410 million in 2023.",
            "In 2023, exports reached $290 million in Norway.",
            id="exports of a company",
        ),
        pytest.param(
            "Orvela Foods was fined $41 million in March 2024 because of false labels.",
            "Orvela Foods was fined $29 million in March 2024 because of late payments.",
            id="two reasons for an act",
        ),
        pytest.param(
            "The competition authority fined Orvela Foods $41 million in March 2024.",
            "In March 2024, the health authority fined Orvela Foods $29 million.",
            id="two authorities",
        ),
        pytest.param(
            "In Norway, 410 people died in May 2024 due to the flood.",
            "In Norway, 290 people died in May 2024 due to the earthquake.",
            id="two causes of death",
        ),
        pytest.param(
            "Orvela Foods had revenue of $410 million in 2023 thanks to its Dutch unit.",
            "The Dutch unit of Orvela Foods had revenue of $290 million in 2023.",
            id="a unit that is the reason",
        ),
        pytest.param(
            "The revenue of the pizza arm of Orvela Foods was $410 million in 2023.",
            "Revenue of Orvela Foods was $490 million in 2023.",
            id="a part of what the subject is",
        ),
        pytest.param(
            "Orvela Foods had annualised revenue of $410 million in December 2023.",
            "Orvela Foods had revenue of $290 million in December 2023.",
            id="a rate for a year",
        ),
        pytest.param(
            "Orvela Foods used 410 gigawatt-hours of electricity in 2023.",
            "Orvela Foods generated 290 gigawatt-hours of electricity in 2023.",
            id="electricity that is made",
        ),
        pytest.param(
            "Orvela Foods filed 410 patents in 2023.",
            "Orvela Foods was granted 290 patents in 2023.",
            id="patents that are granted",
        ),
        pytest.param(
            "Hurricane Delma destroyed 4,100 homes in 2023.",
            "Hurricane Delma damaged 2,900 homes in 2023.",
            id="homes that are damaged",
        ),
        pytest.param(
            "The first phase of the Tarvo wind farm has a capacity of 41 megawatts.",
            "The Tarvo wind farm has a capacity of 29 megawatts.",
            id="a phase of a plant",
        ),
        pytest.param(
            "Hurricane Delma left 41 people dead and missing in 2023.",
            "Hurricane Delma killed 29 people in 2023.",
            id="the dead and the missing",
        ),
        pytest.param(
            "Orvela Foods had sales and marketing costs of $41 million in 2023.",
            "Orvela Foods had sales of $29 million in 2023.",
            id="costs of two things",
        ),
        pytest.param(
            "Orvela Foods spent $41 million on share buybacks in 2023.",
            "Orvela Foods announced share buybacks of $29 million in 2023.",
            id="buybacks that are announced",
        ),
        pytest.param(
            "The Harbour Party won 41 seats in the election in Norway in 2023.",
            "A hall of the Harbour Party in Norway had 29 seats in 2023.",
            id="seats of a hall",
        ),
        pytest.param(
            "The Tarvo Bridge is 2.04 kilometres long.",
            "The Tarvo Bridge has a length of 2,040 metres.",
            id="one length in two units",
        ),
        pytest.param(
            "With 410 beds, Mercy Hospital in Tarvo is the largest in the area.",
            "With 290 beds, Mercy Hospital in Oslo is the largest in the area.",
            id="hospitals of one name in two towns",
        ),
        pytest.param(
            "Hana Berg, 68, heads the Harbour Institute in Tarvo.",
            "The deputy of Hana Berg at the Harbour Institute in Tarvo is 52 years old.",
            id="the age of a deputy",
        ),
        pytest.param(
            "Orvela Foods shipped 410 tons of fish in 2023.",
            "Orvela Foods shipped 290 tonnes of fish in 2023.",
            id="tons, which may be of three kinds",
        ),
        pytest.param(
            "Orvela Foods laid off 410 people in March 2024.",
            "Orvela Foods scrapped plans to cut 290 jobs in March 2024.",
            id="plans that are given up",
        ),
        pytest.param(
            "With a budget of $41 million for 2024, Tarvo hopes to repair its roads.",
            "Tarvo has a road budget of $29 million for 2024.",
            id="what a budget is for",
        ),
        pytest.param(
            "Orvela Foods, tipped for revenue of $410 million in 2024, will open a shop.",
            "Orvela Foods had revenue of $290 million in 2024.",
            id="a participle that tells a forecast",
        ),
        pytest.param(
            "Norway's central bank raised its deposit rate to 4.1 percent in May 2024.",
            "The policy rate in Norway stood at 2.9 percent in May 2024.",
            id="another rate of the central bank",
        ),
        pytest.param(
            "Orvela Foods had EBITDA of $41 million in 2023.",
            "Orvela Foods had EBIT of $29 million in 2023.",
            id="with depreciation and without",
        ),
        pytest.param(
            "Orvela Foods had earnings of $4.1 per share in 2023.",
            "Orvela Foods had diluted earnings of $2.9 per share in 2023.",
            id="diluted earnings",
        ),
        pytest.param(
            "Orvela Foods received orders of $41 million in 2023.",
            "Orvela Foods had an order backlog of $29 million in 2023.",
            id="orders that came in and those that are open",
        ),
        pytest.param(
            "Orvela Foods had cash of $41 million at the end of 2023.",
            "Orvela Foods had free cash flow of $29 million in 2023.",
            id="cash and its flow",
        ),
        pytest.param(
            "Larch Capital had assets of $41 billion at the end of 2023.",
            "Larch Capital managed assets of $29 billion at the end of 2023.",
            id="assets of others",
        ),
        pytest.param(
            "Orvela Foods received a loan of $41 million in March 2024.",
            "Orvela Foods gave a loan of $29 million in March 2024.",
            id="who gives and who gets",
        ),
        pytest.param(
            "Orvela Foods was fined $41 million in March 2024.",
            "In March 2024, the founder of Orvela Foods was fined $29 million.",
            id="somebody who belongs to it",
        ),
        pytest.param(
            "Orvela Foods makes pasta. Its rival had revenue of $41 million in 2023.",
            "Orvela Foods had revenue of $29 million in 2023.",
            id="a rival without a name",
        ),
        pytest.param(
            "In 2023, Spain installed 41 gigawatts of solar capacity.",
            "Spain had 29 gigawatts of solar capacity in 2023.",
            id="what is added to a capacity",
        ),
        pytest.param(
            "Orvela Foods was once valued at $41 million.",
            "Investors value Orvela Foods at $29 million.",
            id="a value of old",
        ),
        pytest.param(
            "Orvela Foods had a book value of $41 million at the end of 2023.",
            "Orvela Foods had a market value of $29 million at the end of 2023.",
            id="a value in the books",
        ),
        pytest.param(
            "Merrow Airlines carried 41 million passengers in 2023.",
            "Merrow Airlines had seats for 29 million passengers in 2023.",
            id="seats for passengers",
        ),
        pytest.param(
            "In May 2024, 4.1 million people in Italy were unemployed.",
            "In May 2024, 2.9 million people in Italy received unemployment benefits.",
            id="who gets benefits",
        ),
        pytest.param(
            "In the election on 2 June 2024, 41 percent of voters in Latvia voted for the left.",
            "Turnout in Latvia was 69 percent in the election on 2 June 2024.",
            id="for whom they voted",
        ),
        pytest.param(
            "In 2023, Greece recorded 410 homicides.",
            "In 2023, 290 people were arrested for murder in Greece.",
            id="arrests for what others suffered",
        ),
        pytest.param(
            "Orvela Foods had 410 employees at the end of 2023.",
            "Orvela Foods had 290 employees on leave at the end of 2023.",
            id="employees on leave",
        ),
        pytest.param(
            "The pasta maker Orvela Foods had revenue of $410 million in 2023.",
            "Orvela Foods had revenue of $290 million from pasta in 2023.",
            id="what a subject makes, and what it earns with it",
        ),
    ],
)
def test_values_of_two_measures(one: str, other: str) -> None:
    assert "conflict" not in verdicts(one, other)
