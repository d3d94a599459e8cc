"""A tag of the name tagger as a reading: borders and types as the guideline draws them.

What belongs here: what one tag's own words say. What known names beside it change stands in `borders`, which tags name
nothing in `fragments`, and the choice between readings in `decisions`.
"""

import re
from collections.abc import Sequence

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.fragments import names_nothing
from tidybrief.extraction.names.grammar import DANGLING, HYPHENS, is_glued, is_name_like
from tidybrief.extraction.names.person_borders import end_of_person, name_behind_office
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.names.stated_types import PROGRAMMES
from tidybrief.extraction.names.tagger import Tag
from tidybrief.extraction.names.types import head_before_on, is_award, type_by_words, without_whose
from tidybrief.extraction.names.word_case import is_mostly_capitalised, is_mostly_lower_case, is_unknown
from tidybrief.extraction.tokens import POSSESSIVES, Tokens, words_of

OF_OUR_TYPES = frozenset({"ORG", "PERSON", "PLACE", "PRODUCT", "POLICY", "WORK", "EVENT"})
_LEAST_PROBABILITY = 0.4
_LEAST_SUM = 0.6
_MAY_BE_PRODUCT = 0.1
_LONGEST_TITLE = 4
_LONGEST_PERSON = 4
_TWO_WORDS = 2
_SURE = 0.9
_SURE_OF_WORK = 0.97  # titles of works have words for laws and meetings in them, and are rarer than those
_MAYOR, _MAYOR_OF = "Mayor", 2
_ADJECTIVE_ENDINGS = ("al", "ic", "ed", "ern", "ive", "ary")
_OFFICE_LINKS = frozenset({"of", "for"})
_TRADE_ENDINGS = ("er", "or", "consultancy", "airline", "brokerage", "watchdog")
_NUMBERED = frozenset({"One", "Two", "Three", "Four", "Five"})
_NEVER_LAST = frozenset({"&", "of", "and", "for", "the"})
_NEVER_FIRST = (
    words_of(
        """
        of for to from and the The a A an During Throughout Despite Since Until Before After Within Without Among Aboard
        Because Although Though While Whereas When Once If Unless As
        """
    )
    | HYPHENS
    | POSSESSIVES
)
_FY, _FISCAL_YEAR = "FY", frozenset({"Fiscal Year", "fiscal year", "Financial Year"})
_OBSERVANCES = frozenset({"Day", "Week", "Month"})
_SHORTEST_OBSERVANCE = 2
_LONGER_THAN_VERSIONS = 3
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+")  # no name begins or ends with one: "2,048 | H800", "the US | 6,276"
_SURELY_LAWS = words_of("Act Acts Agreement Agreements Accord Accords Treaty")
_LAWS = words_of("Act Acts Agreement Agreements Accord Accords Treaty Pact Directive Regulation Bill Law Charter")


def read_tag(tokens: Tokens, tag: Tag, types: Sequence[str], cues: NameCues) -> list[Reading]:
    """The tag as a reading, with borders as the guideline draws them; nothing where it is no name of our types."""
    words = tokens.words
    if tag.last - tag.first == 1 and tag.type not in OF_OUR_TYPES:
        return []
    first, last = _trimmed(words, tag, cues)
    if _opens_with_trade(words, first, last, cues):
        return [Reading(tag.sentence, first + 1, last, "ORG", "tagger", tag.probability)]
    kind = tag.type
    begin = _after_department(words, first, last, cues)
    if begin == first and kind not in {"PERSON", "WORK"}:
        begin = name_behind_office(words, first, last, cues)
    holds_office = begin > first
    if holds_office:
        first, kind = begin, "PERSON"
    named = after_titles(words, first, last, cues)
    if kind == "PERSON" or (named > first and words[named] in cues.given_names and _ends_person(words, last, cues)):
        first, last, kind = named, _with_hyphened_part(tokens, last), "PERSON"
        last = end_of_person(words, first, last, cues, in_heading=tokens.title_case)
    is_called_so = kind == "PERSON" and tag.probability > _SURE and _is_whole_person(words[first:last], cues)
    if (_is_office(words[first:last], cues) and not is_called_so) or _is_handle(tokens, first):
        return _town_of_mayor(words, tag, first, last)
    kind = _ours(words[first:last], kind, cues)
    if kind == "EVENT" and words[last - 1] in _OBSERVANCES:
        first = _after_on(words, first, last)
    tagged = words[min(first, tag.first) : last]
    is_titled = kind == "PERSON" and tag.first < first < last and _share_of("PERSON", tag, types) > _LEAST_SUM
    if first >= last or kind not in OF_OUR_TYPES or not (is_titled or _is_likely(tagged, tag, types)):
        return []
    if names_nothing(words, first, last, kind, cues):
        return []
    is_named = kind == "PERSON" and not words[last - 1].isdigit()
    entity_type = kind if kind != tag.type or is_named else _corrected_type(words, first, last, tag, cues)
    if entity_type == "WORK":
        last = first + without_whose(words[first:last], cues)
    has_article = last - first > 1 and words[first] in {"The", "the"}
    if has_article and (entity_type != "WORK" or _is_known_by_kind(words, last, cues)):
        first += 1
    if entity_type == "PRODUCT" or _share_of("PRODUCT", tag, types) > _MAY_BE_PRODUCT:
        last = _with_version(tokens, last)
    found = Reading(tag.sentence, first, last, entity_type, "tagger", tag.probability, tag=tag)
    return [*_town_before_mayor(words, tag, first), found._replace(tag=None) if holds_office else found]


def _is_known_by_kind(words: Sequence[str], last: int, cues: NameCues) -> bool:
    """Whether a title says of what kind the work is, inside or right behind it, and so has no article of its own."""
    is_dated = words[last - 1].isdigit()
    following = words[last] if last < len(words) else ""
    return words[last - 1 - is_dated] in cues.titled or following in cues.nouns["WORK"]


def _town_before_mayor(words: Sequence[str], tag: Tag, first: int) -> list[Reading]:
    """The town that the tag begins with before its mayor's title and name: "Brenwick | Mayor Ann Lund"."""
    title = first - 1
    if title <= tag.first or words[title] != _MAYOR or not all(map(is_mostly_capitalised, words[tag.first : title])):
        return []
    return [Reading(tag.sentence, tag.first, title, "PLACE", "tagger", tag.probability)]


def _opens_with_trade(words: Sequence[str], first: int, last: int, cues: NameCues) -> bool:
    """Whether a sentence opens with the noun for the organisation that is named: "Chipmaker | Vellum said"."""
    noun = words[first] if first == 0 and last > 1 else ""
    is_trade = noun.lower() in cues.nouns["ORG"] and noun.lower().endswith(_TRADE_ENDINGS)
    return is_trade and noun[1:].islower() and noun not in cues.type_of_head and is_name_like(words[1])


def _town_of_mayor(words: Sequence[str], tag: Tag, first: int, last: int) -> list[Reading]:
    """The town in "Mayor of Brenwick", whose office is no name."""
    first += words[first] == "The"
    town = first + _MAYOR_OF
    if town >= last or words[first] != _MAYOR or words[first + 1] != "of":
        return []
    return [Reading(tag.sentence, town, last, "PLACE", "tagger", tag.probability)]


def _is_handle(tokens: Tokens, first: int) -> bool:
    """Whether the name is that of an account or a mail server: "@Alder"."""
    return first > 0 and tokens.words[first - 1] == "@" and tokens.end(first - 1) == tokens.starts[first]


def _with_version(tokens: Tokens, last: int) -> int:
    """Where the name of a product ends that has a number behind it or behind a hyphen: "QV" | "-300"."""
    words = tokens.words
    is_hyphened = last + 1 < len(words) and words[last] in HYPHENS and words[last + 1].isdigit()
    return last + 2 if is_hyphened and is_glued(tokens, last) else with_number(words, last)


def with_number(words: Sequence[str], last: int) -> int:
    """Where a name ends that may have a number of its own: "Hull 2, built in …", not "Hull 2 million"."""
    following = words[last : last + 2]
    numbered = len(following) > 1 and following[0].isdigit() and len(following[0]) < _LONGER_THAN_VERSIONS
    return last + 1 if numbered and following[1] in {",", ".", ";"} else last


def _trimmed(words: Sequence[str], tag: Tag, cues: NameCues) -> tuple[int, int]:
    """The tag's borders without articles, possessives, dates and words that no name begins or ends with."""
    first, last, is_work = tag.first, tag.last, tag.type == "WORK"
    while first < last and not is_work and (words[first] in _NEVER_FIRST or _COUNT.fullmatch(words[first])):
        first += 1
    while first < last and (
        words[last - 1] in HYPHENS
        or words[last - 1] in POSSESSIVES
        or words[last - 1] in _NEVER_LAST
        or _COUNT.fullmatch(words[last - 1])
        or (words[last - 1] in cues.generic and words[last - 1] != "States")
        or (words[last - 1] in DANGLING and not is_work)
        or (words[last - 1] in PROGRAMMES and last - first > 1)
    ):
        last -= 1
    is_compound = tag.type == "PERSON" and first + 1 < last and words[first + 1] in HYPHENS  # "Jan-Peter Berg"
    if not is_work and not is_compound:
        first, last = _without_dates(words, first, last, cues)
    goes_on = first < last < len(words) and (words[last] in _NUMBERED or _is_torn(words, first, last, cues))
    return (first, last + 1) if goes_on else (first, last)


def _is_torn(words: Sequence[str], first: int, last: int, cues: NameCues) -> bool:
    """Whether a name stops before the noun that its last word describes: "Museum of Natural | History"."""
    is_adjective = (
        last - first > _TWO_WORDS and words[last - 2] == "of" and words[last - 1].endswith(_ADJECTIVE_ENDINGS)
    )
    noun = words[last]
    return is_adjective and is_name_like(noun) and noun not in cues.titles and is_mostly_lower_case(noun)


def _ours(words: Sequence[str], kind: str, cues: NameCues) -> str:
    """The type among ours that prizes, laws and observances have, which are tagged as names of other kinds."""
    if is_award(words, cues):
        return "EVENT"
    if kind != "OTHER" or len(words) < 2:
        return kind
    if words[-1] in _LAWS or head_before_on(words) in cues.heads["POLICY"]:
        return "POLICY"
    return "EVENT" if words[-1] in _OBSERVANCES and len(words) > _SHORTEST_OBSERVANCE else kind


def _after_on(words: Sequence[str], first: int, last: int) -> int:
    """Where the name of a day begins that a text is on: "Proclamation on" | "World Soil Day"."""
    return max((position + 1 for position in range(first, last) if words[position] == "on"), default=first)


def _is_likely(words: Sequence[str], tag: Tag, types: Sequence[str]) -> bool:
    """Whether the tag is probable enough: with its type or, where a word is rare, with all types of ours together."""
    if tag.probability >= _LEAST_PROBABILITY:
        return True
    if not any(is_unknown(word) for word in words):
        return False
    return sum(float(share) for kind, share in zip(types, tag.types, strict=True) if kind in OF_OUR_TYPES) > _LEAST_SUM


def _share_of(kind: str, tag: Tag, types: Sequence[str]) -> float:
    return float(tag.types[types.index(kind)]) if kind in types else 0.0


def _after_department(words: Sequence[str], first: int, last: int, cues: NameCues) -> int:
    """Where the name begins that follows an office: "Secretary of" | "Defense Amara Diallo"; `last` if none follows."""
    if first < 2 or words[first - 1] not in _OFFICE_LINKS or words[first - 2] not in cues.offices:
        return first
    ends = [position for position in range(first, last) if words[position] in cues.departments]
    if not ends:
        return first
    return ends[-1] + 1 if is_name_like(words[min(ends[-1] + 1, last - 1)]) else last


def _ends_person(words: Sequence[str], last: int, cues: NameCues) -> bool:
    """Whether the word before `last` may end a person's name: "King Edward", not "Prince Edward Island election"."""
    return words[last - 1][0].isupper() and not any(words[last - 1] in heads for heads in cues.heads.values())


def after_titles(words: Sequence[str], first: int, last: int, cues: NameCues) -> int:
    """Where the name begins that follows titles: "Vice President Harris", "Senators Feinstein", "Striker Ann Lund".

    What stands before "Jr." is none: "Martin Luther King Jr."
    """
    if _opens_with_calling(words[first:last], cues):
        first += 1
    begin, titles = first, cues.titles
    for position in range(first, min(first + _LONGEST_TITLE, last - 1)):
        bare = words[position].rstrip(".")
        if bare in titles or bare.removesuffix("s") in titles or bare.capitalize() in titles:
            begin = position + 1
    if begin > first + 1 and not cues.person_suffixes.isdisjoint(words[begin : begin + 2]):
        return first
    if begin == first + 1 and words[first] in cues.given_names and last - first == 2:
        return first
    return begin


def _opens_with_calling(inside: Sequence[str], cues: NameCues) -> bool:
    """Whether what somebody is stands before a whole name: "Striker | Ann Lund"."""
    if len(inside) <= _TWO_WORDS or not inside[1][0].isupper():
        return False
    return inside[0].lower() in cues.roles and inside[0] not in cues.given_names


def _is_whole_person(words: Sequence[str], cues: NameCues) -> bool:
    """Whether a given name stands before the one word that may be an office: "Michel Mayor"."""
    return len(words) == _TWO_WORDS and words[0] in cues.given_names and words[0] not in cues.place_openers


def _is_office(words: Sequence[str], cues: NameCues) -> bool:
    """Whether the words name an office or a job, not who holds it: "Program Manager", "Secretary of State"."""
    link = len(words)
    if not _OFFICE_LINKS.isdisjoint(words):
        link = next(position for position, word in enumerate(words) if word in _OFFICE_LINKS)
    if link == 0:
        return False
    head = words[link - 1]
    if link == len(words) == 1:
        return head.capitalize() in cues.titles or head.capitalize() in cues.never
    if link == len(words) and head in cues.heads["ORG"]:
        return False
    role = head.lower()
    return role in cues.roles or role.removesuffix("s") in cues.roles or (head in cues.titles and link < len(words))


def _without_dates(words: Sequence[str], first: int, last: int, cues: NameCues) -> tuple[int, int]:
    """The span without days, months and fiscal years at its edges ("December 6 National Appeal", "FY 2026 Budget"); a
    person may be called May.
    """
    first = _behind_fiscal_year(words, first, last)
    while first < last and words[first] in cues.months and not _is_year(words[first + 1 : first + 2]):
        first += 1
        if first < last and words[first].isdigit():
            first += 1
    while first + 1 < last and words[last - 1] in cues.months and words[first] not in cues.given_names:
        last -= 1
    return first, last


def _behind_fiscal_year(words: Sequence[str], first: int, last: int) -> int:
    """Where a name begins behind "FY 2026", "FY26" or "Fiscal Year 2026"; at its end where one word, which says of what
    kind it is, is all that is left: "FY 2026 Budget".
    """
    label = 2 if " ".join(words[first : first + 2]) in _FISCAL_YEAR else 1 if words[first] == _FY else 0
    number = words[first + label] if first + label < last else ""
    is_year = number.isdigit() if label else number[:2] == _FY and number[2:].isdigit()
    behind = first + label + 1
    return first if not is_year else last if behind == last - 1 else behind


def _is_year(words: Sequence[str]) -> bool:
    return any(len(word) == 4 and word.isdigit() for word in words)


def _with_hyphened_part(tokens: Tokens, last: int) -> int:
    """Where a person's name ends whose second part is in lower case after a hyphen ("Kim Jong-un")."""
    words = tokens.words
    glued = last + 1 < len(words) and words[last] in HYPHENS and tokens.end(last - 1) == tokens.starts[last]
    if glued and tokens.end(last) == tokens.starts[last + 1] and words[last + 1].islower() and len(words[last + 1]) < 4:
        return last + 2
    return last


def _corrected_type(words: Sequence[str], first: int, last: int, tag: Tag, cues: NameCues) -> str:
    """The tag's type, unless the name's own head word says another that the tagger has seldom seen."""
    own = type_by_words(words[first:last], cues)
    if own == "POLICY" and (words[last - 1] in _SURELY_LAWS or words[last - 1][0].isdigit()):
        return own
    if own == "ORG" and tag.type == "PLACE" and "Court of " in " ".join(words[first:last]):
        return own
    if own == "PERSON" and tag.type == "PLACE" and last - first < _LONGEST_PERSON:
        return own
    if (
        own in {"POLICY", "EVENT", "PLACE"}
        and tag.type in {"ORG", "WORK", "PLACE", "PRODUCT", "EVENT", "POLICY"}
        and tag.probability < (_SURE_OF_WORK if tag.type == "WORK" else _SURE)
    ):
        return own
    return tag.type
