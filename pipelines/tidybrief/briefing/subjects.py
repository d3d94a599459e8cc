"""Subjects: which of a few documents are on one thing, by what their titles and the names in them share.

What belongs here: putting documents together and naming what they share. What does not: what one document is about
(`topics`), and a title for all of them (`naming`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
_FEWEST_SHARED: Final = 2
"""Words that documents of one subject share at least; those of one name count as one."""
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


def find_subjects(actors: Sequence[Actor], library: Library) -> tuple[Subject, ...]:
    """The subjects of the documents, those of most documents first, then those that stand alone; none where there are
    too few or too many, where each is on its own, or where all titles share a word, be it as short as "AI"."""
    idle = kinds_of_texts() | function_words()
    words = ({stem(word.casefold()) for word in WORD.findall(source.title)} - idle for source in library.sources)
    if not _FEWEST_DOCUMENTS <= len(library.sources) <= MOST_DOCUMENTS or set.intersection(*words):
        return ()
    named = _named_most(actors, library)
    longer = [stems for actor in actors for stems in map(content_stems, (actor.name, *actor.aliases)) if len(stems) > 1]
    groups: list[tuple[frozenset[str], list[Source]]] = []
    for source in library.sources:
        names = frozenset().union(*map(content_stems, named.get(source.doc_id, ())))
        titled = content_stems(source.title) - kinds_of_texts()
        told = titled | names
        alike = (
            (_distinct(shared & told, longer), -place)
            for place, (shared, members) in enumerate(groups)
            if not titled.isdisjoint(shared & content_stems(members[0].title))
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
    return tuple(_subject(shared, members, named) for shared, members in groups)


def _named_most(actors: Sequence[Actor], library: Library) -> dict[str, list[str]]:
    """By document the names that it names most often, without those that most documents name."""
    counts: dict[str, Counter[str]] = {}
    for actor in actors:
        if 2 * actor.document_count <= len(library.sources):
            for place in actor.places:
                counts.setdefault(place.source.doc_id, Counter())[actor.name] += place.count
    return {
        doc_id: [name for name, count in named.most_common(_NAMES_OF_ONE) if count >= _FEWEST_MENTIONS]
        for doc_id, named in counts.items()
    }


def _distinct(stems: frozenset[str], longer: Sequence[frozenset[str]]) -> int:
    """How many words these are; those of one name count as one."""
    return min((len(stems - name) + 1 for name in longer if len(stems & name) > 1), default=len(stems))


def _subject(shared: frozenset[str], members: Sequence[Source], named: Mapping[str, Sequence[str]]) -> Subject:
    if len(members) == 1:
        return Subject("", tuple(members))
    phrases = list(_phrases(members[0].title, shared))
    missing = shared - content_stems(" ".join(phrases))
    shared_names = (name for name in named.get(members[0].doc_id, ()) if not missing.isdisjoint(content_stems(name)))
    names = [name for name in shared_names if not any(name.casefold() in phrase.casefold() for phrase in phrases)]
    return Subject(", ".join((*phrases, *names)), tuple(members))


def _phrases(title: str, stems: frozenset[str]) -> Iterator[str]:
    """These words of a title, those that nothing but a space parts in it together."""
    found = [word for word in WORD.finditer(title) if stem(word[0].casefold()) in stems]
    starts = [
        0,
        *(i for i, (one, next_one) in enumerate(pairwise(found), 1) if title[one.end() : next_one.start()].strip()),
    ]
    for first, last in pairwise((*starts, len(found))):
        if found:
            yield title[found[first].start() : found[last - 1].end()]
