"""Where a person's name begins and ends in a run of capitalised words that holds more than the name.

What belongs here: offices before a name, countries, possessions and words of headlines behind it. Titles of one or two
words are cut off in `tag_readings`.
"""

from collections.abc import Sequence

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.grammar import DANGLING, is_name_like
from tidybrief.extraction.names.word_case import is_mostly_lower_case, is_unknown
from tidybrief.extraction.tokens import POSSESSIVES, words_of

_LONGEST_NAME = 3
_EN_ROUTE = frozenset({"En", "Aboard"})
_JUNIORS = frozenset({"Jr", "Jr.", "Sr", "Sr."})
_ROYAL = words_of(
    "King Queen Prince Princess Emperor Empress Duke Duchess Emir Sultan Saint Count Countess Sheikh Tsar"
)


def name_behind_office(words: Sequence[str], first: int, last: int, cues: NameCues) -> int:
    """Where the person's name begins behind an office inside the run: "Energy Adviser | Amara Diallo"; else `first`."""
    for place in range(last - 2, first - 1, -1):
        if words[place] in cues.offices:
            name = words[place + 1 : last]
            return place + 1 if len(name) <= _LONGEST_NAME and _is_person(name, cues) else first
    return first


def _is_person(name: Sequence[str], cues: NameCues) -> bool:
    """Whether the words may be a person's name, and are surely no others: a given name and another, or a rare word."""
    if not all(is_name_like(word) and word[0].isalpha() and word not in cues.never for word in name):
        return False
    if name[-1] in cues.type_of_head and name[-1] not in cues.surnames:
        return False
    return (name[0] in cues.given_names and len(name) > 1) or (is_unknown(name[-1]) and not name[-1].isupper())


def end_of_person(words: Sequence[str], first: int, last: int, cues: NameCues, *, in_heading: bool) -> int:
    """Where a person's name ends: behind "Jr.", before a possession, the country of an office, what a headline says."""
    for place in range(first + 1, last):
        word = words[place]
        if word in _JUNIORS:
            return place + 1 + (words[place + 1 : place + 2] == ["."])
        if word in POSSESSIVES and len(word) > 1:  # an apostrophe alone may be a part of the name: "Kevin O 'Donnel"
            return place
        if word == "of" and _is_official(words, first, cues):
            return place
        if in_heading and _is_of_headline(words, first, place, cues):
            return place
    return last


def _is_official(words: Sequence[str], first: int, cues: NameCues) -> bool:
    """Whether a title of an office that is not royal stands before the name."""
    title = words[first - 1].rstrip(".") if first else ""
    return title in cues.titles and title not in _ROYAL


def _is_of_headline(words: Sequence[str], first: int, place: int, cues: NameCues) -> bool:
    """Whether the name is whole before this word of a headline: "Diallo | Announces", "Amara Diallo | Statement"."""
    word, before = words[place], words[place - 1]
    if before.endswith(".") or (place == first + 1 and before in cues.given_names) or word in cues.surnames:
        return False
    if word in DANGLING or word in _EN_ROUTE or word.lower() in cues.function_words:
        return True
    if words[first] in cues.given_names and word in cues.type_of_head:
        return True
    is_verb = word.endswith(("ing", "s")) and place + 1 < len(words)
    return is_verb and (is_mostly_lower_case(word) or is_mostly_lower_case(word.removesuffix("s")))
