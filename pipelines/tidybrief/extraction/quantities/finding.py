"""Quantities: the numbers of a text that say something about the world, with value, unit and qualifier.

What belongs here: finding where quantities may stand, and leaving out names, dates and page furniture. How one is read
stands in `reading`, what a bare number counts in `carried_units`.
"""

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from math import isfinite

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.anchors import AnchoredPattern
from tidybrief.extraction.quantities.carried_units import with_carried_units
from tidybrief.extraction.quantities.drafts import Draft
from tidybrief.extraction.quantities.reading import QuantityReader
from tidybrief.extraction.quantities.relative_quantities import RelativeReader
from tidybrief.extraction.records import Mention, Quantity, Sentence, TemporalExpression
from tidybrief.extraction.tokens import in_lower_case
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document

_TIME_UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "centur", "quarter")
_ORDINAL_SIGNS = ("st", "nd", "rd", "th")
_NAMED_BY_LENGTH = re.compile(
    r"\b(?:months?|years?|quarters?|half|weeks?|days|decades?) (?:to|ended|ending|through|until|up to)\b|"
    r"^(?:first|opening|initial|last|final|closing) [\w -]{1,20} (?:days|weeks|months|quarters) (?:of|in)\b"
)
_OWNERS = ("PLACE", "ORG")
_DEGREES = ("celsius", "fahrenheit")
_FROM_A_DATE = (" later", " earlier", " before", " after")
_LONGEST_SYMBOL = len(" GHz")
_VULGAR_FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
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
    low = in_lower_case(text)
    person_ends = frozenset(mention.end for mention in mentions if mention.type == "PERSON")
    owners = {mention.end: mention.start for mention in mentions if mention.type in _OWNERS}
    reader = QuantityReader(text, low, lexicon, person_ends, owners)
    if "</" in text or "/>" in text:
        low = _TAG.sub(lambda tag: "\0" * len(tag[0]), low)
    if all(sentence.kind == "boilerplate" for sentence in sentences):
        sentences = tuple(replace(sentence, kind="paragraph") for sentence in sentences)
    drafts = _drafts(text, low, sentences, _Masks(text, low, mentions, dates), reader, lexicon)
    placed = with_carried_units(text, low, drafts, sentences, reader.drafter)
    return tuple(_quantity(text, number, draft) for number, draft in placed)


@lru_cache(maxsize=4)
def _anchors(lexicon: Lexicon) -> AnchoredPattern:
    """A pattern for all that a quantity can begin with: a digit or one of the words of numbers."""
    cues = lexicon.cues["quantities"]
    words = {
        *cues["number_words"], *cues["magnitudes"], *cues["indefinite"], *cues["vague_counts"], *cues["denominators"],
        *cues["ordinals"], *cues["multiples"], "tens",
        *(f"{unit}s" for unit in lexicon.cues["units"]["indefinite"]["units"]),
    }  # fmt: skip
    words -= {"cr", "lac", "lacs", "many"}
    units = lexicon.cues["units"]["one_unit"]["words"]
    hedged = "|".join(
        f"(?<={word} )"
        for word in ("about", "around", "nearly", "almost", "over", "than", "least", "roughly", "up to", "under")
    )
    one_unit = rf"(?:{hedged}|(?<![^\n]))an? (?=(?:{one_of(units)})(?![a-z-]))"
    return AnchoredPattern(
        rf"\d+|(?<![a-z])(?:{one_unit}|[{_VULGAR_FRACTIONS}]|(?:{one_of(words)})(?![a-z]))",
        {*words, *_VULGAR_FRACTIONS, *(f"{article} {unit}" for article in ("a", "an") for unit in units)},
    )


class _Masks:
    """Spans in which a number is part of a name or of a date."""

    def __init__(
        self, text: str, low: str, mentions: tuple[Mention, ...], dates: tuple[TemporalExpression, ...]
    ) -> None:
        spans = sorted([(m.start, m.end, False) for m in mentions] + [(d.start, d.end, True) for d in dates])
        self._text, self._low = text, low
        self._starts = [start for start, _, _ in spans]
        self._ends = [end for _, end, _ in spans]
        self._is_date = [is_date for _, _, is_date in spans]
        self._products = frozenset(mention.start for mention in mentions if mention.type == "PRODUCT")

    def at(self, place: int) -> int | None:
        """The span that holds a place, by its index."""
        index = bisect_right(self._starts, place) - 1
        for candidate in (index, index - 1):
            if candidate >= 0 and self._starts[candidate] <= place < self._ends[candidate]:
                return candidate
        return None

    def end(self, mask: int) -> int:
        """Where a span ends."""
        return self._ends[mask]

    def may_hold_quantity(self, mask: int, place: int) -> bool:
        """Whether it is worth reading inside a span: a date of more than one number and word rarely is an amount."""
        if not self._is_date[mask]:
            return True
        span = self._low[self._starts[mask] : self._ends[mask]]
        if _NAMED_BY_LENGTH.search(span):
            return False
        return place == self._starts[mask] or any(unit in span for unit in _TIME_UNITS)

    def keep(self, mask: int, draft: Draft) -> bool:
        """Whether a quantity is one although it begins inside a name or a date.

        A length of time is one inside "the past four years", but not where it leads to another time ("two years later",
        though "more than two years later" bounds it); four digits that count something are no year, those that
        only a unit further on would make one are ("since 2022 to 4.75 per cent"). In a name only what its own signs
        show in digits: money, percent.
        """
        if not self._is_date[mask]:
            return self._is_shown_in_name(mask, draft)
        if draft.kind == "count":
            is_whole = (draft.start, draft.end) == (self._starts[mask], self._ends[mask])
            return is_whole and (draft.unit is not None or draft.qualifier != "exact") and not self._dates_a_name(draft)
        if draft.kind in ("duration", "age"):
            is_distance = self._low[draft.end : self._ends[mask]] in _FROM_A_DATE
            is_bound = draft.qualifier not in ("exact", "approx")
            if draft.method == "shared_unit":  # "from 50 hours in 2019 to 30 hours"
                return False
            return (is_bound or not is_distance) and draft.end <= self._ends[mask] + len(" of age old")
        return draft.kind in ("money", "percent", "measure") and draft.end > self._ends[mask]

    def _dates_a_name(self, draft: Draft) -> bool:
        """Whether a year stands before a name: "2019 Nobel Prize winners", but not "2000 Ford cars"."""
        return draft.value % 100 != 0 and self._text[draft.end : draft.end + 2].lstrip(" ")[:1].isupper()

    def _is_shown_in_name(self, mask: int, draft: Draft) -> bool:
        """Whether a quantity inside a name is one by its own signs: "the $9 Plan", but not "the Ascend 910C"."""
        if draft.unit in _DEGREES and self._starts[mask] in self._products:
            return False
        if draft.kind == "measure" and draft.end >= self._ends[mask]:
            return draft.end > self._ends[mask] or draft.end - draft.number_end <= _LONGEST_SYMBOL
        if draft.unit == "parameter" and draft.start == self._starts[mask]:
            return True  # "a 70B model"
        in_digits = any(map(str.isdigit, self._low[draft.start : draft.end]))
        is_plain = (draft.kind in ("money", "percent") and in_digits) or draft.unit in _DEGREES
        return is_plain or (draft.end > self._ends[mask] and draft.kind != "count")


def _drafts(  # noqa: PLR0917 - what the document holds
    text: str, low: str, sentences: tuple[Sentence, ...], masks: _Masks, reader: QuantityReader, lexicon: Lexicon
) -> list[tuple[int, Draft]]:
    """The quantities of each sentence, with the sentence's number."""
    relative = RelativeReader(reader, lexicon)
    found: list[tuple[int, Draft]] = []
    consumed, row = 0, 0
    last = len(sentences) - 1
    for match in _anchors(lexicon).find(low):
        at = match.start()
        if at < consumed:
            continue
        while row < last and sentences[row + 1].start <= at:
            row += 1
        sentence = sentences[row]
        if not sentence.start <= at < sentence.end or sentence.kind == "boilerplate":
            continue
        mask = masks.at(at)
        if mask is not None and not masks.may_hold_quantity(mask, at):
            continue
        reader.drafter.floor, reader.drafter.end = sentence.start, sentence.end
        character = low[at]
        if character.isdigit() or not character.isascii():
            drafts, stop = reader.read(at)
            if not drafts and low.startswith(_ORDINAL_SIGNS, match.end()):
                drafts = relative.ranks.digit_ordinal(at, match.end())
        else:
            drafts, stop = relative.read(match[0], at)
        consumed = max(stop, match.end())
        if mask is not None and not (drafts and masks.keep(mask, drafts[0])):
            consumed = max(match.end(), min(consumed, masks.end(mask)))
            continue
        found.extend(
            (row, draft)
            for draft in drafts
            if draft.end <= sentence.end and isfinite(draft.value) and not _is_in_title(text, draft, sentence)
        )
    return found


def _is_in_title(text: str, draft: Draft, sentence: Sentence) -> bool:
    """Whether an amount in words begins a name in capitals, inside of a sentence: "Billion Dollar Deals"."""
    if not text[draft.start].isupper() or draft.kind not in ("money", "percent"):
        return False
    if draft.start == sentence.start or sentence.kind in ("heading", "caption") or draft.form != "words":
        return False
    following = text[draft.end : draft.end + 2]
    return text[draft.start : draft.end].istitle() and following[:1] == " " and following[1:].isupper()


def _in_decimals(value: float) -> float:
    """A product of decimals as the one that it stands for: 2.11 billion, not 2109999999.9999998."""
    return float(f"{value:.15g}")


def _quantity(text: str, sentence_no: int, draft: Draft) -> Quantity:
    return Quantity(
        sentence_no,
        draft.start,
        draft.end,
        text[draft.start : draft.end],
        draft.kind,
        _in_decimals(draft.value),
        None if draft.value_high is None else _in_decimals(draft.value_high),
        draft.unit or "number",
        draft.qualifier,
        draft.unit_start,
        draft.unit_end,
        draft.method,
        draft.confidence,
    )
