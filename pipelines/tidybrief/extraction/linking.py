"""Which mentions of one document name the same thing, what its canonical name is, and its stable id.

What belongs here: linking inside a document, and the one function that makes entity ids. Linking across documents is
`corpus`, which calls the same function again.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tidybrief.extraction.name_matching import KnownName, plain_apostrophes
from tidybrief.extraction.records import Entity

_NOT_SLUG = re.compile(r"[\W_]+")
_COMPANY_ENDING = re.compile(
    r",? (?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|LLC|LLP|PLC|plc|AG|GmbH|SA|S\.A|NV|N\.V|SE|AB|Group|Holdings?|"
    r"Technolog(?:y|ies)|International)\.?$"
)
_GENERIC = frozenset(
    """inc corp corporation co company ltd limited llc plc ag gmbh sa nv se ab group holdings holding technology technologies international
    industries enterprises energy pharmaceuticals systems solutions partners capital motors airlines bank robotics labs university
    institute foundation communications media networks software electronics semiconductor therapeutics biotherapeutics""".split()
)
_INITIALS_SKIP = frozenset({"of", "the", "for", "and", "on", "in", "to", "de", "la", "&"})


@dataclass(frozen=True, slots=True)
class NameSpan:
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
        cluster = clusters.setdefault(identity, _Cluster(name, span.type))
        cluster.add(span, known)
        ids[index] = identity
        forms[index] = _form(span, name)
    entities = tuple(clusters[identity].entity(identity) for identity in sorted(clusters))
    return entities, ids, forms


def _form(span: NameSpan, name: str) -> str:
    if span.form == "adjective":
        return "adjective"
    if is_acronym(span.text) and span.text != name:
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
            self._full[entity_type] = _fullest(entity_type, texts)

    def canonical(self, span: NameSpan) -> tuple[str, KnownName | None]:
        """The canonical name and, where lexicon or gazetteer give it, the reading it comes from."""
        if span.known is not None and span.known.type == span.type:
            return span.known.name, span.known
        text = self._expansions.get((span.type, span.text), span.text)
        text = self._full[span.type].get(text, text)
        text = self._expansions.get((span.type, text), text)
        known = self._known.get((span.type, text))
        return (known.name, known) if known else (_tidy(text), None)


def _tidy(text: str) -> str:
    return plain_apostrophes(" ".join(text.split()))


def is_acronym(text: str) -> bool:
    """Whether the name consists of capitals and figures only, and is short."""
    letters = text.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 8 and letters.isalnum() and sum(map(str.isupper, letters)) >= max(2, len(letters) - 1)


def initials(text: str) -> str:
    """The capital letters that an acronym of the name would have."""
    words = re.split(r"[\s\-/]+", text)
    return "".join(word[0] for word in words if word and word not in _INITIALS_SKIP).upper()


def _fullest(entity_type: str, texts: Iterable[str]) -> dict[str, str]:
    """Short form → the fullest form in the document that it may stand for; a form that fits two stays alone."""
    distinct = list(dict.fromkeys(texts))
    fuller: dict[str, str] = {}
    for short in distinct:
        longer = [text for text in distinct if text != short and _is_short_for(entity_type, short, text)]
        if longer and _agree(entity_type, longer):
            fuller[short] = max(longer, key=len)
    return {short: _follow(fuller, short) for short in fuller}


def _follow(fuller: Mapping[str, str], name: str) -> str:
    seen = {name}
    while name in fuller and fuller[name] not in seen:
        name = fuller[name]
        seen.add(name)
    return name


def _agree(entity_type: str, longer: Sequence[str]) -> bool:
    """Whether all longer forms are forms of one name."""
    longest = max(longer, key=len)
    return all(text == longest or _is_short_for(entity_type, text, longest) for text in longer)


def _is_short_for(entity_type: str, short: str, full: str) -> bool:
    plain_short, plain_full = _plain(short), _plain(full)
    if plain_short == plain_full:
        return len(full) > len(short) or (len(full) == len(short) and full > short and not full.isupper())
    if len(plain_full) <= len(plain_short):
        return False
    short_words, full_words = plain_short.split(), plain_full.split()
    if entity_type == "PERSON":
        return _is_short_person(short_words, full_words)
    if is_acronym(short):
        return initials(full) == short.replace(".", "").upper()
    if entity_type in {"ORG", "POLICY", "WORK", "EVENT"}:
        stripped = _COMPANY_ENDING.sub("", full)
        if stripped != full and _plain(stripped) == plain_short:
            return True
    return (
        entity_type == "ORG"
        and full_words[: len(short_words)] == short_words
        and is_generic(full_words[len(short_words) :])
    )


def is_generic(words: Sequence[str]) -> bool:
    """Whether the words say of what kind an organisation is, so that its name may go without them."""
    return bool(words) and all(word.rstrip(".,").lower() in _GENERIC for word in words)


def _is_short_person(short: Sequence[str], full: Sequence[str]) -> bool:
    full_core = [word for word in full if word not in {"jr", "jr.", "sr", "sr.", "ii", "iii"}]
    if len(short) == 1:
        return short[0] in (full_core[-1], full_core[0], " ".join(full_core[-2:]))
    if short[-1] != full_core[-1]:
        return False
    return short[0] == full_core[0] or (len(short[0].rstrip(".")) == 1 and full_core[0].startswith(short[0][0]))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", plain_apostrophes(text).replace("-", " "))
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()
