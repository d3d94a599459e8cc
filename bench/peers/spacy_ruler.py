"""spaCy, blank, with its splitter of sentences and an entity ruler of the names that repeat in the texts."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.metadata import version

VERSIONS = {"spacy": version("spacy")}
NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+")
MOST_NAMES = 3_000


def names(texts: Sequence[str]) -> list[str]:
    """What stands in capitals, the most frequent first: the patterns of the ruler."""
    found = Counter(name for text in texts[:300] for name in NAME.findall(text))
    return [name for name, _ in found.most_common(MOST_NAMES)]


def load(texts: Sequence[str]) -> Callable[[str], object]:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.max_length = 100_000_000
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names(texts)])
    return pipeline
