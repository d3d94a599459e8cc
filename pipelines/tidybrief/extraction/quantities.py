"""Quantities: the numbers of a text that say something about the world, with value, unit and qualifier.

What belongs here: finding where quantities may stand, and leaving out names, dates and page furniture. How one is read
stands in `quantity_reading`, what a bare number counts in `carried_units`.
"""

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from math import isfinite

from tidybrief.extraction.carried_units import with_carried_units
from tidybrief.extraction.quantity_drafts import Draft
from tidybrief.extraction.quantity_reading import QuantityReader
from tidybrief.extraction.records import Mention, Quantity, Sentence, TemporalExpression
from tidybrief.extraction.relative_quantities import RelativeReader
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document

_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,8000}>")


def find_quantities(
    document: Document,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    dates: tuple[TemporalExpression, ...],
    lexicon: Lexicon,
) -> tuple[Quantity, ...]:
    """The quantities of the document in the order of the text. Boilerplate yields none."""
    if not sentences:
        return ()
    text = document.text
    low = _lower(text)
    reader = QuantityReader(text, low, lexicon)
    relative = RelativeReader(reader, lexicon)
    masks = _masks(mentions, dates)
    if "</" in text or "/>" in text:
        low = _TAG.sub(lambda tag: "\0" * len(tag[0]), low)
    if all(sentence.kind == "boilerplate" for sentence in sentences):
        sentences = tuple(replace(sentence, kind="paragraph") for sentence in sentences)
    drafts = _drafts(text, low, sentences, masks, reader, relative, _anchors(lexicon))
    placed = with_carried_units(text, low, drafts, sentences, reader.drafter)
    return tuple(_quantity(text, number, draft) for number, draft in placed)


def _lower(text: str) -> str:
    """The text in lower case, character by character, so that offsets stay what they are."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


@lru_cache(maxsize=4)
def _anchors(lexicon: Lexicon) -> re.Pattern[str]:
    """One pattern for all that a quantity can begin with: a digit or one of the words of numbers."""
    cues = lexicon.cues["quantities"]
    words = {
        *cues["number_words"], *cues["magnitudes"], *cues["indefinite"], *cues["vague_counts"], *cues["denominators"],
        *cues["ordinals"], *cues["multiples"], "tens",
        *(f"{unit}s" for unit in lexicon.cues["units"]["indefinite"]["units"]),
    }  # fmt: skip
    words -= {"cr", "lac", "lacs", "many"}
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (word, -len(word))):
        by_letter.setdefault(word[0], []).append(word[1:])
    branches = [
        f"{letter}(?:{'|'.join(sorted(tails, reverse=True))})(?![a-z])" for letter, tails in sorted(by_letter.items())
    ]
    return re.compile(rf"(?<![a-z])(?:\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|{'|'.join(branches)})|(?<=[a-z])\d+")


def _masks(
    mentions: tuple[Mention, ...], dates: tuple[TemporalExpression, ...]
) -> tuple[list[int], list[int], list[bool]]:
    """Spans in which a number is part of a name (False) or a date (True), sorted by where they start."""
    spans = [(m.start, m.end, False) for m in mentions] + [(d.start, d.end, True) for d in dates]
    spans.sort()
    return [s[0] for s in spans], [s[1] for s in spans], [s[2] for s in spans]


def _drafts(  # noqa: PLR0917
    text: str,
    low: str,
    sentences: tuple[Sentence, ...],
    masks: tuple[list[int], list[int], list[bool]],
    reader: QuantityReader,
    relative: RelativeReader,
    anchors: re.Pattern[str],
) -> list[tuple[int, Draft]]:
    found: list[tuple[int, Draft]] = []
    consumed, row = 0, 0
    last = len(sentences) - 1
    starts, ends, is_date = masks
    for match in anchors.finditer(low):
        at = match.start()
        if at < consumed:
            continue
        while row < last and sentences[row + 1].start <= at:
            row += 1
        sentence = sentences[row]
        if not sentence.start <= at < sentence.end or sentence.kind == "boilerplate":
            continue
        mask = _mask_at(at, starts, ends)
        reader.drafter.floor, reader.drafter.end = sentence.start, sentence.end
        character = low[at]
        if character.isdigit() or not character.isascii():
            drafts, consumed = reader.read(at)
        else:
            drafts, consumed = relative.read(match[0], at)
        consumed = max(consumed, match.end())
        if mask is not None and not (drafts and _survives(drafts, mask, starts, ends, is_date, text)):
            consumed = max(match.end(), min(consumed, ends[mask]))
            continue
        found.extend((row, draft) for draft in drafts if draft.end <= sentence.end and isfinite(draft.value))
    return found


def _mask_at(at: int, starts: list[int], ends: list[int]) -> int | None:
    index = bisect_right(starts, at) - 1
    for candidate in (index, index - 1):
        if candidate >= 0 and starts[candidate] <= at < ends[candidate]:
            return candidate
    return None


def _survives(  # noqa: PLR0917
    drafts: list[Draft], mask: int, starts: list[int], ends: list[int], is_date: list[bool], text: str
) -> bool:
    """Whether a quantity is one although it begins inside a name or a date.

    A length of time is one inside "the past four years". In a name only what its own signs show: money, percent.
    """
    draft = drafts[0]
    if is_date[mask]:
        if draft.kind == "count" and (draft.start, draft.end) == (starts[mask], ends[mask]):
            return draft.unit is not None or draft.qualifier != "exact"
        return (draft.kind in ("duration", "age") and draft.end <= ends[mask] + 12) or draft.kind in (
            "money",
            "percent",
            "measure",
        )
    return draft.kind in ("money", "percent") or (draft.end > ends[mask] and draft.kind != "count")


def _quantity(text: str, sentence_no: int, draft: Draft) -> Quantity:
    return Quantity(
        sentence_no,
        draft.start,
        draft.end,
        text[draft.start : draft.end],
        draft.kind,
        draft.value,
        draft.value_high,
        draft.unit or "number",
        draft.qualifier,
        draft.unit_start,
        draft.unit_end,
        draft.method,
        draft.confidence,
    )
