"""What a sentence plainly says that a name names: "start-ups such as X", "the mayor of X", "X, founded by …".

What belongs here: statements that hardly leave another type. What only speaks for a type stands in `types`.
"""

from collections.abc import Sequence

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.grammar import HYPHENS, is_name_like
from tidybrief.extraction.names.types import is_body
from tidybrief.extraction.tokens import POSSESSIVES, words_of

_FOUNDED = words_of("founded cofounded headquartered")
_FOUNDING = frozenset({"founded", "cofounded"})
_OF_TOWNS = words_of("mayor mayors outskirts inhabitants streets")
_OF_WATERS_AND_HILLS = words_of(
    "banks shores estuary mouth delta headwaters tributary tributaries basin slopes foothills summit coast shore"
)
_HEADS_OF_TOWNS = frozenset({"Mayor", "mayor"})
_OF_THE = 2
_LONGEST_LIST = 40
_EXEMPLIFYING = frozenset({"as", "like", "including"})
_INDEFINITE = frozenset({"a", "an"})
_BEHIND_APPOSED_NOUN = words_of(", . ) that which based headquartered backed founded from in of with")
_LONGEST_APPOSITION = 12
PROGRAMMES = words_of("initiative programme program scheme")
_FIRMS = words_of("firm company startup corporation manufacturer retailer carmaker automaker chipmaker airline")
_INSTRUMENTS = words_of("telescope rover orbiter spacecraft")
_CLOSING = frozenset(",.;)")
_CALLED = frozenset({"called", "named", "dubbed", "codenamed", "christened"})
# What is a product here and an organisation there.
_OF_MANY_TYPES = words_of(
    "platform service system network library engine tool framework language channel label chain field brand"
)
_RUN_BY_BODIES = words_of("platform service system network language library")
_INSIDE_LISTS = frozenset(",&'‘’“”\"") | POSSESSIVES | {"and", "or"}


def stated_type(words: Sequence[str], first: int, last: int, cues: NameCues) -> str | None:
    """The type that the sentence gives the name `first:last` beyond doubt; None where it gives none."""
    told = (
        _type_by_what_follows(words, first, last, cues)
        or _type_by_holder(words, first, cues)
        or called_body(words, first, last, cues)
        or presented_type(words, first, last, cues)
    )
    owns = last < len(words) and words[last] in POSSESSIVES
    return told if told or owns else _type_of_example(words, first, cues)


def _type_by_what_follows(words: Sequence[str], first: int, last: int, cues: NameCues) -> str | None:
    """The type of X in "X, founded in 2019", "X Mayor Ann Lee", "X-based", "X plc", "X, Calif., May 3 - It"."""
    following = words[last : last + 5]
    if following[:1] and following[0] in HYPHENS and following[1:2] == ["based"]:
        return "PLACE"
    if following[:1] and following[0] in cues.legal_forms:
        return "ORG"
    if first == 0 and _opens_dateline(words[:last], following, cues):
        return "PLACE"
    if following[:1] == [","]:
        verb = following[3] if following[1:2] == ["co"] and len(following) > 3 else "".join(following[1:2])
        return "ORG" if verb in _FOUNDED else None
    return _type_by_noun_behind(words, first, last, cues)


def _type_by_noun_behind(words: Sequence[str], first: int, last: int, cues: NameCues) -> str | None:
    """The type of X in "the X initiative", "the X space telescope", "X Mayor Ann Lee"."""
    following = words[last : last + 2]
    if following[:1] and following[0] in PROGRAMMES and last - first > 1 and not is_body(words[first:last], cues):
        return "POLICY"
    if not _INSTRUMENTS.isdisjoint(following[: 1 + (following[:1] == ["space"])]):
        return "PRODUCT"
    is_headed = len(following) > 1 and following[0] in _HEADS_OF_TOWNS and is_name_like(following[1])
    return "PLACE" if is_headed else None


def _opens_dateline(inside: Sequence[str], following: Sequence[str], cues: NameCues) -> bool:
    """Whether a place in capitals opens the text: "SAN MATEO, Calif. - The company said"."""
    is_followed = following[:1] == [","] and len(following) > 1
    in_capitals = all(word.isupper() and len(word) > 1 for word in inside)
    return in_capitals and is_followed and (following[1] in cues.months or following[1].rstrip(".") in cues.states)


def _type_by_holder(words: Sequence[str], first: int, cues: NameCues) -> str | None:
    """The type of X in "the mayor of X", "founding partner of X", "founded X", "the AI assistant X"."""
    if first < 2:
        return None
    if words[first - 1] == "assistant" and words[first - 2] in cues.assisting:
        return "PRODUCT"
    noun, link = words[first - 2].lower(), words[first - 1]
    if link in _FOUNDING or _is_firm(link, cues):
        return "ORG"
    if link == "of" and (noun in _OF_TOWNS or noun in _OF_WATERS_AND_HILLS):
        return "PLACE"
    if link == "the" and noun == "of" and first > _OF_THE and words[first - 3] in _OF_WATERS_AND_HILLS:
        return "PLACE"
    return "ORG" if link in cues.posts.get(noun, ()) else None


def _is_firm(noun: str, cues: NameCues) -> bool:
    """Whether a noun right before a name says that it is a company's: "the law firm X", "chipmaker X"."""
    return noun in _FIRMS or (noun.endswith("maker") and cues.type_by_noun_before.get(noun) == "ORG")


def called_body(words: Sequence[str], first: int, last: int, cues: NameCues) -> str | None:
    """ORG where one word, which may as well be a person's name, is called a body: "Harvey, a legal-AI company"."""
    is_one_word = last - first == 1 and words[last : last + 1] == [","] and last + 1 < len(words)
    if not is_one_word or words[last + 1] not in _INDEFINITE:
        return None
    furthest = min(last + _LONGEST_APPOSITION, len(words))
    end = next((place for place in range(last + 3, furthest) if words[place] in _BEHIND_APPOSED_NOUN), 0)
    noun = _noun_at(words, end - 1)
    return "ORG" if cues.type_by_noun_before.get(noun) == "ORG" and noun not in cues.roles else None


def presented_type(words: Sequence[str], first: int, last: int, cues: NameCues) -> str | None:
    """PRODUCT where X is a thing presented before its name: "its new chip, the X", "a robot dubbed X"; else None."""
    closes = last < len(words) and words[last] in _CLOSING
    is_apposed = closes and words[max(0, first - 2) : first] == [",", "the"]
    is_called = first > 0 and words[first - 1] in _CALLED
    if not (is_apposed or is_called):
        return None
    place = first - 3 if is_apposed else first - 2
    if is_called and place > 0 and words[place] == ",":
        place -= 1
    noun = words[place] if place > 0 else ""
    return "PRODUCT" if noun in cues.nouns["PRODUCT"] and noun not in _RUN_BY_BODIES else None


def _type_of_example(words: Sequence[str], first: int, cues: NameCues) -> str | None:
    """The type of X in "banks such as X", "companies like A, B and X"."""
    link = first - 1
    furthest = max(0, first - _LONGEST_LIST)
    while link > furthest and (words[link] in _INSIDE_LISTS or is_name_like(words[link])):
        link -= 1
    if link <= furthest or words[link] not in _EXEMPLIFYING:
        return None
    noun = link - 1
    if words[link] == "as":
        if words[noun] != "such":
            return None
        noun -= 1
    noun -= words[noun] == ","
    return _type_of_plural(words, noun, cues) if noun >= 0 else None


def _type_of_plural(words: Sequence[str], place: int, cues: NameCues) -> str | None:
    """The type that the plural common noun tells that ends at the place: "start-ups", "cities"."""
    noun = _noun_at(words, place)
    if not noun.islower() or not noun.endswith("s"):
        return None
    singular = f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1]
    if singular in _OF_MANY_TYPES:
        return None
    return "PERSON" if singular in cues.roles else cues.type_by_noun_before.get(singular)


def _noun_at(words: Sequence[str], place: int) -> str:
    """The noun that ends at the place, with what a hyphen joins to it: "startup" for "start-up"."""
    is_hyphened = place > 1 and words[place - 1] in HYPHENS
    return words[place - 2] + words[place] if is_hyphened else words[place]
