"""Tags that name nothing: pieces of titles, common nouns with a capital, words for groups of people.

What belongs here: what a tag's own words and those right beside it say against it. Where a name begins and ends stands
in `borders`; what a run of common words in a heading is worth, in `decisions`.
"""

import re
from collections.abc import Sequence

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.grammar import HYPHENS
from tidybrief.extraction.names.word_case import is_mostly_capitalised, is_mostly_lower_case
from tidybrief.extraction.tokens import POSSESSIVES, words_of

_PREFIXES = words_of("Co Vice Ex Pre Post Anti Non Multi Pro Sub Cross Mid")
_HEADS = ("POLICY", "EVENT", "PLACE")
_WINNERS = words_of("laureate laureates winner winners nominee nominees prize prizes award awards")
_SHORT = 3
_JOINS = frozenset({"and", "&"})
_DOCTORATE = ["Ph", ".", "D", "."]
_CURRENCIES = words_of("Rs Rs. Re Re. INR USD EUR GBP CNY RMB US$ HK$ KSh Ksh Tk")
_SUM = re.compile(r"(?:[NRPK]|[KTU]?Shs?)\d+")
_GLUED_SUM = re.compile(r"(?P<letters>[A-Za-z]{1,4})\d+(?P<magnitude>bn|tn|mn|[mk])?")
_THOUSANDS = re.compile(r"\d{3}")
_MAGNITUDES = (["thousand"], ["million"], ["billion"], ["trillion"], ["bn"], ["m"], ["crore"])
_MEASURE = re.compile(r"\d[\d.,]*(?:[KMBT]|bn|mn|tn)")
"""A number with its magnitude: "a 671B model", "$6B"."""
_PERIOD = re.compile(r"(?:[QH][1-4]|FY|Fiscal(?: Year)?)(?: ?\d{2,4})?(?:[-–/]\d{2,4})?")
_ABBREVIATED_THINGS = re.compile(r"[A-Z][A-Za-z]*[A-Z]s")
_NUMBERING = re.compile(r"[IVXL]{1,5}|[A-K]\d{0,2}")
_ZONES = words_of("Standard Daylight Summer Mean European Eastern Western Central Pacific Atlantic Mountain Local")


def names_nothing(words: Sequence[str], first: int, last: int, kind: str, cues: NameCues) -> bool:
    """Whether the tokens `first:last`, tagged as a name of this type, are none by themselves."""
    inside = words[first:last]
    if all(word in cues.nameless or word.lower() in cues.function_words for word in inside):
        return True
    if first == 0 and last > 1 and _is_adverbial(words[0]) and cues.nameless.issuperset(words[1:last]):
        return True
    if _is_sum(words, first, last, cues) or _is_studied(words, first, cues) or _is_measure(inside, cues):
        return True
    if first == 0 and (
        (kind == "PERSON" and _is_headline(inside, cues)) or (last == 1 and _are_persons_at_work(words))
    ):
        return True
    if last - first == 1 and (
        _is_counted(words, first)
        or _is_no_name_alone(words[first], kind, cues)
        or _is_common_here(words, first, kind, cues)
    ):
        return True
    return kind != "PERSON" and _continues_title(words, first, last) and all(map(_is_ordinary, inside))


def _are_persons_at_work(words: Sequence[str]) -> bool:
    """Whether a plural for those who do something opens the sentence, before what they did: "Interviewers visited"."""
    word, following = words[0], words[1:2]
    acts = bool(following) and following[0].endswith("ed") and following[0].islower()
    return acts and word.endswith(("ers", "ors", "ists")) and is_mostly_lower_case(word[:-1])


def _is_measure(inside: Sequence[str], cues: NameCues) -> bool:
    """Whether the words tell a magnitude, a period or a zone of time, or one numbered thing of many."""
    if _MEASURE.fullmatch(inside[0]) is not None or _PERIOD.fullmatch(" ".join(inside)) is not None:
        return True
    return _is_numbered_part(inside, cues) or (inside[-1] == "Time" and not _ZONES.isdisjoint(inside))


def _is_counted(words: Sequence[str], place: int) -> bool:
    """Whether things in the plural that an abbreviation stands for follow a number: "12 PhDs", "4,100 GPUs"."""
    return place > 0 and words[place - 1][0].isdigit() and _ABBREVIATED_THINGS.fullmatch(words[place]) is not None


def _is_sum(words: Sequence[str], first: int, last: int, cues: NameCues) -> bool:
    """Whether the words are an amount of money or the letter before one: "Rs 10,372", "N3" of "N3.2 billion"."""
    if last - first == 1:
        return is_amount(words, first, cues)
    return words[first] in _CURRENCIES and words[first + 1][0].isdigit()


def is_amount(words: Sequence[str], place: int, cues: NameCues) -> bool:
    """Whether letters for a currency stand before an amount: "N3.2 billion", "R500 million", "RM155", "NOK 7.1"."""
    if words[place].isupper() and words[place].lower() in cues.currency_codes:
        return words[place + 1 : place + 2] != [] and words[place + 1][0].isdigit()
    glued = _GLUED_SUM.fullmatch(words[place])
    if glued is None:
        return False
    letters = glued["letters"].lower()
    if letters in cues.currency_prefixes or (glued["magnitude"] and letters in cues.currency_codes):
        return True
    if letters not in cues.currency_codes and _SUM.fullmatch(words[place]) is None:
        return False
    following = words[place + 1 : place + 3]
    is_sum = len(following) > 1 and following[0] == "." and following[1].isdigit()
    is_sum = is_sum or (len(following) > 1 and following[0] == "," and _THOUSANDS.fullmatch(following[1]) is not None)
    return is_sum or following[:1] in _MAGNITUDES


def _is_headline(inside: Sequence[str], cues: NameCues) -> bool:
    """Whether common words in the plural, with capitals, look like a person's name: "Key Takeaways"."""
    is_plural = len(inside) > 1 and inside[-1].endswith("s") and not inside[-1].endswith("ss")
    is_common = is_mostly_lower_case(inside[0]) and not any(map(is_mostly_capitalised, inside))
    return is_plural and is_common and inside[0] not in cues.given_names


def _is_adverbial(word: str) -> bool:
    """Whether a sentence that opens with the word speaks of what follows: "Weekly AI use", not "Scale AI"."""
    return word.endswith("ly") or is_mostly_lower_case(word)


def _is_numbered_part(inside: Sequence[str], cues: NameCues) -> bool:
    """Whether a part of a document or one of a kind is called by its number or letter: "Annex II", "Vitamin D"."""
    label, numbers = inside[0], inside[1:]
    is_label = label in cues.nameless or label in cues.generic
    return is_label and bool(numbers) and all(map(_NUMBERING.fullmatch, numbers))


def _is_studied(words: Sequence[str], first: int, cues: NameCues) -> bool:
    """Whether the words are a subject that somebody has studied: "a degree in Rural Sociology", "in Law and Ethics"."""
    link = first - 1
    while link > 0 and words[link] in _JOINS and words[link - 1][0].isupper():
        link -= 2
    if link < 1 or words[link] != "in":
        return False
    return words[link - 1] in cues.degrees or words[max(0, link - 4) : link] == _DOCTORATE


def _is_no_name_alone(word: str, kind: str, cues: NameCues) -> bool:
    """Whether the word is no name wherever it stands alone: "Federal", "the Act"."""
    if word in cues.generic or (len(word) > _SHORT and word.isupper() and word.capitalize() in cues.never):
        return True
    if len(word) == 1 and kind in {"PERSON", "PLACE"}:
        return True
    is_body = kind == "ORG" and word in cues.heads["ORG"]
    return (
        kind != "PERSON"
        and not is_body
        and not is_mostly_capitalised(word)
        and any(word in cues.heads[head] for head in _HEADS)
    )


def _is_common_here(words: Sequence[str], place: int, kind: str, cues: NameCues) -> bool:
    """Whether the words beside it show the word to be common: "Black voters", "the mayor's Office", "Co-Chair"."""
    word = words[place]
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if word in cues.groups:
        described = after.islower() or after in HYPHENS or after.startswith("American")
        return described and after not in cues.speech and before.rstrip(".") not in cues.titles
    if word in _PREFIXES:
        return after in HYPHENS
    if word in cues.prizes and (after in _WINNERS or after in HYPHENS):
        return True
    return kind != "PERSON" and before in POSSESSIVES and word in cues.heads["ORG"]


def _continues_title(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a title goes on here: "Call to | Action", "Ensuring | Public Trust", "(Fair Hiring | and Review)"."""
    before = words[first - 1] if first else ""
    if before == "(":
        return words[last : last + 1] in (["and"], ["in"], ["of"], ["for"], ["on"], ["to"])
    if before == "to":
        return first > 1 and words[first - 2][:1].isupper() and words[first - 2][1:].islower()
    return before.endswith("ing") and before[0].isupper() and not is_mostly_capitalised(before)


def _is_ordinary(word: str) -> bool:
    """Whether the word is one of common speech."""
    return not word[0].isalpha() or word.islower() or not is_mostly_capitalised(word)
