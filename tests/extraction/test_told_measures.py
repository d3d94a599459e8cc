"""What a figure measures where the wording leaves no choice: levels, changes, distances, magnitudes, results."""

import pytest

from sample_figures import figure_in, figures_in, period_in


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("The magnitude 5.1 quake shook Arden.", "magnitude 5.1", "magnitude of the quake",
                     id="magnitude before"),
        pytest.param("The quake had a magnitude of 5.1.", "5.1", "magnitude of the quake", id="magnitude of"),
        pytest.param("The ferry sank about 30 miles (48 km) from Arden.", "30 miles", "distance from Arden",
                     id="distance from a place"),
        pytest.param("The wreck lies 48 km north of the harbour.", "48 km", "distance north of the harbour",
                     id="distance in a direction"),
        pytest.param("Kestrel reported revenue of $9 million for the quarter.", "$9 million", "revenue",
                     id="result with its quarter"),
        pytest.param("The company reported revenue of $9 million.", "$9 million", "revenue",
                     id="common noun reports a result"),
        pytest.param("Kestrel generated $9 million in revenue as buyers stocked up.", "$9 million", "revenue",
                     id="result before a clause"),
        pytest.param("Kestrel has a market value exceeding $9 million.", "$9 million", "market value",
                     id="level by a gerund"),
        pytest.param("The total number of subscribers in Oslo had reached 9,000 households.", "9,000",
                     "total number of subscribers", id="level of a number"),
        pytest.param("The unemployment rate in Peru stood at 9%.", "9%", "unemployment rate", id="level in a place"),
        pytest.param("The average tariff on steel is 6%.", "6%", "average tariff on steel", id="rate that is so much"),
        pytest.param("Police put the casualties at 600.", "600", "casualties", id="put at a number"),
        pytest.param("Investors valued Kestrel at $9 million.", "$9 million", "valuation", id="valued at"),
        pytest.param("Kestrel had research and development expenses of $9 million.", "$9 million",
                     "research and development expenses", id="two nouns for one thing"),
        pytest.param("It gives the company a valuation of $9 million.", "$9 million", "valuation",
                     id="what a company is given"),
        pytest.param("The start-up raised $9 million.", "$9 million", "money raised", id="common noun raises money"),
        pytest.param("Profit before tax came in at $9 million.", "$9 million", "Profit before tax",
                     id="result before tax"),
        pytest.param("Income before taxes fell 3% last year.", "3%", "fall in Income before taxes",
                     id="change before taxes"),
        pytest.param("Kestrel's share of the market fell below 15%.", "15%", "share of the market", id="fell below"),
        pytest.param("Output rose above 40 tonnes.", "40 tonnes", "Output", id="rose above"),
        pytest.param("Arden has a population of 4.2 million and a GDP of $90 billion.", "4.2 million", "population",
                     id="has one measure"),
        pytest.param("Arden has a population of 4.2 million and a GDP of $90 billion.", "$90 billion", "GDP",
                     id="and another measure"),
        pytest.param("The lorry, whose range is 500 miles, sells well.", "500 miles", "range", id="behind whose"),
        pytest.param("It takes nine hours to charge the lorry.", "nine hours", "time to charge the lorry",
                     id="time to do something"),
        pytest.param("The AI Act sets fines of up to €35 million.", "€35 million", "fines",
                     id="object of a noun-like verb"),
        pytest.param("At nearly 11 percent, inflation in Peru was high.", "11 percent", "inflation",
                     id="level before its measure"),
        pytest.param("After taxes rose the profit fell 3%.", "3%", "fall in profit", id="clause of taxes"),
        pytest.param("Kestrel makes 900 cars a day and its profit rose 4%.", "4%", "rise in profit",
                     id="subject behind another clause"),
        pytest.param("The firm closed plants and its output fell to 40 tonnes.", "40 tonnes", "output",
                     id="subject behind a past tense"),
        pytest.param("Revenue crossed $10 billion.", "$10 billion", "Revenue", id="crossed"),
        pytest.param("The dead included 22 in Oslo.", "22", "people dead", id="the dead included"),
        pytest.param("It booked a loss in chip sales of $9 million.", "$9 million", "loss in chip sales",
                     id="noun of a noun"),
        pytest.param("The act took effect, introducing fines of up to $9 million.", "$9 million", "fines",
                     id="object of a gerund"),
        pytest.param("Kestrel earned $9 million in revenue per month.", "$9 million", "revenue per month",
                     id="result at a rate"),
        pytest.param("The firm's annual revenue had surpassed $9 million.", "$9 million", "annual revenue",
                     id="level of what a common noun owns"),
        pytest.param("Kestrel held 4% of the Polish market, against its 16% share in Hungary.", "16%",
                     "share in Hungary", id="share somewhere else"),
        pytest.param("Among clerks, 28 percent used the tool.", "28 percent", "share of clerks that used the tool",
                     id="share among a group"),
        pytest.param("Of the nurses, 28 percent were men.", "28 percent", "share of nurses that were men",
                     id="share of a group"),
        pytest.param("Among clerks, 28 percent used the tool, with 9 percent using it daily.", "9 percent",
                     "share of clerks using it daily", id="part of a share among a group"),
        pytest.param("Kestrel raised $9 million in fresh funds.", "$9 million", "fresh funds raised",
                     id="raised in funds"),
        pytest.param("Kestrel will spend $9 million on roads in Chad.", "$9 million", "spending on roads in Chad",
                     id="spent on"),
        pytest.param("The act provides $9 million to build bridges in Chad.", "$9 million",
                     "funding to build bridges in Chad", id="provided to build"),
        pytest.param("The bill sets aside $9 million to repair or replace 40 bridges.", "$9 million",
                     "funding to repair or replace bridges", id="what for without how many"),
        pytest.param("The Arden Trust has pledged $9 million to train 900 apprentices.", "$9 million",
                     "amount pledged to train apprentices", id="pledged to train"),
        pytest.param("The state gave $9 million to redesign the streets of Arden.", "$9 million",
                     "funding to redesign the streets of Arden", id="given to do by a word not listed"),
        pytest.param("It is now valued at $9 million.", "$9 million", "valuation", id="it is valued at"),
        pytest.param("The lowest jobless rates were recorded in Norway (4%) and Chad (5%).", "5%", "jobless rates",
                     id="recorded in a list of places"),
        pytest.param("The regulator raised network fees by 3%.", "3%", "increase in network fees",
                     id="raised by whom a common noun names"),
        pytest.param("Diesel cars account for 40 percent.", "40 percent", "share of Diesel cars",
                     id="share of nothing named"),
    ],
)  # fmt: skip
def test_level(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Revenue reached $9 million in May, a 12 percent increase.", "12 percent", "increase in Revenue",
                     id="apposed with its noun behind"),
        pytest.param("Revenue reached $9 million in May, an increase of 12 percent.", "12 percent",
                     "increase in Revenue", id="apposed with its noun before"),
        pytest.param("Its shares suffered a decline of around 2 percent.", "2 percent", "decline in shares",
                     id="undergone by a subject"),
        pytest.param("Kestrel told of an unexpected 71% surge in second-quarter profits.", "71%",
                     "surge in profits", id="with its noun and what changed"),
        pytest.param("Growth was led by an 18% climb in sales to $9 million.", "$9 million", "sales",
                     id="level behind a noun of change"),
        pytest.param("It declared a dividend of $2, which represents a 10% rise from last year.", "10%",
                     "rise in dividend", id="represented by what was told"),
        pytest.param("It planned to close mills and cut expenses by $9 million.", "$9 million", "cut in expenses",
                     id="of the object of a second verb"),
        pytest.param("The study projects Oslo's output will rise by 9 percent.", "9 percent", "rise in output",
                     id="within what is foretold"),
        pytest.param("The news lifted Kestrel's shares by 3 percent.", "3 percent", "increase in shares",
                     id="of the object"),
        pytest.param("The bank cut its key rate by half a point to 9.5 percent.", "9.5 percent", "key rate",
                     id="level of the object"),
        pytest.param("The forecast for growth (without oil) was lowered to 1.4 percent.", "1.4 percent",
                     "forecast for growth", id="passive, past a bracket"),
        pytest.param("Kestrel saw a 9 percent rise in revenue, reaching $44 million.", "$44 million", "revenue",
                     id="level of what rose"),
        pytest.param("Prices rose 2 percent, with core inflation, which leaves out food, rising by 3 percent.",
                     "3 percent", "rise in core inflation", id="past an aside"),
        pytest.param("Car sales over the first two quarters rose 13%.", "13%",
                     "rise in Car sales over the first two quarters", id="past a span of time"),
        pytest.param("Rates were 5 percent. That was down by 2 percent.", "2 percent", "fall in Rates",
                     id="taken up by that alone"),
        pytest.param("Output ticked up another 1.7 percent in May.", "1.7 percent", "increase in Output",
                     id="by a verb of moving"),
        pytest.param("Exports grew $6 million to $9 million.", "$6 million", "growth of Exports",
                     id="of an amount without by"),
        pytest.param("Shipments are to rise by 3% to reach 312 million units.", "312 million", "Shipments",
                     id="level that a change is to reach"),
        pytest.param("Oslo's shipments fell by 2 percent, while Bergen's grew by 35 percent.", "35 percent",
                     "growth of shipments", id="of what is left out"),
        pytest.param("Shares closed the day up 2%.", "2%", "increase in Shares", id="past the day they closed"),
        pytest.param("The key rate was 7.6 percent in May. Now it has dropped to 6.7 percent.", "6.7 percent",
                     "key rate", id="taken up by a pronoun"),
        pytest.param("The key rate was 7 percent. This figure rose to 8 percent in May.", "8 percent", "key rate",
                     id="taken up by a noun"),
    ],
)  # fmt: skip
def test_change(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("A storm that struck off Chile has killed 8 people.", "8", "people killed by a storm",
                     id="verb behind a relative clause"),
        pytest.param("1,500 nurses were mobilized to help the town.", "1,500", "nurses mobilized to help",
                     id="purpose of a passive"),
        pytest.param("Police said a total of 300 clerks were out.", "300", "clerks", id="said is not done to them"),
        pytest.param("The storm claimed 20 lives.", "20", "lives claimed", id="claimed is done to them"),
        pytest.param("This includes 300 clerks in Oslo.", "300", "clerks in Oslo", id="included is not done to them"),
    ],
)  # fmt: skip
def test_counted(text: str, surface: str, indicator: str) -> None:
    assert (figure_in(text, surface).indicator or "").startswith(indicator)


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        pytest.param("Profit fell to $7 million from $9 million in 2019.", "$7 million", "None/None",
                     id="base of a fall"),
        pytest.param("Margins fell to 61 percent in May, the firm's lowest since 2012.", "61 percent",
                     "2023-05-01/2023-05-31", id="record since a year"),
        pytest.param("It was the worst year since 2008, when the deficit was $9 million.", "$9 million",
                     "2008-01-01/2008-12-31", id="clause about a year"),
        pytest.param("For 2024, output will grow by 2.5 percent, and for 2025 by 2.1 percent.", "2.5 percent",
                     "2024-01-01/2024-12-31", id="first of two years"),
        pytest.param("For 2024, output will grow by 2.5 percent, and for 2025 by 2.1 percent.", "2.1 percent",
                     "2025-01-01/2025-12-31", id="second of two years"),
    ],
)  # fmt: skip
def test_period(text: str, surface: str, period: str) -> None:
    assert period_in(text, surface) == period


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        pytest.param("Users reached 9 million, with 300 5G masts.", "300", "5G mast",
                     id="noun that opens with a digit"),
        pytest.param("Car sales over the first two quarters rose 13% to 8,700.", "8,700", "sale",
                     id="no unit of time"),
        pytest.param("They stay in 34 shelters. The death toll of the flood has risen to 17.", "17", "death",
                     id="death toll behind other things"),
        pytest.param("They stay in 34 shelters. Police counted 4 injured and 8 missing.", "8", "person",
                     id="missing behind things that end like persons"),
        pytest.param("Our survey of 200 European firms reveals that few pay.", "200", "European firm",
                     id="verb before a clause"),
    ],
)  # fmt: skip
def test_counted_noun(text: str, surface: str, unit: str) -> None:
    assert figure_in(text, surface).unit == unit


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param("China's output is to grow by 175 tonnes and Japan's by 45 tonnes.", "45 tonnes", "Japan",
                     id="owner of what is left out"),
        pytest.param("Siemens, Germany's second-largest firm, cut 300 jobs.", "300", "Siemens",
                     id="no owner of a rank"),
    ],
)  # fmt: skip
def test_subject(text: str, surface: str, subject: str) -> None:
    assert figure_in(text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "source"),
    [
        pytest.param("Jane Moreno said a total of 104 houses burned down.", "104", "Jane Moreno",
                     id="person who counts"),
        pytest.param("The Census Bureau says that 27 mills were shut.", "27", "Census Bureau",
                     id="office that counts for others"),
    ],
)  # fmt: skip
def test_who_counts_others_is_the_source_and_no_subject(text: str, surface: str, source: str) -> None:
    figure = figure_in(text, surface)
    assert figure.attributed_to == source
    assert figure.subject != source


def test_who_only_reports_in_the_title_is_no_topic() -> None:
    text = "Exports rose, Eurostat reports\n\nEurope sold more. Shipments to Oslo came to 9,000 tonnes.\n"
    assert figure_in(text, "9,000 tonnes").subject == "Europe"


def test_common_noun_takes_up_who_was_spoken_of_and_no_agent() -> None:
    text = "Siemens cut costs. Sales were $9 million, as compiled by Reuters. The company said it shed 300 jobs."
    assert figure_in(text, "300").attributed_to == "Siemens"


@pytest.mark.parametrize(
    ("text", "surface", "wrong"),
    [
        pytest.param("Sales reached 40 countries.", "40", "Sales", id="places that are reached"),
        pytest.param("The crowd hit 30 police officers.", "30", "crowd", id="persons who are hit"),
        pytest.param("A 9 percent drop in exports to 12 ports hurt.", "12", "exports",
                     id="places that something leads to"),
        pytest.param("The order from the owner of 300 shops came late.", "300", "order from the owner",
                     id="things owned"),
        pytest.param("Halden placed orders at 300 stores.", "300", "orders", id="places of an act"),
        pytest.param("The survey showed a 5 percent rise.", "5 percent", "rise in survey", id="what only shows"),
        pytest.param("Of late, 20 percent reported pain.", "20 percent", "share of late that reported pain",
                     id="words that name no group"),
        pytest.param("Kestrel forecasts revenue of $5 million.", "$5 million", "forecasts revenue",
                     id="verb behind a name"),
        pytest.param("They ran 10 miles from Oslo to Bergen.", "10 miles", "distance from Oslo",
                     id="way between places"),
        pytest.param("At 12 plants, workers went on strike.", "12", "workers", id="people behind a place"),
        pytest.param("Shares rose more than 5%.", "5%", "Shares", id="change that is qualified"),
        pytest.param("It takes nine hours a day.", "nine hours", "time", id="time without an end"),
        pytest.param("The temple is 900 years old. It rises to 30 metres.", "30 metres", "age",
                     id="level of another kind than what it takes up"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_level_or_change(text: str, surface: str, wrong: str) -> None:
    assert figure_in(text, surface).indicator != wrong


def test_who_counts_their_own_may_be_the_subject() -> None:
    assert figure_in("Ms. Moreno said 40 percent of her patients died.", "40 percent").subject == "Moreno"


def test_common_noun_takes_up_a_name_behind_a_preposition() -> None:
    text = "Siemens grew. Shares in Google fell 5 percent. The company said it shed 300 jobs."
    assert figure_in(text, "300").attributed_to == "Google"


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        pytest.param("Millions spent the night outdoors.", "Millions", "person", id="people who spend the night"),
        pytest.param("The revised plan gives 3 to 5 million families aid.", "3 to 5 million", "family",
                     id="range behind something revised"),
    ],
)  # fmt: skip
def test_what_only_looks_like_money_or_a_change(text: str, surface: str, unit: str) -> None:
    assert figure_in(text, surface).unit == unit


def test_year_of_a_report_behind_its_owner_is_no_count() -> None:
    surfaces = [figure.text for figure in figures_in("LinkedIn's 2025 Workplace Learning Report finds 300 gaps.")]
    assert surfaces == ["300"]


def test_corrected_from_one_level_to_another_is_two_figures() -> None:
    text = "The estimate has been corrected from 1.3 % to 1.9 %."
    assert figure_in(text, "1.3 %").value == 1.3
    assert figure_in(text, "1.9 %").value == 1.9


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Theft was stable, with overall bank hacks down 19%.", "19%", "fall in overall bank hacks",
                     id="noun that may be a verb before down"),
        pytest.param("Petrol costs $3 per gallon — down 40% from its high.", "40%", "fall in cost of Petrol per gallon",
                     id="down behind a dash"),
        pytest.param("The toll stands at $3 — down more than $2 per trip (44%).", "44%", "fall in toll per trip",
                     id="the same in percent"),
        pytest.param("Power use rises by 530 GWh. That is an increase of 12%.", "12%", "increase in Power use",
                     id="that is an increase"),
        pytest.param("Kestrel had sales of $90 million, representing an $11 million increase over this time last year.",
                     "$11 million", "increase in sales", id="representing an increase"),
        pytest.param("The share of women will be 52%. This is a large increase from 2%.", "2%", "share of women",
                     id="an increase from"),
        pytest.param("Sales grew, with domestic sales rising 17% to $4 million.", "$4 million", "domestic sales",
                     id="level behind a gerund"),
        pytest.param("Revenue in the April-June period rose 12 percent.", "12 percent", "rise in Revenue",
                     id="in a period"),
        pytest.param("The rule would bring ferry fares down to as low as $3.", "$3", "ferry fares",
                     id="brought down to"),
        pytest.param("The value of imports saw a 7.5% decrease in the same period.", "7.5%",
                     "decrease in value of imports", id="a time that is no measure"),
        pytest.param("Productivity fell by 2%, compared to a marginal 0.1% rise in the previous quarter.", "0.1%",
                     "rise in Productivity", id="compared with another change"),
        pytest.param("It won a $3 million increase in funding.", "$3 million", "increase in funding",
                     id="its own measure"),
        pytest.param("It received a 5% increase in pay.", "5%", "increase in pay", id="of what follows"),
    ],
)  # fmt: skip
def test_change_taken_up(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Rainfall has dropped to its lowest level in almost six years.", "six years",
                     "lowest level of Rainfall", id="lowest level in years"),
        pytest.param("We have the lowest jobless rate in 50 years.", "50 years", "lowest jobless rate",
                     id="superlative in years"),
        pytest.param("Guard deaths (80-year low) fell.", "80-year", "low of Guard deaths", id="low in brackets"),
        pytest.param("Oil prices hit a 10-year high.", "10-year", "high of Oil prices", id="high hit"),
        pytest.param("The 10-year high school plan passed.", "10-year", "length of the high school plan",
                     id="high that is no extreme"),
        pytest.param("Kestrel filed 380 patents, six times more than Marlow.", "six times",
                     "patents filed compared with Marlow", id="times more than"),
        pytest.param("Chad and Mali are losing ice six times faster than before.", "six times",
                     "losing ice faster than before", id="times faster"),
        pytest.param("The border is 100% closed.", "100%", "border closed", id="so much of a state"),
        pytest.param("Kestrel raised its market share to 11%. But it still trails Marlow (21%).", "21%",
                     "market share", id="share in brackets"),
        pytest.param("It is well behind Acme's $86 million valuation.", "$86 million", "valuation",
                     id="amount that is owned"),
        pytest.param("It trails the $18 million that Marlow is now valued at.", "$18 million", "valuation",
                     id="amount that one is valued at"),
        pytest.param("It adds to $4 million Arden has set aside over the last three years to mend roads.",
                     "$4 million", "money set aside to mend roads", id="amount in a relative clause"),
        pytest.param("It adds to $4 million in grants the ministry has awarded for rural schools.", "$4 million",
                     "grants awarded for rural schools", id="sum of things in a relative clause"),
        pytest.param("Chad received pledges amounting to $8 million to fund schools.", "$8 million",
                     "pledges to fund schools", id="amounting to"),
        pytest.param("The pipe is 42 cm (16 inches) in diameter with a pressure of 9 bar.", "42 cm", "diameter",
                     id="in diameter"),
        pytest.param("The rocket, weighing about 230 tonnes, rose.", "230 tonnes", "weight", id="weighing"),
        pytest.param("It has 64 shops, 28 of which trade under the Daily name.", "28",
                     "shops that trade under the Daily name", id="some of which"),
        pytest.param("About 900 clerks — 50 of them new — are working without pay for the third time.", "900",
                     "clerks working without pay", id="subject before an aside"),
        pytest.param("Its cloud division posted revenue of $3 million.", "$3 million", "cloud division revenue",
                     id="result of a segment"),
        pytest.param("The reform will protect 580 jobs in the coming years.", "580", "jobs protected",
                     id="a time at the end"),
        pytest.param("The number of chips (ICs) that Peru bought in May reached 355 million units.", "355 million",
                     "number of chips", id="number past a relative clause"),
        pytest.param("The $6 million round included money from Marlow.", "$6 million", "round",
                     id="thing of so much that acts"),
        pytest.param("In Chad, a $6 million steel plant is going up.", "$6 million", "steel plant",
                     id="thing of so much behind a place"),
        pytest.param("The average tenant is saving $2,150 on their rent.", "$2,150", "savings on their rent",
                     id="saving on"),
        pytest.param("It will need 19 GW of power by 2035, accounting for 52% of Peru's power use.", "52%",
                     "share of power use",
                     id="accounting for a share of"),
        pytest.param("Arden locked up a round that values the company at $19 million.", "$19 million", "valuation",
                     id="values the company at"),
        pytest.param("Tobacco cost 4.8 percent more in October.", "4.8 percent", "increase in cost of Tobacco",
                     id="cost more"),
        pytest.param("Prices of food, clothes and fuel rose 5%.", "5%", "rise in Prices of food, clothes and fuel",
                     id="list that changed"),
        pytest.param("In May, clothes and fuel prices rose 5%.", "5%", "rise in clothes and fuel prices",
                     id="no list behind a date"),
        pytest.param("They fear a strike after one-third of Arden guards called out.", "one-third",
                     "share of Arden guards that called out", id="share in a clause"),
        pytest.param("Acme invested $9 million in roads over the last four years.", "four years",
                     "period of investment in roads", id="period of what the clause tells"),
    ],
)  # fmt: skip
def test_amount(text: str, surface: str, indicator: str) -> None:
    assert figure_in(text, surface).indicator == indicator
