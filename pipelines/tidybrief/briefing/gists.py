"""Gists: of each document the one sentence that tells most of what it is about, in its very words.

What belongs here: choosing that sentence. What does not: whether a sentence states a fact (`sentences`), and how close
it comes to its title (`topics`).
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, Final

import polars as pl

from tidybrief.briefing.figures import MEASURED
from tidybrief.briefing.library import Library, Quote, Source
from tidybrief.briefing.modality import FORECAST
from tidybrief.briefing.sentences import HYPOTHETICAL, Sentence
from tidybrief.briefing.telling import (
    ADDRESSING,
    LEANING_OPENINGS,
    POINTING_OPENINGS,
    SPEAKERS,
    is_headline,
    opens_plainly,
)
from tidybrief.briefing.topics import Topics

_MOST_READ: Final = 25
"""Sentences of running text among which the gist is sought: what comes later tells details."""
_RUNNING_TEXT: Final = ("paragraph", "list_item")
_FEWEST_WORDS, _MOST_WORDS = 8, 40
_FOR_A_WORD: Final = 0.05
"""What a sentence loses for each word beyond those that are read in one breath."""
_FIRST: Final = 2.0
"""What the first sentence gains, for it sums up; the second gains half of it, the third a third."""
_LEAST: Final = 1.5
"""How much of its document a sentence tells at least, by words of the title, names, place and faults."""
_MOST_FOR_NAMES: Final = 2.0
_MOST_FOR_A_FIGURE: Final = 1.0
_POINTS_BACK: Final = 2.5
_TAKES_UP: Final = 1.25
_ADDRESSES: Final = 2.0
_OF_US: Final = 0.5
_QUOTES: Final = 1.0
_OPEN_END: Final = (":", "…", "...")
_WORD: Final = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Gist:
    """The sentence of a document; `stands_in_fiction`: most of the others tell what is only imagined."""

    quote: Quote
    is_forecast: bool
    stands_in_fiction: bool


class Gists:
    """Finds the gist of documents."""

    def __init__(self, mentions: pl.DataFrame, facts: pl.DataFrame, library: Library) -> None:
        self._library, self._topics = library, Topics(library)
        self._mentions, self._facts = mentions, facts

    @cached_property
    def _names(self) -> dict[str, dict[int, list[str]]]:
        return _by_sentence(self._mentions, "entity_id")

    @cached_property
    def _figures(self) -> dict[str, dict[int, list[float]]]:
        return _by_sentence(self._facts.filter(pl.col("kind").is_in(MEASURED)), "at_most")

    def of(self, source: Source) -> Gist | None:
        """The gist of a document, None where no sentence of its running text tells plainly what it is about.

        It is one of its first sentences: that which has most words of the title, most of the names that the document
        names most often, and figures; earlier ones first, and none before it that leans on another or on who speaks.
        """
        names = self._names.get(source.doc_id, {})
        often = Counter(name for named in names.values() for name in named)
        figures = self._figures.get(source.doc_id, {})
        heaviest = max((weight for weights in figures.values() for weight in weights), default=0.0)

        def about(sentence: Sentence) -> float:
            named = sum(math.log2(1 + often[name]) for name in set(names.get(sentence.number, ()))) / 4
            return self._topics.weight(source.doc_id, sentence) + min(_MOST_FOR_NAMES, named) - _faults(sentence.text)

        def weight(place: int, sentence: Sentence) -> float:
            counted = max(figures.get(sentence.number, ()), default=0.0)
            return _FIRST / (1 + place) + (_MOST_FOR_A_FIGURE * counted / heaviest if counted > 0 else 0.0)

        read = enumerate(islice(self._candidates(source), _MOST_READ))
        found = ((about(sentence), place, sentence) for place, sentence in read)
        fit = (
            (told + weight(place, one), -place, one) for told, place, one in found if told + 1 / (1 + place) >= _LEAST
        )
        best = max(fit, key=lambda one: one[:2], default=None)
        return self._gist(source, best[2]) if best else None

    def _gist(self, source: Source, sentence: Sentence) -> Gist:
        told = [one for one in self._library.sentences.of(source.doc_id) if one.kind in _RUNNING_TEXT]
        imagined = sum(one.factuality == HYPOTHETICAL for one in told)
        return Gist(
            quote=self._library.quote(source.doc_id, sentence.start, sentence.end),
            is_forecast=sentence.factuality == FORECAST,
            stands_in_fiction=2 * imagined > len(told),
        )

    def _candidates(self, source: Source) -> Iterator[Sentence]:
        for sentence in self._library.sentences.of(source.doc_id):
            is_told = sentence.states_a_fact and sentence.kind in _RUNNING_TEXT
            if is_told and len(sentence.text.split(maxsplit=_FEWEST_WORDS)) >= _FEWEST_WORDS:
                yield sentence


def _faults(text: str) -> float:
    """What a sentence loses that does not stand alone, is spoken to somebody, is quoted, or is long."""
    words, told = text.split(), _WORD.findall(text.casefold())
    points_back = not POINTING_OPENINGS.isdisjoint(told[:1]) or not opens_plainly(text) or is_headline(text)
    takes_up = not LEANING_OPENINGS.isdisjoint(told[:1])
    return (
        (_POINTS_BACK if points_back or text.endswith(_OPEN_END) else _TAKES_UP if takes_up else 0.0)
        + (0.0 if SPEAKERS.isdisjoint(told) else _OF_US if ADDRESSING.isdisjoint(told) else _ADDRESSES)
        + (_QUOTES if text[0] in "\"“'‘" else 0.0)
        + _FOR_A_WORD * max(0, len(words) - _MOST_WORDS)
    )


def _by_sentence(rows: pl.DataFrame, column: str) -> dict[str, dict[int, list[Any]]]:
    """What rows have in a column, by document and sentence."""
    found: dict[str, dict[int, list[Any]]] = {}
    grouped = rows.group_by("doc_id", "sentence_no", maintain_order=True).agg(column)
    for doc_id, number, values in grouped.iter_rows():
        found.setdefault(doc_id, {})[number] = values
    return found
