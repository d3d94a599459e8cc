"""Naming a briefing that nobody gave a title, by what its documents are on and whom they name.

What belongs here: that title, and how a name stands in a sentence. What does not: a title that was set, which stands as
it is.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.actors import Actor
from tidybrief.briefing.library import Library
from tidybrief.briefing.topics import WORD, function_words, kinds_of_texts, stem
from tidybrief.lexicon import load_lexicon
from tidybrief.settings import Settings

NO_TITLE: Final = Settings().title
"""What stands for a title where none was set."""
_MOST_TOLD: Final = 2
_NEARLY_ALL: Final = 0.75
"""Documents that name somebody, of whom else the title would tell nothing."""
_SOME_TITLES: Final = 0.25
"""The share of titles that have a word which others only speak of."""
_OFTEN: Final = 3
_READ_THROUGH: Final = 200
"""Documents whose texts are looked through for what they speak of; of more, the titles tell enough."""
_LONGEST_TITLE: Final = 140
_LONGEST_NAME: Final = 50
_ARTICLE: Final = "the "
_MOST_READ: Final = 400
"""Mentions of a name that are looked at, to see whether it has an article."""


class Names:
    """Knows how some names stand in a sentence: with an article where the sources put one in front of most of them."""

    def __init__(self, wanted: Mapping[str, str], mentions: pl.DataFrame, library: Library) -> None:
        """`wanted` has the names by the ids of their entities."""
        written = mentions.filter(pl.col("entity_id").is_in(list(wanted)), pl.col("text").is_in(list(wanted.values())))
        places = written.group_by("entity_id", maintain_order=True).head(_MOST_READ)
        with_article: Counter[str] = Counter()
        for entity_id, text, doc_id, start in places.select("entity_id", "text", "doc_id", "start").iter_rows():
            if text == wanted[entity_id]:
                before = library.by_id[doc_id].text[max(0, start - len(_ARTICLE)) : start]
                with_article[entity_id] += 1 if before.casefold() == _ARTICLE else -1
        self._with_article = frozenset(entity_id for entity_id, more in with_article.items() if more > 0)

    def __call__(self, entity_id: str | None, name: str) -> str:
        """The name, with its article if it has one."""
        return f"{_ARTICLE}{name}" if entity_id in self._with_article else name


def title_of(library: Library, widest: Sequence[Actor], names: Names) -> str:
    """What the documents are on, if most of their titles share a word, and whom most of them name; `widest` are those
    that most documents name, first."""
    documents = len(library.sources)
    if documents < 2:
        source = next(iter(library.sources), None)
        is_titled = source is not None and source.title != source.doc_id
        return wording.shortened(source.title, _LONGEST_TITLE) if source and is_titled else NO_TITLE
    counted = wording.sentence(wording.count(documents, "document"))
    widely = [one for one in widest if 2 * one.document_count > documents]
    nearly_all = [one for one in widely if one.document_count >= _NEARLY_ALL * documents]
    words, in_all_titles = _widest(dict(_shared_words(library, widely)), documents)
    names_of = {one.name: one for one in nearly_all if len(one.name) <= _LONGEST_NAME and one.name not in words}
    named, by_all = _widest({name: one.document_count for name, one in names_of.items()}, documents)
    told = (
        [f" on {wording.joined(words)}" if in_all_titles else f", most of them on {wording.joined(words)}"]
        if words
        else []
    )
    if named:
        who = wording.joined([names(names_of[name].entity_id, name) for name in named])
        told.append(f", {'all' if by_all else 'most of them'} naming {who}")
    return "".join((counted, *told)) if told else f"{counted} on various subjects"


def _widest(found: Mapping[str, int], documents: int) -> tuple[list[str], bool]:
    """The first of what all documents have, else of what most have; and whether all do."""
    everywhere = [one for one, amount in found.items() if amount == documents]
    return (everywhere or list(found))[:_MOST_TOLD], bool(everywhere)


def _shared_words(library: Library, actors: Sequence[Actor]) -> Sequence[tuple[str, int]]:
    """The words that most documents share, each as most titles write it, and how many do: in their titles, or, where
    some titles have it, as often as what they are on. None that says what kind of text it is, or that is a part of a
    longer name."""
    documents = len(library.sources)
    idle = _idle_words() | {
        stem(word) for actor in actors for word in WORD.findall(actor.name.casefold()) if " " in actor.name
    }
    titled = _words_of_titles(library, {actor.name.casefold() for actor in actors})
    shared: list[tuple[str, int]] = []
    for key, told in sorted(titled.items()):
        if key in idle or key[0].isdigit() or len(key) < 2:
            continue
        written, amount = Counter(told.values()), len(told)
        if documents <= _READ_THROUGH and amount > 1 and amount >= _SOME_TITLES * documents:
            amount += sum(_speaks_of(written, library, doc_id) for doc_id in library.by_id if doc_id not in told)
        if 2 * amount > documents:
            shared.append((_as_written(written), amount))
    return sorted(shared, key=lambda found: (-found[1], found[0]))


def _words_of_titles(library: Library, names: Container[str]) -> Mapping[str, Mapping[str, str]]:
    """By the stem of each word of a title, how the title of each document writes it."""
    forms: dict[str, dict[str, str]] = {}
    for source in library.sources:
        if source.title == source.doc_id:
            continue
        words = WORD.findall(source.title)
        if words and words[0].istitle() and words[0].casefold() not in names:
            words[0] = words[0].lower()  # the capital of an opening word tells nothing
        for word in words:
            forms.setdefault(stem(word.casefold()), {})[source.doc_id] = word
    return forms


def _speaks_of(written: Iterable[str], library: Library, doc_id: str) -> bool:
    """Whether a document uses a word often, in one of its forms."""
    text = library.by_id[doc_id].text
    return sum(len(re.findall(rf"\b{re.escape(form)}\b", text)) for form in written) >= _OFTEN


def _as_written(forms: Counter[str]) -> str:
    """The form that most titles have, in small letters if any title writes it so."""
    small = (form for form in forms if form.islower())
    return next(small, min(forms, key=lambda form: (-forms[form], form)))


def _idle_words() -> frozenset[str]:
    """Words of titles that tell nothing of what a document is on."""
    return kinds_of_texts().union(map(stem, (*load_lexicon().cues["attribution"]["issued"], *function_words())))
