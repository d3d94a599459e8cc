"""The words by which sentences that a template cannot find anything in are passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.extraction.relations.cue_words import CueFinder, cue_words
from tidybrief.extraction.relations.rules import compile_template

CUES = {"made": ["built", "put together"], "nouns": ["lab", "think tank"]}
TEMPLATES = {
    "a list of cues": ("<O> %made% <D>", {"built", "together"}),
    "words of the template": ("<O> (?:belongs|belonged) to <O>", {"belongs", "belonged"}),
    "the longer of two": ("<O> (?:has|had) %made% ", {"built", "together"}),
    "words that may be missing": ("<O> (?:also )?(?:which ){0,2}in <L>", set()),
    "words that may follow": ("<O> based (?:outside|within)?", {"based"}),
    "a word that may go on": ("<O> spin-?offs? (?!chance)", {"spin"}),
    "one branch without words": ("<O> (?:owned|<w2>) <O>", set()),
    "each branch with words": ("<O> (?:owned by|an? %nouns% of) <O>", {"owned", "lab", "think"}),
    "words around it": ("(?<!of )<O>(?= limited) of <L>", set()),
    "a word with either letter": ("[Ss]pun off", {"pun"}),
    "a repeated group": ("<O>(?: very){1,3} <O>", {"very"}),
}


@pytest.mark.parametrize(
    ("template", "words"), [pytest.param(*expected, id=name) for name, expected in TEMPLATES.items()]
)
def test_cue_words(template: str, words: set[str]) -> None:
    assert cue_words(template, CUES) == words


@pytest.mark.parametrize(
    "template",
    [pytest.param(template, id=name) for name, (template, _) in TEMPLATES.items() if name != "words around it"],
)
@given(data=st.data())
def test_a_template_finds_nothing_without_them(template: str, data: st.DataObject) -> None:
    found = data.draw(
        st.from_regex(compile_template(template, CUES), fullmatch=True, alphabet=st.characters(codec="utf-8"))
    )
    needed = cue_words(template, CUES)
    assert not needed or CueFinder(needed | {"never"}).held_by(found) & needed


def test_a_cue_word_is_found_within_a_word() -> None:
    assert CueFinder({"maker", "owner", "owned"}).held_by("Two Makers, a carmaker's co-owner") == {"maker", "owner"}
