"""Which of a few documents stand together."""

from collections.abc import Sequence

import pytest

import briefing_corpora as corpus
from tidybrief.briefing.content import compose
from tidybrief.briefing.naming import NO_TITLE
from tidybrief.briefing.past import Past


def together(documents: Sequence[tuple[str, str]], names: Sequence[tuple[str, ...]] = ()) -> list[tuple[str, str]]:
    """What stands together under which words, as the numbers of documents, of titles with a text each; each of the
    `names` is followed by other ways to write it."""
    made = corpus.Corpus()
    for number, (title, text) in enumerate(documents):
        made.document(f"{number}.txt", [f"{title}, as all the town knew long before noon.", text], title=title)
    for name, *aliases in names:
        places = [(f"{n}.txt", name) for n, told in enumerate(documents) for _ in range(" ".join(told).count(name))]
        made.entity(f"org:{name.lower()}", name, *places)
        made.rows["entities"][-1]["aliases"] = aliases
    groups = compose(made.tables(), title="Orno", checks=(), version="0.1.0", past=Past()).gists
    return [(words, "".join(card.source.doc_id[0] for card in cards)) for words, cards in groups]


RAIN = "It rained on the hills of Arden for a whole week in May."


@pytest.mark.parametrize(
    ("documents", "names", "groups"),
    [
        pytest.param(
            [
                ("Harbour strike ends in Orno", RAIN),
                ("Bread is dear", RAIN),
                ("Orno dockers begin harbour strike", RAIN),
            ],
            [],
            [("Harbour strike, Orno", "02"), ("", "1")],
            id="titles that share words, which stand as in the first",
        ),
        pytest.param(
            [
                ("Night ferries go out", "Orno Lines rows. Orno Lines sails."),
                ("Bread is dear", RAIN),
                ("Ferries are late at night", "Orno Lines swims. Orno Lines sinks."),
                ("Snow", RAIN),
            ],
            [("Orno Lines",)],
            [("Night ferries, Orno Lines", "02"), ("", "13")],
            id="words of titles and a name that both have often",
        ),
        pytest.param(
            [("Harbour strike ends", RAIN), ("Snow", RAIN), ("Orno has a harbour strike", RAIN)],
            [],
            [("", "012")],
            id="two words are too few",
        ),
        pytest.param(
            [("Ada Rohn buys dear bread", RAIN), ("Snow", RAIN), ("Dear Ada Rohn", "Ada Rohn slept well on her ship.")],
            [("Ada Rohn",)],
            [("", "012")],
            id="one name of two words is one word",
        ),
        pytest.param(
            [("Statement on the harbour", RAIN), ("Snow", RAIN), ("Statement on bread", RAIN)],
            [],
            [("", "012")],
            id="kinds of texts are no subject",
        ),
        pytest.param(
            [("Harbour strike ends", RAIN), ("Harbour strike begins", RAIN), ("The harbour strike", RAIN)],
            [],
            [("", "012")],
            id="all on one",
        ),
    ],
)
def test_documents_on_one_subject_stand_together(
    documents: list[tuple[str, str]], names: list[tuple[str, ...]], groups: list[tuple[str, str]]
) -> None:
    assert together(documents, names) == groups


def test_the_opening_says_which_documents_stand_together_where_no_title_says_more() -> None:
    made = corpus.Corpus()
    for number, title in enumerate(
        ("Harbour strike ends in Orno", "Bread is dear", "Orno dockers begin harbour strike")
    ):
        made.document(f"{number}.txt", [RAIN], title=title)
    ledes = [compose(made.tables(), title=one, checks=(), version="0", past=Past()).lede for one in (NO_TITLE, "Orno")]
    assert ["Among them two on “Harbour strike, Orno”." in lede for lede in ledes] == [True, False]
