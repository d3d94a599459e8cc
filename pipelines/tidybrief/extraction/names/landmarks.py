"""Waters, crossings and buildings by the word for what they are: "the English Channel … the Channel".

What belongs here: the one word, with its article, by which a text goes on to call a place that it has named in full.
"""

from collections.abc import Mapping, Sequence

from tidybrief.extraction.names.grammar import is_name_like
from tidybrief.extraction.names.matching import KnownName
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.tokens import Tokens, words_of

_KINDS = words_of(
    "Channel Strait Gulf Canal Bay Sound Peninsula Archipelago Bridge Tunnel Tower Dam Cathedral Basilica"
)
_AS_SURE = 0.85


def with_landmarks_in_short(readings: Sequence[Reading], sentences: Sequence[Tokens]) -> list[Reading]:
    """The readings in order, with "the Channel" as the only channel that the text has named by then."""
    named = _first_named(readings, sentences)
    if not named:
        return list(readings)
    taken = {(one.sentence, place) for one in readings for place in range(one.first, one.last)}
    short = [
        Reading(number, place, place + 1, "PLACE", "document", _AS_SURE, "alias", known)
        for number, tokens in enumerate(sentences)
        for place, word in enumerate(tokens.words)
        if word in named and (number, place) not in taken and _stands_alone(tokens.words, place)
        for begun, known in [named[word]]
        if begun < (number, place)
    ]
    return sorted((*readings, *short), key=lambda one: (one.sentence, one.first)) if short else list(readings)


def _first_named(
    readings: Sequence[Reading], sentences: Sequence[Tokens]
) -> Mapping[str, tuple[tuple[int, int], KnownName]]:
    """Word for what a place is → where it is first named in full, and the place; none of two places of one kind."""
    found: dict[str, dict[str, tuple[tuple[int, int], KnownName]]] = {}
    for one in readings:
        words = sentences[one.sentence].words[one.first : one.last]
        if one.type != "PLACE" or len(words) == 1:
            continue
        kind = words[-1] if words[-1] in _KINDS else words[0] if words[1] == "of" else ""
        if kind in _KINDS:
            known = one.known or KnownName(" ".join(words), "PLACE", "alias", "document")
            found.setdefault(kind, {}).setdefault(known.name, ((one.sentence, one.first), known))
    return {kind: next(iter(places.values())) for kind, places in found.items() if len(places) == 1}


def _stands_alone(words: Sequence[str], place: int) -> bool:
    """Whether the word stands behind its article, and no name goes on behind it."""
    behind = words[place + 1 : place + 2]
    goes_on = bool(behind) and (is_name_like(behind[0]) or behind == ["of"])
    return place > 0 and words[place - 1] in ("the", "The") and not goes_on
