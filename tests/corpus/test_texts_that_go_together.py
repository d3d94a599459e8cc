"""Texts of two documents that can both be true, read from end to end: no conflict is seen in them."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from tidybrief import corpus, engines
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

PAIRS = tomllib.loads((Path(__file__).parents[2] / "bench" / "contradictions.toml").read_text(encoding="utf-8"))


def document(number: int, text: str) -> Document:
    return Document(
        f"{number}.txt",
        "",
        "text/plain",
        f"Notes of day {number}\n\n{text}\n",
        published_on=date(2024, 7, 1 + number),
        published_on_source="sources",
        language="en",
    )


@pytest.mark.parametrize("pair", PAIRS["go_together"], ids=lambda pair: pair[0][:50])
def test_no_conflict(pair: list[str]) -> None:
    extracted = engines.extract_all([document(number, text) for number, text in enumerate(pair)], load_lexicon())
    verdicts = corpus.compare(corpus.link(extracted))["verdict"].to_list()
    assert "conflict" not in verdicts
