"""Whom "he" or "she" takes up at the start of a sentence: "Ada Lund won. She is a chemist."

What belongs here: the one person whom the sentences before leave to be meant. What the sentence says of them is found
as if it named them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tidybrief.extraction.records import Mention, Sentence

_OPENING = re.compile(
    r"(?:(?:Previously|Earlier|Currently|Before that|Prior to (?:that|this)|Most recently|(?:In|Since) \d{4}"
    r"|Today|Now), )?(?P<pronoun>(?:[Hh]|[Ss]h)e)"
    r"(?= (?:is|was|has|serves|served|works|worked|became|lives|also|currently"
    r"|previously|now|joined|holds|held|founded|co-founded|wrote|leads|led)\b)"
)


class TakenUp(NamedTuple):
    """A person, and where in the sentence the pronoun stands for them."""

    person: Mention
    start: int
    end: int


def find_persons_taken_up(
    sentences: Sequence[Sentence], mentions: Mapping[int, Sequence[Mention]]
) -> Mapping[int, TakenUp]:
    """By the number of the sentence that a pronoun opens, the person it takes up; none where several may be meant."""
    return dict(_find(sentences, mentions))


def _find(sentences: Sequence[Sentence], mentions: Mapping[int, Sequence[Mention]]) -> Iterator[tuple[int, TakenUp]]:
    person: Mention | None = None
    for sentence in sentences:
        persons = [one for one in mentions.get(sentence.sentence_no, ()) if one.type == "PERSON"]
        named = {one.entity_id for one in persons}
        opening = _OPENING.match(sentence.text) if person is not None else None
        if opening is not None and person is not None and named <= {person.entity_id}:
            yield sentence.sentence_no, TakenUp(person, *opening.span("pronoun"))
        elif len(named) == 1 and opening is None and sentence.kind != "heading":
            person = persons[0]
        else:
            person = None
