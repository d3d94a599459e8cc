"""The dateline that opens a report: "LISBON, 14 February (Reuters) - Prices rose …" says where it was written, not of
whom.

What belongs here: where a sentence begins behind it. The names of a dateline are mentions like others (`names`), its
day is that of the document (`reading`); a figure is about neither.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tidybrief.extraction.records import Mention, Sentence

_LONGEST = 110
_DATELINE = re.compile(
    r"[ \t]*(?:"
    r"[A-Z][A-Z.'’/-]+(?:[ ][A-Z][A-Z.'’/-]*){0,3}(?:,[ ][A-Z][\w.]*(?:[ ][A-Z][\w.]*){0,2})?(?P<capitals>)|"
    r"[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){0,2}(?:,[ ][A-Z][\w.]*){0,2}"
    r")"
    r"(?P<dated>,?[ ]\(?(?:[A-Z][a-z]+day,?[ ])?(?:\d{1,2}(?:st|nd|rd|th)?[ ][A-Z][a-z]+|[A-Z][a-z]{2,8}\.?[ ]\d{1,2})"
    r"(?:,?[ ]\d{4})?\)?)?"
    r"(?P<agency>[ ]\([A-Z][\w .&/-]{1,25}\))?"
    r"(?:(?P<dash>[ ]?(?:–|—|--)[ ]?|[ ]-[ ])(?=[\"“]?[A-Z])|(?P<stop>\.?)(?:[ ](?=[A-Z])|$))"
)


def without_datelines(
    sentences: Sequence[Sentence],
    mentions_of: Mapping[int, Sequence[Mention]],
    countries: frozenset[str],
    text: str,
) -> Mapping[int, Sentence]:
    """The sentences that open with a dateline, by their number, each from behind it on; `countries` are the entity ids
    of the countries that the text names.
    """
    found: dict[int, Sentence] = {}
    for sentence in sentences:
        start = _behind(sentence, mentions_of.get(sentence.sentence_no, ()), countries, text)
        if start > sentence.start:
            found[sentence.sentence_no] = replace(sentence, start=start, text=text[start : sentence.end])
    return found


def _behind(sentence: Sentence, mentions: Sequence[Mention], countries: frozenset[str], text: str) -> int:
    start = sentence.start
    if not text[start : start + 1].isupper() or (start and text[start - 1] != "\n"):
        return start
    found = _DATELINE.match(text, start, min(sentence.end, start + _LONGEST))
    if found is None:
        return start
    if any(one.start == start and one.type in ("ORG", "PERSON") for one in mentions):
        return start
    told = found["dated"] is not None or found["agency"] is not None
    if found["dash"] is None:
        is_dateline = found["capitals"] is not None and found["dated"] is not None
    else:
        is_dateline = told or (found["capitals"] is not None and _opens_with_place(mentions, start, countries))
    return found.end() if is_dateline else start


def _opens_with_place(mentions: Sequence[Mention], start: int, countries: frozenset[str]) -> bool:
    """Whether a place opens a sentence where a report may be written: a country is what the sentence is about."""
    opening = next((mention for mention in mentions if mention.start == start), None)
    return opening is not None and opening.type == "PLACE" and opening.entity_id not in countries
