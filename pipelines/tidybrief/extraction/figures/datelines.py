"""The dateline that opens a report: "LISBON, 14 February (Reuters) - Prices rose …" says where it was written, not of
whom.

What belongs here: where a sentence begins behind it, and which lines are bylines. The names of a dateline are mentions
like others (`names`), its day is that of the document (`reading`); a figure is about neither.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from tidybrief.extraction.records import Mention, Quantity, Sentence, TemporalExpression

Row = TypeVar("Row", Mention, TemporalExpression, Quantity)

_LONGEST = 110
_DATELINE = re.compile(
    r"[ \t]*(?:"
    r"[A-Z][A-Z.'’/-]+(?:[ ][A-Z][A-Z.'’/-]*){0,3}(?:,[ ][A-Z][\w.]*(?:[ ][A-Z][\w.]*){0,2})?(?P<capitals>)|"
    r"[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){0,2}(?:,[ ][A-Z][\w.]*){0,2}"
    r")"
    r"(?P<dated>,?[ ]\(?(?:[A-Z][a-z]+day,?[ ])?(?:\d{1,2}(?:st|nd|rd|th)?[ ][A-Z][a-z]+|[A-Z][a-z]{2,8}\.?[ ]\d{1,2})"
    r"(?:,?[ ]\d{4})?\)?)?"
    r"(?P<agency>[ ]\([A-Z][\w .&/’'-]{1,40}\))?"
    r"(?:(?P<dash>[ ]?(?:–|—|--)[ ]?|[ ]-[ ])(?=[\"“]?[A-Z\d$€£¥])|(?P<stop>\.?)(?:[ ](?=[A-Z])|$))"
)

_BYLINE = re.compile(r"[Bb]y(?:[ ](?:[A-Z][\w.’'-]*|and|of|the|in|for|&|\d{1,4})[,:]?)+$")
_LINES = ("heading", "caption", "boilerplate")
_DAY_OR_MONTH = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}|"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ ])?[A-Z][a-z]{2,8}\.?[ ](?:\d{1,2},?[ ])?\d{4})"
)
_MASTHEAD = re.compile(
    rf"(?=[^\n]*{_DAY_OR_MONTH})"
    r"(?:[^a-z\s]\S*|(?:of|the|and|in|by|on|at|for|posted|published|updated|words|time|desk|min|minutes|read)\b\S*|\s)+$"
)
"""A line of publisher, place and day: "Vienna, 20 November 2025"."""
_MASTHEAD_LINES = 10


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


def bylines(sentences: Sequence[Sentence]) -> Mapping[int, Sentence]:
    """The lines that say no more than who wrote a report, and where ("By Anna Holt, Reuters, 5 May"), by their number,
    each from its end on.
    """
    return {
        sentence.sentence_no: replace(sentence, start=sentence.end)
        for sentence in sentences
        if sentence.kind in _LINES and _BYLINE.match(sentence.text) is not None
    }


def mastheads(sentences: Sequence[Sentence]) -> Mapping[int, Sentence]:
    """The lines below the title that say when and where it was published, and by whom ("Vienna, 20 November 2025"), by
    their number, each from its end on.
    """
    return {
        sentence.sentence_no: replace(sentence, start=sentence.end)
        for sentence in sentences[1:_MASTHEAD_LINES]
        if len(sentence.text) <= _LONGEST and _MASTHEAD.match(sentence.text) is not None
    }


def apart_from(behind: Mapping[int, Sentence], rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows outside some lines; `behind` holds these by their number, each from where it begins to count."""
    if not behind:
        return rows
    return tuple(row for row in rows if row.sentence_no not in behind or row.start >= behind[row.sentence_no].start)


def end_of_dateline(sentence: str) -> int:
    """Where a sentence begins behind a dateline that gives its day or its agency; 0 where it opens with none."""
    found = _DATELINE.match(sentence, 0, _LONGEST)
    if found is None or found["dash"] is None or (found["dated"] is None and found["agency"] is None):
        return 0
    return found.end()


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
