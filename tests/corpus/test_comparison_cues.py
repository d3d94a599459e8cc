"""The lists of words by which documents are compared."""

from collections.abc import Iterator
from typing import Any

import pytest

from tidybrief.lexicon import load_lexicon


def lists(entry: Any, name: str) -> Iterator[tuple[str, list[Any]]]:
    """All lists of an entry of the lexicon, by their full names."""
    if isinstance(entry, dict):
        for key, part in entry.items():
            yield from lists(part, f"{name}.{key}")
    elif isinstance(entry, list):
        yield name, entry


@pytest.mark.parametrize("section", sorted(load_lexicon().cues["comparisons"]))
def test_no_word_stands_twice_in_a_list(section: str) -> None:
    listed = dict(lists(load_lexicon().cues["comparisons"][section], section))
    assert listed
    assert {name: [word for word in words if words.count(word) > 1] for name, words in listed.items()} == {
        name: [] for name in listed
    }
