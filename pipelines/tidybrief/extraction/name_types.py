"""Which type a run of capitalised words has, by its own words and by those beside it.

What belongs here: evidence for a type, strongest first. Borders are drawn in `name_grammar`.
"""

from collections.abc import Sequence

from tidybrief.extraction.name_cues import NameCues
from tidybrief.extraction.name_grammar import HYPHENS

_BEFORE_NOUN = 2


def type_by_words(words: Sequence[str], cues: NameCues) -> str | None:
    """The type that the words of the name itself tell, or None."""
    if not words:
        return None
    last = words[-1]
    if len(words) > 1:
        if f"{words[-2]} {last}" in cues.facilities:
            return "PLACE"
        for kind in ("ORG", "POLICY", "EVENT", "PLACE", "WORK", "PRODUCT"):
            if last in cues.heads[kind]:
                return kind
        if words[0] in cues.event_openers:
            return "EVENT"
        for link in ("of", "for", "on"):
            if link in words[1:]:
                opener = words[words.index(link, 1) - 1]
                for kind in ("POLICY", "EVENT", "WORK"):
                    if opener in cues.heads[kind] and opener not in cues.organisation_openers:
                        return kind
                return "PLACE" if opener in cues.place_openers else "ORG"
        if words[0] in cues.place_openers:
            return "PLACE"
        if words[0] in cues.given_names and all(word[0].isalpha() or word in HYPHENS for word in words):
            return "PERSON"
        if any(character.isdigit() for character in last):
            return "PRODUCT"
        if "&" in words:
            return "ORG"
        if len(words) == 3 and len(words[1]) <= 2 and words[1].endswith("."):
            return "PERSON"
    return None


def type_by_context(words: Sequence[str], first: int, last: int, cues: NameCues) -> str | None:
    """The type that the neighbouring words of the span `first:last` of a sentence tell, or None."""
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    if before.rstrip(".") in cues.titles or before in cues.roles or after in cues.speech:
        return "PERSON"
    if after in cues.person_suffixes:
        return "PERSON"
    following = words[last : last + _BEFORE_NOUN]
    preceding = words[max(0, first - _BEFORE_NOUN) : first]
    for kind in ("PRODUCT", "ORG", "WORK", "PLACE"):
        if any(noun in cues.nouns[kind] for noun in following[:1]) or (preceding and preceding[-1] in cues.nouns[kind]):
            return kind
    kind = _apposed_type(words, last, cues)
    if kind:
        return kind
    if before in cues.place_prepositions:
        return "PLACE"
    return None


def _apposed_type(words: Sequence[str], last: int, cues: NameCues) -> str | None:
    """The type of X in "X, a Y company" or "X is a Y company"."""
    opening = words[last : last + 2]
    if len(opening) < 2 or not (opening[0] in {",", "is", "was"} and opening[1] in {"a", "an", "the"}):
        return None
    for word in words[last + 2 : last + 8]:
        if word in {",", ".", ";", "that", "which", "who", "of"}:
            return None
        if word in cues.roles:
            return "PERSON"
        for kind in ("ORG", "PRODUCT", "WORK", "PLACE"):
            if word in cues.nouns[kind]:
                return kind
    return None
