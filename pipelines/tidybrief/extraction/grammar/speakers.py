"""Who speaks in a transcript: the label before a colon, for every row until the next label; in an interview without
labels, who answers its questions.

What belongs here: labels that name a person, and who is interviewed. What a text says of others' words stands in
`attribution`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from tidybrief.extraction.records import Mention, Sentence

_ENDS_LABEL = re.compile(r"[ ]?(?:\([^()]{1,60}\))?:$")
_ANOTHER = re.compile(r"(?:Q|QUESTION|A|ANSWER)\b[.:]?[ \t]*$")
_QUESTIONS = 3
"""So many paragraphs that ask something, each with an answer behind it, make an interview."""
_LONGEST_QUESTION = 400
_OURSELVES = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s)\b")
_ANSWERS = 2
"""So many answers of them need a word such as "we"."""
_TALKING = re.compile(
    r"\b(?:talk(?:s|ed|ing)?|sp(?:oke|eaks?|eaking)|t(?:old|ells)|sat down|answer(?:s|ed)|explain(?:s|ed)|interview)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(r"\b(?:[Bb]y|[Ww]ords|[Tt]ext)[: ]+$")
"""Before the name of who asks the questions."""
_LONGEST_ASKING = 12


def speakers_of(sentences: Sequence[Sentence], mentions: Sequence[Mention], text: str) -> Mapping[int, Mention]:
    """The mention that names the speaker of each row, by `sentence_no`; rows of unnamed speakers have none.

    `mentions` are in the order of the text.
    """
    last_of = {mention.sentence_no: mention for mention in mentions}
    found: dict[int, Mention] = {}
    speaker: Mention | None = None
    has_labels = False
    for sentence in sentences:
        line = text.rfind("\n", 0, sentence.start) + 1
        if sentence.kind == "heading" and sentence.text.endswith(":"):
            named = last_of.get(sentence.sentence_no)
            is_label = named is not None and named.type == "PERSON" and _ENDS_LABEL.match(text, named.end, sentence.end)
            speaker, has_labels = (named if is_label else None), True
        elif sentence.kind == "heading":
            speaker = None
        elif _ANOTHER.match(text, line, sentence.start):
            speaker, has_labels = None, True
        elif speaker is not None:
            found[sentence.sentence_no] = speaker
    return found if found or has_labels else dict(_of_interview(sentences, mentions, text))


def _of_interview(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], text: str
) -> Iterator[tuple[int, Mention]]:
    """The rows of the answers of an interview without labels, each with the first mention of who gives them."""
    if text.count("?\n") < _QUESTIONS:
        return
    paragraphs: list[list[Sentence]] = []
    for before, row in zip(chain([None], sentences), sentences, strict=False):
        if before is None or "\n" in text[before.end : row.start]:
            paragraphs.append([])
        paragraphs[-1].append(row)
    asks = [_asks(rows) for rows in paragraphs]
    if True not in asks:
        return
    first = asks.index(True)
    answers = [rows for rows, is_question in zip(paragraphs[first:], asks[first:], strict=True) if not is_question]
    openings = sum(one and not following for one, following in pairwise(asks))
    of_ourselves = sum(_OURSELVES.search(text, rows[0].start, rows[-1].end) is not None for rows in answers)
    if openings < _QUESTIONS or of_ourselves < _ANSWERS:
        return
    interviewed = _interviewed(paragraphs[:first], mentions, text)
    if interviewed is not None:
        yield from ((row.sentence_no, interviewed) for rows in answers for row in rows)


def _asks(rows: Sequence[Sentence]) -> bool:
    return rows[-1].text.endswith("?") and rows[-1].end - rows[0].start < _LONGEST_QUESTION


def _interviewed(before: Sequence[Sequence[Sentence]], mentions: Sequence[Mention], text: str) -> Mention | None:
    """Who talks, of the persons named before the first question, as the sentence says that names them."""
    rows = {row.sentence_no: row for paragraph in before for row in paragraph}
    return next(
        (
            one
            for one in mentions
            if one.type == "PERSON"
            and one.sentence_no in rows
            and _TALKING.search(rows[one.sentence_no].text)
            and _ASKING.search(text, max(0, one.start - _LONGEST_ASKING), one.start) is None
        ),
        None,
    )
