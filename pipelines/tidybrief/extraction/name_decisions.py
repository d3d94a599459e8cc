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
    holding = _known_that_hold(tokens.words, known, tagged, cues)
    settled = {(reading.first, reading.last) for reading in holding}
    tagged = [reading for reading in tagged if (reading.first, reading.last) not in settled]
    ranked = sorted(
        (*holding, *tagged, *grammar),
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
        words[last - 1] in HYPHENS or words[last - 1] in {"'s", "’s", "'", "’", "&", "of", "and", "for", "the"}
    ):
        last -= 1
    if tag.type != "WORK":
        first, last = _without_dates(words, first, last, cues)
    if tag.type == "PERSON":
        first = _without_titles(words, first, last, cues)
    elif last - first > 1 and words[first] in cues.titles and words[first + 1] in {"of", "for"}:
        return []
    if first >= last or tag.type not in _OF_OUR_TYPES or tag.probability < _LEAST_PROBABILITY:
        return []
    inside = words[first:last]
    if all(word in cues.never or word in cues.function_words or word.lower() in cues.function_words for word in inside):
        return []
    entity_type = _corrected_type(words, first, last, tag, cues)
    return [Reading(tag.sentence, first, last, entity_type, "tagger", tag.probability)]


def _without_titles(words: Sequence[str], first: int, last: int, cues: NameCues) -> int:
    while first + 1 < last and words[first].rstrip(".") in cues.titles:
        first += 1
    return first


def _without_dates(words: Sequence[str], first: int, last: int, cues: NameCues) -> tuple[int, int]:
    """The span without days and months at its edges ("December 6 National Appeal")."""
    while first < last and words[first] in cues.months:
        first += 1
        if first < last and words[first].isdigit():
            first += 1
    while first + 1 < last and words[last - 1] in cues.months:
        last -= 1
    return first, last


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


def _known_that_hold(
    words: Sequence[str], known: Sequence[Reading], tagged: Sequence[Reading], cues: NameCues
) -> list[Reading]:
    """Known names, less those that a tag contradicts: a longer name around them, or surely another type."""
    shouting = is_title_case(words)
    holding: list[Reading] = []
    for reading in known:
        if reading.type == "PERSON":
            reading = replace(reading, first=_without_titles(words, reading.first, reading.last, cues))  # noqa: PLW2901
        rivals = [tag for tag in tagged if tag.overlaps(reading)]
        same = [tag for tag in rivals if (tag.first, tag.last) == (reading.first, reading.last)]
        if any(_is_part_of(words, reading, tag, cues, shouting) for tag in rivals):
            continue
        if same and same[0].type != reading.type and reading.method == "gazetteer" and same[0].confidence > _SURE:
            continue
        agreed = bool(same) and same[0].type == reading.type
        holding.append(replace(reading, confidence=0.98) if agreed else reading)
    return holding


def _is_part_of(words: Sequence[str], reading: Reading, around: Reading, cues: NameCues, shouting: bool) -> bool:
    """Whether a known name is only a part of the longer one that the tagger sees."""
    if around.first > reading.first or around.last < reading.last:
        return False
    if around.last - around.first <= reading.last - reading.first:
        return False
    if shouting and type_by_words(words[around.first : around.last], cues) is None and around.confidence < _SURE:
        return False
    if reading.method == "gazetteer":
        return around.confidence > 0.5
    return around.confidence > 0.6 and (around.type == reading.type or reading.last - reading.first == 1)
