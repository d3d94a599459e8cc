"""Which mentions of one document name the same thing, what its canonical name is, and its stable id.

What belongs here: linking inside a document, and the one function that makes entity ids. Linking across documents is
`corpus`, which calls the same function again.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tidybrief.extraction.names.matching import KnownName, plain_apostrophes
from tidybrief.extraction.names.short_forms import fullest_forms, is_acronym
from tidybrief.extraction.records import Entity

_NOT_SLUG = re.compile(r"[\W_]+")
_SHORT_WORD = 3
_SHOUTED = {"PERSON": _SHORT_WORD, "PLACE": _SHORT_WORD + 1}
"""From how many letters on capitals are no abbreviation, by type: "BEIJING, July 23"."""
_OPENING = 5
_CITY_OF = "City of "
_HALF_GLUED = re.compile(r"(?<=\w)- (?=\w)|(?<=\w) -(?=\w)")  # a hyphen that a line break has torn off


class NameSpan(NamedTuple):
    """One occurrence of a name before it is linked; `known` is its reading in lexicon or gazetteer, if it has one."""

    sentence_no: int
    start: int
    end: int
    text: str
    type: str
    form: str
    method: str
    confidence: float
    known: KnownName | None = None


@lru_cache(maxsize=20_000)
def entity_id(entity_type: str, name: str) -> str:
    """The stable id of a thing: its type and a slug of its canonical name ("org:baidu")."""
    plain = unicodedata.normalize("NFKC", plain_apostrophes(name)).casefold().replace("'", "")
    slug = _NOT_SLUG.sub("-", plain.replace("+", " plus ").replace("&", " and ")).strip("-")
    return f"{entity_type.lower()}:{slug or 'unnamed'}"


def link(
    spans: Sequence[NameSpan], definitions: Mapping[int, int]
) -> tuple[tuple[Entity, ...], Mapping[int, str], Mapping[int, str]]:
    """Entities of the document, and for each span (by its index) the id of its entity and its form.

    `definitions` maps the index of an alias in brackets to the index of the name that it stands for.
    """
    names = _Names(spans, definitions)
    clusters: dict[str, _Cluster] = {}
    ids: dict[int, str] = {}
    forms: dict[int, str] = {}
    for index, span in enumerate(spans):
        name, known = names.canonical(span)
        identity = entity_id(span.type, name)
        if identity not in clusters:
            clusters[identity] = _Cluster(name, span.type)
        clusters[identity].add(span, known)
        ids[index] = identity
        forms[index] = _form(span, name)
    entities = tuple(clusters[identity].entity(identity) for identity in sorted(clusters))
    return entities, ids, forms


def _form(span: NameSpan, name: str) -> str:
    if span.form == "adjective":
        return "adjective"
    is_shouted = span.type == "PERSON" and span.text.casefold() in name.casefold().split()  # "HARRIS: Good evening."
    if is_acronym(span.text) and span.text.casefold() != name.casefold() and not is_shouted:
        return "acronym"
    return "name" if plain_apostrophes(span.text) == plain_apostrophes(name) or span.form == "name" else "alias"


class _Cluster:
    """What is gathered about one entity."""

    def __init__(self, name: str, entity_type: str) -> None:
        self._name, self._type = name, entity_type
        self._aliases: dict[str, None] = {}
        self._external_id: str | None = None

    def add(self, span: NameSpan, known: KnownName | None) -> None:
        if span.form != "adjective":
            self._aliases.setdefault(span.text)
        if known is not None and known.external_id:
            self._external_id = known.external_id

    def entity(self, identity: str) -> Entity:
        aliases = tuple(sorted(alias for alias in self._aliases if alias != self._name))
        return Entity(identity, self._name, self._type, aliases, self._external_id)


class _Names:
    """Finds the canonical name of a span from the lexicon and from the fuller names of the same document."""

    def __init__(self, spans: Sequence[NameSpan], definitions: Mapping[int, int]) -> None:
        self._full: dict[str, dict[str, str]] = defaultdict(dict)
        self._known: dict[tuple[str, str], KnownName] = {}
        self._expansions = {
            (spans[alias].type, spans[alias].text): spans[full].text
            for alias, full in definitions.items()
            if spans[alias].text != spans[full].text
        }
        for span in spans:
            if span.known is not None and span.known.type == span.type:
                self._known[span.type, span.text] = span.known
        by_type: dict[str, list[str]] = defaultdict(list)
        for span in spans:
            if span.form != "adjective":
                by_type[span.type].append(span.text)
        for entity_type, texts in by_type.items():
            self._full[entity_type] = fullest_forms(entity_type, texts)
        for text in by_type["PLACE"]:
            name = text.removeprefix(_CITY_OF)
            if name != text and name in by_type["PLACE"]:
                self._full["PLACE"][text] = name

    def canonical(self, span: NameSpan) -> tuple[str, KnownName | None]:
        """The canonical name and, where lexicon or gazetteer give it, the reading it comes from."""
        if span.known is not None and span.known.type == span.type and not self._is_redefined(span):
            return span.known.name, span.known
        text = self._expansions.get((span.type, span.text), span.text)
        text = self._full[span.type].get(text, text)
        text = self._expansions.get((span.type, text), text)
        known = self._known.get((span.type, text))
        if known:
            return known.name, known
        is_shouted = len(text) > _SHOUTED.get(span.type, len(text)) and text.isupper()
        return _tidy(text.title() if is_shouted else text), None

    def _is_redefined(self, span: NameSpan) -> bool:
        """Whether the document spells out an acronym of the lexicon by quite other words."""
        full = self._expansions.get((span.type, span.text))
        if full is None or span.known is None or not is_acronym(span.text):
            return False
        spelled = _content_words(full)
        names = filter(None, map(_content_words, (span.known.name, *span.known.aliases)))
        return not any(spelled <= name or name <= spelled for name in names)


def _content_words(name: str) -> set[str]:
    """The longer words of a name, each by its opening, so that spellings and numbers of a word count as one."""
    words = plain_apostrophes(name).casefold().split()
    return {word[:_OPENING] for word in words if len(word) > _SHORT_WORD}


def _tidy(text: str) -> str:
    plain = plain_apostrophes(" ".join(text.split()))
    return _HALF_GLUED.sub("-", plain) if "- " in plain or " -" in plain else plain
