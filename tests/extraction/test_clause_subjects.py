"""The grammar by which a figure finds its subject: roles of names, and whom the subject of a clause stands for."""

from datetime import date

import pytest

from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.figures.anaphora import anaphors
from tidybrief.extraction.figures.antecedents import Antecedents, Resolved
from tidybrief.extraction.figures.called import CommonNouns
from tidybrief.extraction.figures.clause_subjects import resolved_subject
from tidybrief.extraction.figures.name_roles import NamedPlace, named_places
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.spans import spans_of
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.extraction.names.mentions import find_mentions
from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

LEXICON = load_lexicon()


def read(text: str) -> tuple[dict[str, NamedPlace], Resolved]:
    """The roles of the names of the last sentence by their words, and the subject of its first quantity."""
    document = Document("notes", "", "text/plain", f"{text}\n", language="en", published_on=date(2023, 5, 16))
    sentences = find_sentences(document, LEXICON)
    _, mentions = find_mentions(document, sentences, LEXICON)
    dates = find_dates(document, sentences, mentions, LEXICON)
    quantities = find_quantities(document, sentences, mentions, dates, LEXICON)
    last = sentences[-1]
    inside = [one for one in mentions if one.sentence_no == last.sentence_no]
    earlier = [one for one in mentions if one.sentence_no < last.sentence_no]
    own = [one for one in quantities if one.sentence_no == last.sentence_no]
    own_dates = [one for one in dates if one.sentence_no == last.sentence_no]
    clauses = Clauses(document.text, last, spans_of(own, own_dates, inside), grammar_words(LEXICON))
    named = named_places(inside, clauses)
    leads = {one.entity_id: one.sentence_no for one in earlier}
    called = CommonNouns(mentions, document.text, grammar_words(LEXICON))
    antecedents = Antecedents(earlier, leads, None, "", False, [], [], called, frozenset(), frozenset())
    resolved = resolved_subject(own[0], named, clauses, antecedents, anaphors(LEXICON))
    return {document.text[one.mention.start : one.mention.end]: one for one in named}, resolved


@pytest.mark.parametrize(
    ("text", "name", "left", "acts"),
    [
        pytest.param("In Japan the Nikkei shed 40 points.", "Nikkei", "start", True, id="behind an opening place"),
        pytest.param("On Friday Microsoft hired 40 people.", "Microsoft", "start", True, id="behind an opening date"),
        pytest.param("Japan-based Microsoft hired 40 people.", "Japan", "start", False, id="seat of what acts"),
        pytest.param("Japan-based Microsoft hired 40 people.", "Microsoft", "start", True, id="behind its seat"),
        pytest.param(
            "The Japanese maker Toyota hired 40 people.", "Japanese", "start", False, id="origin of what acts"
        ),
        pytest.param("The Japanese maker Toyota hired 40 people.", "Toyota", "start", True, id="behind its origin"),
        pytest.param(
            "Chinese regulators approved 40 services.", "Chinese", "start", True, id="origin of a common noun"
        ),
    ],
)
def test_role_of_a_name(text: str, name: str, left: str, acts: bool) -> None:
    role = read(text)[0][name]
    assert (role.left, role.acts) == (left, acts)


@pytest.mark.parametrize(
    ("text", "subject", "setting"),
    [
        pytest.param("Microsoft hired 40 people in Japan.", "org:microsoft", "named", id="named subject"),
        pytest.param(
            "Microsoft grew. The Seattle company hired 40 people.", "org:microsoft", "noun", id="company by its seat"
        ),
        pytest.param("Microsoft grew. It hired 40 people in Japan.", "org:microsoft", "thing", id="pronoun"),
        pytest.param("The total cost is put at $40 million.", "", "bare", id="nothing named"),
    ],
)
def test_subject_of_a_clause(text: str, subject: str, setting: str) -> None:
    resolved = read(text)[1]
    assert (resolved.entity_id, resolved.setting) == (subject, setting)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        pytest.param("Microsoft says 40 people left.", "subject, states", id="only states"),
        pytest.param("Microsoft hired 40 people.", "subject", id="acts"),
    ],
)
def test_who_states_a_figure_is_told_from_who_it_is_about(text: str, how: str) -> None:
    assert read(text)[1].how == how


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        pytest.param("The total cost is put at $40 million.", "definite", id="definite"),
        pytest.param("Mothers were 31 years old on average.", "plain", id="plain"),
        pytest.param("A ballot drew 40 voters.", "indefinite", id="indefinite"),
    ],
)
def test_how_a_subject_without_a_name_opens(text: str, opening: str) -> None:
    assert read(text)[1].opening == opening


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        pytest.param("The Sines cable lands in Japan.", "cable", "Sines", id="behind the name"),
        pytest.param("Microsoft, an American software maker, hired 40 people.", "maker", "Microsoft", id="apposition"),
        pytest.param("The carmaker Toyota hired 40 people.", "carmaker", "Toyota", id="before the name"),
        pytest.param("Toyota is a maker of cars in Japan.", "maker", "Toyota", id="what it is"),
        pytest.param("The European Commission hired 40 people.", "commission", "European Commission", id="own head"),
    ],
)
def test_common_noun_that_a_name_goes_by(text: str, noun: str, name: str) -> None:
    document = Document("notes", "", "text/plain", f"{text}\n", language="en", published_on=date(2023, 5, 16))
    _, mentions = find_mentions(document, find_sentences(document, LEXICON), LEXICON)
    called = CommonNouns(mentions, text, grammar_words(LEXICON))
    wanted = next((one.entity_id for one in mentions if one.text == name), "")
    assert wanted, f"no mention {name}"
    assert (called.last(noun, len(text)), called.last(noun, 0)) == (wanted, "")
