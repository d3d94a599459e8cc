"""What a body or a plan is for, as its name says behind "on" or "to": "Task Force to End Piracy".

What belongs here: how far such a name goes on. Its owner, seat and partners stand in `borders`.
"""

from collections.abc import Sequence

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.grammar import DANGLING, HYPHENS, is_name_like
from tidybrief.extraction.names.readings import Reading, Spans
from tidybrief.extraction.names.types import head_before_on
from tidybrief.extraction.names.word_case import is_mostly_capitalised
from tidybrief.extraction.tokens import Tokens, words_of

_INSIDE_PURPOSES = words_of("of for and in at on to from against")
_BEFORE_OTHERS = frozenset({"and", "at"})
_HEAD_AND_LINK = 2
_SHORTEST_PURPOSE = 3
_ARTICLES = frozenset({"the", "a"})


def with_purpose(tag: Reading, tokens: Tokens, known: Spans, cues: NameCues) -> Reading:
    """A body or a plan with what its name says it is for: "Task Force to End Piracy", "National Strategy on Hunger"."""
    words, link = tokens.words, tag.last
    if tag.type not in {"ORG", "POLICY"} or tokens.title_case:
        return tag
    head = words[link - 3] if link - tag.first > _HEAD_AND_LINK and words[link - 2] == "on" else ""
    is_plan = head in cues.heads["POLICY"]
    listed = _end_of_list(words, link) if is_plan or head in cues.with_purpose else link
    if (is_plan or listed > link) and (last := _end_of_name(words, listed, cues)) > link:
        return _going_on(tag, head, last, cues)
    if words[link : link + 1] not in (["to"], ["on"]):
        return tag
    head, opening = words[link - 1], words[link + 1] if link + 1 < len(words) else ""
    may_go_on = head in cues.with_purpose or head in cues.heads["POLICY"]
    if not may_go_on or known.at(link + 1) or not is_name_like(opening):
        return tag
    is_doubtful = len(opening) < _SHORTEST_PURPOSE or opening in cues.never or is_mostly_capitalised(opening)
    if is_doubtful and not _is_capitalised(words[link + 2 : link + 3]):  # "Task Force on AI Infrastructure"
        return tag
    return _going_on(tag, head, _end_of_name(words, _end_of_list(words, link + 2), cues), cues)


def _going_on(tag: Reading, head: str, last: int, cues: NameCues) -> Reading:
    """The body or plan with this head word, up to the end of what it is for."""
    return tag._replace(last=last, type=tag.type if head in cues.with_purpose else "POLICY", tag=None)


def with_all_purposes(words: Sequence[str], first: int, last: int, cues: NameCues) -> int:
    """Where a plan's name ends that goes on with what it is on: "Order on Aiding | the Reopening of Schools"."""
    is_plan = head_before_on(words[first:last]) in cues.heads["POLICY"]
    return _end_of_name(words, last, cues) if is_plan else last


def _end_of_name(words: Sequence[str], last: int, cues: NameCues) -> int:
    """Where the words end that go on with what a name says that it is for."""
    while last < len(words):
        joins = words[last] in HYPHENS or words[last] in _INSIDE_PURPOSES
        may_have_article = joins or words[last - 1] in DANGLING or words[last - 1].endswith("ing")
        article = words[last + joins : last + joins + 1] == ["the"] and may_have_article
        ahead = last + joins + article
        names_another = words[last] in _BEFORE_OTHERS and ahead < len(words) and not _is_subject(words[ahead], cues)
        goes_on = ahead < len(words) and is_name_like(words[ahead]) and words[ahead] not in cues.months
        if (joins or article) and goes_on and not names_another:
            last = ahead + 1
        elif is_name_like(words[last]):
            last += 1
        else:
            break
    while words[last - 1] in DANGLING:
        last -= 1
    return last


def _is_subject(word: str, cues: NameCues) -> bool:
    """Whether a capitalised word may be one of those that a name is about, and opens no other name."""
    return is_common_in_name(word) and word not in cues.titles


def _end_of_list(words: Sequence[str], first: int) -> int:
    """Where a list of single words ends whose opening one stands before `first`: "Safe | , Secure , and Trustworthy |";
    `first` where there is none.
    """
    place = first
    while words[place : place + 1] == [","] and place + 1 < len(words) and is_common_in_name(words[place + 1]):
        place += 2
    joint = place + (words[place : place + 1] == [","])
    closes = words[joint : joint + 1] == ["and"] and joint + 1 < len(words) and is_common_in_name(words[joint + 1])
    return joint + 2 if place > first and closes else first


def _is_capitalised(words: Sequence[str]) -> bool:
    """Whether the words are written with a capital and go on in lower case."""
    return bool(words) and all(is_name_like(word) and word[1:].islower() for word in words)


def is_common_in_name(word: str) -> bool:
    """Whether prose writes a capitalised word in lower case as well."""
    is_article = word.lower() in _ARTICLES
    return is_name_like(word) and word[1:].islower() and not is_article and not is_mostly_capitalised(word)
