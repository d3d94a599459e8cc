"""Surnames by which everybody knows one person, and who else bears them."""

from datetime import date

import pytest

from tidybrief.extraction import extract
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document


def entities_of(text: str) -> list[str]:
    """The ids of the persons that a text names, in its order."""
    document = Document("a.txt", "", "text/plain", f"Notes\n\n{text}\n", language="en", published_on=date(2023, 5, 16))
    return [one.entity_id for one in extract(document, load_lexicon()).mentions if one.type == "PERSON"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        pytest.param("In June, Biden left.", ["joe-biden"], id="alone"),
        pytest.param("President Biden spoke. Then Biden left.", ["joe-biden", "joe-biden"], id="behind a title"),
        pytest.param("Eric Trump spoke. Trump left.", ["eric-trump", "eric-trump"], id="another of the name"),
        pytest.param("Eric Trump met Mr. Adler in Paris.", ["eric-trump", "adler"], id="in a full name"),
    ],
)
def test_surname_that_everybody_knows(text: str, persons: list[str]) -> None:
    assert entities_of(text) == [f"person:{person}" for person in persons]


def test_the_name_of_a_thing_is_nobodys_surname() -> None:
    assert "person:donald-trump" not in entities_of("They sold Trump Tower.")
