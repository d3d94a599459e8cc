"""Which short names of a document stand for which longer ones: surnames, acronyms, companies without their ending.

What belongs here: comparing names as strings. Which spans are names is decided before; ids are made in `linking`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import pycountry

from tidybrief.extraction.names.accents import without_accents
from tidybrief.extraction.names.matching import plain_apostrophes
from tidybrief.extraction.tokens import words_of

_ABBREVIATED_FORMS = r"Inc|Corp|Co|Ltd|LLC|LLP|PLC|plc|AG|GmbH|SA|S\.A|NV|N\.V|SE|AB"
_COMPANY_ENDING = re.compile(
    rf",? (?:{_ABBREVIATED_FORMS}|Corporation|Company|Limited|Group|Holdings?|Technolog(?:y|ies)|International)\.?$"
)
_LEGAL_FORM = re.compile(rf"(?:,? (?:{_ABBREVIATED_FORMS}|BV|B\.V|ASA|AS|A/S|Oyj|SpA|S\.p\.A|Pty|Pte|KK|K\.K)\.?)+$")
_GENERIC = words_of(
    """
    inc corp corporation co company ltd limited llc plc ag gmbh sa nv se ab pty pte bv asa oyj group holdings
    holding technology technologies international industries enterprises energy pharmaceuticals systems solutions
    partners capital motors airlines electric gas power bank robotics labs university institute foundation
    communications media networks software electronics semiconductor therapeutics biotherapeutics
    """
)
# What an organisation is, by which a text calls it after its full name ("the Commission").
_KINDS = words_of(
    """
    commission agency authority ministry department council committee board bureau court fund organization organisation
    association federation union foundation institute university academy parliament assembly senate company centre
    center office administration party network alliance forum bank group trust society league museum college hospital
    school service tribunal secretariat inspectorate chamber corporation consortium coalition ombudsman exchange
    observatory library laboratory
    """
)
_OPENED_BY_KIND = re.compile(r"(?!senate|parliament|assembly)\w+ (?:of|for) ")
"""A name that tells first what the organisation is ("Bureau of Tides"); a bare "Senate" may be another country's."""
# Words of a part of an organisation: with them the name is not the whole's.
_UNITS = words_of(
    """
    of for in at and research lab labs laboratory cloud ventures foundation institute university school college
    hospital museum council court ministry police army navy parliament senate department office division unit
    united city rovers times post news herald tribune journal review street asia africa america europe uk usa us
    deepmind party government administration
    """
)
_OF_LANDS = frozenset({"of", "for"})
_HEADLINE_NAMES = 6  # that may come before the text introduces them in full; fewer before what they are
_HEADLINE_KINDS = 3
_INITIALS_SKIP = frozenset({"of", "the", "for", "and", "on", "in", "to", "de", "la", "&"})
_LABOR, _LABOUR = "labor", "labour"
_PARTY_WITH_LAND = 2  # words before "Party" of which the first says where: "Australian Labor Party"
_BETWEEN_WORDS = re.compile(r"[\s\-/]+")
_GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})
_SHORTEST_MIDDLE = 4
"""Letters of a given name in the middle by which somebody is called, as Malays are: "Mohd Uzir Mahidin", "Uzir"."""


@lru_cache(maxsize=50_000)
def is_acronym(text: str) -> bool:
    """Whether the name consists of capitals and figures only, and is short."""
    letters = text.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 8 and letters.isalnum() and sum(map(str.isupper, letters)) >= max(2, len(letters) - 1)


def is_abbreviation(full: str, short: str) -> bool:
    """Whether the letters of the short name come one after another in the full one, the first first."""
    letters, plain = [letter for letter in short.casefold() if letter.isalpha()], full.casefold()
    if not letters or " " in short or not plain.startswith(letters[0]):
        return False
    remaining = iter(plain)
    return all(letter in remaining for letter in letters)


def without_legal_form(name: str) -> str:
    """The name of an organisation without "Ltd", "S.p.A." and the like."""
    return _LEGAL_FORM.sub("", name)


def is_generic(words: Sequence[str]) -> bool:
    """Whether the words say of what kind an organisation is, so that its name may go without them."""
    return bool(words) and all(word.rstrip(".,").lower() in _GENERIC for word in words)


def fullest_forms(entity_type: str, texts: Iterable[str]) -> dict[str, str]:
    """Short form → the fullest form among `texts` that it stands for; one that fits two different names is left out.

    `texts` are in the order of the document: an organisation that is introduced by its full name may go on by its first
    words or by the word for what it is, and a surname that returns before a namesake is introduced is the first one's.
    """
    distinct = list(dict.fromkeys(texts))
    order = {text: place for place, text in enumerate(distinct)}
    by_key: dict[str, list[str]] = defaultdict(list)
    for text in distinct:
        for key in _keys_of_full(entity_type, text):
            by_key[key].append(text)
    fuller: dict[str, str] = {}
    for short in distinct:
        candidates = dict.fromkeys(text for key in _keys_of_short(entity_type, short) for text in by_key.get(key, ()))
        longer = [full for full in candidates if full != short and _stands_for(entity_type, short, full)]
        if entity_type == "ORG" and not longer:
            is_kind = _plain(short) in _KINDS
            named_by_then = order[short] + (_HEADLINE_KINDS if is_kind else _HEADLINE_NAMES)
            longer = [full for full in _introduced(short, by_key) if order[full] < named_by_then]
        if entity_type == "PERSON" and not longer:
            longer = [full for full in by_key.get(f"middle {_plain(short)}", ()) if order[full] < order[short]]
        if entity_type == "PERSON" and not _are_one_name(entity_type, longer):
            longer = [full for full in longer if order[full] < order[short]]
        if longer and _are_one_name(entity_type, longer):
            fuller[short] = max(longer, key=len)
    whole = {short: _followed(fuller, short) for short in fuller}
    if entity_type != "ORG":
        return whole
    stems = {full: without_legal_form(full) for full in distinct}
    usual = {full: stem for full, stem in stems.items() if stem != full and stem in order and " " in stem}
    return {short: full for short, full in _renamed(whole, usual) if short != full}


def _renamed(whole: Mapping[str, str], usual: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The short forms with the names that they stand for, those as the text usually writes them."""
    yield from ((short, usual.get(full, full)) for short, full in whole.items())
    yield from usual.items()


@lru_cache(maxsize=20_000)
def _keys_of_full(entity_type: str, text: str) -> frozenset[str]:
    """Keys under which a name is looked for by its short forms, so that not all names are compared with all."""
    words = _plain(text).split()
    if not words:
        return frozenset()
    keys = {f"whole {' '.join(words)}", f"whole {_plain(_COMPANY_ENDING.sub('', text))}"}
    keys |= {f"initials {acronym}" for acronym in acronyms_of(text)}
    if entity_type == "PERSON":
        core = _core(words)
        middle = (f"middle {word}" for word in core[1:-1] if len(word) >= _SHORTEST_MIDDLE)
        return frozenset((*keys, f"first {core[0]}", f"last {core[-1]}", *middle))
    if entity_type == "ORG":
        keys |= {f"opens {words[0]}", f"ends {words[-1]}", *(f"whole {name}" for name in _names_of_party(words))}
        keys |= {f"ends {word}" for word, link in pairwise(words) if link in _OF_LANDS and word in _KINDS}
    length = len(words)
    while length > 1 and is_generic(words[length - 1 : length]):
        length -= 1
        keys.add(f"whole {' '.join(words[:length])}")
    return frozenset(keys)


@lru_cache(maxsize=20_000)
def _keys_of_short(entity_type: str, text: str) -> tuple[str, ...]:
    words = _plain(text).split()
    if not words:
        return ()
    whole = f"whole {' '.join(words)}"
    if entity_type == "ORG" and words == [_LABOUR]:
        return (whole, f"whole {_LABOR}")
    if entity_type == "PERSON":
        return (whole, f"last {_core(words)[-1]}", *(f"first {word}" for word in words if len(words) == 1))
    return (whole, f"initials {text.replace('.', '').upper()}") if is_acronym(text) else (whole,)


def _introduced(short: str, by_key: Mapping[str, Sequence[str]]) -> list[str]:
    """The organisations whose first words, or whose kind, the short name repeats."""
    words = _plain(short).split()
    if not words or is_acronym(short):
        return []
    if len(words) == 1 and words[0] in _KINDS:
        opened = (full for full in by_key.get(f"opens {words[0]}", ()) if _OPENED_BY_KIND.match(_plain(full)))
        return [full for full in (*by_key.get(f"ends {words[0]}", ()), *opened) if full != short]
    if words[0] in _KINDS or words[0] in _GENERIC or len(words[0]) < 3:
        return []
    alike = by_key.get(f"opens {words[0]}", ())
    rests = {full: rest for full in alike if full != short and (rest := _rest(_plain(full).split(), words)) is not None}
    return [full for full, rest in rests.items() if _told_apart().isdisjoint(rest)]


def _rest(words: Sequence[str], opening: Sequence[str]) -> Sequence[str] | None:
    """The words behind the opening ones; None where the name begins otherwise."""
    return words[len(opening) :] if words[: len(opening)] == opening else None


@cache
def _told_apart() -> frozenset[str]:
    """The words that tell a part or a branch from the whole: units, and the words of countries' names."""
    names = (getattr(country, "common_name", country.name) for country in pycountry.countries)
    return _UNITS.union(word for name in names for word in _plain(name).split())


def _are_one_name(entity_type: str, longer: Sequence[str]) -> bool:
    longest = max(longer, key=len, default="")
    return all(_plain(text) == _plain(longest) or _stands_for(entity_type, text, longest) for text in longer)


def _followed(fuller: Mapping[str, str], name: str) -> str:
    seen = {name}
    while name in fuller and fuller[name] not in seen:
        name = fuller[name]
        seen.add(name)
    return name


def _stands_for(entity_type: str, short: str, full: str) -> bool:
    plain_short, plain_full = _plain(short), _plain(full)
    if plain_short == plain_full:
        return (len(full), short.isupper(), full) > (len(short), full.isupper(), short)
    if len(plain_full) <= len(plain_short):
        return False
    if entity_type == "PERSON":
        return _is_short_person(plain_short.split(), plain_full.split())
    if is_acronym(short):
        return short.replace(".", "").upper() in acronyms_of(full)
    return entity_type != "PLACE" and _is_without_kind(entity_type, plain_short, full)


def _is_without_kind(entity_type: str, plain_short: str, full: str) -> bool:
    """Whether the short name is the full one without "Inc." or other words for what kind of organisation it is."""
    if _plain(_COMPANY_ENDING.sub("", full)) == plain_short:
        return True
    short_words, full_words = plain_short.split(), _plain(full).split()
    if entity_type == "ORG" and plain_short.replace(_LABOUR, _LABOR) in _names_of_party(full_words):
        return True
    return (
        entity_type == "ORG"
        and full_words[: len(short_words)] == short_words
        and is_generic(full_words[len(short_words) :])
    )


def _names_of_party(words: Sequence[str]) -> Sequence[str]:
    """What a party is called without "Party", and without the land before its one other word."""
    if len(words) < 2 or words[-1] != "party":
        return ()
    name = " ".join(words[:-1]).replace(_LABOUR, _LABOR)
    return (name, *name.split()[1:]) if len(words) - 1 == _PARTY_WITH_LAND else (name,)


def _is_short_person(short: Sequence[str], full: Sequence[str]) -> bool:
    core = _core(full)
    if len(short) == 1:
        return short[0] in (core[-1], core[0])
    if short == core[-len(short) :]:
        return True
    return short[-1] == core[-1] and (
        short[0] == core[0] or (len(short[0].rstrip(".")) == 1 and core[0].startswith(short[0][0]))
    )


def _core(words: Sequence[str]) -> Sequence[str]:
    """A person's name without "Jr" and the like."""
    return [word for word in words if word not in _GENERATIONS] or words


@lru_cache(maxsize=20_000)
def initials(text: str) -> str:
    """The letters that an acronym of the name would have."""
    words = _BETWEEN_WORDS.split(text)
    return "".join(word[0] for word in words if word and word not in _INITIALS_SKIP).upper()


@lru_cache(maxsize=20_000)
def acronyms_of(text: str) -> frozenset[str]:
    """The acronyms that the name may have, with and without its small words: "Centre For Soil Research" has two."""
    words = [word for word in _BETWEEN_WORDS.split(text) if word and word != "&"]
    every = "".join(word[0] for word in words).upper()
    small = [word for word in words if word.lower() in _INITIALS_SKIP]
    if not small:
        return frozenset((every,))
    longer = "".join(word[0] for word in words if word.lower() not in _INITIALS_SKIP).upper()
    return frozenset((every, longer, initials(text)))


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    """The name without accents, commas, hyphens and capitals."""
    spaced = plain_apostrophes(text).replace("-", " ").replace(",", "")
    return without_accents(spaced).casefold()
