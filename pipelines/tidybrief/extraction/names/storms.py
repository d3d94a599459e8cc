"""Storms by their own names alone: "Hurricane Ada … Ada weakened".

What belongs here: the one word by which a text goes on to call a storm that it has named in full. Which words name a
storm stands in `types`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.matching import KnownName
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.names.types import is_storm
from tidybrief.extraction.tokens import Tokens

_AS_SURE = 0.9


def with_storms_in_short(readings: Sequence[Reading], sentences: Sequence[Tokens], cues: NameCues) -> list[Reading]:
    """The readings in order, with each bare name of a storm as that storm; a person of the same surname keeps it."""
    storms = _storms(readings, sentences, cues)
    if not storms:
        return list(readings)
    longer = [reading for reading in readings if reading.last - reading.first > 1]
    taken = {(one.sentence, place) for one in longer for place in range(one.first, one.last)}
    bare = [
        Reading(number, place, place + 1, "EVENT", "document", _AS_SURE, "alias", storms[word])
        for number, tokens in enumerate(sentences)
        for place, word in enumerate(tokens.words)
        if word in storms and (number, place) not in taken
    ]
    places = {(one.sentence, one.first) for one in bare}
    others = [one for one in readings if one.last - one.first > 1 or (one.sentence, one.first) not in places]
    return sorted((*others, *bare), key=lambda one: (one.sentence, one.first))


def _storms(readings: Sequence[Reading], sentences: Sequence[Tokens], cues: NameCues) -> Mapping[str, KnownName]:
    """Bare name → the storm that the document mostly calls it by, but for the surnames of persons."""
    named = (sentences[one.sentence].words[one.first : one.last] for one in readings if one.type == "EVENT")
    names = Counter(tuple(words) for words in named if len(words) > 1 and is_storm(words, cues))
    surnames = {
        sentences[one.sentence].words[one.last - 1]
        for one in readings
        if names and one.type == "PERSON" and one.last - one.first > 1
    }
    return {
        words[-1]: KnownName(" ".join(words), "EVENT", "alias", "document")
        for words, _ in reversed(names.most_common())
        if words[-1] not in surnames
    }
