"""What a whole document tells about the type of a name: one name mostly has one type, and returns in other places.

What belongs here: evidence across the sentences of a document. Which mentions name one thing is decided in `linking`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tidybrief.extraction.name_cues import NameCues
from tidybrief.extraction.name_decisions import Reading
from tidybrief.extraction.name_types import type_by_context
from tidybrief.extraction.short_forms import is_generic
from tidybrief.extraction.tokens import Tokens

_OWN_WEIGHT = 1.5
_CONTEXT_WEIGHT = {"PERSON": 120, "PLACE": 120, "ORG": 80, "PRODUCT": 60, "WORK": 60, "POLICY": 60, "EVENT": 60}
_CODE = re.compile(r"[a-z]?[A-Z]{1,5}[a-z]{0,2}\d{2,4}[A-Za-z]?")  # names of substances and models: "BMS986"


def consistent(readings: Sequence[Reading], sentences: Sequence[Tokens], cues: NameCues) -> list[Reading]:
    """The same readings, with types that fit what the document says elsewhere of the same name, where they are unsure."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        votes[_surface(reading, sentences)][reading.type] += _weight(reading)
        told = type_by_context(sentences[reading.sentence].words, reading.first, reading.last, cues)
        if told is not None and reading.known is None:
            votes[_surface(reading, sentences)][told] += _CONTEXT_WEIGHT[told]
        elif (
            reading.known is None
            and reading.last - reading.first == 1
            and _CODE.fullmatch(_surface(reading, sentences))
        ):
            votes[_surface(reading, sentences)]["PRODUCT"] += 2 * _CONTEXT_WEIGHT["PRODUCT"]
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
            parts[part][reading.type] += 2 * _weight(reading)
    return parts


def short_forms(entity_type: str, words: Sequence[str]) -> tuple[str, ...]:
    """Single words that may stand for a longer name: a person's names, a company's name without its kind."""
    if entity_type == "PERSON":
        return (words[-1], words[0])
    if entity_type == "ORG" and is_generic(words[1:]):
        return (words[0],)
    return ()


def repeated(readings: Sequence[Reading], sentences: Sequence[Tokens]) -> list[Reading]:
    """The readings, and further occurrences of their names where nothing was seen: in headings, capitals, lists."""
    names: dict[str, list[tuple[tuple[str, ...], Reading]]] = defaultdict(list)
    lower = {word for tokens in sentences for word in tokens.words if word.islower()}
    for reading in readings:
        words = tuple(sentences[reading.sentence].words[reading.first : reading.last])
        single_common = len(words) == 1 and (words[0].lower() in lower or len(words[0]) < 3)
        if reading.confidence > 0.6 and not single_common and all(words != known for known, _ in names[words[0]]):
            names[words[0]].append((words, reading))
            for short in short_forms(reading.type, words) if len(words) > 1 and reading.known is None else ():
                if (
                    short.lower() not in lower
                    and len(short) > 2
                    and all((short,) != known for known, _ in names[short])
                ):
                    names[short].append(((short,), reading))
    for entries in names.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    taken = {(reading.sentence, position) for reading in readings for position in range(reading.first, reading.last)}
    found = list(readings)
    for number, tokens in enumerate(sentences):
        words = tokens.words
        for position, word in enumerate(words):
            for name, reading in names.get(word, ()):
                places = range(position, position + len(name))
                if tuple(words[position : position + len(name)]) == name and not any(
                    (number, place) in taken for place in places
                ):
                    found.append(
                        replace(
                            reading,
                            sentence=number,
                            first=position,
                            last=position + len(name),
                            method="document",
                            confidence=min(reading.confidence, 0.8),
                        )
                    )
                    taken.update((number, place) for place in places)
                    break
    return sorted(found, key=lambda reading: (reading.sentence, reading.first))
