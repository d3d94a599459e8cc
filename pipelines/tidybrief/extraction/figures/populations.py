"""People and firms at large of whom a share does something: "62% of nurses said".

What belongs here: who they are. What they do stands in `group_shares`, whom such a figure is about in `subjects`.
"""

import re
from typing import NamedTuple

from tidybrief.extraction.figures.group_shares import group_named, group_share
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import OF, OWNING
from tidybrief.extraction.records import Quantity

_HEAD = re.compile(
    r"(?:[\w.’'-]+ )*?(?P<noun>[\w-]+)(?= (?:who|that|of|in|at|from|with|aged|surveyed|polled|asked)\b|$)"
)


class Population(NamedTuple):
    """People or firms at large by the words for them, "" where these stand elsewhere, and where their phrase stands."""

    words: str
    start: int
    end: int


def is_population(term: str, populations: frozenset[str]) -> bool:
    """Whether words name people or firms at large."""
    head = _HEAD.match(term)
    return head is not None and head["noun"].lower() in populations


def population_of(quantity: Quantity, clauses: Clauses, *, of_anyone: bool) -> Population | None:
    """The people or firms at large of whom a share does something; None where it is no share, or of a group that
    belongs to someone ("employees"), unless that may be anyone's.
    """
    first, after = clauses.at(quantity.start), clauses.at(quantity.end)
    told = group_share(quantity, first, after, clauses, None)
    is_owned = clauses.word(after + 1) in OWNING
    if not told or is_owned or (told.startswith("share that") and clauses.kind(after) == OF):
        return None
    words = told.removeprefix("share").partition(" that ")[0].removeprefix(" of ")
    if words and not of_anyone and not is_population(words, clauses.vocabulary.populations):
        return None
    verb = group_named(after + (clauses.kind(after) == OF), clauses)[1] if words else -1
    end = clauses.starts[verb] if verb >= 0 else quantity.end
    return Population(words, quantity.start, max(end, quantity.end))
