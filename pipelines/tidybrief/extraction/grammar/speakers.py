"""Who speaks in a transcript: the label before a colon, for every row until the next label.

What belongs here: labels that name a person. What a text says of others' words stands in `attribution`.
"""

import re
from collections.abc import Mapping, Sequence

from tidybrief.extraction.records import Mention, Sentence

_ENDS_LABEL = re.compile(r"[ ]?(?:\([^()]{1,60}\))?:$")
_ANOTHER = re.compile(r"(?:Q|QUESTION|A|ANSWER)\b[.:]?[ \t]*$")


def speakers_of(sentences: Sequence[Sentence], mentions: Sequence[Mention], text: str) -> Mapping[int, Mention]:
    """The mention that names the speaker of each row, by `sentence_no`; rows of unnamed speakers have none.

    `mentions` are in the order of the text.
    """
    last_of = {mention.sentence_no: mention for mention in mentions}
    found: dict[int, Mention] = {}
    speaker: Mention | None = None
    for sentence in sentences:
        line = text.rfind("\n", 0, sentence.start) + 1
        if sentence.kind == "heading" and sentence.text.endswith(":"):
            named = last_of.get(sentence.sentence_no)
            is_label = named is not None and named.type == "PERSON" and _ENDS_LABEL.match(text, named.end, sentence.end)
            speaker = named if is_label else None
        elif sentence.kind == "heading" or _ANOTHER.match(text, line, sentence.start):
            speaker = None
        elif speaker is not None:
            found[sentence.sentence_no] = speaker
    return found
