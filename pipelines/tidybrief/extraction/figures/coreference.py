"""Where a document takes up a name by the common noun that no other name goes by: "the ironworks", "the trial".

What belongs here: such places, each as one more mention of the entity. Which nouns a name goes by stands in `called`;
what the subject of one clause stands for, in `clause_subjects`.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter

from tidybrief.extraction.figures.called import CommonNouns
from tidybrief.extraction.records import Mention, Sentence

_DEFINITE = re.compile(r"\b[Tt]h(?:e|is) (?P<noun>[a-z]{3,})\b(?! [a-z]+ of\b)")

_OF_NO_NAME = frozenset({"day", "week", "month", "quarter", "year", "decade", "country", "nation", "world"})
"""Nouns that stand for a time, or for the land that a text is set in, whatever went by them."""


def with_taken_up(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    called: CommonNouns,
    of_the_state: Collection[str],
) -> list[Mention]:
    """Mentions, and the definite nouns that stand for one name of the document and for no other, in the order of the
    text. `mentions` are in that order.

    Persons are left out, as many have one office after another, and bodies of the state (`of_the_state`) by a noun that
    is not in their name, as each country has them.
    """
    taken_up = _taken_up(text, sentences, mentions, called, of_the_state)
    return sorted(chain(mentions, taken_up), key=attrgetter("start"))


def _taken_up(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    called: CommonNouns,
    of_the_state: Collection[str],
) -> Iterator[Mention]:
    first = {mention.entity_id: mention for mention in reversed(mentions)}
    starts = [sentence.start for sentence in sentences]
    for found in _DEFINITE.finditer(text):
        noun, start = found["noun"], found.start("noun")
        entity_id = called.one_of_kind(noun, start)
        if not entity_id or entity_id.startswith("person:") or noun in _OF_NO_NAME:
            continue
        if noun in of_the_state and noun not in entity_id.partition(":")[2].split("-"):
            continue
        number = sentences[bisect_right(starts, start) - 1].sentence_no
        yield replace(first[entity_id], sentence_no=number, start=start, end=found.end("noun"), text=noun)
