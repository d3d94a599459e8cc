"""Cleaning of labels that a machine has made, before the tagger learns from them."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from sample_names import LEXICON
from tidybrief.extraction.names.cues import name_cues


def _label_cleaning() -> ModuleType:
    path = Path(__file__).parents[2] / "tools" / "label_cleaning.py"
    spec = importlib.util.spec_from_file_location("label_cleaning", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CLEANING = _label_cleaning()


@pytest.mark.parametrize(
    ("sentence", "span", "kind", "expected"),
    [
        pytest.param("in eastern Zambia", (1, 3), "PLACE", ("Zambia", "PLACE"), id="direction stays outside"),
        pytest.param("Captain Ida Moss left", (0, 3), "ORG", ("Captain Ida Moss", "PERSON"), id="rank tells a person"),
        pytest.param("King Olav University", (0, 3), "ORG", ("King Olav University", "ORG"), id="named after a king"),
        pytest.param("the Grain Council Secretary", (1, 4), "ORG", ("Grain Council", "ORG"), id="post stays outside"),
        pytest.param("al - Marsa fled", (0, 3), "ORG", ("al - Marsa", "ORG"), id="article of a name stays"),
        pytest.param("Secretary of State Lund", (2, 3), "ORG", None, id="office after its holder's title"),
        pytest.param("scored 05 - Feb again", (1, 4), "PLACE", None, id="date"),
    ],
)
def test_borders_of_the_guideline(
    sentence: str, span: tuple[int, int], kind: str, expected: tuple[str, str] | None
) -> None:
    words = sentence.split()
    redrawn = CLEANING.guideline_borders(words, *span, kind, name_cues(LEXICON))
    assert (redrawn and (" ".join(words[redrawn[0] : redrawn[1]]), redrawn[2])) == expected


def test_labelled_names_are_found_with_their_borders() -> None:
    row = ["O", "B-ORG", "I-ORG", "B-PLACE", "O"]
    assert list(CLEANING.labelled_names(row)) == [(1, 3, "ORG"), (3, 4, "PLACE")]
