"""What a sentence calls the person of the sentence before."""

import pytest

from tidybrief.extraction.records import Mention, Sentence
from tidybrief.extraction.relations.described_persons import find_descriptions


def described(*lines: str, people: tuple[str, ...] = ("Ada Lund",), separator: str = " ") -> dict[int, str]:
    text = separator.join(lines)
    sentences, mentions, start = [], {}, 0
    for number, line in enumerate(lines):
        sentences.append(Sentence(number, start, start + len(line), line, "paragraph", "", "asserted"))
        mentions[number] = [
            Mention(number, start, start + len(name), name, f"person:{name}", "PERSON", "name", "test", 0.9)
            for name in people
            if name in line
        ]
        start += len(line) + len(separator)
    return {number: one.words for number, one in find_descriptions(text, sentences, mentions).items()}


@pytest.mark.parametrize(
    ("second", "words"),
    [
        pytest.param("The 34-year-old nurse from Orno walks.", "nurse", id="a trade"),
        pytest.param(
            "Since May, the 34-year-old steel industry worker in Orno walks.", "steel industry worker", id="inside"
        ),
        pytest.param("The 34-year-old film editor, who is shy, walks.", "film editor", id="before a clause"),
        pytest.param("The 34-year-old marine biologist has walked here.", "marine biologist", id="before its verb"),
        pytest.param("The 34-year-old walks from home to work.", None, id="no trade"),
        pytest.param("The 34-year-old former teacher from Orno walks.", None, id="a trade given up"),
        pytest.param("The 34-year-old bridge in Orno is closed.", None, id="a thing"),
        pytest.param("Per Holm, the 34-year-old baker from Orno, came.", None, id="another person"),
    ],
)
def test_description(second: str, words: str | None) -> None:
    found = described("Ada Lund has no car.", second, people=("Ada Lund", "Per Holm"))
    assert found == ({1: words} if words else {})


def test_of_two_persons_neither_is_meant() -> None:
    second = "The 34-year-old nurse from Orno walks."
    assert described("Ada Lund met Per Holm.", second, people=("Ada Lund", "Per Holm")) == {}
    assert described("Nobody has a car.", second) == {}


def test_a_new_paragraph_begins_anew() -> None:
    assert described("Ada Lund has no car.", "The 34-year-old nurse from Orno walks.", separator="\n\n") == {}
