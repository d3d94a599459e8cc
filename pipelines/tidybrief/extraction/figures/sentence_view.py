"""What is at hand when one figure is read: its sentence with the names in it and before it, what the document is about,
and the figure before.

What belongs here: the records. What follows from them for a figure stands with each question (`subjects`, `sources`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tidybrief.extraction.figures.called import CommonNouns
from tidybrief.extraction.figures.lately import Lately, Opener
from tidybrief.extraction.figures.name_roles import NamedPlace
from tidybrief.extraction.figures.results import ToldResults
from tidybrief.extraction.figures.terms import Terms
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.sources_named import Source
from tidybrief.extraction.grammar.word_classes import QUANTITY
from tidybrief.extraction.records import Mention, Quantity, Sentence

WORLD, NOBODY = "world", ""
EVERYWHERE = frozenset({"worldwide", "globally"})
_EVERYWHERE = re.compile(rf"\b(?:{'|'.join(sorted(EVERYWHERE))})\b")
_GLOBAL = re.compile(r"\b(?:[Gg]lobal|[Ww]orld|[Ii]nternational|[Ww]orldwide|[Gg]lobally)\b")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a document speaks of most: its entities by rank, those of its title, whether that speaks of the world, who
    asks others or writes of them, and who is named for what he tells of others.
    """

    ranks: dict[str, int]
    titled: frozenset[str]
    first_titled: str
    worldwide: bool
    reporters: frozenset[str]
    countries: frozenset[str]
    """The entity ids of the countries that it names."""
    informants: frozenset[str]
    first_named: Mapping[str, int]
    """Where each of its entities is first named."""
    lands: frozenset[str]
    """The entity ids of its places that are on maps: countries, regions, cities."""


class Previous(NamedTuple):
    """The subject of the figure before, its kind, where it ends, and how far off it stands."""

    subject: str
    kind: str
    end: int
    distance: str


@dataclass(slots=True)
class SentenceView:
    """One sentence with the names in it and before it, as far as they bear on its figures."""

    clauses: Clauses
    limited: Clauses
    """The same with each quantity that limits a noun as part of it."""
    named: list[NamedPlace]
    earlier: list[Mention]
    lately: Sequence[tuple[str, Lately]]
    """The names of `earlier`, each once."""
    leads: dict[str, int]
    sources: Sequence[Source]
    worldwide: bool
    global_words: bool
    called: CommonNouns
    terms: Terms
    results: ToldResults
    label: str = ""
    """The entity that the label before the paragraph names; "" for none."""
    opener: Opener | None = None
    """What the sentence before opens with, in this paragraph."""
    section: str = ""
    """The entity that the heading above names and nothing else, until the paragraph names another; "" for none."""
    speaks_for: str = ""
    """In an answer of a transcript, the organisation that the speaker was named with; "" for none."""

    def is_limit(self, start: int) -> bool:
        """Whether the quantity that starts at an offset only limits a noun."""
        place = self.limited.at(start)
        return self.limited.kind(place) != QUANTITY or self.limited.starts[place] != start


def speaks_of_the_world(sentence: Sentence, named: Sequence[Mention]) -> bool:
    """Whether a sentence holds a word such as "global", and not only in a name ("Acme International") that it does not
    open: what the World Health Organization tells is of the world.
    """
    places = (sentence.start + found.start() for found in _GLOBAL.finditer(sentence.text))
    return any(not any(one.start < place < one.end for one in named) for place in places)


def speaks_of_the_world_elsewhere(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether what makes a sentence speak of the world is an adverb that goes with the next quantity alone: "raised $9
    million for 7 million refugees worldwide".
    """
    places = range(clauses.at(quantity.end), len(clauses.words))
    following = next((place for place in places if clauses.classes[place] == QUANTITY), -1)
    if following < 0 or EVERYWHERE.isdisjoint(clauses.words[following:]):
        return False
    return _GLOBAL.search(_EVERYWHERE.sub("", clauses.sentence.text)) is None and EVERYWHERE.isdisjoint(
        clauses.words[:following]
    )
