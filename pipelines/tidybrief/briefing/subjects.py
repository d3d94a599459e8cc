"""Subjects: which of a few documents are on one thing, by what their titles and the names in them share.

What belongs here: putting documents together and naming what they share. What does not: what one document is about
(`topics`), and a title for all of them (`naming`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from tidybrief.briefing.actors import Actor
from tidybrief.briefing.library import Library, Source
from tidybrief.briefing.topics import WORD, content_stems, function_words, kinds_of_texts, stem

MOST_DOCUMENTS: Final = 12
"""Beyond these, documents share words by chance."""
_FEWEST_DOCUMENTS: Final = 3
_FEWEST_SHARED: Final = 3
"""Words and names that documents of one subject share at least."""
_NAMES_OF_ONE: Final = 3
_FEWEST_MENTIONS: Final = 2
"""Of each document the names that it names most often count as words of its title."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Documents on one thing. `words` are what they share, "" for a document that stands alone."""

    words: str
    sources: tuple[Source, ...]

    @property
    def outdated(self) -> tuple[Source, ...]:
        """Those of its documents that were published before another of them."""
        days = {source.doc_id: source.published_on for source in self.sources if source.published_on}
        last = max(days.values(), default=date.min)
        return tuple(source for source in self.sources if days.get(source.doc_id, last) < last)


class BySubject:
    """Knows which documents are on one thing."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self._first = {source.doc_id: one.sources[0].doc_id for one in subjects for source in one.sources}
        self.outdated = frozenset(source.doc_id for one in subjects for source in one.outdated)
        """The documents of which a later one is on the same subject."""

    def of(self, doc_id: str) -> str:
        """What stands for the subject of a document: the first one on it."""
        return self._first.get(doc_id, doc_id)


def find_subjects(actors: Sequence[Actor], library: Library) -> tuple[Subject, ...]:
    """The subjects of the documents, those of most documents first, then those that stand alone; none where there are
    too few or too many, where each is on its own, or where all titles share a word, be it as short as "AI"."""
    idle = kinds_of_texts() | function_words()
    words = ({stem(word.casefold()) for word in WORD.findall(source.title)} - idle for source in library.sources)
    if not _FEWEST_DOCUMENTS <= len(library.sources) <= MOST_DOCUMENTS or set.intersection(*words):
        return ()
    titled = {source.doc_id: _terms(source.title, actors) for source in library.sources}
    named = _named_most(actors, library)
    groups: list[tuple[frozenset[str], list[Source]]] = []
    for source in library.sources:
        in_title = titled[source.doc_id]
        told = in_title | named.get(source.doc_id, frozenset())
        alike = (
            (len(shared & told), -place)
            for place, (shared, members) in enumerate(groups)
            if not in_title.isdisjoint(shared & titled[members[0].doc_id])
        )
        most, place = max(alike, default=(0, 0))
        if most >= _FEWEST_SHARED:
            shared, members = groups[-place]
            groups[-place] = (shared & told, [*members, source])
        else:
            groups.append((told, [source]))
    if len(groups) in (1, len(library.sources)):
        return ()
    groups.sort(key=lambda group: -len(group[1]))
    return tuple(_subject(shared, members, actors) for shared, members in groups)


def _terms(title: str, actors: Sequence[Actor]) -> frozenset[str]:
    """The names in a title, by their ids, and its other words."""
    rest, found = title.casefold(), set()
    for name, entity_id in _longest_first(actors):
        without = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest) if name in rest else rest
        if without != rest:
            rest = without
            found.add(entity_id)
    return frozenset(found) | (content_stems(rest) - kinds_of_texts())


def _longest_first(actors: Sequence[Actor]) -> list[tuple[str, str]]:
    """All ways in which names are written, in small letters, with the ids."""
    written = ((name.casefold(), actor.entity_id) for actor in actors for name in (actor.name, *actor.aliases))
    return sorted(written, key=lambda one: (-len(one[0]), one))


def _named_most(actors: Sequence[Actor], library: Library) -> dict[str, frozenset[str]]:
    """By document the ids of the names that it names most often, without those that most documents name."""
    counts: dict[str, Counter[str]] = {}
    for actor in actors:
        if 2 * actor.document_count <= len(library.sources):
            for place in actor.places:
                counts.setdefault(place.source.doc_id, Counter())[actor.entity_id] += place.count
    return {
        doc_id: frozenset(name for name, count in named.most_common(_NAMES_OF_ONE) if count >= _FEWEST_MENTIONS)
        for doc_id, named in counts.items()
    }


def _subject(shared: frozenset[str], members: Sequence[Source], actors: Sequence[Actor]) -> Subject:
    if len(members) == 1:
        return Subject("", tuple(members))
    phrases = list(dict.fromkeys(_phrases(members[0].title, shared)))
    names = (actor.name for actor in actors if actor.entity_id in shared)
    new = (name for name in names if not any(name.casefold() in phrase.casefold() for phrase in phrases))
    return Subject(", ".join((*phrases, *new)), tuple(members))


def _phrases(title: str, stems: frozenset[str]) -> Iterator[str]:
    """These words of a title, those that nothing but a space parts in it together."""
    found = [word for word in WORD.finditer(title) if stem(word[0].casefold()) in stems]
    starts = [0]
    for place, (one, other) in enumerate(pairwise(found), 1):
        if title[one.end() : other.start()].strip():
            starts.append(place)
    for first, last in pairwise((*starts, len(found))):
        if found:
            yield title[found[first].start() : found[last - 1].end()]
