"""tidybrief: sentences, names, dates, quantities, figures, relations; all layers, the tagger of names included."""

from collections.abc import Callable, Sequence
from importlib.metadata import version

VERSIONS = {"tidybrief": version("tidybrief")}


def load(_: Sequence[str]) -> Callable[[str], object]:
    from tidybrief.extraction import extract
    from tidybrief.lexicon import load_lexicon
    from tidybrief.reading import Document

    lexicon = load_lexicon()
    return lambda text: extract(Document("a.txt", "", "text/plain", text, language="en"), lexicon)
