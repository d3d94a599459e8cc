"""Who says so, of a figure: the sentence's own source, and the one that speaks on into it."""

import pytest

from sample_figures import figure_in

_LEEDS = "“We will hire 400 engineers in Leeds. The plant needs 30 megawatts,” said Maria Lopez."


@pytest.mark.parametrize(
    ("text", "surface", "source"),
    [
        pytest.param(_LEEDS, "400", "Maria Lopez", id="named behind a quotation of two sentences"),
        pytest.param('"Rents rose 9%. Wages rose 2%," Ana Prado said.', "9%", "Ana Prado", id="straight marks"),
        pytest.param("“Rents rose 9%. Wages rose 2%,” officials said.", "9%", None, id="unnamed behind a quotation"),
        pytest.param(f"{_LEEDS}\n\n“The old line made 500 buses. The new one makes 900.”", "900", "Maria Lopez",
                     id="quotation goes on in the next paragraph"),
        pytest.param(f"{_LEEDS}\n\nThe old line made 500 buses.", "500", None, id="no quotation in the next paragraph"),
        pytest.param("From the Boston Globe:\n\n“Ferry traffic fell by 20%. In Hull it fell by half.”", "half",
                     "Boston Globe", id="quoted under the name of a newspaper"),
        pytest.param("Economist Paul Weir: “Prices will fall 3% by spring.”", "3%", "Paul Weir", id="label before it"),
        pytest.param("A survey of farmers by Siemens found that:\n\n- 40% had lost a harvest\n- 12% had sold land",
                     "12%", "Siemens", id="list of what was found"),
        pytest.param("Siemens said it found:\n\n- 40% had lost a harvest\n\nThe country has 55 dams.", "55", None,
                     id="behind the list"),
        pytest.param("Siemens announced the following measures:\n\n- 40 schools in Kenya", "40", None,
                     id="list of what is done"),
        pytest.param("Jane Doe argued against the dam for the following reasons:\n\nIt would flood 300 homes.\n\n"
                     "It would cost $4 billion.", "$4 billion", "Jane Doe", id="reasons in paragraphs"),
    ],
)  # fmt: skip
def test_source_of_a_stretch(text: str, surface: str, source: str | None) -> None:
    assert figure_in(text, surface).attributed_to == source


@pytest.mark.parametrize(
    ("text", "surface", "source"),
    [
        pytest.param("Siemens in a March 4 report said output totalled 9 tonnes.", "9 tonnes", "Siemens",
                     id="in what somebody says it"),
        pytest.param("FDA officials said 12 drugs were recalled.", "12", "Food and Drug Administration",
                     id="officials of a body"),
        pytest.param("Officials said 12 drugs were recalled.", "12", None, id="officials of nobody"),
        pytest.param("Siemens in a March deal bought 9 tonnes.", "9 tonnes", None, id="in what nobody says"),
        pytest.param("Siemens raised $90 million in May, per The Wall Street Journal.", "$90 million",
                     "Wall Street Journal", id="per a newspaper"),
        pytest.param("Siemens sold 900 trucks (per Reuters data).", "900", "Reuters", id="per its data, in brackets"),
        pytest.param("Siemens raised $90 million, per Reuters. The firm has 40 shops.", "40", None, id="per, once"),
        pytest.param("The plant needs 40 megawatts per Tesla, it was learnt.", "40 megawatts", None, id="rate"),
        pytest.param("A Gallup poll shows 40% trust banks. The data shows a gap: 52% of men do.", "52%", "Gallup",
                     id="the data shows"),
        pytest.param("A Gallup poll shows 40% trust banks. Among those under 30, the share is 31%.", "31%", "Gallup",
                     id="next share of a poll"),
        pytest.param("A Gallup poll shows 40% trust banks. The mayor will open 31 shops.", "31", None,
                     id="no share behind a poll"),
        pytest.param("Analysts polled by Reuters expected a rise of 4%. The rate was 6% in May.", "6%", None,
                     id="behind what analysts expected"),
        pytest.param("The Gallup survey, which reached 5,123 adults, finds that 40% trust banks.", "40%", "Gallup",
                     id="relative clause before the verb"),
        pytest.param("Google reported revenue of $25 billion, beating estimates of $24 billion, according to FactSet.",
                     "$25 billion", "Google", id="own result"),
        pytest.param("Google reported revenue of $25 billion, beating estimates of $24 billion, according to FactSet.",
                     "$24 billion", "FactSet", id="what was expected of it"),
        pytest.param("Revenue hit $25 billion, beating estimates of $24 billion, according to FactSet.",
                     "$25 billion", "FactSet", id="result that nobody else reports"),
        pytest.param("Google grew.\n\nProfit was $4 billion, FactSet data showed.\n\nCosts fell to $2 billion, "
                     "according to the earnings release.", "$2 billion", "Google", id="paper of who is spoken of"),
        pytest.param("The Commerce Department announced more than $3 billion for ports.", "$3 billion", None,
                     id="amount given"),
        pytest.param("The agency FDA added 12 drugs to its list.", "12", None, id="things added"),
        pytest.param("In March, NASA announced awards across 20 states.", "20", None, id="things announced"),
        pytest.param("Pfizer added that 400 patients fell ill.", "400", "Pfizer", id="added with a clause"),
        pytest.param("The World Bank said growth slowed. It said that 40 firms closed.", "40", "World Bank",
                     id="it said"),
        pytest.param("Google said it earned $9 million in May. Net income in April was $3 million.", "$3 million",
                     "Google", id="next result of the same company"),
        pytest.param("Google said it earned $9 million in May. Google shares rose 4 percent.", "4 percent", None,
                     id="price of its shares"),
        pytest.param("Wheat prices rose 12% in May: FAO", "12%", "Food and Agriculture Organization",
                     id="behind the colon of a headline"),
        pytest.param("Eurostat announced 4% inflation for May.", "4%", "Eurostat", id="share announced"),
        pytest.param("Siemens announced 300 layoffs on Monday.", "300", None, id="deed announced"),
        pytest.param("Siemens cut jobs, according to Bloomberg. It said that sales rose 9%.", "9%", None,
                     id="it is not who was cited"),
        pytest.param("Two surveys by Ipsos cost the party $40,000.", "$40,000", None, id="surveys that are paid for"),
        pytest.param("Studies by Ipsos found that 40% of firms cut jobs.", "40%", "Ipsos", id="studies that find"),
        pytest.param("Apple leads. Huawei sold 40 million phones, according to the company's annual report.",
                     "40 million", "Huawei", id="paper of who is spoken of in its sentence"),
        pytest.param("Ten best phones: Samsung", "Ten", None, id="colon of a label"),
        pytest.param("Law firm Brandt, Okoro & Lindqvist said 40 cases closed.", "40", "Brandt, Okoro & Lindqvist",
                     id="firm with a comma"),
        pytest.param("In Lagos, Okoro & Lindqvist said 40 cases closed.", "40", "Okoro & Lindqvist",
                     id="place before a firm"),
        pytest.param("The dam has 12 turbines, minister Datuk Seri Ahmad Zulkifli said.", "12", "Ahmad Zulkifli",
                     id="Malay titles"),
    ],
)  # fmt: skip
def test_source(text: str, surface: str, source: str | None) -> None:
    assert figure_in(text, surface).attributed_to == source
