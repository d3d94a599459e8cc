"""Page furniture and captions, recognised by their form and by repetition.

What belongs here: which rows speak of the page and not of the world, and which are captions, credits and
datelines. No list of site names: the forms stand in `lexicon/furniture.toml`.
"""

import re
from collections import Counter
from functools import lru_cache

from tidybrief.extraction.sentences.segmentation import Block
from tidybrief.lexicon import Lexicon

_LONGEST_FURNITURE = 400
_MOST_CREDIT_WORDS = 10
_REPETITIONS_OF_FURNITURE = 3
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?"
_DATELINE = re.compile(
    rf"(?:(?:published|updated|posted|last updated|issued|date)\s*(?:on|at|:)?\s*)?(?:{_WEEKDAY},?\s+)?"
    rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
    r"(?:[T ,at]*\d{1,2}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*[A-Z]{0,4})?",
    re.IGNORECASE,
)
_NAME = r"[*_]{0,2}[A-Z][\w’'.-]*[*_]{0,2}"
_BYLINE = re.compile(
    rf"(?:(?:written|reported|edited|posted|published|words|text|story) )?[Bb][Yy]:? {_NAME}"
    rf"(?:,? (?:and |& |de |van |von |der |bin |al-)?{_NAME}){{1,8}}"
    rf"(?:,? in {_NAME}(?:,? (?:and )?{_NAME}){{0,4}})?"
)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_NAVIGATION = re.compile(r"[^.!?|»›>·•]{1,30}(?:\s*[|»›>·•]\s*[^.!?|»›>·•]{1,30}){2,12}")


@lru_cache(maxsize=4)
def _forms(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = lexicon.cues["furniture"]
    return (
        re.compile("|".join(f"(?:{form})" for form in cues["furniture"]), re.IGNORECASE),
        re.compile(cues["credit"], re.IGNORECASE),
    )


def repeated_lines(text: str, blocks: list[Block]) -> frozenset[str]:
    """Short lines without a full stop that come back again and again: running heads and feet of pages."""
    lines = Counter(
        text[block.start : block.end]
        for block in blocks
        if not block.mark and block.end - block.start <= 80 and text[block.end - 1] not in '.!?:;,)]”"'
    )
    return frozenset(line for line, times in lines.items() if times >= _REPETITIONS_OF_FURNITURE)


def is_furniture(text: str, block: Block, repeated: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the block is page furniture."""
    if block.end - block.start > _LONGEST_FURNITURE or block.mark in ("heading", "row", "turn"):
        return False
    content = text[block.start : block.end]
    if content in repeated:
        return True
    furniture, _ = _forms(lexicon)
    return bool(furniture.fullmatch(content)) or (
        not block.mark and len(content) <= 200 and bool(_NAVIGATION.fullmatch(content))
    )


def is_caption_line(text: str, block: Block) -> bool:
    """Whether the block is nothing but a date, the names of who wrote the text, or an image."""
    length = block.end - block.start
    return (
        (length <= 60 and _DATELINE.fullmatch(text, block.start, block.end) is not None)
        or (length <= 100 and _BYLINE.fullmatch(text, block.start, block.end) is not None)
        or (text.startswith("![", block.start) and _IMAGE.fullmatch(text, block.start, block.end) is not None)
    )


def is_credit(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the sentence is a photo credit, so that its block is a caption."""
    if end - start > 120 or not _forms(lexicon)[1].match(text, start, end):
        return False
    return text.count(" ", start, end) < _MOST_CREDIT_WORDS
