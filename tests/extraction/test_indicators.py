"""Indicators that are put together from the clause of a number: which phrases are offered, and how one is chosen."""

import pytest

from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.figures.indicator_frames import frame_candidates
from tidybrief.extraction.figures.ranking import Candidate, Ranker
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import frame_of
from tidybrief.extraction.grammar.phrases import tidy
from tidybrief.extraction.grammar.spans import spans_of
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.extraction.names.mentions import find_mentions
from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document


def offered(text: str, surface: str) -> set[str]:
    """The phrases that the frame of a number offers."""
    lexicon = load_lexicon()
    document = Document("a.txt", "", "text/plain", f"{text}\n", language="en")
    sentences = find_sentences(document, lexicon)
    _, mentions = find_mentions(document, sentences, lexicon)
    dates = find_dates(document, sentences, mentions, lexicon)
    quantities = find_quantities(document, sentences, mentions, dates, lexicon)
    quantity = next(row for row in quantities if row.text == surface)
    words = grammar_words(lexicon)
    clauses = Clauses(document.text, sentences[quantity.sentence_no], spans_of(quantities, dates, mentions), words)
    first, after = clauses.at(quantity.start), clauses.at(quantity.end)
    frame = frame_of(first, after, clauses)
    return {tidy(phrase).lower() for phrase, _ in frame_candidates(quantity, first, after, clauses, frame, None)}


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Ticket sales at the harbour museum rose 8%.", "8%", "rise in ticket sales", id="rise"),
        pytest.param("Visitor numbers at the port fell 8%.", "8%", "fall in visitor numbers at the port", id="tail"),
        pytest.param("The bakery cut its costs by 12%.", "12%", "cut in costs", id="change of the object"),
        pytest.param("The mine sold 12% less coal.", "12%", "fall in coal", id="comparison behind the number"),
        pytest.param("The judge fined the club $70,000.", "$70,000", "fine for the club", id="noun of the verb"),
        pytest.param("The family owns 18% of the brewery.", "18%", "stake in the brewery", id="stake"),
        pytest.param("Tourism accounts for 30% of output.", "30%", "tourism as share of output", id="share of a whole"),
        pytest.param(
            "The police detained 40 people outside the stadium.",
            "40",
            "people detained outside the stadium",
            id="counted, participle and place",
        ),
        pytest.param("A bomb killed 20 people and wounded 31 others.", "31", "people wounded by a bomb", id="others"),
        pytest.param(
            "Rebels launched an attack on the village, killing nine farmers.",
            "nine",
            "farmers killed in an attack on the village",
            id="event that a gerund goes on from",
        ),
        pytest.param(
            "The yard was built at a cost of $9 million.", "$9 million", "cost of the yard", id="noun and subject"
        ),
        pytest.param(
            "They rent a hall that it opened at a cost of $9 million.", "$9 million", "cost of a hall", id="antecedent"
        ),
        pytest.param("Readers pay $9 per month for the service.", "$9", "price per month", id="price and base"),
        pytest.param("The strike lasted 12 days.", "12 days", "length of the strike", id="length"),
        pytest.param("He worked for 12 years at the mill.", "12 years", "time worked at the mill", id="time worked"),
        pytest.param("The dairy laid off 85 people.", "85", "people laid off", id="verb of two words"),
        pytest.param("There were 74 injured.", "74", "people injured", id="a state in place of a noun"),
        pytest.param(
            "The dairy took over the brewery for $9 million.", "$9 million", "price of the brewery", id="taken over"
        ),
        pytest.param("Revenue of the dairy went up 19 percent.", "19 percent", "increase in revenue", id="went up"),
        pytest.param("The mill was sold to the bank for $9 million.", "$9 million", "price of the mill", id="sold for"),
        pytest.param(
            "Investors valued Marlow Energy at $9 million.", "$9 million", "value of marlow energy", id="valued at"
        ),
        pytest.param("Output was 5,000 bicycles.", "5,000", "output of bicycles", id="noun that says how many"),
        pytest.param("The bank had 85 branches abroad.", "85", "branches abroad", id="where they are"),
    ],
)
def test_frames_offer(text: str, surface: str, indicator: str) -> None:
    assert indicator in offered(text, surface)


@pytest.mark.parametrize(
    ("text", "surface", "phrase"),
    [
        pytest.param(
            "Marlow Energy increased its revenue by 12%.", "12%", "increase in marlow energy", id="a name as measure"
        ),
        pytest.param("Marlow Energy took in $9 million.", "$9 million", "money of marlow energy", id="money of a name"),
        pytest.param("Investors valued the dairy at $9 million.", "$9 million", "value of investors", id="who values"),
        pytest.param("The dairy reported growth of 8%.", "8%", "share of growth", id="share of what is a percentage"),
    ],
)
def test_frames_do_not_offer(text: str, surface: str, phrase: str) -> None:
    assert phrase not in offered(text, surface)


def test_of_likely_candidates_the_one_that_shares_most_wins() -> None:
    ranker = Ranker({"indicator": {"strong": 1.2, "good": 1.0}})
    answers = {"harbour": ["strong"], "cost of the yard": ["good"], "cost of the new yard": ["good"]}
    candidates = [Candidate(answer, features) for answer, features in answers.items()]
    bags = [frozenset(answer.split()) for answer in answers]
    assert ranker.choose("indicator", 0, candidates, bags, [1, 1, 1])[0] == "cost of the yard"
    assert ranker.choose("indicator", 0, candidates, bags, [1, 1, 1.2])[0] == "cost of the new yard"
    assert ranker.choose("indicator", 0, candidates)[0] == "harbour"


@pytest.mark.parametrize(
    ("words", "tidied"),
    [
        pytest.param("the stars at least", "stars", id="dangling qualifier"),
        pytest.param("people in the town who", "people in the town", id="dangling pronoun"),
        pytest.param("savings for the", "savings", id="several loose words"),
        pytest.param("bans bans in force", "bans in force", id="the same word twice"),
        pytest.param("loans? *", "loans", id="question mark"),
    ],
)
def test_tidy_leaves_nothing_dangling(words: str, tidied: str) -> None:
    assert tidy(words) == tidied


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        pytest.param("Some 400 nurses rely on the ferry.", "400", "nurses that rely on the ferry", id="active"),
        pytest.param("Some 400 nurses were trained by the ferry.", "400", "nurses trained by the ferry", id="passive"),
        pytest.param(
            "Police arrested 40 men on suspicion of theft.",
            "40",
            "men arrested on suspicion of theft",
            id="participle before what goes on",
        ),
        pytest.param(
            "The yard paid $900 to repair the crane.", "$900", "money to repair the crane", id="what it is for"
        ),
    ],
)
def test_put_together_indicators_read_as_noun_phrases(text: str, surface: str, indicator: str) -> None:
    assert indicator in offered(text, surface)
