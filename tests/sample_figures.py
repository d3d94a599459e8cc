"""Figures of short texts."""

from datetime import date

from tidybrief.extraction import extract
from tidybrief.extraction.records import Figure
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document


def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures of a text, published in May 2023."""
    document = Document("a.txt", "", "text/plain", f"{text}\n", language="en", published_on=date(2023, 5, 16))
    return extract(document, load_lexicon()).figures


def figure_in(text: str, surface: str) -> Figure:
    return next(row for row in figures_in(text) if row.text == surface)


def period_in(text: str, surface: str) -> str:
    figure = figure_in(text, surface)
    return f"{figure.time_start}/{figure.time_end}"
