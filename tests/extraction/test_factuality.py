"""Whether a sentence asserts, attributes, forecasts or imagines."""

import pytest

from tidybrief.extraction.sentences.factuality import factuality_of
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading.document import Document


@pytest.mark.parametrize(
    ("sentence", "factuality"),
    [
        pytest.param("The bridge fell in May.", "asserted", id="plain statement"),
        pytest.param("Acme could count on 300 members.", "asserted", id="could of what was so"),
        pytest.param("Acme could not find the papers.", "asserted", id="could not"),
        pytest.param("The storm could claim 300 lives.", "forecast", id="could of what may come"),
        pytest.param("The mayor said the bridge fell.", "attributed", id="verb of saying"),
        pytest.param("The fire claimed 115 lives.", "asserted", id="lives claimed"),
        pytest.param("The mayor claimed 115 firms had left.", "attributed", id="claim in words"),
        pytest.param("Prices doubled, the bank reported on Monday.", "attributed", id="verb of saying in the tail"),
        pytest.param("Prices, the bank said, will double.", "attributed", id="verb of saying in between"),
        pytest.param("According to the mayor, prices doubled.", "attributed", id="source in front"),
        pytest.param("Prices doubled, according to Acme.", "attributed", id="source behind"),
        pytest.param("They signed a treaty, according to which duties fall.", "asserted", id="according to which"),
        pytest.param("The study shows that prices doubled.", "attributed", id="a study shows"),
        pytest.param("İİİİİİİİ insurance claims fell by an inch", "asserted", id="letter that is longer in lower case"),
        pytest.param("The painting shows a horse.", "asserted", id="a painting shows"),
        pytest.param("The report highlights a fund of $8 billion.", "attributed", id="a report highlights"),
        pytest.param("The visit highlights a need.", "asserted", id="a visit highlights"),
        pytest.param("The company claims to have made a profit.", "attributed", id="claims to"),
        pytest.param("Insurance claims rose in May.", "asserted", id="claims as a noun"),
        pytest.param("The ministry's reports are late.", "asserted", id="reports as a noun"),
        pytest.param("An estimated 500 people came.", "asserted", id="an estimated number"),
        pytest.param("Residents were told to stay at home.", "asserted", id="passive"),
        pytest.param("He went to his uncle, who told the press nothing.", "asserted", id="saying in a relative clause"),
        pytest.param("The director announced the trial was stopped.", "attributed", id="announced with a clause"),
        pytest.param("The director announced a plan for the town.", "asserted", id="announced with a noun"),
        pytest.param("They pledged to invest $3 billion by 2030.", "asserted", id="pledge"),
        pytest.param("The town has also warned that water is short.", "attributed", id="perfect of a verb of saying"),
        pytest.param("“We built it,” she said.", "attributed", id="quotation with its speaker"),
        pytest.param("She was blunt: “We built it in a year.”", "attributed", id="quotation behind a colon"),
        pytest.param("The “Clean Rivers Plan” cost $5 million.", "asserted", id="title in quotation marks"),
        pytest.param("The plant will open in May.", "forecast", id="will"),
        pytest.param("The cable is to be laid by 2030.", "forecast", id="is to"),
        pytest.param("Schools were to reopen.", "forecast", id="were to"),
        pytest.param("Sales are expected to grow.", "forecast", id="expected to"),
        pytest.param("The firm is poised to win.", "forecast", id="poised to"),
        pytest.param("While it is small now, the firm may grow.", "forecast", id="modal behind a subordinate clause"),
        pytest.param("She signed a deal that will create jobs.", "asserted", id="modal in a relative clause"),
        pytest.param("The goal is to plant trees.", "asserted", id="an aim is to"),
        pytest.param("The report suggests that growth may slow.", "attributed", id="outermost frame wins"),
        pytest.param("In May 2020 the bridge fell.", "asserted", id="May is a month"),
        pytest.param("The WHO says the water is clean.", "attributed", id="acronym like a relative pronoun"),
        pytest.param("The lake froze in attacks of frost believed to be rare.", "asserted", id="participle at the end"),
        pytest.param("The road was to the north.", "asserted", id="was to a place"),
        pytest.param("The probe Helios 2 is to orbit the sun.", "forecast", id="number in a name"),
        pytest.param("If rain fell, the river would rise.", "hypothetical", id="condition in front"),
        pytest.param("If duties stay, exports could grow.", "forecast", id="open condition"),
        pytest.param("The road will close, mayor Ann Lee said.", "attributed", id="forecast with its source behind"),
        pytest.param("The dam broke in 2020, the report says.", "attributed", id="source behind a year"),
        pytest.param(
            "Mills used less coal, the Water Board (WB) estimates.", "attributed", id="source with its short form"
        ),
        pytest.param("Mills used less coal, the authors write.", "attributed", id="authors write"),
        pytest.param(
            "Mills used less coal, the bank said in its Coal Review, printed in May.",
            "attributed",
            id="source in an aside",
        ),
        pytest.param("Only six came, said Ann Lee, a teacher.", "attributed", id="verb before its source"),
        pytest.param("Tolls rose, the mayor announced.", "attributed", id="announced behind"),
        pytest.param("A study by Acme, a bank, put the cost at $5.", "attributed", id="document with its author"),
        pytest.param("The shop put the boxes outside.", "asserted", id="put without a document"),
        pytest.param("The deal added some 650 workers.", "asserted", id="added is no saying"),
        pytest.param("He called the fine late and said it was small.", "attributed", id="two verbs of saying"),
        pytest.param("Two rules have shaped the trade.", "asserted", id="rules as a noun"),
        pytest.param("Sales fell in May, data from the bureau showed.", "attributed", id="data show behind"),
        pytest.param("Data from the bureau show that sales fell.", "attributed", id="data show in front"),
        pytest.param("Prices, analysts at Acme note, have doubled.", "attributed", id="source in between"),
        pytest.param("Half of the wells, he claims, are dry.", "attributed", id="pronoun in between"),
        pytest.param("Half of the wells are dry, found a survey by Acme.", "attributed", id="document behind its verb"),
        pytest.param("The bank estimates the damage at $3 million.", "attributed", id="somebody reckons"),
        pytest.param("Prices have doubled, she adds.", "attributed", id="she adds"),
        pytest.param("The ministry blamed the flood on rain.", "attributed", id="blame"),
        pytest.param("The company found that half of the wells leak.", "attributed", id="a company found that"),
        pytest.param("The company found oil near the coast.", "asserted", id="a company found something"),
        pytest.param("The police questioned nine men.", "asserted", id="an act of the police"),
        pytest.param("The minister called an election.", "asserted", id="an act of a minister"),
        pytest.param("The firm shows its pumps in Oslo.", "asserted", id="a firm shows goods"),
        pytest.param("The fund, announced in May, holds $3 million.", "asserted", id="participle between commas"),
        pytest.param("The river would rise if rain fell.", "hypothetical", id="condition behind"),
        pytest.param("Imagine walking through the city of 2090.", "hypothetical", id="invitation to imagine"),
        pytest.param("The minister said that if rain fell, towns would flood.", "attributed", id="condition said"),
    ],
)
def test_factuality(sentence: str, factuality: str) -> None:
    assert factuality_of(sentence, load_lexicon()) == factuality


def factualities(text: str) -> list[str | None]:
    return [row.factuality for row in find_sentences(Document("a.txt", "", "text/plain", text), load_lexicon())]


def test_a_quotation_goes_on_until_it_is_closed() -> None:
    text = 'Jane Doe spoke of the dam: "It was hard work. It took nine years." The dam opened in May.'
    assert factualities(text) == ["attributed", "attributed", "asserted"]


def test_a_quotation_goes_on_into_the_next_paragraph() -> None:
    text = "She praised them. “They worked hard for it.\n\n“They never slept. They won.”\n\nThe dam opened in May."
    assert factualities(text) == ["attributed", "attributed", "attributed", "attributed", "asserted"]


def test_an_imagined_scene_goes_on_to_the_end_of_its_section() -> None:
    scene = "Imagine a town without cars. Its streets are green.\n\nBirds sing."
    text = f"## Tomorrow\n\n{scene}\n\n## Now\n\nCars are everywhere."
    assert factualities(text) == [None, "hypothetical", "hypothetical", "hypothetical", None, "asserted"]


def test_an_imagined_scene_ends_where_the_text_returns_to_the_present() -> None:
    text = "Imagine a town without cars. Its streets are green.\n\nToday, cars are everywhere."
    assert factualities(text) == ["hypothetical", "hypothetical", "asserted"]


def test_an_imagined_scene_ends_where_a_paragraph_tells_what_happened() -> None:
    text = "Imagine a town without cars. Its streets are green.\n\nThe town was built in 1954 by miners."
    assert factualities(text) == ["hypothetical", "hypothetical", "asserted"]


def test_an_imagined_scene_ends_where_the_writer_speaks_of_himself() -> None:
    text = "Imagine a town without cars. Its streets are green. I live in another one. Cars are everywhere."
    assert factualities(text) == ["hypothetical", "hypothetical", "asserted", "asserted"]


def test_items_without_a_verb_share_the_frame_of_their_list() -> None:
    text = "The agency will:\n- train two hundred nurses;\n- open nine clinics.\n\nIt has a staff of ten."
    assert factualities(text) == ["forecast", "forecast", "forecast", "asserted"]


def test_headlines_may_look_ahead() -> None:
    assert factualities("Grocer Acme to sell its shops in Norway\n\nThe deal covers nine shops.")[0] == "forecast"


def test_what_states_nothing_has_no_factuality() -> None:
    assert factualities("Overview\n\nWho pays?\n\nAdvertisement") == [None, None, None]
