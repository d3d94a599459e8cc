"""Extraction in this process."""

from collections.abc import Iterable

import polars as pl

from tidybrief.engines.tabulate import tabulate
from tidybrief.extraction import extract
from tidybrief.lexicon import Lexicon
from tidybrief.reading import Document


def extract_all(documents: Iterable[Document], lexicon: Lexicon) -> dict[str, pl.DataFrame]:
    """One frame for each table that extraction fills; see `tabulate` for their columns."""
    return tabulate((document, extract(document, lexicon)) for document in documents)
