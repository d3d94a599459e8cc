"""Where the name that a tag has found begins and ends: owners, nationalities, seats and coordinations.

What belongs here: moving the borders of one reading by its words and the known names beside it. Which readings hold is
decided in `decisions`.
"""

from collections.abc import Sequence
from itertools import pairwise

from tidybrief.extraction.dates.grammar import WEEKDAYS
from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.fragments import names_nothing
from tidybrief.extraction.names.grammar import HYPHENS, is_name_like
from tidybrief.extraction.names.place_forms import is_modifier
from tidybrief.extraction.names.purposes import is_common_in_name
from tidybrief.extraction.names.readings import Reading, Spans
from tidybrief.extraction.names.short_forms import is_acronym, is_generic
from tidybrief.extraction.tokens import POSSESSIVES, Tokens, words_of
from tidybrief.vocabulary import COUNTRY_CODE

_FULL_NAME = 3
_ARTICLE_AND_WORD = 2  # after "and" they go on with a name ("Industry and the Sea"); with more words, a new one begins
_LONGEST_BODY = 3
_SURE_OF_WHOLE = 0.95
_QUALIFIERS = frozenset({"Native", "African", "Asian", "Latin", "Arab", "Hispanic", "Jewish", "Irish", "Italian"})
_OF_PEOPLES = _QUALIFIERS | HYPHENS | {"and", "American", "Black", "White", "Indigenous", "Pacific"}
_COMMON_HEADS = words_of(
    """
    Proclamation Order Nation Sheet Fact
    Research Development Strategy Industry Technology Technologies Companies Innovation Models Tech System Systems
    """
)
_LINKS_TO_PURPOSE = frozenset({"of", "for", "on"})
_SHORTEST_BODY = 2
_WITH_CAMPUSES = frozenset({"University", "School", "College"})
_SURE_OF_STATE = 0.8
_SURE_OF_BRANCH = 0.4
_LIKELY_BRANCH = 0.75
_LONGEST_SUBJECT = 2
_ARTICLES = frozenset({"the", "a"})
_DETERMINERS = words_of("the a an its their our this new")
_INSIDE_FORMS = frozenset({",", "."})
_BEHIND_DAYS = frozenset({"in", "at", "by", "with", "from"})


def with_nationality(tag: Reading, words: Sequence[str], known: Spans, cues: NameCues) -> Reading:
    """A body of a state with the adjective or place before it: "Turkish Foreign Ministry", "Ontario Liberal Party"."""
    if tag.type != "ORG" or words[tag.last - 1] not in cues.heads["ORG"]:
        return tag
    public, opening = words[tag.last - 1] in cues.public_bodies, words[tag.first]
    if not public and opening not in cues.state_words and opening not in cues.heads["ORG"]:
        return tag
    for reading in known.at(tag.first - 1):
        opens = reading.last == tag.first and reading.type == "PLACE" and not reading.known_as_people()
        if opens and (public or reading.form == "adjective"):
            return tag._replace(first=reading.first)
    return tag


def bodies_of_states(tokens: Tokens, known: Sequence[Reading], cues: NameCues) -> list[Reading]:
    """Public bodies that the name of a state opens: "British Army", "U.S. Senate"."""
    words = tokens.words
    found = []
    for reading in known:
        is_people = reading.known_as_people() or (reading.first and words[reading.first - 1] in _QUALIFIERS)
        if reading.type == "PLACE" and not is_people and not tokens.title_case:
            last = reading.last
            while last < len(words) and last - reading.last < _LONGEST_BODY and is_name_like(words[last]):
                last += 1
                if words[last - 1] in cues.public_bodies:
                    last += words[last : last + 1] == ["Department"]
                    found.append(Reading(reading.sentence, reading.first, last, "ORG", "grammar", 0.8))
                    break
    return found


def governments(tokens: Tokens, known: Sequence[Reading]) -> list[Reading]:
    """Governments in capitals that are named before their state: "Government of the Republic of Chad"."""
    found = []
    for reading in known:
        link = reading.first - 1 - (tokens.words[reading.first - 1] in _ARTICLES)
        is_government = link > 0 and tokens.words[link - 1 : link + 1] == ["Government", "of"]
        if is_government and reading.type == "PLACE" and reading.form != "adjective" and not tokens.title_case:
            found.append(Reading(reading.sentence, link - 1, reading.last, "ORG", "grammar", _SURE_OF_STATE))
    return found


def meetings_of_bodies(tokens: Tokens, known: Sequence[Reading], cues: NameCues) -> list[Reading]:
    """Meetings called by the body that meets: "G7 Summit"."""
    return [
        Reading(one.sentence, one.first, one.last + 1, "EVENT", "grammar", _SURE_OF_STATE)
        for one in known
        if one.type == "ORG" and tokens.words[one.last : one.last + 1] and tokens.words[one.last] in cues.meetings
    ]


def coordinated(tag: Reading, words: Sequence[str], cues: NameCues) -> list[Reading]:
    """The names that a tag holds, where "and", "at" or "to" joins whole names rather than words of one."""
    parts = _joined(tag, words, cues)
    if len(parts) == 1:
        return parts
    return [part for part in parts if not names_nothing(words, part.first, part.last, part.type, cues)]


def behind_known(tag: Reading, words: Sequence[str], known: Spans) -> Reading:
    """A name without the end of a known one that owns it: "United | Nations' Food and Agriculture Organization"."""
    for owner in known.at(tag.first):
        rest = owner.last + 1
        if owner.first < tag.first and rest < tag.last and words[owner.last] in POSSESSIVES:
            return tag._replace(first=rest)
    return tag


def without_day(tag: Reading, words: Sequence[str]) -> Reading:
    """A name without the day on which something was done there: "published Friday in | Clean Surfaces"."""
    name = tag.first + 2
    is_dated = name < tag.last and words[tag.first] in WEEKDAYS and words[tag.first + 1] in _BEHIND_DAYS
    return tag._replace(first=name) if is_dated and is_name_like(words[name]) else tag


def _joined(tag: Reading, words: Sequence[str], cues: NameCues) -> list[Reading]:
    """The tag cut at the words that join whole names."""
    if tag.type not in {"ORG", "PERSON", "PLACE", "PRODUCT"}:
        return [tag]
    for position in range(tag.first + 1, tag.last - 1):
        word, behind = words[position], position + 1
        if word in {"at", "to", "from", "with"} or (word == "in" and tag.type != "PRODUCT"):
            is_campus = word == "at" and words[tag.first] in _WITH_CAMPUSES and "of" in words[tag.first : position]
            splits = (tag.type != "PLACE" or word != "to") and not is_campus
        elif word == "and" and words[behind] == "the" and tag.last - behind > _ARTICLE_AND_WORD:
            splits, behind = True, behind + 1
        elif word == "and":
            splits = _joins_names(words[tag.first : position], words[behind : tag.last], tag.type, cues)
        elif word == "on" and words[behind] == "the" and tag.type == "PLACE":
            return [tag._replace(last=position)]  # "the United Kingdom | on the Status of …"
        else:
            continue
        if splits and is_name_like(words[behind]):
            return [tag._replace(last=position), *_joined(tag._replace(first=behind), words, cues)]
    return [tag]


def _joins_names(left: Sequence[str], right: Sequence[str], kind: str, cues: NameCues) -> bool:
    """Whether both sides of "and" are names of their own."""
    if kind != "ORG":
        return kind == "PERSON" or len(left) == len(right)
    if not _LINKS_TO_PURPOSE.isdisjoint(left):
        return right[0] in cues.organisation_openers and ("of" in right or "for" in right)
    if len(left) > 1 and len(right) > 1 and right[-1] in cues.company_heads:
        return not is_generic(right)
    return (left[-1] in cues.heads["ORG"] or is_acronym(left[-1])) and (len(left) > 1 or is_acronym(left[-1]))


def without_seat(tag: Reading, words: Sequence[str], known: Spans, cues: NameCues) -> Reading:
    """A company without where it sits: "Pinnacle Robotics of Norway"; a bank or a university may need its place."""
    if tag.type != "ORG" or "of" not in words[tag.first + 1 : tag.last]:
        return tag
    link = max(position for position in range(tag.first + 1, tag.last) if words[position] == "of")
    is_place = any(reading.type == "PLACE" and reading.last == tag.last for reading in known.at(link + 1))
    return tag._replace(last=link) if is_place and words[link - 1] in cues.company_heads else tag


def without_state(tag: Reading, words: Sequence[str], known: Spans, cues: NameCues) -> Reading:
    """A public body without the adjective or the letters of its state where it has a full name of its own without them;
    the state's own name belongs to it: "Kenya Revenue Authority"."""
    if tag.type != "ORG" or words[tag.last - 1] not in cues.fully_named:
        return tag
    for reading in known.at(tag.first):
        is_state = reading.known is not None and (reading.known.external_id or "").startswith(COUNTRY_CODE)
        if reading.first == tag.first and is_state and tag.last - reading.last >= _FULL_NAME:
            whole = reading.form == "name" or (reading.form == "adjective" and tag.confidence > _SURE_OF_WHOLE)
            if not whole or any(other.last == tag.last for other in known.at(reading.last)):
                return tag._replace(first=reading.last)
    return tag


def without_known_partner(tag: Reading, words: Sequence[str], known: Spans) -> Reading:
    """A body without the known one that "and" joins to it: "Ministry of Trade | and TSMC"."""
    for reading in known.at(tag.last - 1) if tag.type == "ORG" else ():
        joint = reading.first - 1
        is_partner = reading.method == "lexicon" and reading.type == "ORG" and reading.last == tag.last
        is_word = reading.last - reading.first == 1
        if is_partner and is_word and joint > tag.first and words[joint] == "and":
            return tag._replace(last=joint)
    return tag


def without_prefixed(tag: Reading, tokens: Tokens, known: Spans) -> Reading:
    """A name without the nationality before it that has a prefix in lower case: "pan-European Corvex 600"."""
    glued = tag.first > 1 and tokens.words[tag.first - 1] in HYPHENS and tokens.words[tag.first - 2].islower()
    if not glued or tokens.end(tag.first - 1) != tokens.starts[tag.first]:
        return tag
    for reading in known.at(tag.first):
        if reading.first == tag.first and reading.form == "adjective" and reading.last < tag.last:
            return tag._replace(first=reading.last)
    return tag


def without_owner(tag: Reading, words: Sequence[str], known: Spans, cues: NameCues) -> list[Reading]:
    """A tag cut after a known owner ("OpenAI’s ChatGPT", "Chinese AI"); nothing where only general words are left."""
    owner = next(
        (
            reading
            for reading in known.at(tag.first)
            if reading.first == tag.first and reading.last < tag.last and reading.type != "PERSON"
        ),
        None,
    )
    owns = tag.last - tag.first > _FULL_NAME and words[tag.first + 1] in POSSESSIVES
    if owner is None and tag.type == "ORG" and owns and is_acronym(words[tag.first]):
        return [tag._replace(last=tag.first + 1), tag._replace(first=tag.first + 2)]  # "CERN | 's Data Centre"
    if owner is None or (tag.type == "WORK" and not is_general(words[owner.last : tag.last], cues)):
        return [tag]
    rest = owner.last + (words[owner.last] in POSSESSIVES)
    if rest > owner.last and tag.type == "POLICY" and is_general(words[rest : tag.last - 1], cues):
        return [tag]
    if is_general(words[rest : tag.last], cues) and (rest > owner.last or owner.type == "PLACE"):
        return []
    return [tag._replace(first=rest)] if rest > owner.last else [tag]


def is_general(words: Sequence[str], cues: NameCues) -> bool:
    """Whether the words name nothing by themselves ("AI Strategy")."""
    if "and" in words and _OF_PEOPLES.issuperset(words):  # "African-American and Hispanic voters"
        return True
    return all(word in cues.never or word in _COMMON_HEADS for word in words)


def with_first_subject(tag: Reading, tokens: Tokens, known: Spans, cues: NameCues) -> Reading:
    """A body with the subject before the "and" that it begins behind: "the Truth and | Reconciliation Commission"."""
    words, link = tokens.words, tag.first - 1
    if tag.type == "POLICY" and link > 1 and words[link] == "and" and words[tag.last - 1] in cues.programmes:
        return _with_subject_of_law(tag, words, known, cues)
    if tag.type != "ORG" or tokens.title_case or link < 2 or words[link] != "and" or words[tag.last - 1].endswith("s"):
        return tag
    if tag.last - tag.first < _SHORTEST_BODY or not all(map(is_common_in_name, words[tag.first : tag.last])):
        return tag
    first = link
    while first > max(0, link - _LONGEST_SUBJECT) and is_common_in_name(words[first - 1]) and not known.at(first - 1):
        first -= 1
    subject = words[first:link]
    names_itself = not subject or subject[-1] in cues.type_of_head or not cues.never.isdisjoint(subject)
    is_determined = first > 0 and words[first - 1].lower() in _ARTICLES and words[first - 2 : first - 1] != ["of"]
    return tag._replace(first=first) if is_determined and not names_itself else tag


def _with_subject_of_law(tag: Reading, words: Sequence[str], known: Spans, cues: NameCues) -> Reading:
    """A law with the subject before the "and" that it begins behind: "the Cloud and | AI Development Act"."""
    first = tag.first - 1
    while first > max(0, tag.first - 1 - _LONGEST_SUBJECT) and is_name_like(words[first - 1]):
        first -= 1
    subject = words[first : tag.first - 1]
    is_determined = first > 0 and (words[first - 1].lower() in _DETERMINERS or words[first - 1] in POSSESSIVES)
    names_itself = not subject or is_acronym(subject[-1]) or any(map(known.at, range(first, tag.first - 1)))
    names_itself = names_itself or subject[-1] in cues.programmes or not all(map(is_common_in_name, subject))
    return tag if names_itself or not is_determined else tag._replace(first=first)


def as_known_company(tag: Reading, words: Sequence[str], known: Spans, cues: NameCues) -> Reading:
    """A tag as the company of the lexicon that it names with its legal form: "Alphabet Inc."."""
    if tag.type != "ORG" or words[tag.last - 1] not in cues.legal_forms:
        return tag
    for reading in known.at(tag.first):
        rest = words[reading.last : tag.last]
        is_company = reading.first == tag.first and reading.type == "ORG" and reading.method == "lexicon"
        if is_company and rest and all(word in cues.legal_forms or word in _INSIDE_FORMS for word in rest):
            return tag._replace(known=reading.known, method="lexicon", form="alias", tag=None)
    return tag


def as_branch(tag: Reading, known: Spans) -> Reading:
    """A tag as the branch of a known organisation in a country, whose name is no place's: "Accel India"."""
    may_be_branch = tag.type == "ORG" and tag.last - tag.first > 1
    if not may_be_branch or not any(is_branch(one, tag, known) for one in known.at(tag.first)):
        return tag
    return tag._replace(tag=None, confidence=max(tag.confidence, _LIKELY_BRANCH))


def is_branch(organisation: Reading, tag: Reading, known: Spans) -> bool:
    """Whether the tag is the name of a known organisation with that of a country behind it."""
    if organisation.type != "ORG" or tag.type != "ORG" or organisation.method != "lexicon":
        return False
    behind = known.at(organisation.last) if organisation.first == tag.first and organisation.last < tag.last else ()
    is_land = any(one.type == "PLACE" and one.last == tag.last and one.form == "name" for one in behind)
    return is_land and tag.confidence > _SURE_OF_BRANCH


def with_branches(chosen: Sequence[Reading], tokens: Tokens) -> list[Reading]:
    """The readings in order, an organisation joined with the place right after it: "Amity College Lagos"."""
    words = tokens.words
    joined: list[Reading] = []
    for reading, following in pairwise((*chosen, None)):
        if reading is None:
            continue
        lies_in = following is not None and following.type == "PLACE" and following.first == reading.last + 1
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.type == "ORG"
            and before.method == "tagger"
            and before.last == reading.first
            and reading.type == "PLACE"
            and reading.form not in {"adjective", "acronym"}
            and not tokens.title_case
            and not is_modifier(tokens, reading.first, reading.last)
            and not (lies_in and words[reading.last] == ",")
        ):
            joined[-1] = before._replace(last=reading.last)
        else:
            joined.append(reading)
    return joined


def with_legal_forms(chosen: Sequence[Reading], words: Sequence[str], cues: NameCues) -> list[Reading]:
    """The readings, a company joined with its legal form where one word is between: "Abel dx Pty Ltd"."""
    joined: list[Reading] = []
    for reading in chosen:
        if not cues.legal_forms.issuperset(words[reading.first : reading.last]):
            joined.append(reading)
            continue
        before = joined[-1] if joined else None
        between = words[before.last : reading.first] if before is not None else ()
        if before is not None and before.type == "ORG" and len(between) < 2 and all(map(str.isalnum, between)):
            joined[-1] = before._replace(last=reading.last, known=None, tag=None)
        elif words[reading.first].isupper() and reading.last - reading.first == 1:  # "SE", "AG" may stand for names
            joined.append(reading)
    return joined


def with_partners(chosen: Sequence[Reading], words: Sequence[str]) -> list[Reading]:
    """The readings, the partners of one firm joined: "Harper, Dunn & Vale"."""
    joined: list[Reading] = []
    for reading in chosen:
        before = joined[-1] if joined else None
        if before is not None and "&" in words[reading.first : reading.last] and _is_partner(before, reading, words):
            joined[-1] = before._replace(last=reading.last, type="ORG", known=None, tag=None)
        else:
            joined.append(reading)
    return joined


def _is_partner(first: Reading, firm: Reading, words: Sequence[str]) -> bool:
    """Whether one unknown word before a comma belongs to an unknown firm behind it, and neither to a list of names."""
    is_pair = first.last - first.first == 1 and words[first.last : firm.first] == [","]
    if not is_pair or firm.type != "ORG" or first.known is not None or firm.known is not None:
        return False
    before, after = words[max(0, first.first - 1) : first.first], words[firm.last : firm.last + 1]
    return before not in ([","], ["in"], ["at"], ["from"], ["near"]) and after not in ([","], ["and"], ["or"])
