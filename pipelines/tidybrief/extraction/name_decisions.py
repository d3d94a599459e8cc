"""Which of the readings of a sentence's words become mentions: known names, tags, and what grammar finds.

What belongs here: the decision between sources for one sentence. Evidence from the whole document comes after it, in
`name_consistency`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tidybrief.extraction.name_cues import NameCues
from tidybrief.extraction.name_grammar import HYPHENS, is_all_capitals, is_name_like, is_title_case
from tidybrief.extraction.name_matching import KnownName
from tidybrief.extraction.name_types import type_by_context, type_by_words
from tidybrief.extraction.tagger import Tag
from tidybrief.extraction.tokens import Tokens

_OF_OUR_TYPES = frozenset({"ORG", "PERSON", "PLACE", "PRODUCT", "POLICY", "WORK", "EVENT"})
_LEAST_PROBABILITY = 0.4
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens `first:last` of a sentence read as a name."""

    sentence: int
    first: int
    last: int
    type: str
    method: str
    confidence: float
    form: str = "name"
    known: KnownName | None = None

    def overlaps(self, other: "Reading") -> bool:
        """Whether both claim a token."""
        return self.sentence == other.sentence and self.first < other.last and other.first < self.last


def decide(
    tokens: Tokens, known: Sequence[Reading], tags: Iterable[Tag], grammar: Sequence[Reading], cues: NameCues
) -> list[Reading]:
    """The readings of one sentence that hold, without overlap, in order."""
    tagged = [reading for tag in tags for reading in _from_tag(tokens, tag, cues)]
    ranked = sorted(
        (*_known_that_hold(tokens, known, tagged), *tagged, *grammar),
        key=lambda reading: (-_rank(reading), -(reading.last - reading.first), reading.first),
    )
    taken: list[Reading] = []
    for reading in ranked:
        if not any(reading.overlaps(other) for other in taken):
            taken.append(reading)
    return sorted(taken, key=lambda reading: reading.first)


def _rank(reading: Reading) -> float:
    return reading.confidence + (1.0 if reading.method.startswith("grammar:") else 0.0)


def _from_tag(tokens: Tokens, tag: Tag, cues: NameCues) -> list[Reading]:
    """The tag as a reading, with borders as the guideline draws them; nothing where it is no name of our types."""
    words = tokens.words
    first, last = tag.first, tag.last
    while (
        first < last
        and (words[first] in {"the", "The", "a", "A", "an"} or words[first] in HYPHENS)
        and tag.type != "WORK"
    ):
        first += 1
    while first < last and (
        words[last - 1] in HYPHENS
        or words[last - 1] in {"'s", "’s", "'", "’", "&", "of", "and", "for", "the"}
    ):
        last -= 1
    if tag.type == "PERSON":
        while first + 1 < last and words[first].rstrip(".") in cues.titles:
            first += 1
    if first >= last or tag.type not in _OF_OUR_TYPES or tag.probability < _LEAST_PROBABILITY:
        return []
    inside = words[first:last]
    if all(
        word in cues.never or word in cues.function_words or word.lower() in cues.function_words
        for word in inside
    ):
        return []
    entity_type = _corrected_type(words, first, last, tag, cues)
    return [Reading(tag.sentence, first, last, entity_type, "tagger", tag.probability)]


def _corrected_type(words: Sequence[str], first: int, last: int, tag: Tag, cues: NameCues) -> str:
    """The tag's type, unless the name's own head word says another that the tagger has seldom seen."""
    own = type_by_words(words[first:last], cues)
    if (
        own in {"POLICY", "EVENT"}
        and tag.type in {"ORG", "WORK", "PLACE", "PRODUCT", "EVENT", "POLICY"}
        and tag.probability < _SURE
    ):
        return own
    return tag.type


def _known_that_hold(tokens: Tokens, known: Sequence[Reading], tagged: Sequence[Reading]) -> list[Reading]:
    """Known names, less those that a tag contradicts: a longer name around them, or surely another type."""
    holding: list[Reading] = []
    for reading in known:
        rivals = [tag for tag in tagged if tag.overlaps(reading)]
        around = [
            tag
            for tag in rivals
            if tag.first <= reading.first
            and tag.last >= reading.last
            and tag.last - tag.first > reading.last - reading.first
        ]
        if around and _is_part_of(reading, around[0]):
            continue
        same = [tag for tag in rivals if (tag.first, tag.last) == (reading.first, reading.last)]
        if (
            same
            and same[0].type != reading.type
            and reading.method == "gazetteer"
            and same[0].confidence > _SURE
        ):
            continue
        agreed = bool(same) and same[0].type == reading.type
        sure = max(reading.confidence, 0.97) if agreed else reading.confidence
        holding.append(replace(reading, confidence=sure))
    return holding


def _is_part_of(reading: Reading, around: Reading) -> bool:
    """Whether a known name is only a part of the longer one that the tagger sees."""
    if reading.method == "gazetteer":
        return around.confidence > 0.5
    return around.confidence > 0.6 and (around.type == reading.type or reading.last - reading.first == 1)
