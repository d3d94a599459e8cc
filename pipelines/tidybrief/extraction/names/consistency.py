"""What a whole document tells about the type of a name: one name mostly has one type, and returns in other places.

What belongs here: evidence across the sentences of a document. Which mentions name one thing is decided in `linking`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.document_case import DocumentCase
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.names.short_forms import (
    acronyms_of,
    initials,
    is_abbreviation,
    is_acronym,
    is_generic,
    without_legal_form,
)
from tidybrief.extraction.names.stated_types import stated_type
from tidybrief.extraction.names.tag_readings import with_number
from tidybrief.extraction.names.tagger import NameTagger
from tidybrief.extraction.names.tagger_decoding import Matrix
from tidybrief.extraction.names.type_evidence import Occurrence, surface_of
from tidybrief.extraction.names.types import barred_types, described_type, is_award, type_by_context, type_by_words
from tidybrief.extraction.tokens import Tokens

_OWN_WEIGHT = 1.5
_LEAST_CONFIDENCE = 0.6
_REPEATED_CONFIDENCE = 0.8
_LEAST_SUM = 0.7
_SAID = np.float32(4)  # how much likelier a type is that the document tells in words
_STATED = np.float32(100)  # where it leaves hardly a doubt
_CODE_WEIGHT = 120
_SHORTEST_NAME = 3
_TOLD_BY_HEADS = frozenset({"POLICY", "EVENT"})
_GOVERNMENT = "grammar:administration"
_NO_MENTION = frozenset({"OTHER", "NONE"})
_CODE = re.compile(r"[a-z]?[A-Z]{1,5}[a-z]{0,2}\d{2,4}[A-Za-z]?")  # names of substances and models: "BMS986"


def consistent(readings: Sequence[Reading], sentences: Sequence[Tokens], cues: NameCues) -> list[Reading]:
    """The same readings, with types that fit what the document says elsewhere of the same name, if unsure."""
    readings = _surnames_before_adjectives(readings, sentences, cues)
    surfaces = [_surface(reading, sentences) for reading in readings]
    votes: dict[str, dict[str, int]] = {}
    for surface, reading in zip(surfaces, readings, strict=True):
        own = votes.setdefault(surface, {})
        own[reading.type] = own.get(reading.type, 0) + _weight(reading)
        if reading.known is None:
            told = type_by_context(sentences[reading.sentence].words, reading.first, reading.last, cues)
            if told is None and reading.last - reading.first == 1 and _CODE.fullmatch(surface):
                told = "PRODUCT", _CODE_WEIGHT
            if told is not None:
                own[told[0]] = own.get(told[0], 0) + told[1]
    parts = _parts(readings, sentences)
    settled = []
    for surface, reading in zip(surfaces, readings, strict=True):
        has_one_type = len(votes[surface]) == 1 and surface not in parts
        if reading.known is not None or reading.method == _GOVERNMENT or has_one_type:
            settled.append(reading)
            continue
        own = Counter(votes[surface])
        own[reading.type] += int(_OWN_WEIGHT * _weight(reading))
        own.update(parts.get(surface, {}))
        best = max(own, key=lambda kind: (own[kind], kind == reading.type))
        settled.append(reading if best == reading.type else reading._replace(type=best))
    return settled


def _surnames_before_adjectives(
    readings: Sequence[Reading], sentences: Sequence[Tokens], cues: NameCues
) -> Sequence[Reading]:
    """The same readings, where what looks like the adjective of a place is the surname of somebody named in full, if it
    stands alone: "Thierry Breton … Breton said", not "the Breton coast".
    """
    if not any(map(_is_demonym, readings)):
        return readings
    persons = {
        sentences[one.sentence].words[one.last - 1]: one
        for one in readings
        if one.type == "PERSON" and one.last - one.first > 1
    }
    found = []
    for one in readings:
        words = sentences[one.sentence].words
        is_told_of = _is_demonym(one) and (one.first == 0 or words[one.first - 1].lower() != "the")
        person = persons.get(words[one.first]) if is_told_of else None
        following = words[one.last] if one.last < len(words) else ""
        is_alone = not following[:1].isalpha() or following in cues.acts or following in cues.speech
        found.append(
            one._replace(type="PERSON", method="document", form="name", known=None, tag=None)
            if person is not None and (is_alone or following.endswith("ed"))
            else one
        )
    return found


def _is_demonym(reading: Reading) -> bool:
    return reading.form == "adjective" and reading.last - reading.first == 1


def typed_by_document(
    readings: Sequence[Reading], sentences: Sequence[Tokens], tagger: NameTagger, cues: NameCues
) -> list[Reading]:
    """The same readings, each of the tagger with the type that all evidence of the document tells."""
    if tagger.typer is None or not readings:
        return list(readings)
    occurrences = [
        Occurrence(reading.sentence, reading.first, reading.last, reading.type, _is_settled(reading, sentences, cues))
        for reading in readings
    ]
    if all(occurrence.settled for occurrence in occurrences):
        return list(readings)
    unknown = np.zeros(len(tagger.types), dtype=np.float32)
    probabilities = np.concatenate(
        [
            unknown if occurrence.settled or reading.tag is None else reading.tag.types
            for reading, occurrence in zip(readings, occurrences, strict=True)
        ]
    ).reshape(len(readings), len(unknown))
    told = dict(tagger.typer.probabilities(occurrences, probabilities, sentences))
    surfaces = [surface_of(occurrence, sentences) for occurrence in occurrences]
    settled_types = {surface: one.type for surface, one in zip(surfaces, occurrences, strict=True) if one.settled}
    types = tagger.typer.types
    for full, alias in _abbreviated(occurrences, sentences, surfaces):
        if full in told and alias in told:
            together = told[full] * told[alias]
            told[full] = told[alias] = together / together.sum()
        elif alias in told and settled_types.get(full) in types:
            told[alias] = np.array([kind == settled_types[full] for kind in types], dtype=np.float32)
    for (surface, kind), factor in _described(occurrences, surfaces, sentences, cues).items():
        if surface in told and kind in types:
            told[surface] = _more_likely(told[surface], types.index(kind), factor)
    best = {surface: _likeliest(surface.split(" "), row, types, cues) for surface, row in told.items()}
    settled = []
    sums = probabilities.sum(axis=1).tolist()
    for reading, occurrence, surface, likely in zip(readings, occurrences, surfaces, sums, strict=True):
        if occurrence.settled:
            settled.append(reading)
            continue
        kind, share = best[surface]
        settled.append(reading._replace(type=kind, confidence=min(likely, 1.0) * share))
    return settled


def _described(
    occurrences: Sequence[Occurrence], surfaces: Sequence[str], sentences: Sequence[Tokens], cues: NameCues
) -> dict[tuple[str, str], np.float32]:
    """Names, the types that the document says they have, and how much likelier that makes these."""
    found: dict[tuple[str, str], np.float32] = {}
    for one, surface in zip(occurrences, surfaces, strict=True):
        if not one.settled:
            place = sentences[one.sentence].words, one.first, one.last
            stated = stated_type(*place, cues)
            if stated is not None:
                found[surface, stated] = _STATED
            kind = described_type(*place, cues)
            if kind is not None:
                found.setdefault((surface, kind), _SAID)
    return found


def _more_likely(row: Matrix, place: int, factor: np.float32) -> Matrix:
    """The probabilities, with that of one type raised."""
    raised = row.copy()
    raised[place] *= factor
    raised /= raised.sum()
    return raised


def _likeliest(words: Sequence[str], row: Matrix, types: Sequence[str], cues: NameCues) -> tuple[str, float]:
    """The likeliest type that a name of these words can have, and its probability among all that it can have."""
    barred = barred_types(words, cues)
    shares = {kind: share for kind, share in zip(types, row.tolist(), strict=True) if kind not in barred}
    kind = max((kind for kind in shares if kind not in _NO_MENTION), key=shares.__getitem__)
    left = sum(shares.values()) if barred else 1.0
    return kind, shares[kind] / left if left else 0.0


def _in_brackets(occurrences: Sequence[Occurrence], sentences: Sequence[Tokens]) -> dict[tuple[str, str], None]:
    """Names and the aliases that follow them in brackets: "Harbour Pilots' Union (HPU)"."""
    found: dict[tuple[str, str], None] = {}
    for full, alias in pairwise(occurrences):
        words = sentences[full.sentence].words
        follows = full.sentence == alias.sentence and alias.first == full.last + 1 and alias.last == alias.first + 1
        if follows and words[full.last] == "(" and words[alias.last : alias.last + 1] == [")"]:
            names = surface_of(full, sentences), surface_of(alias, sentences)
            if names[0] != names[1] and is_abbreviation(*names):
                found[names] = None
    return found


def _abbreviated(
    occurrences: Sequence[Occurrence], sentences: Sequence[Tokens], surfaces: Sequence[str]
) -> dict[tuple[str, str], None]:
    """Names and their aliases in brackets, or the acronyms that only one name of the document has."""
    found = _in_brackets(occurrences, sentences)
    acronyms = {surface for surface in surfaces if len(surface) >= _SHORTEST_NAME and is_acronym(surface)}
    acronyms -= {alias for _, alias in found}
    if acronyms:
        names: dict[str, set[str]] = defaultdict(set)
        for surface in surfaces:
            for acronym in acronyms_of(surface) & acronyms if " " in surface else ():
                names[acronym].add(surface)
        found.update(((full, acronym), None) for acronym, those in names.items() if len(those) == 1 for full in those)
    return found


def _is_settled(reading: Reading, sentences: Sequence[Tokens], cues: NameCues) -> bool:
    """Whether a source or the name's own head word has decided the type, so that no context changes it."""
    if reading.method != "tagger" or reading.tag is None:
        return True
    words = sentences[reading.sentence].words[reading.first : reading.last]
    if reading.type == "EVENT" and is_award(words, cues):
        return True
    return reading.type in _TOLD_BY_HEADS and type_by_words(words, cues) == reading.type


def _weight(reading: Reading) -> int:
    """Evidence in hundredths, so that sums do not depend on their order."""
    return round(100 * reading.confidence * (3 if reading.known is not None else 1))


def _surface(reading: Reading, sentences: Sequence[Tokens]) -> str:
    return " ".join(sentences[reading.sentence].words[reading.first : reading.last])


def _parts(readings: Iterable[Reading], sentences: Sequence[Tokens]) -> Mapping[str, Counter[str]]:
    """Short forms of the document's longer names, with the evidence that they have the same type."""
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        if reading.last - reading.first < 2:
            continue
        words = sentences[reading.sentence].words[reading.first : reading.last]
        for part in short_forms(reading.type, tuple(words)):
            parts[part][reading.type] += 4 * _weight(reading)
    return parts


@lru_cache(maxsize=20_000)
def short_forms(entity_type: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Single words that may stand for a longer name: a person's names, a company's without its kind, an acronym."""
    if entity_type == "PERSON":
        return (words[-1], words[0])
    acronym = initials(" ".join(words))
    forms = (acronym,) if len(acronym) > 2 and acronym.isalpha() else ()
    return (*forms, words[0]) if entity_type == "ORG" and is_generic(words[1:]) else forms


def repeated(
    readings: Sequence[Reading], sentences: Sequence[Tokens], case: DocumentCase, cues: NameCues
) -> list[Reading]:
    """The readings, and further occurrences of their names where nothing was seen: in headings, capitals, lists."""
    readings = _in_full(readings, sentences)
    names = _names_to_seek(readings, sentences, case, cues)
    taken: dict[int, set[int]] = defaultdict(set)
    for reading in readings:
        taken[reading.sentence].update(range(reading.first, reading.last))
    found = list(readings)
    for number, tokens in enumerate(sentences):
        words = tokens.words
        if names.keys().isdisjoint(words):
            continue
        taken_here = taken[number]
        for position in [place for place, word in enumerate(words) if word in names]:
            if position in taken_here:
                continue
            for name, reading in names[words[position]]:
                last = position + len(name)
                if tuple(words[position:last]) == name and taken_here.isdisjoint(range(position, last)):
                    last = with_number(words, last) if reading.type == "PRODUCT" else last
                    confidence = min(reading.confidence, _REPEATED_CONFIDENCE)
                    found.append(
                        reading._replace(
                            sentence=number, first=position, last=last, method="document", confidence=confidence
                        )
                    )
                    taken_here.update(range(position, last))
                    break
    return sorted(found, key=lambda reading: (reading.sentence, reading.first))


def _in_full(readings: Sequence[Reading], sentences: Sequence[Tokens]) -> list[Reading]:
    """The readings, each of an organisation up to where a longer name of the document goes on, but for its legal form:
    "Boomerang | Mobile" in the title of a text on Boomerang Mobile Ltd.
    """
    whole: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for reading in readings:
        if reading.type == "ORG" and reading.last - reading.first > 1:
            stem = tuple(without_legal_form(_surface(reading, sentences)).split(" "))
            whole[stem[0]].add(stem)
    return [_up_to_its_end(reading, sentences[reading.sentence].words, whole) for reading in readings]


def _up_to_its_end(reading: Reading, words: Sequence[str], whole: Mapping[str, set[tuple[str, ...]]]) -> Reading:
    if reading.type != "ORG" or reading.known is not None:
        return reading
    longer = (
        stem
        for stem in whole.get(words[reading.first], ())
        if len(stem) > reading.last - reading.first and tuple(words[reading.first : reading.first + len(stem)]) == stem
    )
    return reading._replace(last=reading.first + max(map(len, longer), default=reading.last - reading.first))


def _names_to_seek(
    readings: Sequence[Reading], sentences: Sequence[Tokens], case: DocumentCase, cues: NameCues
) -> Mapping[str, list[tuple[tuple[str, ...], Reading]]]:
    """First word → names that begin with it, longest first, with a reading of each."""
    seek: dict[tuple[str, ...], Reading] = {}
    for reading in readings:
        name = tuple(sentences[reading.sentence].words[reading.first : reading.last])
        if reading.confidence <= _LEAST_CONFIDENCE and not _is_surely_named(reading):
            continue
        if len(name) > 1 or _is_distinctive(name[0], case, cues):
            seek.setdefault(name, reading)
        stem = tuple(without_legal_form(" ".join(name)).split(" ")) if reading.type == "ORG" else name
        if len(stem) > 1:
            seek.setdefault(stem, reading._replace(known=None))
        for short in short_forms(reading.type, name) if len(name) > 1 else ():
            may_stand_alone = short not in cues.given_names and _is_distinctive(short, case, cues)
            if may_stand_alone and (reading.known is None or short.isupper()):
                seek.setdefault((short,), reading)
    names: dict[str, list[tuple[tuple[str, ...], Reading]]] = defaultdict(list)
    for name in sorted(seek, key=lambda name: (-len(name), name)):
        names[name[0]].append((name, seek[name]))
    return names


def _is_surely_named(reading: Reading) -> bool:
    """Whether the reading is a name by the tagger, whatever its type."""
    return reading.tag is not None and float(reading.tag.types.sum()) > _LEAST_SUM


def _is_distinctive(word: str, case: DocumentCase, cues: NameCues) -> bool:
    """Whether a single word is hardly anything but this name in this document."""
    if len(word) < _SHORTEST_NAME or not word[0].isupper() or case.has_in_lower_case(word):
        return False
    return word not in cues.never and word not in cues.generic and word not in cues.groups
