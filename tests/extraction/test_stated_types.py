"""Types that a sentence plainly states, and names that only look as if one did."""

import pytest

from sample_names import LEXICON, names_of


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        pytest.param("The Mayor of Huitzo, Morelos, asked for help.", "Huitzo", "PLACE", id="mayor of a town"),
        pytest.param("The Icheon-based firm hired 40 people. Icheon is cold.", "Icheon", "PLACE", id="based there"),
        pytest.param("Kestrel Silicon plc hired 40 people.", "Kestrel Silicon", "ORG", id="legal form behind"),
        pytest.param("The mill lies on the banks of the Arla and is old.", "Arla", "PLACE", id="banks of a river"),
        pytest.param("Brenwick Mayor Ann Lund left the hall.", "Brenwick", "PLACE", id="town before its mayor"),
        pytest.param("Start-ups such as Sarvo and Sokket won grants.", "Sarvo", "ORG", id="example of start-ups"),
        pytest.param("Start-ups such as Sarvo and Sokket won grants.", "Sokket", "ORG", id="second example"),
        pytest.param("Sarvo, co-founded by Ann Lund, grew fast.", "Sarvo", "ORG", id="what somebody has founded"),
        pytest.param(
            "Bo Lund, founding partner of Accel Brazil, spoke.", "Accel Brazil", "ORG", id="what has partners"
        ),
        pytest.param("TPD officers left. The Toro Police Department agreed.", "TPD", "ORG", id="acronym of a body"),
        pytest.param(
            "The Korean steel producer Haesong will invest 2 billion dollars.", "Haesong", "ORG", id="producer of goods"
        ),
        pytest.param("The film producer Ann Lund lost money.", "Ann Lund", "PERSON", id="producer who is a person"),
        pytest.param("The virtual assistant Orla sings.", "Orla", "PRODUCT", id="an assistant that is a program"),
        pytest.param("Her assistant Orla sings.", "Orla", "PERSON", id="an assistant that is a person"),
        pytest.param(
            "Corvane taped out its second chip, the CV200, in May.",
            "CV200",
            "PRODUCT",
            id="thing before the code of its kind",
        ),
        pytest.param(
            "The start-up showed its first robot, the Dobbin, in Lyon.", "Dobbin", "PRODUCT", id="thing before its name"
        ),
        pytest.param(
            "Its newest model, called Hermes 3, beats rivals.", "Hermes 3", "PRODUCT", id="thing that is called so"
        ),
        pytest.param("A former model named Lena Hart was hired.", "Lena Hart", "PERSON", id="person called a model"),
        pytest.param(
            "To launch the rocket, the Vellum Group paid $3 million.",
            "Vellum Group",
            "ORG",
            id="who acts behind a fronted purpose",
        ),
        pytest.param(
            "SAN MATEO, Calif., May 3 - Acme Inc. (NASDAQ: ACME) grew.",
            "SAN MATEO",
            "PLACE",
            id="place in capitals before its state",
        ),
        pytest.param("Ohio and Michigan agreed on Monday.", "Ohio", "PLACE", id="places that are joined"),
        pytest.param("Arizonans and New Yorkers will pay more.", "Arizonans", "PLACE", id="people of a state"),
        pytest.param(
            "Harvey, a legal-AI company, said revenue doubled.", "Harvey", "ORG", id="company called like a person"
        ),
        pytest.param("Harvey, a company founder, said so.", "Harvey", "PERSON", id="founder of a company"),
        pytest.param(
            "Lovable, a Stockholm start-up, grew fast.", "Lovable", "ORG", id="start-up called by a common word"
        ),
        pytest.param("The Karnataka government passed it.", "Karnataka", "PLACE", id="state written without accents"),
        pytest.param("She co-founded Zellis Vane in 1999.", "Zellis Vane", "ORG", id="what somebody founded"),
        pytest.param("Storms hit Peninsular Malaysia hard.", "Peninsular Malaysia", "PLACE", id="part of a country"),
        pytest.param("People like Marlo Venn came to the fair.", "Marlo Venn", "PERSON", id="example of people"),
        pytest.param("Companies like Joe Venter’s are rare.", "Joe Venter", "PERSON", id="owner of an example"),
    ],
)
def test_type_that_a_sentence_states(text: str, surface: str, kind: str) -> None:
    _, mentions = names_of(text, LEXICON)
    assert {mention.type for mention in mentions if mention.text == surface} == {kind}


def test_noun_for_many_kinds_of_things_states_no_type() -> None:
    _, mentions = names_of("Platforms such as Scholario help.", LEXICON)
    assert all(mention.type != "PRODUCT" for mention in mentions)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param(
            "They support the Cloud and AI Growth Act.", "Cloud and AI Growth Act", "POLICY", id="two subjects"
        ),
        pytest.param(
            "OpenAI also published its Frontier Tide Framework, with its Safety and Security Framework under the code.",
            "Safety and Security Framework",
            "POLICY",
            id="framework",
        ),
        pytest.param(
            "The gain came from the Australian firm Abacus dx Pty Ltd, bought in May.",
            "Abacus dx Pty Ltd",
            "ORG",
            id="word before a legal form",
        ),
        pytest.param("He lives in Tucson, Ariz., now.", "Ariz.", "PLACE", id="state as news writes it"),
        pytest.param("The R1 is a cheap model.", "R1", "PRODUCT", id="model with a letter and a number"),
        pytest.param(
            "Chief Financial Officer Simon Henry agreed.", "Simon Henry", "PERSON", id="long title opening a sentence"
        ),
        pytest.param("The Harbour Pilots' Union (HPU) met.", "Harbour Pilots' Union", "ORG", id="letters of a name"),
        pytest.param(
            "The legacy of Reverend Dr. Martin Luther King Jr. is alive.",
            "Martin Luther King Jr.",
            "PERSON",
            id="surname like a title before a suffix",
        ),
        pytest.param("Striker Amelia Tuhoro scored.", "Amelia Tuhoro", "PERSON", id="calling that opens a sentence"),
        pytest.param(
            "The Central Statistics Office (CSO) said so.", "Central Statistics Office", "ORG", id="letters of others"
        ),
        pytest.param("He met Nobel laureate Frederick Venter.", "Frederick Venter", "PERSON", id="laureate"),
    ],
)
def test_whole_name(text: str, name: str, kind: str) -> None:
    _, mentions = names_of(text, LEXICON)
    assert (name, kind) in {(mention.text, mention.type) for mention in mentions}


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        pytest.param(
            "Tools called deep ultraviolet lithography (DUV) are old. DUV is slow.", "DUV", id="spelled inside"
        ),
        pytest.param(
            "It covers general-purpose AI (GPAI) models. GPAI is new.", "GPAI", id="known letters of a phrase"
        ),
        pytest.param("VC funding fell, the VC firm said on Monday.", "VC", id="kind of investor"),
        pytest.param("The round was the largest for Chinese LLM developers.", "Chinese LLM", id="kind of model"),
        pytest.param("They paid R1,200 for it.", "R1", id="letter for a currency"),
        pytest.param("They paid KSh5,000 for it.", "KSh5", id="letters for a currency"),
        pytest.param("Exports rose to RM155 billion in May.", "RM155", id="letters glued to an amount"),
        pytest.param("They paid RM16 a day.", "RM16", id="letters glued to a small amount"),
        pytest.param("The dam cost Rwf6.4 billion.", "Rwf6", id="code glued to an amount"),
        pytest.param("In FY 2023, the agency spent $3 billion.", "FY 2023", id="fiscal year"),
        pytest.param("Children got Vitamin D drops.", "Vitamin D", id="one vitamin of many"),
        pytest.param("It begins at 14:00 Central European Time.", "Central European Time", id="zone of time"),
        pytest.param("Key Takeaways\n\nPrices rose by 3%.", "Key Takeaways", id="heading of a list"),
        pytest.param("Dogged, a Norwegian team won the cup.", "Dogged", id="participle before a clause"),
        pytest.param("Olsen was the General Counsel of the agency.", "Counsel", id="office of a lawyer"),
        pytest.param("Public debt stood at 60% at the end of 2023.", "Public", id="adjective that opens a sentence"),
        pytest.param("Laboratories in three cities tested it.", "Laboratories", id="plural that opens a sentence"),
        pytest.param("They lent N3.2 billion to Lagos.", "N3", id="letter before a magnitude"),
        pytest.param(
            "Graphics Processing Units (GPUs) are dear.", "Graphics Processing Units", id="letters of no name"
        ),
        pytest.param("The outlay is Rs 10,372 crore.", "Rs 10,372", id="sum behind its currency"),
        pytest.param("The prize went to Nobel laureate Ann Lund.", "Nobel", id="prize of a winner"),
        pytest.param(
            "The Senate and Voting Rights Act came up.", "Senate and Voting Rights Act", id="body before an act"
        ),
    ],
)
def test_what_names_nothing(text: str, absent: str) -> None:
    _, mentions = names_of(text, LEXICON)
    assert absent not in {mention.text for mention in mentions}
