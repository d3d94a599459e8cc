"""Short texts, each a document of its own, read from end to end and held against each other."""

from datetime import date

from tidybrief import corpus, engines
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document


def document(number: int, text: str) -> Document:
    """A document of one paragraph, published on a day of July 2024."""
    return Document(
        f"{number}.txt",
        "",
        "text/plain",
        f"Notes of day {number}\n\n{text}\n",
        published_on=date(2024, 7, 1 + number),
        published_on_source="sources",
        language="en",
    )


def verdicts(*texts: str) -> list[str]:
    """What becomes of the points on which the texts speak."""
    extracted = engines.extract_all([document(number, text) for number, text in enumerate(texts)], load_lexicon())
    found: list[str] = corpus.compare(corpus.link(extracted))["verdict"].to_list()
    return found
