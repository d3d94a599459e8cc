"""The title of a briefing that nobody gave one."""

from collections.abc import Sequence

import pytest

import briefing_corpora as corpus
from tidybrief.briefing.content import compose
from tidybrief.briefing.naming import NO_TITLE
from tidybrief.briefing.past import Past


def title(titles: Sequence[str], texts: Sequence[str], names: Sequence[str] = (), given: str = NO_TITLE) -> str:
    made = corpus.Corpus()
    for number, (one, text) in enumerate(zip(titles, texts, strict=True)):
        made.document(f"{number}.txt", [text], title=one)
    for name in names:
        places = [(f"{number}.txt", name) for number, text in enumerate(texts) if name in text]
        made.entity(f"org:{name.lower()}", name, *places)
    return compose(made.tables(), title=given, checks=(), version="0.1.0", past=Past()).title


@pytest.mark.parametrize(
    ("titles", "texts", "names", "named"),
    [
        pytest.param(
            ["Ferries return", "The price of ferries", "Night ferries"],
            ["Orno rows."] * 3,
            ["Orno"],
            "Three documents on ferries, all naming Orno",
            id="a word of all titles and a name in all texts",
        ),
        pytest.param(
            ["Ferries return", "The price of ferries", "Ferries at night", "Bread"],
            ["Orno rows.", "Orno sails.", "Orno sleeps.", "It rains."],
            ["Orno"],
            "Four documents, most of them on ferries, most of them naming Orno",
            id="what most share",
        ),
        pytest.param(
            ["Rain", "Bread", "Ferries return"],
            ["Orno rows.", "Orno sails.", "It rains."],
            ["Orno"],
            "Three documents on various subjects",
            id="a name that many leave out is no subject",
        ),
        pytest.param(
            ["Fires in Arden", "Fires at sea"],
            ["It burns.", "It burned."],
            [],
            "Two documents on fires",
            id="a word that only opens titles is written small",
        ),
        pytest.param(
            ["Rain", "Bread"],
            ["The Orno Board met.", "Ask the Orno Board."],
            ["Orno Board"],
            "Two documents, all naming the Orno Board",
            id="a name has its article if the texts give it one",
        ),
        pytest.param(
            ["Ferries return", "Night ferries", "Rain", "Bread"],
            ["Orno rows.", "It rains.", "The ferries, old ferries and new ferries sail.", "It snows."],
            [],
            "Four documents, most of them on ferries",
            id="a word of some titles that other texts are on",
        ),
        pytest.param(
            ["Ferries return", "Night ferries", "Rain", "Bread"],
            ["Orno rows.", "It rains.", "The ferries sail.", "It snows."],
            [],
            "Four documents on various subjects",
            id="a word of some titles that another text only has once",
        ),
        pytest.param(
            ["Remarks by President Rohn", "Remarks by President Sol"],
            ["It rains.", "It snows."],
            [],
            "Two documents on various subjects",
            id="kinds of texts are no subject",
        ),
        pytest.param(["Ferries return"], ["Orno rows."], ["Orno"], "Ferries return", id="one document lends its title"),
        pytest.param([], [], [], NO_TITLE, id="no document"),
    ],
)
def test_says_what_documents_share(titles: list[str], texts: list[str], names: list[str], named: str) -> None:
    assert title(titles, texts, names) == named


def test_a_title_that_was_given_stands() -> None:
    assert title(["Ferries return"], ["Orno rows."], given="Harbours") == "Harbours"
