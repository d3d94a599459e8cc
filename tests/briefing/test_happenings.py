"""What is told of a time beside its mark on the axis."""

import pytest

import briefing_corpora as corpus
from tidybrief.briefing.happenings import happening
from tidybrief.briefing.library import Library


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("The board opened the quay on [5 May].", "The board opened the quay", id="before"),
        pytest.param("On [Sunday], the strike of porters ended.", "the strike of porters ended", id="behind"),
        pytest.param(
            "The board of Vellmar on [5 May] opened the quay.",
            "The board of Vellmar … opened the quay",
            id="both where the verb stands behind",
        ),
        pytest.param(
            "The rule of the board, adopted in [May], keeps ferries out.",
            "The rule of the board, adopted … keeps ferries out",
            id="both where only a participle stands before",
        ),
        pytest.param(
            "Three ports met to sign a pact to build a quay of glass by [2030].",
            "to build a quay of glass",
            id="what is to be done by a deadline",
        ),
        pytest.param(
            "Three ports met to sign a pact to build a quay of glass in [May].",
            "Three ports met to sign a pact to build a quay of glass",
            id="no deadline",
        ),
        pytest.param(
            "Aster Line said on [5 May] that the quay is shut.",
            "Aster Line said … that the quay is shut",
            id="who says what",
        ),
    ],
)
def test_what_happened_has_its_verb(sentence: str, told: str) -> None:
    before, _, behind = sentence.partition("[")
    words, _, after = behind.partition("]")
    made = corpus.Corpus()
    made.document("a.txt", [f"{before}{words}{after}"])
    library = Library(made.tables())
    start = library.by_id["a.txt"].text.index(words)
    assert happening(library.quote("a.txt", start, start + len(words))).text == told
