"""Places that are called like a company: "the fires of the Amazon".

What belongs here: telling by the nouns behind the name, anywhere in the document, that it speaks of the place. The
names and their nouns stand in `lexicon/name_cues.toml`.
"""

from collections.abc import Sequence

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.tokens import Tokens


def with_namesakes(readings: Sequence[Reading], sentences: Sequence[Tokens], cues: NameCues) -> list[Reading]:
    """The readings in order, those of a company as the place of its name where the document speaks of that one."""
    places = {
        words[one.first]
        for one in readings
        if (words := sentences[one.sentence].words)[one.first] in cues.namesakes
        and one.last < len(words)
        and words[one.last] in cues.namesakes[words[one.first]]
    }
    return [
        one._replace(type="PLACE", method="document", form="name", known=None, tag=None)
        if one.last - one.first == 1 and one.type == "ORG" and sentences[one.sentence].words[one.first] in places
        else one
        for one in readings
    ]
