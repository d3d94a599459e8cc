"""The type of a name from all that its document tells of it, and the evidence that is read."""

import pytest

from sample_names import names_of, typed
from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.type_evidence import Occurrence, context_pieces, coordinated_types, longer_names
from tidybrief.extraction.records import Sentence
from tidybrief.extraction.tokens import Tokens, tokenise
from tidybrief.lexicon import load_lexicon

CUES = name_cues(load_lexicon())


def _tokens(text: str) -> Tokens:
    return tokenise(text, [Sentence(0, 0, len(text), text, "paragraph", "", "asserted")])[0]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        pytest.param("Orvane, a maker of winches, grew.", ("described", "maker"), id="apposition"),
        pytest.param("Orvane is a small town in the hills.", ("described", "town"), id="is a"),
        pytest.param("Orvane, owner of two mills, grew.", ("described", "owner"), id="apposition without article"),
        pytest.param("Orvane, 41, plays chess.", ("described", "aged"), id="age"),
        pytest.param("Orvane's chief executive left.", ("owns", "left"), id="what it owns"),
        pytest.param("Orvane employs forty people.", ("pair after", "employs forty"), id="verb"),
    ],
)
def test_context_of_a_name(text: str, piece: tuple[str, str]) -> None:
    assert piece in context_pieces(_tokens(text), 0, 1, CUES)


def test_enumerated_names_tell_each_other_their_types() -> None:
    tokens = _tokens("Orvane and Tulip Bank merged.")
    occurrences = [Occurrence(0, 0, 1, "PLACE"), Occurrence(0, 2, 4, "ORG")]
    assert coordinated_types(occurrences, 0, tokens.words) == [("enumerated with", "ORG")]


def test_longer_names_tell_of_the_names_they_begin_with() -> None:
    tokens = _tokens("Orvane Deep Sea Mining grew.")
    told = longer_names([Occurrence(0, 0, 4, "ORG")], [tokens])
    assert ("begins", "ORG") in told["Orvane"]
    assert ("begins name ending", "mining") in told["Orvane Deep"]
    assert ("ends", "ORG") in told["Mining"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Orvane Subsea cut its forecast. Orvane said its revenue fell and it would close a yard. "
            "Orvane, a maker of winches, employs 300 people.",
            ("Orvane", "ORG"),
            id="company by its document",
        ),
        pytest.param(
            "The town of Quellmar was flooded. Roads near Quellmar were shut, and people in Quellmar slept in tents.",
            ("Quellmar", "PLACE"),
            id="town by its document",
        ),
        pytest.param(
            "Tova Brenk, 52, a nurse, joined the strike. Brenk was born in 1971.", ("Brenk", "PERSON"), id="surname"
        ),
        pytest.param("QUELLMAR, June 3 – The mayor resigned.", ("QUELLMAR", "PLACE"), id="dateline with a date"),
        pytest.param("QUELLMAR — The mayor resigned on Monday.", ("QUELLMAR", "PLACE"), id="dateline with a dash"),
    ],
)
def test_type_of_an_unknown_name(text: str, expected: tuple[str, str]) -> None:
    assert expected in typed(text)


def test_every_mention_of_one_surface_has_one_type() -> None:
    text = "Orvane opened a plant. The mayor met Orvane. Engineers at Orvane agreed. Orvane said it would pay."
    assert len({kind for surface, kind in typed(text) if surface == "Orvane"}) == 1


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        pytest.param(
            "The company Orvane Subsea Winches reported a loss. Orvane said it would cut 40 jobs.",
            "Orvane",
            "Orvane Subsea Winches",
            id="first word of a company introduced in full",
        ),
        pytest.param(
            "The National Grain Agency met on Monday. The Agency raised its forecast.",
            "Agency",
            "National Grain Agency",
            id="kind of a body introduced in full",
        ),
    ],
)
def test_short_form_after_the_full_name(text: str, short: str, full: str) -> None:
    entities, mentions = names_of(text)
    assert {entities[mention.entity_id].name for mention in mentions if mention.text == short} <= {full}
