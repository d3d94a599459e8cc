"""What a whole document tells about the type of a name: one name mostly has one type, and returns in other places.

What belongs here: evidence across the sentences of a document. Which mentions name one thing is decided in `linking`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tidybrief.extraction.name_decisions import Reading
from tidybrief.extraction.name_matching import plain_apostrophes
from tidybrief.extraction.tokens import Tokens

_OWN_WEIGHT = 1.5


def consistent(readings: Sequence[Reading], sentences: Sequence[Tokens]) -> list[Reading]:
    """The same readings, with types that fit what the document says elsewhere of the same name, where they are unsure."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        votes[_surface(reading, sentences)][reading.type] += _weight(reading)
    persons = _person_parts(readings, sentences)
    settled = []
    for reading in readings:
        if reading.known is not None or reading.confidence > 0.97:
            settled.append(reading)
            continue
        surface = _surface(reading, sentences)
        own = votes[surface].copy()
        own[reading.type] += int(_OWN_WEIGHT * _weight(reading))
        if surface in persons:
            own["PERSON"] += persons[surface]
        best = max(own, key=lambda kind: (own[kind], kind == reading.type))
        settled.append(reading if best == reading.type else replace(reading, type=best))
    return settled


def _weight(reading: Reading) -> int:
    """Evidence in hundredths, so that sums do not depend on their order."""
    return round(100 * reading.confidence * (3 if reading.known is not None else 1))


def _surface(reading: Reading, sentences: Sequence[Tokens]) -> str:
    return " ".join(sentences[reading.sentence].words[reading.first : reading.last])


def _person_parts(readings: Iterable[Reading], sentences: Sequence[Tokens]) -> Mapping[str, int]:
    """First and last words of persons' full names, with the evidence for them."""
    parts: Counter[str] = Counter()
    for reading in readings:
        if reading.type == "PERSON" and reading.last - reading.first > 1:
            words = sentences[reading.sentence].words[reading.first : reading.last]
            parts[words[-1]] += _weight(reading)
            parts[words[0]] += _weight(reading) // 2
    return parts


def repeated(readings: Sequence[Reading], sentences: Sequence[Tokens]) -> list[Reading]:
    """The readings, and further occurrences of their names where nothing was seen: in headings, capitals, lists."""
    names: dict[str, list[tuple[tuple[str, ...], Reading]]] = defaultdict(list)
    lower = {word for tokens in sentences for word in tokens.words if word.islower()}
    for reading in readings:
        words = tuple(sentences[reading.sentence].words[reading.first : reading.last])
        single_common = len(words) == 1 and (words[0].lower() in lower or len(words[0]) < 3)
        if reading.confidence > 0.6 and not single_common and all(words != known for known, _ in names[words[0]]):
            names[words[0]].append((words, reading))
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


def surface_of(reading: Reading, sentences: Sequence[Tokens]) -> str:
    """The words of a reading with plain apostrophes."""
    return plain_apostrophes(_surface(reading, sentences))
