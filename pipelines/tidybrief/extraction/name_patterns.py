"""Names that their form alone gives away: acronyms in brackets, titles in quotes, model names with versions.

What belongs here: patterns precise enough to outrank the tagger. Names known before are `name_matching`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from tidybrief.extraction.linking import initials, is_acronym
from tidybrief.extraction.name_cues import NameCues
from tidybrief.extraction.name_decisions import Reading
from tidybrief.extraction.name_grammar import is_name_like
from tidybrief.extraction.tagger import Tag
from tidybrief.extraction.tokens import Tokens

_OPENING = frozenset('"“‘«')
_CLOSING = frozenset('"”’»')
_LONGEST_TITLE = 14


def find_patterns(number: int, tokens: Tokens, tags: Sequence[Tag], cues: NameCues) -> list[Reading]:
    """The readings of sentence `number` that patterns give."""
    return [*_quoted_titles(number, tokens, cues)]


def _quoted_titles(number: int, tokens: Tokens, cues: NameCues) -> Iterator[Reading]:
    """A quotation in title case beside a word for a work, or that its own head word makes a plan or a law."""
    words = tokens.words
    position = 0
    while position < len(words):
        if words[position] in _OPENING:
            closing = _closing(words, position)
            if closing:
                inside = words[position + 1 : closing]
                kind = _quoted_kind(words, position, closing, inside, cues)
                if kind:
                    yield Reading(number, position + 1, closing, kind, "grammar:quoted", 0.85)
                position = closing
        position += 1


def _closing(words: Sequence[str], opening: int) -> int:
    for position in range(opening + 2, min(len(words), opening + _LONGEST_TITLE)):
        if words[position] in _CLOSING:
            return position
    return 0


def _quoted_kind(
    words: Sequence[str], opening: int, closing: int, inside: Sequence[str], cues: NameCues
) -> str | None:
    longer = [word for word in inside if len(word) > 3]
    if not longer or not all(is_name_like(word) for word in longer) or inside[-1] in {",", "."}:
        return None
    if inside[-1] in cues.heads["POLICY"] and len(inside) > 1:
        return "POLICY"
    before = words[max(0, opening - 3) : opening]
    after = words[closing + 1 : closing + 3]
    if any(word.lower() in cues.nouns["WORK"] for word in (*before, *after)):
        return "WORK"
    return None


def find_definitions(readings: Sequence[Reading], sentences: Sequence[Tokens]) -> Mapping[int, int]:
    """Reading that is an alias in brackets or slashes → the reading just before it that it stands for."""
    definitions: dict[int, int] = {}
    for index in range(1, len(readings)):
        full, short = readings[index - 1], readings[index]
        if full.sentence != short.sentence:
            continue
        words = sentences[full.sentence].words
        between = list(words[full.last : short.first])
        closed = short.last < len(words) and words[short.last] == ")"
        if between in (["("], ["(", "the"]) and closed and full.type == short.type:
            definitions[index] = index - 1
    return definitions
