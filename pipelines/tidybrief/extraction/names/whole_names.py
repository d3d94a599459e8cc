"""Names that go on where a tag or a known name stops: "Lagos | State", "Shenzhen | Tarvo Robotics", "McArdle | 's".

What belongs here: what right beside a chosen reading belongs to its name, and what of a reading does not. Owners and
coordinations of tags are drawn in `borders`.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.grammar import HYPHENS, is_name_like
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.names.short_forms import acronyms_of, is_acronym
from tidybrief.extraction.names.types import is_year
from tidybrief.extraction.names.word_case import is_mostly_lower_case, is_unknown
from tidybrief.extraction.tokens import POSSESSIVES, Tokens, words_of
from tidybrief.vocabulary import COUNTRY_CODE, SUBDIVISION_CODE

_GENITIVES = frozenset({"'s", "’s"})
# Verbs that no noun phrase begins with, so that what stands before them with 's is the subject.
_FINITE = words_of("has is was will would could can did does says said had")
_AS_BEING = frozenset({"been", "being"})
_CLAUSE_ENDS = frozenset({".", ",", ";", ":", ")", "!", "?"})
_ALONE = (["'s"], ["’s"])
_LEAST_ENDINGS = 2
_MAKES_COMPANY = ("ORG", "PERSON", "PLACE")
_FULL_NAME = 2
_LONGEST_SYLLABLE = 5
_STATE = "State"
_OF = "of"
_ARTICLES = frozenset({"the", "a", "an"})
_INSIDE_SPELT_NAMES = words_of("of for and the on in to , &")
_SHORTEST_SPELT = 3
_LAWS = words_of("Act Acts Law Laws Code Amendments Treaty Ordinance")
_CLOSING: tuple[list[str], ...] = ([], ["."], [","], [")"], [";"])
_SPELT = frozenset({"ORG", "POLICY"})
_BY_PLACE = attrgetter("first")


def with_neighbours(chosen: Sequence[Reading], tokens: Tokens, cues: NameCues) -> list[Reading]:
    """The readings of a sentence in order, each with what right beside it belongs to its name."""
    if tokens.title_case or tokens.all_capitals:
        return list(chosen)
    words = tokens.words
    joined: list[Reading] = []
    for reading, following in pairwise((*chosen, None)):
        if reading is None:
            continue
        before = joined[-1] if joined else None
        reading = _with_state(reading, following, words)  # noqa: PLW2901
        reading = _with_hyphened(reading, before, tokens, cues)  # noqa: PLW2901
        reading = _with_second_syllable(reading, tokens)  # noqa: PLW2901
        reading = _with_meeting(reading, following, words, cues)  # noqa: PLW2901
        reading = _with_own_place(reading, before, words, cues)  # noqa: PLW2901
        if before is not None and _is_rest_of_body(before, reading, words, cues):
            joined[-1] = reading._replace(first=before.first, method="tagger")
        elif before is not None and _is_city_of_company(before, reading, words, cues):
            joined[-1] = reading._replace(first=before.first, known=None, form="name")
        else:
            joined.append(reading)
    return joined


def _with_state(reading: Reading, following: Reading | None, words: Sequence[str]) -> Reading:
    """A place with the "State" behind it that tells it from the city of its name: "Lagos State"."""
    behind = words[reading.last : reading.last + 2]
    if reading.type != "PLACE" or behind[:1] != [_STATE] or (len(behind) > 1 and is_name_like(behind[1])):
        return reading
    external_id = reading.known.external_id if reading.known is not None else None
    is_touched = following is not None and following.first <= reading.last
    if is_touched or (external_id or "").startswith((COUNTRY_CODE, SUBDIVISION_CODE)):
        return reading
    return reading._replace(last=reading.last + 1, known=None, form="name", tag=None)


def _with_meeting(reading: Reading, following: Reading | None, words: Sequence[str], cues: NameCues) -> Reading:
    """A place as part of the event that is called after it: "Iraq War", "Arab Spring", "Osaka Expo"."""
    last = reading.last + 1
    is_head = words[reading.last : last] != [] and words[reading.last] in cues.called_after_places
    if reading.type != "PLACE" or not is_head or (following is not None and following.first < last):
        return reading
    before = words[max(0, reading.first - 3) : reading.first]
    goes_on = last < len(words) and is_name_like(words[last])
    is_part = before[-1:] != [] and (before[-1] in HYPHENS or (before[1:] == ["of", "the"] and is_name_like(before[0])))
    if goes_on or is_part:
        return reading
    return reading._replace(last=last, type="EVENT", method="grammar", form="name", known=None, tag=None)


def _with_own_place(reading: Reading, before: Reading | None, words: Sequence[str], cues: NameCues) -> Reading:
    """A known body as the one of another place: "the Orvela Museum of Modern Art" is not the one in New York."""
    first = reading.first - 1
    is_body = reading.type == "ORG" and reading.known is not None and words[reading.first] in cues.named_alike
    if not is_body or first < 1 or words[first - 1].lower() not in _ARTICLES or not is_name_like(words[first]):
        return reading
    if before is not None and before.last > first:
        return reading
    return reading._replace(first=first, known=None, form="name", method="tagger")


def _with_hyphened(reading: Reading, before: Reading | None, tokens: Tokens, cues: NameCues) -> Reading:
    """A known body as the other one that a capitalised word before a hyphen makes it: "Agrarian-Green Party"; a person
    with the first of two given names that looks like a month: "Jan-Peter Berg".
    """
    hyphen = reading.first - 1
    words = tokens.words
    if hyphen < 1 or words[hyphen] not in HYPHENS or not is_name_like(words[hyphen - 1]):
        return reading
    is_body = reading.type == "ORG" and reading.known is not None
    is_given = reading.type == "PERSON" and words[hyphen - 1] in cues.months
    if not (is_body or is_given) or reading.last - reading.first < _FULL_NAME:
        return reading
    is_glued = tokens.end(hyphen - 1) == tokens.starts[hyphen] and tokens.end(hyphen) == tokens.starts[reading.first]
    is_taken = before is not None and before.last >= hyphen
    if is_taken or not is_glued:
        return reading
    return reading._replace(first=hyphen - 1, known=None, form="name", method="tagger")


def _with_second_syllable(reading: Reading, tokens: Tokens) -> Reading:
    """A person with the rest of a given name that goes on in lower case behind a hyphen: "Kim Woo-hyun"."""
    last, words = reading.last, tokens.words
    if reading.type != "PERSON" or last + 1 >= len(words) or words[last] not in HYPHENS:
        return reading
    syllable = words[last + 1]
    is_glued = tokens.end(last - 1) == tokens.starts[last] and tokens.end(last) == tokens.starts[last + 1]
    may_be = syllable.islower() and len(syllable) <= _LONGEST_SYLLABLE and is_unknown(syllable)
    is_whole = reading.last - reading.first > 1 and is_glued and may_be
    return reading._replace(last=last + 2, known=None, form="name") if is_whole else reading


def _is_rest_of_body(before: Reading, reading: Reading, words: Sequence[str], cues: NameCues) -> bool:
    """Whether a public body is called by two subjects that "and" joins: "the Joint Audit | and Review Commission"."""
    is_joined = before.last + 1 == reading.first and words[before.last] == "and"
    if not is_joined or before.type != "ORG" or reading.type != "ORG" or not before.first:
        return False
    is_body = reading.last - reading.first > 1 and words[reading.last - 1] in cues.public_bodies
    is_determined = words[before.first - 1].lower() in _ARTICLES or words[before.first - 1] in POSSESSIVES
    has_head = before.last - before.first == 1 or any(
        word in cues.type_of_head for word in words[before.first : before.last]
    )
    return is_body and is_determined and not has_head and before.known is None and reading.known is None


def _is_city_of_company(city: Reading, company: Reading, words: Sequence[str], cues: NameCues) -> bool:
    """Whether a company's name begins with the city right before it: "Shenzhen Tarvo Robotics"."""
    if city.type != "PLACE" or city.form != "name" or company.type != "ORG" or city.last != company.first:
        return False
    is_whole = company.last - company.first > 1 and words[company.last - 1] in cues.company_heads
    external_id = city.known.external_id if city.known is not None else None
    return is_whole and company.known is None and external_id is None


def spelt_by_acronyms(chosen: Sequence[Reading], words: Sequence[str]) -> list[Reading]:
    """The readings of a sentence in order; those that are parts of the words which an acronym in brackets spells are
    one name: "the Institute of Tides, | Ice and Weather (ITIW)"."""
    whole = list(chosen)
    for bracket in range(1, len(words) - 2):
        acronym = words[bracket + 1]
        is_acronym_alone = (words[bracket], words[bracket + 2]) == ("(", ")") and acronym.isalpha()
        if not is_acronym_alone or not acronym.isupper() or len(acronym) < _SHORTEST_SPELT:
            continue
        first = _start_of_spelt(words, bracket, acronym)
        parts = [one for one in whole if first is not None and one.last > first and one.first < bracket]
        is_torn = first is not None and all(one.first > first or one.last < bracket for one in parts)
        if first is None or not is_torn or not any(one.type == "ORG" for one in parts):
            continue
        body = next(one for one in parts if one.type == "ORG")
        name = body._replace(first=first, last=bracket, known=None, form="name", method="grammar")
        whole = sorted([name, *(one for one in whole if one not in parts)], key=_BY_PLACE)
    return whole


def with_years_of_laws(chosen: Sequence[Reading], words: Sequence[str]) -> list[Reading]:
    """The readings, with the year behind a law that belongs to its name: "Energy Policy Act | of 1992", "Water Act | ,
    2003".
    """
    return [one._replace(last=one.last + 2) if _is_law_of_year(one, words) else one for one in chosen]


def _is_law_of_year(one: Reading, words: Sequence[str]) -> bool:
    behind = words[one.last : one.last + 2]
    is_law = one.type == "POLICY" and words[one.last - 1] in _LAWS
    closes = behind[:1] == [","] and words[one.last + 2 : one.last + 3] in _CLOSING
    return is_law and (behind[:1] == ["of"] or closes) and is_year(behind[-1])


def with_defined_acronyms(chosen: Sequence[Reading], words: Sequence[str]) -> list[Reading]:
    """The readings of a sentence in order, with the acronyms in brackets that the body before them spells and nothing
    else was seen in: "Department of Tides (DOT)".
    """
    starts = {one.first for one in chosen}
    found = [
        Reading(one.sentence, one.last + 1, one.last + 2, one.type, "grammar", one.confidence, "acronym")
        for one in chosen
        if one.type in _SPELT
        and one.last + 1 not in starts
        and words[one.last : one.last + 1] == ["("]
        and words[one.last + 2 : one.last + 3] == [")"]
        and is_acronym(words[one.last + 1])
        and words[one.last + 1] in acronyms_of(" ".join(words[one.first : one.last]))
    ]
    return sorted((*chosen, *found), key=_BY_PLACE) if found else list(chosen)


def _start_of_spelt(words: Sequence[str], end: int, acronym: str) -> int | None:
    """Where the words up to there begin whose first letters an acronym spells; None where they do not."""
    left = list(acronym)
    for place in range(end - 1, -1, -1):
        word = words[place]
        if word in _INSIDE_SPELT_NAMES and place < end - 1:
            continue
        if not is_name_like(word) or word[0].upper() != left.pop():
            return None
        if not left:
            return place
    return None


def without_measure(tag: Reading, words: Sequence[str], cues: NameCues) -> Reading:
    """A name without what a sentence opens with to say of it: "Capex of | Orvela", "Users of | Orvela"."""
    opening = words[tag.first : tag.first + 3]
    if tag.type not in {"ORG", "EVENT"} or tag.first or len(opening) < 3 or opening[1] != _OF:
        return tag
    is_measure = opening[0].upper() in cues.measures or opening[0] in cues.attending or is_mostly_lower_case(opening[0])
    behind = tag.first + 2 + (opening[2] in _ARTICLES)
    return tag._replace(first=behind) if is_measure and opening[0] not in cues.heads["ORG"] else tag


def with_own_genitives(readings: Sequence[Reading], sentences: Sequence[Tokens]) -> list[Reading]:
    """The readings, with the 's of names that are never without it and stand with it where no owner stands:
    "McArdle's has opened", "the shops of McArdle's."."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        words = sentences[reading.sentence].words
        may_have = reading.known is None and reading.type in _MAKES_COMPANY
        if may_have and words[reading.last : reading.last + 1] and words[reading.last] in _GENITIVES:
            places[" ".join(words[reading.first : reading.last])].append(number)
    if not places:
        return list(readings)
    whole = list(readings)
    for name, numbers in places.items():
        if not is_acronym(name) and _is_trade_name(
            name.split(" "), [readings[number] for number in numbers], sentences
        ):
            for number in numbers:
                one = readings[number]
                whole[number] = one._replace(last=one.last + 1, type="ORG", tag=None)
    return whole


def _is_trade_name(name: Sequence[str], those: Sequence[Reading], sentences: Sequence[Tokens]) -> bool:
    """Whether the 's is part of a name that is written with it throughout."""
    size = len(name)
    for tokens in sentences:
        words = tokens.words
        for place in range(len(words)) if name[0] in words else ():
            if list(words[place : place + size]) == list(name) and words[place + size : place + size + 1] not in _ALONE:
                return False
    subjects = sum(_is_subject(sentences[one.sentence].words, one.last + 1) for one in those)
    ends = sum(_ends_clause(sentences[one.sentence].words, one) for one in those)
    return subjects > 0 or ends >= _LEAST_ENDINGS


def _is_subject(words: Sequence[str], behind: int) -> bool:
    """Whether a verb follows the 's: "McArdle's has opened", "McArdle's currently trades"."""
    following = words[behind : behind + 2]
    if len(following) < 2 or following[1] in _AS_BEING:
        return False
    verb = following[1] if following[0].endswith("ly") else following[0]
    if verb in _FINITE:
        return True
    return verb != following[0] and verb.islower() and verb.endswith("s") and not verb.endswith("ss")


def _ends_clause(words: Sequence[str], one: Reading) -> bool:
    """Whether nothing follows that could be owned."""
    return any(word in _CLAUSE_ENDS for word in words[one.last + 1 : one.last + 2])
