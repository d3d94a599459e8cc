"""Which type a run of capitalised words has, by its own words and by those beside it.

What belongs here: evidence for a type, strongest first. Borders are drawn in `grammar`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.grammar import HYPHENS, LINKS
from tidybrief.extraction.tokens import POSSESSIVES, words_of

_NOUN_AFTER = {"PLACE": 250, "PRODUCT": 60, "ORG": 100, "WORK": 60}
_DETERMINERS = words_of("a an the its his her their our")
_SORTS = words_of("family series line suite range set generation type kind form brand group pair chain network")
# Where the first noun phrase of an apposition ends.
_PHRASE_ENDS = words_of(
    """
    , . ; : ( ) of that which who whose where in for with based and at from on by to used made owned founded developed
    headed led near has had said is was built
    """
)
_EDITION = re.compile(r"\d{1,2}\.\d{1,2}")  # of a law: "Chips Act 2.0"
_CALLED = frozenset({"called", "named", "dubbed", "nicknamed"})
_CALLED_REACH = 4
_AI = "AI"  # "Sable AI": a company or what it makes
_YEAR = 4  # digits
_SHORTEST_TITLE = 3
_STATISTICS = "Statistics"
"""The first word of the names of offices that count: "Statistics Norway"."""
_NO_PERSON = frozenset({"PERSON"})
_NO_ORGANISATION = frozenset({"ORG"})
_NO_BODY = frozenset({"PERSON", "PLACE"})


def type_by_words(words: Sequence[str], cues: NameCues) -> str | None:
    """The type that the words of a name of several words tell, or None."""
    words = without_year(words)
    if len(words) < 2:
        return None
    if words[-2] in cues.plans and (_EDITION.fullmatch(words[-1]) is not None or is_year(words[-1])):
        return "POLICY"
    if words[-2] in cues.heads["POLICY"] and words[-2] not in cues.plans and words[-1].isdigit():
        return "POLICY"
    return _by_purpose(words, cues) or _by_head(words, cues) or _by_opener(words, cues) or _by_form(words, cues)


def without_year(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without the year of a law behind its comma: "Water Act | , 2003"."""
    return words[:-2] if words[-2:-1] == [","] and is_year(words[-1]) else words


def _by_purpose(words: Sequence[str], cues: NameCues) -> str | None:
    """The type of a body or a plan that says behind "on" what it is for: "Committee on Oversight", "Order on Ports"."""
    head = head_before_on(words)
    if head in cues.heads["POLICY"]:
        return "POLICY"
    return "ORG" if head in cues.with_purpose and head in cues.heads["ORG"] else None


def head_before_on(words: Sequence[str]) -> str:
    """The word of a name before the "on" inside it, which says what has this purpose; "" where there is none."""
    return words[words.index("on", 1) - 1] if "on" in words[1:-1] else ""


def is_year(word: str) -> bool:
    """Whether the word is the number of a year."""
    return len(word) == _YEAR and word.isdigit()


def is_body(words: Sequence[str], cues: NameCues) -> bool:
    """Whether a word says that this is a body, neither a person nor a place: "Alder Institute", "Bank of Alder"."""
    if len(words) > 2 and words[1] in {"of", "for"} and words[0] in cues.bodies_of:
        return True
    if len(words) < 2:
        return False
    return (
        words[-1] in cues.bodies_by_head and words[-1] in cues.heads["ORG"]
    ) or f"{words[-2]} {words[-1]}" in cues.bodies


def barred_types(words: Sequence[str], cues: NameCues) -> frozenset[str]:
    """The types that a name cannot have whose own last word says what it is."""
    if len(words) < 2:
        return frozenset()
    if is_body(words, cues) or words[0] == _STATISTICS or words[-1] in cues.trades or words[-1] == _AI:
        return _NO_BODY
    if words[-1][0].isdigit() and (words[-2] in cues.plans or len(words) > 2):
        return _NO_PERSON | _NO_ORGANISATION if words[-2] in cues.plans else _NO_PERSON
    is_no_body = words[-1] in cues.sites or words[-1] in cues.plans or words[-1] in cues.meetings
    no_body = _NO_ORGANISATION if is_no_body else frozenset()
    return no_body | _NO_PERSON if _is_thing(words[-1], cues) else no_body


def _is_thing(head: str, cues: NameCues) -> bool:
    """Whether the last word of a name, which is no surname, says that no person has it: "Rose Garden"."""
    return head in cues.type_of_head and head not in cues.surnames


def is_award(words: Sequence[str], cues: NameCues) -> bool:
    """Whether the last word says that this is a prize, which counts as the event at which it is given."""
    return len(words) > 1 and words[-1] in cues.awards


def is_storm(words: Sequence[str], cues: NameCues) -> bool:
    """Whether the words name a storm: "Storm Ada", "Tropical Cyclone Ada"."""
    kind = words[0] in cues.storm_kinds
    return len(words) == kind + 2 and words[kind] in cues.storms


def is_titled(words: Sequence[str], cues: NameCues) -> bool:
    """Whether the last word says that this is the title of a report: "Coastal Erosion Report 2024"."""
    last = len(words) - is_year(words[-1])
    is_title = last >= _SHORTEST_TITLE and words[last - 1] in cues.titled
    return is_title and cues.measured.isdisjoint(words) and not any(word.isdigit() for word in words[:last])


def without_whose(words: Sequence[str], cues: NameCues) -> int:
    """How many of the words are a title, without whose report it is: "Coastal Erosion Report | of the WMO"."""
    links = range(_SHORTEST_TITLE, len(words))
    return next((place for place in links if words[place] == "of" and words[place - 1] in cues.titled), len(words))


def _by_head(words: Sequence[str], cues: NameCues) -> str | None:
    ending = f"{words[-2]} {words[-1]}"
    if ending in cues.facilities:
        return "PLACE"
    if ending in cues.bodies:
        return "ORG"
    if words[-1] in cues.trades and not LINKS.isdisjoint(words):
        return None
    return cues.type_of_head.get(words[-1])


def _by_opener(words: Sequence[str], cues: NameCues) -> str | None:
    """The type by the first word, or by the word before "of" ("Treaty of …", "Bank of …")."""
    if words[0] in cues.event_openers or is_storm(words, cues):
        return "EVENT"
    if LINKS.isdisjoint(words[1:]):
        return "PLACE" if words[0] in cues.place_openers else None
    link = next(position for position, word in enumerate(words) if position and word in LINKS)
    opener = words[link - 1]
    if opener in cues.place_openers:
        return "PLACE"
    kinds = ("POLICY", "EVENT", "WORK")
    return next(
        (kind for kind in kinds if opener in cues.heads[kind] and opener not in cues.organisation_openers), "ORG"
    )


def _by_form(words: Sequence[str], cues: NameCues) -> str | None:
    if words[0] in cues.given_names and all(word[0].isalpha() or word in HYPHENS for word in words):
        return "PERSON"
    if len(words) == 3 and len(words[1]) <= 2 and words[1].endswith("."):
        return "PERSON"
    if any(character.isdigit() for character in words[-1]):
        return "PRODUCT"
    return "ORG" if "&" in words else None


def type_by_context(words: Sequence[str], first: int, last: int, cues: NameCues) -> tuple[str, int] | None:
    """The type that the neighbours of the span `first:last` tell, and how strongly, in hundredths of a sure tag."""
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    if before.rstrip(".") in cues.titles or after in cues.person_suffixes:
        return "PERSON", 250
    told = described_type(words, first, last, cues)
    if told:
        return told, 200
    if before in cues.roles or after in cues.speech:
        return "PERSON", 150
    return _type_by_nouns_beside(before, after, cues)


def described_type(words: Sequence[str], first: int, last: int, cues: NameCues) -> str | None:
    """The type that the text says in words: "X, a maker of …", "a company called X"."""
    return _apposed_type(words, last, cues) or _named_type(words, first, cues)


def _type_by_nouns_beside(before: str, after: str, cues: NameCues) -> tuple[str, int] | None:
    told = cues.type_by_noun_after.get(after)
    if told is not None:
        return told, _NOUN_AFTER[told]
    told = cues.type_by_noun_before.get(before)
    if told is not None:
        return told, 120
    return ("PLACE", 60) if before in cues.place_prepositions else None


def _named_type(words: Sequence[str], first: int, cues: NameCues) -> str | None:
    """The type of X in "a company called X", "law firm X", "the city of X", "the chief executive of X"."""
    if first < 2:
        return None
    link, noun = words[first - 1], words[first - 2]
    if link in _CALLED:
        before = words[max(0, first - 1 - _CALLED_REACH) : first - 1]
        kinds = (cues.type_by_noun_before[word] for word in reversed(before) if word in cues.type_by_noun_before)
        return "PERSON" if not cues.roles.isdisjoint(before) else next(kinds, None)
    if words[first] not in cues.given_names and cues.type_by_noun_before.get(link) == "ORG":
        return "ORG"
    if link in cues.producers and noun.islower() and noun not in cues.made_by_persons:
        return "ORG"
    if link == "of" and noun in cues.settlements:
        return "PLACE"
    return "ORG" if link in cues.posts.get(noun, ()) else None


def _apposed_type(words: Sequence[str], last: int, cues: NameCues) -> str | None:
    """The type of X in "X, a Y company" or "X is a Y company"."""
    opening = words[last : last + 2]
    if len(opening) < 2 or not (opening[0] in {",", "is", "was"} and opening[1] in _DETERMINERS):
        return None
    told, before = None, ""
    for word, following in pairwise(words[last + 2 : last + 10]):
        is_sort = word == "of" and before in _SORTS
        before = word
        if is_sort or (word == "and" and told is None):  # "a repair and maintenance company"
            continue
        if word in _PHRASE_ENDS:
            break
        if following in POSSESSIVES:
            continue
        told = ("PERSON" if word in cues.roles else cues.type_by_noun_before.get(word)) or told
    return told
