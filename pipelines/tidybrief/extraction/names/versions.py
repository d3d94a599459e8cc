"""Versions behind names: "Llama 3.3", "GPT-4-32K", "Gemini 2.5 Flash", "Chips Act 2.0", "Alder Summit 2025".

What belongs here: where the name of a product, a law or a meeting ends that has its version or year behind it. Which
names hold is decided in `decisions`.
"""

import re
from collections.abc import Collection, Sequence

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.grammar import HYPHENS, is_glued
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.names.types import described_type
from tidybrief.extraction.tokens import Tokens, words_of

_EDITION = re.compile(r"\d{1,2}\.\d{1,2}")
_YEAR = re.compile(r"20\d\d")
_DECIMAL = re.compile(r"\d{1,2}\.\d{1,2}[a-z]?")
_SIZE = re.compile(r"\d{1,4}(?:\.\d)?[BbKkM]")
_CODE = re.compile(r"\d{1,3}[A-Za-z]{1,2}|[A-Za-z]\d{1,4}[A-Za-z]?|\d{1,3}[BKM]")
_AMOUNTS = words_of("% percent per million billion trillion bn x people men women children")
_IS = words_of("is was has as its")
_MADE = frozenset({"ORG", "PERSON", "PRODUCT"})
"""As what the name of a product is read without its version."""
_LONGER_THAN_VERSIONS = 3


def with_version(reading: Reading, tokens: Tokens, cues: NameCues) -> Reading:
    """The name with the version behind it, which makes it another thing than the one the lexicon knows."""
    words = tokens.words
    if reading.last >= len(words) or tokens.all_capitals:
        return reading
    if reading.type == "POLICY":
        last = reading.last + (words[reading.last - 1] in cues.plans and _is_edition(words, reading.last))
    elif reading.type == "EVENT":
        is_meeting = words[reading.last - 1] in cues.heads["EVENT"] and _YEAR.fullmatch(words[reading.last]) is not None
        last = reading.last + is_meeting
    elif reading.type == "PRODUCT" and words[reading.last - 1][:1].isalnum():
        last = _end_of_version(tokens, reading.last, cues)
    else:
        return reading
    return reading if last == reading.last else reading._replace(last=last, known=None, form="name")


def with_told_versions(readings: Sequence[Reading], sentences: Sequence[Tokens], cues: NameCues) -> list[Reading]:
    """The readings, where a name with the number behind it is a product, as the document tells: by what it says of it
    ("Heron 2, our new model"), or by naming a variant of it ("Heron 2 70B").
    """
    products = {
        tuple(sentences[one.sentence].words[one.first : place])
        for one in readings
        if one.type == "PRODUCT"
        for place in range(one.first + 2, one.last + 1)
    }
    return [_with_told_version(one, sentences[one.sentence].words, products, cues) for one in readings]


def _with_told_version(
    reading: Reading, words: Sequence[str], products: Collection[tuple[str, ...]], cues: NameCues
) -> Reading:
    last = reading.last
    if reading.known is not None or reading.type not in _MADE or not words[last : last + 1]:
        return reading
    is_decimal = _DECIMAL.fullmatch(words[last]) is not None and not _is_amount(words, last)
    if not (is_decimal or _is_whole_number(words, last)):
        return reading
    is_variant = tuple(words[reading.first : last + 1]) in products
    if not is_variant and described_type(words, reading.first, last + 1, cues) != "PRODUCT":
        return reading
    return reading._replace(last=last + 1, type="PRODUCT", tag=None)


def _is_edition(words: Sequence[str], place: int) -> bool:
    """Whether the word is the number of a new edition: "Chips Act | 2.0"."""
    return _EDITION.fullmatch(words[place]) is not None and not _is_amount(words, place)


def _is_amount(words: Sequence[str], place: int) -> bool:
    """Whether the number is one of something: "Android 12 percent"."""
    return any(word in _AMOUNTS for word in words[place + 1 : place + 2])


def _is_whole_number(words: Sequence[str], place: int) -> bool:
    """Whether a number is a version rather than a count of what follows: "Grok 4 rose", not "Grok 4 times"."""
    following = words[place + 1] if place + 1 < len(words) else ""
    is_counted = following.islower() and (following.endswith("s") or following in _AMOUNTS) and following not in _IS
    return words[place].isdigit() and len(words[place]) < _LONGER_THAN_VERSIONS and not is_counted


def _end_of_version(tokens: Tokens, last: int, cues: NameCues) -> int:
    """Where the numbers, sizes and names of variants end that follow a product."""
    words = tokens.words
    while last < len(words):
        is_hyphened = words[last] in HYPHENS and last + 1 < len(words) and is_glued(tokens, last)
        word = words[last + is_hyphened]
        is_variant = word in cues.variants or _SIZE.fullmatch(word) is not None
        is_number = _DECIMAL.fullmatch(word) is not None and not _is_amount(words, last + is_hyphened)
        is_code = is_hyphened and (word.isdigit() or _CODE.fullmatch(word) is not None)
        is_number = is_number or (not is_hyphened and _is_whole_number(words, last))
        if not (is_variant or is_number or is_code):
            break
        last += 1 + is_hyphened
    return last
