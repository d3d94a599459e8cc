"""What a sentence calls the person of the sentence before: "Ada Lund has no car. The 34-year-old nurse from Orno …".

What belongs here: finding such descriptions and whom they mean. What is said beside a name stands in `occupations`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tidybrief.extraction.records import Mention, Sentence

_AGE = "-year-old "
_DESCRIPTION = re.compile(
    r"\b[Tt]he \d{1,3}-year-old (?P<words>[a-z][a-z-]*(?: [a-z][a-z-]*){0,3}?)"
    r"(?=,| (?:from|in|who|of|at|based|with|has|had|is|was|says?|said|told|now|also|still|never|then|[a-z]+(?:ed|s))\b)"
)
_ORIGIN = re.compile(r"(?:,? (?:who is )?based in| from| in| who lives in) (?:the )?")
CALLS_A_PERSON = re.compile(
    r"(?:er|or|ist|ian|ant|(?<!m)ent|eur|(?<!n)ess|nurse|chef|cook|pilot|professional|man|woman)$"
)
_GIVEN_UP = re.compile(r"\b(?:former|retired|ex|aspiring|unemployed)\b")


@dataclass(frozen=True, slots=True)
class Description:
    """What the sentence calls the person; `words` are its own; `place` is where it says the person is from."""

    person: Mention
    words: str
    place: Mention | None


def find_descriptions(
    text: str, sentences: Sequence[Sentence], mentions: Mapping[int, Sequence[Mention]]
) -> Mapping[int, Description]:
    """The description in each sentence, by its number, where the sentence before it names one person only."""
    return dict(_find(text, sentences, mentions)) if _AGE in text else {}


def _find(
    text: str, sentences: Sequence[Sentence], mentions: Mapping[int, Sequence[Mention]]
) -> Iterator[tuple[int, Description]]:
    for previous, sentence in pairwise(sentences):
        found = _DESCRIPTION.search(sentence.text) if _AGE in sentence.text else None
        if found is None or "\n" in text[previous.end : sentence.start]:
            continue
        words = found["words"]
        persons = [one for one in mentions.get(previous.sentence_no, ()) if one.type == "PERSON"]
        others = [one for one in mentions.get(sentence.sentence_no, ()) if one.type == "PERSON"]
        is_one = len({one.entity_id for one in (*persons, *others)}) == 1
        if persons and is_one and CALLS_A_PERSON.search(words) and not _GIVEN_UP.search(words):
            place = _place_behind(sentence, found.end(), mentions.get(sentence.sentence_no, ()))
            yield sentence.sentence_no, Description(persons[0], words, place)


def _place_behind(sentence: Sentence, position: int, mentions: Sequence[Mention]) -> Mention | None:
    origin = _ORIGIN.match(sentence.text, position)
    if origin is None:
        return None
    start = sentence.start + origin.end()
    return next((one for one in mentions if one.start == start and one.type == "PLACE"), None)
