"""What a whole document tells about the type of a name: one name mostly has one type, and returns in other places.

What belongs here: evidence across the sentences of a document. Which mentions name one thing is decided in `linking`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from tidybrief.extraction.name_cues import NameCues
from tidybrief.extraction.name_decisions import Reading
from tidybrief.extraction.name_types import type_by_context
from tidybrief.extraction.short_forms import initials, is_generic
from tidybrief.extraction.tokens import Tokens

_OWN_WEIGHT = 1.5
_LEAST_CONFIDENCE = 0.6
_REPEATED_CONFIDENCE = 0.8
_CODE_WEIGHT = 120
_CODE = re.compile(r"[a-z]?[A-Z]{1,5}[a-z]{0,2}\d{2,4}[A-Za-z]?")  # names of substances and models: "BMS986"


def consistent(readings: Sequence[Reading], sentences: Sequence[Tokens], cues: NameCues) -> list[Reading]:
    """The same readings, with types that fit what the document says elsewhere of the same name, if unsure."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        votes[_surface(reading, sentences)][reading.type] += _weight(reading)
        if reading.known is None:
            told = type_by_context(sentences[reading.sentence].words, reading.first, reading.last, cues)
            if told is not None:
                votes[_surface(reading, sentences)][told[0]] += told[1]
            elif reading.last - reading.first == 1 and _CODE.fullmatch(_surface(reading, sentences)):
                votes[_surface(reading, sentences)]["PRODUCT"] += _CODE_WEIGHT
    parts = _parts(readings, sentences)
    settled = []
    for reading in readings:
        if reading.known is not None:
            settled.append(reading)
            continue
        surface = _surface(reading, sentences)
        own = votes[surface].copy()
        own[reading.type] += int(_OWN_WEIGHT * _weight(reading))
        own.update(parts.get(surface, {}))
        best = max(own, key=lambda kind: (own[kind], kind == reading.type))
        settled.append(reading if best == reading.type else replace(reading, type=best))
    return settled


def _weight(reading: Reading) -> int:
    """Evidence in hundredths, so that sums do not depend on their order."""
    return round(100 * reading.confidence * (3 if reading.known is not None else 1))


def _surface(reading: Reading, sentences: Sequence[Tokens]) -> str:
    return " ".join(sentences[reading.sentence].words[reading.first : reading.last])


def _parts(readings: Iterable[Reading], sentences: Sequence[Tokens]) -> Mapping[str, Counter[str]]:
    """Short forms of the document's longer names, with the evidence that they have the same type."""
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        words = sentences[reading.sentence].words[reading.first : reading.last]
        if len(words) < 2:
            continue
        for part in short_forms(reading.type, words):
            parts[part][reading.type] += 4 * _weight(reading)
    return parts


def short_forms(entity_type: str, words: Sequence[str]) -> tuple[str, ...]:
    """Single words that may stand for a longer name: a person's names, a company's without its kind, an acronym."""
    if entity_type == "PERSON":
        return (words[-1], words[0])
    acronym = initials(" ".join(words))
    forms = (acronym,) if len(acronym) > 2 and acronym.isalpha() else ()
    return (*forms, words[0]) if entity_type == "ORG" and is_generic(words[1:]) else forms


def repeated(readings: Sequence[Reading], sentences: Sequence[Tokens], cues: NameCues) -> list[Reading]:
    """The readings, and further occurrences of their names where nothing was seen: in headings, capitals, lists."""
    names = _names_to_seek(readings, sentences, cues)
    taken = {(reading.sentence, position) for reading in readings for position in range(reading.first, reading.last)}
    found = list(readings)
    for number, tokens in enumerate(sentences):
        words = tokens.words
        for position, word in enumerate(words):
            for name, reading in names.get(word, ()):
                last = position + len(name)
                places = {(number, place) for place in range(position, last)}
                if tuple(words[position:last]) == name and taken.isdisjoint(places):
                    confidence = min(reading.confidence, _REPEATED_CONFIDENCE)
                    again = replace(reading, sentence=number, first=position, last=last)
                    found.append(replace(again, method="document", confidence=confidence))
                    taken |= places
                    break
    return sorted(found, key=lambda reading: (reading.sentence, reading.first))


def _names_to_seek(
    readings: Sequence[Reading], sentences: Sequence[Tokens], cues: NameCues
) -> Mapping[str, list[tuple[tuple[str, ...], Reading]]]:
    """First word → names that begin with it, longest first, with a reading of each."""
    lower = {word for tokens in sentences for word in tokens.words if word.islower()}
    seek: dict[tuple[str, ...], Reading] = {}
    for reading in readings:
        name = tuple(sentences[reading.sentence].words[reading.first : reading.last])
        if reading.confidence <= _LEAST_CONFIDENCE:
            continue
        if len(name) > 1 or _is_distinctive(name[0], lower, cues):
            seek.setdefault(name, reading)
        for short in short_forms(reading.type, name) if len(name) > 1 else ():
            may_stand_alone = short not in cues.given_names and _is_distinctive(short, lower, cues)
            if may_stand_alone and (reading.known is None or short.isupper()):
                seek.setdefault((short,), reading)
    names: dict[str, list[tuple[tuple[str, ...], Reading]]] = defaultdict(list)
    for name in sorted(seek, key=lambda name: (-len(name), name)):
        names[name[0]].append((name, seek[name]))
    return names


def _is_distinctive(word: str, lower: Set[str], cues: NameCues) -> bool:
    """Whether a single word is hardly anything but this name in this document."""
    return len(word) > 2 and word.lower() not in lower and word not in cues.never and word[0].isupper()
